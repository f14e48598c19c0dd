# H: what is compressed is whole or an error, and cannot become more than the program allows.
from __future__ import annotations

import gzip
import os
import tracemalloc
import zlib
from pathlib import Path
from typing import Any, Type

import pytest
import urllib3

import ubiops
from test.support.fixtures import Connect, Serve
from test.support.server import Reply

BODY = b'[{"name": "churn"}]'


def raw_deflate(data: bytes) -> bytes:
    packer = zlib.compressobj(wbits=-zlib.MAX_WBITS)
    return packer.compress(data) + packer.flush()


def reply(content: bytes, encoding: str, status: int = 200, **options: Any) -> Reply:
    headers = {"Content-Encoding": encoding, "Content-Type": "application/json"}
    return Reply(status, content, headers=headers, **options)


@pytest.mark.parametrize(
    ("encoding", "content"),
    [
        ("gzip", gzip.compress(BODY)),
        ("GZip", gzip.compress(BODY)),
        ("x-gzip", gzip.compress(BODY)),
        ("gzip", gzip.compress(BODY[:5]) + gzip.compress(BODY[5:])),
        ("gzip", gzip.compress(BODY) + bytes(100)),
        ("deflate", zlib.compress(BODY)),
        ("deflate", zlib.compress(BODY) + b"more"),
        ("deflate", raw_deflate(BODY)),
        ("deflate, gzip", gzip.compress(zlib.compress(BODY))),
        ("identity", BODY),
        ("unheard-of", BODY),
        ("", BODY),
    ],
)
def test_a_compressed_answer_is_unpacked(serve: Serve, connect: Connect, encoding: str, content: bytes) -> None:
    api = connect(serve(reply(content, encoding)))
    assert [model.name for model in api.models_list("demo")] == ["churn"]
    assert api.api_client.last_response.urllib3_response.data == BODY


def test_a_long_compressed_answer_is_unpacked(serve: Serve, connect: Connect) -> None:
    text = f'"{os.urandom(200_000).hex()}"'  # which takes several reads
    api = connect(serve(reply(gzip.compress(text.encode()), "gzip")))
    assert api.api_client.call_api("/x", "GET", response_type="str", _return_http_data_only=True) == text[1:-1]


@pytest.mark.parametrize("status", [200, 404])
def test_a_connection_is_used_again_after_a_compressed_answer(serve: Serve, connect: Connect, status: int) -> None:
    server = serve(reply(gzip.compress(BODY), "gzip", status))
    api = connect(server, retries=False)
    for _ in range(3):
        try:
            api.models_list("demo")
        except ubiops.NotFoundException as error:
            assert error.body == BODY.decode()
    assert server.connections == 1


def test_an_empty_answer_may_be_called_compressed(serve: Serve, connect: Connect) -> None:
    assert connect(serve(reply(b"", "gzip", 204))).models_delete("demo", "churn") is None


HALF = len(gzip.compress(BODY)) // 2


@pytest.mark.parametrize(
    ("encoding", "content"),
    [
        ("gzip", gzip.compress(BODY)[:HALF]),
        ("gzip", gzip.compress(BODY)[:-1]),
        ("gzip", gzip.compress(BODY)[:3]),
        ("gzip", gzip.compress(BODY) + gzip.compress(BODY)[:HALF]),
        ("deflate", zlib.compress(BODY)[:-5]),
        ("gzip", BODY),
        ("gzip, gzip, gzip, gzip, gzip, gzip", BODY),
        ("gzip, unheard-of", gzip.compress(BODY)),
    ],
)
@pytest.mark.parametrize(
    ("status", "exception", "requests"),
    [(200, ubiops.BrokenConnectionException, 3), (400, ubiops.BadRequestException, 1)],
)
def test_half_a_compressed_answer_is_a_broken_connection_unless_its_status_is_an_error(
    serve: Serve,
    connect: Connect,
    fast: ubiops.RetryPolicy,
    encoding: str,
    content: bytes,
    status: int,
    exception: Type[Exception],
    requests: int,
) -> None:
    server = serve(reply(content, encoding, status))
    with pytest.raises(exception, match="DecodeError") as caught:
        connect(server, retries=fast).models_list("demo")
    assert type(caught.value) is exception
    assert len(server.requests) == requests


BOMB = gzip.compress(bytes(64 << 20))
SMALL = {"max_decompressed_size": 1 << 20}


