"""Zip files from elsewhere."""

from __future__ import annotations

import struct
import zipfile
from typing import IO

_ENTRY = struct.Struct("<4s24x3H12x")  # signature, lengths of what follows: name, extra field, comment
_SIZE, _LOCATION = 5, 9
_ZIP64_END = 56 + 20


class TooManyEntries(ValueError):
    """A zip file holds more than it may."""


def check_entries(stream: IO[bytes], limit: int) -> None:
    """Count the entries of a zip file, which `ZipFile` would all load into memory: some hundred bytes for 46.

    Args:
        stream: The file. Its position changes.
        limit: How many there may be.

    Raises:
        TooManyEntries: It holds more.
        zipfile.BadZipFile: It is no zip file, or is damaged.
    """
    end = zipfile._EndRecData(stream)  # type: ignore[attr-defined] # found as ZipFile will find it
    if not end:
        raise zipfile.BadZipFile("File is not a zip file")
    left = end[_SIZE]
    stream.seek(max(0, end[_LOCATION] - left - (_ZIP64_END if end[0] == b"PK\6\6" else 0)))
    count = 0
    while left > 0:
        header = stream.read(_ENTRY.size)
        if len(header) < _ENTRY.size or not header.startswith(b"PK\1\2"):
            raise zipfile.BadZipFile("Its list of entries is damaged")
        count += 1
        if count > limit:
            raise TooManyEntries(f"it holds more than {limit:,} entries")
        rest = sum(_ENTRY.unpack(header)[1:])
        stream.seek(rest, 1)
        left -= _ENTRY.size + rest
