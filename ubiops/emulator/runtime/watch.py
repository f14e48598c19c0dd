"""Waiting in the loop for what comes from a process, and for whoever has something for it."""

from __future__ import annotations

import asyncio
from contextlib import contextmanager
from typing import Callable, Dict, Iterator, List, Optional, Protocol


class Source(Protocol):
    """Something to read from without waiting."""

    @property
    def ended(self) -> bool:
        """Whether nothing more will come."""

    def fileno(self) -> int:
        """Return the number of the descriptor."""

    def read(self) -> object:
        """Take in what there is at the moment."""


class Watch:
    """Reads sources while somebody waits for what they bring. All in the thread of the loop.

    Args:
        io: the loop.
    """

    def __init__(self, io: asyncio.AbstractEventLoop) -> None:
        self._io = io
        self._paused: List[Source] = []
        self._dealing: Dict[Source, Callable[[], bool]] = {}
        self._timer: Optional[asyncio.TimerHandle] = None
        self._waiting: Optional[asyncio.Future[bool]] = None
        self._woken = False

    @property
    def waiting(self) -> bool:
        """Whether somebody waits, for whom there is no news yet."""
        return self._waiting is not None and not self._waiting.done()

    @contextmanager
    def reading(self, source: Source, deal: Callable[[], bool] = lambda: False) -> Iterator[None]:
        """Read a source as long as the context lasts.

        Args:
            source: the source.
            deal: called when something has been read; tells whether that was all, and nobody needs to be woken.
        """
        self._dealing[source] = deal
        self._add(source)
        try:
            yield
        finally:
            self._io.remove_reader(source.fileno())
            self._io.remove_writer(source.fileno())  # whoever had more to send
            self._paused = [each for each in self._paused if each is not source]
            del self._dealing[source]

    def wake(self) -> None:
        """End the wait of the moment, or else the next one."""
        if self._waiting is None:
            self._woken = True
        elif not self._waiting.done():
            self._waiting.set_result(True)

    async def wait(self, seconds: float) -> bool:
        """Wait until something has been read or somebody wakes; tell whether it was within so many seconds."""
        paused, self._paused = self._paused, []
        for source in paused:
            self._add(source)
        if self._woken:
            self._woken = False
            return True
        waiting: asyncio.Future[bool] = self._io.create_future()
        self._waiting = waiting
        self._timer = self._io.call_later(seconds, _give_up, waiting)
        try:
            return await waiting
        finally:
            self._timer.cancel()
            self._waiting = None

    def hurry(self, seconds: float) -> None:
        """Let who waits do so for so many seconds at most."""
        if self._waiting is not None and self._timer is not None and self._timer.when() > self._io.time() + seconds:
            self._timer.cancel()
            self._timer = self._io.call_later(seconds, _give_up, self._waiting)

    def _add(self, source: Source) -> None:
        self._io.add_reader(source.fileno(), self._read, source)

    def _read(self, source: Source) -> None:
        if self._waiting is None:  # what has been read is still being dealt with: the process shall wait for that
            self._io.remove_reader(source.fileno())
            self._paused.append(source)
            return
        source.read()
        if source.ended:
            self._io.remove_reader(source.fileno())
        if not self._dealing[source]():
            self.wake()


def _give_up(waiting: asyncio.Future[bool]) -> None:
    if not waiting.done():
        waiting.set_result(False)
