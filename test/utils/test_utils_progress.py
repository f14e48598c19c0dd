"""Progress bars: seen in terminals and notebooks, and nowhere else."""

from __future__ import annotations

import io
import os
import sys
from pathlib import Path
from typing import Any, Iterator, Optional

import pytest

from test.support.emulator.needs import need_modules
from test.support.terminal import Terminal
from ubiops.utils import MissingExtraException
from ubiops.utils._progress import Progress, bars


def work(total: Optional[int] = None, unit: Optional[str] = None, shown: Optional[bool] = None) -> None:
    with Progress("Working on \x1b]0;it", total, unit, shown) as bar:
        bar.state("waiting for \x07")
        bar.advance(1500)
        bar.advance()


def test_what_a_terminal_shows(terminal: Terminal) -> None:
    with terminal.watching():
        work(3002, "rows")
    shown = terminal.shown()
    assert "1501/3002" in shown
    assert "rows/s" in shown
    assert "waiting for \\x07" in shown
    assert "\x1b]0;" not in shown
    assert shown.endswith("\n")


def test_bytes(terminal: Terminal) -> None:
    with terminal.watching():
        work(3002, "B")
    assert "1.50k/3.00k" in terminal.shown()


def test_nothing_to_count(terminal: Terminal) -> None:
    with terminal.watching():
        work()
    assert terminal.shown().rstrip().endswith("Working on \\x1b]0;it [00:00, waiting for \\x07]")


def test_no_bar_is_wanted(terminal: Terminal) -> None:
    with terminal.watching():
        work(shown=False)
    assert terminal.shown() == ""


def test_nobody_looks(capsys: pytest.CaptureFixture[str]) -> None:
    work(2, "rows")
    assert capsys.readouterr() == ("", "")


def test_a_bar_is_wanted_although_nobody_looks(capsys: pytest.CaptureFixture[str]) -> None:
    work(3002, "rows", shown=True)
    assert "1501/3002" in capsys.readouterr().err


def test_no_standard_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stderr", None)
    work()
    closed = io.StringIO()
    closed.close()
    monkeypatch.setattr(sys, "stderr", closed)
    work()


def test_without_tqdm(terminal: Terminal, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "tqdm", None)
    with terminal.watching():
        work()
    assert terminal.shown() == ""
    with pytest.raises(MissingExtraException, match=r'^This needs tqdm: pip install "ubiops\[utils\]"'):
        work(shown=True)


@pytest.fixture
def jupyter(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Jupyter with settings of its own."""
    need_modules("ipykernel", "ipywidgets", "nbclient")
    monkeypatch.setenv("IPYTHONDIR", str(tmp_path))
    monkeypatch.setenv("JUPYTER_PLATFORM_DIRS", "1")  # without it some versions warn


@pytest.fixture
def shell(jupyter: None, monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    """The shell of Jupyter's kernels in this process."""
    for name in ("displayhook", "excepthook"):
        monkeypatch.setattr(sys, name, getattr(sys, name))
    from ipykernel.zmqshell import ZMQInteractiveShell
    from traitlets.config import Config

    environment = dict(os.environ)  # in which it asks all programs for colors, among others
    yield ZMQInteractiveShell.instance(config=Config(HistoryManager={"enabled": False}))
    ZMQInteractiveShell.clear_instance()
    os.environ.clear()
    os.environ.update(environment)


def test_bars_in_a_notebook(shell: Any) -> None:
    assert bars().__name__ == "tqdm.notebook"


def test_bars_in_a_notebook_without_widgets(shell: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "ipywidgets", None)
    with Progress("Working", 2, "rows", shown=None) as bar:
        bar.advance()
    assert bars().__name__ == "tqdm"


def test_what_a_notebook_shows(jupyter: None) -> None:
    from nbclient import NotebookClient
    from nbformat.v4 import new_code_cell, new_notebook

    code = "from ubiops.utils._progress import Progress\nwith Progress('Working', 2, 'rows') as bar:\n    bar.advance()"
    cell = new_code_cell(code)
    NotebookClient(new_notebook(cells=[cell]), kernel_name="python3").execute()
    (output,) = cell.outputs
    assert "application/vnd.jupyter.widget-view+json" in output.data
    assert "Working:   0%" in output.data["text/plain"]
