"""The package: how the documentation says to install it, and what is in it."""

from __future__ import annotations

import email
import functools
import http.server
import os
import re
import shutil
import subprocess
import sys
import tarfile
import threading
import zipfile
from pathlib import Path
from typing import Dict, Iterator, List, Optional

import pytest
from uv import find_uv_bin

from test.support.openapi import ROOT
from ubiops import __version__

ADDRESS = "https://git.example.com/team/ubiops.git"
SHELL = re.compile(r"^```sh\n(.*?)^```", re.MULTILINE | re.DOTALL)
STEP = re.compile(r"^ +- run: (pip install .*ubiops.*)$", re.MULTILINE)
OTHERS = ("python3 -m venv .venv", "version=")  # README's two commands, which CI runs as they stand; verifying, below


def install_scripts() -> List[str]:
    """Return what the documentation tells to run in order to install, each once."""
    scripts: Dict[str, None] = {}
    for page in [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").glob("*.md"))]:
        text = page.read_text(encoding="utf-8")
        found = [block for block in SHELL.findall(text) if "pip install" in block] + STEP.findall(text)
        scripts.update((block.strip(), None) for block in found if not block.startswith(OTHERS))
    return list(scripts)


@pytest.fixture(scope="module")
def checkout(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A repository with what the package is made of, as somebody else's clone has it."""
    folder: Path = tmp_path_factory.mktemp("clone") / "ubiops"
    unwanted = shutil.ignore_patterns("__pycache__", "*.egg-info")
    shutil.copytree(ROOT / "ubiops", folder / "ubiops", ignore=unwanted)
    for path in ROOT.iterdir():
        if path.suffix in (".md", ".py", ".toml", ".txt", ".in") or path.name == "LICENSE":
            shutil.copy(path, folder)
    git = ["git", "-c", "user.name=Test", "-c", "user.email=test@example.com", "-c", "init.defaultBranch=main"]
    for command in (["init", "-q"], ["add", "-A"], ["commit", "-q", "-m", "All"], ["tag", f"v{__version__}"]):
        subprocess.run([*git, *command], cwd=folder, check=True)
    return folder


@pytest.fixture(scope="module")
def repository(checkout: Path) -> Iterator[str]:
    """The address of a server that has the repository."""
    bare = checkout.parent / "ubiops.git"
    subprocess.run(["git", "clone", "-q", "--bare", str(checkout), str(bare)], check=True)
    subprocess.run(["git", "update-server-info"], cwd=bare, check=True)

    class Quiet(http.server.SimpleHTTPRequestHandler):
        def log_message(self, *_: object) -> None:
            pass

    handler = functools.partial(Quiet, directory=str(checkout.parent))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_address[1]}/ubiops.git"
        server.shutdown()
        thread.join()


def shell(script: str, folder: Path, environment: Optional[Dict[str, str]] = None) -> str:
    done = subprocess.run(
        ["bash", "-e", "-o", "pipefail", "-c", script],
        cwd=folder,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        timeout=300,
    )
    assert done.returncode == 0, f"{script}\n{done.stdout}"
    return done.stdout


@pytest.fixture(scope="module")
def _clean(tmp_path_factory: pytest.TempPathFactory) -> Path:
    environment: Path = tmp_path_factory.mktemp("clean") / "env"
    uv = find_uv_bin()
    subprocess.run([uv, "venv", "-q", "--python", sys.executable, str(environment)], check=True)
    install = [uv, "pip", "install", "-q", "--compile-bytecode", "--python", str(environment), "pip"]
    subprocess.run(install, check=True)
    return environment


@pytest.fixture
def programs(_clean: Path, tmp_path: Path) -> Path:
    """The programs of a clean environment, which is copied: to make one takes seconds."""
    environment = tmp_path / "env"
    shutil.copytree(_clean, environment, symlinks=True)
    for path in (environment / "bin").iterdir():
        if not path.is_symlink():
            path.write_bytes(path.read_bytes().replace(os.fsencode(_clean), os.fsencode(environment)))
    return environment / "bin"


@pytest.mark.parametrize("script", install_scripts())
def test_every_install_line_works_in_a_clean_environment(
    script: str, checkout: Path, repository: str, programs: Path, tmp_path: Path
) -> None:
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("COV", "PYTHON", "VIRTUAL"))}
    kept.update(PATH=f"{programs}{os.pathsep}{kept['PATH']}", PIP_DISABLE_PIP_VERSION_CHECK="1")
    folder = checkout
    if "\n" in script:  # may write files
        folder = tmp_path / "ubiops"
        shutil.copytree(checkout, folder)
    else:  # names one thing to install: uv finds out in seconds whether that can be had
        script = script.replace("pip install", f"{find_uv_bin()} pip install -q --python {programs.parent}")
    environment = kept
    shell(script.replace(ADDRESS, repository), folder, environment)
    code = "import ubiops; print(ubiops.__version__, ubiops.CoreApi.__name__, ubiops.__file__)"
    told = shell(f'python -W error -c "{code}"', tmp_path, environment)
    assert told.startswith(f"{__version__} CoreApi {programs.parent}")
    if "[emulator]" in script:
        assert shell("ubiops-emulator --version", tmp_path, environment) == f"ubiops {__version__}\n"


def test_scripts_were_found() -> None:
    assert len(install_scripts()) > 4
    assert any(ADDRESS in script for script in install_scripts())
    by_name = re.compile(r"pip install \"?ubiops(\[\w+\])?\"?$", re.MULTILINE)
    assert not [script for script in install_scripts() if by_name.search(script)]


