"""JSON without a character too many."""

from __future__ import annotations

import json
from typing import Any

_ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))


def compact(value: Any) -> bytes:
    """Return the JSON of a value in UTF-8, as it is handed to models and measured."""
    return _ENCODER.encode(value).encode("utf-8", "surrogatepass")
