# N3: how often a request arrives at a server that fails.
from __future__ import annotations

import email.utils
import logging
import re
import socket
import threading
import time
from typing import Any, Callable, Dict, List

import pytest
import urllib3

import ubiops
from test.support.certificates import Certificates
from test.support.fixtures import Connect, Serve
from test.support.patience import SOON
from test.support.proxy import Proxy
from test.support.server import Reply, Server
from ubiops import RetryPolicy

REPEATABLE = ("GET", "HEAD", "OPTIONS", "PUT", "DELETE")
NOT_REPEATABLE = ("POST", "PATCH")
AT_ONCE = {"Retry-After": "0"}


@pytest.fixture
def call(serve: Serve, connect: Connect) -> Callable[..., int]:
    """Send a request with a method to a server that answers so; return how often it arrived."""

    def send(method: str, *answers: Reply, **settings: Any) -> int:
        server = serve(*answers)
        client = connect(server, **settings).api_client
        body = None if method in ("GET", "HEAD") else {"a": 1}
        try:
            client.rest_client.request(method, f"{server.url}/x", body=body)
        except ubiops.ApiException as error:
            if not isinstance(settings.get("retries"), urllib3.Retry):  # which does not tell how often it tried
                assert error.attempts == len(server.requests)
        assert all(request.body == server.requests[0].body for request in server.requests)
        return len(server.requests)

    return send


@pytest.mark.parametrize("method", [*REPEATABLE, *NOT_REPEATABLE])
@pytest.mark.parametrize("headers", [{}, AT_ONCE], ids=["", "Retry-After"])
def test_requests_that_arrive_by_method_and_status(
    call: Callable[..., int], fast: RetryPolicy, method: str, headers: Dict[str, str]
) -> None:
    arrived = {
        status: call(method, Reply(status, headers=headers), retries=fast)
        for status in (400, 404, 429, 500, 502, 503, 504)
    }
    often = 3 if method in REPEATABLE else 1
    did_nothing = 3 if headers else often
    assert arrived == {400: 1, 404: 1, 429: did_nothing, 500: 1, 502: often, 503: did_nothing, 504: often}


BREAKS = {
    "reset": Reply(reset=True),
    "cut": Reply(body=b"0123456789", cut=5),
    "no answer": Reply(stall=True),
    "500": Reply(500),
    "502": Reply(502),
    "503": Reply(503),
    "504": Reply(504),
}


@pytest.mark.parametrize("failure", BREAKS)
@pytest.mark.parametrize("method", NOT_REPEATABLE)
@pytest.mark.parametrize(
    "retries",
    [None, 5, RetryPolicy(max_retries=9, backoff=0.0), urllib3.Retry(5)],
    ids=["default", "5", "policy", "urllib3's"],
)
def test_no_post_is_sent_twice_after_its_body_was_read(
    call: Callable[..., int], method: str, failure: str, retries: Any
) -> None:
    limits = {"timeout": (1, 0.2)} if failure == "no answer" else {}
    assert call(method, BREAKS[failure], retries=retries, **limits) == 1


@pytest.mark.parametrize("proxied", ["http", "https"])
def test_no_post_is_sent_twice_through_a_proxy(
    serve: Serve, connect: Connect, certificates: Certificates, open_proxy: Proxy, proxied: str
) -> None:
    if proxied == "http":
        server = serve(Reply(reset=True))  # it is the proxy itself that breaks down
        api = connect(server, host="http://api.test/v2.1", proxy=f"http://127.0.0.1:{server.port}")
    else:
        server = serve(Reply(reset=True), context=certificates.context())
        api = connect(server, ssl_ca_cert=certificates.authority, proxy=open_proxy.url)
    with pytest.raises(ubiops.BrokenConnectionException):
        api.models_create("demo", {"name": "churn"})
    assert len(server.requests) == 1


@pytest.mark.parametrize("failure", ["reset", "cut", "503"])
@pytest.mark.parametrize("method", REPEATABLE)
def test_a_failure_that_passes_is_not_seen(
    call: Callable[..., int], fast: RetryPolicy, method: str, failure: str
) -> None:
    expected = 1 if (method, failure) == ("HEAD", "cut") else 3  # the answer to HEAD has no body to cut
    assert call(method, BREAKS[failure], BREAKS[failure], Reply(), retries=fast) == expected


def test_time_that_was_spent_waiting_for_an_answer_is_not_spent_again(
    call: Callable[..., int], fast: RetryPolicy
) -> None:
    assert call("GET", Reply(stall=True), retries=fast, timeout=(1, 0.05)) == 1


def test_a_refusal_that_breaks_off_is_a_refusal(serve: Serve, connect: Connect, fast: RetryPolicy) -> None:
    server = serve(Reply(404, body=b"0123456789", cut=5))
    with pytest.raises(ubiops.NotFoundException):
        connect(server, retries=fast).blobs_get("demo", "b1")
    assert len(server.requests) == 1


@pytest.mark.parametrize("method", [*REPEATABLE, *NOT_REPEATABLE])
def test_a_connection_that_was_never_made_is_tried_again_for_any_method(
    connect: Connect, serve: Serve, fast: RetryPolicy, method: str
) -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]
    api = connect(serve(), retries=fast)
    with pytest.raises(ubiops.ConnectionException) as caught:
        api.api_client.rest_client.request(method, f"http://127.0.0.1:{port}/x")
    assert caught.value.attempts == 3
    assert re.search(r"3 attempts in \d+\.\d s", str(caught.value))


