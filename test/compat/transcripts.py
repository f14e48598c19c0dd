"""What programs print, and how it is compared."""

from __future__ import annotations

import json
import os
import re
import subprocess
from pathlib import Path
from typing import Dict, List, Sequence

from ubiops.emulator import Emulator

HERE = Path(__file__).parent
PROGRAMS = sorted((HERE / "programs").glob("*.py"))
RECORDED = HERE / "transcripts.json"

VOLATILE = (
    (r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}", "<id>"),
    (r"http://127\.0\.0\.1:\d+", "<host>"),
    (r"\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(\.\d+)?(Z|\+00:00)?", "<time>"),
)
"""What differs from run to run."""


def transcript(python: Sequence[str], program: Path, emulator: Emulator, folder: Path, **settings: str) -> List[str]:
    """Run a program in a folder of its own; return what it prints, and how it ends unless well."""
    settings.update(API_HOST=emulator.host, API_TOKEN=emulator.token, PYTHONIOENCODING="utf-8")
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONPATH" and not name.startswith("COV")}
    done = subprocess.run(
        [*python, str(program)],
        cwd=folder,
        env={**kept, **settings},
        capture_output=True,
        encoding="utf-8",
        timeout=120,
    )
    text = done.stdout
    if done.returncode or done.stderr:
        text += f"ended with {done.returncode}: {done.stderr.strip().splitlines()[-1]}"
    for pattern, sign in VOLATILE:
        text = re.sub(pattern, sign, text)
    return text.splitlines()


def recorded() -> Dict[str, List[str]]:
    """Return what the programs printed under the published client."""
    transcripts: Dict[str, List[str]] = json.loads(RECORDED.read_text(encoding="utf-8"))
    return transcripts
