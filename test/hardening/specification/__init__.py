"""Calls that schemathesis draws from the specification, and what the emulator answers."""

import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Iterator
from xml.etree import ElementTree

from ..figures import Figure, Part

_CASES = Path(__file__).with_name("cases.py")
# How many cases are drawn for an operation besides those that cover its specification, and how many chains of calls.
_FEW, _MANY = 5, 200


def run(whole: bool) -> Iterator[Figure]:
    """Try every operation, then chains of operations that follow each other's answers."""
    if sys.version_info < (3, 11):
        yield Figure("operations", "not tried: schemathesis needs Python 3.11")
        return
    with tempfile.TemporaryDirectory() as directory:
        report = Path(directory, "report.xml")
        command = [sys.executable, "-m", "pytest", "-q", "-n", "0", "-p", "no:cacheprovider", f"--junitxml={report}"]
        examples = {"UBIOPS_HARDENING_EXAMPLES": str(_MANY if whole else _FEW)}
        subprocess.run([*command, str(_CASES)], env={**os.environ, **examples}, stdout=sys.stderr, check=False)
        cases = [(case.get("name", ""), len(case) == 0) for case in ElementTree.parse(report).iter("testcase")]
    for what, prefix in (("operations", "test_operations"), ("chains of operations", "test_scenarios")):
        passed = [held for name, held in cases if name.startswith(prefix)]
        yield Figure(
            f"{what} whose answers are as specified", str(sum(passed)), str(len(passed)), all(passed) and bool(passed)
        )


PART = Part("specification", "what schemathesis makes of the specification, against the emulator", run)
