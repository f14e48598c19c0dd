"""Data files: whole, spoilt, and of an older version."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
import uuid
from contextlib import closing
from pathlib import Path
from typing import Any, Callable, Dict

from ubiops.emulator.state.integrity import APPLICATION_ID
from ubiops.emulator.state.storage import Storage

Spoil = Callable[[Path], Any]


def make(directory: Path) -> None:
    """Make the data file `f` of an emulator, which holds a blob and some rows."""
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


def make_old(directory: Path) -> None:
    """Make a data file `f` of version 1, in which an instance ran for an hour around midnight."""
    script = (Path(__file__).parents[2] / "data" / "schema_1.sql").read_text(encoding="utf-8")
    execute(
        f"{script}; PRAGMA application_id = {APPLICATION_ID}; PRAGMA user_version = 1; PRAGMA journal_mode = WAL;"
        "INSERT INTO organizations VALUES (1, 'o', 'o', '', NULL, '', '');"
        "INSERT INTO instances VALUES"
        " (1, 'o', 'p', 'v', 2048, '2020-12-31T23:30:00.000000Z', '2021-01-01T00:15:00.000000Z'),"
        " (2, 'o', 'p', 'v', 512, '2021-01-01T00:00:00.000000Z', '2021-01-01T00:00:10.000000Z'),"
        " (3, 'o', 'p', 'v', 512, '2021-01-01T00:00:00.000000Z', NULL);"
    )(directory)
