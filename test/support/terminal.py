"""Terminals that tests look at."""

from __future__ import annotations

import contextlib
import fcntl
import os
import pty
import struct
import termios
from typing import Iterator


class Terminal:
    """A terminal, and what it has shown.

    Attributes:
        stream: What to write to, as standard error.
    """

    def __init__(self) -> None:
        self._shown = b""
        self._ours, theirs = pty.openpty()
        fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 100, 0, 0))  # it has no size at first
        self.stream = os.fdopen(theirs, "w", encoding="utf-8")

    def shown(self) -> str:
        """Return all that was written to it so far."""
        self.stream.flush()
        os.set_blocking(self._ours, False)
        with contextlib.suppress(BlockingIOError):
            while True:
                self._shown += os.read(self._ours, 65536)
        return self._shown.decode("utf-8")

    def close(self) -> None:
        self.stream.close()
        os.close(self._ours)

    @contextlib.contextmanager
    def watching(self) -> Iterator[None]:
        """Take it for standard error for a while."""
        with contextlib.redirect_stderr(self.stream):
            yield
