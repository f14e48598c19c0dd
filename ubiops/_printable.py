"""Text from elsewhere, made fit for terminals and logs."""

from __future__ import annotations

import re

_UNSAFE = (
    "[\x00-\x1f\x7f-\x9f"  # control characters: escapes of terminals, and line breaks, which forge log lines
    "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"  # text runs the other way
    "\u2028\u2029\ufeff\ufff9-\ufffb\U000e0000-\U000e007f"  # more line breaks, and what cannot be seen
    "\ud800-\udfff]"  # half characters, which no stream can write
)
_PATH = r"~|\.{1,2}|(~|\.{0,2}[/\\]|[A-Za-z]:).{1,250}|[^\n]{1,250}\.\w{1,5}"
_HOST = r"(?i:[\w+]{1,9}:.{0,250}|([\w-]{1,63}\.)+[\w-]{1,63}.{0,100}|localhost.{0,100})"


def quoted_path(path: object) -> str:
    """Return a path for an error message; what does not look like one may be a secret, and is not shown."""
    return _quoted(str(path), _PATH)


def quoted_host(host: str) -> str:
    """Return a URL or host name for an error message; what does not look like one may be a secret."""
    return _quoted(host.rpartition("@")[2], _HOST)


def quoted_setting(value: object) -> str:
    """Return the value of a setting for an error message; a long text may be a secret, and is not shown."""
    if isinstance(value, str) and len(value) > 16:
        return f"a text of {len(value)} characters"
    try:
        return repr(value)[:200]
    except Exception:
        return f"a value of type {type(value).__name__} that cannot be shown"


def _quoted(text: str, shape: str) -> str:
    if re.fullmatch(shape, text) and "-----" not in text:
        return printable(text)
    return f"a text of {len(text)} characters that looks like none"


def printable(text: str) -> str:
    """Return a text in one line, with what terminals and logs would obey written as escapes."""
    return re.sub(_UNSAFE, lambda match: match.group().encode("unicode_escape").decode(), text)
