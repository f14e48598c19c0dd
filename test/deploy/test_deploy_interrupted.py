"""Applies that are killed, or that others make at the same time.

A few moments are tried here; all of them by

    UBIOPS_TEST_KILLS=all python -m pytest -p no:ubiops test/deploy/test_deploy_interrupted.py
"""

from __future__ import annotations

import copy
import os
import signal
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any, Dict, Iterator, List, Tuple

import pytest

import ubiops
from test.support.deploy import EVERYTHING, Folder, state, with_package
from test.support.process import ROOT
from ubiops import deploy
from ubiops.emulator import Emulator

# Kills itself at the request that changes something for the n-th time, before it is sent or after it was answered.
PROGRAM = """
import os, signal, sys
import ubiops
from ubiops import deploy

moment, left = sys.argv[1], int(sys.argv[2])

def look(info):
    global left
    method = info.request.method if moment == "on_response" else info.method
    if method != "GET":
        left -= 1
        if not left:
            os.kill(os.getpid(), signal.SIGKILL)

configuration = ubiops.Configuration()
setattr(configuration, moment, look)
with ubiops.ApiClient(configuration) as client:
    api = ubiops.CoreApi(client)
    deploy.apply(api, deploy.plan(api, deploy.load("deployment.json")))
"""
CALLS = 20  # that change something
ALL = [(moment, number) for number in range(1, CALLS + 1) for moment in ("on_request", "on_response")]
FEW = [("on_response", 4), ("on_request", 10), ("on_response", 10), ("on_request", 14)]


@pytest.fixture(scope="module")
def undisturbed(api: ubiops.CoreApi, tmp_path_factory: Any) -> Iterator[Tuple[Dict[str, Any], List[str]]]:
    """What a project holds after an apply that nobody disturbed, and how it was made."""
    folder = Folder(tmp_path_factory.mktemp("undisturbed"), api)
    content = with_package(folder)
    methods: List[str] = []
    api.api_client.configuration.on_request = lambda request: methods.append(request.method)
    folder.apply(content)
    api.api_client.configuration.on_request = None
    yield state(api, folder.project), methods
    folder.remove()


def test_each_moment_is_one_of_an_apply(undisturbed: Tuple[Dict[str, Any], List[str]]) -> None:
    assert sum(method != "GET" for method in undisturbed[1]) == CALLS


@pytest.mark.parametrize(("moment", "number"), ALL if os.environ.get("UBIOPS_TEST_KILLS") == "all" else FEW)
def test_after_kill_9_the_next_apply_makes_the_same(
    folder: Folder, undisturbed: Tuple[Dict[str, Any], List[str]], moment: str, number: int
) -> None:
    content = with_package(folder)
    folder.write(content)
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    killed = subprocess.run(
        [sys.executable, "-W", "error", "-c", PROGRAM, moment, str(number)], env=environment, check=False, timeout=120
    )
    assert killed.returncode == -signal.SIGKILL
    folder.apply(content)
    assert state(folder.api, folder.project) == undisturbed[0]
    plan = folder.plan(content)
    assert (plan.changes, plan.left) == (False, [])


def test_applies_at_the_same_time_make_the_same(
    folder: Folder, emulator: Emulator, undisturbed: Tuple[Dict[str, Any], List[str]]
) -> None:
    content = with_package(folder)
    declaration = folder.load(content)

    def apply(_: int) -> None:
        with ubiops.ApiClient(emulator.configuration()) as client:
            api = ubiops.CoreApi(client)
            deploy.apply(api, deploy.plan(api, declaration))

    with ThreadPoolExecutor(2) as pool:
        list(pool.map(apply, range(2)))
    assert state(folder.api, folder.project) == undisturbed[0]
    plan = folder.plan(content)
    assert (plan.changes, plan.left) == (False, [])


def test_other_packages_at_the_same_time_leave_one_whole(folder: Folder, emulator: Emulator, tmp_path: Path) -> None:
    declarations = []
    for name in ("one", "two"):
        code = (tmp_path / folder.package() / "model.py").read_text()
        package = folder.package(f"# {name}\n{code}", name)
        content = copy.deepcopy(EVERYTHING)
        content["models"][0]["versions"][0]["package"] = package
        declarations.append(folder.load(content))

    def apply(declaration: deploy.Declaration) -> bool:
        with ubiops.ApiClient(emulator.configuration()) as client:
            api = ubiops.CoreApi(client)
            try:
                deploy.apply(api, deploy.plan(api, declaration))
            except deploy.ApplyException:
                return False
            return True

    with ThreadPoolExecutor(2) as pool:
        assert any(pool.map(apply, declarations))
    last = declarations[0]
    deploy.apply(folder.api, deploy.plan(folder.api, last))
    assert not deploy.plan(folder.api, last).changes
