"""Names as the system has them, and those of cases."""

from __future__ import annotations

import os
import re
import sys

import pytest

documented = pytest.mark.skipif(sys.flags.optimize > 1, reason="`python -OO` leaves docstrings out")


def on_disk(name: str) -> str:
    """Return text as this locale shows a file, argument or variable that holds it in UTF-8: itself, but for ASCII."""
    return os.fsdecode(name.encode())


def case(value: object) -> str:
    """Name a case alike in every process, so that several can share them: without addresses in memory."""
    return re.sub(r" at 0x[0-9a-fA-F]+", "", repr(value))
