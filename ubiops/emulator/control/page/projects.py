"""Projects, and what is in them."""

from __future__ import annotations

import sqlite3
from datetime import datetime
from typing import Iterable, List, NamedTuple, Sequence

from ubiops._markup import Content, Html, element

from ...common.database import Row, one
from ...pipelines.graph import START, Graph
from .elements import Column, card, date, size, status, stored_moment, table, until
from .graphs import picture
from .look import Look, MissingError, Screen, address, heading, link, section
from .variables import variables

_PROJECTS, _NAMES = 300, 50
_VERSIONS, _PIPELINES = 300, 60  # of each project
_ROWS = 50
_MODELS = (
    Column("Model"),
    Column("Version"),
    Column("Status", "wide"),
    Column("Language", "mono"),
    Column("Memory", "number labelled"),
    Column("Instances", "number labelled"),
)
_SCHEDULES = (
    Column("Schedule"),
    Column("Requests to", "wide"),
    Column("When", "mono keep"),
    Column("Next", "date"),
    Column("", "faint keep"),
)
_BLOBS = (
    Column("Created", "time"),
    Column("File", "wide"),
    Column("Id", "mono id"),
    Column("Size", "number"),
    Column("Kept until", "date labelled"),
)


class Project(NamedTuple):
    """What is shown of a project: read at once, so that nobody waits for the database while it is put into HTML."""

    row: Row
    versions: Sequence[Row]
    pipelines: Sequence[Graph]


def project_names(db: sqlite3.Connection) -> List[str]:
    """Return the names of the first projects, to choose from."""
    return [row["name"] for row in db.execute("SELECT name FROM projects ORDER BY seq LIMIT ?", (_NAMES,))]


def project_id(db: sqlite3.Connection, name: str) -> str:
    """Return the id of the project with a name."""
    row = one(db, "SELECT id FROM projects WHERE name = ?", (name,))
    if row is None:
        raise MissingError(f"There is no project {name[:60]}")
    return str(row["id"])


def load(db: sqlite3.Connection, name: str = "") -> List[Project]:
    """Return all projects, or the one with a name."""
    projects = (
        "SELECT projects.*, organizations.name AS organization FROM projects"
        " JOIN organizations ON organizations.id = organization_id"
    )
    if name:
        rows = db.execute(f"{projects} WHERE projects.name = ?", (name,)).fetchall()
    else:
        rows = db.execute(f"{projects} ORDER BY projects.seq LIMIT ?", (_PROJECTS,)).fetchall()
    versions = (
        "SELECT models.name, versions.*,"
        " (SELECT count(*) FROM instances WHERE version_id = versions.id AND ended IS NULL) AS running"
        " FROM models LEFT JOIN versions ON model_id = models.id WHERE project_id = ?"
        " ORDER BY models.seq, versions.seq LIMIT ?"
    )
    pipelines = "SELECT * FROM pipelines WHERE project_id = ? ORDER BY seq LIMIT ?"
    return [
        Project(
            row,
            db.execute(versions, (row["id"], _VERSIONS)).fetchall(),
            [Graph(db, pipeline) for pipeline in db.execute(pipelines, (row["id"], _PIPELINES)).fetchall()],
        )
        for row in rows
    ]


def summary(project: Project) -> List[Html]:
    """Return the models and pipelines of a project."""
    name = project.row["name"]
    return [models(name, project.versions), *(_pipeline(name, graph) for graph in project.pipelines)]


def models(project: str, rows: Iterable[Row]) -> Html:
    """Return a table of versions."""
    return table(_MODELS, [[row["name"], *_version(project, row)] for row in rows], "No models")


def _version(project: str, row: Row) -> Sequence[Content]:
    if row["version"] is None:
        return ["", element("span", "no versions", class_="faint"), "", "", ""]
    return [
        link(row["version"], address("projects", project, "models", row["name"], "versions", row["version"])),
        status(row["status"], row["error_message"]),
        row["language"],
        f"{row['memory_allocation']}\u00a0MB",
        f"{row['running']}\u00a0of\u00a0{row['maximum_instances']}",
    ]


def _pipeline(project: str, graph: Graph) -> Html:
    name = graph.nodes[START].reference_name
    title = link(name, address("projects", project, "pipelines", name))
    return card(element("h3", title, element("small", "pipeline")), picture(graph))


def show(look: Look) -> Screen:
    """Show a project."""
    name = look.names[0]
    with look.control.platform.storage.transaction() as db:
        owner = project_id(db, name)
        (found,) = load(db, name)
        schedules = _schedules(db, owner)
        blobs = db.execute(
            "SELECT * FROM blobs WHERE project_id = ? ORDER BY creation_date DESC, seq DESC LIMIT ?", (owner, _ROWS)
        ).fetchall()
        shown = variables(db, [("project", "project_id", owner)])
    elsewhere = [
        link("requests", address("requests", project=name)),
        link("logs", address("logs", project=name)),
        link("batches", address("batches", project=name)),
    ]
    title = element("h2", name, element("small", found.row["organization"]), class_="title")
    return Screen(
        name,
        [
            section("project", element("div", title, element("p", elsewhere, class_="links"), class_="heading")),
            section("models", *summary(found)),
            section("schedules", heading("Schedules"), _schedule_table(name, schedules, look.control.clock())),
            section("blobs", heading("Blobs"), _blob_table(blobs)),
            section("variables", heading("Environment variables"), shown),
        ],
        [(name, None)],
    )


def _schedules(db: sqlite3.Connection, owner: str) -> List[Row]:
    query = (
        "SELECT schedules.*, versions.version, models.name AS model, pipelines.name AS pipeline FROM schedules"
        " LEFT JOIN versions ON versions.id = version_id LEFT JOIN models ON models.id = model_id"
        " LEFT JOIN pipelines ON pipelines.id = pipeline_id WHERE schedules.project_id = ?"
        " ORDER BY schedules.name LIMIT ?"
    )
    return db.execute(query, (owner, _ROWS)).fetchall()


def _schedule_table(project: str, rows: Iterable[Row], now: datetime) -> Html:
    lines: List[Sequence[Content]] = []
    for row in rows:
        names = [row["pipeline"]] if row["pipeline"] is not None else [row["model"], row["version"]]
        kinds = ("pipelines",) if row["pipeline"] is not None else ("models", "versions")
        path = [part for pair in zip(kinds, names) for part in pair]
        coming = row["next_run"]
        lines.append(
            [
                row["name"],
                link(" : ".join(names), address("projects", project, *path)),
                row["schedule"],
                date(coming) if coming else "disabled",
                until(coming, now) if coming else "",
            ]
        )
    return table(_SCHEDULES, lines, "No schedules")


def _blob_table(rows: Iterable[Row]) -> Html:
    lines = [
        [stored_moment(row["creation_date"]), row["filename"], row["id"], size(row["size"]), date(row["expires"])]
        for row in rows
    ]
    return table(_BLOBS, lines, "No blobs")
