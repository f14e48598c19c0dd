# U1: mypy and pyright, strict, see the types of a user's program, and its mistakes.
from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from importlib.metadata import version
from pathlib import Path
from typing import Dict, List, NamedTuple, Set, Tuple

import pytest

from test.support.examples import ROOT, examples

pytestmark = pytest.mark.skipif(version("urllib3") < "2", reason="urllib3 has had types since version 2")

PROGRAMS = ROOT / "test" / "typing"
EXPECTED = re.compile(r"# mypy: (?P<mypy>[\w-]+); pyright: (?P<pyright>\w+)")
MYPY_LINE = re.compile(r"(?P<file>[^:]+):(?P<line>\d+): error: (?P<text>.*) +\[(?P<code>[\w-]+)\]$")
OPENTELEMETRY = "from typing import Any\n\ndef get_meter(name: str) -> Any: ...\n"
AXES = "from typing import Any\n\nclass Axes:\n    def __getattr__(self, name: str) -> Any: ...\n"
PYPLOT = "from typing import Any\n\ndef subplots(*args: Any, **kwargs: Any) -> Any: ...\n"


class Found(NamedTuple):
    """A mistake that a tool sees."""

    file: str
    line: int
    rule: str
    text: str


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A directory with the programs and all examples of the documentation, which are read in one go."""
    directory: Path = tmp_path_factory.mktemp("programs")
    written = list(examples())
    assert len(written) > 140
    written.extend((path.stem, path.read_text(encoding="utf-8")) for path in PROGRAMS.glob("*.py"))
    assert len(written) == len(dict(written))
    for name, program in written:
        (directory / f"{name}.py").write_text(program, encoding="utf-8")
    stub(directory / "opentelemetry", metrics=OPENTELEMETRY)
    if sys.version_info < (3, 9):  # whose last matplotlib has no types, and pyright guesses some that are wrong
        stub(directory / "matplotlib", axes=AXES, pyplot=PYPLOT)
    (directory / "pyrightconfig.json").write_text(
        json.dumps({"typeCheckingMode": "strict", "reportMissingTypeStubs": False, "extraPaths": [str(ROOT)]})
    )
    return directory


def stub(package: Path, **modules: str) -> None:
    package.mkdir()
    (package / "__init__.pyi").touch()
    for name, text in modules.items():
        (package / f"{name}.pyi").write_text(text)


def run_mypy(place: Path, cache: Path) -> List[Found]:
    command = [
        *(sys.executable, "-m", "mypy", "--strict", "--config-file=", "--no-error-summary", "--no-pretty"),
        "--follow-imports=silent",
        "--disable-error-code=import-untyped",  # pandas has types in a package of their own
        *("--cache-dir", str(cache), "."),
    ]
    environment = {**os.environ, "MYPYPATH": str(ROOT)}
    done = subprocess.run(command, cwd=place, env=environment, capture_output=True, encoding="utf-8")
    assert done.returncode in (0, 1), done.stdout + done.stderr
    found = []
    for line in done.stdout.splitlines():
        if ": note: " not in line:
            match = MYPY_LINE.match(line)
            assert match, done.stdout
            found.append(Found(match["file"], int(match["line"]), match["code"], match["text"]))
    return found


def run_pyright(place: Path) -> List[Found]:
    command = [sys.executable, "-m", "pyright", "--outputjson", "--pythonpath", sys.executable, "-p", str(place)]
    done = subprocess.run(command, cwd=place, capture_output=True, encoding="utf-8")
    assert done.returncode in (0, 1), done.stdout + done.stderr
    return [
        Found(Path(error["file"]).name, error["range"]["start"]["line"] + 1, error["rule"], error["message"])
        for error in json.loads(done.stdout)["generalDiagnostics"]
        if error["severity"] == "error"
    ]


@pytest.fixture(scope="module", params=["mypy", "pyright"])
def checked(request: pytest.FixtureRequest, place: Path) -> Tuple[str, List[Found]]:
    if request.param == "pyright":
        return "pyright", run_pyright(place)
    kept = getattr(request.config, "cache", None)  # absent with `-p no:cacheprovider`
    return "mypy", run_mypy(place, kept.mkdir("mypy") if kept is not None else place / "cache")


def test_right_programs_and_the_examples_of_the_documentation_pass(checked: Tuple[str, List[Found]]) -> None:
    _, errors = checked
    assert [error for error in errors if error.file != "wrong.py"] == []


def test_every_wrong_line_is_found_and_no_other(checked: Tuple[str, List[Found]]) -> None:
    tool, errors = checked
    lines = (PROGRAMS / "wrong.py").read_text(encoding="utf-8").splitlines()
    expected = {
        number: match[tool] for number, line in enumerate(lines, 1) for match in [EXPECTED.search(line)] if match
    }
    found: Dict[int, Set[str]] = {}
    for error in errors:
        if error.file == "wrong.py":
            found.setdefault(error.line, set()).add(error.rule)
    assert len(expected) > 20
    assert found.keys() == expected.keys()
    assert {line: code for line, code in expected.items() if code not in found[line]} == {}


def test_the_stub_of_the_operations_says_what_the_code_says(tmp_path: Path) -> None:
    only_the_stub = tmp_path / "mypy.ini"  # older versions of mypy see faults in other modules
    only_the_stub.write_text("[mypy]\nignore_errors = true\nignore_missing_imports = true\n")
    command = [sys.executable, "-m", "mypy.stubtest", "--mypy-config-file", str(only_the_stub), "ubiops.api.core_api"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8")
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_package_says_that_it_is_typed() -> None:
    assert (ROOT / "ubiops" / "py.typed").exists()
