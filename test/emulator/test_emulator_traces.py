"""What an emulator leaves behind: nothing, however it ends; and nothing that others can read while it runs."""

from __future__ import annotations

import errno
import fcntl
import gc
import os
import socket
import stat
import subprocess
import sys
import threading
from pathlib import Path
from typing import Any, Callable, Iterator, List

import pytest

from test.support.emulator.client import DOUBLE, connected, wait_until
from test.support.emulator.running import Running
from ubiops.emulator import Emulator
from ubiops.emulator.common import temporary

WRITE = """
class Model:
    def __init__(self, base_directory, context):
        pass

    def request(self, data):
        open("out.txt", "w").write("x")
        return {"out": "out.txt"}
"""
ROOT = Path(__file__).parents[2]


@pytest.fixture
def temporary_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where emulators of this process put temporary files."""
    directory = tmp_path / "temporary"
    directory.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(directory))
    return directory


def run(code: str, directory: Path) -> subprocess.CompletedProcess[str]:
    """Run a program whose temporary files go to a directory."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "TMPDIR": str(directory)}
    return subprocess.run(
        [sys.executable, "-W", "error", "-c", code],
        env=environment,
        cwd=directory,
        capture_output=True,
        text=True,
        timeout=60,
    )


START = """
import time

from test.support.emulator.client import Client, zipped
from ubiops.emulator import Emulator

emulator = Emulator().start()
client = Client(emulator)
version = client.model()
"""


def test_the_end_of_a_program_that_does_not_close_it(tmp_path: Path) -> None:
    code = "import os, time\nprint('starting')\nos.path.exists('x') or time.sleep(600)"
    ended = run(
        START
        + f"""
client.deploy(version, {DOUBLE!r})
slow = client.model("slow")
client.upload("PUT", slow + "/upload", "p.zip", zipped({code!r}))
search = {{"filters": {{"model_name": "slow"}}, "date_range": -9999, "limit": 9}}
while "starting" not in [line["log"] for line in client("POST", "/projects/demo/logs", search).body]:
    time.sleep(0.01)
print("end")
""",
        tmp_path,
    )
    assert (ended.returncode, ended.stdout, ended.stderr) == (0, "end\n", "")
    assert list(tmp_path.iterdir()) == []


def test_a_fork_does_not_close_it(tmp_path: Path) -> None:
    ended = run(
        START
        + f"""
import os, sys
client.deploy(version, {DOUBLE!r})
for end in (emulator.close, lambda: None):
    child = os.fork()
    if not child:
        end()
        sys.exit(0)
    assert os.waitpid(child, 0)[1] == 0
assert client("POST", version + "/request", {{"in": 1}}).body["result"] == {{"out": 2}}
""",
        tmp_path,
    )
    assert (ended.returncode, ended.stderr) == (0, "")
    assert list(tmp_path.iterdir()) == []


def listening(port: int) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0


def port_of(emulator: Emulator) -> int:
    return int(emulator.host.split(":")[2].split("/")[0])


def test_the_start_cell_of_a_notebook(temporary_files: Path) -> None:
    threads = set(threading.enumerate())
    ports: List[int] = []
    for _ in range(3):
        emulator = Emulator().start()
        api = emulator.core_api()
        ports.append(port_of(emulator))
    wait_until(lambda: [listening(port) for port in ports] == [False, False, True])
    assert api.projects_list()[0].name == "demo"
    del emulator
    gc.collect()
    assert api.projects_list()[0].name == "demo", "the client keeps it running"
    api.api_client.close()
    del api
    gc.collect()
    wait_until(lambda: set(threading.enumerate()) <= threads)
    assert list(temporary_files.iterdir()) == []


def test_a_busy_port() -> None:
    with Emulator() as emulator, pytest.raises(OSError, match=f"port {port_of(emulator)} is in use already") as caught:
        Emulator(port=port_of(emulator)).start()
    assert caught.value.errno == errno.EADDRINUSE


@pytest.mark.parametrize("data", [[], ["--data", "state.db"]], ids=["nothing is kept", "the state is kept"])
def test_what_is_left_of_a_killed_one(
    start: Callable[..., Running], tmp_path: Path, connect: Any, data: List[str]
) -> None:
    directory = tmp_path / "tmp"
    first = start("--port", "0", *data)
    client = connect(first)
    client.deploy(client.model(), DOUBLE)
    client.blob("a", b"content")
    left = set(directory.iterdir())
    assert left
    first.process.kill()
    first.process.wait()
    assert set(directory.iterdir()) == left
    second = start("--port", "0")
    running = set(directory.iterdir())
    assert running
    assert not running & left
    third = start("--port", "0")
    assert running < set(directory.iterdir()), "what is in use stays"
    assert second.end() == 0
    assert third.end() == 0
    assert list(directory.iterdir()) == []


