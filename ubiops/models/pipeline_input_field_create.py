# Generated from codegen/openapi.yaml by `python -m codegen`; do not edit.
"""`PipelineInputFieldCreate`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Optional

from ubiops.models._model import REQUIRED, Model, field

if TYPE_CHECKING:
    from ubiops.configuration import Configuration


class PipelineInputFieldCreate(Model):
    """An input field to give to a pipeline."""

    name: str = field(
        "str", "Name of the field, used as key in the data of a request.", required=True, min_length=1, max_length=64
    )
    data_type: str = field(
        "str",
        "Type of the values; `blob` stands for a file.",
        required=True,
        enum=("int", "string", "double", "bool", "array_int", "array_double", "array_string", "blob"),
    )

    def __init__(
        self,
        name: str = REQUIRED,
        data_type: str = REQUIRED,
        local_vars_configuration: Optional[Configuration] = None,
    ) -> None:
        self._assign((name, data_type), local_vars_configuration)
