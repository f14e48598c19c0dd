"""The data that models receive and return, compared with the fields that they declare."""

from __future__ import annotations

import json
from functools import lru_cache
from typing import Any, Callable, Dict, Mapping, Sequence, Tuple

from dateutil.parser import isoparse

from ..common.errors import ApiError, quoted

DataField = Mapping[str, str]
"""`{"name": ..., "data_type": ...}`."""


class DataError(ApiError):
    """Data that does not fit (400).

    Args:
        message: what does not fit, and where.
    """

    def __init__(self, message: str) -> None:
        super().__init__(400, message)


def _is_int(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)


def _is_double(value: object) -> bool:
    return isinstance(value, (int, float)) and not isinstance(value, bool)


def _is_string(value: object) -> bool:
    return isinstance(value, str)


def _is_bool(value: object) -> bool:
    return isinstance(value, bool)


def _is_timestamp(value: object) -> bool:
    """Tell whether a value is the text of a date and time, or of a whole date, in ISO 8601."""
    if not isinstance(value, str) or len(value) < len("20200513"):
        return False
    try:
        isoparse(value)
    except ValueError:
        return False
    return True


_Check = Callable[[object], bool]
_SCALARS: Dict[str, Tuple[str, _Check]] = {
    "int": ("an integer", _is_int),
    "string": ("a string", _is_string),
    "double": ("a double", _is_double),
    "bool": ("a bool", _is_bool),
    "timestamp": ("a timestamp in ISO 8601, such as 2020-05-13T14:39:50Z", _is_timestamp),
    "blob": ("the id of a blob", _is_string),
}
_ARRAYS = {
    "array_int": ("an array of integers", "int"),
    "array_double": ("an array of doubles", "double"),
    "array_string": ("an array of strings", "string"),
}
DATA_TYPES = (*_SCALARS, *_ARRAYS)
"""The types that fields can have."""


@lru_cache(maxsize=1000)  # as a version's are looked at several times in each of its requests
def fields_of(stored: str) -> Sequence[DataField]:
    """Return the fields that the database holds as JSON. Nobody may change them."""
    return tuple(json.loads(stored))


@lru_cache(maxsize=1000)
def _checks(stored: str) -> Sequence[Tuple[str, str, _Check]]:
    """Return name and type of each field, and what tells whether a value fits it."""
    return tuple((field["name"], field["data_type"], _check_of(field["data_type"])) for field in fields_of(stored))


def _check_of(data_type: str) -> _Check:
    if data_type in _SCALARS:
        return _SCALARS[data_type][1]
    fits = _SCALARS[_ARRAYS[data_type][1]][1]
    return lambda value: isinstance(value, list) and all(map(fits, value))


def check_data(data: object, kind: str, stored: str) -> None:
    """Check the input or output of a model.

    Args:
        data: a string for plain models, an object with exactly the fields for structured ones.
        kind: `plain` or `structured`.
        stored: the fields of a structured input or output, as the database holds them.

    Raises:
        DataError: it does not fit; the text names the field.
    """
    if kind == "plain":
        if not isinstance(data, str):
            raise DataError(f"Data validation error: plain data must be a string, not {quoted(data)}")
        return
    if not isinstance(data, dict):
        expected = ", ".join(name for name, _, _ in _checks(stored))
        raise DataError(f"Data validation error: must be an object with the fields {expected}, not {quoted(data)}")
    checks = _checks(stored)
    for name, data_type, fits in checks:
        if name not in data:
            raise DataError(f"Data validation error for field {name}: it is missing")
        if not fits(data[name]):
            raise DataError(f"Data validation error for field {name}: {_complaint(data[name], data_type)}")
    if len(data) > len(checks):
        names = [name for name, _, _ in checks]
        unknown = next(name for name in data if name not in names)
        raise DataError(f"Data validation error for field {unknown[:64]}: unknown; the fields are {', '.join(names)}")


@lru_cache(maxsize=1000)
def blob_names(stored: str) -> Sequence[str]:
    """Return the names of the blob fields among those that the database holds as JSON."""
    return tuple(field["name"] for field in fields_of(stored) if field["data_type"] == "blob")


def blob_fields(data: object, stored: str) -> Dict[str, str]:
    """Return the values of the blob fields of data that has been checked, by field name."""
    names = blob_names(stored)
    return {name: data[name] for name in names} if names and isinstance(data, dict) else {}


def _complaint(value: Any, data_type: str) -> str:
    """Say why a value does not fit."""
    if data_type in _SCALARS:
        return f"Cannot cast {quoted(value)} to {_SCALARS[data_type][0]}"
    plural, of = _ARRAYS[data_type]
    if not isinstance(value, list):
        return f"Cannot cast {quoted(value)} to {plural}"
    noun, fits = _SCALARS[of]
    index, item = next((index, item) for index, item in enumerate(value) if not fits(item))
    return f"Cannot cast {quoted(item)} at position {index} to {noun}"
