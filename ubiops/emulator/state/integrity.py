"""Whether a database and its files are ours, and whole; nothing is changed to find out."""

from __future__ import annotations

import os
import re
import sqlite3
from contextlib import closing, contextmanager
from functools import lru_cache
from pathlib import Path
from typing import Dict, FrozenSet, Iterator, Optional, Tuple

SCHEMA = Path(__file__).parent / "schema.sql"
APPLICATION_ID = 0x55624F70  # tells our files from those of other programs that use SQLite
VERSION = 2  # of the schema; raise it together with a script that leads from the version before, upgrade_N.sql

DIRECTORIES = ("packages", "blobs", "uploads")
"""What the directory beside a data file consists of."""

UNFINISHED = "unfinished"
"""A file beside those directories, which tells that the state has not been filled yet with what a seed file lists."""

FILE_NAME = re.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
"""The names of packages and blobs; uploads may have more parts after it."""

_PARTIAL_NAME = re.compile(FILE_NAME.pattern + "(-[0-9a-f]+)*")
_MAGIC = b"SQLite format 3\0"
_ELSE = "or choose another data file"


class StateError(ValueError):
    """A stored state that cannot be used; the text says what to do. Nothing was touched.

    Args:
        name: what cannot be used.
        reason: why; goes after the name.
        advice: what to do about it.
    """

    def __init__(self, name: object, reason: str, advice: str) -> None:
        super().__init__(f"{name} {reason}: {advice}")
        self.reason = reason


def create(db: sqlite3.Connection) -> None:
    """Make the tables in an empty database."""
    db.executescript(
        f"BEGIN EXCLUSIVE;\n{SCHEMA.read_text(encoding='utf-8')}\nPRAGMA application_id = {APPLICATION_ID};\n"
        f"PRAGMA user_version = {VERSION};\nCOMMIT;"
    )


def check_place(path: Path) -> None:
    """Check what is there before a database is opened.

    Args:
        path: the data file, which need not be there.

    Raises:
        StateError: the file is not one that we made, or the directory beside it does not go with it.
        OSError: they cannot be read.
    """
    directory = files_of(path)
    if directory.is_symlink() or (directory.exists() and not directory.is_dir()):
        raise _foreign(directory)
    kept = False
    for found in sorted(directory.iterdir()) if directory.exists() else ():
        if found.name == UNFINISHED and found.is_file() and not found.is_symlink():
            continue
        if found.name not in DIRECTORIES or found.is_symlink() or not found.is_dir():
            raise _foreign(found)
        pattern = _PARTIAL_NAME if found.name == "uploads" else FILE_NAME
        with os.scandir(found) as entries:
            for entry in entries:
                if not pattern.fullmatch(entry.name) or not entry.is_file(follow_symlinks=False):
                    raise _foreign(Path(entry.path))
                kept = kept or found.name != "uploads"
    log = log_of(path)
    if path.exists() and not path.is_file():  # also /dev/null, which would be made its owner's only
        raise StateError(path, "is a directory" if path.is_dir() else "is not a file", "choose another data file")
    if path.exists() and path.stat().st_size > 0:
        with path.open("rb") as stream:
            _check_header(path, stream.read(100))
    elif kept or _holds_something(log):
        remains = directory if kept else log
        reason = f"is {'empty' if path.exists() else 'missing'}, but {remains} still holds what belongs to it"
        raise StateError(path, reason, f"bring the file back, remove {remains} to begin anew, {_ELSE}")


def _foreign(path: Path) -> StateError:
    return StateError(path, "is not the emulator's", f"move it away, {_ELSE}")


def _check_header(path: Path, header: bytes) -> None:
    if not header.startswith(_MAGIC):
        raise StateError(path, "is not a database", "choose another data file")
    if int.from_bytes(header[68:72], "big") != APPLICATION_ID:
        raise StateError(path, "is the database of another program", "choose another data file")
    _check_version(int.from_bytes(header[60:64], "big"), path)


def _check_version(version: int, name: object) -> None:
    if version > VERSION:
        raise StateError(name, "is of a newer version of the emulator", f"use that version, {_ELSE}")


def is_empty(db: sqlite3.Connection, name: object) -> bool:
    """Tell whether nothing has been put into a database yet.

    Raises:
        StateError: it is damaged.
        sqlite3.OperationalError: it cannot be read now.
    """
    with readable(name):
        return not db.execute("PRAGMA page_count").fetchone()[0]


def check_database(db: sqlite3.Connection, name: object, *, trusted: bool) -> None:
    """Check that a database is just what `create` makes, with rows that go together; of an older one only the latter.

    Args:
        db: a connection; it reads the whole database.
        name: how errors call it.
        trusted: whether only an emulator has written to it: whether its indexes lead to their rows, which is most of
            the work, is not checked then.

    Raises:
        StateError: it is not.
        sqlite3.OperationalError: it cannot be read now.
    """
    with readable(name):
        version = db.execute("PRAGMA user_version").fetchone()[0]
        _check_version(version, name)
        problem = _problem(db, version, "quick_check" if trusted else "integrity_check")
    if problem is not None:
        raise damaged(name, problem)


