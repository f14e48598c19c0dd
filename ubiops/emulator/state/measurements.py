"""What requests and instances amounted to: the source of metrics and of usage."""

# ruff: noqa: S608 - queries are put together of pieces that stand here

from __future__ import annotations

import sqlite3
from bisect import bisect_right
from datetime import datetime, timedelta, timezone
from typing import Any, Callable, Dict, Iterable, Iterator, List, Mapping, Optional, Sequence, Tuple

from ..common.compact import compact
from ..common.database import count, one
from ..common.dates import day, micro, whole_second
from .storage import Storage

METRICS: Mapping[str, Sequence[str]] = {
    "model_version": (
        "requests",
        "input_volume",
        "output_volume",
        "outputs",
        "compute",
        "instances",
        "gb_seconds",
        "active_time",
    ),
    "connector": ("requests", "volume"),
    "pipeline": ("requests", "input_volume", "object_requests"),
}
"""The metrics that objects of a type have."""

BILLED = (("model_version", "gb_seconds"), ("pipeline", "input_volume"))
"""The pairs of object type and metric that usage consists of."""

INTERVALS = {"minute": 16, "hour": 13, "day": 10, "month": 7}
"""The lengths of intervals, each with how much of a stored date tells which one it is in."""

# How a metric is worked out of the rows of minutes.
_SUMS = {
    "requests": "sum(requests)",
    "input_volume": "sum(input_volume)",
    "volume": "sum(input_volume)",
    "output_volume": "sum(output_volume)",
    "outputs": "sum(outputs)",
    "compute": "sum(seconds) / sum(requests)",
    "object_requests": "sum(object_requests)",
}
_BEGIN = "INSERT INTO measurements SELECT organization_id, id, ?, ?, ?, 1, ?, ?, ?, ?, ?, ? FROM projects WHERE id = ?"
_ADD = (
    "UPDATE measurements SET requests = requests + 1, failures = failures + ?, seconds = seconds + ?,"
    " input_volume = input_volume + ?, output_volume = output_volume + ?, outputs = outputs + ?,"
    " object_requests = object_requests + ?"
    " WHERE object_type = ? AND object_id = ? AND minute = ? AND project_id = ?"
)

_SHARES = (
    "INSERT INTO gb_seconds VALUES (:organization_id, :project_id, :day, :used)"
    " ON CONFLICT (organization_id, day, project_id) DO UPDATE SET used = used + excluded.used"
)

Life = Tuple[datetime, datetime]
"""From when to when an instance ran."""


def volume(data: Any) -> int:
    """Return the size of data in bytes: of the text itself, or of the JSON of anything else."""
    return len(data.encode("utf-8", "surrogatepass") if isinstance(data, str) else compact(data))


def edges(start: datetime, end: datetime, interval: str) -> Iterator[datetime]:
    """Give the beginnings of the aligned intervals that overlap a period, and the end of the last one.

    Args:
        start: begin of the period, in UTC.
        end: its end, after the start; not part of it.
        interval: a key of `INTERVALS`.
    """
    edge = start.replace(second=0, microsecond=0)
    if interval != "minute":
        edge = edge.replace(minute=0)
    if interval in ("day", "month"):
        edge = edge.replace(hour=0)
    if interval == "month":
        edge = edge.replace(day=1)
    while edge < end:
        yield edge
        edge = _next(edge, interval)
    yield edge


def _next(edge: datetime, interval: str) -> datetime:
    try:
        if interval == "month":
            year, month = divmod(edge.year * 12 + edge.month, 12)
            return edge.replace(year=year, month=month + 1)
        return edge + timedelta(**{f"{interval}s": 1})
    except (OverflowError, ValueError):  # after the year 9999
        return datetime.max.replace(tzinfo=timezone.utc)


