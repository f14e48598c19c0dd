"""Fuzzes the targets, each in a process of its own, and counts."""

from __future__ import annotations

import importlib
import importlib.util
import os
import re
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any, Iterator, List, NamedTuple

from test.hardening.figures import Figure

HERE = Path(__file__).resolve().parent
CORPUS = HERE / "corpus"
NAMES: List[str] = sorted(path.stem for path in (HERE / "targets").glob("*.py") if path.stem != "__init__")

QUICK = 3
"""Seconds for each target in a small run."""
AT_A_TIME = 2
ASKED = 10_000_000
"""Executions of all targets together."""


class Outcome(NamedTuple):
    """What came of one target."""

    executions: int
    rate: int
    fault: str


def target(name: str) -> Any:
    """Return a target."""
    return importlib.import_module(f"{__package__}.targets.{name}")


def corpus(name: str) -> List[Path]:
    """Return the files that a target is tried with first."""
    return sorted((CORPUS / name).iterdir())


def replay(name: str) -> int:
    """Try a target with its corpus; return with how many files."""
    files = corpus(name)
    for path in files:
        target(name).check(path.read_bytes())
    return len(files)


def run(whole: bool) -> Iterator[Figure]:
    """Fuzz all targets; say how often, and what broke."""
    files = sum(map(replay, NAMES))
    yield Figure("seeds and findings of before, tried again", f"{files}, no fault", "no fault")
    if importlib.util.find_spec("atheris") is None:
        yield Figure("executions", "none: there is no atheris for this Python", "", False)
        return
    total = 0
    with ThreadPoolExecutor(AT_A_TIME) as pool:
        for name, outcome in zip(NAMES, pool.map(lambda each: fuzz(each, whole), NAMES)):
            total += outcome.executions
            what = f"{name}: {(target(name).__doc__ or '').splitlines()[0].rstrip('.')}"
            value = outcome.fault or f"{outcome.executions:,} executions, {outcome.rate:,} a second, no fault"
            yield Figure(what, value, "no fault", not outcome.fault)
    yield Figure("executions in all", f"{total:,}", f"{ASKED:,}" if whole else "", total >= ASKED or not whole)


def fuzz(name: str, whole: bool) -> Outcome:
    """Fuzz one target in a process."""
    with tempfile.TemporaryDirectory(dir="/dev/shm" if os.access("/dev/shm", os.W_OK) else None) as directory:
        effort = f"-runs={target(name).RUNS}" if whole else f"-max_total_time={QUICK}"
        options = [effort, "-seed=1" if not whole else "-seed=0", f"-artifact_prefix={Path.cwd() / name}-"]
        done = subprocess.run(
            ["nice", "-n", "5", sys.executable, str(HERE / "drive.py"), name, *options],
            env={**os.environ, "TMPDIR": directory},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            text=True,
            errors="replace",
            check=False,
        )
    executions = _number(r"stat::number_of_executed_units: +(\d+)", done.stderr)
    seconds = _number(r"^Done \d+ runs in (\d+) second", done.stderr)
    fault = ""
    if done.returncode:
        kept = re.search(r"Test unit written to (\S+)", done.stderr)
        fault = f"FAULT after {executions:,} executions: {kept.group(1) if kept else done.stderr[-300:]}"
    return Outcome(executions, executions // max(seconds, 1), fault)


def _number(pattern: str, text: str) -> int:
    match = re.search(pattern, text, re.MULTILINE)
    return int(match.group(1)) if match else 0
