"""The guide to bulk predictions: its programs run as they stand."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Iterator

import pytest

from test.support.emulator.client import zipped
from test.support.guides import programs, run
from ubiops import CoreApi
from ubiops.emulator import Emulator

PROGRAMS = programs("bulk.md")
CHURN = """
class Model:
    def __init__(self, base_directory, context):
        pass

    def request(self, data):
        return {"probability": 1 / (1 + data["tenure_months"])}
"""


@pytest.fixture(scope="module")
def churn(emulator: Emulator, api: CoreApi) -> Iterator[Emulator]:
    """An emulator with the model of the guide."""
    inputs = [{"name": "tenure_months", "data_type": "int"}]
    outputs = [{"name": "probability", "data_type": "double"}]
    shape = {"input_type": "structured", "output_type": "structured", "input_fields": inputs, "output_fields": outputs}
    api.models_create("demo", {"name": "churn", **shape})
    api.model_versions_create("demo", "churn", {"version": "v1", "maximum_instances": 2})
    api.model_versions_file_upload("demo", "churn", "v1", file=zipped(CHURN))
    while api.model_versions_get("demo", "churn", "v1").status != "available":
        time.sleep(0.02)
    yield emulator


def test_the_first_program_prints_every_row_in_order(churn: Emulator, tmp_path: Path) -> None:
    lines = run(PROGRAMS["rows.py"], tmp_path, churn).splitlines()
    assert lines == [f"{months} {1 / (1 + months)}" for months in range(500)]


def test_the_frame_is_joined(churn: Emulator, tmp_path: Path) -> None:
    lines = run(PROGRAMS["frame.py"], tmp_path, churn).splitlines()
    assert lines[:3] == ["name,tenure_months,probability,error", "anna,3,0.25,", f"ben,40,{1 / 41},"]


def test_the_run_that_can_be_cut_short(churn: Emulator, tmp_path: Path) -> None:
    first = run(PROGRAMS["overnight.py"], tmp_path, churn)
    assert len(first.splitlines()) == 500
    churn.fail("status", "batch_model_requests_create", status=403)  # would end the second run if it sent anything
    assert run(PROGRAMS["overnight.py"], tmp_path, churn) == first
    churn.clear_faults()
    (tmp_path / "churn.run").unlink()
    churn.fail("reset", "batch_model_requests_create", count=1)
    lines = run(PROGRAMS["overnight.py"], tmp_path, churn).splitlines()
    churn.clear_faults()
    assert lines[250].startswith("The answer to rows ")
    assert lines[251:] == first.splitlines()


def test_outcomes_as_they_are_completed(churn: Emulator, tmp_path: Path) -> None:
    assert run(PROGRAMS["as_completed.py"], tmp_path, churn) == "500 of 500\n"


def test_the_cluster(churn: Emulator, tmp_path: Path) -> None:
    program = tmp_path / "on_dask.py"  # its processes import it
    program.write_text(PROGRAMS["on_dask.py"], encoding="utf-8")
    started = f"import runpy; runpy.run_path({str(program)!r}, run_name='__main__')"
    quiet = {"DASK_LOGGING__DISTRIBUTED": "critical"}  # what its processes miss of each other while they end is theirs
    assert run(started, tmp_path, churn, **quiet).splitlines()[-1] == "500"


def test_every_program_is_run() -> None:
    assert set(PROGRAMS) == {"rows.py", "frame.py", "overnight.py", "as_completed.py", "on_dask.py"}
