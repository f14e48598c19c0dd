"""What calls cost when there is much in the database: as much as what they return, not as what is stored.

Cost is counted in instructions of SQLite's virtual machine, which are the same on every machine, however busy.
"""

from __future__ import annotations

import importlib.util
import re
import sqlite3
from contextlib import closing
from datetime import datetime, timedelta, timezone
from functools import partial
from pathlib import Path
from typing import Any, Callable, Dict, Iterator, List, Mapping, Tuple

import pytest

import ubiops
from test.support.emulator.client import PROJECT, Client, connected
from test.support.emulator.crowd import Crowd
from test.support.emulator.operations import logs, platform
from ubiops.emulator import Emulator
from ubiops.emulator.common.dates import micro
from ubiops.emulator.state.integrity import SCHEMA
from ubiops.emulator.state.logs import Logs
from ubiops.emulator.state.seed import seed
from ubiops.emulator.state.storage import Storage

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "CoreApi.md").read_text(encoding="utf-8")
PROGRAMS: Dict[str, str] = dict(re.findall(r"^### (\w+)\n.*?```python\n(.*?)```", PAGE, re.MULTILINE | re.DOTALL))
VERSION = f"{PROJECT}/models/churn/versions/v1"
NOTHING = "00000000-0000-4000-8000-000000000000"
SEARCHES: List[Dict[str, Any]] = [
    {},
    {"system": True},
    {"request_id": "request-3"},
    {"request_id": "none"},
    {"pipeline_request_id": "none"},
    {"model_name": "churn"},
    {"model_name": "rare"},
    {"model_name": "rare", "system": False},
    {"model_name": "churn", "model_version": "v1", "system": True},
    {"model_name": "rare", "model_version": "v1"},
    {"pipeline_name": "score-customers"},
    {"pipeline_name": "score-customers", "pipeline_object_name": "score", "model_name": "churn"},
    {"connector_name": "archive"},
]
LISTS = [f"limit=10{more}" for more in ("", "&status=failed", "&status=completed", "&success=true", "&success=false")]
PERIOD = "object_type=model_version&start_time=2020-01-01&end_time=2020-01-02"
CHARTS = [
    f"requests?{PERIOD}",
    f"requests?{PERIOD}&object_id={NOTHING}",
    f"gb_seconds?{PERIOD}&interval=day",
    f"instances?{PERIOD}&object_id={NOTHING}",
]
PATHS = [
    *(f"{VERSION}/request-batch?{query}" for query in (*LISTS, "limit=10&sort=desc&status=pending&success=true")),
    *(f"{PROJECT}/metrics/{chart}" for chart in CHARTS),
    f"{PROJECT}/blobs?range=10",
    f"{PROJECT}/blobs?range=-10",
    "/organizations/emulator/usage/details",
    *("live", "live/page/requests", "live/page/logs", "live/page/batches", "live/page/projects/demo"),
    "live/page/projects/demo/models/churn/versions/v1",
    "live/page/projects/demo/pipelines/score-customers",
]
FEW, MANY = 250, 5000  # rows
FEW_MODELS, MANY_MODELS = 300, 3000  # the page shows 300
# They count what the organization has, which its subscription limits.
COUNTING = re.compile("(model_versions|connectors|pipelines)_(create|delete|file_upload)|organizations_resource_usage")
GRAIN = 10  # instructions that are counted at a time


class Meter:
    """Counts the instructions of a database."""

    def __init__(self, storage: Storage) -> None:
        self._storage = storage
        self._count = 0

    def _tick(self) -> int:
        self._count += GRAIN
        return 0

    def cost(self, call: Callable[[], Any]) -> int:
        """Return the instructions of a call, and of what else happens meanwhile."""
        with self._storage.held():
            self._storage._connection.set_progress_handler(self._tick, GRAIN)
        before = self._count
        try:
            call()
        finally:
            with self._storage.held():
                self._storage._connection.set_progress_handler(None, 0)
        return self._count - before


