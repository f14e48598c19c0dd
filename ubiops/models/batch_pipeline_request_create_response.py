# Generated from codegen/openapi.yaml by `python -m codegen`; do not edit.
"""`BatchPipelineRequestCreateResponse`."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, Optional

from ubiops.models._model import REQUIRED, Model, field

if TYPE_CHECKING:
    from ubiops.configuration import Configuration


class BatchPipelineRequestCreateResponse(Model):
    """A batch pipeline request that has just been queued.

    Attributes:
        id: Unique id of the batch request; pass it to `batch_pipeline_request_get`. (required)
        status: Progress of the request; always `pending` when it is created. (required; one of `pending`,
            `processing`, `completed`, `failed`)
        time_created: Server time at which the request was made. (required)
    """

    id: str = field("str", required=True)
    status: str = field("str", required=True, enum=("pending", "processing", "completed", "failed"))
    time_created: datetime.datetime = field("datetime", required=True)

    def __init__(
        self,
        id: str = REQUIRED,
        status: str = REQUIRED,
        time_created: datetime.datetime = REQUIRED,
        local_vars_configuration: Optional[Configuration] = None,
    ) -> None:
        self._assign((id, status, time_created), local_vars_configuration)
