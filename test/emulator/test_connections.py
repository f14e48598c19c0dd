"""What is refused before a body is taken in, and what happens to clients that never finish."""

from __future__ import annotations

import gc
import json
import socket
import time
from contextlib import ExitStack, contextmanager
from typing import TYPE_CHECKING, Any, Callable, Dict, Iterator, List, Tuple
from urllib.parse import urlsplit

import pytest

from test.support.emulator.client import wait_until
from test.support.patience import SOON
from ubiops.emulator import Emulator
from ubiops.emulator.common.errors import ApiError
from ubiops.emulator.common.loop import Loop
from ubiops.emulator.web.bodies import SMALL_BODY
from ubiops.emulator.web.connections import Limits
from ubiops.emulator.web.server import Server

if TYPE_CHECKING:
    from test.support.emulator.client import Client

GIGABYTE = 1024**3
FORM = "multipart/form-data; boundary=b"


@contextmanager
def connected(address: str) -> Iterator[socket.socket]:
    parts = urlsplit(address)
    with socket.create_connection((parts.hostname, parts.port or 80), timeout=2 * SOON) as connection:
        yield connection


def header(verb: str, path: str, **fields: object) -> bytes:
    lines = [f"{verb} {path} HTTP/1.1", "Host: 127.0.0.1"]
    lines += [f"{name.replace('_', '-')}: {value}" for name, value in fields.items()]
    return "\r\n".join([*lines, "", ""]).encode()


def answer(connection: socket.socket) -> Tuple[int, Any, Dict[str, str]]:
    """Read an answer to the end of the connection."""
    data = b""
    while True:
        received = connection.recv(65536)
        if not received:
            break
        data += received
    head, _, body = data.partition(b"\r\n\r\n")
    lines = head.decode().split("\r\n")
    fields = dict(line.split(": ", 1) for line in lines[1:])
    return int(lines[0].split()[1]), json.loads(body) if body else None, fields


@pytest.mark.parametrize(
    ("verb", "path", "fields", "status", "error"),
    [
        ("POST", "/v2.1/projects/demo/blobs", {"Content_Type": FORM}, 401, "Invalid token"),
        ("POST", "/v2.1/projects/demo/blobs", {"Content_Type": FORM, "Authorization": "Token x"}, 401, "Invalid token"),
        ("POST", "/v2.1/projects/demo/blobs", {"Authorization": "{token}", "Origin": "http://evil.example"}, 403, ""),
        ("POST", "/v2.1/projects/absent/blobs", {"Authorization": "{token}"}, 404, "No project 'absent'"),
        ("POST", "/v2.1/projects", {"Authorization": "{token}"}, 413, "The body exceeds the limit of 32 MB"),
        ("GET", "/v2.1/status", {}, 413, "The body exceeds the limit of 0 kB"),
        ("PUT", "/v2.1/status", {}, 405, ""),
        ("GET", "/v2.1/absent", {}, 404, ""),
        ("GET", "/", {}, 413, "The body exceeds the limit of 0 kB"),
        ("PUT", "/_emulator/state", {"Content_Type": FORM}, 401, "Invalid token"),
    ],
)
def test_refused_before_the_body(
    shared: Client, verb: str, path: str, fields: Dict[str, str], status: int, error: str
) -> None:
    given = {name: value.replace("{token}", shared.emulator.token) for name, value in fields.items()}
    for size in ({"Content_Length": GIGABYTE}, {"Transfer_Encoding": "chunked"}):
        with connected(shared.emulator.host) as connection:
            connection.sendall(header(verb, path, **given, **size))
            if "Transfer_Encoding" in size:
                if status == 413:
                    continue  # known only once it is there
                block = b"x" * (SMALL_BODY + 1)
                connection.sendall(b"%x\r\n%s\r\n" % (len(block), block))
            found = answer(connection)
        assert found[0] == status, found
        assert found[1]["error"].startswith(error)


