"""Pipelines as pictures: `draw_pipeline`, and the drawing that the page of the emulator shares."""

from __future__ import annotations

from typing import Iterator, List, Mapping, Optional, Tuple
from xml.etree import ElementTree

import pytest

import ubiops
from ubiops.emulator import Emulator
from ubiops.utils import draw_pipeline
from ubiops.utils._drawing import Arrow, Box, drawing, shortened, tone
from ubiops.utils._layout import HEIGHT, WIDTH, Layout, layout

HOSTILE = "<script>alert('1')</script>\"'&amp;"
SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture(scope="module")
def api() -> Iterator[ubiops.CoreApi]:
    """The API of an emulator with a pipeline: two objects of one version, and one that is attached to nothing."""
    number = [{"name": "n", "data_type": "int"}]
    structured = {"input_type": "structured", "input_fields": number}
    with Emulator() as emulator:
        api = emulator.core_api()
        api.models_create("demo", {"name": "churn", **structured, "output_type": "structured", "output_fields": number})
        api.model_versions_create("demo", "churn", {"version": "v1"})
        login = {"username": "u", "password": "p", "host": "127.0.0.1", "port": "1"}
        api.credentials_create("demo", {"name": "login", "type": "mysql", "configuration": login})
        table = {"type": "mysql", "credentials": "login", "configuration": {"database": "d", "table": "t"}}
        api.connectors_create("demo", {"name": "table", **table, "input_fields": number})
        api.pipelines_create("demo", {"name": "score", **structured})
        for name in ("first", "second"):
            churn = {"name": name, "reference_type": "model", "reference_name": "churn", "version": "v1"}
            api.pipeline_objects_create("demo", "score", churn)
        kept = {"name": "keep", "reference_type": "connector", "reference_name": "table"}
        api.pipeline_objects_create("demo", "score", kept)
        for source, destination in (("pipeline_start", "first"), ("first", "second")):
            mapping = [{"source_field_name": "n", "destination_field_name": "n"}]
            attachment = {"source_name": source, "destination_name": destination, "mapping": mapping}
            api.pipeline_object_attachments_create("demo", "score", attachment)
        yield api
        api.api_client.close()


def parts(svg: str, name: str, kind: Optional[str] = None) -> List[ElementTree.Element]:
    """Return the elements of a name, and of a class if it is given."""
    found = ElementTree.fromstring(svg).iter(f"{SVG}{name}")
    return [each for each in found if kind is None or kind in str(each.get("class")).split()]


def texts(svg: str, name: str, kind: Optional[str] = None) -> List[str]:
    return [str(each.text) for each in parts(svg, name, kind)]


def test_a_pipeline(api: ubiops.CoreApi) -> None:
    drawn = draw_pipeline(api, "demo", "score")
    assert repr(drawn) == "<Drawing of score>"
    assert str(drawn) == drawn.svg == drawn._repr_svg_()
    assert texts(drawn.svg, "text", "name") == ["input", "first", "second", "keep"]
    assert texts(drawn.svg, "title") == [
        "pipeline_start \u2192 first: n \u2192 n",
        "first \u2192 second: n \u2192 n",
        "input, structured",
        "first, churn : v1, initialised",
        "second, churn : v1, initialised",
        "keep, table (connector)",
    ]
    assert len(parts(drawn.svg, "circle", "idle")) == 2


def test_what_became_of_objects_in_a_request() -> None:
    boxes = [Box("in", "plain", "start")]
    boxes += [Box(each, "m : v", "model", "available", outcome=each) for each in ("completed", "failed", "not run")]
    boxes += [Box("keep", "table (connector)", "connector", outcome="failed"), Box("none", "m : v", "model")]
    svg = str(drawing(boxes, []))
    kinds = [str(each.get("class")) for each in parts(svg, "g")]
    assert kinds == [
        "node start",
        "node model good",
        "node model bad",
        "node model idle",
        "node connector bad",
        "node model",
    ]
    assert texts(svg, "title")[1] == "completed, m : v, available, completed"
    frames = [(each.get("stroke"), each.get("stroke-width")) for each in parts(svg, "rect")]
    assert frames[2] == frames[4] == (frames[2][0], "2.5")
    assert len({stroke for stroke, _ in frames}) == 5


