"""The roles that every project has, and giving roles to users."""

from __future__ import annotations

import sqlite3
import uuid
from typing import Dict, Mapping, Optional, Tuple

from ..common.ids import Ids
from .permissions import KINDS, PERMISSIONS, about_users

_LEVELS = {
    "admin": ("list", "get", "create", "update", "delete"),
    "editor": ("list", "get", "create", "update"),
    "viewer": ("list", "get"),
}


def _default_roles() -> Dict[str, Tuple[str, ...]]:
    roles: Dict[str, Tuple[str, ...]] = {}
    for level, verbs in _LEVELS.items():
        # Only the admin changes who may do what; an editor who could, could become admin.
        roles[f"project-{level}"] = tuple(
            name
            for name in PERMISSIONS
            if name.endswith(verbs) and (level == "admin" or not about_users(name) or name.endswith(_LEVELS["viewer"]))
        )
    roles["service-user-project-admin"] = tuple(name for name in PERMISSIONS if not about_users(name))
    for kind, table in {**KINDS, "blob": "blobs"}.items():
        for level, verbs in _LEVELS.items():
            roles[f"{kind}-{level}"] = tuple(
                name for name in PERMISSIONS if name.startswith(f"{table}.") and name.endswith(verbs)
            )
    return roles


DEFAULT_ROLES: Mapping[str, Tuple[str, ...]] = _default_roles()
"""The roles that every project has, with their permissions."""


def default_role_id(name: str) -> str:
    """Return the id of a default role, which is the same in every emulator."""
    return str(uuid.uuid5(uuid.NAMESPACE_URL, f"https://ubiops.com/roles/{name}"))


def store_default_roles(db: sqlite3.Connection) -> None:
    """Make the default roles what this version of the emulator says."""
    for name, names in DEFAULT_ROLES.items():
        role_id = default_role_id(name)
        db.execute("INSERT OR IGNORE INTO roles (id, name) VALUES (?, ?)", (role_id, name))
        db.execute("DELETE FROM role_permissions WHERE role_id = ?", (role_id,))
        db.executemany(
            "INSERT INTO role_permissions (role_id, permission) VALUES (?, ?)", [(role_id, each) for each in names]
        )


def assign(
    db: sqlite3.Connection,
    ids: Ids,
    project_id: str,
    user_id: str,
    role_id: str,
    kind: str = "project",
    object_id: Optional[str] = None,
) -> str:
    """Give a user a role; return the id of the assignment.

    Args:
        db: the database, in a transaction.
        ids: makes the id.
        project_id: the project.
        user_id: the user or service user.
        role_id: the role.
        kind: `project`, or the kind of the object.
        object_id: the object; None for the whole project.
    """
    assignment_id = ids.new()
    db.execute(
        "INSERT INTO role_assignments (id, project_id, user_id, role_id, object_type, object_id)"
        " VALUES (?, ?, ?, ?, ?, ?)",
        (assignment_id, project_id, user_id, role_id, kind, object_id),
    )
    return assignment_id


def grant_project_admins(db: sqlite3.Connection, ids: Ids, project_id: str) -> None:
    """Make the admins that the organization of a new project has at present its project-admins."""
    admins = db.execute(
        "SELECT user_id FROM organization_users JOIN projects USING (organization_id)"
        " WHERE projects.id = ? AND admin ORDER BY organization_users.rowid",
        (project_id,),
    ).fetchall()
    for admin in admins:
        assign(db, ids, project_id, admin["user_id"], default_role_id("project-admin"))