class Measurements:
    """The measurements of all projects.

    Args:
        storage: where they are.
        clock: tells the time at which requests end, and instances start and end.
    """

    def __init__(self, storage: Storage, clock: Callable[[], datetime]) -> None:
        self._storage = storage
        self._clock = clock

    def recover(self) -> None:
        """End the instances of a process that was killed, when the last thing is known of them."""
        last = (
            "SELECT seq, max(started, coalesce((SELECT max(minute) || ':00.000000Z' FROM measurements"
            " WHERE project_id = instances.project_id AND object_type = 'model_version' AND object_id = version_id),"
            " '')) AS last"
            " FROM instances WHERE ended IS NULL"
        )
        with self._storage.transaction() as db:
            for row in db.execute(last).fetchall():
                _end(db, row["seq"], _moment(row["last"]))

    def record(
        self,
        db: sqlite3.Connection,
        project_id: str,
        object_type: str,
        object_id: str,
        *,
        success: bool,
        seconds: float = 0.0,
        input_volume: int = 0,
        output_volume: int = 0,
        outputs: int = 0,
        object_requests: int = 0,
    ) -> None:
        """Count a request that has just ended. A project that is gone is left alone.

        Args:
            db: the database, in a transaction.
            project_id: the project.
            object_type: a key of `METRICS`.
            object_id: id of the version, connector or pipeline that was asked.
            success: how it ended.
            seconds: how long it took.
            input_volume: bytes that went in.
            output_volume: bytes that came out.
            outputs: data items that came out.
            object_requests: requests to objects that a request to a pipeline led to.
        """
        about = object_type, object_id, whole_second(self._clock())[: INTERVALS["minute"]]
        amounts = 0 if success else 1, seconds, input_volume, output_volume, outputs, object_requests
        if not count(db, _ADD, (*amounts, *about, project_id)):
            count(db, _BEGIN, (*about, *amounts, project_id))

    def started(self, db: sqlite3.Connection, project_id: str, version_id: str, memory: int) -> Optional[int]:
        """Note that an instance has started.

        Args:
            db: the database, in a transaction.
            project_id: the project.
            version_id: the version that it belongs to.
            memory: its memory allocation in MB.

        Returns:
            The number to give to `ended`; None in a project that is gone.
        """
        added = db.execute(
            "INSERT INTO instances (organization_id, project_id, version_id, memory, started)"
            " SELECT organization_id, id, ?, ?, ? FROM projects WHERE id = ?",
            (version_id, memory, micro(self._clock()), project_id),
        )
        return added.lastrowid if added.rowcount else None

    def ended(self, db: sqlite3.Connection, number: Optional[int], at: datetime) -> None:
        """Note that the instance of a number has ended."""
        _end(db, number, at)

    def series(
        self,
        db: sqlite3.Connection,
        scope: Tuple[str, str],
        object_type: str,
        metric: str,
        borders: Sequence[datetime],
        interval: str,
        object_id: Optional[str] = None,
    ) -> List[float]:
        """Return the values of a metric, one for each interval.

        Durations are averages over requests, instances are averages over time; everything else is a sum. Of several
        objects the sum is taken, but for durations, which are averages over the requests to all of them.

        Args:
            db: the database, in a transaction.
            scope: `project_id` or `organization_id`, and the id.
            object_type: a key of `METRICS`.
            metric: one of its metrics.
            borders: what `edges` gave.
            interval: a key of `INTERVALS`.
            object_id: the only object to look at.
        """
        if metric == "gb_seconds" and object_id is None and interval in ("day", "month"):
            return self._gb_seconds(db, scope, borders, interval)
        if metric not in _SUMS:
            return self._of_instances(db, scope, metric, borders, object_id)
        only = "AND object_id = :object" if object_id is not None else ""
        query = (
            f"SELECT substr(minute, 1, :width) AS start, {_SUMS[metric]} AS value FROM measurements"
            f" WHERE {scope[0]} = :scope AND object_type = :type {only} AND minute >= :first AND minute < :last"
            " GROUP BY start"
        )
        return _by_interval(db, query, borders, interval, scope=scope[1], type=object_type, object=object_id)

    def _gb_seconds(
        self, db: sqlite3.Connection, scope: Tuple[str, str], borders: Sequence[datetime], interval: str
    ) -> List[float]:
        """Return the GB seconds of days or months: of instances that have ended, and so far of those that run."""
        query = (
            f"SELECT substr(day, 1, :width) AS start, sum(used) AS value FROM gb_seconds WHERE {scope[0]} = :scope"
            " AND day >= :first AND day < :last GROUP BY start"
        )
        values = _by_interval(db, query, borders, interval, scope=scope[1])
        running = f"SELECT started, memory FROM instances WHERE {scope[0]} = ? AND ended IS NULL"
        now = self._clock()
        for row in db.execute(running, (scope[1],)):
            _add(values, borders, [(_moment(row["started"]), now)], row["memory"] / 1024)
        return [round(value, 6) for value in values]

    def _of_instances(
        self,
        db: sqlite3.Connection,
        scope: Tuple[str, str],
        metric: str,
        borders: Sequence[datetime],
        object_id: Optional[str],
    ) -> List[float]:
        now = self._clock()
        # The plus keeps SQLite from looking through all instances of the project for those of one version.
        where = f"{scope[0]} = :scope" if object_id is None else f"+{scope[0]} = :scope AND version_id = :object"
        rows = db.execute(
            "SELECT version_id, memory, started, coalesce(ended, :now) AS ended FROM instances"
            f" WHERE {where} AND started < :last AND (ended > :first OR ended IS NULL AND :now > :first)",
            {
                "now": micro(now),
                "scope": scope[1],
                "object": object_id,
                "first": micro(borders[0]),
                "last": micro(borders[-1]),
            },
        )
        lives: Dict[Tuple[str, int], List[Life]] = {}
        for row in rows:
            life = _moment(row["started"]), _moment(row["ended"])
            lives.setdefault((row["version_id"], row["memory"]), []).append(life)
        values = [0.0] * (len(borders) - 1)
        if metric == "gb_seconds":
            for (_, memory), each in lives.items():
                _add(values, borders, each, memory / 1024)
        elif metric == "active_time":
            versions: Dict[str, List[Life]] = {}
            for (version, _), each in lives.items():
                versions.setdefault(version, []).extend(each)
            for each in versions.values():
                _add(values, borders, _merged(each), 1.0)
        else:
            for each in lives.values():
                _add(values, borders, each, 1.0)
            # An average over the part of the interval that has passed.
            for index, value in enumerate(values):
                passed = (min(borders[index + 1], now) - borders[index]).total_seconds()
                values[index] = value / passed if passed > 0 else 0.0
        return [round(value, 6) for value in values]