def test_a_version_is_asked_for_once(api: ubiops.CoreApi) -> None:
    asked: List[object] = []
    api.api_client.configuration.on_request = asked.append
    try:
        draw_pipeline(api, "demo", "score")
    finally:
        api.api_client.configuration.on_request = None
    assert len(asked) == 4


def test_a_pipeline_that_is_not_there(api: ubiops.CoreApi) -> None:
    with pytest.raises(ubiops.NotFoundException):
        draw_pipeline(api, "demo", "other")


def test_a_drawing_needs_no_style_sheet() -> None:
    svg = drawing([Box("in", "plain", "start"), Box("a", "m : v", "model", "available")], [Arrow("in", "a")])
    for name in ("rect", "circle", "polygon", "text"):
        assert all(each.get("fill") for each in parts(svg, name)), name
    assert [each.get("style") for each in ElementTree.fromstring(svg).iter()].count(None) > 10
    assert "<style" not in svg


def test_everything_in_a_drawing_is_escaped() -> None:
    svg = drawing(
        [Box("in", HOSTILE, "start"), Box(HOSTILE, HOSTILE, "model", HOSTILE)],
        [Arrow("in", HOSTILE, [(HOSTILE, HOSTILE)])],
    )
    assert parts(svg, "script") == []
    assert f"{HOSTILE}, {HOSTILE}, {HOSTILE}" in texts(svg, "title")


def test_texts_are_cut_to_their_place() -> None:
    assert shortened("short", 5) == "short"
    assert shortened("longer", 5) == "long\u2026"
    assert shortened("\u6f22\u5b57\u6f22\u5b57", 5) == "\u6f22\u2026"
    assert [tone(each) for each in ("available", "completed", "building", "deploying_failed", "initialised", None)] == [
        "good",
        "good",
        "busy",
        "bad",
        "idle",
        "idle",
    ]


GRAPHS: Mapping[str, Tuple[List[str], List[Tuple[str, str]]]] = {
    "nothing": ([], []),
    "not attached": (["a", "b"], []),
    "line": (["a", "b"], [("in", "a"), ("a", "b")]),
    "fork and merge": (["a", "b", "c", "d"], [("in", "a"), ("a", "b"), ("a", "c"), ("b", "d"), ("c", "d")]),
    "over several layers": (["a", "b", "c"], [("in", "a"), ("a", "b"), ("b", "c"), ("in", "c"), ("in", "b")]),
    "crossing": (["a", "b", "c", "d"], [("in", "a"), ("in", "b"), ("a", "d"), ("b", "c")]),
    "listed backwards": (["c", "b", "a"], [("b", "c"), ("a", "b"), ("in", "a")]),
}


@pytest.mark.parametrize("name", GRAPHS)
def test_layout(name: str) -> None:
    names, links = GRAPHS[name]
    placed: Layout = layout("in", names, links)
    boxes = list(placed.nodes.values())
    assert set(placed.nodes) == {"in", *names}
    for index, (x, y) in enumerate(boxes):
        assert 0 <= x <= placed.width - WIDTH and 0 <= y <= placed.height - HEIGHT
        for other_x, other_y in boxes[:index]:
            assert abs(x - other_x) >= WIDTH or abs(y - other_y) >= HEIGHT
    for source, destination in links:
        points = placed.lines[source, destination]
        (x, y), (to_x, to_y) = placed.nodes[source], placed.nodes[destination]
        assert points[0] == (x + WIDTH, y + HEIGHT / 2)
        assert points[-1] == (to_x, to_y + HEIGHT / 2)
        assert [point[0] for point in points] == sorted(point[0] for point in points)
        # Where it passes through a layer it keeps clear of the nodes there.
        for (left, y), (right, _) in zip(points[1:-1:2], points[2:-1:2]):
            assert right - left == WIDTH
            assert all(x != left or not top <= y <= top + HEIGHT for x, top in boxes)


def test_lines_do_not_cross_without_need() -> None:
    placed = layout("in", *GRAPHS["crossing"])
    heights = {name: place[1] for name, place in placed.nodes.items()}
    assert (heights["a"] < heights["b"]) == (heights["d"] < heights["c"])
