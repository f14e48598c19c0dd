"""The generated files: up to date, complete, and the same on every run."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Dict

import pytest

import ubiops
from codegen import files, spec
from test.support import openapi
from test.support.names import documented

ROOT = openapi.ROOT


@pytest.fixture(scope="module")
def generated() -> Dict[str, str]:
    return files.generate(ROOT)


def test_they_are_up_to_date(generated: Dict[str, str]) -> None:
    assert files.outdated(ROOT, generated) == []


def test_a_second_run_under_another_hash_seed_changes_nothing() -> None:
    run = subprocess.run(
        [sys.executable, "-m", "codegen", "--check"],
        cwd=str(ROOT),
        env={**os.environ, "PYTHONHASHSEED": "1"},
        capture_output=True,
        encoding="utf-8",
    )
    assert (run.returncode, run.stdout, run.stderr) == (0, "", "")


@documented
def test_a_property_says_what_the_specification_says_about_its_field() -> None:
    for schema in spec.load().schemas:
        model = getattr(ubiops, schema.name)
        assert {field.name: field.text for field in schema.fields} == {
            name: getattr(model, name).__doc__ for name in model.openapi_types
        }


def test_there_is_one_module_and_one_page_for_each_model(generated: Dict[str, str]) -> None:
    pages = {f"docs/{name}.md" for name in openapi.schemas()}
    assert pages <= set(generated)
    modules = [path for path in generated if path.startswith("ubiops/models/") and "__" not in path]
    assert len(modules) == len(openapi.schemas())


def test_each_says_where_it_comes_from(generated: Dict[str, str]) -> None:
    silent = [path for path, content in generated.items() if "`python -m codegen`" not in content]
    assert silent == ["ubiops/emulator/web/openapi.json"]


def test_they_end_in_one_line_feed_and_have_no_carriage_return(generated: Dict[str, str]) -> None:
    for path, content in generated.items():
        assert content.endswith("\n") and not content.endswith("\n\n"), path
        assert "\r" not in content, path


def test_a_changed_a_missing_and_a_left_over_file_are_outdated(tmp_path: Path, generated: Dict[str, str]) -> None:
    files.write(tmp_path, generated, generated)
    assert files.outdated(tmp_path, generated) == []

    changed, missing, left_over = "docs/CoreApi.md", "ubiops/models/status.py", "docs/Forgotten.md"
    (tmp_path / changed).write_text("changed", encoding="utf-8")
    (tmp_path / missing).unlink()
    (tmp_path / left_over).write_text(generated["docs/Status.md"], encoding="utf-8")
    (tmp_path / "docs" / "guide.md").write_text("written by hand", encoding="utf-8")
    assert files.outdated(tmp_path, generated) == sorted([changed, missing, left_over])

    files.write(tmp_path, generated, files.outdated(tmp_path, generated))
    assert files.outdated(tmp_path, generated) == []
    assert not (tmp_path / left_over).exists()
    assert (tmp_path / "docs" / "guide.md").read_text(encoding="utf-8") == "written by hand"
