"""Judges and unpacks uploaded packages, of which nothing is trusted, and finds the model in them."""

from __future__ import annotations

import lzma
import re
import shutil
import stat
import zipfile
import zlib
from contextlib import contextmanager
from pathlib import Path
from typing import Dict, Iterator, Mapping, Optional, Tuple

from ..common.filenames import on_disk
from ..common.zips import check_entries
from .build import BuildError

MAX_UNPACKED = 8 << 30
MAX_MEMBERS = 100_000
# A zip bomb unpacks to a multiple of itself that no model does: deflate's limit is about 1,030, text and weights full
# of zeros seldom pass 100. Small packages may (an empty array), and cannot do harm.
MAX_RATIO = 200
HARMLESS = 64 << 20

MODEL_FILE_VARIABLE = "ML_MODEL_FILE_NAME"

_LONGEST_NAME = 255  # bytes; what the file systems of Linux and macOS take
_ENCRYPTED = 1
_UTF8 = 0x800
_READABLE = {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA}


def check(package: Path) -> None:
    """Refuse a package that `unpack` would refuse, without unpacking it.

    Args:
        package: The zip.

    Raises:
        BuildError: If it is no zip, holds links, passwords or paths that lead outside, or is a zip bomb.
    """
    with _opened(package):
        pass


def unpack(package: Path, directory: Path) -> Path:
    """Unpack a package.

    Args:
        package: The zip.
        directory: Where to; must exist and be empty. Nothing is written outside of it.

    Returns:
        The directory in it that holds the model, `model_package`.

    Raises:
        BuildError: If `check` refuses it, it is broken, or holds no such directory.
    """
    with _opened(package) as (archive, members):
        for path, member in members.items():
            target = directory / path
            if member is None:
                target.mkdir(parents=True, exist_ok=True)
                continue
            target.parent.mkdir(parents=True, exist_ok=True)
            # zipfile reads no more than the size it announced, which _checked has added up.
            with archive.open(member) as source, target.open("xb") as copy:
                shutil.copyfileobj(source, copy, 1 << 20)
            if member.external_attr >> 16 & 0o111:
                target.chmod(0o755)
    root = directory / "model_package"
    if not root.is_dir():
        # macOS puts a directory of its own beside what was zipped.
        found = sorted(repr(entry.name) for entry in directory.iterdir() if entry.name != "__MACOSX")[:3]
        held = f"; it holds {', '.join(found)}" if found else ""
        raise BuildError(f"The package holds no directory 'model_package' at its root{held}")
    return root


Members = Mapping[str, Optional[zipfile.ZipInfo]]


@contextmanager
def _opened(package: Path) -> Iterator[Tuple[zipfile.ZipFile, Members]]:
    """Give the archive, and what is to be written: safe relative paths with their members, None for a directory."""
    try:
        with package.open("rb") as stream:
            check_entries(stream, MAX_MEMBERS)
            with zipfile.ZipFile(stream) as archive:
                yield archive, _checked(archive, package.stat().st_size)
    except zipfile.BadZipFile as error:
        raise BuildError(f"The package is not a valid zip file: {error}") from None
    # RuntimeError and its NotImplementedError: features that zipfile does not know.
    except (OSError, EOFError, RuntimeError, ValueError, OverflowError, lzma.LZMAError, zlib.error) as error:
        raise BuildError(f"The package could not be unpacked: {error}") from None


def _checked(archive: zipfile.ZipFile, packed: int) -> Members:
    members = archive.infolist()
    unpacked = sum(member.file_size for member in members)
    if unpacked > MAX_UNPACKED or unpacked > max(HARMLESS, packed * MAX_RATIO):
        raise BuildError(f"The package unpacks from {packed} to {unpacked} bytes, which looks like a zip bomb")
    found: Dict[str, Optional[zipfile.ZipInfo]] = {}
    for member in members:
        path, is_directory = _safe_path(member)
        found[path] = None if is_directory else member  # of a name that comes twice, the last counts, as for unzip
    folders = {folder for path in found for folder in _folders(path)}
    for path in folders:
        if found.get(path) is not None:
            raise BuildError(f"The package holds {path!r} both as a file and as a directory")
    return found


def _folders(path: str) -> Iterator[str]:
    end = path.find("/")
    while end >= 0:
        yield path[:end]
        end = path.find("/", end + 1)


def _safe_path(member: zipfile.ZipInfo) -> Tuple[str, bool]:
    """Return the relative path of a member, and whether it is a directory."""
    name = _name(member)
    # Some Windows tools write backslashes for slashes.
    path = name.replace("\\", "/")
    parts = [part for part in path.split("/") if part not in ("", ".")]
    kind = stat.S_IFMT(member.external_attr >> 16)
    is_directory = path.endswith("/") or kind == stat.S_IFDIR
    if not (parts or is_directory):
        raise BuildError("The package holds a file without a name")
    if path.startswith("/") or re.match("[A-Za-z]:/", path) or ".." in parts:
        raise BuildError(f"The package holds a path that leads outside of it: {name[:200]!r}")
    if any(len(part.encode()) > _LONGEST_NAME for part in parts):
        raise BuildError(f"The package holds a name of more than {_LONGEST_NAME} bytes: {name[:100]!r}")
    if kind == stat.S_IFLNK:
        raise BuildError(f"The package holds a symbolic link, which is not allowed: {name[:200]!r}")
    if kind not in (0, stat.S_IFREG, stat.S_IFDIR):
        raise BuildError(f"The package holds a special file, which is not allowed: {name[:200]!r}")
    if member.flag_bits & _ENCRYPTED:
        raise BuildError(f"The package holds a file that is encrypted with a password: {name[:200]!r}")
    if member.compress_type not in _READABLE:
        method = f"method {member.compress_type}, which cannot be read"
        raise BuildError(f"The package holds a file compressed by {method}: {name[:200]!r}")
    return on_disk("/".join(parts)), is_directory


def _name(member: zipfile.ZipInfo) -> str:
    if member.flag_bits & _UTF8:
        return member.filename
    try:  # macOS writes UTF-8 and does not say so; zipfile takes it for the encoding of DOS
        return member.filename.encode("cp437").decode("utf-8")
    except UnicodeError:
        return member.filename


def model_file(root: Path, environment: Mapping[str, str]) -> Path:
    """Find the file with the model.

    Args:
        root: What `unpack` returned.
        environment: `ML_MODEL_FILE_NAME` in it names the file, with or without `.py`; default `model.py`.

    Raises:
        BuildError: If there is no such file in the root itself.
    """
    name = environment.get(MODEL_FILE_VARIABLE, "").strip() or "model"
    if not name.endswith(".py"):
        name += ".py"
    path = root / on_disk(name)
    if path.parent != root or not path.is_file():
        raise BuildError(f"The package holds no file {name!r} in its directory {root.name!r}")
    return path
