"""Logs: what gets into them, and finding it again."""

from __future__ import annotations

import re
from datetime import datetime, timezone
from typing import TYPE_CHECKING, Any, List, Tuple

import pytest

from test.emulator.conftest import PROJECT
from test.emulator.operations import Clock, evaluate, logs, plain, platform, standing, texts
from ubiops.emulator.state import logs as module
from ubiops.emulator.state.logs import Entry, Origin, Subject

if TYPE_CHECKING:
    from test.emulator.conftest import Client
    from ubiops import CoreApi

NOW = "2020-10-08T12:00:00"


@pytest.fixture(scope="module")
def lined(shared: Client) -> Client:
    """Ten lines, an hour apart; the last at 12:00."""
    with standing(shared, "2020-10-08T03:00:00") as clock:
        for number in range(10):
            write(shared, f"line {number}", request_id="odd" if number % 2 else "even")
            clock.move(hours=1)
    return shared


@pytest.fixture
def late(lined: Client) -> Any:
    """The same at half past twelve."""
    with standing(lined, "2020-10-08T12:30:00"):
        yield lined


def write(client: Client, text: str, system: bool = False, **names: Any) -> None:
    parts = platform(client)
    with parts.storage.transaction() as db:
        project = db.execute("SELECT id FROM projects WHERE name = 'demo'").fetchone()["id"]
        parts.logs.add(db, Subject(project, **names), text, system=system)


def numbers(lines: List[Any]) -> List[int]:
    return [int(line["log"].split()[1]) for line in lines]


def test_what_models_print(client: Client) -> None:
    version = plain(client)
    request = evaluate(client, version, "print('ü', 1) or print('  ') or sys.stderr.write('two\\nlines\\n') and 'x'")
    lines = logs(client, {"system": False}, date_range=-600)
    assert [line["log"] for line in lines] == ["lines", "two", "ü 1"]
    assert re.fullmatch("[0-9a-f]{24}", lines[0]["id"])
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z", lines[0]["date"])
    names = {"model_name": "plain", "model_version": "v", "request_id": request["request_id"], "system": False}
    assert {key: value for key, value in lines[0].items() if key not in ("id", "log", "date")} == names
    assert lines == logs(client, {"request_id": request["request_id"]})
    assert "An instance has started" in texts(client, {"system": True, "model_name": "plain", "model_version": "v"})
    assert texts(client, {"model_name": "other"}) == []


def test_a_failed_request(client: Client) -> None:
    version = plain(client)
    request = evaluate(client, version, "1 / 0")
    assert texts(client, {"request_id": request["request_id"], "system": True}) == ["division by zero"]
    assert "ZeroDivisionError: division by zero" in texts(client, {"system": False})


def test_a_failed_build(client: Client) -> None:
    version = client.model("broken")
    built = client.deploy(version, "raise Exception('no luck')", "deploying_failed")
    assert f"The version failed to deploy: {built['error_message']}" in texts(client, {"model_name": "broken"})
    client.deploy(version, "", "building_failed", **{"requirements.txt": "no such requirement\n"})
    lines = logs(client, {"model_name": "broken", "system": True})
    assert any("no such requirement" in line["log"] for line in lines)


def test_names_change_with_the_model(client: Client) -> None:
    version = plain(client)
    evaluate(client, version, "print('before')")
    assert client("PATCH", f"{PROJECT}/models/plain", {"name": "new"}).status == 200
    evaluate(client, version.replace("plain", "new"), "print('after')")
    assert texts(client, {"model_name": "plain", "system": False}) == ["before"]
    assert texts(client, {"model_name": "new", "system": False}) == ["after"]


def test_requests_in_a_pipeline(client: Client) -> None:
    plain(client)
    parts = platform(client)
    with parts.storage.transaction() as db:
        version_id = db.execute("SELECT id FROM versions").fetchone()["id"]
    outcome = parts.execution.run(
        version_id, "print('inside')", timeout=60, request_id="r", origin=Origin("p", "o", "pr")
    )
    assert outcome.error_message
    lines = logs(client, {"pipeline_name": "p", "pipeline_object_name": "o", "pipeline_request_id": "pr"})
    assert {"inside", outcome.error_message} == {line["log"] for line in lines}
    assert {line["model_name"] for line in lines} == {"plain"}


def test_the_default_window(late: Client) -> None:
    assert numbers(logs(late)) == [9, 8, 7, 6, 5, 4]


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        ({"date_range": -3600}, [9]),
        ({"date_range": 7200}, [8, 9]),
        ({"date_range": 0}, []),
        ({"date_range": -86400, "limit": 2}, [9, 8]),
        ({"date": "2020-10-08T05:00:00Z"}, [2, 1, 0]),
        ({"date": "2020-10-08T05:00:00", "date_range": -3600}, [2, 1]),
        ({"date": "2020-10-08T05:00:00Z", "date_range": 3600}, [2, 3]),
        ({"date": "2020-10-08T05:00:00Z", "date_range": 0}, [2]),
        ({"date": "2020-10-08T05:00:00Z", "date_range": 86400, "limit": 3}, [2, 3, 4]),
        ({"date": "2020-10-08 05:59:59.999999", "date_range": 3600}, [3]),  # as the command line client sends it
        ({"date": "2020-10-08T07:00:00+02:00", "date_range": 1}, [2]),
        ({"date": "0001-01-01", "date_range": -1}, []),
        ({"date": "9999-12-31T23:59:59", "date_range": 1}, []),
    ],
)
def test_windows(late: Client, options: Any, expected: List[int]) -> None:
    assert numbers(logs(late, **options)) == expected


