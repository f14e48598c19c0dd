# Generated from codegen/openapi.yaml by `python -m codegen`; do not edit.
"""`UsagePerDay`."""

from __future__ import annotations

from typing import List, Optional

import ubiops
from ubiops.models._model import Model, field


class UsagePerDay(Model):
    """Usage of one metric by one type of object, per day.

    Attributes:
        object_type: Type of object that was measured: `model_version`, `pipeline` or `connector`. (required; not
            empty)
        metric: Metric that was measured, such as `gb_seconds` or `input_volume`. (required; not empty)
        usage: Measured days, in no particular order; days can be missing. (required)
    """

    object_type: str = field("str", required=True, min_length=1)
    metric: str = field("str", required=True, min_length=1)
    usage: List[ubiops.UsagePerDayMetric] = field("list[UsagePerDayMetric]", required=True)

    def __init__(
        self,
        object_type: str,
        metric: str,
        usage: List[ubiops.UsagePerDayMetric],
        local_vars_configuration: Optional[ubiops.Configuration] = None,
    ) -> None:
        self._assign((object_type, metric, usage), local_vars_configuration)
