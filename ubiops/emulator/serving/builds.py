"""The life of uploaded packages: built in the background, put in service, replaced, retired."""

from __future__ import annotations

import asyncio
import json
import logging
import sqlite3
import threading
import time
from concurrent.futures import Future, wait
from contextlib import suppress
from datetime import datetime, timezone
from pathlib import Path
from typing import Callable, Dict, Iterable, Mapping, Optional, Sequence, Set, Tuple

from ..common.background import Background
from ..common.database import Row, known, one
from ..common.dates import micro
from ..common.loop import Loop
from ..runtime import Build, BuildError, Ended, Outcome, Runtime, always
from ..state.logs import Entry, Logs, Parent, Subject
from ..state.measurements import Measurements
from ..state.storage import Storage
from . import environment_variables

_log = logging.getLogger("ubiops.emulator")

_BUILDERS = 4
_STAGES = {
    "initialised": "No model package has been uploaded for this version yet",
    "building": "The version is currently in the building stage",
    "building_failed": "The version failed to build",
    "deploying_failed": "The version failed to deploy",
}


_VERSIONS = (
    "SELECT versions.*, models.name AS model, models.project_id, input_type, output_type, input_fields,"
    " output_fields, projects.name AS project FROM versions JOIN models ON models.id = model_id"
    " JOIN projects ON projects.id = project_id"
)
_BY_ID = f"{_VERSIONS} WHERE versions.id = ?"
_BY_NAME = f"{_VERSIONS} WHERE models.project_id = ? AND models.name = ? AND version = ?"


_Settings = Tuple[Row, Build]
"""A version, and what is to run of it."""


def load_version(db: sqlite3.Connection, version_id: str) -> Optional[Row]:
    """Return a version with what its model says about data, or None."""
    return one(db, _BY_ID, (version_id,))


def find_version(db: sqlite3.Connection, project_id: str, model: str, version: str) -> Optional[Row]:
    """Do as `load_version`, by name."""
    return known(db, _BY_NAME, (project_id, model, version))


def unavailable(version: Row) -> str:
    """Say why a version without a live build cannot serve requests."""
    return f"Version is not available: {_STAGES.get(version['status'], version['status'])}"


def subject(version: Row, request_id: Optional[str] = None, parent: Optional[Parent] = None) -> Subject:
    """Return what a log line of a version is about.

    Args:
        version: what `load_version` gave.
        request_id: the request that the line belongs to.
        parent: where that request comes from.
    """
    return Subject(
        project_id=version["project_id"],
        version_id=version["id"],
        request_id=request_id,
        **(vars(parent) if parent is not None else {}),
    )


