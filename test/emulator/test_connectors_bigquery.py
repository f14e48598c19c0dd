"""Connectors to Google BigQuery, with tables of our own behind the interface that Google describes."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Dict, Iterator, Sequence, Tuple

import pytest

from test.support.emulator.client import wait_until
from test.support.emulator.connectors import (
    AVAILABLE,
    CONNECTORS,
    CREDENTIALS,
    deliver,
    eager,
    lines,
    make_branch,
    make_connector,
    verified,
    with_credentials,
)
from test.support.emulator.operations import platform
from test.support.emulator.servers import Wire, free_port

if TYPE_CHECKING:
    from test.support.emulator.client import Client
    from test.support.emulator.google import Google

KIND = "gcp_bigquery"
TABLE = {"dataset": "d", "table": "t"}
A = [("a", "int")]
Columns = Sequence[Tuple[str, str]]


@pytest.fixture(scope="module")
def module(google: Google) -> Iterator[Client]:
    """A client of an emulator that tries again soon."""
    yield from eager()


@pytest.fixture(autouse=True)
def endpoint(google: Google, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Lead connectors to the server, which finds nothing wrong with what they send."""
    monkeypatch.setenv("BIGQUERY_EMULATOR_HOST", google.url)
    monkeypatch.setenv("REQUESTS_CA_BUNDLE", google.authority)
    google.forget()
    google.tables.make("a INTEGER")
    yield
    assert google.wrong == []


@pytest.fixture
def client(module: Client, google: Google, endpoint: None) -> Iterator[Client]:
    """A client of an emulator with credentials `c`."""
    yield from with_credentials(module, KIND, google.key())


@pytest.mark.parametrize(
    ("columns", "inputs", "message"),
    [
        ("a INTEGER, b STRING, c DATE", [("a", "int"), ("b", "string")], ""),
        ("A INTEGER, at TIMESTAMP", [("a", "int"), ("at", "timestamp")], ""),
        ("a FLOAT, b NUMERIC", [("a", "double"), ("b", "int")], ""),
        ("a INTEGER REPEATED", [("a", "array_int")], ""),
        ("a STRING REQUIRED", [("a", "blob")], ""),
        ("a INTEGER", [("z", "int")], "The table has no column z"),
        ("a BOOLEAN", A, "The column a is of type BOOLEAN, the field of type int"),
        ("a FLOAT", [("a", "bool")], "The column a is of type FLOAT, the field of type bool"),
        ("a RECORD", [("a", "string")], "The column a is of type RECORD, the field of type string"),
        ("a INTEGER", [("a", "array_int")], "The column a is not repeated, the field of type array_int"),
        ("a INTEGER REPEATED", A, "The column a is repeated, the field of type int"),
        (
            "a BOOLEAN REPEATED",
            [("a", "array_double")],
            "The column a is of type BOOLEAN, the field of type array_double",
        ),
        ("a INTEGER, b DATE REQUIRED", A, "The column b is required, and no field has its name"),
    ],
)
def test_connectors(client: Client, google: Google, columns: str, inputs: Columns, message: str) -> None:
    google.tables.make(columns)
    make_connector(client, KIND, TABLE, inputs)
    expected = ("failed_verification", message) if message else AVAILABLE
    assert verified(client, f"{CONNECTORS}/k") == expected
    assert google.tables.rows["d.t"] == []


@pytest.mark.parametrize("change", [{"dataset": "none"}, {"table": "none"}, {"table": "t/../t"}, {"dataset": "d?x#"}])
def test_a_table_that_is_not_there(client: Client, change: Dict[str, str]) -> None:
    values = {**TABLE, **change}
    make_connector(client, KIND, values, A)
    message = f"There is no table {values['table']} in a dataset {values['dataset']}"
    assert verified(client, f"{CONNECTORS}/k") == ("failed_verification", message)
    assert deliver(client, A, {"a": 1}) == [f"Failed to insert data: {message}"]
    client("PATCH", f"{CONNECTORS}/k", {"configuration": TABLE})
    assert verified(client, f"{CONNECTORS}/k") == AVAILABLE


def test_a_key_without_rights(client: Client, google: Google) -> None:
    google.denied = True
    make_connector(client, KIND, TABLE, A)
    message = "The credentials give no right to add rows to the table: bigquery.tables.updateData"
    assert verified(client, f"{CONNECTORS}/k") == ("failed_verification", message)
    google.failures["bigquery.tabledata.insertAll"] = [403]
    assert deliver(client, A, {"a": 1}) == ["Failed to insert data: a failure of Google's (status 403)"]


