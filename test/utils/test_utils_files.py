"""Files go up and come down whole, or not at all."""

from __future__ import annotations

import io
import os
import threading
from pathlib import Path
from typing import Any, Callable, Iterator, List

import pandas as pd
import pytest

import ubiops
from test.support.emulator.client import DOUBLE, zipped
from test.support.fixtures import Connect, Serve
from test.support.server import Reply
from test.support.utils import called
from ubiops import utils
from ubiops.emulator import Emulator

CONTENT = bytes(range(256)) * 4096


class Endless:
    """A stream without an end; it gives more only to those who have not been broken off."""

    name = "endless"

    def read(self, size: int) -> bytes:
        return bytes(min(size, 1 << 16))


@pytest.fixture
def api(emulator: Emulator) -> Iterator[ubiops.CoreApi]:
    api = emulator.core_api()
    with api.api_client:
        yield api
    emulator.clear_faults()
    emulator.clear_requests()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "source" / "data.bin"
    path.parent.mkdir()
    path.write_bytes(CONTENT)
    return path


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "target"
    folder.mkdir()
    return folder


def stored(api: ubiops.CoreApi, blob: ubiops.BlobList) -> bytes:
    return bytes(api.blobs_get("demo", blob.id).data)


def piped(content: bytes) -> Any:
    """Return the end of a pipe from which a content comes."""
    reader, writer = os.pipe()

    def write() -> None:
        with os.fdopen(writer, "wb") as file:
            file.write(content)

    threading.Thread(target=write).start()
    return os.fdopen(reader, "rb")


def opened_in_the_middle(path: Path) -> Any:
    file = path.open("rb")
    file.seek(1000)
    return file


@pytest.mark.parametrize(
    ("make", "name", "content"),
    [
        (str, "data.bin", CONTENT),
        (Path, "data.bin", CONTENT),
        (Path.read_bytes, "file", CONTENT),
        (lambda path: bytearray(path.read_bytes()), "file", CONTENT),
        (lambda path: memoryview(path.read_bytes()), "file", CONTENT),
        (lambda path: io.BytesIO(path.read_bytes()), "file", CONTENT),
        (opened_in_the_middle, "data.bin", CONTENT[1000:]),
        (lambda _: piped(CONTENT), "file", CONTENT),
        (lambda _: b"", "file", b""),
    ],
    ids=["str", "Path", "bytes", "bytearray", "memoryview", "BytesIO", "file", "pipe", "empty"],
)
def test_what_can_be_uploaded(
    api: ubiops.CoreApi, path: Path, make: Callable[[Path], Any], name: str, content: bytes
) -> None:
    cases: List[Any] = [({}, name), ({"filename": "other.bin"}, "other.bin")]
    for options, expected in cases:
        file = make(path)
        blob = utils.upload_blob(api, "demo", file, blob_ttl=900, **options)
        assert (blob.filename, blob.size, blob.ttl) == (expected, len(content), 900)
        assert stored(api, blob) == content
        if hasattr(file, "close"):
            assert not file.closed  # what the user opened stays open
            file.close()


@pytest.mark.parametrize(
    ("frame", "text"),
    [
        (pd.DataFrame({"a": [1, 2], "b": ["x", "y"]}), "a,b\n1,x\n2,y\n"),
        (pd.DataFrame({"a": [1, 2]}, index=pd.Index(["p", "q"], name="key")), "key,a\np,1\nq,2\n"),
    ],
    ids=["index without name", "index with name"],
)
def test_a_frame_is_uploaded_as_csv(api: ubiops.CoreApi, frame: pd.DataFrame, text: str) -> None:
    blob = utils.upload_blob(api, "demo", frame)
    assert blob.filename == "data.csv"
    assert stored(api, blob).decode() == text
    assert utils.upload_blob(api, "demo", frame, filename="customers.csv").filename == "customers.csv"


