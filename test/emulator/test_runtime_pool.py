"""Instances come and go; requests wait their turn."""

from __future__ import annotations

import contextlib
import signal
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path
from typing import Iterator

import pytest

from test.support.emulator.runtime import ECHO, EVAL, OWNER, Bench, alive, linux, wait_until, write_zip
from ubiops.emulator.runtime import Outcome, Runtime, keeper


@pytest.fixture
def bench(tmp_path: Path) -> Iterator[Bench]:
    with Bench(tmp_path) as bench:
        yield bench


def test_scales_up_to_the_maximum(bench: Bench) -> None:
    bench.build(maximum_instances=3)
    gates = [bench.gate(f"gate{number}") for number in range(5)]
    outcomes = [bench.later(gate.data) for gate in gates]
    wait_until(lambda: sum(gate.reached() for gate in gates) == 3)
    assert bench.runtime.instances("d") == 3
    for gate in gates:
        gate.open()
    assert len({outcome.result().result for outcome in outcomes}) == 3
    assert bench.remarks() == ["An instance has started"] * 3


def test_one_request_after_the_other_needs_one_instance(bench: Bench) -> None:
    bench.build(maximum_instances=5)
    assert len({bench.result("os.getpid()") for _ in range(50)}) == 1
    assert bench.runtime.instances("d") == 1


def test_first_come_first_served(bench: Bench) -> None:
    bench.build()
    gate = bench.gate("gate")
    outcomes = [bench.later(gate.data)]
    gate.wait()
    pool = bench.runtime._pool("d")
    for number in range(8):
        outcomes.append(bench.later(f"print({number})", request_id="order"))
        wait_until(lambda: len(pool._waiting) == number + 1)  # noqa: B023 - called at once
    gate.open()
    assert all(outcome.result().success for outcome in outcomes)
    assert bench.printed("order") == [str(number) for number in range(8)]


def test_timeout_covers_waiting(bench: Bench) -> None:
    bench.build()
    gate = bench.gate("gate")
    first = bench.later(gate.data)
    gate.wait()
    assert bench.error("1", timeout=0.1) == "The request timed out after 0.1 s"
    gate.open()
    assert first.result().success, "not hurt by another's timeout"


def test_timeout_covers_a_cold_start(bench: Bench) -> None:
    bench.build(EVAL.replace("self.context = context", "time.sleep(float(os.environ.get('SLOW', '0')))"))
    bench.runtime.update(replace(bench.template, environment={"SLOW": "0.5"}))
    assert bench.error("1", timeout=0.1) == "The request timed out after 0.1 s"
    assert bench.result("1") == 1


def test_minimum(bench: Bench) -> None:
    bench.build(minimum_instances=2, maximum_instances=4, maximum_idle_time=10)
    wait_until(lambda: bench.runtime.instances("d") == 2)
    bench.now = 1000
    bench.runtime.reap()
    assert bench.runtime.instances("d") == 2


def test_idle_instances_go(bench: Bench) -> None:
    bench.build(minimum_instances=1, maximum_instances=3, maximum_idle_time=10)
    gates = [bench.gate(f"gate{number}") for number in range(3)]
    outcomes = [bench.later(gate.data) for gate in gates]
    for gate in gates:
        gate.wait()
    for gate in gates:
        gate.open()
    pids = {outcome.result().result for outcome in outcomes}
    assert bench.runtime.reap() == 10
    bench.now = 9
    last = bench.result("os.getpid()")  # not idle for so long
    assert bench.runtime.reap() == 1
    assert bench.runtime.instances("d") == 3
    bench.now = 18
    bench.runtime.reap()
    wait_until(lambda: [pid for pid in pids if alive(pid)] == [last])
    assert bench.runtime.instances("d") == 1
    assert bench.ends == [10, 10]


