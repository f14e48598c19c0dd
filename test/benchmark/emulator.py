"""How fast the emulator is: ``python -m test.benchmark.emulator``. Reported, never asserted."""

import io
import subprocess
import sys
import time
import zipfile
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from typing import Any, Callable, Dict, List

import urllib3

import ubiops
from ubiops.emulator import Emulator

from . import load, scale
from .clock import Figure, summarize
from .report import Result, table
from .rows import Cell, Line, Row

STARTS = 7
REQUESTS = 500
BATCH = 1000
PENDING = 100_000
CLIENTS = 32
REQUESTS_EACH = 20

MODEL = """
class Model:
    def __init__(self, base_directory, context):
        pass

    def request(self, data):
        return {"out": data["in"] * 2}
"""

ROWS = (
    Row("start", (Line("status", "from the command to the first answered /status", "ms", 500),)),
    Row("direct", (Line("request", "direct request to a warm model that does nothing", "ms", 5),)),
    Row(
        "batch",
        (
            Line("requests", f"{BATCH:,} batch requests of that model", "s", 0.4),
            Line("pending", f"  the same, while {PENDING:,} others wait", "s", 0.4),
        ),
    ),
    Row(
        "load",
        (
            Line("rates", "direct requests from 32 connections, a second", ""),
            Line("some", "  one connection against 8", "x", 1),
            Line("more", "  one connection against 32", "x", 1),
            Line("late", "  99 of 100 from 32 connections", "ms", 60),
            Line("status", "  /status against direct requests, from 32", "x", 2.5),
            Line("get", "models_get from one connection against 32", "x", 1),
        ),
    ),
    Row(
        "clients",
        (
            Line("errors", f"{CLIENTS} clients at once, {REQUESTS_EACH} direct requests each: errors", "", 0),
            Line("request", "  time of a request", "ms"),
        ),
    ),
    *scale.ROWS,
)


def start(*options: str) -> float:
    """Return the milliseconds that an emulator needs to answer, a new one by default."""
    command = [sys.executable, "-m", "ubiops.emulator", "--port", "0", *options]
    began = time.perf_counter()
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as process:
        host = process.stdout.readline().strip().partition("=")[2] if process.stdout else ""
        urllib3.request("GET", f"{host}/status")
        elapsed = time.perf_counter() - began
        process.terminate()
    return elapsed * 1000


def deploy(api: ubiops.CoreApi) -> None:
    """Put the model into service."""
    field = [{"name": "in", "data_type": "int"}]
    result = [{"name": "out", "data_type": "int"}]
    shape = {"input_type": "structured", "output_type": "structured", "input_fields": field, "output_fields": result}
    api.models_create("demo", {"name": "double", **shape})
    api.model_versions_create("demo", "double", {"version": "v1", "maximum_instances": 2})
    package = io.BytesIO()
    with zipfile.ZipFile(package, "w") as archive:
        archive.writestr("model_package/model.py", MODEL)
    api.model_versions_file_upload("demo", "double", "v1", file=package.getvalue())
    while api.model_versions_get("demo", "double", "v1").status != "available":
        time.sleep(0.02)


def timed(call: Callable[[], Any]) -> float:
    """Return the seconds of a call."""
    began = time.perf_counter()
    call()
    return time.perf_counter() - began


def request(api: ubiops.CoreApi) -> None:
    """Make a direct request."""
    assert api.model_requests_create("demo", "double", "v1", {"in": 21}).result == {"out": 42}


def batch(api: ubiops.CoreApi) -> None:
    """Make batch requests, as many at a time as the API takes, and wait for the last."""
    ids: List[str] = []
    for _ in range(BATCH // 250):
        ids += [made.id for made in api.batch_model_requests_create("demo", "double", "v1", [{"in": 1}] * 250)]
    wait_for(api, ids[-1])


def crowded(api: ubiops.CoreApi, emulator: Emulator) -> List[float]:
    """Return the seconds that batch requests take while very many wait behind them; the version is gone afterwards."""
    platform = emulator._platform
    assert platform is not None
    version = api.model_versions_get("demo", "double", "v1").id
    with platform.storage.transaction() as db:
        ids = [row["id"] for row in platform.batches.add(db, version, [{"in": 1}] * (PENDING + 4 * BATCH))]
        platform.batches.wake(db, version)
    seconds = [timed(partial(wait_for, api, each)) for each in ids[BATCH : 5 * BATCH : BATCH]]
    api.model_versions_delete("demo", "double", "v1")
    return seconds[1:]


def wait_for(api: ubiops.CoreApi, request_id: str) -> None:
    """Wait for a batch request."""
    while api.batch_model_requests_get("demo", "double", version="v1", request_id=request_id).status != "completed":
        time.sleep(0.01)


def from_a_client(emulator: Emulator) -> List[float]:
    """Make requests with a client of its own; return the milliseconds of each, or raise what went wrong."""
    with ubiops.ApiClient(emulator.configuration()) as client:
        api = ubiops.CoreApi(client)
        return [timed(lambda: request(api)) * 1000 for _ in range(REQUESTS_EACH)]


def clients(emulator: Emulator) -> Dict[str, Figure]:
    """Let many clients make requests at once."""
    with ThreadPoolExecutor(CLIENTS) as pool:
        futures = [pool.submit(from_a_client, emulator) for _ in range(CLIENTS)]
    errors = sum(future.exception() is not None for future in futures)
    times = [seconds for future in futures if not future.exception() for seconds in future.result()]
    return {"errors": Figure(errors, errors, errors), "request": summarize(times or [0.0])}


def measure() -> Dict[str, Dict[str, Figure]]:
    """Return the figures of all rows."""
    figures = {"start": {"status": summarize([start() for _ in range(STARTS)])}}
    with Emulator() as emulator, ubiops.ApiClient(emulator.configuration()) as client:
        api = ubiops.CoreApi(client)
        deploy(api)
        figures["direct"] = {"request": summarize([timed(lambda: request(api)) * 1000 for _ in range(REQUESTS)])}
        figures["batch"] = {"requests": summarize([timed(lambda: batch(api)) for _ in range(3)])}
        figures["clients"] = clients(emulator)
        if load.available():
            figures["load"] = load.measure(emulator)
        figures["batch"]["pending"] = summarize(crowded(api, emulator))
    figures.update(scale.measure(start))
    return figures


def main() -> None:
    """Print the table."""
    figures = measure()
    name = "this emulator"
    cells = {key: {line: Cell(figure, "") for line, figure in each.items()} for key, each in figures.items()}
    print("Medians, and in parentheses the middle half.\n")
    print(table([Result(row, {name: cells.get(row.name, "needs wrk")}) for row in ROWS], [name], 0))


if __name__ == "__main__":
    main()
