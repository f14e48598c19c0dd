"""What calls of the emulator cost among many rows, against the same among few: near 1 if the rows do not matter."""

from contextlib import ExitStack, contextmanager
from datetime import datetime, timezone
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Callable, Dict, Iterator, List, Mapping, Sequence

import ubiops
from test.support.emulator.client import DOUBLE, Client, connected, zipped
from test.support.emulator.crowd import Crowd
from test.support.emulator.operations import platform
from ubiops.emulator import Emulator
from ubiops.emulator.common.dates import micro
from ubiops.emulator.state.seed import seed
from ubiops.emulator.state.storage import Storage

from .clock import Figure, ratios, summarize, take_turns
from .rows import Line, Row

FEW, MANY = 100, 100_000
BLOBS = 5000
MODELS = (1, 100, 1000)
SHOWN = 300  # on the page
SECONDS = 2.0  # for each call
STARTS = 5
PROJECT, MODEL, VERSION = "demo", "m", "v"

ROWS = (
    Row(
        "many",
        (
            Line("request", f"search the log by a request among {MANY:,} lines, against {FEW}", "x", 1.5),
            Line("rare", "  by a model with one line", "x", 1.5),
            Line("system", "  for the emulator's line", "x", 1.5),
            Line("get", f"get one of {MANY:,} batch requests", "x", 1.5),
            Line("list", "  list 10 of them", "x", 1.5),
            Line("failed", "  list 10 that did not succeed", "x", 1.5),
            Line("direct", f"direct request after {MANY:,} instances", "x", 1.5),
            Line("usage", "  usage of the month", "x", 1.5),
            Line("page", "  data of the page", "x", 1.5),
            Line("blobs", f"list 10 of {BLOBS:,} blobs", "x", 1.5),
        ),
    ),
    Row(
        "models",
        (
            Line("get", f"get one of {MODELS[-1]:,} models, against {MODELS[0]}", "x", 1.5),
            Line("list", f"list {MODELS[-1]:,} models, a model, against {MODELS[1]}", "x", 1.1),
            Line(
                "page",
                f"page with {SHOWN} of {MODELS[-1]:,}, a model, against {MODELS[1]}",
                "x",
                1.1,
            ),
        ),
    ),
    Row(
        "stored start",
        (
            Line("status", f"start with 1,000 versions, {MANY:,} requests, {MANY:,} lines", "ms", 1000),
            Line("more", "  against a new one", "x"),
        ),
    ),
)

Call = Callable[[ubiops.CoreApi, Client], object]
Times = Dict[str, List[List[float]]]
"""Of each call the seconds that it takes, for each emulator round by round."""

CALLS: Dict[str, Call] = {
    "request": lambda api, _: _search(api, request_id="request-3"),
    "rare": lambda api, _: _search(api, model_name="rare"),
    "system": lambda api, _: _search(api, system=True),
    "get": lambda api, client: api.batch_model_requests_get(PROJECT, MODEL, version=VERSION, request_id=_last(client)),
    "list": lambda api, _: api.batch_model_requests_list(PROJECT, MODEL, VERSION, limit=10),
    "failed": lambda api, _: api.batch_model_requests_list(PROJECT, MODEL, VERSION, limit=10, success=False),
    "direct": lambda api, _: api.model_requests_create(PROJECT, MODEL, VERSION, {"in": 21}),
    "usage": lambda api, _: api.organization_usage_details_get("emulator"),
    "page": lambda _, client: client.raw("GET", "live"),
    "blobs": lambda api, _: api.blobs_list(PROJECT, range=10),
}
MODEL_CALLS: Dict[str, Call] = {
    "get": lambda api, _: api.models_get(PROJECT, MODEL),
    "list": lambda api, _: api.models_list(PROJECT),
    "page": CALLS["page"],
}


def _search(api: ubiops.CoreApi, **filters: object) -> None:
    assert len(api.projects_log_list(PROJECT, {"filters": filters, "limit": 1})) == 1


def _last(client: Client) -> str:
    """Return the id of the last batch request."""
    with platform(client).storage.transaction() as db:
        return str(db.execute("SELECT id FROM batch_requests ORDER BY seq DESC").fetchone()[0])


