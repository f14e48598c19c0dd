"""Data files that are not ours, not whole, or on a full disk."""

from __future__ import annotations

import shutil
import signal
import sqlite3
import subprocess
import sys
import textwrap
import uuid
from pathlib import Path
from typing import TYPE_CHECKING, Any, Callable, Iterator

import pytest

from test.support.emulator.client import DOUBLE, PROJECT, wait_until, zipped
from test.support.emulator.data_files import SPOILT, Spoil, contents, execute, killed, make, make_old, overwrite
from test.support.emulator.operations import evaluate, plain, platform
from test.support.process import PYTHON
from ubiops.emulator import Emulator, __main__
from ubiops.emulator.common.database import must
from ubiops.emulator.state.storage import Storage

if TYPE_CHECKING:
    from test.support.emulator.client import Client
    from test.support.emulator.running import Running


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    directory = tmp_path_factory.mktemp("made")
    make(directory)
    return directory


@pytest.mark.parametrize("name", SPOILT)
def test_what_is_not_ours_or_not_whole_is_left_alone(
    made: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    spoil, message = SPOILT[name]
    directory = tmp_path / "d"
    shutil.copytree(made, directory)
    spoil(directory)
    before = contents(directory)
    assert __main__.main(["--port", "0", "--data", str(directory / "f")]) == 1
    printed = capsys.readouterr().err
    assert message in printed and printed.count("\n") == 1
    assert contents(directory) == before


def test_what_is_in_use_is_left_alone(made: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Also if the process that uses it has had it open twice, which costs SQLite its locks."""
    directory = tmp_path / "d"
    shutil.copytree(made, directory)
    storage = Storage(directory / "f")
    try:
        before = contents(directory)  # reads and closes the file
        with pytest.raises(sqlite3.OperationalError, match="f is in use by another emulator"):
            Storage(directory / "f")
        command = [*PYTHON, "-m", "ubiops.emulator", "--port", "0", "--data", str(directory / "f")]
        other = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
        assert (other.returncode, other.stdout) == (1, "")
        assert other.stderr.endswith("f is in use by another emulator\n")
        assert contents(directory) == before
    finally:
        storage.close()
    Storage(directory / "f").close()


def test_a_log_that_was_left_is_taken(made: Path, tmp_path: Path) -> None:
    directory = tmp_path / "d"
    shutil.copytree(made, directory)
    killed("DELETE FROM logs")(directory)
    storage = Storage(directory / "f")
    try:
        with storage.transaction() as db:
            assert must(db, "SELECT count(*) FROM logs")[0] == 0
    finally:
        storage.close()
    assert sorted(path.name for path in directory.iterdir()) == ["f", "f.d"]


def test_an_index_that_hides_a_row_is_found_in_a_state_from_elsewhere(made: Path, tmp_path: Path) -> None:
    shutil.copytree(made, tmp_path / "d")
    hide = (
        "PRAGMA writable_schema = ON; CREATE TABLE hidden AS SELECT * FROM sqlite_master WHERE name = 'logs_projects';"
        "DELETE FROM sqlite_master WHERE name = 'logs_projects'",
        "INSERT INTO logs (project_id, date, log, system) VALUES ('p', '9', 'hidden', 0)",
        "PRAGMA writable_schema = ON; INSERT INTO sqlite_master SELECT * FROM hidden",
        "DROP TABLE hidden",
    )
    for script in hide:  # each in a connection of its own, which reads the schema anew
        execute(script)(tmp_path / "d")
    with pytest.raises(ValueError, match=r"is damaged .*missing from index logs_projects"):
        Storage(tmp_path / "d" / "f", own=False)


@pytest.fixture
def old(tmp_path: Path) -> Path:
    make_old(tmp_path)
    return tmp_path


def test_an_older_one_is_upgraded(old: Path) -> None:
    for _ in range(2):
        storage = Storage(old / "f")
        try:
            with storage.transaction() as db:
                used = [tuple(row) for row in db.execute("SELECT * FROM gb_seconds ORDER BY day")]
        finally:
            storage.close()
        assert used == [("o", "p", "2020-12-31", 3600), ("o", "p", "2021-01-01", 1805)]


@pytest.mark.parametrize(
    "spoil",
    [
        execute("DROP TABLE logs"),
        execute("DROP TABLE instances"),
        execute("CREATE TABLE gb_seconds (a)"),
        execute("CREATE TABLE more (a)"),
        execute("PRAGMA user_version = 0"),
        overwrite(-8192, bytes(8192)),
    ],
    ids=["lines", "instances", "used", "more", "version", "zeros"],
)
def test_an_older_one_that_is_not_whole_is_left_alone(old: Path, spoil: Spoil) -> None:
    spoil(old)
    before = (old / "f").read_bytes()
    with pytest.raises(ValueError, match="f is damaged"):
        Storage(old / "f")
    assert (old / "f").read_bytes() == before


def test_a_directory_of_somebody(tmp_path: Path) -> None:
    (tmp_path / "f.d").mkdir()
    (tmp_path / "f.d" / "mine.txt").touch()
    with pytest.raises(ValueError, match=r"mine\.txt is not the emulator's: move it away"):
        Emulator(data=tmp_path / "f").start()
    assert sorted(contents(tmp_path)) == ["f.d", "f.d/mine.txt"]
    shutil.rmtree(tmp_path / "f.d")
    (tmp_path / "f.d").touch()
    with pytest.raises(ValueError, match=r"f\.d is not the emulator's: move it away"):
        Emulator(data=tmp_path / "f").start()
    assert sorted(contents(tmp_path)) == ["f.d"]


def test_a_log_of_sqlite_without_its_file(tmp_path: Path) -> None:
    (tmp_path / "f-wal").write_bytes(b"rows")
    with pytest.raises(ValueError, match=r"f is missing, but .*f-wal still holds what belongs to it"):
        Emulator(data=tmp_path / "f").start()
    assert sorted(contents(tmp_path)) == ["f-wal"]
    assert (tmp_path / "f-wal").read_bytes() == b"rows"


def test_what_a_kill_leaves_is_ours(start: Callable[..., Running], tmp_path: Path) -> None:
    for _ in range(2):
        running = start("--port", "0", "--data", str(tmp_path / "f"))
        assert running.host
        running.end(signal.SIGKILL)
        (tmp_path / "f.d" / "uploads" / f"{uuid.uuid4()}-0").touch()
    Storage(tmp_path / "f").close()


def test_statistics_of_sqlite_are_no_damage(made: Path, tmp_path: Path) -> None:
    shutil.copytree(made, tmp_path / "d")
    execute("ANALYZE")(tmp_path / "d")
    Storage(tmp_path / "d" / "f").close()


@pytest.fixture
def filling(client: Client) -> Iterator[Callable[[bool], None]]:
    """Lets the database be full, and have room again."""
    parts = platform(client)

    def fill(full: bool) -> None:
        with parts.storage._lock:
            db = parts.storage._connection
            pages = db.execute("PRAGMA page_count").fetchone()[0]
            db.execute(f"PRAGMA max_page_count = {pages if full else 2**30}")
            if full:  # also what is free within the pages
                with pytest.raises(sqlite3.OperationalError, match="disk is full"):
                    for _ in range(10_000):
                        db.execute("INSERT INTO access_tokens SELECT hex(randomblob(200)), id, '9' FROM users")

    yield fill
    fill(False)


def test_a_full_disk(client: Client, filling: Callable[[bool], None]) -> None:
    version, kept = plain(client), 0
    filling(True)
    for _ in range(3):
        answer = client("POST", f"{version}/request-batch", ["x" * 20_000])
        assert answer.status == 507
        assert answer.error == "The emulator's disk is full; make room on it, and send the request again"
    while client.upload("POST", f"{PROJECT}/blobs", "b" * 250, b"x").status == 201:
        kept += 1
    assert kept == len(client("GET", f"{PROJECT}/blobs").body) == len(list(platform(client).storage.blobs.iterdir()))
    assert client("GET", f"{version}/request-batch").body == []
    # What runs goes on, though its log is lost.
    assert evaluate(client, version, "print('x' * 20_000) or 'done'")["result"] == "done"
    filling(False)
    assert client("POST", f"{version}/request-batch", ["x" * 20_000]).status == 200
    assert evaluate(client, version, "'on'")["result"] == "on"


def test_a_package_that_the_database_has_no_room_for(client: Client, filling: Callable[[bool], None]) -> None:
    version, other = client.model(), client.model("other")
    storage = platform(client).storage
    filling(True)
    row = "INSERT INTO builds SELECT hex(randomblob(16)), id, 'p', 'f', 'l' FROM versions ORDER BY seq LIMIT 1"
    with pytest.raises(sqlite3.OperationalError, match="disk is full"):
        for _ in range(10_000):
            with storage.transaction() as db:
                db.execute(row)
    assert client.upload("PUT", f"{other}/upload", "p" * 250, zipped(DOUBLE)).status == 507
    assert list(storage.packages.iterdir()) == []
    filling(False)
    client.deploy(version, DOUBLE)


def test_batch_requests_wait_for_room(
    client: Client, tmp_path: Path, filling: Callable[[bool], None], caplog: pytest.LogCaptureFixture
) -> None:
    version, gate = plain(client), tmp_path / "gate"
    wait = f"__import__('subprocess').call(['sh', '-c', 'until [ -e {gate} ]; do sleep 0.02; done']) or 'x' * 20000"
    created = client("POST", f"{version}/request-batch", [wait]).body
    wait_until(lambda: client("GET", f"{version}/request-batch?status=processing").body)
    filling(True)
    gate.touch()
    wait_until(lambda: "The disk is full; the emulator goes on when there is room" in caplog.text)
    filling(False)

    def completed() -> Any:
        found = client("POST", f"{version}/request-batch-collect", [created[0]["id"]]).body[0]
        return found["status"] == "completed" and found

    assert wait_until(completed)["result"] == "x" * 20000


SMALL_DISK = """
import sqlite3, sys
from pathlib import Path
from ubiops.emulator.common.errors import disk_full
from ubiops.emulator.state.storage import Storage

directory = Path(sys.argv[1])
storage = Storage(directory / "f")
insert = "INSERT INTO organizations (id, name, subscription, status, creation_date) VALUES (?, ?, '', '', '')"
padding = directory / "padding"
with padding.open("wb", buffering=0) as file:
    try:
        while file.write(bytes(4096)):
            pass
    except OSError as error:
        assert disk_full(error), error
for number in range(3):
    try:
        with storage.transaction() as db:
            for row in range(1000):
                db.execute(insert, (f"{number} {row}", "n" * 1000 + f"{number} {row}"))
    except sqlite3.OperationalError as error:
        assert disk_full(error), error
    else:
        raise AssertionError("there was room")
padding.unlink()
with storage.transaction() as db:
    db.execute(insert, ("a", "b"))
storage.close()
Storage(directory / "f").close()
print("went on")
"""


def test_a_disk_that_is_really_full(tmp_path: Path) -> None:
    """A small file system of its own, mounted where only the process sees it."""
    (tmp_path / "disk").mkdir()
    (tmp_path / "program.py").write_text(textwrap.dedent(SMALL_DISK))
    mount = (
        f'mount -t tmpfs -o size=2m tmpfs "{tmp_path}/disk" || exit 77; exec "{sys.executable}" "$0" "{tmp_path}/disk"'
    )
    command = ["unshare", "--user", "--map-root-user", "--mount", "sh", "-c", mount, str(tmp_path / "program.py")]
    if shutil.which("unshare") is None:
        pytest.skip("this machine has no unshare")
    done = subprocess.run(command, capture_output=True, text=True, timeout=120, check=False)
    if done.returncode == 77 or "unshare failed" in done.stderr:
        pytest.skip("this machine allows no file systems of one's own")
    assert (done.stdout, done.stderr) == ("went on\n", "")


def test_one_row_or_the_error_of_the_caller() -> None:
    storage = Storage()
    try:
        with storage.transaction() as db:
            assert must(db, "SELECT 1 AS one")["one"] == 1
            with pytest.raises(KeyError):
                must(db, "SELECT * FROM users", missing=KeyError("user"))
            with pytest.raises(LookupError, match="SELECT"):
                must(db, "SELECT * FROM users")
    finally:
        storage.close()
