"""Saving an answer to a file, completely or not at all."""

from __future__ import annotations

import itertools
import os
import tempfile
from pathlib import Path
from typing import Any, Iterator, Optional

from ubiops._response import file_name

BLOCK = 1 << 18


def save(response: Any, folder: Optional[str]) -> str:
    """Write the body of an answer to a new file.

    The name that the server gave is reserved by creating the file, so an existing file is never
    overwritten: the new one gets a number. The content is written beside it and renamed at the
    end, so a download that breaks leaves nothing behind.

    Args:
        response: Has `headers` and `stream` as urllib3 responses do.
        folder: Where to save; the system's folder for temporary files if None.

    Returns:
        The path of the file. Only its owner can read it.
    """
    name = file_name(response.headers.get("Content-Disposition")) or "download"
    path = _reserve(Path(folder or tempfile.gettempdir()), name)
    try:
        descriptor, partial = tempfile.mkstemp(prefix=".ubiops-", dir=str(path.parent))
        try:
            with os.fdopen(descriptor, "wb") as file:
                for block in response.stream(BLOCK):
                    file.write(block)
            Path(partial).replace(path)
        except BaseException:
            Path(partial).unlink()
            raise
    except BaseException:
        path.unlink()
        raise
    return str(path)


def _reserve(folder: Path, name: str) -> Path:
    """Create an empty file under the first name that is free."""
    for path in _candidates(folder, name):
        try:
            os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
        except FileExistsError:
            continue
        break
    return path


def _candidates(folder: Path, name: str) -> Iterator[Path]:
    stem, suffix = Path(name).stem, Path(name).suffix
    yield folder / name
    for number in itertools.count(1):
        yield folder / f"{stem} ({number}){suffix}"
