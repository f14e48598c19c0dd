"""Metrics of a project and its objects."""

from __future__ import annotations

from itertools import islice
from typing import Any, Dict, List, Mapping

from ..accounts.permissions import check
from ..call import Call, Handler
from ..common.dates import parse, seconds
from ..common.errors import bad_request
from ..state.measurements import METRICS, edges
from . import lookup

_MOST = 50_000  # intervals: a month in minutes


def _get(call: Call) -> List[Dict[str, Any]]:
    query, metric, object_id = call.query, call.path["metric"], call.query.get("object_id")
    kind, interval = query["object_type"], query["interval"]
    if metric not in METRICS[kind]:
        raise bad_request(f"metric: objects of the type {kind} have {', '.join(METRICS[kind])}, not {metric[:80]}")
    start, end = parse(query["start_time"], "start_time"), parse(query["end_time"], "end_time")
    if start >= end:
        raise bad_request("start_time: must be before end_time")
    borders = list(islice(edges(start, end, interval), _MOST + 2))
    if len(borders) > _MOST + 1:
        raise bad_request(f"interval: the period has more than {_MOST} intervals; choose longer ones")
    with call.transaction() as db:
        project_id = lookup.project(call)["id"]
        permission = "connectors.metrics.get" if kind == "connector" else "metrics.get"
        check(db, call.caller(), project_id, permission, object_id)
        scope = ("project_id", project_id)
        values = call.platform.measurements.series(db, scope, kind, metric, borders, interval, object_id)
    return [
        {"start_time": seconds(begin), "end_time": seconds(over), "value": value}
        for begin, over, value in zip(borders, borders[1:], values)
    ]


HANDLERS: Mapping[str, Handler] = {"metrics_get": _get}
