"""Requests to pipelines: what runs when, what it is given, and what becomes of failures."""

from __future__ import annotations

import re
import time
import uuid
from collections import deque
from typing import TYPE_CHECKING, Any, Callable, Dict, Iterator, List, Tuple

import pytest

from test.support.emulator.client import PROJECT, connected, wait_until
from test.support.emulator.operations import logs, texts
from test.support.emulator.pipelines import (
    ADD,
    CALCULATE,
    CALCULATE_INPUTS,
    COPY,
    SHOUT,
    attach,
    build,
    finished,
    make_pipeline,
)
from ubiops.emulator import Emulator

if TYPE_CHECKING:
    from pathlib import Path

    from test.support.emulator.client import Client

MILLISECONDS = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}\+00:00")
CODES = [("code_a", "string"), ("code_b", "string"), ("x", "int")]
CALL = "pipeline_start {0} {1}>code x>x"


@pytest.fixture(scope="module")
def deployed() -> Iterator[Client]:
    """A client of an emulator with models that run."""
    with Emulator() as emulator:
        for client in connected(emulator):
            client.deploy(client.model("calculate", CALCULATE_INPUTS, [("out", "int")], maximum_instances=3), CALCULATE)
            client.deploy(client.model("alone", CALCULATE_INPUTS, [("out", "int")], maximum_instances=1), CALCULATE)
            client.deploy(client.model("add", [("a", "int"), ("b", "int")], [("sum", "int")]), ADD)
            client.deploy(client.model("shout", None, None), SHOUT)
            client.deploy(client.model("copy", [("file", "blob")], [("file", "blob")]), COPY)
            client.model("initialised", CALCULATE_INPUTS, [("out", "int")])
            yield client


@pytest.fixture
def branches(deployed: Client) -> Iterator[Tuple[Client, str]]:
    """A pipeline with two branches, a and b, which come together in c."""
    path = make_pipeline(deployed, CODES)
    links = [CALL.format("a", "code_a"), CALL.format("b", "code_b"), "a c out>a", "b c out>b"]
    build(deployed, path, {"a": "calculate", "b": "calculate", "c": "add"}, *links)
    yield deployed, path
    deployed("DELETE", path)


def request(client: Client, path: str, data: Any, query: str = "") -> List[Dict[str, Any]]:
    answer = client("POST", f"{path}/request{query}", data)
    assert answer.status == 200, answer
    requests: List[Dict[str, Any]] = answer.body["model_requests"]
    return requests


def outcomes(requests: List[Dict[str, Any]]) -> Dict[str, Any]:
    """Return the result of each object, or its error."""
    return {each["pipeline_object"]: each["result"] or each["error_message"] for each in requests}


def test_branches_and_a_merge(branches: Tuple[Client, str]) -> None:
    client, path = branches
    body = client("POST", f"{path}/request", {"code_a": "x + 1", "code_b": "x * 10", "x": 5}).body
    assert uuid.UUID(body.pop("pipeline_request_id"))
    ids = [each.pop("request_id") for each in body["model_requests"]]
    assert len({uuid.UUID(each) for each in ids}) == 3
    good = {"success": True, "error_message": None}
    assert body == {
        "project": "demo",
        "pipeline": "p",
        "model_requests": [
            {"pipeline_object": "a", "request_data": {"code": "x + 1", "x": 5}, "result": {"out": 6}, **good},
            {"pipeline_object": "b", "request_data": {"code": "x * 10", "x": 5}, "result": {"out": 50}, **good},
            {"pipeline_object": "c", "request_data": {"a": 6, "b": 50}, "result": {"sum": 56}, **good},
        ],
    }


def test_branches_run_at_the_same_time(branches: Tuple[Client, str], tmp_path: Path) -> None:
    client, path = branches
    a, b = str(tmp_path / "a"), str(tmp_path / "b")
    data = {"code_a": f"touch({a!r}) + wait_for({b!r})", "code_b": f"touch({b!r}) + wait_for({a!r})", "x": 0}
    requests = request(client, path, data, "?model_timeout=30")
    assert [each["success"] for each in requests] == [True, True, True]


