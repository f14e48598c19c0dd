"""Files are streamed from wherever they come, and never sent by halves (D10)."""

from __future__ import annotations

import gzip
import io
import os
import re
import shutil
import subprocess
import sys
import tempfile
import threading
import zipfile
from pathlib import Path
from typing import IO, Any, List, NoReturn, Tuple, Type

import pytest

import ubiops
from test.support.fixtures import Connect, Serve
from test.support.names import on_disk
from test.support.process import ROOT
from test.support.server import Reply, Request, Server
from ubiops._multipart import FilePart, MultipartBody

CONTENT = b"PK\x00\r\n--content\xff"
UPLOADED = Reply(body={"id": "1", "filename": "x"})


class Pipe(io.RawIOBase):
    """A stream that can only be read once, from its beginning to its end."""

    def __init__(self, content: bytes) -> None:
        self._content = io.BytesIO(content)

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        return self._content.readinto(buffer)


class Reader:
    """What a file is at the very least."""

    def __init__(self, content: bytes) -> None:
        self.read = io.BytesIO(content).read


@pytest.fixture
def package(tmp_path: Path) -> Path:
    path = tmp_path / "package.zip"
    path.write_bytes(CONTENT)
    return path


def spooled(content: bytes) -> IO[bytes]:
    file = tempfile.SpooledTemporaryFile()  # noqa: SIM115 - the test closes it
    file.write(content)
    file.seek(0)
    return file


def parts_of(request: Request) -> List[Tuple[bytes, bytes]]:
    """Return head and content of each part of a form."""
    multipart = re.fullmatch(r"multipart/form-data; boundary=(\w+)", str(request.header("Content-Type")))
    assert multipart
    boundary = multipart.group(1).encode()
    first, *parts, last = request.body.split(b"--" + boundary)
    assert (first, last) == (b"", b"--\r\n")
    pairs = (part[2:-2].split(b"\r\n\r\n", 1) for part in parts)
    return [(head, content) for head, content in pairs]


def file_part(name: str, content_type: str) -> bytes:
    return f'Content-Disposition: form-data; name="file"; filename="{name}"\r\nContent-Type: {content_type}'.encode()


@pytest.mark.parametrize(
    ("source", "name", "content_type"),
    [
        (str, "package.zip", "application/zip"),
        (lambda path: path, "package.zip", "application/zip"),
        (lambda path: path.read_bytes(), "file", "application/octet-stream"),
        (lambda path: bytearray(path.read_bytes()), "file", "application/octet-stream"),
        (lambda path: memoryview(path.read_bytes()), "file", "application/octet-stream"),
        (lambda path: path.open("rb"), "package.zip", "application/zip"),
        (lambda path: path.open("rb", buffering=0), "package.zip", "application/zip"),
        (lambda path: io.BytesIO(path.read_bytes()), "file", "application/octet-stream"),
        (lambda path: spooled(path.read_bytes()), "file", "application/octet-stream"),
        (lambda path: Pipe(path.read_bytes()), "file", "application/octet-stream"),
        (lambda path: Reader(path.read_bytes()), "file", "application/octet-stream"),
    ],
    ids=["str", "Path", "bytes", "bytearray", "memoryview", "file", "raw file", "BytesIO", "spooled", "pipe", "reader"],
)
def test_all_kinds_of_files_arrive(
    serve: Serve, connect: Connect, package: Path, source: Any, name: str, content_type: str
) -> None:
    server = serve(UPLOADED)
    file = source(package)
    connect(server).blobs_create("demo", file, blob_ttl=900)
    (request,) = server.requests
    assert parts_of(request) == [(file_part(name, content_type), CONTENT)]
    if hasattr(file, "close"):
        assert not file.closed  # what the user opened stays open
        file.close()


@pytest.mark.parametrize("kind", [bytearray, memoryview])
def test_a_reader_may_give_any_kind_of_bytes(serve: Serve, connect: Connect, kind: Any) -> None:
    content = io.BytesIO(CONTENT)

    class Buffers:
        def read(self, size: int = -1) -> Any:
            return kind(content.read(size))

    server = serve(UPLOADED)
    connect(server).blobs_create("demo", Buffers())
    assert parts_of(server.requests[0])[0][1] == CONTENT


