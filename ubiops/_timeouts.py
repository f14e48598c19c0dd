"""Time limits of requests."""

from __future__ import annotations

import socket
import time
from typing import Any, Optional, Tuple, Union

import urllib3

from ubiops._printable import quoted_setting
from ubiops.exceptions import ApiTypeError, ApiValueError

RequestTimeout = Union[None, int, float, Tuple[Any, Any], urllib3.Timeout]
"""Seconds for the whole call, a pair of seconds to connect and to wait for data, or a `urllib3.Timeout`.

A wait for data ends with each piece that arrives, so with a pair an answer that keeps coming may take longer. The time
of a whole call holds for redirects, repetitions and the answer to its last byte, or to its headers if that is a stream.
"""

LONGEST = 2_000_000
"""Seconds that a time limit may have, about 23 days; sockets count milliseconds in 31 bits."""


class Deadline:
    """The moment by which a call has to be over.

    Args:
        seconds: From now; None for no such moment.

    Attributes:
        ends: The moment on the monotonic clock, or None.
    """

    def __init__(self, seconds: Optional[float]) -> None:
        self.ends = None if seconds is None else time.monotonic() + seconds

    def within(self, seconds: Optional[float]) -> Optional[float]:
        """Return a time limit, or what is left if that is less; None is no limit.

        Raises:
            socket.timeout: Nothing is left.
        """
        if self.ends is None:
            return seconds
        left = self.ends - time.monotonic()
        if left <= 0:
            raise socket.timeout("timed out")
        return left if seconds is None else min(left, seconds)

    def left(self) -> float:
        """Return the seconds that are left, without end if there is none."""
        return float("inf") if self.ends is None else self.ends - time.monotonic()

    def lift(self) -> None:
        """Let what is still to be read take its time."""
        self.ends = None

    def at_most(self, seconds: Optional[float]) -> Deadline:
        """Return the deadline of a part of the call that may take so many seconds."""
        return Deadline(self.within(seconds))


NO_DEADLINE = Deadline(None)


def deadline_of(timeout: urllib3.Timeout) -> Deadline:
    """Return the deadline of a call that begins now."""
    return Deadline(timeout.total if isinstance(timeout.total, (int, float)) else None)


def to_timeout(value: Any, default: urllib3.Timeout) -> urllib3.Timeout:
    """Return what a caller gave as a time limit in urllib3's form.

    Args:
        value: See `RequestTimeout`; None, and 0 as in 2.1.0, stand for the default.
        default: The limit of the client.

    Raises:
        ApiTypeError: The value is of another type.
        ApiValueError: A limit is negative or longer than `LONGEST`, or a part of a pair is 0.
    """
    if value is None:
        return default
    if isinstance(value, urllib3.Timeout):
        for part in (value.total, value._connect, value._read):
            if isinstance(part, (int, float)):  # and not urllib3's sign for the system's default
                _seconds(part)
        return value
    if isinstance(value, tuple) and len(value) == 2:
        connect, read = (_seconds(part) for part in value)
        if 0 in (connect, read):
            raise ApiValueError(
                f"A pair of time limits must not hold 0, as {value!r} does; None is for no limit (_request_timeout)"
            )
        return urllib3.Timeout(connect=connect, read=read)
    seconds = _seconds(value)
    return urllib3.Timeout(total=seconds) if seconds else default


def _seconds(value: Any) -> Any:
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        raise ApiTypeError(
            "_request_timeout and configuration.timeout take seconds as a number, a pair of numbers (connect, read), "
            f"or a urllib3.Timeout, not {quoted_setting(value)}"
        )
    if not 0 <= value <= LONGEST:
        raise ApiValueError(
            "A time limit, as _request_timeout and configuration.timeout are, must be a number of seconds "
            f"from 0 to {LONGEST}, not {quoted_setting(value)}"
        )
    return value


ANSWER_MARGIN = 30
"""Seconds that an answer may take beyond the time for which the server holds the line."""


def hold_the_line(seconds: float, client_timeout: Any) -> urllib3.Timeout:
    """Return the limits of a request that the server answers after up to so many seconds.

    Args:
        seconds: How long the server may work on the request.
        client_timeout: The client's own limits, of which the one to connect holds.
    """
    connect = to_timeout(client_timeout, urllib3.Timeout()).connect_timeout
    return urllib3.Timeout(connect=connect, read=min(seconds + ANSWER_MARGIN, LONGEST))
