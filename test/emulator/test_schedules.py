"""Request schedules: kept, and run when their time has come."""

from __future__ import annotations

import time
from datetime import datetime, timezone
from pathlib import Path
from typing import TYPE_CHECKING, Any, Callable, Dict, List

import pytest

from test.support.emulator.client import PROJECT, wait_until
from test.support.emulator.operations import Clock, logs, plain, platform, texts
from test.support.patience import SOON
from ubiops.emulator import Emulator
from ubiops.emulator.common.background import Background
from ubiops.emulator.schedules.cron import next_run
from ubiops.exceptions import ApiException

if TYPE_CHECKING:
    from test.support.emulator.client import Client
    from ubiops import CoreApi

URL = f"{PROJECT}/schedules"
MODEL = {"name": "s", "object_type": "model", "object_name": "plain", "version": "v", "schedule": "0 * * * *"}


@pytest.fixture(scope="module")
def made(shared: Client) -> Client:
    """An emulator with a version that was not built, and a pipeline."""
    shared.model("plain", None, None)
    shared.model()
    assert shared("POST", f"{PROJECT}/pipelines", {"name": "p", "input_type": "plain"}).status == 201
    return shared


@pytest.fixture
def running(client: Client) -> Client:
    plain(client)
    return client


def schedule(client: Client, **fields: Any) -> Dict[str, Any]:
    answer = client("POST", URL, {**MODEL, "request_data": "print('it ran') or 'ok'", **fields})
    assert answer.status == 201, answer
    body: Dict[str, Any] = answer.body
    return body


def runs(client: Client) -> int:
    return texts(client, {"system": False}).count("it ran")


def settled(client: Client) -> None:
    """Wait until the scheduler has looked at the clock, and has made its requests."""
    parts = platform(client)
    scheduler = parts.scheduler
    wait_until(
        lambda: scheduler._last == parts.clock() and not scheduler._awake.is_set() and idle(scheduler._background)
    )


def idle(background: Background) -> bool:
    with background._changed:
        return not background._waiting and background._idle == len(background._threads)


def test_life(made: Client) -> None:
    body = {**MODEL, "name": "life", "request_data": "x", "batch": True, "timeout": 10, "enabled": False}
    created = made("POST", URL, body).body
    assert {key: created[key] for key in body} == body
    assert made("GET", f"{URL}/life").body == created
    assert created in made("GET", URL).body
    changed = made("PATCH", f"{URL}/life", {"name": "other", "timeout": 20, "batch": False}).body
    assert changed == {**created, "name": "other", "timeout": 20, "batch": False}
    assert made("PATCH", f"{URL}/other", {}).body == changed
    rest = {"schedule": "*/5 0 * * 1-5", "enabled": True, "request_data": ""}
    assert made("PATCH", f"{URL}/other", rest).body == {**changed, **rest}
    assert made("DELETE", f"{URL}/other").status == 204
    for verb, sent in (("GET", ...), ("DELETE", ...), ("PATCH", {})):
        assert made(verb, f"{URL}/other", sent).error == "No schedule 'other'"


def test_defaults(made: Client) -> None:
    created = made("POST", URL, {**MODEL, "name": "defaults"}).body
    assert (created["batch"], created["timeout"], created["enabled"], created["request_data"]) == (False, 300, True, "")
    pipeline = {"name": "of-p", "object_type": "pipeline", "object_name": "p", "schedule": "@yearly"}
    created = made("POST", URL, pipeline).body
    assert (created["object_type"], created["object_name"], created["version"]) == ("pipeline", "p", None)
    assert created["schedule"] == "@yearly"


