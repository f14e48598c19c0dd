# S4: credentials and bodies never leave the origin.
from __future__ import annotations

import io
from typing import Any, Dict, Optional

import pytest
import urllib3

import ubiops
from test.support.fixtures import Connect, Serve
from test.support.proxy import Proxy
from test.support.server import Reply, Server
from ubiops._origin import origin_of
from ubiops._redirects import follow
from ubiops._request import Request

URL = "https://api.test/v2.1/models?a=1"
HEADERS = {
    "Accept": "application/json",
    "Authorization": "Token 5ecret",
    "Cookie": "5ecret",
    "X-Api-Key": "5ecret",
    "User-Agent": "ubiops",
    "Content-Type": "application/json",
    "Content-Length": "2",
}
TIMEOUT = urllib3.Timeout(5)
STATUSES = (301, 302, 303, 307, 308)
READS = ("GET", "HEAD")
WRITES = ("POST", "PUT", "PATCH", "DELETE", "OPTIONS")


def hop(location: str, method: str = "GET", status: int = 302, url: str = URL) -> Request:
    followed = follow(Request(method, url, HEADERS, b"{}", TIMEOUT, True), status, location)
    assert followed is not None
    return followed


@pytest.mark.parametrize(
    ("location", "expected"),
    [
        ("/x", "https://api.test/x"),
        ("x?b=2", "https://api.test/v2.1/x?b=2"),
        ("?b=2", "https://api.test/v2.1/models?b=2"),
        ("//other.test/x", "https://other.test/x"),
        ("http://other.test:8080/x", "http://other.test:8080/x"),
        ("https://other.test?b=2", "https://other.test/?b=2"),
        ("https://user:pw@OTHER.test:443/x", "https://other.test/x"),
        ("http://[::1]:80/x", "http://[::1]/x"),
        ("/x#part", "https://api.test/x"),
    ],
)
def test_where_a_redirect_leads(location: str, expected: str) -> None:
    assert hop(location).url == expected


@pytest.mark.parametrize("method", READS)
@pytest.mark.parametrize("status", STATUSES)
@pytest.mark.parametrize("location", ["https://other.test/x", "http://api.test/x", "https://api.test:8443/x"])
def test_a_read_takes_no_secret_to_another_origin(method: str, status: int, location: str) -> None:
    followed = hop(location, method, status)
    kept = {"Accept": "application/json", "User-Agent": "ubiops"}
    assert followed == Request(method, location, kept, None, TIMEOUT, True)


@pytest.mark.parametrize("method", READS)
@pytest.mark.parametrize("location", ["/x", "https://API.test/x", "https://api.test:443/x"])
def test_a_read_keeps_its_headers_within_the_origin(method: str, location: str) -> None:
    assert hop(location, method).headers["Authorization"] == "Token 5ecret"


@pytest.mark.parametrize("method", WRITES)
@pytest.mark.parametrize("status", STATUSES)
@pytest.mark.parametrize("location", ["https://other.test/x", "http://api.test/x", "https://api.test:8443/x"])
def test_a_write_is_not_sent_to_another_origin(method: str, status: int, location: str) -> None:
    with pytest.raises(ubiops.ApiException, match=f"where a {method} is not sent; .* configuration.host") as caught:
        hop(location, method, status)
    assert caught.value.status == status
    assert str(origin_of(location)) in str(caught.value)


@pytest.mark.parametrize("method", WRITES)
@pytest.mark.parametrize("status", [301, 302, 307, 308])
def test_a_write_stays_what_it_is_within_the_origin(method: str, status: int) -> None:
    assert hop("/x", method, status) == Request(method, "https://api.test/x", HEADERS, b"{}", TIMEOUT, True)


@pytest.mark.parametrize("method", WRITES)
def test_see_other_turns_a_write_into_a_read_without_body(method: str) -> None:
    followed = hop("/x", method, 303)
    assert followed.method == "GET"
    assert followed.content is None
    assert "Authorization" in followed.headers
    assert not {"Content-Type", "Content-Length"} & set(followed.headers)


@pytest.mark.parametrize(
    "location", ["ftp://api.test/x", "file:///etc/passwd", "mailto:a@b", "http://", "http://[x", "http://a:b/"]
)
def test_a_redirect_to_what_is_not_http_is_refused(location: str) -> None:
    with pytest.raises(ubiops.ApiException, match="not an http or https URL") as caught:
        hop(location)
    assert caught.value.status == 302


@pytest.mark.parametrize(
    ("url", "text", "netloc"),
    [
        ("HTTP://API.test:80/x", "http://api.test", "api.test"),
        ("https://user:pw@api.test:8443", "https://api.test:8443", "api.test:8443"),
        ("http://[::1]:8080/x", "http://[::1]:8080", "[::1]:8080"),
    ],
)
def test_an_origin_is_scheme_host_and_port(url: str, text: str, netloc: str) -> None:
    origin = origin_of(url)
    assert (str(origin), origin.netloc) == (text, netloc)


@pytest.mark.parametrize(
    "url",
    [
        *("", "api.test", "//api.test", "ftp://api.test", "http://:80", "http://a:0", "http://a:99999"),
        *(
            "http:\n//a",
            "http:/\n/a",
            "ht\ttp://a",
            "http://a\\@b",
            "http://a\\.b/",
        ),  # others read another host there, or none
    ],
)
def test_what_has_no_origin(url: str) -> None:
    with pytest.raises(ValueError):
        origin_of(url)


# On the wire


def call(api: ubiops.CoreApi, method: str, body: Optional[Dict[str, int]] = None) -> Any:
    client = api.api_client
    return client.call_api("/x", method, body=body, auth_settings=["api_key"], response_type="str")


