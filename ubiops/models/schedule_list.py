# Generated from codegen/openapi.yaml by `python -m codegen`; do not edit.
"""`ScheduleList`."""

from __future__ import annotations

import datetime
from typing import Any, Optional

import ubiops
from ubiops.models._model import Model, field


class ScheduleList(Model):
    """A request schedule as the API returns it.

    Attributes:
        id: Unique id of the schedule.
        name: Name of the schedule, unique within the project. (required; not empty)
        object_type: Kind of object that receives the requests: `model` or `pipeline`.
        object_name: Name of the model or pipeline that receives the requests.
        version: Name of the model version; null for a pipeline.
        schedule: Schedule in crontab format, in UTC.
        request_data: Input sent with every request: a dictionary for a structured model or pipeline, a string
            for a plain one.
        batch: Whether the runs are batch requests (true) or direct requests (false).
        timeout: Time in seconds that a direct request may take; ignored when `batch` is true.
        enabled: Whether the schedule is active; a disabled schedule makes no requests. (required)
        creation_date: Time at which the schedule was created.
    """

    id: str = field("str")
    name: str = field("str", required=True, min_length=1)
    object_type: Optional[str] = field("str")
    object_name: Optional[str] = field("str")
    version: Optional[str] = field("str")
    schedule: Optional[str] = field("str")
    request_data: Any = field("object")
    batch: Optional[bool] = field("bool")
    timeout: Optional[int] = field("int")
    enabled: bool = field("bool", required=True)
    creation_date: Optional[datetime.datetime] = field("datetime")

    def __init__(
        self,
        id: Optional[str] = None,
        *,
        name: str,
        object_type: Optional[str] = None,
        object_name: Optional[str] = None,
        version: Optional[str] = None,
        schedule: Optional[str] = None,
        request_data: Any = None,
        batch: Optional[bool] = None,
        timeout: Optional[int] = None,
        enabled: bool,
        creation_date: Optional[datetime.datetime] = None,
        local_vars_configuration: Optional[ubiops.Configuration] = None,
    ) -> None:
        self._assign(
            (
                id,
                name,
                object_type,
                object_name,
                version,
                schedule,
                request_data,
                batch,
                timeout,
                enabled,
                creation_date,
            ),
            local_vars_configuration,
        )