@pytest.mark.parametrize(
    ("change", "complaint"),
    [
        ({"name": "A"}, "name: must match"),
        ({"name": "a\n"}, "name: must match"),
        ({"name": None}, "name: "),
        ({"object_type": "connector"}, "object_type: must be one of model, pipeline"),
        ({"object_name": "x"}, "object_name, version: there is no model 'x' with a version 'v'"),
        ({"version": "x"}, "object_name, version: there is no model 'plain' with a version 'x'"),
        ({"version": ...}, "version: is required for a model"),
        ({"object_type": "pipeline", "object_name": "p"}, "version: must be left out for a pipeline"),
        ({"object_type": "pipeline", "version": ...}, "object_name: there is no pipeline 'plain'"),
        ({"request_data": {}}, "request_data: Data validation error: plain data must be a string"),
        ({"request_data": None}, "request_data: "),
        ({"object_name": "m"}, "request_data: Data validation error: must be an object with the fields in"),
        ({"object_name": "m", "request_data": {"in": "x"}}, "request_data: Data validation error for field in"),
        ({"timeout": 0}, "timeout: must be at least 1"),
        ({"timeout": 3601}, "timeout: must be at most 3600"),
        ({"batch": "yes"}, "batch: must be true or false"),
        ({"enabled": None}, "enabled: must be true or false"),
        ({"schedule": "* * * *"}, "schedule: must have five fields (minute, hour, day of month, month, day of week)"),
        ({"schedule": "0 0 30 2 *"}, "schedule: never runs"),
        ({"schedule": "@reboot"}, "schedule: must be one of @yearly"),
        ({"more": 1}, "more: is unknown"),
    ],
)
def test_bad_schedules(made: Client, change: Dict[str, Any], complaint: str) -> None:
    body = {key: value for key, value in {**MODEL, "name": "bad", **change}.items() if value is not ...}
    answer = made("POST", URL, body)
    assert answer.status == 400
    assert answer.error.startswith(complaint)


def test_bad_changes(made: Client) -> None:
    for name in ("first", "second"):
        assert made("POST", URL, {**MODEL, "name": name}).status == 201
    taken = "name: a schedule called 'first' exists already; choose another name"
    assert made("POST", URL, {**MODEL, "name": "first"}).error == taken
    for body, complaint in (
        ({"name": "first"}, taken),
        ({"schedule": "* * * * 8"}, "schedule: the day of week must be within 0-7"),
        ({"request_data": 1}, "request_data: "),
        ({"object_name": "m"}, "object_name: is unknown"),
        ({"version": "w"}, "version: is unknown"),
    ):
        assert made("PATCH", f"{URL}/second", body).error.startswith(complaint)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("* * * * *", "2020-10-08T09:16"),
        ("15 9 * * *", "2020-10-09T09:15"),
        ("*/20 * * * *", "2020-10-08T09:20"),
        ("*/2 2-4,19-21 * * *", "2020-10-08T19:00"),
        ("0 0 * * 0", "2020-10-11T00:00"),
        ("0-30/10,45 10 * * *", "2020-10-08T10:00"),
        ("0 0 13 * 5", "2020-10-09T00:00"),  # a 13th or a Friday
        ("  0   12  1 1 * ", "2021-01-01T12:00"),
        ("0 0 29 2 *", "2024-02-29T00:00"),
        ("0 9 * * 7", "2020-10-11T09:00"),
        ("0 9 * * 6-7/2", "2020-10-10T09:00"),
        ("0 9 * * fri-sun", "2020-10-09T09:00"),
        ("0 8-8 * * *", "2020-10-09T08:00"),
        ("5-05/2 9 * * *", "2020-10-09T09:05"),
        ("0 9 * * sun-sun", "2020-10-11T09:00"),
        ("0 9 13-13 oct-oct *", "2020-10-13T09:00"),
        ("0 9 * * mon-fri", "2020-10-09T09:00"),
        ("0 9 * * Sun,Wed", "2020-10-11T09:00"),
        ("0 9 1 JAN-mar/2 *", "2021-01-01T09:00"),
        ("0 0 1 nov,dec *", "2020-11-01T00:00"),
        ("@hourly", "2020-10-08T10:00"),
        ("@daily", "2020-10-09T00:00"),
        ("@midnight", "2020-10-09T00:00"),
        (" @Weekly", "2020-10-11T00:00"),
        ("@monthly", "2020-11-01T00:00"),
        ("@yearly", "2021-01-01T00:00"),
        ("@annually", "2021-01-01T00:00"),
    ],
)
def test_times(text: str, expected: str) -> None:
    after = datetime(2020, 10, 8, 9, 15, tzinfo=timezone.utc)
    assert next_run(text, after) == datetime.fromisoformat(expected).replace(tzinfo=timezone.utc)


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("60 * * * *", "the minute must be within 0-59"),
        ("* 24 * * *", "the hour must be within 0-23"),
        ("* * 0 * *", "the day of month must be within 1-31"),
        ("* * * 13 *", "the month must be within 1-12"),
        ("* * * mon *", "the month must be *, a number or jan-dec, a range"),
        ("* * * january *", "the month must be *, a number or jan-dec, a range"),
        ("jan * * * *", "the minute must be *, a number, a range"),
        ("* * * * 8", "the day of week must be within 0-7"),
        ("* * * * fri-mon", "the day of week must be within 0-7, and ranges ascend"),
        ("* * * * sun#1", "the day of week must be *, a number or sun-sat"),
        ("@reboot", "must be one of @yearly, @annually"),
        ("@daily * * * *", "the minute must be *"),
        ("5-2 * * * *", "the minute must be within 0-59, and ranges ascend"),
        ("5/10 * * * *", "the minute needs * or a range before a step"),
        ("*/0 * * * *", "the step of the minute must be within 1-59"),
        ("1,,2 * * * *", "the minute must be *"),
        ("-1 * * * *", "the minute must be *"),
        ("* * L * *", "the day of month must be *"),
        ("٣ * * * *", "the minute must be *"),
        ("* * * * * *", "must have five fields"),
        ("* * 31 2,4,6,9,11 *", "never runs"),
        ("", "must have five fields"),
    ],
)
def test_bad_times(text: str, complaint: str) -> None:
    with pytest.raises(ValueError) as caught:
        next_run(text, datetime(2020, 10, 8, tzinfo=timezone.utc))
    assert str(caught.value).startswith(complaint)


