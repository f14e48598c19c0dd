# N1, N2: nothing waits for ever.
from __future__ import annotations

import socket
import threading
import time
from typing import Any, Callable, Dict, Tuple

import pytest
import urllib3

import ubiops
from test.support.fixtures import Connect, Serve
from test.support.names import case
from test.support.patience import SOON
from test.support.server import Reply, Request
from ubiops._timeouts import LONGEST, hold_the_line, to_timeout

CLIENT = urllib3.Timeout(connect=10, read=120)
RESULT = Reply(body={"id": "r1"})


def parts(timeout: Any) -> Tuple[Any, ...]:
    return timeout.total, timeout._connect, timeout._read


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        (None, (None, 10, 120)),
        (0, (None, 10, 120)),
        (0.0, (None, 10, 120)),
        (5, (5, urllib3.Timeout().connect_timeout, urllib3.Timeout().connect_timeout)),
        (0.5, (0.5, urllib3.Timeout().connect_timeout, urllib3.Timeout().connect_timeout)),
        ((1, 2.5), (None, 1, 2.5)),
        ((None, 2), (None, None, 2)),
        ((1, None), (None, 1, None)),
        (urllib3.Timeout(connect=3, read=4), (None, 3, 4)),
    ],
    ids=case,
)
def test_what_a_time_limit_may_be(given: Any, expected: Tuple[Any, ...]) -> None:
    assert parts(to_timeout(given, CLIENT)) == expected


@pytest.mark.parametrize(
    "given",
    ["5", True, [1, 2], (1, 2, 3), (1,), (True, 1), ("1", 2), {}, object()],
    ids=case,
)
def test_a_time_limit_of_another_type_is_refused(serve: Serve, connect: Connect, given: Any) -> None:
    server = serve()
    with pytest.raises(ubiops.ApiTypeError, match="_request_timeout"):
        connect(server).models_list("demo", _request_timeout=given)
    with pytest.raises(ubiops.ApiTypeError, match=r"configuration\.timeout"):
        connect(server, timeout=given)
    assert server.requests == []


TOO_LONG = (1e10, (1, 1e10), 10**400, urllib3.Timeout(1e10), urllib3.Timeout(read=1e10), urllib3.Timeout(connect=1e10))


@pytest.mark.parametrize(
    "given", [-1, -0.5, (-1, 2), (0, 2), (2, 0.0), float("nan"), float("inf"), (1, float("inf")), *TOO_LONG], ids=case
)
def test_a_time_limit_that_makes_no_sense_is_refused(serve: Serve, connect: Connect, given: Any) -> None:
    with pytest.raises(ubiops.ApiValueError, match="time limit"):
        connect(serve(), timeout=given)


@pytest.mark.parametrize("given", [1, 0.1, (60, 0.1), urllib3.Timeout(read=0.1)], ids=["1", "0.1", "pair", "urllib3's"])
def test_a_stalled_server_is_given_up(serve: Serve, connect: Connect, given: Any) -> None:
    server = serve(Reply(stall=True))
    api = connect(server, timeout=given)
    started = time.monotonic()
    with pytest.raises(ubiops.ReadTimeoutException) as caught:
        api.models_list("demo")
    assert (1.0 if given == 1 else 0.1) <= time.monotonic() - started < SOON
    assert caught.value.status == 0
    assert len(server.requests) == 1


def test_an_answer_that_stops_half_way_is_given_up(serve: Serve, connect: Connect) -> None:
    head = Reply(body=b"", headers={"Content-Length": "100"})
    with pytest.raises(ubiops.ReadTimeoutException):
        connect(serve(head), timeout=(1, 0.1)).models_list("demo")


@pytest.mark.parametrize("given", [0.1, (60, 0.1), urllib3.Timeout(read=0.1)], ids=["0.1", "pair", "urllib3's"])
def test_a_limit_of_a_call_replaces_that_of_the_client(serve: Serve, connect: Connect, given: Any) -> None:
    server = serve(Reply(stall=True))
    started = time.monotonic()
    with pytest.raises(ubiops.ReadTimeoutException):
        connect(server, timeout=60).models_list("demo", _request_timeout=given)
    assert time.monotonic() - started < SOON


