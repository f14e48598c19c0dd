# N11: a server may answer before it has read the whole request, and hang up.
from __future__ import annotations

import io
import json
import ssl
from pathlib import Path
from typing import Any, Callable, Dict, Iterator, Tuple, Type

import pytest

import ubiops
from test.support.certificates import Certificates
from test.support.early import ENDINGS, PATIENCE, EarlyServer
from test.support.fixtures import Connect, Serve
from test.support.server import Reply

CONTENT = bytes(1 << 16) * 192  # 12 MB, more than any buffer on the way takes

Reach = Callable[..., Tuple[EarlyServer, ubiops.CoreApi]]


def answer(status: int, *headers: str) -> bytes:
    body = json.dumps({"error": "Not like this"}).encode()
    lines = [f"HTTP/1.1 {status} Refused", f"Content-Length: {len(body)}", "Content-Type: application/json", *headers]
    return "\r\n".join([*lines, "", ""]).encode() + body


@pytest.fixture
def refuse() -> Iterator[Callable[..., EarlyServer]]:
    """Start a server that answers at once."""
    servers = []

    def start(*arguments: Any, **options: Any) -> EarlyServer:
        servers.append(EarlyServer(*arguments, **options).__enter__())
        return servers[-1]

    yield start
    for server in servers:
        server.__exit__(None, None, None)


def upload(api: ubiops.CoreApi, content: Any = CONTENT) -> ubiops.ApiException:
    with pytest.raises(ubiops.ApiException) as caught:
        api.blobs_create("demo", content)
    return caught.value


ROUTES = ("plain", "TLS", "TLS 1.2", "plain proxy", "tunnel", "tunnel in TLS")


@pytest.fixture
def reach(
    serve: Serve,
    connect: Connect,
    refuse: Callable[..., EarlyServer],
    certificates: Certificates,
    request: pytest.FixtureRequest,
) -> Reach:
    """Return a server that answers early, and a client that reaches it on a route."""

    def start(route: str, *arguments: Any, **more: Any) -> Tuple[EarlyServer, ubiops.CoreApi]:
        context = None
        if "plain" not in route:
            context = certificates.context()
            if route == "TLS 1.2":
                context.maximum_version = ssl.TLSVersion.TLSv1_2
        server = refuse(*arguments, context=context)
        settings: Dict[str, Any] = {"host": f"{server.url}/v2.1", "proxy": False}
        if route == "plain proxy":
            settings = {"host": "http://api.test/v2.1", "proxy": server.url}
        elif "tunnel" in route:
            settings["proxy"] = request.getfixturevalue("tls_proxy" if "TLS" in route else "open_proxy").url
        settings = {"timeout": 2 * PATIENCE, **settings, **more}
        return server, connect(serve(), ssl_ca_cert=certificates.authority, **settings)

    return start


@pytest.mark.parametrize("read", [0, 1 << 20], ids=["at once", "after 1 MB"])
@pytest.mark.parametrize("ending", ENDINGS)
@pytest.mark.parametrize("route", ROUTES)
def test_an_early_answer_is_read(reach: Reach, route: str, ending: str, read: int) -> None:
    server, api = reach(route, answer(413), ending, read)
    error = upload(api)
    assert (error.status, error.message, error.attempts) == (413, "Not like this", 1)
    assert server.requests == 1
    assert not server.gave_up


@pytest.mark.parametrize("ending", ENDINGS)
@pytest.mark.parametrize("route", ["plain", "TLS"])
def test_an_early_answer_to_a_file_of_256_mb_is_read(reach: Reach, tmp_path: Path, route: str, ending: str) -> None:
    path = tmp_path / "large.bin"
    with path.open("wb") as file:
        file.write(b"x")
        file.truncate(256 << 20)
    server, api = reach(route, answer(413), ending, 1 << 20)
    error = upload(api, path)
    assert (error.status, error.attempts) == (413, 1)
    assert server.read < 64 << 20


@pytest.mark.parametrize(("status", "exception"), [(401, ubiops.UnauthorizedException), (503, ubiops.ServiceException)])
@pytest.mark.parametrize("route", ROUTES)
def test_an_early_answer_is_reported_as_any_other(
    reach: Reach, route: str, status: int, exception: Type[Exception]
) -> None:
    server, api = reach(route, answer(status), "close")
    assert type(upload(api)) is exception
    assert server.requests == 1


def test_an_early_answer_that_asks_for_a_repetition_is_obeyed(reach: Reach) -> None:
    server, api = reach("TLS", answer(503, "Retry-After: 0"), "close")
    assert upload(api).attempts == server.requests == 4


class Endless(io.RawIOBase):
    """A stream that gives ten bytes at a time for as long as anybody asks."""

    def readable(self) -> bool:
        return True

    def read(self, size: int = -1) -> bytes:
        return b"0123456789"


@pytest.mark.parametrize("ending", ["close", "stay deaf"])
@pytest.mark.parametrize("route", ROUTES)
def test_an_early_answer_ends_a_stream_of_small_pieces(reach: Reach, route: str, ending: str) -> None:
    server, api = reach(route, answer(413), ending)
    assert upload(api, Endless()).status == 413
    assert not server.gave_up


@pytest.mark.parametrize("route", ["plain", "TLS", "tunnel"])
def test_a_server_that_goes_on_with_the_connection_gets_the_next_request_on_a_new_one(reach: Reach, route: str) -> None:
    server, api = reach(route, answer(413), "read on")
    for count in (1, 2):
        assert upload(api).status == 413
        assert server.requests == count


INTERIM = b"HTTP/1.1 100 Continue\r\n\r\n"


def test_an_interim_answer_is_not_taken_for_the_final_one(reach: Reach) -> None:
    _, api = reach("plain", INTERIM, "read on", timeout=(5, 0.2))
    assert type(upload(api)) is ubiops.ReadTimeoutException  # for want of another one


@pytest.mark.parametrize("route", ["plain", "TLS"])
def test_what_follows_an_interim_answer_is_read(reach: Reach, route: str) -> None:
    assert upload(reach(route, INTERIM + answer(413), "stay deaf")[1]).status == 413


@pytest.mark.parametrize("ending", ["close", "reset", "half-close"])
@pytest.mark.parametrize("route", ROUTES)
def test_a_server_that_hangs_up_without_an_answer_breaks_the_connection(reach: Reach, route: str, ending: str) -> None:
    server, api = reach(route, b"", ending, 1 << 20)
    error = upload(api)
    assert type(error) is ubiops.BrokenConnectionException
    assert error.attempts == server.requests == 1


@pytest.mark.parametrize("route", ["plain", "TLS"])
def test_a_server_that_neither_reads_nor_answers_is_given_up(reach: Reach, route: str) -> None:
    server, api = reach(route, b"", "stay deaf", timeout=(0.3, 0.3))
    assert type(upload(api)) is ubiops.ReadTimeoutException
    assert server.requests == 1


def test_an_answer_that_follows_the_request_at_once_is_read_whole(serve: Serve, connect: Connect) -> None:
    server = serve(Reply(body={"id": "b1"}))
    assert connect(server).blobs_create("demo", CONTENT).id == "b1"
    assert CONTENT in server.requests[0].body
