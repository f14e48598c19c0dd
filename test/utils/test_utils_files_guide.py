"""The guide to files: its programs run as they stand."""

from __future__ import annotations

from pathlib import Path

from test.support.guides import programs, run
from ubiops.emulator import Emulator

PROGRAMS = programs("files.md")


def test_the_programs_do_what_the_guide_says(emulator: Emulator, tmp_path: Path) -> None:
    assert run(PROGRAMS["blobs.py"], tmp_path, emulator).splitlines() == [
        "january.csv 16 bytes",
        *("tenure_months", "4", "12", ""),
        "copy.csv",
        f"[{Path('downloads/january.csv')!r}, {Path('downloads/february.csv')!r}]",
    ]
    assert run(PROGRAMS["rest.py"], tmp_path, emulator).splitlines() == [
        "january.csv is there",
        "february.csv is there",
        "no-such-file.csv is not there",
        "[Errno 2] No such file or directory: 'no-such-file.csv'",
    ]
