"""Pipelines, drawn."""

from __future__ import annotations

from typing import Mapping, Optional

from ubiops._markup import Html, element
from ubiops.utils._drawing import Arrow, Box, drawing

from ...pipelines.graph import Graph, Link, Node


def picture(graph: Graph, outcomes: Optional[Mapping[str, str]] = None) -> Html:
    """Draw a pipeline.

    Args:
        graph: its objects and attachments.
        outcomes: what became of each object in a request, by name; None to show no request.
    """
    boxes = [_box(node, outcomes.get(node.name) if outcomes else None) for node in graph.nodes.values()]
    # It may be wider than the window: who has no mouse scrolls it once it has the focus.
    return element("div", drawing(boxes, [_arrow(link) for link in graph.links]), class_="graph", tabindex="0")


def _box(node: Node, outcome: Optional[str]) -> Box:
    if node.id is None:
        return Box(node.name, node.output_type or "", "start")
    if node.version_id is None:
        return Box(node.name, f"{node.reference_name} (connector)", "connector", outcome=outcome)
    return Box(node.name, f"{node.reference_name} : {node.version}", "model", node.status, outcome)


def _arrow(link: Link) -> Arrow:
    fields = [(pair["source_field_name"], pair["destination_field_name"]) for pair in link.mapping]
    return Arrow(link.source, link.destination, fields)
