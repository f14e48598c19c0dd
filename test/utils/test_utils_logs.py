"""Logs read line by line: both ways, across days, and as they are written."""

from __future__ import annotations

import threading
import time
from contextlib import contextmanager
from datetime import datetime, timedelta, timezone
from itertools import islice
from typing import Any, Callable, Dict, Iterator, List

import pytest

from test.support.emulator.client import wait_until, zipped
from test.support.fixtures import Connect, Serve
from test.support.server import Reply
from ubiops import (
    ApiTypeError,
    ApiValueError,
    BrokenConnectionException,
    CoreApi,
    ForbiddenException,
    NotFoundException,
    ServiceException,
)
from ubiops.emulator import Emulator
from ubiops.utils import _logs, iterate_logs, wait_for_model_version

TALKS = """
class Model:
    def __init__(self, base_directory, context):
        pass

    def request(self, data):
        for number in range(int(data.split()[0])):
            print(data, "number", number)
        return data
"""
PRINTED = {"model_name": "talker", "system": False}


class Talker:
    """Writes lines into the log of a project of its own."""

    def __init__(self, emulator: Emulator, api: CoreApi, project: str) -> None:
        self._emulator = emulator
        self._api = api
        self.project = project

    def say(self, number: int, what: str) -> List[str]:
        """Let the model print; return the lines."""
        text = f"{number} {what}"
        self._api.model_requests_create(self.project, "talker", "v", text)
        lines = [f"{text} number {each}" for each in range(number)]
        wait_until(lambda: not number or self._newest() == lines[-1])
        return lines

    def _newest(self) -> Any:
        found = self._api.projects_log_list(self.project, {"filters": PRINTED, "limit": 1, "date_range": -86400})
        return found[0].log if found else None


@pytest.fixture(scope="module")
def _talker(emulator: Emulator, api: CoreApi) -> Talker:
    api.models_create("demo", {"name": "talker", "input_type": "plain", "output_type": "plain"})
    api.model_versions_create("demo", "talker", {"version": "v"})
    api.model_versions_file_upload("demo", "talker", "v", file=zipped(TALKS))
    wait_for_model_version(api, "demo", "talker", "v")
    return Talker(emulator, api, "demo")


@pytest.fixture
def talker(emulator: Emulator, _talker: Talker) -> Iterator[Talker]:
    """Writes lines; each test begins a week after the one before."""
    emulator.advance(timedelta(days=7))
    yield _talker
    emulator.clear_faults()


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(_logs, "SHORTEST_DELAY", 0.05)
    monkeypatch.setattr(_logs, "LONGEST_DELAY", 0.1)


def texts(lines: Any) -> List[str]:
    return [line.log for line in lines]


def test_more_lines_than_one_call_returns(emulator: Emulator, api: CoreApi, talker: Talker) -> None:
    begun = emulator.now
    lines = talker.say(1100, "many")
    emulator.clear_requests()
    assert texts(iterate_logs(api, "demo", PRINTED, since=begun)) == lines[::-1]
    assert len(emulator.requests) <= 5
    assert texts(iterate_logs(api, "demo", PRINTED, since=begun, sort="asc")) == lines
    emulator.clear_requests()
    assert texts(islice(iterate_logs(api, "demo", PRINTED), 10)) == lines[:-11:-1]
    assert len(emulator.requests) == 1


def test_lines_that_are_written_meanwhile(api: CoreApi, emulator: Emulator, talker: Talker) -> None:
    begun = emulator.now
    lines = talker.say(600, "before")
    backwards = iterate_logs(api, "demo", PRINTED, since=begun)
    forwards = iterate_logs(api, "demo", PRINTED, since=begun, sort="asc")
    last, first = texts(islice(backwards, 20)), texts(islice(forwards, 20))
    more = talker.say(30, "meanwhile")
    assert last + texts(backwards) == lines[::-1]
    assert first + texts(forwards) == lines + more


