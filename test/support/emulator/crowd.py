"""Many rows, put straight into the database of an emulator: what a long life leaves behind."""

from __future__ import annotations

import itertools
import json
import uuid
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Iterator

from ubiops.emulator.common.dates import micro
from ubiops.emulator.state.storage import must

if TYPE_CHECKING:
    import sqlite3

    from ubiops.emulator.state.storage import Storage

FIELDS = json.dumps([{"name": "in", "data_type": "int"}])
RARE = 1000  # one of so many lines is of a version of its own


class Crowd:
    """Adds rows about a version, all of them older than now.

    Args:
        storage: the state.
        version: id of the version.
        now: the present time of the emulator.
    """

    def __init__(self, storage: Storage, version: str, now: datetime) -> None:
        self._storage = storage
        self._version = version
        self._now = now
        query = (
            "SELECT project_id, organization_id FROM versions JOIN models ON models.id = model_id"
            " JOIN projects ON projects.id = project_id WHERE versions.id = ?"
        )
        with storage.transaction() as db:
            self.project, self._organization = must(db, query, (version,))
        self._numbers = itertools.count()

    def models(self, count: int, project: str = "") -> None:
        """Add models with a version each, to the project of the version or to another one, by its id."""
        project, now = project or self.project, micro(self._now)
        with self._storage.transaction() as db:
            for number in itertools.islice(self._numbers, count):
                model, version = str(uuid.uuid4()), str(uuid.uuid4())
                db.execute(
                    "INSERT INTO models (id, project_id, name, description, input_type, output_type, input_fields,"
                    " output_fields, creation_date, last_updated)"
                    " VALUES (?, ?, ?, '', 'structured', 'structured', ?, ?, ?, ?)",
                    (model, project, f"crowd-{number}", FIELDS, FIELDS, now, now),
                )
                db.execute(
                    "INSERT INTO versions (id, model_id, version, description, language, memory_allocation,"
                    " maximum_instances, minimum_instances, maximum_idle_time, status, error_message, creation_date,"
                    " last_updated) VALUES (?, ?, 'v', '', 'python3.8', 256, 1, 0, 300, 'initialised', '', ?, ?)",
                    (version, model, now, now),
                )

    def requests(self, count: int, status: str = "completed") -> None:
        """Add batch requests."""
        self._add(
            "INSERT INTO batch_requests (id, version_id, status, success, data, result, error_message, time_created,"
            " time_last_updated) VALUES (?, ?, ?, ?, '{\"in\": 1}', '{\"out\": 2}', NULL, ?, ?)",
            ((str(uuid.uuid4()), self._version, status, status == "completed", at, at) for at in self._times(count)),
        )

    def lines(self, count: int) -> None:
        """Add log lines, ten of a request, of which each has its own; every `RARE`th is of the model `rare` alone."""
        with self._storage.transaction() as db:
            row = db.execute("SELECT id FROM names WHERE kind = 'version' AND name = 'rare'").fetchone()
            rare = row[0] if row else self._named(db, "rare")
        self._add(
            "INSERT INTO logs (project_id, date, log, system, version_id, request_id) VALUES (?, ?, ?, ?, ?, ?)",
            (
                (
                    self.project,
                    at,
                    f"line {number}",
                    number % RARE == 1,
                    self._version if number % RARE else rare,
                    f"request-{number // 10}",
                )
                for number, at in enumerate(self._times(count))
            ),
        )

    def instances(self, count: int) -> None:
        """Add the lives of instances that have ended."""
        self._add(
            "INSERT INTO instances (organization_id, project_id, version_id, memory, started, ended)"
            " VALUES (?, ?, ?, 256, ?, ?)",
            ((self._organization, self.project, self._version, at, at) for at in self._times(count)),
        )

    def blobs(self, count: int) -> None:
        """Add blobs without contents."""
        later = micro(self._now + timedelta(days=3))

        def rows() -> Iterator[object]:
            for at in self._times(count):
                blob = str(uuid.uuid4())
                (self._storage.blobs / blob).touch()
                yield blob, self.project, at, later

        self._add(
            "INSERT INTO blobs (id, project_id, filename, size, ttl, creation_date, expires)"
            " VALUES (?, ?, 'b', 0, 259200, ?, ?)",
            rows(),
        )

    def _named(self, db: sqlite3.Connection, name: str) -> str:
        """Leave the names of a model and its version that are gone."""
        model, version = str(uuid.uuid4()), str(uuid.uuid4())
        db.execute("INSERT INTO names VALUES (?, ?, 'model', NULL, ?)", (model, self.project, name))
        db.execute("INSERT INTO names VALUES (?, ?, 'version', ?, ?)", (version, self.project, model, name))
        return version

    def _times(self, count: int) -> Iterator[str]:
        """Give times of the last hour, the earliest first."""
        for number in range(count):
            yield micro(self._now - timedelta(hours=1) * ((count - number) / count))

    def _add(self, statement: str, rows: Iterator[object]) -> None:
        with self._storage.transaction() as db:
            db.executemany(statement, rows)  # type: ignore[arg-type]