@pytest.mark.parametrize(
    ("file", "options", "error", "text"),
    [
        (5, {}, ubiops.ApiTypeError, "or a file opened in binary mode, not as int"),
        (None, {}, ubiops.ApiTypeError, "not as NoneType"),
        (["a", "b"], {}, ubiops.ApiTypeError, "not as list"),
        ("a secret, of many lines\n" * 20, {}, OSError, "a text of 480 characters that looks like none"),
        (io.StringIO("text"), {}, ubiops.ApiTypeError, "is opened as text"),
        ("no-such-file", {}, FileNotFoundError, "no-such-file"),
        (".", {}, ubiops.ApiValueError, r"\. is a directory; zip it first"),
        (b"x", {"filename": "a/b"}, ubiops.ApiValueError, "without folders, not 'a/b'"),
        (b"x", {"filename": "a\\b"}, ubiops.ApiValueError, "without folders"),
        (b"x", {"filename": "a\nb"}, ubiops.ApiValueError, "without folders"),
        (b"x", {"filename": ""}, ubiops.ApiValueError, "without folders"),
    ],
)
def test_what_cannot_be_uploaded_is_refused_before_anything_is_sent(
    emulator: Emulator, api: ubiops.CoreApi, file: Any, options: Any, error: Any, text: str
) -> None:
    with pytest.raises(error, match=text):
        utils.upload_blob(api, "demo", file, **options)
    assert called(emulator) == []


def test_an_upload_that_arrives_short_is_told(serve: Serve, connect: Connect) -> None:
    blob = {"id": "b", "filename": "file", "size": 4, "ttl": 900, "creation_date": "2020-10-01T00:00:00.000+00:00"}
    api = connect(serve(Reply(201, blob), Reply(201, {**blob, "size": None})))
    with pytest.raises(utils.TransferException, match="file: 5 bytes were sent, but the service has 4"):
        utils.upload_blob(api, "demo", b"hello")
    assert utils.upload_blob(api, "demo", b"hello").size is None


def test_an_upload_that_breaks_is_not_begun_anew(emulator: Emulator, api: ubiops.CoreApi) -> None:
    emulator.fail("truncate", "blobs_create", count=1)
    with pytest.raises(ubiops.TransportException):
        utils.upload_blob(api, "demo", CONTENT)
    assert called(emulator) == ["blobs_create"]


def test_what_is_sent_again_is_shown_once(
    emulator: Emulator, api: ubiops.CoreApi, capfd: pytest.CaptureFixture[str]
) -> None:
    emulator.fail("status", "blobs_create", count=1, status=503, retry_after=0)  # the service says that it did nothing
    blob = utils.upload_blob(api, "demo", CONTENT, progress=True)
    assert stored(api, blob) == CONTENT
    assert called(emulator)[:2] == ["blobs_create", "blobs_create"]
    assert "1.05M/1.05M" in capfd.readouterr().err


def test_where_a_blob_can_be_downloaded_to(api: ubiops.CoreApi, path: Path, folder: Path) -> None:
    blob = utils.upload_blob(api, "demo", path)
    assert utils.download_blob(api, "demo", blob.id) == CONTENT
    assert utils.download_blob(api, "demo", blob.id, folder) == folder / "data.bin"
    assert utils.download_blob(api, "demo", blob.id, str(folder)) == folder / "data (1).bin"
    chosen = folder / "chosen"
    chosen.write_text("old")
    assert utils.download_blob(api, "demo", blob.id, chosen) == chosen
    stream = io.BytesIO()
    assert utils.download_blob(api, "demo", blob.id, stream) == len(CONTENT)
    assert stream.getvalue() == CONTENT
    assert {each.name: each.read_bytes() == CONTENT for each in folder.iterdir()} == {
        "data.bin": True,
        "data (1).bin": True,
        "chosen": True,
    }


@pytest.mark.parametrize("length", ["\u00b2", "9" * 5000], ids=["superscript", "huge"])
def test_a_length_that_is_none_is_a_broken_answer(serve: Serve, connect: Connect, length: str) -> None:
    server = serve(Reply(body=b"abc", headers={"Content-Length": length}, close=True))
    with pytest.raises(ubiops.BrokenConnectionException, match="Content-Length of the answer is no length"):
        utils.download_blob(connect(server, retries=False), "demo", "b1", progress=False, attempts=1)


def test_an_empty_blob_is_an_empty_file(api: ubiops.CoreApi, folder: Path) -> None:
    blob = utils.upload_blob(api, "demo", b"")
    assert utils.download_blob(api, "demo", blob.id) == b""
    assert utils.download_blob(api, "demo", blob.id, folder / "empty").read_bytes() == b""


@pytest.mark.parametrize("kind", ["truncate", "reset"])
def test_a_download_that_breaks_is_begun_anew(emulator: Emulator, api: ubiops.CoreApi, folder: Path, kind: str) -> None:
    blob = utils.upload_blob(api, "demo", CONTENT)
    emulator.fail(kind, "blobs_get", count=2)
    stream = io.BytesIO()
    assert utils.download_blob(api, "demo", blob.id, stream) == len(CONTENT)
    assert stream.getvalue() == CONTENT
    assert called(emulator).count("blobs_get") == 3


