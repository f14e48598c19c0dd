"""Each fault of a server against each kind of call.

A cell of the matrix is a fault and a kind of call. It is tried over a plain connection, with TLS, or both, with a
server that misbehaves once and with one that goes on so; all of these have to hold. What is to come of each stands in
`expectations.py`, by rules.
"""

from __future__ import annotations

import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Dict, Iterator, List, Sequence, Tuple

from test.support.certificates import Certificates

from ..figures import Figure, Part
from .catalogue import GROUPS
from .fault import ONCE, Fault
from .kinds import KINDS, Kind
from .leaks import Watch
from .trial import Trial, run

AT_A_TIME = 32
QUICK = 5
"""Of so many cells the quick run tries one; it is odd to the number of kinds, so that it meets each fault and kind."""

Cell = Tuple[Fault, Kind]

UNTRIED: Dict[Tuple[str, str], str] = {
    (
        "host name without address",
        "bulk, collecting",
    ): "a run keeps the host that it began with, so its name would have "
    "to lose its address in the middle: that needs a name server of our own",
}
"""The cells that make no sense, and why."""


def cells(group: str, whole: bool) -> List[Cell]:
    """Return the cells of a group."""
    first = sum(len(faults) for name, faults in GROUPS.items() if [*GROUPS].index(name) < [*GROUPS].index(group))
    return [
        (fault, kind)
        for row, fault in enumerate(GROUPS[group], first)
        for column, kind in enumerate(KINDS)
        if (fault.name, kind.name) not in UNTRIED and (whole or (row + column) % QUICK == 0)
    ]


def trials(cell: Cell) -> List[Trial]:
    """Return the calls that make up a cell."""
    fault, kind = cell
    return [Trial(fault, kind, scene, transport) for scene in fault.scenes for transport in fault.transports]


def try_all(tried: Sequence[Trial], certificates: Certificates, watch: Watch) -> Dict[str, List[str]]:
    """Make calls, several at a time; return what did not hold, by the names of the trials."""
    found: Dict[str, List[str]] = {}
    for scene in dict.fromkeys(trial.scene for trial in tried):
        with watch.watching(debug=scene == ONCE), ThreadPoolExecutor(AT_A_TIME) as pool:
            now = [trial for trial in tried if trial.scene == scene]
            found.update(zip(map(str, now), pool.map(lambda trial: _run(trial, certificates), now)))
    return found


def _run(trial: Trial, certificates: Certificates) -> List[str]:
    with tempfile.TemporaryDirectory(prefix="trial-") as folder:
        try:
            return run(trial, certificates, Path(folder))
        except Exception as error:
            return [f"the trial itself failed: {error!r}"]


def _matrix(whole: bool) -> Iterator[Figure]:
    tried, held, calls, missed = 0, 0, 0, []
    with tempfile.TemporaryDirectory() as base:
        for name in ("certificates", "temporary"):
            (Path(base) / name).mkdir()
        certificates = Certificates(Path(base) / "certificates")
        watch = Watch(Path(base) / "temporary")
        warm = Trial(GROUPS["statuses"][0], KINDS[0], ONCE, "plain")
        try_all([warm], certificates, Watch(Path(base) / "temporary"))  # loads what is loaded once
        for group, faults in GROUPS.items():
            parts = [trials(cell) for cell in cells(group, whole)]
            found = try_all([trial for each in parts for trial in each], certificates, watch)
            good = sum(not any(found[str(trial)] for trial in each) for each in parts)
            missed += [f"{trial}: {problem}" for trial, problems in found.items() for problem in problems]
            text = f"{good:,} of {len(parts):,} cells, {len(found):,} calls"
            yield Figure(f"{group}: {len(faults)} faults", text, "all", good == len(parts))
            tried, held, calls = tried + len(parts), held + good, calls + len(found)
        missed += watch.problems
    for line in missed:
        print(line, file=sys.stderr)
    faults_in_all = sum(map(len, GROUPS.values()))
    asked = f"{faults_in_all * len(KINDS) - len(UNTRIED):,} cells" if whole else "all"
    yield Figure(
        f"{faults_in_all} faults x {len(KINDS)} kinds of calls",
        f"{held:,} of {tried:,} cells, {calls:,} calls",
        asked,
        held == tried,
    )
    left = f"{len(watch.problems)} left behind or let out"
    yield Figure("sockets, threads, files, tokens in logs", left, "0", not watch.problems)


PART = Part("faults", "a server of our own that misbehaves, against each kind of call", _matrix)
