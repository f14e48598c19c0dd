# Generated from codegen/openapi.yaml by `python -m codegen`; do not edit.
"""`UsagePerDayMetric`."""

from __future__ import annotations

import datetime
from typing import Optional

import ubiops
from ubiops.models._model import Model, field


class UsagePerDayMetric(Model):
    """The usage of one day.

    Attributes:
        day: Start of the day, in UTC. (required)
        value: Value of the metric over the day, in the unit of the metric. (required)
    """

    day: datetime.datetime = field("datetime", required=True)
    value: float = field("float", required=True)

    def __init__(
        self,
        day: datetime.datetime,
        value: float,
        local_vars_configuration: Optional[ubiops.Configuration] = None,
    ) -> None:
        self._assign((day, value), local_vars_configuration)
