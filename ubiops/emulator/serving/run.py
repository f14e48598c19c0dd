"""One request to a version: blobs go in as files, what comes out is checked, files become blobs."""

from __future__ import annotations

import json
import logging
import secrets
import shutil
import sqlite3
import stat
import time
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Callable, Dict, Iterable, Mapping, Optional

from ..common.compact import compact
from ..common.database import Row
from ..common.errors import ApiError, disk_full, no_room
from ..common.filenames import base_name, in_utf8, on_disk
from ..common.loop import Loop
from ..common.temporary import discard
from ..runtime import CANCELLED, Outcome, always
from ..state.blobs import Blobs
from ..state.logs import Logs, Parent
from ..state.measurements import Measurements, volume
from ..state.storage import Storage
from .builds import Builds, subject
from .fields import DataError, blob_fields, blob_names, check_data

_log = logging.getLogger("ubiops.emulator")


@dataclass(frozen=True)
class Means:
    """What requests to versions work with.

    Attributes:
        storage: the state.
        builds: what runs.
        blobs: where blobs come from and go to.
        directory: where the local copies of blobs are while a request runs.
        logs: gets the reasons of failures.
        measurements: gets every request.
        loop: where requests wait for models.
    """

    storage: Storage
    builds: Builds
    blobs: Blobs
    directory: Path
    logs: Logs
    measurements: Measurements
    loop: Loop


@dataclass(frozen=True)
class Order:
    """What is asked for.

    Attributes:
        data: the input, with ids of blobs; checked.
        request_id: id of the request.
        timeout: seconds.
        parent: the pipeline request that it is part of.
        wanted: whether it is still to begin; must not block. `Execution.cancel_unwanted` asks again.
    """

    data: Any
    request_id: str
    timeout: float
    parent: Optional[Parent] = None
    wanted: Callable[[], bool] = always


class Run:
    """A request that has been taken on.

    Args:
        means: what it works with.
        order: what is asked for.
        version: the version; None if it is gone.
        refused: why the request is not carried out; None if it is, by a build that is held and will be given up.

    Attributes:
        result: what `carry_out` returned as the result, as JSON.
    """

    def __init__(
        self,
        means: Means,
        order: Order,
        version: Optional[Row],
        refused: Optional[Outcome] = None,
    ) -> None:
        self._means = means
        self._order = order
        self._version = version
        self._refused = refused
        self._outcome = CANCELLED
        self._seconds = 0.0
        self._data: Optional[bytes] = None  # as JSON, once it has been written for the model
        self.result = b"null"

    async def carry_out(self) -> Outcome:
        """Return what becomes of it, in the loop; the result holds ids of blobs.

        Whatever the model does, nothing is raised.
        """
        if self._refused is not None or self._version is None:
            self._outcome = self._refused or Outcome.failure("The version was deleted")
            return self._outcome
        began = time.monotonic()
        try:
            self._outcome = await self._carry_out(self._version)
        finally:
            self.give_up()
        self._seconds = time.monotonic() - began
        return self._outcome

    def give_up(self) -> None:
        """Do without the build that is held. `carry_out` does it itself."""
        if self._refused is None and self._version is not None:
            self._means.builds.release(self._version["live_build_id"])

    def record(self, db: sqlite3.Connection) -> None:
        """Count the request that has ended, and log why it failed.

        Args:
            db: the database, in a transaction.
        """
        version, order, outcome = self._version, self._order, self._outcome
        if version is None or outcome is CANCELLED:
            return  # it never was a request
        self._means.measurements.record(
            db,
            version["project_id"],
            "model_version",
            version["id"],
            success=outcome.success,
            seconds=self._seconds,
            input_volume=_volume(db, order.data, self._data, version["input_fields"]),
            output_volume=_volume(db, outcome.result, self.result, version["output_fields"]) if outcome.success else 0,
            outputs=int(outcome.success),
        )
        if not outcome.success:
            about = subject(version, order.request_id, order.parent)
            self._means.logs.add(db, about, outcome.error_message or "", system=True)

    async def _carry_out(self, version: Row) -> Outcome:
        aside, order = self._means.loop.aside, self._order
        inputs = blob_fields(order.data, version["input_fields"])
        outputs = blob_names(version["output_fields"])
        files = {name: self._place(index) for index, name in enumerate(outputs)}
        try:
            data = self._data = compact(order.data)
            if inputs:
                data = compact({**order.data, **await aside(self._local, version["project_id"], inputs)})
            outcome = await self._means.builds.request(
                version["live_build_id"],
                data,
                timeout=order.timeout,
                request_id=order.request_id,
                files=files,
                parent=order.parent,
                wanted=order.wanted,
            )
            if not outcome.success:
                return outcome
            check_data(outcome.result, version["output_type"], version["output_fields"])
            if files:
                outcome = await aside(self._stored, version["project_id"], outcome, files)
            self.result = compact(outcome.result)
            return outcome
        except ApiError as error:
            return Outcome.failure(str(error))
        except Exception as error:
            if disk_full(error):
                return Outcome.failure(no_room().message)
            _log.exception("Request %s failed", order.request_id)
            return Outcome.failure("The emulator failed while it processed the request; its log says more")
        finally:
            if inputs:
                await aside(discard, self._copies)
            if files:
                await aside(_remove, files.values())

    def _place(self, index: int) -> Path:
        return self._means.storage.uploads / f"{self._order.request_id}-{index}"

    @property
    def _copies(self) -> Path:
        return self._means.directory / self._order.request_id

    def _local(self, project_id: str, wanted: Mapping[str, str]) -> Dict[str, str]:
        """Return the paths of copies of blobs, by field."""
        blobs, paths = self._means.blobs, {}
        for name, blob_id in wanted.items():
            with self._means.storage.transaction() as db:
                blob = blobs.get(db, project_id, blob_id)
            path = self._copies / blob_id / on_disk(blob["filename"])
            path.parent.mkdir(parents=True, exist_ok=True)
            # A copy, not a link: models may write to their input.
            shutil.copyfile(blobs.path(blob_id), path)
            paths[name] = in_utf8(path)
        return paths

    def _stored(self, project_id: str, outcome: Outcome, files: Mapping[str, Path]) -> Outcome:
        """Make blobs of the files that were handed over."""
        taken = {name: place.with_name(f"{place.name}-{secrets.token_hex(8)}") for name, place in files.items()}
        try:
            for name, place in files.items():
                _take(name, place, taken[name])
            names = {name: base_name(outcome.files.get(name, "")) for name in files}
            add = self._means.blobs.add
            ids = {name: add(project_id, taken[name], names[name])["id"] for name in files}
        finally:
            _remove(taken.values())
        return Outcome(True, {**outcome.result, **ids}, None)


def _volume(db: sqlite3.Connection, data: Any, written: Optional[bytes], fields: str) -> int:
    """Return the bytes of data, which may be there as JSON already, and of the blobs in it."""
    size = volume(data) if written is None or isinstance(data, str) else len(written)
    return size + _blob_volume(db, data, fields) if blob_names(fields) else size


def _blob_volume(db: sqlite3.Connection, data: Any, fields: str) -> int:
    ids = list(blob_fields(data, fields).values())
    query = "SELECT coalesce(sum(size), 0) AS size FROM blobs WHERE id IN (SELECT value FROM json_each(?))"
    size: int = db.execute(query, (json.dumps(ids),)).fetchone()["size"]
    return size


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
