"""Programs of the guides, run as they stand."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Dict

from test.support.openapi import ROOT
from ubiops.emulator import Emulator


def programs(guide: str) -> Dict[str, str]:
    """Return the programs of a page in docs/ by the file names in their first lines."""
    text = (ROOT / "docs" / guide).read_text(encoding="utf-8")
    return dict(re.findall(r"```python\n# (\S+)\n(.*?)```", text, re.DOTALL))


def run(program: str, place: Path, emulator: Emulator, **environment: str) -> str:
    """Run a program in a folder against an emulator, and return what it printed."""
    settings = {"UBIOPS_API_HOST": emulator.host, "UBIOPS_API_TOKEN": emulator.token, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", program],
        cwd=place,
        env={**os.environ, **settings, **environment},
        capture_output=True,
        encoding="utf-8",
        timeout=120,
    )
    assert (done.returncode, done.stderr) == (0, ""), done.stderr
    return done.stdout
