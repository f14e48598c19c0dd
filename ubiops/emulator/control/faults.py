"""Faults that are asked for: what goes wrong, how often, and with which calls."""

from __future__ import annotations

import math
import random
import threading
from dataclasses import dataclass, replace
from fnmatch import fnmatchcase
from typing import Collection, Dict, List, Optional

from ..runtime import BuildError

KINDS = ("latency", "status", "reset", "truncate", "failed_build", "slow_build")
_BUILDS = ("failed_build", "slow_build")
_SLOW = ("latency", "slow_build")
_LONGEST = 3600.0  # seconds


@dataclass(frozen=True)
class Fault:
    """Something that goes wrong on purpose.

    Attributes:
        kind: what happens.
            `latency`: the call waits before it is carried out.
            `status`: the call is refused, and not carried out.
            `reset`: the connection is reset, and the call not carried out.
            `truncate`: the call is carried out, but the connection ends in the middle of the body of the answer.
            `failed_build`: a build of a package fails.
            `slow_build`: a build of a package takes longer.
        operation: operationId of the calls that it hits, or a pattern of them such as `models_*`; not for builds.
        count: how many calls or builds it hits; None for all.
        probability: of hitting one that it could hit, above 0 up to 1.
        seconds: how long `latency` and `slow_build` take, by the real time, up to 3600.
        status: HTTP status of the kind `status`, 400 to 599.
        message: text of the answer of `status`, and of the error of `failed_build`.
        retry_after: seconds that the header `Retry-After` of the kind `status` tells; None for no such header.
        id: tells it apart; given when it is added.
        hits: how many calls or builds it has hit.
    """

    kind: str
    operation: str = "*"
    count: Optional[int] = None
    probability: float = 1.0
    seconds: float = 1.0
    status: int = 500
    message: str = "This fault was asked for"
    retry_after: Optional[int] = None
    id: str = ""
    hits: int = 0

    @property
    def spent(self) -> bool:
        """Whether it hits nothing any more."""
        return self.count is not None and self.hits >= self.count


@dataclass(frozen=True)
class Effect:
    """What faults do to one call.

    Attributes:
        seconds: to wait.
        ending: the fault of kind `status`, `reset` or `truncate` that ends it; None if it ends as it should.
        generation: how often everything had been cleared before.
    """

    seconds: float = 0.0
    ending: Optional[Fault] = None
    generation: int = 0


_NOTHING = Effect()


class Faults:
    """The faults that are asked for at present.

    Args:
        operations: the operationIds that there are.
        seed: makes the same calls hit in every run, if they come in the same order; None for chance.
    """

    def __init__(self, operations: Collection[str], seed: Optional[int] = None) -> None:
        self._operations = operations
        self._seed = seed
        self._changed = threading.Condition()
        self._faults: Dict[str, Fault] = {}
        self._generation = 0  # counts the times that everything was cleared
        self._hurry = False
        self._made = 0
        self._random = random.Random(seed)  # noqa: S311 - no secret

    def add(self, fault: Fault) -> Fault:
        """Begin with a fault; return it with its id.

        Raises:
            ValueError: an attribute is not possible; the text names it.
        """
        self._check(fault)
        with self._changed:
            self._made += 1
            fault = replace(fault, id=str(self._made), hits=0)
            self._faults[fault.id] = fault
        return fault

    def all(self) -> List[Fault]:
        """Return all faults, also those that are spent, in the order in which they were added."""
        with self._changed:
            return list(self._faults.values())

    def remove(self, fault_id: str) -> None:
        """End a fault.

        Raises:
            KeyError: there is none of this id.
        """
        with self._changed:
            del self._faults[fault_id]

    def clear(self) -> None:
        """End all faults, also the waits that they cause at this moment; chance begins anew."""
        with self._changed:
            self._faults.clear()
            self._generation += 1
            self._random.seed(self._seed)
            self._changed.notify_all()

    def match(self, operation: Optional[str]) -> Effect:
        """Tell what happens to a call of an operation; None for a call of none."""
        if not self._faults:
            return _NOTHING
        with self._changed:
            seconds, ending = 0.0, None
            for fault in list(self._faults.values()):
                fits = fault.kind not in _BUILDS and fnmatchcase(operation or "", fault.operation)
                if fits and (fault.kind == "latency" or ending is None) and self._hits(fault):
                    if fault.kind == "latency":
                        seconds += fault.seconds
                    else:
                        ending = fault
            return Effect(seconds, ending, self._generation)

    def before_build(self) -> None:
        """Let a build that is about to begin wait, or fail.

        Raises:
            BuildError: it fails.
        """
        with self._changed:
            hits = [fault for fault in list(self._faults.values()) if fault.kind in _BUILDS and self._hits(fault)]
            seconds = sum(fault.seconds for fault in hits if fault.kind == "slow_build")
            effect = Effect(seconds, None, self._generation)
        self.wait(effect)
        for fault in hits:
            if fault.kind == "failed_build":
                raise BuildError(fault.message)

    def wait(self, effect: Effect) -> None:
        """Wait as long as faults want it, or until all faults are cleared, or until nothing may wait."""
        if effect.seconds > 0:
            with self._changed:
                self._changed.wait_for(lambda: self._hurry or self._generation != effect.generation, effect.seconds)

    def cancel_waits(self, now: bool) -> None:
        """Let nothing wait any more, or let waits be possible again."""
        with self._changed:
            self._hurry = now
            self._changed.notify_all()

    def _hits(self, fault: Fault) -> bool:
        if fault.spent or (fault.probability < 1 and self._random.random() >= fault.probability):
            return False
        self._faults[fault.id] = replace(fault, hits=fault.hits + 1)
        return True

    def _check(self, fault: Fault) -> None:
        if fault.kind not in KINDS:
            raise ValueError(f"kind: must be one of {', '.join(KINDS)}, not {fault.kind!r}")
        if fault.kind in _BUILDS:
            if fault.operation != "*":
                raise ValueError(f"operation: is not possible for {fault.kind}, which hits builds, not calls")
        elif not any(fnmatchcase(name, fault.operation) for name in self._operations):
            raise ValueError(f"operation: {fault.operation[:80]!r} fits no operationId of the API")
        if fault.count is not None and fault.count < 1:
            raise ValueError(f"count: must be at least 1, not {fault.count}")
        if not 0 < fault.probability <= 1:
            raise ValueError(f"probability: must be above 0 and at most 1, not {fault.probability}")
        if fault.kind in _SLOW and not (math.isfinite(fault.seconds) and 0 < fault.seconds <= _LONGEST):
            raise ValueError(f"seconds: must be above 0 and at most {_LONGEST:g}, not {fault.seconds}")
        if not 400 <= fault.status <= 599:
            raise ValueError(f"status: must be 400 to 599, not {fault.status}")
        if fault.retry_after is not None and fault.retry_after < 0:
            raise ValueError(f"retry_after: must be at least 0, not {fault.retry_after}")
