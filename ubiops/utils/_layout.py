"""Places the nodes of a directed acyclic graph in layers, from left to right."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Dict, Hashable, List, Mapping, Sequence, Tuple

Name = Hashable
Link = Tuple[str, str]
Point = Tuple[float, float]

WIDTH, HEIGHT = 176, 48  # of a node
_ACROSS, _DOWN = 64, 20  # between layers, and between what is in one
_BEND = 8  # height that is left for a line passing through a layer
_SWEEPS = 4


@dataclass(frozen=True)
class Layout:
    """Where everything is, in pixels from the upper left corner.

    Attributes:
        width, height: of the whole drawing.
        nodes: the upper left corner of each node.
        lines: for each link the points through which it goes, from the right side of a node to the left of another.
    """

    width: float
    height: float
    nodes: Mapping[str, Point]
    lines: Mapping[Link, Sequence[Point]]


def layout(first: str, names: Sequence[str], links: Sequence[Link]) -> Layout:
    """Lay out a graph.

    Args:
        first: the node at the left.
        names: the other nodes.
        links: source and destination of each arrow; without cycles.
    """
    levels = _levels(first, names, links)
    layers: List[List[Name]] = [[] for _ in range(max(levels.values()) + 1)]
    for name, level in levels.items():
        layers[level].append(name)
    # A link over several layers gets a bend in each, so that it has a place of its own among the nodes there.
    ways: Dict[Link, List[Name]] = {}
    for link in links:
        between: List[Name] = [(link, level) for level in range(levels[link[0]] + 1, levels[link[1]])]
        for level, bend in enumerate(between, levels[link[0]] + 1):
            layers[level].append(bend)
        ways[link] = [link[0], *between, link[1]]
    _reduce_crossings(layers, [pair for way in ways.values() for pair in zip(way, way[1:])])
    heights = [sum(_height(each) + _DOWN for each in layer) - _DOWN for layer in layers]
    places: Dict[Name, Point] = {}
    for index, layer in enumerate(layers):
        y = (max(heights) - heights[index]) / 2
        for each in layer:
            places[each] = index * (WIDTH + _ACROSS), y
            y += _height(each) + _DOWN
    return Layout(
        width=len(layers) * (WIDTH + _ACROSS) - _ACROSS,
        height=max(heights),
        nodes={name: places[name] for name in levels},
        lines={link: _points(way, places) for link, way in ways.items()},
    )


def _levels(first: str, names: Sequence[str], links: Sequence[Link]) -> Dict[str, int]:
    """Return the layer of each node: one more than the greatest of those that link to it."""
    levels = {first: 0, **dict.fromkeys(names, 1)}
    for _ in names:  # the longest way has at most as many steps
        for source, destination in links:
            levels[destination] = max(levels[destination], levels[source] + 1)
    return levels


def _reduce_crossings(layers: List[List[Name]], pairs: Sequence[Tuple[Name, Name]]) -> None:
    """Order each layer by the middle of what it is linked to in the layer before, then in the one after."""
    for sweep in range(_SWEEPS):
        forward = sweep % 2 == 0
        for index in range(1, len(layers)) if forward else range(len(layers) - 2, -1, -1):
            near = layers[index - 1 if forward else index + 1]
            rank = {name: place / len(near) for place, name in enumerate(near)}
            middles: Dict[Name, float] = {}
            for place, name in enumerate(layers[index]):
                ranks = [rank[a if forward else b] for a, b in pairs if name == (b if forward else a)]
                middles[name] = sum(ranks) / len(ranks) if ranks else place / len(layers[index])
            layers[index].sort(key=middles.__getitem__)


def _height(name: Name) -> int:
    return HEIGHT if isinstance(name, str) else _BEND


def _points(way: Sequence[Name], places: Mapping[Name, Point]) -> List[Point]:
    points: List[Point] = []
    for each in way:
        x, y = places[each]
        middle = y + _height(each) / 2
        points += [(x, middle), (x + WIDTH, middle)]
    return points[1:-1]