def redirect(status: int, url: str) -> Reply:
    return Reply(status, {"moved": True}, {"Location": url})


@pytest.fixture
def elsewhere(serve: Serve) -> Server:
    return serve(Reply(body="there"))


@pytest.fixture(params=["other port", "localhost"])
def away(request: pytest.FixtureRequest, elsewhere: Server) -> str:
    """A server on another port, by address or by name."""
    return f"http://{'localhost' if request.param == 'localhost' else '127.0.0.1'}:{elsewhere.port}/y"


@pytest.mark.parametrize("status", STATUSES)
def test_a_read_follows_to_another_host_without_credentials(
    serve: Serve, connect: Connect, elsewhere: Server, away: str, status: int
) -> None:
    api = connect(serve(redirect(status, away)))
    api.api_client.cookie = "5ecret"
    api.api_client.set_default_header("X-Api-Key", "5ecret")
    data, final, _ = call(api, "GET")
    assert (data, final) == ("there", 200)
    (request,) = elsewhere.requests
    assert "5ecre7" not in str(request)
    assert "5ecret" not in str(request)
    assert str(request.header("User-Agent")).startswith("ubiops/")


@pytest.mark.parametrize("status", STATUSES)
@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE"])
def test_a_write_does_not_follow_to_another_host(
    serve: Serve, connect: Connect, elsewhere: Server, away: str, method: str, status: int
) -> None:
    server = serve(redirect(status, away))
    with pytest.raises(ubiops.ApiException, match=r"configuration\.host") as caught:
        call(connect(server), method, {"a": 1})
    assert (caught.value.status, caught.value.method, caught.value.attempts) == (status, method, 1)
    assert caught.value.url == f"{server.url}/x"
    assert len(server.requests) == 1
    assert elsewhere.requests == []


def test_another_name_for_the_same_server_is_another_origin(serve: Serve, connect: Connect) -> None:
    server = serve(lambda request: redirect(307, f"http://localhost:{server.port}/y"))
    with pytest.raises(ubiops.ApiException, match="another origin"):
        call(connect(server), "POST", {"a": 1})
    assert len(server.requests) == 1


@pytest.mark.parametrize("status", STATUSES)
@pytest.mark.parametrize("method", ["GET", "POST", "PUT", "PATCH", "DELETE"])
def test_a_redirect_within_the_origin_keeps_everything(
    serve: Serve, connect: Connect, method: str, status: int
) -> None:
    server = serve(redirect(status, "/y?b=2"), Reply(body="there"))
    body = None if method == "GET" else {"a": 1}
    assert call(connect(server), method, body)[0] == "there"
    first, second = server.requests
    assert second.target == "/y?b=2"
    assert second.header("Authorization") == first.header("Authorization")
    if status == 303 and method != "GET":
        assert (second.method, second.body) == ("GET", b"")
        assert second.header("Content-Type") is None
    else:
        assert (second.method, second.body) == (method, first.body)


@pytest.mark.parametrize("status", [303, 307])
def test_an_upload_is_redirected_from_its_beginning_or_dropped(serve: Serve, connect: Connect, status: int) -> None:
    server = serve(redirect(status, "/y"), Reply(body={"id": "b1"}))
    connect(server).blobs_create("demo", b"content")
    first, second = server.requests
    assert b"content" in first.body
    assert second.body == (b"" if status == 303 else first.body)
    assert second.header("Content-Length") == (None if status == 303 else first.header("Content-Length"))


def test_a_stream_that_was_read_is_not_sent_to_the_new_address(serve: Serve, connect: Connect) -> None:
    class Stream(io.RawIOBase):
        def __init__(self) -> None:
            self.rest = b"content"

        def read(self, size: int = -1) -> bytes:
            data, self.rest = self.rest, b""
            return data

    server = serve(redirect(307, "/y"))
    with pytest.raises(ubiops.ApiException, match="cannot be read again; give its path"):
        connect(server).blobs_create("demo", Stream())
    assert len(server.requests) == 1


def test_redirects_that_go_in_circles_end(serve: Serve, connect: Connect) -> None:
    server = serve(redirect(302, "/y"))
    with pytest.raises(ubiops.ApiException, match="redirects more than 5 times") as caught:
        call(connect(server), "GET")
    assert caught.value.status == 302
    assert len(server.requests) == 6


@pytest.mark.parametrize("headers", [{}, {"Location": ""}])
@pytest.mark.parametrize("status", [300, 302, 304])
def test_a_redirect_without_address_is_an_error(
    serve: Serve, connect: Connect, status: int, headers: Dict[str, str]
) -> None:
    server = serve(Reply(status, b"" if status == 304 else b"look around", headers))
    with pytest.raises(ubiops.ApiException) as caught:
        call(connect(server), "GET")
    assert caught.value.status == status
    assert len(server.requests) == 1


def test_a_raw_answer_follows_and_reuses_its_connection(serve: Serve, connect: Connect) -> None:
    server = serve(redirect(302, "/y"), Reply(body=b"content"))
    with connect(server).blobs_get("demo", "b1") as response:
        assert response.read() == b"content"
    assert server.connections == 1


def test_a_redirect_goes_through_the_proxy_of_its_own_origin(
    serve: Serve, connect: Connect, monkeypatch: pytest.MonkeyPatch, open_proxy: Proxy, elsewhere: Server
) -> None:
    monkeypatch.setenv("HTTP_PROXY", open_proxy.url.replace("://", "://user:5ecret@"))
    monkeypatch.setenv("NO_PROXY", "localhost")
    server = serve(redirect(302, f"http://localhost:{elsewhere.port}/y"))
    assert call(connect(server), "GET")[0] == "there"
    assert len(open_proxy.requests()) == 1
    assert "Proxy-Authorization" not in elsewhere.requests[0].headers
