"""Organizations and the subscriptions that they take."""

from __future__ import annotations

import sqlite3
from typing import Any, Dict, List, Mapping, Optional

from ..accounts.limits import has_ended
from ..call import Call, Handler
from ..common.database import Row, must
from ..common.dates import day
from ..common.errors import ApiError, bad_request, quoted
from . import lookup, subscriptions

_MINE = (
    "SELECT id, name, creation_date FROM organizations JOIN organization_users ON organization_id = id"
    " WHERE user_id = ? ORDER BY seq"
)


def _to_json(row: Row, now: str) -> Dict[str, Any]:
    answer = {name: row[name] for name in ("id", "name", "creation_date", "subscription", "status")}
    return {**answer, "status": "cancelled"} if has_ended(row, now) else answer


def _check_subscription(db: sqlite3.Connection, call: Call, name: str) -> None:
    """Check a subscription that an organization is about to take."""
    if subscriptions.find(db, call.caller(), name) is None:
        raise bad_request(f"subscription: there is no subscription {quoted(name)}")
    if not call.body.get("subscription_agreed"):
        raise bad_request("subscription_agreed: must be true, the terms of the subscription have to be accepted")


def _end_date(call: Call, subscription: str, present: Optional[str]) -> Optional[str]:
    """Return when the subscription ends."""
    given: Optional[str] = call.body.get("subscription_end_date")
    if subscription == "free":
        if given is not None:
            raise bad_request("subscription_end_date: the subscription free lasts a year and takes no other end date")
        today = day(call.now)
        return present or f"{int(today[:4]) + 1:04}{today[4:].replace('-02-29', '-03-01')}"
    return given if "subscription_end_date" in call.body else present


def _create(call: Call) -> Dict[str, Any]:
    body, now, user = call.body, call.now, call.caller()
    answer = {"id": call.new_id(), "name": body["name"], "creation_date": now}
    end_date = _end_date(call, body["subscription"], None)
    with call.transaction() as db:
        lookup.check_free(db, "organization", body["name"])
        _check_subscription(db, call, body["subscription"])
        db.execute(
            "INSERT INTO organizations (id, name, creation_date, subscription, subscription_end_date, status)"
            " VALUES (?, ?, ?, ?, ?, 'active')",
            (*answer.values(), body["subscription"], end_date),
        )
        db.execute("INSERT INTO organization_users VALUES (?, ?, 1)", (answer["id"], user["id"]))
        ids = call.platform.storage.ids
        subscriptions.begin(db, ids, answer["id"], body["subscription"], now=now, agreed_by=user["email"])
    return answer


def _list(call: Call) -> List[Dict[str, Any]]:
    with call.transaction() as db:
        return [dict(row) for row in db.execute(_MINE, (call.caller()["id"],))]


def _get(call: Call) -> Dict[str, Any]:
    with call.transaction() as db:
        return _to_json(lookup.organization(db, call), call.now)


def _update(call: Call) -> Dict[str, Any]:
    body, now, user = call.body, call.now, call.caller()
    changed = [name for name in ("subscription", "subscription_end_date") if name in body]
    if changed and not user["operator"]:
        raise ApiError(403, f"{changed[0]}: only the operator of the service changes subscriptions")
    with call.transaction() as db:
        row = lookup.organization(db, call)
        name, subscription = body.get("name", row["name"]), body.get("subscription", row["subscription"])
        if name != row["name"]:
            lookup.check_free(db, "organization", name)
        end_date = row["subscription_end_date"]
        begins = subscription != row["subscription"] or ("subscription" in body and has_ended(row, now))
        if begins:
            _check_subscription(db, call, subscription)
            end_date = None
        if changed:
            end_date = _end_date(call, subscription, end_date)
        db.execute(
            "UPDATE organizations SET name = ?, subscription = ?, subscription_end_date = ? WHERE id = ?",
            (name, subscription, end_date, row["id"]),
        )
        if begins:
            email = user["email"]
            ids = call.platform.storage.ids
            subscriptions.begin(db, ids, row["id"], subscription, now=now, agreed_by=email, updated_by=email)
        row = must(db, "SELECT * FROM organizations WHERE id = ?", (row["id"],))
    return _to_json(row, now)


HANDLERS: Mapping[str, Handler] = {
    "organizations_create": _create,
    "organizations_list": _list,
    "organizations_get": _get,
    "organizations_update": _update,
}
