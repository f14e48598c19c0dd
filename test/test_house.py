"""The house: each room knows only the rooms below it."""

from __future__ import annotations

import re
from typing import List

import pytest

from test.support.imports import ROOT, calls, cycles, imports, names, unguarded

GRAPH = imports()

ABOVE = ("ubiops.deploy", "ubiops.emulator", "ubiops.utils")
CLIENT = [module for module in GRAPH if not module.startswith(ABOVE)]
MODELS = [module for module in CLIENT if module.startswith("ubiops.models.") and module != "ubiops.models._model"]

# The modules of the client, from the cellar to the roof; those of one floor do not know each other. The packages
# `ubiops` and `ubiops.models` stand low: they load what they name when it is asked for.
CLIENT_FLOORS = [
    ["ubiops._loading"],
    ["ubiops._decoding", "ubiops._heads", "ubiops._json", "ubiops._markup", "ubiops._origin"],
    ["ubiops._policy", "ubiops._printable", "ubiops._rows"],
    ["ubiops._version"],
    ["ubiops.models"],
    ["ubiops", "ubiops._no_proxy", "ubiops._retries", "ubiops._tables", "ubiops._watching", "ubiops.exceptions"],
    ["ubiops._encoding", "ubiops._environment", "ubiops._proxies", "ubiops._response"],
    ["ubiops._observe", "ubiops._threads", "ubiops._timeouts", "ubiops._tls", "ubiops._tracebacks"],
    ["ubiops._transport_errors"],
    ["ubiops._background", "ubiops._bodies", "ubiops._connections", "ubiops._field", "ubiops.configuration"],
    ["ubiops._download", "ubiops._multipart", "ubiops._routes", "ubiops.models._model"],
    [*MODELS, "ubiops._request"],
    ["ubiops._redirects"],
    ["ubiops._sending"],
    ["ubiops.rest"],
    ["ubiops._deserializing"],
    ["ubiops.api_client"],
    ["ubiops.api._operation"],
    ["ubiops.api.core_api"],
    ["ubiops.api"],
]
CLIENT_FLOOR = {module: number for number, floor in enumerate(CLIENT_FLOORS) for module in floor}

# Functions of their arguments.
PURE = [
    *("ubiops._decoding", "ubiops._encoding", "ubiops._field", "ubiops._json", "ubiops._markup", "ubiops._no_proxy"),
    *("ubiops._origin", "ubiops._policy", "ubiops._printable", "ubiops._proxies", "ubiops._redirects"),
    *("ubiops._request", "ubiops._response", "ubiops._retries", "ubiops._rows", "ubiops._tables"),
    *("ubiops.utils._pace", "ubiops.utils._polling"),
]
POOLS = {
    *("urllib3.HTTPConnectionPool", "urllib3.HTTPSConnectionPool", "urllib3.PoolManager", "urllib3.ProxyManager"),
    *("urllib3.connection_from_url", "urllib3.proxy_from_url", "urllib3.connectionpool", "urllib3.poolmanager"),
}
SOCKETS = {"http.client", "select", "selectors", "socket", "ssl", "urllib3", "urllib3.connection"}
CLOCKS = {"time", "date.today", "datetime.now", "datetime.today", "datetime.utcnow"}

# From the cellar to the roof; rooms of one floor do not know each other.
FLOORS = [
    ["common"],
    ["accounts", "runtime"],
    ["state"],
    ["serving"],
    ["pipelines"],
    ["connectors"],
    ["schedules"],
    ["platform"],
    ["call"],
    ["resources", "web"],
    ["control"],
    ["emulator"],  # the facade
    ["__main__", "pytest_plugin"],
]
FLOOR = {room: number for number, rooms in enumerate(FLOORS) for room in rooms}
# What the emulator takes from the rest: the public surface of the client, and what is no part of either.
SHARED = {
    *("ubiops", "ubiops._markup", "ubiops._printable", "ubiops._version", "ubiops.utils._drawing"),
    *("ubiops.deploy._documents", "ubiops.deploy._interpolation"),  # one format for seed files and deployments
}