def check_unmerged(path: Path, *, trusted: bool) -> bool:
    """Check a database whose log a killed emulator has left, before anything merges the log into it.

    SQLite does so when a connection is closed that can write, also if the log belongs to another copy of the file.

    Args:
        path: the data file, or where there is none yet.
        trusted: see `check_database`; the files that its rows refer to are checked then, too.

    Returns:
        Whether there is such a log, and the database is of this version: it need not be checked again.

    Raises:
        StateError: it is not what an emulator makes, or not whole; nothing was touched.
    """
    memory = path.parent / f"{path.name}-shm"
    if not _holds_something(log_of(path)) or memory.exists():
        return False
    uri = f"{path.absolute().as_uri()}?mode=ro"
    try:
        with closing(sqlite3.connect(uri, uri=True, isolation_level=None, timeout=0)) as db:
            check_database(db, path, trusted=trusted)
            if trusted:
                check_files(db, files_of(path))
            found: int = db.execute("PRAGMA user_version").fetchone()[0]
            return found == VERSION
    except sqlite3.OperationalError:  # a file system without shared memory
        return False
    finally:
        memory.unlink(missing_ok=True)


@contextmanager
def readable(name: object) -> Iterator[None]:
    """Turn the errors of a damaged database into a `StateError`."""
    try:
        yield
    except sqlite3.DatabaseError as error:
        if isinstance(error, sqlite3.OperationalError) and "decode" not in str(error):
            raise
        raise damaged(name, str(error)) from None


def damaged(name: object, problem: str) -> StateError:
    """Return the error that a database is damaged."""
    return StateError(name, f"is damaged ({problem})", f"bring back a copy of it and of its directory, {_ELSE}")


def _problem(db: sqlite3.Connection, version: int, check: str) -> Optional[str]:
    if version == VERSION and schema_of(db) != expected_schema():
        return "its tables are not those of the emulator"
    found = db.execute(f"PRAGMA {check}(1)").fetchone()[0]
    if found != "ok":
        return str(found).replace("\n", " ")
    dangling = db.execute("PRAGMA foreign_key_check").fetchone()
    return None if dangling is None else f"a row of {dangling[0]} refers to one of {dangling[2]} that is missing"


def schema_of(db: sqlite3.Connection) -> FrozenSet[Tuple[object, ...]]:
    """Return what a database consists of: type, name, table, and the statement that made it."""
    # The names that begin like this are SQLite's own, such as those of its statistics.
    query = "SELECT type, name, tbl_name, sql FROM sqlite_master WHERE name NOT LIKE 'sqlite\\_%' ESCAPE '\\'"
    return frozenset(tuple(row) for row in db.execute(query))


@lru_cache(maxsize=None)
def expected_schema() -> FrozenSet[Tuple[object, ...]]:
    """Return the same of one that `create` makes."""
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as db:
        create(db)
        return schema_of(db)


def files(db: sqlite3.Connection) -> Iterator[Tuple[str, str, Optional[int]]]:
    """Give the files that the rows of a database refer to: directory, name, and size where it is known."""
    for directory, query in (
        ("packages", "SELECT DISTINCT package, NULL FROM builds"),
        ("blobs", "SELECT id, size FROM blobs"),
    ):
        for name, size in db.execute(query).fetchall():
            yield directory, name, size


def check_files(db: sqlite3.Connection, directory: Path) -> None:
    """Check that all files are there that the rows of a database refer to, and whole.

    Raises:
        StateError: one is not.
    """
    found: Dict[str, Dict[str, int]] = {}
    for kind, name, size in files(db):
        if kind not in found:
            found[kind] = _sizes(directory / kind)
        length = found[kind].get(name)
        if length is None or size not in (None, length):
            fault = "not as long as it was" if length is not None else "missing"
            advice = f"bring back a copy of the data file and of its directory, {_ELSE}"
            raise StateError(directory / kind / name, f"is {fault}", advice)


def _sizes(directory: Path) -> Dict[str, int]:
    """Return the sizes of the files in a directory, which need not be there."""
    try:
        with os.scandir(directory) as entries:
            return {entry.name: entry.stat().st_size for entry in entries}
    except FileNotFoundError:
        return {}


def files_of(path: Path) -> Path:
    """Return the directory of files beside a data file."""
    return path.parent / f"{path.name}.d"


def log_of(path: Path) -> Path:
    """Return the file in which SQLite has what it has not put into a data file yet."""
    return path.parent / f"{path.name}-wal"


def _holds_something(path: Path) -> bool:
    return path.exists() and path.stat().st_size > 0
