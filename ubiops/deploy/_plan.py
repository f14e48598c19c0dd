"""What a deployment would do."""

from __future__ import annotations

from typing import Any, Dict, List, NamedTuple, Sequence

Action = str  # "created", "updated", "replaced", "rebuilt", "awaited", "deleted", "unchanged" or "impossible"


class Step(NamedTuple):
    """What is to be done with one thing of the file.

    Attributes:
        address: What it is, such as `demo/models/churn/versions/v1/package`.
        action: `created`, `updated`, `rebuilt`, `awaited` (its build is under way), `deleted`, `unchanged`, or
            `impossible` (the API cannot do it; `reason` says why).
        changes: What differs, as `ubiops.utils.Change`s; secrets are masked in them.
        reason: Why, where that does not show in the changes; else empty.
    """

    address: str
    action: Action
    changes: Sequence[Any] = ()
    reason: str = ""


class Plan:
    """What is to be done, in the order in which it will be.

    Attributes:
        steps: Each thing of the file, also those that are left alone.
        left: Addresses of what is in the projects and not in the file; it stays as it is.
    """

    steps: List[Step]
    left: List[str]

    @property
    def changes(self) -> bool:
        """Whether there is anything to do."""
        raise NotImplementedError

    @property
    def problems(self) -> List[Step]:
        """The steps that are impossible; `apply` does nothing while there is one."""
        raise NotImplementedError

    def to_dict(self) -> Dict[str, Any]:
        """Return the plan as plain data, with secrets masked."""
        raise NotImplementedError