def set_up() -> None:
    """Make what the examples work on."""
    spec = importlib.util.spec_from_file_location("set_up", ROOT / "docs" / "examples" / "set_up.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    module.main()


def examples(client: Client, rows: int, models: int) -> Dict[str, int]:
    """Return what the example of each operation, and more calls, cost among so many rows of each kind."""
    storage = platform(client).storage
    with storage.transaction() as db:
        elsewhere = db.execute("SELECT id FROM projects WHERE name = 'crowd'").fetchone()["id"]
    crowd = Crowd(storage, datetime.now(timezone.utc))
    crowd.models(models, elsewhere)
    for add in (crowd.requests, crowd.lines, crowd.instances, crowd.blobs):
        add(rows)
    meter = Meter(storage)
    costs = {path: meter.cost(partial(fetch, client, path)) for path in PATHS}
    costs.update((str(each), meter.cost(partial(logs, client, each, limit=20))) for each in SEARCHES)
    costs.update((name, meter.cost(partial(exec, text, {"__name__": "__main__"}))) for name, text in PROGRAMS.items())
    return costs


def fetch(client: Client, path: str) -> None:
    assert client.raw("GET", path).status == 200


@pytest.fixture(scope="module")
def costs(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Tuple[Mapping[str, int], Mapping[str, int]]]:
    """What the examples cost among few rows and among many."""
    directory = tmp_path_factory.mktemp("examples")
    with Emulator() as emulator, pytest.MonkeyPatch.context() as patch:
        patch.chdir(directory)
        patch.setenv("UBIOPS_API_HOST", emulator.host)
        patch.setenv("UBIOPS_API_TOKEN", emulator.token)
        set_up()
        api = emulator.core_api()
        api.projects_create(ubiops.ProjectCreate(name="crowd", organization_name="emulator"))
        api.api_client.close()
        emulator.export_state(directory / "state")
        for client in connected(emulator):
            few = examples(client, FEW, FEW_MODELS)
            emulator.import_state(directory / "state")
            yield few, examples(client, MANY, MANY_MODELS)


CALLS = [*(name for name in PROGRAMS if not COUNTING.fullmatch(name)), *PATHS, *map(str, SEARCHES)]


@pytest.mark.parametrize("name", CALLS)
def test_no_call_costs_more_among_many_rows(name: str, costs: Tuple[Mapping[str, int], Mapping[str, int]]) -> None:
    few, many = costs
    # What happens in the background meanwhile, such as the end of a build, costs something in either.
    assert many[name] <= 1.5 * few[name] + 4000


def test_what_refers_to_a_row_is_found_by_an_index() -> None:
    """Else the deletion of that row would look through the table."""
    with closing(sqlite3.connect(":memory:")) as db:
        db.executescript(SCHEMA.read_text(encoding="utf-8"))
        for (table,) in db.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall():
            indexes = db.execute(f"PRAGMA index_list({table})").fetchall()
            whole = [name for _, name, _, _, partial in indexes if not partial]
            first = {db.execute(f"PRAGMA index_info({name})").fetchone()[2] for name in whole}
            assert {key[3] for key in db.execute(f"PRAGMA foreign_key_list({table})")} <= first, table


def test_a_search_by_a_model_with_many_versions() -> None:
    storage, now = Storage(), datetime(2020, 10, 8, tzinfo=timezone.utc)
    costs = []
    try:
        with storage.transaction() as db:
            seed(db, storage.ids, None, micro(now))
            project = db.execute("SELECT id FROM projects").fetchone()["id"]
            names = [("m", project, "model", None, "m"), *((f"v{n}", project, "version", "m", "v") for n in range(200))]
            db.executemany("INSERT INTO names VALUES (?, ?, ?, ?, ?)", names)
        search = partial(Logs(storage, lambda: now).search, project_id=project, filters={"model_name": "m"})
        for rounds in (2, 50):
            line = "INSERT INTO logs (project_id, date, log, system, version_id) VALUES (?, ?, '', 0, ?)"
            with storage.transaction() as db:
                dates = (micro(now - timedelta(seconds=second)) for second in range(200 * rounds))
                db.executemany(line, [(project, date, f"v{n % 200}") for n, date in enumerate(dates)])
                whole: Dict[str, Any] = {"first": ("", -1), "last": ("9", 0), "newest_first": True, "limit": 10}
                costs.append(Meter(storage).cost(partial(search, db, **whole)))
    finally:
        storage.close()
    assert costs[1] <= 1.2 * costs[0]


FILTERS = [
    *("logs?text=none", "logs?text=none&project=demo", "logs?from=code&project=demo", "logs?request=request-3"),
    *("batches?text=none", "batches?status=failed", "batches?project=none"),
]


@pytest.fixture(scope="module")
def searching() -> Iterator[Tuple[Mapping[str, int], Mapping[str, int]]]:
    """What the filters of the page cost among more rows than they look at, and among many more."""
    with Emulator() as emulator:
        for client in connected(emulator):
            client.model()
            storage = platform(client).storage
            crowd, meter = Crowd(storage, datetime.now(timezone.utc)), Meter(storage)
            found = []
            for rows in (1500, 6000):
                crowd.requests(rows)
                crowd.lines(rows)
                costs = {each: meter.cost(partial(fetch, client, f"live/page/{each}")) for each in FILTERS}
                found.append(costs)
            yield found[0], found[1]


@pytest.mark.parametrize("name", FILTERS)
def test_a_filter_of_the_page_looks_at_so_many_rows(
    name: str, searching: Tuple[Mapping[str, int], Mapping[str, int]]
) -> None:
    few, many = searching
    assert many[name] <= 1.1 * few[name] + 4000
