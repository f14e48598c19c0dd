"""The lines of the log: the latest ones, and those of a project, a version, a pipeline or a request."""

from __future__ import annotations

import sqlite3
from typing import Dict, Iterable, List, Optional

from ubiops._markup import Content, Html, element, joined

from ...common.database import Row, one
from ...state.logs import latest
from .elements import Column, stored_moment, table
from .look import Look, Screen, address, choices, heading, link, section
from .projects import project_id, project_names

SHOWN = 200
_SEARCHED = 1000  # lines that a filter looks at
_NAMES = ("pipeline_name", "pipeline_object_name", "connector_name", "model_name", "model_version")
_KINDS = (("", "all"), ("code", "models"), ("system", "emulator"))
_COLUMNS = (Column("Time", "time"), Column("Of", "about"), Column("Line", "wide mono log"))


def show_list(look: Look) -> Screen:
    """Show the latest lines, filtered by `text`, `project`, `request` and `from`."""
    project, kind, request = look.get("project"), look.get("from"), look.get("request")
    filtered = bool(project or kind or request or look.get("text"))
    filters: Dict[str, object] = {"system": kind == "system"} if kind else {}
    limit = _SEARCHED if filtered else SHOWN
    with look.control.platform.storage.transaction() as db:
        names = project_names(db)
        if request:
            lines = _of_request(look, db, request, limit)
        elif project:
            lines = of(look, db, project_id(db, project), limit, **filters)
        else:
            lines = latest(db, limit)
    if kind:
        lines = [line for line in lines if bool(line["system"]) == (kind == "system")]
    lines = [line for line in lines if look.finds(line["log"], *_about(line), line["request_id"])]
    chips = [
        choices(look, ["logs"], "from", "From", _KINDS),
        choices(look, ["logs"], "project", "Project", [("", "all"), *((name, name) for name in names)]),
    ]
    if request:
        chips.append(choices(look, ["logs"], "request", "Request", [("", "all"), (request, request)]))
    note = f"among the latest {_SEARCHED:,} lines" if filtered else f"the latest {SHOWN} lines"
    return Screen(
        "Logs",
        [
            section("filters", *chips),
            section("logs", heading("Logs", element("p", note, class_="faint")), listed(lines[:SHOWN], "No logs here")),
        ],
        search=True,
    )


def of(look: Look, db: sqlite3.Connection, project: str, limit: int, **filters: object) -> List[Row]:
    """Return the latest lines of a project that are about something, newest first; `filters` are those of `Logs`."""
    ends = (("", -1), ("9999", 0))
    return look.control.platform.logs.search(db, project, filters, *ends, newest_first=True, limit=limit)


def _of_request(look: Look, db: sqlite3.Connection, request: str, limit: int) -> List[Row]:
    for column in ("request_id", "pipeline_request_id"):
        row = one(db, f"SELECT project_id FROM logs WHERE {column} = ? LIMIT 1", (request,))  # noqa: S608
        if row is not None:
            return of(look, db, row["project_id"], limit, **{column: request})
    return []


def listed(lines: Iterable[Row], empty: str = "No logs yet") -> Html:
    """Return a table of lines."""
    return table(_COLUMNS, [[stored_moment(line["date"]), _of(line), _line(line)] for line in lines], empty)


def _about(line: Row) -> List[str]:
    return [line[name] for name in _NAMES if line[name] is not None]


def _of(line: Row) -> Content:
    about = " \u203a ".join(_about(line)) or (line["project"] if "project" in line.keys() else "")  # noqa: SIM118
    request: Optional[str] = line["pipeline_request_id"] or line["request_id"]
    if request is None:
        return element("span", about, title=about)
    return link(about or "request", address("logs", request=request), title=f"{about}: the lines of request {request}")


def _line(line: Row) -> Html:
    return joined(element("span", line["log"], class_="faint") if line["system"] else line["log"])
