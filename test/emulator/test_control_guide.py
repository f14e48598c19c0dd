"""The guide docs/emulator.md: every example in it is run."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
import zipfile
from contextlib import suppress
from pathlib import Path
from shutil import which
from typing import Dict, Iterator, List, Tuple

import pytest

from test.support.emulator.needs import absent, need_modules
from test.support.process import PYTHON
from ubiops.emulator import Emulator
from ubiops.emulator.web.server import Server

ROOT = Path(__file__).parents[2]
BLOCK = re.compile(r"^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
BLOCKS: List[Tuple[str, str]] = BLOCK.findall((ROOT / "docs" / "emulator.md").read_text(encoding="utf-8"))
FILES = {
    match.group(1): text for _, text in BLOCKS for match in [re.match(r"# (\S+\.(?:py|yaml|yml))\n", text)] if match
}
# Runs each program in a name space of its own.
RUNNER = """
import gc, json, sys
for program in json.load(sys.stdin):
    exec(compile(program, program, "exec"), {"__name__": "__main__"})
    gc.collect()
"""
ADDRESS = "127.0.0.1:8080"


def of(language: str) -> List[str]:
    return [text for found, text in BLOCKS if found == language and text not in FILES.values()]


def serving(block: str) -> bool:
    return block.startswith("python -m ubiops.emulator")


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """A directory with the files that the guide shows, and a `pip` that installs nothing."""
    need_modules("yaml")
    for name, text in FILES.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text)
    with zipfile.ZipFile(tmp_path / "churn.zip", "w") as package:
        package.writestr("model_package/model.py", FILES["churn_package/model.py"])
    (tmp_path / "bin").mkdir()
    programs = {
        "pip": 'shift; for each; do case "$each" in pytest | *"[emulator]"*) ;; *) exit 1 ;; esac; done',
        "python": f'exec "{sys.executable}" "$@"',
        "pytest": f'exec "{sys.executable}" -m pytest -p no:cacheprovider -p ubiops.emulator.pytest_plugin "$@"',
    }
    for name, script in programs.items():
        (tmp_path / "bin" / name).write_text(f"#!/bin/sh -e\n{script}\n")
        (tmp_path / "bin" / name).chmod(0o755)
    return tmp_path


@pytest.fixture
def environment(place: Path) -> Dict[str, str]:
    path = f"{place / 'bin'}{os.pathsep}{os.environ['PATH']}"
    settings = {"PYTHONPATH": str(ROOT), "PATH": path, "PYTHONDONTWRITEBYTECODE": "1"}
    # The plugin is named to pytest, lest it be found a second time where the package is installed.
    return {**os.environ, **settings, "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1"}


@pytest.fixture
def address() -> str:
    """An address that is free, most likely."""
    server = Server("127.0.0.1", 0)
    server.close()
    return server.url[len("http://") :]


def run(script: str, place: Path, environment: Dict[str, str]) -> str:
    """Run a script of the shell; end what it leaves running."""
    process = subprocess.Popen(
        ["bash", "-e", "-o", "pipefail", "-c", script],
        cwd=place,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        start_new_session=True,
    )
    try:
        process.wait(60)
    finally:
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGTERM)
        output = process.communicate(timeout=60)[0]
    assert process.returncode == 0, output
    return output


def test_the_guide_has_examples_of_everything() -> None:
    assert {language for language, _ in BLOCKS} == {"", "sh", "python", "yaml"}
    assert set(FILES) == {
        "seed.yaml",
        "churn_package/model.py",
        "deploy.py",
        "test_deploy.py",
        "conftest.py",
        ".github/workflows/test.yml",
        ".github/workflows/rehearse.yml",
    }
    assert of("yaml") == []


def test_programs(place: Path, environment: Dict[str, str]) -> None:
    done = subprocess.run(
        [sys.executable, "-W", "error", "-X", "dev", "-c", RUNNER],
        input=json.dumps(of("python")),
        cwd=place,
        env=environment,
        capture_output=True,
        encoding="utf-8",
        timeout=60,
    )
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize("command", [block for block in of("sh") if serving(block)])
def test_starts(command: str, place: Path, environment: Dict[str, str]) -> None:
    words = [*command.split()[1:], "--port", "0"]
    process = subprocess.Popen(
        [sys.executable, *words],
        cwd=place,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
    )
    try:
        assert process.stdout is not None
        lines = [process.stdout.readline() for _ in range(2)]
        assert [line.partition("=")[0] for line in lines] == ["UBIOPS_API_HOST", "UBIOPS_API_TOKEN"]
        process.terminate()
        assert process.wait(60) == 0
    finally:
        process.kill()
        process.communicate()


@pytest.fixture
def calls(place: Path, environment: Dict[str, str]) -> Iterator[Tuple[str, Dict[str, str]]]:
    """A running emulator: its address, and the environment to call it."""
    with Emulator() as emulator:
        (place / ".curlrc").write_text("silent\nshow-error\nfail\n")
        settings = {"UBIOPS_API_HOST": emulator.host, "UBIOPS_API_TOKEN": emulator.token, "CURL_HOME": str(place)}
        yield emulator.page[len("http://") : -1], {**environment, **settings}


@pytest.mark.parametrize("script", [block for block in of("sh") if not serving(block)])
def test_scripts(script: str, place: Path, calls: Tuple[str, Dict[str, str]]) -> None:
    if "curl" in script and which("curl") is None:
        absent("curl", "apt-get install curl")
    run(script.replace(ADDRESS, calls[0]), place, calls[1])


@pytest.mark.parametrize("name", [name for name in FILES if name.startswith(".github")])
def test_workflows(name: str, place: Path, environment: Dict[str, str], address: str) -> None:
    import yaml

    if which("curl") is None:
        absent("curl", "apt-get install curl")
    workflow = yaml.safe_load(FILES[name].replace(ADDRESS, address))
    ((job, steps),) = [(each, each["steps"]) for each in workflow["jobs"].values()]
    script = "\n".join(step["run"] for step in steps if "run" in step)
    # In the workflow the port is the default one.
    script = script.replace("ubiops.emulator ", f"ubiops.emulator --port {address.rpartition(':')[2]} ")
    run(script, place, {**environment, **job.get("env", {})})
    assert all(set(step) <= {"uses", "with", "run"} for step in steps)


def test_the_options_are_all_there() -> None:
    text = (ROOT / "docs" / "emulator.md").read_text(encoding="utf-8")
    done = subprocess.run(
        [*PYTHON, "-m", "ubiops.emulator", "--help"], cwd=ROOT, capture_output=True, encoding="utf-8", timeout=60
    )
    assert set(re.findall(r"--[a-z-]+", done.stdout)) - {"--help"} <= set(re.findall(r"--[a-z-]+", text))
