"""Batch requests to versions."""

from __future__ import annotations

import json
import sqlite3
from datetime import datetime
from typing import Callable

from ..runtime import Outcome
from ..state.storage import Storage
from .execution import Execution
from .queues import Queue

TIMEOUT = 14400  # seconds for one request, waiting for an instance included


class Batches(Queue):
    """Runs the batch requests of all versions: as many of a version at a time as it may have instances.

    Args:
        storage: the state, with the queues.
        execution: carries out single requests.
        clock: tells the time for the dates of requests.
    """

    def __init__(self, storage: Storage, execution: Execution, clock: Callable[[], datetime]) -> None:
        super().__init__(storage, clock, execution, "batch_requests", "version_id")

    def workers(self, db: sqlite3.Connection, owner_id: str) -> int:
        """Return the maximum number of instances of a version; 0 if it is not there."""
        row = db.execute("SELECT maximum_instances FROM versions WHERE id = ?", (owner_id,)).fetchone()
        return max(row["maximum_instances"], 1) if row else 0

    def work(self, row: sqlite3.Row) -> Outcome:
        """Carry out a request."""
        data = json.loads(row["data"])
        return self._execution.run(
            row["version_id"], data, timeout=TIMEOUT, request_id=row["id"], wanted=self.wanting(row["id"])
        )
