"""The threads that answer requests."""

from __future__ import annotations

import itertools
from typing import Any

from waitress.task import ThreadedTaskDispatcher  # type: ignore[import-untyped]


class Threads(ThreadedTaskDispatcher):  # type: ignore[misc] # waitress has no types
    """Starts a thread when all others have something to do; waitress itself starts all of them at once.

    Args:
        most: how many there may be.
    """

    def __init__(self, most: int) -> None:
        super().__init__()
        self._most = most
        self._numbers = itertools.count()

    def add_task(self, task: Any) -> None:
        """Let a thread service a task."""
        with self.lock:
            self.queue.append(task)
            self.queue_cv.notify()
            idle = len(self.threads) - self.active_count
            if len(self.queue) > idle and len(self.threads) < self._most and self.stop_count == 0:
                number = next(self._numbers)
                self.threads.add(number)
                self.active_count += 1  # it counts itself out when there is nothing to do
                self.start_new_thread(self.handler_thread, number)
