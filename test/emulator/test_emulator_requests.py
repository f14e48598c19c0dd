"""Direct and batch requests: data in, data out, and what goes wrong on the way."""

from __future__ import annotations

import re
import threading
import time
import uuid
from collections import deque
from typing import TYPE_CHECKING, Any, Dict, List, Tuple

import pytest

from test.support.emulator.client import wait_until
from test.support.patience import SOON

if TYPE_CHECKING:
    from pathlib import Path

    from test.support.emulator.client import Client

MILLISECONDS = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}\+00:00")
ALL = ("int", "string", "double", "bool", "timestamp", "array_int", "array_double", "array_string", "blob")
GOOD: Dict[str, Any] = {
    "int": 1,
    "string": "ü\n",
    "double": 1.5,
    "bool": True,
    "timestamp": "2020-05-13T14:39:50.123+02:00",
    "array_int": [1, 2],
    "array_double": [1, 2.5],
    "array_string": [],
}
ECHO = """
import os

class Model:
    def __init__(self, base_directory, context):
        pass

    def request(self, data):
        data.pop("blob")
        return data
"""
EVAL = """
import os, sys, time

class Model:
    def __init__(self, base_directory, context):
        pass

    def request(self, data):
        return eval(data)
"""


@pytest.fixture(scope="module")
def typed(doubling: Tuple[Client, str]) -> Tuple[Client, str, Dict[str, Any]]:
    client, _ = doubling
    version = client.model("typed", [(each, each) for each in ALL], [(each, each) for each in ALL[:-1]])
    client.deploy(version, ECHO)
    return client, version, {**GOOD, "blob": client.blob("x", b"x")}


@pytest.fixture(scope="module")
def plain(doubling: Tuple[Client, str]) -> Tuple[Client, str]:
    client, _ = doubling
    version = client.model("plain", None, None, maximum_instances=2)
    client.deploy(version, EVAL)
    return client, version


def request(plain: Tuple[Client, str], expression: str, query: str = "") -> Dict[str, Any]:
    client, version = plain
    answer = client("POST", f"{version}/request{query}", expression)
    assert answer.status == 200, answer
    body: Dict[str, Any] = answer.body
    return body


def test_direct(doubling: Tuple[Client, str]) -> None:
    client, version = doubling
    body = client("POST", f"{version}/request", {"in": 21}).body
    assert uuid.UUID(body.pop("request_id"))
    assert body == {"success": True, "result": {"out": 42}, "error_message": None}


def test_every_type(typed: Tuple[Client, str, Dict[str, Any]]) -> None:
    client, version, good = typed
    body = client("POST", f"{version}/request", good).body
    assert body["result"] == GOOD, body
    assert client("POST", f"{version}/request", {**good, "double": 2}).body["result"]["double"] == 2


@pytest.mark.parametrize(
    "text",
    ["2020-05-13T14:39:50Z", "2020-05-13 14:39:50.123456", "2020-05-13T14:39+02", "20200513T143950Z", "2020-05-13"],
)
def test_timestamps_pass_as_they_are(typed: Tuple[Client, str, Dict[str, Any]], text: str) -> None:
    client, version, good = typed
    assert client("POST", f"{version}/request", {**good, "timestamp": text}).body["result"]["timestamp"] == text


