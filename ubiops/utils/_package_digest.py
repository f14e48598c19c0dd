"""What a package holds, as a digest."""

from __future__ import annotations

import hashlib
import zipfile
import zlib
from typing import IO, Iterable, Iterator, List, Tuple

from ubiops.utils._exceptions import PackageException
from ubiops.utils._package_source import AnyPath, look_at
from ubiops.utils._package_tree import Entry
from ubiops.utils._package_zip import CHUNK, is_program, may_run, opened

_MAY_RUN = 0o100 << 16
_UNIX = 3

Member = Tuple[str, str]
"""A name, and what is there: a file with its content, one that can be run, or an empty folder."""


def package_digest(path: AnyPath) -> str:
    """Return a digest of what a package holds: the same for a folder, and for any zip of the same files.

    Names, contents, whether a file can be run, and empty folders count; dates, order and compression do not. What
    stays out of a package (see `zip_dir`) stays out of its digest.

    Args:
        path: The folder or zip, as `upload_model` takes it.

    Returns:
        64 hexadecimal digits.

    Raises:
        PackageException: It cannot be a package, a file cannot be read, or the zip is damaged.
        MissingExtraException: If there is a `.ubiops-ignore`, and pathspec is not installed.
        OSError: There is no such folder or file.
    """
    package = look_at(path)
    if package.entries is not None:
        members: Iterable[Member] = _of_entries(package.entries)
    else:
        try:
            with zipfile.ZipFile(package.path) as archive:
                members = list(_of_zip(archive))
        except (zipfile.BadZipFile, EOFError, NotImplementedError, zlib.error) as error:
            raise PackageException(f"{package.path} is damaged: {error}") from error
    whole = hashlib.sha256()
    for name, held in sorted(members):
        whole.update(f"{name}\0{held}\0".encode("utf-8", "surrogatepass"))
    return whole.hexdigest()


def _of_entries(entries: Iterable[Entry]) -> Iterator[Member]:
    for entry in entries:
        if entry.source is None:
            yield entry.name, "folder"
            continue
        with opened(entry) as (stream, status):
            yield entry.name, _held(stream, status is not None and may_run(status))


def _of_zip(archive: zipfile.ZipFile) -> Iterator[Member]:
    members = {info.filename.replace("\\", "/"): info for info in archive.infolist()}
    names: List[str] = list(members)
    for name, info in members.items():
        if not info.is_dir():
            with archive.open(info) as stream:
                yield name, _held(stream, info.create_system == _UNIX and bool(info.external_attr & _MAY_RUN))
        elif not any(other.startswith(name) and other != name for other in names):
            yield name, "folder"


def _held(stream: IO[bytes], flagged: bool) -> str:
    content = hashlib.sha256()
    block = stream.read(CHUNK)
    kind = "program" if is_program(block, flagged) else "file"
    while block:
        content.update(block)
        block = stream.read(CHUNK)
    return f"{kind} {content.hexdigest()}"
