"""The state as a whole: back to the seed, out to a file, in from a file."""

from __future__ import annotations

import io
import json
import sqlite3
import stat
import threading
import zipfile
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Any, Callable, Dict, Optional

import pytest

from test.support.emulator.client import DOUBLE, PROJECT, wait_until
from ubiops.emulator import Emulator
from ubiops.emulator.control import state

if TYPE_CHECKING:
    from test.support.emulator.client import Client

BLOCKING = """
import time

class Model:
    def __init__(self, base_directory, context):
        pass

    def request(self, data):
        print("asked", flush=True)
        time.sleep(600)
"""


def test_reset_goes_back_to_the_seed(controlled: Client) -> None:
    emulator = controlled.emulator
    token, platform = emulator.token, emulator._platform
    assert platform is not None
    version = controlled.model()
    controlled.deploy(version, DOUBLE)
    blob = controlled.blob("b", b"x")
    controlled("PATCH", "/user", {"name": "Ada"})
    emulator.freeze("2020-01-01")
    emulator.fail("status", "models_list")
    emulator.reset()
    assert emulator.token == token
    assert [each["name"] for each in controlled("GET", "/projects").body] == ["demo"]
    assert controlled("GET", f"{PROJECT}/models").body == []
    assert controlled.raw("GET", f"{PROJECT}/blobs/{blob}").status == 404
    assert controlled("GET", "/user").body["name"] == "Local"
    assert emulator.now.year > 2020
    assert emulator.faults == []
    assert [each.operation for each in emulator.requests] == ["projects_list", "models_list", "blobs_get", "user_get"]
    assert list(platform.storage.packages.iterdir()) == list(platform.storage.blobs.iterdir()) == []
    # It works as before.
    controlled.deploy(controlled.model(), DOUBLE)
    assert controlled("POST", f"{version}/request", {"in": 2}).body["result"] == {"out": 4}


def test_reset_ends_what_runs_and_keeps_others_waiting(controlled: Client) -> None:
    version = controlled.model(inputs=None, outputs=None)
    controlled.deploy(version, BLOCKING)
    answers: Dict[str, Any] = {}

    def ask() -> None:
        answers["request"] = controlled("POST", f"{version}/request", "x")

    controlled("POST", f"{version}/request-batch", ["a", "b"])
    asking = threading.Thread(target=ask)
    asking.start()
    wait_until(lambda: _asked(controlled) == 3)
    controlled.emulator.reset()
    asking.join(60)
    assert answers["request"].body["success"] is False
    assert controlled("GET", version).status == 404
    assert controlled("GET", f"{PROJECT}/models").body == []


def _asked(client: Client) -> int:
    body = {"filters": {"system": False}, "limit": 50}
    return len(client("POST", f"{PROJECT}/logs", body).body)


def test_calls_during_resets_are_answered(controlled: Client) -> None:
    stop, statuses = threading.Event(), set()

    def call() -> None:
        while not stop.is_set():
            statuses.add(controlled("POST", f"{PROJECT}/models", {"name": "m", **PLAIN}).status)
            statuses.add(controlled("GET", f"{PROJECT}/models").status)

    threads = [threading.Thread(target=call) for _ in range(4)]
    for thread in threads:
        thread.start()
    for _ in range(5):
        controlled.emulator.reset()
    stop.set()
    for thread in threads:
        thread.join()
    assert statuses == {200, 201, 400}


PLAIN = {"input_type": "plain", "output_type": "plain"}


def test_reset_keeps_a_given_token_and_the_data_file(tmp_path: Path, connect: Callable[..., Client]) -> None:
    data = tmp_path / "state.db"
    with Emulator(token="abc", data=data) as emulator:
        client = connect(emulator)
        client.model()
        client.blob("b", b"x")
        emulator.reset()
        assert client("GET", f"{PROJECT}/models").body == []
        client("POST", f"{PROJECT}/models", {"name": "after", **PLAIN})
    with Emulator(data=data) as emulator:
        assert emulator.token == "Token abc"
        client = connect(emulator)
        assert [each["name"] for each in client("GET", f"{PROJECT}/models").body] == ["after"]
    assert list((tmp_path / "state.db.d" / "blobs").iterdir()) == []