@pytest.mark.parametrize(
    ("change", "complaint"),
    [
        ({"int": ...}, "field int: it is missing"),
        ({"more": 1}, "field more: unknown; the fields are int, string"),
        ({"int": True}, "field int: Cannot cast True to an integer"),
        ({"int": 1.0}, "field int: Cannot cast 1.0 to an integer"),
        ({"int": "1"}, "field int: Cannot cast '1' to an integer"),
        ({"int": None}, "field int: Cannot cast None"),
        ({"string": 1}, "field string: Cannot cast 1 to a string"),
        ({"double": False}, "field double: Cannot cast False to a double"),
        ({"double": "1.5"}, "field double: Cannot cast '1.5' to a double"),
        ({"bool": 1}, "field bool: Cannot cast 1 to a bool"),
        ({"timestamp": 1589373590}, "field timestamp: Cannot cast 1589373590 to a timestamp in ISO 8601, such as"),
        ({"timestamp": "yesterday"}, "field timestamp: Cannot cast 'yesterday' to a timestamp"),
        ({"timestamp": "2020-02-30T12:00:00"}, "field timestamp: Cannot cast '2020-02-30T12:00:00'"),
        ({"timestamp": "13/05/2020 14:39"}, "field timestamp: Cannot cast"),
        ({"timestamp": "2020"}, "field timestamp: Cannot cast"),
        ({"timestamp": None}, "field timestamp: Cannot cast None"),
        ({"array_int": 1}, "field array_int: Cannot cast 1 to an array of integers"),
        ({"array_int": [1, 2.5]}, "field array_int: Cannot cast 2.5 at position 1 to an integer"),
        ({"array_double": [True]}, "field array_double: Cannot cast True at position 0 to a double"),
        ({"array_string": ["a", None]}, "field array_string: Cannot cast None at position 1 to a string"),
        ({"array_string": "abc"}, "field array_string: Cannot cast 'abc' to an array of strings"),
        ({"blob": "no-such-blob"}, "field blob: No blob 'no-such-blob'"),
        ({"blob": 5}, "field blob: Cannot cast 5 to the id of a blob"),
        ({"string": {"x": ["y" * 1000]}}, "field string: Cannot cast"),
    ],
)
def test_wrong_input(typed: Tuple[Client, str, Dict[str, Any]], change: Dict[str, Any], complaint: str) -> None:
    client, version, good = typed
    data = {key: value for key, value in {**good, **change}.items() if value is not ...}
    for path, body in (("request", data), ("request-batch", [good, data]), ("request-batch", data)):
        answer = client("POST", f"{version}/{path}", body)
        assert answer.status == 400
        assert f"Data validation error for {complaint}" in answer.error
        assert ("Request 1 of the list" in answer.error) == isinstance(body, list)
        assert len(answer.error) < 300
    assert client("GET", f"{version}/request-batch").body == []


def test_structure_of_input(doubling: Tuple[Client, str], plain: Tuple[Client, str]) -> None:
    client, structured = doubling
    for version, body, complaint in (
        (structured, "text", "must be an object with the fields in, not 'text'"),
        (plain[1], {"in": 1}, "plain data must be a string, not {'in': 1}"),
    ):
        for path in ("request", "request-batch"):
            answer = client("POST", f"{version}/{path}", body)
            assert answer.status == 400
            assert complaint in answer.error
    wrong: Any
    for wrong in ([], 5, None, True):
        answer = client("POST", f"{structured}/request", wrong)
        assert (answer.status, "the body: must be an object or a string" in answer.error) == (400, True)


def test_plain(plain: Tuple[Client, str]) -> None:
    client, version = plain
    assert request(plain, "'ü' * 2")["result"] == "üü"
    for path in ("request", "request-batch"):
        answer = client.raw("POST", f"{version}/{path}", {"Content-Type": "text/plain"}, body=b"'\xc3\xbc' * 2")
        assert answer.status == 200
    assert client.raw("POST", f"{version}/request", {"Content-Type": "text/plain"}, body=b"\xff").status == 400


@pytest.mark.parametrize(
    ("expression", "message"),
    [
        ("1 / 0", "division by zero"),
        ("5", "plain data must be a string, not 5"),
        ("None", "plain data must be a string, not None"),
        ("{1, 2}", ""),
        ("float('nan')", ""),
        ("sys.exit('bye')", ""),
        ("os._exit(1)", ""),
    ],
)
def test_failures_are_answers(plain: Tuple[Client, str], expression: str, message: str) -> None:
    body = request(plain, expression)
    assert (body["success"], body["result"]) == (False, None)
    assert body["error_message"]
    assert message in body["error_message"]
    assert request(plain, "'fine'")["result"] == "fine"


def test_timeouts(plain: Tuple[Client, str]) -> None:
    started = time.monotonic()
    body = request(plain, "time.sleep(600)", "?timeout=1")
    assert 0.9 < time.monotonic() - started < SOON
    assert body["success"] is False
    assert "timed out" in body["error_message"]
    client, version = plain
    for timeout in ("0", "3601", "x"):
        answer = client("POST", f"{version}/request?timeout={timeout}", "1")
        assert answer.status == 400
        assert "timeout: must be" in answer.error
    assert request(plain, "'fine'")["result"] == "fine"


