# Generated from codegen/openapi.yaml by `python -m codegen`; do not edit.
"""`ConnectorFieldList`."""

from __future__ import annotations

from typing import Optional

import ubiops
from ubiops.models._model import Model, field


class ConnectorFieldList(Model):
    """An input field of a connector, as the API returns it.

    Attributes:
        name: Name of the field; always `blob` for a blob connector. (required; 1 to 64 characters)
        data_type: Type of the values; `timestamp` stands for a moment as ISO 8601 text, `blob` for a file.
            (required; not empty)
    """

    name: str = field("str", required=True, min_length=1, max_length=64)
    data_type: str = field("str", required=True, min_length=1)

    def __init__(
        self,
        name: str,
        data_type: str,
        local_vars_configuration: Optional[ubiops.Configuration] = None,
    ) -> None:
        self._assign((name, data_type), local_vars_configuration)
