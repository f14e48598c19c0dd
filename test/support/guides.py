"""Pages of the documentation: their headings, and their programs, run as they stand."""

from __future__ import annotations

import functools
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Dict, List

from test.support.openapi import ROOT
from ubiops.emulator import Emulator

CODE = re.compile(r"^```.*?^```", re.MULTILINE | re.DOTALL)
HEADING = re.compile(r"^#+ (.+?)\s*$", re.MULTILINE)


def headings(path: Path) -> List[str]:
    """Return the headings of a page."""
    return HEADING.findall(CODE.sub("", path.read_text(encoding="utf-8")))


@functools.lru_cache(maxsize=None)
def anchors(path: Path) -> List[str]:
    """Return the anchors that GitHub gives to the headings of a page."""
    kept = [re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings(path)]
    return [anchor if anchor not in kept[:index] else f"{anchor}-1" for index, anchor in enumerate(kept)]


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
