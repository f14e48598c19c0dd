"""Memory and descriptors of processes, from the beginning to the end of a run."""

from __future__ import annotations

import threading
from pathlib import Path
from statistics import median
from typing import Dict, List, NamedTuple

from ..figures import Figure

GROWTH = 1.05
WARM = 3  # tenths, after which all threads have met at once, with a connection and a heap of malloc for each


class Sample(NamedTuple):
    """What a process had at a moment.

    Attributes:
        megabytes: Resident memory.
        descriptors: Open files and sockets.
    """

    megabytes: float
    descriptors: int


def sample(pid: int) -> Sample:
    """Look at a process.

    Raises:
        OSError: It has ended.
    """
    place = Path("/proc", str(pid))
    for line in (place / "status").read_text(encoding="ascii", errors="replace").splitlines():
        if line.startswith("VmRSS:"):
            return Sample(int(line.split()[1]) / 1024, len(list((place / "fd").iterdir())))
    raise ProcessLookupError(pid)


class Sampler:
    """Looks at processes for as long as it is open.

    Args:
        processes: Their ids, by name.
        pause: Seconds between two looks.
    """

    def __init__(self, processes: Dict[str, int], pause: float) -> None:
        self._processes = processes
        self._pause = pause
        self._ended = threading.Event()
        self._thread = threading.Thread(target=self._look)
        self.samples: Dict[str, List[Sample]] = {name: [] for name in processes}

    def __enter__(self) -> Sampler:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._ended.set()
        self._thread.join()

    def _look(self) -> None:
        living = dict(self._processes)
        while not self._ended.wait(self._pause):
            for name, pid in list(living.items()):
                try:
                    self.samples[name].append(sample(pid))
                except OSError:  # it has ended
                    del living[name]


def tenths(values: List[float]) -> List[float]:
    """Return the median of each tenth."""
    parts = [values[len(values) * number // 10 : len(values) * (number + 1) // 10] for number in range(10)]
    return [median(part) for part in parts if part]


def flat(what: str, parts: List[float], form: str, warm: int, most: float) -> Figure:
    """Tell what there was in each tenth, and whether the last one is within what the one that is warm allows."""
    asked = f"{most:{form}} at most in the last" if warm < len(parts) else ""
    return Figure(what, " ".join(f"{part:{form}}" for part in parts), asked, not asked or parts[-1] <= most)
