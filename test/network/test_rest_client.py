# ubiops.rest by itself, as programs use it that reach below the API.
from __future__ import annotations

import threading
import time
from typing import Any, Dict, Iterator, Optional, Union

import pytest
import urllib3

import ubiops
from test.support.fixtures import Serve
from test.support.patience import SOON
from test.support.server import Reply, Request
from ubiops._response import decode_text
from ubiops.rest import RESTClientObject

OK = Reply(200, {"ok": True}, {"X-Extra": "1"})


@pytest.fixture
def rest() -> Iterator[RESTClientObject]:
    client = RESTClientObject(ubiops.Configuration())
    yield client
    client.close()


@pytest.mark.parametrize("method", ["GET", "HEAD", "DELETE", "OPTIONS", "POST", "PUT", "PATCH"])
def test_each_verb_has_a_method(serve: Serve, rest: RESTClientObject, method: str) -> None:
    server = serve(Reply() if method == "HEAD" else OK)
    options = {} if method in ("GET", "HEAD") else {"body": {"a": 1}}
    answer = getattr(rest, method)(f"{server.url}/x", headers={"X-Mine": "2"}, query_params=[("b", True)], **options)
    (request,) = server.requests
    assert (request.method, request.target, request.header("X-Mine")) == (method, "/v2.1/x?b=true", "2")
    assert request.body == (b'{"a": 1}' if options else b"")
    assert answer.data == ("" if method == "HEAD" else '{"ok": true}')


@pytest.mark.parametrize("method", ["OPTIONS", "POST", "PUT", "PATCH"])
def test_a_form_is_sent(serve: Serve, rest: RESTClientObject, method: str) -> None:
    server = serve(OK)
    headers = {"Content-Type": "application/x-www-form-urlencoded"}
    getattr(rest, method)(f"{server.url}/x", headers=headers, post_params=[("a", "1 2")])
    assert server.requests[0].body == b"a=1+2"


def test_a_method_in_lower_case_is_understood(serve: Serve, rest: RESTClientObject) -> None:
    server = serve(OK)
    rest.request("get", server.url)
    assert server.requests[0].method == "GET"


def test_reads_have_no_body(serve: Serve, rest: RESTClientObject) -> None:
    server = serve(OK)
    rest.request("GET", server.url, body={"a": 1})
    assert server.requests[0].body == b""


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        ({"method": "BREW"}, "The HTTP method must be one of DELETE, GET, .*, not BREW"),
        ({"method": "POST", "body": {"a": 1}, "post_params": [("a", 1)]}, "a body or form parameters, not both"),
    ],
)
def test_requests_that_make_no_sense_are_refused(
    serve: Serve, rest: RESTClientObject, arguments: Dict[str, Any], complaint: str
) -> None:
    server = serve(OK)
    with pytest.raises(ubiops.ApiValueError, match=complaint):
        rest.request(url=server.url, **arguments)
    assert server.requests == []


def test_what_an_answer_offers(serve: Serve, rest: RESTClientObject) -> None:
    answer = rest.GET(serve(OK).url)
    assert (answer.status, answer.reason) == (200, "OK")
    assert answer.getheader("x-extra") == "1"
    assert answer.getheader("X-None") is None
    assert answer.getheader("X-None", "default") == "default"
    assert answer.getheaders()["X-Extra"] == answer.headers["x-extra"] == "1"
    assert isinstance(answer.urllib3_response, urllib3.HTTPResponse)


def test_the_data_of_an_answer_can_be_replaced(serve: Serve, rest: RESTClientObject) -> None:
    answer = rest.GET(serve(OK).url)
    assert answer.content == b'{"ok": true}'
    answer.data = "something else"
    assert (answer.data, answer.content) == ("something else", None)


def test_an_unread_answer_is_urllib3s(serve: Serve, rest: RESTClientObject) -> None:
    answer = rest.GET(serve(OK).url, _preload_content=False)
    assert isinstance(answer, urllib3.HTTPResponse)
    assert answer.read() == b'{"ok": true}'