@pytest.mark.parametrize(
    ("result", "complaint"),
    [
        ("{}", "field a: it is missing"),
        ("{'a': 1, 'b': 2}", "field b: unknown"),
        ("{'a': 'x'}", "field a: Cannot cast 'x' to an integer"),
        ("'a'", "must be an object with the fields a"),
        ("None", "must be an object with the fields a"),
    ],
)
def test_wrong_output(doubling: Tuple[Client, str], result: str, complaint: str) -> None:
    client, _ = doubling
    version = "/projects/demo/models/out/versions/v"
    if client("GET", version).status == 404:
        client.model("out", None, [("a", "int")])
        client.deploy(version, EVAL)
    body = client("POST", f"{version}/request", result).body
    assert (body["success"], body["result"]) == (False, None)
    assert complaint in body["error_message"]


def test_status_answers_while_requests_hang(plain: Tuple[Client, str], tmp_path: Any) -> None:
    client, version = plain
    go = tmp_path / "go"
    code = f"[time.sleep(0.01) for _ in iter(lambda: os.path.exists({str(go)!r}), True)] and ''"
    threads = [threading.Thread(target=request, args=(plain, code)) for _ in range(32)]
    for thread in threads:
        thread.start()
    assert client("GET", "/status").status == 200
    assert client("GET", version).status == 200
    assert all(thread.is_alive() for thread in threads)
    go.touch()
    for thread in threads:
        thread.join()


def test_too_many_direct_requests(plain: Tuple[Client, str]) -> None:
    client, version = plain
    platform = client.emulator._platform
    assert platform is not None
    platform.direct_requests, kept = deque(), platform.direct_requests
    answer = client("POST", f"{version}/request", "''")
    platform.direct_requests = kept
    assert answer.status == 429
    assert "Too many direct requests" in answer.error


def finished(client: Client, version: str, ids: List[str]) -> List[Dict[str, Any]]:
    """Wait for batch requests, and return them in their order."""

    def done() -> Any:
        found = client("POST", f"{version}/request-batch-collect", ids).body
        return found if all(each["status"] in ("completed", "failed") for each in found) else None

    by_id = {each["id"]: each for each in wait_until(done)}
    return [by_id[each] for each in ids]


def test_batches(doubling: Tuple[Client, str]) -> None:
    client, version = doubling
    created = client("POST", f"{version}/request-batch", [{"in": number} for number in range(250)])
    assert created.status == 200
    assert all(set(each) == {"id", "status", "time_created"} for each in created.body)
    assert all(each["status"] == "pending" for each in created.body)
    ids = [each["id"] for each in created.body]
    results = finished(client, version, ids)
    assert [each["result"]["out"] for each in results] == [2 * number for number in range(250)]
    one = client("GET", f"{version}/request-batch/{ids[3]}").body
    assert one == results[3]
    assert MILLISECONDS.fullmatch(one["time_created"])
    assert MILLISECONDS.fullmatch(one["time_last_updated"])
    assert {key: one[key] for key in ("status", "success", "request_data", "result", "error_message")} == {
        "status": "completed",
        "success": True,
        "request_data": {"in": 3},
        "result": {"out": 6},
        "error_message": None,
    }
    (single,) = client("POST", f"{version}/request-batch", {"in": 5}).body
    assert finished(client, version, [single["id"]])[0]["result"] == {"out": 10}

    listed = client("GET", f"{version}/request-batch").body
    assert [each["id"] for each in listed] == [single["id"], *reversed(ids)][:50]
    listed = client("GET", f"{version}/request-batch?sort=asc&limit=2&offset=1").body
    assert [each["id"] for each in listed] == ids[1:3]
    assert set(listed[0]) == {"id", "status", "success", "time_created", "time_last_updated"}

    missing = str(uuid.uuid4())
    for path in ("collect", "delete"):
        answer = client("POST", f"{version}/request-batch-{path}", [ids[0], missing])
        assert (answer.status, answer.error) == (404, f"No batch request {missing!r}")
        for body in ([], [*ids, "x"], "x", [1], None):
            assert client("POST", f"{version}/request-batch-{path}", body).status == 400
    for path, items in (("", [{"in": 1}] * 251), ("-collect", ["x"] * 251), ("-delete", ["x"] * 251)):
        refused = client("POST", f"{version}/request-batch{path}", items)
        message = "the body: must have at most 250 items, not 251; split it over several calls"
        assert (refused.status, refused.error) == (400, message)
    assert client("POST", f"{version}/request-batch", []).status == 400
    deleted = client("POST", f"{version}/request-batch-delete", ids[1:])
    assert (deleted.status, deleted.body) == (201, {})
    for path in (ids[0], single["id"]):
        assert client("DELETE", f"{version}/request-batch/{path}").status == 204
        assert client("DELETE", f"{version}/request-batch/{path}").status == 404
    assert client("GET", f"{version}/request-batch").body == []


