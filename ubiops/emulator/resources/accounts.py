"""The service itself, and signing in."""

from __future__ import annotations

from datetime import timedelta
from typing import Dict, Mapping

from ..accounts import passwords
from ..call import Call, Handler
from ..common.database import one
from ..common.dates import micro
from ..common.errors import ApiError

_ACCESS = timedelta(hours=24)


def _status(call: Call) -> Dict[str, str]:
    return {"status": "ok"}


def _authorize(call: Call) -> Dict[str, str]:
    """Sign in with an address and a password; service users cannot."""
    platform, password = call.platform, call.body["password"]
    refused = ApiError(401, "No active account with this email and password")
    find = "SELECT id, password, token FROM users WHERE lower(email) = lower(?) AND project_id IS NULL"
    with call.transaction() as db:
        user = one(db, find, (call.body["email"],))
    stored, token = (user["password"], user["token"]) if user is not None else (None, None)
    if not passwords.accepted(password, stored, token) or user is None:
        raise refused
    access = call.platform.storage.ids.token(32)
    with call.transaction() as db:
        db.execute("DELETE FROM access_tokens WHERE expires <= ?", (call.now,))
        # From the table: the user may have gone, or have another password, in the meantime.
        added = db.execute(
            "INSERT INTO access_tokens (token, user_id, expires) SELECT ?, id, ? FROM users WHERE id = ?"
            " AND password IS ?",
            (access, micro(platform.clock() + _ACCESS), user["id"], user["password"]),
        )
        if not added.rowcount:
            raise refused
    return {"access": access, "refresh": call.platform.storage.ids.token(32)}


HANDLERS: Mapping[str, Handler] = {"service_status": _status, "authorize": _authorize}
