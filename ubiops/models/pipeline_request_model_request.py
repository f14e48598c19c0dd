# Generated from codegen/openapi.yaml by `python -m codegen`; do not edit.
"""`PipelineRequestModelRequest`."""

from __future__ import annotations

from typing import Any, Optional

import ubiops
from ubiops.models._model import Model, field


class PipelineRequestModelRequest(Model):
    """The outcome of one model object within a direct pipeline request.

    Attributes:
        request_id: Unique id of the model request.
        pipeline_object: Pipeline object that handled this model request. (required; not empty)
        success: Whether the model request succeeded. (required)
        request_data: Input that the model received: a dictionary for structured input, a string for plain input.
        result: Output of the model: a dictionary for structured output, a string for plain output; null unless
            the request succeeded.
        error_message: Reason of the failure; null unless the model request failed.
    """

    request_id: Optional[str] = field("str")
    pipeline_object: str = field("str", required=True, min_length=1)
    success: bool = field("bool", required=True)
    request_data: Any = field("object")
    result: Any = field("object")
    error_message: Optional[str] = field("str")

    def __init__(
        self,
        request_id: Optional[str] = None,
        *,
        pipeline_object: str,
        success: bool,
        request_data: Any = None,
        result: Any = None,
        error_message: Optional[str] = None,
        local_vars_configuration: Optional[ubiops.Configuration] = None,
    ) -> None:
        self._assign(
            (request_id, pipeline_object, success, request_data, result, error_message), local_vars_configuration
        )
