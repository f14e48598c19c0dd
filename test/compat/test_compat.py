"""Programs for 2.1.0 do under this client what they did, but for what is listed."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Iterator

import pytest

from test.support.process import ROOT
from ubiops.emulator import Emulator

from .differences import DIFFERENCES, expected
from .transcripts import PROGRAMS, recorded, transcript


@pytest.fixture(scope="module")
def emulator() -> Iterator[Emulator]:
    with Emulator() as emulator:
        yield emulator


@pytest.mark.parametrize("program", PROGRAMS, ids=lambda path: path.stem)
def test_a_program_for_2_1_0_prints_what_it_printed(program: Path, emulator: Emulator, tmp_path: Path) -> None:
    emulator.reset()
    ours = transcript([sys.executable, "-W", "error"], program, emulator, tmp_path, PYTHONPATH=str(ROOT))
    assert ours == expected(program.stem, recorded()[program.stem])


def test_every_program_is_recorded_and_none_ends_badly() -> None:
    transcripts = recorded()
    assert transcripts.keys() == {program.stem for program in PROGRAMS}
    assert not [line for lines in transcripts.values() for line in lines if line.startswith("ended with")]
    assert DIFFERENCES.keys() <= transcripts.keys()
