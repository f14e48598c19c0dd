"""The threads of calls with `async_req`, loaded with the first of them."""

from __future__ import annotations

from multiprocessing.pool import ThreadPool
from typing import Any, Callable, Optional


class Threads(ThreadPool):
    """The threads of a client."""

    def __del__(self) -> None:
        """Do not warn that they still run: their client ends them, and in a fork there are none."""


class Ended:
    """A call that was carried out at once, with the methods of `multiprocessing.pool.AsyncResult`.

    In Python 3.12 no thread can be started once the main thread has ended, while other threads go on and make calls.

    Args:
        call: Carries it out.
    """

    def __init__(self, call: Callable[[], Any]) -> None:
        self._value: Any = None
        self._error: Optional[Exception] = None
        try:
            self._value = call()
        except Exception as error:
            self._error = error

    def get(self, timeout: Optional[float] = None) -> Any:
        """Return what the call returned, or raise what it raised."""
        if self._error is not None:
            raise self._error
        return self._value

    def wait(self, timeout: Optional[float] = None) -> None:
        """Do nothing: it has ended."""

    def ready(self) -> bool:
        """Tell that it has ended."""
        return True

    def successful(self) -> bool:
        """Tell whether it raised nothing."""
        return self._error is None
