# N8: nothing is left open. Warnings are errors, also those from __del__, so what is left open fails the test that runs
# gc.collect().
from __future__ import annotations

import contextlib
import gc
import os
import socket
import threading
import time
import weakref
from pathlib import Path
from typing import Any, Callable

import pytest

import ubiops
from test.support.fixtures import Connect, Serve
from test.support.patience import SOON
from test.support.server import Reply

EMPTY = Reply(body=[])


@pytest.fixture
def make(serve: Serve) -> Callable[..., ubiops.CoreApi]:
    """Make a client that nobody closes."""

    def start(*answers: Reply, pool_threads: int = 1, **settings: Any) -> ubiops.CoreApi:
        configuration = ubiops.Configuration(serve(*answers).url, {"Authorization": "x"})
        for name, value in settings.items():
            setattr(configuration, name, value)
        return ubiops.CoreApi(ubiops.ApiClient(configuration, pool_threads=pool_threads))

    return start


def connections_of(port: int) -> int:
    """Return how many TCP connections of this machine lead to a port, by the kernel's table."""
    rows = [line.split() for line in Path("/proc/net/tcp").read_text().splitlines()[1:]]
    return sum(row[2] == f"0100007F:{port:04X}" and row[3] == "01" for row in rows)


def test_a_client_that_is_closed(make: Callable[..., ubiops.CoreApi]) -> None:
    api = make(EMPTY)
    api.models_list("demo")
    api.api_client.close()
    gc.collect()


def test_a_client_that_is_left_to_the_garbage_collector(make: Callable[..., ubiops.CoreApi]) -> None:
    api = make(EMPTY)
    api.models_list("demo")
    client = weakref.ref(api.api_client)
    del api
    gc.collect()
    assert client() is None


def test_a_client_that_is_collected_in_a_cycle(make: Callable[..., ubiops.CoreApi]) -> None:
    api = make(EMPTY)
    api.models_list("demo")
    client: Any = api.api_client
    client.myself = api
    del api, client
    gc.collect()


@pytest.mark.parametrize("content", [b"", b"abc", b"0" * 1_000_000])
@pytest.mark.parametrize("how", ["dropped", "read", "closed", "released", "half"])
def test_a_raw_answer(make: Callable[..., ubiops.CoreApi], content: bytes, how: str) -> None:
    api = make(Reply(body=content), EMPTY)
    response = api.blobs_get("demo", "b1")
    if how == "read":
        assert response.read() == content
    elif how == "closed":
        response.close()
    elif how == "released":
        response.drain_conn()
    elif how == "half":
        assert response.read(2) == content[:2]
    del response
    gc.collect()
    assert api.models_list("demo") == []  # the client is as good as before


def test_a_raw_refusal(make: Callable[..., ubiops.CoreApi]) -> None:
    api = make(Reply(404, b"0" * 1_000_000), EMPTY)
    with pytest.raises(ubiops.NotFoundException):
        api.blobs_get("demo", "b1")
    gc.collect()
    api.models_list("demo")


def test_calls_that_break(make: Callable[..., ubiops.CoreApi]) -> None:
    api = make(Reply(reset=True), Reply(body=b"0123", cut=2), Reply(stall=True), EMPTY, retries=False)
    for limit in (None, None, 0.1):
        with pytest.raises(ubiops.TransportException):
            api.models_list("demo", _request_timeout=limit)
    gc.collect()
    api.models_list("demo")


@pytest.mark.parametrize("closed", [True, False])
def test_calls_in_threads(make: Callable[..., ubiops.CoreApi], closed: bool) -> None:
    api = make(EMPTY, pool_threads=4)
    results = [api.models_list("demo", async_req=True) for _ in range(20)]
    assert [result.get(SOON) for result in results] == [[]] * 20
    if closed:
        api.api_client.close()
    del api, results
    gc.collect()


