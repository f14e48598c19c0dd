"""What to do about errors while something is asked again and again."""

from __future__ import annotations

import time
from typing import Optional

from ubiops import (
    ApiException,
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
