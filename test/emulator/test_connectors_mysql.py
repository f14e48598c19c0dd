"""Connectors to MySQL, with MariaDB of Debian's package in its place."""

from __future__ import annotations

import socket
import threading
import time
from contextlib import closing
from typing import TYPE_CHECKING, Any, Dict, Iterator

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
from test.support.emulator.operations import platform
from test.support.emulator.servers import MariaDB, Wire, free_port, mariadb
from test.support.patience import SOON
from ubiops.emulator import Emulator

if TYPE_CHECKING:
    from test.support.emulator.client import Client

LOST = "Lost connection to MySQL server during query"


@pytest.fixture(scope="module")
def server() -> Iterator[MariaDB]:
    """A server with an account `joe` that may read only, and `jane` that may add rows to the table `t` only."""
    with mariadb() as server:
        server.run(
            "CREATE USER joe IDENTIFIED BY 'joe'",
            "GRANT SELECT ON store.* TO joe",
            "CREATE USER jane IDENTIFIED BY 'j\N{SNOWMAN}'",
            "CREATE TABLE t (a int)",
            "GRANT INSERT ON store.t TO jane",
        )
        yield server


@pytest.fixture(scope="module")
def module(server: MariaDB) -> Iterator[Client]:
    """A client of an emulator that tries again soon, with credentials `c` for the server."""
    for client in eager():
        make_credentials(client, "mysql", login(server.port))
        yield client


@pytest.fixture
def target(module: Client, server: MariaDB) -> Iterator[Target]:
    target = Target(module, server, "mysql", {"database": "store", "table": "t"})
    yield target
    target.forget()
    wait_until(lambda: _nobody_else(server))  # servers notice with a delay that a connection has ended


def _nobody_else(server: MariaDB) -> bool:
    """Tell whether no connection is open but the one that asks."""
    return all(each[7] == "SHOW PROCESSLIST" for each in server.run("SHOW PROCESSLIST"))


@pytest.mark.parametrize(
    ("values", "message"),
    [
        ({}, ""),
        ({"username": "joe", "password": "joe"}, ""),
        ({"username": "jane", "password": "j\N{SNOWMAN}"}, ""),
        ({"host": "localhost"}, ""),
        ({"password": "wrong-Horse-7"}, "Access denied for user 'owner'@'127.0.0.1' (using password: YES)"),
        ({"port": "1"}, "127.0.0.1:1: Connection refused"),
        ({"host": "no.such.host.invalid"}, "no.such.host.invalid:"),
        ({"host": "a..b"}, "Could not connect to database: "),
    ],
)
def test_credentials(module: Client, server: MariaDB, values: Dict[str, str], message: str) -> None:
    make_credentials(module, "mysql", login(server.port, **values), "d")
    status, found = verified(module, f"{CREDENTIALS}/d")
    assert module("DELETE", f"{CREDENTIALS}/d").status == 204
    assert status == ("failed_verification" if message else "available")
    assert message in found
    assert found.startswith("Could not connect to database: " if message else "")
    assert "wrong-Horse-7" not in found


@pytest.mark.parametrize(
    ("values", "inputs", "message"),
    [
        ({}, [("a", "int"), ("b", "string")], ""),
        ({}, [("a", "array_double")], ""),
        ({"database": "none"}, [("a", "int")], "Could not connect to database: Unknown database 'none'"),
        ({"table": "none"}, [("a", "int")], "Table 'store.none' doesn't exist"),
        ({"table": "t; DROP TABLE t"}, [("a", "int")], "Table 'store.t; drop table t' doesn't exist"),
        ({"table": "t`; DROP TABLE t; -- %s"}, [("a", "int")], "doesn't exist"),
        ({}, [("a", "int"), ("z", "int")], "Unknown column 'z' in 'INSERT INTO'"),
        ({}, [("b", "string")], "Field 'a' doesn't have a default value"),
    ],
)
def test_connectors(target: Target, values: Dict[str, str], inputs: Columns, message: str) -> None:
    target.table("id int AUTO_INCREMENT PRIMARY KEY, a int NOT NULL, b text")
    target.connector(inputs, **values)
    status, found = verified(target.client, f"{CONNECTORS}/k")
    assert status == ("failed_verification" if message else "available")
    assert message.lower() in found.lower()
    target.server.run("INSERT INTO t (a) VALUES (7)")
    assert target.rows() == [(1, 7, None)]


