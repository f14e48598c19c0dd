"""Who has which role, on a project or on one object of it."""

from __future__ import annotations

import sqlite3
from typing import Any, Dict, List, Mapping, Optional

from ..accounts import permissions
from ..accounts.roles import assign
from ..call import Call, Handler
from ..common.database import Row, must, one
from ..common.errors import ApiError, bad_request, not_found, quoted
from . import lookup, roles

_ASSIGNMENTS = (
    "SELECT role_assignments.*, roles.name AS role FROM role_assignments JOIN roles ON roles.id = role_id"
    " WHERE role_assignments.project_id = ?"
)
# Service users belong to one project, people to organizations.
_USER = (
    "SELECT users.* FROM users WHERE id = :user AND (project_id = :project OR id IN (SELECT user_id FROM"
    " organization_users WHERE organization_id = (SELECT organization_id FROM projects WHERE id = :project)))"
)


def _to_json(db: sqlite3.Connection, row: Row) -> Dict[str, Any]:
    table = permissions.KINDS.get(row["object_type"], "projects")
    query = f"SELECT name FROM {table} WHERE id = ?"  # noqa: S608 - names of ours
    named = must(db, query, (row["object_id"] or row["project_id"],))
    answer = {name: row[name] for name in ("id", "user_id", "role")}
    return {**answer, "object_name": named["name"], "object_type": row["object_type"]}


def _load(db: sqlite3.Connection, project_id: str, assignment_id: str) -> Row:
    missing = not_found("role assignment", assignment_id)
    return must(db, f"{_ASSIGNMENTS} AND role_assignments.id = ?", (project_id, assignment_id), missing)


def _user(db: sqlite3.Connection, project_id: str, user_id: str) -> Optional[Row]:
    return one(db, _USER, {"user": user_id, "project": project_id})


def _object(db: sqlite3.Connection, project: Row, body: Mapping[str, Any]) -> Optional[str]:
    """Return the id of the object that the body names; None for the project."""
    kind, name = body.get("object_type", "project"), body.get("object_name", project["name"])
    if kind == "project":
        if name != project["name"]:
            raise bad_request(f"object_name: must be {project['name']}, the project of the path, not {quoted(name)}")
        return None
    query = f"SELECT id FROM {permissions.KINDS[kind]} WHERE project_id = ? AND name = ?"  # noqa: S608 - names of ours
    missing = bad_request(f"object_name: there is no {kind} {quoted(name)} in the project")
    return str(must(db, query, (project["id"], name), missing)["id"])


def _create(call: Call) -> Dict[str, Any]:
    body, kind = call.body, call.body.get("object_type", "project")
    with call.transaction() as db:
        project = lookup.project(call)
        user = _user(db, project["id"], body["user_id"])
        if user is None:
            raise bad_request(
                f"user_id: {quoted(body['user_id'])} is no user of the organization and no service user of the project"
            )
        object_id = _object(db, project, body)
        role = _role(db, project["id"], body["role"])
        names = roles.held(db, role["id"])
        if user["project_id"] is not None and any(map(permissions.about_users, names)):
            raise bad_request(
                f"role: {role['name']} holds permissions on roles or users, which a service user cannot have;"
                " service-user-project-admin holds all others"
            )
        if object_id is not None and not any(name.startswith(f"{permissions.KINDS[kind]}.") for name in names):
            raise bad_request(f"role: {role['name']} holds no permission on objects of the type {kind}")
        permissions.check_grant(db, call.caller(), project["id"], names, object_id)
        same = f"{_ASSIGNMENTS} AND user_id = ? AND role_id = ? AND object_id IS ?"
        if one(db, same, (project["id"], user["id"], role["id"], object_id)):
            raise bad_request(f"role: the user has the role {role['name']} there already")
        assignment_id = assign(db, call.platform.storage.ids, project["id"], user["id"], role["id"], kind, object_id)
        return _to_json(db, _load(db, project["id"], assignment_id))


def _role(db: sqlite3.Connection, project_id: str, name: str) -> Row:
    try:
        return roles.find(db, project_id, name)
    except ApiError as error:
        raise bad_request(f"role: {error.message}; roles_list names those of the project") from None


def _get(call: Call) -> Dict[str, Any]:
    with call.transaction() as db:
        return _to_json(db, _load(db, lookup.project(call)["id"], call.path["id"]))


def _delete(call: Call) -> None:
    with call.transaction() as db:
        row = _load(db, lookup.project(call)["id"], call.path["id"])
        db.execute("DELETE FROM role_assignments WHERE id = ?", (row["id"],))


def _list(call: Call) -> List[Dict[str, Any]]:
    user_id = call.path["user_id"]
    with call.transaction() as db:
        project = lookup.project(call)
        if _user(db, project["id"], user_id) is None:
            raise not_found("user", user_id)
        rows = db.execute(f"{_ASSIGNMENTS} AND user_id = ? ORDER BY role_assignments.seq", (project["id"], user_id))
        return [_to_json(db, row) for row in rows.fetchall()]


HANDLERS: Mapping[str, Handler] = {
    "role_assignments_create": _create,
    "role_assignments_get": _get,
    "role_assignments_delete": _delete,
    "role_assignments_per_user_list": _list,
}
