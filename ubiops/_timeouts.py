"""Time limits of requests."""

from __future__ import annotations

import socket
import time
from typing import Any, Optional, Tuple, Union

import urllib3

from ubiops._printable import quoted_setting
from ubiops.exceptions import ApiTypeError, ApiValueError

RequestTimeout = Union[None, int, float, Tuple[Any, Any], urllib3.Timeout]
"""Seconds to connect and wait for data, a pair of seconds to connect and to wait for data, or a `urllib3.Timeout`.

The wait for data ends with each piece that arrives, so an answer that keeps coming may take longer.
"""


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

    def at_most(self, seconds: Optional[float]) -> Deadline:
        """Return the deadline of a part of the call that may take so many seconds."""
        return Deadline(self.within(seconds))


NO_DEADLINE = Deadline(None)


def to_timeout(value: Any, default: urllib3.Timeout) -> urllib3.Timeout:
    """Return what a caller gave as a time limit in urllib3's form.

    Args:
        value: See `RequestTimeout`; None, and 0 as in 2.1.0, stand for the default.
        default: The limit of the client.

    Raises:
        ApiTypeError: The value is of another type.
        ApiValueError: A limit is negative or infinite, or a part of a pair is 0.
    """
    if value is None:
        return default
    if isinstance(value, urllib3.Timeout):
        return value
    if isinstance(value, tuple) and len(value) == 2:
        connect, read = (_seconds(part) for part in value)
        if 0 in (connect, read):
            raise ApiValueError(f"A pair of time limits must not hold 0, as {value!r} does; None is for no limit")
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
    if not 0 <= value < float("inf"):
        raise ApiValueError(f"A time limit must be a number of seconds from 0, not {value!r}")
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
    return urllib3.Timeout(connect=connect, read=seconds + ANSWER_MARGIN)
