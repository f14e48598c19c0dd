"""Saving an answer to a file, completely or not at all."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path
from typing import Any, Iterator, Optional

import urllib3.exceptions

from ubiops._bodies import pieces
from ubiops._loading import LOADING
from ubiops._response import file_name, headers_of

BLOCK = 1 << 18


def save(response: Any, folder: Optional[str]) -> str:
    """Write the body of an answer to a new file.

    The name that the server gave is reserved by creating the file, so an existing file is never
    overwritten: the new one gets a number. The content is written beside it and renamed at the
    end, so a download that breaks leaves nothing behind.

    Args:
        response: A urllib3 response, read already or not.
        folder: Where to save; the system's folder for temporary files if None.

    Returns:
        The path of the file. Only its owner can read it.

    Raises:
        ApiException: The connection broke before the body was complete.
        OSError: The file cannot be written.
    """
    try:
        name = file_name(headers_of(response).get("Content-Disposition")) or "download"
        path = _reserve(Path(folder or tempfile.gettempdir()), _fit(name))
        try:
            _write(response, path)
        except BaseException:
            path.unlink()
            raise
    except BaseException:
        if hasattr(response, "close"):
            response.close()
        raise
    return str(path)


def _fit(name: str) -> str:
    """Return a file name as this system's encoding has it; in a C locale it knows ASCII alone."""
    try:
        os.fsencode(name)
    except UnicodeEncodeError:
        return os.fsdecode(name.encode())
    return name


def _write(response: Any, path: Path) -> None:
    descriptor, partial = tempfile.mkstemp(prefix=".ubiops-", dir=str(path.parent))
    try:
        with os.fdopen(descriptor, "wb") as file:
            for block in _blocks(response):
                file.write(block)
        Path(partial).replace(path)
    except BaseException:
        Path(partial).unlink()
        raise


def _blocks(response: Any) -> Iterator[bytes]:
    if not hasattr(response, "stream") or response.closed:  # it was read already
        data = response.data
        yield data.encode() if isinstance(data, str) else data
        return
    try:
        yield from pieces(response, BLOCK)
    except urllib3.exceptions.HTTPError as cause:
        with LOADING:
            from ubiops._transport_errors import translate  # most programs never need it

        raise translate(cause)[0] from cause


def _reserve(folder: Path, name: str) -> Path:
    """Create an empty file under the first name that is free."""
    path = folder / name
    stem, suffix = path.stem, path.suffix
    number = 0
    while not _create(path):
        number += 1
        path = folder / f"{stem} ({number}){suffix}"
    return path


def _create(path: Path) -> bool:
    try:
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    except FileExistsError:
        return False
    return True
