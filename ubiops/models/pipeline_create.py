# Generated from codegen/openapi.yaml by `python -m codegen`; do not edit.
"""`PipelineCreate`."""

from __future__ import annotations

from typing import List, Literal, Optional, Union

import ubiops
from ubiops.models._model import Model, field


class PipelineCreate(Model):
    """A pipeline to create.

    Attributes:
        name: Name of the pipeline, unique within the project. (required; 1 to 64 characters)
        description: Free text about the pipeline. (at most 200 characters)
        input_type: Kind of input: `structured` (named fields) or `plain` (one string). `blob` is a leftover that
            the API does not document. (required; one of `structured`, `plain`, `blob`)
        input_fields: Input fields: at least one for a structured pipeline; omitted or an empty list for a plain
            one.
    """

    name: str = field("str", required=True, min_length=1, max_length=64)
    description: Optional[str] = field("str")
    input_type: Union[Literal["structured", "plain", "blob"], str] = field(
        "str", required=True, enum=("structured", "plain", "blob")
    )
    input_fields: Optional[List[ubiops.PipelineInputFieldCreate]] = field("list[PipelineInputFieldCreate]")

    def __init__(
        self,
        name: str,
        description: Optional[str] = None,
        *,
        input_type: Union[Literal["structured", "plain", "blob"], str],
        input_fields: Optional[List[ubiops.PipelineInputFieldCreate]] = None,
        local_vars_configuration: Optional[ubiops.Configuration] = None,
    ) -> None:
        self._assign((name, description, input_type, input_fields), local_vars_configuration)
