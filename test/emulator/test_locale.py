"""An emulator in a C locale, where Python takes names for ASCII: models see everything as elsewhere."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any, Callable

import pytest

from test.support.emulator.client import PROJECT
from test.support.emulator.running import Running
from test.support.names import on_disk

MODEL = """
import os

class Model:
    def __init__(self, base_directory, context):
        with open(os.path.join(base_directory, "gewächse.txt")) as file:
            self.text = file.read()

    def request(self, data):
        print("übersetzt", flush=True)
        with open(data["file"]) as file, open("größe.txt", "w") as out:
            out.write(file.read())
        name = os.path.basename(data["file"])
        return {"file": "größe.txt", "told": [self.text, os.environ["WOERTER"], name]}
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no C locale")
def test_models_see_utf_8_in_any_locale(
    start: Callable[..., Running], connect: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    package = tmp_path / on_disk("modèle")
    package.mkdir()
    (package / "model.py").write_text(MODEL, encoding="utf-8")
    (package / on_disk("gewächse.txt")).write_text("Rosen € 3", encoding="utf-8")
    model = {
        "name": "m",
        "input_type": "structured",
        "input_fields": [{"name": "file", "data_type": "blob"}],
        "output_type": "structured",
        "output_fields": [{"name": "file", "data_type": "blob"}, {"name": "told", "data_type": "array_string"}],
        "versions": [
            {
                "version": "v",
                "package": "modèle",
                "environment_variables": [{"name": "WOERTER", "value": "süß", "secret": False}],
            }
        ],
    }
    seed = tmp_path / "seed.json"
    seed.write_text(json.dumps({"projects": [{"name": "demo", "models": [model]}]}, ensure_ascii=False), "utf-8")
    for name, value in {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}.items():
        monkeypatch.setenv(name, value)
    client = connect(start("--port", "0", "--seed", str(seed)))
    version = f"{PROJECT}/models/m/versions/v"
    client.built(version, "available")
    blob = client.blob("änderung.csv", "Öl".encode())
    body = client("POST", f"{version}/request", {"file": blob}).body
    assert body["success"], body
    assert body["result"]["told"] == ["Rosen € 3", "süß", "änderung.csv"]
    out = client.raw("GET", f"{PROJECT}/blobs/{body['result']['file']}")
    assert (out.body, out.headers["Content-Disposition"].rpartition("''")[2]) == ("Öl".encode(), "gr%C3%B6%C3%9Fe.txt")
    lines = client("POST", f"{PROJECT}/logs", {"filters": {"request_id": body["request_id"]}}).body
    assert [line["log"] for line in lines if not line["log"].startswith("An instance")] == ["übersetzt"]
