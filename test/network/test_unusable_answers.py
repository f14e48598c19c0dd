# Answers that announce what no answer has, or never end: an error of the client's own, soon, and no memory lost.
from __future__ import annotations

import gzip
import http.client
import sys
import tracemalloc
from typing import Any, Type

import pytest
import urllib3

import ubiops
from test.support.fixtures import Connect, Serve
from test.support.server import Reply
from ubiops import utils

TB = 1 << 40
MOST_MEMORY = (16 if sys.version_info >= (3, 10) else 300) << 20  # before, http.client makes room for what urllib3 asks
OK = b"HTTP/1.1 200 OK\r\n"
BODY = b'{"name": "churn"}'
WELL = OK + b"Content-Length: 17\r\n\r\n" + BODY
EARLY_HINTS = b"HTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\n"


class Raw(Reply):
    """An answer as it is: the body with all that stands before it."""

    def encode(self) -> bytes:
        return bytes(self.body)


def chunked(body: bytes) -> Raw:
    return Raw(body=OK + b"Transfer-Encoding: chunked\r\n\r\n" + body)


UNUSABLE = {
    "length of words": Raw(body=OK + b"Content-Length: abc\r\n\r\n" + BODY),
    "negative length": Raw(body=OK + b"Content-Length: -5\r\n\r\n" + BODY),
    "empty length": Raw(body=OK + b"Content-Length:\r\n\r\n" + BODY),
    "lengths that differ": Raw(body=OK + b"Content-Length: 17\r\nContent-Length: 3\r\n\r\n" + BODY),
    "lengths that differ in a line": Raw(body=OK + b"Content-Length: 17, 3\r\n\r\n" + BODY),
    "length of 1 TB": Raw(body=OK + b"Content-Length: %d\r\n\r\n" % TB + BODY, close=True),
    "length beyond all machines": Raw(body=OK + b"Content-Length: %d\r\n\r\n" % 10**30 + BODY, close=True),
    "chunk of 1 TB": Raw(body=chunked(b"%x\r\n" % TB + BODY).body, close=True),
    "chunk beyond all machines": Raw(body=chunked(b"F" * 16 + b"\r\n" + BODY).body, close=True),
    "negative chunk": chunked(b"-5\r\n" + BODY),
    "endless line of a chunk": chunked(b"5;" + b"x" * 100_000),
    "endless trailers": chunked(b"0\r\n" + b"X-Trailer: x\r\n" * 200),
    "endless interim answers": Raw(body=EARLY_HINTS * 200),
    "endless 100": Raw(body=b"HTTP/1.1 100 Continue\r\n\r\n" * 200),
}


@pytest.fixture
def patient() -> Any:
    """Settings of a client whose time limits would end nothing here, and which tries once."""
    return {"retries": False, "timeout": (5, 5)}


@pytest.mark.parametrize("name", UNUSABLE)
def test_an_answer_that_cannot_be_used_is_a_broken_connection(
    serve: Serve, connect: Connect, patient: Any, name: str
) -> None:
    server = serve(UNUSABLE[name], Raw(body=WELL))
    api = connect(server, **patient)
    with pytest.raises(ubiops.BrokenConnectionException) as caught:
        api.models_get("demo", "churn")
    assert isinstance(caught.value.__cause__, urllib3.exceptions.HTTPError)
    assert api.models_get("demo", "churn").name == "churn"
    assert server.connections == 2


@pytest.mark.parametrize("name", [name for name in UNUSABLE if "chunk" in name or "TB" in name or "trailers" in name])
def test_a_stream_that_cannot_be_used_is_an_error_of_urllib3(
    serve: Serve, connect: Connect, patient: Any, name: str
) -> None:
    api = connect(serve(UNUSABLE[name]), **patient)
    with api.blobs_get("demo", "b1") as response, pytest.raises(urllib3.exceptions.HTTPError):
        response.read()


def test_a_long_body_read_in_pieces_or_into_a_buffer_is_an_error_if_it_is_cut(serve: Serve, connect: Connect) -> None:
    content = bytes(3 << 20)
    api = connect(serve(Reply(body=content), Reply(body=content, cut=2 << 20)))
    for whole in (True, False):
        buffer = bytearray(len(content))
        with api.blobs_get("demo", "b1") as response:
            body: Any = response._fp
            if whole:
                assert body.readinto(buffer) == len(content)
            else:
                with pytest.raises(http.client.IncompleteRead):
                    body.readinto(buffer)


def test_memory_is_taken_by_what_arrives_and_not_by_what_is_announced(
    serve: Serve, connect: Connect, patient: Any
) -> None:
    api = connect(serve(UNUSABLE["length of 1 TB"], UNUSABLE["chunk of 1 TB"]), **patient)
    tracemalloc.start()
    try:
        for _ in range(2):
            with pytest.raises(ubiops.BrokenConnectionException):
                api.models_get("demo", "churn")
        assert tracemalloc.get_traced_memory()[1] < MOST_MEMORY
    finally:
        tracemalloc.stop()


@pytest.mark.parametrize("framing", ["length", "chunks"])
def test_a_body_of_many_megabytes_arrives_whole(serve: Serve, connect: Connect, framing: str) -> None:
    content = bytes(range(256)) * 20_000
    reply = Reply(body=content) if framing == "length" else chunked(b"%x\r\n%s\r\n0\r\n\r\n" % (len(content), content))
    server = serve(reply)
    response = connect(server).api_client.rest_client.GET(server.url)
    assert response.content == content


