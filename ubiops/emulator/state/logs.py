"""The log lines of projects: written by models and by the emulator, searched by users."""

# ruff: noqa: S608 - queries are put together of pieces that stand here

from __future__ import annotations

import logging
import sqlite3
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Callable, Iterable, List, Mapping, Optional, Tuple

from ..common.database import Row, must, one
from ..common.dates import micro
from .storage import Storage

_console = logging.getLogger("ubiops.emulator.models")

CAP = 100_000  # lines that are kept of a project
_TRIMMED = 1_000  # lines between two looks at the cap of the project that writes just then

Position = Tuple[str, int]
"""Date and number of a line; lines are in the order of their positions."""


@dataclass(frozen=True)
class Parent:
    """The pipeline request that a request to a model is part of.

    Attributes:
        pipeline_id: id of the pipeline.
        pipeline_object_id: id of the object in it.
        pipeline_request_id: id of the pipeline request.
    """

    pipeline_id: str
    pipeline_object_id: Optional[str]
    pipeline_request_id: str


@dataclass(frozen=True)
class Subject:
    """What a log line is about; ids that do not apply are None."""

    project_id: str
    version_id: Optional[str] = None
    connector_id: Optional[str] = None
    pipeline_id: Optional[str] = None
    pipeline_object_id: Optional[str] = None
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
_COLUMNS = tuple(Subject.__dataclass_fields__)
_INSERT = (
    f"INSERT INTO logs (date, log, system, {', '.join(_COLUMNS)})"
    f" SELECT :date, :log, :system, {', '.join(f':{name}' for name in _COLUMNS)}"
    " WHERE EXISTS (SELECT 1 FROM projects WHERE id = :project_id)"
)
_NAMED = (
    "SELECT logs.*, models.name AS model_name, versions.name AS model_version, connectors.name AS connector_name,"
    " pipelines.name AS pipeline_name, objects.name AS pipeline_object_name FROM logs"
    " LEFT JOIN names AS versions ON versions.id = version_id"
    " LEFT JOIN names AS models ON models.id = versions.parent_id"
    " LEFT JOIN names AS connectors ON connectors.id = connector_id"
    " LEFT JOIN names AS pipelines ON pipelines.id = pipeline_id"
    " LEFT JOIN names AS objects ON objects.id = pipeline_object_id"
)
# For each filter the column that tells which lines it wants, and the query for the ids that it then holds. Those which
# tend to want fewest come first. The specification asks for the names of parents.
_CALLED = "SELECT id FROM names WHERE project_id = :project AND"
_PART = "SELECT id FROM names WHERE parent_id IN"
_MODELS = f"({_CALLED} kind = 'model' AND name = :model_name)"
_PIPELINES = f"({_CALLED} kind = 'pipeline' AND name = :pipeline_name)"
_PLACES = {
    "request_id": ("request_id", "VALUES (:request_id)"),
    "pipeline_request_id": ("pipeline_request_id", "VALUES (:pipeline_request_id)"),
    "pipeline_object_name": ("pipeline_object_id", f"{_PART} {_PIPELINES} AND name = :pipeline_object_name"),
    "model_version": ("version_id", f"{_PART} {_MODELS} AND name = :model_version"),
    "model_name": ("version_id", f"{_PART} {_MODELS}"),
    "connector_name": ("connector_id", f"{_CALLED} kind = 'connector' AND name = :connector_name"),
    "pipeline_name": ("pipeline_id", f"{_CALLED} kind = 'pipeline' AND name = :pipeline_name"),
}
_PROJECT = ("project_id", "VALUES (:project)")
_LABEL = (
    "SELECT (SELECT models.name || ' ' || versions.name FROM names AS versions JOIN names AS models ON models.id ="
    " versions.parent_id WHERE versions.id = :version_id) AS version,"
    " (SELECT name FROM names WHERE id = :pipeline_id) AS pipeline,"
    " (SELECT name FROM names WHERE id = :connector_id) AS connector"
)
_RETENTION = (
    "SELECT logs_retention_days AS days FROM projects JOIN organizations ON organizations.id = organization_id"
    " JOIN subscriptions ON subscriptions.name = subscription WHERE projects.id = ?"
)
_PLACED = "SELECT date, seq FROM logs WHERE project_id = :project AND system ="
_TRIM = (
    "DELETE FROM logs WHERE project_id = :project AND system IN (0, 1) AND (date, seq) <= (SELECT date, seq FROM"
    f" ({_PLACED} 0 UNION ALL {_PLACED} 1 ORDER BY date DESC, seq DESC LIMIT 1 OFFSET :cap))"
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

    def write(
        self,
        subject: Subject,
        text: str,
        *,
        system: bool,
        date: Optional[datetime] = None,
        also: Callable[[sqlite3.Connection], None] = lambda _: None,
    ) -> None:
        """Add the lines of a text, in a transaction of their own, and show them on the console.

        Args:
            subject: what they are about.
            text: one or more lines; blank ones are left out.
            system: whether the emulator says it, not code of a user.
            date: when it happened; now by default.
            also: what else the transaction is for.
        """
        self.write_many((Entry(subject, line, system, date) for line in text.split("\n")), also)

    def write_many(self, entries: Iterable[Entry], also: Callable[[sqlite3.Connection], None] = lambda _: None) -> None:
        """Add entries, all in one transaction of their own, and show them on the console."""
        entries = [entry for entry in entries if entry.text.strip()]
        labels = {entry.subject: "" for entry in entries}
        with self._storage.unless_full("a line of the log") as db:
            also(db)
            for subject in labels:
                labels[subject] = " ".join(filter(None, must(db, _LABEL, vars(subject))))
            for entry in entries:
                self._insert(db, entry)
        # After the transaction: whoever reads the console may be slow.
        for entry in entries:
            level = logging.DEBUG if entry.system else logging.INFO
            for line in entry.text.split("\n"):
                _console.log(level, "[%s] %s", labels[entry.subject], line)

    def add(self, db: sqlite3.Connection, subject: Subject, text: str, *, system: bool) -> None:
        """Add the lines of a text in a transaction of the caller's. A project that is gone gets none."""
        for line in text.split("\n"):
            if line.strip():
                self._insert(db, Entry(subject, line, system))

    def _insert(self, db: sqlite3.Connection, entry: Entry) -> None:
        values = {"date": micro(entry.date or self._clock()), "log": entry.text, "system": entry.system}
        added = db.execute(_INSERT, {**vars(entry.subject), **values})
        if added.rowcount and added.lastrowid and added.lastrowid % _TRIMMED == 0:
            db.execute(_TRIM, {"project": entry.subject.project_id, "cap": CAP})

    def find(self, db: sqlite3.Connection, project_id: str, line: str) -> Optional[Position]:
        """Return the position of the line with an id, None if there is no such line."""
        try:
            seq = int(line[8:], 16)
        except ValueError:
            return None
        if seq >= 2**63:  # an integer that SQLite cannot hold belongs to no line
            return None
        query = "SELECT date FROM logs WHERE project_id = ? AND seq = ? AND date >= ?"
        row = one(db, query, (project_id, seq, self._kept_since(db, project_id)))
        if row is None or line_id((row["date"], seq)) != line.lower():
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
    ) -> List[Row]:
        """Return the lines between two positions, both included.

        Args:
            db: the database, in a transaction.
            project_id: the project.
            filters: what lines must be about: names of `NAMES`, by what things are called now, and `system`. What is
                gone has the name that it had last.
            first: the earlier end.
            last: the later end.
            newest_first: whether to begin at the later end.
            limit: how many lines at most.
        """
        query = _search(filters, newest_first)
        first = max(first, (self._kept_since(db, project_id), -1))
        values = {"project": project_id, "from_date": first[0], "from_seq": first[1], "to_date": last[0]}
        return db.execute(query, {**values, "to_seq": last[1], "limit": limit, **filters}).fetchall()

    def sweep(self) -> None:
        """Remove the lines that are older than the subscription of their organization keeps them."""
        with self._storage.transaction() as db:
            projects = db.execute("SELECT id FROM projects").fetchall()
        for (project_id,) in projects:
            with self._storage.transaction() as db:
                kept_since = self._kept_since(db, project_id)
            where = "project_id = ? AND system IN (0, 1) AND date < ?"
            self._storage.remove_rows("logs", where, (project_id, kept_since))

    def _kept_since(self, db: sqlite3.Connection, project_id: str) -> str:
        """Return the date of the oldest lines that the subscription keeps."""
        row = one(db, _RETENTION, (project_id,))
        try:
            return micro(self._clock() - timedelta(days=row["days"])) if row is not None else ""
        except OverflowError:  # since before the calendar began
            return ""


