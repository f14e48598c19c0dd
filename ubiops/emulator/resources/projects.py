"""Projects."""

from __future__ import annotations

import sqlite3
from typing import Any, Dict, List, Mapping

from ..accounts.limits import check_projects
from ..accounts.permissions import check_member
from ..accounts.roles import grant_project_admins
from ..call import Call, Handler
from ..common.database import Row, must
from ..common.dates import day
from ..common.errors import bad_request, not_found, quoted
from . import lookup

_PROJECTS = (
    "SELECT projects.*, organizations.name AS organization FROM projects"
    " JOIN organizations ON organizations.id = projects.organization_id"
)


def _to_json(row: Row) -> Dict[str, Any]:
    return {
        "id": row["id"],
        "name": row["name"],
        "creation_date": day(row["creation_date"]),
        "organization_name": row["organization"],
    }


def _load(db: sqlite3.Connection, project_id: str, name: str) -> Dict[str, Any]:
    # It may have been deleted after the caller was let in.
    return _to_json(must(db, f"{_PROJECTS} WHERE projects.id = ?", (project_id,), not_found("project", name)))


def _create(call: Call) -> Dict[str, Any]:
    body, project_id = call.body, call.new_id()
    with call.transaction() as db:
        name = body["organization_name"]
        missing = bad_request(f"organization_name: there is no organization {quoted(name)}")
        organization = must(db, "SELECT id FROM organizations WHERE name = ?", (name,), missing)
        check_member(db, call.caller(), organization["id"], admin=True)
        lookup.check_free(db, "project", body["name"])
        check_projects(db, organization["id"], call.now)
        db.execute(
            "INSERT INTO projects (id, organization_id, name, creation_date) VALUES (?, ?, ?, ?)",
            (project_id, organization["id"], body["name"], call.now),
        )
        grant_project_admins(db, call.platform.storage.ids, project_id)
        return _load(db, project_id, body["name"])


def _list(call: Call) -> List[Dict[str, Any]]:
    caller = call.caller()
    mine = (
        "WHERE organizations.id IN (SELECT organization_id FROM organization_users WHERE user_id = ?)"
        " OR projects.id = ?"  # that of a service user
    )
    with call.transaction() as db:
        rows = db.execute(f"{_PROJECTS} {mine} ORDER BY projects.seq", (caller["id"], caller["project_id"]))
        return [_to_json(row) for row in rows]


def _get(call: Call) -> Dict[str, Any]:
    with call.transaction() as db:
        project = lookup.project(call)
        return _load(db, project["id"], project["name"])


def _update(call: Call) -> Dict[str, Any]:
    with call.transaction() as db:
        project = lookup.project(call)
        name = call.body.get("name", project["name"])
        if name != project["name"]:
            lookup.check_free(db, "project", name)
        db.execute("UPDATE projects SET name = ? WHERE id = ?", (name, project["id"]))
        versions = db.execute(
            "SELECT versions.id FROM versions JOIN models ON models.id = model_id WHERE project_id = ?",
            (project["id"],),
        ).fetchall()
        answer = _load(db, project["id"], name)
    for version in versions:  # models know the name of their project
        call.platform.builds.refresh(version["id"])
    return answer


def _delete(call: Call) -> None:
    platform = call.platform
    with call.transaction() as db:
        project_id = lookup.project(call)["id"]
        builds = db.execute(
            "SELECT builds.id FROM builds JOIN versions ON versions.id = version_id JOIN models ON models.id = model_id"
            " WHERE project_id = ?",
            (project_id,),
        ).fetchall()
        blobs = db.execute("SELECT id FROM blobs WHERE project_id = ?", (project_id,)).fetchall()
        db.execute("DELETE FROM projects WHERE id = ?", (project_id,))
    platform.blobs.discard(row["id"] for row in blobs)
    platform.pipelines.cancel_deleted()
    platform.batches.cancel_deleted()
    platform.builds.drop(row["id"] for row in builds)


HANDLERS: Mapping[str, Handler] = {
    "projects_create": _create,
    "projects_list": _list,
    "projects_get": _get,
    "projects_update": _update,
    "projects_delete": _delete,
}
