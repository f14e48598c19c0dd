"""Models that write to the socket of their instance, leave the process group, or hide their memory in children."""

from __future__ import annotations

import signal
import subprocess
import sys
import threading
import time
from pathlib import Path
from typing import Any, Iterator, Sequence

import pytest

from test.support.emulator.runtime import EVAL, OWNER, Bench, alive, linux, wait_until, write_zip
from test.support.patience import SOON
from ubiops.emulator.runtime import BuildError, instance

# Finds the instance's end of the socket as a model can, and knows the number of the request that it answers.
SOCKET = """
import os, stat, struct, subprocess, sys

channel = next(fd for fd in range(3, 100) if os.path.exists("/dev/fd/%d" % fd) and stat.S_ISSOCK(os.fstat(fd).st_mode))
number = 1

def frame(body, number=None, length=None):
    if number is None:
        number = globals()["number"]
    head = struct.pack(">QQ", number, len(body) if length is None else length)
    return os.write(channel, head + body)
"""
SOCKET += EVAL.replace("request(self, data):", "request(self, data):\n        global number; number += 1")
UNREADABLE = 10**5000 - 1  # by Pythons that limit the digits
OWN = b'R{"result": "forged", "files": {}}'


@pytest.fixture
def bench(tmp_path: Path) -> Iterator[Bench]:
    with Bench(tmp_path) as bench:
        yield bench


