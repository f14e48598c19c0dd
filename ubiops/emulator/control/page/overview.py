"""The first screen: all projects, and what happened last."""

from __future__ import annotations

from typing import List

from ubiops._markup import Content, Html, element

from ...state.logs import latest
from ..faults import Fault
from . import logs, requests
from .elements import Column, table
from .look import Look, Screen, address, heading, link, section
from .projects import Project, load, summary

_REQUESTS, _LOGS = 25, 50  # lines that are shown
_FAULTS = (
    Column("Kind"),
    Column("Operation", "wide mono"),
    Column("Probability", "number labelled"),
    Column("Hits", "number labelled"),
)


def show(look: Look) -> Screen:
    """Show everything a little."""
    with look.control.platform.storage.transaction() as db:
        stored, lines = load(db), latest(db, _LOGS)
    calls = look.control.recorder.latest()[:_REQUESTS]
    return Screen(
        "Overview",
        [
            section("projects", *map(_project, stored)),
            section("faults", *_faults(look.control.faults.all())),
            section(
                "requests",
                heading("Requests", link("all", address("requests"))),
                requests.listed(calls, "No requests yet"),
            ),
            section("logs", heading("Logs", link("all", address("logs"))), logs.listed(lines)),
        ],
    )


def _project(project: Project) -> List[Html]:
    name = project.row["name"]
    title = element("h2", link(name, address("projects", name)), element("small", project.row["organization"]))
    return [title, *summary(project)]


def _faults(faults: List[Fault]) -> List[Content]:
    if not faults:
        return []
    lines = [
        [
            fault.kind,
            fault.operation if "build" not in fault.kind else "builds",
            f"{fault.probability:g}",
            f"{fault.hits} of {fault.count or 'all'}",
        ]
        for fault in faults
    ]
    return [heading("Faults"), table(_FAULTS, lines, "")]
