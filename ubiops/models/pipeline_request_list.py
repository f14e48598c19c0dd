# Generated from codegen/openapi.yaml by `python -m codegen`; do not edit.
"""`PipelineRequestList`."""

from __future__ import annotations

from typing import TYPE_CHECKING, List, Optional

from ubiops.models._model import REQUIRED, Model, field

if TYPE_CHECKING:
    from ubiops.configuration import Configuration
    from ubiops.models import (
        PipelineRequestModelRequest,
    )


class PipelineRequestList(Model):
    """The outcome of a direct request to a pipeline.

    Attributes:
        project: Name of the project. (required; not empty)
        pipeline: Name of the pipeline. (required; not empty)
        pipeline_request_id: Unique id of the pipeline request. (required)
        model_requests: Outcome of each model object that ran, in the order of execution; connectors are not
            included. (required)
    """

    project: str = field("str", required=True, min_length=1)
    pipeline: str = field("str", required=True, min_length=1)
    pipeline_request_id: str = field("str", required=True)
    model_requests: List[PipelineRequestModelRequest] = field("list[PipelineRequestModelRequest]", required=True)

    def __init__(
        self,
        project: str = REQUIRED,
        pipeline: str = REQUIRED,
        pipeline_request_id: str = REQUIRED,
        model_requests: List[PipelineRequestModelRequest] = REQUIRED,
        local_vars_configuration: Optional[Configuration] = None,
    ) -> None:
        self._assign((project, pipeline, pipeline_request_id, model_requests), local_vars_configuration)
