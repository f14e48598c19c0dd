"""Builds model packages and runs them in worker processes. Knows nothing of HTTP, of the API or of its state."""

from __future__ import annotations

import contextlib
import itertools
import sys
import threading
import time
from pathlib import Path
from types import TracebackType
from typing import Any, Callable, Dict, List, Mapping, Optional, Sequence, Type

from ..common.compact import compact
from ..common.loop import Loop
from ..common.temporary import discard
from .build import CANCELLED, Build, BuildError, Ended, LogSink, Outcome, Watch, always, clean
from .environment import Environments
from .package import check as check_package
from .package import model_file, unpack
from .pool import STOPPED, Pool
from .programs import Cancellation

__all__ = [
    "CANCELLED",
    "Build",
    "BuildError",
    "Ended",
    "LogSink",
    "Outcome",
    "Runtime",
    "Watch",
    "always",
    "check_package",
]

_NO_FILES: Mapping[str, Path] = {}


def _nothing(_: Optional[float]) -> None:
    """Take the place of a function that nobody gave."""


class _Entry:
    """A build that is being built, runs, or is being removed."""

    def __init__(self, build: Build, directory: Path) -> None:
        self.build = build
        self.directory = directory
        self.cancellation = Cancellation()
        self.built = threading.Event()  # or failed to be
        self.pool: Optional[Pool] = None


