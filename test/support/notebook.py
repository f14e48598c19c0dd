"""Notebooks, run in a real kernel of Jupyter."""

from __future__ import annotations

import os
import re
import warnings
from pathlib import Path
from typing import Any, Dict, Iterable, List

import nbclient
import nbformat

from test.support.process import ROOT

Cell = Any
FORMAT: Any = nbformat.v4


def executed(cells: Iterable[str], place: Path) -> List[Cell]:
    """Run the code of cells in a kernel of this Python; return the cells with their outputs.

    A cell that raises fails the test. Warnings, each time they occur, are on the standard error of their cell.
    """
    notebook = FORMAT.new_notebook(cells=[FORMAT.new_code_cell(source) for source in cells])
    return list(run(notebook, place).cells)


def run(notebook: Any, place: Path) -> Any:
    """Run a notebook in a directory; return it with its outputs."""
    notebook.cells.insert(0, FORMAT.new_code_cell("import warnings\nwarnings.simplefilter('always')"))
    environment = {name: value for name, value in os.environ.items() if not name.startswith("COV")}
    environment.update(PYTHONPATH=str(ROOT), IPYTHONDIR=str(place), JUPYTER_PLATFORM_DIRS="1")
    client = nbclient.NotebookClient(
        notebook, timeout=120, kernel_name="python3", resources={"metadata": {"path": str(place)}}
    )
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # those of the libraries that talk to kernels
        client.execute(env=environment)
    del notebook.cells[0]
    return notebook


def shown(cell: Cell) -> Dict[str, str]:
    """Return what a cell shows as its value and by `display`, by type; what it prints is `stdout` and `stderr`."""
    found: Dict[str, str] = {}
    for output in cell.outputs:
        if output.output_type == "stream":
            found[output.name] = found.get(output.name, "") + output.text
        else:
            for kind, data in output.data.items():
                found[kind] = found.get(kind, "") + data
    return found


def python_blocks(page: Path) -> List[str]:
    """Return the examples of a page."""
    return re.findall(r"^```python\n(.*?)^```", page.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)
