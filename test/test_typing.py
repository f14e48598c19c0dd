# U1: mypy and pyright see the types of a user's program, and its mistakes.
from __future__ import annotations

import json
import re
import subprocess
import sys
from importlib.metadata import version
from pathlib import Path
from typing import Dict, List, Set, Tuple

import pytest

pytestmark = pytest.mark.skipif(version("urllib3") < "2", reason="urllib3 has had types since version 2")

ROOT = Path(__file__).resolve().parent.parent
PROGRAMS = ROOT / "test" / "typing"
EXPECTED = re.compile(r"# mypy: (?P<mypy>[\w-]+); pyright: (?P<pyright>\w+)")
MYPY_LINE = re.compile(r"(?P<file>[^:]+):(?P<line>\d+): error: .*\[(?P<code>[\w-]+)\]")

Found = Tuple[str, int, str]  # file, line and rule of an error


def run_mypy() -> List[Found]:
    command = [sys.executable, "-m", "mypy", "--strict", "--config-file=", "--no-error-summary", "--no-pretty"]
    done = subprocess.run([*command, str(PROGRAMS)], cwd=ROOT, capture_output=True, encoding="utf-8")
    assert done.returncode in (0, 1), done.stdout + done.stderr
    found = (MYPY_LINE.match(line) for line in done.stdout.splitlines())
    return [(Path(match["file"]).name, int(match["line"]), match["code"]) for match in found if match]


def run_pyright() -> List[Found]:
    command = [sys.executable, "-m", "pyright", "--outputjson", "--pythonpath", sys.executable, str(PROGRAMS)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8")
    assert done.returncode in (0, 1), done.stdout + done.stderr
    return [
        (Path(error["file"]).name, error["range"]["start"]["line"] + 1, error["rule"])
        for error in json.loads(done.stdout)["generalDiagnostics"]
        if error["severity"] == "error"
    ]


@pytest.fixture(scope="module", params=["mypy", "pyright"])
def checked(request: pytest.FixtureRequest) -> Tuple[str, List[Found]]:
    return request.param, {"mypy": run_mypy, "pyright": run_pyright}[request.param]()


def test_right_programs_pass(checked: Tuple[str, List[Found]]) -> None:
    _, errors = checked
    assert [error for error in errors if error[0] in ("right.py", "everyday.py")] == []


def test_every_wrong_line_is_found_and_no_other(checked: Tuple[str, List[Found]]) -> None:
    tool, errors = checked
    lines = (PROGRAMS / "wrong.py").read_text(encoding="utf-8").splitlines()
    expected = {
        number: match[tool] for number, line in enumerate(lines, 1) for match in [EXPECTED.search(line)] if match
    }
    found: Dict[int, Set[str]] = {}
    for file, line, code in errors:
        if file == "wrong.py":
            found.setdefault(line, set()).add(code)
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