@pytest.mark.parametrize(("username", "password", "table"), [("joe", "joe", "t"), ("jane", "j\N{SNOWMAN}", "u")])
def test_a_connector_without_permission(target: Target, username: str, password: str, table: str) -> None:
    target.table("a int")
    target.table("a int", "u")
    values = login(target.server.port, username=username, password=password)
    make_credentials(target.client, "mysql", values, "wire")
    target.connector([("a", "int")], "wire", table=table)
    status, message = verified(target.client, f"{CONNECTORS}/k")
    assert status == "failed_verification"
    assert message.startswith(f"INSERT command denied to user '{username}'@'127.0.0.1' for table `store`.`{table}`")
    target.server.run(f"GRANT INSERT ON store.{table} TO {username}")
    assert target.client("PATCH", f"{CONNECTORS}/k", {"configuration": {}}).body["status"] == "pending_verification"
    assert verified(target.client, f"{CONNECTORS}/k") == AVAILABLE


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
        ("moment", "timestamp"),
        ("words", "timestamp"),
    ]
    target.table(
        "i bigint, s text, d double, b boolean, ai json, ad json, `as` text, f text, day date, n decimal(5, 2),"
        " at datetime(6), moment timestamp(6) NULL, words text"
    )
    target.connector(inputs)
    assert verified(target.client, f"{CONNECTORS}/k") == AVAILABLE
    blob = target.client.blob("file.txt", b"0123456789")
    text = "Robert'); DROP TABLE t;-- %s \\' \" \0 \N{SNOWMAN} \N{GRINNING FACE}"
    data = {"i": 2**40, "s": text, "d": 0.1, "b": True, "ai": [1, 2**40], "ad": [0.5, 1], "as": ["x", '"\N{SNOWMAN}']}
    data.update(f=blob, day="2020-02-29", n=3, at="2020-05-13T16:39:50.123456+02:00", moment="2020-05-13T14:39:50Z")
    data.update(words="2020-05-13T14:39:50")
    empty = {**data, "b": False, "d": 1e-300, "ai": [], "ad": [], "as": []}
    assert target.request(inputs, data, empty) == ["Data inserted successfully"] * 2
    (first, second) = target.server.run(
        "SET time_zone = '+00:00'",
        "SELECT i, s, d, b, ai, ad, `as`, f, CAST(day AS char), n, CAST(at AS char), CAST(moment AS char), words"
        " FROM t",
    )
    assert first[:4] == (2**40, text, 0.1, 1)
    assert first[4:7] == ("[1, 1099511627776]", "[0.5, 1]", '["x", "\\"\N{SNOWMAN}"]')
    assert first[7:10] == (blob, "2020-02-29", 3)
    assert first[10:] == ("2020-05-13 14:39:50.123456", "2020-05-13 14:39:50.000000", "2020-05-13 14:39:50")
    assert second[2:7] == (1e-300, 0, "[]", "[]", "[]")
    connector = target.client("GET", f"{CONNECTORS}/k").body
    with platform(target.client).storage.transaction() as db:
        row = db.execute("SELECT * FROM measurements WHERE object_id = ?", (connector["id"],)).fetchone()
    assert (row["requests"], row["failures"]) == (2, 0)


