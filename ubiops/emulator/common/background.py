"""Work in the background."""

from __future__ import annotations

import threading
from collections import deque
from concurrent.futures import Future
from typing import Any, Callable, Deque, Optional, Set


class Background:
    """Calls functions in threads, and knows those that run.

    Unlike those of a `ThreadPoolExecutor` they do not keep the interpreter from ending, which ends what they work at.

    Args:
        name: Of the threads.
        limit: How many functions may run at a time; None for any number.
    """

    def __init__(self, name: str, limit: Optional[int] = None) -> None:
        self._limit = limit
        self._name = name
        self._lock = threading.Lock()
        self._waiting: Deque[Callable[[], None]] = deque()
        self._threads: Set[threading.Thread] = set()

    def submit(self, function: Callable[..., None], *arguments: Any) -> Future[None]:
        """Call a function soon, which raises nothing; the future is done when it has returned."""
        done: Future[None] = Future()

        def run() -> None:
            try:
                function(*arguments)
            finally:
                done.set_result(None)

        with self._lock:
            self._waiting.append(run)
            if self._limit is None or len(self._threads) < self._limit:
                thread = threading.Thread(target=self._work, name=self._name, daemon=True)
                thread.start()
                self._threads.add(thread)
        return done

    def join(self) -> None:
        """Wait until everything has ended."""
        with self._lock:
            threads = list(self._threads)
        for thread in threads:
            thread.join()

    def _work(self) -> None:
        while True:
            with self._lock:
                if not self._waiting:
                    self._threads.discard(threading.current_thread())
                    return
                run = self._waiting.popleft()
            run()
