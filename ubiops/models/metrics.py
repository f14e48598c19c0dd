# Generated from codegen/openapi.yaml by `python -m codegen`; do not edit.
"""`Metrics`."""

from __future__ import annotations

import datetime
from typing import Optional

import ubiops
from ubiops.models._model import Model, field


class Metrics(Model):
    """The value of a metric in one interval.

    Attributes:
        value: The metric over the interval; the unit depends on the metric.
        start_time: Start of the interval.
        end_time: End of the interval (exclusive).
    """

    value: Optional[float] = field("float")
    start_time: Optional[datetime.datetime] = field("datetime")
    end_time: Optional[datetime.datetime] = field("datetime")

    def __init__(
        self,
        value: Optional[float] = None,
        start_time: Optional[datetime.datetime] = None,
        end_time: Optional[datetime.datetime] = None,
        local_vars_configuration: Optional[ubiops.Configuration] = None,
    ) -> None:
        self._assign((value, start_time, end_time), local_vars_configuration)
