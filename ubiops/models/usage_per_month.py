# Generated from codegen/openapi.yaml by `python -m codegen`; do not edit.
"""`UsagePerMonth`."""

from __future__ import annotations

from typing import List, Optional

import ubiops
from ubiops.models._model import Model, field


class UsagePerMonth(Model):
    """Monthly totals of one billed metric for one type of object.

    Attributes:
        object_type: Type of object that was measured: `model_version`, `pipeline` or `connector`. (required; not
            empty)
        metric: Name of the metric, as in `metrics_get`. (required; not empty)
        usage: The totals, one per month, in order of time. (required)
    """

    object_type: str = field("str", required=True, min_length=1)
    metric: str = field("str", required=True, min_length=1)
    usage: List[ubiops.UsagePerMonthMetric] = field("list[UsagePerMonthMetric]", required=True)

    def __init__(
        self,
        object_type: str,
        metric: str,
        usage: List[ubiops.UsagePerMonthMetric],
        local_vars_configuration: Optional[ubiops.Configuration] = None,
    ) -> None:
        self._assign((object_type, metric, usage), local_vars_configuration)