@pytest.mark.parametrize("target", ["chosen", ""])
def test_a_download_that_breaks_for_good_leaves_what_was_there(
    emulator: Emulator, api: ubiops.CoreApi, folder: Path, target: str
) -> None:
    blob = utils.upload_blob(api, "demo", CONTENT)
    (folder / "chosen").write_text("old")
    emulator.fail("truncate", "blobs_get")
    stream = io.BytesIO()
    with pytest.raises(ubiops.TransportException, match=r"broke before the answer was .* \(GET .*, 2 attempts in "):
        utils.download_blob(api, "demo", blob.id, folder / target, attempts=2)
    with pytest.raises(ubiops.TransportException):
        utils.download_blob(api, "demo", blob.id, stream, attempts=1)
    assert {each.name: each.read_text() for each in folder.iterdir()} == {"chosen": "old"}
    assert stream.getvalue() == b""
    assert called(emulator).count("blobs_get") == 3


def test_what_the_service_refuses_is_not_tried_again(emulator: Emulator, api: ubiops.CoreApi, folder: Path) -> None:
    with pytest.raises(ubiops.NotFoundException):
        utils.download_blob(api, "demo", "5d3a9e5c-7a0e-4c39-9a25-5f4b9e0f6f0e", folder / "x")
    assert called(emulator) == ["blobs_get"]
    assert list(folder.iterdir()) == []


@pytest.mark.parametrize(
    ("output", "options", "error", "text"),
    [
        (5, {}, ubiops.ApiTypeError, "must be a path, a file opened in binary mode, or None, not int"),
        (io.StringIO(), {}, ubiops.ApiTypeError, "output_path: is opened as text"),
        ("no-such-folder/x", {}, ubiops.ApiValueError, "in the folder no-such-folder, which is not there"),
        (None, {"attempts": "4"}, ubiops.ApiTypeError, "attempts: must be a whole number, not '4'"),
        (None, {"attempts": 0}, ubiops.ApiValueError, "attempts: must be at least 1, not 0"),
    ],
)
def test_what_cannot_be_downloaded_to_is_refused_before_anything_is_sent(
    emulator: Emulator, api: ubiops.CoreApi, output: Any, options: Any, error: Any, text: str
) -> None:
    with pytest.raises(error, match=text):
        utils.download_blob(api, "demo", "id", output, **options)
    assert called(emulator) == []


def test_the_package_of_a_version(emulator: Emulator, api: ubiops.CoreApi, folder: Path) -> None:
    fields = [{"name": "in", "data_type": "int"}]
    api.models_create("demo", {"name": "m", "input_type": "structured", "input_fields": fields, "output_type": "plain"})
    api.model_versions_create("demo", "m", {"version": "v"})
    with pytest.raises(ubiops.NotFoundException, match="No package was uploaded"):
        utils.download_model_file(api, "demo", "m", "v")
    package = folder.parent / "package.zip"
    package.write_bytes(zipped(DOUBLE))
    emulator.fail("failed_build")
    api.model_versions_file_upload("demo", "m", "v", package)
    emulator.fail("truncate", "model_versions_file_download", count=1)
    assert utils.download_model_file(api, "demo", "m", "v") == package.read_bytes()
    saved = utils.download_model_file(api, "demo", "m", "v", folder)
    assert (saved.name, saved.read_bytes()) == ("package.zip", package.read_bytes())


def test_many_keep_their_order(emulator: Emulator, api: ubiops.CoreApi, folder: Path) -> None:
    files: List[Any] = [(f"{number}.txt", str(number).encode()) for number in range(20)]
    emulator.fail("latency", "blobs_*", seconds=0.02, probability=0.3)
    blobs = utils.upload_blobs(api, "demo", iter(files))
    assert [blob.filename for blob in blobs] == [name for name, _ in files]
    paths = utils.download_blobs(api, "demo", [blob.id for blob in blobs], folder / "new" / "folder", max_workers=3)
    assert [path.name for path in paths] == [name for name, _ in files]
    assert [path.read_bytes() for path in paths] == [content for _, content in files]


def test_several_run_at_a_time_and_no_more(api: ubiops.CoreApi) -> None:
    meeting = threading.Barrier(3)

    class Meeting(io.BytesIO):
        def read(self, size: Any = -1) -> bytes:
            if not self.tell():
                meeting.wait(30)
            return super().read(size)

    before = len(api.blobs_list("demo", range=-1000))

    def files() -> Iterator[Any]:
        for number in range(6):
            complete = len(api.blobs_list("demo", range=-1000)) - before
            assert complete >= number - 2, "the next file is taken when a thread is free"
            yield Meeting(b"x")

    assert len(utils.upload_blobs(api, "demo", files(), max_workers=3)) == 6


