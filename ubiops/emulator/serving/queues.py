"""Queues of requests: kept in the database, worked off in the background."""

# ruff: noqa: S608 - the names of the table and its column come from the subclasses, not from callers

from __future__ import annotations

import json
import logging
import sqlite3
import threading
from abc import ABC, abstractmethod
from concurrent.futures import Future, wait
from datetime import datetime
from typing import Any, Callable, Dict, List, Mapping, Optional, Protocol, Sequence, Set, Tuple

from ..common.database import Row, one
from ..common.dates import micro, whole_milliseconds
from ..common.errors import disk_full, not_found
from ..common.loop import Loop
from ..runtime import Outcome
from ..state.storage import Storage
from .execution import Execution

_log = logging.getLogger("ubiops.emulator")


class Work(Protocol):
    """A request that was taken from a queue."""

    async def carry_out(self) -> Outcome:
        """Return what becomes of it, in the loop. Nothing is raised."""

    def give_up(self) -> None:
        """Do not carry it out: it has not been taken after all."""

    def record(self, db: sqlite3.Connection) -> None:
        """Keep account of it once it has ended, in the transaction that stores its outcome."""


class Queue(ABC):
    """Requests in a table, which belong to owners: versions or pipelines. Each owner's are taken in their order.

    What was pending or running when the emulator ended is run after the next start.

    Args:
        storage: the state, with the table.
        clock: tells the time for the dates of requests.
        execution: carries out requests to versions, which is what all of these come to.
        loop: where they are worked off.
        table: name of the table.
        owner: its column with the id of the owner.
    """

    def __init__(
        self,
        storage: Storage,
        clock: Callable[[], datetime],
        execution: Execution,
        loop: Loop,
        table: str,
        owner: str,
    ) -> None:
        self._storage = storage
        self._clock = clock
        self._execution = execution
        self._loop = loop
        self._table = table
        self._owner = owner
        self._lock = threading.Lock()
        self._workers: Dict[str, Set[object]] = {}  # by owner
        self._running: Set[Future[None]] = set()
        self._wanted: Set[str] = set()  # ids of those that are being carried out, and have not been deleted
        self._stopping = False

    @abstractmethod
    def workers(self, db: sqlite3.Connection, owner_id: str) -> int:
        """Return how many requests of an owner may run at a time; 0 if the owner is not there."""

    @abstractmethod
    def begin(self, db: sqlite3.Connection, row: Row) -> Work:
        """Take on a request, in the transaction that takes it from the queue; its row tells what to do."""

    def resume(self) -> None:
        """Go on with what was pending or running when the emulator ended."""
        with self._storage.transaction() as db:
            db.execute(f"UPDATE {self._table} SET status = 'pending' WHERE status = 'processing'")
            query = f"SELECT DISTINCT {self._owner} AS owner FROM {self._table} WHERE status = 'pending'"
            for row in db.execute(query).fetchall():
                self.wake(db, row["owner"])

    def add(self, db: sqlite3.Connection, owner_id: str, items: Sequence[Any]) -> Sequence[Row]:
        """Append requests to the queue of an owner; `wake` it in the same transaction.

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

    def select(self, db: sqlite3.Connection, owner_id: str, wanted: Mapping[str, Any]) -> Sequence[Row]:
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

    def find(self, db: sqlite3.Connection, owner_id: str, ids: Sequence[str]) -> List[Row]:
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

    def wake(self, db: sqlite3.Connection, owner_id: str) -> None:
        """See to it that the queue of an owner is worked off, from the end of the transaction on."""
        most = self.workers(db, owner_id)
        query = f"SELECT 1 FROM {self._table} WHERE {self._owner} = ? AND status = 'pending' LIMIT ?"
        pending = len(db.execute(query, (owner_id, most)).fetchall())
        with self._lock:
            more = 0 if self._stopping else min(pending, most - len(self._workers.get(owner_id, ())))
            for _ in range(more):
                worker = object()
                self._workers.setdefault(owner_id, set()).add(worker)
                running = self._loop.start(self._work_off(owner_id, worker))
                self._running.add(running)
                running.add_done_callback(self._running.discard)

    def stop(self) -> None:
        """Stop taking requests from the queues. Call `join` once the builds are stopped."""
        with self._lock:
            self._stopping = True

    def join(self) -> None:
        """Wait until nothing is worked at any more."""
        wait(list(self._running))

    async def _work_off(self, owner_id: str, worker: object) -> None:
        try:
            taken = await self._proceed(owner_id, worker)
            while taken is not None:
                request_id, work = taken
                outcome = await work.carry_out()
                if self._stopping:
                    break  # it was cut short: the next start runs it again
                taken = await self._proceed(owner_id, worker, (request_id, work, outcome))
                self._wanted.discard(request_id)
        except Exception:
            _log.exception("The queue of %s %s stopped", self._owner, owner_id)
        finally:
            self._leave(owner_id, worker)

    async def _proceed(
        self, owner_id: str, worker: object, ended: Optional[Tuple[str, Work, Outcome]] = None
    ) -> Optional[Tuple[str, Work]]:
        """Store what became of a request, and take the next one or leave: all in one transaction.

        In one, too, lest a request is added in between, and waits for ever.
        """
        query = f"SELECT * FROM {self._table} WHERE {self._owner} = ? AND status = 'pending' ORDER BY seq LIMIT 1"
        taken: List[Tuple[str, Work]] = []

        def change(db: sqlite3.Connection) -> None:
            while taken:  # by a transaction that a full disk has undone
                taken.pop()[1].give_up()
            if ended is not None:
                request_id, work, outcome = ended
                work.record(db)
                self._update(db, request_id, "completed" if outcome.success else "failed", outcome)
            row = None if self._stopping else one(db, query, (owner_id,))
            if row is None:
                self._leave(owner_id, worker)
                return
            self._update(db, row["id"], "processing", Outcome(False, None, None))
            self._wanted.add(row["id"])
            taken.append((row["id"], self.begin(db, row)))

        try:
            with self._storage.transaction() as db:
                change(db)
        except sqlite3.OperationalError as error:
            if not disk_full(error):
                raise
            await self._loop.aside(self._storage.retry_while_full, change, lambda: self._stopping)
        return taken[0] if taken else None

    def _leave(self, owner_id: str, worker: object) -> None:
        with self._lock:
            workers = self._workers.get(owner_id, set())
            workers.discard(worker)
            if not workers:
                self._workers.pop(owner_id, None)

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