def test_a_server_that_does_not_accept_is_given_up(serve: Serve, connect: Connect) -> None:
    with socket.create_server(("127.0.0.1", 0), backlog=0) as listener:
        address = listener.getsockname()
        full = [socket.socket() for _ in range(4)]
        for waiting in full:
            waiting.setblocking(False)
            waiting.connect_ex(address)
        try:
            api = connect(serve(), host=f"http://127.0.0.1:{address[1]}", timeout=(0.1, 60), retries=False)
            with pytest.raises(ubiops.ConnectTimeoutException) as caught:
                api.models_list("demo")
        finally:
            for waiting in full:
                waiting.close()
    assert isinstance(caught.value, urllib3.exceptions.MaxRetryError)
    assert "configuration.host" in str(caught.value)


def test_defaults_are_10_and_120_seconds() -> None:
    assert ubiops.Configuration().timeout == (10.0, 120.0)


def test_limits_come_from_the_environment(monkeypatch: pytest.MonkeyPatch, serve: Serve, connect: Connect) -> None:
    monkeypatch.setenv("UBIOPS_CONNECT_TIMEOUT", "1.5")
    monkeypatch.setenv("UBIOPS_READ_TIMEOUT", "0.1")
    assert ubiops.Configuration().timeout == (1.5, 0.1)
    with pytest.raises(ubiops.ReadTimeoutException):
        connect(serve(Reply(stall=True))).models_list("demo")


class Spy(ubiops.ApiClient):
    """Tells the time limit that a call was made with."""

    limit: Any = None

    def call_api(self, *arguments: Any, **options: Any) -> Any:
        self.limit = options["_request_timeout"]
        return super().call_api(*arguments, **options)


def direct(api: ubiops.CoreApi, **options: Any) -> Any:
    return api.model_requests_create("demo", "churn", "v1", {"x": 1}, **options)


def through_pipeline(api: ubiops.CoreApi, **options: Any) -> Any:
    return api.pipelines_request("demo", "flow", {"x": 1}, **options)


@pytest.mark.parametrize(
    ("operation", "options", "seconds"),
    [
        (direct, {}, 330),
        (direct, {"timeout": 20}, 50),
        (through_pipeline, {}, 3630),
        (through_pipeline, {"pipeline_timeout": 20}, 50),
        (through_pipeline, {"pipeline_timeout": 20, "model_timeout": 3000}, 50),
    ],
)
def test_requests_that_hold_the_line_wait_for_their_own_time_and_30_seconds(
    serve: Serve, operation: Callable[..., Any], options: Dict[str, int], seconds: int
) -> None:
    configuration = ubiops.Configuration(serve(RESULT).url, {"Authorization": "x"})
    with Spy(configuration) as client:
        operation(ubiops.CoreApi(client), **options)
    assert parts(client.limit) == (None, 10.0, seconds)


@pytest.mark.parametrize("operation", [direct, through_pipeline])
def test_requests_that_hold_the_line_outwait_the_client(
    serve: Serve, connect: Connect, operation: Callable[..., Any]
) -> None:
    given_up = threading.Event()

    def later(request: Request) -> Reply:
        assert given_up.wait(SOON)
        return RESULT

    server = serve(Reply(stall=True), later)
    api = connect(server, timeout=(60, 0.1))
    with pytest.raises(ubiops.ReadTimeoutException):
        api.models_list("demo")
    threading.Timer(0.3, given_up.set).start()  # thrice as long as the client would wait
    assert operation(api) is not None
    with pytest.raises(ubiops.ReadTimeoutException):
        given_up.clear()
        operation(api, _request_timeout=0.1)
    given_up.set()


@pytest.mark.parametrize(
    ("client", "connect_limit"),
    [((3, 5), 3), (7, 7), (None, urllib3.Timeout().connect_timeout), (urllib3.Timeout(connect=2), 2)],
    ids=case,
)
def test_the_client_says_how_long_such_a_request_may_take_to_connect(client: Any, connect_limit: Any) -> None:
    assert parts(hold_the_line(60, client)) == (None, connect_limit, 90)


def test_the_longest_time_limit_is_one(serve: Serve, connect: Connect) -> None:
    api = connect(serve(Reply(body=[])))
    for given in (LONGEST, (LONGEST, LONGEST), urllib3.Timeout(LONGEST), hold_the_line(10**10, None)):
        assert api.models_list("demo", _request_timeout=given) == []
    with pytest.raises(ubiops.ApiValueError, match="2000000"):
        api.models_list("demo", _request_timeout=LONGEST + 1)
