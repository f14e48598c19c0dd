"""What the subscription of an organization allows it to have."""

from __future__ import annotations

import sqlite3
from datetime import datetime
from typing import Optional

from ..common.database import Row, one, remembered
from ..common.dates import day, micro
from ..common.errors import bad_request

_SUBSCRIPTION = (
    "SELECT subscriptions.* FROM subscriptions JOIN organizations ON subscription = subscriptions.name"
    " WHERE organizations.id = ?"
)
_USERS = "SELECT count(*) FROM organization_users WHERE organization_id = ?"
_PROJECTS = "SELECT count(*) FROM projects WHERE organization_id = ?"
_RESOURCES = (
    "WITH mine AS (SELECT id FROM projects WHERE organization_id = ?) SELECT"
    " (SELECT count(*) FROM versions JOIN models ON models.id = model_id WHERE project_id IN mine)"
    " + (SELECT count(*) FROM pipelines WHERE project_id IN mine)"
    " + (SELECT count(*) FROM connectors WHERE project_id IN mine)"
)
# What instances have used since the month began: those that have ended by day, those that run from their rows.
_GB_SECONDS = (
    "SELECT subscriptions.name, gb_seconds,"
    " (SELECT coalesce(sum(used), 0) FROM gb_seconds"
    " WHERE gb_seconds.organization_id = organizations.id AND day >= :since AND day < :now)"
    " + (SELECT coalesce(sum(memory / 1024.0 * 86400 * (julianday(:now) - julianday(max(started, :since)))), 0)"
    " FROM instances WHERE instances.organization_id = organizations.id AND ended IS NULL AND started < :now)"
    " AS used FROM projects JOIN organizations ON organizations.id = projects.organization_id"
    " JOIN subscriptions ON subscriptions.name = subscription WHERE projects.id = :id"
)


def has_ended(organization: Row, now: str) -> bool:
    """Tell whether the subscription of an organization has ended; its last day is the one before its end date."""
    end: Optional[str] = organization["subscription_end_date"]
    return end is not None and end <= day(now)


def check_users(db: sqlite3.Connection, organization_id: str, now: str) -> None:
    """Check that an organization may have another user.

    Raises:
        ApiError: 400 when the subscription allows no more, or has ended.
    """
    _check_running(db, organization_id, now)
    _check(db, organization_id, "max_users", _USERS, "users")


def check_projects(db: sqlite3.Connection, organization_id: str, now: str) -> None:
    """Check that an organization may have another project.

    Raises:
        ApiError: 400 when the subscription allows no more, or has ended.
    """
    _check_running(db, organization_id, now)
    _check(db, organization_id, "max_projects", _PROJECTS, "projects")


def check_resources(db: sqlite3.Connection, organization_id: str, now: str) -> None:
    """Check that an organization may have another version, pipeline or connector.

    Raises:
        ApiError: 400 when the subscription allows no more, or has ended.
    """
    _check_running(db, organization_id, now)
    _check(db, organization_id, "resources", _RESOURCES, "versions, pipelines and connectors together")


def check_models(db: sqlite3.Connection, organization_id: str, now: str) -> None:
    """Check that an organization may have another model, which no subscription counts.

    Raises:
        ApiError: 400 when the subscription has ended.
    """
    _check_running(db, organization_id, now)


def _check_running(db: sqlite3.Connection, organization_id: str, now: str) -> None:
    organization = db.execute("SELECT * FROM organizations WHERE id = ?", (organization_id,)).fetchone()
    if has_ended(organization, now):
        raise bad_request(
            f"The subscription {organization['subscription']} of the organization {organization['name']} ended on"
            f" {organization['subscription_end_date']}; it needs one before anything can be added"
        )


def check_gb_seconds(db: sqlite3.Connection, project_id: str, now: datetime) -> None:
    """Check that the models of the organization of a project may go on running this month.

    Args:
        db: the database, in a transaction.
        project_id: the project.
        now: the present time; who asks in the same second need not count again.

    Raises:
        ApiError: 400 when they have used what the subscription allows.
    """
    key = (_check_gb_seconds, project_id, int(now.timestamp()))
    remembered(db, key, _check_gb_seconds, db, project_id, now)


def _check_gb_seconds(db: sqlite3.Connection, project_id: str, now: datetime) -> None:
    month = f"{now:%Y-%m}"
    row = one(db, _GB_SECONDS, {"since": f"{month}-01", "now": micro(now), "id": project_id})
    if row is not None and row["used"] >= row["gb_seconds"]:
        raise bad_request(
            f"The subscription {row['name']} allows {row['gb_seconds']} GB seconds a month, and {row['used']:.0f} have"
            f" been used in {month}"
        )


def _check(db: sqlite3.Connection, organization_id: str, limit: str, query: str, what: str) -> None:
    subscription = db.execute(_SUBSCRIPTION, (organization_id,)).fetchone()
    if db.execute(query, (organization_id,)).fetchone()[0] >= subscription[limit]:
        raise bad_request(f"The subscription {subscription['name']} allows {subscription[limit]} {what}, no more")
