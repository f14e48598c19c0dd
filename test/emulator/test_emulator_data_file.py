"""Data files that are not ours, not whole, or on a full disk."""

from __future__ import annotations

import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import textwrap
import uuid
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Any, Callable, Dict, Iterator

import pytest

from test.support.emulator.client import PROJECT, wait_until
from test.support.emulator.operations import evaluate, plain, platform
from ubiops.emulator import Emulator, __main__
from ubiops.emulator.state.integrity import APPLICATION_ID
from ubiops.emulator.state.storage import Storage, must

if TYPE_CHECKING:
    from test.support.emulator.client import Client
    from test.support.emulator.running import Running

Spoil = Callable[[Path], Any]


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A directory with the data file `f` of an emulator, which holds a blob and some rows."""
    directory = tmp_path_factory.mktemp("made")
    storage = Storage(directory / "f")
    try:
        blob = str(uuid.uuid4())
        (storage.blobs / blob).write_bytes(b"contents")
        with storage.transaction() as db:
            db.execute(
                "INSERT INTO organizations (id, name, subscription, status, creation_date)"
                " VALUES ('o', 'o', '', '', '')"
            )
            db.execute("INSERT INTO projects (id, organization_id, name, creation_date) VALUES ('p', 'o', 'p', '')")
            db.execute(
                "INSERT INTO blobs (id, project_id, filename, size, ttl, creation_date, expires)"
                " VALUES (?, 'p', 'n', 8, 1, '', '9')",
                (blob,),
            )
            for number in range(500):
                db.execute(
                    "INSERT INTO logs (project_id, date, log, system) VALUES ('p', ?, 'text', 0)", (f"{number}",)
                )
    finally:
        storage.close()
    return directory


def execute(script: str) -> Spoil:
    def spoil(directory: Path) -> None:
        with closing(sqlite3.connect(str(directory / "f"))) as db:
            db.executescript(script)

    return spoil


def overwrite(start: int, content: bytes) -> Spoil:
    def spoil(directory: Path) -> None:
        with (directory / "f").open("r+b") as file:
            file.seek(start, 2 if start < 0 else 0)
            file.write(content)

    return spoil


def blob(directory: Path) -> Path:
    return next((directory / "f.d" / "blobs").iterdir())


def another_program(directory: Path) -> None:
    shutil.rmtree(directory / "f.d")
    (directory / "f").unlink()
    execute("CREATE TABLE theirs (a)")(directory)


def moved(directory: Path) -> Any:
    blob(directory).rename(directory / "elsewhere")


def killed(script: str) -> Spoil:
    """Do as `execute`, but leave what was done in the log of SQLite."""

    def spoil(directory: Path) -> None:
        program = (
            f"import os, sqlite3; db = sqlite3.connect({str(directory / 'f')!r}, isolation_level=None);"
            f"db.execute('PRAGMA journal_mode = WAL'); db.executescript({script!r}); os._exit(0)"
        )
        subprocess.run([sys.executable, "-c", program], check=True)
        (directory / "f-shm").unlink()

    return spoil


def log_of_another(directory: Path) -> None:
    copy = (directory / "f").read_bytes()
    killed("DELETE FROM logs")(directory)
    execute("PRAGMA journal_mode = DELETE")(directory)
    killed("PRAGMA journal_mode = WAL; CREATE TABLE more (a)")(directory)
    (directory / "f").write_bytes(copy)


def pipe(directory: Path) -> None:
    (directory / "f").unlink()
    os.mkfifo(directory / "f")


def folder(directory: Path) -> None:
    (directory / "f").unlink()
    (directory / "f").mkdir()


SPOILT: Dict[str, Any] = {
    "newer": (execute("PRAGMA user_version = 3"), "f is of a newer version of the emulator: use that version, or"),
    "newer in its log": (
        killed("PRAGMA user_version = 3"),
        "f is of a newer version of the emulator: use that version",
    ),
    "damaged in its log": (killed("CREATE TABLE more (a)"), "f is damaged (its tables are not those of the emulator)"),
    "the log of another copy": (log_of_another, "f is damaged (its tables are not those of the emulator)"),
    "a log and no blob": (
        lambda directory: [spoil(directory) for spoil in (killed("ANALYZE"), moved)],
        "is missing: bring back a copy of the data file and of its directory, or choose",
    ),
    "a pipe": (pipe, "f is not a file: choose another data file"),
    "a folder": (folder, "f is a directory: choose another data file"),
    "another program": (another_program, "f is the database of another program: choose another"),
    "an id of another program": (execute("PRAGMA application_id = 1"), "f is the database of another program"),
    "text": (lambda directory: (directory / "f").write_text("text"), "f is not a database: choose another"),
    "a table too many": (execute("CREATE TABLE more (a)"), "f is damaged (its tables are not those of the emulator)"),
    "a table too few": (execute("DROP TABLE logs"), "f is damaged (its tables are not those of the emulator)"),
    "zeros at the end": (overwrite(-8192, bytes(8192)), "f is damaged ("),
    "zeros at the beginning": (overwrite(0, bytes(4096)), "f is not a database: choose another"),
    "noise in the middle": (overwrite(8192, bytes(range(256)) * 200), "f is damaged ("),
    "noise in the tables": (overwrite(100, bytes(range(256)) * 10), "f is damaged ("),
    "a row without its parent": (
        execute("PRAGMA foreign_keys = OFF; DELETE FROM projects"),
        "f is damaged (a row of blobs refers to one of projects that is missing): bring back a copy of it",
    ),
    "cut": (lambda directory: os.truncate(directory / "f", 20480), "f is damaged ("),
    "emptied": (lambda directory: os.truncate(directory / "f", 0), "f is empty, but "),
    "gone": (
        lambda directory: (directory / "f").unlink(),
        "f.d still holds what belongs to it: bring the file back, remove",
    ),
    "a blob is gone": (moved, "is missing: bring back a copy of the data file and of its directory, or choose"),
    "a blob is cut": (lambda directory: blob(directory).write_bytes(b"con"), "is not as long as it was: bring back"),
    "a file": (
        lambda directory: (directory / "f.d" / "notes").touch(),
        "f.d/notes is not the emulator's: move it away, or",
    ),
    "a file among blobs": (lambda directory: (directory / "f.d/blobs/b.txt").touch(), "b.txt is not the emulator's"),
    "a file among uploads": (lambda directory: (directory / "f.d/uploads/u").touch(), "u is not the emulator's"),
    "a directory": (
        lambda directory: (directory / "f.d/packages" / str(uuid.uuid4())).mkdir(),
        "is not the emulator's",
    ),
    "a link": (
        lambda directory: (directory / "f.d/blobs" / str(uuid.uuid4())).symlink_to("/"),
        "is not the emulator's",
    ),
}


def contents(directory: Path) -> Dict[str, Any]:
    return {
        str(path.relative_to(directory)): (path.stat().st_mode, path.read_bytes() if path.is_file() else None)
        for path in sorted(directory.rglob("*"))
    }


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
        command = [sys.executable, "-m", "ubiops.emulator", "--port", "0", "--data", str(directory / "f")]
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
    """A directory with a data file `f` of version 1, in which an instance ran for an hour around midnight."""
    script = (Path(__file__).parents[1] / "data" / "schema_1.sql").read_text(encoding="utf-8")
    execute(
        f"{script}; PRAGMA application_id = {APPLICATION_ID}; PRAGMA user_version = 1; PRAGMA journal_mode = WAL;"
        "INSERT INTO organizations VALUES (1, 'o', 'o', '', NULL, '', '');"
        "INSERT INTO instances VALUES"
        " (1, 'o', 'p', 'v', 2048, '2020-12-31T23:30:00.000000Z', '2021-01-01T00:15:00.000000Z'),"
        " (2, 'o', 'p', 'v', 512, '2021-01-01T00:00:00.000000Z', '2021-01-01T00:00:10.000000Z'),"
        " (3, 'o', 'p', 'v', 512, '2021-01-01T00:00:00.000000Z', NULL);"
    )(tmp_path)
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
