"""Python values to JSON values."""

from __future__ import annotations

import datetime
import enum
import json
import math
import os
import sys
from typing import TYPE_CHECKING, Any, Dict, List, Mapping, Optional, Tuple, Union

from ubiops.exceptions import ApiTypeError, ApiValueError

if TYPE_CHECKING:
    import decimal

_EXACT = 2**53  # from here on a float may stand for several integers
JSON_SCALARS = frozenset((str, int, bool, type(None)))
SCALARS = JSON_SCALARS | {float}
_TOO_DEEP = "The value is nested too deeply, or contains itself"


class Null(enum.Enum):
    """The type of `ubiops.NULL`."""

    NULL = None

    def __bool__(self) -> bool:
        return False

    def __repr__(self) -> str:
        return "ubiops.NULL"


NULL: Any = Null.NULL
"""Sends ``null``. A field of a model that is None is left out of the request instead."""


def to_json_value(value: Any) -> Any:
    """Return the JSON value that stands for a Python value.

    Models become objects without their unset fields, dates ISO 8601 text, numpy arrays and
    scalars lists and numbers, a pandas row (a Series with text labels) an object, another
    Series a list, a DataFrame a list of objects, sets and tuples lists, enumerations their
    value, UUIDs and paths text, decimals numbers, and bytes the UTF-8 text they hold. Whole
    floats of numpy and pandas become integers, which they often were.

    Raises:
        ApiTypeError: The value, or something in it, has no JSON form.
        ApiValueError: A number is not finite, bytes are not UTF-8, or a container holds itself.
    """
    try:
        return _convert(value)
    except _Refused as refused:
        raise refused.error_class(refused.message, list(reversed(refused.path))) from refused.__cause__
    except RecursionError:
        raise ApiValueError(_TOO_DEEP) from None


def to_json_text(value: Any) -> str:
    """Return a Python value as JSON text."""
    return json_text(to_json_value(value))


def json_text(converted: Any) -> str:
    """Return a JSON value as JSON text.

    Raises:
        ApiValueError: An integer has more digits than Python writes, or the value is nested too deeply.
    """
    try:
        return json.dumps(converted)
    except ValueError as error:
        message = f"This cannot be written as JSON: {error}"
    except RecursionError:
        message = _TOO_DEEP
    raise ApiValueError(message, _way_to_fault(converted))


def _way_to_fault(converted: Any, levels: int = 10) -> List[Union[str, int]]:
    """Return keys and indices that lead to the first item that cannot be written, at most so many."""
    items: Any = ()
    if levels and isinstance(converted, dict):
        items = converted.items()
    elif levels and isinstance(converted, list):
        items = enumerate(converted)
    for key, item in items:
        try:
            json.dumps(item)
        except (ValueError, RecursionError):
            return [key, *_way_to_fault(item, levels - 1)]
    return []


def blame(label: str, error: Union[ApiTypeError, ApiValueError]) -> Union[ApiTypeError, ApiValueError]:
    """Return an error that also says which argument has the wrong value."""
    blaming = type(error)(f"Invalid {'type' if isinstance(error, ApiTypeError) else 'value'} for {label}: {error}")
    blaming.path_to_item = error.path_to_item
    return blaming


class _Refused(Exception):
    """A value has no JSON form; the path grows while the exception passes through the containers."""

    def __init__(self, error_class: Union[type[ApiTypeError], type[ApiValueError]], message: str) -> None:
        super().__init__(message)
        self.error_class = error_class
        self.message = message
        self.path: List[Union[str, int]] = []


def _within(part: Union[str, int], error: Union[_Refused, RecursionError]) -> _Refused:
    """Return the refusal of a container because of what happened to one of its items."""
    refused = error if isinstance(error, _Refused) else _Refused(ApiValueError, _TOO_DEEP)
    refused.path.append(part)
    return refused


def _convert(value: Any) -> Any:
    kind = type(value)
    if kind in JSON_SCALARS:
        return value
    if kind is float:
        return _finite(value)
    if kind is dict:
        return _convert_mapping(value)
    if kind is list:
        return _convert_sequence(value)
    return _convert_other(value)


def _finite(value: float) -> float:
    if math.isfinite(value):
        return value
    raise _Refused(ApiValueError, f"JSON has no {value!r}: numbers must be finite")