def test_days_without_a_line(emulator: Emulator, api: CoreApi, talker: Talker) -> None:
    begun = emulator.now
    lines = []
    for days in (0, 0.5, 4, 2):
        emulator.advance(timedelta(days=days))
        lines += talker.say(2, f"after {days} days")
    assert texts(iterate_logs(api, "demo", PRINTED, since=begun)) == lines[::-1]
    assert texts(iterate_logs(api, "demo", PRINTED, since=begun, sort="asc")) == lines
    emulator.advance(timedelta(days=3))
    assert texts(iterate_logs(api, "demo", PRINTED, since=begun, until=emulator.now)) == lines[::-1]
    assert texts(iterate_logs(api, "demo", PRINTED, since=begun, until=emulator.now, sort="asc")) == lines


def test_all_that_the_project_ever_wrote(emulator: Emulator, api: CoreApi, talker: Talker) -> None:
    lines = talker.say(3, "the last")
    everything = texts(iterate_logs(api, "demo", PRINTED))
    assert everything[:3] == lines[::-1]
    assert texts(iterate_logs(api, "demo", PRINTED, sort="asc")) == everything[::-1]
    assert len({line.id for line in iterate_logs(api, "demo")}) > len(everything)


def test_the_ends_of_a_period_belong_to_it(emulator: Emulator, api: CoreApi, talker: Talker) -> None:
    emulator.freeze()
    moments = []
    for number in range(4):
        moments.append(emulator.now)
        talker.say(1, f"line {number} of a period")
        emulator.advance(1.5)
    emulator.unfreeze()
    for since, until in ((moments[1], moments[2]), (moments[1].isoformat(), moments[2].replace(tzinfo=None))):
        for sort in ("asc", "desc"):
            found = texts(iterate_logs(api, "demo", PRINTED, since=since, until=until, sort=sort))
            assert sorted(found) == ["1 line 1 of a period number 0", "1 line 2 of a period number 0"]
    assert texts(iterate_logs(api, "demo", PRINTED, until=moments[0], sort="asc"))[-1].startswith("1 line 0")


def test_a_line_that_is_not_kept_any_more(serve: Serve, connect: Connect) -> None:
    def line(number: int) -> Dict[str, str]:
        return {"id": f"{number:024x}", "log": f"line {number}", "date": f"2020-10-08T09:15:0{number}.000000Z"}

    gone = Reply(404, {"error": "No log line"})
    server = serve(Reply(201, [line(1), line(2)]), gone, Reply(201, [line(2), line(3)]), gone, gone)
    lines = iterate_logs(connect(server), "demo", since="2020-10-08", sort="asc", until="2020-10-09")
    assert texts(islice(lines, 3)) == ["line 1", "line 2", "line 3"]
    assert server.requests[2].json["date"] == "2020-10-08T09:15:02+00:00"
    with pytest.raises(NotFoundException):
        next(lines)


def test_a_project_that_is_not_there(api: CoreApi) -> None:
    with pytest.raises(NotFoundException):
        next(iterate_logs(api, "nowhere"))


# --- trouble on the way


def test_trouble_is_ridden_out(emulator: Emulator, api: CoreApi, talker: Talker, quick: None) -> None:
    begun = emulator.now
    lines = talker.say(3, "in trouble")
    emulator.fail("reset", "projects_log_list", count=1)
    emulator.fail("status", "projects_log_list", count=1, status=503)
    assert texts(iterate_logs(api, "demo", PRINTED, since=begun)) == lines[::-1]


def test_trouble_that_lasts(emulator: Emulator, api: CoreApi, quick: None) -> None:
    emulator.fail("reset", "projects_log_list")
    with pytest.raises(BrokenConnectionException):
        next(iterate_logs(api, "demo"))
    assert [fault.hits for fault in emulator.faults] == [_logs.ATTEMPTS]
    emulator.clear_faults()


# --- following


@contextmanager
def background(act: Callable[[], Any]) -> Iterator[None]:
    thread = threading.Thread(target=act)
    thread.start()
    try:
        yield
    finally:
        thread.join()


def test_following(emulator: Emulator, api: CoreApi, talker: Talker, quick: None) -> None:
    talker.say(3, "before")
    lines = iterate_logs(api, "demo", PRINTED, follow=True)
    first = talker.say(3, "soon")
    assert texts(islice(lines, 3)) == first
    emulator.clear_requests()
    later: List[str] = []

    def write() -> None:
        wait_until(lambda: len(emulator.requests) >= 3)  # it has looked in vain
        emulator.fail("status", "projects_log_list", count=6, status=503)
        wait_until(lambda: emulator.faults[0].hits == 6)
        later.extend(talker.say(700, "later"))

    with background(write):
        found = texts(islice(lines, 700))
    assert found == later


