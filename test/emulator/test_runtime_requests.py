"""What a request does to itself, to its instance and to others."""

from __future__ import annotations

import ast
import re
import time
from pathlib import Path
from typing import Any, Iterator, List, Sequence

import pytest

from test.support.emulator.runtime import ECHO, EVAL, Bench, alive, linux, wait_until
from test.support.patience import SOON
from ubiops.emulator.runtime import BuildError, Outcome, instance


@pytest.fixture
def bench(tmp_path: Path) -> Iterator[Bench]:
    with Bench(tmp_path) as bench:
        yield bench


def test_json_values(bench: Bench) -> None:
    bench.build(ECHO)
    values: List[Any] = [{"a": [1, 2.5, None, True, {"ü": "😀 \n\x00"}]}, "text", "", 0, None, [], {}, 10**30]
    for value in values:
        assert bench.request(value) == Outcome(True, value, None)


def test_many_requests(bench: Bench) -> None:
    bench.build(ECHO)
    for number in range(300):
        assert bench.result(number) == number


def test_large_payload_while_printing(bench: Bench) -> None:
    bench.build("""
        class Model:
            def __init__(self, base_directory, context):
                pass
            def request(self, data):
                for _ in range(3000):
                    print("x" * 1000)
                return data[::-1]
    """)
    data = "ab" * 10_000_000
    assert bench.result(data, request_id="big") == data[::-1]
    assert bench.printed("big") == ["x" * 1000] * 3000


