"""What the rows of a state may hold: looked at before a state from elsewhere takes the place of the present one."""

# ruff: noqa: S608 - the names of tables come from the schema

from __future__ import annotations

import json
import math
import re
import sqlite3
from datetime import datetime, timezone
from typing import Any, Callable, Mapping, Optional

from ..accounts.permissions import KINDS, PERMISSIONS
from ..common.database import Row
from ..common.errors import ApiError
from ..common.filenames import base_name
from ..connectors.catalogue import TYPES
from ..pipelines.graph import START
from ..schedules.cron import next_run
from ..serving.fields import DATA_TYPES
from ..state.integrity import FILE_NAME
from ..state.measurements import METRICS

Check = Callable[[Any], bool]
"""Tells whether a value, which is of the type of its column, may stand in it."""

_TYPES = {"TEXT": str, "INTEGER": int, "REAL": float}
_LARGEST = 2**53  # of integers; above it SQLite soon has no numbers left for new rows
_LARGEST_SETTING = 2**31 - 1
_SLOWEST_HASH = 1_000_000  # rounds
_NOW = datetime(2020, 1, 1, tzinfo=timezone.utc)


def _matches(pattern: str) -> Check:
    compiled = re.compile(pattern, re.ASCII)
    return lambda value: compiled.fullmatch(value) is not None


def _one_of(*values: str) -> Check:
    return lambda value: value in values


def _up_to(largest: int, smallest: int = 0) -> Check:
    return lambda value: smallest <= value <= largest


def _date(pattern: str) -> Check:
    """Return the check of dates that are stored in a shape, of which seconds and smaller parts may be missing."""
    shape = _matches(pattern)

    def check(value: str) -> bool:
        try:
            return shape(value) and datetime.fromisoformat(value.rstrip("Z")) is not None
        except ValueError:
            return False

    return check


def _json(check: Check = lambda _: True) -> Check:
    def checked(value: str) -> bool:
        try:
            return check(json.loads(value))
        except (ValueError, RecursionError):
            return False

    return checked


def _objects(**keys: Check) -> Check:
    """Return the check of lists of objects with just these keys, which hold text."""
    return lambda value: (
        isinstance(value, list)
        and all(
            isinstance(each, dict)
            and each.keys() == keys.keys()
            and all(isinstance(each[key], str) and check(each[key]) for key, check in keys.items())
            for each in value
        )
    )


def _configuration(value: Any) -> bool:
    return isinstance(value, dict) and all(each is None or isinstance(each, str) for each in value.values())


def _path_part(value: str) -> bool:
    """Tell whether a name can be part of paths."""
    usable = value == value.strip() and value.isprintable() and "/" not in value and "\\" not in value
    return usable and value not in ("", ".", "..")


def _filename(value: str) -> bool:
    try:
        return base_name(value) == value
    except ApiError:
        return False


def _schedule(value: str) -> bool:
    try:
        return next_run(value, _NOW) is not None
    except ValueError:
        return False


def _password(value: str) -> bool:
    parts = re.fullmatch(r"pbkdf2_sha256\$(\d{1,7})\$[0-9a-f]+\$[0-9a-f]+", value, re.ASCII)
    return parts is not None and 0 < int(parts[1]) <= _SLOWEST_HASH


