# Generated from codegen/openapi.yaml by `python -m codegen`; do not edit.
"""`ModelCreate`."""

from __future__ import annotations

from typing import List, Literal, Optional, Union

import ubiops
from ubiops.models._model import Model, field


class ModelCreate(Model):
    """A model to create.

    Attributes:
        name: Name of the model, unique within the project. (required; 1 to 64 characters)
        description: Free text about the model. (at most 200 characters)
        input_type: Shape of the data a request sends. `structured` is a dictionary of named fields, `plain` a
            single string; `blob` is a leftover which the API does not document. (required; one of `structured`,
            `plain`, `blob`)
        output_type: Shape of the data a request gets back. `structured` is a dictionary of named fields, `plain`
            a single string; `blob` is a leftover which the API does not document. (required; one of
            `structured`, `plain`, `blob`)
        input_fields: Fields of the input. Required, with at least one entry, when the type is `structured`;
            leave out or send an empty list when it is `plain`.
        output_fields: Fields of the output. Required when the type is `structured`; leave out or send an empty
            list when it is `plain`.
    """

    name: str = field("str", required=True, min_length=1, max_length=64)
    description: Optional[str] = field("str")
    input_type: Union[Literal["structured", "plain", "blob"], str] = field(
        "str", required=True, enum=("structured", "plain", "blob")
    )
    output_type: Union[Literal["structured", "plain", "blob"], str] = field(
        "str", required=True, enum=("structured", "plain", "blob")
    )
    input_fields: Optional[List[ubiops.ModelInputFieldCreate]] = field("list[ModelInputFieldCreate]")
    output_fields: Optional[List[ubiops.ModelOutputFieldCreate]] = field("list[ModelOutputFieldCreate]")

    def __init__(
        self,
        name: str,
        description: Optional[str] = None,
        *,
        input_type: Union[Literal["structured", "plain", "blob"], str],
        output_type: Union[Literal["structured", "plain", "blob"], str],
        input_fields: Optional[List[ubiops.ModelInputFieldCreate]] = None,
        output_fields: Optional[List[ubiops.ModelOutputFieldCreate]] = None,
        local_vars_configuration: Optional[ubiops.Configuration] = None,
    ) -> None:
        self._assign(
            (name, description, input_type, output_type, input_fields, output_fields), local_vars_configuration
        )