class Builds:
    """Builds the packages of versions, keeps the status of the versions, and passes requests to what was built.

    Args:
        storage: the state; packages are files in it.
        directory: a directory that the runtime may fill and empty.
        clock: tells the time for the dates of versions.
        logs: gets what builds and models print.
        measurements: gets the times in which instances run.
        loop: where instances live, and requests wait for them.
        before_build: called before each build, in the thread that builds; a `BuildError` of it fails the build.

    Attributes:
        host: base URL of the API, given to models as the environment variable `UBIOPS_API_HOST`.
    """

    host = ""

    def __init__(
        self,
        storage: Storage,
        directory: Path,
        clock: Callable[[], datetime],
        logs: Logs,
        measurements: Measurements,
        loop: Loop,
        before_build: Callable[[], None] = lambda: None,
    ) -> None:
        self._storage = storage
        self._clock = clock
        self._logs = logs
        self._measurements = measurements
        self._loop = loop
        self._before_build = before_build
        self._runtime = Runtime(
            directory, self._model_log, loop=loop, watch=self._watch, clock=lambda: clock().timestamp()
        )
        self._background = Background("ubiops-build", _BUILDERS)
        self._lock = threading.Lock()
        self._refreshing = threading.Lock()
        self._jobs: Dict[str, Future[None]] = {}
        self._versions: Dict[str, Row] = {}  # by build, for the labels of log lines
        self._parents: Dict[str, Parent] = {}  # by request, while it runs
        self._held: Dict[str, int] = {}
        self._doomed: Set[str] = set()
        self._littered = False  # whether there may be packages that no build refers to
        self._stopping = False

    def resume(self) -> None:
        """Start what the stored state says should run."""
        with self._storage.transaction() as db:
            rows = db.execute("SELECT status, build_id, live_build_id FROM versions").fetchall()
        self.sweep()
        for row in rows:
            if row["live_build_id"]:
                self.start(row["live_build_id"])
            if row["status"] in ("building", "available_building"):
                self.start(row["build_id"])

    def register(self, db: sqlite3.Connection, version: Row, package: str, filename: str, language: str) -> str:
        """Note that a version is to be built from a package; `start` it after the transaction.

        Args:
            db: the database, in a transaction.
            version: the version.
            package: name of the file in the directory of packages.
            filename: the name under which it was uploaded.
            language: the interpreter asked for, e.g. `python3.7`.

        Returns:
            The id of the build.
        """
        build_id = self._storage.ids.new()
        live = version["live_build_id"]
        dropped = db.execute("DELETE FROM builds WHERE version_id = ? AND id IS NOT ?", (version["id"], live))
        self._littered |= dropped.rowcount > 0
        db.execute(
            "INSERT INTO builds (id, version_id, package, filename, language) VALUES (?, ?, ?, ?, ?)",
            (build_id, version["id"], package, filename, language),
        )
        db.execute(
            "UPDATE versions SET build_id = ?, status = ?, error_message = '' WHERE id = ?",
            (build_id, "available_building" if live else "building", version["id"]),
        )
        return build_id

    def start(self, build_id: str) -> None:
        """Build in the background."""
        with self._lock:
            if not self._stopping:
                self._jobs[build_id] = self._background.submit(self._job, build_id)

    def refresh(self, version_id: str) -> None:
        """Let what runs of a version take its present settings."""
        with self._refreshing:  # lest older settings overtake newer ones
            with self._storage.transaction() as db:
                settings = self._settings(db, version_id)
            self._apply(settings)

    def hold(self, build_id: str) -> None:
        """Keep a build in service until `release`. Call it in the transaction that found it to be live."""
        with self._lock:
            self._held[build_id] = self._held.get(build_id, 0) + 1

    def release(self, build_id: str) -> None:
        """Give up a hold; the last one retires a build that was replaced meanwhile, soon."""
        with self._lock:
            self._held[build_id] -= 1
            idle = not self._held[build_id]
            if idle:
                del self._held[build_id]
            retire = idle and build_id in self._doomed
            self._doomed -= {build_id} if retire else set()
        if retire:
            self._loop.start(self._loop.aside(self._retire, build_id))

    async def request(
        self,
        build_id: str,
        data: bytes,
        *,
        timeout: float,
        request_id: str,
        files: Mapping[str, Path],
        parent: Optional[Parent] = None,
        wanted: Callable[[], bool] = always,
    ) -> Outcome:
        """Pass a request to a build that the caller holds, and wait for it, in the loop.

        Args:
            build_id: the build.
            data: input of the model as JSON; blobs are paths of files.
            timeout: seconds for everything, also for waiting for a free instance.
            request_id: id under which the log shows what the model prints.
            files: where copies of the files are put that fields of the result name.
            parent: the pipeline request that it is part of.
            wanted: whether it is still to begin; must not block. `cancel_unwanted` asks again.
        """
        left = timeout
        job = self._jobs.get(build_id)
        if job is not None:  # after a restart a live build is built once more
            started = time.monotonic()
            await asyncio.wait([asyncio.ensure_future(self._loop.finished(job))], timeout=timeout)
            left -= time.monotonic() - started
        if left <= 0:
            return Outcome.failure(f"The request timed out after {timeout:g} s")
        if parent is not None:
            self._parents[request_id] = parent
        try:
            return await self._runtime.answer(
                build_id, data, timeout=left, request_id=request_id, files=files, wanted=wanted
            )
        finally:
            self._parents.pop(request_id, None)

    def cancel_unwanted(self) -> None:
        """Cancel the requests that wait for an instance and are not wanted any more."""
        self._runtime.cancel_unwanted()

    def reap(self) -> None:
        """Stop the instances that are idle too long by the clock, which may have been moved."""
        self._runtime.reap()

    def wait_for_builds(self) -> None:
        """Wait until the builds that have been started have ended, one way or another."""
        with self._lock:
            jobs = list(self._jobs.values())
        wait(jobs)

    def drop(self, build_ids: Iterable[Optional[str]]) -> None:
        """Stop builds whose versions are deleted; requests that they serve fail."""
        for build_id in build_ids:
            if build_id is not None:
                self._retire(build_id)
        self.sweep()

    def sweep(self) -> None:
        """Remove the packages that no build refers to."""
        self._littered = False
        # In a transaction, because uploads put a package in its place in the one that registers its build.
        with self._storage.transaction() as db:
            used = {row["package"] for row in db.execute("SELECT package FROM builds")}
            for path in self._storage.packages.iterdir():
                if path.name not in used:
                    path.unlink()

    def stop(self) -> None:
        """End everything that runs. What is being built is built again at the next start."""
        with self._lock:
            self._stopping = True
        self._runtime.close()

    def join(self) -> None:
        """Wait until nothing is being built any more. Call it after `stop`."""
        self._background.join()

    def _settings(self, db: sqlite3.Connection, version_id: str) -> Optional[_Settings]:
        """Return the present settings of what runs of a version."""
        version = load_version(db, version_id)
        build = version and self._to_build(db, version, version["live_build_id"])
        return (version, build) if version and build else None

    def _apply(self, settings: Optional[_Settings]) -> None:
        if settings is not None:
            version, build = settings
            with self._lock:
                if build.id in self._versions:
                    self._versions[build.id] = version
            with suppress(KeyError):  # still being built; it takes the settings at the end
                self._runtime.update(build)

    def _to_build(self, db: sqlite3.Connection, version: Row, build_id: Optional[str]) -> Optional[Build]:
        row = db.execute("SELECT * FROM builds WHERE id = ?", (build_id,)).fetchone()
        if row is None:
            return None
        context = {key: version[key] for key in ("project", "model", "version", "input_type", "output_type")}
        context["language"] = row["language"]
        context["input_fields"] = json.loads(version["input_fields"])
        context["output_fields"] = json.loads(version["output_fields"])
        variables = environment_variables.values(db, version)
        context["environment_variables"] = variables
        return Build(
            id=row["id"],
            package=self._storage.packages / row["package"],
            language=row["language"],
            environment={"UBIOPS_API_HOST": self.host, **variables},
            context=context,
            minimum_instances=version["minimum_instances"],
            maximum_instances=version["maximum_instances"],
            maximum_idle_time=version["maximum_idle_time"],
            memory_allocation=version["memory_allocation"],
        )

    def _job(self, build_id: str) -> None:
        try:
            if not self._stopping:
                self._build(build_id)
        except Exception:
            _log.exception("Building %s failed", build_id)
        finally:
            with self._lock:
                del self._jobs[build_id]

    def _build(self, build_id: str) -> None:
        with self._storage.transaction() as db:
            row = db.execute("SELECT version_id FROM builds WHERE id = ?", (build_id,)).fetchone()
            version = row and load_version(db, row["version_id"])
            build = version and self._to_build(db, version, build_id)
        if self._stopping or not version or not build:
            return
        with self._lock:
            self._versions[build_id] = version
        error: Optional[BuildError] = None
        try:
            self._before_build()
            self._runtime.build(build)
        except BuildError as caught:
            error = caught
        except Exception as caught:
            _log.exception("Building %s failed", build_id)
            error = BuildError(f"The emulator could not build the package: {caught}")
        if self._stopping:
            return
        if error is not None:
            stage = _STAGES["deploying_failed" if error.stage == "deploy" else "building_failed"]
            self._logs.write(subject(version), f"{stage}: {error}", system=True)
        self._finish(build_id, version["id"], error)

    def _finish(self, build_id: str, version_id: str, error: Optional[BuildError]) -> None:
        def note(db: sqlite3.Connection) -> Tuple[bool, Optional[str], Optional[_Settings]]:
            version = load_version(db, version_id)
            if version is None or build_id not in (version["build_id"], version["live_build_id"]):
                return False, None, None
            return True, self._note_end(db, version, build_id, error), self._settings(db, version_id)

        with self._refreshing:
            wanted, replaced, settings = self._storage.retry_while_full(note, lambda: self._stopping)
            self._apply(settings)
        if not wanted:
            self._retire(build_id)
        if replaced:
            with self._lock:
                busy = replaced in self._held
                if busy:
                    self._doomed.add(replaced)
            if not busy:
                self._retire(replaced)
        if self._littered:
            self.sweep()

    def _note_end(
        self, db: sqlite3.Connection, version: Row, build_id: str, error: Optional[BuildError]
    ) -> Optional[str]:
        """Store what became of a build of a version; return the build that it replaces, if it does."""
        version_id, live = version["id"], version["live_build_id"]
        if error is None and build_id != live:
            self._set(db, version_id, "available", "", build_id)
            self._littered |= db.execute("DELETE FROM builds WHERE id = ?", (live,)).rowcount > 0
            replaced: Optional[str] = live
            return replaced
        if error is not None and build_id == version["build_id"]:
            failed = "deploying_failed" if error.stage == "deploy" else "building_failed"
            serving = live if live != build_id else None
            self._set(db, version_id, "available_building_failed" if serving else failed, str(error), serving)
        elif error is not None:  # the old code of a version with a newer build did not come back
            status = version["status"].replace("available_", "")
            self._set(db, version_id, status, version["error_message"] or str(error), None)
        return None

    def _set(self, db: sqlite3.Connection, version_id: str, status: str, message: str, live: Optional[str]) -> None:
        db.execute(
            "UPDATE versions SET status = ?, error_message = ?, live_build_id = ?, last_updated = ? WHERE id = ?",
            (status, message, live, micro(self._clock()), version_id),
        )

    def _retire(self, build_id: str) -> None:
        self._runtime.retire(build_id)
        with self._lock:
            self._versions.pop(build_id, None)

    def _model_log(self, build_id: str, texts: Sequence[str], system: bool, request_id: Optional[str]) -> None:
        version = self._versions.get(build_id)
        if version is not None:
            parent = self._parents.get(request_id) if request_id else None
            about = subject(version, request_id, parent)
            self._logs.write_many(Entry(about, text, system) for text in texts)

    def _watch(self, build_id: str, memory: int) -> Ended:
        version = self._versions[build_id]
        number: Optional[int] = None

        def note_start(db: sqlite3.Connection) -> None:
            nonlocal number
            number = self._measurements.started(db, version["project_id"], version["id"], memory)

        def end(idle_until: Optional[float]) -> None:
            if idle_until is None:
                with self._storage.unless_full("the end of an instance") as db:
                    self._measurements.ended(db, number, self._clock())
                return
            # However far the clock has jumped since.
            moment = datetime.fromtimestamp(idle_until, timezone.utc)
            now = self._versions.get(build_id, version)  # it may have other names by now
            text = f"An instance was stopped after {now['maximum_idle_time']} s without requests"
            self._logs.write(
                subject(now),
                text,
                system=True,
                date=moment,
                also=lambda db: self._measurements.ended(db, number, moment),
            )

        self._logs.write(subject(version), "An instance has started", system=True, also=note_start)
        return end
