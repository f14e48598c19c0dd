"""The connection to the database: its transactions, and what need not be looked up again."""

from __future__ import annotations

import sqlite3
from threading import RLock
from typing import (
    Any,
    Callable,
    Dict,
    Hashable,
    Iterable,
    Mapping,
    Optional,
    Protocol,
    Sequence,
    Tuple,
    Type,
    TypeVar,
    Union,
)

_MOST = 1000  # things that are remembered

T = TypeVar("T")
Values = Union[Sequence[Any], Mapping[str, Any]]


class Row(Protocol):
    """A row, by the names of its columns."""

    def __getitem__(self, name: str, /) -> Any:
        """Return the value in a column."""

    def keys(self) -> Iterable[str]:
        """Return the names of the columns."""


class Database(sqlite3.Connection):
    """A connection that remembers what was found until something is changed; see `remembered`."""

    def __init__(self, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        self._found: Dict[Hashable, Any] = {}
        self._state = 0  # the number of changes that what was found knows of

    def remember(self, key: Hashable, find: Callable[..., T], *arguments: Any) -> T:
        """Do what `remembered` says."""
        if self.total_changes != self._state or len(self._found) >= _MOST:
            self._found.clear()
            self._state = self.total_changes
        try:
            found: T = self._found[key]
        except KeyError:
            found = self._found[key] = find(*arguments)
        return found

    def count(self, statement: str, values: Values) -> int:
        """Do what `count` says."""
        known = self.total_changes == self._state
        changed = self.execute(statement, values).rowcount
        if known:
            self._state = self.total_changes
        return changed

    def forget(self) -> None:
        """Remember nothing: it may never have been, or is not any more."""
        self._found.clear()


class Transaction:
    """The transactions of a connection, one at a time.

    Args:
        db: the connection.
        lock: held as long as a transaction lasts.
    """

    def __init__(self, db: Database, lock: RLock) -> None:
        self._db = db
        self._lock = lock

    def __enter__(self) -> sqlite3.Connection:
        """Begin."""
        self._lock.acquire()
        try:
            self._db.execute("BEGIN IMMEDIATE")
        except BaseException:
            self._lock.release()
            raise
        return self._db

    def __exit__(self, kind: Optional[Type[BaseException]], *_: object) -> None:
        """Commit, or roll back what an exception has interrupted."""
        committed = False
        try:
            if kind is None:
                self._db.execute("COMMIT")
                committed = True
        finally:
            try:
                if not committed:
                    self._roll_back()
            finally:
                self._lock.release()

    def _roll_back(self) -> None:
        self._db.forget()
        if self._db.in_transaction:  # SQLite has rolled back itself after some errors, such as a full disk
            self._db.execute("ROLLBACK")


def one(db: sqlite3.Connection, query: str, values: Values = ()) -> Optional[sqlite3.Row]:
    """Return the first row that a query finds, or None."""
    row: Optional[sqlite3.Row] = db.execute(query, values).fetchone()
    return row


def remembered(db: sqlite3.Connection, key: Hashable, find: Callable[..., T], *arguments: Any) -> T:
    """Return what a function finds in the database, from memory where nothing has been changed since it did.

    For what nearly every call asks anew: who calls, what they may do, what they call. It may not depend on
    measurements, since these change all the time; see `Measurements.record`.

    Args:
        db: the database, in a transaction.
        key: tells all that is remembered apart.
        find: looks it up; what it raises is not remembered.
        arguments: what `find` is called with.
    """
    return db.remember(key, find, *arguments) if isinstance(db, Database) else find(*arguments)


def known(db: sqlite3.Connection, query: str, values: Tuple[Any, ...] = ()) -> Optional[Row]:
    """Do as `one`, from memory as `remembered` says."""
    return remembered(db, (query, values), _one_to_keep, db, query, values)


def _one_to_keep(db: sqlite3.Connection, query: str, values: Values) -> Optional[Row]:
    """Do as `one`, with columns that are found at once: a row of SQLite looks through them for each name."""
    row = one(db, query, values)
    return None if row is None else dict(row)


def count(db: sqlite3.Connection, statement: str, values: Values) -> int:
    """Make a change on which nothing depends that is remembered; return how many rows are changed."""
    return db.count(statement, values) if isinstance(db, Database) else db.execute(statement, values).rowcount


def must(db: sqlite3.Connection, query: str, values: Values = (), missing: Optional[Exception] = None) -> sqlite3.Row:
    """Return the first row that a query finds.

    Raises:
        Exception: there is none: what the caller gave, or a LookupError.
    """
    row = one(db, query, values)
    if row is None:
        raise missing or LookupError(query)
    return row
