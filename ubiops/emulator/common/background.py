"""Work in the background."""

from __future__ import annotations

import math
import threading
import time
from collections import deque
from concurrent.futures import Future
from typing import Any, Callable, Deque, Optional, Set, Tuple, TypeVar

T = TypeVar("T")

_PATIENCE = 2.0  # seconds that a thread waits for more to do


class Background:
    """Calls functions in threads, which are started as they are needed and end when there is nothing to do.

    Unlike those of a `ThreadPoolExecutor` they do not keep the interpreter from ending, which ends what they work at.

    Args:
        name: Of the threads.
        limit: How many functions may run at a time; None for any number.
    """

    def __init__(self, name: str, limit: Optional[int] = None) -> None:
        self._name = name
        self._limit = limit
        self._changed = threading.Condition()
        self._waiting: Deque[Tuple[Future[Any], Callable[..., Any], Tuple[Any, ...]]] = deque()
        self._threads: Set[threading.Thread] = set()
        self._idle = 0
        self._joined = False

    def submit(self, function: Callable[..., T], *arguments: Any) -> Future[T]:
        """Call a function soon; the future tells what it returned or raised.

        Raises:
            RuntimeError: No thread can be started, and there is none.
        """
        done: Future[T] = Future()
        with self._changed:
            if len(self._waiting) >= self._idle and (self._limit is None or len(self._threads) < self._limit):
                thread = threading.Thread(target=self._work, name=self._name, daemon=True)
                try:
                    thread.start()
                except RuntimeError:
                    if not self._threads:
                        raise
                else:
                    self._threads.add(thread)
            self._waiting.append((done, function, arguments))
            self._changed.notify()
        return done

    def join(self, timeout: float = math.inf) -> None:
        """Wait until everything has ended, the threads included, or so many seconds have passed."""
        deadline = time.monotonic() + timeout
        with self._changed:
            self._joined = True
            self._changed.notify_all()
            threads = list(self._threads)
        for thread in threads:
            thread.join(None if timeout == math.inf else max(0.0, deadline - time.monotonic()))

    def _work(self) -> None:
        while True:
            with self._changed:
                self._idle += 1
                self._changed.wait_for(lambda: self._waiting or self._joined, _PATIENCE)
                self._idle -= 1
                if not self._waiting:
                    self._threads.discard(threading.current_thread())
                    return
                done, function, arguments = self._waiting.popleft()
            try:
                result = function(*arguments)
            except BaseException as error:
                done.set_exception(error)
            else:
                done.set_result(result)
            del done, function, arguments  # while there is nothing to do, nothing is kept
