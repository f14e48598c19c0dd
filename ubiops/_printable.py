"""Text from elsewhere, made fit for terminals and logs."""

from __future__ import annotations

import re

_UNSAFE = re.compile(
    "[\x00-\x1f\x7f-\x9f"  # control characters: escapes of terminals, and line breaks, which forge log lines
    "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"  # text runs the other way
    "\u2028\u2029\ufeff\ufff9-\ufffb\U000e0000-\U000e007f"  # more line breaks, and what cannot be seen
    "\ud800-\udfff]"  # half characters, which no stream can write
)


def printable(text: str) -> str:
    """Return a text in one line, with what terminals and logs would obey written as escapes."""
    return _UNSAFE.sub(lambda match: match.group().encode("unicode_escape").decode(), text)
