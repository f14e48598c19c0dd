# Generated from codegen/openapi.yaml by `python -m codegen`; do not edit.
"""`Logs`."""

from __future__ import annotations

from typing import Optional

import ubiops
from ubiops.models._model import Model, field


class Logs(Model):
    """A log line. Fields that do not apply to the line are left out.

    Attributes:
        id: Identifier of the log line: 24 hexadecimal characters, increasing with time. (not empty)
        log: Text of the line. (not empty)
        date: Moment at which the line was written, ISO 8601 in UTC. (not empty)
        connector_name: Connector that the line is about. (not empty)
        model_name: Model that the line is about. (not empty)
        model_version: Version of the model that the line is about. (not empty)
        pipeline_name: Pipeline that the line is about. (not empty)
        pipeline_object_name: Object in the pipeline that the line is about. (not empty)
        request_id: UUID of the model request that the line is about.
        pipeline_request_id: UUID of the pipeline request that the line is about.
        system: True if the platform wrote the line, false if user code did.
        pipeline_trace_id: Earlier name of `pipeline_request_id`, kept for servers that still send it.
    """

    id: str = field("str", min_length=1)
    log: Optional[str] = field("str", min_length=1)
    date: Optional[str] = field("str", min_length=1)
    connector_name: Optional[str] = field("str", min_length=1)
    model_name: Optional[str] = field("str", min_length=1)
    model_version: Optional[str] = field("str", min_length=1)
    pipeline_name: Optional[str] = field("str", min_length=1)
    pipeline_object_name: Optional[str] = field("str", min_length=1)
    request_id: Optional[str] = field("str")
    pipeline_request_id: Optional[str] = field("str")
    system: Optional[bool] = field("bool")
    pipeline_trace_id: Optional[str] = field("str")

    def __init__(
        self,
        id: Optional[str] = None,
        log: Optional[str] = None,
        date: Optional[str] = None,
        connector_name: Optional[str] = None,
        model_name: Optional[str] = None,
        model_version: Optional[str] = None,
        pipeline_name: Optional[str] = None,
        pipeline_object_name: Optional[str] = None,
        request_id: Optional[str] = None,
        pipeline_request_id: Optional[str] = None,
        system: Optional[bool] = None,
        pipeline_trace_id: Optional[str] = None,
        local_vars_configuration: Optional[ubiops.Configuration] = None,
    ) -> None:
        self._assign(
            (
                id,
                log,
                date,
                connector_name,
                model_name,
                model_version,
                pipeline_name,
                pipeline_object_name,
                request_id,
                pipeline_request_id,
                system,
                pipeline_trace_id,
            ),
            local_vars_configuration,
        )
