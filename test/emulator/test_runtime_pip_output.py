"""Why pip failed is found in what its versions really print; `pip_output/record.py` has recorded it."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Dict, Iterator, List

import pytest

from ubiops.emulator.runtime.pip_output import reason

RECORDED = Path(__file__).with_name("pip_output")
MANY = [str(number) for number in range(99)]
REFUSED = r"could not be reached: Failed to establish a new connection: \[Errno 111\] Connection refused"

# What the message has to be, for all versions of pip.
EXPECTED = {
    "raising": "raising(==1.0)? could not be built: RuntimeError: this package is not for you",
    "importing": "importing(==1.0)? could not be built: ModuleNotFoundError: No module named 'absent_module'",
    "exiting": "exiting(==1.0)? could not be built: only for the VAX",
    "printing": r"printing(==1.0)? could not be built: Error: pg_config executable not found\.",
    "headerless": r"headerless could not be built: module\.c:1:10: fatal error: libpq-fe\.h: No such file or directory",
    "miscompiled": r"miscompiled could not be built: module\.c:1:\d+: error: expected declaration specifiers .*",
    "unlinked": "unlinked could not be built: .*cannot find -labsentlib.*",
    "backend": "backend(==1.0)? could not be built: No matching distribution found for absent-backend>=1",
    "untidy": r"untidy(==1\.0)? could not be installed: .*(untidy/pyproject\.toml|(?i:TomlDecodeError)).*",
    "conflict": "The requirements conflict: first 1.0 depends on base==1.0; second 1.0 depends on base==2.0",
    "conflict with a pin": "The requirements conflict: The user requested base==1.0; second 1.0 depends on base==2.0",
    "twice": "(The requirements conflict|Double requirement given): .*base==1.0.*",
    "unknown": "No matching distribution found for no-such-thing==1.0",
    "no such version": "No matching distribution found for base==9.9; there are 1.0, 2.0",
    "no such dependency": "No matching distribution found for absent-dependency>=3, which needy requires",
    "other Python": r"(Package 'future' requires a different Python: \S+ not in|future requires Python) '>=4.0'.*",
    "no requirement": r"Invalid requirement: 'this is not a requirement'.*",
    "one equals sign": r"Invalid requirement: 'base=1\.0'.* = is not a valid operator\. Did you mean == \?",
    "wrong hash": f"The hash does not match: base==1.0 from .* Expected sha256 {'0' * 64} Got +[0-9a-f]{{64}}",
    "no hash": "(A requirement lacks its hash.*: base==2.0 --hash=.*|The hash does not match: second==1.0 from .*)",
    "no such file": r"Invalid requirement: '\./absent'.* File '\./absent' does not exist\.",
    "no such option": "Invalid requirement: --no-such-option",
    "no wheel": ".*broken( could not be installed: .*not a zip file|.* is invalid.*|.* has an invalid wheel.*)",
    "no repository": r"(fatal: unable to access '|.* exit status 128: git clone .*)https://127\.0\.0\.1:1/x\.git.*",
    "no answer": r".*127\.0\.0\.1.*Connection refused.*",
    "not found": r".*base==1\.0.* from http://127\.0\.0\.1:8765/base-1\.0-py3-none-any\.whl .*404.*",
    "no index": rf"No matching distribution found for base; (http://)?127\.0\.0\.1\S* {REFUSED}",
    "no host": r"No matching distribution found for base; \S*no-such-host\.invalid\S* could not be reached: .*",
}


def recorded() -> Iterator[object]:
    for path in sorted(RECORDED.glob("*.txt")):
        cases: Dict[str, List[str]] = {}
        for line in path.read_text(encoding="utf-8").splitlines():
            if line.startswith("### "):
                printed = cases[line[4:]] = []
            else:
                printed.append(line)
        assert set(cases) == set(EXPECTED)
        for case, printed in cases.items():
            if printed.pop() != "[0]":  # old pips install what conflicts
                yield pytest.param(case, printed, id=f"{case}, pip {path.stem}")


@pytest.mark.parametrize(("case", "printed"), list(recorded()))
def test_reason(case: str, printed: List[str]) -> None:
    found = reason(printed)
    assert re.fullmatch(EXPECTED[case], found), found
    assert len(found) <= 500


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ([], ""),
        (["just a line"], "just a line"),
        (["ERROR: exited with status 2"], None),
        (["note: This is an issue with the package mentioned above, not pip."] * 2, None),
        (["ERROR: Could not install packages due to an OSError: [Errno 28] No space left on device", "hint: x"], None),
        (
            ["Could not find a version that satisfies the requirement x (from versions: " + ", ".join(MANY) + ")"],
            "No matching distribution found for x; there are ..., 89, 90, 91, 92, 93, 94, 95, 96, 97, 98",
        ),
        (
            [
                "ERROR: Ignored the following versions that require a different python version: 2.0 Requires-Python >3",
                "ERROR: Could not find a version that satisfies the requirement x==2.0 (from versions: 1.0)",
                "ERROR: No matching distribution found for x==2.0",
            ],
            "No matching distribution found for x==2.0; there are 1.0;"
            " other versions of Python are required by 2.0 Requires-Python >3",
        ),
        (
            [
                "Looking in indexes: https://a.example/simple",
                "WARNING: Retrying after connection broken by 'SSLError(SSLCertVerificationError(1, "
                "'[SSL: CERTIFICATE_VERIFY_FAILED] certificate verify failed: self-signed (_ssl.c:1006)'))'",
                "ERROR: Could not find a version that satisfies the requirement x (from versions: none)",
            ],
            "No matching distribution found for x; https://a.example/simple could not be reached:"
            " certificate verify failed: self-signed (_ssl.c:1006",
        ),
    ],
)
def test_reason_of_other_output(lines: List[str], expected: object) -> None:
    assert reason(lines) == (lines[0].replace("ERROR: ", "") if expected is None else expected)
