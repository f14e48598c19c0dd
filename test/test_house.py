"""The house: each room knows only the rooms below it."""

from __future__ import annotations

from typing import List

import pytest

from test.support.imports import cycles, imports

GRAPH = imports()

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
# What the emulator takes from the client: its public surface, and what is no part of either.
SHARED = {"ubiops", "ubiops._printable", "ubiops._version"}


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


def test_the_client_does_not_know_the_emulator() -> None:
    for module, targets in GRAPH.items():
        if not module.startswith("ubiops.emulator"):
            assert not [target for target in targets if target.startswith("ubiops.emulator")], module


def test_nothing_imports_itself_by_a_detour() -> None:
    assert cycles(GRAPH) == []
