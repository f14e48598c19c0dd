"""Unpacks uploaded packages, of which nothing is trusted, and finds the model in them."""

from __future__ import annotations

import shutil
import stat
import zipfile
import zlib
from pathlib import Path
from typing import Iterator, Mapping, Tuple

from .build import BuildError

MAX_UNPACKED = 8 << 30
MAX_MEMBERS = 100_000
# A zip bomb unpacks to a multiple of itself that no model does: deflate's limit is about 1,030, text and weights full
# of zeros seldom pass 100. Small packages may (an empty array), and cannot do harm.
MAX_RATIO = 200
HARMLESS = 64 << 20

MODEL_FILE_VARIABLE = "ML_MODEL_FILE_NAME"


def unpack(package: Path, directory: Path) -> Path:
    """Unpack a package.

    Args:
        package: The zip.
        directory: Where to; must exist and be empty. Nothing is written outside of it.

    Returns:
        The directory in it that holds the model: `model_package`, or the only one there is.

    Raises:
        BuildError: If it is no zip, is broken, holds links or paths that lead outside, or is a zip bomb.
    """
    try:
        with zipfile.ZipFile(package) as archive:
            for member, path in _checked(archive, package.stat().st_size):
                target = directory / path
                if member.is_dir():
                    target.mkdir(parents=True, exist_ok=True)
                    continue
                target.parent.mkdir(parents=True, exist_ok=True)
                # zipfile reads no more than the size it announced, which _checked has added up.
                with archive.open(member) as source, target.open("xb") as copy:
                    shutil.copyfileobj(source, copy, 1 << 20)
                if member.external_attr >> 16 & 0o111:
                    target.chmod(0o755)
    except zipfile.BadZipFile as error:
        raise BuildError(f"The package is not a valid zip file: {error}") from None
    except FileExistsError as error:
        name = Path(error.filename).relative_to(directory)
        raise BuildError(f"The package holds {name} twice") from None
    # RuntimeError and its NotImplementedError: passwords and compression methods that zipfile does not know.
    except (OSError, EOFError, RuntimeError, ValueError, zlib.error) as error:
        raise BuildError(f"The package could not be unpacked: {error}") from None
    return _root(directory)


def _checked(archive: zipfile.ZipFile, packed: int) -> Iterator[Tuple[zipfile.ZipInfo, str]]:
    """Yield the members with their safe relative paths, after all of them have been found harmless."""
    members = archive.infolist()
    if len(members) > MAX_MEMBERS:
        raise BuildError(f"The package holds {len(members)} files; {MAX_MEMBERS} is the limit")
    unpacked = sum(member.file_size for member in members)
    if unpacked > MAX_UNPACKED or unpacked > max(HARMLESS, packed * MAX_RATIO):
        raise BuildError(f"The package unpacks from {packed} to {unpacked} bytes, which looks like a zip bomb")
    paths = [_safe_path(member) for member in members]
    yield from zip(members, paths)


def _safe_path(member: zipfile.ZipInfo) -> str:
    # Some Windows tools write backslashes for slashes.
    path = member.filename.replace("\\", "/")
    if path.startswith("/") or path[1:2] == ":" or ".." in path.split("/"):
        raise BuildError(f"The package holds a path that leads outside of it: {member.filename!r}")
    kind = stat.S_IFMT(member.external_attr >> 16)
    if kind == stat.S_IFLNK:
        raise BuildError(f"The package holds a symbolic link, which is not allowed: {member.filename!r}")
    if kind not in (0, stat.S_IFREG, stat.S_IFDIR):
        raise BuildError(f"The package holds a special file, which is not allowed: {member.filename!r}")
    return path


def _root(directory: Path) -> Path:
    named = directory / "model_package"
    if named.is_dir():
        return named
    # macOS puts a directory of its own beside what was zipped.
    found = [entry for entry in directory.iterdir() if entry.is_dir() and entry.name != "__MACOSX"]
    if len(found) != 1:
        raise BuildError("The package holds no directory 'model_package' at its root")
    return found[0]


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
    path = root / name
    if path.parent != root or not path.is_file():
        raise BuildError(f"The package holds no file {name!r} in its directory {root.name!r}")
    return path
