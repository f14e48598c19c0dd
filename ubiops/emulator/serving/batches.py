"""Batch requests to versions."""

from __future__ import annotations

import json
import sqlite3
from datetime import datetime
from typing import Callable

from ..common.database import Row
from ..common.loop import Loop
from ..state.storage import Storage
from .execution import Execution
from .queues import Queue, Work
from .run import Order

TIMEOUT = 14400  # seconds for one request, waiting for an instance included


class Batches(Queue):
    """Runs the batch requests of all versions: as many of a version at a time as it may have instances.

    Args:
        storage: the state, with the queues.
        execution: carries out single requests.
        clock: tells the time for the dates of requests.
        loop: where requests wait for models.
    """

    def __init__(self, storage: Storage, execution: Execution, clock: Callable[[], datetime], loop: Loop) -> None:
        super().__init__(storage, clock, execution, loop, "batch_requests", "version_id")

    def workers(self, db: sqlite3.Connection, owner_id: str) -> int:
        """Return the maximum number of instances of a version; 0 if it is not there."""
        row = db.execute("SELECT maximum_instances FROM versions WHERE id = ?", (owner_id,)).fetchone()
        return max(row["maximum_instances"], 1) if row else 0

    def begin(self, db: sqlite3.Connection, row: Row) -> Work:
        """Take on a request."""
        order = Order(json.loads(row["data"]), row["id"], TIMEOUT, wanted=self.wanting(row["id"]))
        return self._execution.begin_if_ready(db, row["version_id"], order)
