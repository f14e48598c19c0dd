"""The clock, the calls received, and what a fixed random seed fixes."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone
from typing import TYPE_CHECKING, Any, Callable, Dict, List

import pytest

from test.support.emulator.client import DOUBLE, PROJECT, wait_until
from test.support.patience import SOON
from ubiops.emulator import Emulator
from ubiops.emulator.control import Clock

if TYPE_CHECKING:
    from test.support.emulator.client import Client

MOMENT = datetime(2020, 5, 13, 14, 39, 50, tzinfo=timezone.utc)


def test_freeze_set_advance_unfreeze() -> None:
    clock = Clock()
    assert abs(clock() - datetime.now(timezone.utc)) < timedelta(seconds=SOON)
    assert clock.freeze(MOMENT) == clock() == clock() == MOMENT
    assert clock.frozen
    assert clock.advance(90) == clock() == MOMENT + timedelta(seconds=90)
    assert clock.advance(timedelta(days=-1)) == clock() == MOMENT + timedelta(seconds=90, days=-1)
    assert clock.set("2020-05-13 14:39:50") == clock() == MOMENT
    assert clock.freeze() == MOMENT
    clock.unfreeze()
    assert not clock.frozen
    assert MOMENT < clock() < MOMENT + timedelta(seconds=SOON)
    clock.advance(3600)
    assert MOMENT < clock() - timedelta(hours=1) < MOMENT + timedelta(seconds=SOON)
    clock.reset()
    assert abs(clock() - datetime.now(timezone.utc)) < timedelta(seconds=SOON)
    assert clock.freeze("2020-05-13T16:39:50+02:00") == MOMENT
    assert clock.freeze(datetime(2020, 5, 13, 14, 39, 50)) == MOMENT


@pytest.mark.parametrize(
    ("moment", "message"),
    [
        ("yesterday", "must be a date such as"),
        ("1969-12-31", "between the years 1970 and 9000"),
        (datetime(9000, 1, 1), "between the years 1970 and 9000"),
    ],
)
def test_impossible_times(moment: Any, message: str) -> None:
    clock = Clock()
    for move in (clock.freeze, clock.set):
        with pytest.raises(ValueError, match=message):
            move(moment)
    with pytest.raises(ValueError, match="between"):
        clock.advance(1e12)
    assert not clock.frozen
    assert abs(clock() - datetime.now(timezone.utc)) < timedelta(seconds=SOON)


def test_everything_lives_by_the_clock(controlled: Client) -> None:
    emulator = controlled.emulator
    emulator.freeze("2020-10-01 11:59:30")
    version = controlled.model(minimum_instances=0, maximum_idle_time=300)
    assert controlled("GET", version).body["creation_date"] == "2020-10-01T11:59:30.000000Z"
    controlled.deploy(version, DOUBLE)
    blob = str(controlled.upload("POST", f"{PROJECT}/blobs", "b", b"x", **{"blob-ttl": "1000"}).body["id"])
    schedule = {
        "name": "noon",
        "object_type": "model",
        "object_name": "m",
        "version": "v",
        "schedule": "0 12 * * *",
        "request_data": {"in": 1},
        "batch": True,
    }
    assert controlled("POST", f"{PROJECT}/schedules", schedule).status == 201
    assert controlled("GET", f"{version}/request-batch").body == []
    # The schedule fires, the idle instance goes, the blob expires: all at once, when their times have come.
    emulator.advance(60)
    found = wait_until(lambda: controlled("GET", f"{version}/request-batch?status=completed").body)
    assert found[0]["time_created"] == "2020-10-01T12:00:30.000+00:00"
    assert controlled.raw("GET", f"{PROJECT}/blobs/{blob}").status == 200
    emulator.advance(timedelta(seconds=940))
    assert controlled.raw("GET", f"{PROJECT}/blobs/{blob}").status == 404
    body = {"filters": {"system": True}, "limit": 1}
    wait_until(lambda: "stopped after 300 s" in controlled("POST", f"{PROJECT}/logs", body).body[0]["log"])
    assert len(controlled("GET", f"{version}/request-batch").body) == 1
    emulator.set_time("2020-10-09 12:00:01")
    wait_until(lambda: len(controlled("GET", f"{version}/request-batch").body) == 2)
    assert emulator.unfreeze() == datetime(2020, 10, 9, 12, 0, 1, tzinfo=timezone.utc)


def test_the_clock_as_calls(controlled: Client) -> None:
    def patch(**body: Any) -> Any:
        return controlled("PATCH", "_emulator/clock", body)

    assert controlled("GET", "_emulator/clock").body["frozen"] is False
    frozen = {"now": "2020-05-13T14:39:50.000000Z", "frozen": True}
    assert patch(now="2020-05-13 14:39:50", frozen=True).body == frozen
    assert controlled("GET", "_emulator/clock").body == frozen
    assert patch(advance=10).body == {**frozen, "now": "2020-05-13T14:40:00.000000Z"}
    assert patch(frozen=True).body["now"] == "2020-05-13T14:40:00.000000Z"
    assert patch(frozen=False).body["frozen"] is False
    assert controlled.emulator.now.year == 2020
    for body, message in (
        ({"now": "x"}, "now: the time: must be a date"),
        ({"now": "1900-01-01", "frozen": True}, "now: the time must be between"),
        ({"advance": 1e300}, "advance: the time must be between"),
        ({"now": "2020-01-01", "advance": 1}, "advance: is not possible together with now"),
        ({"advance": "1"}, "advance: must be a number"),
        ({"speed": 1}, "speed: is unknown"),
    ):
        refused = patch(**body)
        assert refused.status == 400 and message in refused.error
    assert controlled("DELETE", "_emulator/clock").body["frozen"] is False
    assert controlled.emulator.now.year > 2020


def test_requests_received(controlled: Client) -> None:
    emulator = controlled.emulator
    moment = emulator.freeze("2020-05-13 14:39:50")
    controlled("POST", f"{PROJECT}/models", {"name": "a/b"})
    controlled.raw("GET", f"{PROJECT}/models/a%2Fb?x=1", {"Authorization": ""})
    controlled("GET", "/nowhere")
    controlled("GET", "_emulator/clock")
    first, second, third = emulator.requests
    assert (first.method, first.path, first.operation) == ("POST", "/v2.1/projects/demo/models", "models_create")
    assert (first.status, first.request_size, first.time) == (400, len('{"name": "a/b"}'), moment)
    assert 0 <= first.duration < 10
    assert (second.path, second.status) == ("/v2.1/projects/demo/models/a%2Fb", 401)
    assert (third.operation, third.status, third.request_size) == (None, 404, 0)
    listed = controlled("GET", "_emulator/requests").body
    assert listed[0] == {
        "time": "2020-05-13T14:39:50.000000Z",
        "method": "POST",
        "path": "/v2.1/projects/demo/models",
        "operation": "models_create",
        "status": 400,
        "duration": first.duration,
        "request_size": first.request_size,
    }
    assert len(listed) == 3
    assert controlled("DELETE", "_emulator/requests").status == 204
    assert emulator.requests == []
    controlled("GET", "/status")
    emulator.clear_requests()
    assert controlled("GET", "_emulator/requests").body == []


def test_only_the_latest_requests_are_kept(controlled: Client) -> None:
    for _ in range(1003):
        controlled.http.request("GET", f"{controlled.emulator.host}/status")
    controlled("GET", "/user")
    requests = controlled.emulator.requests
    assert len(requests) == 1000
    assert requests[-1].operation == "user_get"


def test_a_random_seed_fixes_ids_tokens_and_chance(connect: Callable[..., Client]) -> None:
    def made(client: Client) -> Dict[str, Any]:
        emulator = client.emulator
        emulator.fail("status", "service_status", probability=0.5)
        emulator.freeze(MOMENT)
        version = client.model()
        return {
            "version": client("GET", version).body,
            "blob": client.blob("b", b"x"),
            "service user": client("POST", f"{PROJECT}/service-users", {}).body,
            "statuses": [client("GET", "/status").status for _ in range(20)],
        }

    found: List[Any] = []
    for seed, token in ((7, None), (7, "other"), (8, None)):
        with Emulator(random_seed=seed, token=token) as emulator:
            client = connect(emulator)
            found.append({"token": emulator.token, **made(client)})
            emulator.reset()
            assert {"token": emulator.token, **made(client)} == found[-1]
    assert {**found[1], "token": found[0]["token"]} == found[0]
    assert set(found[0]["statuses"]) == {200, 500}
    for name, value in found[2].items():
        assert value != found[0][name]


def test_without_a_random_seed_nothing_is_fixed() -> None:
    with Emulator() as first, Emulator() as second:
        assert first.token != second.token