def test_names_and_texts_are_quoted(target: Target) -> None:
    """Whatever the server makes of quotes and backslashes."""
    columns = ["Select", "a`b", 'a"b', "50%", "%s", "two words", "'", "\N{SNOWMAN}"]
    name = "`ta``ble %s`"
    target.table(", ".join("`" + each.replace("`", "``") + "` text" for each in columns), name)
    inputs = [(column, "string") for column in columns]
    target.connector(inputs, table="ta`ble %s")
    (before,) = target.server.run("SELECT @@GLOBAL.sql_mode")
    data = {column: f"\\{index}'\"`%s\\" for index, column in enumerate(columns)}
    try:
        for mode in (before[0], f"{before[0]},NO_BACKSLASH_ESCAPES,ANSI_QUOTES"):
            target.server.run(f"SET GLOBAL sql_mode = '{mode}'", f"DELETE FROM {name}")
            target.client("PATCH", f"{CONNECTORS}/k", {"configuration": {}})
            assert verified(target.client, f"{CONNECTORS}/k") == AVAILABLE
            assert target.request(inputs, data)[-1] == "Data inserted successfully"
            assert target.rows(name) == [tuple(data.values())]
            target.client("DELETE", "/projects/demo/pipelines/p")
    finally:
        target.server.run(f"SET GLOBAL sql_mode = '{before[0]}'")


@pytest.mark.parametrize(
    ("data", "message"),
    [
        ({"a": -1}, "CONSTRAINT `t.a` failed for `store`.`t`"),
        ({"a": 2**40}, "Out of range value for column 'a' at row 1"),
        ({"a": 10**30}, "Out of range value for column 'a' at row 1"),
        ({"b": "longer than it may be"}, "Data too long for column 'b' at row 1"),
        ({"a": 7}, "Duplicate entry '7' for key 'PRIMARY'"),
        ({"c": [0.5, 0.25]}, "Data too long for column 'c' at row 1"),
        ({"d": "0001-01-01T00:00:00+01:00"}, "date value out of range"),
    ],
)
def test_what_the_database_refuses_is_not_tried_again(target: Target, data: Dict[str, Any], message: str) -> None:
    target.table("a int PRIMARY KEY CHECK (a > 0), b varchar(9), c varchar(9), d datetime")
    target.server.run("INSERT INTO t VALUES (7, '', '', NULL)")
    inputs = [("a", "int"), ("b", "string"), ("c", "array_double"), ("d", "timestamp")]
    target.connector(inputs)
    values = {"a": 1, "b": "x", "c": [], "d": "2020-05-13", **data}
    assert target.request(inputs, values) == [f"Failed to insert data: {message}"]
    assert target.rows() == [(7, "", "", None)]


def test_a_wrong_password_and_a_missing_table_are_not_tried_again(target: Target) -> None:
    target.table("a int")
    make_credentials(target.client, "mysql", login(target.server.port, password="wrong-Horse-7"), "wire")
    target.connector([("a", "int")], "wire")
    (line,) = target.request([("a", "int")], {"a": 1})
    assert line.startswith("Failed to insert data: Could not connect to database: Access denied for user 'owner'")
    assert "wrong-Horse-7" not in line
    target.client("PATCH", f"{CONNECTORS}/k", {"credentials": "c", "configuration": {"table": "none"}})
    assert target.client("POST", "/projects/demo/pipelines/p/request", {"a": 1}).status == 200
    assert target.lines()[1:] == ["Failed to insert data: Table 'store.none' doesn't exist"]


def test_a_database_that_is_not_there_is_tried_three_times(target: Target) -> None:
    port = free_port()
    make_credentials(target.client, "mysql", login(port), "wire")
    made = target.connector([("a", "int")], "wire")
    failed = f"Failed to insert data: Could not connect to database: 127.0.0.1:{port}: Connection refused"
    again = [f"{failed}; trying again in {wait} s" for wait in ("0.05", "0.1")]
    assert target.request([("a", "int")], {"a": 1}) == [*again, failed]
    with platform(target.client).storage.transaction() as db:
        row = db.execute("SELECT * FROM measurements WHERE object_id = ?", (made["id"],)).fetchone()
    assert (row["requests"], row["failures"]) == (1, 1)


