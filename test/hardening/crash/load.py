"""The load under which emulators are killed, and the ledger of what they have acknowledged."""

from __future__ import annotations

import random
import threading
from pathlib import Path
from typing import Any, Dict, List, NamedTuple, Optional, Sequence, Set, Tuple

import ubiops
from test.support.emulator.client import zipped
from test.support.emulator.runtime import wheel

from .emulators import until
from .things import KINDS, LINE, PROJECT, SHELF, STEADY, Kind, fingerprint, named

# Notes each token that it is given before it works at it; a line of a file opened to append is written whole.
_NOTE = """
import os, time

class Model:
    def __init__(self, base_directory, context):
        pass

    def request(self, data):
        token, pause, ledger = data.split("|")
        with open(ledger, "a") as file:
            file.write(token + "\\n")
        time.sleep(float(pause))
        return token[::-1]
"""
_ANSWER = """
class Model:
    def __init__(self, base_directory, context):
        pass

    def request(self, data):
        return {!r}
"""
_LETTERS = str.maketrans("0123456789-", "abcdefghij_")  # for names that take nothing else
_MOST = 6  # things of a kind that a thread keeps
_NO_ROOM = 507
_PAGE = 100  # batch requests that are collected at a time
_PACKAGES = 2  # versions whose packages are replaced

Value = Optional[str]
"""What a thing may be: None if it is not there."""


class Batch(NamedTuple):
    """Batch requests that were sent together."""

    of: str  # the operation that made them
    tokens: Tuple[str, ...]
    ids: Tuple[str, ...]  # empty if they were not acknowledged
    round: int  # in which they were sent
    refused: bool = False


class Ledger:
    """What must be there: for each thing the values that are possible, of which there is one once it is known."""

    def __init__(self, notes: Path) -> None:
        self.notes = notes
        self.things: Dict[Tuple[str, str], Set[Value]] = {}
        self.batches: List[Batch] = []
        self.unfinished: List[Batch] = []  # those of which it is not known that they have ended
        self.acknowledged = 0
        self.unanswered = 0
        self.refused = 0  # for want of room
        self.finished: Dict[str, Any] = {}  # outcomes, by id
        self.undisturbed: Set[str] = set()  # tokens that have ended before anything was killed
        self.problems: List[str] = []
        self._lock = threading.Lock()

    def problem(self, text: str) -> None:
        """Note what must not be."""
        with self._lock:
            self.problems.append(text)

    def before(self, key: Tuple[str, str], value: Value) -> None:
        """Note that something is asked for."""
        self.things.setdefault(key, {None}).add(value)

    def after(self, key: Tuple[str, str], value: Value) -> None:
        """Note that it was acknowledged."""
        self.things[key] = {value}
        with self._lock:
            self.acknowledged += 1

    def restored(self, key: Tuple[str, str], values: Set[Value]) -> None:
        """Note that it was refused because the disk is full."""
        self.things[key] = values
        with self._lock:
            self.refused += 1

    def batch(self, batch: Batch) -> None:
        """Note batch requests."""
        with self._lock:
            self.batches.append(batch)
            if batch.ids:
                self.unfinished.append(batch)
                self.acknowledged += 1

    def lost(self) -> None:
        """Note a call that was not answered."""
        with self._lock:
            self.unanswered += 1

    def runs(self) -> Dict[str, int]:
        """Return how often the model has begun with each token."""
        found: Dict[str, int] = {}
        for token in self.notes.read_text().split():
            found[token] = found.get(token, 0) + 1
        return found


def prepare(api: ubiops.CoreApi, ledger: Ledger) -> None:
    """Make what the load works with."""
    ledger.notes.touch()
    plain = {"input_type": "plain", "output_type": "plain"}
    for name in (STEADY[1], *(f"package{number}" for number in range(_PACKAGES))):
        api.models_create(PROJECT, {"name": name, "description": "", **plain})
        ledger.after(("models", name), "")
        settings = {"version": "v1", "memory_allocation": 256, "maximum_instances": 2}
        api.model_versions_create(PROJECT, name, settings)
        package = zipped(_NOTE if name == STEADY[1] else _ANSWER.format(""))
        api.model_versions_file_upload(PROJECT, name, "v1", file=package)
        ledger.after(("packages", name), fingerprint(package))
    api.models_create(PROJECT, {"name": SHELF, "description": "", **plain})
    ledger.after(("models", SHELF), "")
    for name in (LINE, SHELF):
        api.pipelines_create(PROJECT, {"name": name, "description": "", "input_type": "plain"})
        ledger.after(("pipelines", name), "")
    steady = {"name": "o", "reference_type": "model", "reference_name": STEADY[1], "version": STEADY[2]}
    api.pipeline_objects_create(PROJECT, LINE, steady)
    api.pipeline_object_attachments_create(
        PROJECT, LINE, {"source_name": "pipeline_start", "destination_name": "o", "mapping": []}
    )
    until(lambda: api.model_versions_get(*STEADY).status == "available", 60, "the build of the steady version")


