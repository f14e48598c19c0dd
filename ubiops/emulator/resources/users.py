"""The account of the caller, and new accounts."""

from __future__ import annotations

import re
import sqlite3
from typing import Any, Dict, Mapping

from ..accounts import passwords
from ..call import Call, Handler
from ..common.database import Row, must, one
from ..common.dates import spaced
from ..common.errors import ApiError, bad_request, quoted

_EMAIL = re.compile(r"[^@\s]+@[^@\s]+")
_ORPHANED = (
    "SELECT name FROM organizations JOIN organization_users AS mine ON mine.organization_id = id"
    " WHERE mine.user_id = ? AND mine.admin AND NOT EXISTS (SELECT 1 FROM organization_users AS other"
    " WHERE other.organization_id = id AND other.admin AND other.user_id <> mine.user_id) ORDER BY seq"
)


def _to_json(row: Row) -> Dict[str, Any]:
    answer = {name: row[name] for name in ("id", "email", "name", "surname")}
    answer["registration_date"] = spaced(row["registration_date"])
    return answer


def _check_email(db: sqlite3.Connection, email: str, user_id: str) -> None:
    if not _EMAIL.fullmatch(email) or not email.isprintable():
        raise bad_request(f"email: must be an address such as maria@example.com, not {quoted(email)}")
    if one(db, "SELECT 1 FROM users WHERE lower(email) = lower(?) AND id <> ?", (email, user_id)):
        raise bad_request(f"email: a user with the address {quoted(email)} exists already")


def _create(call: Call) -> Dict[str, Any]:
    """Register an account; without e-mail to activate it with, it is active at once."""
    body, user_id = call.body, call.new_id()
    if not body["terms_conditions"]:
        raise bad_request("terms_conditions: must be true, the terms and conditions have to be accepted")
    password = passwords.hashed(body["password"])
    # Texts without a character count as none: clients refuse to read them.
    answer = {"email": body["email"], "name": body.get("name") or None, "surname": body.get("surname") or None}
    with call.transaction() as db:
        _check_email(db, body["email"], user_id)
        db.execute(
            "INSERT INTO users (id, email, name, surname, password, registration_date) VALUES (?, ?, ?, ?, ?, ?)",
            (user_id, *answer.values(), password, call.now),
        )
    return answer


def _get(call: Call) -> Dict[str, Any]:
    return _to_json(call.caller())


def _update(call: Call) -> Dict[str, Any]:
    body, user = call.body, call.caller()
    changes: Dict[str, Any] = {name: body[name] or None for name in ("email", "name", "surname") if name in body}
    if "password" in body:
        passwords.check_strength(body["password"])
        if not passwords.accepted(body["previous_password"], user["password"], user["token"]):
            raise bad_request("previous_password: is not the present password")
        changes["password"] = passwords.hashed(body["password"])
    with call.transaction() as db:
        if "email" in changes:
            _check_email(db, changes["email"], user["id"])
        for name, value in changes.items():
            db.execute(f"UPDATE users SET {name} = ? WHERE id = ?", (value, user["id"]))  # noqa: S608 - names of ours
        if "password" in changes:  # who changes it may want to shut somebody out
            db.execute("DELETE FROM access_tokens WHERE user_id = ?", (user["id"],))
        row = must(db, "SELECT * FROM users WHERE id = ?", (user["id"],), ApiError(401, "Invalid token"))
    return {**_to_json(row), "type": "user"}


def _delete(call: Call) -> None:
    user = call.caller()
    if user["operator"]:
        raise bad_request("You are the operator of the service, who cannot be deleted")
    with call.transaction() as db:
        organization = one(db, _ORPHANED, (user["id"],))
        if organization is not None:
            raise bad_request(
                f"You are the last admin of the organization {organization['name']}; make another user admin first"
            )
        db.execute("DELETE FROM users WHERE id = ?", (user["id"],))


HANDLERS: Mapping[str, Handler] = {
    "user_create": _create,
    "user_get": _get,
    "user_update": _update,
    "user_delete": _delete,
}
