"""What organizations and projects have, and what is billed."""

from __future__ import annotations

import re
import sqlite3
from datetime import datetime, timedelta, timezone
from typing import Any, Dict, List, Mapping, Tuple

from ..call import Call, Handler
from ..common.database import must
from ..common.errors import bad_request
from ..state.measurements import BILLED, edges
from . import lookup

_RESOURCES = {
    "models": "SELECT count(*) FROM models WHERE project_id IN mine",
    "versions": "SELECT count(*) FROM versions JOIN models ON models.id = model_id WHERE project_id IN mine",
    "connectors": "SELECT count(*) FROM connectors WHERE project_id IN mine",
    "pipelines": "SELECT count(*) FROM pipelines WHERE project_id IN mine",
}


def _counts(db: sqlite3.Connection, column: str, identifier: str) -> Dict[str, int]:
    """Count the resources in the projects whose column holds an id."""
    mine = f"WITH mine AS (SELECT id FROM projects WHERE {column} = ?)"  # noqa: S608 - names of ours
    return {name: must(db, f"{mine} {query}", (identifier,))[0] for name, query in _RESOURCES.items()}


def _project_resources(call: Call) -> Dict[str, int]:
    with call.transaction() as db:
        return _counts(db, "id", lookup.project(call)["id"])


def _organization_resources(call: Call) -> Dict[str, int]:
    with call.transaction() as db:
        organization = (lookup.organization(db, call)["id"],)
        projects = must(db, "SELECT count(*) FROM projects WHERE organization_id = ?", organization)[0]
        users = must(db, "SELECT count(*) FROM organization_users WHERE organization_id = ?", organization)[0]
        return {"projects": projects, "users": users, **_counts(db, "organization_id", organization[0])}


def _usage(
    call: Call, db: sqlite3.Connection, scope: Tuple[str, str], start: datetime, end: datetime, interval: str
) -> List[Dict[str, Any]]:
    """Return what was billed in a period, for the pairs of object type and metric that had any."""
    borders = list(edges(start, end, interval)) if start < end else []
    answer = []
    for kind, metric in BILLED if borders else ():
        values = call.platform.measurements.series(db, scope, kind, metric, borders, interval)
        if any(values):
            dates = [f"{border.isoformat()[:10]}T00:00:00Z" for border in borders]
            usage = [{interval: date, "value": value} for date, value in zip(dates, values)]
            answer.append({"object_type": kind, "metric": metric, "usage": usage})
    return answer


def _per_month(call: Call, db: sqlite3.Connection, scope: Tuple[str, str]) -> List[Dict[str, Any]]:
    now = call.platform.clock()
    text = call.query.get("start_month")
    start = now.replace(year=now.year - 1, day=1) if text is None else _month(text, "start_month")
    return _usage(call, db, scope, start, now, "month")


def _month(text: str, field: str) -> datetime:
    match = re.fullmatch(r"(\d{4})-(\d\d)", text, re.ASCII)
    try:
        return datetime(int(match[1]) if match else 0, int(match[2]) if match else 0, 1, tzinfo=timezone.utc)
    except ValueError:
        raise bad_request(f"{field}: must be a month such as 2020-10") from None


def _of_project(call: Call) -> List[Dict[str, Any]]:
    with call.transaction() as db:
        return _per_month(call, db, ("project_id", lookup.project(call)["id"]))


def _of_organization(call: Call) -> List[Dict[str, Any]]:
    with call.transaction() as db:
        return _per_month(call, db, ("organization_id", lookup.organization(db, call)["id"]))


def _per_day(call: Call) -> List[Dict[str, Any]]:
    text = call.query.get("month")
    moment = call.platform.clock() if text is None else _month(text, "month")
    start, end = edges(moment, moment + timedelta.resolution, "month")
    with call.transaction() as db:
        scope = ("organization_id", lookup.organization(db, call)["id"])
        answer = _usage(call, db, scope, start, end, "day")
    for each in answer:
        each["usage"] = [entry for entry in each["usage"] if entry["value"]]  # days that were measured
    return answer


HANDLERS: Mapping[str, Handler] = {
    "projects_resource_usage": _project_resources,
    "organizations_resource_usage": _organization_resources,
    "project_usage_get": _of_project,
    "organization_usage_get": _of_organization,
    "organization_usage_details_get": _per_day,
}
