"""Connectors: where pipelines deliver data to."""

from __future__ import annotations

import json
import sqlite3
from typing import Any, Dict, List, Mapping, Sequence

from ..accounts.limits import check_resources
from ..accounts.permissions import check_reference, covered
from ..call import Call, Handler
from ..common.database import Row, must
from ..common.errors import bad_request, quoted
from ..connectors import catalogue
from ..connectors.catalogue import ConnectorType
from ..connectors.verification import PENDING
from ..pipelines import references
from . import lookup

_CONNECTORS = (
    "SELECT connectors.*, projects.name AS project, credentials.name AS credentials FROM connectors"
    " JOIN projects ON projects.id = connectors.project_id JOIN credentials ON credentials.id = credentials_id"
)
_COLUMNS = (
    "id",
    "name",
    "project",
    "type",
    "input_type",
    "credentials",
    "status",
    "error_message",
    "creation_date",
    "last_updated",
)
_BLOB_FIELDS = json.dumps([{"name": "blob", "data_type": "blob"}])


def _to_json(row: Row) -> Dict[str, Any]:
    values = json.loads(row["configuration"])
    configuration = catalogue.masked(catalogue.TYPES[row["type"]].connector, values)
    answer = {name: row[name] for name in _COLUMNS}
    return {**answer, "configuration": configuration, "input_fields": json.loads(row["input_fields"])}


def _load(db: sqlite3.Connection, connector_id: str) -> Dict[str, Any]:
    return _to_json(must(db, f"{_CONNECTORS} WHERE connectors.id = ?", (connector_id,)))


def _fields(kind: ConnectorType, fields: Sequence[Mapping[str, str]]) -> str:
    """Check the fields of a connector, and return those that it has as JSON."""
    if kind.input_type == catalogue.STRUCTURED:
        return lookup.fields_json(kind.input_type, fields, "input")
    if fields:
        raise bad_request(
            f"input_fields: must be empty or left out for {kind.name}, whose connectors have one field, blob"
        )
    return _BLOB_FIELDS


def _credentials_id(db: sqlite3.Connection, project_id: str, name: str, kind: ConnectorType) -> str:
    """Return the id of the credentials that a body names."""
    query = "SELECT id, type FROM credentials WHERE project_id = ? AND name = ?"
    missing = bad_request(f"credentials: there are none called {quoted(name)} in the project")
    row = must(db, query, (project_id, name), missing)
    if row["type"] != kind.name:
        raise bad_request(f"credentials: {quoted(name)} are of the type {row['type']}, not {kind.name}")
    credentials_id: str = row["id"]
    return credentials_id


def _create(call: Call) -> Dict[str, Any]:
    body, now, connector_id = call.body, call.now, call.new_id()
    lookup.check_name(body["name"])
    kind = catalogue.find(body["type"])
    catalogue.check(kind.connector, body["configuration"])
    fields = _fields(kind, body.get("input_fields", []))
    with call.transaction() as db:
        project = lookup.project(call)
        lookup.check_free(db, "connector", body["name"], project["id"])
        check_resources(db, project["organization_id"], now)
        db.execute(
            "INSERT INTO connectors (id, project_id, credentials_id, name, type, configuration, input_type,"
            " input_fields, status, error_message, creation_date, last_updated)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, '', ?, ?)",
            (
                connector_id,
                project["id"],
                _credentials_id(db, project["id"], body["credentials"], kind),
                body["name"],
                kind.name,
                json.dumps(body["configuration"]),
                kind.input_type,
                fields,
                PENDING,
                now,
                now,
            ),
        )
        answer = _load(db, connector_id)
    call.platform.connectors.verification.begin("connectors", connector_id)
    return answer


def _list(call: Call) -> List[Dict[str, Any]]:
    with call.transaction() as db:
        project = lookup.project(call)
        mine = covered(db, call.caller(), project["id"], "connectors.list")
        rows = db.execute(f"{_CONNECTORS} WHERE connectors.project_id = ? ORDER BY connectors.seq", (project["id"],))
        return [_to_json(row) for row in rows if mine(row["id"])]


def _get(call: Call) -> Dict[str, Any]:
    with call.transaction() as db:
        return _load(db, lookup.connector(db, call)["id"])


def _update(call: Call) -> Dict[str, Any]:
    body = call.body
    with call.transaction() as db:
        connector = lookup.connector(db, call)
        kind = catalogue.TYPES[connector["type"]]
        name = body.get("name", connector["name"])
        if name != connector["name"]:
            lookup.check_name(name)
            lookup.check_free(db, "connector", name, connector["project_id"])
        configuration = {**json.loads(connector["configuration"]), **body.get("configuration", {})}
        catalogue.check(kind.connector, configuration)
        credentials_id, fields = connector["credentials_id"], connector["input_fields"]
        if "credentials" in body:
            credentials_id = _credentials_id(db, connector["project_id"], body["credentials"], kind)
            if credentials_id != connector["credentials_id"]:
                project_id = connector["project_id"]
                check_reference(db, call.caller(), project_id, "connectors.update", "credentials.get", credentials_id)
        if "input_fields" in body:
            fields = _fields(kind, body["input_fields"])
        db.execute(
            "UPDATE connectors SET name = ?, credentials_id = ?, configuration = ?, input_fields = ?, last_updated = ?"
            " WHERE id = ?",
            (name, credentials_id, json.dumps(configuration), fields, call.now, connector["id"]),
        )
        references.check_connector(db, connector["id"])
        # What is verified depends on all of these. Sent as they are, they have it verified once more.
        again = not body.keys().isdisjoint(("configuration", "credentials", "input_fields"))
        if again:
            where = (PENDING, connector["id"])
            db.execute("UPDATE connectors SET status = ?, error_message = '' WHERE id = ?", where)
        answer = _load(db, connector["id"])
    if again:
        call.platform.connectors.verification.begin("connectors", connector["id"])
    return answer


def _delete(call: Call) -> None:
    with call.transaction() as db:
        connector = lookup.connector(db, call)
        references.check_unused(db, "connector", connector["id"])
        db.execute("DELETE FROM connectors WHERE id = ?", (connector["id"],))


def _types(_: Call) -> List[Dict[str, Any]]:
    return [
        {
            "connector": each.name,
            "connector_type": each.input_type,
            "connector_configuration": [vars(parameter) for parameter in each.connector],
            "credentials_configuration": [vars(parameter) for parameter in each.credentials],
        }
        for each in catalogue.TYPES.values()
    ]


HANDLERS: Mapping[str, Handler] = {
    "configurations_list": _types,
    "connectors_create": _create,
    "connectors_list": _list,
    "connectors_get": _get,
    "connectors_update": _update,
    "connectors_delete": _delete,
}
