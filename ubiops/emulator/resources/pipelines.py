"""Pipelines: names with input fields. What they consist of is in the rooms of objects and attachments."""

from __future__ import annotations

import json
import sqlite3
from typing import Any, Dict, List, Mapping

from ..accounts.limits import check_resources
from ..accounts.permissions import covered
from ..call import Call, Handler
from ..common.database import Row, must
from ..pipelines import references
from . import lookup

_PIPELINES = "SELECT pipelines.*, projects.name AS project FROM pipelines JOIN projects ON projects.id = project_id"
_COLUMNS = ("id", "name", "project", "description", "input_type", "creation_date", "last_updated")


def _to_json(row: Row) -> Dict[str, Any]:
    return {**{name: row[name] for name in _COLUMNS}, "input_fields": json.loads(row["input_fields"])}


def _load(db: sqlite3.Connection, pipeline_id: str) -> Dict[str, Any]:
    return _to_json(must(db, f"{_PIPELINES} WHERE pipelines.id = ?", (pipeline_id,)))


def _create(call: Call) -> Dict[str, Any]:
    body, now, pipeline_id = call.body, call.now, call.new_id()
    lookup.check_name(body["name"])
    fields = lookup.fields_json(body["input_type"], body.get("input_fields", []), "input")
    with call.transaction() as db:
        project = lookup.project(call)
        lookup.check_free(db, "pipeline", body["name"], project["id"])
        check_resources(db, project["organization_id"], now)
        db.execute(
            "INSERT INTO pipelines (id, project_id, name, description, input_type, input_fields, creation_date,"
            " last_updated) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            (
                pipeline_id,
                project["id"],
                body["name"],
                body.get("description", ""),
                body["input_type"],
                fields,
                now,
                now,
            ),
        )
        return _load(db, pipeline_id)


def _list(call: Call) -> List[Dict[str, Any]]:
    with call.transaction() as db:
        project = lookup.project(call)
        mine = covered(db, call.caller(), project["id"], "pipelines.list")
        rows = db.execute(f"{_PIPELINES} WHERE project_id = ? ORDER BY seq", (project["id"],))
        return [_to_json(row) for row in rows if mine(row["id"])]


def _get(call: Call) -> Dict[str, Any]:
    with call.transaction() as db:
        return _load(db, lookup.pipeline(db, call)["id"])


def _update(call: Call) -> Dict[str, Any]:
    body = call.body
    with call.transaction() as db:
        pipeline = lookup.pipeline(db, call)
        name = body.get("name", pipeline["name"])
        if name != pipeline["name"]:
            lookup.check_name(name)
            lookup.check_free(db, "pipeline", name, pipeline["project_id"])
        kind = body.get("input_type", pipeline["input_type"])
        kept = json.loads(pipeline["input_fields"]) if kind == "structured" else []
        fields = lookup.fields_json(kind, body.get("input_fields", kept), "input")
        db.execute(
            "UPDATE pipelines SET name = ?, description = ?, input_type = ?, input_fields = ?, last_updated = ?"
            " WHERE id = ?",
            (name, body.get("description", pipeline["description"]), kind, fields, call.now, pipeline["id"]),
        )
        references.check_pipeline(db, pipeline["id"])
        return _load(db, pipeline["id"])


def _delete(call: Call) -> None:
    with call.transaction() as db:
        db.execute("DELETE FROM pipelines WHERE id = ?", (lookup.pipeline(db, call)["id"],))
    call.platform.pipelines.cancel_deleted()


HANDLERS: Mapping[str, Handler] = {
    "pipelines_create": _create,
    "pipelines_list": _list,
    "pipelines_get": _get,
    "pipelines_update": _update,
    "pipelines_delete": _delete,
}