def test_batches_fail_one_by_one(plain: Tuple[Client, str]) -> None:
    client, version = plain
    created = client("POST", f"{version}/request-batch", ["'a'", "1 / 0", "os._exit(3)", "5", "'b'"]).body
    results = finished(client, version, [each["id"] for each in created])
    assert [each["status"] for each in results] == ["completed", "failed", "failed", "failed", "completed"]
    assert [each["success"] for each in results] == [True, False, False, False, True]
    assert [each["result"] for each in results] == ["a", None, None, None, "b"]
    assert [bool(each["error_message"]) for each in results] == [False, True, True, True, False]
    for query, number in (("status=failed", 3), ("success=True", 2), ("success=False", 3), ("status=pending", 0)):
        found = client("GET", f"{version}/request-batch?{query}").body
        ids = {each["id"] for each in found} & {each["id"] for each in created}
        assert len(ids) == number


def test_batches_wait_their_turn(client: Client, tmp_path: Any) -> None:
    version = client.model("m", None, None, maximum_instances=1)
    client.deploy(version, EVAL)
    go, reached = tmp_path / "go", tmp_path / "reached"
    wait = (
        f"open({str(reached)!r}, 'w').close() or"
        f" [time.sleep(0.01) for _ in iter(lambda: os.path.exists({str(go)!r}), True)] and ''"
    )
    ids = [each["id"] for each in client("POST", f"{version}/request-batch", [wait, "'second'", "'third'"]).body]
    wait_until(reached.exists)
    listed = {each["id"]: each for each in client("GET", f"{version}/request-batch").body}
    assert [listed[each]["status"] for each in ids] == ["processing", "pending", "pending"]
    assert [listed[each]["success"] for each in ids] == [False, False, False]
    assert client("DELETE", f"{version}/request-batch/{ids[1]}").status == 204
    go.touch()
    assert finished(client, version, [ids[2]])[0]["result"] == "third"
    # A version that goes takes its requests with it, also those that run.
    go.unlink()
    reached.unlink()
    client("POST", f"{version}/request-batch", [wait, "'x'"])
    wait_until(reached.exists)
    assert client("DELETE", version).status == 204
    platform = client.emulator._platform
    assert platform is not None
    wait_until(lambda: not platform.batches._workers)


def test_a_deleted_batch_request_does_not_wait_for_an_instance(client: Client, tmp_path: Path) -> None:
    version = client.model("m", None, None, maximum_instances=1)
    client.deploy(version, EVAL)
    go, reached, never = tmp_path / "go", tmp_path / "reached", tmp_path / "never"
    wait = (
        f"open({str(reached)!r}, 'w').close() or"
        f" [time.sleep(0.01) for _ in iter(lambda: os.path.exists({str(go)!r}), True)] and ''"
    )
    direct = threading.Thread(target=lambda: client("POST", f"{version}/request", wait))
    direct.start()
    wait_until(reached.exists)
    (created,) = client("POST", f"{version}/request-batch", [f"open({str(never)!r}, 'w').close() or ''"]).body
    path = f"{version}/request-batch/{created['id']}"
    wait_until(lambda: client("GET", path).body["status"] == "processing")
    assert client("DELETE", path).status == 204
    go.touch()
    direct.join()
    platform = client.emulator._platform
    assert platform is not None
    wait_until(lambda: not platform.batches._workers)
    assert not never.exists()


def test_models_may_call_the_api(client: Client) -> None:
    version = client.model("m", [("token", "string")], [("names", "array_string")])
    client.deploy(
        version,
        """
        import json, os, urllib.request

        class Model:
            def __init__(self, base_directory, context):
                pass

            def request(self, data):
                url = os.environ["UBIOPS_API_HOST"] + "/projects/demo/models"
                call = urllib.request.Request(url, headers={"Authorization": data["token"]})
                with urllib.request.urlopen(call) as answer:
                    return {"names": [model["name"] for model in json.load(answer)]}
        """,
    )
    body = client("POST", f"{version}/request", {"token": client.emulator.token}).body
    assert body["result"] == {"names": ["m"]}, body
