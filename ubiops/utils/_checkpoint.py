"""The file from which a bulk run that was cut short goes on."""

from __future__ import annotations

import json
import os
import sqlite3
from contextlib import closing
from hashlib import sha256
from typing import Any, Iterator, List, Mapping, NamedTuple, Optional, Sequence, Tuple, Union

from ubiops import OpenApiException

_APPLICATION = 0x55624F70  # marks the file as ours
_SCHEMA = (
    "CREATE TABLE IF NOT EXISTS run (target TEXT NOT NULL)",
    "CREATE TABLE IF NOT EXISTS part (first INTEGER PRIMARY KEY, count INTEGER, digest TEXT, ids TEXT)",
)

# Databases that a fork got with its memory. If it closed them, it would take their files from under its parent.
_INHERITED: List[sqlite3.Connection] = []

Pathlike = Union[str, "os.PathLike[str]"]


class CheckpointException(OpenApiException, ValueError):
    """A checkpoint file that cannot be used: another run uses it, or it is not that of these rows."""


CheckpointException.__module__ = "ubiops.utils"  # where programs find it, for tracebacks and pickles


class Part(NamedTuple):
    """Rows that were sent together.

    Attributes:
        first: Index of the first.
        length: How many there are.
        digest: Tells whether rows are the same.
        ids: Ids of their requests; None while the fate of the rows is unknown.
    """

    first: int
    length: int
    digest: str
    ids: Optional[List[str]]


def digest(rows: Sequence[Any]) -> str:
    """Return what is the same only for the same rows, which are JSON values."""
    return sha256(json.dumps(rows, sort_keys=True).encode("ascii")).hexdigest()


class Checkpoint:
    """What was sent, and what the service said to it. One run at a time can have it open.

    Every entry is on the disk before the method that makes it returns: what is about to be sent before it is sent, and
    its ids before anything else is done with the answer. So whatever ends the program, and be it the power supply, the
    next run knows all that was acknowledged, and what may have been sent without that an answer arrived.

    Args:
        path: The file; made if it does not exist.
        target: What the rows are sent to, and how; the next run must have the same.

    Raises:
        CheckpointException: Another run has it open, it is another run's or no checkpoint, or it cannot be opened.
    """

    def __init__(self, path: Pathlike, target: Mapping[str, Any]) -> None:
        self._path = os.fspath(path)
        self._process = os.getpid()
        try:
            # Generators are carried from thread to thread, but never used by two at a time.
            # Not every text is the path of a file to SQLite: an empty one is a file that nobody finds again.
            place = os.path.abspath(self._path)  # noqa: PTH100 - as bytes, too
            self._db = sqlite3.connect(place, timeout=0, isolation_level=None, check_same_thread=False)
        except sqlite3.Error as error:
            raise CheckpointException(f"The checkpoint {self._path} cannot be opened: {error}") from error
        try:
            self._open(json.dumps(target, sort_keys=True))
        except sqlite3.Error as error:
            self._db.close()
            reason = "another run uses it" if "locked" in str(error) else f"{error}"
            raise CheckpointException(f"The checkpoint {self._path} cannot be used: {reason}") from error
        except BaseException:
            self._db.close()
            raise

    def _open(self, target: str) -> None:
        (application,) = self._db.execute("PRAGMA application_id").fetchone()
        (tables,) = self._db.execute("SELECT count(*) FROM sqlite_master").fetchone()
        if tables and application != _APPLICATION:
            raise CheckpointException(f"{self._path} is no checkpoint; name a file that does not exist yet")
        self._db.execute("PRAGMA locking_mode = EXCLUSIVE")  # until it is closed, or the process ends
        self._db.execute("PRAGMA journal_mode = WAL")
        self._db.execute("PRAGMA synchronous = FULL")
        self._db.execute("BEGIN IMMEDIATE")
        self._db.execute(f"PRAGMA application_id = {_APPLICATION}")
        for statement in _SCHEMA:
            self._db.execute(statement)
        self._db.execute("INSERT INTO run SELECT ? WHERE NOT EXISTS (SELECT * FROM run)", (target,))
        self._db.execute("COMMIT")
        (found,) = self._db.execute("SELECT target FROM run").fetchone()
        if found != target:
            raise CheckpointException(
                f"The checkpoint {self._path} belongs to another run, {found}, and not to {target}; "
                "use a checkpoint for each run"
            )

    def close(self) -> None:
        """Let another run have the file."""
        if os.getpid() == self._process:
            self._db.close()
        else:
            _INHERITED.append(self._db)

    def unknown(self) -> List[Tuple[int, int]]:
        """Return the first index and the count of rows that were sent, but never acknowledged."""
        return list(self._db.execute("SELECT first, count FROM part WHERE ids IS NULL ORDER BY first"))

    def parts(self, first: int, end: int) -> Iterator[Part]:
        """Yield what was sent of the rows from an index to another, in order."""
        query = "SELECT first, count, digest, ids FROM part WHERE first >= ? AND first < ? ORDER BY first"
        with closing(self._db.execute(query, (first, end))) as rows:
            for row in rows.fetchall():
                yield Part(row[0], row[1], row[2], None if row[3] is None else json.loads(row[3]))

    def sending(self, first: int, rows: Sequence[Any]) -> None:
        """Note that rows are about to be sent."""
        self._db.execute("INSERT OR REPLACE INTO part VALUES (?, ?, ?, NULL)", (first, len(rows), digest(rows)))

    def accepted(self, first: int, ids: Sequence[str]) -> None:
        """Note that the rows from this index were acknowledged."""
        self._db.execute("UPDATE part SET ids = ? WHERE first = ?", (json.dumps(ids), first))

    def not_sent(self, first: int) -> None:
        """Note that the service has not taken the rows from this index."""
        self._db.execute("DELETE FROM part WHERE first = ?", (first,))