class Load:
    """Threads that call an emulator until it is killed.

    Args:
        api: The client that they share.
        ledger: Where they note what they ask for and what is acknowledged.
        number: Of the round.
        directory: Where a wheel may be made.
    """

    def __init__(self, api: ubiops.CoreApi, ledger: Ledger, number: int, directory: Path) -> None:
        self._api = api
        self._ledger = ledger
        self._round = number
        self._directory = directory
        self._before = ledger.acknowledged
        self._ending = threading.Event()
        makers = [(self._make, kind) for kind in KINDS]
        others = [(self._upload, ""), (self._direct, ""), (self._queue, "models"), (self._queue, "pipelines")]
        self._threads = [
            threading.Thread(target=self._run, args=(work, argument, index))
            for index, (work, argument) in enumerate([*makers, *others])
        ]
        for thread in self._threads:
            thread.start()

    def wait(self) -> None:
        """Wait until something has been acknowledged."""
        until(lambda: self._ledger.acknowledged > self._before, 60, "a first answer")

    def ending(self) -> None:
        """Let calls fail from now on, because the emulator is about to be killed."""
        self._ending.set()

    def join(self) -> None:
        """Wait for the threads."""
        for thread in self._threads:
            thread.join()

    def _run(self, work: Any, argument: str, index: int) -> None:
        rng = random.Random(self._round * 100 + index)
        number = 0
        try:
            while not self._ending.is_set():
                number += 1
                work(argument, rng, f"{self._round}-{index}-{number}")
        except ubiops.TransportException as error:
            self._ledger.lost()
            if not self._ending.is_set():
                self._ledger.problem(f"round {self._round}: {argument or index}: {error!r} before the kill")
        except Exception as error:
            body = getattr(error, "body", "")
            self._ledger.problem(f"round {self._round}: {argument or index}: {error!r} {body}")

    def _make(self, kind_name: str, rng: random.Random, unique: str) -> None:
        kind: Kind = KINDS[kind_name]
        mine = [
            name
            for (of, name), values in self._ledger.things.copy().items()  # at once, unlike a list of them
            if of == kind_name and name.startswith("t") and values != {None}
        ]
        value: Value = f"v{unique}" if kind_name != "objects" else ""
        if len(mine) < _MOST and (not mine or rng.random() < 0.4):
            name = f"t{unique}".translate(_LETTERS) if kind_name == "variables" else f"t{unique}"
            self._change(kind_name, name, value, lambda: kind.create(self._api, name, str(value)))
            return
        name = rng.choice(mine)
        if kind.update is None or rng.random() < 0.5:
            self._change(kind_name, name, None, lambda: kind.delete(self._api, name))
        else:
            update = kind.update
            self._change(kind_name, name, value, lambda: update(self._api, name, str(value)))

    def _change(self, kind: str, name: str, value: Value, call: Any) -> None:
        before = set(self._ledger.things.get((kind, name), {None}))
        self._ledger.before((kind, name), value)
        try:
            call()
        except ubiops.ServiceException as error:
            if error.status != _NO_ROOM:
                raise
            self._ledger.restored((kind, name), before)
            self._ending.wait(0.02)
        else:
            self._ledger.after((kind, name), value)

    def _upload(self, _: str, rng: random.Random, unique: str) -> None:
        name = f"package{rng.randrange(_PACKAGES)}"
        files = {}
        if rng.random() < 0.5:  # pip runs for each of these
            made = wheel(self._directory)
            files = {"requirements.txt": f"{made}\n"}
        package = zipped(_ANSWER.format(unique), **files)
        key = ("packages", name)
        self._change(*key, fingerprint(package), lambda: self._send(name, package))
        self._ending.wait(rng.uniform(0, 0.3))

    def _send(self, name: str, package: bytes) -> None:
        self._api.model_versions_file_upload(PROJECT, name, "v1", file=named("p.zip", package))

    def _direct(self, _: str, rng: random.Random, unique: str) -> None:
        answer = self._api.model_requests_create(*STEADY, self._data(f"d{unique}", 0))
        if (answer.success, answer.result) != (True, f"d{unique}"[::-1]) and not self._ending.is_set():
            self._ledger.problem(f"round {self._round}: a direct request: {answer}")

    def _queue(self, of: str, rng: random.Random, unique: str) -> None:
        tokens = tuple(f"{of[0]}{unique}-{number}" for number in range(rng.randint(1, 4)))
        data = [self._data(token, rng.choice((0, 0.01, 0.05))) for token in tokens]
        ids: Tuple[str, ...] = ()
        refused = False
        try:
            if of == "models":
                ids = tuple(each.id for each in self._api.batch_model_requests_create(*STEADY, data))
            else:
                ids = tuple(each.id for each in self._api.batch_pipeline_requests_create(PROJECT, LINE, data))
        except ubiops.ServiceException as error:
            refused = error.status == _NO_ROOM
            if not refused:
                raise
        finally:
            self._ledger.batch(Batch(of, tokens, ids, self._round, refused))
        self._ending.wait(rng.uniform(0.02, 0.15))
        for each in collect(self._api, of, ids) if ids else ():
            if each.status == "completed":
                self._ledger.undisturbed.add(tokens[ids.index(each.id)])

    def _data(self, token: str, pause: float) -> str:
        return f"{token}|{pause}|{self._ledger.notes}"


def collect(api: ubiops.CoreApi, of: str, ids: Sequence[str]) -> List[Any]:
    """Return batch requests."""
    found: List[Any] = []
    for start in range(0, len(ids), _PAGE):
        page = list(ids[start : start + _PAGE])
        if of == "models":
            found += api.batch_model_requests_batch_collect(*STEADY, page)
        else:
            found += api.batch_pipeline_requests_batch_collect(PROJECT, LINE, page)
    return found


def answered(of: str, each: Any) -> Any:
    """Return the result of a batch request that has ended."""
    if of == "models":
        return each.result
    requests = each.model_requests or []
    return requests[0].result if requests else None
