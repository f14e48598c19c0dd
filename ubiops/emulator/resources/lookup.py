"""Finding what the path of a call names, and checks that several rooms share."""

from __future__ import annotations

import json
import sqlite3
from typing import Mapping, Sequence

from ..call import Call
from ..common.database import Row, must, one
from ..common.errors import bad_request, duplicate, not_found
from ..serving.builds import find_version


def project(call: Call) -> Row:
    """Return the project that the path names, which was found when the caller was let in.

    What is made in it fails with a 404 if it has been deleted since.

    Raises:
        ApiError: 404 when it is not there.
    """
    if call.project is None:
        raise not_found("project", call.path["project_name"])
    return call.project


def organization(db: sqlite3.Connection, call: Call) -> Row:
    """Return the organization that the path names.

    Raises:
        ApiError: 404 when it is not there.
    """
    name = call.path["organization_name"]
    return must(db, "SELECT * FROM organizations WHERE name = ?", (name,), not_found("organization", name))


def model(db: sqlite3.Connection, call: Call) -> Row:
    """Return the model that the path names.

    Raises:
        ApiError: 404 when it or its project is not there.
    """
    name = call.path["model_name"]
    where = (project(call)["id"], name)
    return must(db, "SELECT * FROM models WHERE project_id = ? AND name = ?", where, not_found("model", name))


def version(db: sqlite3.Connection, call: Call) -> Row:
    """Return the version that the path names, with its model's fields.

    Raises:
        ApiError: 404 when it, its model or its project is not there.
    """
    name = call.path["version"]
    found = find_version(db, project(call)["id"], call.path["model_name"], name)
    if found is None:
        model(db, call)  # which may be what is not there
        raise not_found("version", name)
    return found


def _in_project(db: sqlite3.Connection, call: Call, table: str, kind: str) -> Row:
    name = call.path[f"{kind}_name"]
    query = f"SELECT * FROM {table} WHERE project_id = ? AND name = ?"  # noqa: S608 - the tables are those below
    return must(db, query, (project(call)["id"], name), not_found(kind, name))


def pipeline(db: sqlite3.Connection, call: Call) -> Row:
    """Return the pipeline that the path names.

    Raises:
        ApiError: 404 when it or its project is not there.
    """
    return _in_project(db, call, "pipelines", "pipeline")


def connector(db: sqlite3.Connection, call: Call) -> Row:
    """Return the connector that the path names.

    Raises:
        ApiError: 404 when it or its project is not there.
    """
    return _in_project(db, call, "connectors", "connector")


def credentials(db: sqlite3.Connection, call: Call) -> Row:
    """Return the credentials that the path names.

    Raises:
        ApiError: 404 when they or their project are not there.
    """
    return _in_project(db, call, "credentials", "credentials")


_TAKEN = {
    "organization": "SELECT 1 FROM organizations WHERE name = ?",
    "subscription": "SELECT 1 FROM subscriptions WHERE name = ?",
    "project": "SELECT 1 FROM projects WHERE name = ?",
    "model": "SELECT 1 FROM models WHERE name = ? AND project_id = ?",
    "version": "SELECT 1 FROM versions WHERE version = ? AND model_id = ?",
    "pipeline": "SELECT 1 FROM pipelines WHERE name = ? AND project_id = ?",
    "connector": "SELECT 1 FROM connectors WHERE name = ? AND project_id = ?",
    "set of credentials": "SELECT 1 FROM credentials WHERE name = ? AND project_id = ?",
    "schedule": "SELECT 1 FROM schedules WHERE name = ? AND project_id = ?",
    "role": "SELECT 1 FROM roles WHERE name = ? AND (project_id IS NULL OR project_id = ?)",
}


def check_free(db: sqlite3.Connection, kind: str, name: str, *owner_id: str) -> None:
    """Check that nothing of a kind has a name yet.

    Args:
        db: the database, in a transaction.
        kind: a key of the queries above.
        name: the name.
        owner_id: id of the project or model in which it is to be free; nothing for names that are free everywhere.

    Raises:
        ApiError: 400 when it is taken.
    """
    if one(db, _TAKEN[kind], (name, *owner_id)):
        raise duplicate(kind, name)


def check_name(name: str, field: str = "name") -> None:
    r"""Check a name that will be part of paths.

    The service does not say what it allows; what is refused here could never be addressed again, or not reliably:
    `.`, `..`, `/`, `\`, white space at an end, control characters.

    Raises:
        ApiError: 400 that names the field.
    """
    if name in (".", "..") or name != name.strip() or not name.isprintable() or "/" in name or "\\" in name:
        raise bad_request(
            f"{field}: may not be . or .., hold a slash, backslash or control character, or begin or end with a space"
        )


def fields_json(kind: str, fields: Sequence[Mapping[str, str]], side: str) -> str:
    """Check the fields that take in or put out data, and return them as JSON.

    Args:
        kind: `structured` or `plain`.
        fields: the fields.
        side: `input` or `output`.

    Raises:
        ApiError: 400 for another kind, fields that do not go with it, names that are not possible.
    """
    name = f"{side}_fields"
    if kind not in ("structured", "plain"):
        raise bad_request(f"{side}_type: must be structured or plain, not {kind}")
    if kind == "plain" and fields:
        raise bad_request(f"{name}: must be empty or left out for plain {side}")
    if kind == "structured" and not fields:
        raise bad_request(f"{name}: structured {side} needs at least one field")
    seen = set()
    for field in fields:
        check_name(field["name"], f"{name}.name")
        if field["name"] in seen:
            raise bad_request(f"{name}: the name {field['name']} occurs more than once")
        seen.add(field["name"])
    return json.dumps([{"name": field["name"], "data_type": field["data_type"]} for field in fields])
