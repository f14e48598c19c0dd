"""Metrics and usage: computed from what really ran."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any, List

import pytest

from test.support.emulator.client import PROJECT, wait_until
from test.support.emulator.operations import Clock, evaluate, logs, plain, platform, texts
from test.support.emulator.pipelines import add_model, attach, make_pipeline
from ubiops.emulator.serving.run import Order
from ubiops.emulator.state.measurements import METRICS, volume
from ubiops.emulator.state.seed import ORGANIZATION

if TYPE_CHECKING:
    from pathlib import Path

    from test.support.emulator.client import Client
    from ubiops import CoreApi

HOUR = {"start_time": "2020-10-08T09:00:00", "end_time": "2020-10-08T10:00:00"}
OBJECT = "00000000-0000-0000-0000-000000000000"


def metrics(client: Client, metric: str, kind: str = "model_version", **query: str) -> List[Any]:
    fields = {**HOUR, "object_type": kind, **query}
    answer = client.raw("GET", f"{PROJECT}/metrics/{metric}?{'&'.join(f'{k}={v}' for k, v in fields.items())}")
    assert answer.status == 200, answer
    body: List[Any] = answer.body
    return body


def value(client: Client, metric: str, kind: str = "model_version", **query: str) -> float:
    (bucket,) = metrics(client, metric, kind, **query)
    return float(bucket["value"])


def record(client: Client, kind: str, object_id: str = OBJECT, **amounts: Any) -> None:
    parts = platform(client)
    with parts.storage.transaction() as db:
        project = db.execute("SELECT id FROM projects WHERE name = 'demo'").fetchone()["id"]
        parts.measurements.record(db, project, kind, object_id, **{"success": True, **amounts})


def test_requests_to_a_version(client: Client) -> None:
    clock = Clock(client)
    version = plain(client)
    version_id = client("GET", version).body["id"]
    evaluate(client, version, "'x' * 100")
    evaluate(client, version, "time.sleep(0.2) or 'ü'")
    evaluate(client, version, "1 / 0")
    assert value(client, "requests") == 3
    assert value(client, "requests", object_id=version_id) == 3
    assert value(client, "requests", object_id=OBJECT) == 0
    assert value(client, "input_volume") == len("'x' * 100") + len("time.sleep(0.2) or 'ü'".encode()) + len("1 / 0")
    assert value(client, "output_volume") == 102
    assert value(client, "outputs") == 2
    assert 0.2 / 3 <= value(client, "compute") < 1
    clock.move(hours=1)
    assert value(client, "requests") == 3
    assert value(client, "requests", end_time="2020-10-08T10:00:00.1", start_time="2020-10-08T10:00:00") == 0


def test_volumes_count_blobs(client: Client) -> None:
    Clock(client)
    version = client.model("copy", [("file", "blob")], [("file", "blob")])
    client.deploy(
        version, "class Model:\n    def __init__(self, **_): pass\n    def request(self, data): return data\n"
    )
    blob = client.blob("x", b"x" * 1000)
    assert client("POST", f"{version}/request", {"file": blob}).body["success"]
    json = len(f'{{"file":"{blob}"}}')
    assert value(client, "input_volume") == json + 1000
    assert value(client, "output_volume") == json + 1000


def test_the_input_of_a_request_that_was_not_begun_counts(client: Client) -> None:
    Clock(client)
    version_id = client("GET", client.model("never", [("x", "int")], [("y", "int")])).body["id"]
    order = Order({"x": 1}, OBJECT, 1)
    assert not platform(client).execution.run(version_id, order).success
    assert value(client, "requests") == 1
    assert value(client, "input_volume") == len('{"x":1}')
    assert value(client, "output_volume") == 0


def test_batch_requests_count(client: Client) -> None:
    Clock(client)
    version = plain(client)
    assert len(client("POST", f"{version}/request-batch", ["'a'"] * 5).body) == 5
    wait_until(lambda: value(client, "requests") == 5)


def test_instances(client: Client) -> None:
    clock = Clock(client)
    plain(client, memory_allocation=512, maximum_idle_time=3600)
    clock.move(minutes=15)
    assert value(client, "active_time") == 900
    assert value(client, "gb_seconds") == 450
    # The average over the part of the hour that has passed: 15 of 15.5 minutes.
    assert value(client, "instances") == pytest.approx(900 / 930, abs=1e-6)
    assert [bucket["value"] for bucket in metrics(client, "active_time", interval="minute")] == [
        30.0,
        *[60.0] * 14,
        30.0,
        *[0.0] * 44,
    ]
    assert [bucket["value"] for bucket in metrics(client, "instances", interval="minute")][:3] == [0.5, 1, 1]


def test_a_jump_of_the_clock_is_no_activity(client: Client) -> None:
    clock = Clock(client, "2020-10-08T09:00:00")
    version = plain(client, memory_allocation=2048, maximum_idle_time=300)
    evaluate(client, version, "''")
    clock.move(hours=10)
    day = {"end_time": "2020-10-09T00:00:00", "interval": "day"}
    assert value(client, "gb_seconds", **day) == 600
    assert value(client, "active_time", **day) == 300
    (line,) = (line for line in logs(client, {"system": True}, date_range=-86400) if "stopped" in line["log"])
    assert line["log"] == "An instance was stopped after 300 s without requests"
    assert line["date"].startswith("2020-10-08T09:05:00")
    # Nor is it for an instance that the next request finds before anybody has looked.
    evaluate(client, version, "''")
    clock.now += timedelta(hours=1)
    evaluate(client, version, "''")
    assert value(client, "active_time", **day) == 600


def test_instances_in_use_are_active_during_a_jump(client: Client, tmp_path: Path) -> None:
    clock = Clock(client, "2020-10-08T09:00:00")
    version = plain(client, maximum_idle_time=300)
    go, reached = tmp_path / "go", tmp_path / "reached"
    wait = f"[time.sleep(0.01) for _ in iter(lambda: os.path.exists({str(go)!r}), True)] and ''"
    client("POST", f"{version}/request-batch", [f"open({str(reached)!r}, 'w').close() or {wait}"])
    wait_until(reached.exists)
    clock.move(minutes=30)
    go.touch()
    wait_until(lambda: client("GET", f"{version}/request-batch?status=completed").body)
    clock.move(minutes=10)
    assert value(client, "active_time") == 35 * 60


def test_time_over_instances_and_versions(client: Client) -> None:
    clock = Clock(client, "2020-10-08T09:00:00")
    parts = platform(client)
    with parts.storage.transaction() as db:
        project = db.execute("SELECT id FROM projects").fetchone()["id"]
    started, ended = parts.measurements.started, parts.measurements.ended
    with parts.storage.transaction() as db:
        numbers = [started(db, project, version, memory) for version, memory in (("a", 1024), ("a", 2048))]
    clock.move(minutes=10)
    with parts.storage.transaction() as db:
        numbers.append(started(db, project, "b", 1024))
        ended(db, numbers[0], clock.now)
    clock.move(minutes=20)
    with parts.storage.transaction() as db:
        for number in numbers[1:]:
            ended(db, number, clock.now)
    clock.move(minutes=30)
    assert value(client, "active_time", object_id="a") == 1800
    assert value(client, "active_time", object_id="b") == 1200
    assert value(client, "active_time") == 3000
    assert value(client, "gb_seconds") == 600 + 2 * 1800 + 1200
    assert value(client, "instances") == (600 + 1800 + 1200) / 3600
    assert value(client, "instances", object_id="b") == round(1200 / 3600, 6)


def test_instances_of_a_killed_emulator_end(client: Client) -> None:
    clock = Clock(client, "2020-10-08T09:00:00")
    parts = platform(client)
    with parts.storage.transaction() as db:
        project = db.execute("SELECT id FROM projects").fetchone()["id"]
        parts.measurements.started(db, project, OBJECT, 1024)
    clock.move(minutes=10)
    record(client, "model_version")
    clock.move(days=1)
    parts.measurements.recover()
    assert value(client, "active_time") == 600


@pytest.mark.parametrize(
    ("kind", "amounts", "expected"),
    [
        ("pipeline", {"input_volume": 7, "object_requests": 3}, {"input_volume": 14, "object_requests": 6}),
        ("connector", {"input_volume": 7}, {"volume": 14}),
    ],
)
def test_other_objects(client: Client, kind: str, amounts: Any, expected: Any) -> None:
    Clock(client)
    record(client, kind, **amounts)
    record(client, kind, **amounts, success=False)
    for metric, total in {"requests": 2, **expected}.items():
        assert value(client, metric, kind) == total
        assert value(client, metric, kind, object_id=OBJECT) == total
    assert value(client, "requests") == 0


def test_intervals(client: Client) -> None:
    clock = Clock(client, "2019-12-31T23:59:59")
    for _ in range(3):
        record(client, "pipeline")
        clock.move(seconds=1)
    year = {"start_time": "2019-12-31T23:59:30", "end_time": "2020-01-01T00:00:01"}
    expected = {
        "minute": [("2019-12-31T23:59:00+00:00", 1), ("2020-01-01T00:00:00+00:00", 2)],
        "hour": [("2019-12-31T23:00:00+00:00", 1), ("2020-01-01T00:00:00+00:00", 2)],
        "day": [("2019-12-31T00:00:00+00:00", 1), ("2020-01-01T00:00:00+00:00", 2)],
        "month": [("2019-12-01T00:00:00+00:00", 1), ("2020-01-01T00:00:00+00:00", 2)],
    }
    ends = {
        "minute": "2020-01-01T00:01:00+00:00",
        "hour": "2020-01-01T01:00:00+00:00",
        "day": "2020-01-02T00:00:00+00:00",
        "month": "2020-02-01T00:00:00+00:00",
    }
    for interval, buckets in expected.items():
        found = metrics(client, "requests", "pipeline", interval=interval, **year)
        assert [(each["start_time"], each["value"]) for each in found] == buckets
        assert found[0]["end_time"] == found[1]["start_time"]
        assert found[1]["end_time"] == ends[interval]


def test_an_interval_that_begins_at_the_end_is_left_out(client: Client) -> None:
    assert len(metrics(client, "requests", interval="minute")) == 60
    assert len(metrics(client, "requests")) == 1
    day = {"start_time": "2020-10-08T12:00:00%2B02:00", "end_time": "2020-10-09T12:00:00Z"}
    assert len(metrics(client, "requests", interval="day", **day)) == 2
    assert metrics(client, "requests", **day)[0]["start_time"] == "2020-10-08T10:00:00+00:00"
    last = {"start_time": "9999-12-31T23:59:59", "end_time": "9999-12-31T23:59:59.5"}
    for interval in ("minute", "hour", "day", "month"):
        assert len(metrics(client, "requests", interval=interval, **last)) == 1


def test_every_pair(client: Client) -> None:
    for kind, names in METRICS.items():
        for name in {each for some in METRICS.values() for each in some}:
            path = f"{PROJECT}/metrics/{name}?object_type={kind}&start_time=2020-10-08&end_time=2020-10-09"
            answer = client.raw("GET", path)
            assert answer.status == (200 if name in names else 400)
            if name not in names:
                assert answer.error == f"metric: objects of the type {kind} have {', '.join(names)}, not {name}"


@pytest.mark.parametrize(
    ("query", "complaint"),
    [
        ("end_time=2020-10-09&object_type=pipeline", "start_time: is required"),
        ("start_time=2020-10-08&end_time=2020-10-09", "object_type: is required"),
        ("start_time=2020-10-08&end_time=2020-10-09&object_type=model", "object_type: must be one of model_version"),
        ("start_time=2020-10-08&end_time=2020-10-08&object_type=pipeline", "start_time: must be before end_time"),
        ("start_time=x&end_time=2020-10-08&object_type=pipeline", "start_time: must be a date"),
        ("start_time=2020-10-08&end_time=2020-10-09&object_type=pipeline&interval=week", "interval: must be one of"),
        ("start_time=0001-01-01&end_time=9999-01-01&object_type=pipeline", "interval: the period has more than 50000"),
    ],
)
def test_bad_questions(shared: Client, query: str, complaint: str) -> None:
    answer = shared.raw("GET", f"{PROJECT}/metrics/requests?{query}")
    assert answer.status == 400
    assert answer.error.startswith(complaint)


@pytest.mark.parametrize("scope", [PROJECT, f"/organizations/{ORGANIZATION}"])
def test_usage_per_month(client: Client, scope: str) -> None:
    clock = Clock(client, "2020-08-31T23:00:00")
    assert client("GET", f"{scope}/usage").body == []
    record(client, "pipeline", input_volume=5)
    record(client, "connector", input_volume=5)
    clock.move(days=31)
    record(client, "pipeline", input_volume=7)
    (usage,) = client.raw("GET", f"{scope}/usage?start_month=2020-07").body
    assert (usage["object_type"], usage["metric"]) == ("pipeline", "input_volume")
    assert usage["usage"] == [
        {"month": "2020-07-01T00:00:00Z", "value": 0},
        {"month": "2020-08-01T00:00:00Z", "value": 5},
        {"month": "2020-09-01T00:00:00Z", "value": 0},
        {"month": "2020-10-01T00:00:00Z", "value": 7},
    ]
    months = [each["month"][:7] for each in client("GET", f"{scope}/usage").body[0]["usage"]]
    assert (months[0], months[-1], len(months)) == ("2019-10", "2020-10", 13)
    assert client.raw("GET", f"{scope}/usage?start_month=2020-11").body == []
    for month in ("2020-1", "2020-13", "0000-01", "2020-10-01", "x", "٢٠٢٠-10"):
        answer = client.raw("GET", f"{scope}/usage", fields={"start_month": month})
        assert answer.error.startswith("start_month: must ")


def test_usage_per_day(client: Client) -> None:
    clock = Clock(client, "2020-10-01T23:30:00")
    version = plain(client, memory_allocation=1024, maximum_idle_time=3600)
    details = f"/organizations/{ORGANIZATION}/usage/details"
    record(client, "pipeline", input_volume=5)
    clock.move(minutes=45)
    both = client("GET", details).body
    assert both == [
        {
            "object_type": "model_version",
            "metric": "gb_seconds",
            "usage": [
                {"day": "2020-10-01T00:00:00Z", "value": 1800},
                {"day": "2020-10-02T00:00:00Z", "value": 900},
            ],
        },
        {
            "object_type": "pipeline",
            "metric": "input_volume",
            "usage": [{"day": "2020-10-01T00:00:00Z", "value": 5}],
        },
    ]
    assert client("DELETE", version).status == 204
    clock.move(days=31)
    assert client("GET", details).body == []
    assert client.raw("GET", f"{details}?month=2020-10").body == both
    assert client.raw("GET", f"{details}?month=9999-12").body == []
    assert client.raw("GET", f"{details}?month=2020-1").error.startswith("month: must ")


@pytest.mark.parametrize(("data", "size"), [("ü", 2), ("", 0), (None, 4), ({"a": [1, "ü"]}, 14), ("\ud800", 3)])
def test_volume(data: Any, size: int) -> None:
    assert volume(data) == size


def test_with_the_client(core_api: CoreApi, client: Client) -> None:
    Clock(client)
    record(client, "pipeline", input_volume=5)
    (found,) = core_api.metrics_get("demo", "requests", HOUR["start_time"], HOUR["end_time"], "pipeline")
    assert (found.value, str(found.start_time)) == (1, "2020-10-08 09:00:00+00:00")
    (usage,) = core_api.project_usage_get("demo", start_month="2020-10")
    assert usage.usage[0].value == 5
    (usage,) = core_api.organization_usage_get(ORGANIZATION)
    assert usage.metric == "input_volume"
    (daily,) = core_api.organization_usage_details_get(ORGANIZATION, month="2020-10")
    assert daily.usage[0].value == 5


def test_requests_end_with_the_gb_seconds_of_the_month(client: Client) -> None:
    clock = Clock(client)
    version = plain(client, memory_allocation=2048, maximum_idle_time=60)
    pipeline = make_pipeline(client, None)
    add_model(client, pipeline, "o", "plain")
    attach(client, pipeline, "pipeline_start", "o")
    assert client("PATCH", "/subscriptions/free", {"gb_seconds": 20}).status == 200
    assert evaluate(client, version, "'x'")["success"]  # an instance that goes on running, from now on
    clock.move(seconds=9)
    assert evaluate(client, version, "'x'")["success"]
    clock.move(seconds=2)
    message = "The subscription free allows 20 GB seconds a month, and 22 have been used in 2020-10"
    calls = ((f"{version}/request", "'x'"), (f"{version}/request-batch", ["'x'"]), (f"{pipeline}/request", "'x'"))
    for path, body in calls:
        answer = client("POST", path, body)
        assert (answer.status, answer.error) == (400, message)
    # What was accepted before is refused when its turn comes.
    parts = platform(client)
    with parts.storage.transaction() as db:
        version_id = db.execute("SELECT id FROM versions ORDER BY seq").fetchone()["id"]
    outcome = parts.execution.run(version_id, Order("'x'", "r", 60))
    assert (outcome.success, outcome.error_message) == (False, message)
    assert texts(client, {"request_id": "r"}) == [message]
    clock.move(seconds=60)

    def stopped() -> bool:
        with parts.storage.transaction() as db:
            return db.execute("SELECT 1 FROM instances WHERE ended IS NULL").fetchone() is None

    wait_until(stopped)
    clock.move(days=31)
    assert evaluate(client, version, "'x'")["success"]
