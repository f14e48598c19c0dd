"""What users give as a package: a folder, a zip, a class or a function."""

from __future__ import annotations

import os
import stat
import tempfile
import zipfile
import zlib
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Callable, Dict, Iterable, Iterator, List, NamedTuple, Optional, Sequence, Union

from ubiops._loading import LOADING
from ubiops._printable import printable
from ubiops.utils._exceptions import PackageException
from ubiops.utils._package_tree import ROOT, Entry, collect
from ubiops.utils._package_zip import write_zip
from ubiops.utils._progress import Progress

AnyPath = Union[str, "os.PathLike[str]"]
Source = Union[AnyPath, Callable[..., Any]]

MODEL_FILE_VARIABLE = "ML_MODEL_FILE_NAME"

_ENCRYPTED = 1
_QUICK = 16 << 20  # bytes


class Package(NamedTuple):
    """What becomes a package, looked at before it is made.

    Attributes:
        name: For progress and messages.
        names: The paths of its files in the zip.
        read: Gives the content of one.
        size: Bytes of all files; of a zip, its own.
        entries: What is to be zipped; None if it is a zip already.
        path: The zip, if it is one.
    """

    name: str
    names: List[str]
    read: Callable[[str], bytes]
    size: int
    entries: Optional[List[Entry]]
    path: Path


def look_at(path: Source, requirements: Optional[Iterable[str]] = None, files: Sequence[AnyPath] = ()) -> Package:
    """Find out what there is to pack.

    Args:
        path: A folder, zip, class or function.
        requirements: Of a class or function: lines for pip.
        files: Of a class or function: what goes into the package besides.

    Raises:
        PackageException: It cannot become a package.
        OSError: There is no such folder or file.
    """
    if not isinstance(path, (str, os.PathLike)):
        with LOADING:
            from ubiops.utils._notebook_package import entries_of

        name = getattr(path, "__name__", type(path).__name__)
        return _of_entries(name, entries_of(path, requirements, files))
    if requirements is not None or files:
        raise PackageException(
            "requirements and files are for classes and functions; put requirements.txt and other files into the folder"
        )
    place = Path(path)
    mode = place.stat().st_mode
    if stat.S_ISDIR(mode):
        return _of_entries(place.resolve().name, collect(place))
    if not stat.S_ISREG(mode):
        raise PackageException(f"{place} is neither a folder nor a zip")
    return _of_zip(place)


@contextmanager
def packed(package: Package, *, compress: bool = False, progress: Optional[bool] = None) -> Iterator[Path]:
    """Give the zip of a package, a temporary one unless it is one already."""
    if package.entries is None:
        yield package.path
        return
    with tempfile.TemporaryDirectory(prefix="ubiops-") as directory:
        output = Path(directory, "package.zip")
        write(package.entries, output, compress, f"Packing {package.name}", progress)
        yield output


def write(entries: List[Entry], output: Path, compress: bool, description: str, shown: Optional[bool]) -> None:
    """Write a zip, with a progress bar where that takes a while."""
    size = sum(entry.size for entry in entries)
    with Progress(description, size, "B", False if shown is None and size < _QUICK else shown) as bar:
        write_zip(entries, output, compress, bar)


def _of_entries(name: str, entries: List[Entry]) -> Package:
    sources: Dict[str, Any] = {entry.name: entry.source for entry in entries if entry.source is not None}

    def read(name: str) -> bytes:
        source = sources[name]
        try:
            return source if isinstance(source, bytes) else Path(source).read_bytes()
        except OSError as error:
            raise PackageException(f"{printable(name)} cannot be read: {error.strerror}") from error

    return Package(name, list(sources), read, sum(entry.size for entry in entries), entries, Path())


def _of_zip(path: Path) -> Package:
    try:
        with zipfile.ZipFile(path) as archive:
            members = archive.infolist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError) as error:
        raise PackageException(f"{path} is no zip; give the folder that holds model.py, or a zip of it") from error
    for member in members:
        if member.flag_bits & _ENCRYPTED:
            raise PackageException(f"{path} is encrypted with a password: {printable(member.filename)}")
        if stat.S_ISLNK(member.external_attr >> 16):
            raise PackageException(f"{path} holds a link, which the service refuses: {printable(member.filename)}")
    found = {member.filename.replace("\\", "/"): member for member in members if not member.is_dir()}
    if not any(name.startswith(f"{ROOT}/") for name in found):
        held = ", ".join(sorted({printable(name.partition("/")[0]) for name in found})[:3]) or "nothing"
        raise PackageException(f"{path} must hold a folder {ROOT} with everything in it; it holds {held}")

    def read(name: str) -> bytes:
        try:
            with zipfile.ZipFile(path) as archive:
                return archive.read(found[name])
        except (zipfile.BadZipFile, EOFError, NotImplementedError, zlib.error) as error:
            raise PackageException(f"{path} is damaged: {printable(name)}: {error}") from error

    return Package(path.name, list(found), read, path.stat().st_size, None, path)


def python_file(name: str) -> str:
    """Return the name of a file of Python, which may be given without its ending."""
    return name if name.endswith(".py") else f"{name}.py"
