"""How many calls a service bears at a time: a decision without clock or socket."""

from __future__ import annotations

from typing import Optional

_FIRST = 2.0
_LONGEST_BACKOFF = 30.0


class Pace:
    """How many calls may be under way, and from when.

    It begins with two and adds one with each call that goes well, until the service is busy for the first time. From
    then on it is halved whenever the service is busy, and grows by one each time that as many calls went well as may
    be under way. Calls that were under way already when it was halved do not halve it again.

    Args:
        most: Calls that may be under way, at most.

    Attributes:
        resumes: Moment, in seconds on the clock that the calls are timed by, before which no call may begin.
    """

    def __init__(self, most: int) -> None:
        self._most = float(most)
        self._limit = min(_FIRST, self._most)
        self._strikes = 0
        self._halved: Optional[float] = None
        self.resumes = float("-inf")

    @property
    def limit(self) -> int:
        """How many calls may be under way, 1 at least."""
        return int(self._limit)

    def succeeded(self) -> None:
        """Note that the service answered a call."""
        self._strikes = 0
        step = 1.0 if self._halved is None else 1.0 / self._limit
        self._limit = min(self._most, self._limit + step)

    def busy(self, began: float, now: float, retry_after: Optional[float], random: float) -> None:
        """Note that the service could not carry out a call.

        Args:
            began: When the call began.
            now: The present moment.
            retry_after: Seconds that the service asks to wait; None if it does not say.
            random: A random number from 0 to 1.
        """
        if self._halved is None or began >= self._halved:
            self._halved = now
            self._limit = max(1.0, self._limit / 2)
            self._strikes += 1
        backoff = min(_LONGEST_BACKOFF, 0.25 * 2.0 ** min(self._strikes, 9)) * (0.5 + random / 2)
        self.resumes = max(self.resumes, now + (backoff if retry_after is None else retry_after))
