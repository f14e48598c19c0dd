"""Data files that are refused, and upgrades that are interrupted."""

from __future__ import annotations

import random
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import time
from contextlib import closing
from pathlib import Path
from typing import Iterator, List

from test.support.emulator.data_files import SPOILT, contents, make, make_old
from ubiops.emulator.state.storage import Storage

from ..figures import Figure
from .emulators import ROOT, SEED, plain

_INSTANCES = 100_000  # of the old data file, which the upgrade sums up; a tenth of them in a small part
_MANY = (
    "WITH RECURSIVE n (i) AS (VALUES (10) UNION ALL SELECT i + 1 FROM n WHERE i < ?) INSERT INTO instances"
    " SELECT i, 'o', 'p', 'v', 1024, '2021-01-02T00:00:00.000000Z', '2021-01-02T00:00:01.000000Z' FROM n"
)
_OPEN = """
import sys
from pathlib import Path
from ubiops.emulator.state.storage import Storage

print("begins", flush=True)
Storage(Path(sys.argv[1])).close()
"""


def run(whole: bool) -> Iterator[Figure]:
    """Start with spoilt files, and kill upgrades."""
    wrong = []
    with tempfile.TemporaryDirectory(prefix="ubiops-crash-") as made:
        directory = Path(made).resolve()
        (directory / "whole").mkdir()
        make(directory / "whole")
        for name, (spoil, message) in SPOILT.items():
            copy = directory / name
            shutil.copytree(directory / "whole", copy)
            spoil(copy)
            wrong += [f"{name}: {text}" for text in _refused(copy, message)]
    yield plain("data files to be refused: taken, without a clear reason, or touched", wrong, f"{len(SPOILT)} kinds")
    kills, instances = (40, _INSTANCES) if whole else (3, _INSTANCES // 10)
    with tempfile.TemporaryDirectory(prefix="ubiops-crash-") as made:
        yield from _upgrades(Path(made).resolve(), kills, instances)


def _refused(directory: Path, message: str) -> List[str]:
    before = contents(directory)
    try:
        Storage(directory / "f").close()
    except ValueError as error:
        told = [] if message in str(error) else [str(error)]
        return told + ["it was touched"] * (contents(directory) != before)
    return ["it was taken"]


def _upgrades(directory: Path, kills: int, instances: int) -> Iterator[Figure]:
    (directory / "old").mkdir()
    make_old(directory / "old")
    with closing(sqlite3.connect(str(directory / "old" / "f"))) as db:
        db.execute(_MANY, (instances,))
        db.commit()
    took = _killed(directory, directory / "undisturbed", None)
    expected = _used(directory / "undisturbed")
    rng, halves, interrupted = random.Random(SEED), [], 0
    for number in range(kills):
        copy = directory / str(number)
        _killed(directory, copy, rng.uniform(0, took))
        found = _version(copy)
        interrupted += found == (1, False)
        if found not in ((1, False), (2, True)):
            halves.append(f"kill {number}: version and table are {found}")
        if _used(copy) != expected:
            halves.append(f"kill {number}: {_used(copy)}, not {expected}")
        shutil.rmtree(copy)
    of = f"{kills} kills, {interrupted} of them before its end"
    yield plain("kill -9 of an upgrade: done by halves, or not done by the next start", halves, of)


def _used(copy: Path) -> List[object]:
    """Return what the upgrade sums up."""
    storage = Storage(copy / "f")
    try:
        with storage.transaction() as db:
            return [tuple(row) for row in db.execute("SELECT * FROM gb_seconds ORDER BY day")]
    finally:
        storage.close()


def _killed(directory: Path, copy: Path, seconds: object) -> float:
    """Open a copy of the old file; after so many seconds, if it is a number, kill who does. Return how long it took."""
    shutil.copytree(directory / "old", copy)
    with subprocess.Popen([sys.executable, "-c", _OPEN, str(copy / "f")], stdout=subprocess.PIPE, cwd=ROOT) as process:
        assert process.stdout is not None
        process.stdout.readline()
        began = time.monotonic()
        if isinstance(seconds, float):
            time.sleep(seconds)
            process.kill()
        process.wait()
        return time.monotonic() - began


def _version(copy: Path) -> object:
    """Return the version, and whether what comes with version 2 is there, of a copy of the file and its log."""
    with tempfile.TemporaryDirectory(prefix="ubiops-crash-") as other:
        for path in copy.glob("f*"):
            if path.is_file():
                shutil.copy(path, other)
        with closing(sqlite3.connect(str(Path(other) / "f"))) as db:
            version = db.execute("PRAGMA user_version").fetchone()[0]
            tables = db.execute("SELECT count(*) FROM sqlite_master WHERE name = 'gb_seconds'").fetchone()[0]
            if db.execute("PRAGMA integrity_check").fetchone()[0] != "ok":
                return "damaged"
            return version, bool(tables)
