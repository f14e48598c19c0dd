"""The guide to deployments: its commands and program run as they stand, and its workflows are what CI reads."""

from __future__ import annotations

import contextlib
import io
import json
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any, Dict, Iterator, List, Tuple

import pytest
import yaml

from test.support.guides import programs, run
from test.support.openapi import ROOT
from ubiops.deploy import load, plan, rehearse
from ubiops.deploy.__main__ import main
from ubiops.deploy._rehearsing import _Environment
from ubiops.emulator import Emulator

PAGE = (ROOT / "docs" / "deploy.md").read_text(encoding="utf-8")
EXAMPLE = ROOT / "docs" / "examples" / "deploy"
WORKFLOWS = [
    (page, name, text)
    for page in ("deploy.md", "emulator.md")
    for name, text in re.findall(
        r"```yaml\n# (\.g\S+)\n(.*?)```", (ROOT / "docs" / page).read_text(encoding="utf-8"), re.DOTALL
    )
]


def shown(command: str) -> List[str]:
    """Return the lines that the page shows below a command."""
    [text] = re.findall(rf"```sh\n{re.escape(command)}\n```\n+```\n(.*?)```", PAGE, re.DOTALL)
    return list(text.splitlines())


def said(command: str, status: int = 0) -> List[str]:
    """Run a command of the page in this process, and return what it printed."""
    output = io.StringIO()
    python, m, module, *arguments = shlex.split(command)
    assert (python, m, module) == ("python", "-m", "ubiops.deploy")
    with contextlib.redirect_stdout(output):
        assert main(arguments) == status
    return output.getvalue().splitlines()


@pytest.fixture(scope="module")
def running() -> Iterator[Emulator]:
    """An emulator of this module's, whose project `demo` is the one of the example."""
    with Emulator() as emulator:
        yield emulator


@pytest.fixture
def own(running: Emulator) -> Iterator[Emulator]:
    """The emulator, with nothing in it."""
    running.reset()
    yield running


