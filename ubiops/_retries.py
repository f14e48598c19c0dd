"""What programs set to say when a failed request is sent again."""

from __future__ import annotations

from dataclasses import dataclass
from typing import FrozenSet

from ubiops._policy import Policy


@dataclass(frozen=True)
class RetryPolicy(Policy):
    """When a request is sent again.

    A request whose connection was never made is repeated whatever its method. An answer of 429,
    502, 503 or 504, or a connection that broke, leads to a repetition of the methods that do the
    same when they are done twice. POST and PATCH are repeated only when the server said that it
    did nothing: 429 or 503 with ``Retry-After``.

    The waits double from attempt to attempt, and each is a random part of that time ("full
    jitter"), so that many clients do not come back at once. ``Retry-After`` is obeyed instead
    where the server sends it.

    Attributes:
        max_retries: How often a request is sent again, at most.
        backoff: Longest wait before the first repetition, in seconds; doubles with each.
        max_wait: Longest single wait in seconds. A ``Retry-After`` beyond it ends the retrying.
        max_total_wait: Longest sum of all waits of one call in seconds.
        statuses: The HTTP statuses that are worth a repetition.
        methods: The methods that may be repeated after the server may have seen the request.
    """

    max_retries: int = Policy.max_retries
    backoff: float = Policy.backoff
    max_wait: float = Policy.max_wait
    max_total_wait: float = Policy.max_total_wait
    statuses: FrozenSet[int] = Policy.statuses
    methods: FrozenSet[str] = Policy.methods
