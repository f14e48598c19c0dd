"""Answers to Python values, under the private names of `ubiops.ApiClient` that programs call and tests patch."""

from __future__ import annotations

import datetime
import functools
from typing import Any

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