@pytest.mark.parametrize(
    "write",
    [
        "os.write(channel, b'garbage')",
        "os.write(channel, bytes(16))",
        "os.write(channel, b'\\xff' * 16)",
        "os.write(channel, (7).to_bytes(8, 'big') + b'R\"old\"x')",
        "frame(b'', length=1 << 40)",
        "frame(b'', length=(33 << 20) + 1)",
        "frame(b'Rnull', number=number + 1)",
        "frame(b'Rnull', number=number + (1 << 40))",
        "frame(b'')",
        "frame(b'R')",
        "frame(b'Q{}')",
        "frame(b'R[]')",
        "frame(b'R{}')",
        "frame(b'Rnull')",
        "frame(b'R\\xff')",
        "frame(b'E5')",
        "frame(b'Enull')",
        "frame(b'X{}')",
        'frame(b\'R{"result": 1, "files": []}\')',
        "frame(b'R' + b'[' * 100000)",
        "frame(b'R{\"files\": {}, \"result\": ' + b'9' * 5000 + b'}')",
        'frame(b\'R{"files": {}, "result": NaN}\')',
        f"frame({OWN!r} + b' true')",
        f"(frame({OWN!r}), frame({OWN!r}))",
        f"frame({OWN!r} + b'garbage', length={len(OWN)})",
        "os.close(channel)",
    ],
)
def test_whatever_it_sends_is_an_outcome_of_its_own_request(
    bench: Bench, write: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    bench.build(SOCKET)
    for _ in range(2):
        outcome = bench.request(f"exec {write}; time.sleep(0.05)", timeout=SOON)
        assert outcome.result in (None, "forged", UNREADABLE if outcome.success else None)
        assert bench.result("'mine'", timeout=SOON) == "mine"
    monkeypatch.setattr(instance, "GRACE", 2 * SOON)
    start = time.monotonic()
    bench.runtime.retire("d")
    assert time.monotonic() - start < SOON


def test_answers_to_earlier_requests_are_not_those_of_later_ones(bench: Bench) -> None:
    bench.build(SOCKET)
    outcome = bench.request(f"(frame({OWN!r}), 1)[1]")
    assert outcome.result == "forged" or outcome.error_message == "The instance sent more than an answer"
    bench.lines.clear()
    assert bench.result("1") == 1
    for expected in range(20):
        assert bench.result(f"(frame({OWN!r}, number=number - 1), {expected})[1]") == expected
    bench.result("globals().update(threading=__import__('threading'), go=__import__('threading').Event())")
    late = f"threading.Thread(target=lambda old: go.wait() and frame({OWN!r}, old), args=[number])"
    bench.result(f"globals().update(late={late}) or late.start()")
    assert bench.result("go.set() or late.join() or 'mine'") == "mine"
    assert not [remark for remark in bench.remarks() if remark != "An instance has started"]


def test_what_comes_while_nobody_asks_ends_the_instance(bench: Bench) -> None:
    bench.build(SOCKET)
    pid = bench.result("os.getpid()")
    gate = bench.gate("gate")
    assert bench.result(gate.before("os.write(channel, b'x' * 16)")) is None
    gate.open()
    wait_until(lambda: "An instance was lost: The instance sent something that is no answer" in bench.remarks())
    wait_until(lambda: not alive(pid))
    assert bench.result("'mine'") == "mine"


@pytest.mark.parametrize("left", ["b'x'", "b'x' * 15", "frame_of_the_past[:20]"])
def test_what_is_left_in_the_socket_hurts_no_other_request(bench: Bench, left: str) -> None:
    bench.build(SOCKET + "frame_of_the_past = struct.pack('>QQ', 1, 1000) + b'x' * 1000")
    pid = bench.result("os.getpid()")
    gate = bench.gate("gate")
    assert bench.result(gate.before(f"os.write(channel, {left})")) is None
    gate.open()
    wait_until(lambda: "An instance was lost: The instance sent something that nobody asked for" in bench.remarks())
    wait_until(lambda: not alive(pid))
    assert bench.result("'mine'") == "mine"


@pytest.mark.parametrize("end", ["os._exit(5)", "os.write(channel, b'x' * 16)"])
def test_request_given_to_an_instance_that_is_lost_goes_to_another(bench: Bench, end: str) -> None:
    bench.build(SOCKET)
    log, looking, away = bench._log, threading.Event(), threading.Event()

    def blocking(build: str, texts: Sequence[str], *rest: Any) -> None:
        log(build, texts, *rest)
        if "wait" in texts:  # the thread of the instance sees nothing of what follows until the request is there
            away.set()
            assert looking.wait(60)

    bench.runtime._log = blocking
    pid = bench.result("os.getpid()")
    reached = f"{bench.directory / 'reached'}"
    code = f"print('wait', flush=True); open({reached!r}, 'w').close(); {end}; open({reached!r} + '2', 'w').close()"
    gate = bench.gate("gate")
    assert bench.result(gate.before(f"exec({code!r}, globals())")) is None
    gate.open()
    assert away.wait(60)
    wait_until(lambda: Path(f"{reached}2").exists() or not alive(pid))
    mine = bench.later("'mine'")
    pool = bench.runtime._pool("d")
    wait_until(lambda: pool._busy)
    looking.set()
    assert mine.result(60).result == "mine"
    assert [remark for remark in bench.remarks() if remark.startswith("An instance was lost: ")]


def test_frame_while_the_model_starts(bench: Bench) -> None:
    with pytest.raises(BuildError, match="The instance sent something that is no answer"):
        bench.build(SOCKET + "\nos.write(channel, b'x' * 16)")


def test_thread_that_fails_takes_its_instance_with_it(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    bench.build()
    pid = bench.result("os.getpid()")

    def fail(*_: object) -> None:
        raise MemoryError("of the emulator")

    monkeypatch.setattr(instance, "memory_in_use", fail)
    assert bench.error("time.sleep(60)") == "The instance failed: of the emulator"
    monkeypatch.undo()
    assert not alive(pid)
    assert bench.result("1") == 1
    assert not [path for path in bench.directory.glob("runtime/builds/*/run/*") if not list(path.iterdir())]


ESCAPED = "subprocess.Popen(['sleep', '1000'], start_new_session=True).pid"
# A daemon: its parent, which made a session, has ended.
DAEMON = """exec
code = '''
import os, time
if os.fork():
    os._exit(0)
os.setsid()
if os.fork():
    os._exit(0)
print(os.getpid(), flush=True)
os.close(1)
time.sleep(1000)
'''
result = int(subprocess.run([sys.executable, "-c", code], stdout=subprocess.PIPE, check=True).stdout)
""".replace("exec\n", "exec ", 1)


@pytest.mark.skipif(not linux, reason="only Linux has subreapers")
@pytest.mark.parametrize("start", [ESCAPED, DAEMON])
@pytest.mark.parametrize("end", ["retired", "exits", "killed", "timeout"])
def test_children_with_a_session_of_their_own_end_too(bench: Bench, start: str, end: str) -> None:
    bench.build(SOCKET)
    child = bench.result(start)
    assert alive(child)
    if end == "retired":
        bench.runtime.retire("d")
    elif end == "exits":
        assert bench.error("os._exit(3)") == "The instance exited with status 3"
    elif end == "killed":
        assert bench.error("os.kill(os.getpid(), 11)") == "The instance was ended by signal SIGSEGV"
    else:
        assert "timed out" in bench.error("time.sleep(100)", timeout=0.2)
    wait_until(lambda: not alive(child))


@pytest.mark.skipif(not linux, reason="only Linux has subreapers")
def test_nothing_outlives_a_killed_emulator(tmp_path: Path, bench: Bench) -> None:
    model = """
import os, subprocess, time
class Model:
    def request(self, data):
        if data == "start":
            return "%d %d" % (os.getpid(), subprocess.Popen(["sleep", "1000"], start_new_session=True).pid)
        time.sleep(1000)
"""
    write_zip(tmp_path / "z", {"model_package/model.py": model})
    command = [sys.executable, "-c", OWNER, str(tmp_path), bench.template.language]
    with subprocess.Popen(command, stdout=subprocess.PIPE, cwd=str(Path(__file__).parents[2])) as owner:
        assert owner.stdout is not None
        pids = [int(pid) for pid in owner.stdout.readline().split()]
        assert [alive(pid) for pid in pids] == [True, True]
        owner.send_signal(signal.SIGKILL)
    wait_until(lambda: not any(alive(pid) for pid in pids))


@pytest.mark.skipif(not linux, reason="only Linux has subreapers")
def test_model_that_kills_its_keeper(bench: Bench) -> None:
    bench.build(SOCKET)
    pid = bench.result("os.getpid()")
    assert bench.error("os.kill(os.getppid(), 9) or time.sleep(100)", timeout=60) == (
        "The instance was ended by signal SIGKILL"
    )
    wait_until(lambda: not alive(pid))
    assert bench.result("1") == 1


GROW = "import time; kept = b'x' * (300 << 20); print(1, flush=True); time.sleep(1000)"


@pytest.mark.skipif(not linux, reason="only Linux tells how much memory another process uses")
@pytest.mark.parametrize("session", [False, True])
def test_memory_limit_counts_children(bench: Bench, session: bool) -> None:
    bench.build(SOCKET, memory_allocation=256)
    code = f"exec child = subprocess.Popen([sys.executable, '-c', {GROW!r}], start_new_session={session})"
    assert bench.error(f"{code}; child.wait()", timeout=60) == "The instance exceeded the memory limit of 256 MB"


@pytest.mark.skipif(not linux, reason="only Linux tells how much memory another process uses")
def test_memory_limit_between_requests(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(instance, "IDLE_TICK", 0.05)
    bench.build(SOCKET, memory_allocation=256)
    child = bench.result(f"subprocess.Popen([sys.executable, '-c', {GROW!r}]).pid")
    lost = "An instance was lost: The instance exceeded the memory limit of 256 MB"
    wait_until(lambda: lost in bench.remarks())
    wait_until(lambda: not alive(child))


@pytest.mark.skipif(not linux, reason="only Linux tells how much memory another process uses")
def test_memory_that_forked_children_share_counts_once(bench: Bench) -> None:
    bench.build(SOCKET, memory_allocation=256)
    shared = """exec
kept = b"x" * (100 << 20)
children = []
for _ in range(4):
    pid = os.fork()
    if pid == 0:
        time.sleep(0.5)
        os._exit(0)
    children.append(pid)
result = [os.waitpid(pid, 0)[1] for pid in children]
""".replace("exec\n", "exec ", 1)
    assert bench.result(shared) == [0] * 4
