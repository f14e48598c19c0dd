# Generated from codegen/openapi.yaml by `python -m codegen`; do not edit.
"""`BatchPipelineRequestCreateResponse`."""

from __future__ import annotations

import datetime
from typing import Literal, Optional, Union

import ubiops
from ubiops.models._model import Model, field


class BatchPipelineRequestCreateResponse(Model):
    """A batch pipeline request that has just been queued.

    Attributes:
        id: Unique id of the batch request; pass it to `batch_pipeline_request_get`. (required)
        status: Progress of the request; always `pending` when it is created. (required; one of `pending`,
            `processing`, `completed`, `failed`)
        time_created: Server time at which the request was made. (required)
    """

    id: str = field("str", required=True)
    status: Union[Literal["pending", "processing", "completed", "failed"], str] = field(
        "str", required=True, enum=("pending", "processing", "completed", "failed")
    )
    time_created: datetime.datetime = field("datetime", required=True)

    def __init__(
        self,
        id: str,
        status: Union[Literal["pending", "processing", "completed", "failed"], str],
        time_created: datetime.datetime,
        local_vars_configuration: Optional[ubiops.Configuration] = None,
    ) -> None:
        self._assign((id, status, time_created), local_vars_configuration)