@pytest.mark.parametrize(
    "before",
    [EARLY_HINTS, b"HTTP/1.1 102 Processing\r\n\r\n", b"HTTP/1.1 100 Continue\r\n\r\n" * 20, EARLY_HINTS * 3],
    ids=["103", "102", "100 twenty times", "103 three times"],
)
def test_interim_answers_are_passed_over(serve: Serve, connect: Connect, before: bytes) -> None:
    server = serve(Raw(body=before + WELL))
    api = connect(server)
    assert api.models_create("demo", {"name": "churn"}).name == api.models_get("demo", "churn").name == "churn"
    assert server.connections == 1


def test_a_protocol_that_nobody_asked_for_ends_the_connection(serve: Serve, connect: Connect) -> None:
    server = serve(Raw(body=b"HTTP/1.1 101 Switching Protocols\r\n\r\n"), Raw(body=WELL))
    api = connect(server)
    with pytest.raises(ubiops.ApiException) as caught:
        api.models_get("demo", "churn")
    assert caught.value.status == 101
    assert api.models_get("demo", "churn").name == "churn"
    assert server.connections == 2


@pytest.mark.parametrize("lengths", [b"Content-Length: 17\r\nContent-Length: 17", b"Content-Length: 17, 17"])
def test_the_same_length_twice_is_one(serve: Serve, connect: Connect, patient: Any, lengths: bytes) -> None:
    api = connect(serve(Raw(body=OK + lengths + b"\r\n\r\n" + BODY)), **patient)
    assert api.models_get("demo", "churn").name == "churn"


def test_without_a_length_the_connection_ends_the_answer(serve: Serve, connect: Connect, patient: Any) -> None:
    api = connect(serve(Raw(body=OK + b"\r\n" + BODY, close=True)), **patient)
    assert api.models_get("demo", "churn").name == "churn"


# Errors whose body cannot be read

BROKEN_BODIES = {
    "cut": Reply(body=b'{"error": "no"}', cut=5),
    "no gzip": Reply(body=b"plain", headers={"Content-Encoding": "gzip"}),
    "too much": Reply(body=gzip.compress(bytes(1 << 22)), headers={"Content-Encoding": "gzip"}),
}


@pytest.mark.parametrize("body", BROKEN_BODIES)
@pytest.mark.parametrize(("status", "exception"), [(401, ubiops.UnauthorizedException), (503, ubiops.ServiceException)])
def test_the_status_of_an_error_counts_also_if_its_body_cannot_be_read(
    serve: Serve, connect: Connect, fast: ubiops.RetryPolicy, body: str, status: int, exception: Type[Exception]
) -> None:
    server = serve(Reply(**{**vars(BROKEN_BODIES[body]), "status": status}))
    with pytest.raises(exception) as caught:
        connect(server, retries=fast, max_decompressed_size=1 << 20).models_get("demo", "churn")
    assert type(caught.value) is exception
    assert getattr(caught.value, "status", 0) == status
    assert len(server.requests) == (3 if status == 503 else 1)


def test_a_post_that_was_refused_with_a_broken_body_is_repeated_as_the_headers_say(
    serve: Serve, connect: Connect
) -> None:
    refusal = Reply(503, b'{"error": "no"}', headers={"Retry-After": "0"}, cut=5)
    server = serve(refusal, Reply(body={"name": "churn"}))
    assert connect(server).models_create("demo", {"name": "churn"}).name == "churn"
    assert len(server.requests) == 2


@pytest.mark.parametrize("status", [600, 999])
def test_a_status_beyond_all_classes_is_no_error_of_the_service(serve: Serve, connect: Connect, status: int) -> None:
    with pytest.raises(ubiops.ApiException) as caught:
        connect(serve(Reply(status))).models_get("demo", "churn")
    assert type(caught.value) is ubiops.ApiException


# What an error tells


def test_a_download_that_breaks_tells_what_was_asked_for(serve: Serve, connect: Connect) -> None:
    server = serve(Reply(body=b"content", cut=3))
    with pytest.raises(ubiops.BrokenConnectionException) as caught:
        utils.download_blob(connect(server), "demo", "b1", attempts=1)
    assert (caught.value.method, caught.value.url) == ("GET", f"{server.url}/projects/demo/blobs/b1")


def test_an_unread_answer_knows_its_address_without_secrets(serve: Serve, connect: Connect) -> None:
    server = serve(Reply(302, headers={"Location": "/elsewhere?signature=5ecret"}), Reply(body=b"content"))
    with connect(server).blobs_get("demo", "b1") as response:
        assert response.geturl() == f"{server.url[: -len('/v2.1')]}/elsewhere"


def test_a_bulk_run_out_of_time_tells_what_kept_it(serve: Serve, connect: Connect) -> None:
    api = connect(serve(Reply(503, {"error": "Closed for today"}, {"Retry-After": "60"})))
    with pytest.raises(utils.WaitTimeoutException, match=r"the last call failed: Closed for today \(POST ") as caught:
        list(utils.predict_many(api, "demo", "churn", "v1", [{"in": 1}], timeout=1))
    assert isinstance(caught.value.__cause__, ubiops.ServiceException)
