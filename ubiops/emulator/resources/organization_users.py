"""The members of organizations."""

from __future__ import annotations

import sqlite3
from typing import Any, Dict, List, Mapping

from ..accounts.limits import check_users
from ..call import Call, Handler
from ..common.database import Row, must, one
from ..common.errors import bad_request, not_found, quoted
from . import lookup

_MEMBERS = (
    "SELECT users.*, admin FROM users JOIN organization_users AS members ON users.id = user_id"
    " WHERE organization_id = ?"
)


def _to_json(row: Row) -> Dict[str, Any]:
    answer = {name: row[name] for name in ("id", "email", "name", "surname")}
    answer["admin"] = bool(row["admin"])
    return answer


def _member(db: sqlite3.Connection, organization_id: str, user_id: str) -> Row:
    return must(db, f"{_MEMBERS} AND users.id = ?", (organization_id, user_id), not_found("user", user_id))


def _check_last(db: sqlite3.Connection, organization_id: str, user_id: str) -> None:
    other = "SELECT 1 FROM organization_users WHERE organization_id = ? AND user_id <> ? AND admin"
    if one(db, other, (organization_id, user_id)) is None:
        raise bad_request("The user is the last admin of the organization; make another user admin first")


def _create(call: Call) -> Dict[str, Any]:
    email = call.body["email"]
    with call.transaction() as db:
        organization = lookup.organization(db, call)
        query = "SELECT id FROM users WHERE lower(email) = lower(?) AND project_id IS NULL"
        user = must(db, query, (email,), bad_request(f"email: there is no user {quoted(email)}; create one first"))
        if one(db, f"{_MEMBERS} AND users.id = ?", (organization["id"], user["id"])):
            raise bad_request(f"email: the user {quoted(email)} is in the organization already")
        check_users(db, organization["id"], call.now)
        db.execute(
            "INSERT INTO organization_users VALUES (?, ?, ?)", (organization["id"], user["id"], call.body["admin"])
        )
        return _to_json(_member(db, organization["id"], user["id"]))


def _list(call: Call) -> List[Dict[str, Any]]:
    with call.transaction() as db:
        rows = db.execute(f"{_MEMBERS} ORDER BY members.rowid", (lookup.organization(db, call)["id"],))
        return [_to_json(row) for row in rows]


def _get(call: Call) -> Dict[str, Any]:
    with call.transaction() as db:
        return _to_json(_member(db, lookup.organization(db, call)["id"], call.path["user_id"]))


def _update(call: Call) -> Dict[str, Any]:
    with call.transaction() as db:
        organization_id = lookup.organization(db, call)["id"]
        user = _member(db, organization_id, call.path["user_id"])
        if not call.body["admin"]:
            _check_last(db, organization_id, user["id"])
        db.execute(
            "UPDATE organization_users SET admin = ? WHERE organization_id = ? AND user_id = ?",
            (call.body["admin"], organization_id, user["id"]),
        )
        return _to_json(_member(db, organization_id, user["id"]))


def _delete(call: Call) -> None:
    """Remove a member, with the roles in all projects of the organization."""
    with call.transaction() as db:
        organization_id = lookup.organization(db, call)["id"]
        user_id = _member(db, organization_id, call.path["user_id"])["id"]
        _check_last(db, organization_id, user_id)
        db.execute(
            "DELETE FROM organization_users WHERE organization_id = ? AND user_id = ?", (organization_id, user_id)
        )
        db.execute(
            "DELETE FROM role_assignments WHERE user_id = ? AND project_id IN"
            " (SELECT id FROM projects WHERE organization_id = ?)",
            (user_id, organization_id),
        )


HANDLERS: Mapping[str, Handler] = {
    "organization_users_create": _create,
    "organization_users_list": _list,
    "organization_users_get": _get,
    "organization_users_update": _update,
    "organization_users_delete": _delete,
}
