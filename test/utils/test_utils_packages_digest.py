"""What tells packages apart."""

from __future__ import annotations

import os
import zipfile
from pathlib import Path
from typing import Any, Callable

import pytest

from ubiops import utils


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A package with a program, a file in a folder, and an empty folder."""
    folder = tmp_path / "package"
    (folder / "inner").mkdir(parents=True)
    (folder / "empty").mkdir()
    (folder / "model.py").write_text("class Model: ...\n")
    (folder / "inner" / "data.txt").write_text("data")
    (folder / "inner" / "run").write_bytes(b"x" * (1 << 20) + b"y")
    (folder / "inner" / "run").chmod(0o755)
    return folder


@pytest.mark.parametrize("compress", [False, True])
def test_a_folder_and_its_zips_are_the_same(folder: Path, tmp_path: Path, compress: bool) -> None:
    digest = utils.package_digest(folder)
    assert len(digest) == 64
    assert utils.package_digest(utils.zip_dir(folder, tmp_path / "a.zip", compress=compress)) == digest


def test_zips_of_others_are_the_same(folder: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        for path in sorted(folder.rglob("*"), reverse=True):
            archive.write(path, f"model_package/{path.relative_to(folder)}")
    assert utils.package_digest(tmp_path / "a.zip") == utils.package_digest(folder)


def test_dates_and_what_stays_out_do_not_count(folder: Path) -> None:
    digest = utils.package_digest(folder)
    os.utime(folder / "model.py", (0, 0))
    (folder / "__pycache__").mkdir()
    (folder / "__pycache__" / "model.pyc").write_text("x")
    assert utils.package_digest(folder) == digest


@pytest.mark.parametrize(
    "change",
    [
        lambda path: (path / "model.py").write_text("class Model: pass\n"),
        lambda path: (path / "inner" / "data.txt").rename(path / "inner" / "data2.txt"),
        lambda path: (path / "inner" / "data.txt").unlink(),
        lambda path: (path / "inner" / "run").chmod(0o644),
        lambda path: (path / "inner" / "run").write_bytes(b"x" * (1 << 20) + b"z"),
        lambda path: (path / "empty").rmdir(),
    ],
    ids=["content", "name", "file", "mode", "end", "folder"],
)
def test_what_makes_another_package(folder: Path, change: Callable[[Path], Any]) -> None:
    digest = utils.package_digest(folder)
    change(folder)
    assert utils.package_digest(folder) != digest


def test_what_is_no_package(folder: Path, tmp_path: Path) -> None:
    archive = utils.zip_dir(folder, tmp_path / "a.zip")
    content = bytearray(archive.read_bytes())
    content[content.index(b"class Model")] ^= 1
    archive.write_bytes(content)
    with pytest.raises(utils.PackageException, match=r"a\.zip is damaged: Bad CRC-32"):
        utils.package_digest(archive)
    with pytest.raises(FileNotFoundError):
        utils.package_digest(tmp_path / "missing")