def _search(filters: Mapping[str, Any], newest_first: bool) -> str:
    """Return the query of a search, whose cost does not depend on the number of lines.

    Whichever filters there are, an index has a stream of lines, in the order of their dates, for each id that a column
    may hold and either side of `system`. As many streams as lines are wanted have all of these: those that begin first.
    And if there are as many, no line that is wanted comes after the last of their beginnings.
    """
    (column, ids), *others = *(place for name, place in _PLACES.items() if name in filters), _PROJECT
    # The plus keeps SQLite from using the indexes of the other columns.
    matches = "".join(f" AND +{other} IN ({wanted})" for other, wanted in others)
    sides = "VALUES (:system)" if "system" in filters else "VALUES (0), (1)"
    first, last, order = ":from_date", ":to_date", "DESC" if newest_first else "ASC"

    def stream(of: str, limit: str) -> str:
        return (
            f"SELECT seq FROM logs WHERE {column} = {of}.id AND system = {of}.side{matches}"
            f" AND date >= {first} AND date <= {last}"
            " AND (+date, seq) >= (:from_date, :from_seq) AND (+date, seq) <= (:to_date, :to_seq)"
            f" ORDER BY date {order}, seq {order} LIMIT {limit}"
        )

    heads = (
        f"SELECT streams.id, side, found.date, found.seq FROM streams JOIN logs AS found"
        f" ON found.seq = ({stream('streams', '1')}) ORDER BY found.date {order}, found.seq {order} LIMIT :limit"
    )
    if newest_first:
        first = "max(:from_date, (SELECT CASE count(*) WHEN :limit THEN min(date) ELSE '' END FROM heads))"
    else:
        last = "min(:to_date, (SELECT CASE count(*) WHEN :limit THEN max(date) ELSE :to_date END FROM heads))"
    return (
        f"WITH ids (id) AS ({ids}), sides (side) AS ({sides}), streams AS (SELECT id, side FROM ids CROSS JOIN sides),"
        f" heads AS ({heads}) {_NAMED} WHERE logs.seq IN"
        f" (SELECT found.seq FROM heads CROSS JOIN logs AS found ON found.seq IN ({stream('heads', ':limit')})"
        f" ORDER BY found.date {order}, found.seq {order} LIMIT :limit)"
        f" ORDER BY logs.date {order}, logs.seq {order}"
    )


def latest(db: sqlite3.Connection, limit: int) -> List[Row]:
    """Return the lines of all projects that were written last, newest first, each with the name of its project."""
    query = f"SELECT lines.*, projects.name AS project FROM ({_NAMED} ORDER BY logs.seq DESC LIMIT ?) AS lines"
    query += " JOIN projects ON projects.id = lines.project_id ORDER BY seq DESC"
    return db.execute(query, (limit,)).fetchall()
