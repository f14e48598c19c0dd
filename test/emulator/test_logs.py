"""Logs: what gets into them, and finding it again."""

from __future__ import annotations

import re
from datetime import datetime, timezone
from typing import TYPE_CHECKING, Any, Dict, Iterator, List, Tuple

import pytest

from test.support.emulator.client import PROJECT, connected, wait_until
from test.support.emulator.operations import Clock, evaluate, logs, plain, platform, standing, texts
from test.support.emulator.pipelines import add_model, make_connector, make_pipeline
from ubiops.emulator import Emulator
from ubiops.emulator.serving.run import Order
from ubiops.emulator.state import logs as module
from ubiops.emulator.state.logs import Entry, Parent, Subject

if TYPE_CHECKING:
    from test.support.emulator.client import Client
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


@pytest.fixture(scope="module")
def many_versions() -> Iterator[Client]:
    """Lines of seven versions of a model `m`, some with many, some with few, and as many of another one."""
    with Emulator() as emulator:
        for client in connected(emulator):
            client.model("m")
            client.model("other")
            for number in range(6):
                client("POST", f"{PROJECT}/models/m/versions", {"version": f"v{number}"})
            with platform(client).storage.transaction() as db:
                query = "SELECT versions.id FROM versions JOIN models ON models.id = model_id WHERE name = ?"
                *mine, other = (row["id"] for name in ("m", "other") for row in db.execute(query, (name,)))
            with standing(client, "2020-10-08T11:00:01") as clock:
                for number in range(50):
                    write(client, f"line {number}", number % 3 == 0, version_id=mine[number**2 % 7])
                    write(client, "other", version_id=other)
                    clock.move(seconds=number % 4)  # some at the same time
            yield client


@pytest.fixture
def late(lined: Client) -> Any:
    """The same at half past twelve."""
    with standing(lined, "2020-10-08T12:30:00"):
        yield lined


def write(client: Client, text: str, system: bool = False, **about: Any) -> None:
    parts = platform(client)
    with parts.storage.transaction() as db:
        project = db.execute("SELECT id FROM projects WHERE name = 'demo'").fetchone()["id"]
        parts.logs.add(db, Subject(project, **about), text, system=system)


def named_things(client: Client) -> Dict[str, str]:
    """Make a model `m` with a version `v`, a connector `c`, a pipeline `p` with an object `o`; return their ids."""
    client.model("m")
    make_connector(client, "c", [("in", "int")])
    add_model(client, make_pipeline(client, [("in", "int")]), "o", "m")
    with platform(client).storage.transaction() as db:
        return {row["name"]: row["id"] for row in db.execute("SELECT id, name FROM names")}


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
    (traceback,) = texts(client, {"system": False})
    assert traceback.startswith("Traceback (most recent call last):\n  File ")
    assert traceback.endswith("\nZeroDivisionError: division by zero")


TRACEBACKS = """
import sys, traceback

def fail(text):
    try:
        {}["x"]
    except KeyError as error:
        raise ValueError(text) from error

class Model:
    def request(self, data):
        print("before")
        try:
            fail("caught")
        except ValueError:
            traceback.print_exc()
        print("after", file=sys.stderr)
        fail(data)
"""