def _whole(value: Any) -> Any:
    """Return what numpy or pandas made with its whole numbers as integers.

    Both turn integers into floats where they stand beside floats or gaps, as in a row of a DataFrame, and a field of
    integers takes no float. A field of floats takes both.
    """
    if isinstance(value, float):
        return int(value) if value.is_integer() and abs(value) < _EXACT else value
    if isinstance(value, (list, tuple)):
        return [_whole(item) for item in value]
    if isinstance(value, dict):
        return {key: _whole(item) for key, item in value.items()}
    return value


def _convert_mapping(mapping: Mapping[Any, Any]) -> Dict[str, Any]:
    converted = {}
    for key, value in mapping.items():
        name = _key(key)
        try:
            converted[name] = _convert(value)
        except (_Refused, RecursionError) as error:
            raise _within(name, error) from error.__cause__
    return converted


def _key(key: Any) -> str:
    if type(key) is str:
        return key
    if isinstance(key, enum.Enum):
        key = key.value
    if isinstance(key, bool) or key is None:
        return json.dumps(key)
    if isinstance(key, (str, int, float)) or _is_one_of("uuid", "UUID", key):
        try:
            return str(key)
        except Exception as error:
            raise _failed(key, error) from error
    if _is_numpy(key):
        return _key(key.tolist())
    raise _Refused(ApiTypeError, f"Keys of a JSON object are text, not {type(key).__name__}")


def _convert_sequence(sequence: Any) -> List[Any]:
    kinds = set(map(type, sequence))
    if kinds <= SCALARS and (float not in kinds or all(math.isfinite(n) for n in sequence if type(n) is float)):
        return list(sequence)
    converted = []
    for index, value in enumerate(sequence):
        try:
            converted.append(_convert(value))
        except (_Refused, RecursionError) as error:
            raise _within(index, error) from error.__cause__
    return converted


def _failed(value: Any, error: Exception) -> _Refused:
    """Return the refusal of a value whose own methods fail."""
    kind, raised = type(value).__qualname__, type(error).__name__
    return _Refused(ApiTypeError, f"This value of type {kind} has no JSON form: it raised {raised}")


def _convert_other(value: Any) -> Any:
    try:
        return _convert_object(value)
    except (_Refused, RecursionError):
        raise
    except Exception as error:
        raise _failed(value, error) from error


def _convert_object(value: Any) -> Any:
    if isinstance(value, enum.Enum):
        return _convert(value.value)
    if isinstance(value, (str, int)):
        return value
    if isinstance(value, float):
        return _finite(_whole(float(value)) if _is_numpy(value) else float(value))
    if hasattr(value, "openapi_types"):
        return _convert_mapping(wire_fields(value))
    if isinstance(value, (datetime.date, datetime.time)):
        return _date_text(value)
    if isinstance(value, Mapping):
        return _convert_mapping(value)
    if isinstance(value, (tuple, list)):
        return _convert_sequence(value)
    if isinstance(value, (set, frozenset)):
        return _convert_sequence(_ordered(value))
    if _is_one_of("decimal", "Decimal", value):
        return _convert_decimal(value)
    if _is_one_of("uuid", "UUID", value):
        return str(value)
    if isinstance(value, os.PathLike):
        return _convert(os.fspath(value))
    if isinstance(value, (bytes, bytearray, memoryview)):
        return _utf8_text(bytes(value))
    return _convert_by_duck_typing(value)


def _is_one_of(module: str, kind: str, value: Any) -> bool:
    """Tell whether a value is of a class of a module that takes long to load, without loading it."""
    return module in sys.modules and isinstance(value, getattr(sys.modules[module], kind))


def _convert_by_duck_typing(value: Any) -> Any:
    """Convert what numpy and pandas make, without importing either."""
    if hasattr(value, "iterrows"):
        _refuse_equal_labels(value.columns)
        return _convert_sequence(_whole(value.to_dict(orient="records")))
    if hasattr(value, "index") and hasattr(value, "to_dict"):
        if not all(isinstance(label, str) for label in value.index):
            return _convert_sequence(_whole(value.tolist()))
        _refuse_equal_labels(value.index)
        return _convert_mapping(_whole(value.to_dict()))
    if _is_numpy(value):
        return _convert_numpy(value)
    if hasattr(value, "tolist"):
        return _convert(_whole(value.tolist()))
    raise _Refused(
        ApiTypeError,
        f"{type(value).__module__}.{type(value).__qualname__} has no JSON form; use text, numbers, booleans, None, "
        "lists, dicts, dates, models, or numpy and pandas values",
    )


