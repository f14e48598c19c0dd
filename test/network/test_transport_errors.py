# N4: what goes wrong on the way is an ApiException with status 0, and the urllib3 exception that it always was.
from __future__ import annotations

import contextlib
import pickle
import socket
import ssl
import threading
from typing import Any, Callable, Dict, Iterator, Optional, Type

import pytest
import urllib3
import urllib3.exceptions as u3

import ubiops
from test.support.certificates import Certificates
from test.support.fixtures import Connect, Serve
from test.support.names import case
from test.support.server import Reply
from ubiops._transport_errors import translate


@pytest.fixture
def refused() -> Dict[str, str]:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]
    return {"host": f"http://127.0.0.1:{port}/v2.1"}


def error_of(api: ubiops.CoreApi) -> ubiops.ApiException:
    with pytest.raises(ubiops.ApiException) as caught:
        api.models_list("demo")
    return caught.value


def check(error: ubiops.ApiException, ours: Type[Exception], theirs: Type[Exception], *phrases: str) -> None:
    assert type(error) is ours
    assert isinstance(error, (ubiops.TransportException, u3.HTTPError))
    assert isinstance(error, theirs)
    assert isinstance(error, u3.MaxRetryError)  # what 2.1.0 let through
    assert isinstance(error, ubiops.ApiException)
    assert error.status == 0
    assert isinstance(error.__cause__, u3.HTTPError)
    assert error.method == "GET"
    assert str(error.url).endswith("/projects/demo/models")
    for phrase in phrases:
        assert phrase in str(error)
    copy = pickle.loads(pickle.dumps(error))
    assert (type(copy), str(copy)) == (type(error), str(error))


def test_a_refused_connection(serve: Serve, connect: Connect, refused: Dict[str, str]) -> None:
    error = error_of(connect(serve(), retries=False, **refused))
    check(error, ubiops.ConnectionException, u3.NewConnectionError, "configuration.host", "proxy")


def test_a_host_without_address(serve: Serve, connect: Connect, fast: ubiops.RetryPolicy) -> None:
    error = error_of(connect(serve(), retries=fast, host="http://nowhere.invalid/v2.1"))
    check(error, ubiops.NameResolutionException, u3.NewConnectionError, "The host name has no address", "DNS")
    assert error.attempts == 3


@pytest.mark.parametrize(
    "host", ["a..b", "a" * 64 + ".test", "a b", "a\tb", "[::1", "a_b%zz", "a:b", "a:99999", ".", "é" * 70]
)
def test_a_host_that_no_name_can_be_is_not_asked_for_again(serve: Serve, connect: Connect, host: str) -> None:
    with pytest.raises((ubiops.NameResolutionException, ubiops.ApiValueError), match="host") as caught:
        connect(serve(), host=f"http://{host}/v2.1").models_list("demo")
    assert getattr(caught.value, "attempts", 1) == 1


def test_a_reset_connection(serve: Serve, connect: Connect) -> None:
    error = error_of(connect(serve(Reply(reset=True)), retries=False))
    check(error, ubiops.BrokenConnectionException, u3.ProtocolError, "whether the request was carried out is unknown")


@pytest.mark.parametrize("reply", [Reply(body=b"[1, 2, 3]", cut=4), Reply(headers={"Transfer-Encoding": "chunked"})])
def test_an_answer_that_is_cut_off(serve: Serve, connect: Connect, reply: Reply) -> None:
    error = error_of(connect(serve(Reply(**{**vars(reply), "close": True})), retries=False))
    check(error, ubiops.BrokenConnectionException, u3.ProtocolError, "broke before the answer was complete")


@pytest.mark.parametrize("end", [b"\r\n", b"\r\n\r\n"])
def test_an_answer_that_is_not_http(serve: Serve, connect: Connect, end: bytes) -> None:
    class Garbage(Reply):
        def encode(self) -> bytes:
            return b"SSH-2.0-OpenSSH" + end

    error = error_of(connect(serve(Garbage(close=True)), retries=False))
    check(error, ubiops.BrokenConnectionException, u3.ProtocolError, "BadStatusLine")


