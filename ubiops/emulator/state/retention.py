"""What is removed after a time, so that an emulator with a long life stays as fast as a new one."""

# ruff: noqa: S608 - queries are put together of pieces that stand here

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Callable, Dict, Iterator, Tuple

from ..common.database import must
from ..common.dates import day, micro
from .storage import Storage

REQUESTS = timedelta(days=31)
"""How long batch requests are kept after they have ended."""

LIVES = timedelta(days=35)
"""How long it is known when each instance ran."""

TOTALS = timedelta(days=400)
"""How long there are metrics and usage: that of the present month and of the twelve before."""

DETAILS = ((timedelta(days=7), 13, ":00"), (LIVES, 10, "T00:00"))
"""After which times measurements of minutes are summed up, to those of hours and then of days.

With each time: how much of the text of a minute is kept, and what stands in place of the rest.
"""

_PERIOD = "minute >= :first AND minute < :last"
_FINER = f"{_PERIOD} AND substr(minute, :kept + 1) <> :rest"
_SUM_UP = (
    "INSERT INTO measurements SELECT organization_id, project_id, object_type, object_id,"
    " substr(minute, 1, :kept) || :rest AS begin, sum(requests), sum(failures), sum(seconds), sum(input_volume),"
    f" sum(output_volume), sum(outputs), sum(object_requests) FROM measurements WHERE {_FINER}"
    " GROUP BY organization_id, project_id, object_type, object_id, begin"
    " ON CONFLICT (project_id, object_type, object_id, minute) DO UPDATE"
    " SET requests = requests + excluded.requests, failures = failures + excluded.failures,"
    " seconds = seconds + excluded.seconds, input_volume = input_volume + excluded.input_volume,"
    " output_volume = output_volume + excluded.output_volume, outputs = outputs + excluded.outputs,"
    " object_requests = object_requests + excluded.object_requests"
)
# What keeps a name: the thing itself, lines of the log, and the names of its parts.
_KEEPERS = (
    "models WHERE id",
    "versions WHERE id",
    "connectors WHERE id",
    "pipelines WHERE id",
    "pipeline_objects WHERE id",
    "logs WHERE version_id",
    "logs WHERE connector_id",
    "logs WHERE pipeline_id",
    "logs WHERE pipeline_object_id",
    "names AS parts WHERE parent_id",
)
_UNUSED = "".join(f" AND NOT EXISTS (SELECT 1 FROM {keeper} = names.id)" for keeper in _KEEPERS)
_NAMES = 500  # looked at in one transaction


class Retention:
    """Removes what is older than it is kept, by the emulator's clock.

    Args:
        storage: the state.
        clock: tells the time.
    """

    def __init__(self, storage: Storage, clock: Callable[[], datetime]) -> None:
        self._storage = storage
        self._clock = clock
        self._swept = ""
        self._summed_up: Dict[int, str] = {}  # until when, by how much is kept of a minute

    def sweep(self) -> None:
        """Remove what is too old, unless that was done in this hour: all of it in short transactions."""
        now = self._clock()
        hour = micro(now)[:13]
        if hour == self._swept:
            return
        for table in ("batch_requests", "batch_pipeline_requests"):
            ended = "status IN ('completed', 'failed') AND time_last_updated < ?"
            self._storage.remove_rows(table, ended, (micro(now - REQUESTS),))
        self._storage.remove_rows("instances", "ended < ?", (micro(now - LIVES),))
        for age, kept, rest in DETAILS:
            self._sum_up(micro(now - age), kept, rest)
        self._forget_totals(micro(now - TOTALS))
        self._forget_names()
        self._swept = hour

    def _sum_up(self, last: str, kept: int, rest: str) -> None:
        done = self._summed_up.get(kept, "")
        for period in self._days(done if done <= last else "", last):  # the clock may have been set back
            values = {"first": period[0], "last": period[1], "kept": kept, "rest": rest}
            with self._storage.transaction() as db:
                db.execute(_SUM_UP, values)
                db.execute(f"DELETE FROM measurements WHERE {_FINER}", values)
        self._summed_up[kept] = last

    def _forget_totals(self, last: str) -> None:
        for first, end in self._days("", last):
            with self._storage.transaction() as db:
                db.execute(f"DELETE FROM measurements WHERE {_PERIOD}", {"first": first, "last": end})
        with self._storage.transaction() as db:
            mine = "organization_id IN (SELECT id FROM organizations)"  # the first column of the index
            db.execute(f"DELETE FROM gb_seconds WHERE {mine} AND day < ?", (day(last),))

    def _days(self, first: str, last: str) -> Iterator[Tuple[str, str]]:
        """Give the periods of days in which there are measurements, within a longer period."""
        while True:
            with self._storage.transaction() as db:
                values = {"first": first, "last": last}
                found = must(db, f"SELECT min(minute) FROM measurements WHERE {_PERIOD}", values)[0]
            if found is None:
                return
            first = day(found) + "Z"  # which comes after all minutes of the day
            yield day(found), min(first, last)

    def _forget_names(self) -> None:
        """Forget what things were called that are gone, once no line of the log is about them."""
        with self._storage.transaction() as db:
            most = must(db, "SELECT coalesce(max(rowid), 0) FROM names")[0]
        for which in ("parent_id IS NOT NULL", "parent_id IS NULL"):  # parts before what they are parts of
            for after in range(0, most, _NAMES):
                where = f"rowid > ? AND rowid <= ? AND {which}{_UNUSED}"
                self._storage.remove_rows("names", where, (after, after + _NAMES))
