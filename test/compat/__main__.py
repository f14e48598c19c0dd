"""Run the programs under the published client and under this one, and show what differs; needs a network, for pip."""

from __future__ import annotations

import argparse
import difflib
import json
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Dict, List

from ubiops.emulator import Emulator

from .differences import expected
from .transcripts import PROGRAMS, RECORDED, transcript

PUBLISHED = "2.1.0"
ROOT = str(Path(__file__).resolve().parents[2])


def install(folder: Path) -> str:
    """Install the published client into an environment of its own; return its Python."""
    subprocess.run([sys.executable, "-m", "venv", str(folder)], check=True)
    python = str(folder / "bin" / "python")
    subprocess.run([python, "-m", "pip", "install", "-q", f"ubiops=={PUBLISHED}"], check=True)
    return python


def alone(python: List[str], program: Path, emulator: Emulator, **settings: str) -> List[str]:
    """Run a program in a folder of its own, on an emulator that holds nothing else."""
    emulator.reset()
    with tempfile.TemporaryDirectory() as folder:
        return transcript(python, program, emulator, Path(folder), **settings)


def main() -> int:
    """Return 0 if nothing differs but what is listed."""
    parser = argparse.ArgumentParser(prog="python -m test.compat", description=__doc__)
    parser.add_argument("--record", action="store_true", help=f"write what they print into {RECORDED.name}")
    arguments = parser.parse_args()
    published: Dict[str, List[str]] = {}
    held = True
    with tempfile.TemporaryDirectory() as place, Emulator() as emulator:
        theirs = [install(Path(place, "published"))]
        for program in PROGRAMS:
            lines = published[program.stem] = alone(theirs, program, emulator)
            ours = alone([sys.executable, "-W", "error"], program, emulator, PYTHONPATH=ROOT)
            differing = list(difflib.unified_diff(expected(program.stem, lines), ours, "expected", "ours", lineterm=""))
            print(f"{program.stem}: {len(lines)} lines, {'as expected' if not differing else 'and not these:'}")
            print("".join(f"    {line}\n" for line in differing), end="")
            held = held and not differing
    if arguments.record:
        RECORDED.write_text(json.dumps(published, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    return int(not held)


if __name__ == "__main__":
    sys.exit(main())