def test_foreign_host(shared: Client) -> None:
    with connected(shared.emulator.host) as connection:
        data = header("POST", "/v2.1/projects", Content_Length=GIGABYTE, Authorization=shared.emulator.token)
        connection.sendall(data.replace(b"Host: 127.0.0.1", b"Host: evil.example"))
        assert answer(connection)[:2] == (403, {"error": "Host: the emulator answers only under its own address"})


def test_who_waits_for_continue_is_refused_instead(shared: Client) -> None:
    with connected(shared.emulator.host) as connection:
        connection.sendall(header("POST", "/v2.1/projects", Content_Length=GIGABYTE, Expect="100-continue"))
        assert answer(connection)[0] == 401


def test_a_refused_client_that_sends_on_reads_why(shared: Client) -> None:
    with connected(shared.emulator.host) as connection:
        connection.sendall(header("POST", "/v2.1/projects", Content_Length=GIGABYTE))
        for _ in range(64):
            connection.sendall(b"x" * 256 * 1024)
        assert answer(connection)[0] == 401


def test_large_bodies_of_those_who_may(client: Client) -> None:
    assert client.blob("b", b"x" * 3_000_000)
    data = json.dumps({"name": "p", "organization_name": "emulator", "description": "x" * 100_000}).encode()
    answered = client.raw("POST", "/projects", {"Content-Type": "application/json"}, body=data)
    assert answered.status == 400, answered  # by the rules of the API, not of HTTP


async def application(environ: Dict[str, Any], start_response: Callable[..., object]) -> List[bytes]:
    body = environ["wsgi.input"].read()
    if environ["PATH_INFO"] == "/failing":
        raise ValueError("No")
    if environ["PATH_INFO"] == "/waiting":
        await environ["ubiops.aside"](time.sleep, 0.01)
    if environ["PATH_INFO"] == "/long":
        body *= 1_000_000
    start_response("200 OK", [("Content-Length", str(len(body)))])
    return [body]


@contextmanager
def serving(**limits: float) -> Iterator[Server]:
    def admit(environ: Dict[str, Any]) -> int:
        if environ["PATH_INFO"] == "/refused":
            raise ApiError(403, "No")
        return GIGABYTE

    server = Server("127.0.0.1", 0, Limits(**limits))  # type: ignore[arg-type] # the counts are whole
    loop = Loop()
    try:
        server.start(application, admit, loop)
        yield server
    finally:
        server.close()
        loop.close()


def channels(server: Server) -> Any:
    assert server._listener is not None
    return server._listener.active_channels


@pytest.mark.parametrize(
    "sent",
    [
        b"GET / HTT",
        header("GET", "/")[:-2],
        header("POST", "/", Content_Length=10) + b"12345",
        header("POST", "/", Content_Length=GIGABYTE) + b"x" * 1_000_000,
        header("POST", "/", Transfer_Encoding="chunked") + b"5\r\n12345\r\n",
    ],
    ids=["line", "header", "body", "large-body", "chunks"],
)
def test_half_sent_requests_end(sent: bytes) -> None:
    with serving(header_time=0.1, silence=0.1, look=0.1) as server, connected(server.url) as connection:
        connection.sendall(sent)
        assert answer(connection)[:2] == (408, {"error": "The request was not sent completely in time"})


def test_who_hangs_up_in_the_middle_leaves_no_file_open() -> None:
    with serving() as server:
        with connected(server.url) as connection:
            connection.sendall(header("POST", "/", Content_Length=GIGABYTE) + b"x" * 1_000_000)
            wait_until(lambda: channels(server))
        wait_until(lambda: not channels(server))
    gc.collect()  # where a file that was left open warns


def test_who_does_not_stop_sending_is_cut_off() -> None:
    with serving(linger=0.1, look=0.1) as server, connected(server.url) as connection:
        connection.sendall(header("POST", "/refused", Content_Length=GIGABYTE))
        deadline = time.monotonic() + SOON
        with pytest.raises(ConnectionError):
            while time.monotonic() < deadline:
                connection.sendall(b"x" * 65536)


