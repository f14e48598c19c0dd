"""Which accepted requests to look at next, and when: a decision without clock or socket."""

from __future__ import annotations

from collections import deque
from typing import Collection, Deque, Dict, List, Mapping, NamedTuple, Optional, Set

_SHORTEST = 0.02  # seconds between two looks at the same requests
_LONGEST = 5.0
_FIRST_RATE = 1000.0  # requests that finish in a second, until it is known
_SLOWEST = 0.01
_FASTEST = 1e6


class Look(NamedTuple):
    """A call that looks at requests.

    Attributes:
        ids: The requests, which no other look concerns at the same time.
        oldest: Whether they are those that were accepted first.
    """

    ids: List[str]
    oldest: bool


class Polling:
    """All requests that were accepted and have not finished.

    A service takes requests in their order, more or less. So a look concerns the oldest, from all chunks, as many as a
    call takes; and it comes when they should be finished at the rate that was seen so far, or at once if all those
    before them were finished. Since it need not be so, those at which nobody looked for 5 seconds get a look of their
    own.

    Args:
        most: How many requests one call can look at.
    """

    def __init__(self, most: int) -> None:
        self._most = most
        self._waiting: Dict[str, int] = {}  # the rows' indices, oldest first
        self._last: Dict[str, float] = {}  # when they were looked at, or else accepted
        self._looking: Set[str] = set()
        self._apart: Deque[List[str]] = deque()
        self._next = 0.0
        self._sweep = 0.0
        self._rate = _FIRST_RATE
        self._finished = 0
        self._counted_from = 0.0

    def __len__(self) -> int:
        return len(self._waiting)

    def add(self, requests: Mapping[str, int], now: float, at_once: bool = False) -> None:
        """Watch requests, given as the rows' indices by their ids.

        Args:
            requests: The requests.
            now: The present moment, in seconds.
            at_once: Whether they may be finished already.
        """
        if not self._waiting:
            self._next, self._sweep = now + self._delay(len(requests)), now + _LONGEST
            self._finished, self._counted_from = 0, now
        self._waiting.update(requests)
        self._last.update(dict.fromkeys(requests, now))
        if at_once:
            self._next = now

    def next_look(self) -> Optional[float]:
        """Return when something is due; None if nothing waits for a look."""
        if self._apart:
            return float("-inf")
        return min(self._next, self._sweep) if len(self._waiting) > len(self._looking) else None

    def take(self, now: float) -> Optional[Look]:
        """Return what is due and fits into one call."""
        if now >= self._sweep:
            self._sweep = now + _LONGEST
            late = [each for each in self._free() if self._last[each] <= now - _LONGEST]
            self._apart.extend(late[start : start + self._most] for start in range(0, len(late), self._most))
            self._looking.update(late)
        look = None
        if self._apart:
            look = Look(self._apart.popleft(), oldest=False)
        elif now >= self._next:
            look = Look(self._free()[: self._most], oldest=True)
            self._next = now + self._delay(len(look.ids))
        if look is None or not look.ids:
            return None
        self._looking.update(look.ids)
        return look

    def _free(self) -> List[str]:
        return [each for each in self._waiting if each not in self._looking]

    def seen(self, look: Look, finished: Collection[str], now: float) -> Dict[str, int]:
        """Note which of the requests have finished; return the rows' indices by their ids."""
        self._looking.difference_update(look.ids)
        done = {each: self._forget(each) for each in look.ids if each in finished}
        left = len(look.ids) - len(done)
        self._last.update((each, now) for each in look.ids if each not in done)
        self._finished += len(done)
        if look.oldest and not left:
            self._rate = min(_FASTEST, self._rate * 1.25)
            self._next = now  # those behind them may be finished, too
        elif look.oldest:
            measured = self._finished / max(now - self._counted_from, _SHORTEST)
            self._rate = max(_SLOWEST, (self._rate + measured) / 2)
            self._finished, self._counted_from = 0, now
            self._next = now + self._delay(left)
        return done

    def _delay(self, requests: int) -> float:
        return min(_LONGEST, max(_SHORTEST, requests / self._rate))

    def unseen(self, look: Look, now: float) -> None:
        """Note that the call came to nothing, so that these are still due."""
        if look.oldest:
            self._looking.difference_update(look.ids)
            self._next = now
        else:
            self._apart.appendleft(look.ids)

    def missing(self, look: Look) -> Optional[int]:
        """Note that the service does not know one of these, which is found by looking at halves of them.

        Returns:
            Index of the row whose request is missing, which is no longer watched; None if it is not clear yet.
        """
        if len(look.ids) == 1:
            self._looking.discard(look.ids[0])
            return self._forget(look.ids[0])
        middle = len(look.ids) // 2
        self._apart.extend((look.ids[:middle], look.ids[middle:]))
        return None

    def unfinished(self) -> List[str]:
        """Return the ids of all requests that are watched."""
        return list(self._waiting)

    def _forget(self, request: str) -> int:
        del self._last[request]
        return self._waiting.pop(request)