@pytest.mark.parametrize(
    ("data", "content_type", "expected"),
    [
        (b"\xc3\xa9", None, "é"),
        (b"\xc3\xa9", "application/json", "é"),
        (b"\xc3\xa9", "application/problem+json", "é"),
        (b"\xc3\xa9", "text/html", "é"),
        (b"\xe9", 'text/html; charset="iso-8859-1"', "é"),
        (b"\xe9", "text/html; charset=ISO-8859-1", "é"),
        (b"\xe9", "text/html", "\ufffd"),
        (b"\xc3\xa9", "text/html; charset=klingon", "é"),
        (b"\xc3\xa9", "text/html; charset=idna", "é"),
        (b"\xe9", "application/json; charset=utf-8", "\ufffd"),
        (b"\xe9", "text/html; charset=windows-1252", "é"),
        (b"\x82\xa0", "text/html; charset=Shift_JIS", "あ"),
        (b"h\0\xe9\0", "text/html; charset=utf-16-le", "hé"),
        (b"a-b", "text/html; charset=punycode", "a-b"),
        (b"\\x41", "text/html; charset=unicode_escape", "\\x41"),
        (b"+AOk-", "text/html; charset=utf-7", "+AOk-"),
        (b"abc", "text/html; charset=cp999", "abc"),
        (b"\xff\x00", "application/octet-stream", b"\xff\x00"),
        (b"\xff\x00", "image/png", b"\xff\x00"),
        (b"", "application/zip", b""),
    ],
)
def test_text_is_decoded_and_everything_else_left_alone(
    serve: Serve, rest: RESTClientObject, data: bytes, content_type: Optional[str], expected: Union[bytes, str]
) -> None:
    assert decode_text(data, content_type) == expected
    headers = {"Content-Type": content_type} if content_type else {}
    assert rest.GET(serve(Reply(body=data, headers=headers)).url).data == expected


def test_a_refusal_in_any_encoding_has_a_text(serve: Serve, rest: RESTClientObject) -> None:
    server = serve(
        Reply(404, b"d\xe9sol\xe9", {"Content-Type": "text/html; charset=latin-1"}),
        Reply(404, b"\xff\x00", {"Content-Type": "application/octet-stream"}),
    )
    bodies = []
    for _ in range(2):
        with pytest.raises(ubiops.NotFoundException) as caught:
            rest.GET(server.url)
        bodies.append(caught.value.body)
    assert bodies == ["désolé", "\ufffd\x00"]


def test_an_informational_status_is_not_the_answer(serve: Serve, rest: RESTClientObject) -> None:
    with pytest.raises(ubiops.ApiException) as caught:
        rest.GET(serve(Reply(300)).url)
    assert caught.value.status == 300


@pytest.mark.parametrize(("arguments", "setting", "kept"), [({"maxsize": 2}, 9, 2), ({}, 3, 3), ({}, None, 4)])
def test_how_many_connections_are_kept_open(serve: Serve, arguments: Dict[str, int], setting: Any, kept: int) -> None:
    together = threading.Barrier(6)

    def answer(request: Request) -> Reply:
        together.wait(60)
        return OK

    server = serve(answer)
    configuration = ubiops.Configuration()
    configuration.connection_pool_maxsize = setting
    client = RESTClientObject(configuration, **arguments)

    def call_all() -> None:
        threads = [threading.Thread(target=client.GET, args=(server.url,)) for _ in range(6)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()

    call_all()
    assert server.connections == 6
    call_all()
    assert server.connections == 6 + 6 - kept
    client.close()


def test_each_origin_has_its_own_connections(serve: Serve, rest: RESTClientObject) -> None:
    first, second = serve(OK), serve(OK)
    for _ in range(2):
        rest.GET(first.url)
        rest.GET(second.url)
    assert (first.connections, second.connections) == (1, 1)


def test_the_names_of_the_module_are_those_of_2_1_0() -> None:
    import ubiops.rest

    assert ubiops.rest.ApiException is ubiops.ApiException
    assert ubiops.rest.ApiValueError is ubiops.ApiValueError


def test_a_charset_costs_no_time(serve: Serve, rest: RESTClientObject) -> None:
    body = b"a" * 1_000_000 + b"-" + b"b" * 1_000_000
    started = time.process_time()
    answer = rest.GET(serve(Reply(body=body, headers={"Content-Type": "text/html; charset=punycode"})).url)
    assert answer.data == body.decode()
    assert time.process_time() - started < SOON  # to decode that takes minutes
