"""The attachments of pipelines: which object gives which of its fields to which other one."""

from __future__ import annotations

import json
import sqlite3
from typing import Any, Dict, List, Mapping

from ..call import Call, Handler
from ..common.errors import ApiError, not_found
from ..pipelines.graph import Graph, Link
from . import lookup


def _to_json(link: Link) -> Dict[str, Any]:
    return {
        "id": link.id,
        "source_name": link.source,
        "destination_name": link.destination,
        "mapping": link.mapping,
    }


def _find(db: sqlite3.Connection, call: Call) -> Link:
    graph, (source, destination) = _graph(db, call), (call.path["source_name"], call.path["destination_name"])
    for link in graph.links:
        if (link.source, link.destination) == (source, destination):
            return link
    raise ApiError(404, f"No attachment from {source[:80]!r} to {destination[:80]!r}")


def _graph(db: sqlite3.Connection, call: Call) -> Graph:
    return Graph(db, lookup.pipeline(db, call))


def _create(call: Call) -> Dict[str, Any]:
    body = call.body
    mapping = [
        {name: pair[name] for name in ("source_field_name", "destination_field_name")}
        for pair in body.get("mapping", [])
    ]
    link = Link(call.new_id(), body["source_name"], body["destination_name"], mapping)
    with call.transaction() as db:
        pipeline = lookup.pipeline(db, call)
        graph = Graph(db, pipeline)
        graph.check_new(link)
        source, destination = graph.nodes[link.source], graph.nodes[link.destination]
        db.execute(
            "INSERT INTO attachments (id, pipeline_id, source_id, destination_id, mapping) VALUES (?, ?, ?, ?, ?)",
            (link.id, pipeline["id"], source.id, destination.id, json.dumps(mapping)),
        )
    return _to_json(link)


def _list(call: Call) -> List[Dict[str, Any]]:
    with call.transaction() as db:
        return [_to_json(link) for link in _graph(db, call).links]


def _source_get(call: Call) -> List[Dict[str, Any]]:
    name = call.path["source_name"]
    with call.transaction() as db:
        graph = _graph(db, call)
    if name not in graph.nodes:
        raise not_found("pipeline object", name)
    return [_to_json(link) for link in graph.links if link.source == name]


def _get(call: Call) -> Dict[str, Any]:
    with call.transaction() as db:
        return _to_json(_find(db, call))


def _delete(call: Call) -> None:
    with call.transaction() as db:
        db.execute("DELETE FROM attachments WHERE id = ?", (_find(db, call).id,))


HANDLERS: Mapping[str, Handler] = {
    "pipeline_object_attachments_create": _create,
    "pipeline_object_attachments_list": _list,
    "pipeline_object_attachments_source_get": _source_get,
    "pipeline_object_attachments_get": _get,
    "pipeline_object_attachments_delete": _delete,
}