def test_a_client_that_is_closed_keeps_nothing_of_its_threads(make: Callable[..., ubiops.CoreApi]) -> None:
    def pipes() -> int:
        found = 0
        for descriptor in Path("/proc/self/fd").iterdir():
            with contextlib.suppress(OSError):  # what lists them
                found += str(os.readlink(descriptor)).startswith("pipe:")
        return found

    api = make(EMPTY)
    gc.collect()
    before = pipes()
    for _ in range(3):
        assert api.models_list("demo", async_req=True).get(SOON) == []
        api.api_client.close()
    assert pipes() == before


def test_a_client_that_its_own_thread_drops_last(make: Callable[..., ubiops.CoreApi]) -> None:
    result = make(EMPTY).models_list("demo", async_req=True)
    assert result.get(SOON) == []
    gc.collect()


def test_more_threads_than_connections_are_kept(make: Callable[..., ubiops.CoreApi]) -> None:
    api = make(EMPTY, connection_pool_maxsize=1)
    barrier = threading.Barrier(5)

    def call() -> None:
        barrier.wait()
        api.models_list("demo")

    threads = [threading.Thread(target=call) for _ in range(5)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    gc.collect()


def test_closing_closes_idle_connections_at_once(serve: Serve, connect: Connect) -> None:
    server = serve(EMPTY)
    api = connect(server)
    api.models_list("demo")
    assert connections_of(server.port) == 1
    api.api_client.close()
    assert connections_of(server.port) == 0


def test_a_closed_client_can_be_used_again(serve: Serve, connect: Connect) -> None:
    server = serve(EMPTY)
    api = connect(server)
    for _ in range(2):
        api.models_list("demo")
        assert api.models_list("demo", async_req=True).get(SOON) == []
        api.api_client.close()
    assert server.connections == 2


def test_closing_while_calls_are_under_way(serve: Serve, connect: Connect) -> None:
    server = serve(EMPTY)
    api = connect(server, retries=ubiops.RetryPolicy(backoff=0.0))
    stop = threading.Event()
    failures = []

    def call() -> None:
        while not stop.is_set():
            try:
                api.models_list("demo")
            except ubiops.ApiException as error:
                failures.append(error)

    threads = [threading.Thread(target=call) for _ in range(3)]
    for thread in threads:
        thread.start()

    def close() -> None:
        for _ in range(50):
            api.api_client.rest_client.close()

    closers = [threading.Thread(target=close) for _ in range(2)]
    for thread in closers:
        thread.start()
    for thread in closers:
        thread.join()
    server.wait_for(20)
    stop.set()
    for thread in threads:
        thread.join()
    # The only thing that may happen is that the pool was closed between the choice of it and its use.
    assert [str(error) for error in failures if "ClosedPoolError" not in str(error)] == []


def test_connections_that_the_server_dropped_are_replaced(serve: Serve, connect: Connect) -> None:
    server = serve(Reply(body=[], close=True), Reply(body={"name": "churn"}))
    api = connect(server, retries=False)
    api.models_list("demo")
    deadline = time.monotonic() + SOON
    while connections_of(server.port) and time.monotonic() < deadline:  # until the end of the old one has arrived
        time.sleep(0.001)
    assert api.models_create("demo", {"name": "churn"}).name == "churn"
    assert len(server.requests) == 2
    assert server.connections == 2


def test_a_client_that_finds_itself_in_another_process_connects_anew(
    monkeypatch: pytest.MonkeyPatch, serve: Serve, connect: Connect
) -> None:
    # What a child of a fork does, seen from within; test_processes.py has real forks.
    server = serve(EMPTY)
    api = connect(server)
    assert api.models_list("demo") == api.models_list("demo") == []
    assert server.connections == 1
    monkeypatch.setattr(os, "getpid", lambda: -1)
    assert api.models_list("demo") == api.models_list("demo") == []
    assert server.connections == 2


def test_a_listener_that_is_not_ours_is_left_alone() -> None:
    with socket.create_server(("127.0.0.1", 0)):
        ubiops.ApiClient().close()
