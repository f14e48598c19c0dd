"""The threads of calls with `async_req`, loaded with the first of them."""

from __future__ import annotations

from multiprocessing.pool import ThreadPool


class Threads(ThreadPool):
    """The threads of a client."""

    def __del__(self) -> None:
        """Do not warn that they still run: their client ends them, and in a fork there are none."""