def test_no_answer_in_time(serve: Serve, connect: Connect) -> None:
    error = error_of(connect(serve(Reply(stall=True)), timeout=(1, 0.1)))
    check(error, ubiops.ReadTimeoutException, u3.ReadTimeoutError, "_request_timeout", "configuration.timeout")


def test_a_certificate_that_is_not_trusted(serve: Serve, connect: Connect, certificates: Certificates) -> None:
    error = error_of(connect(serve(context=certificates.context()), retries=False))
    check(error, ubiops.TLSException, u3.SSLError, "configuration.ssl_ca_cert", "certificate verify failed")


@pytest.fixture
def answer_raw() -> Iterator[Callable[[bytes, int], int]]:
    """Start a server that reads once from each connection, answers with these bytes, and hangs up; return its port."""
    threads = []

    def start(answer: bytes, connections: int) -> int:
        listener = socket.create_server(("127.0.0.1", 0))
        listener.settimeout(60)

        def serve() -> None:
            with listener, contextlib.suppress(socket.timeout):  # fewer came
                for _ in range(connections):
                    connection, _ = listener.accept()
                    with connection:
                        connection.recv(5000)
                        connection.sendall(answer)

        threads.append(threading.Thread(target=serve))
        threads[-1].start()
        port: int = listener.getsockname()[1]
        return port

    yield start
    for thread in threads:
        thread.join()


def test_tls_spoken_to_a_server_without(
    serve: Serve, connect: Connect, answer_raw: Callable[[bytes, int], int]
) -> None:
    host = f"https://127.0.0.1:{answer_raw(b'HTTP/1.1 400 Bad Request', 1)}"
    error = error_of(connect(serve(), host=host))
    check(error, ubiops.TLSException, u3.SSLError, "does not speak TLS on that port", "https://")
    assert "certificate" not in str(error)
    assert error.attempts == 1


def test_a_server_that_hangs_up_during_the_handshake(
    serve: Serve, connect: Connect, answer_raw: Callable[[bytes, int], int]
) -> None:
    host = f"https://127.0.0.1:{answer_raw(b'', 2)}"
    api = connect(serve(), host=host, retries=ubiops.RetryPolicy(max_retries=1, backoff=0.0))
    with pytest.raises(ubiops.ConnectionException, match="hung up") as caught:
        api.models_create("demo", {"name": "churn"})
    assert caught.value.attempts == 2


def test_a_proxy_that_is_not_there(serve: Serve, connect: Connect, refused: Dict[str, str]) -> None:
    error = error_of(connect(serve(), retries=False, proxy=refused["host"]))
    check(error, ubiops.ProxyException, u3.ProxyError, "configuration.proxy", "HTTPS_PROXY")


POOL: Any = urllib3.HTTPConnectionPool("127.0.0.1")  # or a connection, says a newer urllib3
REFUSED = u3.NewConnectionError(POOL, "refused")


