"""Notebooks, run in a real kernel of Jupyter.

`python -m test.support.notebook docs/examples/tour.ipynb` runs a notebook, and stores it with what its cells show.
"""

from __future__ import annotations

import json
import os
import re
import sys
import tempfile
import warnings
from pathlib import Path
from typing import Any, Dict, Iterable, List

import nbformat

from test.support.process import ROOT

Cell = Any
Notebook = Any
FORMAT: Any = nbformat.v4


def executed(cells: Iterable[str], place: Path) -> List[Cell]:
    """Run the code of cells, in a directory; return the cells with their outputs."""
    notebook = FORMAT.new_notebook(cells=[FORMAT.new_code_cell(source) for source in cells])
    run(notebook, place)
    return list(notebook.cells)


def run(notebook: Notebook, place: Path) -> None:
    """Run a notebook in a kernel of this Python; its cells get outputs. One that raises fails the test."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith("COV")}
    environment.update(PYTHONPATH=str(ROOT), IPYTHONDIR=str(place))
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # those of the libraries that talk to kernels
        import nbclient

        there = {"metadata": {"path": str(place)}}
        nbclient.NotebookClient(notebook, timeout=120, kernel_name="python3", resources=there).execute(env=environment)


def shown(cell: Cell) -> Dict[str, str]:
    """Return what a cell shows, by type: its value, what it displays, what it prints as `stdout` and `stderr`."""
    found: Dict[str, str] = {}
    for output in cell.outputs:
        data = {output.name: output.text} if output.output_type == "stream" else output.data
        for kind, content in data.items():
            found[kind] = found.get(kind, "") + (content if isinstance(content, str) else json.dumps(content))
    return found


def stored(notebook: Notebook) -> str:
    """Return the text of a file with a notebook that was run, without what lives as long as its kernel."""
    for cell in notebook.cells:
        cell.metadata.pop("execution", None)  # when it ran
        if cell.cell_type == "code":
            cell.outputs = [output for output in cell.outputs if not is_bar(output)]
    notebook.metadata = {name: notebook.metadata[name] for name in ("kernelspec", "language_info")}
    notebook.metadata["language_info"] = {"name": "python"}
    return f"{FORMAT.writes(notebook)}\n"


def is_bar(output: Any) -> bool:
    """Tell whether an output is a progress bar: a widget, or a line on the standard error."""
    return output.get("name") == "stderr" or "application/vnd.jupyter.widget-view+json" in output.get("data", ())


def python_blocks(page: Path) -> List[str]:
    """Return the examples of a page."""
    return re.findall(r"^```python\n(.*?)^```", page.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)


def main(path: Path) -> None:
    """Run a notebook, and store it."""
    notebook = nbformat.read(path, as_version=4)
    with tempfile.TemporaryDirectory() as place:
        run(notebook, Path(place))
    path.write_text(stored(notebook), encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