@pytest.mark.parametrize("times", ["0 * * * *", "0 10-16,20 * oct wed-7", "@hourly"])
def test_direct(running: Client, times: str) -> None:
    clock = Clock(running, "2020-10-08T09:59:59")
    schedule(running, schedule=times)
    settled(running)
    assert runs(running) == 0
    clock.move(seconds=1)
    wait_until(lambda: runs(running) == 1)
    (line,) = [line for line in logs(running, {"system": False}) if line["log"] == "it ran"]
    assert "Schedule s: a request is made" in texts(running, {"request_id": line["request_id"], "system": True})
    settled(running)
    clock.move(minutes=59, seconds=59)
    settled(running)
    assert runs(running) == 1
    clock.move(hours=5)  # five times it came, and it runs once
    wait_until(lambda: runs(running) == 2)
    settled(running)
    assert runs(running) == 2
    clock.move(days=-1)  # back: the next hour counts again
    settled(running)
    clock.move(hours=1)
    wait_until(lambda: runs(running) == 1)  # the others are in the future now


def test_batch(running: Client) -> None:
    clock = Clock(running)
    schedule(running, batch=True)
    settled(running)
    clock.move(hours=1)
    batch = f"{PROJECT}/models/plain/versions/v/request-batch"
    (request,) = wait_until(lambda: running("GET", batch).body)
    wait_until(lambda: running("GET", f"{batch}/{request['id']}").body["status"] == "completed")
    assert "it ran" in texts(running, {"request_id": request["id"]})


def test_pipelines(running: Client) -> None:
    pipeline = f"{PROJECT}/pipelines/p"
    assert running("POST", f"{PROJECT}/pipelines", {"name": "p", "input_type": "plain"}).status == 201
    reference = {"name": "o", "reference_type": "model", "reference_name": "plain", "version": "v"}
    assert running("POST", f"{pipeline}/objects", reference).status == 201
    attachment = {"destination_name": "o", "source_name": "pipeline_start", "mapping": []}
    answer = running("POST", f"{pipeline}/attachments", attachment)
    assert answer.status == 201, answer
    clock = Clock(running)
    common = {"object_type": "pipeline", "object_name": "p", "schedule": "0 * * * *"}
    for name, batch in (("direct", False), ("batch", True)):
        body = {"name": name, **common, "request_data": f"print('{name}') or ''", "batch": batch}
        assert running("POST", URL, body).status == 201
    settled(running)
    clock.move(hours=1)
    wait_until(lambda: {"direct", "batch"} <= set(texts(running, {"pipeline_name": "p", "system": False})))
    (request,) = running("GET", f"{pipeline}/request-batch").body
    assert "Schedule batch: a request is made" in texts(running, {"pipeline_request_id": request["id"]})


def test_disabled(running: Client) -> None:
    clock = Clock(running)
    schedule(running, enabled=False)
    clock.move(hours=1)
    settled(running)
    assert runs(running) == 0
    assert running("PATCH", f"{URL}/s", {"enabled": True}).status == 200
    settled(running)
    assert runs(running) == 0  # what was missed is not made up for
    clock.move(hours=1)
    wait_until(lambda: runs(running) == 1)
    assert running("PATCH", f"{URL}/s", {"enabled": False}).status == 200
    clock.move(hours=1)
    settled(running)
    assert runs(running) == 1
    assert running("DELETE", f"{URL}/s").status == 204


