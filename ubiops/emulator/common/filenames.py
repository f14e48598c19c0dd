"""Names of uploaded files, which come from outside and go to disks and headers."""

from __future__ import annotations

import os
import re
from pathlib import Path
from urllib.parse import quote

from .errors import bad_request


def base_name(filename: str) -> str:
    r"""Return the last part of a file name, after `/` and `\`.

    Raises:
        ApiError: 400 when nothing usable is left: empty, `.`, `..`, control characters, more than 255 bytes.
    """
    name = re.split(r"[\\/]", filename)[-1]
    if name in ("", ".", "..") or not name.isprintable() or len(name.encode("utf-8", "replace")) > 255:
        raise bad_request("file: needs a file name of at most 255 bytes, without control characters")
    return name


def on_disk(text: str) -> str:
    """Return text as this locale shows the file or variable that holds it in UTF-8: itself, where that is the encoding.

    Models live in UTF-8 in any locale, as they do in the service.
    """
    return os.fsdecode(text.encode("utf-8", "surrogateescape"))


def in_utf8(path: Path) -> str:
    """Return a path as models see it; see `on_disk`."""
    return os.fsencode(path).decode("utf-8", "surrogateescape")


def content_disposition(filename: str) -> str:
    """Return the header value that offers a download under a name.

    The name is always quoted: the command line client of the service takes unquoted ones apart.
    """
    plain = filename.encode("ascii", "replace").decode("ascii").replace("\\", "\\\\").replace('"', '\\"')
    header = f'attachment; filename="{plain}"'
    return header if filename.isascii() else f"{header}; filename*=UTF-8''{quote(filename, safe='')}"
