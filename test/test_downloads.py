"""Downloads are saved completely or not at all, and nowhere else than asked for (S2, N10)."""

from __future__ import annotations

import gc
import gzip
import os
import stat
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any, List, Optional, Protocol

import pytest
import urllib3

import ubiops
from test.support.dripping import DrippingServer
from test.support.emulator.client import wait_until
from test.support.fixtures import Connect, Serve
from test.support.names import on_disk
from test.support.process import ROOT
from test.support.server import Reply
from ubiops._download import _fit
from ubiops._response import MOST_BYTES, file_name

CONTENT = bytes(range(256)) * 2048


class Download(Protocol):
    def __call__(self, reply: Reply, **settings: Any) -> Path: ...


def file_reply(disposition: Optional[str] = None, body: bytes = CONTENT, **options: Any) -> Reply:
    headers = {"Content-Type": "application/octet-stream"}
    if disposition is not None:
        headers["Content-Disposition"] = disposition
    return Reply(body=body, headers={**headers, **options.pop("headers", {})}, **options)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    path = tmp_path / "outer" / "downloads"
    path.mkdir(parents=True)
    return path


@pytest.fixture
def download(serve: Serve, connect: Connect, folder: Path) -> Download:
    """Download from a server that gives this answer; return the path."""

    def start(reply: Reply, **settings: Any) -> Path:
        api = connect(serve(reply), **{"temp_folder_path": str(folder), **settings})
        return Path(api.blobs_get("demo", "id", _preload_content=True))

    return start


def all_files(folder: Path) -> List[Path]:
    return sorted(path for path in folder.parent.parent.rglob("*") if path.is_file())


@pytest.mark.parametrize(
    ("disposition", "name"),
    [
        ('attachment; filename="data.csv"', "data.csv"),
        ("attachment; filename=data.csv", "data.csv"),
        ("attachment; FileName = data.csv ; x=y", "data.csv"),
        ('attachment; filename="a b;c.csv"', "a b;c.csv"),
        ('attachment; filename="../../x"', "x"),
        ("attachment; filename=../x", "x"),
        ('attachment; filename="/etc/passwd"', "passwd"),
        ('attachment; filename="..\\..\\x"', "x"),
        ('attachment; filename="C:\\Windows\\x"', "x"),
        ('attachment; filename="C:x"', "C_x"),
        ('attachment; filename="a/..\\b/c"', "c"),
        ('attachment; filename="a\0b\r\n\x7f.csv"', "ab.csv"),
        ("attachment; filename*=UTF-8''caf%C3%A9.csv", "café.csv"),
        ("attachment; filename*=iso-8859-1'en'caf%E9.csv", "café.csv"),
        ("attachment; filename*=no-charset''x.csv", "x.csv"),
        ("attachment; filename*=''x.csv", "x.csv"),
        ("attachment; filename*=UTF-8''%FF.csv", "\ufffd.csv"),
        ("attachment; filename*=UTF-8''..%2F..%2Fx", "x"),
        ("attachment; filename*=UTF-8''a%00%0Ab", "ab"),
        ("attachment; filename=\"plain\"; filename*=UTF-8''better", "better"),
        ('attachment; filename="plain"; filename*=broken', "plain"),
        ('attachment; filename="first"; filename="second"', "first"),
        ('attachment; filename="' + "x" * 300 + '.csv"', "x" * 196 + ".csv"),
        ("attachment; filename*=UTF-8''" + "%E2%82%AC" * 100 + ".zip", "\u20ac" * 65 + ".zip"),
        ('attachment; filename="a\\"b.txt"', 'a"b.txt'),
        ('attachment; filename="\\"a\\".txt"; x="y"', '"a".txt'),
        ("attachment; filename=\"a\\\"; filename*=UTF-8''b", "b"),
        ('attachment; filename="dir\\"', None),
        ('attachment; filename="caf\u00c3\u00a9.csv"', "café.csv"),
        ('attachment; filename="\u00e6\u0097\u00a5\u00e6\u009c\u00ac.csv"', "日本.csv"),
        ("attachment; filename=caf\u00c3\u00a9.csv", "café.csv"),
        ('attachment; filename="caf\u00e9.csv"', "café.csv"),
        ('attachment; filename="日本.csv"', "日本.csv"),
        ('attachment; filename=".bash_profile"', "bash_profile"),
        ("attachment; filename*=UTF-8''..%2F%20..a.b", "a.b"),
        ('attachment; filename="x.' + "x" * 199 + '"', "x" * 199),
        ('attachment; filename="..."', None),
        (None, None),
        ("", None),
        ("attachment", None),
        ("inline; name=x", None),
        ('attachment; filename=""', None),
        ('attachment; filename=" "', None),
        ('attachment; filename="."', None),
        ('attachment; filename=".."', None),
        ('attachment; filename="../.."', None),
        ('attachment; filename="x/"', None),
        ('attachment; filename="\0"', None),
        ("attachment; filename*=UTF-8''%2E%2E", None),
    ],
)
def test_only_the_base_name_of_a_file_is_taken(disposition: Optional[str], name: Optional[str]) -> None:
    assert file_name(disposition) == name
    assert name is None or len(name.encode()) <= MOST_BYTES


