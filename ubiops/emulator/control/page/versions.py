"""Versions of models: how they are, what they said, what became of requests to them."""

from __future__ import annotations

import sqlite3
from typing import Iterable, List

from ubiops._markup import Html, element

from ...common.database import Row, must, one
from ...serving.builds import load_version
from . import batches, logs, requests
from .elements import Column, date, duration, facts, status, table
from .look import Look, MissingError, Screen, address, heading, section
from .variables import variables

_INSTANCES, _MINUTES, _CALLS, _BATCHES, _LINES = 10, 10, 20, 20, 50
_LIVES = (Column("Started", "date"), Column("Ended", "date wide"), Column("Memory", "number"))
_OUTCOMES = (
    Column("Minute", "date wide"),
    Column("Requests", "number labelled"),
    Column("Failed", "number labelled"),
    Column("Average", "number labelled"),
)


def show(look: Look) -> Screen:
    """Show a version."""
    project, model, name = look.names
    with look.control.platform.storage.transaction() as db:
        row = _find(db, project, model, name)
        lives = _lives(db, row["id"])
        counted = "SELECT count(*) AS running FROM instances WHERE version_id = ? AND ended IS NULL"
        running = must(db, counted, (row["id"],))["running"]
        minutes = db.execute(
            "SELECT * FROM measurements WHERE project_id = ? AND object_type = 'model_version' AND object_id = ?"
            " ORDER BY minute DESC LIMIT ?",
            (row["project_id"], row["id"], _MINUTES),
        ).fetchall()
        queued = batches.of_version(db, row["id"], _BATCHES)
        lines = logs.of(look, db, row["project_id"], _LINES, model_name=model, model_version=name)
        owners = (
            ("version", "version_id", row["id"]),
            ("model", "model_id", row["model_id"]),
            ("project", "project_id", row["project_id"]),
        )
        shown = variables(db, owners)
    wanted = {"project_name": project, "model_name": model, "version": name}
    calls = [
        each
        for each in look.control.recorder.latest()
        if "model_requests_create" in (each.call.operation or "")
        and all(each.parameters.get(key) == value for key, value in wanted.items())
    ]
    known = facts(
        [
            ("Status", status(row["status"], row["error_message"])),
            ("Language", row["language"]),
            ("Memory", f"{row['memory_allocation']}\u00a0MB"),
            ("Instances", f"{running} of {row['maximum_instances']}, at least {row['minimum_instances']}"),
            ("Idle time", f"{row['maximum_idle_time']}\u00a0s"),
            ("Package", date(row["file_last_updated"]) or "none"),
        ]
    )
    title = element("h2", model, " : ", name, class_="title")
    return Screen(
        f"{model} : {name}",
        [
            section("version", title, known),
            section("outcomes", heading("Outcomes"), _outcomes(minutes)),
            section("calls", heading("Calls"), requests.listed(calls[:_CALLS], "No calls among the latest ones")),
            section("batches", heading("Batch requests"), batches.listed(queued, "No batch requests")),
            section("instances", heading("Instances"), _instances(lives)),
            section("variables", heading("Environment variables"), shown),
            section("logs", heading("Logs"), logs.listed(lines)),
        ],
        [(project, address("projects", project)), (f"{model} : {name}", None)],
    )


def _find(db: sqlite3.Connection, project: str, model: str, name: str) -> Row:
    query = (
        "SELECT versions.id FROM versions JOIN models ON models.id = model_id JOIN projects ON projects.id = project_id"
        " WHERE projects.name = ? AND models.name = ? AND version = ?"
    )
    row = one(db, query, (project, model, name))
    found = row and load_version(db, row["id"])
    if not found:
        raise MissingError(f"There is no version {name[:60]} of a model {model[:60]} in a project {project[:60]}")
    return found


def _lives(db: sqlite3.Connection, version_id: str) -> List[Row]:
    """Return the instances that run, and those that ended last."""
    lives = "SELECT * FROM instances WHERE version_id = ? AND ended IS"
    running = db.execute(f"{lives} NULL LIMIT ?", (version_id, _INSTANCES)).fetchall()
    ended = db.execute(f"{lives} NOT NULL ORDER BY ended DESC LIMIT ?", (version_id, _INSTANCES)).fetchall()
    return running + ended


def _instances(rows: Iterable[Row]) -> Html:
    lines = [
        [
            date(row["started"]),
            date(row["ended"]) or element("span", "runs", class_="status good"),
            f"{row['memory']}\u00a0MB",
        ]
        for row in rows
    ]
    return table(_LIVES, lines, "No instances yet")


def _outcomes(rows: Iterable[Row]) -> Html:
    lines = [
        [
            row["minute"].replace("T", " "),
            f"{row['requests']:,}",
            element("span", f"{row['failures']:,}", class_="bad" if row["failures"] else "faint"),
            duration(row["seconds"] / max(row["requests"], 1)),
        ]
        for row in rows
    ]
    return table(_OUTCOMES, lines, "No requests yet")
