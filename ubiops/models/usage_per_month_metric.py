# Generated from codegen/openapi.yaml by `python -m codegen`; do not edit.
"""`UsagePerMonthMetric`."""

from __future__ import annotations

import datetime
from typing import Optional

import ubiops
from ubiops.models._model import Model, field


class UsagePerMonthMetric(Model):
    """The total of a metric in one month.

    Attributes:
        month: First moment of the month, in UTC. (required)
        value: Total over the month; the unit depends on the metric. (required)
    """

    month: datetime.datetime = field("datetime", required=True)
    value: float = field("float", required=True)

    def __init__(
        self,
        month: datetime.datetime,
        value: float,
        local_vars_configuration: Optional[ubiops.Configuration] = None,
    ) -> None:
        self._assign((month, value), local_vars_configuration)
