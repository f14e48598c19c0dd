"""Blobs: files that live for a while and travel with requests."""

from __future__ import annotations

import sqlite3
from contextlib import suppress
from datetime import datetime, timedelta
from pathlib import Path
from typing import Callable, Iterable

from ..common.database import Row, must
from ..common.dates import micro, whole_milliseconds
from ..common.errors import not_found
from .storage import Storage

DEFAULT_TTL = 259200  # seconds: three days


class Blobs:
    """The blobs of all projects.

    Args:
        storage: where they are.
        clock: tells the time, by which blobs expire.
    """

    def __init__(self, storage: Storage, clock: Callable[[], datetime]) -> None:
        self._storage = storage
        self._clock = clock

    def path(self, blob_id: str) -> Path:
        """Return the file that holds the contents of a blob."""
        return self._storage.blobs / blob_id

    def add(self, project_id: str, source: Path, filename: str, ttl: int = DEFAULT_TTL) -> Row:
        """Make a blob of a file, which is moved away.

        Args:
            project_id: the project that it belongs to.
            source: a file on the file system of the storage.
            filename: the name under which it is offered.
            ttl: time to live in seconds.
        """
        blob_id = self._storage.ids.new()
        now = whole_milliseconds(self._clock())
        size = source.stat().st_size
        source.chmod(0o600)  # it may be a model's
        source.replace(self.path(blob_id))
        try:
            with self._storage.transaction() as db:
                db.execute(
                    "INSERT INTO blobs (id, project_id, filename, size, ttl, creation_date, expires)"
                    " VALUES (?, ?, ?, ?, ?, ?, ?)",
                    (blob_id, project_id, filename, size, ttl, micro(now), micro(now + timedelta(seconds=ttl))),
                )
                return self.get(db, project_id, blob_id)
        except BaseException:
            self._unlink(blob_id)
            raise

    def get(self, db: sqlite3.Connection, project_id: str, blob_id: str) -> Row:
        """Return a blob of a project.

        Raises:
            ApiError: 404 when it is not there, or not any more.
        """
        query = "SELECT * FROM blobs WHERE id = ? AND project_id = ? AND expires > ?"
        return must(db, query, (blob_id, project_id, micro(self._clock())), not_found("blob", blob_id))

    def delete(self, project_id: str, blob_id: str) -> None:
        """Remove a blob.

        Raises:
            ApiError: 404 when it is not there.
        """
        with self._storage.transaction() as db:
            self.get(db, project_id, blob_id)
            db.execute("DELETE FROM blobs WHERE id = ?", (blob_id,))
        self._unlink(blob_id)

    def discard(self, blob_ids: Iterable[str]) -> None:
        """Remove the contents of blobs that went with their project."""
        for blob_id in blob_ids:
            self._unlink(blob_id)

    def sweep(self) -> None:
        """Remove the blobs whose time is over."""
        with self._storage.transaction() as db:
            rows = db.execute("SELECT id FROM blobs WHERE expires <= ?", (micro(self._clock()),)).fetchall()
            db.executemany("DELETE FROM blobs WHERE id = ?", [(row["id"],) for row in rows])
        for row in rows:
            self._unlink(row["id"])

    def recover(self) -> None:
        """Remove files that no blob and no upload needs: leavings of a process that was killed."""
        with self._storage.transaction() as db:
            known = {row["id"] for row in db.execute("SELECT id FROM blobs")}
        for directory, keep in ((self._storage.blobs, known), (self._storage.uploads, set())):
            for path in list(directory.iterdir()):
                if path.name not in keep:
                    path.unlink()

    def _unlink(self, blob_id: str) -> None:
        # Whoever downloads it at this moment keeps an open file.
        with suppress(FileNotFoundError):
            self.path(blob_id).unlink()
