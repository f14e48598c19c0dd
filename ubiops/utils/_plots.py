"""Metrics and usage, plotted with matplotlib."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone
from operator import add
from typing import TYPE_CHECKING, Any, Dict, Mapping, Optional, Sequence

from ubiops import ApiValueError, CoreApi
from ubiops.utils._extras import require
from ubiops.utils._moments import Moment, checked_moment

if TYPE_CHECKING:
    from matplotlib.axes import Axes

_UNITS: Mapping[str, str] = {
    "active_time": "seconds",
    "compute": "seconds per request",
    "gb_seconds": "GB \u00b7 seconds",
    "input_volume": "bytes",
    "output_volume": "bytes",
    "volume": "bytes",
}
"""Units of metrics; the others are numbers of what they are named after."""

_PERIOD = timedelta(days=1)
_BAR = 25  # days of a month


def plot_metrics(
    api: CoreApi,
    project_name: str,
    metric: str,
    object_type: str,
    *,
    start_time: Optional[Moment] = None,
    end_time: Optional[Moment] = None,
    interval: str = "hour",
    object_id: Optional[str] = None,
    ax: Optional[Axes] = None,
) -> Axes:
    """Plot a metric over time, in steps of one interval.

    Uses `metrics_get`, whose description lists the metrics of each type of object.

    Args:
        api: The API.
        project_name: Name of the project.
        metric: Name of the metric, such as `requests`, `compute` (seconds) or `input_volume` (bytes).
        object_type: `model_version`, `connector` or `pipeline`.
        start_time: Start of the period: a date and time, or its text in ISO 8601; in UTC if it has no zone. Default:
            one day before `end_time`.
        end_time: End of the period. Default: now.
        interval: `minute`, `hour`, `day` or `month`.
        object_id: Id of one model version, connector or pipeline. Default: all of the type together.
        ax: Where to plot. Default: a new figure.

    Returns:
        The axes, to change labels or to save the figure: ``ax.figure.savefig("requests.png")``.

    Raises:
        MissingExtraException: If matplotlib is not installed.
        ubiops.ApiValueError: If a text is no date and time, or the period is empty.
    """
    pyplot = require("matplotlib.pyplot", "notebooks")
    end = checked_moment(end_time, "end_time") or datetime.now(timezone.utc)
    start = checked_moment(start_time, "start_time") or end - _PERIOD
    if start >= end:
        raise ApiValueError(f"start_time: must be before end_time, but {start} is not before {end}")
    values = api.metrics_get(
        project_name,
        metric,
        start.isoformat(),
        end.isoformat(),
        object_type,
        interval=interval,
        object_id=object_id,
    )
    edges = [each.start_time for each in values] + [each.end_time for each in values[-1:]]
    heights = [each.value or 0.0 for each in values]
    axes: Axes = pyplot.subplots()[1] if ax is None else ax
    axes.step(_days(edges), heights + heights[-1:], where="post")
    _label(axes, metric, f"time (UTC), per {interval}")
    axes.set_title(f"{object_type.replace('_', ' ')}s of {project_name}")
    return axes


def plot_usage(
    api: CoreApi,
    project_name: str,
    metric: str = "gb_seconds",
    *,
    start_month: Optional[str] = None,
    ax: Optional[Axes] = None,
) -> Axes:
    """Plot what is billed of a project per month, as bars; those of several types of objects stand on each other.

    Uses `project_usage_get`.

    Args:
        api: The API.
        project_name: Name of the project.
        metric: `gb_seconds` (memory of instances in GB times the seconds that they ran), `input_volume` (bytes), ...
        start_month: First month, as `YYYY-MM`. Default: one year ago.
        ax: Where to plot. Default: a new figure.

    Returns:
        The axes. There are no bars where nothing was used.

    Raises:
        MissingExtraException: If matplotlib is not installed.
    """
    pyplot = require("matplotlib.pyplot", "notebooks")
    usage = api.project_usage_get(project_name, start_month=start_month)
    axes: Axes = pyplot.subplots()[1] if ax is None else ax
    heights: Dict[datetime, float] = {}
    for series in usage:
        if series.metric == metric:
            bottoms = [heights.get(each.month, 0.0) for each in series.usage]
            values = [each.value for each in series.usage]
            months = [each.month for each in series.usage]
            axes.bar(_days(months), values, _BAR, bottoms, align="edge", label=series.object_type.replace("_", " "))
            heights.update(zip(months, map(add, bottoms, values)))
    if heights:
        axes.legend()
    _label(axes, metric, "month (UTC)")
    axes.set_title(f"usage of {project_name}")
    return axes


def _days(moments: Sequence[Optional[datetime]]) -> Any:
    """Return moments as matplotlib counts them: with dates, its types would not agree."""
    return require("matplotlib.dates", "notebooks").date2num(moments)


def _label(axes: Axes, metric: str, time: str) -> None:
    dates = require("matplotlib.dates", "notebooks")
    locator = dates.AutoDateLocator(tz=timezone.utc)
    axes.xaxis_date(timezone.utc)
    axes.xaxis.set_major_locator(locator)
    axes.xaxis.set_major_formatter(dates.ConciseDateFormatter(locator, tz=timezone.utc))
    axes.set_xlabel(time)
    axes.set_ylabel(f"{metric.replace('_', ' ')} ({_UNITS.get(metric, 'number')})")
    axes.set_ylim(bottom=0)
