"""What the client says that it did, against what the emulator received, and against what is there in the end."""

from __future__ import annotations

from collections import Counter, defaultdict
from pathlib import Path
from typing import Counter as Counts
from typing import Dict, Iterable, Iterator, List, NamedTuple, Set, Tuple

from ubiops import CoreApi, utils

from .furnish import PLACE
from .journal import DONE, REFUSED, UNKNOWN, WRONG, Attempt, Entry

MOST_ATTEMPTS = 4
GONE = "gone"
IDEMPOTENT = ("GET", "PUT", "DELETE")
BEGIN, END = "begin-of-soak", "end-of-soak"
GAP = "GAP"

Request = Tuple[str, str]


def against_policy(entry: Entry) -> List[str]:
    """Return the repetitions of a call that docs/configuration.md does not allow."""
    found = []
    for first, second in zip(entry.attempts, entry.attempts[1:]):
        if second.number > 1 and not _may_follow(first):
            found.append(f"{entry.kind} {entry.key}: {first} was followed by {second}")
        if second.number > MOST_ATTEMPTS:
            found.append(f"{entry.kind} {entry.key}: {second}")
    return found


def _may_follow(attempt: Attempt) -> bool:
    if attempt.error is not None:
        unconnected = any(name in attempt.error for name in ("NewConnectionError", "ConnectTimeoutError"))
        return unconnected or (attempt.method in IDEMPOTENT and "ReadTimeoutError" not in attempt.error)
    refused = attempt.asked and attempt.status in (429, 503)
    return refused or (attempt.status in (429, 502, 503, 504) and attempt.method in IDEMPOTENT)


class Traffic(NamedTuple):
    """Requests, each counted by method and path.

    Attributes:
        missing: Those that the client sent, that were not cut on the way, and that the emulator did not receive.
        unasked: Those that the emulator received and nobody sent.
        idle: How many connections the proxy ended while nothing was under way; a request may have met that end.
        gaps: How often the list of the emulator was read too late.
    """

    missing: Counts[Request]
    unasked: Counts[Request]
    idle: int
    gaps: int


def traffic(entries: Iterable[Entry], received: Path, cuts: Path, timed: Tuple[Request, int]) -> Traffic:
    """Compare what was sent with what was received between the marks of the begin and of the end."""
    sent: Counts[Request] = Counter({timed[0]: timed[1]})
    for entry in entries:
        sent.update((attempt.method, attempt.path) for attempt in entry.attempts)
    idle = 0
    for kind, method, path in _lines(cuts):
        sent[method, path] -= kind == "before"
        idle += kind == "idle"
    arrived: Counts[Request] = Counter()
    gaps, within = 0, False
    for method, *rest in _lines(received):
        if method == GAP:
            gaps += 1
        elif rest[0].endswith(f"/{END}"):
            within = False
        elif within:
            arrived[method, rest[0]] += 1
        elif rest[0].endswith(f"/{BEGIN}"):
            within = True
    return Traffic(sent - arrived, arrived - sent, idle, gaps)


def _lines(path: Path) -> Iterator[List[str]]:
    with path.open(encoding="utf-8") as file:
        for line in file:
            yield line.split()


class State(NamedTuple):
    """What there is, against what there should be.

    Attributes:
        lost: What was acknowledged and is not there.
        doubled: What is there, or was done, more often than it was asked for.
        undone: What is there though it was refused, or removed.
    """

    lost: List[str]
    doubled: List[str]
    undone: List[str]


class Ledger:
    """What the entries say about objects and requests."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        self.calls = 0
        self.fates: Counts[str] = Counter()
        self.wrong: List[str] = []
        self.breaches: List[str] = []
        self.repeated = 0
        self.numbers: Dict[str, str] = {}
        self.batches: Set[str] = set()
        self._objects: Dict[str, Dict[str, str]] = {"create": {}, "upload": {}}
        self._texts: Dict[str, List[str]] = defaultdict(lambda: [""])
        for entry in entries:
            self._take(entry)

    def _take(self, entry: Entry) -> None:
        kind, key, fate = entry.kind, entry.key, entry.fate
        self.calls += 1
        self.fates[fate] += 1
        self.repeated += sum(attempt.number > 1 for attempt in entry.attempts)
        self.breaches += against_policy(entry)
        if fate == WRONG:
            self.wrong.append(f"{kind} {key}: {entry.told} after {entry.attempts}")
        elif kind in ("create", "upload"):
            self._objects[kind][key] = fate
        elif kind in ("delete", "remove") and fate != REFUSED:
            self._objects["create" if kind == "delete" else "upload"][key] = GONE if fate == DONE else UNKNOWN
        elif kind == "update" and fate != REFUSED:
            name, text = key.split()
            self._texts[name] = [text] if fate == DONE else [*self._texts[name], text]
        elif kind in ("request", "batch"):
            self.numbers[key] = fate
            if kind == "batch":
                self.batches.add(key)

    def compare(self, api: CoreApi, executed: Path) -> State:
        """Compare with what there is, once nothing is being done any more."""
        state = State([], [], [])
        models = {model.name: model.description for model in api.models_list("demo")}
        names = Counter(name for name in models if name not in (PLACE[1],))
        _compare("model", self._objects["create"], names, state)
        for name, texts in self._texts.items():
            fate = self._objects["create"][name]
            if fate == DONE and models[name] not in texts:
                state.lost.append(f"description of {name}: {models[name]!r}, not of {texts}")
        _compare(
            "blob", self._objects["upload"], Counter(blob.filename for blob in utils.iterate_blobs(api, "demo")), state
        )
        times = Counter(line for (line,) in _lines(executed))
        _compare("execution", self.numbers, times, state)
        kept = Counter(
            str(each.request_data["in"])
            for chunk in _chunks([each.id for each in utils.iterate_batch_requests(api, *PLACE)])
            for each in api.batch_model_requests_batch_collect(*PLACE, chunk)
            if each.status == "completed"
        )
        batches = {number: fate for number, fate in self.numbers.items() if number in self.batches}
        _compare("batch request", batches, kept, state)
        return state


def _chunks(ids: List[str]) -> Iterator[List[str]]:
    return (ids[first : first + 250] for first in range(0, len(ids), 250))


def _compare(what: str, fates: Dict[str, str], there: Counts[str], state: State) -> None:
    for key, fate in fates.items():
        if there[key] > 1:
            state.doubled.append(f"{what} {key}: {there[key]} times")
        elif fate == DONE and not there[key]:
            state.lost.append(f"{what} {key}")
        elif fate in (REFUSED, GONE) and there[key]:
            state.undone.append(f"{what} {key}: {fate}")
    state.doubled.extend(f"{what} {key}: nobody asked for it" for key in there if key not in fates)
