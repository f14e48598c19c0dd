"""The guide to upserts: its programs run as they stand."""

from __future__ import annotations

from pathlib import Path

from test.support.guides import programs, run
from ubiops.emulator import Emulator

PROGRAMS = programs("upserts.md")


def test_the_programs_do_what_the_guide_says(emulator: Emulator, tmp_path: Path) -> None:
    first = run(PROGRAMS["ensure.py"], tmp_path, emulator, API_KEY="0f3a9c")
    assert first.splitlines() == [
        "model: created",
        "version: created version: None -> 'v1' memory_allocation: None -> 512",
        "variables: updated REGION: None -> 'north' API_KEY: None -> '***'",
        "pipeline: created",
    ]
    again = run(PROGRAMS["ensure.py"], tmp_path, emulator, API_KEY="0f3a9c")
    assert again.split() == [
        word for name in ("model", "version", "variables", "pipeline") for word in (f"{name}:", "unchanged")
    ]
    changed = run(PROGRAMS["change.py"], tmp_path, emulator)
    assert changed.splitlines() == ["memory_allocation 512 1024", "updated memory_allocation: 512 -> 1024"]
    beside = run(PROGRAMS["beside.py"], tmp_path, emulator)
    assert beside.splitlines() == [
        "schedule: created",
        "role: created",
        "service user: its token is shown this once",
    ]
    again = run(PROGRAMS["beside.py"], tmp_path, emulator)
    assert again.splitlines() == ["schedule: unchanged", "role: unchanged", "service user: unchanged"]
