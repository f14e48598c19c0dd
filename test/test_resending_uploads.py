"""A body that is sent again starts at its first byte, or is not sent again (D10)."""

from __future__ import annotations

import gc
import io
import socket
import struct
import subprocess
import sys
import threading
from pathlib import Path
from typing import Any, Iterator

import pytest
import urllib3

import ubiops
from test.support.fixtures import Connect, Serve
from test.support.server import Reply
from test.test_uploads import CONTENT, Pipe, parts_of
from ubiops import RetryPolicy
from ubiops._multipart import FilePart, MultipartBody

UPLOADED = Reply(body={"success": True})
UNAVAILABLE = Reply(503, {"error": "Come back later"})
AT_ONCE = RetryPolicy(backoff=0.0)


@pytest.fixture(params=["path", "bytes", "file"])
def source(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Any]:
    path = tmp_path / "package.zip"
    path.write_bytes(CONTENT)
    if request.param == "file":
        with path.open("rb") as file:
            yield file
    else:
        yield path if request.param == "path" else CONTENT


@pytest.mark.parametrize("failure", [UNAVAILABLE, Reply(reset=True)], ids=["status 503", "reset"])
@pytest.mark.parametrize("retries", [AT_ONCE, urllib3.Retry(2, status_forcelist=[503])], ids=["ours", "urllib3's"])
def test_a_file_is_sent_again_from_its_beginning(
    serve: Serve, connect: Connect, source: Any, failure: Reply, retries: Any
) -> None:
    server = serve(failure, failure, UPLOADED)
    connect(server, retries=retries).model_versions_file_upload("demo", "churn", "v1", source)
    assert [parts_of(request)[0][1] for request in server.requests] == [CONTENT, CONTENT, CONTENT]


@pytest.mark.parametrize("retries", [AT_ONCE, urllib3.Retry(2, status_forcelist=[503])], ids=["ours", "urllib3's"])
def test_a_stream_that_cannot_be_rewound_is_not_sent_again(serve: Serve, connect: Connect, retries: Any) -> None:
    server = serve(UNAVAILABLE, UPLOADED)
    with pytest.raises(ubiops.ApiException):
        connect(server, retries=retries).model_versions_file_upload("demo", "churn", "v1", Pipe(CONTENT))
    assert len(server.requests) == 1


def test_a_stream_that_cannot_be_rewound_is_sent_if_no_connection_was_made_before(
    connect: Connect, serve: Serve
) -> None:
    server = serve(UPLOADED)
    body = MultipartBody([("file", FilePart(Pipe(CONTENT)))])
    assert body.length is None
    assert body.rewind()  # nothing was read yet
    body.read(10)
    assert not body.rewind()
    with pytest.raises(OSError, match="cannot be rewound"):
        body.seek(body.tell())
    assert server.requests == []


def test_an_upload_is_sent_again_after_the_token_was_rotated(serve: Serve, connect: Connect, source: Any) -> None:
    server = serve(Reply(401, {"error": "expired"}), UPLOADED)
    tokens = iter(["old", "new"])
    api = connect(server, api_key={"Authorization": lambda: next(tokens)})
    api.model_versions_file_upload("demo", "churn", "v1", source)
    assert [request.header("Authorization") for request in server.requests] == ["Token old", "Token new"]
    assert [parts_of(request)[0][1] for request in server.requests] == [CONTENT, CONTENT]


def test_rewinding_in_the_middle_gives_the_same_bytes_again(source: Any) -> None:
    body = MultipartBody([("a", "1"), ("file", FilePart(source)), ("b", "2")])
    whole = body.read()
    assert len(whole) == body.length
    for amount in range(1, 9):
        assert body.rewind()
        assert body.read(amount)
        assert body.read(amount)
    assert body.rewind()
    assert b"".join(iter(lambda: body.read(7), b"")) == whole
    body.close()


def test_a_path_is_closed_when_an_upload_breaks(tmp_path: Path) -> None:
    path = tmp_path / "large.bin"
    with path.open("wb") as file:
        file.truncate(256 << 20)  # more than any socket holds
    with socket.create_server(("127.0.0.1", 0)) as listener:

        def hang_up() -> None:
            connection, _ = listener.accept()
            received = 0
            while received < 1 << 20:  # well into the file
                received += len(connection.recv(1 << 16))
            connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
            connection.close()

        thread = threading.Thread(target=hang_up)
        thread.start()
        configuration = ubiops.Configuration(f"http://127.0.0.1:{listener.getsockname()[1]}", {"Authorization": "x"})
        configuration.retries = False
        with ubiops.ApiClient(configuration) as client, pytest.raises(ubiops.ApiException) as caught:
            ubiops.CoreApi(client).blobs_create("demo", path)
        thread.join()
    # The traceback of the error keeps the body, so nothing but the client can have closed the file.
    assert caught.tb is not None
    assert [
        file for file in gc.get_objects() if isinstance(file, io.FileIO) and file.name == str(path) and not file.closed
    ] == []


UPLOAD = """
import re, sys
from pathlib import Path

import ubiops

host, path = sys.argv[1:]
high_water = lambda: int(re.search(r"VmHWM:\\s+(\\d+)", Path("/proc/self/status").read_text()).group(1)) << 10

with ubiops.ApiClient(ubiops.Configuration(host, {"Authorization": "x"})) as client:
    api = ubiops.CoreApi(client)
    api.blobs_create("demo", b"warm up")
    before = high_water()
    api.blobs_create("demo", path)
    print(high_water() - before)
"""


def test_an_upload_of_500_mb_takes_less_than_16_mb_of_memory(serve: Serve, tmp_path: Path) -> None:
    size = 500 << 20
    path = tmp_path / "large.bin"
    with path.open("wb") as file:
        file.truncate(size)
    server = serve(Reply(body={"id": "1"}), keep_bodies=False)
    run = subprocess.run(
        [sys.executable, "-c", UPLOAD, server.url, str(path)], capture_output=True, text=True, check=False, timeout=60
    )
    assert run.returncode == 0, run.stderr
    assert server.body_bytes > size
    assert int(run.stdout) < 16 << 20
