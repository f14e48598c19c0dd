"""Environment variables of projects, models, versions and, inherited only, of pipeline objects."""
# ruff: noqa: S608 - the columns are those of the levels below

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from functools import partial
from typing import Any, Callable, Dict, List, Mapping, Optional, Sequence, Tuple

from ..call import Call, Handler
from ..common.database import Row, must, one
from ..common.errors import bad_request, not_found
from ..serving.builds import load_version
from . import lookup

_VERSIONS = "SELECT versions.id FROM versions JOIN models ON models.id = model_id WHERE live_build_id IS NOT NULL"

Source = Tuple[Optional[str], Optional[str], str, str]
"""Where variables come from: type and name of the object, both None for the listed object itself; column and id."""


@dataclass(frozen=True)
class _Level:
    """A kind of object that has variables of its own.

    Attributes:
        find: returns the object that a call names.
        column: the column that holds its id.
        below: which versions see its variables, as a condition on its id.
    """

    find: Callable[[sqlite3.Connection, Call], Row]
    column: str
    below: str


_LEVELS = {
    "project": _Level(lambda _, call: lookup.project(call), "project_id", "project_id = ?"),
    "model": _Level(lookup.model, "model_id", "model_id = ?"),
    "model_version": _Level(lookup.version, "version_id", "versions.id = ?"),
}


def _to_json(row: Row) -> Dict[str, Any]:
    secret = bool(row["secret"])
    return {"id": row["id"], "name": row["name"], "value": None if secret else row["value"], "secret": secret}


def _find(level: _Level, db: sqlite3.Connection, call: Call) -> Row:
    where = (level.find(db, call)["id"], call.path["id"])
    query = f"SELECT * FROM environment_variables WHERE {level.column} = ? AND id = ?"
    return must(db, query, where, not_found("environment variable", call.path["id"]))


def _check(level: _Level, db: sqlite3.Connection, owner_id: str, name: str, value: str) -> None:
    if "\0" in value:
        raise bad_request("value: may not hold the character NUL, which no environment can carry")
    query = f"SELECT 1 FROM environment_variables WHERE {level.column} = ? AND name = ?"
    if name and one(db, query, (owner_id, name)):
        raise bad_request(f"name: {name} is defined here already; choose another name, or update that variable")


def _refresh(level: _Level, db: sqlite3.Connection, owner_id: str) -> List[str]:
    """Return the ids of the versions that see a change, and run."""
    return [row["id"] for row in db.execute(f"{_VERSIONS} AND {level.below}", (owner_id,))]


def _create(level: _Level, call: Call) -> Dict[str, Any]:
    body = call.body
    if "value" not in body:
        raise bad_request("value: is required; it may be empty")
    with call.transaction() as db:
        owner_id = level.find(db, call)["id"]
        _check(level, db, owner_id, body["name"], body["value"])
        variable_id = call.new_id()
        db.execute(
            f"INSERT INTO environment_variables (id, {level.column}, name, value, secret) VALUES (?, ?, ?, ?, ?)",
            (variable_id, owner_id, body["name"], body["value"], body["secret"]),
        )
        answer = _to_json(must(db, "SELECT * FROM environment_variables WHERE id = ?", (variable_id,)))
        versions = _refresh(level, db, owner_id)
    for version_id in versions:
        call.platform.builds.refresh(version_id)
    return answer


def _get(level: _Level, call: Call) -> Dict[str, Any]:
    with call.transaction() as db:
        return _to_json(_find(level, db, call))


def _update(level: _Level, call: Call) -> Dict[str, Any]:
    body = call.body
    with call.transaction() as db:
        row = _find(level, db, call)
        owner_id = row[level.column]
        if row["secret"] and not body["secret"]:
            raise bad_request("secret: must be true; a secret variable cannot be made readable again")
        value = body.get("value", row["value"])
        _check(level, db, owner_id, body["name"] if body["name"] != row["name"] else "", value)
        db.execute(
            "UPDATE environment_variables SET name = ?, value = ?, secret = ? WHERE id = ?",
            (body["name"], value, body["secret"], row["id"]),
        )
        answer = _to_json(must(db, "SELECT * FROM environment_variables WHERE id = ?", (row["id"],)))
        versions = _refresh(level, db, owner_id)
    for version_id in versions:
        call.platform.builds.refresh(version_id)
    return answer


def _delete(level: _Level, call: Call) -> None:
    with call.transaction() as db:
        row = _find(level, db, call)
        db.execute("DELETE FROM environment_variables WHERE id = ?", (row["id"],))
        versions = _refresh(level, db, row[level.column])
    for version_id in versions:
        call.platform.builds.refresh(version_id)


def _seen(db: sqlite3.Connection, sources: Sequence[Source]) -> List[Dict[str, Any]]:
    """Return the variables of several sources, the nearest first; it shadows the others."""
    seen: Dict[str, Dict[str, Any]] = {}
    for kind, name, column, owner_id in sources:
        for row in db.execute(f"SELECT * FROM environment_variables WHERE {column} = ? ORDER BY seq", (owner_id,)):
            variable = {**_to_json(row), "inheritance_type": kind, "inheritance_name": name}
            variable["value"] = variable["value"] or None  # the published client refuses an empty one in these lists
            seen.setdefault(row["name"], variable)
    return list(seen.values())


def _of_project(call: Call) -> List[Dict[str, Any]]:
    with call.transaction() as db:
        rows = db.execute(
            "SELECT * FROM environment_variables WHERE project_id = ? ORDER BY seq", (lookup.project(call)["id"],)
        )
        return [_to_json(row) for row in rows]


def _of_model(call: Call) -> List[Dict[str, Any]]:
    with call.transaction() as db:
        model = lookup.model(db, call)
        project = ("project", call.path["project_name"], "project_id", model["project_id"])
        return _seen(db, [(None, None, "model_id", model["id"]), project])


def _of_version(call: Call) -> List[Dict[str, Any]]:
    with call.transaction() as db:
        version = lookup.version(db, call)
        return _seen(db, [(None, None, "version_id", version["id"]), *_above(version)])


def _above(version: Row) -> List[Source]:
    return [
        ("model", version["model"], "model_id", version["model_id"]),
        ("project", version["project"], "project_id", version["project_id"]),
    ]


def _of_pipeline_object(call: Call) -> List[Dict[str, Any]]:
    with call.transaction() as db:
        row = must(
            db,
            "SELECT version_id FROM pipeline_objects WHERE pipeline_id = ? AND name = ?",
            (lookup.pipeline(db, call)["id"], call.path["name"]),
            not_found("pipeline object", call.path["name"]),
        )
        version = row["version_id"] and load_version(db, row["version_id"])
        if not version:  # a connector, which has no code that could read any
            return []
        own = ("model_version", version["version"], "version_id", version["id"])
        return _seen(db, [own, *_above(version)])


HANDLERS: Mapping[str, Handler] = {
    "project_environment_variables_list": _of_project,
    "model_environment_variables_list": _of_model,
    "model_version_environment_variables_list": _of_version,
    "pipeline_object_environment_variables_list": _of_pipeline_object,
    **{
        f"{name}_environment_variables_{verb}": partial(handle, level)
        for name, level in _LEVELS.items()
        for verb, handle in (("create", _create), ("get", _get), ("update", _update), ("delete", _delete))
    },
}
