"""Pipelines: their graph, and on it what became of the latest requests."""

from __future__ import annotations

from typing import List, Mapping, Sequence

from ubiops._markup import Content, Html, element

from ...common.database import one
from ...pipelines.graph import START, Graph
from ...pipelines.runs import Run
from . import batches, logs
from .elements import Column, card, duration, moment, table
from .graphs import picture
from .look import Look, MissingError, Screen, address, heading, link, section
from .projects import project_id

_BATCHES, _LINES = 20, 50
_RUNS = (
    Column("Time", "time"),
    Column("Request", "mono id"),
    Column("Outcome"),
    Column("Objects", "wide"),
    Column("Duration", "number"),
)
_FAILED, _SKIPPED, _COMPLETED = "failed", "not run", "completed"


def show(look: Look) -> Screen:
    """Show a pipeline, and on its graph the latest run, or the one that the parameter `run` names."""
    project, name = look.names
    with look.control.platform.storage.transaction() as db:
        owner = project_id(db, project)
        row = one(db, "SELECT * FROM pipelines WHERE project_id = ? AND name = ?", (owner, name))
        if row is None:
            raise MissingError(f"There is no pipeline {name[:60]} in the project {project[:60]}")
        graph = Graph(db, row)
        queued = batches.of_pipeline(db, row["id"], _BATCHES)
        lines = logs.of(look, db, owner, _LINES, pipeline_name=name)
    runs = look.control.platform.pipelines.runs.latest(row["id"])
    chosen = next((run for run in runs if run.request_id == look.get("run")), runs[0] if runs else None)
    outcomes = _outcomes(graph, chosen) if chosen else None
    title = element("h2", name, element("small", "pipeline"), class_="title")
    return Screen(
        name,
        [
            section("graph", title, card(picture(graph, outcomes), _caption(chosen))),
            section("runs", heading("Runs"), _table(project, name, graph, runs, chosen)),
            section("batches", heading("Batch requests"), batches.listed(queued, "No batch requests")),
            section("logs", heading("Logs"), logs.listed(lines)),
        ],
        [(project, address("projects", project)), (name, None)],
    )


def _outcomes(graph: Graph, run: Run) -> Mapping[str, str]:
    return {
        name: _SKIPPED if name not in run.successes else _COMPLETED if run.successes[name] else _FAILED
        for name in graph.nodes
        if name != START
    }


def _caption(run: object) -> Content:
    if not isinstance(run, Run):
        return ""
    error = element("p", run.error_message, class_="error mono") if run.error_message else ""
    text = f"Coloured by the request {run.request_id} of {run.time:%H:%M:%S}; dots show how the versions are now"
    return [element("p", text, class_="faint caption"), error]


def _table(project: str, name: str, graph: Graph, runs: Sequence[Run], chosen: object) -> Html:
    lines: List[Sequence[Content]] = []
    for run in runs:
        word = _COMPLETED if run.error_message is None else _FAILED
        tone = "good" if run.error_message is None else "bad"
        lines.append(
            [
                moment(run.time),
                link(
                    run.request_id,
                    address("projects", project, "pipelines", name, run=run.request_id),
                    aria_current="true" if run is chosen else None,
                ),
                element("span", word, class_=f"status {tone}"),
                [_part(each, outcome) for each, outcome in _outcomes(graph, run).items()],
                duration(run.seconds),
            ]
        )
    return table(_RUNS, lines, "No requests since the emulator started")


def _part(name: str, outcome: str) -> Html:
    tone = {_FAILED: "bad", _SKIPPED: "idle", _COMPLETED: "good"}[outcome]
    return element("span", name, class_=f"status part {tone}", title=outcome)
