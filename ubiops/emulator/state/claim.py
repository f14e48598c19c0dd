"""Who uses a data file."""

from __future__ import annotations

import fcntl
import os
import sqlite3
from contextlib import suppress
from pathlib import Path
from typing import Optional

from .integrity import files_of


class Claim:
    """Keeps other emulators out of a data file, from before it is looked at: by a lock on the directory beside it.

    SQLite's own locks are lost as soon as the process that holds them closes the file, wherever it has opened it: to
    copy it, or to start a second emulator with it.

    Args:
        path: the data file. Without the directory nobody uses it; call `make` once the directory is there.

    Raises:
        sqlite3.OperationalError: it is in use.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._lock: Optional[int] = None
        with suppress(OSError):  # it is not there, or no directory
            self._take()

    def make(self) -> None:
        """Do what could not be done before there was the directory.

        Raises:
            sqlite3.OperationalError: it is in use.
            OSError: the directory cannot be read.
        """
        if self._lock is None:
            self._take()

    def give_up(self) -> None:
        """Let others use it. Idempotent."""
        lock, self._lock = self._lock, None
        if lock is not None:
            with suppress(OSError):
                fcntl.flock(lock, fcntl.LOCK_UN)  # for the copies of it that forks have, too
            os.close(lock)

    def _take(self) -> None:
        lock = os.open(files_of(self._path), os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW | os.O_CLOEXEC)
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            os.close(lock)
            raise sqlite3.OperationalError(f"database is locked: {self._path} is in use by another emulator") from None
        except OSError:  # a file system without such locks: there is SQLite's still
            pass
        self._lock = lock
