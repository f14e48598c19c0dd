"""Searching the logs of a project."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone
from typing import Any, Dict, List, Mapping, Optional

from ..call import Call, Handler
from ..common.dates import micro, parse
from ..common.errors import not_found
from ..state.logs import NAMES, Position, line_id
from . import lookup

_LIMIT = 50
_RANGE = -21600  # seconds: six hours back
_FIRST, _LAST = -1, 2**63 - 1  # before and after all numbers of lines


def _to_json(row: Any) -> Dict[str, Any]:
    answer = {"id": line_id((row["date"], row["seq"])), "log": row["log"], "date": row["date"]}
    # The published client refuses names without a value.
    answer.update((name, row[name]) for name in NAMES if row[name] is not None)
    return {**answer, "system": bool(row["system"])}


def _list(call: Call) -> List[Dict[str, Any]]:
    body, platform = call.body, call.platform
    seconds, limit = body.get("date_range", _RANGE), body.get("limit", _LIMIT)
    start: Optional[Position] = None
    with call.transaction() as db:
        project = lookup.project(call)
        if "id" in body:
            start = platform.logs.find(db, project["id"], body["id"])
            if start is None:
                raise not_found("log line", body["id"])
            first, last = _from_line(start, seconds)
        elif "date" in body:
            moment = parse(body["date"], "date")
            first, last = _between(moment, _shifted(moment, seconds))
        else:
            now = platform.clock()
            first, last = _between(_shifted(now, -abs(seconds)), now)
        rows = platform.logs.search(
            db,
            project["id"],
            body["filters"],
            first,
            last,
            newest_first=seconds < 0,
            limit=limit,
        )
        if start is not None and (not rows or rows[0]["seq"] != start[1]):
            # The line that was named comes first whatever the filters: who reads on leaves out the first one.
            named = platform.logs.search(db, project["id"], {}, start, start, newest_first=True, limit=1)
            rows = [*named, *rows][:limit]
    return [_to_json(row) for row in rows]


def _from_line(start: Position, seconds: int) -> List[Position]:
    end = micro(_shifted(parse(start[0], "date"), seconds))
    return [(end, _FIRST), start] if seconds < 0 else [start, (end, _LAST)]


def _between(one: datetime, other: datetime) -> List[Position]:
    return [(micro(min(one, other)), _FIRST), (micro(max(one, other)), _LAST)]


def _shifted(moment: datetime, seconds: int) -> datetime:
    try:
        return moment + timedelta(seconds=seconds)
    except OverflowError:  # a window that reaches past the calendar ends with it
        return (datetime.min if seconds < 0 else datetime.max).replace(tzinfo=timezone.utc)


HANDLERS: Mapping[str, Handler] = {"projects_log_list": _list}