def test_export_and_import(tmp_path: Path, connect: Callable[..., Client]) -> None:
    path = tmp_path / "state.zip"
    path.write_bytes(b"older")
    with Emulator() as emulator:
        client = connect(emulator)
        version = client.model()
        client.deploy(version, DOUBLE)
        blob = client.blob("hello.txt", b"hello")
        client("POST", f"{PROJECT}/environment-variables", {"name": "SECRET", "value": "s3cret", "secret": True})
        before = client("GET", version).body
        emulator.export_state(path)
        # It goes on.
        assert client("POST", f"{version}/request", {"in": 2}).body["result"] == {"out": 4}
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert [each.name for each in tmp_path.iterdir()] == ["state.zip"]
    for data in (None, tmp_path / "other.db"):
        with Emulator(data=data, token="mine") as emulator:
            client = connect(emulator)
            client.model("old")
            client.blob("old", b"old")
            emulator.import_state(path)
            assert client.built(version, "available") == {**before, "status": "available"}
            assert client("POST", f"{version}/request", {"in": 3}).body["result"] == {"out": 6}
            assert client.raw("GET", f"{PROJECT}/blobs/{blob}").body == b"hello"
            assert [each["name"] for each in client("GET", f"{PROJECT}/models").body] == ["m"]
            assert emulator.token == "Token mine"
            assert emulator._platform is not None
            assert len(list(emulator._platform.storage.blobs.iterdir())) == 1
            assert list(emulator._platform.storage.uploads.iterdir()) == []
    with Emulator(data=tmp_path / "other.db") as emulator:
        assert connect(emulator)("GET", version).body["id"] == before["id"]


def test_requests_that_wait_are_exported_too(controlled: Client, tmp_path: Path, connect: Any) -> None:
    version = controlled.model(inputs=None, outputs=None, maximum_instances=1)
    controlled.deploy(version, BLOCKING)
    ids = [each["id"] for each in controlled("POST", f"{version}/request-batch", ["a", "b"]).body]
    wait_until(lambda: _asked(controlled) == 1)
    controlled.emulator.export_state(tmp_path / "state.zip")
    with Emulator() as emulator:
        emulator.import_state(tmp_path / "state.zip")
        client = connect(emulator)
        wait_until(lambda: _asked(client) == 2)  # one line of the first emulator, one of this
        found = client("GET", f"{version}/request-batch").body
        assert {each["id"]: each["status"] for each in found} == {ids[0]: "processing", ids[1]: "pending"}


