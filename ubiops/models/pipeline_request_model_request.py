# Generated from codegen/openapi.yaml by `python -m codegen`; do not edit.
"""`PipelineRequestModelRequest`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Optional

from ubiops.models._model import REQUIRED, Model, field

if TYPE_CHECKING:
    from ubiops.configuration import Configuration


class PipelineRequestModelRequest(Model):
    """The outcome of one model object within a direct pipeline request."""

    request_id: Optional[str] = field("str", "Unique id of the model request.")
    pipeline_object: str = field(
        "str", "Pipeline object that handled this model request. (required; not empty)", required=True, min_length=1
    )
    success: bool = field("bool", "Whether the model request succeeded. (required)", required=True)
    request_data: Optional[Any] = field(
        "object", "Input that the model received: a dictionary for structured input, a string for plain input."
    )
    result: Optional[Any] = field(
        "object",
        "Output of the model: a dictionary for structured output, a string for plain output; null unless the "
        "request succeeded.",
    )
    error_message: Optional[str] = field("str", "Reason of the failure; null unless the model request failed.")

    def __init__(
        self,
        request_id: Optional[str] = None,
        pipeline_object: str = REQUIRED,
        success: bool = REQUIRED,
        request_data: Optional[Any] = None,
        result: Optional[Any] = None,
        error_message: Optional[str] = None,
        local_vars_configuration: Optional[Configuration] = None,
    ) -> None:
        self._assign(
            (request_id, pipeline_object, success, request_data, result, error_message), local_vars_configuration
        )
