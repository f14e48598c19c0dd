# The guide to packages: its programs run as they stand, each from a file, since sources are read from files.
from __future__ import annotations

import hashlib
import re
from pathlib import Path
from typing import Callable

import pytest

from test.support.guides import programs, run
from test.support.openapi import ROOT
from ubiops.emulator import Emulator
from ubiops.utils._package_ignore import _ENVIRONMENTS, _NEVER_NAMES, PART

PROGRAMS = programs("packages.md")
Say = Callable[[str], str]


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("guide")
    for name, text in PROGRAMS.items():
        (place / name).write_text(text, encoding="utf-8")
    return place


@pytest.fixture(scope="module")
def say(emulator: Emulator, place: Path) -> Say:
    """Runs a program, and returns what it printed; those of the guide go on from one another."""
    return lambda name: run(f"import runpy; runpy.run_path({name!r}, run_name='__main__')", place, emulator)


def test_the_programs_do_what_the_guide_says(say: Say, place: Path) -> None:
    assert say("first.py").splitlines() == ["{'at_risk': True}", "{'at_risk': False}"]
    assert say("folder.py").splitlines() == ["available", "churn.zip"]
    assert say("digest.py").strip() == hashlib.sha256((place / "churn.zip").read_bytes()).hexdigest()
    assert say("try.py").splitlines() == [
        "asked by north",
        "{'count': 2, 'sorted': 'result.txt'} ['john', 'maria']",
        "[Errno 2] No such file or directory: 'nothing.txt'",
        "asked by south",
    ]
    assert say("cells.py") == "{'at_risk': True}\n"
    assert say("refused.py") == "model.py has no class Model\n"


def test_what_stays_out_is_said(place: Path, emulator: Emulator) -> None:
    program = f"import logging, sys\nlogging.basicConfig(stream=sys.stdout)\n{PROGRAMS['ignore.py']}"
    assert run(program, place, emulator).splitlines() == [
        "WARNING:ubiops.utils:Left out of the package of prices: .env",
        "['model_package/model.py', 'model_package/prices.csv']",
    ]


def test_every_program_is_run() -> None:
    source = Path(__file__).read_text(encoding="utf-8")
    assert [name for name in PROGRAMS if f'say("{name}")' not in source and f"PROGRAMS['{name}']" not in source] == []


def test_the_guide_names_all_that_stays_out() -> None:
    text = (ROOT / "docs" / "packages.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| .*", text.partition("\n## What stays out")[2].partition("\n## ")[0], re.MULTILINE)
    named = {name for row in rows for name in re.findall(r"`([^`]+)`", row)}
    assert {name for name in _NEVER_NAMES if PART not in name} | set(_ENVIRONMENTS) == named
