"""What to do about errors while something is asked again and again, and until when."""

from __future__ import annotations

import time
from email.utils import parsedate_to_datetime

from ubiops import (
    ApiException,
    ApiTypeError,
    ApiValueError,
    ConnectionException,
    ProxyException,
    ServiceException,
    TLSException,
    TooManyRequestsException,
    TransportException,
)


def passes(error: ApiException, answered: bool) -> bool:
    """Tell whether to ask again after an error.

    Args:
        error: What went wrong.
        answered: Whether the service has been reached before.
    """
    if isinstance(error, (TooManyRequestsException, ServiceException)):
        return True
    # What keeps the very first call from reaching the service is a wrong setting, most likely.
    unreachable = isinstance(error, (ConnectionException, ProxyException, TLSException))
    return isinstance(error, TransportException) and (answered or not unreachable)


def asked_to_wait(error: ApiException) -> float:
    """Return the seconds for which the service wants to be left alone, as ``Retry-After`` tells them or their end."""
    value = (error.headers or {}).get("Retry-After", "").strip()
    if value.isdigit():
        return float(value)
    try:
        return max(0.0, parsedate_to_datetime(value).timestamp() - time.time())
    except (TypeError, ValueError, IndexError, OverflowError):  # no two Pythons agree on it
        return 0.0


def checked_timeout(timeout: float) -> float:
    """Return a time limit in seconds, if it is one."""
    if isinstance(timeout, bool) or not isinstance(timeout, (int, float)):
        raise ApiTypeError(f"timeout: must be a number of seconds or None, not {timeout!r}")
    if not timeout >= 0:
        raise ApiValueError(f"timeout: must be a number of seconds from 0, not {timeout!r}")
    return timeout
