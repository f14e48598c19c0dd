"""How `predict_many` does beside loops written by hand: ``python -m test.benchmark.bulk``. Reported, never asserted."""

import argparse
import json
import statistics
import subprocess
import sys
import tempfile
import time
from collections import deque
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from typing import Any, Callable, Deque, Dict, Iterator, List

import ubiops
from test.benchmark.emulator import deploy
from test.benchmark.memory import now_and_peak
from test.support.emulator.running import Running, starting
from ubiops import utils

CHUNK = 250
IN_FLIGHT = 8
PLACE = ("demo", "double", "v1")
PAUSES = (0.05, 0.2)  # seconds between two looks: the tuned loop has the best of them


def connect(host: str, token: str) -> ubiops.CoreApi:
    """Return a client."""
    return ubiops.CoreApi(ubiops.ApiClient(ubiops.Configuration(host=host, api_key={"Authorization": token})))


def rows(count: int) -> Iterator[Dict[str, int]]:
    """Yield the rows."""
    return ({"in": number} for number in range(count))


def chunks(count: int) -> Iterator[List[Dict[str, int]]]:
    """Yield the rows in chunks."""
    return ([{"in": row} for row in range(start, start + CHUNK)] for start in range(0, count, CHUNK))


def bulk(api: ubiops.CoreApi, count: int) -> int:
    """Let `predict_many` do it."""
    return sum(
        outcome.result["out"] for outcome in utils.predict_many(api, *PLACE, rows(count), max_in_flight=IN_FLIGHT)
    )


def one_chunk(api: ubiops.CoreApi, chunk: List[Dict[str, int]], seconds: float) -> List[int]:
    """Send a chunk, and look at it until all of it is finished."""
    ids = [made.id for made in api.batch_model_requests_create(*PLACE, chunk)]
    while True:
        time.sleep(seconds)
        found = {each.id: each for each in api.batch_model_requests_batch_collect(*PLACE, ids)}
        if all(each.status == "completed" for each in found.values()):
            return [found[each].result["out"] for each in ids]


def tuned(seconds: float) -> Callable[[ubiops.CoreApi, int], int]:
    """Return a loop with as many chunks in flight, which looks at the oldest only."""

    def loop(api: ubiops.CoreApi, count: int) -> int:
        total = 0
        flying: Deque[List[str]] = deque()
        rest = chunks(count)
        chunk = next(rest, None)
        while chunk or flying:
            while chunk and len(flying) < IN_FLIGHT:
                flying.append([made.id for made in api.batch_model_requests_create(*PLACE, chunk)])
                chunk = next(rest, None)
            found = {each.id: each for each in api.batch_model_requests_batch_collect(*PLACE, flying[0])}
            if all(each.status == "completed" for each in found.values()):
                total += sum(found[each].result["out"] for each in flying.popleft())
            else:
                time.sleep(seconds)
        return total

    return loop


def threads(seconds: float) -> Callable[[ubiops.CoreApi, int], int]:
    """Return a loop with as many chunks in flight, each in a thread of its own."""

    def loop(api: ubiops.CoreApi, count: int) -> int:
        total = 0
        flying: Deque[Future[List[int]]] = deque()
        with ThreadPoolExecutor(IN_FLIGHT) as pool:
            for chunk in chunks(count):
                if len(flying) == IN_FLIGHT:
                    total += sum(flying.popleft().result())
                flying.append(pool.submit(one_chunk, api, chunk, seconds))
            return total + sum(sum(each.result()) for each in flying)

    return loop


def naive(api: ubiops.CoreApi, count: int) -> int:
    """Send and collect one chunk after the other, with sleeps of a second."""
    return sum(sum(one_chunk(api, chunk, 1.0)) for chunk in chunks(count))


def rate(contender: Callable[[ubiops.CoreApi, int], int], api: ubiops.CoreApi, count: int) -> float:
    """Return rows per second."""
    began = time.perf_counter()
    assert contender(api, count) == count * (count - 1)
    return count / (time.perf_counter() - began)


def growth(running: Running, count: int) -> float:
    """Return by how many megabytes the memory of a new process grows."""
    command = [sys.executable, "-m", "test.benchmark.bulk", "--memory", running.host, running.token, str(count)]
    return float(json.loads(subprocess.run(command, check=True, stdout=subprocess.PIPE).stdout))


def grow(host: str, token: str, count: int) -> None:
    """Print by how many megabytes the memory of this process grows."""
    api = connect(host, token)
    before, _ = now_and_peak()
    bulk(api, count)
    _, peak = now_and_peak()
    print(json.dumps(peak - before))


def measure(running: Running, rounds: int, few: int, many: int) -> Iterator[str]:
    """Yield the lines of the report."""
    api = connect(running.host, running.token)
    deploy(api)
    loops: Dict[str, Any] = {f"tuned, a look every {each} s": tuned(each) for each in PAUSES}
    loops["tuned, threads"] = threads(0.5)
    bulk(api, CHUNK)
    contenders: Dict[str, Any] = {"predict_many": bulk, **loops}
    ratios: Dict[str, List[float]] = {name: [] for name in [*loops, "naive"]}
    for number in range(rounds):
        order = list(contenders)[:: -1 if number % 2 else 1]  # what slows the machine down hits all of them alike
        rates = {name: rate(contenders[name], api, few) for name in order}
        rates["naive"] = rate(naive, api, 4 * CHUNK)
        for name, found in ratios.items():
            found.append(rates["predict_many"] / rates[name])
        yield "rows/s: " + "; ".join(f"{name}: {each:,.0f}" for name, each in rates.items())
    medians = {name: statistics.median(found) for name, found in ratios.items()}
    yield f"throughput: {min(medians[name] for name in loops):.2f} x the best of the tuned loops (target: at least 0.9)"
    yield f"throughput: {medians['naive']:.1f} x the naive loop (target: at least 5)"
    small, large = growth(running, 1000), growth(running, many)
    yield (
        f"memory: {small:.1f} MB for 1,000 rows, {large:.1f} MB for {many:,}: {large - small:.1f} MB more "
        "(target: at most 32)"
    )


def main() -> None:
    """Print the report."""
    parser = argparse.ArgumentParser(prog="python -m test.benchmark.bulk", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="few rows: does it run at all?")
    parser.add_argument("--memory", nargs=3, metavar=("HOST", "TOKEN", "ROWS"), help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.memory:
        host, token, count = arguments.memory
        grow(host, token, int(count))
        return
    sizes = (1, 1000, 2000) if arguments.quick else (5, 5000, 100_000)
    with tempfile.TemporaryDirectory() as directory:
        emulators = starting(Path(directory))
        running = next(emulators)("--port", "0")
        try:
            for line in measure(running, *sizes):
                print(line, flush=True)
        finally:
            next(emulators, None)


if __name__ == "__main__":
    main()
