"""Request schedules."""

from __future__ import annotations

import json
import sqlite3
from typing import Any, Dict, List, Mapping, Optional

from ..accounts.permissions import check, covered
from ..call import Call, Handler
from ..common.database import Row, must, one
from ..common.errors import bad_request, not_found, quoted
from ..serving.builds import load_version
from ..serving.fields import DataError
from . import lookup

_SCHEDULES = (
    "SELECT schedules.*, version, model_id, coalesce(models.name, pipelines.name) AS object_name FROM schedules"
    " LEFT JOIN versions ON versions.id = version_id LEFT JOIN models ON models.id = model_id"
    " LEFT JOIN pipelines ON pipelines.id = pipeline_id"
)
_TIMEOUT = 300  # seconds


def _to_json(row: Row) -> Dict[str, Any]:
    return {
        "id": row["id"],
        "name": row["name"],
        "object_type": "pipeline" if row["pipeline_id"] else "model",
        "object_name": row["object_name"],
        "version": row["version"],
        "schedule": row["schedule"],
        "request_data": json.loads(row["request_data"]),
        "batch": bool(row["batch"]),
        "timeout": row["timeout"],
        "enabled": bool(row["enabled"]),
        "creation_date": row["creation_date"],
    }


def _load(db: sqlite3.Connection, schedule_id: str) -> Row:
    return must(db, f"{_SCHEDULES} WHERE schedules.id = ?", (schedule_id,))


def _find(db: sqlite3.Connection, call: Call, verb: str) -> Row:
    """Return the schedule that the path names, to a caller who may do this with requests to its object."""
    name = call.path["schedule_name"]
    where = (lookup.project(call)["id"], name)
    query = f"{_SCHEDULES} WHERE schedules.project_id = ? AND schedules.name = ?"
    row = must(db, query, where, not_found("schedule", name))
    _check_permission(db, call, row["project_id"], verb, row["model_id"], row["pipeline_id"])
    return row


def _check_permission(
    db: sqlite3.Connection, call: Call, project_id: str, verb: str, model_id: Optional[str], pipeline_id: Optional[str]
) -> None:
    if pipeline_id is not None:
        check(db, call.caller(), project_id, f"pipelines.requests.{verb}", pipeline_id)
    else:
        check(db, call.caller(), project_id, f"models.versions.requests.{verb}", model_id)


def _version(db: sqlite3.Connection, project_id: str, body: Mapping[str, Any]) -> Row:
    if "version" not in body:
        raise bad_request("version: is required for a model")
    names = (project_id, body["object_name"], body["version"])
    query = (
        "SELECT versions.id FROM versions JOIN models ON models.id = model_id"
        " WHERE project_id = ? AND name = ? AND version = ?"
    )
    row = one(db, query, names)
    version = row and load_version(db, row["id"])
    if version is None:
        raise bad_request(
            f"object_name, version: there is no model {quoted(names[1])} with a version {quoted(names[2])}"
        )
    return version


def _pipeline(db: sqlite3.Connection, project_id: str, body: Mapping[str, Any]) -> Row:
    if "version" in body:
        raise bad_request("version: must be left out for a pipeline")
    name = body["object_name"]
    missing = bad_request(f"object_name: there is no pipeline {quoted(name)}")
    return must(db, "SELECT * FROM pipelines WHERE project_id = ? AND name = ?", (project_id, name), missing)


def _check_data(db: sqlite3.Connection, call: Call, version: Optional[Row], pipeline: Optional[Row], data: Any) -> None:
    try:
        if version is not None:
            call.platform.execution.check(db, version, data)
        elif pipeline is not None:
            call.platform.pipelines.check(db, pipeline, data)
    except DataError as error:
        raise bad_request(f"request_data: {error}") from None


def _plan(call: Call, schedule: str, enabled: bool) -> Optional[str]:
    try:
        return call.platform.scheduler.plan(schedule, enabled)
    except ValueError as error:
        raise bad_request(f"schedule: {error}") from None