def test_a_key_that_is_wrong(client: Client, google: Google) -> None:
    make_connector(client, KIND, TABLE, A)
    assert verified(client, f"{CONNECTORS}/k") == AVAILABLE
    client("PATCH", f"{CREDENTIALS}/c", {"configuration": google.key(private_key=google.new_key())})
    expected = ("failed_verification", "The key gives no token: invalid_grant: Invalid JWT Signature.")
    for path in (f"{CREDENTIALS}/c", f"{CONNECTORS}/k"):
        assert verified(client, path) == expected
    assert deliver(client, A, {"a": 1}) == [f"Failed to insert data: {expected[1]}"]


def test_what_google_issues_goes_to_google_alone(
    client: Client, google: Google, monkeypatch: pytest.MonkeyPatch
) -> None:
    key = google.key(token_uri="https://oauth2.googleapis.com/token")
    google.tokens.clear()
    client("PATCH", f"{CREDENTIALS}/c", {"configuration": key})
    assert verified(client, f"{CREDENTIALS}/c") == AVAILABLE
    before = len(google.seen)
    make_connector(client, KIND, TABLE, A)
    assert verified(client, f"{CONNECTORS}/k") == AVAILABLE
    assert deliver(client, A, {"a": 1}) == ["Data inserted successfully"]
    called = ["bigquery.tables.get", "bigquery.tables.testIamPermissions", "bigquery.tabledata.insertAll"]
    assert google.seen[before:] == [(name, "") for name in called]
    monkeypatch.delenv("BIGQUERY_EMULATOR_HOST")
    client("PATCH", f"{CREDENTIALS}/c", {"configuration": google.key()})
    status, found = verified(client, f"{CREDENTIALS}/c")
    assert status == "failed_verification"
    assert found.endswith("a server in Google's place needs BIGQUERY_EMULATOR_HOST")
    assert len(google.seen) == before + 3


def test_data_of_all_types_is_stored(client: Client, google: Google) -> None:
    google.tables.make(
        "i INTEGER, s STRING, d FLOAT, b BOOLEAN, ai INTEGER REPEATED, ad FLOAT REPEATED, ass STRING REPEATED,"
        " f STRING, day DATE, n NUMERIC, at TIMESTAMP REQUIRED"
    )
    kinds = "int string double bool array_int array_double array_string blob string double timestamp"
    inputs = list(zip(["i", "s", "d", "b", "ai", "ad", "ass", "f", "day", "n", "at"], kinds.split()))
    made = make_connector(client, KIND, TABLE, inputs)
    assert verified(client, f"{CONNECTORS}/k") == AVAILABLE
    blob = client.blob("file.txt", b"0123456789")
    data: Dict[str, Any] = {"i": 2**40, "s": "x'); -- \N{SNOWMAN}\0", "d": 0.1, "b": True, "ai": [1, 2**40]}
    data.update(
        {"ad": [0.5, 1], "ass": ["x", ""], "f": blob, "day": "2020-02-29", "n": 3, "at": "2020-05-13T14:39:50Z"}
    )
    empty = {**data, "ai": [], "ad": [], "ass": []}
    assert deliver(client, inputs, data, empty) == ["Data inserted successfully"] * 2
    stored = {**data, "at": 1589380790.0}
    assert google.tables.rows["d.t"] == [stored, {**stored, "ai": [], "ad": [], "ass": []}]
    assert len(set(google.tables.ids)) == 2
    with platform(client).storage.transaction() as db:
        row = db.execute("SELECT * FROM measurements WHERE object_id = ?", (made["id"],)).fetchone()
    assert (row["requests"], row["failures"]) == (2, 0)


@pytest.mark.parametrize(
    ("columns", "data", "message"),
    [
        ("a INTEGER", {"a": 10**30}, f"a: Cannot convert value to integer: {10**30}"),
        ("b INTEGER", {"a": 1}, "a: no such field: a."),
        ("b INTEGER REQUIRED", {"a": 1}, "a: no such field: a.; b: Missing required field"),
    ],
)
def test_what_bigquery_refuses_is_not_tried_again(
    client: Client, google: Google, columns: str, data: Dict[str, Any], message: str
) -> None:
    google.tables.make(columns)
    make_connector(client, KIND, TABLE, A)
    assert deliver(client, A, data) == [f"Failed to insert data: {message}"]
    assert google.tables.rows["d.t"] == []


