from __future__ import annotations

from pathlib import Path

from ubiops._environment import VARIABLES

GUIDE = Path(__file__).parent.parent / "docs" / "configuration.md"


def test_the_table_lists_every_environment_variable() -> None:
    rows = [line for line in GUIDE.read_text(encoding="utf-8").splitlines() if line.startswith("| `UBIOPS_")]
    assert rows == [f"| `{v.name}` | {v.kind} | {v.default} | {v.meaning} |" for v in VARIABLES]
