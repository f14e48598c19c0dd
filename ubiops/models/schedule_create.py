# Generated from codegen/openapi.yaml by `python -m codegen`; do not edit.
"""`ScheduleCreate`."""

from __future__ import annotations

from typing import Any, Literal, Optional, Union

import ubiops
from ubiops.models._model import Model, field


class ScheduleCreate(Model):
    """A request schedule to create.

    Attributes:
        name: Name of the schedule, unique within the project: lowercase letters, digits and dashes, starting
            with a letter. (required; not empty)
        object_type: Kind of object that receives the requests. (required; one of `model`, `pipeline`)
        object_name: Name of the model or pipeline that receives the requests. (required; not empty)
        version: Name of the model version; needed when `object_type` is `model`, to be left out for a pipeline.
            (not empty)
        schedule: Schedule in crontab format, in UTC. Five fields (minute, hour, day of month, month, day of week
            with Sunday as 0 or 7), each a number, a name such as `jan` or `mon`, `*`, a range, a list or a step
            such as `*/2`; or a word such as `@daily`. (required; not empty)
        request_data: Input sent with every request: a dictionary for a structured model or pipeline, a string
            for a plain one.
        batch: Whether the runs are batch requests (true) or direct requests (false). (default `false`)
        timeout: Time in seconds that a direct request may take; ignored when `batch` is true. (1 to 3600;
            default `300`)
        enabled: Whether the schedule is active; a disabled schedule makes no requests. (default `true`)
    """

    name: str = field("str", required=True, min_length=1)
    object_type: Union[Literal["model", "pipeline"], str] = field("str", required=True, min_length=1)
    object_name: str = field("str", required=True, min_length=1)
    version: Optional[str] = field("str", min_length=1)
    schedule: str = field("str", required=True, min_length=1)
    request_data: Any = field("object")
    batch: Optional[bool] = field("bool")
    timeout: Optional[int] = field("int")
    enabled: Optional[bool] = field("bool")

    def __init__(
        self,
        name: str,
        object_type: Union[Literal["model", "pipeline"], str],
        object_name: str,
        version: Optional[str] = None,
        *,
        schedule: str,
        request_data: Any = None,
        batch: Optional[bool] = None,
        timeout: Optional[int] = None,
        enabled: Optional[bool] = None,
        local_vars_configuration: Optional[ubiops.Configuration] = None,
    ) -> None:
        self._assign(
            (name, object_type, object_name, version, schedule, request_data, batch, timeout, enabled),
            local_vars_configuration,
        )
