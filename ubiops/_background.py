"""Calls in threads: the end of the program waits for those that nobody waited for."""

from __future__ import annotations

import atexit
import logging
import os
import threading
import time
from typing import Any, Callable, List, NamedTuple, Optional

from ubiops._loading import LOADING
from ubiops._printable import printable
from ubiops._tracebacks import OwnFramesHidden

logger = logging.getLogger("ubiops")

AFTER_THE_WAIT = 20
"""Priority at the end of the program; the threads' own end has 15."""


class _Lost(NamedTuple):
    """A call that did not make it."""

    name: str
    fate: str


class Call:
    """A call that runs in a thread.

    Args:
        name: How it is called in a message: method and path.
        run: Carries it out.
        exit_timeout: Seconds that the end of the program waits while no call comes further; None for no limit.
    """

    def __init__(self, name: str, run: Callable[[], Any], exit_timeout: Optional[float]) -> None:
        self.name = name
        self.exit_timeout = exit_timeout
        self._run = run
        self._begun = False
        self._background = _of_this_process()
        self._background.add(self)

    @property
    def fate(self) -> str:
        """What becomes of it when the program ends now."""
        return "its answer did not come" if self._begun else "it was not sent"

    def __call__(self) -> Any:
        """Carry it out."""
        self._begun = True
        error: Optional[Exception] = None
        try:
            with OwnFramesHidden():
                return self._run()
        except Exception as failure:
            error = failure
            raise
        finally:
            self._background.remove(self, error)


class Background:
    """The calls that run in threads of this process."""

    def __init__(self) -> None:
        self.process = os.getpid()
        self._progress = threading.Condition()
        self._calls: List[Call] = []
        self._lost: List[_Lost] = []
        self._moved = time.monotonic()
        self._ending = False
        with LOADING:
            from multiprocessing.util import Finalize  # it takes long to load, and most programs start no threads

        # Worker processes of multiprocessing run the first alone; the second comes before connections are closed.
        Finalize(None, self.wait, exitpriority=AFTER_THE_WAIT + 1)
        atexit.register(self.wait)

    def add(self, call: Call) -> None:
        """Note that a call waits for a thread."""
        with self._progress:
            self._calls.append(call)

    def remove(self, call: Call, error: Optional[Exception]) -> None:
        """Note that a call ended."""
        with self._progress:
            if call in self._calls:
                self._calls.remove(call)
                if self._ending and error is not None:  # nobody is left who could ask for its result
                    self._lost.append(_Lost(call.name, str(error)))
            self._moved = time.monotonic()
            self._progress.notify_all()

    def note_progress(self) -> None:
        """Note that data moved."""
        self._moved = time.monotonic()

    def wait(self) -> None:
        """Wait until all calls ended or none comes further; log those that did not make it."""
        if self.process != os.getpid():  # a fork: the threads are the parent's
            return
        with self._progress:
            self._ending = True
            self._moved = time.monotonic()
            try:
                while self._calls and self._patience() > 0:
                    self._progress.wait(min(self._patience(), threading.TIMEOUT_MAX))
            except KeyboardInterrupt:
                pass
            lost = [*self._lost, *(_Lost(call.name, call.fate) for call in self._calls)]
            self._calls.clear()
            self._lost.clear()
        if lost:
            logger.warning(
                "The program ended before these calls with async_req=True were through: %s. Take their results with "
                "get(), or close the client: both wait for as long as it takes",
                printable("; ".join(f"{call.name} ({call.fate})" for call in lost)),
            )

    def _patience(self) -> float:
        """Return for how many seconds there is still hope."""
        limits = [float("inf") if call.exit_timeout is None else call.exit_timeout for call in self._calls]
        return self._moved + max(limits) - time.monotonic()


_background: Optional[Background] = None


def _of_this_process() -> Background:
    global _background
    if _background is None or _background.process != os.getpid():
        _background = Background()
    return _background


def note_progress() -> None:
    """Note that data of a request moved."""
    if _background is not None:
        _background.note_progress()