def exported(emulator: Emulator, tmp_path: Path) -> Dict[str, bytes]:
    emulator.export_state(tmp_path / "good.zip")
    with zipfile.ZipFile(tmp_path / "good.zip") as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def changed(database: bytes, tmp_path: Path, script: str) -> bytes:
    path = tmp_path / "changed.db"
    path.write_bytes(database)
    with closing(sqlite3.connect(path)) as db:
        db.executescript(script)
    return path.read_bytes()


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        (None, None, "it is no zip file"),
        ("ubiops-emulator.json", None, "it lacks ubiops-emulator.json"),
        ("ubiops-emulator.json", b'{"format":2}', "it is of another format"),
        ("ubiops-emulator.json", b"[", "it is of another format"),
        ("state.db", None, "it lacks state.db"),
        ("state.db", b"no database" + bytes(100), "its database is not a database"),
        ("state.db", b"", "there is no operator, or more than one"),
        ("state.db", "PRAGMA user_version = 9999", "its database is of a newer version of the emulator"),
        ("state.db", "PRAGMA application_id = 0", "its database is the database of another program"),
        (
            "state.db",
            "CREATE TRIGGER t AFTER DELETE ON models BEGIN DELETE FROM users; END",
            "its tables are not those",
        ),
        ("state.db", "PRAGMA foreign_keys = OFF; UPDATE projects SET organization_id = 'x'", "is damaged"),
        ("state.db", "UPDATE users SET operator = 0", "there is no operator"),
        ("state.db", "UPDATE blobs SET id = '../../etc/passwd'", "the column id of blobs"),
        ("state.db", "UPDATE blobs SET size = 7", "blobs/.* is not as long as its database says"),
        ("state.db", "UPDATE blobs SET id = '11111111-1111-4111-8111-111111111111'", "it lacks blobs/1111"),
    ],
)
def test_what_is_no_exported_state(
    controlled: Client, tmp_path: Path, name: Optional[str], content: Any, message: str
) -> None:
    controlled.blob("b", b"x")
    controlled.model()
    path, entries = tmp_path / "state.zip", exported(controlled.emulator, tmp_path)
    if isinstance(content, str):
        content = changed(entries["state.db"], tmp_path, content)
    with zipfile.ZipFile(path, "w") as archive:
        for each, data in {**entries, **({name: content} if name else {})}.items():
            if data is not None:
                archive.writestr(each, data)
    if name is None:
        path.write_bytes(b"no zip")
    with pytest.raises(ValueError, match=f"file: is not the exported state of an emulator: .*{message}"):
        controlled.emulator.import_state(path)
    assert [each["name"] for each in controlled("GET", f"{PROJECT}/models").body] == ["m"]
    assert len(controlled("GET", f"{PROJECT}/blobs").body) == 1


def test_more_entries_than_it_can_hold(controlled: Client, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    exported(controlled.emulator, tmp_path)
    monkeypatch.setattr(state, "_MOST_ENTRIES", 1)
    with pytest.raises(ValueError, match="it holds more than 1 entries"):
        controlled.emulator.import_state(tmp_path / "good.zip")


def test_a_damaged_blob_changes_nothing(controlled: Client, tmp_path: Path) -> None:
    blob = controlled.blob("b", b"contents")
    entries = exported(controlled.emulator, tmp_path)
    data = (tmp_path / "good.zip").read_bytes().replace(entries[f"blobs/{blob}"], b"CONTENTS")
    (tmp_path / "bad.zip").write_bytes(data)
    controlled.model()
    with pytest.raises(ValueError, match="is damaged"):
        controlled.emulator.import_state(tmp_path / "bad.zip")
    assert controlled("GET", f"{PROJECT}/models/m").status == 200
    assert controlled.raw("GET", f"{PROJECT}/blobs/{blob}").body == b"contents"


def test_export_and_import_as_calls(controlled: Client) -> None:
    controlled.model()
    answer = controlled.raw("GET", "_emulator/state")
    assert answer.status == 200
    assert answer.headers["Content-Disposition"] == 'attachment; filename="ubiops-emulator.zip"'
    assert json.loads(zipfile.ZipFile(io.BytesIO(answer.body)).read("ubiops-emulator.json")) == {"format": 1}
    assert controlled("POST", "_emulator/reset").body == {"success": True}
    assert controlled("GET", f"{PROJECT}/models").body == []
    assert controlled.upload("PUT", "_emulator/state", "s.zip", answer.body).body == {"success": True}
    assert controlled("GET", f"{PROJECT}/models/m").status == 200
    refused = controlled.upload("PUT", "_emulator/state", "s.zip", b"no zip")
    assert refused.status == 400 and "it is no zip file" in refused.error
    platform = controlled.emulator._platform
    assert platform is not None and list(platform.storage.uploads.iterdir()) == []


def test_a_file_that_cannot_be_written_or_read(controlled: Client, tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        controlled.emulator.export_state(tmp_path / "nowhere" / "state.zip")
    with pytest.raises(FileNotFoundError):
        controlled.emulator.import_state(tmp_path / "nothing.zip")
    assert controlled("GET", "/status").status == 200


def test_controls_need_a_running_emulator() -> None:
    for use in (Emulator().reset, lambda: Emulator().requests, lambda: Emulator().freeze()):
        with pytest.raises(RuntimeError, match="call start first"):
            use()
