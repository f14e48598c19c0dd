"""How often what is done most takes the database, which is one for everything."""

from __future__ import annotations

import threading
from contextlib import contextmanager
from typing import TYPE_CHECKING, ContextManager, Iterator, List, Tuple

from test.support.emulator.client import DOUBLE, PROJECT, wait_until, zipped
from test.support.emulator.operations import platform, texts

if TYPE_CHECKING:
    from test.support.emulator.client import Client


@contextmanager
def statements(client: Client, beginning: str = "") -> Iterator[List[str]]:
    """Give the list of the statements that are executed meanwhile, those that begin so."""
    executed: List[str] = []
    connection = platform(client).storage._connection

    def note(statement: str) -> None:
        # The scheduler looks at its clock whenever it wants to.
        if statement.startswith(beginning) and threading.current_thread().name != "ubiops-scheduler":
            executed.append(statement)

    connection.set_trace_callback(note)
    try:
        yield executed
    finally:
        connection.set_trace_callback(None)


def transactions(client: Client) -> ContextManager[List[str]]:
    """Give the list of the transactions that begin meanwhile."""
    return statements(client, "BEGIN")


def test_calls_that_read(doubling: Tuple[Client, str]) -> None:
    client, version = doubling
    for path in (f"{PROJECT}/models", version, f"{version}/request-batch"):
        with transactions(client) as begun:
            assert client("GET", path).status == 200
        assert len(begun) == 1, path


def test_a_direct_request(doubling: Tuple[Client, str]) -> None:
    client, version = doubling
    client("POST", f"{version}/request", {"in": 1})  # for which an instance may have to start
    with transactions(client) as begun:
        assert client("POST", f"{version}/request", {"in": 21}).body["result"] == {"out": 42}
    assert len(begun) == 2


def test_a_direct_request_asks_nothing_that_it_knows(doubling: Tuple[Client, str]) -> None:
    client, version = doubling
    client.emulator.freeze()
    try:
        client("POST", f"{version}/request", {"in": 1})  # for which an instance may have to start
        client("POST", f"{version}/request", {"in": 1})
        with statements(client) as executed:
            client("POST", f"{version}/request", {"in": 21})
    finally:
        client.emulator.unfreeze()
    assert [each.split(" ", 1)[0] for each in executed] == ["BEGIN", "COMMIT", "BEGIN", "UPDATE", "COMMIT"]


def test_batch_requests(doubling: Tuple[Client, str]) -> None:
    client, version = doubling
    assert client("PATCH", version, {"maximum_instances": 1}).status == 200
    client("POST", f"{version}/request", {"in": 1})
    workers = platform(client).batches._workers
    for number in (1, 10):
        with transactions(client) as begun:
            assert client("POST", f"{version}/request-batch", [{"in": 1}] * number).status == 200
            wait_until(lambda: not workers)
        # One that adds them, one that takes the first, and one for the end of each, which takes the next.
        assert len(begun) == 2 + number


def test_an_upload(client: Client) -> None:
    version = client.model()
    with transactions(client) as begun:
        assert client.upload("PUT", f"{version}/upload", "p.zip", zipped(DOUBLE)).status == 200
        wait_until(lambda: not platform(client).builds._jobs)
    assert client("GET", version).body["status"] == "available"
    # Where there is no Python of the version's, the log says so, in one more.
    assert len(begun) == 5 + sum("is not installed on this machine" in text for text in texts(client))
