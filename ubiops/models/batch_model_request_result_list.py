# Generated from codegen/openapi.yaml by `python -m codegen`; do not edit.
"""`BatchModelRequestResultList`."""

from __future__ import annotations

import datetime
from typing import Any, Literal, Optional, Union

import ubiops
from ubiops.models._model import Model, field


class BatchModelRequestResultList(Model):
    """A batch model request with its input and its result.

    Attributes:
        id: Unique id of the batch request; pass it to `batch_model_requests_get`. (required)
        status: Progress of the request: `pending` at first, then `processing`, finally `completed` or `failed`.
            (required; one of `pending`, `processing`, `completed`, `failed`)
        success: Whether the request succeeded; false or null as long as it has not finished.
        time_created: Server time at which the request was made. (required)
        time_last_updated: Server time at which the request last changed. (required)
        request_data: Input of the request as it was sent: a dictionary for a structured model, a string for a
            plain one.
        result: Output of the model: a dictionary for structured output, a string for plain output; null unless
            the request is `completed`.
        error_message: Reason of the failure; null unless the request failed.
    """

    id: str = field("str", required=True)
    status: Union[Literal["pending", "processing", "completed", "failed"], str] = field(
        "str", required=True, enum=("pending", "processing", "completed", "failed")
    )
    success: Optional[bool] = field("bool")
    time_created: datetime.datetime = field("datetime", required=True)
    time_last_updated: datetime.datetime = field("datetime", required=True)
    request_data: Any = field("object")
    result: Any = field("object")
    error_message: Optional[str] = field("str")

    def __init__(
        self,
        id: str,
        status: Union[Literal["pending", "processing", "completed", "failed"], str],
        success: Optional[bool] = None,
        *,
        time_created: datetime.datetime,
        time_last_updated: datetime.datetime,
        request_data: Any = None,
        result: Any = None,
        error_message: Optional[str] = None,
        local_vars_configuration: Optional[ubiops.Configuration] = None,
    ) -> None:
        self._assign(
            (id, status, success, time_created, time_last_updated, request_data, result, error_message),
            local_vars_configuration,
        )