def test_environment_of_the_model(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONPATH", "/leaked")
    monkeypatch.setenv("PYTHONWARNINGS", "error")
    monkeypatch.setenv("UBIOPS_API_TOKEN", "secret")
    bench.build(environment={"MY_VARIABLE": "ü=1"}, context={"model": "m", "list": [1]})
    root = bench.result("self.base_directory")
    assert root.startswith(str(bench.directory / "runtime"))
    assert root.endswith("/model_package")
    assert bench.result("os.environ['MY_VARIABLE']") == "ü=1"
    assert bench.result("[k for k in os.environ if k.startswith(('PYTHON', 'UBIOPS'))]") == []
    assert bench.result("[self.base_directory, os.getcwd(), self.context]") == [root, root, {"model": "m", "list": [1]}]
    path = bench.result("sys.path")
    assert path[:2] == [root, root + "/libraries"]
    assert not [entry for entry in path if "/ubiops/emulator" in entry or entry == "/leaked" or not entry]
    assert bench.result("sys.prefix != sys.base_prefix and os.environ['VIRTUAL_ENV'] == sys.prefix")
    assert bench.result("os.environ['PATH'].startswith(sys.prefix + '/bin:')")
    assert bench.error("__import__('waitress')") == "No module named 'waitress'"
    assert bench.error("__import__('pool')") == "No module named 'pool'"
    assert bench.error("input()").startswith("EOF")
    assert bench.result("len(sys.argv)") == 1


@pytest.mark.skipif(not linux, reason="there is no /proc")
def test_what_a_model_has_of_the_emulator(bench: Bench) -> None:
    """Its standard streams, the socket for requests, and no secret where other users see it."""
    bench.build(environment={"PASSWORD": "5ecre7"}, context={"note": "5ecre7"})
    paths = "map('/proc/self/fd/'.__add__, os.listdir('/proc/self/fd'))"
    links = f"[os.readlink(path).partition(':')[0] for path in {paths} if os.path.lexists(path)]"
    assert sorted(bench.result(links)) == ["/dev/null", "pipe", "pipe", "socket"]
    read = "exec result = [open('/proc/%d/cmdline' % pid).read() for pid in (os.getpid(), os.getppid())]"
    lines = bench.result(read)
    assert all("worker.py" in line for line in lines)
    assert "5ecre7" not in "".join(lines)


def test_variables_of_the_deployment_for_python_count(bench: Bench) -> None:
    bench.build(environment={"PYTHONPATH": "/mine"})
    assert "/mine" in bench.result("sys.path")


def test_exceptions(bench: Bench) -> None:
    bench.build()
    assert bench.error("exec raise ValueError('Asset ID not supported')", request_id="1") == "Asset ID not supported"
    assert bench.error("{}['x']") == "KeyError: 'x'"
    assert bench.error("exec raise ValueError") == "ValueError"
    assert len(bench.error("exec raise ValueError('x' * 10**6)")) == 500
    assert bench.error(r"exec raise ValueError('\udc80')") == "?"
    (traceback,) = bench.printed("1")
    assert traceback.startswith("Traceback (most recent call last):\n  File ")
    assert traceback.endswith("\nValueError: Asset ID not supported")
    assert "worker.py" not in traceback
    assert bench.remarks() == ["An instance has started"], "the instance goes on"


def test_results_without_json(bench: Bench) -> None:
    bench.build()
    for data, message in {
        "{'a': {1}}": "The result cannot be written as JSON: it holds a value of type builtins.set",
        "self": "The result cannot be written as JSON: it holds a value of type model.Model",
        "{(1, 2): 3}": "keys must be str, int, float, bool or None, not tuple",
        "[float('nan')]": "The result holds NaN or an infinity, which JSON cannot express",
        "float('-inf')": "NaN or an infinity",
        "exec result = []; result.append(result)": "The result contains itself",
        "exec result = []\nfor _ in range(100000): result = [result]": "nested too deeply",
    }.items():
        assert message in bench.error(data)
    assert bench.remarks() == ["An instance has started"]


def test_results_like_those_of_numpy(bench: Bench) -> None:
    bench.build(
        EVAL
        + """
class Array:
    def tolist(self):
        return [1, [2.5]]

class Scalar:
    def item(self):
        return 7
"""
    )
    assert bench.result("{'a': Array(), 'b': [Scalar()]}") == {"a": [1, [2.5]], "b": [7]}
    assert "NaN" in bench.error("exec Scalar.item = lambda self: float('nan'); result = Scalar()")


def test_output_becomes_log_lines(bench: Bench) -> None:
    bench.build()
    code = r"""exec
import ctypes, subprocess
print("one")
print("  two\n\n\r\n   \nthree", file=sys.stderr)
os.write(1, b"four\n")
subprocess.check_call(["echo", "five"])
print("fünf \udc80", flush=True)
os.write(2, b"\xff\rsix\r\n")
ctypes.CDLL(None).puts(b"seven, from C")
print("eight", end="")
""".replace("exec\n", "exec ", 1)
    bench.result(code, request_id="1")
    assert bench.printed("1") == [
        *("one", "  two", "three", "four", "five", "fünf \\udc80", "\ufffd", "six", "eight", "seven, from C")
    ] or bench.printed("1") == [
        *("one", "  two", "three", "four", "five", "fünf \\udc80", "\ufffd", "six", "eightseven, from C")
    ]
    assert bench.printed(None) == []
    bench.result("print('x' * 200000)", request_id="2")
    assert [len(line) for line in bench.printed("2")] == [65536, 65536, 65536, 3392]


def test_lines_come_in_groups_and_none_is_lost(bench: Bench) -> None:
    bench.build()
    log, groups = bench._log, []

    def slow(build: str, texts: Sequence[str], *rest: Any) -> None:
        groups.append(len(texts))
        time.sleep(0.001)  # as a transaction takes
        log(build, texts, *rest)

    bench.runtime._log = slow
    assert bench.result("exec for number in range(30000): print(number)", request_id="1") is None
    assert bench.printed("1") == [str(number) for number in range(30000)]
    assert len(groups) < 3000
    assert bench.error(
        "exec for number in range(5000): print(number)\nos.write(1, b'last words'); os._exit(1)", request_id="2"
    )
    assert bench.printed("2") == [*(str(number) for number in range(5000)), "last words"]


EXCEPTION_GROUP = r"""
  + Exception Group Traceback (most recent call last):
  |   File "x.py", line 1, in <module>
  | ExceptionGroup: two (2 sub-exceptions)
  +-+---------------- 1 ----------------
    | ValueError: 1
    +------------------------------------
""".strip("\n")


def test_a_traceback_is_one_entry(bench: Bench) -> None:
    bench.build()
    one = 'Traceback (most recent call last):\n  File "x.py", line 1\n    x\nValueError: x'
    chain = f"{one}\nDuring handling of the above exception, another exception occurred:\n{one}"
    for printed, entries in {
        one: [one],
        f"before\n{one}\nafter\n  indented": ["before", one, "after", "  indented"],
        chain.replace("\nDuring", "\n\nDuring").replace("occurred:\n", "occurred:\n\n"): [chain],
        f"{one}\n{one}": [one, one],
        f"{EXCEPTION_GROUP}\nafter": [EXCEPTION_GROUP, "after"],
        "Traceback (most recent call last):\n  File": ["Traceback (most recent call last):\n  File"],
        "Traceback (most recent call last):": ["Traceback (most recent call last):"],
        "During handling of the above exception, another exception occurred:\nx": [
            "During handling of the above exception, another exception occurred:",
            "x",
        ],
    }.items():
        bench.lines.clear()
        bench.result(f"os.write(1, {printed.encode()!r})", request_id="1")
        assert bench.printed("1") == entries
    bench.lines.clear()
    gate = bench.gate("gate")
    bench.result(gate.before(f"os.write(1, {(one + chr(10)).encode()!r})"), request_id="1")
    gate.open()
    wait_until(lambda: bench.printed(None) == [one])
    bench.lines.clear()
    endless = "Traceback (most recent call last):\n" + "  x\n" * 2500
    bench.result(f"os.write(1, {endless.encode()!r})", request_id="1")
    assert "\n".join(bench.printed("1")) == endless.rstrip()
    bench.lines.clear()
    assert bench.error("exec raise ValueError('two\\r\\nlines') from KeyError('x')", request_id="1") == "two\r\nlines"
    (entry,) = bench.printed("1")
    assert entry.startswith("KeyError: 'x'\n\nThe above exception")
    assert entry.endswith("\nValueError: two\nlines")


def test_output_belongs_to_its_request(bench: Bench) -> None:
    bench.build("""
        import os, threading, time
        print("imported")
        def late(path):
            while not os.path.exists(path):
                time.sleep(0.005)
            print("between requests")
        class Model:
            def __init__(self, base_directory, context):
                print("made")
            def request(self, data):
                print("request")
                threading.Thread(target=late, args=[data]).start()
            def stop(self):
                print("stopping")
    """)
    for number in range(3):
        gate = bench.gate(f"gate {number}")
        bench.result(str(gate.path), request_id=str(number))
        gate.open()
        wait_until(lambda: bench.printed(None).count("between requests") == number + 1)  # noqa: B023 - called at once
        assert bench.printed(str(number)) == ["request"]
    bench.runtime.retire("d")
    assert bench.printed(None) == ["imported", "made", *["between requests"] * 3, "stopping"]


def test_sink_that_raises(tmp_path: Path, bench: Bench) -> None:
    bench._log = None  # type: ignore[assignment] # calling it raises
    bench.runtime._log = bench._log
    bench.build()
    assert bench.result("print(1)") is None


@pytest.mark.parametrize(
    ("data", "message"),
    [
        ("sys.exit(3)", "SystemExit: 3"),
        ("os._exit(3)", "The instance exited with status 3"),
        ("os.kill(os.getpid(), 11)", "The instance was ended by signal SIGSEGV"),
        ("exec import ctypes; ctypes.string_at(0)", "The instance was ended by signal SIGSEGV"),
        # It cannot answer: it ends by that error, or is ended because its end of the socket is closed.
        ("os.closerange(3, 100)", "The instance (was ended by signal SIGKILL|exited with status 1)"),
    ],
)
def test_death_hurts_only_its_own_request(bench: Bench, data: str, message: str) -> None:
    bench.build(maximum_instances=2)
    gate = bench.gate("gate")
    other = bench.later(gate.data)
    gate.wait()
    error = bench.error(f"exec print('last words'); {data.replace('exec ', '')}", request_id="1")
    assert re.fullmatch(message, error)
    assert bench.printed("1")[0] == "last words"
    assert bench.result("1 + 1") == 2
    gate.open()
    assert other.result().success
    assert f"An instance was lost: {error}" in bench.remarks()


@pytest.mark.parametrize("data", ["exec while True: pass", "time.sleep(1000)", "exec while True: print('x' * 50)"])
def test_timeout(bench: Bench, data: str) -> None:
    bench.build()
    pid = bench.result("os.getpid()")
    start = time.monotonic()
    assert bench.error(data, timeout=0.3) == "The request timed out after 0.3 s"
    assert time.monotonic() - start < SOON
    assert not alive(pid)
    assert bench.result("os.getpid()") != pid


def test_children_die_with_their_instance(bench: Bench) -> None:
    bench.build()
    start = "exec import subprocess; result = subprocess.Popen(['sleep', '1000']).pid"
    first = bench.result(start)
    assert alive(first)
    bench.error("os._exit(0)")
    wait_until(lambda: not alive(first))
    second = bench.result(start)
    bench.runtime.retire("d")
    wait_until(lambda: not alive(second))


def test_child_that_keeps_the_socket_open(bench: Bench) -> None:
    bench.build()
    fork = "exec\nif os.fork() == 0: time.sleep(1000)\n".replace("exec\n", "exec ")
    bench.result(fork)
    assert bench.error("os._exit(4)", timeout=60) in (
        "The instance exited with status 4",
        "The instance was ended by signal SIGKILL",
    )
    assert bench.result("2") == 2


def test_child_that_comes_back_does_not_answer(bench: Bench) -> None:
    bench.build()
    assert bench.result("exec result = 'child' if os.fork() == 0 else 'parent'") == "parent"
    assert bench.result("1") == 1


def test_worker_processes_of_the_model(bench: Bench) -> None:
    bench.build("""
        import multiprocessing
        def double(x):
            return 2 * x
        class Model:
            def __init__(self, base_directory, context):
                pass
            def request(self, data):
                with multiprocessing.get_context(data).Pool(2) as pool:
                    return pool.map(double, [1, 2, 3])
    """)
    for method in ("fork", "spawn"):
        assert bench.result(method) == [2, 4, 6]


@pytest.mark.skipif(not linux, reason="only Linux tells how much memory another process uses")
def test_memory_limit(bench: Bench) -> None:
    bench.build(memory_allocation=100)
    assert bench.result("len(b'x' * (50 << 20))") == 50 << 20
    assert bench.result("len(__import__('mmap').mmap(-1, 500 << 20))") == 500 << 20, (
        "what is only reserved does not count"
    )
    pid = bench.result("os.getpid()")
    grow = "exec\nkept = []\nwhile True: kept.append(b'x' * (10 << 20)); time.sleep(0.02)".replace("exec\n", "exec ")
    assert bench.error(grow) == "The instance exceeded the memory limit of 100 MB"
    assert not alive(pid)
    assert bench.result("1") == 1


@pytest.mark.skipif(not linux, reason="only Linux tells how much memory another process uses")
def test_memory_that_leaks_by_quick_requests(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(instance, "TICK", 0.0)
    bench.build(memory_allocation=100)
    leak = "exec import builtins; builtins.kept = [*getattr(builtins, 'kept', []), b'x' * (40 << 20)]"
    outcomes = [bench.request(leak) for _ in range(4)]
    assert [outcome.success for outcome in outcomes] == [True, True, False, True]
    assert outcomes[2].error_message == "The instance exceeded the memory limit of 100 MB"


def test_stop(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(instance, "GRACE", 0.3)
    bench.build(EVAL + "    def stop(self):\n        print('stopping'); 1 / 0\n", id="raises")
    bench.build(EVAL + "    def stop(self):\n        print('stopping'); time.sleep(1000)\n", id="hangs")
    pid = bench.result("os.getpid()", build="hangs")
    for name in ("raises", "hangs"):
        bench.runtime.retire(name)
    assert not alive(pid)
    printed = [line for line in bench.lines if not line.system]
    assert [line.text for line in printed if line.build == "hangs"] == ["stopping"]
    assert [line.text.split("\n")[-1] for line in printed if line.build == "raises"] == [
        "stopping",
        "ZeroDivisionError: division by zero",
    ]


def test_start_that_hangs(tmp_path: Path) -> None:
    with Bench(tmp_path, start_timeout=0.5) as bench, pytest.raises(
        BuildError, match=r"timed out after 0\.5 s"
    ) as info:
        bench.build("import time\ntime.sleep(1000)")
    assert info.value.stage == "deploy"


def test_worker_keeps_to_the_syntax_of_python_3_5() -> None:
    for path in (instance.WORKER, instance.WORKER.with_name("keeper.py")):
        ast.parse(path.read_text(encoding="utf-8"), feature_version=(3, 5))