@pytest.fixture(scope="module")
def built(checkout: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder: Path = tmp_path_factory.mktemp("built")
    build = [sys.executable, "-m", "build", "--outdir"]
    url = {"UBIOPS_REPOSITORY_URL": "https://git.example.com/team/ubiops/"}
    # The second as a release is built, but that uv installs what that needs: it is faster.
    for name, options, more in (("plain", ["--no-isolation"], {}), ("at", ["--installer", "uv"], url)):
        command = [*build, str(folder / name), *options, "."]
        subprocess.run(command, cwd=checkout, stdout=subprocess.DEVNULL, check=True, env={**os.environ, **more})
    return folder


def test_the_same_files_give_the_same_bytes(built: Path, checkout: Path, tmp_path: Path) -> None:
    """Elsewhere, later, under another umask, time zone, locale and order of sets."""
    elsewhere = tmp_path / "a folder of another name"
    shutil.copytree(checkout, elsewhere, copy_function=shutil.copyfile, ignore=shutil.ignore_patterns("*.egg-info"))
    for path in elsewhere.rglob("*"):
        path.chmod(0o700 if path.is_dir() else 0o600)
        os.utime(path, (86400, 86400))
    script = f'umask 077; "{sys.executable}" -m build --no-isolation'
    shell(script, elsewhere, {**os.environ, "PYTHONHASHSEED": "5", "TZ": "Asia/Tokyo", "LC_ALL": "C"})
    files = {path.name: path.read_bytes() for path in (elsewhere / "dist").iterdir()}
    assert sorted(path.rpartition(".")[2] for path in files) == ["gz", "whl"]
    assert files == {path.name: path.read_bytes() for path in (built / "plain").iterdir()}


def test_a_published_file_can_be_verified(built: Path, repository: str, tmp_path: Path) -> None:
    section = (ROOT / "docs" / "security.md").read_text(encoding="utf-8").partition("## Verify a published file\n")[2]
    build, compare = SHELL.findall(section)
    script = re.sub(r"version=\S+", f"version={__version__}", build).replace("$repository.git", repository)
    folder = tmp_path / "published"
    shutil.copytree(built / "at", folder)
    environment = {**os.environ, "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"}
    told = shell(script + compare, folder, environment)
    sums = {name: digest for digest, name in re.findall(r"^([0-9a-f]{64})  (.+)$", told, re.MULTILINE)}
    names = sorted(path.name for path in (built / "at").iterdir())
    assert sorted(sums) == sorted([*names, *(f"sources/dist/{name}" for name in names)])
    assert [sums[name] for name in names] == [sums[f"sources/dist/{name}"] for name in names]


def test_distributions_show_nothing_of_who_made_them(built: Path) -> None:
    (path,) = (built / "plain").glob("*.tar.gz")
    with tarfile.open(path) as archive:
        facts = {(each.uid, each.gid, each.uname, each.gname, oct(each.mode)) for each in archive.getmembers()}
        moments = {each.mtime for each in archive.getmembers()}
    assert facts == {(0, 0, "", "", "0o644"), (0, 0, "", "", "0o755")}
    (wheel,) = (built / "plain").glob("*.whl")
    with zipfile.ZipFile(wheel) as packed:
        modes = {each.external_attr >> 16 & 0o777 for each in packed.infolist()}
        dates = {each.date_time for each in packed.infolist()}
    assert modes <= {0o644, 0o664}  # setuptools itself gives RECORD the latter
    assert len(moments) == len(dates) == 1


def metadata(wheels: Path) -> email.message.Message:
    (path,) = wheels.glob("*.whl")
    with zipfile.ZipFile(path) as wheel:
        (name,) = [name for name in wheel.namelist() if name.endswith(".dist-info/METADATA")]
        return email.message_from_bytes(wheel.read(name))


def test_links_of_the_package_page_are_absolute(built: Path) -> None:
    link = re.compile(r"\]\(([^)]+)\)")
    for folder, expected in (("plain", ""), ("at", f"https://git.example.com/team/ubiops/blob/v{__version__}/docs/")):
        payload = metadata(built / folder).get_payload(decode=True)
        assert isinstance(payload, bytes)
        page = payload.decode()
        assert "Errors" in page and "\\1" not in page
        links = {target for target in link.findall(page) if not target.startswith("#")}
        assert all(target.startswith("https://") for target in links)
        assert any(target.startswith(expected) for target in links) == bool(expected)


def test_what_the_package_page_shows_beside_it(built: Path) -> None:
    page = metadata(built / "at")
    assert "mlops" in page["Keywords"]
    labels = {url.partition(", ")[0] for url in page.get_all("Project-URL", [])}
    assert labels == {"UbiOps", "Source", "Documentation", "Changelog"}
    classifiers = page.get_all("Classifier", [])
    assert [f"Programming Language :: Python :: 3.{minor}" in classifiers for minor in range(7, 15)] == [
        False,
        *[True] * 6,
        False,
    ]


def test_the_source_distribution_holds_no_tests(built: Path) -> None:
    (path,) = (built / "plain").glob("*.tar.gz")
    with tarfile.open(path) as archive:
        names = {name.partition("/")[2] for name in archive.getnames()}
    assert {"setup.py", "README.md", "LICENSE", "CHANGELOG.md", "SECURITY.md", "ubiops/api/core_api.py"} <= names
    assert not [name for name in names if name.startswith(("test", "docs", "codegen"))]


def test_the_wheel_holds_every_file_of_the_package(built: Path, checkout: Path) -> None:
    files = {path.relative_to(checkout).as_posix() for path in (checkout / "ubiops").rglob("*") if path.is_file()}
    (path,) = (built / "plain").glob("*.whl")
    with zipfile.ZipFile(path) as wheel:
        assert {name for name in wheel.namelist() if name.startswith("ubiops/")} == files
