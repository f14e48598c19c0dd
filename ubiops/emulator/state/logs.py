"""The log lines of projects: written by models and by the emulator, searched by users."""

from __future__ import annotations

import logging
import sqlite3
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Callable, Iterable, List, Mapping, Optional, Tuple

from ..common.dates import micro
from .storage import Storage

_console = logging.getLogger("ubiops.emulator.models")

CAP = 100_000  # lines that are kept of a project
_TRIMMED = 1_000  # lines between two looks at the cap

Position = Tuple[str, int]
"""Date and number of a line; lines are in the order of their positions."""


@dataclass(frozen=True)
class Origin:
    """The pipeline request that a request to a model is part of.

    Attributes:
        pipeline_name: name of the pipeline.
        pipeline_object_name: name of the object in it.
        pipeline_request_id: id of the pipeline request.
    """

    pipeline_name: str
    pipeline_object_name: str
    pipeline_request_id: str


@dataclass(frozen=True)
class Subject:
    """What a log line is about; names that do not apply are None."""

    project_id: str
    model_name: Optional[str] = None
    model_version: Optional[str] = None
    connector_name: Optional[str] = None
    pipeline_name: Optional[str] = None
    pipeline_object_name: Optional[str] = None
    request_id: Optional[str] = None
    pipeline_request_id: Optional[str] = None


@dataclass(frozen=True)
class Entry:
    """What goes into the log as one line, also if its text has line breaks.

    Attributes:
        subject: what it is about.
        text: the text; a blank one is left out.
        system: whether the emulator says it, not code of a user.
        date: when it was said; None for the time at which it is written.
    """

    subject: Subject
    text: str
    system: bool
    date: Optional[datetime] = None


NAMES = (
    "model_name",
    "model_version",
    "connector_name",
    "pipeline_name",
    "pipeline_object_name",
    "request_id",
    "pipeline_request_id",
)
_COLUMNS = ("project_id", *NAMES)
_INSERT = (
    f"INSERT INTO logs (date, log, system, {', '.join(_COLUMNS)})"  # noqa: S608 - names of ours
    f" SELECT :date, :log, :system, {', '.join(f':{name}' for name in _COLUMNS)}"
    " WHERE EXISTS (SELECT 1 FROM projects WHERE id = :project_id)"
)
_TRIM = (
    "DELETE FROM logs WHERE project_id = :project AND seq <="
    " (SELECT seq FROM logs WHERE project_id = :project ORDER BY seq DESC LIMIT 1 OFFSET :cap)"
)


def line_id(position: Position) -> str:
    """Return the id of a line: 24 hexadecimal digits, which increase with time; the first 8 are seconds."""
    moment = datetime.fromisoformat(position[0][:-1] + "+00:00")
    return f"{int(moment.timestamp()) & 0xFFFFFFFF:08x}{position[1]:016x}"


class Logs:
    """The log lines of all projects.

    Args:
        storage: where they are.
        clock: tells the time of lines.
    """

    def __init__(self, storage: Storage, clock: Callable[[], datetime]) -> None:
        self._storage = storage
        self._clock = clock

    def write(self, subject: Subject, text: str, *, system: bool) -> None:
        """Add the lines of a text, in a transaction of their own, and show them on the console.

        Args:
            subject: what they are about.
            text: one or more lines; blank ones are left out.
            system: whether the emulator says it, not code of a user.
        """
        self.write_many(Entry(subject, line, system) for line in text.split("\n"))

    def write_many(self, entries: Iterable[Entry]) -> None:
        """Add entries, all in one transaction of their own, and show them on the console."""
        entries = [entry for entry in entries if entry.text.strip()]
        # Before the transaction: whoever reads the console may be slow.
        for entry in entries:
            _show(entry)
        with self._storage.transaction() as db:
            for entry in entries:
                self._insert(db, entry)

    def add(self, db: sqlite3.Connection, subject: Subject, text: str, *, system: bool) -> None:
        """Add the lines of a text in a transaction of the caller's. A project that is gone gets none."""
        for line in text.split("\n"):
            if line.strip():
                self._insert(db, Entry(subject, line, system))

    def _insert(self, db: sqlite3.Connection, entry: Entry) -> None:
        values = {"date": micro(entry.date or self._clock()), "log": entry.text, "system": entry.system}
        added = db.execute(_INSERT, {**vars(entry.subject), **values})
        if added.rowcount and added.lastrowid and added.lastrowid % _TRIMMED == 0:
            self._trim(db)

    def _trim(self, db: sqlite3.Connection) -> None:
        for row in db.execute("SELECT id FROM projects").fetchall():
            db.execute(_TRIM, {"project": row["id"], "cap": CAP})

    def find(self, db: sqlite3.Connection, project_id: str, line: str) -> Optional[Position]:
        """Return the position of the line with an id, None if there is no such line."""
        try:
            seq = int(line[8:], 16)
        except ValueError:
            return None
        # An integer that SQLite cannot hold belongs to no line.
        row = (
            seq < 2**63
            and db.execute("SELECT date, seq FROM logs WHERE project_id = ? AND seq = ?", (project_id, seq)).fetchone()
        )
        if not row or line_id((row["date"], seq)) != line.lower():
            return None
        return row["date"], seq

    def search(
        self,
        db: sqlite3.Connection,
        project_id: str,
        filters: Mapping[str, Any],
        first: Position,
        last: Position,
        *,
        newest_first: bool,
        limit: int,
    ) -> List[sqlite3.Row]:
        """Return the lines between two positions, both included.

        Args:
            db: the database, in a transaction.
            project_id: the project.
            filters: what columns must hold; only names of columns that exist.
            first: the earlier end.
            last: the later end.
            newest_first: whether to begin at the later end.
            limit: how many lines at most.
        """
        matches = "".join(f" AND {name} = :{name}" for name in filters)
        order = "DESC" if newest_first else "ASC"
        query = (
            f"SELECT * FROM logs WHERE project_id = :project{matches}"  # noqa: S608 - the names are the API's
            " AND (date, seq) >= (:from_date, :from_seq) AND (date, seq) <= (:to_date, :to_seq)"
            f" ORDER BY date {order}, seq {order} LIMIT :limit"
        )
        values = {"project": project_id, "from_date": first[0], "from_seq": first[1], "to_date": last[0]}
        return db.execute(query, {**values, "to_seq": last[1], "limit": limit, **filters}).fetchall()


def _show(entry: Entry) -> None:
    subject = entry.subject
    about = (subject.model_name, subject.model_version, subject.pipeline_name, subject.connector_name)
    level = logging.DEBUG if entry.system else logging.INFO
    _console.log(level, "[%s] %s", " ".join(filter(None, about)), entry.text)