def test_the_first_failure_breaks_off_the_rest(emulator: Emulator, api: ubiops.CoreApi) -> None:
    taken: List[Any] = []

    def files() -> Iterator[Any]:
        for file in (b"first", Endless(), "no-such-file", b"never", b"asked for"):
            taken.append(file)
            yield file

    with pytest.raises(
        utils.TransferException, match="of 3 files that were begun, 1 failed and 1 are complete"
    ) as failed:
        utils.upload_blobs(api, "demo", files(), max_workers=2)
    first, *others = failed.value.results
    assert stored(api, first) == b"first"
    assert others == [None, None]
    assert {index: type(error) for index, error in failed.value.failures.items()} == {2: FileNotFoundError}
    assert "file 2: [Errno 2] No such file or directory: 'no-such-file'" in str(failed.value)
    assert len(taken) == 3


def test_ctrl_c_breaks_off_what_runs(api: ubiops.CoreApi) -> None:
    def files() -> Iterator[Any]:
        yield Endless()
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        utils.upload_blobs(api, "demo", files(), max_workers=2)


def test_a_download_that_fails_leaves_the_complete_ones(api: ubiops.CoreApi, folder: Path) -> None:
    blob = utils.upload_blob(api, "demo", CONTENT, filename="whole")
    missing = "5d3a9e5c-7a0e-4c39-9a25-5f4b9e0f6f0e"
    with pytest.raises(utils.TransferException) as failed:
        utils.download_blobs(api, "demo", [blob.id, missing, blob.id], folder, max_workers=1)
    assert failed.value.results == [folder / "whole", None]
    assert isinstance(failed.value.failures[1], ubiops.NotFoundException)
    assert [path.read_bytes() for path in folder.iterdir()] == [CONTENT]


def test_at_least_one_thread_is_needed(emulator: Emulator, api: ubiops.CoreApi) -> None:
    with pytest.raises(ubiops.ApiValueError, match="max_workers: must be at least 1, not 0"):
        utils.upload_blobs(api, "demo", [b"x"], max_workers=0)
    with pytest.raises(ubiops.ApiTypeError, match="max_workers: must be a whole number, not True"):
        utils.download_blobs(api, "demo", ["id"], "folder", max_workers=True)
    assert called(emulator) == []


@pytest.mark.parametrize(
    "single", ["january.csv", Path("january.csv"), b"content", io.BytesIO(b"content"), pd.DataFrame()]
)
def test_a_single_file_is_not_taken_for_many(emulator: Emulator, api: ubiops.CoreApi, single: Any) -> None:
    with pytest.raises(ubiops.ApiTypeError, match="files: put a single one into a list"):
        utils.upload_blobs(api, "demo", single)
    with pytest.raises(ubiops.ApiTypeError, match="blob_ids: put a single one into a list"):
        utils.download_blobs(api, "demo", single, "folder")
    with pytest.raises(ubiops.ApiTypeError, match="files: must be a list or another iterable, not int"):
        utils.upload_blobs(api, "demo", 5)  # type: ignore[arg-type]
    assert called(emulator) == []


def test_the_name_of_a_file_is_text(emulator: Emulator, api: ubiops.CoreApi) -> None:
    with pytest.raises(ubiops.ApiTypeError, match="filename: must be text, not int"):
        utils.upload_blob(api, "demo", b"x", filename=5)  # type: ignore[arg-type]
    assert called(emulator) == []


def test_bars_show_bytes_and_files(
    emulator: Emulator, api: ubiops.CoreApi, folder: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    blob = utils.upload_blob(api, "demo", CONTENT, filename="a.bin", progress=True)
    assert "Uploading a.bin: 100%" in capfd.readouterr().err
    emulator.fail("truncate", "blobs_get", count=1)
    utils.download_blob(api, "demo", blob.id, folder, progress=True)
    shown = capfd.readouterr().err
    assert f"Downloading {blob.id}: 100%" in shown
    assert "1.05M/1.05M" in shown  # the part that came twice is shown once
    utils.upload_blobs(api, "demo", [b"x", b"y"], progress=True)
    assert "Uploading: 100%" in capfd.readouterr().err
    utils.download_blob(api, "demo", blob.id, progress=False)
    assert capfd.readouterr().err == ""
