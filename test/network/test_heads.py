# Plain heads take a short way: what is read and sent is what http.client and urllib3 make of it.
from __future__ import annotations

import http.client
import socket
from typing import Any, Dict, List

import pytest
from hypothesis import given
from hypothesis import strategies as st
from urllib3.connection import HTTPConnection
from urllib3.util import SKIP_HEADER

from ubiops._connections import Connection, _Answer
from ubiops._heads import read_head
from ubiops._timeouts import NO_DEADLINE

FRAMING = {
    *("Content-Length: 2", "Content-Length: 02", "Content-Length:2", "Content-Length: +2", "Content-Length: -2"),
    *("Content-Length: 1_0", "Content-Length:", "content-length: 7 ", "Content-Length: 2, 2", "Content-Length: 9e9"),
    *("Transfer-Encoding: chunked", "transfer-encoding: Chunked", "Transfer-Encoding: gzip, chunked"),
    *("Connection: close", "Connection: keep-alive, Close", "connection:\tkeep-alive", "Content-Type: multipart/mixed"),
}
ODD = {
    *("no colon", ": no name", "A Name: x", "Name : x", " folded", "\tfolded", "X: a\r b", "X: a\n", "X: \x0b\x1c"),
    *("X: caf\xe9", "X:  a  ", "X:", "X: a:b", "From me", "From: me", "X: \x85", "X: \xa0", "X: \x00"),
}
TOKEN = st.text("!#$%&'*+-.^_`|~09AZaz", min_size=1, max_size=5)
VALUE = st.text(st.characters(min_codepoint=9, max_codepoint=255), max_size=8)
FIELD = st.one_of(
    st.sampled_from(sorted(FRAMING | ODD)), st.builds(lambda name, value: f"{name}: {value}", TOKEN, VALUE)
)
STATUS = st.sampled_from(
    ["200 OK", "204 No Content", "304 Not Modified", "200", "200 ", "200  OK ", "404 \xe9", "099 x"]
)


def facts(answer: http.client.HTTPResponse) -> Dict[str, Any]:
    names = ("status", "code", "reason", "version", "chunked", "length", "will_close")
    return {
        **{name: getattr(answer, name) for name in names},
        "headers": answer.headers.items(),
        "left": answer.fp.read(),
    }


@given(STATUS, st.lists(FIELD, max_size=5), st.sampled_from(["GET", "HEAD"]))
def test_plain_heads_say_what_http_client_reads_in_them(status: str, fields: List[str], method: str) -> None:
    sent = "\r\n".join([f"HTTP/1.1 {status}", *fields, "", "{}"]).encode("latin-1")
    plain = read_head(sent)
    if plain is None:
        return
    (near, far), (other_near, other_far) = socket.socketpair(), socket.socketpair()
    with near, far, other_near, other_far:
        for end in (far, other_far):
            end.sendall(sent)
            end.shutdown(socket.SHUT_WR)
        ours = _Answer(near, method, b"", NO_DEADLINE, False)
        theirs = http.client.HTTPResponse(other_near, method=method)
        with ours, theirs:
            ours._begin_with(*plain)
            theirs.begin()
            assert facts(ours) == facts(theirs)


PLAIN = [
    b"HTTP/1.1 200 OK\r\n\r\n",
    b"HTTP/1.1 599 \r\nA: b\r\n\r\n",
    b"HTTP/1.1 200 OK\r\n" + b"A: b\r\n" * 99 + b"\r\n",
]
NOT_PLAIN = [
    *(b"HTTP/1.0 200 OK\r\n\r\n", b"HTTP/1.1 100 Continue\r\n\r\n", b"HTTP/1.1 200 OK\n\n", b"HTTP/1.1 200 OK\r\n"),
    *(b"HTTP/1.1 200 OK\r\nA: b\r\n c\r\n\r\n", b"HTTP/1.1 200 OK\r\nA b: c\r\n\r\n", b"HTTP/1.1 200 OK\r\nA: b\r\n"),
    b"HTTP/1.1 200 OK\r\n" + b"A: b\r\n" * 100 + b"\r\n",
]


@pytest.mark.parametrize("head", PLAIN)
def test_what_is_plain(head: bytes) -> None:
    plain = read_head(head + b"{}")
    assert plain is not None
    assert plain[0] == len(head)


@pytest.mark.parametrize("head", NOT_PLAIN)
def test_what_is_left_to_http_client(head: bytes) -> None:
    assert read_head(head) is None


def written(connection: HTTPConnection, name: Any, value: Any) -> Any:
    connection.putrequest("GET", "/")
    try:
        connection.putheader(name, value)
    except Exception as error:
        return type(error), str(error)
    return connection._buffer  # type: ignore[attr-defined]


@given(
    st.one_of(TOKEN, st.text(max_size=3), st.sampled_from(["User-Agent", "X", b"X"])),
    st.one_of(VALUE, st.text(max_size=3), st.sampled_from([b"bytes", 7, SKIP_HEADER])),
)
def test_headers_are_written_as_urllib3_writes_them(name: Any, value: Any) -> None:
    assert written(Connection("localhost"), name, value) == written(HTTPConnection("localhost"), name, value)
