"""Metrics and usage, plotted."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone
from typing import Any, Iterator, List

import matplotlib
import matplotlib.dates as dates
import matplotlib.pyplot
import pytest

import ubiops
from test.support.emulator.client import DOUBLE, connected
from test.support.server import Reply
from ubiops import utils
from ubiops.emulator import Emulator

matplotlib.use("agg")
pyplot: Any = matplotlib.pyplot
plot_metrics: Any = utils.plot_metrics  # the types of matplotlib do not say what tests look at
plot_usage: Any = utils.plot_usage

NOON = datetime(2020, 5, 13, 12, tzinfo=timezone.utc)
FIELDS = [{"name": "in", "data_type": "int"}]


@pytest.fixture(scope="module")
def api() -> Iterator[ubiops.CoreApi]:
    """The API of an emulator where a pipeline got three requests in the hour from 12:00, and now it is 13:30."""
    with Emulator() as emulator:
        emulator.freeze(NOON.isoformat())
        for client in connected(emulator):
            client.deploy(client.model(), DOUBLE)
        api = emulator.core_api()
        api.pipelines_create("demo", {"name": "p", "input_type": "structured", "input_fields": FIELDS})
        node = {"name": "o", "reference_type": "model", "reference_name": "m", "version": "v"}
        api.pipeline_objects_create("demo", "p", node)
        mapping = [{"source_field_name": "in", "destination_field_name": "in"}]
        attachment = {"source_name": "pipeline_start", "destination_name": "o", "mapping": mapping}
        api.pipeline_object_attachments_create("demo", "p", attachment)
        for number in range(3):
            api.pipelines_request("demo", "p", {"in": number})
        emulator.advance(90 * 60)
        yield api
        api.api_client.close()


@pytest.fixture(autouse=True)
def _closed() -> Iterator[None]:
    yield
    pyplot.close("all")


def moments(days: Any) -> List[datetime]:
    return [moment.astimezone(timezone.utc) for moment in dates.num2date(days)]


def test_a_metric_over_time(api: ubiops.CoreApi) -> None:
    end = NOON + timedelta(hours=2)
    ax = plot_metrics(api, "demo", "requests", "model_version", start_time=NOON - timedelta(hours=1), end_time=end)
    (line,) = ax.lines
    assert moments(line.get_xdata()) == [NOON + timedelta(hours=hour) for hour in (-1, 0, 1, 2)]
    assert list(line.get_ydata()) == [0, 3, 0, 0]
    assert (ax.get_xlabel(), ax.get_ylabel()) == ("time (UTC), per hour", "requests (number)")
    assert ax.get_title() == "model versions of demo"


def test_units_and_texts_of_moments(api: ubiops.CoreApi) -> None:
    (version,) = api.model_versions_list("demo", "m")
    ax = plot_metrics(
        api,
        "demo",
        "input_volume",
        "model_version",
        start_time="2020-05-13T12:00",
        end_time="2020-05-13T15:00:00+02:00",
        interval="minute",
        object_id=version.id,
    )
    (line,) = ax.lines
    assert len(line.get_xdata()) == 61
    assert max(line.get_ydata()) > 0
    assert ax.get_ylabel() == "input volume (bytes)"
    assert ax.get_ylim()[0] == 0


def test_the_time_axis_is_one_of_dates(api: ubiops.CoreApi) -> None:
    ax = plot_metrics(api, "demo", "requests", "pipeline", start_time=NOON, end_time=NOON + timedelta(hours=3))
    ax.figure.canvas.draw()
    assert "13:00" in [label.get_text() for label in ax.get_xticklabels()]


def test_the_last_day_is_the_period_of_who_names_none(api: ubiops.CoreApi) -> None:
    (line,) = plot_metrics(api, "demo", "requests", "connector").lines
    found = moments(line.get_xdata())
    assert timedelta(days=1) <= found[-1] - found[0] <= timedelta(hours=26)
    assert found[-2] <= datetime.now(timezone.utc) <= found[-1] + timedelta(hours=1)


def test_into_a_figure_of_ones_own(api: ubiops.CoreApi) -> None:
    _, (left, right) = pyplot.subplots(1, 2)
    end = NOON + timedelta(hours=2)
    assert plot_metrics(api, "demo", "requests", "pipeline", start_time=NOON, end_time=end, ax=left) is left
    assert plot_usage(api, "demo", ax=right) is right
    assert len(pyplot.get_fignums()) == 1


def test_an_empty_period_is_refused(api: ubiops.CoreApi) -> None:
    with pytest.raises(ubiops.ApiValueError, match="start_time: must be before end_time"):
        plot_metrics(api, "demo", "requests", "pipeline", start_time=NOON, end_time=NOON)


def test_a_call_that_fails_leaves_no_empty_figure(api: ubiops.CoreApi) -> None:
    with pytest.raises(ubiops.BadRequestException, match="object_requests"):
        plot_metrics(api, "demo", "object_requests", "connector")
    with pytest.raises(ubiops.NotFoundException):
        plot_usage(api, "other")
    assert pyplot.get_fignums() == []


@pytest.mark.parametrize("name", ["start_time", "end_time"])
def test_a_text_that_is_no_moment_is_refused(api: ubiops.CoreApi, name: str) -> None:
    given: Any = {name: "yesterday"}
    with pytest.raises(ubiops.ApiValueError, match=f"{name}: must be an ISO 8601 date and time, not 'yesterday'"):
        plot_metrics(api, "demo", "requests", "pipeline", **given)


def test_usage_per_month(api: ubiops.CoreApi) -> None:
    ax = plot_usage(api, "demo", "input_volume", start_month="2020-04")
    months = [datetime(2020, month, 1, tzinfo=timezone.utc) for month in (4, 5)]
    assert moments([bar.get_x() for bar in ax.patches]) == months
    assert [bar.get_height() > 0 for bar in ax.patches] == [False, True]
    assert [text.get_text() for text in ax.get_legend().get_texts()] == ["pipeline"]
    assert (ax.get_xlabel(), ax.get_ylabel()) == ("month (UTC)", "input volume (bytes)")


def test_types_of_objects_stand_on_each_other(serve: Any, connect: Any) -> None:
    def series(kind: str, *values: float) -> Any:
        months = ["2020-04-01T00:00:00Z", "2020-05-01T00:00:00Z"]
        usage = [{"month": month, "value": value} for month, value in zip(months, values)]
        return {"object_type": kind, "metric": "input_volume", "usage": usage}

    other = {**series("model_version", 5), "metric": "gb_seconds"}
    answer = [series("pipeline", 1, 2), other, series("model_version", 3, 4)]
    ax = plot_usage(connect(serve(Reply(body=answer))), "demo", "input_volume")
    assert [(bar.get_y(), bar.get_height()) for bar in ax.patches] == [(0, 1), (0, 2), (1, 3), (2, 4)]
    assert [text.get_text() for text in ax.get_legend().get_texts()] == ["pipeline", "model version"]


def test_no_usage(api: ubiops.CoreApi) -> None:
    ax = plot_usage(api, "demo", "volume")
    assert not ax.patches and ax.get_legend() is None
    assert ax.get_ylabel() == "volume (bytes)"
