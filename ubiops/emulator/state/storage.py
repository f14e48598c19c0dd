"""State: one SQLite database, and a directory of files beside it."""

from __future__ import annotations

import logging
import os
import shutil
import sqlite3
import threading
import time
from contextlib import contextmanager, suppress
from pathlib import Path
from types import TracebackType
from typing import Any, Callable, ContextManager, Dict, Iterator, Optional, Type, TypeVar

from ..common import private
from ..common.database import Database, Transaction, Values
from ..common.errors import disk_full
from ..common.ids import Ids
from ..common.temporary import TemporaryDirectory
from .claim import Claim
from .integrity import (
    DIRECTORIES,
    UNFINISHED,
    check_files,
    check_place,
    check_unmerged,
    create,
    files_of,
    is_empty,
    log_of,
)
from .upgrade import check_or_upgrade

_log = logging.getLogger("ubiops.emulator")

_PATIENCE = 0.5  # seconds between two looks whether a full disk has room again
_SLICE = 500  # rows that are removed at a time
_PAUSE = 0.002  # seconds between two slices, in which whoever waits for the database gets it

T = TypeVar("T")


class _UnlessFull:
    """See `Storage.unless_full`."""

    def __init__(self, transaction: Transaction, what: str) -> None:
        self._transaction = transaction
        self._what = what

    def __enter__(self) -> sqlite3.Connection:
        return self._transaction.__enter__()

    def __exit__(
        self, kind: Optional[Type[BaseException]], error: Optional[BaseException], trace: Optional[TracebackType]
    ) -> bool:
        try:
            self._transaction.__exit__(kind, error, trace)
        except sqlite3.OperationalError as refused:
            if not self._excused(refused):
                raise
            return True
        return self._excused(error)

    def _excused(self, error: Optional[BaseException]) -> bool:
        if not (isinstance(error, sqlite3.OperationalError) and disk_full(error)):
            return False
        _log.error("The disk is full: %s is not stored", self._what)
        return True


