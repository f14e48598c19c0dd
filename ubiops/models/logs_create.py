# Generated from codegen/openapi.yaml by `python -m codegen`; do not edit.
"""`LogsCreate`."""

from __future__ import annotations

from typing import Any, Dict, Optional

import ubiops
from ubiops.models._model import Model, field


class LogsCreate(Model):
    """A query for log lines.

    Attributes:
        filters: What a line must match: any combination of `model_name`, `model_version` (needs `model_name`),
            `connector_name`, `pipeline_name`, `pipeline_object_name` (needs `pipeline_name`), `request_id`,
            `pipeline_request_id` and `system` (boolean). Empty for all lines of the project. (required)
        date_range: Length of the time window in seconds, at most 24 hours: negative reaches back from the
            starting point, positive reaches forward. The default is 6 hours back. (-86400 to 86400; default
            `-21600`)
        date: Starting point (inclusive) as an ISO 8601 date and time; without an offset it is read as UTC.
            Default: now. (not empty)
        id: Identifier of the log line to start from. That line is always part of the answer, whichever way the
            window reaches. (24 characters)
        limit: Largest number of lines to return. (1 to 500; default `50`)
    """

    filters: Dict[str, Any] = field("dict(str, object)", required=True)
    date_range: Optional[int] = field("int")
    date: Optional[str] = field("str", min_length=1)
    id: Optional[str] = field("str", min_length=24, max_length=24)
    limit: Optional[int] = field("int")

    def __init__(
        self,
        filters: Dict[str, Any],
        date_range: Optional[int] = None,
        date: Optional[str] = None,
        id: Optional[str] = None,
        limit: Optional[int] = None,
        local_vars_configuration: Optional[ubiops.Configuration] = None,
    ) -> None:
        self._assign((filters, date_range, date, id, limit), local_vars_configuration)