def test_a_server_that_comes_up_between_two_attempts_gets_the_post(
    connect: Connect, serve: Serve, fast: RetryPolicy
) -> None:
    started: List[Server] = []

    def start(outcome: ubiops.ResponseInfo) -> None:
        if not started:
            started.append(Server(Reply(body={"name": "churn"}), port=port).__enter__())

    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]
    api = connect(serve(), host=f"http://127.0.0.1:{port}", retries=fast, on_response=start)
    try:
        assert api.models_create("demo", {"name": "churn"}).name == "churn"
        assert len(started[0].requests) == 1
    finally:
        started[0].stop()


@pytest.mark.parametrize(
    ("retries", "arrived"),
    [
        (None, 4),
        (True, 4),
        (False, 1),
        (0, 1),
        (2, 3),
        (RetryPolicy(max_retries=1), 2),
        (urllib3.Retry(2, status_forcelist=[503]), 3),
        (urllib3.Retry(2, status_forcelist=[502]), 1),
    ],
    ids=lambda value: str(value) if isinstance(value, int) else type(value).__name__,
)
def test_what_configuration_retries_takes(call: Callable[..., int], retries: Any, arrived: int) -> None:
    headers = {} if isinstance(retries, urllib3.Retry) else AT_ONCE
    assert call("GET", Reply(503, headers=headers), retries=retries) == arrived


@pytest.mark.parametrize("retries", [-1, 1.5, "3", object()], ids=["-1", "1.5", "text", "object"])
def test_what_configuration_retries_does_not_take(connect: Connect, serve: Serve, retries: Any) -> None:
    with pytest.raises(ubiops.ApiTypeError, match=r"configuration\.retries takes"):
        connect(serve(), retries=retries)


def test_the_number_of_repetitions_comes_from_the_environment(
    monkeypatch: pytest.MonkeyPatch, call: Callable[..., int]
) -> None:
    monkeypatch.setenv("UBIOPS_RETRIES", "1")
    assert call("GET", Reply(503, headers=AT_ONCE)) == 2


def test_urllib3_rules_end_with_our_error(serve: Serve, connect: Connect) -> None:
    server = serve(Reply(503, {"error": "Come back later"}))
    with pytest.raises(ubiops.ServiceException, match=r"^Come back later"):
        connect(server, retries=urllib3.Retry(1, status_forcelist=[503])).models_list("demo")
    with pytest.raises(ubiops.BrokenConnectionException):
        connect(serve(Reply(reset=True)), retries=urllib3.Retry(1)).models_list("demo")


@pytest.mark.parametrize("seconds", [0, -60])
def test_a_date_in_retry_after_is_obeyed(call: Callable[..., int], seconds: int) -> None:
    date = email.utils.formatdate(time.time() + seconds, usegmt=True)
    assert call("POST", Reply(429, headers={"Retry-After": date}), Reply()) == 2


def test_a_retry_after_beyond_the_cap_ends_the_call_at_once(call: Callable[..., int]) -> None:
    started = time.monotonic()
    assert call("GET", Reply(503, headers={"Retry-After": "3600"})) == 1
    assert time.monotonic() - started < SOON


def test_closing_the_client_ends_its_waits(serve: Serve, connect: Connect) -> None:
    api = connect(serve(Reply(503, headers={"Retry-After": "60"})), retries=RetryPolicy(max_wait=60))
    api.api_client.configuration.on_response = lambda outcome: api.api_client.rest_client.close()
    started = time.monotonic()
    with pytest.raises(ubiops.ServiceException) as caught:
        api.models_list("demo")
    assert caught.value.attempts == 1
    assert time.monotonic() - started < SOON


def test_closing_the_client_wakes_a_thread_that_waits(serve: Serve, connect: Connect) -> None:
    api = connect(serve(Reply(503, headers={"Retry-After": "60"})), retries=RetryPolicy(max_wait=60))
    waiting = threading.Event()

    class Notice(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            waiting.set()

    logger, notice = logging.getLogger("ubiops"), Notice()
    logger.addHandler(notice)
    logger.setLevel(logging.INFO)
    try:
        result = api.models_list("demo", async_req=True)
        assert waiting.wait(SOON)
        api.api_client.rest_client.close()
        with pytest.raises(ubiops.ServiceException):
            result.get(SOON)
    finally:
        logger.removeHandler(notice)
        logger.setLevel(logging.NOTSET)


def test_a_service_that_keeps_failing_is_not_hammered(serve: Serve, connect: Connect) -> None:
    server = serve(Reply(503))
    api = connect(server, retries=RetryPolicy(max_retries=10, backoff=0.0))
    attempts = []
    for _ in range(7):
        with pytest.raises(ubiops.ServiceException) as caught:
            api.models_list("demo")
        attempts.append(caught.value.attempts)
    assert attempts == [11, 11, 11, 11, 11, 1, 1]


def test_a_service_that_recovers_is_trusted_again(serve: Serve, connect: Connect) -> None:
    fails = Reply(503)
    server = serve(*[fails] * 51, Reply(body=[]), Reply(body=[]), fails, Reply(body=[]))
    api = connect(server, retries=RetryPolicy(max_retries=50, backoff=0.0))
    with pytest.raises(ubiops.ServiceException):
        api.models_list("demo")
    for _ in range(3):
        assert api.models_list("demo") == []
    assert len(server.requests) == 55
