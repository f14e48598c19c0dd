"""JSON values to Python values.

What a server sends is never validated: a value that does not fit its type is handed over as
it was sent, so that one odd row or a newer server does not cost the user the whole answer.
"""

from __future__ import annotations

import datetime
import functools
import re
import sys
from typing import Any, Callable, Dict, Optional, Tuple, Union

from ubiops._loading import LOADING

Convert = Callable[[Any], Any]
JSONKinds = Callable[[Union[str, type]], Tuple[type, ...]]


_FULL_DATE = r"(\d{4}-\d\d-\d\d|\d{8}|\d{4}-?W\d\d-?\d)(?!\D24|\d)"


def parse_with_dateutil(text: str) -> datetime.datetime:
    """Return the moment that an ISO 8601 text names, as `datetime.fromisoformat` of Python 3.11 does.

    Raises:
        TypeError: The value is no text.
        ValueError: The text is no full ISO 8601 date.
    """
    with LOADING:
        from dateutil.parser import isoparse  # only older Pythons need it

    if not isinstance(text, str):
        raise TypeError(f"A date is a text, not {type(text).__name__}")
    if not re.match(_FULL_DATE, text):  # the parser would take "12" for a century
        raise ValueError(f"{text!r} is not a full date, or not a time that Python's own parser reads")
    return isoparse(text)


parse_datetime: Callable[[str], datetime.datetime] = (
    datetime.datetime.fromisoformat if sys.version_info >= (3, 11) else parse_with_dateutil
)


def parse_date(text: str) -> datetime.date:
    """Return the day that an ISO 8601 text names."""
    return parse_datetime(text).date()


STRICT: Dict[str, Convert] = {"datetime": parse_datetime, "date": parse_date}
"""The conversions that raise ValueError for a text that is no date."""


NATIVE_TYPES = {
    "int": int,
    "long": int,
    "float": float,
    "str": str,
    "bool": bool,
    "date": datetime.date,
    "datetime": datetime.datetime,
    "object": object,
}


def _as_sent(value: Any) -> Any:
    return value


def _leniently(parse: Convert) -> Convert:
    def convert(value: Any) -> Any:
        try:
            # Python's own parser takes the small z of RFC 3339 for no zone.
            return parse(f"{value[:-1]}Z" if isinstance(value, str) and value.endswith("z") else value)
        except Exception:  # what a program gives may fail in its own way
            return value

    return convert


def _decode_list(decode: Convert, value: Any) -> Any:
    if type(value) is not list:
        raise TypeError
    return decode(value)


def _dict_converter(convert: Convert) -> Convert:
    if convert is _as_sent:
        return _as_sent
    return lambda value: {key: convert(item) for key, item in value.items()} if isinstance(value, dict) else value


def is_model(kind: Any) -> bool:
    """Tell whether a class is a model."""
    return hasattr(kind, "openapi_types")


class Decoder:
    """Knows for each type how its values are made.

    Args:
        find_model: Returns the model of a name, or raises AttributeError.
    """

    def __init__(self, find_model: Callable[[str], Any]) -> None:
        self._find_model = find_model
        # Worked out once for each type.
        self.converter: Callable[[Union[str, type]], Convert] = functools.lru_cache(maxsize=None)(self._converter)
        """Returns the function that turns a JSON value into a type, or leaves it as it was sent.

        A type is ``"list[ModelList]"``, ``"dict(str, int)"``, ``"datetime"``, a model class, ...
        """
        self.plain_converter: Callable[[str], Optional[Convert]] = functools.lru_cache(maxsize=None)(
            self._plain_converter
        )
        """Returns the function that does so with a value that is what the type says, and raises for any other.

        There is one for dates, and for lists of models without fields of any type.
        """
        self.json_kinds: JSONKinds = functools.lru_cache(maxsize=None)(self._json_kinds)
        """Returns the classes that a parsed body of a type may have; none for any."""

    def resolve(self, response_type: Union[str, type]) -> Any:
        """Return the class that a type names.

        Raises:
            AttributeError: There is no model of that name.
        """
        if not isinstance(response_type, str):
            return response_type
        if response_type in NATIVE_TYPES:
            return NATIVE_TYPES[response_type]
        return self._find_model(response_type)

    def _converter(self, response_type: Union[str, type]) -> Convert:
        if isinstance(response_type, str):
            if response_type.startswith("list[") and response_type.endswith("]"):
                return self._list_converter(response_type[len("list[") : -1])
            if response_type.startswith("dict(") and response_type.endswith(")") and "," in response_type:
                return _dict_converter(self.converter(response_type[:-1].partition(",")[2].lstrip(" ")))
        kind = self.resolve(response_type)
        if kind is datetime.datetime:
            return _leniently(parse_datetime)
        if kind is datetime.date:
            return _leniently(parse_date)
        if is_model(kind):
            decode = kind._row_decoder()
            return lambda value: decode((value,))[0] if isinstance(value, dict) else value
        return _as_sent

    def _plain_converter(self, response_type: str) -> Optional[Convert]:
        if not (response_type.startswith("list[") and response_type.endswith("]")):
            return STRICT.get(response_type)
        kind = self._item_kind(response_type[len("list[") : -1])
        decode = kind._plain_row_decoder() if is_model(kind) else None
        return decode and functools.partial(_decode_list, decode)

    def _item_kind(self, item_type: str) -> Any:
        return None if item_type.startswith(("list[", "dict(")) else self.resolve(item_type)

    def _list_converter(self, item_type: str) -> Convert:
        kind = self._item_kind(item_type)
        if is_model(kind):
            decode = kind._row_decoder()
            return lambda value: decode(value) if isinstance(value, list) else value
        convert = self.converter(item_type)
        if convert is _as_sent:
            return _as_sent
        return lambda value: [convert(item) for item in value] if isinstance(value, list) else value

    def _json_kinds(self, response_type: Union[str, type]) -> Tuple[type, ...]:
        if isinstance(response_type, str):
            if response_type.startswith("list["):
                return (list,)
            if response_type.startswith("dict("):
                return (dict,)
        kind = self.resolve(response_type)
        if is_model(kind):
            return (dict,)
        if kind in (datetime.datetime, datetime.date):
            return (str,)
        if kind is float:
            return (float, int)
        return (kind,) if kind in (int, str, bool) else ()