def test_a_database_with_too_many_connections_is_tried_again(target: Target) -> None:
    target.table("a int")
    target.connector([("a", "int")])
    values = login(target.server.port, username="busy", password="busy")
    make_credentials(target.client, "mysql", values, "wire")
    target.server.run(
        "CREATE USER busy IDENTIFIED BY 'busy' WITH MAX_USER_CONNECTIONS 1", "GRANT SELECT, INSERT ON store.* TO busy"
    )
    import pymysql

    with closing(pymysql.connect(host="127.0.0.1", port=target.server.port, user="busy", password="busy")):
        target.client("PATCH", f"{CONNECTORS}/k", {"credentials": "wire"})
        lines = target.request([("a", "int")], {"a": 1})
    assert len(lines) == 3
    assert "has exceeded the 'max_user_connections' resource" in lines[0]


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
    assert first.startswith(f"Failed to insert data: {LOST}")
    assert first.endswith("; trying again in 0.2 s")
    assert target.lines() == [first, "Data inserted successfully"]


@pytest.mark.parametrize("silent", [False, True])
def test_a_row_that_may_be_there_is_not_inserted_again(target: Target, silent: bool) -> None:
    target.table("a int")
    with Wire(target.server.port) as wire:
        target.connector([("a", "int")], target.through(wire), timeout="1")
        assert verified(target.client, f"{CONNECTORS}/k") == AVAILABLE
        wire.word, wire.silent = b"\x03COMMIT", silent  # the query, not SET AUTOCOMMIT
        before = wire.connections
        (line,) = target.request([("a", "int")], {"a": 1})
        assert wire.connections == before + 1
    assert line.startswith("Failed to insert data: Lost the database while the row was stored; it may be there or not")
    assert target.rows() == []


@pytest.mark.parametrize("word", [b"owner", b"INSERT"])
def test_a_silent_database_times_out(target: Target, word: bytes) -> None:
    target.table("a int")
    with Wire(target.server.port) as wire:
        wire.word, wire.silent = word, True
        began = time.monotonic()
        make_credentials(target.client, "mysql", login(wire.port), "wire")
        target.connector([("a", "int")], "wire", timeout="1")
        status, message = verified(target.client, f"{CONNECTORS}/k")
        assert (status, message.rpartition(": ")[2]) == ("failed_verification", "timed out after 1 s")
        assert time.monotonic() - began >= 1


def test_a_server_of_another_kind(target: Target) -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:

        def answer() -> None:
            connection, _ = listener.accept()
            with connection:
                connection.sendall(b"HTTP/1.1 400 Bad Request\r\n\r\n" * 100)
                while connection.recv(1000):
                    pass

        answering = threading.Thread(target=answer)
        answering.start()
        port = listener.getsockname()[1]
        make_credentials(target.client, "mysql", login(port), "wire")
        status, message = verified(target.client, f"{CREDENTIALS}/wire")
        answering.join()
    assert status == "failed_verification"
    expected = f"Could not connect to database: 127.0.0.1:{port} does not answer as MySQL does: "
    assert message.startswith(expected)


def test_the_way_is_encrypted_where_it_can_be(target: Target) -> None:
    with mariadb(encrypted=True) as server:
        server.run("CREATE USER tom IDENTIFIED BY 'tom' REQUIRE SSL", "CREATE TABLE t (a int)")
        server.run("GRANT INSERT ON store.* TO tom")
        make_credentials(target.client, "mysql", login(server.port, username="tom", password="tom"), "wire")
        target.connector([("a", "int")], "wire")
        assert verified(target.client, f"{CONNECTORS}/k") == AVAILABLE
        assert target.request([("a", "int")], {"a": 1}) == ["Data inserted successfully"]
        assert server.run("SELECT * FROM t") == [(1,)]


def test_the_emulator_does_not_wait_for_a_silent_database(emulator: Emulator, client: Client, server: MariaDB) -> None:
    with Wire(server.port) as wire:
        wire.word, wire.silent = b"INSERT", True  # the driver gives up the login by itself, after 10 s
        make_credentials(client, "mysql", login(wire.port))
        make_connector(client, "mysql", {"database": "store", "table": "t", "timeout": "600"}, [("a", "int")])
        path = make_branch(client, [("a", "int")])
        client("POST", f"{path}/request-batch", [{"a": 1}])
        wait_until(lambda: wire.connections >= 3)
        began = time.monotonic()
        emulator.close()
        assert time.monotonic() - began < SOON
