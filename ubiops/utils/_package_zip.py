"""Zips that are the same, byte by byte, for the same files."""

from __future__ import annotations

import io
import os
import secrets
import stat
import zipfile
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Iterable, Iterator, Optional, Tuple

from ubiops._printable import printable
from ubiops.utils._exceptions import PackageException
from ubiops.utils._package_ignore import PART
from ubiops.utils._package_tree import Entry
from ubiops.utils._progress import Progress

_DATE = (1980, 1, 1, 0, 0, 0)  # the earliest that a zip can tell
_UNIX = 3
_DOS_FOLDER = 0x10
CHUNK = 1 << 20
_PROGRAMS = (b"#!", b"\x7fELF")  # what Linux can run begins like this


def write_zip(entries: Iterable[Entry], output: Path, compress: bool, progress: Progress) -> None:
    """Write a zip, beside its place first, so that a broken one never lies there.

    Args:
        entries: What goes into it, in this order.
        output: Where to; what lies there is replaced at the end.
        compress: Whether to deflate.
        progress: Told of every byte that was read.

    Raises:
        PackageException: If a file cannot be read, or changes meanwhile.
        OSError: If the zip cannot be written.
    """
    part = output.with_name(f".{output.name}-{secrets.token_hex(4)}{PART}")
    method = zipfile.ZIP_DEFLATED if compress else zipfile.ZIP_STORED
    try:
        with part.open("xb") as stream, zipfile.ZipFile(stream, "w", method) as archive:
            for entry in entries:
                _add(archive, entry, progress)
        part.replace(output)
    except BaseException:
        part.unlink(missing_ok=True)
        raise


def _add(archive: zipfile.ZipFile, entry: Entry, progress: Progress) -> None:
    info = zipfile.ZipInfo(entry.name, _DATE)
    info.create_system = _UNIX
    if entry.source is None:
        info.external_attr = (stat.S_IFDIR | 0o755) << 16 | _DOS_FOLDER
        archive.writestr(info, b"")
        return
    info.compress_type = archive.compression
    with opened(entry) as (source, status):
        block = _read(source, entry.name)
        program = is_program(block, status is not None and may_run(status))
        info.external_attr = (stat.S_IFREG | (0o755 if program else 0o644)) << 16
        info.file_size = left = entry.size if status is None else status.st_size
        with archive.open(info, "w") as target:
            while block and left >= len(block):
                target.write(block)
                left -= len(block)
                progress.advance(len(block))
                block = _read(source, entry.name)
        if left or block or (status is not None and os.fstat(source.fileno()).st_mtime_ns != status.st_mtime_ns):
            raise PackageException(f"{printable(entry.name)} changed while it was being packed; try it again")


def is_program(beginning: bytes, flagged: bool) -> bool:
    """Tell whether a file of a package can be run: its system says so, or Linux would see it by how it begins."""
    return flagged or beginning.startswith(_PROGRAMS)


@contextmanager
def opened(entry: Entry) -> Iterator[Tuple[IO[bytes], Optional[os.stat_result]]]:
    """Give the content of a file, and what the system says of it, if it is on a disk."""
    if not isinstance(entry.source, Path):
        yield io.BytesIO(entry.source or b""), None
        return
    try:
        source = entry.source.open("rb", buffering=0)
    except OSError as error:
        raise PackageException(f"{printable(entry.name)} cannot be read: {error.strerror}") from error
    with source:
        yield source, os.fstat(source.fileno())


def _read(source: IO[bytes], name: str) -> bytes:
    try:
        return source.read(CHUNK)
    except OSError as error:
        raise PackageException(f"{printable(name)} cannot be read: {error.strerror}") from error


def may_run(status: os.stat_result) -> bool:
    """Tell whether the system says that a file can be run."""
    # Windows goes by the ending of the name, and what it runs, the service does not.
    return os.name != "nt" and bool(status.st_mode & stat.S_IXUSR)
