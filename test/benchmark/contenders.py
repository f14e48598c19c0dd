"""This client and the published one, each with an interpreter to measure it in."""

import json
import os
import subprocess
import sys
from importlib.metadata import version
from pathlib import Path
from typing import Any, Dict, List, NamedTuple, Optional

TESTS = Path(__file__).resolve().parent.parent
REPOSITORY = TESTS.parent
PUBLISHED_VERSION = "2.1.0"

THIS = "this client"
PUBLISHED = f"published {PUBLISHED_VERSION}"

_FIRST_IMPORT = """
import sys, time
start = time.perf_counter()
import ubiops
seconds = time.perf_counter() - start
modules = list(sys.modules)
print(seconds, modules.count("urllib3"), sum(name.startswith("ubiops.models.") for name in modules))
"""


class BrokenError(Exception):
    """A measurement or a preparation failed; the message is one line that says how."""


class FirstImport(NamedTuple):
    """What the first ``import ubiops`` of an interpreter did."""

    seconds: float
    urllib3: int
    models: int


def run(command: List[str], env: Optional[Dict[str, str]] = None, timeout: float = 300) -> str:
    """Run a command in the tests' directory and return what it prints."""
    try:
        done = subprocess.run(
            command, cwd=TESTS, env=env, timeout=timeout, check=True, capture_output=True, encoding="utf-8"
        )
    except subprocess.CalledProcessError as error:
        lines = (error.stderr or error.stdout).strip().splitlines() or [str(error)]
        raise BrokenError(lines[-1]) from error
    except (OSError, subprocess.TimeoutExpired) as error:
        raise BrokenError(str(error)) from error
    return done.stdout


def plain_environment() -> Dict[str, str]:
    """Return this process's environment without what would change how Python, the client or a proxy behaves."""
    return {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("PYTHON", "UBIOPS_")) and not name.lower().endswith("_proxy")
    }


class Contender:
    """A client, and the interpreter that finds it."""

    def __init__(self, name: str, python: str, path: Optional[Path] = None) -> None:
        self.name = name
        self.python = python
        self._env = plain_environment()
        if path:
            self._env["PYTHONPATH"] = str(path)

    def first_import(self) -> FirstImport:
        """Import the client in a fresh interpreter that has done nothing else: its own start is not counted."""
        seconds, urllib3_count, models = run([self.python, "-c", _FIRST_IMPORT], self._env).split()
        return FirstImport(float(seconds), int(urllib3_count), int(models))

    def measure(self, task: str, options: Dict[str, Any]) -> Dict[str, Dict[str, Any]]:
        """Run a task in a fresh interpreter."""
        command = [self.python, "-m", "benchmark.worker", task, json.dumps(options)]
        measurements: Dict[str, Dict[str, Any]] = json.loads(run(command, self._env))
        return measurements


def this_client() -> Contender:
    """Return the client of this repository."""
    return Contender(THIS, sys.executable, REPOSITORY)


def published_client(directory: Path) -> Contender:
    """Install the published client, with this interpreter's urllib3, into an environment under the directory."""
    run([sys.executable, "-m", "venv", str(directory)])
    python = str(directory / ("Scripts" if os.name == "nt" else "bin") / "python")
    requirements = [f"ubiops=={PUBLISHED_VERSION}", "urllib3==" + version("urllib3")]
    pip = [python, "-m", "pip", "--quiet", "--disable-pip-version-check", "--retries", "1"]
    run([*pip, "install", *requirements])
    return Contender(PUBLISHED, python)
