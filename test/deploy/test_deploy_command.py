"""`python -m ubiops.deploy`: what it prints, asks, and ends with."""

from __future__ import annotations

import json
import os
import runpy
import signal
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from typing import Any, Dict, List

import pytest

import ubiops
from test.support.deploy import BROKEN_CODE, MODEL, Folder, with_version
from test.support.emulator.client import wait_until
from test.support.names import documented
from test.support.process import PYTHON, ROOT
from ubiops import deploy
from ubiops.deploy.__main__ import main
from ubiops.emulator import Emulator

CONTENT: Dict[str, Any] = {"roles": [{"name": "scorer", "permissions": ["models.get"]}], "models": [MODEL]}


def command(*arguments: str, stdin: str = "") -> subprocess.CompletedProcess[str]:
    """Run the real command where the test is."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    return subprocess.run(
        [*PYTHON, "-W", "error", "-m", "ubiops.deploy", *arguments],
        env=environment,
        input=stdin,
        capture_output=True,
        encoding="utf-8",
        timeout=120,
    )


def test_the_whole_way_as_a_job_goes_it(folder: Folder, api: ubiops.CoreApi) -> None:
    folder.write({**CONTENT, **with_version(folder.package())})
    planned = command("plan")
    assert (planned.returncode, planned.stderr) == (2, "")
    assert f"+ {folder.project}/models/churn: created\n" in planned.stdout
    applied = command("apply")
    assert (applied.returncode, applied.stderr) == (0, "")
    assert f"+ {folder.project}/models/churn/versions/v1/package: created\n" in applied.stdout
    again = command("plan")
    assert (again.returncode, again.stdout, again.stderr) == (0, "5 unchanged\n", "")
    refused = command("destroy")
    assert refused.returncode == 1
    assert "There is nobody to ask: say --yes if this is meant" in refused.stderr
    removed = command("destroy", "--yes")
    assert (removed.returncode, removed.stderr) == (0, "")
    assert api.models_list(folder.project) == []


def test_a_failing_build_ends_with_1_and_its_log(folder: Folder) -> None:
    folder.write(with_version(folder.package(BROKEN_CODE)))
    failed = command("apply", "--json")
    assert failed.returncode == 1
    result = json.loads(failed.stdout)
    assert f"{folder.project}/models/churn/versions/v1/package: Model version" in result["error"]
    assert any("this package is broken" in line for line in result["log"])
    assert [step["address"] for step in result["done"]] == [
        f"{folder.project}/models/churn",
        f"{folder.project}/models/churn/versions/v1",
    ]
    assert "this package is broken" in failed.stderr


def test_a_call_that_fails_is_told_as_json(folder: Folder, capsys: pytest.CaptureFixture[str]) -> None:
    schedule = {"name": "s", "object_type": "model", "object_name": "churn", "version": "none", "schedule": "@daily"}
    folder.write({**CONTENT, "schedules": [schedule]})
    assert main(["apply", "--json"]) == 1
    printed = capsys.readouterr()
    result = json.loads(printed.out)
    assert f"{folder.project}/schedules/s: " in result["error"]
    assert len(result["done"]) == 2
    assert result["error"] in printed.err


def test_the_module_is_the_command(folder: Folder, monkeypatch: pytest.MonkeyPatch) -> None:
    folder.write({})
    monkeypatch.setattr(sys, "argv", ["ubiops.deploy", "plan"])
    with pytest.raises(SystemExit) as ended:
        runpy.run_path(str(ROOT / "ubiops" / "deploy" / "__main__.py"), run_name="__main__")
    assert ended.value.code == 0


def test_a_wrong_command_ends_with_1(folder: Folder, capsys: pytest.CaptureFixture[str]) -> None:
    for arguments in ([], ["plan", "--wrong"], ["deploy"]):
        with pytest.raises(SystemExit) as ended:
            main(arguments)
        assert ended.value.code == 1
        assert "usage: python -m ubiops.deploy" in capsys.readouterr().err


def test_the_version(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["--version"])
    assert (ended.value.code, capsys.readouterr().out) == (0, f"ubiops {ubiops.__version__}\n")


def test_the_file_that_is_there_is_taken(folder: Folder, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["plan"]) == 1
    assert "No such file or directory: 'deployment.yaml'" in capsys.readouterr().err
    folder.write(CONTENT, "other.json")
    assert main(["plan", "other.json"]) == 2
    folder.write({"models": [MODEL]}, "deployment.json")
    assert main(["plan"]) == 2
    folder.write({}, "deployment.yml")
    assert main(["plan"]) == 0


def test_plans_as_json(folder: Folder, capsys: pytest.CaptureFixture[str]) -> None:
    folder.write(CONTENT)
    assert main(["plan", "--json", "--target", f"{folder.project}/roles"]) == 2
    plan = json.loads(capsys.readouterr().out)
    assert plan == {
        "changes": True,
        "steps": [
            {"address": folder.project, "action": "unchanged", "changes": [], "reason": ""},
            {
                "address": f"{folder.project}/roles/scorer",
                "action": "created",
                "changes": [{"field": "permissions", "old": None, "new": ["models.get"]}],
                "reason": "",
            },
        ],
        "left": [],
    }


def test_dry_runs_do_nothing(folder: Folder, capsys: pytest.CaptureFixture[str], sent: List[str]) -> None:
    folder.write(CONTENT)
    assert main(["apply", "--dry-run"]) == 2
    planned = capsys.readouterr().out
    assert main(["plan"]) == 2
    assert capsys.readouterr().out == planned
    assert main(["apply"]) == 0
    capsys.readouterr()
    assert main(["destroy"]) == 1
    assert "There is nobody to ask: say --yes if this is meant" in capsys.readouterr().err
    assert main(["destroy", "--dry-run"]) == 2
    assert "2 deleted" in capsys.readouterr().out
    assert main(["destroy", "--dry-run", "--json"]) == 2
    assert [step["action"] for step in json.loads(capsys.readouterr().out)["steps"]] == ["deleted", "deleted"]
    assert main(["plan"]) == 0


def test_applies_as_json(folder: Folder, capsys: pytest.CaptureFixture[str]) -> None:
    folder.write(CONTENT)
    assert main(["apply", "--json", "--timeout", "60", "--update-secrets", "--yes"]) == 0
    printed = capsys.readouterr()
    result = json.loads(printed.out)
    assert [step["action"] for step in result["done"]] == ["created", "created"]
    assert (result["error"], result["log"], result["left"]) == (None, [], [])
    assert f"+ {folder.project}/roles/scorer: created" in printed.err
    assert main(["apply"]) == 0
    assert capsys.readouterr().out == "nothing to do\n"


def test_what_is_impossible_ends_with_1(folder: Folder, capsys: pytest.CaptureFixture[str]) -> None:
    folder.apply(CONTENT)
    folder.write({"models": [{**MODEL, "output_type": "plain", "output_fields": []}]})
    assert main(["plan"]) == 1
    assert "cannot change the model churn in place: output_type" in capsys.readouterr().out
    assert main(["apply"]) == 1
    assert "python -m ubiops.deploy: Nothing was done, since not all of it is possible" in capsys.readouterr().err


def test_what_is_wrong_in_a_file_is_told_line_by_line(folder: Folder, capsys: pytest.CaptureFixture[str]) -> None:
    folder.write({"models": [{"name": "m"}]})
    assert main(["plan"]) == 1
    assert capsys.readouterr().err == (
        "python -m ubiops.deploy: deployment.json: projects[0].models[0]: input_type is missing\n"
        "deployment.json: projects[0].models[0]: output_type is missing\n"
    )


def test_a_wrong_token_is_told(
    folder: Folder, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    folder.write(CONTENT)
    monkeypatch.setenv("UBIOPS_API_TOKEN", "Token wrong-token")
    assert main(["plan"]) == 1
    error = capsys.readouterr().err
    assert "401" in error
    assert "wrong-token" not in error


def run_in(monkeypatch: pytest.MonkeyPatch, answer: str, *arguments: str) -> int:
    """Run the command where somebody sits and answers."""
    reader, writer = os.openpty()
    os.write(reader, f"{answer}\n".encode())
    with os.fdopen(writer, encoding="utf-8") as stdin:
        monkeypatch.setattr(sys, "stdin", stdin)
        code = main([*arguments])
    os.close(reader)
    return code


@pytest.mark.parametrize(("answer", "code"), [("yes", 0), ("Y", 0), ("n", 1), ("", 1)])
def test_who_sits_at_a_terminal_is_asked(
    folder: Folder, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], answer: str, code: int
) -> None:
    folder.write(CONTENT)
    for arguments, question in ((["apply"], "Do all of this?"), (["destroy"], "Remove all of this?")):
        if code and "destroy" in arguments:
            folder.apply(CONTENT)
        assert run_in(monkeypatch, answer, *arguments) == code
        printed = capsys.readouterr().err
        assert f"{question} [y/N] " in printed
        assert ("Nothing was done." in printed) is bool(code)
    assert (main(["plan"]) == 0) is bool(code)


def test_who_sits_at_a_terminal_can_say_yes_before(
    folder: Folder, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    folder.write(CONTENT)
    assert run_in(monkeypatch, "n", "apply", "--yes") == 0
    assert "[y/N]" not in capsys.readouterr().err


def test_an_interruption_is_no_traceback(
    folder: Folder, api: ubiops.CoreApi, emulator: Emulator, capsys: pytest.CaptureFixture[str]
) -> None:
    slow = "import time\ntime.sleep(30)\nclass Model:\n    def request(self, data): ...\n"
    folder.write(with_version(folder.package(slow)))

    def interrupt() -> None:
        wait_until(lambda: "[package " in described(api, folder.project))
        # While it waits for an answer: urllib3 leaves a connection open that it is about to make, or to take. An answer
        # that comes, since a signal just before the wait does not end it.
        emulator.fail("latency", "model_versions_get", seconds=2)
        wait_until(lambda: emulator.faults[-1].hits)
        os.kill(os.getpid(), signal.SIGINT)

    with ThreadPoolExecutor(1) as pool:
        interrupted = pool.submit(interrupt)
        assert main(["apply"]) == 1
    interrupted.result()
    emulator.clear_faults()
    assert capsys.readouterr().err == (
        "python -m ubiops.deploy: interrupted; the next apply goes on from what is there\n"
    )


def described(api: ubiops.CoreApi, project: str) -> str:
    """Return the description of the version, once it is there."""
    try:
        return str(api.model_versions_get(project, "churn", "v1").description)
    except ubiops.NotFoundException:
        return ""


@documented
def test_names_are_loaded_when_they_are_used() -> None:
    program = "import sys, ubiops.deploy; print([name for name in sys.modules if name.startswith('ubiops.')])"
    loaded = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, encoding="utf-8", check=True
    )
    assert loaded.stdout.strip() == "['ubiops._version', 'ubiops.deploy']"
    assert sorted(set(deploy.__all__) | set(deploy._MODULES)) == deploy.__all__
    assert set(deploy.__all__) <= set(dir(deploy))
    for name in deploy.__all__:
        assert getattr(deploy, name).__name__ == name
        assert getattr(deploy, name).__doc__
    with pytest.raises(AttributeError, match="no attribute 'deploy_all'"):
        deploy.deploy_all  # type: ignore[attr-defined] # noqa: B018
