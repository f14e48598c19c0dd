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
    """The outcome of a direct request to a pipeline."""

    project: str = field("str", "Name of the project. (required; not empty)", required=True, min_length=1)
    pipeline: str = field("str", "Name of the pipeline. (required; not empty)", required=True, min_length=1)
    pipeline_request_id: str = field("str", "Unique id of the pipeline request. (required)", required=True)
    model_requests: List[PipelineRequestModelRequest] = field(
        "list[PipelineRequestModelRequest]",
        "Outcome of each model object that ran, in the order of execution; connectors are not included. (required)",
        required=True,
    )

    def __init__(
        self,
        project: str = REQUIRED,
        pipeline: str = REQUIRED,
        pipeline_request_id: str = REQUIRED,
        model_requests: List[PipelineRequestModelRequest] = REQUIRED,
        local_vars_configuration: Optional[Configuration] = None,
    ) -> None:
        self._assign((project, pipeline, pipeline_request_id, model_requests), local_vars_configuration)
