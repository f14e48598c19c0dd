"""What a notebook and pytest show of an error: the user's lines, not the package's."""

from __future__ import annotations

import linecache
import traceback
from pathlib import Path
from typing import Any

import pytest

import ubiops
from test.support.fixtures import Connect, Serve
from test.support.process import run
from test.support.server import Reply
from ubiops._tracebacks import OwnFramesHidden

NOTEBOOK = """
    import contextlib, io, json, sys, warnings
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # what IPython does is its concern
        from IPython.core.interactiveshell import InteractiveShell
        shell = InteractiveShell.instance(colors="NoColor", history_length=0)
        shell.run_line_magic("colors", "NoColor")
    host, cell = sys.argv[1:]
    shell.run_cell(
        "import ubiops\\n"
        f"api = ubiops.CoreApi(ubiops.ApiClient(ubiops.Configuration({host!r}, {{'Authorization': 'abc'}})))"
    )
    shown = io.StringIO()
    with contextlib.redirect_stdout(shown), contextlib.redirect_stderr(shown):
        shell.run_cell(cell)
    print(json.dumps(shown.getvalue()))
"""
CELLS = {
    "call": "api.models_get('demo', 'churn')",
    "call_api": "api.api_client.call_api('/projects/demo/models/churn', 'GET')",
    "refused": "api.models_get('demo', '..')",
    "refused connection": "api.api_client.configuration.host = 'http://127.0.0.1:1'\napi.models_get('demo', 'churn')",
    "wrong name": "api.models_get('demo', modell='churn')",
    "wrong value": "ubiops.ModelCreate()\napi.models_get('demo', '')",
}


@pytest.mark.parametrize("cell", CELLS)
def test_a_notebook_shows_the_cell_and_one_place_more(
    serve: Serve, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, cell: str
) -> None:
    monkeypatch.setenv("IPYTHONDIR", str(tmp_path))
    server = serve(Reply(404, {"error": "No model churn"}))
    lines = run(NOTEBOOK, server.url, CELLS[cell]).splitlines()
    frames = [line for line in lines if line.startswith(("File ", "Cell In", "Input In", "<ipython-input"))]
    ours = [line for line in frames if "ubiops" in line]
    errors = 1 if cell != "refused connection" else sum("-----" in line or "direct cause" in line for line in lines)
    assert len(ours) <= errors, "\n".join(lines)
    assert len([line for line in lines if line.strip()]) < 22 * errors
    assert any("skipping hidden" in line for line in lines) or cell == "wrong value"


@pytest.mark.parametrize("asynchronous", [False, True])
def test_pytest_shows_none_of_our_frames_but_the_last(serve: Serve, connect: Connect, asynchronous: bool) -> None:
    api = connect(serve(Reply(404, {"error": "No model churn"})))
    with pytest.raises(ubiops.NotFoundException) as caught:
        if asynchronous:
            api.models_get("demo", "churn", async_req=True).get(60)
        else:
            api.models_get("demo", "churn")
    hidden = [entry.frame.f_globals["__name__"] for entry in caught.traceback if entry.ishidden(caught)]
    assert len(hidden) > 5
    assert {name.partition(".")[0] for name in hidden} == {"ubiops"}
    shown = [entry.frame.f_globals["__name__"] for entry in caught.traceback.filter(caught)]
    assert not any(name.startswith("ubiops") for name in shown)


def test_a_plain_traceback_shows_everything(serve: Serve, connect: Connect) -> None:
    api = connect(serve(Reply(404, {"error": "No model churn"})))
    with pytest.raises(ubiops.NotFoundException) as caught:
        api.models_get("demo", "churn")
    text = "".join(traceback.format_exception(caught.type, caught.value, caught.tb))
    assert "in call_api" in text


def test_a_line_that_was_generated_is_shown() -> None:
    class Mine(ubiops.Status):
        def __setattr__(self, name: str, value: Any) -> None:
            raise KeyboardInterrupt  # all else decides nothing

    with pytest.raises(KeyboardInterrupt) as caught:
        Mine.from_dict({"status": "ok"})
    linecache.checkcache()  # as the interpreter and debuggers do before they show lines
    shown = [(frame.name, frame.line) for frame in traceback.extract_tb(caught.tb)]
    assert ("decode", "instance._status = row[key_status]") in shown


def test_an_error_that_is_not_meant_hides_nothing() -> None:
    names = {"__name__": "ubiops.rest", "hidden": OwnFramesHidden()}
    with pytest.raises(ZeroDivisionError):
        exec("with hidden: 1 / 0", names)
    assert "__tracebackhide__" not in names


def test_frames_of_others_stay() -> None:
    def fail() -> None:
        with OwnFramesHidden():
            raise ubiops.ApiValueError("no")

    with pytest.raises(ubiops.ApiValueError) as caught:
        fail()
    assert not any(entry.ishidden(caught) for entry in caught.traceback)
