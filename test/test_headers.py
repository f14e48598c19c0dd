"""No value can become more than the one header that it is meant for (S5, D6)."""

from __future__ import annotations

from typing import Any, Callable, Iterator

import pytest

import ubiops
from test.support.fixtures import Connect
from test.support.server import Reply, Server
from ubiops._request import check_headers
from ubiops.rest import RESTClientObject

SECRET = "hunter2"
INJECTIONS = {
    "CR": f"{SECRET}\rX-Injected: 1",
    "LF": f"{SECRET}\nX-Injected: 1",
    "CRLF": f"{SECRET}\r\nX-Injected: 1\r\n\r\nGET / HTTP/1.1",
    "NUL": f"{SECRET}\0",
    "escape": f"{SECRET}\x1b[31m",
    "delete": f"{SECRET}\x7f",
    "beyond latin-1": f"{SECRET}\u20ac",
    "folded": f"{SECRET}\r\n continued",
}

injections = pytest.mark.parametrize("bad", INJECTIONS.values(), ids=INJECTIONS.keys())


def refused(server: Server, send: Callable[[], Any]) -> None:
    """Check that a call is refused without sending anything or telling the value."""
    with pytest.raises(ubiops.ApiValueError) as caught:
        send()
    assert server.requests == []
    assert SECRET not in str(caught.value)
    assert SECRET not in repr(caught.value)


@pytest.fixture(scope="module")
def running_server() -> Iterator[Server]:
    with Server(Reply(body=[])) as started:
        yield started


@pytest.fixture
def server(running_server: Server) -> Server:
    running_server.requests.clear()
    return running_server


@injections
def test_a_token_with_more_than_a_token_in_it_is_refused(server: Server, connect: Connect, bad: str) -> None:
    api = connect(server, api_key={"Authorization": f"Token {bad}x"})
    refused(server, lambda: api.models_list("demo"))


@injections
def test_a_prefix_with_line_breaks_is_refused(server: Server, connect: Connect, bad: str) -> None:
    api = connect(server, api_key={"Authorization": "abc"}, api_key_prefix={"Authorization": f"{bad}x"})
    refused(server, lambda: api.models_list("demo"))


@injections
def test_a_cookie_with_line_breaks_is_refused(server: Server, connect: Connect, bad: str) -> None:
    api = connect(server)
    api.api_client.cookie = bad
    refused(server, lambda: api.models_list("demo"))


@injections
def test_a_default_header_with_line_breaks_is_refused(server: Server, connect: Connect, bad: str) -> None:
    api = connect(server)
    api.api_client.set_default_header("X-Trace", bad)
    refused(server, lambda: api.models_list("demo"))


@injections
def test_a_user_agent_with_line_breaks_is_refused(server: Server, connect: Connect, bad: str) -> None:
    api = connect(server)
    api.api_client.user_agent = bad
    refused(server, lambda: api.models_list("demo"))


@injections
def test_a_header_parameter_with_line_breaks_is_refused(server: Server, connect: Connect, bad: Any) -> None:
    api = connect(server)
    refused(server, lambda: api.blobs_create("demo", b"content", blob_ttl=bad))
    api.api_client.client_side_validation = False
    refused(server, lambda: api.blobs_create("demo", b"content", blob_ttl=bad))


@injections
def test_headers_given_to_call_api_are_checked(server: Server, connect: Connect, bad: str) -> None:
    client = connect(server).api_client
    refused(server, lambda: client.call_api("/status", "GET", header_params={"X-Own": bad}))
    refused(server, lambda: client.call_api("/status", "POST", header_params={"Content-Type": bad}))


@injections
def test_headers_given_to_the_rest_client_are_checked(server: Server, bad: str) -> None:
    rest = RESTClientObject(ubiops.Configuration())
    refused(server, lambda: rest.GET(server.url, headers={"X-Own": bad}))


@pytest.mark.parametrize("name", ["", "X Own", "X-Own:", "X-Own\r\nX-Injected", "X\0", "Häder"])
def test_header_names_are_checked(server: Server, connect: Connect, name: str) -> None:
    client = connect(server).api_client
    refused(server, lambda: client.call_api("/status", "GET", header_params={name: SECRET}))


def test_line_breaks_cannot_come_in_through_the_query(server: Server, connect: Connect) -> None:
    connect(server).blobs_list("demo", creation_date="x\r\nX-Injected: 1\r\n")
    (request,) = server.requests
    assert request.target == "/v2.1/projects/demo/blobs?creation_date=x%0D%0AX-Injected%3A+1%0D%0A"
    assert request.header("X-Injected") is None


def test_good_headers_become_text() -> None:
    assert check_headers({"A": 900, "B": True, "C": None, "D": "caf\xe9\tau lait", "E": False, "F": ""}) == {
        "A": "900",
        "B": "true",  # D6
        "D": "caf\xe9\tau lait",
        "E": "false",
        "F": "",
    }


def test_headers_arrive(server: Server, connect: Connect) -> None:
    api = connect(server)
    api.api_client.cookie = "session=1"
    api.api_client.set_default_header("X-Trace", "7")
    api.models_list("demo")
    (request,) = server.requests
    assert request.header("Cookie") == "session=1"
    assert request.header("X-Trace") == "7"
    assert str(request.header("User-Agent")).startswith("ubiops/")
