"""Verification of credentials and connectors, in the background."""

from __future__ import annotations

import json
import logging
import sqlite3
import threading
from typing import Mapping, Optional

from ..common.background import Background
from ..common.database import Row, one
from ..common.errors import LONGEST_MESSAGE
from ..state.storage import Storage
from .backend import ConnectorError
from .backends import Backends
from .catalogue import TYPES, complete, scrubbed

PENDING, FAILED, AVAILABLE = "pending_verification", "failed_verification", "available"

_log = logging.getLogger("ubiops.emulator")

_WORKERS = 4
# All that a verification depends on: its result is dropped if something of it has changed meanwhile.
_QUERIES: Mapping[str, str] = {
    "credentials": "SELECT type, configuration AS credentials FROM credentials WHERE id = ?",
    "connectors": (
        "SELECT connectors.type, credentials.configuration AS credentials, connectors.configuration, input_fields"
        " FROM connectors JOIN credentials ON credentials.id = credentials_id WHERE connectors.id = ?"
    ),
}


class Verification:
    """Verifies what is `pending_verification`.

    Args:
        storage: the state.
        backends: what verifies, by type.
        stop: set when the emulator stops; what is pending then is verified after the next start.
    """

    def __init__(self, storage: Storage, backends: Backends, stop: threading.Event) -> None:
        self._storage = storage
        self._backends = backends
        self._stop = stop
        self._lock = threading.Lock()
        self._background = Background("ubiops-verification", _WORKERS)

    def resume(self) -> None:
        """Begin with what is pending."""
        for table in _QUERIES:
            with self._storage.transaction() as db:
                query = f"SELECT id FROM {table} WHERE status = ? ORDER BY seq"  # noqa: S608 - the tables are above
                rows = db.execute(query, (PENDING,)).fetchall()
            for row in rows:
                self.begin(table, row["id"])

    def begin(self, table: str, row_id: str) -> None:
        """Verify in the background what was stored as pending.

        Args:
            table: `credentials` or `connectors`.
            row_id: id of the row.
        """
        with self._lock:
            if not self._stop.is_set():
                self._background.submit(self._verify, table, row_id)

    def join(self) -> None:
        """Wait until nothing is being verified any more. Call it when the emulator stops."""
        with self._lock:  # whoever begins one has seen that the emulator stops, or has begun it
            pass
        self._background.join()

    def _verify(self, table: str, row_id: str) -> None:
        try:
            with self._storage.transaction() as db:
                subject = one(db, _QUERIES[table], (row_id,))
            if subject is None or self._stop.is_set():
                return
            complaint = self._complaint(table, subject)
            if self._stop.is_set():
                return
            self._storage.retry_while_full(
                lambda db: self._note(db, table, row_id, subject, complaint), self._stop.is_set
            )
        except Exception:
            _log.exception("Verifying the %s %s failed", table, row_id)

    def _note(self, db: sqlite3.Connection, table: str, row_id: str, subject: Optional[Row], complaint: str) -> None:
        """Store the outcome, unless what was verified has changed meanwhile."""
        if one(db, _QUERIES[table], (row_id,)) == subject:
            status = FAILED if complaint else AVAILABLE
            query = f"UPDATE {table} SET status = ?, error_message = ? WHERE id = ?"  # noqa: S608 - names of ours
            db.execute(query, (status, complaint[:LONGEST_MESSAGE], row_id))

    def _complaint(self, table: str, subject: Row) -> str:
        """Return what is wrong, or nothing."""
        kind = TYPES[subject["type"]]
        credentials = complete(kind.credentials, json.loads(subject["credentials"]))
        try:
            backend = self._backends[kind.name]
            if table == "credentials":
                backend.check_credentials(credentials)
            else:
                configuration = complete(kind.connector, json.loads(subject["configuration"]))
                backend.check(credentials, configuration, json.loads(subject["input_fields"]))
        except ConnectorError as error:
            return scrubbed(str(error), kind.credentials, credentials)
        except Exception:
            _log.exception("Verifying a connector or credentials of the type %s failed", subject["type"])
            return "The emulator failed while it verified this; its log says more"
        return ""
