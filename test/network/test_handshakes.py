# N12: until the request is sent, whatever fails is a connection that was not made: repeated, whatever the method.
from __future__ import annotations

import contextlib
import socket
import threading
import time
from typing import Any, Callable, Iterator, Tuple, Type

import pytest

import ubiops
from test.support.certificates import Certificates
from test.support.fixtures import Connect, Serve
from test.support.patience import SOON
from test.support.proxy import Proxy
from test.support.renegotiating import RenegotiatingServer


class Mute:
    """Accepts connections, and says at most this.

    Args:
        first: What it says as soon as it was spoken to.
        hang_up: Whether it hangs up then.
        dripping: Whether it says the rest byte by byte.
    """

    def __init__(self, first: bytes = b"", hang_up: bool = False, dripping: bytes = b"") -> None:
        self.connections = 0
        self._first, self._hang_up, self._dripping = first, hang_up, dripping
        self._stopping = threading.Event()
        self._listener = socket.create_server(("127.0.0.1", 0))
        self._listener.settimeout(0.05)
        self.port = self._listener.getsockname()[1]
        self._threads = [threading.Thread(target=self._accept)]
        self._threads[0].start()

    def _accept(self) -> None:
        while not self._stopping.is_set():
            with contextlib.suppress(socket.timeout):
                connection = self._listener.accept()[0]
                self.connections += 1
                self._threads.append(threading.Thread(target=self._serve, args=(connection,)))
                self._threads[-1].start()

    def _serve(self, connection: socket.socket) -> None:
        with connection, contextlib.suppress(OSError):
            if self._first or self._hang_up:
                connection.recv(1 << 16)
            connection.sendall(self._first)
            for byte in self._dripping:
                if not self._stopping.wait(0.05):
                    connection.sendall(bytes([byte]))
            if not self._hang_up:
                self._stopping.wait(20)

    def stop(self) -> None:
        self._stopping.set()
        for thread in self._threads:
            thread.join()
        self._listener.close()


@pytest.fixture
def mute() -> Iterator[Callable[..., Mute]]:
    started = []

    def start(*arguments: Any, **options: Any) -> Mute:
        started.append(Mute(*arguments, **options))
        return started[-1]

    yield start
    for one in started:
        one.stop()


HALF_A_RECORD = b"\x16\x03\x03\x00\x7a\x02\x00"
CONNECTED = b"HTTP/1.1 200 Connection established\r\n\r\n"


def create(api: ubiops.CoreApi, exception: Type[Exception]) -> Tuple[ubiops.ApiException, float]:
    """Make a call that must not be repeated once the server may have seen it."""
    started = time.monotonic()
    with pytest.raises(ubiops.ApiException) as caught:
        api.models_create("demo", {"name": "churn"})
    assert type(caught.value) is exception
    return caught.value, time.monotonic() - started


@pytest.mark.parametrize("said", [b"", HALF_A_RECORD], ids=["nothing", "half a record"])
def test_a_handshake_that_never_ends_is_a_connection_that_was_not_made(
    serve: Serve, connect: Connect, fast: ubiops.RetryPolicy, mute: Callable[..., Mute], said: bytes
) -> None:
    server = mute(said)
    api = connect(serve(), host=f"https://127.0.0.1:{server.port}/v2.1", timeout=(0.2, 60), retries=fast)
    error, elapsed = create(api, ubiops.ConnectTimeoutException)
    assert server.connections == error.attempts == 3
    assert "speaks TLS" in str(error)
    assert elapsed < SOON


def test_a_handshake_that_never_ends_through_a_tunnel(
    serve: Serve, connect: Connect, fast: ubiops.RetryPolicy, mute: Callable[..., Mute], open_proxy: Proxy
) -> None:
    server = mute()
    host = f"https://127.0.0.1:{server.port}/v2.1"
    api = connect(serve(), host=host, proxy=open_proxy.url, timeout=(0.3, 60), retries=fast)
    error, _ = create(api, ubiops.ConnectTimeoutException)
    assert server.connections == error.attempts == 3


@pytest.mark.parametrize("scheme", ["http", "https"])
def test_a_proxy_that_never_answers(
    serve: Serve, connect: Connect, fast: ubiops.RetryPolicy, mute: Callable[..., Mute], scheme: str
) -> None:
    proxy = mute()
    proxy_url = f"{scheme}://127.0.0.1:{proxy.port}"
    api = connect(serve(), host="https://127.0.0.1:1/v2.1", proxy=proxy_url, timeout=(0.2, 60), retries=fast)
    started = time.monotonic()
    with pytest.raises((ubiops.ProxyException, ubiops.ConnectTimeoutException)) as caught:  # urllib3 1.26 with TLS
        api.models_create("demo", {"name": "churn"})
    assert isinstance(caught.value, ubiops.ApiException)
    assert proxy.connections == caught.value.attempts == 3
    assert time.monotonic() - started < SOON


@pytest.mark.parametrize("said", [b"", b"SSH-2.0-OpenSSH\r\n", b"HTTP/1.1 200"], ids=["nothing", "another", "half"])
def test_a_proxy_that_hangs_up(
    serve: Serve, connect: Connect, fast: ubiops.RetryPolicy, mute: Callable[..., Mute], said: bytes
) -> None:
    proxy = mute(said, hang_up=True)
    api = connect(serve(), host="https://127.0.0.1:1/v2.1", proxy=f"http://127.0.0.1:{proxy.port}", retries=fast)
    with pytest.raises((ubiops.ProxyException, ubiops.ConnectionException)) as caught:
        api.models_create("demo", {"name": "churn"})
    assert isinstance(caught.value, ubiops.ApiException)
    assert proxy.connections == caught.value.attempts == 3


def test_the_time_to_connect_holds_for_the_tunnel_as_a_whole(
    serve: Serve, connect: Connect, mute: Callable[..., Mute]
) -> None:
    proxy = mute(CONNECTED[:12], dripping=b" " * 1200)  # a minute
    host, proxy_url = "https://127.0.0.1:1/v2.1", f"http://127.0.0.1:{proxy.port}"
    api = connect(serve(), host=host, proxy=proxy_url, timeout=(0.3, 60), retries=False)
    _, elapsed = create(api, ubiops.ProxyException)
    assert elapsed < SOON


def test_a_server_that_hangs_up_in_a_tunnel(
    serve: Serve, connect: Connect, fast: ubiops.RetryPolicy, mute: Callable[..., Mute], open_proxy: Proxy
) -> None:
    server = mute(hang_up=True)
    api = connect(serve(), host=f"https://127.0.0.1:{server.port}/v2.1", proxy=open_proxy.url, retries=fast)
    with pytest.raises((ubiops.ProxyException, ubiops.ConnectionException)) as caught:  # urllib3 1.26 blames the proxy
        api.models_create("demo", {"name": "churn"})
    assert isinstance(caught.value, ubiops.ApiException)
    assert server.connections == caught.value.attempts == 3


def test_a_server_negotiates_tls_anew_while_a_file_arrives(
    serve: Serve, connect: Connect, certificates: Certificates
) -> None:
    content = bytes(12 << 20)
    with RenegotiatingServer(certificates.server, after=1 << 20, size=len(content)) as server:
        api = connect(serve(), host=f"{server.url}/v2.1", ssl_ca_cert=certificates.authority, timeout=60)
        with pytest.raises(ubiops.ContentTooLargeException):
            api.blobs_create("demo", content)
    assert server.renegotiations == 1
    assert server.read > len(content)
