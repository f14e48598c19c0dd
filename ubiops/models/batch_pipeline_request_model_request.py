# Generated from codegen/openapi.yaml by `python -m codegen`; do not edit.
"""`BatchPipelineRequestModelRequest`."""

from __future__ import annotations

import datetime
from typing import Any, Optional

import ubiops
from ubiops.models._model import Model, field


class BatchPipelineRequestModelRequest(Model):
    """The request to one model object within a batch pipeline request.

    Attributes:
        id: Unique id of the model request.
        pipeline_object: Pipeline object that handled this model request. (required; not empty)
        success: Whether the model request succeeded; false or null as long as it has not finished.
        time_created: Server time at which the model request was made. (required)
        time_last_updated: Server time at which the model request last changed. (required)
        request_data: Input that the model received: a dictionary for structured input, a string for plain input.
        result: Output of the model: a dictionary for structured output, a string for plain output; null unless
            the request succeeded.
        error_message: Reason of the failure; null unless the model request failed.
    """

    id: str = field("str")
    pipeline_object: str = field("str", required=True, min_length=1)
    success: Optional[bool] = field("bool")
    time_created: datetime.datetime = field("datetime", required=True)
    time_last_updated: datetime.datetime = field("datetime", required=True)
    request_data: Any = field("object")
    result: Any = field("object")
    error_message: Optional[str] = field("str")

    def __init__(
        self,
        id: Optional[str] = None,
        *,
        pipeline_object: str,
        success: Optional[bool] = None,
        time_created: datetime.datetime,
        time_last_updated: datetime.datetime,
        request_data: Any = None,
        result: Any = None,
        error_message: Optional[str] = None,
        local_vars_configuration: Optional[ubiops.Configuration] = None,
    ) -> None:
        self._assign(
            (id, pipeline_object, success, time_created, time_last_updated, request_data, result, error_message),
            local_vars_configuration,
        )