def test_tracebacks_are_read_from_top_to_bottom(client: Client, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level("INFO", "ubiops.emulator.models")
    version = client.model("m", None, None)
    client.deploy(version, TRACEBACKS)
    evaluate(client, version, "two\nlines")
    newest, after, caught, before = texts(client, {"system": False})
    assert newest.startswith("Traceback (most recent call last):\n  File ")
    assert "\nKeyError: 'x'\nThe above exception was the direct cause" in newest.replace("\n\n", "\n")
    assert newest.endswith("\nValueError: two\nlines")
    assert (after, before) == ("after", "before")
    shown = [record.getMessage() for record in caplog.records]
    assert shown[-2:] == ["[m v] ValueError: two", "[m v] lines"], "a line each on the console"
    assert [line for line in caught.splitlines() if line[:1] != " "] == [
        "Traceback (most recent call last):",
        "KeyError: 'x'",
        "The above exception was the direct cause of the following exception:",
        "Traceback (most recent call last):",
        "ValueError: caught",
    ]


def test_a_failed_build(client: Client) -> None:
    version = client.model("broken")
    built = client.deploy(version, "raise Exception('no luck')", "deploying_failed")
    assert f"The version failed to deploy: {built['error_message']}" in texts(client, {"model_name": "broken"})
    client.deploy(version, "", "building_failed", **{"requirements.txt": "no such requirement\n"})
    lines = logs(client, {"model_name": "broken", "system": True})
    assert any("no such requirement" in line["log"] for line in lines)


def test_lines_follow_a_rename(client: Client) -> None:
    version = plain(client)
    evaluate(client, version, "print('before')")
    assert client("PATCH", f"{PROJECT}/models/plain", {"name": "new"}).status == 200
    assert client("PATCH", f"{PROJECT}/models/new/versions/v", {"version": "w"}).status == 200
    evaluate(client, f"{PROJECT}/models/new/versions/w", "print('after')")
    client.model("plain")
    assert texts(client, {"model_name": "plain"}) == []
    assert texts(client, {"model_name": "new", "model_version": "v"}) == []
    found = logs(client, {"model_name": "new", "model_version": "w", "system": False})
    assert [line["log"] for line in found] == ["after", "before"]
    assert {(line["model_name"], line["model_version"]) for line in found} == {("new", "w")}
    # What is gone keeps the name that it had last.
    assert client("DELETE", f"{PROJECT}/models/new").status == 204
    assert logs(client, {"model_name": "new", "system": False}) == found


def test_all_kinds_of_things_are_renamed(client: Client) -> None:
    ids = named_things(client)
    write(client, "object", pipeline_id=ids["p"], pipeline_object_id=ids["o"])
    write(client, "connector", connector_id=ids["c"])
    with platform(client).storage.transaction() as db:
        for table in ("pipelines", "pipeline_objects", "connectors"):
            db.execute(f"UPDATE {table} SET name = name || '2'")
    assert texts(client, {"pipeline_name": "p", "pipeline_object_name": "o"}) == texts(client, {"connector_name": "c"})
    assert texts(client, {"pipeline_name": "p2", "pipeline_object_name": "o2"}) == ["object"]
    assert texts(client, {"connector_name": "c2"}) == ["connector"]
    with platform(client).storage.transaction() as db:
        for table in ("pipelines", "connectors", "models", "projects"):
            db.execute(f"DELETE FROM {table} WHERE name <> 'demo'")
    (line,) = logs(client, {"pipeline_name": "p2"})
    assert (line["pipeline_name"], line["pipeline_object_name"]) == ("p2", "o2")


@pytest.mark.parametrize(
    ("names", "index"),
    [
        ("", "logs_projects (project_id=?"),
        ("request_id", "logs_requests (request_id=?"),
        ("request_id model_name", "logs_requests (request_id=?"),
        ("pipeline_request_id pipeline_name", "logs_pipeline_requests (pipeline_request_id=?"),
        ("model_name", "logs_versions (version_id=?"),
        ("model_name model_version", "logs_versions (version_id=?"),
        ("connector_name pipeline_name", "logs_connectors (connector_id=?"),
        ("pipeline_name", "logs_pipelines (pipeline_id=?"),
        ("pipeline_name pipeline_object_name model_name", "logs_pipeline_objects (pipeline_object_id=?"),
    ],
)
@pytest.mark.parametrize("system", [{}, {"system": False}], ids=["either", "side"])
def test_searches_read_an_index_in_the_order_of_dates(
    shared: Client, names: str, index: str, system: Dict[str, bool]
) -> None:
    filters: Dict[str, Any] = {**dict.fromkeys(names.split(), "x"), **system}
    parts = platform(shared)
    statements: List[str] = []
    with parts.storage.transaction() as db:
        db.set_trace_callback(statements.append)
        parts.logs.search(db, "x", filters, ("", -1), ("9", 0), newest_first=True, limit=5)
        db.set_trace_callback(None)
        values = {**filters, **dict.fromkeys(("project", "from_date", "from_seq", "to_date", "to_seq", "limit"), 0)}
        plan = db.execute(f"EXPLAIN QUERY PLAN {statements[-1]}", values).fetchall()
    reading = [step for step in plan if re.match(r"(SEARCH|SCAN) (logs|found)", step["detail"])]
    streams = [step for step in reading if not step["detail"].endswith("USING INTEGER PRIMARY KEY (rowid=?)")]
    assert len(streams) == 2, "once for the beginnings, once for the lines"
    sorting = [step["parent"] for step in plan if "ORDER BY" in step["detail"]]
    for step in streams:
        assert step["detail"].endswith(f" INDEX {index} AND system=? AND date>? AND date<?)")
        assert sorting and step["parent"] not in sorting, "only what was found is sorted"


@pytest.mark.parametrize("newest_first", [True, False])
@pytest.mark.parametrize("limit", [1, 2, 3, 7, 20, 100])
def test_lines_of_many_versions_in_the_order_of_dates(many_versions: Client, newest_first: bool, limit: int) -> None:
    lines = numbers(logs(many_versions, {"model_name": "m"}, date_range=-3600, date=NOW, limit=100))
    assert sorted(lines, reverse=True) == lines and len(lines) == 50
    if newest_first:
        found = logs(many_versions, {"model_name": "m"}, date_range=-3600, date=NOW, limit=limit)
        assert numbers(found) == lines[:limit]
    else:
        found = logs(many_versions, {"model_name": "m"}, date_range=3600, date="2020-10-08T11:00:00", limit=limit)
        assert numbers(found) == lines[::-1][:limit]


def test_lines_go_after_the_days_of_the_subscription(client: Client) -> None:
    clock = Clock(client)
    assert client("PATCH", "/subscriptions/free", {"logs_retention_days": 2}).status == 200
    write(client, "old")
    (line,) = logs(client)
    clock.move(days=1)
    write(client, "new")
    assert texts(client, date="2020-10-08", date_range=86400) == ["old"]
    clock.move(days=1, seconds=1)
    assert texts(client, date="2020-10-08", date_range=86400) == []
    assert client("POST", f"{PROJECT}/logs", {"filters": {}, "id": line["id"]}).status == 404
    assert texts(client, date="2020-10-09", date_range=86400) == ["new"]

    def stored() -> int:
        with platform(client).storage.transaction() as db:
            return int(db.execute("SELECT count(*) FROM logs").fetchone()[0])

    wait_until(lambda: stored() == 1)


@pytest.mark.parametrize("days", [0, 2**31 - 1])
def test_extreme_days_of_a_subscription(client: Client, days: int) -> None:
    clock = Clock(client)
    assert client("PATCH", "/subscriptions/free", {"logs_retention_days": days}).status == 200
    write(client, "line")
    clock.move(seconds=1)
    assert texts(client) == (["line"] if days else [])


def test_requests_in_a_pipeline(client: Client) -> None:
    plain(client)
    parts, ids = platform(client), named_things(client)
    with parts.storage.transaction() as db:
        version_id = db.execute("SELECT id FROM versions ORDER BY seq").fetchone()["id"]
    parent = Parent(ids["p"], ids["o"], "pr")
    outcome = parts.execution.run(version_id, Order("print('inside')", "r", 60, parent))
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


@pytest.mark.parametrize(("date_range", "expected"), [(10800, [4, 5, 7]), (-10800, [4, 3, 1])])
def test_the_line_named_comes_first_whatever_the_filters(late: Client, date_range: int, expected: List[int]) -> None:
    line = logs(late, date_range=-86400, limit=6)[5]["id"]
    filters = {"request_id": "odd"}
    assert numbers(logs(late, filters, id=line, date_range=date_range)) == expected
    assert numbers(logs(late, filters, id=line, date_range=date_range, limit=2)) == expected[:2]
    assert numbers(logs(late, {"request_id": "none"}, id=line, date_range=date_range)) == [4]


@pytest.mark.parametrize("date_range", [-60, 60])
def test_paging(shared: Client, date_range: int) -> None:
    with standing(shared, "2021-01-01T00:00:30"):
        for number in range(7):
            write(shared, f"line {number}", request_id=f"paging{date_range}")
        filters, found = {"request_id": f"paging{date_range}"}, []
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
    ("version", {"model_name": "m", "model_version": "v"}),
    ("connector", {"connector_name": "c"}),
    ("pipeline", {"pipeline_name": "p"}),
    ("object", {"pipeline_name": "p", "pipeline_object_name": "o"}),
    ("request", {"request_id": "r"}),
    ("pipeline request", {"pipeline_request_id": "pr"}),
]


def test_filters(client: Client) -> None:
    ids = named_things(client)
    write(client, "version", version_id=ids["v"])
    write(client, "connector", connector_id=ids["c"])
    write(client, "pipeline", pipeline_id=ids["p"])
    write(client, "object", pipeline_id=ids["p"], pipeline_object_id=ids["o"])
    write(client, "request", request_id="r")
    write(client, "pipeline request", pipeline_request_id="pr")
    write(client, "system", system=True)
    assert texts(client, {"model_name": "m"}) == ["version"]
    for text, names in NAMED:
        assert texts(client, names) == (["object", "pipeline"] if text == "pipeline" else [text])
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
    write(client, "text", version_id=named_things(client)["v"])
    (line,) = core_api.projects_log_list("demo", {"filters": {"model_name": "m"}, "limit": 1})
    assert (line.log, line.model_name, line.connector_name, line.system) == ("text", "m", None, False)