def test_changed_and_deleted(running: Client) -> None:
    clock = Clock(running, "2020-10-08T09:59:00")
    schedule(running, schedule="0 0 1 1 *")
    running("PATCH", f"{URL}/s", {"schedule": "* * * * *", "request_data": "print('changed') or ''"})
    settled(running)
    clock.move(minutes=1)
    wait_until(lambda: "changed" in texts(running))
    settled(running)
    assert running("DELETE", f"{URL}/s").status == 204
    before = len(logs(running, limit=500))
    clock.move(minutes=1)
    settled(running)
    assert len(logs(running, limit=500)) == before


def test_timeout(running: Client) -> None:
    clock = Clock(running)
    schedule(running, timeout=1, request_data="time.sleep(60)")
    settled(running)
    clock.move(hours=1)
    wait_until(lambda: "The request timed out after 1 s" in texts(running))


def test_versions_that_cannot_serve(client: Client) -> None:
    client.model("plain", None, None)
    clock = Clock(client)
    for name, batch in (("direct", False), ("batch", True)):
        schedule(client, name=name, batch=batch)
    settled(client)
    clock.move(hours=1)
    reason = "no request was made. Version is not available: No model package has been uploaded for this version yet"
    wait_until(lambda: {f"Schedule direct: {reason}", f"Schedule batch: {reason}"} <= set(texts(client)))
    assert client("GET", f"{PROJECT}/models/plain/versions/v/request-batch").body == []


def test_they_go_with_their_version_and_follow_its_name(client: Client) -> None:
    client.model("plain", None, None)
    schedule(client)
    client("PATCH", f"{PROJECT}/models/plain", {"name": "new"})
    client("PATCH", f"{PROJECT}/models/new/versions/v", {"version": "w"})
    found = client("GET", f"{URL}/s").body
    assert (found["object_name"], found["version"]) == ("new", "w")
    assert client("DELETE", f"{PROJECT}/models/new/versions/w").status == 204
    assert client("GET", URL).body == []


def test_after_a_restart(tmp_path: Path, connect: Callable[[Emulator], Client]) -> None:
    with Emulator(data=tmp_path / "data") as emulator:
        client = connect(emulator)
        plain(client)
        clock = Clock(client)
        schedule(client)
        settled(client)
    with Emulator(data=tmp_path / "data") as emulator:
        client = connect(emulator)
        clock = Clock(client, "2020-10-10T09:30:00")
        platform(client).scheduler.resume()
        settled(client)
        assert runs(client) == 0  # what was missed while it was off is not made up for
        clock.move(minutes=30)
        wait_until(lambda: runs(client) == 1)


def test_stopping_ends_what_runs(connect: Callable[[Emulator], Client]) -> None:
    with Emulator() as emulator:
        client = connect(emulator)
        plain(client)
        clock = Clock(client)
        schedule(client, request_data="print('sleeping') or time.sleep(600)", timeout=600)
        settled(client)
        clock.move(hours=1)
        wait_until(lambda: "sleeping" in texts(client))
        start = time.monotonic()
    assert time.monotonic() - start < SOON


def test_by_the_real_clock(running: Client) -> None:
    """The next full minute may be a minute away: the schedule's time is moved instead of the clock."""
    schedule(running)
    parts = platform(running)
    with parts.storage.transaction() as db:
        db.execute("UPDATE schedules SET next_run = ?", (parts.now(),))
    parts.scheduler.wake()
    wait_until(lambda: runs(running) == 1)


def test_with_the_client(core_api: CoreApi, client: Client) -> None:
    client.model("plain", None, None)
    data = {**MODEL, "request_data": "x"}
    made = core_api.scheduled_requests_create("demo", data)
    assert (made.name, made.enabled, made.version, made.request_data) == ("s", True, "v", "x")
    assert core_api.scheduled_requests_update("demo", "s", {"enabled": False}).enabled is False
    names: List[str] = [each.name for each in core_api.scheduled_requests_list("demo")]
    assert names == ["s"]
    core_api.scheduled_requests_delete("demo", "s")
    with pytest.raises(ApiException):
        core_api.scheduled_requests_get("demo", "s")