def test_following_from_a_moment_on(emulator: Emulator, api: CoreApi, talker: Talker, quick: None) -> None:
    begun = emulator.now
    said = talker.say(3, "before")
    assert texts(iterate_logs(api, "demo", PRINTED, since=begun, follow=True, timeout=0)) == said
    until = emulator.now
    talker.say(1, "afterwards")
    assert texts(iterate_logs(api, "demo", PRINTED, since=begun, until=until, follow=True)) == said


def test_following_what_was_silent_for_days(serve: Serve, connect: Connect, quick: None) -> None:
    line = {"id": f"{1:024x}", "log": "at last", "date": datetime.now(timezone.utc).isoformat()}
    asked: List[Dict[str, Any]] = []

    def answer(request: Any) -> Reply:
        asked.append(request.json)
        return Reply(201, [line] if len(asked) > 5 else [])

    since = datetime.now(timezone.utc) - timedelta(days=3.5)
    lines = iterate_logs(connect(serve(answer)), "demo", since=since, follow=True)
    assert next(lines).log == "at last"
    starts = [datetime.fromisoformat(query["date"]) for query in asked]
    assert [(start - since) // timedelta(days=1) for start in starts] == [0, 1, 2, 3, 3, 3]


def test_following_a_project_without_a_line(serve: Serve, connect: Connect, quick: None) -> None:
    line = {"id": f"{1:024x}", "log": "the first", "date": datetime.now(timezone.utc).isoformat()}
    server = serve(Reply(201, []), Reply(201, []), Reply(201, [line]))
    assert next(iterate_logs(connect(server), "demo", follow=True)).log == "the first"


def test_following_until_a_moment_that_nothing_marks(serve: Serve, connect: Connect, quick: None) -> None:
    server = serve(Reply(201, []))
    until = datetime.now(timezone.utc) + timedelta(seconds=1)
    assert list(iterate_logs(connect(server), "demo", follow=True, until=until)) == []
    assert len(server.requests) >= 3


def test_a_permission_that_is_taken_away(serve: Serve, connect: Connect) -> None:
    server = serve(Reply(201, []), Reply(403, {"error": "No"}))
    with pytest.raises(ForbiddenException):
        next(iterate_logs(connect(server), "demo", follow=True))


def test_following_asks_rarely(serve: Serve, connect: Connect) -> None:
    server = serve(Reply(201, []))
    started = time.monotonic()
    assert list(iterate_logs(connect(server), "demo", follow=True, timeout=1.2)) == []
    assert len(server.requests) - 2 <= (time.monotonic() - started) / _logs.SHORTEST_DELAY


def test_following_ends_in_time_though_the_service_asks_for_longer(emulator: Emulator, api: CoreApi) -> None:
    lines = iterate_logs(api, "demo", follow=True, timeout=0.2)
    emulator.fail("status", "projects_log_list", status=503, retry_after=3600)
    assert list(lines) == []
    emulator.clear_faults()


def test_a_service_that_wants_to_be_left_alone_for_long_is_given_up(emulator: Emulator, api: CoreApi) -> None:
    emulator.fail("status", "projects_log_list", status=503, retry_after=3600)
    with pytest.raises(ServiceException):
        next(iterate_logs(api, "demo"))
    emulator.clear_faults()


# --- arguments


@pytest.mark.parametrize(
    "options",
    [
        {"filters": "churn"},
        {"sort": "newest"},
        {"since": "yesterday"},
        {"until": 3},
        {"since": "2020-10-08", "until": "2020-10-07"},
        {"follow": True, "sort": "desc"},
        {"timeout": 3},
        {"follow": True, "timeout": -1},
        {"follow": True, "timeout": "3"},
    ],
)
def test_what_makes_no_sense_is_told_at_once(serve: Serve, connect: Connect, options: Any) -> None:
    server = serve()
    with pytest.raises((ApiTypeError, ApiValueError), match=r"^(filters|sort|since|until|timeout): "):
        iterate_logs(connect(server), "demo", **options)
    assert server.requests == []
