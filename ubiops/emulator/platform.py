"""The parts of an emulator, put together."""

from __future__ import annotations

import logging
from collections import deque
from datetime import datetime
from pathlib import Path
from typing import Callable, Deque, Optional, Protocol, Tuple

from .common.dates import micro, utc_now
from .common.ids import Ids
from .common.loop import Loop
from .common.temporary import KEEP, TemporaryDirectory, kept, remove_abandoned
from .connectors import Connectors
from .pipelines import Dependencies, Pipelines
from .schedules.scheduler import Scheduler
from .serving.batches import Batches
from .serving.builds import Builds
from .serving.execution import Execution
from .serving.run import Means
from .state.blobs import Blobs
from .state.logs import Logs
from .state.measurements import Measurements
from .state.retention import Retention
from .state.seed import seed
from .state.storage import Storage

_log = logging.getLogger("ubiops.emulator")

DIRECT_REQUESTS = 96  # at a time; those to pipelines take a thread each, and leave some for everything else


class Part(Protocol):
    """Something that runs, in threads or processes of its own."""

    def resume(self) -> None:
        """Begin, or go on where the stored state left off."""

    def stop(self) -> None:
        """Begin nothing more, and let what runs end. What it left half done is done after the next start."""

    def join(self) -> None:
        """Wait until nothing of it runs any more; called once all parts are stopped."""


class Platform:
    """A UbiOps without its HTTP side.

    Args:
        data: the database file, or None to keep nothing.
        token: token of the seeded user, without the word `Token`; None for the stored one or a new one.
        clock: tells the time in UTC by which everything lives; call `clock_moved` when it does not go by itself.
        ids: makes ids and tokens; random ones by default.
        before_build: called before each build of a package, in the thread that builds; a `BuildError` of it fails
            the build.
        deliver: whether connectors work with what is outside.

    Attributes:
        loop: where calls and models are waited for.
        fresh: whether there was no state yet; call `storage.end_filling` when it is as it shall begin.

    Raises:
        OSError, sqlite3.Error: the data file cannot be used.
    """

    def __init__(
        self,
        data: Optional[Path] = None,
        token: Optional[str] = None,
        *,
        clock: Callable[[], datetime] = utc_now,
        ids: Optional[Ids] = None,
        before_build: Callable[[], None] = lambda: None,
        deliver: bool = True,
    ) -> None:
        self.clock = clock
        self._deliver = deliver
        self._before_build = before_build
        self._host = ""
        self._temporary: Optional[TemporaryDirectory] = None
        remove_abandoned()
        self.storage = Storage(data, ids)
        self.loop = Loop()
        try:
            with self.storage.transaction() as db:
                self.fresh = db.execute("SELECT 1 FROM users").fetchone() is None
                if self.fresh:
                    self.storage.begin_filling()
                self.token = seed(db, self.storage.ids, token, self.now())
            self._assemble()
        except BaseException:
            self._remove()
            raise

    def _assemble(self) -> None:
        # What the runtime makes never outlives the process, also where the state does.
        self._temporary = TemporaryDirectory(keep=kept())
        directory = self._temporary.path
        if kept():
            _log.warning("What models have and leave is kept in %s, as %s says", directory, KEEP)
        self.blobs = Blobs(self.storage, self._time)
        self.logs = Logs(self.storage, self._time)
        self.measurements = Measurements(self.storage, self._time)
        self.builds = Builds(
            self.storage,
            directory / "versions",
            self._time,
            self.logs,
            self.measurements,
            self.loop,
            self._before_build,
        )
        requests = directory / "requests"
        self.execution = Execution(
            Means(self.storage, self.builds, self.blobs, requests, self.logs, self.measurements, self.loop), self._time
        )
        self.batches = Batches(self.storage, self.execution, self._time, self.loop)
        dependencies = Dependencies(self.storage, self.execution, self.logs, self._time, self.loop)
        self.connectors = Connectors(self.storage, self.blobs, self.measurements, self._deliver)
        self.pipelines = Pipelines(dependencies, self.measurements, self.connectors.delivery.deliver)
        retention = Retention(self.storage, self._time)
        if self.fresh:
            retention.sweep()  # while there is nothing: later in this hour it leaves alone what a clock set back dates
        chores = (self.blobs.sweep, self.logs.sweep, retention.sweep)
        self.scheduler = Scheduler(
            self.storage, self._time, self.execution, self.batches, self.pipelines, self.logs, chores
        )
        # Each works with those before it.
        self._parts: Tuple[Part, ...] = (self.builds, self.batches, self.pipelines, self.connectors, self.scheduler)
        self.direct_requests: Deque[None] = deque([None] * DIRECT_REQUESTS)  # one for each that may begin

    def _time(self) -> datetime:
        return self.clock()

    def now(self) -> str:
        """Return the present time in the shape of storage."""
        return micro(self._time())

    def resume(self, host: str) -> None:
        """Go on where the stored state left off.

        Args:
            host: base URL of the API, told to models.
        """
        self._host = host
        self.blobs.recover()
        self.measurements.recover()
        self.builds.host = host
        for part in self._parts:
            part.resume()

    def stop(self) -> None:
        """End what runs; requests that wait for a model get their answers now."""
        for part in reversed(self._parts):
            part.stop()
        for part in self._parts:
            part.join()

    def clock_moved(self) -> None:
        """Let what goes by the clock look at it. Call it when the clock was moved, or does not go by itself."""
        self.builds.reap()
        self.scheduler.wake()

    def restart(self, change: Callable[[], None]) -> None:
        """Change the state as a whole, and go on with the new one. Call it after `stop`, when no call is answered.

        Args:
            change: changes what is stored; all or nothing, for what is there is gone on with if it fails.
        """
        try:
            change()
        finally:
            self._remove_temporary()
            self._assemble()
            self.resume(self._host)

    def close(self) -> None:
        """Close the state and remove what is temporary. Call it after `stop`, when no call is being answered."""
        self._remove()

    def _remove(self) -> None:
        self.loop.close()
        self.storage.close()
        self._remove_temporary()

    def _remove_temporary(self) -> None:
        if self._temporary is not None:
            self._temporary.remove()