def test_cold_start_after_idle(bench: Bench) -> None:
    bench.build(maximum_idle_time=10)
    pid = bench.result("os.getpid()")
    bench.now = 10.5
    bench.runtime.reap()
    assert bench.runtime.instances("d") == 0
    wait_until(lambda: not alive(pid))
    assert bench.result("os.getpid()") != pid


def test_reaper_by_real_time(tmp_path: Path) -> None:
    with Bench(tmp_path, clock=time.monotonic) as bench:
        assert bench.runtime.reap() is None
        build = bench.build(ECHO, maximum_idle_time=3600)
        bench.runtime.update(replace(build, maximum_idle_time=0))
        wait_until(lambda: bench.runtime.instances("d") == 0)
        assert bench.result(1) == 1
        wait_until(lambda: bench.runtime.instances("d") == 0)


def test_new_environment_for_new_requests(bench: Bench) -> None:
    build = bench.build(maximum_instances=2, environment={"A": "old"})
    gate = bench.gate("gate")
    running = bench.later(f"({gate.data}, os.environ['A'])")
    gate.wait()
    bench.runtime.update(replace(build, environment={"A": "new"}, context={"c": 1}))
    assert bench.result("[os.environ['A'], self.context]") == ["new", {"c": 1}]
    gate.open()
    old, value = running.result().result
    assert value == "old"
    wait_until(lambda: not alive(old))
    assert bench.runtime.instances("d") == 1


def test_warm_stays_warm(bench: Bench) -> None:
    build = bench.build(environment={"A": "old"})
    bench.runtime.update(replace(build, environment={"A": "new"}))
    wait_until(lambda: bench.runtime.instances("d") == 1)
    assert bench.result("os.environ['A']") == "new"


def test_new_environment_that_breaks_the_model(bench: Bench) -> None:
    build = bench.build(EVAL.replace("self.context = context", "int(os.environ.get('A', '1'))"))
    bench.runtime.update(replace(build, environment={"A": "x"}))
    for _ in range(2):
        assert bench.error("1") == "ValueError: invalid literal for int() with base 10: 'x'"
    bench.runtime.update(replace(build, environment={"ML_MODEL_FILE_NAME": "absent"}))
    assert "no file 'absent.py'" in bench.error("1")
    bench.runtime.update(build)
    assert bench.result("1") == 1


def test_new_limits(bench: Bench) -> None:
    build = bench.build()
    pid = bench.result("os.getpid()")
    bench.runtime.update(replace(build, minimum_instances=3, maximum_instances=3))
    wait_until(lambda: bench.runtime.instances("d") == 3)
    gates = [bench.gate(f"gate{number}") for number in range(3)]
    outcomes = [bench.later(gate.data) for gate in gates]
    for gate in gates:
        gate.wait()
    assert alive(pid), "no reason to replace an instance"
    bench.runtime.update(replace(build, minimum_instances=0, maximum_instances=1))
    for gate in gates:
        gate.open()
    assert all(outcome.result().success for outcome in outcomes)
    wait_until(lambda: bench.runtime.instances("d") == 1)
    bench.runtime.update(replace(build, minimum_instances=2, maximum_instances=2))
    wait_until(lambda: bench.runtime.instances("d") == 2)
    bench.runtime.update(replace(build, maximum_instances=1))
    assert bench.runtime.instances("d") == 1
    assert bench.result("1") == 1


def test_instance_that_dies_idle_is_replaced(bench: Bench) -> None:
    bench.build(minimum_instances=1)
    gate = bench.gate("gate")
    pid = bench.result(f"{gate.before('os._exit(5)')} or os.getpid()")
    gate.open()
    wait_until(lambda: "An instance was lost: The instance exited with status 5" in bench.remarks())
    wait_until(lambda: bench.runtime.instances("d") == 1)
    assert not alive(pid)
    assert bench.result("1") == 1


