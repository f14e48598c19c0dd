"""Service users: accounts for programs, each in one project."""

from __future__ import annotations

import sqlite3
from typing import Any, Dict, List, Mapping

from ..call import Call, Handler
from ..common.database import Row, must
from ..common.dates import milli
from ..common.errors import not_found
from . import lookup


def _to_json(row: Row) -> Dict[str, Any]:
    answer = {name: row[name] for name in ("id", "email", "name")}
    answer["creation_date"] = milli(row["registration_date"])
    return answer


def _find(db: sqlite3.Connection, call: Call) -> Row:
    user_id = call.path["service_user_id"]
    where = (lookup.project(call)["id"], user_id)
    return must(db, "SELECT * FROM users WHERE project_id = ? AND id = ?", where, not_found("service user", user_id))


def _create(call: Call) -> Dict[str, Any]:
    user_id, token = call.new_id(), call.platform.storage.ids.token(20)
    with call.transaction() as db:
        project = lookup.project(call)
        db.execute(
            "INSERT INTO users (id, email, name, token, registration_date, project_id) VALUES (?, ?, ?, ?, ?, ?)",
            (
                user_id,
                f"{user_id}.{project['name']}@serviceuser.ubiops.com",
                call.body.get("name"),
                token,
                call.now,
                project["id"],
            ),
        )
        row = must(db, "SELECT * FROM users WHERE id = ?", (user_id,))
    return {**_to_json(row), "token": token}


def _list(call: Call) -> List[Dict[str, Any]]:
    with call.transaction() as db:
        project = lookup.project(call)
        rows = db.execute("SELECT * FROM users WHERE project_id = ? ORDER BY seq", (project["id"],))
        return [_to_json(row) for row in rows]


def _get(call: Call) -> Dict[str, Any]:
    with call.transaction() as db:
        return _to_json(_find(db, call))


def _update(call: Call) -> Dict[str, Any]:
    with call.transaction() as db:
        user = _find(db, call)
        if "name" in call.body:
            db.execute("UPDATE users SET name = ? WHERE id = ?", (call.body["name"], user["id"]))
        return _to_json(_find(db, call))


def _delete(call: Call) -> None:
    with call.transaction() as db:
        db.execute("DELETE FROM users WHERE id = ?", (_find(db, call)["id"],))


def _reset_token(call: Call) -> Dict[str, str]:
    token = call.platform.storage.ids.token(20)
    with call.transaction() as db:
        db.execute("UPDATE users SET token = ? WHERE id = ?", (token, _find(db, call)["id"]))
    return {"token": token}


HANDLERS: Mapping[str, Handler] = {
    "service_users_create": _create,
    "service_users_list": _list,
    "service_users_get": _get,
    "service_users_update": _update,
    "service_users_delete": _delete,
    "service_users_token": _reset_token,
}