def _fill(client: Client, rows: int) -> None:
    """Let an emulator have many rows of all that grows."""
    client.deploy(client.model(MODEL), DOUBLE)
    crowd = Crowd(platform(client).storage, datetime.now(timezone.utc))
    crowd.requests(rows - 10)
    crowd.requests(10, "failed")
    crowd.lines(rows)
    crowd.instances(rows)
    crowd.blobs(min(rows, BLOBS))


def many() -> Times:
    """Return the seconds of each call among few rows and among many."""
    with ExitStack() as stack:
        clients = [stack.enter_context(_emulator()) for _ in (FEW, MANY)]
        for client, rows in zip(clients, (FEW, MANY)):
            _fill(client, rows)
        return _turns(clients, CALLS)


def models() -> Times:
    """Return the seconds to get a model, to list all, and to show the page, among the numbers of `MODELS`."""
    with ExitStack() as stack:
        clients = [stack.enter_context(_emulator()) for _ in MODELS]
        for client, number in zip(clients, MODELS):
            client.model(MODEL)
            Crowd(platform(client).storage, datetime.now(timezone.utc)).models(number - 1)
        return _turns(clients, MODEL_CALLS)


@contextmanager
def _emulator() -> Iterator[Client]:
    with Emulator() as emulator:
        yield from connected(emulator)


def _turns(clients: Sequence[Client], calls: Mapping[str, Call]) -> Times:
    """Return what each call takes with each client, round by round."""
    apis = [client.emulator.core_api() for client in clients]
    sides = list(zip(apis, clients))
    times = {
        name: take_turns([partial(call, api, client) for api, client in sides], SECONDS) for name, call in calls.items()
    }
    for api in apis:
        api.api_client.close()
    return times


def make_state(path: Path) -> None:
    """Make a data file as an emulator leaves it that has worked for long."""
    storage, now = Storage(path), datetime.now(timezone.utc)
    try:
        with storage.transaction() as db:
            seed(db, storage.ids, None, micro(now))
        crowd = Crowd(storage, now)
        crowd.models(1000)
        crowd.builds(zipped(DOUBLE))
        crowd.requests(MANY)
        crowd.lines(MANY)
        crowd.instances(MANY)
        crowd.blobs(BLOBS)
    finally:
        storage.close()


def measure(start: Callable[..., float]) -> Dict[str, Dict[str, Figure]]:
    """Return the figures of all rows.

    Args:
        start: returns the milliseconds that an emulator needs to answer, which is started with some options.
    """
    found = {name: summarize(ratios(much, few)) for name, (few, much) in many().items()}
    of_models = models()
    listed = [[seconds / number for seconds in times] for number, times in zip(MODELS, of_models["list"])]
    shown = [[seconds / min(number, SHOWN) for seconds in times] for number, times in zip(MODELS, of_models["page"])]
    figures = {
        "get": summarize(ratios(of_models["get"][-1], of_models["get"][0])),
        "list": summarize(ratios(listed[-1], listed[1])),
        "page": summarize(ratios(shown[-1], shown[1])),
    }
    with TemporaryDirectory() as directory:
        path = Path(directory) / "state.db"
        make_state(path)
        starts = [(start(), start("--data", str(path))) for _ in range(STARTS)]
    stored = [after for _, after in starts]
    more = [after / fresh for fresh, after in starts]
    return {"many": found, "models": figures, "stored start": {"status": summarize(stored), "more": summarize(more)}}


def main() -> None:
    """Print what the calls take, as a table of the guide."""
    print(f"| Call | {FEW} rows | {MANY:,} rows |\n|---|---|---|")
    _print(many(), ROWS[0])
    print(f"\n| Call | {' | '.join(f'{number:,} models' for number in MODELS)} |\n|---|---|---|---|")
    _print(models(), ROWS[1])


def _print(times: Times, row: Row) -> None:
    for line in row.lines:
        cells = [f"{min(seconds) * 1000:.1f} ms" for seconds in times[line.key]]
        print(f"| {line.title.strip()} | {' | '.join(cells)} |")


if __name__ == "__main__":
    main()
