"""`kill -9` of the processes that an emulator has started: models, their keepers, pip."""

from __future__ import annotations

import os
import random
import signal
import tempfile
import threading
import time
from contextlib import suppress
from pathlib import Path
from typing import Any, Dict, Iterator, List

from test.support.emulator.client import zipped

from ..figures import Figure
from .emulators import SEED, Running, plain, processes, temporary, until
from .load import Ledger, answered, collect, prepare
from .things import PROJECT, STEADY, named

_TOKEN = "{}|0.01|{}"
_REASON = "The instance"  # begins every message that tells how an instance ended


def run(whole: bool) -> Iterator[Figure]:
    """Kill them at random moments under direct and batch load."""
    with tempfile.TemporaryDirectory(prefix="ubiops-crash-") as made:
        directory = Path(made).resolve()
        trial = _Trial(directory)
        try:
            trial.kill_instances(200 if whole else 12)
            trial.kill_builds(20 if whole else 2)
        finally:
            status = trial.running.end()
        left = [f"process {each}" for each in processes(directory)] + temporary(directory)
        yield from trial.figures()
        yield plain("processes or directories left by the emulator", left, f"it ended with {status}")


class _Trial:
    def __init__(self, directory: Path) -> None:
        self.running = Running(directory).wait()
        self._api = self.running.api
        self._directory = directory
        self._ledger = Ledger(directory / "notes.txt")
        self._rng = random.Random(SEED)
        self._killed = 0
        self._builds = 0
        self._direct: Dict[str, Any] = {}
        self._queued: Dict[str, str] = {}  # ids, by token
        self._wrong: List[str] = []
        self._failed = 0
        self._spoilt: List[str] = []
        prepare(self._api, self._ledger)

    def kill_instances(self, count: int) -> None:
        ending = threading.Event()
        threads = [threading.Thread(target=self._request, args=(index, ending)) for index in range(3)]
        threads.append(threading.Thread(target=self._queue, args=(ending,)))
        for thread in threads:
            thread.start()
        while self._killed < count:
            time.sleep(self._rng.uniform(0, 0.2))
            found = self._of("worker.py")
            if found:
                with suppress(ProcessLookupError):
                    os.kill(self._rng.choice(found), signal.SIGKILL)
                    self._killed += 1
        ending.set()
        for thread in threads:
            thread.join()
        self._check()

    def kill_builds(self, count: int) -> None:
        """Kill pip while it waits for a file, or the process that keeps it."""
        never = self._directory / "never"
        os.mkfifo(never)
        place = (PROJECT, "package0", "v1")
        for number in range(count):
            package = zipped("class Model: pass", **{"requirements.txt": f"-r {never}\n"})
            self._api.model_versions_file_upload(*place, file=named("p.zip", package))
            pips = until(lambda: self._of("pip"), 60, "pip")
            with suppress(ProcessLookupError):
                os.kill(pips[number % len(pips)], signal.SIGKILL)
                self._builds += 1
            version = until(lambda: self._settled(place), 60, "the end of the build")
            if version.status not in ("building_failed", "available_building_failed") or not version.error_message:
                self._spoilt.append(f"build {number}: {version.status}, {version.error_message!r}")
            until(lambda: not self._of("pip"), 10, "the end of pip")
        model = "class Model:\n    def request(self, data):\n        return 'on'\n"
        self._api.model_versions_file_upload(*place, file=named("p.zip", zipped(model)))
        if until(lambda: self._settled(place), 60, "the end of the build").status != "available":
            self._spoilt.append("the next package was not built")

    def figures(self) -> Iterator[Figure]:
        requests = f"{self._killed} kills, {len(self._direct):,} direct and {len(self._queued):,} batch requests"
        yield plain("kill -9 of instances: requests with a wrong, no or a second outcome", self._wrong, requests)
        yield Figure("requests that failed because of it, each saying so", f"{self._failed:,}")
        yield plain("kill -9 of pip: builds that do not fail with a message", self._spoilt, f"{self._builds} kills")

    def _of(self, name: str) -> List[int]:
        """Return the processes whose command line names something."""
        found = []
        for each in processes(self._directory):
            with suppress(OSError):
                if name in Path(f"/proc/{each}/cmdline").read_bytes().decode():
                    found.append(each)
        return found

    def _settled(self, place: Any) -> Any:
        version = self._api.model_versions_get(*place)
        return None if version.status.endswith("building") else version

    def _request(self, index: int, ending: threading.Event) -> None:
        number = 0
        while not ending.is_set():
            number += 1
            token = f"d{index}-{number}"
            self._direct[token] = None
            try:
                self._direct[token] = self._api.model_requests_create(*STEADY, _TOKEN.format(token, self._ledger.notes))
            except Exception as error:
                self._wrong.append(f"{token}: {error!r}")

    def _queue(self, ending: threading.Event) -> None:
        number = 0
        while not ending.is_set():
            number += 1
            tokens = [f"q{number}-{index}" for index in range(5)]
            data = [_TOKEN.format(token, self._ledger.notes) for token in tokens]
            made = self._api.batch_model_requests_create(*STEADY, data)
            self._queued.update((token, each.id) for token, each in zip(tokens, made))
            ending.wait(0.2)

    def _check(self) -> None:
        ids = list(self._queued.values())

        def ended() -> Any:
            found = collect(self._api, "models", ids)
            return all(each.status in ("completed", "failed") for each in found) and found

        found = {each.id: each for each in until(ended, 120, "the end of the batch requests")}
        runs = self._ledger.runs()
        for token, answer in self._direct.items():
            if answer is not None:
                self._compare(token, answer.success, answer.result, answer.error_message)
        for token, batch_id in self._queued.items():
            each = found[batch_id]
            self._compare(token, each.status == "completed", answered("models", each), each.error_message)
        self._wrong += [f"{token} ran {count} times" for token, count in runs.items() if count > 1]
        last = self._api.model_requests_create(*STEADY, _TOKEN.format("last", self._ledger.notes))
        if last.result != "tsal":
            self._wrong.append(f"the next request: {last}")

    def _compare(self, token: str, success: Any, result: Any, message: Any) -> None:
        if not success:
            self._failed += 1
        if (success and result != token[::-1]) or (not success and not str(message).startswith(_REASON)):
            self._wrong.append(f"{token}: {success}, {result}, {message!r}")
