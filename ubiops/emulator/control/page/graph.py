"""Pipelines drawn as SVG."""

from __future__ import annotations

from typing import Mapping, Optional, Sequence
from unicodedata import east_asian_width

from ...pipelines.graph import START, Graph, Link, Node
from .html import Html, element
from .layout import HEIGHT, WIDTH, Point, layout

_MARGIN = 4
_ARROW = 8
_LETTERS = 18  # of a name that have room in a node
_SMALL_LETTERS = 24


def drawing(graph: Graph, statuses: Mapping[str, str]) -> Html:
    """Draw a pipeline.

    Args:
        graph: its objects and attachments.
        statuses: the state of each version, by id.
    """
    placed = layout(
        START,
        [name for name in graph.nodes if name != START],
        [(link.source, link.destination) for link in graph.links],
    )
    width, height = placed.width + 2 * _MARGIN, placed.height + 2 * _MARGIN
    return element(
        "svg",
        [_line(link, placed.lines[link.source, link.destination]) for link in graph.links],
        [_node(node, placed.nodes[node.name], statuses) for node in graph.nodes.values()],
        viewBox=f"{-_MARGIN} {-_MARGIN} {width:g} {height:g}",
        width=f"{width:g}",
        height=f"{height:g}",
        role="img",
        aria_label=f"{len(graph.nodes) - 1} objects, {len(graph.links)} attachments",
    )


def _node(node: Node, place: Point, statuses: Mapping[str, str]) -> Html:
    status: Optional[str] = None
    if node.id is None:
        kind, name, reference = "start", "input", node.output_type or ""
    elif node.version_id is not None:
        kind, name, reference = "model", node.name, f"{node.reference_name} : {node.version}"
        status = statuses.get(node.version_id)
    else:
        kind, name, reference = "connector", node.name, f"{node.reference_name} (connector)"
    about = ", ".join(filter(None, (name, reference, status)))
    return element(
        "g",
        element("title", about),
        element("rect", width=WIDTH, height=HEIGHT, rx=8),
        element("circle", class_=f"dot {tone(status)}", cx=WIDTH - 14, cy=15, r=4) if status else "",
        element("text", shortened(name, _LETTERS), x=12, y=20, class_="name"),
        element("text", shortened(reference, _SMALL_LETTERS), x=12, y=37, class_="reference"),
        class_=f"node {kind}",
        transform=f"translate({place[0]:g} {place[1]:g})",
    )


def _line(link: Link, points: Sequence[Point]) -> Html:
    ends = [*points[:-1], (points[-1][0] - _ARROW, points[-1][1])]
    steps = [f"M{ends[0][0]:g} {ends[0][1]:g}"]
    for (x, y), (to_x, to_y) in zip(ends, ends[1:]):
        middle = (x + to_x) / 2
        steps.append(f"C{middle:g} {y:g} {middle:g} {to_y:g} {to_x:g} {to_y:g}")
    x, y = points[-1]
    pairs = [f"{pair['source_field_name']} \u2192 {pair['destination_field_name']}" for pair in link.mapping]
    return element(
        "g",
        element("title", f"{link.source} \u2192 {link.destination}: {', '.join(pairs) or 'plain data'}"),
        element("path", d=" ".join(steps)),
        element("polygon", points=f"{x:g},{y:g} {x - _ARROW:g},{y - 4:g} {x - _ARROW:g},{y + 4:g}"),
        class_="line",
    )


def tone(status: Optional[str]) -> str:
    """Return the class of the colour in which a state is shown."""
    if status == "available":
        return "good"
    if status is not None and status.endswith("failed"):
        return "bad"
    return "busy" if status is not None and status.endswith("ing") else "idle"


def shortened(text: str, letters: int) -> str:
    """Cut a text to so many letters; wide ones count twice."""
    room = letters
    for index, letter in enumerate(text):
        room -= 2 if east_asian_width(letter) in "WF" else 1
        if room < 0:
            return text[: max(index - 1, 0)] + "\u2026"
    return text
