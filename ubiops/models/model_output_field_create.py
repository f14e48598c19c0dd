# Generated from codegen/openapi.yaml by `python -m codegen`; do not edit.
"""`ModelOutputFieldCreate`."""

from __future__ import annotations

from typing import Literal, Optional, Union

import ubiops
from ubiops.models._model import Model, field


class ModelOutputFieldCreate(Model):
    """An output field of a model to create.

    Attributes:
        name: Name of the field, unique among the output fields of the model. (required; 1 to 64 characters)
        data_type: Type of the values: `int`, `string`, `double`, `bool`, a list of one of the first three
            (`array_int`, `array_string`, `array_double`), `timestamp`, a moment as ISO 8601 text, or `blob`, for
            which requests carry the id of an uploaded blob. (required; one of `int`, `string`, `double`, `bool`,
            `timestamp`, `array_int`, `array_double`, `array_string`, `blob`)
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
