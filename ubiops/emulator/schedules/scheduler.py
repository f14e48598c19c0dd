"""Request schedules: requests that are made when their time has come."""

from __future__ import annotations

import json
import logging
import sqlite3
import threading
from datetime import datetime, timedelta
from typing import Any, Callable, Optional, Sequence

from ..common.background import Background
from ..common.database import Row, must, one
from ..common.dates import micro, parse
from ..common.errors import ApiError
from ..pipelines import Pipelines
from ..serving.batches import Batches
from ..serving.builds import load_version, subject
from ..serving.execution import Execution
from ..serving.run import Order
from ..state.logs import Logs, Subject
from ..state.storage import Storage
from .cron import next_run

_log = logging.getLogger("ubiops.emulator")

_LONGEST_WAIT = 60.0  # seconds; a clock that is set, or a machine that sleeps, is noticed after this time at the latest
_SHORTEST_WAIT = 0.1  # seconds; a clock that stands still can stand just before the time
_SET_BACK = timedelta(minutes=1)


class Scheduler:
    """Makes the requests of all schedules, each in a thread of its own.

    A schedule whose time came several times since the last look, because the clock was moved or the machine slept,
    makes one request. What was missed while the emulator did not run is not made up for.

    Args:
        storage: the state, with the schedules.
        clock: tells the time by which they run.
        execution: carries out direct requests to versions.
        batches: takes batch requests to versions.
        pipelines: takes both kinds of requests to pipelines.
        logs: gets a line for every request, and the reasons of those that could not be made.
        chores: what else goes by the clock; called once in a while, and whenever the clock was moved.
    """

    def __init__(
        self,
        storage: Storage,
        clock: Callable[[], datetime],
        execution: Execution,
        batches: Batches,
        pipelines: Pipelines,
        logs: Logs,
        chores: Sequence[Callable[[], None]] = (),
    ) -> None:
        self._storage = storage
        self._clock = clock
        self._execution = execution
        self._batches = batches
        self._pipelines = pipelines
        self._logs = logs
        self._chores = chores
        self._awake = threading.Event()
        self._stopping = False
        self._last: Optional[datetime] = None
        self._keeper: Optional[threading.Thread] = None
        self._background = Background("ubiops-schedule")

    def resume(self) -> None:
        """Begin, or begin anew with the stored schedules: the next runs are those after now."""
        with self._storage.transaction() as db:
            self._plan_all(db)
        if self._keeper is None:
            self._keeper = threading.Thread(target=self._keep_time, name="ubiops-scheduler", daemon=True)
            self._keeper.start()
        self.wake()

    def plan(self, schedule: str, enabled: bool) -> Optional[str]:
        """Return the next run of a schedule in the shape of storage; None while it is disabled.

        Raises:
            ValueError: it is no schedule; the text says what would be right.
        """
        moment = next_run(schedule, self._clock())
        return micro(moment) if enabled else None

    def wake(self) -> None:
        """Look at the clock and at the schedules now, because one of them has changed."""
        self._awake.set()

    def stop(self) -> None:
        """Make no more requests. Call `join` once nothing keeps those that run."""
        self._stopping = True
        self._awake.set()
        if self._keeper is not None:
            self._keeper.join()

    def join(self) -> None:
        """Wait until the requests that were made have ended."""
        self._background.join()

    def _keep_time(self) -> None:
        while not self._stopping:
            wait = _LONGEST_WAIT
            try:
                wait = self._start_due()
            except Exception:
                _log.exception("The scheduler failed; it goes on in a minute")
            for chore in self._chores:
                try:
                    chore()
                except Exception:
                    _log.exception("The scheduler could not tidy up; it tries again in a minute")
            self._awake.wait(wait)
            self._awake.clear()

    def _start_due(self) -> float:
        """Start what is due; return the seconds until there may be something to do again."""
        with self._storage.transaction() as db:
            now = self._clock()
            if self._last is not None and now < self._last - _SET_BACK:
                self._plan_all(db)
            self._last = now
            due = db.execute("SELECT * FROM schedules WHERE next_run <= ? ORDER BY next_run, seq", (micro(now),))
            rows = due.fetchall()
            for row in rows:
                self._plan(db, row)
            first = must(db, "SELECT min(next_run) AS next_run FROM schedules")["next_run"]
        for row in rows:
            self._background.submit(self._run, row)
        if first is None:
            return _LONGEST_WAIT
        left = (parse(first, "next_run") - now).total_seconds()
        return min(max(left, _SHORTEST_WAIT), _LONGEST_WAIT)

    def _plan_all(self, db: sqlite3.Connection) -> None:
        for row in db.execute("SELECT * FROM schedules WHERE enabled").fetchall():
            self._plan(db, row)

    def _plan(self, db: sqlite3.Connection, row: Row) -> None:
        coming = self.plan(row["schedule"], enabled=True)
        db.execute("UPDATE schedules SET next_run = ? WHERE id = ?", (coming, row["id"]))

    def _run(self, row: Row) -> None:
        try:
            data = json.loads(row["request_data"])
            if row["version_id"] is not None:
                self._request_version(row, data)
            else:
                self._request_pipeline(row, data)
        except Exception:
            _log.exception("Schedule %s failed", row["name"])

    def _request_version(self, row: Row, data: Any) -> None:
        version_id: str = row["version_id"]
        request_id = self._storage.ids.new()
        with self._storage.transaction() as db:
            version = load_version(db, version_id)
            if version is None:
                return
            complaint = None
            try:
                self._execution.check_ready(db, version)
                self._execution.check(db, version, data)
            except ApiError as error:
                complaint = str(error)
            if row["batch"] and complaint is None:
                request_id = self._batches.add(db, version_id, [data])[0]["id"]
                self._batches.wake(db, version_id)
            self._note(db, row, subject(version, None if complaint else request_id), complaint)
        if complaint is None and not row["batch"]:
            self._execution.run(version_id, Order(data, request_id, row["timeout"]))

    def _request_pipeline(self, row: Row, data: Any) -> None:
        pipeline_id: str = row["pipeline_id"]
        request_id = complaint = None
        with self._storage.transaction() as db:
            pipeline = one(db, "SELECT * FROM pipelines WHERE id = ?", (pipeline_id,))
            if pipeline is None:
                return
            try:
                self._pipelines.check(db, pipeline, data)
                self._pipelines.check_ready(db, pipeline)
            except ApiError as error:
                complaint = str(error)
            if row["batch"] and complaint is None:
                request_id = self._pipelines.add(db, pipeline_id, [data])[0]["id"]
                self._pipelines.wake(db, pipeline_id)
            about = Subject(row["project_id"], pipeline_id=pipeline_id, pipeline_request_id=request_id)
            self._note(db, row, about, complaint)
        if complaint is None and not row["batch"]:
            timeout: int = row["timeout"]
            self._pipelines.run(pipeline_id, data, pipeline_timeout=timeout, model_timeout=timeout)

    def _note(self, db: sqlite3.Connection, row: Row, about: Subject, complaint: Optional[str]) -> None:
        text = f"Schedule {row['name']}: " + (f"no request was made. {complaint}" if complaint else "a request is made")
        self._logs.add(db, about, text, system=True)
