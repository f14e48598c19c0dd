"""One file for both: what seeds an emulator, and what is deployed."""

from __future__ import annotations

import copy
import json
from pathlib import Path

import pytest

from test.support.deploy import EVERYTHING, MODEL_CODE
from ubiops import deploy
from ubiops.emulator import Emulator


def write(folder: Path) -> Path:
    """Write a file with one of each, a package, and values of the environment."""
    content = copy.deepcopy(EVERYTHING)
    content["models"][0]["versions"][0].update(package="package", examples=[{"data": {"months": 1}}])
    content["pipelines"][0]["examples"] = [{"name": "a run", "data": {"months": 1}}]
    content["environment_variables"][1]["value"] = "${KEY}"
    (folder / "package").mkdir()
    (folder / "package" / "model.py").write_text(MODEL_CODE)
    file = folder / "deployment.json"
    file.write_text(json.dumps({"projects": [{"name": "demo", **content}]}))
    return file


def test_what_was_seeded_is_as_it_would_be_deployed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KEY", "the value")
    file = write(tmp_path)
    with Emulator(seed=file) as emulator:
        api = emulator.core_api()
        with api.api_client:
            plan = deploy.plan(api, deploy.load(file))
            assert (plan.changes, plan.left) == (False, [])
            assert len(plan.steps) == 13
            assert api.model_requests_create("demo", "churn", "v1", {"months": 3}).result == {"probability": 0.03}
            (bot,) = api.service_users_list("demo")
            assert len(api.role_assignments_per_user_list("demo", bot.id)) == 2


def test_an_emulator_needs_the_variables_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("KEY", raising=False)
    problem = r"deployment\.json: projects\[0\]\.environment_variables\[1\]\.value: the environment has no variable KEY"
    with pytest.raises(ValueError, match=f"^{problem}$"):
        Emulator(seed=write(tmp_path)).start()