@pytest.mark.parametrize("sent", [b"", b"GET / HTTP/1.1\r\n", header("POST", "/", Content_Length=100_000)])
def test_half_open_connections_lock_nobody_out(sent: bytes) -> None:
    with ExitStack() as stack, serving(connections=20) as server:
        for _ in range(60):
            stack.enter_context(connected(server.url)).sendall(sent)
        for _ in range(5):
            connection = stack.enter_context(connected(server.url))
            connection.sendall(header("POST", "/", Content_Length=2, Connection="close") + b"ok")
            data = b""
            while b"ok" not in data:
                received = connection.recv(1000)
                assert received
                data += received


def test_an_application_that_fails(caplog: pytest.LogCaptureFixture) -> None:
    with serving() as server, connected(server.url) as connection:
        connection.sendall(header("GET", "/failing"))
        assert answer(connection)[:2] == (500, {"error": "The emulator failed; its log says more"})
    assert "Exception while serving /failing" in caplog.text


@pytest.mark.parametrize("path", ["/", "/waiting", "/long"])
def test_requests_that_come_together_are_answered_in_their_order(path: str) -> None:
    bodies = [b"%d" % number for number in range(5)]
    sent = b"".join(header("POST", path, Content_Length=1) + body for body in bodies)
    with serving() as server, connected(server.url) as connection:
        connection.sendall(sent + header("GET", "/", Connection="close"))
        data = b"".join(iter(lambda: connection.recv(1_000_000), b""))
    times = 1_000_000 if path == "/long" else 1
    assert [part.partition(b"\r\n\r\n")[2] for part in data.split(b"HTTP/1.1 200 OK")[1:]] == [
        *(body * times for body in bodies),
        b"",
    ]


def test_clients_that_leave_before_they_are_answered() -> None:
    with serving() as server:
        for _ in range(20):
            with connected(server.url) as connection:
                connection.sendall(header("GET", "/waiting"))
        with connected(server.url) as connection:
            connection.sendall(header("GET", "/waiting", Connection="close"))
            assert answer(connection)[0] == 200


def test_bodies_are_bounded_in_all() -> None:
    with ExitStack() as stack, serving(bodies=3_000_000) as server:
        first = stack.enter_context(connected(server.url))
        first.sendall(header("POST", "/", Content_Length=2_000_000, Connection="close") + b"x" * 1_000_000)
        # It has begun to be received once another one is refused.
        deadline = time.monotonic() + SOON
        while True:
            assert time.monotonic() < deadline
            second = stack.enter_context(connected(server.url))
            second.sendall(header("POST", "/", Content_Length=1_500_000, Connection="close") + b"x" * 1_500_000)
            if second.recv(12) == b"HTTP/1.1 503":
                break
        first.sendall(b"x" * 1_000_000)
        assert first.recv(12) == b"HTTP/1.1 200"


def test_large_bodies_wait_while_the_state_is_exchanged(client: Client) -> None:
    control = client.emulator._control
    assert control is not None
    assert control.gate.enter()
    control.gate.leave()
    with control.gate.alone(lambda: None):
        assert not control.gate.enter()


def test_addresses_of_others_are_warned_of(caplog: pytest.LogCaptureFixture) -> None:
    with Emulator(host="0.0.0.0"):
        assert "0.0.0.0: other machines can reach this emulator" in caplog.text
    caplog.clear()
    with Emulator():
        assert caplog.text == ""
    with Emulator(no_auth=True):
        assert "no_auth: all users and programs of this machine can run programs as you" in caplog.text


def test_no_known_tokens_for_others() -> None:
    with pytest.raises(ValueError, match="random_seed: makes tokens that anybody can work out; is possible only"):
        Emulator(host="0.0.0.0", random_seed=1).start()
