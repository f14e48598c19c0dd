"""When a failed request is sent again, and how long to wait: decisions without clock or socket."""

from __future__ import annotations

import datetime
import email.utils
import re
import threading
from typing import Any, FrozenSet, NamedTuple, Optional

IDEMPOTENT = frozenset(("GET", "HEAD", "PUT", "DELETE", "OPTIONS"))
TRANSIENT = frozenset((429, 502, 503, 504))


class Failure(NamedTuple):
    """How one attempt failed.

    Attributes:
        reason: What went wrong, for the log.
        status: HTTP status of the answer, or None if there was none.
        sent: Whether the server may have seen the request.
        retry_after: Value of the answer's ``Retry-After`` header.
    """

    reason: str
    status: Optional[int] = None
    sent: bool = True
    retry_after: Optional[str] = None


class Policy:
    """When a request is sent again: a `ubiops.RetryPolicy` as it is by default, but for the number of repetitions.

    It stands in for one that nobody made, for `dataclasses` takes longer to load than all of the client's own modules
    that a call needs.
    """

    max_retries: int = 3
    backoff: float = 0.5
    max_wait: float = 30.0
    max_total_wait: float = 120.0
    statuses: FrozenSet[int] = TRANSIENT
    methods: FrozenSet[str] = IDEMPOTENT

    def __init__(self, max_retries: int = max_retries) -> None:
        self.max_retries = max_retries

    def __repr__(self) -> str:
        values = (f"{name}={getattr(self, name)!r}" for name in Policy.__annotations__)
        return f"RetryPolicy({', '.join(values)})"

    def wait_before_retry(
        self,
        attempt: int,
        method: str,
        failure: Failure,
        *,
        waited: float,
        now: float,
        random: float,
    ) -> Optional[float]:
        """Return the seconds to wait before the request is sent again, or None to give up.

        Args:
            attempt: Number of the attempt that failed, from 1.
            method: HTTP method.
            failure: How it failed.
            waited: Seconds that this call has waited so far.
            now: Seconds since the epoch, against which a date in ``Retry-After`` is read.
            random: A random number from 0 to 1.
        """
        if attempt > self.max_retries or not self._worthwhile(method, failure):
            return None
        asked = retry_after_seconds(failure.retry_after, now)
        wait = asked if asked is not None else random * min(self.max_wait, self.backoff * 2.0 ** min(attempt - 1, 99))
        return wait if wait <= self.max_wait and waited + wait <= self.max_total_wait else None

    def _worthwhile(self, method: str, failure: Failure) -> bool:
        if not failure.sent:
            return True
        if failure.status is None:
            return method in self.methods
        if failure.status not in self.statuses:
            return False
        refused = failure.retry_after is not None and failure.status in (429, 503)
        return method in self.methods or refused


NEVER = Policy(0)
DEFAULT = Policy()


def policy_of(retries: Any) -> Optional[Policy]:
    """Return the policy that a setting stands for, or None if it is no policy of ours."""
    if retries is None or retries is True:
        return DEFAULT
    if retries is False:
        return NEVER
    if isinstance(retries, Policy):
        return retries
    return Policy(retries) if isinstance(retries, int) and retries >= 0 else None


def retry_after_seconds(value: Optional[str], now: float) -> Optional[float]:
    """Return the seconds that a ``Retry-After`` header asks for, or None if it cannot be read.

    Args:
        value: Seconds, or an HTTP date.
        now: Seconds since the epoch.
    """
    if value is None:
        return None
    if re.fullmatch(r"[ \t]*[0-9]+[ \t]*", value):
        return float(value)
    try:
        moment = email.utils.parsedate_to_datetime(value)
        if moment.tzinfo is None:  # HTTP has one zone; the oldest of its formats does not name it
            moment = moment.replace(tzinfo=datetime.timezone.utc)
        return max(0.0, moment.timestamp() - now)
    except (TypeError, ValueError, IndexError, OverflowError):
        return None


class RetryQuota:
    """How many repetitions a client may still make, shared by its threads.

    A repetition costs a token and a success gives a part of one back, so while a service keeps
    failing the calls soon fail at once instead of hammering it.

    Args:
        size: Number of tokens at first and at most.
        refund: What a successful call gives back.
    """

    def __init__(self, size: float = 50.0, refund: float = 0.5) -> None:
        self._size = size
        self._refund = refund
        self._tokens = size
        self._lock = threading.Lock()

    def take(self) -> bool:
        """Take a token; return whether there was one."""
        with self._lock:
            if self._tokens < 1:
                return False
            self._tokens -= 1
            return True

    def refund(self) -> None:
        """Note a success."""
        if self._tokens < self._size:
            with self._lock:
                self._tokens = min(self._size, self._tokens + self._refund)
