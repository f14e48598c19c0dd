"""One request to a version: blobs go in as files, what comes out is checked, files become blobs."""

from __future__ import annotations

import json
import logging
import secrets
import shutil
import sqlite3
import stat
import time
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path
from typing import Any, Callable, Iterable, Iterator, Mapping, Optional

from ..accounts.limits import check_gb_seconds
from ..common.dates import micro
from ..common.errors import ApiError, bad_request, disk_full, no_room
from ..common.filenames import base_name, in_utf8, on_disk
from ..common.temporary import discard
from ..runtime import CANCELLED, Outcome, always
from ..state.blobs import Blobs
from ..state.logs import Logs, Parent, Subject
from ..state.measurements import Measurements, volume
from ..state.storage import Storage
from .builds import Builds, load_version, subject, unavailable
from .fields import DataError, blob_fields, check_data

_log = logging.getLogger("ubiops.emulator")


class Execution:
    """Carries out requests to versions.

    Args:
        storage: the state.
        builds: what runs.
        blobs: where blobs come from and go to.
        directory: where the local copies of blobs are while a request runs.
        logs: gets the reasons of failures.
        measurements: gets every request.
        clock: tells the time, by which the GB seconds of a month are counted.
    """

    def __init__(
        self,
        storage: Storage,
        builds: Builds,
        blobs: Blobs,
        directory: Path,
        logs: Logs,
        measurements: Measurements,
        clock: Callable[[], datetime],
    ) -> None:
        self._storage = storage
        self._clock = clock
        self._logs = logs
        self._measurements = measurements
        self._builds = builds
        self._blobs = blobs
        self._directory = directory

    def check_ready(self, db: sqlite3.Connection, version: sqlite3.Row) -> None:
        """Refuse requests that could not be carried out now.

        Args:
            db: the database, in a transaction.
            version: the version.

        Raises:
            ApiError: 400 when the version is not available, or its organization has used its GB seconds.
        """
        if version["live_build_id"] is None:
            raise bad_request(unavailable(version))
        check_gb_seconds(db, version["project_id"], micro(self._clock()))

    def check(self, db: sqlite3.Connection, version: sqlite3.Row, data: Any) -> None:
        """Check the input of a request before it is accepted.

        Args:
            db: the database, in a transaction.
            version: the version, with its model's fields.
            data: the input.

        Raises:
            DataError: it does not fit the model, or names a blob that is not there.
        """
        fields = json.loads(version["input_fields"])
        check_data(data, version["input_type"], fields)
        name = ""
        try:
            for name, blob_id in blob_fields(data, fields).items():  # noqa: B007 - the message needs it
                self._blobs.get(db, version["project_id"], blob_id)
        except ApiError as error:
            raise DataError(f"Data validation error for field {name}: {error.message}") from None

    def run(
        self,
        version_id: str,
        data: Any,
        *,
        timeout: float,
        request_id: str,
        parent: Optional[Parent] = None,
        wanted: Callable[[], bool] = always,
    ) -> Outcome:
        """Carry out a request whose input was checked when it was accepted.

        Args:
            version_id: the version.
            data: the input, with ids of blobs.
            timeout: seconds.
            request_id: id of the request.
            parent: the pipeline request that it is part of.
            wanted: whether it is still to begin; must not block. `cancel_unwanted` asks again.

        Returns:
            What became of it; the result holds ids of blobs. Whatever the model does, nothing is raised.
        """
        start = time.monotonic()
        refused: Optional[Outcome] = None
        with self._storage.transaction() as db:
            version = load_version(db, version_id)
            if version is None:
                return Outcome.failure("The version was deleted")
            try:
                self.check_ready(db, version)
            except ApiError as error:
                refused = Outcome.failure(error.message)
            else:
                self._builds.hold(version["live_build_id"])
        outcome = refused or self._run(version, version["live_build_id"], data, timeout, request_id, parent, wanted)
        if outcome is CANCELLED:
            return outcome  # it never was a request
        self._record(version, data, outcome, time.monotonic() - start, subject(version, request_id, parent))
        return outcome

    def cancel_unwanted(self) -> None:
        """Cancel the requests that wait for an instance and are not wanted any more."""
        self._builds.cancel_unwanted()

    def _run(
        self,
        version: sqlite3.Row,
        build_id: str,
        data: Any,
        timeout: float,
        request_id: str,
        parent: Optional[Parent],
        wanted: Callable[[], bool],
    ) -> Outcome:
        """Carry out a request with a build that is held, and give up the hold."""
        names = [field["name"] for field in json.loads(version["output_fields"]) if field["data_type"] == "blob"]
        files = {name: self._storage.uploads / f"{request_id}-{index}" for index, name in enumerate(names)}
        try:
            with self._local(version, data, request_id) as local:
                outcome = self._builds.request(
                    build_id, local, timeout=timeout, request_id=request_id, files=files, parent=parent, wanted=wanted
                )
                return self._checked(version, outcome, files) if outcome.success else outcome
        except ApiError as error:
            return Outcome.failure(str(error))
        except Exception as error:
            if disk_full(error):
                return Outcome.failure(no_room().message)
            _log.exception("Request %s failed", request_id)
            return Outcome.failure("The emulator failed while it processed the request; its log says more")
        finally:
            self._builds.release(build_id)
            _remove(files.values())

    def _record(self, version: sqlite3.Row, data: Any, outcome: Outcome, seconds: float, about: Subject) -> None:
        """Count a request, and log why it failed."""
        sizes = volume(data), volume(outcome.result) if outcome.success else 0
        with self._storage.unless_full("the measurement of a request") as db:
            self._measurements.record(
                db,
                version["project_id"],
                "model_version",
                version["id"],
                success=outcome.success,
                seconds=seconds,
                input_volume=sizes[0] + self._blob_volume(db, data, version["input_fields"]),
                output_volume=sizes[1] + self._blob_volume(db, outcome.result, version["output_fields"]),
                outputs=int(outcome.success),
            )
            if not outcome.success:
                self._logs.add(db, about, outcome.error_message or "", system=True)

    def _blob_volume(self, db: sqlite3.Connection, data: Any, fields: str) -> int:
        ids = list(blob_fields(data, json.loads(fields)).values())
        if not ids:
            return 0
        query = "SELECT coalesce(sum(size), 0) AS size FROM blobs WHERE id IN (SELECT value FROM json_each(?))"
        size: int = db.execute(query, (json.dumps(ids),)).fetchone()["size"]
        return size

    @contextmanager
    def _local(self, version: sqlite3.Row, data: Any, request_id: str) -> Iterator[Any]:
        """Give the data with blob ids replaced by paths of copies, which are removed at the end."""
        wanted = blob_fields(data, json.loads(version["input_fields"]))
        if not wanted:
            yield data
            return
        directory = self._directory / request_id
        try:
            paths = {}
            for name, blob_id in wanted.items():
                with self._storage.transaction() as db:
                    blob = self._blobs.get(db, version["project_id"], blob_id)
                path = directory / blob_id / on_disk(blob["filename"])
                path.parent.mkdir(parents=True, exist_ok=True)
                # A copy, not a link: models may write to their input.
                shutil.copyfile(self._blobs.path(blob_id), path)
                paths[name] = in_utf8(path)
            yield {**data, **paths}
        finally:
            discard(directory)

    def _checked(self, version: sqlite3.Row, outcome: Outcome, files: Mapping[str, Path]) -> Outcome:
        """Check the output; the files that were handed over become blobs."""
        result = outcome.result
        check_data(result, version["output_type"], json.loads(version["output_fields"]))
        if not files:
            return outcome
        taken = {name: place.with_name(f"{place.name}-{secrets.token_hex(8)}") for name, place in files.items()}
        try:
            for name, place in files.items():
                _take(name, place, taken[name])
            names = {name: base_name(outcome.files.get(name, "")) for name in files}
            ids = {name: self._blobs.add(version["project_id"], taken[name], names[name])["id"] for name in files}
        finally:
            _remove(taken.values())
        return Outcome(True, {**result, **ids}, None)


def _take(name: str, place: Path, taken: Path) -> None:
    """Move a file to where the instance does not expect it, which is not trusted: only then look at what it is."""
    with suppress(FileNotFoundError):
        place.replace(taken)
    if not taken.exists() or not stat.S_ISREG(taken.lstat().st_mode):
        raise DataError(f"Data validation error for field {name}: no file was handed over")


def _remove(paths: Iterable[Path]) -> None:
    for path in paths:
        try:
            path.unlink()
        except FileNotFoundError:
            continue
        except OSError:  # the instance has made a directory of it
            shutil.rmtree(path, ignore_errors=True)