def test_a_failure_stops_its_branch_alone(branches: Tuple[Client, str]) -> None:
    client, path = branches
    build(client, path, {"d": "add", "e": "add"}, "b d out>a out>b", "c e sum>a sum>b")
    requests = request(client, path, {"code_a": "1 / 0", "code_b": "x", "x": 4})
    assert [(each["pipeline_object"], each["success"]) for each in requests] == [("a", False), ("b", True), ("d", True)]
    assert "division by zero" in requests[0]["error_message"]
    assert [each["result"] for each in requests] == [None, {"out": 4}, {"sum": 8}]


def test_a_version_that_is_not_available_fails(deployed: Client) -> None:
    path = make_pipeline(deployed, CALCULATE_INPUTS, "unavailable")
    build(deployed, path, {"a": "initialised"}, "pipeline_start a code>code x>x")
    requests = request(deployed, path, {"code": "x", "x": 1})
    assert "Version is not available: No model package" in requests[0]["error_message"]
    assert deployed("DELETE", path).status == 204


def test_an_object_may_take_data_from_the_start_and_from_a_model(deployed: Client) -> None:
    path = make_pipeline(deployed, CODES, "both")
    build(
        deployed,
        path,
        {"a": "calculate", "b": "calculate"},
        "pipeline_start a code_a>code x>x",
        "a b out>x",
        "pipeline_start b code_b>code",
    )
    requests = request(deployed, path, {"code_a": "x + 1", "code_b": "x * 3", "x": 1})
    assert outcomes(requests) == {"a": {"out": 2}, "b": {"out": 6}}
    assert deployed("DELETE", path).status == 204


def test_plain_data_flows_as_it_is(deployed: Client) -> None:
    path = make_pipeline(deployed, None, "plain")
    build(deployed, path, {"a": "shout", "b": "shout", "c": "shout"}, "pipeline_start a", "a b", "a c")
    requests = request(deployed, path, "hey ü")
    assert [each["request_data"] for each in requests] == ["hey ü", "HEY Ü", "HEY Ü"]
    assert {each["result"] for each in requests} == {"HEY Ü"}
    answer = deployed.raw("POST", f"{path}/request", {"Content-Type": "text/plain"}, body=b"hey")
    assert answer.body["model_requests"][0]["result"] == "HEY"
    answer = deployed.raw("POST", f"{path}/request-batch", {"Content-Type": "text/plain"}, body=b"hey")
    (result,) = finished(deployed, path, [answer.body[0]["id"]])
    assert (result["request_data"], result["model_requests"][0]["result"]) == ("hey", "HEY")
    wrong: Any
    for wrong in ({"a": 1}, [], 5):
        assert deployed("POST", f"{path}/request", wrong).status == 400
    assert deployed("DELETE", path).status == 204


def test_ids_of_blobs_pass_on(deployed: Client) -> None:
    path = make_pipeline(deployed, [("file", "blob")], "blobs")
    build(deployed, path, {"a": "copy", "b": "copy"}, "pipeline_start a file>file", "a b file>file")
    blob = deployed.blob("f.txt", b"text")
    requests = request(deployed, path, {"file": blob})
    assert [each["success"] for each in requests] == [True, True], requests
    assert requests[0]["request_data"] == {"file": blob}
    assert requests[1]["request_data"] == requests[0]["result"]
    download = deployed("GET", f"{PROJECT}/blobs/{requests[1]['result']['file']}")
    assert download.body == b"text++"
    assert 'filename="f.txt++"' in download.headers["Content-Disposition"]
    answer = deployed("POST", f"{path}/request", {"file": "nothing"})
    assert (answer.status, answer.error) == (400, "Data validation error for field file: No blob 'nothing'")
    assert deployed("DELETE", path).status == 204


@pytest.mark.parametrize(
    ("change", "complaint"),
    [
        ({"x": ...}, "field x: it is missing"),
        ({"x": "1"}, "field x: Cannot cast '1' to an integer"),
        ({"y": 1}, "field y: unknown; the fields are code_a, code_b, x"),
    ],
)
def test_wrong_input(branches: Tuple[Client, str], change: Dict[str, Any], complaint: str) -> None:
    client, path = branches
    good = {"code_a": "1", "code_b": "2", "x": 3}
    data = {key: value for key, value in {**good, **change}.items() if value is not ...}
    answer = client("POST", f"{path}/request", data)
    assert (answer.status, answer.error) == (400, f"Data validation error for {complaint}")
    answer = client("POST", f"{path}/request-batch", [good, data])
    assert answer.status == 400
    assert f"Request 1 of the list, counted from 0: Data validation error for {complaint}" in answer.error
    assert client("GET", f"{path}/request-batch").body == []


