"""Subscriptions: the plans of the service, and which of them an organization has."""

from __future__ import annotations

import sqlite3
from typing import Any, Dict, List, Mapping, Optional

from ..call import Call, Handler
from ..common.database import Row, must, one
from ..common.dates import day
from ..common.errors import bad_request, not_found, quoted
from ..common.ids import Ids
from . import lookup

_SHOWN = ("id", "name", "max_projects", "max_users", "agreement", "terms_conditions", "gb_seconds", "resources")
_LIMITS = ("max_projects", "max_users", "logs_retention_days", "gb_seconds", "resources")
_FIELDS = ("name", *_LIMITS, "agreement", "terms_conditions", "hidden")
_HIGHEST = 2**31 - 1

# Hidden ones are for the operator and for those who have them.
_VISIBLE = (
    "SELECT * FROM subscriptions WHERE (NOT hidden OR :operator OR name IN (SELECT subscription FROM organizations"
    " JOIN organization_users ON organization_id = organizations.id WHERE user_id = :user))"
)


def find(db: sqlite3.Connection, user: Row, name: str) -> Optional[Row]:
    """Return a subscription that the user may know of, or None."""
    values = {"operator": user["operator"], "user": user["id"], "name": name}
    return one(db, f"{_VISIBLE} AND name = :name", values)


def begin(
    db: sqlite3.Connection,
    ids: Ids,
    organization_id: str,
    name: str,
    *,
    now: str,
    agreed_by: str,
    updated_by: str = "",
) -> None:
    """Write a subscription into the history of an organization.

    Args:
        db: the database, in a transaction.
        ids: makes the id.
        organization_id: the organization.
        name: the subscription.
        now: the present time, in the shape of storage.
        agreed_by: address of the user who accepted the terms.
        updated_by: address of the user who switched to it; empty for the first one.
    """
    db.execute(
        "INSERT INTO organization_subscriptions (id, organization_id, subscription, start_date,"
        " subscription_agreement_user, subscription_update_user) VALUES (?, ?, ?, ?, ?, ?)",
        (ids.new(), organization_id, name, day(now), agreed_by, updated_by),
    )


def _to_json(row: Row) -> Dict[str, Any]:
    return {name: row[name] for name in _SHOWN}


def _named(db: sqlite3.Connection, call: Call) -> Row:
    name = call.path["subscription_name"]
    row = find(db, call.caller(), name)
    if row is None:
        raise not_found("subscription", name)
    return row


def _check(db: sqlite3.Connection, body: Mapping[str, Any], present: str) -> None:
    for limit in _LIMITS:
        if not 0 <= body.get(limit, 0) <= _HIGHEST:
            raise bad_request(f"{limit}: must be between 0 and {_HIGHEST}, not {quoted(body[limit])}")
    name = body.get("name", present)
    if name != present:
        lookup.check_name(name)
        lookup.check_free(db, "subscription", name)


def _create(call: Call) -> Dict[str, Any]:
    subscription_id = call.new_id()
    values = {"agreement": "", "terms_conditions": "", "hidden": False, **call.body, "id": subscription_id}
    with call.transaction() as db:
        _check(db, call.body, "")
        columns = ", ".join(("id", *_FIELDS))
        places = ", ".join(f":{name}" for name in ("id", *_FIELDS))
        db.execute(f"INSERT INTO subscriptions ({columns}) VALUES ({places})", values)  # noqa: S608 - names of ours
        return {name: values[name] for name in _SHOWN}


def _list(call: Call) -> List[Dict[str, Any]]:
    user = call.caller()
    values = {"operator": user["operator"], "user": user["id"]}
    with call.transaction() as db:
        return [{"id": row["id"], "name": row["name"]} for row in db.execute(f"{_VISIBLE} ORDER BY seq", values)]


def _get(call: Call) -> Dict[str, Any]:
    with call.transaction() as db:
        return _to_json(_named(db, call))


def _update(call: Call) -> Dict[str, Any]:
    with call.transaction() as db:
        before = _named(db, call)
        _check(db, call.body, before["name"])
        for name, value in call.body.items():
            db.execute(f"UPDATE subscriptions SET {name} = ? WHERE id = ?", (value, before["id"]))  # noqa: S608
        after = must(db, "SELECT * FROM subscriptions WHERE id = ?", (before["id"],))
        for table in ("organizations", "organization_subscriptions"):
            query = f"UPDATE {table} SET subscription = ? WHERE subscription = ?"  # noqa: S608 - names of ours
            db.execute(query, (after["name"], before["name"]))
    return _to_json(after)


def _delete(call: Call) -> None:
    with call.transaction() as db:
        row = _named(db, call)
        user = one(db, "SELECT name FROM organizations WHERE subscription = ?", (row["name"],))
        if user is not None:
            raise bad_request(f"The organization {user['name']} uses the subscription {row['name']}")
        db.execute("DELETE FROM subscriptions WHERE id = ?", (row["id"],))


def _history(call: Call) -> List[Dict[str, Any]]:
    query = "SELECT * FROM organization_subscriptions WHERE organization_id = ? ORDER BY seq DESC"
    columns = ("id", "subscription", "start_date", "subscription_agreement_user", "subscription_update_user")
    with call.transaction() as db:
        rows = db.execute(query, (lookup.organization(db, call)["id"],)).fetchall()
    return [{name: row[name] for name in columns} for row in rows]


HANDLERS: Mapping[str, Handler] = {
    "subscriptions_create": _create,
    "subscriptions_list": _list,
    "subscriptions_get": _get,
    "subscriptions_update": _update,
    "subscriptions_delete": _delete,
    "organization_subscriptions_list": _history,
}
