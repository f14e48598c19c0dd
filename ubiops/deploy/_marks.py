"""The digest of a package in the description of its version.

It tells the content together with the moment of the upload, so that a package that was uploaded by something else
does not pass for the one that is noted.
"""

from __future__ import annotations

import hashlib
import re
from datetime import datetime
from typing import Optional

LONGEST = 200  # characters of a description, by the API
_MARK = re.compile(r" ?\[package [0-9a-f]{16}\]")


def mark(digest: str, uploaded: Optional[datetime]) -> str:
    """Return what notes a package.

    Args:
        digest: The digest of its content.
        uploaded: When it was uploaded, as the API tells.
    """
    moment = uploaded.isoformat() if uploaded else ""
    return f"[package {hashlib.sha256(f'{digest} {moment}'.encode()).hexdigest()[:16]}]"


def without(description: Optional[str]) -> str:
    """Return a description without the mark."""
    return _MARK.sub("", description or "")


def marked(description: Optional[str], noted: str) -> str:
    """Return a description with this mark; without any, if there is no room for it."""
    text = without(description)
    whole = f"{text} {noted}".lstrip()
    return whole if len(whole) <= LONGEST else text


def moved(description: str, present: Optional[str]) -> str:
    """Return a new description with the mark of the present one, if it has one."""
    found = _MARK.search(present or "")
    return marked(description, found.group().lstrip()) if found else description
