"""Pipelines drawn as SVG."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Dict, Mapping, Optional, Sequence, Tuple
from unicodedata import east_asian_width

from ubiops._markup import Html, element
from ubiops.utils._layout import HEIGHT, WIDTH, Point, layout

_MARGIN = 4
_ARROW = 8
_LETTERS = 18  # of a name that have room in a node
_SMALL_LETTERS = 24

# Attributes, not a style sheet: that of the emulator's page overrides them, and it allows no other.
_TEXT, _FAINT, _EDGE, _LINE, _ACCENT = "#1b2430", "#647084", "#dde1e7", "#8a94a4", "#2f5fd0"
_KINDS: Mapping[str, Mapping[str, str]] = {
    "start": {"fill": "#eef2fb", "stroke": _ACCENT},
    "connector": {"stroke_dasharray": "5 4"},
}
_TONES = {"good": "#1a8a4f", "busy": "#b26a00", "bad": "#c8322b", "idle": _LINE}


@dataclass(frozen=True)
class Box:
    """An object of a pipeline, as it is drawn.

    Attributes:
        name: Its name.
        reference: What it refers to, such as `churn : v1`; of the input, the type of the data.
        kind: `start`, `model` or `connector`.
        status: The status of its version; None draws none.
        outcome: What became of it in a request: `completed`, `failed`, or another word where it did not run; None
            where no request is shown.
    """

    name: str
    reference: str
    kind: str
    status: Optional[str] = None
    outcome: Optional[str] = None


@dataclass(frozen=True)
class Arrow:
    """An attachment, as it is drawn.

    Attributes:
        source, destination: Names of objects.
        fields: Source and destination of each field that it carries; none for plain data.
    """

    source: str
    destination: str
    fields: Sequence[Tuple[str, str]] = ()


def drawing(boxes: Sequence[Box], arrows: Sequence[Arrow]) -> Html:
    """Draw a pipeline.

    Args:
        boxes: Its objects; one of them, whose kind is `start`, stands for its input.
        arrows: Its attachments, without cycles.
    """
    (start,) = (box.name for box in boxes if box.kind == "start")
    others = [box.name for box in boxes if box.kind != "start"]
    placed = layout(start, others, [(arrow.source, arrow.destination) for arrow in arrows])
    width, height = placed.width + 2 * _MARGIN, placed.height + 2 * _MARGIN
    return element(
        "svg",
        [_arrow(arrow, placed.lines[arrow.source, arrow.destination]) for arrow in arrows],
        [_box(box, placed.nodes[box.name]) for box in boxes],
        xmlns="http://www.w3.org/2000/svg",
        viewBox=f"{-_MARGIN} {-_MARGIN} {width:g} {height:g}",
        width=f"{width:g}",
        height=f"{height:g}",
        font_family="system-ui, sans-serif",
        role="img",
        aria_label=f"{len(boxes) - 1} objects, {len(arrows)} attachments",
    )


def _box(box: Box, place: Point) -> Html:
    name = "input" if box.kind == "start" else box.name
    frame: Dict[str, Any] = {"fill": "#fff", "stroke": _EDGE, "stroke_width": 1.5, **_KINDS.get(box.kind, {})}
    ran = tone(box.outcome) if box.outcome else ""
    if ran:
        frame.update(stroke=_TONES[ran], stroke_width=2.5)
    return element(
        "g",
        element("title", ", ".join(filter(None, (name, box.reference, box.status, box.outcome)))),
        element("rect", width=WIDTH, height=HEIGHT, rx=8, **frame),
        _dot(tone(box.status)) if box.status else "",
        _text(shortened(name, _LETTERS), 20, "name", fill=_TEXT, font_size=13, font_weight=600),
        _text(shortened(box.reference, _SMALL_LETTERS), 37, "reference", fill=_FAINT, font_size=11.5),
        class_=f"node {box.kind} {ran}".rstrip(),
        transform=f"translate({place[0]:g} {place[1]:g})",
    )


def _dot(colour: str) -> Html:
    return element("circle", class_=f"dot {colour}", cx=WIDTH - 14, cy=15, r=4, fill=_TONES[colour])


def _text(text: str, height: int, kind: str, **attributes: object) -> Html:
    return element("text", text, x=12, y=height, class_=kind, **attributes)


def _arrow(arrow: Arrow, points: Sequence[Point]) -> Html:
    ends = [*points[:-1], (points[-1][0] - _ARROW, points[-1][1])]
    steps = [f"M{ends[0][0]:g} {ends[0][1]:g}"]
    for (x, y), (to_x, to_y) in zip(ends, ends[1:]):
        middle = (x + to_x) / 2
        steps.append(f"C{middle:g} {y:g} {middle:g} {to_y:g} {to_x:g} {to_y:g}")
    x, y = points[-1]
    pairs = [f"{source} \u2192 {destination}" for source, destination in arrow.fields]
    return element(
        "g",
        element("title", f"{arrow.source} \u2192 {arrow.destination}: {', '.join(pairs) or 'plain data'}"),
        element("path", d=" ".join(steps), fill="none", stroke=_LINE, stroke_width=1.5),
        element("polygon", points=f"{x:g},{y:g} {x - _ARROW:g},{y - 4:g} {x - _ARROW:g},{y + 4:g}", fill=_LINE),
        class_="line",
    )


def tone(status: Optional[str]) -> str:
    """Return the name of the colour in which a status is shown."""
    if status in ("available", "completed"):
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