class Runtime:
    """Builds uploaded packages and answers requests with them.

    All methods may be called from any thread but that of the loop, unless they say otherwise. A context manager;
    leaving it is `close`.

    Args:
        directory: The runtime's own, made if missing. Files and directories in it do not outlive the runtime.
        log: Gets all entries of log, in a thread that may wait. Not called any more once `close` has returned.
        loop: Where instances live, and requests wait for them; it must outlive the runtime. One of its own by default.
        watch: Hears of every instance that starts, and of its end.
        clock: Tells idle times, in seconds. Timeouts go by real time.
        start_timeout: Seconds that importing a model and making it may take.
    """

    def __init__(
        self,
        directory: Path,
        log: LogSink,
        *,
        loop: Optional[Loop] = None,
        watch: Watch = lambda *_: _nothing,
        clock: Callable[[], float] = time.monotonic,
        start_timeout: float = 300.0,
    ) -> None:
        self._directory = directory.absolute()
        self._log = log
        self._loop = loop or Loop()
        self._own_loop = loop is None
        self._watch = watch
        self._clock = clock
        self._start_timeout = start_timeout
        self._made = not directory.exists()
        self._builds = self._directory / "builds"
        self._environments = self._directory / "environments"
        self._remove()  # what a killed emulator left behind
        self._directory.mkdir(mode=0o700, parents=True, exist_ok=True)
        self._builds.mkdir(mode=0o700)
        self._environments.mkdir(mode=0o700)
        self._venvs = Environments(self._environments)
        self._numbers = itertools.count(1)
        self._lock = threading.Lock()
        self._entries: Dict[str, _Entry] = {}
        self._closed = False
        self._reap_again = threading.Event()
        self._reaper = threading.Thread(target=self._keep_reaping, name="ubiops-reaper", daemon=True)
        self._reaper.start()

    def build(self, build: Build) -> None:
        """Unpack a package, make its environment and start its first instance. Returns when that answers requests.

        Raises:
            BuildError: If anything of it fails; nothing is left of it then. Also if it is retired meanwhile.
            ValueError: If there is a build of this id already.
        """
        with self._lock:
            if self._closed:
                raise BuildError("The emulator is shutting down")
            if build.id in self._entries:
                raise ValueError(f"build {build.id!r} exists already")
            entry = _Entry(build, self._builds / str(next(self._numbers)))
            self._entries[build.id] = entry
        try:
            self._make_pool(build, entry).start()
        except BaseException as error:
            self._discard(build.id, entry)
            if isinstance(error, OSError):  # a full disk
                raise BuildError(f"The package could not be built: {error}") from error
            raise
        finally:
            entry.built.set()
        self._reap_again.set()

    def update(self, build: Build) -> None:
        """Change the settings of a build; `package` and `language` of it are not looked at.

        Requests that come after this see a changed environment, context or memory allocation, by new instances;
        those that run are finished by the old ones. One that is being built starts with the new settings.

        Raises:
            KeyError: If there is none of this id.
        """
        with self._lock:
            entry = self._entries[build.id]
            entry.build = build
            pool = entry.pool
        if pool is not None:
            pool.update(build)
            self._reap_again.set()

    def request(self, build_id: str, data: Any, *, timeout: float, request_id: str, **options: Any) -> Outcome:
        """Do as `answer` with any JSON value, and wait for it in a thread that may wait."""
        if self._closed:
            return Outcome.failure(STOPPED)
        made = self.answer(build_id, compact(data), timeout=timeout, request_id=request_id, **options)
        return self._loop.start(made).result()

    async def answer(
        self,
        build_id: str,
        data: bytes,
        *,
        timeout: float,
        request_id: str,
        files: Mapping[str, Path] = _NO_FILES,
        wanted: Callable[[], bool] = always,
    ) -> Outcome:
        """Run a request, and wait for it, in the loop.

        Args:
            build_id: Which build; a failed outcome if it does not run.
            data: The input, as JSON.
            timeout: Seconds, waiting for an instance and starting one included.
            request_id: Named in log lines, all of which have been delivered when this returns.
            files: Names the fields of the result that are paths of files, and where the instance is to put a copy of
                each: where nothing is, in a directory that is there. What lies there afterwards is not to be trusted;
                of a failed request some may lie there, too.
            wanted: Whether it is still to begin; must not block. If not, the outcome is `CANCELLED`.
        """
        try:
            pool = self._pool(build_id)
        except KeyError:
            return Outcome.failure(STOPPED)
        return await pool.request(data, timeout, request_id, files, wanted)

    def cancel_unwanted(self) -> None:
        """Cancel the requests that wait for an instance and are not wanted any more."""
        for pool in self._pools():
            pool.cancel_unwanted()

    def instances(self, build_id: str) -> int:
        """Return how many instances run.

        Raises:
            KeyError: If no such build is built.
        """
        return self._pool(build_id).instances

    def retire(self, build_id: str) -> None:
        """Stop a build, whose requests fail, and remove its files. Nothing happens if there is none of this id."""
        with self._lock:
            entry = self._entries.get(build_id)
        if entry is None:
            return
        entry.cancellation.cancel()
        with self._lock:
            pool = entry.pool  # no other from now on
        if pool is not None:
            pool.stop()  # which ends a build that waits for the first instance
            pool.join()
        entry.built.wait()
        self._discard(build_id, entry)

    def reap(self) -> Optional[float]:
        """Stop the instances that are idle too long by the clock.

        A thread of the runtime does this at the right time; call it after moving a clock that does not go by itself.

        Returns:
            Seconds until there may be something to do again; None without builds.
        """
        return min((pool.reap() for pool in self._pools()), default=None)

    def close(self) -> None:
        """Stop everything and remove all files."""
        with self._lock:
            self._closed = True
            ids = list(self._entries)
        self._reap_again.set()
        self._reaper.join()
        # At once, not one after the other: each may take its model's time to stop.
        threads = [threading.Thread(target=self.retire, args=(build_id,)) for build_id in ids]
        for thread in threads:
            try:
                thread.start()
            except RuntimeError:  # the interpreter ends, and starts no threads any more
                thread.run()
        for thread in threads:
            if thread.ident is not None:
                thread.join()
        if self._own_loop:
            self._loop.close()
        self._remove()
        if self._made:
            with contextlib.suppress(OSError):  # someone has put something into it
                self._directory.rmdir()

    def __enter__(self) -> Runtime:
        return self

    def __exit__(
        self, kind: Optional[Type[BaseException]], error: Optional[BaseException], trace: Optional[TracebackType]
    ) -> None:
        self.close()

    def _make_pool(self, build: Build, entry: _Entry) -> Pool:
        def log(texts: Sequence[str], system: bool, request_id: Optional[str]) -> None:
            with contextlib.suppress(Exception):  # a full disk under the log must not stop models
                self._log(build.id, texts, system, request_id)

        def say(text: str) -> None:
            log([clean(text)], True, None)

        def watch(memory: int) -> Ended:
            ended: Ended = _nothing
            with contextlib.suppress(Exception):
                ended = self._watch(build.id, memory)

            def end(idle_until: Optional[float]) -> None:
                with contextlib.suppress(Exception):
                    ended(idle_until)

            return end

        unpacked = entry.directory / "package"
        unpacked.mkdir(parents=True)
        root = unpack(build.package, unpacked)
        model_file(root, build.environment)  # before pip takes its time
        entry.cancellation.check()
        python = self._venvs.create(
            build.language, root, entry.directory / "environment", build.environment, say, entry.cancellation
        )
        if sys.platform != "linux":
            say("The memory limit is not enforced on this system")
        with self._lock:
            entry.cancellation.check()
            instances = entry.directory / "run"
            pool = Pool(entry.build, root, instances, python, log, watch, self._clock, self._start_timeout, self._loop)
            entry.pool = pool
        return pool

    def _pools(self) -> List[Pool]:
        with self._lock:
            return [entry.pool for entry in self._entries.values() if entry.pool is not None]

    def _pool(self, build_id: str) -> Pool:
        entry = self._entries.get(build_id)
        if entry is None or entry.pool is None:
            raise KeyError(build_id)
        return entry.pool

    def _discard(self, build_id: str, entry: _Entry) -> None:
        if entry.pool is not None:
            entry.pool.stop()
            entry.pool.join()
        discard(entry.directory)
        with self._lock:
            if self._entries.get(build_id) is entry:
                del self._entries[build_id]

    def _keep_reaping(self) -> None:
        while not self._closed:
            wait = self.reap()
            # A clock that stands still can stand just before the time.
            self._reap_again.wait(None if wait is None else max(wait, 0.1))
            self._reap_again.clear()

    def _remove(self) -> None:
        for directory in (self._builds, self._environments):
            discard(directory)
