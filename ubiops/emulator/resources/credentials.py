"""Credentials: what connectors log in with. Protected values are stored, and never shown."""

from __future__ import annotations

import json
import sqlite3
from typing import Any, Dict, List, Mapping

from ..accounts.permissions import covered
from ..call import Call, Handler
from ..common.database import Row, must, one
from ..common.errors import bad_request
from ..connectors import catalogue
from ..connectors.verification import PENDING
from . import lookup

_CREDENTIALS = (
    "SELECT credentials.*, projects.name AS project,"
    " (SELECT count(*) FROM connectors WHERE credentials_id = credentials.id) AS reference_count"
    " FROM credentials JOIN projects ON projects.id = project_id"
)
_COLUMNS = (
    "id",
    "name",
    "project",
    "type",
    "status",
    "error_message",
    "reference_count",
    "creation_date",
    "last_updated",
)


def _to_json(row: Row) -> Dict[str, Any]:
    values = json.loads(row["configuration"])
    configuration = catalogue.masked(catalogue.TYPES[row["type"]].credentials, values)
    return {**{name: row[name] for name in _COLUMNS}, "configuration": configuration}


def _load(db: sqlite3.Connection, credentials_id: str) -> Dict[str, Any]:
    return _to_json(must(db, f"{_CREDENTIALS} WHERE credentials.id = ?", (credentials_id,)))


def _create(call: Call) -> Dict[str, Any]:
    body, now, credentials_id = call.body, call.now, call.new_id()
    lookup.check_name(body["name"])
    catalogue.check(catalogue.find(body["type"]).credentials, body["configuration"])
    with call.transaction() as db:
        project = lookup.project(call)
        lookup.check_free(db, "set of credentials", body["name"], project["id"])
        db.execute(
            "INSERT INTO credentials (id, project_id, name, type, configuration, status, error_message, creation_date,"
            " last_updated) VALUES (?, ?, ?, ?, ?, ?, '', ?, ?)",
            (
                credentials_id,
                project["id"],
                body["name"],
                body["type"],
                json.dumps(body["configuration"]),
                PENDING,
                now,
                now,
            ),
        )
        answer = _load(db, credentials_id)
    call.platform.connectors.verification.begin("credentials", credentials_id)
    return answer


def _list(call: Call) -> List[Dict[str, Any]]:
    with call.transaction() as db:
        project = lookup.project(call)
        mine = covered(db, call.caller(), project["id"], "credentials.list")
        rows = db.execute(f"{_CREDENTIALS} WHERE project_id = ? ORDER BY seq", (project["id"],))
        return [_to_json(row) for row in rows if mine(row["id"])]


def _get(call: Call) -> Dict[str, Any]:
    with call.transaction() as db:
        return _load(db, lookup.credentials(db, call)["id"])


def _update(call: Call) -> Dict[str, Any]:
    body = call.body
    verified: List[Row] = []
    with call.transaction() as db:
        credentials = lookup.credentials(db, call)
        name = body.get("name", credentials["name"])
        if name != credentials["name"]:
            lookup.check_name(name)
            lookup.check_free(db, "set of credentials", name, credentials["project_id"])
        configuration = {**json.loads(credentials["configuration"]), **body.get("configuration", {})}
        catalogue.check(catalogue.TYPES[credentials["type"]].credentials, configuration)
        db.execute(
            "UPDATE credentials SET name = ?, configuration = ?, last_updated = ? WHERE id = ?",
            (name, json.dumps(configuration), call.now, credentials["id"]),
        )
        if "configuration" in body:
            where = (PENDING, credentials["id"])
            db.execute("UPDATE credentials SET status = ?, error_message = '' WHERE id = ?", where)
            db.execute("UPDATE connectors SET status = ?, error_message = '' WHERE credentials_id = ?", where)
            query = "SELECT id FROM connectors WHERE credentials_id = ? ORDER BY seq"
            verified = db.execute(query, (credentials["id"],)).fetchall()
        answer = _load(db, credentials["id"])
    if "configuration" in body:
        call.platform.connectors.verification.begin("credentials", credentials["id"])
    for connector in verified:
        call.platform.connectors.verification.begin("connectors", connector["id"])
    return answer


def _delete(call: Call) -> None:
    with call.transaction() as db:
        credentials = lookup.credentials(db, call)
        query = "SELECT name FROM connectors WHERE credentials_id = ? LIMIT 1"
        user = one(db, query, (credentials["id"],))
        if user is not None:
            raise bad_request(
                f"The credentials are in use: the connector {user['name']} refers to them;"
                " delete it, or give it other credentials, first"
            )
        db.execute("DELETE FROM credentials WHERE id = ?", (credentials["id"],))


HANDLERS: Mapping[str, Handler] = {
    "credentials_create": _create,
    "credentials_list": _list,
    "credentials_get": _get,
    "credentials_update": _update,
    "credentials_delete": _delete,
}
