"""The guide to waiting and paging: its programs run as they stand, and its table is true."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import ubiops.utils
from test.support.emulator.client import zipped
from test.support.guides import programs, run
from test.support.openapi import ROOT
from ubiops import CoreApi
from ubiops.emulator import Emulator
from ubiops.utils import _waiters

PROGRAMS = programs("waiting.md")
CHURN = """
class Model:
    def __init__(self, base_directory, context):
        pass

    def request(self, data):
        print("asked about", data["tenure_months"])
        return {"probability": 1 / (1 + data["tenure_months"])}
"""


@pytest.fixture(scope="module")
def place(api: CoreApi, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the packages that the programs upload to a model that is there."""
    fields = {"input_fields": [{"name": "tenure_months", "data_type": "int"}]}
    fields["output_fields"] = [{"name": "probability", "data_type": "double"}]
    api.models_create("demo", {"name": "churn", "input_type": "structured", "output_type": "structured", **fields})
    api.model_versions_create("demo", "churn", {"version": "v1"})
    api.blobs_create("demo", file=b"x" * 42)
    folder = tmp_path_factory.mktemp("guide")
    (folder / "churn.zip").write_bytes(zipped(CHURN))
    (folder / "broken.zip").write_bytes(zipped("raise ValueError('no weights')"))
    return folder


def test_the_programs_do_what_the_guide_says(emulator: Emulator, place: Path) -> None:
    assert run(PROGRAMS["wait.py"], place, emulator) == "available\n"
    assert run(PROGRAMS["results.py"], place, emulator).split() == ["0.5", "0.25", "0.1"]
    lists = run(PROGRAMS["lists.py"], place, emulator).splitlines()
    assert lists[:2] == ["2 of the latest", "0 failed"]
    assert lists[2].endswith(" 42")
    lines = [line[-13:] for line in run(PROGRAMS["read_logs.py"], place, emulator).splitlines()]
    assert lines[3:] == lines[2::-1]
    assert sorted(lines[3:]) == ["asked about 1", "asked about 3", "asked about 9"]
    assert run(PROGRAMS["follow.py"], place, emulator) == "asked about 3\n"
    assert run(PROGRAMS["failure.py"], place, emulator).splitlines() == [
        "available_building_failed",
        "The version failed to deploy: ValueError: no weights",
    ]


def test_no_program_is_left_out() -> None:
    assert set(PROGRAMS) == {"wait.py", "failure.py", "results.py", "lists.py", "read_logs.py", "follow.py"}


def test_the_table_of_waiters() -> None:
    page = (ROOT / "docs" / "waiting.md").read_text(encoding="utf-8")
    rows = re.findall(r"\| `(wait_for_\w+)` \| `(\w+)` \| `(\w+)` \| (\d+) \|", page)
    assert [name for name, *_ in sorted(rows)] == [name for name in ubiops.utils.__all__ if name.startswith("wait_for")]
    waiters = {each.operation: each for each in vars(_waiters).values() if isinstance(each, _waiters.Waiter)}
    for _, operation, success, limit in rows:
        assert [success] == list(waiters[operation].success)
        assert float(limit) == waiters[operation].limit
