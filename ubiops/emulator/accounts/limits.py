"""What the subscription of an organization allows it to have."""

from __future__ import annotations

import sqlite3

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


def check_users(db: sqlite3.Connection, organization_id: str) -> None:
    """Check that an organization may have another user.

    Raises:
        ApiError: 400 when the subscription allows no more.
    """
    _check(db, organization_id, "max_users", _USERS, "users")


def check_projects(db: sqlite3.Connection, organization_id: str) -> None:
    """Check that an organization may have another project.

    Raises:
        ApiError: 400 when the subscription allows no more.
    """
    _check(db, organization_id, "max_projects", _PROJECTS, "projects")


def check_resources(db: sqlite3.Connection, project_id: str) -> None:
    """Check that the organization of a project may have another version, pipeline or connector.

    Raises:
        ApiError: 400 when the subscription allows no more.
    """
    project = db.execute("SELECT organization_id FROM projects WHERE id = ?", (project_id,)).fetchone()
    _check(db, project["organization_id"], "resources", _RESOURCES, "versions, pipelines and connectors together")


def _check(db: sqlite3.Connection, organization_id: str, limit: str, query: str, what: str) -> None:
    subscription = db.execute(_SUBSCRIPTION, (organization_id,)).fetchone()
    if db.execute(query, (organization_id,)).fetchone()[0] >= subscription[limit]:
        raise bad_request(f"The subscription {subscription['name']} allows {subscription[limit]} {what}, no more")
