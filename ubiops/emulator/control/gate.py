"""The gate through which calls of the API go in; shut while the state is exchanged."""

from __future__ import annotations

import threading
from contextlib import contextmanager
from typing import Callable, Iterator


class Gate:
    """Lets many calls in at a time, or one exchange of the state alone."""

    def __init__(self) -> None:
        self._changed = threading.Condition()
        self._inside = 0
        self._shut = False

    @contextmanager
    def call(self) -> Iterator[None]:
        """Go in, as soon as the gate is open."""
        with self._changed:
            self._changed.wait_for(lambda: not self._shut)
            self._inside += 1
        try:
            yield
        finally:
            self._leave()

    @contextmanager
    def try_call(self) -> Iterator[bool]:
        """Go in if the gate is open; give whether it is."""
        with self._changed:
            inside = not self._shut
            self._inside += inside
        try:
            yield inside
        finally:
            if inside:
                self._leave()

    def _leave(self) -> None:
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
