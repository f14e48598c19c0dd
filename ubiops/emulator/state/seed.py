"""What a new emulator holds: an organization, a user with a token, a project."""

from __future__ import annotations

import sqlite3
from typing import Optional

from ..accounts import roles
from ..common.database import one
from ..common.dates import day
from ..common.ids import Ids

ORGANIZATION = "emulator"
PROJECT = "demo"
EMAIL = "user@example.com"
# The names are those of the service, whose limits are not published; these are generous.
SUBSCRIPTIONS = ("free", "starter", "professional")


def seed(db: sqlite3.Connection, ids: Ids, token: Optional[str], now: str) -> str:
    """Put the seed into an empty database; leave one that has users as it is, but for the token if one is given.

    The seeded user is the operator of the service, who also manages its subscriptions.

    Args:
        db: the database, in a transaction.
        ids: makes ids, and the token.
        token: the token that the seeded user shall have, without the word `Token`; None keeps the one it has, or
            makes one of 40 hexadecimal digits.
        now: the present time, in the shape of storage.

    Returns:
        The token of the seeded user, who may also sign in with it as the password, until they set one.
    """
    roles.store_default_roles(db)
    first = one(db, "SELECT id, token FROM users WHERE operator")
    if first is not None:
        if token is None and first["token"] is not None:
            return str(first["token"])
        token = token or ids.token(20)
        db.execute("UPDATE users SET token = ? WHERE id = ?", (token, first["id"]))
        return token
    made = ids.token(20)  # also if it is not used, so that the ids after it do not depend on that
    token = token or made
    organization, user, project = (ids.new() for _ in range(3))
    for name in SUBSCRIPTIONS:
        db.execute(
            "INSERT INTO subscriptions (id, name, max_projects, max_users, logs_retention_days, gb_seconds, resources,"
            " agreement, terms_conditions, hidden) VALUES (?, ?, 1000, 1000, 36500, 1000000000, 10000, '', '', 0)",
            (ids.new(), name),
        )
    db.execute(
        "INSERT INTO organizations (id, name, subscription, status, creation_date) VALUES (?, ?, 'free', 'active', ?)",
        (organization, ORGANIZATION, now),
    )
    db.execute(
        "INSERT INTO organization_subscriptions (id, organization_id, subscription, start_date,"
        " subscription_agreement_user, subscription_update_user) VALUES (?, ?, 'free', ?, ?, '')",
        (ids.new(), organization, day(now), EMAIL),
    )
    db.execute(
        "INSERT INTO users (id, email, name, surname, token, registration_date, operator)"
        " VALUES (?, ?, 'Local', 'User', ?, ?, 1)",
        (user, EMAIL, token, now),
    )
    db.execute("INSERT INTO organization_users VALUES (?, ?, 1)", (organization, user))
    db.execute(
        "INSERT INTO projects (id, organization_id, name, creation_date) VALUES (?, ?, ?, ?)",
        (project, organization, PROJECT, now),
    )
    roles.grant_project_admins(db, ids, project)
    return token