@pytest.mark.parametrize("status", [200, 400])
@pytest.mark.parametrize(
    ("encoding", "content"),
    [("gzip", BOMB), ("gzip, gzip", gzip.compress(BOMB)), ("deflate", raw_deflate(bytes(64 << 20)))],
)
def test_little_does_not_become_much(
    serve: Serve, connect: Connect, encoding: str, content: bytes, status: int
) -> None:
    server = serve(reply(content, encoding, status))
    api = connect(server, **SMALL)
    tracemalloc.start()
    try:
        with pytest.raises(
            ubiops.ApiException, match=r"1048576 bytes that configuration\.max_decompressed_size"
        ) as caught:
            api.models_list("demo")
        assert tracemalloc.get_traced_memory()[1] < 8 << 20
    finally:
        tracemalloc.stop()
    assert (caught.value.status, caught.value.attempts) == (status, 1)
    assert type(caught.value) is (ubiops.ApiException if status == 200 else ubiops.BadRequestException)


def test_the_limit_is_128_mb_and_can_be_lifted(serve: Serve, connect: Connect) -> None:
    assert ubiops.Configuration().max_decompressed_size == 128 << 20
    api = connect(serve(reply(gzip.compress(bytes(2 << 20)), "gzip")), max_decompressed_size=None)
    assert len(api.api_client.call_api("/x", "GET", response_type="str")[0]) == 2 << 20


def test_streams_and_what_is_not_compressed_are_not_limited(serve: Serve, connect: Connect) -> None:
    api = connect(serve(Reply(body=bytes(2 << 20)), reply(BOMB, "gzip")), **SMALL)
    assert len(api.api_client.call_api("/x", "GET", response_type="str")[0]) == 2 << 20
    assert len(api.blobs_get("demo", "b1").read()) == 64 << 20


@pytest.mark.parametrize("retries", [None, urllib3.Retry(1, status_forcelist=[503])], ids=["ours", "urllib3's"])
@pytest.mark.parametrize("kind", ["redirect", "repetition"])
@pytest.mark.parametrize("preload", [True, False])
def test_what_is_thrown_away_takes_no_memory(
    serve: Serve, connect: Connect, retries: Any, kind: str, preload: bool
) -> None:
    status = 302 if kind == "redirect" else 503
    bomb = Reply(status, BOMB, {"Content-Encoding": "gzip", "Location": "/x", "Retry-After": "0"})
    api = connect(serve(bomb, Reply(body=[])), retries=retries, **SMALL)
    tracemalloc.start()
    try:
        api.models_list("demo", _preload_content=preload)
        assert tracemalloc.get_traced_memory()[1] < 8 << 20
    finally:
        tracemalloc.stop()


def test_a_redirect_with_a_long_body_is_followed_on_a_new_connection(serve: Serve, connect: Connect) -> None:
    server = serve(Reply(302, bytes(1 << 20), headers={"Location": "/x"}), Reply(body=[]))
    assert connect(server).models_list("demo") == []
    assert server.connections == 2


def test_a_redirect_whose_body_is_cut_is_followed(serve: Serve, connect: Connect) -> None:
    server = serve(Reply(302, b"0123456789", headers={"Location": "/x"}, cut=5), Reply(body=[]))
    assert connect(server).models_list("demo") == []


def test_an_answer_that_breaks_is_repeated_by_rules_of_urllib3(serve: Serve, connect: Connect) -> None:
    server = serve(Reply(body=b"[1, 2, 3]", cut=4), Reply(body=[]))
    assert connect(server, retries=urllib3.Retry(2, backoff_factor=0)).models_list("demo") == []
    assert len(server.requests) == 2


def test_a_stream_that_was_sent_is_not_sent_again_by_rules_of_urllib3(serve: Serve, connect: Connect) -> None:
    class Stream:
        left = 3

        def read(self, size: int = -1) -> bytes:
            self.left -= 1
            return b"x" if self.left > 0 else b""

    server = serve(Reply(body=b"[1, 2, 3]", cut=4), Reply(body=[]))
    rules = urllib3.Retry(2, allowed_methods=None)
    with pytest.raises(ubiops.BrokenConnectionException):
        connect(server, retries=rules).blobs_create("demo", Stream())
    assert len(server.requests) == 1


def test_a_file_is_saved_unpacked_and_whole_or_not_at_all(serve: Serve, connect: Connect, tmp_path: Path) -> None:
    packed = gzip.compress(bytes(2 << 20))
    api = connect(serve(reply(packed, "gzip"), reply(packed[:-4], "gzip")), temp_folder_path=str(tmp_path), **SMALL)
    assert Path(api.blobs_get("demo", "b1", _preload_content=True)).read_bytes() == bytes(2 << 20)
    with pytest.raises(ubiops.BrokenConnectionException):
        api.blobs_get("demo", "b1", _preload_content=True)
    assert len(list(tmp_path.iterdir())) == 1
