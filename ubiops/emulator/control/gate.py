"""The gate through which calls of the API go in; shut while the state is exchanged."""

from __future__ import annotations

import threading
from concurrent.futures import Future
from contextlib import contextmanager
from typing import Callable, Iterator, List


class Gate:
    """Lets many calls in at a time, or one exchange of the state alone."""

    def __init__(self) -> None:
        self._changed = threading.Condition()
        self._inside = 0
        self._shut = False
        self._waiting: List[Future[None]] = []

    def enter(self) -> bool:
        """Go in if the gate is open; tell whether it is. Whoever went in leaves by `leave`."""
        with self._changed:
            self._inside += not self._shut
            return not self._shut

    def wait(self) -> Future[None]:
        """Go in as soon as the gate is open, which is when the future is done."""
        entered: Future[None] = Future()
        with self._changed:
            self._waiting.append(entered)
        self._let_in()
        return entered

    def leave(self) -> None:
        """Go out."""
        with self._changed:
            self._inside -= 1
            self._changed.notify_all()

    @contextmanager
    def alone(self, cancel_waits: Callable[[], object]) -> Iterator[None]:
        """Shut the gate, and wait until everybody is out.

        Args:
            cancel_waits: ends what keeps calls from being answered; called when no more come in.
        """
        with self._changed:
            self._changed.wait_for(lambda: not self._shut)
            self._shut = True
        try:
            cancel_waits()
            with self._changed:
                self._changed.wait_for(lambda: not self._inside)
            yield
        finally:
            with self._changed:
                self._shut = False
                self._changed.notify_all()
            self._let_in()

    def _let_in(self) -> None:
        with self._changed:
            entered: List[Future[None]] = []
            if not self._shut:
                entered, self._waiting = self._waiting, []
                self._inside += len(entered)
        for each in entered:
            each.set_result(None)
