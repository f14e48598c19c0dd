"""Connectors to PostgreSQL, with a server of Debian's package."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Any, Dict, Iterator, List, Tuple

import pytest

from test.support.emulator.client import wait_until
from test.support.emulator.connectors import (
    AVAILABLE,
    CONNECTORS,
    CREDENTIALS,
    eager,
    make_branch,
    make_connector,
    make_credentials,
    verified,
)
from test.support.emulator.databases import Columns, Target, ended, login
from test.support.emulator.operations import platform, texts
from test.support.emulator.pipelines import fields
from test.support.emulator.servers import PASSWORD, Postgres, Wire, free_port, postgres
from test.support.patience import SOON
from ubiops.emulator import Emulator
from ubiops.emulator.state.measurements import volume

if TYPE_CHECKING:
    from test.support.emulator.client import Client


@pytest.fixture(scope="module")
def server() -> Iterator[Postgres]:
    """A server with a role `joe` that may add rows only to tables of its own."""
    with postgres() as server:
        server.run("CREATE ROLE joe LOGIN PASSWORD 'joe'", 'CREATE SCHEMA "my schema"')
        yield server


@pytest.fixture(scope="module")
def module(server: Postgres) -> Iterator[Client]:
    """A client of an emulator that tries again soon, with credentials `c` for the server."""
    for client in eager():
        make_credentials(client, "postgresql", login(server.port))
        yield client


@pytest.fixture
def target(module: Client, server: Postgres) -> Iterator[Target]:
    target = Target(module, server, "postgresql", {"database": "postgres", "table": "t"})
    yield target
    target.forget()


@pytest.mark.parametrize(
    ("values", "message"),
    [
        ({}, ""),
        ({"username": "joe", "password": "joe"}, ""),
        ({"host": "localhost"}, ""),
        ({"password": "wrong-Horse-7"}, 'FATAL: password authentication failed for user "owner"'),
        ({"port": "1"}, "Connection refused"),
        ({"host": "no.such.host.invalid"}, "failed to resolve host 'no.such.host.invalid'"),
        ({"host": "a..b"}, "Could not connect to database: "),
    ],
)
def test_credentials(module: Client, server: Postgres, values: Dict[str, str], message: str) -> None:
    make_credentials(module, "postgresql", login(server.port, **values), "d")
    status, found = verified(module, f"{CREDENTIALS}/d")
    assert module("DELETE", f"{CREDENTIALS}/d").status == 204
    assert status == ("failed_verification" if message else "available")
    assert message in found
    assert found.startswith("Could not connect to database: " if message else "")
    assert "wrong-Horse-7" not in found


def test_credentials_without_a_database_of_their_own(module: Client, server: Postgres) -> None:
    server.run("REVOKE CONNECT ON DATABASE postgres FROM PUBLIC")
    try:
        make_credentials(module, "postgresql", login(server.port, username="joe", password="joe"), "d")
        assert verified(module, f"{CREDENTIALS}/d") == AVAILABLE
    finally:
        server.run("GRANT CONNECT ON DATABASE postgres TO PUBLIC")
        module("DELETE", f"{CREDENTIALS}/d")


@pytest.mark.parametrize(
    ("values", "inputs", "message"),
    [
        ({}, [("a", "int"), ("b", "string")], ""),
        ({}, [("b", "int")], ""),
        ({"database": "none"}, [("a", "int")], 'database "none" does not exist'),
        ({"schema": "none"}, [("a", "int")], 'relation "none.t" does not exist'),
        ({"table": "none"}, [("a", "int")], 'relation "public.none" does not exist'),
        ({"table": "t; DROP TABLE t"}, [("a", "int")], 'relation "public.t; DROP TABLE t" does not exist'),
        ({}, [("z", "int")], 'column "z" of relation "t" does not exist'),
        ({}, [("a", "bool")], 'column "a" is of type integer but expression is of type boolean'),
        ({}, [("a", "array_double")], 'column "a" is of type integer but expression is of type double precision[]'),
        ({}, [("a", "array_string")], 'invalid input syntax for type integer: "{}"'),
    ],
)
def test_connectors(target: Target, values: Dict[str, str], inputs: Columns, message: str) -> None:
    target.table("a int, b text")
    target.connector(inputs, **values)
    status, found = verified(target.client, f"{CONNECTORS}/k")
    assert status == ("failed_verification" if message else "available")
    assert message in found
    assert target.rows() == []


def test_a_connector_without_permission(target: Target) -> None:
    target.table("a int")
    make_credentials(target.client, "postgresql", login(target.server.port, username="joe", password="joe"), "wire")
    target.connector([("a", "int")], "wire")
    expected = ("failed_verification", "permission denied for table t")
    assert verified(target.client, f"{CONNECTORS}/k") == expected
    target.server.run("GRANT INSERT ON t TO joe")
    assert target.client("PATCH", f"{CONNECTORS}/k", {"configuration": {}}).body["status"] == "pending_verification"
    assert verified(target.client, f"{CONNECTORS}/k") == AVAILABLE


def test_a_connector_is_verified_again(target: Target) -> None:
    target.table("a int")
    target.connector([("a", "int")])
    path = f"{CONNECTORS}/k"
    assert verified(target.client, path) == AVAILABLE
    steps: List[Tuple[Dict[str, Any], str]] = [
        ({"configuration": {"table": "none"}}, "failed_verification"),
        ({"configuration": {"table": "t"}}, "available"),
        ({"input_fields": fields([("b", "int")])}, "failed_verification"),
        ({"input_fields": fields([("a", "int")])}, "available"),
    ]
    for change, status in steps:
        assert target.client("PATCH", path, change).body["status"] == "pending_verification"
        assert verified(target.client, path)[0] == status
    for password, status in (("wrong-Horse-7", "failed_verification"), (PASSWORD, "available")):
        target.client("PATCH", f"{CREDENTIALS}/c", {"configuration": {"password": password}})
        assert verified(target.client, path)[0] == status
        assert verified(target.client, f"{CREDENTIALS}/c")[0] == status


def test_data_of_all_types_is_stored(target: Target) -> None:
    inputs = [
        ("i", "int"),
        ("s", "string"),
        ("d", "double"),
        ("b", "bool"),
        ("ai", "array_int"),
        ("ad", "array_double"),
        ("as", "array_string"),
        ("f", "blob"),
        ("day", "string"),
        ("n", "double"),
        ("at", "timestamp"),
    ]
    target.table(
        'i bigint, s text, d double precision, b boolean, ai bigint[], ad double precision[], "as" text[], f text,'
        " day date, n numeric, at timestamp with time zone"
    )
    target.connector(inputs)
    assert verified(target.client, f"{CONNECTORS}/k") == AVAILABLE
    blob = target.client.blob("file.txt", b"0123456789")
    data = {"i": 2**40, "s": "Robert'); DROP TABLE t;-- %s \N{SNOWMAN}", "d": 0.1, "b": True, "ai": [1, 2**40]}
    data.update({"ad": [0.5, 1], "as": ["x", ""], "f": blob, "day": "2020-02-29", "n": 3, "at": "2020-05-13T14:39:50Z"})
    empty = {**data, "ai": [], "ad": [], "as": []}
    lines = target.request(inputs, data, empty)
    assert lines == ["Data inserted successfully"] * 2
    rows = target.rows()
    assert rows[0][:8] == (data["i"], data["s"], 0.1, True, [1, 2**40], [0.5, 1.0], ["x", ""], blob)
    assert (str(rows[0][8]), rows[0][9]) == ("2020-02-29", 3)
    assert rows[0][10].timestamp() == 1589380790
    assert rows[1][4:7] == ([], [], [])
    connector = target.client("GET", f"{CONNECTORS}/k").body
    with platform(target.client).storage.transaction() as db:
        row = db.execute("SELECT * FROM measurements WHERE object_id = ?", (connector["id"],)).fetchone()
    assert (row["requests"], row["failures"]) == (2, 0)
    assert row["input_volume"] == sum(volume(each) + len(b"0123456789") for each in (data, empty))
    assert row["seconds"] > 0


def test_names_are_quoted(target: Target) -> None:
    columns = ["Select", 'a"b', "50%", "%s", "two words", "\N{SNOWMAN}"]
    quoted = ", ".join('"' + name.replace('"', '""') + '" int' for name in columns)
    name = '"my schema"."ta""ble %s"'
    target.table(quoted, name)
    inputs = [(column, "int") for column in columns]
    target.connector(inputs, schema="my schema", table='ta"ble %s')
    assert verified(target.client, f"{CONNECTORS}/k") == AVAILABLE
    lines = target.request(inputs, {column: index for index, column in enumerate(columns)})
    assert lines == ["Data inserted successfully"]
    assert target.rows(name) == [tuple(range(len(columns)))]


@pytest.mark.parametrize(
    ("data", "message"),
    [
        ({"a": -1, "b": "x"}, 'new row for relation "t" violates check constraint "t_a_check"'),
        ({"a": 2**40, "b": "x"}, "integer out of range"),
        ({"a": 10**30, "b": "x"}, "integer out of range"),
        ({"a": 1, "b": "\0"}, "PostgreSQL text fields cannot contain NUL (0x00) bytes"),
        ({"a": 1, "b": "late"}, "refused at the commit"),
        ({"c": [0.5, 10**400]}, "int too large to convert to float"),
    ],
)
def test_what_the_database_refuses_is_not_tried_again(target: Target, data: Dict[str, Any], message: str) -> None:
    target.table("a int CHECK (a > 0), b text, c double precision[]")
    target.server.run(
        "CREATE OR REPLACE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS"
        " $$ BEGIN RAISE EXCEPTION 'refused at the commit'; END $$",
        "CREATE CONSTRAINT TRIGGER late AFTER INSERT ON t DEFERRABLE INITIALLY DEFERRED FOR EACH ROW"
        " WHEN (NEW.b = 'late') EXECUTE FUNCTION refuse()",
    )
    inputs = [("a", "int"), ("b", "string"), ("c", "array_double")]
    target.connector(inputs)
    assert target.request(inputs, {"a": 1, "b": "x", "c": [], **data}) == [f"Failed to insert data: {message}"]
    assert target.rows() == []


def test_a_database_that_is_not_there_is_tried_three_times(target: Target) -> None:
    values = login(free_port())
    make_credentials(target.client, "postgresql", values, "wire")
    made = target.connector([("a", "int")], "wire")
    lines = target.request([("a", "int")], {"a": 1})
    assert len(lines) == 3
    for line, end in zip(lines, ("; trying again in 0.05 s", "; trying again in 0.1 s", "TCP/IP connections?")):
        assert line.startswith("Failed to insert data: Could not connect to database: ")
        assert line.endswith(end)
        assert PASSWORD not in line
    with platform(target.client).storage.transaction() as db:
        row = db.execute("SELECT * FROM measurements WHERE object_id = ?", (made["id"],)).fetchone()
    assert (row["requests"], row["failures"]) == (1, 1)


def test_a_batch_request_whose_delivery_fails_fails(target: Target) -> None:
    target.table("a int CHECK (a > 0)")
    target.connector([("a", "int")])
    path = make_branch(target.client, [("a", "int")])
    (created,) = target.client("POST", f"{path}/request-batch", [{"a": -1}]).body
    found = wait_until(lambda: ended(target.client, f"{path}/request-batch/{created['id']}"))
    assert found["status"] == "failed"
    assert found["error_message"].startswith("o: Failed to insert data: new row")


def test_a_second_attempt_can_succeed(target: Target, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(platform(target.client).connectors.delivery, "waits", (0.2, 0.2))
    target.table("a int")
    with Wire(target.server.port) as wire:
        target.connector([("a", "int")], target.through(wire))
        assert verified(target.client, f"{CONNECTORS}/k") == AVAILABLE
        wire.word = b"INSERT"
        path = make_branch(target.client, [("a", "int")])
        (created,) = target.client("POST", f"{path}/request-batch", [{"a": 1}]).body
        (first,) = wait_until(target.lines)
        wire.word = None
        found = wait_until(lambda: ended(target.client, f"{path}/request-batch/{created['id']}"))
    assert found["success"]
    assert target.rows() == [(1,)]
    assert first.startswith("Failed to insert data: ")
    assert first.endswith("; trying again in 0.2 s")
    assert target.lines() == [first, "Data inserted successfully"]


def test_a_row_that_may_be_there_is_not_inserted_again(target: Target) -> None:
    target.table("a int")
    with Wire(target.server.port) as wire:
        target.connector([("a", "int")], target.through(wire))
        assert verified(target.client, f"{CONNECTORS}/k") == AVAILABLE
        wire.word = b"COMMIT"
        before = wire.connections
        (line,) = target.request([("a", "int")], {"a": 1})
        assert wire.connections == before + 1
    assert line.startswith("Failed to insert data: Lost the database while the row was stored; it may be there or not")
    assert target.rows() == []


def test_a_silent_database_times_out(target: Target) -> None:
    target.table("a int")
    with Wire(target.server.port) as wire:
        wire.word, wire.silent = b"EXPLAIN", True
        began = time.monotonic()
        target.connector([("a", "int")], target.through(wire), timeout="1")
        assert verified(target.client, f"{CONNECTORS}/k") == ("failed_verification", "timed out after 1 s")
        assert time.monotonic() - began >= 1


def test_a_delivery_ends_with_the_time_of_its_request(target: Target, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(platform(target.client).connectors.delivery, "waits", (30.0, 30.0))
    target.table("a int")
    with Wire(target.server.port) as wire:
        target.connector([("a", "int")], target.through(wire))
        assert verified(target.client, f"{CONNECTORS}/k") == AVAILABLE
        wire.word = b"INSERT"
        path = make_branch(target.client, [("a", "int")])
        assert target.client("POST", f"{path}/request?pipeline_timeout=20", {"a": 1}).status == 200
        wire.silent = True
        assert target.client("POST", f"{path}/request?pipeline_timeout=1", {"a": 1}).status == 200
    first, second = target.lines()
    assert "trying again" not in first
    assert second.startswith("Failed to insert data: timed out after ")


def test_the_emulator_does_not_wait_for_a_silent_database(emulator: Emulator, client: Client, server: Postgres) -> None:
    with Wire(server.port) as wire:
        wire.word, wire.silent = b"user", True
        make_credentials(client, "postgresql", login(wire.port))
        make_connector(client, "postgresql", {"database": "postgres", "table": "t", "timeout": "600"}, [("a", "int")])
        path = make_branch(client, [("a", "int")])
        client("POST", f"{path}/request-batch", [{"a": 1}])
        wait_until(lambda: wire.connections >= 3)
        began = time.monotonic()
        emulator.close()
        assert time.monotonic() - began < SOON


def test_waits_end_when_the_emulator_stops(emulator: Emulator, client: Client) -> None:
    platform(client).connectors.delivery.waits = (60.0, 60.0)
    make_credentials(client, "postgresql", login(free_port()))
    make_connector(client, "postgresql", {"database": "postgres", "table": "t"}, [("a", "int")])
    path = make_branch(client, [("a", "int")])
    client("POST", f"{path}/request-batch", [{"a": 1}])
    wait_until(lambda: texts(client, {"connector_name": "k"}))
    began = time.monotonic()
    emulator.close()
    assert time.monotonic() - began < SOON