@pytest.mark.parametrize(
    ("error", "ours", "sent"),
    [
        (u3.MaxRetryError(POOL, "/", REFUSED), ubiops.ConnectionException, False),
        (u3.MaxRetryError(POOL, "/", None), ubiops.BrokenConnectionException, True),
        (u3.ConnectTimeoutError("slow"), ubiops.ConnectTimeoutException, False),
        (u3.ClosedPoolError(POOL, "closed"), ubiops.ConnectionException, False),
        (u3.LocationParseError("a..b"), ubiops.NameResolutionException, None),
        (u3.SSLError(ssl.SSLEOFError(8, "EOF occurred")), ubiops.BrokenConnectionException, True),
        (u3.SSLError(ssl.SSLCertVerificationError(1, "expired")), ubiops.TLSException, None),
        (u3.DecodeError("not gzip"), ubiops.BrokenConnectionException, True),
        (OSError("disk"), ubiops.BrokenConnectionException, True),
        (u3.ProxyError("no", REFUSED), ubiops.ProxyException, False),
        (u3.ProxyError("no", u3.ConnectTimeoutError("slow")), ubiops.ProxyException, False),
        (u3.ProxyError("no", u3.SSLError("expired")), ubiops.ProxyException, None),
        (u3.ProxyError("no", u3.ReadTimeoutError(POOL, "/", "slow")), ubiops.ProxyException, None),
        (u3.ProxyError("no", OSError("Tunnel connection failed: 407 Who?")), ubiops.ProxyException, None),
        (u3.ProxyError("no", OSError("Tunnel connection failed: 429 Slowly")), ubiops.ProxyException, False),
        (u3.ProxyError("no", OSError("Tunnel connection failed: 502 No")), ubiops.ProxyException, False),
        (u3.ProxyError("no", ConnectionResetError("reset")), ubiops.BrokenConnectionException, True),
    ],
    ids=case,
)
def test_what_urllib3_says_and_whether_the_server_may_have_seen_the_request(
    error: Any, ours: Type[Exception], sent: Optional[bool]
) -> None:
    translated, failure = translate(error)
    assert type(translated) is ours
    assert (failure and failure.sent) is sent


def test_a_message_names_what_happened_but_no_query(serve: Serve, connect: Connect) -> None:
    api = connect(serve(Reply(reset=True)), retries=urllib3.Retry(0))
    with pytest.raises(ubiops.TransportException) as caught:
        api.blobs_list("demo", creation_date="2020-05-13 secret")
    assert "secret" not in str(caught.value)
    assert "ProtocolError" in str(caught.value)


HEADERS = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n"


@pytest.mark.parametrize("secure", [False, True], ids=["plain", "TLS"])
@pytest.mark.parametrize(
    "cut", [len(b"HTTP/1.1 200 OK\r\n"), len(b"HTTP/1.1 200 OK\r\nContent-Type: app"), len(HEADERS) - 2]
)
def test_an_answer_cut_within_its_headers_is_a_broken_connection(
    serve: Serve, connect: Connect, certificates: Certificates, fast: ubiops.RetryPolicy, cut: int, secure: bool
) -> None:
    class Cut(Reply):
        def encode(self) -> bytes:
            return HEADERS[:cut]

    server = serve(Cut(close=True), context=certificates.context() if secure else None)
    api = connect(server, retries=fast, ssl_ca_cert=certificates.authority)
    error = error_of(api)
    check(error, ubiops.BrokenConnectionException, u3.ProtocolError, "within the headers")
    assert error.attempts == len(server.requests) == 3
    with pytest.raises(ubiops.BrokenConnectionException):
        api.blobs_get("demo", "b1")
    with pytest.raises(ubiops.BrokenConnectionException):
        api.models_create("demo", {"name": "churn"})
    assert len(server.requests) == 7


def test_headers_may_end_in_bare_line_feeds(serve: Serve, connect: Connect) -> None:
    class Bare(Reply):
        def encode(self) -> bytes:
            return HEADERS.replace(b"\r", b"") + b"[]"

    assert connect(serve(Bare()), retries=False).models_list("demo") == []


@pytest.mark.parametrize(
    ("reply", "theirs"),
    [
        (Reply(body=b"0123456789", cut=5), u3.ProtocolError),
        (Reply(headers={"Transfer-Encoding": "chunked"}, close=True), u3.ProtocolError),
        (Reply(headers={"Content-Length": "5"}), u3.ReadTimeoutError),
        (Reply(body=b"plain", headers={"Content-Encoding": "gzip"}), u3.DecodeError),
    ],
    ids=["cut", "chunked", "stalled", "not gzip"],
)
def test_a_stream_that_breaks_raises_what_urllib3_raises(
    serve: Serve, connect: Connect, reply: Reply, theirs: Any
) -> None:
    response = connect(serve(reply), timeout=(5, 1)).blobs_get("demo", "b1")
    with pytest.raises(theirs):
        response.read()
