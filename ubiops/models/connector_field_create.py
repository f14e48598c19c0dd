# Generated from codegen/openapi.yaml by `python -m codegen`; do not edit.
"""`ConnectorFieldCreate`."""

from __future__ import annotations

from typing import Literal, Optional, Union

import ubiops
from ubiops.models._model import Model, field


class ConnectorFieldCreate(Model):
    """An input field to give to a connector.

    Attributes:
        name: Name of the field; for a database, the name of the column. (required; 1 to 64 characters)
        data_type: Type of the values; `timestamp` stands for a moment as ISO 8601 text, `blob` for a file.
            (required; one of `int`, `string`, `double`, `bool`, `timestamp`, `array_int`, `array_double`,
            `array_string`, `blob`)
    """

    name: str = field("str", required=True, min_length=1, max_length=64)
    data_type: Union[
        Literal["int", "string", "double", "bool", "timestamp", "array_int", "array_double", "array_string", "blob"],
        str,
    ] = field(
        "str",
        required=True,
        enum=("int", "string", "double", "bool", "timestamp", "array_int", "array_double", "array_string", "blob"),
    )

    def __init__(
        self,
        name: str,
        data_type: Union[
            Literal[
                "int", "string", "double", "bool", "timestamp", "array_int", "array_double", "array_string", "blob"
            ],
            str,
        ],
        local_vars_configuration: Optional[ubiops.Configuration] = None,
    ) -> None:
        self._assign((name, data_type), local_vars_configuration)
