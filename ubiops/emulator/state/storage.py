"""State: one SQLite database, and a directory of files beside it."""

from __future__ import annotations

import os
import re
import shutil
import sqlite3
import tempfile
import threading
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Iterator, Optional

from ..common.ids import Ids

MIGRATIONS = Path(__file__).parent / "migrations"


class Storage:
    """A database and its files, in memory and a temporary directory, or in a file that lasts.

    One connection serves all threads, one transaction at a time: transactions here are short, and SQLite would let
    only one of them write anyway.

    Args:
        path: the database file, made if it is missing, readable by its owner only; files go to `PATH.d/`.
            None keeps everything for the lifetime of this object only.
        ids: makes the ids of rows; random ones by default.

    Raises:
        OSError: the file or its directory cannot be made.
        sqlite3.Error: the file is no database, or is in use by another emulator.
    """

    def __init__(self, path: Optional[Path] = None, ids: Optional[Ids] = None) -> None:
        self.ids = ids or Ids()
        self._temporary: Optional[Path] = None
        if path is None:
            self.files = self._temporary = Path(tempfile.mkdtemp(prefix="ubiops-emulator-"))
        else:
            os.close(os.open(path, os.O_CREAT | os.O_RDWR | getattr(os, "O_CLOEXEC", 0), 0o600))
            self.files = _directory(path)
        self._lock = threading.RLock()
        # Python commits nothing by itself here; `transaction` does.
        self._connection = sqlite3.connect(
            ":memory:" if path is None else str(path), check_same_thread=False, isolation_level=None, timeout=0
        )
        try:
            self._open()
            for directory in (self.packages, self.blobs, self.uploads):
                directory.mkdir(parents=True, exist_ok=True)
        except BaseException:
            self.close()
            raise

    @property
    def packages(self) -> Path:
        """Where uploaded model packages are."""
        return self.files / "packages"

    @property
    def blobs(self) -> Path:
        """Where the contents of blobs are, each under its id."""
        return self.files / "blobs"

    @property
    def uploads(self) -> Path:
        """Where uploads are until they are complete and accepted; on the same file system as the others."""
        return self.files / "uploads"

    def _open(self) -> None:
        db = self._connection
        db.row_factory = sqlite3.Row
        # A second emulator on the same file would corrupt the first one's idea of what runs: it is kept out.
        db.execute("PRAGMA locking_mode = EXCLUSIVE")
        db.execute("PRAGMA journal_mode = WAL")
        db.execute("PRAGMA synchronous = NORMAL")  # in WAL mode a killed process still loses nothing
        db.execute("PRAGMA foreign_keys = ON")
        version: int = db.execute("PRAGMA user_version").fetchone()[0]
        for script in sorted(MIGRATIONS.glob("*.sql")):
            number = int(re.split("_", script.name)[0])
            if number > version:
                text = script.read_text(encoding="utf-8")
                db.executescript(f"BEGIN IMMEDIATE;\n{text}\nPRAGMA user_version = {number};\nCOMMIT;")
        # Takes the lock now, so that a second emulator fails at its start, not at its first write.
        db.execute("BEGIN IMMEDIATE")
        db.execute("COMMIT")

    @staticmethod
    def exists(path: Path) -> bool:
        """Tell whether there is anything in a database file or its directory of files."""
        return _directory(path).exists() or (path.exists() and path.stat().st_size > 0)

    @staticmethod
    def remove(path: Path) -> None:
        """Remove a database file that is not in use, and its directory of files."""
        with suppress(FileNotFoundError):
            path.unlink()
        shutil.rmtree(_directory(path), ignore_errors=True)

    @contextmanager
    def transaction(self) -> Iterator[sqlite3.Connection]:
        """Give the database to one thread, and commit at the end, or roll back if an exception leaves the block.

        Keep it short: nothing else reads or writes meanwhile.
        """
        with self._lock:
            db = self._connection
            db.execute("BEGIN IMMEDIATE")
            try:
                yield db
            except BaseException:
                db.execute("ROLLBACK")
                raise
            db.execute("COMMIT")

    @contextmanager
    def held(self) -> Iterator[None]:
        """Let no other thread change the state."""
        with self._lock:
            yield

    def copy(self, path: Path) -> None:
        """Copy the database into a new file, which only its owner can read. Not possible in a transaction.

        Raises:
            OSError, sqlite3.Error: the file cannot be written.
        """
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
        target = sqlite3.connect(str(path))
        try:
            with self._lock:
                self._connection.backup(target)
        finally:
            target.close()

    def replace(self, source: Storage) -> None:
        """Take over what another database holds, all at once; the files are the caller's affair.

        Raises:
            sqlite3.Error: the disk is full, or fails; everything is as before then.
        """
        with self._lock, source._lock:
            source._connection.backup(self._connection)

    def close(self) -> None:
        """Close the database; remove what was temporary. Idempotent."""
        with self._lock:
            self._connection.close()
        if self._temporary is not None:
            shutil.rmtree(self._temporary, ignore_errors=True)


def _directory(path: Path) -> Path:
    return path.parent / f"{path.name}.d"