@pytest.mark.parametrize(
    ("disposition", "name"),
    [
        ('attachment; filename="data.csv"', "data.csv"),
        ('attachment; filename="../../x"', "x"),
        ('attachment; filename="/tmp/x"', "x"),
        ('attachment; filename="..\\x"', "x"),
        ('attachment; filename="a\0b"', "ab"),
        ('attachment; filename="\0.bashrc"', "bashrc"),
        ("attachment; filename*=UTF-8''..%2Fcaf%C3%A9", "café"),
        ("attachment; filename*=UTF-8''" + "%F0%9F%98%80" * 200, "\U0001f600" * 50),
        ('attachment; filename=""', "download"),
        ('attachment; filename=".."', "download"),
        (None, "download"),
    ],
)
def test_a_download_stays_in_its_folder(
    download: Download, folder: Path, disposition: Optional[str], name: str
) -> None:
    path = download(file_reply(disposition))
    assert path == folder / on_disk(name)
    assert path.read_bytes() == CONTENT
    assert all_files(folder) == [path]


def test_both_downloads_of_the_api_can_save_files(serve: Serve, connect: Connect, folder: Path) -> None:
    server = serve(file_reply('attachment; filename="a.zip"'))
    api = connect(server, temp_folder_path=str(folder))
    path = api.model_versions_file_download("demo", "churn", "v1", _preload_content=True)
    assert (type(path), path) == (str, str(folder / "a.zip"))


