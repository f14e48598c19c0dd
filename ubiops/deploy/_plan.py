"""What a deployment would do."""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import Any, Callable, Dict, List, NamedTuple, Optional, Sequence, Tuple

from ubiops import CoreApi
from ubiops._printable import printable
from ubiops.utils import Change

_SIGNS = {
    "created": "+",
    "updated": "~",
    "rebuilt": "^",
    "awaited": ".",
    "deleted": "-",
    "unchanged": "=",
    "impossible": "!",
}
_LONGEST = 200  # characters of a value


class Step(NamedTuple):
    """What is to be done with one thing of the file.

    Attributes:
        address: What it is, such as `demo/models/churn/versions/v1/package`.
        action: `created`, `updated`, `rebuilt`, `awaited` (its build is under way), `deleted`, `unchanged`, or
            `impossible` (the API cannot do it; `reason` says why).
        changes: What differs. Secrets are `***` in them, and texts with `${NAME}` as they were written.
        reason: Why, where that does not show in the changes; else empty.
    """

    address: str
    action: str
    changes: Sequence[Change] = ()
    reason: str = ""

    def __str__(self) -> str:
        head = f"{_SIGNS[self.action]} {self.address}: {self.action}"
        lines = [f"{head} ({self.reason})" if self.reason else head]
        if self.action != "impossible":  # the reason names them
            lines += [f"    {_line(change)}" for change in self.changes]
        return "\n".join(printable(line) for line in lines)

    def to_dict(self) -> Dict[str, Any]:
        """Return the step as plain data."""
        changes = [{"field": change.field, "old": change.old, "new": change.new} for change in self.changes]
        return {"address": self.address, "action": self.action, "changes": changes, "reason": self.reason}


def _line(change: Change) -> str:
    if change.old is None:
        return f"{change.field}: {_cut(change.new)}"
    return f"{change.field}: {_cut(change.old)} -> {'nothing' if change.new is None else _cut(change.new)}"


def _cut(value: Any) -> str:
    text = repr(value)
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}..."


class Options(NamedTuple):
    """How a plan is carried out.

    Attributes:
        timeout: Seconds to wait for each build; 1800 if None.
        progress: Whether to show bars; None for where somebody looks.
    """

    timeout: Optional[float] = None
    progress: Optional[bool] = None


class Resource(ABC):
    """One thing that a file names.

    Attributes:
        address: Its address.
        stage: What has a lower one comes before, in all projects; what has the same is waited for together.
        left: Addresses of what is there beside it; known when it was planned.
        silent: Whether there is something to note though nothing changes; known when it was planned.
    """

    address: str
    stage = 0
    left: Sequence[str] = ()
    silent = False

    @abstractmethod
    def plan(self, api: CoreApi) -> Step:
        """Tell what is to be done with it."""

    @abstractmethod
    def begin(self, api: CoreApi, step: Step, options: Options) -> None:
        """Do it; what the service does by itself then may go on."""

    def finish(self, api: CoreApi, step: Step, options: Options) -> None:  # noqa: B027 - little takes its time
        """Wait until that is over."""

    def plan_removal(self, api: CoreApi) -> Optional[Step]:
        """Tell whether it is to be removed; None if it is not there, or goes with what it stands in."""
        return None

    def remove(self, api: CoreApi) -> None:  # noqa: B027 - most goes with something else
        """Remove it."""


class Plan:
    """What is to be done, in the order in which it will be.

    Attributes:
        steps: Each thing of the file, also those that are left alone.
        left: Addresses of what is in the projects and not in the file; it stays as it is.
        work: The steps, with what carries them out.
        redact: Takes secrets of the file out of a text of others.
    """

    def __init__(
        self, work: Sequence[Tuple[Step, Resource]], left: Sequence[str], redact: Callable[[str], str]
    ) -> None:
        self.steps: List[Step] = [step for step, _ in work]
        self.left: List[str] = list(left)
        self.work = list(work)
        self.redact = redact

    @property
    def changes(self) -> bool:
        """Whether there is anything to do."""
        return any(step.action != "unchanged" for step in self.steps)

    @property
    def problems(self) -> List[Step]:
        """The steps that are impossible; `apply` does nothing while there is one."""
        return [step for step in self.steps if step.action == "impossible"]

    def to_dict(self) -> Dict[str, Any]:
        """Return the plan as plain data, with secrets masked."""
        return {"changes": self.changes, "steps": [step.to_dict() for step in self.steps], "left": self.left}

    def __str__(self) -> str:
        lines = [str(step) for step in self.steps if step.action != "unchanged"]
        counts = {action: sum(step.action == action for step in self.steps) for action in _SIGNS}
        lines.append(", ".join(f"{count} {action}" for action, count in counts.items() if count) or "nothing to do")
        if self.left:
            lines.append(printable(f"Not in the file, and left alone: {', '.join(self.left)}"))
        return "\n".join(lines)