def test_a_member_of_a_zip_file_can_be_sent(serve: Serve, connect: Connect, tmp_path: Path) -> None:
    server = serve(UPLOADED)
    with zipfile.ZipFile(tmp_path / "all.zip", "w") as archive:
        archive.writestr("folder/data.csv", CONTENT)
    with zipfile.ZipFile(tmp_path / "all.zip") as archive, archive.open("folder/data.csv") as member:
        connect(server).blobs_create("demo", member)
    assert parts_of(server.requests[0])[0][1] == CONTENT


def test_an_open_file_is_sent_from_where_it_stands(serve: Serve, connect: Connect, package: Path) -> None:
    server = serve(UPLOADED)
    with package.open("rb") as file:
        file.seek(3)
        connect(server).blobs_create("demo", file)
    assert parts_of(server.requests[0])[0][1] == CONTENT[3:]


def test_of_a_file_that_stands_beyond_its_end_nothing_is_sent(serve: Serve, connect: Connect, package: Path) -> None:
    server = serve(UPLOADED)
    with package.open("rb") as file:
        file.seek(len(CONTENT) + 3)
        connect(server).blobs_create("demo", file)
    assert parts_of(server.requests[0])[0][1] == b""


def test_measuring_a_file_does_not_move_it(package: Path) -> None:
    with package.open("rb") as file:
        file.seek(3)
        assert FilePart(file).size == len(CONTENT) - 3
        assert file.tell() == 3


def test_an_empty_file_is_sent(serve: Serve, connect: Connect) -> None:
    server = serve(UPLOADED)
    connect(server).blobs_create("demo", b"")
    assert parts_of(server.requests[0]) == [(file_part("file", "application/octet-stream"), b"")]


def test_the_length_is_announced_if_it_is_known(serve: Serve, connect: Connect, package: Path) -> None:
    server = serve(UPLOADED)
    api = connect(server)
    api.blobs_create("demo", package)
    api.blobs_create("demo", Pipe(CONTENT))
    known, unknown = server.requests
    assert known.header("Content-Length") == str(len(known.body))
    assert unknown.header("Content-Length") is None
    assert unknown.header("Transfer-Encoding") == "chunked"


def test_names_cannot_break_out_of_their_header(serve: Serve, connect: Connect, tmp_path: Path) -> None:
    server = serve(UPLOADED)
    path = tmp_path / on_disk('a"b\r\nX-Injected: é.bin')
    path.write_bytes(b"x")
    connect(server).blobs_create("demo", path)
    assert parts_of(server.requests[0])[0][0] == file_part("a%22b%0D%0AX-Injected: é.bin", "application/octet-stream")


@pytest.mark.parametrize("content_type", ["text/plain\r\nX-Injected: 1", "text/plain\n", "text/plain\0"])
def test_a_content_type_cannot_break_out_of_its_header(content_type: str) -> None:
    with pytest.raises(ubiops.ApiValueError, match=r"content type of a\.txt"):
        MultipartBody([("file", ("a.txt", b"x", content_type))])


def test_a_form_takes_fields_and_several_files(serve: Serve, connect: Connect, package: Path) -> None:
    server = serve(Reply(body={}))
    fields = [("flag", True), ("count", 3), ("note", "é"), ("a", ("a.txt", "text")), ("b", ("b", b"x", "image/png"))]
    connect(server).api_client.call_api(
        "/form",
        "POST",
        header_params={"Content-Type": "multipart/form-data"},
        post_params=fields,
        files={"file": [package, b"y"], "none": None},
    )
    assert parts_of(server.requests[0]) == [
        (b'Content-Disposition: form-data; name="flag"', b"true"),  # D6
        (b'Content-Disposition: form-data; name="count"', b"3"),
        (b'Content-Disposition: form-data; name="note"', "é".encode()),
        (b'Content-Disposition: form-data; name="a"; filename="a.txt"\r\nContent-Type: text/plain', b"text"),
        (b'Content-Disposition: form-data; name="b"; filename="b"\r\nContent-Type: image/png', b"x"),
        (file_part("package.zip", "application/zip"), CONTENT),
        (file_part("file", "application/octet-stream"), b"y"),
    ]


