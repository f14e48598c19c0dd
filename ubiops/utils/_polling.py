"""Which accepted requests to look at next, and when: a decision without clock or socket."""

from __future__ import annotations

from typing import Dict, Iterator, List, Mapping, Optional

_SHORTEST = 0.02  # seconds between two looks at the same requests
_LONGEST = 5.0


class Accepted:
    """Requests that were accepted together.

    Args:
        unfinished: The rows' indices by the ids of their requests.
        since: When they were accepted, in seconds.
        due: When to look at them.
    """

    def __init__(self, unfinished: Mapping[str, int], since: float, due: float) -> None:
        self.unfinished: Dict[str, int] = dict(unfinished)
        self.since = since
        self.due = due
        self.looks = 0
        self.wait = _SHORTEST
        self.looked_at = False
        self.alone = False


class Polling:
    """All requests that were accepted and have not finished.

    How long requests take is learned from those before them, so that the first look comes shortly before the end is
    expected, and the next ones at growing distances. What is due at the same time shares a call.

    Args:
        most: How many requests one call can look at.
    """

    def __init__(self, most: int) -> None:
        self._most = most
        self._groups: List[Accepted] = []
        self._duration = 0.05  # seconds that a group takes

    def __len__(self) -> int:
        return len(self._groups)

    def __iter__(self) -> Iterator[Accepted]:
        return iter(self._groups)

    def add(self, unfinished: Mapping[str, int], now: float) -> None:
        """Watch requests that were accepted just now."""
        group = Accepted(unfinished, now, now + 0.9 * self._duration)
        group.wait = max(_SHORTEST, 0.1 * self._duration)
        self._groups.append(group)

    def resume(self, unfinished: Mapping[str, int], now: float) -> None:
        """Watch requests that were accepted long ago."""
        self._groups.append(Accepted(unfinished, now, now))

    def next_look(self) -> Optional[float]:
        """Return when something is due; None if nothing waits for a look."""
        return min((group.due for group in self._groups if not group.looked_at), default=None)

    def take(self, now: float) -> List[Accepted]:
        """Return what is due and fits into one call; empty if nothing is due."""
        taken: List[Accepted] = []
        room = self._most
        for group in self._groups:
            fits = len(group.unfinished) <= room and not (group.alone and taken)
            if group.due <= now and fits and not group.looked_at:
                group.looked_at = True
                taken.append(group)
                room = 0 if group.alone else room - len(group.unfinished)
        return taken

    def seen(self, taken: List[Accepted], now: float) -> None:
        """Note that a call looked at these, and that what has finished is no longer among their `unfinished`."""
        for group in taken:
            group.looked_at = False
            group.looks += 1
            if group.unfinished:
                group.due = now + group.wait
                group.wait = min(_LONGEST, group.wait * 1.5)
                continue
            # Told by when the look was due: it came later if the program was busy with something else.
            if group.looks == 1:
                self._duration *= 0.85
            else:
                self._duration += 0.3 * (group.due - group.since - self._duration)
            self._groups.remove(group)

    def unseen(self, taken: List[Accepted]) -> None:
        """Note that the call did not come to anything, so that these are still due."""
        for group in taken:
            group.looked_at = False

    def missing(self, taken: List[Accepted]) -> Optional[int]:
        """Note that the service does not know one of these, which must be found by looking at fewer.

        Returns:
            Index of the row whose request is missing, which is no longer watched; None if it is not clear yet.
        """
        self.unseen(taken)
        if len(taken) > 1:
            for group in taken:
                group.alone = True
            return None
        group = taken[0]
        ids = list(group.unfinished)
        self._groups.remove(group)
        if len(ids) == 1:
            return group.unfinished[ids[0]]
        for half in (ids[: len(ids) // 2], ids[len(ids) // 2 :]):
            part = Accepted({each: group.unfinished[each] for each in half}, group.since, group.due)
            part.alone = True
            self._groups.append(part)
        return None
