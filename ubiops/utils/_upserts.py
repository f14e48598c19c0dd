"""What all upserts have in common: what was declared, how it differs from what is there, what was done."""

from __future__ import annotations

from typing import Any, Callable, Dict, Generic, List, Literal, Mapping, NamedTuple, Optional, Sequence, TypeVar

import ubiops
from ubiops import ApiTypeError, ApiValueError, BadRequestException, ConflictException, NotFoundException
from ubiops._printable import printable
from ubiops.utils._exceptions import UnchangeableException

T = TypeVar("T")

SECRET = "***"  # noqa: S105 - what is shown in its place


class Change(NamedTuple):
    """One difference between what was declared and what was there.

    Attributes:
        field: What differs, such as `description`, `REGION` or `objects.score.version`.
        old: What was there; None for what is new.
        new: What was declared; None for what is removed. Values of secrets are `***`, here and in `old`.
    """

    field: str
    old: Any
    new: Any

    def __str__(self) -> str:
        return printable(f"{self.field}: {self.old!r} -> {self.new!r}")


class EnsureResult(Generic[T]):
    """What an `ensure_...` function did, or with `dry_run=True` would do.

    Attributes:
        action: What was done with the resource.
        changes: What differed, in the order in which it was declared; for something that was created, all that was
            declared. Empty if `action` is `unchanged`.
        resource: The resource as it is now; None in a dry run that found nothing.
    """

    def __init__(
        self, action: Literal["created", "updated", "unchanged"], changes: Sequence[Change], resource: Optional[T]
    ) -> None:
        self.action = action
        self.changes: List[Change] = list(changes)
        self.resource = resource

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {self.action}: {'; '.join(map(str, self.changes)) or 'no change'}>"


def declared(model: Any, data: Any) -> Dict[str, Any]:
    """Return the fields that are set, as plain values, once the client has checked them.

    Args:
        model: The class of the client whose fields may be declared, such as `ModelCreate`.
        data: One of its instances, an instance of another class of the client, of which the fields of the same names
            count, or a mapping.

    Raises:
        ApiTypeError: It is none of these.
        ApiValueError: A field is unknown, missing, or has a value that the client refuses.
    """
    fields: Mapping[str, str] = model.openapi_types
    if isinstance(data, Mapping):
        unknown = [str(name) for name in data if name not in fields]
        if unknown:
            raise ApiValueError(
                f"`{model.__name__}` has no field {', '.join(unknown)}; its fields are {', '.join(fields)}"
            )
        values = {name: value for name, value in data.items() if value is not None}
    elif hasattr(data, "openapi_types"):
        values = {name: getattr(data, name, None) for name in fields if getattr(data, name, None) is not None}
    else:
        raise ApiTypeError(f"This takes a `{model.__name__}` or a mapping of its fields, not {type(data).__name__}")
    model(**values)
    for name in values:
        if fields[name].startswith("list["):
            kind = fields[name][len("list[") : -1]
            values[name] = _texts(values[name], name) if kind == "str" else _declared_list(kind, values[name], name)
    return values


def _texts(items: Any, name: str) -> List[str]:
    if not isinstance(items, (list, tuple)) or not all(isinstance(item, str) for item in items):
        raise ApiTypeError(f"{name}: takes a list of texts")
    return list(items)


def _declared_list(kind: str, items: Any, name: str) -> List[Dict[str, Any]]:
    model: Any = getattr(ubiops, kind)
    if not isinstance(items, (list, tuple)):
        raise ApiTypeError(f"{name}: takes a list of `{model.__name__}`, not {type(items).__name__}")
    values = [declared(model, item) for item in items]
    if "name" in model.openapi_types:
        by_name(values, name)
    return values


def by_name(items: Sequence[Mapping[str, Any]], what: str) -> Dict[str, Mapping[str, Any]]:
    """Return what was declared by its names.

    Raises:
        ApiValueError: Two have the same.
    """
    named: Dict[str, Mapping[str, Any]] = {}
    for item in items:
        if item["name"] in named:
            raise ApiValueError(f"{what}: the name {item['name']} occurs more than once")
        named[item["name"]] = item
    return named


def additions(wanted: Mapping[str, Any]) -> List[Change]:
    """Return what changes when something is created."""
    return [Change(field, None, value) for field, value in wanted.items()]


def new_values(changes: Sequence[Change]) -> Dict[str, Any]:
    """Return what an update has to send."""
    return {change.field: change.new for change in changes}


def differences(present: Any, wanted: Mapping[str, Any]) -> List[Change]:
    """Compare what is there with what was declared; what was not declared may be as it is.

    The order of fields and of mappings does not count, since the API goes by their names.
    """
    pairs = [(field, plain(getattr(present, field)), new) for field, new in wanted.items()]
    return [Change(field, old, new) for field, old, new in pairs if not same(old, new)]


def plain(value: Any) -> Any:
    """Return the fields of models of the client as dicts, also in lists; other values as they are."""
    if isinstance(value, (list, tuple)):
        return [plain(item) for item in value]
    if hasattr(value, "openapi_types"):
        return {name: getattr(value, name) for name in value.openapi_types}
    return value


def same(old: Any, new: Any) -> bool:
    """Tell whether two values mean the same to the API, which shows what is empty as null or not."""
    return bool(_comparable(old) == _comparable(new))


def _comparable(value: Any) -> Any:
    if value is None or value in ("", []):
        return frozenset()
    if isinstance(value, list):
        return frozenset(tuple(sorted(item.items())) if isinstance(item, dict) else item for item in value)
    return value


def found(read: Callable[[], T]) -> Optional[T]:
    """Return what is there, or None."""
    try:
        return read()
    except NotFoundException:
        return None


def upsert(
    read: Callable[[], Optional[T]],
    wanted: Mapping[str, Any],
    *,
    create: Callable[[], T],
    compare: Callable[[T], Sequence[Change]],
    update: Callable[[T, Sequence[Change]], T],
    dry_run: bool,
) -> EnsureResult[T]:
    """Create what is missing, or change what differs.

    Args:
        read: Returns the resource, or None.
        wanted: What was declared.
        create: Creates the resource.
        compare: Returns what differs, or raises what cannot be changed.
        update: Makes these changes to what is there.
        dry_run: Whether to do nothing.
    """
    present = read()
    if present is None:
        if dry_run:
            return EnsureResult("created", additions(wanted), None)
        try:
            return EnsureResult("created", additions(wanted), create())
        except (BadRequestException, ConflictException):  # which of the two a taken name is, nobody says
            present = read()
            if present is None:
                raise
    changes = compare(present)
    if not changes:
        return EnsureResult("unchanged", [], present)
    return EnsureResult("updated", changes, present if dry_run else update(present, changes))


def refuse(what: str, changes: Sequence[Change], remedy: str) -> None:
    """Refuse what cannot be changed.

    Raises:
        UnchangeableException: There is such a change.
    """
    if changes:
        raise UnchangeableException(what, changes, remedy)