class Storage:
    """A database and its files, in memory and a temporary directory, or in a file that lasts.

    One connection serves all threads, one transaction at a time: transactions here are short, and SQLite would let
    only one of them write anyway.

    Args:
        path: the database file, made if it is missing, readable by its owner only; files go to `PATH.d/`.
            None keeps everything for the lifetime of this object only.
        ids: makes the ids of rows; random ones by default.
        own: whether an emulator has written the file, and the files that its rows refer to must be there.

    Raises:
        OSError: the file or its directory cannot be made.
        StateError: the file or the directory is not ours, not whole, or of a newer emulator; nothing was touched.
        sqlite3.Error: the file is in use by another emulator, or cannot be read.
    """

    def __init__(self, path: Optional[Path] = None, ids: Optional[Ids] = None, *, own: bool = True) -> None:
        self.ids = ids or Ids()
        self._temporary: Optional[TemporaryDirectory] = None
        self._claim: Optional[Claim] = None
        self._lock = threading.RLock()
        # Python commits nothing by itself here; `transaction` does.
        options: Dict[str, Any] = {"check_same_thread": False, "isolation_level": None, "timeout": 0}
        if path is None:
            self._temporary = TemporaryDirectory()
            self.files = self._temporary.path
            self._connection = sqlite3.connect(":memory:", factory=Database, **options)
            checked = False
        else:
            self.files = files_of(path)
            self._claim = Claim(path)
            try:
                checked = self._prepare(path, own)
                self._connection = sqlite3.connect(str(path), factory=Database, **options)
            except BaseException:
                self._claim.give_up()
                raise
        self._transaction = Transaction(self._connection, self._lock)
        try:
            self._open(path, own, checked)
            for name in DIRECTORIES:
                private.directory(self.files / name)
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

    def _prepare(self, path: Path, own: bool) -> bool:
        """Check the place, and make what is missing; return whether the database has been checked, too."""
        check_place(path)
        if (self.files / UNFINISHED).exists():
            self._remove_contents(path)
        checked = check_unmerged(path, trusted=own)
        private.file(path)
        private.directory(self.files)
        if self._claim is not None:
            self._claim.make()
        return checked

    def _remove_contents(self, path: Path) -> None:
        for left in (log_of(path), path):  # a log without its file would pass for somebody's
            left.unlink(missing_ok=True)
        for name in DIRECTORIES:
            shutil.rmtree(self.files / name, ignore_errors=True)
        (self.files / UNFINISHED).unlink()

    def begin_filling(self) -> None:
        """Begin anew at the next start, with nothing, if this process is killed before `end_filling`."""
        (self.files / UNFINISHED).touch(mode=0o600)

    def end_filling(self) -> None:
        """Keep from now on what is there."""
        (self.files / UNFINISHED).unlink(missing_ok=True)

    def _open(self, path: Optional[Path], own: bool, checked: bool) -> None:
        db = self._connection
        db.row_factory = sqlite3.Row
        # A second emulator on the same file would corrupt the first one's idea of what runs: it is kept out.
        db.execute("PRAGMA locking_mode = EXCLUSIVE")
        db.execute("PRAGMA foreign_keys = ON")
        if path is None or is_empty(db, path):
            # Before the journal becomes a WAL, so that the file itself says whose it is from the first moment on.
            create(db)
        elif not checked:
            check_or_upgrade(db, path, trusted=own)
            if own:
                check_files(db, self.files)
        db.execute("PRAGMA journal_mode = WAL")
        db.execute("PRAGMA synchronous = NORMAL")  # in WAL mode a killed process still loses nothing
        # Takes the lock now, so that a second emulator fails at its start, not at its first write.
        db.execute("BEGIN IMMEDIATE")
        db.execute("COMMIT")

    @staticmethod
    def remove(path: Path) -> None:
        """Remove a database file that is not in use, and its directory of files."""
        with suppress(FileNotFoundError):
            path.unlink()
        shutil.rmtree(files_of(path), ignore_errors=True)

    def transaction(self) -> ContextManager[sqlite3.Connection]:
        """Give the database to one thread, and commit at the end, or roll back if an exception leaves the block.

        Keep it short: nothing else reads or writes meanwhile.
        """
        return self._transaction

    def unless_full(self, what: str) -> ContextManager[sqlite3.Connection]:
        """Do as `transaction`; when the disk is full, tell the console what is not stored, and go on.

        Args:
            what: what is lost then; nothing that anybody has been promised.
        """
        return _UnlessFull(self._transaction, what)

    def retry_while_full(self, change: Callable[[sqlite3.Connection], T], given_up: Callable[[], bool]) -> T:
        """Make a change in a transaction of its own, as soon as the disk has room for it; return what it returned.

        For what nobody could ask for again, such as the outcome of a request.

        Args:
            change: makes it; gets the database, perhaps several times.
            given_up: tells whether it is not to be tried any more.

        Raises:
            sqlite3.OperationalError: the disk is full, and it was given up.
        """
        told = False
        while True:
            try:
                with self.transaction() as db:
                    return change(db)
            except sqlite3.OperationalError as error:
                if not disk_full(error) or given_up():
                    raise
            if not told:
                _log.error("The disk is full; the emulator goes on when there is room")
                told = True
            time.sleep(_PATIENCE)

    def remove_rows(self, table: str, where: str, values: Values) -> None:
        """Remove rows, a slice at a time in a transaction of its own: nobody waits for all of them.

        Args:
            table: name of a table whose rows have numbers.
            where: which rows.
            values: those of the placeholders in it.
        """
        query = f"DELETE FROM {table} WHERE rowid IN (SELECT rowid FROM {table} WHERE {where} LIMIT {_SLICE})"  # noqa: S608
        while True:
            with self.transaction() as db:
                if db.execute(query, values).rowcount < _SLICE:
                    return
            time.sleep(_PAUSE)

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
            self._connection.forget()
            source._connection.backup(self._connection)

    def close(self) -> None:
        """Close the database; remove what was temporary. Idempotent."""
        with self._lock:
            self._connection.close()
        if self._claim is not None:
            self._claim.give_up()
        if self._temporary is not None:
            self._temporary.remove()
