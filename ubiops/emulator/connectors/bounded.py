"""Work of coroutines that ends in time."""

from __future__ import annotations

import asyncio
import threading
import time
from typing import Any, Coroutine

from .backend import ConnectorError

_LOOK = 0.1  # seconds between two looks whether the emulator stops


def run(work: Coroutine[Any, Any, None], timeout: float, stop: threading.Event) -> None:
    """Wait for work, but not longer than it may take, nor after the emulator stops.

    Args:
        work: what to do; it is cancelled if that takes too long.
        timeout: seconds that it may take.
        stop: set when the emulator stops.

    Raises:
        asyncio.TimeoutError: it took longer.
        ConnectorError: the emulator stops.
    """
    asyncio.run(_bounded(work, timeout, stop))


async def _bounded(work: Coroutine[Any, Any, None], timeout: float, stop: threading.Event) -> None:
    task = asyncio.ensure_future(work)
    deadline = time.monotonic() + timeout
    while not task.done() and not stop.is_set() and time.monotonic() < deadline:
        await asyncio.wait([task], timeout=min(_LOOK, deadline - time.monotonic()))
    while not task.done():
        # More than once: who is asked to end may first wait for the answer of a server, which may never come.
        task.cancel()
        await asyncio.wait([task], timeout=1)
    try:
        await task
    except asyncio.CancelledError:
        if stop.is_set():
            raise ConnectorError("The emulator is being stopped") from None
        raise asyncio.TimeoutError from None