def _create(call: Call) -> Dict[str, Any]:
    body, schedule_id = call.body, call.new_id()
    # A plain object without input gets an empty string.
    data, enabled = body.get("request_data", ""), body.get("enabled", True)
    with call.transaction() as db:
        project_id = lookup.project(call)["id"]
        version = _version(db, project_id, body) if body["object_type"] == "model" else None
        pipeline = _pipeline(db, project_id, body) if body["object_type"] == "pipeline" else None
        version_id: Optional[str] = version["id"] if version else None
        pipeline_id: Optional[str] = pipeline["id"] if pipeline else None
        _check_permission(db, call, project_id, "create", version["model_id"] if version else None, pipeline_id)
        lookup.check_free(db, "schedule", body["name"], project_id)
        coming = _plan(call, body["schedule"], enabled)
        _check_data(db, call, version, pipeline, data)
        db.execute(
            "INSERT INTO schedules (id, project_id, version_id, pipeline_id, name, schedule, request_data, batch,"
            " timeout, enabled, next_run, creation_date) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                schedule_id,
                project_id,
                version_id,
                pipeline_id,
                body["name"],
                body["schedule"],
                json.dumps(data),
                body.get("batch", False),
                body.get("timeout", _TIMEOUT),
                enabled,
                coming,
                call.now,
            ),
        )
        answer = _to_json(_load(db, schedule_id))
    call.platform.scheduler.wake()
    return answer


def _list(call: Call) -> List[Dict[str, Any]]:
    with call.transaction() as db:
        project = lookup.project(call)
        models, pipelines = (
            covered(db, call.caller(), project["id"], f"{kind}.requests.list")
            for kind in ("models.versions", "pipelines")
        )
        rows = db.execute(f"{_SCHEDULES} WHERE schedules.project_id = ? ORDER BY schedules.seq", (project["id"],))
        return [
            _to_json(row)
            for row in rows
            if (pipelines(row["pipeline_id"]) if row["pipeline_id"] else models(row["model_id"]))
        ]


def _get(call: Call) -> Dict[str, Any]:
    with call.transaction() as db:
        return _to_json(_find(db, call, "get"))


def _update(call: Call) -> Dict[str, Any]:
    body = call.body
    with call.transaction() as db:
        row = _find(db, call, "create")
        name = body.get("name", row["name"])
        if name != row["name"]:
            lookup.check_free(db, "schedule", name, row["project_id"])
        schedule, enabled = body.get("schedule", row["schedule"]), body.get("enabled", bool(row["enabled"]))
        coming = row["next_run"]
        if schedule != row["schedule"] or enabled != row["enabled"]:
            coming = _plan(call, schedule, enabled)
        data = row["request_data"]
        if "request_data" in body:
            version = row["version_id"] and load_version(db, row["version_id"])
            pipeline = one(db, "SELECT * FROM pipelines WHERE id = ?", (row["pipeline_id"],))
            _check_data(db, call, version, pipeline, body["request_data"])
            data = json.dumps(body["request_data"])
        db.execute(
            "UPDATE schedules SET name = ?, schedule = ?, request_data = ?, batch = ?, timeout = ?, enabled = ?,"
            " next_run = ? WHERE id = ?",
            (
                name,
                schedule,
                data,
                body.get("batch", row["batch"]),
                body.get("timeout", row["timeout"]),
                enabled,
                coming,
                row["id"],
            ),
        )
        answer = _to_json(_load(db, row["id"]))
    call.platform.scheduler.wake()
    return answer


def _delete(call: Call) -> None:
    with call.transaction() as db:
        db.execute("DELETE FROM schedules WHERE id = ?", (_find(db, call, "delete")["id"],))


HANDLERS: Mapping[str, Handler] = {
    "scheduled_requests_create": _create,
    "scheduled_requests_list": _list,
    "scheduled_requests_get": _get,
    "scheduled_requests_update": _update,
    "scheduled_requests_delete": _delete,
}
