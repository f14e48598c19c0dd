# Generated from codegen/openapi.yaml by `python -m codegen`; do not edit.
"""`BatchPipelineRequestResultList`."""

from __future__ import annotations

import datetime
from typing import Any, List, Literal, Optional, Union

import ubiops
from ubiops.models._model import Model, field


class BatchPipelineRequestResultList(Model):
    """A batch pipeline request with its input and the outcome of each object.

    Attributes:
        id: Unique id of the batch request; pass it to `batch_pipeline_request_get`. (required)
        status: Progress of the request: `pending` at first, then `processing`, finally `completed` or `failed`.
            (required; one of `pending`, `processing`, `completed`, `failed`)
        success: Whether the request succeeded; false or null as long as it has not finished.
        time_created: Server time at which the request was made. (required)
        time_last_updated: Server time at which the request last changed.
        request_data: Input of the request as it was sent: a dictionary for a structured pipeline, a string for a
            plain one.
        model_requests: Requests to the model objects of the pipeline; an empty list until all of them have
            finished. (required)
        error_message: Reason of the failure; null unless the request failed.
    """

    id: str = field("str", required=True)
    status: Union[Literal["pending", "processing", "completed", "failed"], str] = field(
        "str", required=True, enum=("pending", "processing", "completed", "failed")
    )
    success: Optional[bool] = field("bool")
    time_created: datetime.datetime = field("datetime", required=True)
    time_last_updated: Optional[datetime.datetime] = field("datetime")
    request_data: Any = field("object")
    model_requests: List[ubiops.BatchPipelineRequestModelRequest] = field(
        "list[BatchPipelineRequestModelRequest]", required=True
    )
    error_message: Optional[str] = field("str")

    def __init__(
        self,
        id: str,
        status: Union[Literal["pending", "processing", "completed", "failed"], str],
        success: Optional[bool] = None,
        *,
        time_created: datetime.datetime,
        time_last_updated: Optional[datetime.datetime] = None,
        request_data: Any = None,
        model_requests: List[ubiops.BatchPipelineRequestModelRequest],
        error_message: Optional[str] = None,
        local_vars_configuration: Optional[ubiops.Configuration] = None,
    ) -> None:
        self._assign(
            (id, status, success, time_created, time_last_updated, request_data, model_requests, error_message),
            local_vars_configuration,
        )
