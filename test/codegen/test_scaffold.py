"""What an operation needs in the emulator is begun by `--scaffold`; here in a copy of the repository."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from codegen import spec
from codegen.scaffold import scaffold
from test.support.openapi import ROOT

COPIED = ("codegen", "ubiops", "docs", "test/support", "test/emulator/conftest.py", "test/conftest.py")
FILES = ("README.md", "pyproject.toml", "test/__init__.py", "test/test_house.py")
PATHS = """
  /projects/{project_name}/datasets:
    parameters:
      - $ref: '#/components/parameters/ProjectName'
    get:
      operationId: datasets_list
      tags: [Blobs]
      summary: List data sets
      description: Returns the data sets.
      responses:
        '200':
          description: The data sets.
          content:
            application/json:
              schema:
                type: array
                items:
                  $ref: '#/components/schemas/BlobList'
  /projects/{project_name}/blobs/{blob_id}/refresh:
    parameters:
      - $ref: '#/components/parameters/ProjectName'
      - $ref: '#/components/parameters/BlobId'
    post:
      operationId: blobs_refresh
      tags: [Blobs]
      summary: Keep a blob for longer
      description: Begins the time to live anew.
      responses:
        '204':
          description: The blob lives on.
"""


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("copy")
    for name in (*COPIED, *FILES):
        target = root / name
        target.parent.mkdir(parents=True, exist_ok=True)
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, target, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(ROOT / name, target)
    path = root / "codegen" / "openapi.yaml"
    document = path.read_text(encoding="utf-8")
    path.write_text(document.replace("\npaths:\n", f"\npaths:{PATHS}", 1), encoding="utf-8")
    return root


def run(root: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PYTHONPATH": str(root), "PYTHONIOENCODING": "utf-8"}
    return subprocess.run(
        [sys.executable, "-m", *arguments],
        cwd=root,
        env=environment,
        capture_output=True,
        encoding="utf-8",
        timeout=120,
    )


def test_what_is_begun_fits_in_and_waits_to_be_written(copy: Path) -> None:
    for name, room in (("datasets_list", "datasets"), ("blobs_refresh", "blobs")):
        done = run(copy, "codegen", "--scaffold", name)
        assert done.returncode == 0, done.stderr
        written = done.stdout.splitlines()
        assert {f"ubiops/emulator/resources/{room}.py", f"test/emulator/test_{name}.py"} <= set(written)
    needs = (copy / "ubiops/emulator/accounts/permissions.py").read_text(encoding="utf-8")
    assert '    "datasets_list": "datasets.list",\n    "blobs_refresh": "blobs.create",\n}' in needs
    for tool in (("check", "--no-cache"), ("format", "--no-cache", "--check")):
        done = run(copy, "ruff", *tool, "ubiops/emulator", "test/emulator")
        assert done.returncode == 0, done.stdout
    assert run(copy, "codegen", "--check").returncode == 0
    done = run(copy, "pytest", "-q", "-p", "no:cacheprovider", "test/test_house.py", "test/emulator")
    assert "2 failed" in done.stdout, done.stdout
    for name in ("datasets_list", "blobs_refresh"):
        assert f"NotImplementedError: {name} is not written yet" in done.stdout


def test_what_is_there_is_not_begun_again(copy: Path) -> None:
    done = run(copy, "codegen", "--scaffold", "models_create")
    assert done.returncode == 2
    assert "ubiops/emulator/resources/models.py handles models_create already" in done.stderr


def test_every_operation_is_known_to_be_there(api: spec.Api) -> None:
    for operation in api.operations:
        with pytest.raises(ValueError, match=f"handles {operation.name} already"):
            scaffold(api, operation.name, ROOT)


def test_operations_that_the_specification_does_not_know_are_refused(api: spec.Api) -> None:
    with pytest.raises(ValueError, match="has no operation nothing_get"):
        scaffold(api, "nothing_get", ROOT)
