# Generated from codegen/openapi.yaml by `python -m codegen`; do not edit.
"""`UsagePerDay`."""

from __future__ import annotations

from typing import TYPE_CHECKING, List, Optional

from ubiops.models._model import REQUIRED, Model, field

if TYPE_CHECKING:
    from ubiops.configuration import Configuration
    from ubiops.models import (
        UsagePerDayMetric,
    )


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
    usage: List[UsagePerDayMetric] = field("list[UsagePerDayMetric]", required=True)

    def __init__(
        self,
        object_type: str = REQUIRED,
        metric: str = REQUIRED,
        usage: List[UsagePerDayMetric] = REQUIRED,
        local_vars_configuration: Optional[Configuration] = None,
    ) -> None:
        self._assign((object_type, metric, usage), local_vars_configuration)