def _is_numpy(value: Any) -> bool:
    return type(value).__module__.partition(".")[0] == "numpy" and hasattr(value, "dtype")


def _convert_numpy(value: Any) -> Any:
    code = value.dtype.char
    if code == "M":  # as Python values, times in nanoseconds would be plain integers
        if (value != value).any():
            raise _Refused(ApiValueError, "NaT is not a date")
        return value.astype(str).tolist()
    if code == "m":
        raise _Refused(ApiTypeError, "A duration has no JSON form; use a number")
    if code == "g":  # Python has no number of this precision
        value = value.astype(float)
    return _convert(_whole(value.tolist()))


def _refuse_equal_labels(labels: Any) -> None:
    if not labels.is_unique:
        raise _Refused(ApiValueError, f"Several values have the same name: {describe(list(labels))}")


def _convert_decimal(value: decimal.Decimal) -> Union[int, float]:
    if not value.is_finite():
        raise _Refused(ApiValueError, f"JSON has no {value}: numbers must be finite")
    return int(value) if value == value.to_integral_value() else float(value)


def wire_fields(model: Any) -> Dict[str, Any]:
    """Return what a model sends: its set fields by their names on the wire."""
    fields = {
        json_name: value
        for attribute, json_name in model.attribute_map.items()
        if (value := getattr(model, attribute)) is not None
    }
    fields.update(getattr(model, "additional_properties", ()))
    return fields


def _date_text(value: Union[datetime.date, datetime.time]) -> str:
    text = value.isoformat()
    if text == "NaT":
        raise _Refused(ApiValueError, "NaT is not a date")
    return text


def _ordered(values: Any) -> List[Any]:
    try:
        return sorted(values)
    except TypeError:
        return list(values)


def _utf8_text(data: bytes) -> str:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        raise _Refused(
            ApiValueError, "Bytes that are not UTF-8 text cannot travel in JSON; upload them with blobs_create"
        ) from None


def to_parameter_text(value: Any) -> str:
    """Return the text of a path, query or header parameter: ``true``, not ``True``.

    Raises:
        ApiTypeError: The value has no text.
        ApiValueError: The value has no text, or one that cannot be sent.
    """
    converted = to_json_value(value)
    if isinstance(converted, bool):
        return "true" if converted else "false"
    try:
        text = str(tuple(converted) if isinstance(value, tuple) else converted)  # of both, 2.1.0 sends Python's text
        text.encode()
    except UnicodeEncodeError:
        raise ApiValueError(f"{describe(text)} cannot be sent: it holds half a character, a lone surrogate") from None
    except ValueError:
        raise ApiValueError("An integer has too many digits to be sent") from None
    except Exception as error:
        raise ApiTypeError(f"{type(value).__qualname__} has no text: it raised {type(error).__name__}") from error
    return text


def parameter_text(label: str, value: Any) -> str:
    """Return the text of a parameter; errors name it.

    Raises:
        ApiTypeError: See `to_parameter_text`.
        ApiValueError: See `to_parameter_text`.
    """
    try:
        return to_parameter_text(value)
    except (ApiTypeError, ApiValueError) as error:
        raise blame(label, error) from error.__cause__


def describe(value: Any, limit: int = 60) -> str:
    """Return a short form of a value for an error message."""
    try:
        text = repr(value)
    except ValueError:
        text = f"a number of type {type(value).__name__} with too many digits"
    except Exception:
        text = f"a value of type {type(value).__name__} that cannot be shown"
    return text if len(text) <= limit else text[: limit - 3] + "..."


ParameterList = List[Tuple[str, Any]]


def collection(values: Any, collection_format: Optional[str]) -> str:
    """Return several values as the text of one parameter."""
    separators = {"ssv": " ", "tsv": "\t", "pipes": "|"}
    return separators.get(collection_format or "csv", ",").join(to_parameter_text(value) for value in values)