@pytest.mark.parametrize("wrong", [5, {"a": 1}, object()])
def test_what_is_no_file_is_refused(serve: Serve, connect: Connect, wrong: Any) -> None:
    server = serve()
    with pytest.raises(ubiops.ApiTypeError, match=f"not as {type(wrong).__name__}"):
        connect(server).blobs_create("demo", wrong)
    assert server.requests == []


def test_a_file_opened_as_text_is_refused(serve: Serve, connect: Connect, package: Path) -> None:
    server = serve()
    with package.open(encoding="latin-1") as file, pytest.raises(ubiops.ApiTypeError, match=r"package\.zip.*'rb'"):
        connect(server).blobs_create("demo", file)  # type: ignore[call-overload] # which is wrong
    assert server.requests == []


def test_a_directory_is_refused(serve: Serve, connect: Connect, tmp_path: Path) -> None:
    server = serve()
    with pytest.raises(ubiops.ApiValueError, match="is a directory; zip it first"):
        connect(server).blobs_create("demo", tmp_path)
    assert server.requests == []


def test_a_file_that_does_not_exist_is_refused(serve: Serve, connect: Connect, tmp_path: Path) -> None:
    server = serve()
    with pytest.raises(FileNotFoundError):
        connect(server).blobs_create("demo", tmp_path / "missing.zip")
    assert server.requests == []


@pytest.mark.parametrize(
    ("content", "error"),
    [
        ("-----BEGIN PRIVATE KEY-----\n5ecret", FileNotFoundError),
        ("5ecret" * 100, OSError),
        ("5ecret\0", ubiops.ApiValueError),
        ("5ecret\ud800", ubiops.ApiValueError),
    ],
)
def test_a_content_given_as_a_path_is_not_quoted(content: str, error: Type[Exception]) -> None:
    with pytest.raises(error) as raised:
        FilePart(content)
    assert "5ecret" not in str(raised.value)


def test_a_reader_that_gives_text_is_refused() -> None:
    reader: Any = Reader(b"")
    reader.read = lambda size: "text"
    with pytest.raises(ubiops.ApiTypeError, match="it must give bytes"):
        MultipartBody([("file", FilePart(reader))]).read()


def test_a_file_that_shrinks_meanwhile_is_an_error(package: Path) -> None:
    body = MultipartBody([("file", FilePart(package))])
    package.write_bytes(CONTENT[:4])
    with pytest.raises(ubiops.ApiValueError, match=f"package.zip became {len(CONTENT) - 4} bytes shorter"):
        body.read()


def test_a_file_that_grows_meanwhile_is_sent_as_long_as_it_was(package: Path) -> None:
    body = MultipartBody([("file", FilePart(package))])
    with package.open("ab") as file:
        file.write(b"more")
    sent = body.read()
    assert len(sent) == body.length
    assert b"more" not in sent


needs_pipes = pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs POSIX")


def sent_file(server: Server) -> bytes:
    """Return the content of the only file in the only request."""
    (request,) = server.requests
    return request.body.split(b"\r\n\r\n", 1)[1].rpartition(b"\r\n--")[0]


@needs_pipes
def test_a_named_pipe_is_opened_once_and_sent_to_its_end(serve: Serve, connect: Connect, tmp_path: Path) -> None:
    server = serve(Reply(body={"id": "b1"}))
    path = tmp_path / "pipe.csv"
    os.mkfifo(path)
    writer = threading.Thread(target=path.write_bytes, args=(CONTENT,))
    writer.start()
    connect(server).blobs_create("demo", path)
    writer.join(60)
    assert sent_file(server) == CONTENT
    assert b'filename="pipe.csv"' in server.requests[0].body


@needs_pipes
def test_a_pipe_is_not_sent_a_second_time(serve: Serve, connect: Connect, tmp_path: Path) -> None:
    server = serve(Reply(503, headers={"Retry-After": "0"}))
    path = tmp_path / "pipe.csv"
    os.mkfifo(path)
    writer = threading.Thread(target=path.write_bytes, args=(CONTENT,))
    writer.start()
    with pytest.raises(ubiops.ServiceException):
        connect(server).blobs_create("demo", path)
    writer.join(60)
    assert sent_file(server) == CONTENT


