# Generated from codegen/openapi.yaml by `python -m codegen`; do not edit.
"""`ScheduleUpdate`."""

from __future__ import annotations

from typing import Any, Optional

import ubiops
from ubiops.models._model import Model, field


class ScheduleUpdate(Model):
    """The fields of a request schedule to change; a field left out keeps its value.

    Attributes:
        name: New name of the schedule, unique within the project: lowercase letters, digits and dashes, starting
            with a letter. (not empty)
        schedule: Schedule in crontab format, in UTC. Five fields (minute, hour, day of month, month, day of week
            with Sunday as 0 or 7), each a number, a name such as `jan` or `mon`, `*`, a range, a list or a step
            such as `*/2`; or a word such as `@daily`. (not empty)
        request_data: Input sent with every request: a dictionary for a structured model or pipeline, a string
            for a plain one.
        batch: Whether the runs are batch requests (true) or direct requests (false).
        timeout: Time in seconds that a direct request may take; ignored when `batch` is true. (1 to 3600)
        enabled: Whether the schedule is active; false pauses it, true resumes it.
    """

    name: Optional[str] = field("str", min_length=1)
    schedule: Optional[str] = field("str", min_length=1)
    request_data: Any = field("object")
    batch: Optional[bool] = field("bool")
    timeout: Optional[int] = field("int")
    enabled: Optional[bool] = field("bool")

    def __init__(
        self,
        name: Optional[str] = None,
        schedule: Optional[str] = None,
        request_data: Any = None,
        batch: Optional[bool] = None,
        timeout: Optional[int] = None,
        enabled: Optional[bool] = None,
        local_vars_configuration: Optional[ubiops.Configuration] = None,
    ) -> None:
        self._assign((name, schedule, request_data, batch, timeout, enabled), local_vars_configuration)
