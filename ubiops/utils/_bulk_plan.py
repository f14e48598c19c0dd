"""What a bulk run does, and the order in which it gives its outcomes out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Dict, Iterator, Mapping, Optional

import ubiops
from ubiops.utils._bulk_calls import Operations
from ubiops.utils._checks import checked_count, checked_timeout
from ubiops.utils._outcomes import RowOutcome

_UNKNOWN = ("raise", "resend", "skip")


@dataclass(frozen=True)
class Plan:
    """What a run does.

    Attributes:
        operations: How the rows are sent, and how their results are collected.
        names: What they are sent to: the parameters of the operations.
        chunk_size: Rows of a call.
        most: Chunks in flight.
        ordered: Whether outcomes come in the order of the rows.
        unknown: What is done when an answer was lost: `raise`, `resend` or `skip`.
        timeout: Seconds for the whole run; None for no limit.
    """

    operations: Operations
    names: Mapping[str, str]
    chunk_size: int
    most: int
    ordered: bool
    unknown: str
    timeout: Optional[float]

    def check(self) -> None:
        """Refuse what cannot be done.

        Raises:
            ApiTypeError, ApiValueError: Something has a wrong type or value.
        """
        if self.unknown not in _UNKNOWN:
            raise ubiops.ApiValueError(f"unknown: must be one of {', '.join(_UNKNOWN)}, not {self.unknown!r}")
        checked_count(self.chunk_size, "chunk_size", self.operations.most)
        checked_count(self.most, "max_in_flight")
        if self.timeout is not None and not checked_timeout(self.timeout):
            raise ubiops.ApiValueError(f"timeout: must be more than 0 seconds, or None, not {self.timeout!r}")


class Delivery:
    """Outcomes that wait to be given out.

    Args:
        ordered: Whether they are given out in the order of the rows.

    Attributes:
        given: Rows that were given out, or passed over.
    """

    def __init__(self, ordered: bool) -> None:
        self._ordered = ordered
        self._waiting: Dict[int, Optional[RowOutcome]] = {}
        self.given = 0

    def add(self, index: int, outcome: Optional[RowOutcome]) -> None:
        """Take the outcome of a row; None if there is nothing to say of it."""
        self._waiting[index] = outcome

    def done(self) -> int:
        """Return how many rows have an outcome."""
        return self.given + len(self._waiting)

    def ready(self) -> Iterator[RowOutcome]:
        """Give out what may be given out now."""
        while self._waiting:
            index = self.given if self._ordered else next(iter(self._waiting))
            if index not in self._waiting:
                break
            outcome = self._waiting.pop(index)
            self.given += 1
            if outcome is not None:
                yield outcome