@pytest.mark.parametrize("method", ["token", "bigquery.tabledata.insertAll"])
def test_a_third_attempt_can_succeed(client: Client, google: Google, method: str) -> None:
    make_connector(client, KIND, TABLE, A)
    assert verified(client, f"{CONNECTORS}/k") == AVAILABLE
    google.failures[method] = [503, 429]
    before = len(google.seen)
    first, second, last = deliver(client, A, {"a": 1})
    assert first.endswith("status 503); trying again in 0.05 s" if method != "token" else "503; trying again in 0.05 s")
    assert "status 429" in second
    assert last == "Data inserted successfully"
    assert [name for name, _ in google.seen[before:]].count(method) == 3
    assert google.tables.rows["d.t"] == [{"a": 1}]


def test_a_server_that_is_not_there_is_tried_three_times(
    client: Client, google: Google, monkeypatch: pytest.MonkeyPatch
) -> None:
    host = f"127.0.0.1:{free_port()}"
    monkeypatch.setenv("BIGQUERY_EMULATOR_HOST", f"http://{host}")
    make_connector(client, KIND, TABLE, A)
    text = f"Failed to insert data: The connection to {host} failed: [Errno 111] Connection refused"
    assert deliver(client, A, {"a": 1}) == [
        f"{text}; trying again in 0.05 s",
        f"{text}; trying again in 0.1 s",
        text,
    ]


def test_a_status_that_leaves_it_in_doubt(client: Client, google: Google) -> None:
    make_connector(client, KIND, TABLE, A)
    google.failures["bigquery.tabledata.insertAll"] = [504]
    text = "Lost BigQuery while the row was stored; it may be there or not: status 504"
    assert deliver(client, A, {"a": 1}) == [f"Failed to insert data: {text}"]


@pytest.mark.parametrize("silent", [False, True])
def test_a_row_that_may_be_there_is_not_inserted_again(
    client: Client, google: Google, monkeypatch: pytest.MonkeyPatch, silent: bool
) -> None:
    make_connector(client, KIND, TABLE, A)
    assert verified(client, f"{CONNECTORS}/k") == AVAILABLE
    path = make_branch(client, A)
    with Wire(google.port) as wire:
        monkeypatch.setenv("BIGQUERY_EMULATOR_HOST", f"http://127.0.0.1:{wire.port}")
        wire.word, wire.silent = b"insertAll", silent
        assert client("POST", f"{path}/request?pipeline_timeout=1", {"a": 1}).status == 200
        assert wire.connections == 1
    (line,) = lines(client)
    assert line.startswith("Failed to insert data: Lost BigQuery while the row was stored; it may be there or not: ")
    assert line.endswith("timed out") == silent
    assert google.tables.rows["d.t"] == []


def test_a_batch_request_whose_delivery_fails_fails(client: Client, google: Google) -> None:
    make_connector(client, KIND, TABLE, A)
    path = make_branch(client, A)
    (created,) = client("POST", f"{path}/request-batch", [{"a": 2**63}]).body
    found = wait_until(lambda: _failed(client, f"{path}/request-batch/{created['id']}"))
    assert found["error_message"].startswith("o: Failed to insert data: a: Cannot convert value to integer")


def _failed(client: Client, path: str) -> Any:
    found = client("GET", path).body
    return found if found["status"] == "failed" else None


def test_secrets_are_nowhere(client: Client, google: Google, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level("DEBUG")
    make_connector(client, KIND, TABLE, A)
    content = json.loads(google.key()["json_key_file"])
    google.failures["bigquery.tabledata.insertAll"] = [418]
    google.says = f"{content['private_key']} {json.dumps(content['private_key'])}"
    assert deliver(client, A, {"a": 1}) == ['Failed to insert data: *** "***" (status 418)']
    shown = [client("GET", path).body for path in (CREDENTIALS, f"{CREDENTIALS}/c", CONNECTORS)]
    for secret in (*content["private_key"].split("\n")[1:-2], content["private_key_id"], *google.tokens):
        assert secret not in json.dumps(shown)
        assert secret not in caplog.text