# What the packages above take of the rest: the public surface of the client, and modules that are no part of either.
NEIGHBOURS = {
    "ubiops.utils": {"ubiops", "ubiops._loading", "ubiops._markup", "ubiops._policy", "ubiops._printable"},
    "ubiops.utils._local": {"ubiops.emulator.runtime"},  # packages run here as in the emulator
    "ubiops.deploy._rehearsing": {"ubiops.emulator"},  # its facade
    "ubiops.deploy": {"ubiops", "ubiops._loading", "ubiops._printable", "ubiops._version", "ubiops.utils"},
}


def room(module: str) -> str:
    return next(iter(module.split(".")[2:]), "emulator")


def test_every_room_of_the_emulator_has_a_floor() -> None:
    assert {room(module) for module in GRAPH if module.startswith("ubiops.emulator")} == set(FLOOR)


@pytest.mark.parametrize("module", [module for module in GRAPH if module.startswith("ubiops.emulator")])
def test_rooms_of_the_emulator_know_only_rooms_below(module: str) -> None:
    here = room(module)
    inside = {target for target in GRAPH[module] if target.startswith("ubiops.emulator")}
    upward: List[str] = [target for target in inside if room(target) != here and FLOOR[room(target)] >= FLOOR[here]]
    assert upward == []
    assert GRAPH[module] - inside <= SHARED


@pytest.mark.parametrize("module", [module for module in GRAPH if module.startswith(tuple(NEIGHBOURS))])
def test_packages_above_the_client_use_its_public_surface(module: str) -> None:
    package = ".".join(module.split(".")[:2])
    outside = {target for target in GRAPH[module] if target != package and not target.startswith(f"{package}.")}
    assert outside <= NEIGHBOURS[package] | NEIGHBOURS.get(module, set())


def test_every_module_of_the_client_has_a_floor() -> None:
    assert set(CLIENT) == set(CLIENT_FLOOR)


def test_modules_of_the_client_know_only_modules_below() -> None:
    upward = [
        (module, target)
        for module in CLIENT
        for target in GRAPH[module]
        if CLIENT_FLOOR.get(target, len(CLIENT_FLOORS)) >= CLIENT_FLOOR[module]  # the emulator is above
    ]
    assert upward == []


def test_one_file_knows_the_pools_of_urllib3() -> None:
    assert [module for module in CLIENT if names(module) & POOLS] == ["ubiops._routes"]


@pytest.mark.parametrize("module", PURE)
def test_pure_modules_know_neither_sockets_nor_a_clock(module: str) -> None:
    assert names(module) & (POOLS | SOCKETS | CLOCKS) == set()


def test_nothing_runs_what_others_wrote_as_code_or_by_a_shell() -> None:
    """But for packages of models, which the emulator runs in processes of their own."""
    code = {"eval", "exec", "os.system", "os.popen", "subprocess.getoutput", "subprocess.getstatusoutput"}
    objects = {*("pickle.load", "pickle.loads", "pickle.Unpickler", "marshal.loads", "shelve.open", "dill.loads")}
    objects |= {"yaml.load", "yaml.load_all", "yaml.full_load", "yaml.unsafe_load", "yaml.Loader", "yaml.UnsafeLoader"}
    found = {
        (module, name)
        for module in GRAPH
        for name, given in calls(module)
        if name in code | objects or "shell" in given
    }
    assert found == {
        ("ubiops._rows", "exec"),  # of code that holds nothing but the names of fields
        ("ubiops.models._model", "exec"),  # likewise
        ("ubiops.utils._bulk_calls", "pickle.loads"),  # of what the same program has sent to its worker
    }


def test_nothing_imports_itself_by_a_detour() -> None:
    assert cycles(GRAPH) == []


def test_forks_wait_for_what_is_imported_when_it_is_needed() -> None:
    packages = ["ubiops", "ubiops.deploy", "ubiops.utils"]  # they import in a function what the others guard with
    modules = [module for module in GRAPH if not module.startswith("ubiops.emulator")]
    assert [module for module in modules if unguarded(module)] == packages


def test_no_test_asserts_that_something_took_a_few_seconds() -> None:
    """What a clock tells apart lies a minute apart, so that no slow machine fails: see `SOON` of test/support."""
    few_seconds = re.compile(r"\b((monotonic|perf_counter|process_time|time)\(\) - \w+|elapsed|took) <=? [\d.]")
    tests = [path for part in ("test_*.py", "*/test_*.py") for path in ROOT.glob(f"test/{part}")]
    assert [path.name for path in tests if few_seconds.search(path.read_text(encoding="utf-8"))] == []
