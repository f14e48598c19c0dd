"""The fixtures that the package brings for pytest, in the session of somebody else."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Any, Callable

import pytest

ROOT = Path(__file__).parents[2]
PLUGIN = "ubiops.emulator.pytest_plugin"

pytest_plugins = ["pytester"]


@pytest.fixture
def session(pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Any]:
    """Runs a session of pytest on files, in a process of its own."""
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    monkeypatch.setenv("PYTHONDONTWRITEBYTECODE", "1")
    monkeypatch.setenv("PYTEST_DISABLE_PLUGIN_AUTOLOAD", "1")  # those of this machine, and this one's second name

    def run(**files: str) -> Any:
        pytester.makepyfile(**files)
        return pytester.runpytest_subprocess("-p", PLUGIN, "-p", "no:cacheprovider", "-W", "error", "-v", timeout=60)

    return run


def test_fixtures(session: Callable[..., Any]) -> None:
    result = session(
        test_it="""
        import os

        import ubiops

        seen = []

        def test_first(ubiops_emulator, ubiops_api):
            seen.append(ubiops_emulator)
            ubiops_api.models_create("demo", {"name": "m", "input_type": "plain", "output_type": "plain"})
            ubiops_emulator.freeze("2020-01-01")
            ubiops_emulator.fail("status", "projects_list")
            assert [each.operation for each in ubiops_emulator.requests] == ["models_create"]

        def test_second(ubiops_api, ubiops_emulator):
            assert seen == [ubiops_emulator]
            assert isinstance(ubiops_api, ubiops.CoreApi)
            assert ubiops_emulator.requests == ubiops_emulator.faults == []
            assert ubiops_api.models_list("demo") == []
            assert ubiops_emulator.now.year > 2020
            assert len(ubiops_api.projects_list()) == 1

        def test_settings_from_the_environment(ubiops_emulator):
            assert os.environ["UBIOPS_API_HOST"] == ubiops_emulator.host
            with ubiops.ApiClient() as client:
                assert ubiops.CoreApi(client).models_list("demo") == []

        def test_the_environment_is_put_back():
            assert "UBIOPS_API_HOST" not in os.environ

        def test_a_failing_test_is_cleaned_up_too(ubiops_api):
            ubiops_api.models_create("demo", {"name": "m", "input_type": "plain", "output_type": "plain"})
            assert False

        def test_after_it(ubiops_api):
            assert ubiops_api.models_list("demo") == []
        """
    )
    result.assert_outcomes(passed=5, failed=1)
    result.stdout.no_fnmatch_line("*ResourceWarning*")


def test_settings(session: Callable[..., Any]) -> None:
    result = session(
        conftest="""
        import pytest

        @pytest.fixture(scope="session")
        def ubiops_emulator_settings(tmp_path_factory):
            seed = tmp_path_factory.mktemp("seed") / "seed.json"
            seed.write_text('{"projects": [{"name": "seeded"}]}')
            return {"seed": seed, "token": "abc"}
        """,
        test_it="""
        import pytest

        @pytest.mark.parametrize("number", range(2))
        def test_it(ubiops_emulator, ubiops_api, number):
            assert ubiops_emulator.token == "Token abc"
            assert [project.name for project in ubiops_api.projects_list()] == ["demo", "seeded"]
            ubiops_api.projects_delete("seeded")
        """,
    )
    result.assert_outcomes(passed=2)


def test_nothing_is_loaded_before_use(session: Callable[..., Any]) -> None:
    result = session(
        test_it="""
        import sys
        import threading

        def test_unused():
            loaded = {name.partition(".")[0] for name in sys.modules}
            assert not loaded & {"werkzeug", "waitress", "jsonschema", "sqlite3", "urllib3"}
            assert "ubiops.emulator.platform" not in sys.modules
            assert "ubiops.api_client" not in sys.modules
            assert threading.active_count() == 1
        """
    )
    result.assert_outcomes(passed=1)


def test_without_the_extra(session: Callable[..., Any]) -> None:
    result = session(
        conftest="""
        import importlib.util

        found = importlib.util.find_spec
        importlib.util.find_spec = lambda name, *rest: None if name == "waitress" else found(name, *rest)
        import ubiops.emulator

        ubiops.emulator.find_spec = importlib.util.find_spec
        """,
        test_it="""
        def test_it(ubiops_api):
            pass
        """,
    )
    result.assert_outcomes(errors=1)
    result.stdout.fnmatch_lines(["*The emulator needs waitress: pip install waitress*"])


def test_pytest_finds_it() -> None:
    setup = (ROOT / "setup.py").read_text(encoding="utf-8")
    assert '"pytest11": ["ubiops = ubiops.emulator.pytest_plugin"]' in setup


def test_importing_it_is_cheap() -> None:
    program = f"import sys, pytest\nbefore = set(sys.modules)\nimport {PLUGIN}\nprint(*set(sys.modules) - before)"
    run = subprocess.run(
        [sys.executable, "-c", program],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        encoding="utf-8",
        timeout=60,
    )
    assert set(run.stdout.split()) <= {"ubiops", "ubiops._version", "ubiops.emulator", PLUGIN}, run.stderr
