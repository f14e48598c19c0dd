"""The read-only page that shows what the emulator holds and does."""

from __future__ import annotations

import secrets
import sqlite3
from datetime import datetime
from typing import TYPE_CHECKING, Callable, Iterable, List, Mapping, NamedTuple, Optional, Sequence

from ubiops._markup import Content, Html, element, joined
from ubiops._version import __version__
from ubiops.utils._drawing import Arrow, Box, drawing, tone

from ...pipelines.graph import START, Graph, Link, Node
from ...state.logs import latest
from ...web.app import Environ, StartResponse, send_json
from ..faults import Fault
from ..recorder import ReceivedRequest
from .assets import SCRIPT, STYLE

if TYPE_CHECKING:
    from .. import Control

_REQUESTS, _LOGS = 25, 50  # lines that are shown
_VERSIONS, _PIPELINES = 300, 60  # of each project
_NAMES = ("pipeline_name", "pipeline_object_name", "connector_name", "model_name", "model_version")

_HEADERS = [
    ("Content-Type", "text/html; charset=utf-8"),
    ("Cache-Control", "no-store"),
    ("Referrer-Policy", "no-referrer"),
    ("X-Content-Type-Options", "nosniff"),
    ("X-Frame-Options", "DENY"),
]
_POLICY = (
    "default-src 'none'; script-src 'nonce-{0}'; style-src 'nonce-{0}'; connect-src 'self'; img-src data:;"
    " base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)

Part = Callable[[str], Html]
"""Makes a document; the argument is the nonce of its scripts and styles."""


class Page:
    """Shows an emulator.

    Args:
        control: the emulator.

    Attributes:
        parts: what there is to see, by path: the whole page, and what of it changes.
    """

    def __init__(self, control: Control) -> None:
        self._control = control
        self.parts: Mapping[str, Part] = {"": self._whole, "live": lambda _: self._live()}

    def show(self, part: Part, environ: Environ, start_response: StartResponse) -> Iterable[bytes]:
        """Answer a request for a part."""
        if environ["REQUEST_METHOD"] != "GET":
            return send_json(start_response, 405, {"error": "This page can only be looked at"}, {"Allow": "GET"})
        nonce = secrets.token_urlsafe(16)
        body = part(nonce).encode("utf-8", "replace")
        policy = ("Content-Security-Policy", _POLICY.format(nonce))
        start_response("200 OK", [*_HEADERS, policy, ("Content-Length", str(len(body)))])
        return [body]

    def _whole(self, nonce: str) -> Html:
        head = element(
            "head",
            element("meta", charset="utf-8"),
            element("meta", name="viewport", content="width=device-width, initial-scale=1"),
            element("title", "UbiOps emulator"),
            element("link", rel="icon", href="data:,"),
            element("style", Html(STYLE), nonce=nonce),
        )
        title = [element("h1", "UbiOps emulator"), element("span", "live", class_="tag")]
        body = element("body", self._live(title), element("script", Html(SCRIPT), nonce=nonce))
        return joined(Html("<!DOCTYPE html>"), element("html", head, body, lang="en"))

    def _live(self, title: Content = "") -> Html:
        control = self._control
        with control.platform.storage.transaction() as db:
            stored, lines = _projects(db), latest(db, _LOGS)
        projects, logs, requests = _sections(stored), _logs(lines), control.recorder.all()
        return joined(
            element("header", title, _facts(control.clock(), control.clock.frozen, len(requests))),
            element(
                "main",
                element("div", projects, id="projects", data_live=""),
                element("div", _faults(control.faults.all()), id="faults", data_live=""),
                element("div", element("h2", "Requests"), _requests(requests), id="requests", data_live=""),
                element("div", element("h2", "Logs"), logs, id="logs", data_live=""),
            ),
        )


def _facts(now: datetime, frozen: bool, requests: int) -> Html:
    clock = f"clock {'frozen at' if frozen else 'at'} {now:%Y-%m-%d %H:%M:%S} UTC"
    text = f"{__version__} \u00b7 {clock} \u00b7 {_count(requests, 'request')}"
    return element("p", text, class_="facts", id="facts", data_live="")


class _Project(NamedTuple):
    """What is shown of a project: read at once, so that nobody waits for the database while it is put into HTML."""

    row: sqlite3.Row
    versions: Sequence[sqlite3.Row]
    pipelines: Sequence[Graph]


def _projects(db: sqlite3.Connection) -> List[_Project]:
    projects = (
        "SELECT projects.*, organizations.name AS organization FROM projects"
        " JOIN organizations ON organizations.id = organization_id ORDER BY projects.seq"
    )
    versions = (
        "SELECT models.name, versions.*,"
        " (SELECT count(*) FROM instances WHERE version_id = versions.id AND ended IS NULL) AS running"
        " FROM models LEFT JOIN versions ON model_id = models.id WHERE project_id = ?"
        " ORDER BY models.seq, versions.seq LIMIT ?"
    )
    pipelines = "SELECT * FROM pipelines WHERE project_id = ? ORDER BY seq LIMIT ?"
    return [
        _Project(
            row,
            db.execute(versions, (row["id"], _VERSIONS)).fetchall(),
            [Graph(db, pipeline) for pipeline in db.execute(pipelines, (row["id"], _PIPELINES)).fetchall()],
        )
        for row in db.execute(projects).fetchall()
    ]


def _sections(projects: Iterable[_Project]) -> List[Html]:
    sections = []
    for project in projects:
        sections.append(element("h2", project.row["name"], element("small", project.row["organization"])))
        sections.append(_models(project.versions))
        sections.extend(map(_pipeline, project.pipelines))
    return sections


def _models(rows: Sequence[sqlite3.Row]) -> Html:
    lines = [
        [
            element("td", row["name"] if index == 0 or rows[index - 1]["name"] != row["name"] else ""),
            *(
                _version(row)
                if row["version"] is not None
                else [element("td", "no versions", class_="empty", colspan=5)]
            ),
        ]
        for index, row in enumerate(rows)
    ]
    head = ("Model", "Version", "Status", "Language", "Memory", "Instances")
    return _card(_table(head, lines) if lines else element("p", "No models", class_="empty"))


def _version(row: sqlite3.Row) -> List[Html]:
    error = element("p", row["error_message"], class_="error mono") if row["error_message"] else ""
    return [
        element("td", row["version"]),
        element("td", element("span", row["status"], class_=f"status {tone(row['status'])}"), error, class_="wide"),
        element("td", row["language"], class_="mono"),
        element("td", f"{row['memory_allocation']}\u00a0MB", class_="number"),
        element("td", f"{row['running']}\u00a0of\u00a0{row['maximum_instances']}", class_="number"),
    ]


def _pipeline(graph: Graph) -> Html:
    picture = drawing([_box(node) for node in graph.nodes.values()], [_arrow(link) for link in graph.links])
    name = graph.nodes[START].reference_name
    return _card(element("h3", name, element("small", "pipeline")), picture)


def _box(node: Node) -> Box:
    if node.id is None:
        return Box(node.name, node.output_type or "", "start")
    if node.version_id is None:
        return Box(node.name, f"{node.reference_name} (connector)", "connector")
    return Box(node.name, f"{node.reference_name} : {node.version}", "model", node.status)


def _arrow(link: Link) -> Arrow:
    fields = [(pair["source_field_name"], pair["destination_field_name"]) for pair in link.mapping]
    return Arrow(link.source, link.destination, fields)


def _faults(faults: List[Fault]) -> Content:
    if not faults:
        return ""
    lines = [
        [
            element("td", fault.kind),
            element("td", fault.operation if "build" not in fault.kind else "builds", class_="wide mono"),
            element("td", f"{fault.probability:g}", class_="number"),
            element("td", f"{fault.hits} of {fault.count or 'all'}", class_="number"),
        ]
        for fault in faults
    ]
    return [element("h2", "Faults"), _card(_table(("Kind", "Operation", "Probability", "Hits"), lines))]


def _requests(requests: List[ReceivedRequest]) -> Html:
    lines = [
        [
            _time(each.time),
            element("td", each.method),
            element("td", each.path, class_="wide mono"),
            element("td", _answer(each.status), class_="number"),
            element("td", f"{each.duration * 1000:,.0f}\u00a0ms", class_="number"),
            element("td", _size(each.request_size), class_="number"),
        ]
        for each in requests[: -_REQUESTS - 1 : -1]
    ]
    head = ("Time", "Method", "Path", "Answer", "Duration", "Body")
    return _card(_table(head, lines) if lines else element("p", "No requests yet", class_="empty"))


def _answer(status: Optional[int]) -> Html:
    if status is None:
        return element("span", "cut", class_="bad")
    return element("span", str(status), class_="good" if status < 400 else "busy" if status < 500 else "bad")


def _logs(rows: Sequence[sqlite3.Row]) -> Html:
    if not rows:
        return _card(element("p", "No logs yet", class_="empty"))
    lines = []
    for row in rows:
        names = [row[name] for name in _NAMES if row[name] is not None]
        about = " \u203a ".join(names) or row["project"]
        cells = [
            _time(datetime.fromisoformat(row["date"][:-1])),
            element("td", about, class_="about", title=about),
        ]
        lines.append(
            element(
                "tr",
                cells,
                element("td", row["log"], class_="wide mono log"),
                class_="system" if row["system"] else None,
            )
        )
    return _card(_table(("Time", "Of", "Line"), lines))


def _table(head: Iterable[str], lines: Iterable[Content]) -> Html:
    numbers = ("Memory", "Instances", "Answer", "Duration", "Body", "Probability", "Hits")
    cells = [element("th", name, class_="number" if name in numbers else None, scope="col") for name in head]
    rows = [line if isinstance(line, Html) else element("tr", line) for line in lines]
    return element("table", element("thead", element("tr", cells)), element("tbody", rows))


def _card(*content: Content) -> Html:
    return element("div", *content, class_="card")


def _time(moment: datetime) -> Html:
    return element("td", f"{moment:%H:%M:%S}", class_="time", title=f"{moment:%Y-%m-%d %H:%M:%S} UTC")


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def _size(size: int) -> str:
    if size < 1024:
        return f"{size}\u00a0B"
    return f"{size / 1024:,.0f}\u00a0kB" if size < 1024**2 else f"{size / 1024**2:,.1f}\u00a0MB"