def test_instance_that_dies_without_a_request_is_not_started_for_ever(bench: Bench) -> None:
    gate = bench.gate("gate")
    bench.build(EVAL.replace("self.context = context", gate.before("os._exit(5)")), minimum_instances=1)
    gate.open()
    pool = bench.runtime._pool("d")
    wait_until(lambda: not pool._all)  # nor does another one start: that begins before the last is forgotten
    assert bench.remarks().count("An instance has started") == 1


def test_retire(bench: Bench) -> None:
    bench.build()
    pid = bench.result("os.getpid()")
    gate = bench.gate("gate")
    running = bench.later(gate.data)
    gate.wait()
    waiting = bench.later("1")
    wait_until(lambda: bench.runtime._pool("d")._waiting)
    bench.runtime.retire("d")
    assert not alive(pid)
    assert not list((bench.directory / "runtime" / "builds").iterdir())
    assert running.result(60).error_message == "The version was stopped"
    assert waiting.result(60).error_message == "The version is not running"
    assert bench.error("1") == "The version is not running"
    with pytest.raises(KeyError):
        bench.runtime.update(bench.template)
    bench.runtime.retire("d")


def test_close_while_requests_run(tmp_path: Path) -> None:
    with Bench(tmp_path) as bench:
        bench.build(maximum_instances=2)
        gates = [bench.gate(f"gate{number}") for number in range(2)]
        outcomes = [bench.later(gate.data) for gate in gates]
        for gate in gates:
            gate.wait()
        bench.runtime.close()
        assert [outcome.result().error_message for outcome in outcomes] == ["The version was stopped"] * 2
        bench.runtime.close()


def test_many_at_once(bench: Bench) -> None:
    bench.build(ECHO, maximum_instances=4)
    outcomes = [bench.later(number) for number in range(500)]
    assert [outcome.result().result for outcome in outcomes] == list(range(500))
    assert bench.runtime.instances("d") <= 4


def test_directory_of_someone_else_stays(tmp_path: Path) -> None:
    directory = tmp_path / "runtime"
    (directory / "builds" / "left").mkdir(parents=True)
    (directory / "state.db").touch()
    with Runtime(directory, print):
        assert not (directory / "builds" / "left").exists()
    assert [entry.name for entry in directory.iterdir()] == ["state.db"]


BUSY = """
import re, subprocess, sys
class Model:
    def __init__(self, base_directory, context):
        pass
    def request(self, data):
        if data == "start":
            return "%d %d" % (__import__("os").getpid(), subprocess.Popen(["sleep", "1000"]).pid)
        re.match("(a+)+b", "a" * 100)  # does not let go of the interpreter's lock for some centuries
"""


@pytest.mark.skipif(not linux, reason="elsewhere a model that holds the interpreter's lock can outlive the emulator")
def test_killed_owner_leaves_no_orphan(tmp_path: Path, bench: Bench) -> None:
    write_zip(tmp_path / "z", {"model_package/model.py": BUSY})
    command = [sys.executable, "-c", OWNER, str(tmp_path), bench.template.language]
    root = str(Path(__file__).parents[2])
    with subprocess.Popen(command, stdout=subprocess.PIPE, cwd=root) as owner:
        assert owner.stdout is not None
        pids = [int(pid) for pid in owner.stdout.readline().split()]
        assert len(pids) == 2
        assert all(alive(pid) for pid in pids)
        owner.send_signal(signal.SIGKILL)
    wait_until(lambda: not any(alive(pid) for pid in pids))


