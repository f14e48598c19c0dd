"""Arguments that many functions take: refused before anything is sent if they make no sense."""

from __future__ import annotations

import os
from typing import Iterable, Optional, TypeVar

from ubiops import ApiTypeError, ApiValueError

T = TypeVar("T")


def checked_timeout(timeout: float) -> float:
    """Return a time limit in seconds, if it is one."""
    if isinstance(timeout, bool) or not isinstance(timeout, (int, float)):
        raise ApiTypeError(f"timeout: must be a number of seconds or None, not {timeout!r}")
    if not timeout >= 0:
        raise ApiValueError(f"timeout: must be a number of seconds from 0, not {timeout!r}")
    return timeout


def checked_count(count: int, name: str, most: Optional[int] = None) -> int:
    """Return a number from 1, and to `most` if that is given, if it is one."""
    if isinstance(count, bool) or not isinstance(count, int):
        raise ApiTypeError(f"{name}: must be a whole number, not {count!r}")
    if count < 1 or (most is not None and count > most):
        raise ApiValueError(f"{name}: must be {'at least 1' if most is None else f'1 to {most}'}, not {count!r}")
    return count


def checked_many(items: Iterable[T], name: str) -> Iterable[T]:
    """Return several things, if they are not a single one, which may be iterable too."""
    single = isinstance(items, (str, bytes, bytearray, memoryview, os.PathLike))
    if single or hasattr(items, "read") or hasattr(items, "to_csv"):
        raise ApiTypeError(f"{name}: put a single one into a list")
    if not hasattr(items, "__iter__"):
        raise ApiTypeError(f"{name}: must be a list or another iterable, not {type(items).__name__}")
    return items
