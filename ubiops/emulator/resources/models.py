"""Models: names with input and output fields."""

from __future__ import annotations

import json
import sqlite3
from typing import Any, Dict, List, Mapping

from ..accounts.limits import check_models
from ..accounts.permissions import covered
from ..call import Call, Handler
from ..common.database import Row, must
from ..pipelines import references
from . import lookup

_MODELS = (
    "SELECT models.*, projects.name AS project,"
    " (SELECT count(*) FROM versions WHERE model_id = models.id) AS number_of_versions"
    " FROM models JOIN projects ON projects.id = project_id"
)
_PLAIN_COLUMNS = (
    "id",
    "name",
    "project",
    "description",
    "input_type",
    "output_type",
    "creation_date",
    "last_updated",
    "number_of_versions",
)


def _to_json(row: Row) -> Dict[str, Any]:
    answer = {name: row[name] for name in _PLAIN_COLUMNS}
    answer["input_fields"] = json.loads(row["input_fields"])
    answer["output_fields"] = json.loads(row["output_fields"])
    return answer


def _load(db: sqlite3.Connection, model_id: str) -> Dict[str, Any]:
    return _to_json(must(db, f"{_MODELS} WHERE models.id = ?", (model_id,)))


def _fields(body: Mapping[str, Any], side: str) -> str:
    """Check the fields of one side, `input` or `output`, and return them as JSON."""
    return lookup.fields_json(body[f"{side}_type"], body.get(f"{side}_fields", []), side)


def _create(call: Call) -> Dict[str, Any]:
    body, now, model_id = call.body, call.now, call.new_id()
    lookup.check_name(body["name"])
    inputs, outputs = _fields(body, "input"), _fields(body, "output")
    with call.transaction() as db:
        project = lookup.project(call)
        lookup.check_free(db, "model", body["name"], project["id"])
        check_models(db, project["organization_id"], now)
        db.execute(
            "INSERT INTO models (id, project_id, name, description, input_type, output_type, input_fields,"
            " output_fields, creation_date, last_updated) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                model_id,
                project["id"],
                body["name"],
                body.get("description", ""),
                body["input_type"],
                body["output_type"],
                inputs,
                outputs,
                now,
                now,
            ),
        )
        return _load(db, model_id)


def _list(call: Call) -> List[Dict[str, Any]]:
    with call.transaction() as db:
        project = lookup.project(call)
        mine = covered(db, call.caller(), project["id"], "models.list")
        rows = db.execute(f"{_MODELS} WHERE project_id = ? ORDER BY seq", (project["id"],))
        return [_to_json(row) for row in rows if mine(row["id"])]


def _get(call: Call) -> Dict[str, Any]:
    with call.transaction() as db:
        return _load(db, lookup.model(db, call)["id"])


def _update(call: Call) -> Dict[str, Any]:
    with call.transaction() as db:
        model = lookup.model(db, call)
        name = call.body.get("name", model["name"])
        if name != model["name"]:
            lookup.check_name(name)
            lookup.check_free(db, "model", name, model["project_id"])
        db.execute(
            "UPDATE models SET name = ?, description = ?, last_updated = ? WHERE id = ?",
            (name, call.body.get("description", model["description"]), call.now, model["id"]),
        )
        versions = db.execute("SELECT id FROM versions WHERE model_id = ?", (model["id"],)).fetchall()
        answer = _load(db, model["id"])
    for version in versions:
        call.platform.builds.refresh(version["id"])
    return answer


def _delete(call: Call) -> None:
    with call.transaction() as db:
        model = lookup.model(db, call)
        references.check_unused(db, "model", model["id"])
        builds = db.execute(
            "SELECT builds.id FROM builds JOIN versions ON versions.id = version_id WHERE model_id = ?", (model["id"],)
        ).fetchall()
        db.execute("DELETE FROM models WHERE id = ?", (model["id"],))
    call.platform.builds.drop(row["id"] for row in builds)


HANDLERS: Mapping[str, Handler] = {
    "models_create": _create,
    "models_list": _list,
    "models_get": _get,
    "models_update": _update,
    "models_delete": _delete,
}