def test_the_timeout_of_models(branches: Tuple[Client, str]) -> None:
    client, path = branches
    data = {"code_a": "time.sleep(60)", "code_b": "x", "x": 1}
    found = outcomes(request(client, path, data, "?model_timeout=3"))
    assert "timed out after 3 s" in found["a"]
    assert found["b"] == {"out": 1}
    assert list(found) == ["a", "b"]


def test_the_timeout_of_pipelines(branches: Tuple[Client, str]) -> None:
    client, path = branches
    data = {"code_a": "time.sleep(60)", "code_b": "x", "x": 1}
    started = time.monotonic()
    found = outcomes(request(client, path, data, "?pipeline_timeout=3&model_timeout=30"))
    assert time.monotonic() - started > 2.9
    assert found == {"a": "The pipeline request timed out after 3 s", "b": {"out": 1}}
    for query in ("pipeline_timeout=0", "pipeline_timeout=7201", "model_timeout=0", "model_timeout=3601"):
        answer = client("POST", f"{path}/request?{query}", {**data, "code_a": "1"})
        assert answer.status == 400
        assert f"{query.partition('=')[0]}: must be" in answer.error


def test_direct_requests_have_their_number(branches: Tuple[Client, str]) -> None:
    client, path = branches
    platform = client.emulator._platform
    assert platform is not None
    platform.direct_requests, kept = deque(), platform.direct_requests
    answer = client("POST", f"{path}/request", {"code_a": "1", "code_b": "1", "x": 1})
    platform.direct_requests = kept
    assert answer.status == 429


def test_batches(branches: Tuple[Client, str]) -> None:
    client, path = branches
    created = client("POST", f"{path}/request-batch", [{"code_a": "x", "code_b": "x", "x": n} for n in range(20)])
    assert created.status == 200
    assert {each["status"] for each in created.body} == {"pending"}
    ids = [each["id"] for each in created.body]
    results = finished(client, path, ids)
    assert [each["model_requests"][2]["result"] for each in results] == [{"sum": 2 * n} for n in range(20)]
    one = client("GET", f"{path}/request-batch/{ids[3]}").body
    assert one == results[3]
    assert (one["status"], one["success"], one["error_message"]) == ("completed", True, None)
    assert one["request_data"] == {"code_a": "x", "code_b": "x", "x": 3}
    first = one["model_requests"][0]
    assert uuid.UUID(first["id"])
    for date in (one["time_created"], one["time_last_updated"], first["time_created"], first["time_last_updated"]):
        assert MILLISECONDS.fullmatch(date)
    assert {key: first[key] for key in ("pipeline_object", "success", "request_data", "result", "error_message")} == {
        "pipeline_object": "a",
        "success": True,
        "request_data": {"code": "x", "x": 3},
        "result": {"out": 3},
        "error_message": None,
    }
    listed = client("GET", f"{path}/request-batch?sort=asc&limit=2&offset=1").body
    assert [each["id"] for each in listed] == ids[1:3]
    assert set(listed[0]) == {"id", "status", "success", "time_created", "time_last_updated"}
    assert len(client("GET", f"{path}/request-batch?success=True&status=completed").body) == 20

    wrong: Any
    missing = str(uuid.uuid4())
    for where in ("collect", "delete"):
        answer = client("POST", f"{path}/request-batch-{where}", [ids[0], missing])
        assert (answer.status, answer.error) == (404, f"No batch request {missing!r}")
        for wrong in ([], ["x"] * 101, "x", [1]):
            assert client("POST", f"{path}/request-batch-{where}", wrong).status == 400
    for where, item in (("", {"x": 1}), ("-collect", "x"), ("-delete", "x")):
        refused = client("POST", f"{path}/request-batch{where}", [item] * 101)
        message = "the body: must have at most 100 items, not 101; split it over several calls"
        assert (refused.status, refused.error) == (400, message)
    for wrong in ([], [{"x": 1}] * 101, {"x": 1}, "x"):
        assert client("POST", f"{path}/request-batch", wrong).status == 400
    deleted = client("POST", f"{path}/request-batch-delete", ids[1:])
    assert (deleted.status, deleted.body) == (201, {})
    assert client("DELETE", f"{path}/request-batch/{ids[0]}").status == 204
    for verb in ("GET", "DELETE"):
        assert client(verb, f"{path}/request-batch/{ids[0]}").status == 404
    assert client("GET", f"{path}/request-batch").body == []


