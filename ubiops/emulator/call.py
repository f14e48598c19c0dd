"""What the application gives to handlers, and what they give back."""

from __future__ import annotations

import sqlite3
from contextlib import nullcontext
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Callable, ContextManager, Mapping, Optional

from .common.database import Row
from .common.errors import ApiError
from .platform import Platform


@dataclass(frozen=True)
class Upload:
    """A file that came with a call.

    Attributes:
        path: where it is; removed after the call unless the handler moves it away.
        filename: its name without directories.
        size: in bytes.
    """

    path: Path
    filename: str
    size: int


@dataclass(frozen=True)
class Download:
    """The answer that hands out a file.

    Attributes:
        path: the file; it may be removed as soon as the answer has begun.
        filename: the name under which it is offered.
        temporary: whether it is removed once the answer has begun.
    """

    path: Path
    filename: str
    temporary: bool = False


@dataclass(frozen=True)
class Call:
    """One call of an operation, checked against the specification.

    Attributes:
        platform: the emulator's parts.
        user: who calls; None where no token is needed.
        path: path parameters.
        query, headers: parameters that were sent or have a default.
        body: JSON value or text; an `Upload` for forms; None for operations without a body.
        project: the project that the path names, as it was when the caller was let in; None if it names none.
        db: the database, in the transaction in which the caller was let in, where it is still open; see `BRIEF`.
    """

    platform: Platform
    user: Optional[Row]
    path: Mapping[str, str]
    query: Mapping[str, Any]
    headers: Mapping[str, Any]
    body: Any
    project: Optional[Row] = None
    db: Optional[sqlite3.Connection] = None

    @property
    def now(self) -> str:
        """The present time in the shape of storage."""
        return self.platform.now()

    def new_id(self) -> str:
        """Return an id for what the call makes."""
        return self.platform.storage.ids.new()

    def transaction(self) -> ContextManager[sqlite3.Connection]:
        """Give the database to the handler alone; see `Storage.transaction`."""
        return self.platform.storage.transaction() if self.db is None else nullcontext(self.db)

    def caller(self) -> Row:
        """Return the user who calls an operation that needs a token."""
        if self.user is None:
            raise ApiError(401, "Invalid token")
        return self.user


Handler = Callable[[Call], Any]
"""Returns what becomes the JSON body or is it already, a `Download`, or None for no body; refuses with `ApiError`.

One that is brief may also return a coroutine, which the loop carries on with after the transaction.
"""
