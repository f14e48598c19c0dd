# N1: a number as time limit ends the whole call, whatever the server does with its time.
from __future__ import annotations

import time
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from typing import Any, Callable, Iterator

import pytest
import urllib3

import ubiops
from test.support.certificates import Certificates
from test.support.dripping import DrippingServer
from test.support.fixtures import Connect, Serve
from test.support.patience import SOON
from test.support.server import Reply, Request

HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 400\r\n\r\n"
CHUNKED = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"


@pytest.fixture
def drip() -> Iterator[Callable[..., DrippingServer]]:
    servers = []

    def start(*arguments: Any, **options: Any) -> DrippingServer:
        servers.append(DrippingServer(*arguments, **options).__enter__())
        return servers[-1]

    yield start
    for server in servers:
        server.__exit__(None, None, None)


def give_up(call: Callable[[], Any]) -> float:
    """Return after how many seconds a call ends, by its time limit: all servers here end it otherwise, some time."""
    started = time.monotonic()
    with pytest.raises(ubiops.ApiException) as caught:
        call()
    assert type(caught.value) is ubiops.ReadTimeoutException
    return time.monotonic() - started


@pytest.mark.parametrize(
    ("at_once", "dripping"),
    [(b"", HEAD), (HEAD[:20], HEAD[20:]), (HEAD, b"[" * 400), (CHUNKED, b"1\r\nx\r\n" * 99)],
    ids=["status", "headers", "body", "chunks"],
)
def test_bytes_that_drip_do_not_prolong_a_call(
    serve: Serve, connect: Connect, drip: Callable[..., DrippingServer], at_once: bytes, dripping: bytes
) -> None:
    """Every kind of limit, of the call and of the client, all at the same time."""
    servers, calls = [], []
    for limit in (0.4, urllib3.Timeout(total=0.4), urllib3.Timeout(total=0.4, read=0.2)):
        for settings, options in (({}, {"_request_timeout": limit}), ({"timeout": limit}, {})):
            servers.append(drip(at_once, dripping))
            api = connect(serve(), host=servers[-1].url, **settings)
            calls.append(partial(api.models_list, "demo", **options))
    with ThreadPoolExecutor(len(calls)) as threads:
        assert min(threads.map(give_up, calls)) > 0.3
    assert [server.connections for server in servers] == [1] * len(calls)


def test_bytes_that_drip_over_tls_do_not_prolong_a_call(
    serve: Serve, connect: Connect, drip: Callable[..., DrippingServer], certificates: Certificates
) -> None:
    server = drip(HEAD, b"[" * 400, context=certificates.context())
    api = connect(serve(), host=server.url, ssl_ca_cert=certificates.authority)
    give_up(lambda: api.models_list("demo", _request_timeout=0.5))


def test_an_error_that_drips_does_not_prolong_a_call(
    serve: Serve, connect: Connect, drip: Callable[..., DrippingServer]
) -> None:
    server = drip(HEAD.replace(b"200 OK", b"500 No"), b" " * 400)
    give_up(lambda: connect(serve(), host=server.url).models_list("demo", _request_timeout=0.4))


def test_with_a_pair_each_piece_may_take_its_time(
    serve: Serve, connect: Connect, drip: Callable[..., DrippingServer]
) -> None:
    server = drip(HEAD.replace(b"400", b"40"), b"[" + b" " * 38 + b"]")
    assert connect(serve(), host=server.url).models_list("demo", _request_timeout=(5, 1)) == []


def test_a_stream_may_take_its_time_once_its_headers_are_there(
    serve: Serve, connect: Connect, drip: Callable[..., DrippingServer]
) -> None:
    server = drip(HEAD.replace(b"400", b"40"), b"x" * 40)
    started = time.monotonic()
    assert connect(serve(), host=server.url).blobs_get("demo", "b1", _request_timeout=0.8).read() == b"x" * 40
    assert time.monotonic() - started > 0.8


def test_redirects_do_not_prolong_a_call(serve: Serve, connect: Connect) -> None:
    def slowly(request: Request) -> Reply:
        time.sleep(0.15)
        return Reply(302, headers={"Location": "/again"})

    server = serve(slowly)
    give_up(lambda: connect(server).models_list("demo", _request_timeout=0.4))
    assert len(server.requests) < 5


def test_repetitions_do_not_prolong_a_call(serve: Serve, connect: Connect) -> None:
    def slowly(request: Request) -> Reply:
        time.sleep(0.15)
        return Reply(503)

    server = serve(Reply(503), slowly)
    api = connect(server, retries=ubiops.RetryPolicy(max_retries=20, backoff=0.001))
    with pytest.raises((ubiops.ServiceException, ubiops.ReadTimeoutException)):
        api.models_list("demo", _request_timeout=1)
    assert 1 < len(server.requests) < 10


def test_a_wait_beyond_the_end_of_the_call_is_not_begun(serve: Serve, connect: Connect) -> None:
    policy = ubiops.RetryPolicy(max_wait=120)
    api = connect(serve(Reply(503, headers={"Retry-After": "120"})), retries=policy)
    started = time.monotonic()
    with pytest.raises(ubiops.ServiceException) as caught:
        api.models_list("demo", _request_timeout=60)
    assert caught.value.attempts == 1
    assert time.monotonic() - started < SOON


def test_an_upload_ends_with_the_call(serve: Serve, connect: Connect, drip: Callable[..., DrippingServer]) -> None:
    class Slow:
        left = 200

        def read(self, size: int = -1) -> bytes:
            time.sleep(0.05)
            self.left -= 1
            return b"x" if self.left > 0 else b""

    api = connect(serve(), retries=False)
    give_up(lambda: api.blobs_create("demo", Slow(), _request_timeout=0.4))


def test_connections_are_used_again_after_a_call_with_an_end(serve: Serve, connect: Connect) -> None:
    server = serve(Reply(body=[]))
    api = connect(server)
    for limit in (5, None, 5):
        assert api.models_list("demo", _request_timeout=limit) == []
    assert server.connections == 1
