# Generated from codegen/openapi.yaml by `python -m codegen`; do not edit.
"""`PipelineRequestList`."""

from __future__ import annotations

from typing import List, Optional

import ubiops
from ubiops.models._model import Model, field


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
    model_requests: List[ubiops.PipelineRequestModelRequest] = field("list[PipelineRequestModelRequest]", required=True)

    def __init__(
        self,
        project: str,
        pipeline: str,
        pipeline_request_id: str,
        model_requests: List[ubiops.PipelineRequestModelRequest],
        local_vars_configuration: Optional[ubiops.Configuration] = None,
    ) -> None:
        self._assign((project, pipeline, pipeline_request_id, model_requests), local_vars_configuration)