_ID = _matches(FILE_NAME.pattern)
_FLAG = _up_to(1)
_MOMENT = _date(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z")
_DAY = _date(r"\d{4}-\d\d-\d\d")
_FIELDS = _json(_objects(name=_path_part, data_type=_one_of(*DATA_TYPES)))
_STAGES = ("building", "building_failed", "deploying", "deploying_failed")

_RULES = (
    (_MOMENT, "creation_date last_updated file_last_updated time_created time_last_updated registration_date expires"),
    (_MOMENT, "date started ended next_run"),
    (_DAY, "subscription_end_date start_date day"),
    (_date(r"\d{4}-\d\d-\d\dT\d\d:\d\d"), "minute"),
    (_FLAG, "admin operator success secret hidden batch enabled system"),
    (_up_to(_LARGEST, -_LARGEST), "logs_retention_days gb_seconds max_projects max_users resources"),
    (_up_to(_LARGEST_SETTING), "maximum_instances minimum_instances maximum_idle_time"),
    (_up_to(_LARGEST_SETTING, 1), "memory memory_allocation timeout"),
    (_FIELDS, "input_fields output_fields"),
    (_one_of("structured", "plain", "blob"), "input_type output_type"),
    (_json(), "data result request_data"),
    (_json(_objects(source_field_name=_path_part, destination_field_name=_path_part)), "mapping"),
    (_json(_configuration), "configuration"),
    (_ID, "package"),
    (_filename, "filename"),
    (_matches("[!-~]+"), "token"),
    (_one_of(*PERMISSIONS), "permission"),
    (str.isprintable, "language"),
    (_password, "password"),
    (_path_part, "version"),
    (_schedule, "schedule"),
    (lambda value: math.isfinite(value) and value >= 0, "seconds used"),
)
_COLUMNS: Mapping[str, Check] = {name: check for check, names in _RULES for name in names.split()}
"""The checks of columns, by their names; other integers are counts, other ids are ids, other texts are free."""

_COLUMNS_OF: Mapping[str, Mapping[str, Check]] = {
    **{table: {"name": _path_part} for table in ("organizations", "projects", "models", "pipelines")},
    "pipeline_objects": {"name": lambda value: value != START and _path_part(value)},
    "connectors": {"name": _path_part, "type": _one_of(*TYPES)},
    "credentials": {"name": _path_part, "type": _one_of(*TYPES)},
    "versions": {"status": _one_of("initialised", "available", *_STAGES, *(f"available_{each}" for each in _STAGES))},
    "environment_variables": {"name": _matches("[^=\0]+")},
    "batch_requests": {"status": _one_of("pending", "processing", "completed", "failed")},
    "batch_pipeline_requests": {"status": _one_of("pending", "processing", "completed", "failed")},
    "measurements": {"object_type": _one_of(*METRICS)},
    "role_assignments": {"object_type": _one_of("project", *KINDS)},
    "names": {"kind": _one_of("model", "version", "connector", "pipeline", "pipeline_object")},
    "logs": {"request_id": str.isprintable, "pipeline_request_id": str.isprintable},
}
"""The same for the columns of one table."""

_STRAYS: Mapping[str, str] = {
    "no operator, or more than one": "SELECT 1 WHERE (SELECT count(*) FROM users WHERE operator) <> 1",
    "an operator that is a service user": "SELECT 1 FROM users WHERE operator AND project_id IS NOT NULL",
    "an organization with an unknown subscription": "SELECT 1 FROM organizations WHERE subscription NOT IN"
    " (SELECT name FROM subscriptions)",
    "a version with a build of another one": "SELECT 1 FROM versions WHERE EXISTS (SELECT 1 FROM"
    " (SELECT build_id AS wanted UNION SELECT live_build_id) WHERE wanted IS NOT NULL"
    " AND NOT EXISTS (SELECT 1 FROM builds WHERE builds.id = wanted AND version_id = versions.id))",
    "a version that is being built without a build": "SELECT 1 FROM versions WHERE build_id IS NULL"
    " AND status IN ('building', 'available_building')",
    "a batch request that is completed without success, or the other way": "SELECT 1 FROM (SELECT status, success FROM"
    " batch_requests UNION ALL SELECT status, success FROM batch_pipeline_requests)"
    " WHERE success <> (status = 'completed')",
    "an object that refers to another project": "SELECT 1 FROM pipeline_objects JOIN pipelines ON pipelines.id ="
    " pipeline_id LEFT JOIN versions ON versions.id = version_id LEFT JOIN models ON models.id = model_id"
    " LEFT JOIN connectors ON connectors.id = connector_id"
    " WHERE coalesce(models.project_id, connectors.project_id) IS NOT pipelines.project_id",
    "an attachment between pipelines": "SELECT 1 FROM attachments JOIN pipeline_objects ON pipeline_objects.id IN"
    " (source_id, destination_id) WHERE pipeline_objects.pipeline_id <> attachments.pipeline_id",
    "attachments in a circle": "WITH RECURSIVE ways (first, last) AS (SELECT source_id, destination_id FROM attachments"
    " WHERE source_id IS NOT NULL UNION SELECT first, destination_id FROM ways JOIN attachments ON source_id = last)"
    " SELECT 1 FROM ways WHERE first = last",
    "a connector with credentials of another project": "SELECT 1 FROM connectors JOIN credentials ON credentials.id ="
    " credentials_id WHERE credentials.project_id <> connectors.project_id",
    "a schedule for another project": "SELECT 1 FROM schedules LEFT JOIN versions ON versions.id = version_id"
    " LEFT JOIN models ON models.id = model_id LEFT JOIN pipelines ON pipelines.id = pipeline_id"
    " WHERE coalesce(models.project_id, pipelines.project_id) IS NOT schedules.project_id",
    "a role of another project": "SELECT 1 FROM role_assignments JOIN roles ON roles.id = role_id"
    " WHERE coalesce(roles.project_id, role_assignments.project_id) <> role_assignments.project_id",
    "a role on nothing": "SELECT 1 FROM role_assignments AS held WHERE (object_type = 'project') <> (object_id IS NULL)"
    " OR (object_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM ("
    + " UNION ".join(f"SELECT '{kind}' AS kind, id, project_id FROM {table}" for kind, table in KINDS.items())
    + ") AS things WHERE kind = object_type AND things.id = object_id AND things.project_id = held.project_id))",
    "a name that is not that of its thing": "SELECT id, 'model', project_id, NULL, name FROM models"
    " UNION ALL SELECT id, 'connector', project_id, NULL, name FROM connectors"
    " UNION ALL SELECT id, 'pipeline', project_id, NULL, name FROM pipelines"
    " UNION ALL SELECT versions.id, 'version', project_id, model_id, version FROM versions"
    " JOIN models ON models.id = model_id"
    " UNION ALL SELECT pipeline_objects.id, 'pipeline_object', project_id, pipeline_id, pipeline_objects.name"
    " FROM pipeline_objects JOIN pipelines ON pipelines.id = pipeline_id"
    " EXCEPT SELECT id, kind, project_id, parent_id, name FROM names",
    "log lines without end": f"SELECT 1 FROM sqlite_sequence WHERE typeof(seq) <> 'integer' OR seq > {_LARGEST}",
}
"""What there must not be, as queries that find it."""


def first_problem(db: sqlite3.Connection) -> Optional[str]:
    """Return what is wrong with the rows of a database, or None; its tables must be known to be ours.

    Raises:
        sqlite3.Error: a text is not encoded as UTF-8.
    """
    query = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'"
    for (table,) in db.execute(query).fetchall():
        columns = db.execute(f"PRAGMA table_info({table})").fetchall()
        rules = [
            (column["name"], _TYPES[column["type"]], column["notnull"] or column["pk"], _check_of(table, column))
            for column in columns
        ]
        for row in db.execute(f"SELECT * FROM {table}"):
            for (name, kind, required, check), value in zip(rules, row):
                if bool(required) if value is None else type(value) is not kind or not check(value):
                    return f"a value in the column {name} of {table} is not one that the emulator makes"
    for problem, query in _STRAYS.items():
        if db.execute(query).fetchone() is not None:
            return f"there is {problem}"
    return None


def _check_of(table: str, column: Row) -> Check:
    name: str = column["name"]
    check = _COLUMNS_OF.get(table, {}).get(name) or _COLUMNS.get(name)
    if check is None and (name == "id" or name.endswith("_id")):
        return _ID
    return check or (_up_to(_LARGEST) if column["type"] == "INTEGER" else lambda _: True)
