"""Answers to Python values, under the private names of `ubiops.ApiClient` that programs call and tests patch."""

from __future__ import annotations

import datetime
import functools
from typing import Any, Optional

from ubiops._decoding import NATIVE_TYPES, Decoder
from ubiops._loading import LOADING
from ubiops.configuration import Configuration
from ubiops.rest import RESTResponse


@functools.lru_cache(maxsize=None)
def decoder() -> Decoder:
    """Return the decoder that knows the models."""
    with LOADING:
        from ubiops.models._model import DECODER  # loaded with the first answer, not with the API

    return DECODER


class PlainRows:
    """Makes models of the rows of a list, and so finds out whether all are plain.

    Args:
        response_type: The type of the list.

    Attributes:
        models: The models, once all rows were.
    """

    models: Any = None

    def __init__(self, response_type: Any) -> None:
        self._type = response_type

    def __call__(self, value: Any) -> bool:
        """Tell whether a value has nothing but rows with all fields, each null or of its type."""
        try:
            decode: Any = decoder().plain_converter(self._type)
            self.models = decode and decode(value)
        except Exception:  # it has not, or there is no such type
            return False
        return self.models is not None


class Deserializing:
    """Part of `ubiops.ApiClient`."""

    configuration: Configuration

    def _ApiClient__deserialize(self, data: Any, klass: Any) -> Any:
        """Return a JSON value as a type, in the notation of `ApiClient.deserialize`."""
        if data is None:
            return None
        if isinstance(klass, str) and klass.startswith(("list[", "dict(")):
            return decoder().converter(klass)(data)
        kind = decoder().resolve(klass)
        if kind is object:
            return self._ApiClient__deserialize_object(data)
        if kind is datetime.datetime:
            return self._ApiClient__deserialize_datetime(data)
        if kind is datetime.date:
            return self._ApiClient__deserialize_date(data)
        if kind in NATIVE_TYPES.values():
            return self._ApiClient__deserialize_primitive(data, kind)
        return self._ApiClient__deserialize_model(data, kind)

    def _plain_rows(self, response_type: Any) -> Optional[PlainRows]:
        """Return what may make the models of a list before `__deserialize` does, unless a program put its own there."""
        if not (isinstance(response_type, str) and response_type.startswith("list[")):
            return None
        own = getattr(self._ApiClient__deserialize, "__func__", None) is Deserializing._ApiClient__deserialize
        return PlainRows(response_type) if own else None

    def _ApiClient__deserialize_file(self, response: Any) -> str:
        with LOADING:
            from ubiops import _download  # most programs save no file

        unread = response.urllib3_response if isinstance(response, RESTResponse) else response
        return _download.save(unread, self.configuration.temp_folder_path)

    def _ApiClient__deserialize_primitive(self, data: Any, klass: Any) -> Any:
        try:
            return klass(data)
        except (TypeError, OverflowError):
            return data

    def _ApiClient__deserialize_object(self, value: Any) -> Any:
        return value

    def _ApiClient__deserialize_date(self, string: Any) -> Any:
        return decoder().converter("date")(string)

    def _ApiClient__deserialize_datetime(self, string: Any) -> Any:
        return decoder().converter("datetime")(string)

    def _ApiClient__deserialize_model(self, data: Any, klass: Any) -> Any:
        return decoder().converter(klass)(data)
