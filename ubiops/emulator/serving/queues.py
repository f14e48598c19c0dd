"""Queues of requests: kept in the database, worked off by threads in the background."""

# ruff: noqa: S608 - the names of the table and its column come from the subclasses, not from callers

from __future__ import annotations

import json
import logging
import sqlite3
import threading
from abc import ABC, abstractmethod
from datetime import datetime
from typing import Any, Callable, Dict, List, Mapping, Optional, Sequence, Set

from ..common.background import Background
from ..common.dates import micro, whole_milliseconds
from ..common.errors import not_found
from ..runtime import Outcome
from ..state.storage import Storage, one
from .execution import Execution

_log = logging.getLogger("ubiops.emulator")


class Queue(ABC):
    """Requests in a table, which belong to owners: versions or pipelines. Each owner's are taken in their order.

    What was pending or running when the emulator ended is run after the next start.

    Args:
        storage: the state, with the table.
        clock: tells the time for the dates of requests.
        execution: carries out requests to versions, which is what all of these come to.
        table: name of the table.
        owner: its column with the id of the owner.
    """

    def __init__(
        self, storage: Storage, clock: Callable[[], datetime], execution: Execution, table: str, owner: str
    ) -> None:
        self._storage = storage
        self._clock = clock
        self._execution = execution
        self._table = table
        self._owner = owner
        self._lock = threading.Lock()
        self._runners: Dict[str, int] = {}
        self._background = Background("ubiops-batch")
        self._wanted: Set[str] = set()  # ids of those that are being carried out, and have not been deleted
        self._stopping = False

    @abstractmethod
    def workers(self, db: sqlite3.Connection, owner_id: str) -> int:
        """Return how many requests of an owner may run at a time; 0 if the owner is not there."""

    @abstractmethod
    def work(self, row: sqlite3.Row) -> Outcome:
        """Carry out a request; its row tells what to do. Nothing is raised."""

    def resume(self) -> None:
        """Go on with what was pending or running when the emulator ended."""
        with self._storage.transaction() as db:
            db.execute(f"UPDATE {self._table} SET status = 'pending' WHERE status = 'processing'")
            query = f"SELECT DISTINCT {self._owner} AS owner FROM {self._table} WHERE status = 'pending'"
            rows = db.execute(query).fetchall()
        for row in rows:
            self.wake(row["owner"])

    def add(self, db: sqlite3.Connection, owner_id: str, items: Sequence[Any]) -> Sequence[sqlite3.Row]:
        """Append requests to the queue of an owner; `wake` it after the transaction.

        Args:
            db: the database, in a transaction.
            owner_id: the owner.
            items: the inputs, already checked.

        Returns:
            The rows of the requests.
        """
        now = micro(whole_milliseconds(self._clock()))
        first = db.execute(f"SELECT coalesce(max(seq), 0) AS seq FROM {self._table}").fetchone()["seq"]
        db.executemany(
            f"INSERT INTO {self._table} (id, {self._owner}, status, success, data, time_created, time_last_updated)"
            " VALUES (?, ?, 'pending', 0, ?, ?, ?)",
            [(self._storage.ids.new(), owner_id, json.dumps(item), now, now) for item in items],
        )
        return db.execute(f"SELECT * FROM {self._table} WHERE seq > ? ORDER BY seq", (first,)).fetchall()

    def select(self, db: sqlite3.Connection, owner_id: str, wanted: Mapping[str, Any]) -> Sequence[sqlite3.Row]:
        """Return requests of an owner.

        Args:
            db: the database, in a transaction.
            owner_id: the owner.
            wanted: `limit`, `offset`, `sort` (`asc` or `desc`), and `status` and `success` if only such are wanted.
        """
        status, success = wanted.get("status"), wanted.get("success")
        if success and status is None:
            status = "completed"
        if None not in (status, success) and success != (status == "completed"):
            return []
        # Each of these has an index that gives the rows in their order; see schema.sql.
        only = "AND status = :status" if status is not None else "AND NOT success" if success is not None else ""
        direction = "ASC" if wanted["sort"] == "asc" else "DESC"
        return db.execute(
            f"SELECT * FROM {self._table} WHERE {self._owner} = :owner {only} ORDER BY seq {direction}"
            " LIMIT :limit OFFSET :offset",
            {**wanted, "status": status, "owner": owner_id},
        ).fetchall()

    def find(self, db: sqlite3.Connection, owner_id: str, ids: Sequence[str]) -> List[sqlite3.Row]:
        """Return the requests with these ids, in the order of their creation.

        Raises:
            ApiError: 404 if one of them is not there.
        """
        rows = db.execute(
            # The plus keeps SQLite from looking through all requests of the owner.
            f"SELECT * FROM {self._table} WHERE +{self._owner} = ? AND id IN (SELECT value FROM json_each(?))"
            " ORDER BY seq",
            (owner_id, json.dumps(ids)),
        ).fetchall()
        missing = set(ids) - {row["id"] for row in rows}
        if missing:
            raise not_found("batch request", next(each for each in ids if each in missing))
        return rows

    def delete(self, db: sqlite3.Connection, owner_id: str, ids: Sequence[str]) -> None:
        """Remove requests; call `cancel_deleted` after the transaction.

        Raises:
            ApiError: 404 if one of them is not there.
        """
        rows = self.find(db, owner_id, ids)
        db.executemany(f"DELETE FROM {self._table} WHERE seq = ?", [(row["seq"],) for row in rows])

    def cancel_deleted(self) -> None:
        """Begin nothing more of the requests that were deleted, themselves or with their owner."""
        with self._storage.transaction() as db:
            wanted = json.dumps(list(self._wanted))
            query = f"SELECT id FROM {self._table} WHERE id IN (SELECT value FROM json_each(?))"
            kept = {row["id"] for row in db.execute(query, (wanted,))}
            self._wanted &= kept
        self._execution.cancel_unwanted()

    def wanting(self, request_id: str) -> Callable[[], bool]:
        """Return what tells whether a request that is being carried out has not been deleted."""
        return lambda: request_id in self._wanted

    def wake(self, owner_id: str) -> None:
        """Make sure that threads work on the queue of an owner."""
        query = f"SELECT count(*) AS pending FROM {self._table} WHERE {self._owner} = ? AND status = 'pending'"
        with self._storage.transaction() as db:
            pending = db.execute(query, (owner_id,)).fetchone()["pending"]
            most = self.workers(db, owner_id)
        with self._lock:
            running = self._runners.get(owner_id, 0)
            more = 0 if self._stopping else min(pending, most - running)
            for _ in range(more):
                self._runners[owner_id] = self._runners.get(owner_id, 0) + 1
                self._background.submit(self._run, owner_id)

    def stop(self) -> None:
        """Stop taking requests from the queues. Call `join` once the builds are stopped."""
        with self._lock:
            self._stopping = True

    def join(self) -> None:
        """Wait until the threads have ended."""
        self._background.join()

    def _run(self, owner_id: str) -> None:
        try:
            while True:
                row = self._next(owner_id)
                if row is None:
                    break
                outcome = self.work(row)
                if self._stopping:
                    break  # it was cut short: the next start runs it again
                self._store(row["id"], outcome)
        except Exception:
            _log.exception("The queue of %s %s stopped", self._owner, owner_id)
            self._leave(owner_id)

    def _next(self, owner_id: str) -> Optional[sqlite3.Row]:
        """Take the next request, or leave: in one transaction, lest one is added in between and waits for ever."""
        query = f"SELECT * FROM {self._table} WHERE {self._owner} = ? AND status = 'pending' ORDER BY seq LIMIT 1"

        def take(db: sqlite3.Connection) -> Optional[sqlite3.Row]:
            row = None if self._stopping else one(db, query, (owner_id,))
            if row is None:
                self._leave(owner_id)
            else:
                self._update(db, row["id"], "processing", Outcome(False, None, None))
                self._wanted.add(row["id"])
            return row

        return self._storage.retry_while_full(take, lambda: self._stopping)

    def _leave(self, owner_id: str) -> None:
        with self._lock:
            self._runners[owner_id] -= 1
            if not self._runners[owner_id]:
                del self._runners[owner_id]

    def _store(self, request_id: str, outcome: Outcome) -> None:
        status = "completed" if outcome.success else "failed"
        self._storage.retry_while_full(lambda db: self._update(db, request_id, status, outcome), lambda: self._stopping)
        self._wanted.discard(request_id)

    def _update(self, db: sqlite3.Connection, request_id: str, status: str, outcome: Outcome) -> None:
        db.execute(
            f"UPDATE {self._table} SET status = ?, success = ?, result = ?, error_message = ?, time_last_updated = ?"
            " WHERE id = ?",
            (
                status,
                outcome.success,
                json.dumps(outcome.result),
                outcome.error_message,
                micro(whole_milliseconds(self._clock())),
                request_id,
            ),
        )
