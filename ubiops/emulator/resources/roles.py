"""Permissions, and the roles that hold them."""

from __future__ import annotations

import sqlite3
from typing import Any, Dict, List, Mapping, Sequence

from ..accounts import permissions
from ..call import Call, Handler
from ..common.database import Row, must, one
from ..common.errors import bad_request, not_found, quoted
from . import lookup


def find(db: sqlite3.Connection, project_id: str, name: str) -> Row:
    """Return a default role, or a custom role of a project.

    Raises:
        ApiError: 404 when there is none of that name.
    """
    query = "SELECT * FROM roles WHERE name = ? AND (project_id IS NULL OR project_id = ?)"
    return must(db, query, (name, project_id), not_found("role", name))


def held(db: sqlite3.Connection, role_id: str) -> List[str]:
    """Return the permissions of a role."""
    rows = db.execute("SELECT permission FROM role_permissions WHERE role_id = ? ORDER BY seq", (role_id,))
    return [row["permission"] for row in rows]


def _brief(row: Row) -> Dict[str, Any]:
    return {"id": row["id"], "name": row["name"], "default": row["project_id"] is None}


def _to_json(db: sqlite3.Connection, project_id: str, name: str) -> Dict[str, Any]:
    row = find(db, project_id, name)
    return {**_brief(row), "permissions": held(db, row["id"])}


def _custom(db: sqlite3.Connection, call: Call) -> Row:
    row = find(db, lookup.project(call)["id"], call.path["role_name"])
    if row["project_id"] is None:
        raise bad_request(f"The role {row['name']} is a default role, which cannot be changed or deleted")
    return row


def _check_permissions(names: Sequence[str]) -> None:
    unknown = [name for name in names if name not in permissions.PERMISSIONS]
    if unknown:
        raise bad_request(f"permissions: there is no permission {quoted(unknown[0])}; permissions_list names them")


def _store_permissions(db: sqlite3.Connection, role_id: str, names: Sequence[str]) -> None:
    db.execute("DELETE FROM role_permissions WHERE role_id = ?", (role_id,))
    rows = [(role_id, name) for name in dict.fromkeys(names)]
    db.executemany("INSERT INTO role_permissions (role_id, permission) VALUES (?, ?)", rows)


def _permissions_list(call: Call) -> List[Dict[str, str]]:
    return [{"name": name} for name in permissions.PERMISSIONS]


def _create(call: Call) -> Dict[str, Any]:
    role_id, name = call.new_id(), call.body["name"]
    _check_permissions(call.body["permissions"])
    with call.transaction() as db:
        project = lookup.project(call)
        lookup.check_free(db, "role", name, project["id"])
        db.execute("INSERT INTO roles (id, project_id, name) VALUES (?, ?, ?)", (role_id, project["id"], name))
        _store_permissions(db, role_id, call.body["permissions"])
        return _to_json(db, project["id"], name)


def _list(call: Call) -> List[Dict[str, Any]]:
    query = "SELECT * FROM roles WHERE project_id IS NULL OR project_id = ? ORDER BY seq"
    with call.transaction() as db:
        return [_brief(row) for row in db.execute(query, (lookup.project(call)["id"],))]


def _get(call: Call) -> Dict[str, Any]:
    with call.transaction() as db:
        return _to_json(db, lookup.project(call)["id"], call.path["role_name"])


def _update(call: Call) -> Dict[str, Any]:
    with call.transaction() as db:
        role = _custom(db, call)
        name, names = call.body.get("name", role["name"]), call.body.get("permissions")
        if name != role["name"]:
            lookup.check_free(db, "role", name, role["project_id"])
            db.execute("UPDATE roles SET name = ? WHERE id = ?", (name, role["id"]))
        if names is not None:
            _check_permissions(names)
            if any(map(permissions.about_users, names)) and _held_by_service_user(db, role["id"]):
                raise bad_request("permissions: a service user has this role, and cannot hold those on roles and users")
            added = set(names) - set(held(db, role["id"]))
            permissions.check_grant(db, call.caller(), role["project_id"], sorted(added))
            _store_permissions(db, role["id"], names)
        return _to_json(db, role["project_id"], name)


def _held_by_service_user(db: sqlite3.Connection, role_id: str) -> bool:
    query = (
        "SELECT 1 FROM role_assignments JOIN users ON users.id = user_id"
        " WHERE role_id = ? AND users.project_id IS NOT NULL"
    )
    return one(db, query, (role_id,)) is not None


def _delete(call: Call) -> None:
    """Delete a custom role, and take it from those who have it."""
    with call.transaction() as db:
        db.execute("DELETE FROM roles WHERE id = ?", (_custom(db, call)["id"],))


HANDLERS: Mapping[str, Handler] = {
    "permissions_list": _permissions_list,
    "roles_create": _create,
    "roles_list": _list,
    "roles_get": _get,
    "roles_update": _update,
    "roles_delete": _delete,
}