@pytest.mark.parametrize("already", [False, True])
@pytest.mark.parametrize(
    "how", [pytest.param("keeper", marks=pytest.mark.skipif(not linux, reason="only there")), "thread"]
)
def test_lifeline(how: str, already: bool) -> None:
    """The ways of a worker to die with the emulator, one of which is for systems other than Linux."""
    code = "import os, runpy, signal, sys, time\n"
    if how == "thread":
        code += "sys.platform = 'other'\n"
    code += f"runpy.run_path({keeper.__file__!r})['die_with_lifeline'](0, os.dup(1), 2)\n"
    code += "print(os.getpid(), flush=True)\ntime.sleep(1000)"
    pid = 0
    with subprocess.Popen(
        [sys.executable, "-c", code], stdin=subprocess.PIPE, stdout=subprocess.PIPE, start_new_session=True
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        if not already:
            pid = int(process.stdout.readline())
        process.stdin.close()
        with contextlib.suppress(subprocess.TimeoutExpired):
            process.wait(60)
        assert process.poll() == -signal.SIGKILL
    assert not pid or not alive(pid)


@pytest.mark.parametrize(
    ("place", "error"),
    [
        ("subprocess.Popen", BlockingIOError(11, "Resource temporarily unavailable")),
        ("os.pipe", OSError(24, "Too many open files")),
        ("socket.socketpair", OSError(24, "Too many open files")),
    ],
)
def test_instance_that_cannot_be_started(
    bench: Bench, monkeypatch: pytest.MonkeyPatch, place: str, error: Exception
) -> None:
    build = bench.build(minimum_instances=2, maximum_instances=3)
    outcomes = [bench.later("1") for _ in range(6)]  # which makes the threads that the requests below come from
    assert all(outcome.result().success for outcome in outcomes)

    def refuse(*_: object, **__: object) -> None:
        raise error

    monkeypatch.setattr(f"ubiops.emulator.runtime.instance.{place}", refuse)
    bench.runtime.update(replace(build, environment={"A": "1"}))
    assert "could not be started" in bench.error("1")
    for outcome in [bench.later("1") for _ in range(6)]:
        assert "could not be started" in (outcome.result(60).error_message or "")
    monkeypatch.undo()
    assert bench.result("1") == 1


# Whether a start succeeds is decided at its beginning; when it ends, by the test.
DECIDED = EVAL.replace(
    "self.context = context",
    """whole = os.path.exists(os.environ.get("WHOLE", __file__))
        gate(os.environ.get("GATE", __file__))
        assert whole, 'broken'""",
)


def test_start_that_fails_takes_no_request_that_came_later(bench: Bench) -> None:
    gate, whole = bench.gate("gate"), bench.directory / "whole"
    build = bench.build(DECIDED)
    bench.runtime.update(replace(build, environment={"WHOLE": str(whole), "GATE": str(gate.path)}))
    gate.wait()
    whole.touch()
    later = bench.later("1")
    wait_until(lambda: bench.runtime._pool("d")._waiting)
    gate.open()
    assert later.result() == Outcome(True, 1, None)


def test_start_that_fails_takes_the_request_it_was_for(bench: Bench) -> None:
    gate, whole = bench.gate("gate"), bench.directory / "whole"
    build = bench.build(DECIDED)
    working = bench.gate("working")
    busy = bench.later(working.data)
    working.wait()
    bench.runtime.update(replace(build, environment={"WHOLE": str(whole), "GATE": str(gate.path)}))
    first = bench.later("1")
    wait_until(lambda: bench.runtime._pool("d")._waiting)
    working.open()
    assert busy.result().success
    gate.wait()
    whole.touch()
    later = bench.later("2")
    wait_until(lambda: len(bench.runtime._pool("d")._waiting) == 2)
    gate.open()
    assert first.result().error_message == "AssertionError: broken"
    assert later.result() == Outcome(True, 2, None)


def test_starts_that_fail_while_another_instance_works(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    bench.build(maximum_instances=2)
    gate = bench.gate("gate")
    working = bench.later(gate.data)
    gate.wait()

    def refuse(*_: object, **__: object) -> None:
        raise BlockingIOError(11, "Resource temporarily unavailable")

    monkeypatch.setattr("ubiops.emulator.runtime.instance.subprocess.Popen", refuse)
    waiting = bench.later("1")
    wait_until(lambda: [remark for remark in bench.remarks() if "could not be started" in remark])
    time.sleep(0.2)
    assert len(bench.remarks()) < 10, "it is not tried again and again"
    gate.open()
    assert working.result().success
    assert waiting.result().result == 1
