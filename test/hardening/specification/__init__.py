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
        told = ElementTree.parse(report)
        cases = [(case.get("name", ""), len(case) == 0) for case in told.iter("testcase")]
        noted = {each.get("name"): each.get("value", "") for each in told.iter("property")}
    operations = [held for name, held in cases if name.startswith("test_operations")]
    chains = [held for name, held in cases if name.startswith("test_scenarios")]
    yield Figure(
        "operations whose answers are as specified",
        str(sum(operations)),
        str(len(operations)),
        all(operations) and bool(operations),
    )
    yield Figure(
        f"{int(noted['chains']):,} chains of operations that follow each other's answers",
        f"{chains.count(False)} faults",
        "no fault",
        chains == [True],
    )
    yield Figure("calls drawn from the specification, in all", f"{int(noted['calls']):,}")


PART = Part("specification", "what schemathesis makes of the specification, against the emulator", run)
