"""Batch requests: the latest ones of versions and pipelines, and each of them with its data and result."""
# ruff: noqa: S608 - the tables and columns are those below

from __future__ import annotations

import sqlite3
from typing import Iterable, List, Sequence, Tuple

from ubiops._markup import Content, Html, element

from ...common.database import Row, one
from ...common.dates import parse
from .. import masking
from .elements import TEXT, Column, card, date, duration, facts, status, stored_moment, table, text
from .look import Look, MissingError, Screen, address, choices, heading, link, section
from .projects import project_names

SHOWN = 100
_SEARCHED = 1000  # requests of each kind that a filter looks at
_STATUSES = tuple((each, each or "all") for each in ("", "pending", "processing", "completed", "failed"))
_COLUMNS = (
    Column("Created", "time"),
    Column("Of", "about"),
    Column("Request", "mono id"),
    Column("Status", "wide"),
    Column("Duration", "number"),
)
_FIELDS = "seq, id, status, error_message, time_created, time_last_updated"
_VERSIONS = (
    f"SELECT found.*, projects.name AS project, models.name || ' : ' || version AS owner FROM"
    f" (SELECT version_id, {_FIELDS} FROM batch_requests %s ORDER BY seq DESC LIMIT ?) AS found"
    " JOIN versions ON versions.id = version_id JOIN models ON models.id = model_id"
    " JOIN projects ON projects.id = project_id"
)
_PIPELINES = (
    f"SELECT found.*, projects.name AS project, pipelines.name AS owner FROM"
    f" (SELECT pipeline_id, {_FIELDS} FROM batch_pipeline_requests %s ORDER BY seq DESC LIMIT ?) AS found"
    " JOIN pipelines ON pipelines.id = pipeline_id JOIN projects ON projects.id = project_id"
)


def of_version(db: sqlite3.Connection, version_id: str, limit: int) -> List[Row]:
    """Return the latest batch requests of a version, newest first."""
    rows = db.execute(_VERSIONS % "WHERE version_id = ?", (version_id, limit)).fetchall()
    return sorted(rows, key=lambda row: -row["seq"])


def of_pipeline(db: sqlite3.Connection, pipeline_id: str, limit: int) -> List[Row]:
    """Return the latest batch requests of a pipeline, newest first."""
    rows = db.execute(_PIPELINES % "WHERE pipeline_id = ?", (pipeline_id, limit)).fetchall()
    return sorted(rows, key=lambda row: -row["seq"])


def show_list(look: Look) -> Screen:
    """Show the latest batch requests, filtered by `text`, `project` and `status`."""
    project, wanted = look.get("project"), look.get("status")
    filtered = bool(project or wanted or look.get("text"))
    limit = _SEARCHED if filtered else SHOWN
    with look.control.platform.storage.transaction() as db:
        names = project_names(db)
        rows = db.execute(_VERSIONS % "", (limit,)).fetchall() + db.execute(_PIPELINES % "", (limit,)).fetchall()
    found = [
        row
        for row in sorted(rows, key=lambda row: (row["time_created"], row["seq"]), reverse=True)
        if (not project or row["project"] == project)
        and (not wanted or row["status"] == wanted)
        and look.finds(row["id"], row["owner"], row["error_message"])
    ]
    note = f"among the latest {_SEARCHED:,}" if filtered else f"the latest {SHOWN}"
    return Screen(
        "Batches",
        [
            section(
                "filters",
                choices(look, ["batches"], "status", "Status", _STATUSES),
                choices(look, ["batches"], "project", "Project", [("", "all"), *((name, name) for name in names)]),
            ),
            section(
                "batches",
                heading("Batch requests", element("p", note, class_="faint")),
                listed(found[:SHOWN], "No batch requests here"),
            ),
        ],
        search=True,
    )


def listed(rows: Iterable[Row], empty: str) -> Html:
    """Return a table of batch requests."""
    lines: List[Sequence[Content]] = [
        [
            stored_moment(row["time_created"]),
            element("span", row["owner"], title=row["owner"]),
            link(row["id"], address("batches", row["id"])),
            status(row["status"], row["error_message"]),
            _duration(row),
        ]
        for row in rows
    ]
    return table(_COLUMNS, lines, empty)


def _duration(row: Row) -> str:
    if row["status"] not in ("completed", "failed"):
        return ""
    ends = [parse(row[name], name) for name in ("time_created", "time_last_updated")]
    return duration(max((ends[1] - ends[0]).total_seconds(), 0))


def show(look: Look) -> Screen:
    """Show a batch request."""
    request_id = look.names[0]
    with look.control.platform.storage.transaction() as db:
        row, data, result = _load(db, request_id)
    title = element("h2", row["owner"], element("small", "batch request"), class_="title")
    known: List[Tuple[str, Content]] = [
        ("Status", status(row["status"], row["error_message"])),
        ("Id", row["id"]),
        ("Created", date(row["time_created"])),
        ("Last updated", date(row["time_last_updated"])),
        ("Log", link("its lines", address("logs", project=row["project"], request=row["id"]))),
    ]
    return Screen(
        row["id"],
        [
            section("batch", title, facts(known)),
            section("data", heading("Data"), _json(data)),
            section("result", heading("Result"), _json(result)),
        ],
        [("Batches", address("batches")), (row["owner"], None)],
    )


def _load(db: sqlite3.Connection, request_id: str) -> Tuple[Row, str, str]:
    for query, name in ((_VERSIONS, "batch_requests"), (_PIPELINES, "batch_pipeline_requests")):
        row = one(db, query % "WHERE id = ?", (request_id, 1))
        texts = f"SELECT substr(data, 1, ?) AS data, substr(result, 1, ?) AS result FROM {name} WHERE id = ?"
        held = one(db, texts, (TEXT + 1, TEXT + 1, request_id))
        if row is not None and held is not None:
            return row, held["data"], held["result"] or ""
    raise MissingError(f"There is no batch request {request_id[:60]}")


def _json(stored: str) -> Html:
    if not stored or stored == "null":
        return card(element("p", "None yet", class_="empty"))
    return text(
        masking.body("batch_model_requests_get", stored.encode(), whole=len(stored) <= TEXT), cut=len(stored) > TEXT
    )
