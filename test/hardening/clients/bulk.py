"""Bulk runs with a checkpoint that are killed, and go on."""

from __future__ import annotations

from collections import Counter
from typing import List, Set

from test.support.emulator.bulk import COUNT, PROGRAM, arrived, deploy, forget
from ubiops import CoreApi

from .kills import Ended, Programs


class Bulk:
    """Runs of the same rows, each with a checkpoint of its own."""

    def __init__(self, programs: Programs, api: CoreApi) -> None:
        self._programs = programs
        self._api = api
        deploy(api)
        self.lost: List[str] = []
        self.doubled: List[str] = []
        self.unfinished: List[str] = []
        self.left: List[str] = []
        self.told = 0

    def arguments(self, number: int) -> List[str]:
        """Return the program; it goes on with the checkpoint that is there."""
        return ["-c", PROGRAM]

    def check(self, number: int, ended: Ended) -> None:
        """Let it go on, and see what became of the rows."""
        unknown: Counter[int] = Counter()
        answered: Set[int] = set()
        runs = [ended, self._programs.run(self.arguments(number))] if ended.killed else [ended]
        for run in runs:
            self.left += run.left
            for line in run.lines:
                word, first, last = line.split()
                if word == "unknown":
                    rows = range(int(first), int(last) + 1)
                    unknown.update(rows)
                    self.lost += [
                        f"row {row} was answered, and is told to be unknown" for row in rows if row in answered
                    ]
                else:
                    answered.add(int(first))
        self.told += len(unknown)
        if runs[-1].lines[-COUNT:] != [f"done {row} {2 * row}" for row in range(COUNT)]:
            self.unfinished.append(f"round {number}: {runs[-1].lines[-3:]}")
        times = Counter(arrived(self._api))
        self.lost += [f"round {number}: row {row}" for row in range(COUNT) if not times[row]]
        self.doubled += [f"round {number}: row {row}" for row in times if times[row] > 1 + unknown[row]]
        forget(self._api)
        for path in self._programs.folder.glob("run*"):
            path.unlink()
