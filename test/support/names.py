"""Names as the system has them."""

from __future__ import annotations

import os


def on_disk(name: str) -> str:
    """Return text as this locale shows a file, argument or variable that holds it in UTF-8: itself, but for ASCII."""
    return os.fsdecode(name.encode())
