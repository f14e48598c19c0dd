"""The guide to model packages: its package is uploaded and answers, and its programs run as they stand."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Dict

import pytest

from test.support.openapi import ROOT

if TYPE_CHECKING:
    from test.support.emulator.client import Client

TEXT = (ROOT / "docs" / "model-packages.md").read_text(encoding="utf-8")
FILES: Dict[str, str] = dict(re.findall(r"```python\n# (\S+)\n(.*?)```", TEXT, re.DOTALL))
(WEIGHTS,) = re.findall(r"```json\n(.*?)```", TEXT, re.DOTALL)


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """A directory with the files that the guide shows."""
    (tmp_path / "model_package").mkdir()
    (tmp_path / "model_package" / "weights.json").write_text(WEIGHTS)
    for name, text in FILES.items():
        (tmp_path / name).write_text(text)
    return tmp_path


def run(name: str, place: Path, client: Client) -> str:
    settings = {
        "UBIOPS_API_HOST": client.emulator.host,
        "UBIOPS_API_TOKEN": client.emulator.token,
        "PYTHONPATH": str(ROOT),
    }
    done = subprocess.run(
        [sys.executable, "-W", "error", name],
        cwd=place,
        env={**os.environ, **settings},
        capture_output=True,
        encoding="utf-8",
        timeout=120,
    )
    assert (done.returncode, done.stderr) == (0, ""), done.stderr
    return done.stdout


def test_the_package_answers_and_logs(client: Client, place: Path) -> None:
    client.model("churn", (("tenure_months", "int"), ("monthly_charges", "double")), (("at_risk", "bool"),))
    client("PATCH", "/projects/demo/models/churn/versions/v", {"version": "v1"})
    assert run("upload.py", place, client) == "available \n{'at_risk': True}\n"
    assert "Ready to serve version v1" in run("logs.py", place, client)


def test_files_in_and_out(client: Client, place: Path) -> None:
    version = client.model("report", (("customers", "blob"),), (("report", "blob"),))
    client.deploy(version, FILES["model_package/report.py"])
    blob = client.blob("customers.csv", b"name,age\nMaria,42\nJohn,23\n")
    result = client("POST", f"{version}/request", {"customers": blob}).body["result"]
    assert client.raw("GET", f"/projects/demo/blobs/{result['report']}").body == b"Maria\nJohn\n"
