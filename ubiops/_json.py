"""JSON to values: by orjson, where it is installed and gives what `json` gives."""

from __future__ import annotations

import contextlib
import functools
import json
import re
from typing import Any, Callable, Optional

from ubiops._loading import LOADING

LARGE = 1 << 12
"""Bytes from which on orjson is worth its import."""

EXACT = 9e18
"""Numbers between this and its negative are what a text says; what takes more than 64 bits orjson makes a float."""

_OLDEST = (3, 9, 15)
"""Before this orjson follows brackets in brackets until it has no stack left, which ends the program."""

_ZEROS = bytes.maketrans(b"123456789", b"0" * 9)
_LONG_NUMBER = b"0" * 19


def parse_json(data: bytes, is_plain: Optional[Callable[[Any], bool]] = None) -> Any:
    """Return the value of a JSON text in UTF-8.

    Args:
        data: The text.
        is_plain: Tells whether all numbers in a value are `EXACT`, which saves a search for long ones in the text.

    Raises:
        ValueError: It is none.
        RecursionError: It is nested too deeply.
    """
    loads = _loads_of_orjson() if len(data) >= LARGE else None
    if loads is not None:
        with contextlib.suppress(ValueError):  # what orjson refuses `json` may take: NaN, half characters
            value = loads(data)
            if (is_plain and is_plain(value)) or _LONG_NUMBER not in data.translate(_ZEROS):
                return value
    return json.loads(data.decode())


@functools.lru_cache(maxsize=None)
def _loads_of_orjson() -> Optional[Callable[[bytes], Any]]:
    try:
        with LOADING:
            import orjson
    except ImportError:
        return None
    version = tuple(map(int, re.findall("[0-9]+", orjson.__version__)))
    return orjson.loads if version >= _OLDEST else None
