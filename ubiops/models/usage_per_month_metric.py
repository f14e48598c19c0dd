# Generated from codegen/openapi.yaml by `python -m codegen`; do not edit.
"""`UsagePerMonthMetric`."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, Optional

from ubiops.models._model import REQUIRED, Model, field

if TYPE_CHECKING:
    from ubiops.configuration import Configuration


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
        month: datetime.datetime = REQUIRED,
        value: float = REQUIRED,
        local_vars_configuration: Optional[Configuration] = None,
    ) -> None:
        self._assign((month, value), local_vars_configuration)