@pytest.fixture
def place(own: Emulator, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the example, in which commands run."""
    shutil.copytree(EXAMPLE, tmp_path / "example")
    monkeypatch.chdir(tmp_path / "example")
    monkeypatch.setenv("UBIOPS_API_HOST", own.host)
    monkeypatch.setenv("UBIOPS_API_TOKEN", own.token)
    monkeypatch.setenv("REPORT_TOKEN", "r3port-token")
    return tmp_path / "example"


def test_the_commands_do_what_the_guide_says(own: Emulator, place: Path) -> None:
    command = "python -m ubiops.deploy {}".format
    assert said(command("plan"), 2)[-1] == "10 created, 3 updated, 1 unchanged"
    said(command("apply"))
    assert said(command("plan")) == ["14 unchanged"]

    file = place / "deployment.yaml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("memory_allocation: 256", "memory_allocation: 512", 1), encoding="utf-8")
    with (place / "letter" / "model.py").open("a", encoding="utf-8") as model:
        model.write("# changed\n")
    assert said(command("plan"), 2) == shown(command("plan"))
    assert said(command("plan --target demo/models/letter"), 2)[0].startswith("^ demo/models/letter")
    said(command("apply"))

    export = "python -m ubiops.deploy export deployment.yaml --project demo --packages"
    file.unlink()
    assert said(export) == shown(export)
    assert said(command("plan")) == ["14 unchanged"]
    assert (place / "packages" / "demo" / "letter" / "v1.zip").is_file()
    api = own.core_api()
    with api.api_client:
        version = api.model_versions_get("demo", "letter", "v1")
        assert re.fullmatch(r"\[package [0-9a-f]{16}\]", version.description or "")
        said(command("destroy --yes"))
        assert (api.models_list("demo"), api.pipelines_list("demo")) == ([], [])


@pytest.mark.usefixtures("place")
def test_the_example_is_rehearsed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("REPORT_TOKEN")
    assert said("python -m ubiops.deploy rehearse") == shown("python -m ubiops.deploy rehearse")


def test_the_program_runs(own: Emulator, place: Path) -> None:
    lines = run(programs("deploy.md")["release.py"], place, own).splitlines()
    assert lines[4] == "4 examples: 4 passed, 0 failed"
    assert "demo/pipelines/retention created" in lines[5:]


def test_the_part_that_is_shown_is_of_the_example() -> None:
    [part] = re.findall(r"```yaml\n(projects:\n  - name: demo\n    models:.*?)```", PAGE, re.DOTALL)
    [shown_model] = yaml.safe_load(part)["projects"][0]["models"]
    models = yaml.safe_load((EXAMPLE / "deployment.yaml").read_text(encoding="utf-8"))["projects"][0]["models"]
    [model] = [each for each in models if each["name"] == shown_model["name"]]
    assert shown_model == {**model, "examples": model["examples"][:1]}


def test_files_of_the_guide_can_be_planned(own: Emulator, tmp_path: Path) -> None:
    [text] = re.findall(r"```yaml\n(projects:\n  - name: demo\n    environment_variables:.*?)```", PAGE, re.DOTALL)
    file = tmp_path / "deployment.yaml"
    file.write_text(text, encoding="utf-8")
    api = own.core_api()
    with api.api_client:
        declaration = load(file, {"REPORT_TOKEN": "a-token", "WAREHOUSE_PASSWORD": "a-password"})
        assert [step.action for step in plan(api, declaration).steps] == ["unchanged", "updated", "created", "created"]
    assert rehearse(file).stand_ins == ["REPORT_TOKEN", "WAREHOUSE_PASSWORD"]


def test_the_guide_names_all_that_a_file_can_hold() -> None:
    schema = json.loads((ROOT / "ubiops" / "deploy" / "schema.json").read_text(encoding="utf-8"))
    lists = {
        name
        for definition in [schema, *schema["$defs"].values()]
        for name, each in definition.get("properties", {}).items()
        if each.get("type") == "array"
    }
    plain = {"input_fields", "output_fields", "permissions", "mapping", "users", "organizations"}
    table = PAGE.partition("## What a file can hold")[2]
    assert set(re.findall(r"^\| [^|]*\| `(\w+)` \|", table, re.MULTILINE)) == lists - plain


def jobs(name: str, text: str) -> Iterator[Tuple[Dict[str, Any], List[str]]]:
    """Give the jobs of a workflow, and the commands that each runs."""
    for job in yaml.safe_load(text).get("jobs", {}).values() if ".github" in name else pipeline_jobs(text):
        yield job, job.get("script") or [step["run"] for step in job["steps"] if "run" in step]


def pipeline_jobs(text: str) -> List[Dict[str, Any]]:
    return [each for each in yaml.safe_load(text).values() if isinstance(each, dict) and "script" in each]


@pytest.mark.skipif(sys.version_info < (3, 11), reason="check-jsonschema needs Python 3.11")
@pytest.mark.parametrize(("page", "name", "text"), WORKFLOWS, ids=[f"{page}{name}" for page, name, _ in WORKFLOWS])
def test_workflows_are_what_their_services_read(page: str, name: str, text: str, tmp_path: Path) -> None:
    file = tmp_path / "workflow.yml"
    file.write_text(text, encoding="utf-8")
    schema = "vendor.github-workflows" if ".github" in name else "vendor.gitlab-ci"
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", schema, str(file)]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", timeout=60)
    assert done.returncode == 0, done.stdout + done.stderr
    for job in yaml.safe_load(text).get("jobs", {}).values():
        assert set([job["needs"]] if "needs" in job else []) <= set(yaml.safe_load(text)["jobs"])


@pytest.mark.parametrize(("page", "name", "text"), WORKFLOWS, ids=[f"{page}{name}" for page, name, _ in WORKFLOWS])
def test_workflows_run_commands_that_there_are(
    page: str, name: str, text: str, capsys: pytest.CaptureFixture[str]
) -> None:
    extras = re.findall(r'^ +"(\w+)": \[', (ROOT / "setup.py").read_text(encoding="utf-8"), re.MULTILINE)
    for _, commands in jobs(name, text):
        assert commands
        for command in commands:
            words = shlex.split(command)
            subprocess.run(["sh", "-n", "-c", command], check=True, timeout=60)
            if words[:2] == ["pip", "install"]:
                asked = re.findall(r"ubiops\[([\w,]+)\]", command)
                assert {extra for each in asked for extra in each.split(",")} <= set(extras)
            elif words[:3] == ["python", "-m", "ubiops.deploy"]:
                arguments = words[3 : words.index("||") if "||" in words else None]
                with pytest.raises(SystemExit) as ended:  # what is unknown ends with 1
                    main([*arguments, "--help"])
                assert ended.value.code == 0, capsys.readouterr().err


def test_workflows_pass_on_the_secrets_of_the_example() -> None:
    environment = _Environment({})
    load(EXAMPLE / "deployment.yaml", environment)
    [workflow] = [text for page, name, text in WORKFLOWS if page == "deploy.md" and ".github" in name]
    given = yaml.safe_load(workflow)["jobs"]["apply"]["env"]
    assert given == {name: f"${{{{ secrets.{name} }}}}" for name in ["UBIOPS_API_TOKEN", *environment.stand_ins]}