def _by_interval(
    db: sqlite3.Connection, query: str, borders: Sequence[datetime], interval: str, **values: Optional[str]
) -> List[float]:
    """Return the values that a query finds for intervals, by the first characters of the dates in them."""
    width = INTERVALS[interval]
    starts = [micro(border)[:width] for border in borders]
    rows = db.execute(query, {**values, "width": width, "first": starts[0], "last": starts[-1]})
    found = {row["start"]: row["value"] for row in rows}
    return [found.get(start, 0) for start in starts[:-1]]


def _end(db: sqlite3.Connection, number: Optional[int], at: datetime) -> None:
    """Note the end of an instance, unless it is not stored, and what it has used on each day of its life."""
    db.execute("UPDATE instances SET ended = ? WHERE seq = ?", (micro(at), number))
    row = one(db, "SELECT * FROM instances WHERE seq = ?", (number,))
    started = at if row is None else _moment(row["started"])
    if row is None or started >= at:
        return
    borders = list(edges(started, at, "day"))
    used = [0.0] * (len(borders) - 1)
    _add(used, borders, [(started, at)], row["memory"] / 1024)
    for border, share in zip(borders, used):
        about = {name: row[name] for name in ("organization_id", "project_id")}
        db.execute(_SHARES, {**about, "day": day(micro(border)), "used": share})


def _moment(stored: str) -> datetime:
    return datetime.fromisoformat(stored[:-1] + "+00:00")


def _merged(lives: Iterable[Life]) -> List[Life]:
    """Return the times in which at least one instance ran."""
    merged: List[Life] = []
    for start, end in sorted(lives):
        if merged and start <= merged[-1][1]:
            merged[-1] = merged[-1][0], max(merged[-1][1], end)
        else:
            merged.append((start, end))
    return merged


def _add(values: List[float], borders: Sequence[datetime], lives: Iterable[Life], weight: float) -> None:
    """Add to the value of each interval the seconds of lives in it, times a weight."""
    for start, end in lives:
        index = max(bisect_right(borders, start) - 1, 0)
        while index < len(values) and borders[index] < end:
            overlap = (min(end, borders[index + 1]) - max(start, borders[index])).total_seconds()
            values[index] += max(overlap, 0.0) * weight
            index += 1
