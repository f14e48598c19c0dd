"""The tour: a notebook that is stored with its output, and that shows the same when it is run again."""

from __future__ import annotations

import base64
import copy
import io
import re
from typing import Any, Dict, List

import matplotlib.image
import nbformat
import pytest

from test.support.emulator.needs import need_modules
from test.support.notebook import is_bar, run, shown
from test.support.process import ROOT

TOUR = ROOT / "docs" / "examples" / "tour.ipynb"
STORED: Any = nbformat.read(TOUR, as_version=4)
CODE: Dict[str, Any] = {cell.id: cell for cell in STORED.cells if cell.cell_type == "code"}


def kinds(cell: Any) -> List[List[str]]:
    """Return the types of a cell's outputs, without progress bars."""
    return [sorted(output.get("data", [output.get("name")])) for output in cell.outputs if not is_bar(output)]


def is_a_picture(png: str) -> bool:
    """Tell whether there is something to see: not every pixel is the same."""
    return float(matplotlib.image.imread(io.BytesIO(base64.b64decode(png))).std()) > 0.01


@pytest.fixture(scope="module")
def fresh(tmp_path_factory: pytest.TempPathFactory) -> Dict[str, Any]:
    """The cells with code, run here and now."""
    need_modules("sklearn", "matplotlib")
    notebook = copy.deepcopy(STORED)
    for cell in notebook.cells:
        cell.pop("outputs", None) if cell.cell_type == "markdown" else cell.update(outputs=[])
    run(notebook, tmp_path_factory.mktemp("tour"))
    return {cell.id: cell for cell in notebook.cells if cell.cell_type == "code"}


def test_it_shows_what_is_stored(fresh: Dict[str, Any]) -> None:
    assert {name: kinds(cell) for name, cell in fresh.items()} == {name: kinds(cell) for name, cell in CODE.items()}


def test_it_does_what_it_says(fresh: Dict[str, Any]) -> None:
    assert "available" in shown(fresh["deploy"])["text/html"]
    assert "500 answers" in shown(fresh["many"])["stdout"]
    assert "Somebody ought to call" in shown(fresh["logs"])["text/html"]
    assert "a free month" in shown(fresh["retention"])["text/html"]
    drawn = shown(fresh["pipeline"])["image/svg+xml"]
    assert "churn : v1, available" in drawn and "chance \u2192 chance" in drawn


@pytest.mark.parametrize("name", ["plot", "metrics"])
def test_its_plots_are_there(fresh: Dict[str, Any], name: str) -> None:
    assert is_a_picture(shown(fresh[name])["image/png"])
    assert is_a_picture(shown(CODE[name])["image/png"])


def test_nothing_warns(fresh: Dict[str, Any]) -> None:
    assert [name for name, cell in fresh.items() if "Warning" in shown(cell).get("stderr", "")] == []


def test_it_is_stored_as_it_ran_from_the_first_cell_to_the_last() -> None:
    assert [cell.execution_count for cell in CODE.values()] == list(range(1, len(CODE) + 1))
    assert [name for name, cell in CODE.items() if any(map(is_bar, cell.outputs))] == []
    assert {output.output_type for cell in CODE.values() for output in cell.outputs} <= {
        "display_data",
        "execute_result",
        "stream",
    }


def test_nothing_of_who_stored_it_is_stored() -> None:
    text = TOUR.read_text(encoding="utf-8")
    without_pictures = re.sub(r'"image/png": "[^"]+"', "", text)
    assert re.findall(r"/(?:home|root|tmp|usr|opt|work|Users|var)/\S*|[A-Z]:\\\\", without_pictures) == []
    assert re.findall(r"Token \S+|Bearer \S+|\b[0-9a-f]{40,}\b| at 0x[0-9a-f]+", without_pictures) == []
    assert set(STORED.metadata) == {"kernelspec", "language_info"}
    assert len(text) < 150_000