def test_what_is_not_abandoned(temporary_files: Path) -> None:
    kept = temporary.TemporaryDirectory()
    elsewhere = temporary_files / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "lock").touch()
    (temporary_files / f"{kept.path.name}-link").symlink_to(elsewhere)
    unlocked = temporary_files / f"{kept.path.name}-x"
    unlocked.mkdir()
    (unlocked / "file").touch()
    foreign = temporary_files / f"{kept.path.name}-y"
    foreign.mkdir()
    (foreign / "lock").touch()
    other_lock = temporary_files / f"{kept.path.name}-z"
    other_lock.mkdir()
    (other_lock / "lock").symlink_to(elsewhere / "lock")
    if os.geteuid() == 0:
        os.chown(foreign, 12345, 12345)
    else:
        foreign.rename(temporary_files / "renamed")
    before = sorted(temporary_files.rglob("*"))
    temporary.remove_abandoned()
    assert sorted(temporary_files.rglob("*")) == before
    kept.remove()
    kept.remove()
    assert not kept.path.exists()


def test_what_is_half_removed(temporary_files: Path) -> None:
    abandoned = temporary.TemporaryDirectory()
    (abandoned.path / "sub").mkdir()
    (abandoned.path / "sub" / "file").touch()
    (abandoned.path / "link").symlink_to("/")
    (abandoned.path / "file").touch()
    fcntl.flock(abandoned._lock, fcntl.LOCK_UN)
    temporary.remove_abandoned()
    assert list(temporary_files.iterdir()) == []
    abandoned.remove()


@pytest.fixture
def open_umask() -> Iterator[None]:
    """Let everybody read and write what is made without a thought."""
    before = os.umask(0)
    try:
        yield
    finally:
        os.umask(before)


def open_to_others(directory: Path) -> List[str]:
    """Return what is reachable in a directory for other users."""
    found = []
    for path in directory.iterdir():
        mode = path.lstat().st_mode
        if stat.S_ISLNK(mode) or not mode & 0o077:
            continue
        found.append(str(path))
    return found


@pytest.mark.usefixtures("open_umask")
def test_only_the_owner_reads_the_state(tmp_path: Path, temporary_files: Path, connect: Any) -> None:
    data = tmp_path / "state" / "state.db"
    data.parent.mkdir()
    # An emulator of earlier days has made these.
    data.touch(0o644)
    for name in ("packages", "blobs", "uploads"):
        (tmp_path / "state" / "state.db.d" / name).mkdir(mode=0o755, parents=True)
    with Emulator(data=data) as emulator:
        client = connect(emulator)
        version = client.model(outputs=(("out", "blob"),))
        client.deploy(version, WRITE)
        client.blob("a", b"content")
        assert client("POST", f"{version}/request", {"in": 1}).body["success"]
        assert client.raw("GET", "_emulator/state").status == 200
        emulator.export_state(tmp_path / "state" / "exported.zip")
        assert open_to_others(data.parent) == []
        assert open_to_others(temporary_files) == []
        files = tmp_path / "state" / "state.db.d"
        assert [open_to_others(path) for path in (files, *files.iterdir())] == [[]] * 4
        emulator.import_state(tmp_path / "state" / "exported.zip")
        assert [open_to_others(path) for path in (files, *files.iterdir())] == [[]] * 4
    assert open_to_others(data.parent) == []


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can give files to others")
@pytest.mark.parametrize("name", ["state.db", "state.db.d", "state.db.d/blobs"])
def test_what_belongs_to_somebody_else_is_refused(tmp_path: Path, name: str) -> None:
    with Emulator(data=tmp_path / "state.db"):
        pass
    os.chown(tmp_path / name, 12345, 12345)
    with pytest.raises(OSError, match=f"{name} belongs to another user"):
        Emulator(data=tmp_path / "state.db").start()
    assert (tmp_path / name).stat().st_uid == 12345


NOTE = """
from pathlib import Path

class Model:
    def __init__(self, base_directory, context):
        pass

    def request(self, data):
        Path("notes.txt").write_text("x")
        return {"out": 1}
"""


def test_what_models_had_is_kept_on_demand(temporary_files: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("UBIOPS_EMULATOR_KEEP", "1")
    with Emulator() as emulator:
        for client in connected(emulator):
            version = client.model()
            client.deploy(version, NOTE)
            assert client("POST", f"{version}/request", {"in": 1}).body["success"]
            client.deploy(client.model("broken"), "import nothing_like_it", "deploying_failed")
    monkeypatch.delenv("UBIOPS_EMULATOR_KEEP")
    with Emulator():  # which tidies up what was abandoned
        pass
    (kept,) = temporary_files.iterdir()
    assert stat.S_IMODE(kept.stat().st_mode) == 0o700
    assert {file.read_text(encoding="utf-8").strip() for file in kept.rglob("model.py")} == {
        NOTE.strip(),
        "import nothing_like_it",
    }
    assert [file.read_text(encoding="utf-8") for file in kept.glob("**/run/**/notes.txt")] == ["x"]
