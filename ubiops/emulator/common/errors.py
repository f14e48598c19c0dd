"""Errors that the API answers with."""

from __future__ import annotations

import errno
import sqlite3
from typing import Mapping, Optional

LONGEST_MESSAGE = 500
"""Characters of an error that is stored; the published client refuses a version whose `error_message` is longer."""


class ApiError(Exception):
    """A call that is refused; the client receives `{"error": message}`.

    Args:
        status: HTTP status, 400 or above.
        message: what was wrong, naming the field and what would be right.
        headers: further response headers.
    """

    def __init__(self, status: int, message: str, headers: Optional[Mapping[str, str]] = None) -> None:
        super().__init__(message)
        self.status = status
        self.message = message
        self.headers = dict(headers or {})


def bad_request(message: str) -> ApiError:
    """Return the error for a call that breaks a rule (400)."""
    return ApiError(400, message)


def not_found(kind: str, name: str) -> ApiError:
    """Return the error for something that is not there (404).

    Args:
        kind: what was looked for, e.g. `model`.
        name: the name or id that the caller gave.
    """
    return ApiError(404, f"No {kind} {quoted(name)}")


def duplicate(kind: str, name: str) -> ApiError:
    """Return the error for a name that is taken (400)."""
    return ApiError(400, f"name: a {kind} called {quoted(name)} exists already; choose another name")


def too_large(what: str, limit: str) -> ApiError:
    """Return the error for something past a limit of size (413)."""
    return ApiError(413, f"{what} exceeds the limit of {limit}")


def disk_full(error: BaseException) -> bool:
    """Tell whether an error means that there is no room on the disk, for the database or for a file."""
    if isinstance(error, sqlite3.OperationalError):
        return "disk is full" in str(error)
    return isinstance(error, OSError) and error.errno in (errno.ENOSPC, errno.EDQUOT)


def no_room() -> ApiError:
    """Return the error for a call that needs room on the disk, where there is none (507)."""
    return ApiError(507, "The emulator's disk is full; make room on it, and send the request again")


def quoted(value: object) -> str:
    """Return a value as error messages quote it: in Python's notation, at most 80 characters."""
    try:
        text = repr(value)
    except (RecursionError, ValueError):  # nested too deeply, or an integer with too many digits to print
        text = f"a {type(value).__name__}"
    return text if len(text) <= 80 else text[:77] + "..."
