# What code imports, pip installs: in the versions that are here, or it is said why it cannot.
from __future__ import annotations

import json
import sys
from importlib.metadata import version
from pathlib import Path
from types import ModuleType
from typing import Any, Callable, Dict, Sequence

import pytest

from ubiops.utils import PackageException
from ubiops.utils._package_requirements import pinned

Install = Callable[..., None]


@pytest.fixture
def install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Install:
    """Installs what has no more than a name and files."""
    site = tmp_path / "site-packages"
    site.mkdir()
    monkeypatch.syspath_prepend(str(site))

    def make(name: str, files: Sequence[str], tops: str = "", origin: Any = None, version: str = "1.0") -> None:
        info = site / f"{name.replace('-', '_')}-{version}.dist-info"
        info.mkdir()
        metadata: Dict[str, str] = {"METADATA": f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n"}
        metadata["RECORD"] = "".join(f"{file},,\n" for file in files)
        if tops:
            metadata["top_level.txt"] = tops
        if origin is not None:
            metadata["direct_url.json"] = json.dumps(origin)
        for file, text in metadata.items():
            (info / file).write_text(text)
        for file in files:
            (site / file).parent.mkdir(parents=True, exist_ok=True)
            (site / file).touch()

    return make


def refused(module: str) -> str:
    with pytest.raises(PackageException) as caught:
        pinned([module], ())
    return str(caught.value)


def test_real_ones() -> None:
    modules = [
        "numpy.linalg",
        "sklearn.svm.SVC",
        "json",
        "os.path",
        "sys",
        "_thread",
        "zipimport",
        "__future__.annotations",
    ]
    assert pinned([*modules, "dateutil.parser", "mine.part"], own=["mine"]) == [
        f"numpy=={version('numpy')}",
        f"python-dateutil=={version('python-dateutil')}",
        f"scikit-learn=={version('scikit-learn')}",
    ]
    assert pinned(["json"], ()) == []


def test_names_come_from_the_files_or_the_list_of_names(install: Install) -> None:
    install("Some-Package", ["some_top/__init__.py"], version="2.0+cu118")
    install("other-package", ["other_top.py"], tops="other_top\n")
    assert pinned(["some_top", "other_top.x"], ()) == ["other-package==1.0", "Some-Package==2.0"]


def test_several_that_share_a_name(install: Install) -> None:
    install("spread-storage", ["spread/cloud/storage/__init__.py"])
    install("spread-query", ["spread/cloud/query.py"])
    install("twin-one", ["twin/__init__.py"])
    install("twin-two", ["twin/__init__.py"])
    assert pinned(["spread.cloud.storage.Client", "json"], ()) == ["spread-storage==1.0"]
    assert pinned(["spread.cloud.query"], ()) == ["spread-query==1.0"]
    assert pinned(["spread.nothing"], ()) == ["spread-query==1.0", "spread-storage==1.0"]
    assert pinned(["twin.x"], ()) == ["twin-one==1.0", "twin-two==1.0"]


def test_the_same_name_installed_twice_is_the_first(install: Install, tmp_path: Path) -> None:
    install("again", ["again.py"], version="1.0")
    install("Again", ["again.py"], version="2.0")
    assert len(pinned(["again"], ())) == 1


def test_what_was_not_installed_from_an_index(install: Install, tmp_path: Path) -> None:
    vcs = {"vcs": "git", "commit_id": "0f3a9c"}
    install("of-git", ["of_git.py"], origin={"url": "https://example.com/of-git", "vcs_info": vcs})
    install("edited", ["edited.py"], origin={"url": tmp_path.as_uri(), "dir_info": {"editable": True}})
    # Conda leaves the folder of the machine that built it, which is not there.
    install("conda", ["conda_made.py"], origin={"url": "file:///croot/nothing", "dir_info": {}})
    install("wheel", ["of_wheel.py"], origin={"url": "file:///home/wheel-1.0-py3-none-any.whl", "archive_info": {}})
    assert pinned(["of_git", "conda_made", "of_wheel"], ()) == [
        *("conda==1.0", "of-git @ git+https://example.com/of-git@0f3a9c", "wheel==1.0")
    ]
    assert refused("edited").startswith(f"edited is imported from edited, which is installed from {tmp_path}; give")


def test_what_is_not_installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(tmp_path))
    monkeypatch.setitem(sys.modules, "made_by_hand", ModuleType("made_by_hand"))
    (tmp_path / "own_folder").mkdir()
    (tmp_path / "own_folder" / "__init__.py").touch()
    (tmp_path / "own_plain_folder").mkdir()
    (tmp_path / "own_file.py").touch()
    for name in ("nothing_at_all", "made_by_hand"):
        assert refused(f"{name}.x") == (
            f"{name} is imported, but not installed here; give requirements=[...] with the lines for pip"
        )
    for name in ("own_folder", "own_plain_folder", "own_file.py"):
        module, place = name.partition(".")[0], str(tmp_path / name)
        assert refused(f"{module}.x") == (
            f"{module} is imported from {place}, which pip cannot install; add files=[{place!r}]"
        )
