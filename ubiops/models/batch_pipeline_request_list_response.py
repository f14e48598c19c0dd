# Generated from codegen/openapi.yaml by `python -m codegen`; do not edit.
"""`BatchPipelineRequestListResponse`."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, Optional

from ubiops.models._model import REQUIRED, Model, field

if TYPE_CHECKING:
    from ubiops.configuration import Configuration


class BatchPipelineRequestListResponse(Model):
    """A batch pipeline request as lists show it, without input and result."""

    id: str = field(
        "str", "Unique id of the batch request; pass it to `batch_pipeline_request_get`. (required)", required=True
    )
    status: str = field(
        "str",
        "Progress of the request: `pending` at first, then `processing`, finally `completed` or `failed`. "
        "(required; one of `pending`, `processing`, `completed`, `failed`)",
        required=True,
        enum=("pending", "processing", "completed", "failed"),
    )
    success: Optional[bool] = field(
        "bool", "Whether the request succeeded; false or null as long as it has not finished."
    )
    time_created: datetime.datetime = field(
        "datetime", "Server time at which the request was made. (required)", required=True
    )
    time_last_updated: datetime.datetime = field(
        "datetime", "Server time at which the request last changed. (required)", required=True
    )

    def __init__(
        self,
        id: str = REQUIRED,
        status: str = REQUIRED,
        success: Optional[bool] = None,
        time_created: datetime.datetime = REQUIRED,
        time_last_updated: datetime.datetime = REQUIRED,
        local_vars_configuration: Optional[Configuration] = None,
    ) -> None:
        self._assign((id, status, success, time_created, time_last_updated), local_vars_configuration)
