"""`kill -9` of the emulator at random moments, under load."""

from __future__ import annotations

import random
import shutil
import signal
import sqlite3
import sys
import tempfile
import time
from contextlib import closing
from pathlib import Path
from typing import Any, Dict, Iterator, List

import ubiops

from ..figures import Figure
from .emulators import SEED, Running, plain, processes, temporary, until
from .load import Batch, Ledger, Load, answered, collect, prepare
from .things import KINDS, LINE, PROJECT, STEADY, fingerprint

_LONGEST = 1.0  # seconds of load before a kill, from the first answer on


def run(whole: bool) -> Iterator[Figure]:
    """Kill an emulator again and again, and compare what it holds with what it has acknowledged."""
    kills = 200 if whole else 6
    with tempfile.TemporaryDirectory(prefix="ubiops-crash-") as made:
        directory = Path(made).resolve()
        trial = Trial(directory)
        try:
            trial.run(kills)
        finally:
            trial.end()
    yield from trial.figures(kills)


class Trial:
    """A load, and the checks of what comes of it.

    Args:
        directory: Where the data file is.

    Attributes:
        ledger: What must be there.
        lost: What is not, or not as it must be.
    """

    def __init__(self, directory: Path) -> None:
        self._directory = directory
        self.ledger = Ledger(directory / "notes.txt")
        self._rng = random.Random(SEED)
        self._running: List[Running] = []
        self.lost: List[str] = []
        self._integrity: List[str] = []
        self._left: List[str] = []
        self._complaints: List[str] = []
        self._waits: List[float] = []
        self._again = 0
        self._building = 0

    def run(self, kills: int) -> None:
        """Kill so many times."""
        running = self._start()
        prepare(running.api, self.ledger)
        for number in range(1, kills + 1):
            load = Load(running.api, self.ledger, number, self._directory)
            load.wait()
            time.sleep(self._rng.uniform(0, _LONGEST))
            load.ending()
            running.end(signal.SIGKILL)
            load.join()
            self._check_integrity(number)
            old = temporary(self._directory)
            before = time.monotonic()
            running = self._start()
            self._waits.append(time.monotonic() - before)
            self.check_things(running.api, number)
            if number == kills or self._rng.random() < 0.3:
                self.finish_batches(running.api, number)
            self._check_left(number, old)
            if number % 20 == 0:
                ledger = self.ledger
                said = f"{ledger.acknowledged:,} acknowledged, {len(self.lost)} lost, {len(ledger.problems)} problems"
                print(f"{number} kills: {said}", file=sys.stderr, flush=True)
        self.check_all_batches(running.api)
        self.check_packages(running.api)
        status = running.end()
        if status:
            self._left.append(f"the last one ended with {status}: {running.said()}")
        left = [str(each) for each in processes(self._directory)] + temporary(self._directory)
        self._left += [f"at the end: {each}" for each in left]
        self._complaints += running.complaints()

    def end(self) -> None:
        """Leave nothing running."""
        for running in self._running:
            if running.process.poll() is None:
                running.end(signal.SIGKILL)

    def figures(self, kills: int) -> Iterator[Figure]:
        """Yield what was found."""
        ledger = self.ledger
        changes = f"{kills} kills, {ledger.acknowledged:,} changes acknowledged"
        yield plain("kill -9 of the emulator under load: things lost, or otherwise wrong", self.lost, changes)
        batches = sum(len(each.ids) for each in ledger.batches)
        yield Figure(
            "batch requests acknowledged, and finished with one outcome",
            f"{batches:,}, {len(ledger.finished):,} ({self._again} begun again after a kill)",
            "all",
            batches == len(ledger.finished),
        )
        yield plain(
            "errors of the data file by `PRAGMA integrity_check` after a kill", self._integrity, f"{kills} checks"
        )
        yield plain("processes or directories left after the next start", self._left, f"{kills} starts")
        yield plain(
            "calls that failed otherwise than by the kill", ledger.problems, f"{ledger.unanswered:,} cut off by it"
        )
        yield plain("errors in the emulator's own log", self._complaints, f"{kills + 1} runs")
        waits = sorted(self._waits)
        yield Figure("restart until it answers", f"{waits[len(waits) // 2]:.2f} s median, {waits[-1]:.2f} s longest")

    def _start(self) -> Running:
        running = Running(self._directory)
        self._running.append(running)
        return running.wait()

    def _check_integrity(self, number: int) -> None:
        """Look at copies, lest SQLite repairs the file before the emulator sees it."""
        with tempfile.TemporaryDirectory(prefix="ubiops-crash-") as copies:
            for path in self._directory.glob("state.db*"):
                if path.is_file():
                    shutil.copy(path, copies)
            with closing(sqlite3.connect(str(Path(copies) / "state.db"))) as db:
                found = [row[0] for row in db.execute("PRAGMA integrity_check")]
                found += [str(row) for row in db.execute("PRAGMA foreign_key_check")]
        if found != ["ok"]:
            self._integrity.append(f"kill {number}: {found[:3]}")

    def check_things(self, api: ubiops.CoreApi, number: int) -> None:
        """Compare what is there with the ledger."""
        for kind, calls in KINDS.items():
            found = calls.read(api)
            known = {name: values for (of, name), values in self.ledger.things.items() if of == kind}
            for name in {*found, *known}:
                self._compare(number, kind, name, found.get(name), known.get(name, {None}))
        for (of, name), values in list(self.ledger.things.items()):
            if of == "packages":
                package = fingerprint(api.model_versions_file_download(PROJECT, name, "v1").read())
                self._compare(number, of, name, package, values)
        for batch in self.ledger.unfinished:
            try:
                collect(api, batch.of, batch.ids)
            except ubiops.NotFoundException as error:
                self.lost.append(f"kill {number}: {batch}: {error}")

    def _compare(self, number: int, kind: str, name: str, found: Any, possible: Any) -> None:
        if found not in possible:
            self.lost.append(f"kill {number}: {kind} {name}: {found!r}, not one of {possible}")
        self.ledger.things[kind, name] = {found}

    def finish_batches(self, api: ubiops.CoreApi, number: int) -> None:
        """Wait until all batch requests have ended."""
        waiting, self.ledger.unfinished = self.ledger.unfinished, []
        for batch in waiting:

            def ended(batch: Batch = batch) -> Any:
                found = collect(api, batch.of, batch.ids)
                return all(each.status in ("completed", "failed") for each in found) and found

            for each in until(ended, 120, f"the end of {batch} after kill {number}"):
                token = batch.tokens[batch.ids.index(each.id)]
                if each.status == "completed" and answered(batch.of, each) != token[::-1]:
                    self.lost.append(f"kill {number}: {batch.of} {token}: {each}")
                if each.status == "failed" and not each.error_message:
                    self.lost.append(f"kill {number}: {batch.of} {token} failed without a message")
                self.ledger.finished[each.id] = (each.status, each.time_last_updated)

    def check_all_batches(self, api: ubiops.CoreApi) -> None:
        """Check that outcomes have stayed what they were, and that no request ran again that had ended."""
        runs = self.ledger.runs()
        for batch in self.ledger.batches:
            for each in collect(api, batch.of, batch.ids) if batch.ids else ():
                if self.ledger.finished[each.id] != (each.status, each.time_last_updated):
                    self.lost.append(f"{batch.of} {each.id} has ended twice: {self.ledger.finished[each.id]}, {each}")
            for token in batch.tokens:
                self._again += max(0, runs.get(token, 0) - 1)
                if token in self.ledger.undisturbed and runs[token] != 1:
                    self.lost.append(f"{batch.of} {token} had ended, and ran {runs[token]} times")
        whole = self._tokens(api)
        for batch in self.ledger.batches:
            there = [token for token in batch.tokens if whole.get(token)]
            possible = {len(batch.tokens)} if batch.ids else {0} if batch.refused else {0, len(batch.tokens)}
            if len(there) not in possible:
                self.lost.append(f"{batch} is there by halves: {there}")
        self.lost += [f"batch request {token} is there {count} times" for token, count in whole.items() if count > 1]

    def _tokens(self, api: ubiops.CoreApi) -> Dict[str, int]:
        """Return how often each token is there, as the data of a batch request."""
        found: Dict[str, int] = {}
        for of in ("models", "pipelines"):
            offset = 0
            while True:
                if of == "models":
                    page: List[Any] = list(api.batch_model_requests_list(*STEADY, limit=250, offset=offset, sort="asc"))
                else:
                    page = list(api.batch_pipeline_requests_list(PROJECT, LINE, limit=250, offset=offset, sort="asc"))
                if not page:
                    break
                for each in collect(api, of, [listed.id for listed in page]):
                    token = each.request_data.split("|")[0]
                    found[token] = found.get(token, 0) + 1
                offset += len(page)
        return found

    def check_packages(self, api: ubiops.CoreApi) -> None:
        """Check that what was being built is built."""

        def built() -> bool:
            states = [
                api.model_versions_get(PROJECT, name, "v1").status
                for of, name in self.ledger.things
                if of == "packages"
            ]
            return states == ["available"] * len(states)

        until(built, 60, "the builds")

    def _check_left(self, number: int, old: List[str]) -> None:
        self._complaints += [f"before kill {number}: {line}" for line in self._running[-2].complaints()]
        self._left += [f"kill {number}: {name}" for name in temporary(self._directory) if name in old]
        try:
            until(lambda: not self._of_before(), 5, "the end of its processes")
        except AssertionError:
            self._left += [f"kill {number}: process {each}" for each in self._of_before()]

    def _of_before(self) -> List[int]:
        """Return the processes that the present emulator has not started."""
        began = _began(self._running[-1].process.pid)
        return [each for each in processes(self._directory) if 0 < _began(each) < began]  # zombies have no environment


def _began(process: int) -> int:
    """Return when a process began, 0 if it has ended."""
    try:
        return int(Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[19])
    except OSError:
        return 0
