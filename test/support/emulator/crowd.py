"""Many rows, put straight into the database of an emulator: what a long life leaves behind."""

from __future__ import annotations

import itertools
import json
import uuid
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Iterator, Tuple

from ubiops.emulator.common.database import must
from ubiops.emulator.common.dates import micro

if TYPE_CHECKING:
    import sqlite3

    from ubiops.emulator.state.storage import Storage

FIELDS = json.dumps([{"name": "in", "data_type": "int"}])


class Crowd:
    """Adds rows to the first project, those of requests about its first version, all of them older than now.

    Args:
        storage: the state.
        now: the present time of the emulator.
    """

    def __init__(self, storage: Storage, now: datetime) -> None:
        self._storage = storage
        self._now = now
        with storage.transaction() as db:
            query = "SELECT id, organization_id FROM projects ORDER BY seq"
            self.project, self._organization = must(db, query)
        self._numbers = itertools.count()

    @property
    def version(self) -> str:
        """The id of the version."""
        with self._storage.transaction() as db:
            return str(must(db, "SELECT id FROM versions ORDER BY seq")["id"])

    def models(self, count: int, project: str = "") -> None:
        """Add models with a version each, to the first project or to another one, by its id."""
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

    def builds(self, package: bytes) -> None:
        """Let all versions be available, with the same package."""
        name = str(uuid.uuid4())
        (self._storage.packages / name).write_bytes(package)
        with self._storage.transaction() as db:
            db.execute("UPDATE versions SET build_id = id, live_build_id = id, status = 'available'")
            db.execute("INSERT INTO builds SELECT id, id, ?, 'p.zip', language FROM versions", (name,))

    def requests(self, count: int, status: str = "completed") -> None:
        """Add batch requests."""
        version = self.version
        self._add(
            "INSERT INTO batch_requests (id, version_id, status, success, data, result, error_message, time_created,"
            " time_last_updated) VALUES (?, ?, ?, ?, '{\"in\": 1}', '{\"out\": 2}', NULL, ?, ?)",
            ((str(uuid.uuid4()), version, status, status == "completed", at, at) for at in self._times(count)),
        )

    def lines(self, count: int) -> None:
        """Add log lines, ten of a request; the first is the only one of the model `rare`, the second the emulator's."""
        version = self.version
        with self._storage.transaction() as db:
            rare = self._named(db, "rare")
        self._add(
            "INSERT INTO logs (project_id, date, log, system, version_id, request_id) VALUES (?, ?, ?, ?, ?, ?)",
            (
                (
                    self.project,
                    at,
                    f"line {number}",
                    number == 1,
                    version if number else rare,
                    f"request-{number // 10}",
                )
                for number, at in enumerate(self._times(count))
            ),
        )

    def instances(self, count: int) -> None:
        """Add the lives of instances that have ended."""
        version = self.version
        self._add(
            "INSERT INTO instances (organization_id, project_id, version_id, memory, started, ended)"
            " VALUES (?, ?, ?, 256, ?, ?)",
            ((self._organization, self.project, version, at, at) for at in self._times(count)),
        )

    def blobs(self, count: int) -> None:
        """Add blobs without contents."""
        later = micro(self._now + timedelta(days=3))

        def rows() -> Iterator[Tuple[object, ...]]:
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

    def _add(self, statement: str, rows: Iterator[Tuple[object, ...]]) -> None:
        with self._storage.transaction() as db:
            db.executemany(statement, rows)
