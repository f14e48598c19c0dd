"""The guide to notebooks: its examples run in a kernel of Jupyter, from the first to the last."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Dict, List

import pytest

from test.support.notebook import executed, python_blocks, shown
from test.support.process import ROOT

EXAMPLES = python_blocks(ROOT / "docs" / "notebooks.md")
BAR = """
import sys
sys.modules["ipywidgets"] = None  # as if it were not installed
from ubiops.utils._progress import Progress
with Progress("Uploading", total=3, unit="rows") as bar:
    bar.advance(3)
pass  # of the bar
"""


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("guide")


@pytest.fixture(scope="module")
def outputs(place: Path) -> Dict[str, Dict[str, str]]:
    """What each example shows, by its last line."""
    cells: List[Any] = executed([*EXAMPLES, BAR], place)
    return {cell.source.splitlines()[-1]: shown(cell) for cell in cells}


def test_nothing_warns(outputs: Dict[str, Dict[str, str]]) -> None:
    assert [source for source, output in outputs.items() if "stderr" in output] == ["pass  # of the bar"]


def test_a_bar_needs_no_widgets(outputs: Dict[str, Dict[str, str]]) -> None:
    shows = outputs["pass  # of the bar"]
    assert list(shows) == ["stderr"]
    assert "100%" in shows["stderr"] and "Warning" not in shows["stderr"]


def test_lists_of_models_are_tables(outputs: Dict[str, Dict[str, str]]) -> None:
    everything = outputs['api.models_list("demo")']
    assert everything["text/html"].startswith("<table>") and "2 ModelList" in everything["text/html"]
    (some,) = (output for source, output in outputs.items() if source.startswith("[model for"))
    assert "churn" in some["text/html"] and "upsell" not in some["text/html"]


def test_models_as_text(outputs: Dict[str, Dict[str, str]]) -> None:
    line = outputs['repr(api.model_versions_list("demo", "churn"))']["text/plain"]
    assert "[ModelVersionList(id='" in line and "\n" not in line
    assert "'version': 'v1'}" in outputs['print(api.model_versions_get("demo", "churn", "v1"))']["stdout"]


def test_a_data_frame(outputs: Dict[str, Dict[str, str]]) -> None:
    (frame,) = (output for source, output in outputs.items() if source.startswith("versions["))
    assert "memory_allocation" in frame["text/html"] and "upsell" in frame["text/html"]


def test_a_pipeline(outputs: Dict[str, Dict[str, str]], place: Path) -> None:
    svg = outputs['utils.draw_pipeline(api, "demo", "score")']["image/svg+xml"]
    assert svg.startswith("<svg") and "upsell : v1" in svg
    assert (place / "score.svg").read_text(encoding="utf-8") == svg


def test_plots(outputs: Dict[str, Dict[str, str]], place: Path) -> None:
    shows = [output["image/png"] for output in outputs.values() if "image/png" in output]
    assert len(shows) == 2
    assert (place / "demo.png").read_bytes().startswith(b"\x89PNG")
