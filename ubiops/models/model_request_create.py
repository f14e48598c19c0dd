# Generated from codegen/openapi.yaml by `python -m codegen`; do not edit.
"""`ModelRequestCreate`."""

from __future__ import annotations

from typing import Any, Optional

import ubiops
from ubiops.models._model import Model, field


class ModelRequestCreate(Model):
    """Input of a structured model: a dictionary keyed by the names of its input fields.

    Attributes:
        model_input_field_1: First placeholder name, never required: real keys are the names of the input fields
            of the model, and the type of a value is that of its field.
        model_input_field_2: Second placeholder name, never required: real keys are the names of the input fields
            of the model, and the type of a value is that of its field.
    """

    model_input_field_1: Any = field("object")
    model_input_field_2: Any = field("object")

    def __init__(
        self,
        model_input_field_1: Any = None,
        model_input_field_2: Any = None,
        local_vars_configuration: Optional[ubiops.Configuration] = None,
    ) -> None:
        self._assign((model_input_field_1, model_input_field_2), local_vars_configuration)
