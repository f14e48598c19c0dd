"""What to do about errors while something is asked again and again, and until when."""

from __future__ import annotations

import time
from typing import Optional

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
from ubiops._policy import retry_after_seconds


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


def asked_to_wait(error: Exception) -> Optional[float]:
    """Return the seconds for which the service wants to be left alone, or None if its answer does not tell."""
    return retry_after_seconds((getattr(error, "headers", None) or {}).get("Retry-After"), time.time())


def checked_timeout(timeout: float) -> float:
    """Return a time limit in seconds, if it is one."""
    if isinstance(timeout, bool) or not isinstance(timeout, (int, float)):
        raise ApiTypeError(f"timeout: must be a number of seconds or None, not {timeout!r}")
    if not timeout >= 0:
        raise ApiValueError(f"timeout: must be a number of seconds from 0, not {timeout!r}")
    return timeout