UPLOAD = """
import sys, ubiops
configuration = ubiops.Configuration(sys.argv[1], {"Authorization": "x"})
with ubiops.ApiClient(configuration) as client:
    ubiops.CoreApi(client).blobs_create("demo", sys.argv[2] if len(sys.argv) > 2 else sys.stdin.buffer)
"""


@pytest.mark.skipif(not Path("/dev/stdin").exists() or not shutil.which("bash"), reason="needs /dev/stdin and bash")
@pytest.mark.parametrize(
    "command",
    [
        'printf a,b,c | "$@" /dev/stdin',
        'printf a,b,c | "$@"',
        '"$@" <(printf a,b,c)',
        'printf a,b,c > "$TEMPORARY/x"; "$@" /dev/stdin < "$TEMPORARY/x"',
        'printf a,b,c > "$TEMPORARY/x"; "$@" < "$TEMPORARY/x"',
    ],
)
def test_what_a_shell_hands_over_is_sent(serve: Serve, tmp_path: Path, command: str) -> None:
    server = serve(Reply(body={"id": "b1"}))
    program = ["bash", "-c", command, "bash", sys.executable, "-W", "error", "-c", UPLOAD, server.url]
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "TEMPORARY": str(tmp_path)}
    done = subprocess.run(program, env=environment, capture_output=True, text=True, timeout=60)
    assert (done.returncode, done.stderr) == (0, "")
    assert sent_file(server) == b"a,b,c"


@pytest.mark.skipif(not Path("/proc/version").exists(), reason="needs /proc")
def test_a_file_of_the_kernel_is_sent_whatever_size_it_is_said_to_have(serve: Serve, connect: Connect) -> None:
    server = serve(Reply(body={"id": "b1"}))
    connect(server).blobs_create("demo", "/proc/version")
    assert sent_file(server) == Path("/proc/version").read_bytes() != b""


@pytest.mark.skipif(not Path("/sys/kernel/mm/transparent_hugepage/enabled").exists(), reason="needs /sys")
def test_a_file_of_the_kernel_that_is_shorter_than_it_says_is_sent(serve: Serve, connect: Connect) -> None:
    path = "/sys/kernel/mm/transparent_hugepage/enabled"
    server = serve(Reply(body={"id": "b1"}))
    connect(server).blobs_create("demo", path)
    assert sent_file(server) == Path(path).read_bytes() != b""


@pytest.mark.skipif(not Path("/dev/null").exists(), reason="needs POSIX")
def test_a_device_is_read_to_its_end(serve: Serve, connect: Connect) -> None:
    server = serve(Reply(body={"id": "b1"}))
    with Path("/dev/null").open("rb") as device:
        assert FilePart(device).size is None
    connect(server).blobs_create("demo", "/dev/null")
    assert sent_file(server) == b""


def test_a_packed_file_is_sent_unpacked(serve: Serve, connect: Connect, tmp_path: Path) -> None:
    server = serve(Reply(body={"id": "b1"}))
    with gzip.open(tmp_path / "x.gz", "wb") as file:
        file.write(CONTENT)
    with gzip.open(tmp_path / "x.gz") as file:
        connect(server).blobs_create("demo", file)
    assert sent_file(server) == CONTENT


def test_the_size_of_a_regular_file_is_announced(serve: Serve, connect: Connect, tmp_path: Path) -> None:
    for content in (b"", b"x", b"xy", CONTENT):
        (tmp_path / "x").write_bytes(content)
        assert FilePart(tmp_path / "x").size == len(content)
    with (tmp_path / "x").open("wb") as file:
        file.truncate(1 << 20)  # of which nothing is stored
    assert FilePart(tmp_path / "x").size == 1 << 20


def test_a_file_that_cannot_be_read_is_no_broken_connection(serve: Serve, connect: Connect, package: Path) -> None:
    server = serve(Reply(body={"id": "b1"}))

    class Failing:
        def read(self, size: int = -1) -> NoReturn:
            raise OSError("the disk is gone")

    with pytest.raises(ubiops.ApiValueError, match="file cannot be read: the disk is gone") as caught:
        connect(server).blobs_create("demo", Failing())
    assert isinstance(caught.value.__cause__, OSError)
    assert server.requests == []
