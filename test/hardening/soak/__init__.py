"""Mixed calls for long, while things go wrong: what gets lost, what is done twice, and what it costs."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from collections import deque
from contextlib import contextmanager
from pathlib import Path
from statistics import median, quantiles
from typing import Any, Iterator, List, NamedTuple
from urllib.parse import urlsplit

import ubiops
from test.support.emulator.client import wait_until
from test.support.process import ROOT

from ..figures import Figure, Part
from . import memory
from .checks import BEGIN, END, Ledger, State, Traffic, traffic
from .furnish import PLACE, Faults, furnish
from .journal import DONE, REFUSED, UNKNOWN, read
from .samples import GROWTH, WARM, Sampler, flat, tenths

COUNT, FEW = 100_000, 3_000
SEED = 20
SHOWN = 5
DESCRIPTORS = 4


class Run(NamedTuple):
    """What came of the calls.

    Attributes:
        status: Exit status of the client.
        complaints: What it wrote to its standard error.
        faults: How many calls the emulator let go wrong.
        cuts: How many connections the proxy cut.
        ledger: What the client says of its calls.
        timed: Seconds of each timed call by the client, and by urllib3 alone.
        traffic: What was sent against what was received.
        state: What there is against what there should be.
        sampler: Memory and descriptors.
        looks: What the client saw of its memory, from time to time and in the end.
    """

    status: int
    complaints: str
    faults: int
    cuts: int
    ledger: Ledger
    timed: List[Any]
    traffic: Traffic
    state: State
    sampler: Sampler
    looks: List[memory.Look]


@contextmanager
def started(module: str, *arguments: object, errors: Any = None) -> Iterator[subprocess.Popen[str]]:
    """Run a module of this package; end it by its standard input."""
    command = [sys.executable, "-m", f"{__package__}.{module}", *map(str, arguments)]
    pipe = subprocess.PIPE
    process = subprocess.Popen(command, cwd=ROOT, stdin=pipe, stdout=pipe, stderr=errors, encoding="utf-8")
    try:
        yield process
    finally:
        process.communicate(timeout=120)


def soak(count: int, timed_every: int, folder: Path) -> Run:
    """Make so many calls."""
    files = {name: folder / name for name in ("received", "cuts", "executed", "complaints", "data")}
    with started("emulator", files["data"], files["received"]) as emulator:
        assert emulator.stdout is not None
        host, _, token = emulator.stdout.readline().rstrip("\n").partition(" ")
        with ubiops.ApiClient(ubiops.Configuration(host, {"Authorization": token})) as client:
            api = ubiops.CoreApi(client)
            furnish(api, str(files["executed"]))
            faults = Faults(host, token)
            faults.begin()
            mark(api, BEGIN)
            with files["complaints"].open("w") as errors, started(
                "cutter", urlsplit(host).port, files["cuts"], SEED
            ) as proxy:
                assert proxy.stdout is not None
                by_proxy = f"http://127.0.0.1:{int(proxy.stdout.readline())}/v2.1"
                with started("client", folder, count, timed_every, by_proxy, host, token, errors=errors) as program:
                    assert program.stdout is not None
                    children = [int(number) for number in program.stdout.readline().split()[1:]]
                    processes = {"emulator": emulator.pid, "client": program.pid}
                    processes.update({f"fork {number}": pid for number, pid in enumerate(children, 1)})
                    with Sampler(processes, 0.2 if count < COUNT else 1) as sampler:
                        program.wait()
            mark(api, END)
            hits = faults.end()
            wait_until(
                lambda: (
                    not any(
                        api.batch_model_requests_list(*PLACE, status=status, limit=1)
                        for status in ("pending", "processing")
                    )
                )
            )
            entries = deque(each for each in read(folder) if each.kind != "timed")
            ledger = Ledger(entries)
            state = ledger.compare(api, files["executed"])
    timed = [each.told for each in read(folder) if each.kind == "timed"]
    request = ("GET", f"{urlsplit(host).path}/projects/demo/roles/project-viewer")
    found = traffic(entries, files["received"], files["cuts"], (request, 2 * len(timed) + 1))
    cuts = len(files["cuts"].read_text().splitlines())
    looks = memory.read(folder / "memory")
    return Run(
        program.returncode, files["complaints"].read_text(), hits, cuts, ledger, timed, found, state, sampler, looks
    )


def mark(api: ubiops.CoreApi, name: str) -> None:
    """Let the emulator receive a request that is known by its path."""
    try:
        api.projects_get(name)
    except ubiops.NotFoundException:
        return


def run(whole: bool) -> Iterator[Figure]:
    """Make the calls, and compare."""
    count = COUNT if whole else FEW
    with tempfile.TemporaryDirectory(prefix="ubiops-soak-") as folder:
        done = soak(count, 5, Path(folder))
    yield from figures(done, count)


def figures(done: Run, count: int) -> Iterator[Figure]:
    """Tell what came of it."""
    ledger, fates = done.ledger, done.ledger.fates
    yield Figure("mixed calls, by 8 threads and 2 forks", f"{ledger.calls:,}", f"{count:,}", ledger.calls == count)
    injected = done.faults + done.cuts
    yield Figure(
        "faults injected, by the emulator and by the proxy",
        f"{done.faults:,} and {done.cuts:,}, {injected / count:.1%}",
        "5 %",
    )
    ended = ", ".join(f"{fates[fate]:,} {fate}" for fate in (DONE, REFUSED, UNKNOWN))
    yield Figure("how the calls ended, as the client tells", ended)
    yield none("answers or errors that are wrong or undocumented", ledger.wrong)
    yield none("tracebacks, warnings and output of the client", done.complaints.splitlines() or [""] * done.status)
    yield none("repetitions beyond the policy", ledger.breaches, f"0 of {ledger.repeated:,}")
    sent = done.traffic
    missing = sum(sent.missing.values())
    yield Figure(
        "requests sent, and not received, though they were not cut on the way",
        f"{missing:,}",
        f"at most {sent.idle:,}, the idle connections that were ended",
        missing <= sent.idle,
    )
    yield none("requests received that the client did not send", list(map(str, sent.unasked.items())))
    yield none("times that the emulator's list was read too late", [""] * sent.gaps)
    yield none("acknowledged and lost", done.state.lost)
    yield none("done twice", done.state.doubled)
    yield none("refused or removed, and there all the same", done.state.undone)
    yield from memory.figures(done.looks, count == COUNT)
    for name, samples in done.sampler.samples.items():
        megabytes = tenths([each.megabytes for each in samples])
        if name != "client":
            warm = WARM if count == COUNT else len(megabytes)  # before, it is too soon to tell
            most = megabytes[:WARM][-1] * GROWTH
            yield flat(f"resident memory of {name} by tenths, in MB", megabytes, ".1f", warm, most)
        descriptors = tenths([float(each.descriptors) for each in samples])
        yield flat(f"descriptors of {name} by tenths", descriptors, ".0f", WARM, descriptors[:WARM][-1] + DESCRIPTORS)
    client, bare = zip(*done.timed)
    yield Figure(
        "call of the client against the same by urllib3 alone, median and p99",
        f"{median(client) / median(bare):.2f} x and {p99(client) / p99(bare):.2f} x, of {len(client):,}",
    )


def none(what: str, found: List[str], value: str = "0") -> Figure:
    """Tell that nothing was found, or the first few."""
    for each in found[:SHOWN]:
        print(f"  {each}", file=sys.stderr)
    return Figure(what, f"{len(found):,}" if found else value, "0", not found)


def p99(values: Any) -> float:
    """Return what 99 of 100 values are below."""
    found: float = quantiles(values, n=100)[98]
    return found


PART = Part("soak", "many mixed calls while things go wrong", run)
