"""The objects of pipelines: references to versions of models and to connectors."""

from __future__ import annotations

import sqlite3
from typing import Any, Dict, List, Mapping, Optional, Tuple

from ..accounts.permissions import check_reference
from ..call import Call, Handler
from ..common.database import Row, must
from ..common.errors import bad_request, duplicate, not_found, quoted
from ..pipelines.graph import START, Graph, Node
from . import lookup

_REFERENCES = {
    "model": "SELECT * FROM models WHERE project_id = ? AND name = ?",
    "connector": "SELECT * FROM connectors WHERE project_id = ? AND name = ?",
}

_USES = {"model": "models.versions.requests.create", "connector": "connectors.get"}


def _to_json(node: Node) -> Dict[str, Any]:
    answer: Dict[str, Any] = {
        "id": node.id,
        "name": node.name,
        "reference_type": "connector" if node.version_id is None else "model",
        "reference_name": node.reference_name,
        "input_type": node.input_type,
        "input_fields": node.input_fields,
    }
    if node.version_id is not None:
        answer.update(version=node.version, output_type=node.output_type, output_fields=node.output_fields)
    return answer


def _find(db: sqlite3.Connection, call: Call) -> Tuple[Graph, Node]:
    """Return the object that the path names, with all of its pipeline."""
    graph = Graph(db, lookup.pipeline(db, call))
    node = graph.nodes.get(call.path["name"])
    if node is None or node.id is None:
        raise not_found("pipeline object", call.path["name"])
    return graph, node


def _check_name(graph: Graph, name: str) -> None:
    lookup.check_name(name)
    if name == START:
        raise bad_request(f"name: {START} is reserved for the input of the pipeline; choose another name")
    if name in graph.nodes:
        raise duplicate("pipeline object", name)


def _version(db: sqlite3.Connection, model: Row, name: str) -> str:
    """Return the id of a version."""
    query = "SELECT id FROM versions WHERE model_id = ? AND version = ?"
    missing = bad_request(f"version: the model {model['name']} has no version {quoted(name)}")
    return str(must(db, query, (model["id"], name), missing)["id"])


def _reference(db: sqlite3.Connection, call: Call, project_id: str) -> Tuple[Optional[str], Optional[str]]:
    """Return the ids of the version and of the connector that a new object refers to; one of them is None."""
    kind, name, version = call.body["reference_type"], call.body["reference_name"], call.body.get("version")
    missing = bad_request(f"reference_name: the project has no {kind} {quoted(name)}")
    row = must(db, _REFERENCES[kind], (project_id, name), missing)
    check_reference(db, call.caller(), project_id, "pipelines.objects.create", _USES[kind], row["id"])
    if kind == "connector":
        if version is not None:
            raise bad_request("version: must be left out for a connector")
        return None, row["id"]
    if version is None:
        raise bad_request("version: is required for a model")
    return _version(db, row, version), None


def _create(call: Call) -> Dict[str, Any]:
    body = call.body
    with call.transaction() as db:
        pipeline = lookup.pipeline(db, call)
        _check_name(Graph(db, pipeline), body["name"])
        version_id, connector_id = _reference(db, call, pipeline["project_id"])
        db.execute(
            "INSERT INTO pipeline_objects (id, pipeline_id, name, version_id, connector_id) VALUES (?, ?, ?, ?, ?)",
            (call.new_id(), pipeline["id"], body["name"], version_id, connector_id),
        )
        return _to_json(Graph(db, pipeline).nodes[body["name"]])


def _list(call: Call) -> List[Dict[str, Any]]:
    with call.transaction() as db:
        graph = Graph(db, lookup.pipeline(db, call))
    return [_to_json(node) for node in graph.nodes.values() if node.id is not None]


def _get(call: Call) -> Dict[str, Any]:
    with call.transaction() as db:
        return _to_json(_find(db, call)[1])


def _update(call: Call) -> Dict[str, Any]:
    body = call.body
    with call.transaction() as db:
        graph, node = _find(db, call)
        present = _to_json(node)
        for field in ("reference_type", "reference_name"):
            if body.get(field, present[field]) != present[field]:
                raise bad_request(
                    f"{field}: cannot be changed from {present[field]}; delete the object and create another one"
                )
        name = body.get("name", node.name)
        if name != node.name:
            _check_name(graph, name)
        version_id = node.version_id
        if "version" in body:
            if version_id is None:
                raise bad_request("version: must be left out for a connector")
            query = "SELECT models.* FROM models JOIN versions ON models.id = model_id WHERE versions.id = ?"
            model = must(db, query, (version_id,))
            version_id = _version(db, model, body["version"])
            if version_id != node.version_id:
                changes, uses = "pipelines.objects.update", _USES["model"]
                check_reference(db, call.caller(), model["project_id"], changes, uses, model["id"])
        db.execute("UPDATE pipeline_objects SET name = ?, version_id = ? WHERE id = ?", (name, version_id, node.id))
        return _to_json(Graph(db, lookup.pipeline(db, call)).nodes[name])


def _delete(call: Call) -> None:
    with call.transaction() as db:
        db.execute("DELETE FROM pipeline_objects WHERE id = ?", (_find(db, call)[1].id,))


HANDLERS: Mapping[str, Handler] = {
    "pipeline_objects_create": _create,
    "pipeline_objects_list": _list,
    "pipeline_objects_get": _get,
    "pipeline_objects_update": _update,
    "pipeline_objects_delete": _delete,
}