def test_the_system_folder_is_the_default(download: Download, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    assert download(file_reply(), temp_folder_path=None) == folder / "download"


def test_only_the_owner_can_read_a_download(download: Download) -> None:
    assert stat.S_IMODE(download(file_reply()).stat().st_mode) == 0o600


def test_an_existing_file_is_never_overwritten(download: Download, folder: Path) -> None:
    (folder / "data.csv").write_text("mine")
    (folder / "data (1).csv").symlink_to(folder / "elsewhere")
    reply = file_reply('attachment; filename="data.csv"')
    assert [download(reply).name, download(reply).name] == ["data (2).csv", "data (3).csv"]
    assert (folder / "data.csv").read_text() == "mine"
    assert not (folder / "elsewhere").exists()


def test_where_there_are_no_links_an_existing_file_is_not_overwritten_either(
    download: Download, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delattr(os, "link")  # as where the file system, or the system, knows none
    reply = file_reply('attachment; filename="data.csv"')
    assert [download(reply).name, download(reply).name] == ["data.csv", "data (1).csv"]
    assert [path.read_bytes() for path in all_files(folder)] == [CONTENT, CONTENT]


def test_a_program_that_is_killed_leaves_no_part_under_the_name_of_the_file(folder: Path) -> None:
    program = """
import sys, ubiops
configuration = ubiops.Configuration(sys.argv[1], {"Authorization": "x"})
configuration.temp_folder_path = sys.argv[2]
ubiops.CoreApi(ubiops.ApiClient(configuration)).blobs_get("demo", "id", _preload_content=True)
"""
    head = b'HTTP/1.1 200 OK\r\nContent-Disposition: attachment; filename="a"\r\nContent-Length: 1000\r\n\r\n'
    with DrippingServer(head, bytes(1000)) as server:
        killed = subprocess.Popen([sys.executable, "-c", program, server.url, str(folder)], cwd=ROOT)
        wait_until(lambda: all_files(folder))
        killed.kill()
        killed.wait()
    assert [path.name[:8] for path in all_files(folder)] == [".ubiops-"]


def test_an_empty_body_is_an_empty_file(download: Download) -> None:
    assert download(file_reply(body=b"")).read_bytes() == b""


def test_a_body_in_chunks_is_saved(download: Download) -> None:
    chunked = b"5\r\nhello\r\n1\r\n!\r\n0\r\n\r\n"
    assert download(file_reply(body=chunked, headers={"Transfer-Encoding": "chunked"})).read_bytes() == b"hello!"


def test_a_compressed_body_is_saved_uncompressed(download: Download) -> None:
    reply = file_reply(body=gzip.compress(CONTENT), headers={"Content-Encoding": "gzip"})
    assert download(reply).read_bytes() == CONTENT


TRUNCATED = {
    "half of a length": file_reply(cut=len(CONTENT) // 2),
    "nothing of a length": file_reply(cut=0),
    "inside a chunk": file_reply(body=b"a\r\nhello", headers={"Transfer-Encoding": "chunked"}, close=True),
    "between chunks": file_reply(body=b"5\r\nhello\r\n", headers={"Transfer-Encoding": "chunked"}, close=True),
}


@pytest.mark.parametrize("reply", TRUNCATED.values(), ids=TRUNCATED.keys())
def test_a_truncated_download_is_an_error_and_leaves_nothing_behind(
    download: Download, folder: Path, reply: Reply
) -> None:
    with pytest.raises(ubiops.exceptions.BrokenConnectionException, match="before the answer was complete") as caught:
        download(reply)
    assert caught.value.status == 0
    assert caught.value.__cause__ is not None
    assert all_files(folder) == []


def test_a_broken_gzip_stream_is_an_error_and_leaves_nothing_behind(download: Download, folder: Path) -> None:
    with pytest.raises(ubiops.ApiException):
        download(file_reply(body=b"this is not gzip", headers={"Content-Encoding": "gzip"}))
    assert all_files(folder) == []


def test_a_refused_download_leaves_nothing_behind(download: Download, folder: Path) -> None:
    with pytest.raises(ubiops.NotFoundException, match="No such blob"):
        download(Reply(404, {"error": "No such blob"}, {"Content-Disposition": 'attachment; filename="x"'}))
    assert all_files(folder) == []


def test_a_folder_that_does_not_exist_is_an_error(download: Download, folder: Path) -> None:
    with pytest.raises(FileNotFoundError) as caught:
        download(file_reply('attachment; filename="unsaved"'), temp_folder_path=str(folder / "missing"))
    # The traceback of the error keeps the answer, so nothing but the client can have closed it.
    assert caught.tb is not None
    answers = [found for found in gc.get_objects() if isinstance(found, urllib3.HTTPResponse)]
    (answer,) = [found for found in answers if "unsaved" in found.headers.get("Content-Disposition", "")]
    assert answer.closed


def test_a_raw_response_is_handed_over_unread_by_default(serve: Serve, connect: Connect, folder: Path) -> None:
    api = connect(serve(file_reply()), temp_folder_path=str(folder))
    response = api.blobs_get("demo", "id")
    assert response.read() == CONTENT
    assert all_files(folder) == []


@pytest.mark.parametrize("body", [CONTENT, b""])
def test_an_answer_that_was_read_already_can_be_saved(
    serve: Serve, connect: Connect, folder: Path, body: bytes
) -> None:
    server = serve(file_reply('attachment; filename="x.bin"', body))
    client = connect(server, temp_folder_path=str(folder)).api_client
    answer = client.request("GET", server.url)
    assert Path(client.deserialize(answer, "file")).read_bytes() == body


IN_ASCII = """
import os, sys
import ubiops

assert sys.getfilesystemencoding() == "ascii", sys.getfilesystemencoding()
configuration = ubiops.Configuration(sys.argv[1], {"Authorization": "abc"})
configuration.temp_folder_path = sys.argv[2]
with ubiops.ApiClient(configuration) as client:
    api = ubiops.CoreApi(client)
    path = api.blobs_get("demo", "1", _preload_content=True)
    assert open(path, "rb").read() == b"content"
    (listed,) = os.listdir(sys.argv[2])
    assert os.path.join(sys.argv[2], listed) == path
    api.blobs_create("demo", path)
    print(path)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no C locale")
@pytest.mark.parametrize("coding", ["UTF-8''caf%C3%A9.csv", "UTF-8''%E6%97%A5%E6%9C%AC.csv"])
def test_a_name_of_any_language_is_saved_and_sent_in_a_c_locale(serve: Serve, folder: Path, coding: str) -> None:
    disposition = f"attachment; filename*={coding}"
    server = serve(file_reply(disposition, b"content"), Reply(body={"id": "1"}))
    settings = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    done = subprocess.run(
        [sys.executable, "-c", IN_ASCII, server.url, str(folder)],
        env={**os.environ, **settings},
        cwd=ROOT,
        capture_output=True,
        check=False,
        timeout=60,
    )
    assert done.returncode == 0, done.stderr.decode()
    name = file_name(disposition)
    assert name is not None
    assert done.stdout.decode().strip() == str(folder / name)
    assert [path.name for path in all_files(folder)] == [on_disk(name)]
    assert f'filename="{name}"'.encode() in server.requests[1].body


def test_a_name_that_the_file_system_cannot_write_is_kept_as_bytes(monkeypatch: pytest.MonkeyPatch) -> None:
    assert _fit("café") == on_disk("café")
    monkeypatch.setattr(os, "fsencode", lambda name: name.encode("ascii"))  # as in a C locale
    assert (_fit("cafe"), _fit("café")) == ("cafe", on_disk("café"))
