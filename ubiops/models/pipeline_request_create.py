# Generated from codegen/openapi.yaml by `python -m codegen`; do not edit.
"""`PipelineRequestCreate`."""

from __future__ import annotations

from typing import Any, Optional

import ubiops
from ubiops.models._model import Model, field


class PipelineRequestCreate(Model):
    """Input of a structured pipeline: a dictionary keyed by the names of its input fields.

    Attributes:
        pipeline_input_field_1: First placeholder name, never required: real keys are the names of the input
            fields of the pipeline, and the type of a value is that of its field.
        pipeline_input_field_2: Second placeholder name, never required: real keys are the names of the input
            fields of the pipeline, and the type of a value is that of its field.
    """

    pipeline_input_field_1: Any = field("object")
    pipeline_input_field_2: Any = field("object")

    def __init__(
        self,
        pipeline_input_field_1: Any = None,
        pipeline_input_field_2: Any = None,
        local_vars_configuration: Optional[ubiops.Configuration] = None,
    ) -> None:
        self._assign((pipeline_input_field_1, pipeline_input_field_2), local_vars_configuration)
