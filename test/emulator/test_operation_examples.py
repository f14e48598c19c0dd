"""The examples of docs/CoreApi.md run on what docs/examples/set_up.py makes: in order, and each on its own."""

from __future__ import annotations

import inspect
import json
import os
import re
import subprocess
import sys
import textwrap
from pathlib import Path
from typing import Dict, Iterator, NamedTuple

import pytest

import ubiops
from test.support.names import documented
from ubiops.emulator import Emulator

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "CoreApi.md").read_text(encoding="utf-8")
PROGRAMS: Dict[str, str] = dict(re.findall(r"^### (\w+)\n.*?```python\n(.*?)```", PAGE, re.MULTILINE | re.DOTALL))

# Runs each program in a name space of its own, and tells which one failed.
RUNNER = """
import json, sys, traceback
failed = False
for name, program in json.load(sys.stdin):
    print(f"# {name}")
    try:
        exec(compile(program, f"<example of {name}>", "exec"), {"__name__": "__main__"})
    except BaseException:
        traceback.print_exc()
        failed = True
sys.exit(failed)
"""


class Scene(NamedTuple):
    """An emulator with what the examples work on.

    Attributes:
        emulator: It runs.
        settings: Environment variables that lead to it.
        state: What it held at the beginning.
    """

    emulator: Emulator
    settings: Dict[str, str]
    state: Path


@pytest.fixture(scope="module")
def scene(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Scene]:
    state = tmp_path_factory.mktemp("scene") / "state"
    with Emulator() as emulator:
        settings = {"UBIOPS_API_HOST": emulator.host, "UBIOPS_API_TOKEN": emulator.token, "PYTHONPATH": str(ROOT)}
        command = [sys.executable, "-W", "error", "-X", "dev", str(ROOT / "docs" / "examples" / "set_up.py")]
        done = subprocess.run(
            command, env={**os.environ, **settings}, capture_output=True, encoding="utf-8", timeout=60, check=False
        )
        assert (done.returncode, done.stderr) == (0, "")
        emulator.export_state(state)
        yield Scene(emulator, settings, state)


def restore(scene: Scene) -> None:
    """Go back to the beginning, if anything was changed since."""
    if any(request.method != "GET" for request in scene.emulator.requests):
        scene.emulator.import_state(scene.state)
    scene.emulator.clear_requests()


@pytest.mark.parametrize("order", [1, -1], ids=["forwards", "backwards"])
def test_they_run_one_after_the_other(order: int, scene: Scene, tmp_path: Path) -> None:
    restore(scene)
    done = subprocess.run(
        [sys.executable, "-W", "error", "-X", "dev", "-c", RUNNER],
        input=json.dumps(list(PROGRAMS.items())[::order]),
        cwd=tmp_path,
        env={**os.environ, **scene.settings},
        capture_output=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    printed = dict(part.partition("\n")[::2] for part in done.stdout.split("# ")[1:])
    assert printed.keys() == PROGRAMS.keys()
    assert "'success': True" in printed["model_requests_create"]
    assert "'success': True" in printed["pipelines_request"]
    assert (tmp_path / "download").stat().st_size > 0


@pytest.mark.parametrize("name", PROGRAMS)
def test_each_runs_alone(name: str, scene: Scene, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    restore(scene)
    monkeypatch.chdir(tmp_path)
    for variable, value in scene.settings.items():
        monkeypatch.setenv(variable, value)
    exec(compile(PROGRAMS[name], f"<example of {name}>", "exec"), {"__name__": "__main__"})
    last = scene.emulator.requests[-1]
    assert last.status is not None
    assert (last.operation, last.status // 100) == (name, 2)


@documented
def test_the_docstring_of_the_package_shows_a_program_that_runs(
    scene: Scene, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    restore(scene)
    for variable, value in scene.settings.items():
        monkeypatch.setenv(variable, value)
    _, _, program = (inspect.getdoc(ubiops) or "").partition("::\n")
    exec(textwrap.dedent(program.partition("\n\nNames")[0]), {})
    assert capsys.readouterr().out == "churn\n"


def test_there_is_one_for_each_operation_and_none_holds_an_id() -> None:
    operations = {name for name in vars(ubiops.CoreApi) if not name.startswith("_")}
    assert {name for name in operations if not name.endswith("_with_http_info")} == PROGRAMS.keys()
    for name, program in PROGRAMS.items():
        assert f"api.{name}(" in program
        assert not re.search(r"[0-9a-f]{8}-[0-9a-f]{4}-", program), name