def test_from_a_line_on(late: Client) -> None:
    lines = logs(late, date_range=86400, date="2020-10-08")
    line = lines[4]["id"]
    assert numbers(logs(late, id=line)) == [4, 3, 2, 1, 0]
    assert numbers(logs(late, id=line, date_range=-3600)) == [4, 3]
    assert numbers(logs(late, id=line, date_range=7200)) == [4, 5, 6]
    assert numbers(logs(late, id=line.upper(), date_range=0)) == [4]
    assert logs(late, id=line, limit=1) == [lines[4]]
    assert numbers(logs(late, {"request_id": "even"}, id=line)) == [4, 2, 0]


@pytest.mark.parametrize("date_range", [-60, 60])
def test_paging(shared: Client, date_range: int) -> None:
    with standing(shared, "2021-01-01T00:00:30"):
        for number in range(7):
            write(shared, f"line {number}", model_name=f"paging{date_range}")
        filters, found = {"model_name": f"paging{date_range}"}, []
        page = logs(shared, filters, date_range=date_range, limit=3)
        while len(page) > 1:
            found += page[:-1]
            page = logs(shared, filters, date_range=date_range, limit=3, id=page[-1]["id"])
        found += page
    expected = list(range(7))
    assert numbers(found) == (expected[::-1] if date_range < 0 else expected)


def test_ids_increase(client: Client) -> None:
    clock = Clock(client)
    for _ in range(3):
        write(client, "a\nb")
        clock.move(seconds=1)
    ids = [line["id"] for line in logs(client, date_range=60)]
    assert ids == sorted(set(ids))
    assert [int(each[:8], 16) for each in ids] == [1602147630 + second for second in (0, 0, 1, 1, 2, 2)]


NAMED: List[Tuple[str, Any]] = [
    ("model", {"model_name": "m"}),
    ("version", {"model_name": "m", "model_version": "v"}),
    ("connector", {"connector_name": "c"}),
    ("pipeline", {"pipeline_name": "p"}),
    ("object", {"pipeline_name": "p", "pipeline_object_name": "o"}),
    ("request", {"request_id": "r"}),
    ("pipeline request", {"pipeline_request_id": "pr"}),
]


def test_filters(client: Client) -> None:
    for text, names in NAMED:
        write(client, text, **names)
    write(client, "system", system=True)
    for text, names in NAMED:
        also = {"model": ["version"], "pipeline": ["object"]}.get(text, [])
        assert texts(client, names) == [*also, text]
        assert texts(client, {**names, "system": True}) == []
    assert texts(client, {"system": True}) == ["system"]
    assert "system" not in texts(client, {"system": False})


@pytest.mark.parametrize(
    ("body", "complaint"),
    [
        ({}, "filters: is required"),
        ({"filters": {"model": "m"}}, "filters.model: is unknown; possible: connector_name, model_name"),
        ({"filters": {"model_version": "v"}}, "filters.model_name: is required together with model_version"),
        ({"filters": {"pipeline_object_name": "o"}}, "filters.pipeline_name: is required together with"),
        ({"filters": {"system": "no"}}, "filters.system: must be true or false"),
        ({"filters": {}, "limit": 501}, "limit: must be at most 500"),
        ({"filters": {}, "limit": 0}, "limit: must be at least 1"),
        ({"filters": {}, "date_range": 86401}, "date_range: must be at most 86400"),
        ({"filters": {}, "date_range": -86401}, "date_range: must be at least -86400"),
        ({"filters": {}, "date": "yesterday"}, "date: must be a date such as"),
        ({"filters": {}, "id": "abc"}, "id: must have at least 24 characters"),
    ],
)
def test_bad_searches(shared: Client, body: Any, complaint: str) -> None:
    answer = shared("POST", f"{PROJECT}/logs", body)
    assert answer.status == 400
    assert answer.error.startswith(complaint)


@pytest.mark.parametrize(
    "line", ["0" * 24, "f" * 24, "x" * 24, "5f7ed9e8-0000000000000001", "00000000" + " " * 15 + "1"]
)
def test_an_unknown_line(lined: Client, line: str) -> None:
    answer = lined("POST", f"{PROJECT}/logs", {"filters": {}, "id": line[:24]})
    assert answer.status == 404
    assert answer.error == f"No log line {line[:24]!r}"


def test_old_lines_go(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "CAP", 10)
    monkeypatch.setattr(module, "_TRIMMED", 5)
    for number in range(23):
        write(client, f"line {number}")
    assert numbers(logs(client)) == list(range(22, 9, -1))


def test_many_at_once(client: Client) -> None:
    parts = platform(client)
    with parts.storage.transaction() as db:
        subject = Subject(db.execute("SELECT id FROM projects WHERE name = 'demo'").fetchone()["id"])
        before = db.total_changes
    earlier = datetime(2020, 10, 8, tzinfo=timezone.utc)
    parts.logs.write_many(
        [Entry(subject, "Traceback:\n  a", False), Entry(subject, " \n", False), Entry(subject, "then", True, earlier)]
    )
    with parts.storage.transaction() as db:
        assert db.total_changes == before + 2
    assert texts(client) == ["Traceback:\n  a"]
    (line,) = logs(client, date="2020-10-08", date_range=1)
    assert (line["log"], line["date"], line["system"]) == ("then", "2020-10-08T00:00:00.000000Z", True)


def test_with_the_client(core_api: CoreApi, client: Client) -> None:
    write(client, "text", model_name="m", model_version="v")
    (line,) = core_api.projects_log_list("demo", {"filters": {"model_name": "m"}, "limit": 1})
    assert (line.log, line.model_name, line.connector_name, line.system) == ("text", "m", None, False)
