"""Packages: any bytes are unpacked within their directory, or refused; what is checked is what is unpacked."""

from __future__ import annotations

import os
import stat
import tempfile
import zipfile
from pathlib import Path

from ubiops.emulator.common.zips import TooManyEntries, check_entries
from ubiops.emulator.runtime import package
from ubiops.emulator.runtime.build import BuildError

RUNS = 100_000
LONGEST = 4096

MOST_ENTRIES = 20


def check(data: bytes) -> None:
    with tempfile.TemporaryDirectory() as name:
        home = Path(name)
        path, directory = home / "package.zip", home / "unpacked"
        path.write_bytes(data)
        directory.mkdir()
        _count(path)
        try:
            package.check(path)
            assert package.unpack(path, directory) == directory / "model_package"
        except BuildError as error:
            assert len(str(error)) < 2000
        assert sorted(home.iterdir()) == [path, directory]
        assert path.read_bytes() == data
        written = 0
        for folder, folders, files in os.walk(directory):
            for each in [*folders, *files]:
                status = (Path(folder) / each).lstat()
                assert stat.S_ISDIR(status.st_mode) or stat.S_ISREG(status.st_mode)
                written += status.st_size if stat.S_ISREG(status.st_mode) else 0
        assert written <= package.HARMLESS


def _count(path: Path) -> None:
    """Hold that entries are counted as `ZipFile` would load them."""
    with path.open("rb") as stream:
        try:
            check_entries(stream, MOST_ENTRIES)
        except TooManyEntries:
            return
        except (zipfile.BadZipFile, ValueError, OSError):
            return
    try:
        with zipfile.ZipFile(path) as archive:
            entries = len(archive.infolist())
    except Exception:
        return
    assert entries <= MOST_ENTRIES, entries
