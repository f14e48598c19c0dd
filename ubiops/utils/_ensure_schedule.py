"""Schedules made as they are declared."""

from __future__ import annotations

from typing import Any, List, Mapping, Sequence, Union

from ubiops import CoreApi, ScheduleCreate, ScheduleList
from ubiops.utils._upserts import Change, EnsureResult, declared, differences, found, new_values, upsert

_FIXED = ("object_type", "object_name", "version")


def ensure_schedule(
    api: CoreApi, project_name: str, data: Union[ScheduleCreate, Mapping[str, Any]], *, dry_run: bool = False
) -> EnsureResult[ScheduleList]:
    """Make a schedule as it is declared: create it, change what differs, or leave it.

    Only what `data` holds is compared; a field that is None or left out may be as it is. A schedule that is to send
    its requests to something else, such as a new version, is deleted and created anew; what it had and `data` does
    not hold stays. A request that is due between the two is not made.

    Uses `scheduled_requests_get`, `scheduled_requests_create`, `scheduled_requests_update` and
    `scheduled_requests_delete`. If somebody else creates the schedule meanwhile, it is read again and changed.

    Args:
        api: The API.
        project_name: Name of the project.
        data: The schedule: its name, what it calls, and when.
        dry_run: Whether to say what would be done, and do nothing. What it calls need not be there then.

    Returns:
        What was done; the resource is a `ScheduleList`.

    Raises:
        ApiValueError, ApiTypeError: `data` is no schedule; nothing was sent.
        ApiException: A call failed. The next call of this function goes on from what is there.
    """
    wanted = declared(ScheduleCreate, data)
    place = (project_name, wanted["name"])

    def compare(present: ScheduleList) -> List[Change]:
        others = {field: value for field, value in wanted.items() if field != "request_data"}
        if others["object_type"] == "pipeline":
            others["version"] = others.get("version")
        changes = differences(present, others)
        if "request_data" in wanted and present.request_data != wanted["request_data"]:
            changes.append(Change("request_data", present.request_data, wanted["request_data"]))
        return changes

    def update(present: ScheduleList, changes: Sequence[Change]) -> ScheduleList:
        if not any(change.field in _FIXED for change in changes):
            return api.scheduled_requests_update(*place, new_values(changes))
        kept = {field: getattr(present, field) for field in ("request_data", "batch", "timeout", "enabled")}
        found(lambda: api.scheduled_requests_delete(*place))
        return api.scheduled_requests_create(project_name, {**kept, **wanted})

    return upsert(
        lambda: found(lambda: api.scheduled_requests_get(*place)),
        wanted,
        create=lambda: api.scheduled_requests_create(project_name, wanted),
        compare=compare,
        update=update,
        dry_run=dry_run,
    )
