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

    The content is written under another name, `.ubiops-` and more, and gets the name that the server
    gave once it is complete: a download that breaks leaves nothing behind, and a program that is
    killed nothing but that file. An existing file is never overwritten: the new one gets a number.

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
        return str(_write(response, Path(folder or tempfile.gettempdir()), _fit(name)))
    except BaseException:
        if hasattr(response, "close"):
            response.close()
        raise


def _fit(name: str) -> str:
    """Return a file name as this system's encoding has it; in a C locale it knows ASCII alone."""
    try:
        os.fsencode(name)
    except UnicodeEncodeError:
        return os.fsdecode(name.encode())
    return name


def _write(response: Any, folder: Path, name: str) -> Path:
    descriptor, path = tempfile.mkstemp(prefix=".ubiops-", dir=str(folder))
    partial = Path(path)
    try:
        with os.fdopen(descriptor, "wb") as file:
            for block in _blocks(response):
                file.write(block)
        return next(path for path in _names(folder, name) if _rename(partial, path))
    except BaseException:
        partial.unlink()
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


def _names(folder: Path, name: str) -> Iterator[Path]:
    """Yield the paths that the file may have, the best first."""
    path = folder / name
    yield path
    number = 0
    while True:
        number += 1
        yield folder / f"{path.stem} ({number}){path.suffix}"


def _rename(partial: Path, path: Path) -> bool:
    """Give a file its name; return whether that was free."""
    try:
        os.link(str(partial), str(path))
    except FileExistsError:
        return False
    except (AttributeError, OSError):  # neither every system nor every file system knows links
        return _rename_reserved(partial, path)
    partial.unlink()
    return True


def _rename_reserved(partial: Path, path: Path) -> bool:
    try:
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    except FileExistsError:
        return False
    partial.replace(path)
    return True