def test_a_batch_request_fails_with_an_object(branches: Tuple[Client, str]) -> None:
    client, path = branches
    body = [{"code_a": code, "code_b": "x", "x": 1} for code in ("1 / 0", "2")]
    failed, good = finished(client, path, [each["id"] for each in client("POST", f"{path}/request-batch", body).body])
    assert (failed["status"], failed["success"]) == ("failed", False)
    assert failed["error_message"].startswith("a: ")
    assert [each["pipeline_object"] for each in failed["model_requests"]] == ["a", "b"]
    assert (good["status"], good["success"], good["error_message"]) == ("completed", True, None)


def test_results_come_when_all_has_ended(branches: Tuple[Client, str], tmp_path: Path) -> None:
    client, path = branches
    go, reached = tmp_path / "go", tmp_path / "reached"
    slow = f"touch({str(reached)!r}) + wait_for({str(go)!r})"
    (created,) = client("POST", f"{path}/request-batch", [{"code_a": "1", "code_b": slow, "x": 1}]).body
    wait_until(reached.exists)
    found = client("GET", f"{path}/request-batch/{created['id']}").body
    assert (found["status"], found["success"], found["model_requests"]) == ("processing", False, [])
    go.touch()
    (result,) = finished(client, path, [created["id"]])
    assert len(result["model_requests"]) == 3


def test_a_deleted_batch_request_begins_nothing_more(branches: Tuple[Client, str], tmp_path: Path) -> None:
    client, path = branches
    go, reached, never = (tmp_path / name for name in ("go", "reached", "never"))
    build(client, path, {"d": "calculate"}, "pipeline_start d code_b>code")
    assert attach(client, path, "c", "d", "sum>x").status == 201
    slow = f"touch({str(reached)!r}) + wait_for({str(go)!r})"
    # d runs code_b with the sum, which is 1 for it alone.
    data = {"code_a": slow, "code_b": f"touch({str(never)!r}) if x == 7 else 7", "x": 1}
    (created,) = client("POST", f"{path}/request-batch", [data]).body
    wait_until(reached.exists)
    assert client("DELETE", f"{path}/request-batch/{created['id']}").status == 204
    go.touch()
    platform = client.emulator._platform
    assert platform is not None
    wait_until(lambda: not platform.pipelines._workers)
    assert not never.exists()


def _delete_one(client: Client, path: str, created: str) -> None:
    assert client("DELETE", f"{path}/request-batch/{created}").status == 204


def _delete_several(client: Client, path: str, created: str) -> None:
    assert client("POST", f"{path}/request-batch-delete", [created]).status == 201


def _delete_the_pipeline(client: Client, path: str, _created: str) -> None:
    assert client("DELETE", path).status == 204


def test_timestamps_pass_through_pipelines(deployed: Client) -> None:
    code = """
    class Model:
        def __init__(self, base_directory, context):
            pass

        def request(self, data):
            assert type(data["at"]) is str
            return {"at": data["at"] if data["good"] else "soon", "at_text": data["at"]}
    """
    outputs = [("at", "timestamp"), ("at_text", "string")]
    deployed.deploy(deployed.model("when", [("at", "timestamp"), ("good", "bool")], outputs), code)
    path = make_pipeline(deployed, [("at", "timestamp"), ("good", "bool")], "when")
    build(deployed, path, {"a": "when", "b": "when"}, "pipeline_start a at>at good>good", "a b at>at")
    assert attach(deployed, path, "a", "b", "at_text>at").status == 400
    assert attach(deployed, path, "pipeline_start", "b", "good>good").status == 201
    first, second = request(deployed, path, {"at": "2020-05-13 14:39:50", "good": True})
    assert first["result"] == second["result"] == {"at": "2020-05-13 14:39:50", "at_text": "2020-05-13 14:39:50"}
    (failed,) = request(deployed, path, {"at": "2020-05-13", "good": False})
    assert failed["error_message"].startswith("Data validation error for field at: Cannot cast 'soon' to a timestamp")
    schedule = {"name": "when", "object_type": "pipeline", "object_name": "when", "schedule": "@daily"}
    for at, status in (("soon", 400), ("2020-05-13T14:39:50.5Z", 201)):
        body = {**schedule, "request_data": {"at": at, "good": True}}
        assert deployed("POST", f"{PROJECT}/schedules", body).status == status
        assert deployed("POST", f"{path}/request", {"at": at, "good": True}).status == (200 if status == 201 else 400)
    assert deployed("DELETE", f"{PROJECT}/schedules/when").status == 204
    assert deployed("DELETE", path).status == 204


