"""What batch requests to versions and to pipelines have in common: how they are created, listed, collected, deleted."""

from __future__ import annotations

import json
import sqlite3
from abc import ABC, abstractmethod
from typing import Any, Dict, List

from ..call import Call
from ..common.database import Row
from ..common.dates import milli
from ..common.errors import bad_request
from ..platform import Platform
from ..serving.fields import DataError
from ..serving.queues import Queue


class Queued(ABC):
    """The handlers of one kind of batch requests.

    Args:
        id_name: name of the path parameter that holds the id of a request.
    """

    def __init__(self, id_name: str) -> None:
        self._id_name = id_name

    @abstractmethod
    def queue(self, platform: Platform) -> Queue:
        """Return the queue that the requests are in."""

    @abstractmethod
    def owner(self, db: sqlite3.Connection, call: Call) -> Row:
        """Return what the path names; its `id` is that of the owner of the queue."""

    @abstractmethod
    def check_ready(self, db: sqlite3.Connection, call: Call, owner: Row) -> None:
        """Refuse if no request could be carried out now."""

    @abstractmethod
    def check(self, db: sqlite3.Connection, call: Call, owner: Row, data: Any) -> None:
        """Raise `DataError` if an input does not fit."""

    @abstractmethod
    def details(self, row: Row) -> Dict[str, Any]:
        """Return what the answers show of a request beyond lists."""

    def create(self, call: Call) -> List[Dict[str, Any]]:
        """Queue requests: all of the body, or none."""
        items = call.body if isinstance(call.body, list) else [call.body]
        queue = self.queue(call.platform)
        with call.transaction() as db:
            owner = self.owner(db, call)
            self.check_ready(db, call, owner)
            position = 0
            try:
                for position, item in enumerate(items):  # noqa: B007 - the message needs it
                    self.check(db, call, owner, item)
            except DataError as error:
                raise bad_request(f"Request {position} of the list, counted from 0: {error}") from None
            rows = queue.add(db, owner["id"], items)
            queue.wake(db, owner["id"])
            return [{name: _listed(row)[name] for name in ("id", "status", "time_created")} for row in rows]

    def list(self, call: Call) -> List[Dict[str, Any]]:
        """List requests without their data."""
        with call.transaction() as db:
            rows = self.queue(call.platform).select(db, self.owner(db, call)["id"], call.query)
            return [_listed(row) for row in rows]

    def get(self, call: Call) -> Dict[str, Any]:
        """Show one request."""
        return self._collected(call, [call.path[self._id_name]])[0]

    def collect(self, call: Call) -> List[Dict[str, Any]]:
        """Show several requests: all that the body names, or none."""
        return self._collected(call, call.body)

    def delete(self, call: Call) -> None:
        """Delete one request."""
        self._delete(call, [call.path[self._id_name]])

    def batch_delete(self, call: Call) -> Dict[str, Any]:
        """Delete several requests: all that the body names, or none."""
        self._delete(call, call.body)
        return {}

    def _collected(self, call: Call, ids: List[str]) -> List[Dict[str, Any]]:
        with call.transaction() as db:
            rows = self.queue(call.platform).find(db, self.owner(db, call)["id"], ids)
            return [
                {
                    **_listed(row),
                    "request_data": json.loads(row["data"]),
                    **self.details(row),
                    "error_message": row["error_message"],
                }
                for row in rows
            ]

    def _delete(self, call: Call, ids: List[str]) -> None:
        with call.transaction() as db:
            self.queue(call.platform).delete(db, self.owner(db, call)["id"], ids)
        self.queue(call.platform).cancel_deleted()


def _listed(row: Row) -> Dict[str, Any]:
    return {
        "id": row["id"],
        "status": row["status"],
        "success": bool(row["success"]),
        "time_created": milli(row["time_created"]),
        "time_last_updated": milli(row["time_last_updated"]),
    }
