"""`kill -9` while an emulator starts with a new data file."""

from __future__ import annotations

import random
import signal
import tempfile
import time
from pathlib import Path
from typing import Iterator, List

from ..figures import Figure
from .emulators import SEED, Running, plain, temporary
from .things import PROJECT

_LONGEST = 1.0  # seconds between the start and the kill


def run(whole: bool) -> Iterator[Figure]:
    """Kill it at random moments; the next start has to work, and to leave nothing."""
    rng, kills, wrong = random.Random(SEED), 60 if whole else 3, []
    for number in range(kills):
        with tempfile.TemporaryDirectory(prefix="ubiops-crash-") as made:
            wrong += [f"start {number}: {text}" for text in _tried(Path(made).resolve(), rng.uniform(0, _LONGEST))]
    yield plain("kill -9 during the first start: the next one fails, or leaves something", wrong, f"{kills} kills")


def _tried(directory: Path, seconds: float) -> List[str]:
    killed = Running(directory)
    time.sleep(seconds)
    killed.end(signal.SIGKILL)
    running = Running(directory)
    try:
        api = running.wait().api
        if [each.name for each in api.projects_list()] != [PROJECT]:
            return [f"it holds {api.projects_list()}"]
    except AssertionError as error:
        return [str(error)]
    finally:
        status = running.end()
    left = [name for name in temporary(directory) if not name.startswith(".")]  # those go when they are older
    return [f"it ended with {status}"] * bool(status) + [f"it left {left}"] * bool(left)