@pytest.mark.parametrize("delete", [_delete_one, _delete_several, _delete_the_pipeline])
def test_a_deleted_batch_request_cancels_the_requests_that_wait(
    deployed: Client, tmp_path: Path, delete: Callable[[Client, str, str], None]
) -> None:
    path = make_pipeline(deployed, CALCULATE_INPUTS, "fan")
    names = [f"o{number}" for number in range(5)]
    links = [f"pipeline_start {name} code>code x>x" for name in names]
    build(deployed, path, dict.fromkeys(names, "alone"), *links)
    go, began = tmp_path / "go", tmp_path / "began"
    code = f"open({str(began)!r}, 'a').write('x') + wait_for({str(go)!r})"
    (created,) = deployed("POST", f"{path}/request-batch", [{"code": code, "x": 1}]).body
    wait_until(began.exists)
    platform = deployed.emulator._platform
    assert platform is not None
    delete(deployed, path, created["id"])
    go.touch()
    wait_until(lambda: not platform.pipelines._workers)
    assert began.read_text() == "x"
    lines = texts(deployed, {"pipeline_request_id": created["id"], "system": True})
    assert len(lines) == 4
    assert all(line.endswith("was not run, because the pipeline request was deleted") for line in lines)
    deployed("DELETE", path)


def test_pending_requests_run_after_a_restart(tmp_path: Path, connect: Any) -> None:
    data, go, reached = tmp_path / "state.db", tmp_path / "go", tmp_path / "reached"
    with Emulator(data=data) as emulator:
        client = connect(emulator)
        client.deploy(client.model("calculate", CALCULATE_INPUTS, [("out", "int")], maximum_instances=1), CALCULATE)
        path = make_pipeline(client, CALCULATE_INPUTS)
        build(client, path, {"a": "calculate"}, "pipeline_start a code>code x>x")
        slow = {"code": f"touch({str(reached)!r}) + wait_for({str(go)!r}) + x", "x": 1}
        ids = [each["id"] for each in client("POST", f"{path}/request-batch", [slow, {"code": "x", "x": 2}]).body]
        wait_until(reached.exists)
        assert client("GET", f"{path}/request-batch/{ids[0]}").body["status"] == "processing"
    go.touch()
    with Emulator(data=data) as emulator:
        results = finished(connect(emulator), path, ids)
    assert [each["model_requests"][0]["result"] for each in results] == [{"out": 1}, {"out": 2}]


def test_log_lines_tell_the_pipeline(branches: Tuple[Client, str]) -> None:
    client, path = branches
    body = client("POST", f"{path}/request", {"code_a": "1/0", "code_b": "x", "x": 1}).body
    lines = logs(client, {"pipeline_request_id": body["pipeline_request_id"]})[::-1]
    assert {line["pipeline_name"] for line in lines} == {"p"}
    by_object = {name: [line for line in lines if line["pipeline_object_name"] == name] for name in "abc"}
    assert [line["log"] for line in by_object["b"]] == ["calculating x"]
    assert by_object["b"][0]["request_id"] == body["model_requests"][1]["request_id"]
    assert (by_object["b"][0]["model_name"], by_object["b"][0]["system"]) == ("calculate", False)
    assert by_object["a"][0]["request_id"] == body["model_requests"][0]["request_id"]
    assert "c was not run" in by_object["c"][0]["log"]
    assert by_object["c"][0]["system"] is True


def test_requests_are_measured(branches: Tuple[Client, str]) -> None:
    client, path = branches
    pipeline_id = client("GET", path).body["id"]
    for code in ("x", "1 / 0"):
        client("POST", f"{path}/request", {"code_a": code, "code_b": "x", "x": 1})
    platform = client.emulator._platform
    assert platform is not None
    query = "SELECT sum(requests), sum(failures), sum(object_requests) FROM measurements WHERE object_id = ?"
    with platform.storage.transaction() as db:
        assert tuple(db.execute(query, (pipeline_id,)).fetchone()) == (2, 1, 5)
