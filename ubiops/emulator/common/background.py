"""Work in the background."""

from __future__ import annotations

import threading
from concurrent.futures import Future
from contextlib import nullcontext
from typing import Any, Callable, ContextManager, Optional, Set


class Background:
    """Calls functions in threads, and knows those that run.

    Unlike those of a `ThreadPoolExecutor` they do not keep the interpreter from ending, which ends what they work at.

    Args:
        name: Of the threads.
        limit: How many functions may run at a time; None for any number.
    """

    def __init__(self, name: str, limit: Optional[int] = None) -> None:
        self._slots: ContextManager[Any] = nullcontext() if limit is None else threading.BoundedSemaphore(limit)
        self._name = name
        self._lock = threading.Lock()
        self._threads: Set[threading.Thread] = set()

    def submit(self, function: Callable[..., None], *arguments: Any) -> Future[None]:
        """Call a function soon, which raises nothing; the future is done when it has returned."""
        done: Future[None] = Future()

        def run() -> None:
            try:
                with self._slots:
                    function(*arguments)
            finally:
                done.set_result(None)
                with self._lock:
                    self._threads.discard(thread)

        thread = threading.Thread(target=run, name=self._name, daemon=True)
        with self._lock:  # so that it is known before it ends
            thread.start()
            self._threads.add(thread)
        return done

    def join(self) -> None:
        """Wait until everything has ended."""
        with self._lock:
            threads = list(self._threads)
        for thread in threads:
            thread.join()
