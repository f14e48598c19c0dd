"""What is removed after a time, by a clock that is moved."""

from __future__ import annotations

import uuid
from datetime import datetime, timezone
from typing import TYPE_CHECKING, Any, Dict, List, Tuple

from test.support.emulator.client import PROJECT, wait_until
from test.support.emulator.crowd import Crowd
from test.support.emulator.operations import Clock, platform
from ubiops.emulator.state.retention import Retention
from ubiops.emulator.state.storage import Storage

if TYPE_CHECKING:
    from test.support.emulator.client import Client

GROWING = (
    "batch_requests",
    "batch_pipeline_requests",
    "logs",
    "instances",
    "measurements",
    "gb_seconds",
    "names",
    "blobs",
)


def sizes(client: Client) -> Dict[str, int]:
    """Return how many rows there are in the tables that grow."""
    with platform(client).storage.transaction() as db:
        return {table: db.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in GROWING}


def record(client: Client, count: int) -> None:
    """Count requests to a version."""
    parts = platform(client)
    with parts.storage.transaction() as db:
        project = db.execute("SELECT id FROM projects").fetchone()["id"]
        for _ in range(count):
            parts.measurements.record(db, project, "model_version", str(uuid.UUID(int=1)), success=True, seconds=2)


def minutes(client: Client) -> List[Tuple[str, int]]:
    with platform(client).storage.transaction() as db:
        return [tuple(row) for row in db.execute("SELECT minute, requests FROM measurements ORDER BY minute")]


def chart(client: Client, metric: str) -> List[Any]:
    """Return a metric of the days from the 1st to the 3rd of October."""
    query = "object_type=model_version&start_time=2020-10-01&end_time=2020-10-04&interval=day"
    answer = client.raw("GET", f"{PROJECT}/metrics/{metric}?{query}")
    return [each["value"] for each in answer.body]


def test_a_year_later_there_is_little_left(client: Client) -> None:
    clock = Clock(client)
    assert client("PATCH", "/subscriptions/free", {"logs_retention_days": 90}).status == 200
    version = client("GET", client.model()).body["id"]
    crowd = Crowd(platform(client).storage, clock.now)
    for add in (crowd.requests, crowd.lines, crowd.instances):
        add(1200)
    crowd.requests(2, "failed")
    crowd.requests(3, "pending")
    crowd.blobs(5)
    measurements = platform(client).measurements
    with platform(client).storage.transaction() as db:
        number = measurements.started(db, crowd.project, version, 1024)
        measurements.ended(db, number, clock.now.replace(hour=10))
    for _ in range(20):
        record(client, 1)
        clock.move(minutes=1)
    client("POST", f"{PROJECT}/models", {"name": "gone", "input_type": "plain", "output_type": "plain"})
    client("DELETE", f"{PROJECT}/models/gone")
    before = sizes(client)
    assert before["batch_requests"] == 1205
    assert (before["logs"], before["instances"], before["measurements"], before["gb_seconds"]) == (1200, 1201, 20, 1)
    clock.move(days=366)
    # Usage is told for a year and more.
    left = {"batch_requests": 3, "measurements": 1, "gb_seconds": 1, "names": 2}
    wait_until(lambda: sizes(client) == {**dict.fromkeys(GROWING, 0), **left})
    usage = client.raw("GET", "/organizations/emulator/usage?start_month=2020-10").body
    assert usage[0]["usage"][0] == {"month": "2020-10-01T00:00:00Z", "value": 3600}
    assert minutes(client) == [("2020-10-08T00:00", 20)]
    clock.move(days=40)
    wait_until(lambda: sizes(client) == {**dict.fromkeys(GROWING, 0), "batch_requests": 3, "names": 2})


def test_measurements_are_summed_up(client: Client) -> None:
    clock = Clock(client, "2020-10-01T08:58:00")
    for count in (1, 2, 3, 4):
        record(client, count)
        clock.move(minutes=1)
    clock.move(days=1)
    record(client, 5)
    clock.move(hours=20)
    record(client, 6)
    fine = minutes(client)
    values = {"requests": [10, 5, 6], "compute": [2, 2, 2]}
    assert [count for _, count in fine] == [1, 2, 3, 4, 5, 6]
    clock.move(days=5, hours=5)  # more than seven days since the first day
    hours = [("2020-10-01T08:00", 3), ("2020-10-01T09:00", 7), ("2020-10-02T09:02", 5), ("2020-10-03T05:02", 6)]
    wait_until(lambda: minutes(client) == hours)
    assert {name: chart(client, name) for name in values} == values
    clock.move(days=2)
    wait_until(lambda: minutes(client)[2:] == [("2020-10-02T09:00", 5), ("2020-10-03T05:00", 6)])
    clock.move(days=27)
    wait_until(lambda: minutes(client) == [("2020-10-01T00:00", 10), ("2020-10-02T00:00", 5), ("2020-10-03T05:00", 6)])
    assert {name: chart(client, name) for name in values} == values


def test_a_clock_that_is_set_back() -> None:
    now = datetime(2026, 10, 1, tzinfo=timezone.utc)
    storage = Storage()
    try:
        retention = Retention(storage, lambda: now)
        retention.sweep()
        with storage.transaction() as db:
            db.execute("INSERT INTO organizations VALUES (1, 'o', 'o', '', NULL, '', '')")
            db.execute("INSERT INTO measurements VALUES ('o', '', '', '', '2020-10-01T10:30', 1, 0, 0, 0, 0, 0, 0)")
        now = datetime(2020, 11, 1, tzinfo=timezone.utc)
        retention.sweep()
        with storage.transaction() as db:
            assert db.execute("SELECT minute FROM measurements").fetchone()[0] == "2020-10-01T10:00"
    finally:
        storage.close()


def test_names_stay_as_long_as_lines_are_about_them(client: Client) -> None:
    clock = Clock(client)
    assert client("PATCH", "/subscriptions/free", {"logs_retention_days": 90}).status == 200
    parts = platform(client)
    client.model("old")
    with parts.storage.transaction() as db:
        version, project = db.execute(
            "SELECT versions.id, project_id FROM versions JOIN models ON models.id = model_id"
        ).fetchone()
        db.execute(
            "INSERT INTO logs (project_id, date, log, system, version_id) VALUES (?, ?, 'line', 0, ?)",
            (project, f"{clock.now:%Y-%m-%dT%H:%M:%S}.000000Z", version),
        )
    client("DELETE", f"{PROJECT}/models/old")
    clock.move(days=1)
    client("POST", f"{PROJECT}/models", {"name": "gone", "input_type": "plain", "output_type": "plain"})
    client("DELETE", f"{PROJECT}/models/gone")
    clock.move(days=1)
    wait_until(lambda: sizes(client)["names"] == 2)
    clock.move(days=91)
    wait_until(lambda: sizes(client)["names"] == 0)
