"""What a file can name, and how each is planned, done and removed."""

from __future__ import annotations

from typing import Any, Callable, List, Mapping, Optional, Sequence, TypeVar

from ubiops import ApiTypeError, ApiValueError, CoreApi, NotFoundException
from ubiops.deploy._interpolation import masked
from ubiops.deploy._plan import Options, Resource, Step
from ubiops.utils import (
    Change,
    EnsureResult,
    UnchangeableException,
)

Entry = Mapping[str, Any]
T = TypeVar("T")

SECRET = "***"  # noqa: S105 - what is shown in its place
IMPOSSIBLE = (UnchangeableException, ApiTypeError, ApiValueError)


def found(read: Callable[[], T]) -> Optional[T]:
    """Return what is there, or None."""
    try:
        return read()
    except NotFoundException:
        return None


def shown(changes: Sequence[Change], name: str = "") -> List[Change]:
    """Return changes without values of the environment, and without the name of what is created."""
    kept = [change for change in changes if change.old is not None or change.new != name]
    return [Change(change.field, *masked(change.old, change.new, SECRET)) for change in kept]


class Project(Resource):
    """A project, which stays when what it holds is removed."""

    def __init__(self, entry: Entry) -> None:
        self.address = self._name = entry["name"]
        self._organization: Optional[str] = entry.get("organization_name")

    def plan(self, api: CoreApi) -> Step:
        """Look for it."""
        present = found(lambda: api.projects_get(self._name))
        if present is None and self._organization is None:
            reason = "there is no such project; say organization_name beside its name to have it created"
            return Step(self.address, "impossible", [], reason)
        if present is None:
            return Step(self.address, "created", [Change("organization_name", None, self._organization)])
        if self._organization not in (None, present.organization_name):
            reason = f"it belongs to the organization {present.organization_name}, not to {self._organization}"
            return Step(self.address, "impossible", [], reason)
        return Step(self.address, "unchanged")

    def begin(self, api: CoreApi, step: Step, options: Options) -> None:
        """Create it, unless somebody else just has."""
        if found(lambda: api.projects_get(self._name)) is None:
            api.projects_create({"name": self._name, "organization_name": self._organization})


class Ensured(Resource):
    """What a function `ensure_...` makes.

    Args:
        address: Its address.
        ensure: Makes it, or with `dry_run=True` tells what it would do.
        stage: When.
        read: Reads it, for its removal; None for what goes with what it stands in.
        delete: Removes it.
    """

    def __init__(
        self,
        address: str,
        ensure: Callable[..., EnsureResult[Any]],
        stage: int = 0,
        read: Optional[Callable[[CoreApi], Any]] = None,
        delete: Callable[[CoreApi], Any] = lambda api: None,
    ) -> None:
        self.address = address
        self.stage = stage
        self._ensure = ensure
        self._read = read
        self._delete = delete

    def plan(self, api: CoreApi) -> Step:
        """Compare it."""
        try:
            result = self._ensure(api, dry_run=True)
        except IMPOSSIBLE as error:
            return Step(self.address, "impossible", [], str(error))
        changes = shown(result.changes, self.address.rpartition("/")[2])
        return Step(self.address, result.action, changes)

    def begin(self, api: CoreApi, step: Step, options: Options) -> None:
        """Make it."""
        self._ensure(api, dry_run=False)

    def plan_removal(self, api: CoreApi) -> Optional[Step]:
        """Look for it."""
        read = self._read
        if read is None or not found(lambda: read(api)):
            return None
        return Step(self.address, "deleted")

    def remove(self, api: CoreApi) -> None:
        """Remove it, unless somebody else has."""
        found(lambda: self._delete(api))
