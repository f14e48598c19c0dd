"""Files that models write: each instance by itself, each request its own."""

from __future__ import annotations

import shutil
import time
from concurrent.futures import Future
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Iterator, List, Optional, Tuple

import pytest

from test.support.emulator.runtime import Bench, linux, wait_until
from ubiops.emulator.runtime import Outcome, build

# Writes where it is told, then does what else it is told, and returns what it is told.
WRITER = """
import os, time

class Model:
    def __init__(self, base_directory, context):
        self.base_directory = base_directory

    def request(self, data):
        path = data["path"].replace("BASE", self.base_directory)
        if "text" in data:
            directory = os.path.dirname(path)
            if directory:
                os.makedirs(directory, exist_ok=True)
            with open(path, "w") as file:
                file.write(data["text"])
        exec(data.get("then", ""), dict(globals(), self=self))
        return {"file": path}
"""


@pytest.fixture
def bench(tmp_path: Path) -> Iterator[Bench]:
    with Bench(tmp_path) as bench:
        yield bench


def ask(bench: Bench, data: Any, number: int = 0, **options: Any) -> Tuple[Outcome, Optional[bytes]]:
    """Send a request for a file: its outcome and what was handed over."""
    place = bench.directory / f"place-{number}"
    outcome = bench.request(data, files={"file": place}, **options)
    try:
        return outcome, place.read_bytes()
    except FileNotFoundError:
        return outcome, None
    finally:
        place.unlink(missing_ok=True)


@pytest.mark.parametrize("path", ["out.csv", "sub/out.csv", "BASE/out.csv", "./sub/../out.csv"])
@pytest.mark.parametrize("instances", [1, 4, 20])
def test_each_request_gets_its_own_file(bench: Bench, path: str, instances: int) -> None:
    bench.build(WRITER, maximum_instances=instances)

    def send(number: int) -> Future[Any]:
        # Each goes on for a moment: by then another instance has written a file of the same name.
        data = {"path": path, "text": f"content {number}", "then": "time.sleep(0.003)"}
        return bench.call(ask, bench, data, number)

    for number, sent in enumerate([send(number) for number in range(80)]):
        outcome, content = sent.result()
        assert outcome.success, outcome
        assert content == f"content {number}".encode()
        assert outcome.files == {"file": "out.csv"}


@pytest.fixture
def short() -> Iterator[Bench]:
    """A bench whose paths are as short as an emulator's."""
    with TemporaryDirectory(prefix="u") as directory, Bench(Path(directory)) as bench:
        yield bench


def test_temporary_files_are_the_instances_own(short: Bench) -> None:
    # A fixed name in the directory for temporary files is as common as one in the working directory.
    short.build(WRITER, maximum_instances=4)
    write = """
import multiprocessing, tempfile
path = os.path.join(tempfile.gettempdir(), "out.csv")
with open(path, "w") as file: file.write({!r})
if not os.path.lexists("link"): os.symlink(path, "link")
time.sleep(0.003)
"""
    sent = [short.call(ask, short, {"path": "link", "then": write.format(str(n))}, n) for n in range(40)]
    assert [each.result()[1] for each in sent] == [str(n).encode() for n in range(40)]
    # Its path leaves room for the names of sockets.
    manager = "import multiprocessing; multiprocessing.get_context('fork').Manager().shutdown()"
    outcome, content = ask(short, {"path": "link", "then": manager})
    assert content is not None, outcome


def test_file_that_is_gone_is_not_there(bench: Bench) -> None:
    bench.build(WRITER)
    assert ask(bench, {"path": "out.csv", "text": "first"})[1] == b"first"
    assert ask(bench, {"path": "out.csv", "then": "os.remove('out.csv')"})[1] is None
    outcome, content = ask(bench, {"path": "out.csv"})
    assert content is None
    assert "Data validation error for field file: there is no file " in (outcome.error_message or "")
    assert (outcome.error_message or "").endswith("/model_package/out.csv")


def test_file_that_is_replaced_later_stays_as_it_was(bench: Bench) -> None:
    bench.build(WRITER)
    place, gate, replaced = (bench.directory / name for name in ("place", "gate", "replaced"))
    later = f"""
import threading

def replace():
    while not os.path.exists({str(gate)!r}):
        time.sleep(0.005)
    with open("out.csv", "w") as file:
        file.write("late")
    open({str(replaced)!r}, "w").close()

threading.Thread(target=replace).start()
"""
    assert bench.request({"path": "out.csv", "text": "right", "then": later}, files={"file": place}).success
    gate.touch()
    wait_until(replaced.exists)
    assert place.read_bytes() == b"right"


def test_relative_to_where_the_model_is(bench: Bench) -> None:
    bench.build(WRITER)
    assert ask(bench, {"path": "out.csv", "text": "old"})[1] == b"old"
    move = "os.makedirs('there', exist_ok=True); os.chdir('there'); open('out.csv', 'w').write('new')"
    assert ask(bench, {"path": "out.csv", "then": move})[1] == b"new"
    assert ask(bench, {"path": "out.csv"})[1] == b"new", "the directory stays the instance's"


def test_instances_do_not_see_what_others_write(bench: Bench) -> None:
    files = {"model.py": WRITER, "weights/w.bin": b"\1\2", "script.sh": "#!/bin/sh\n"}
    bench.build(files, maximum_instances=2, maximum_idle_time=10)
    gate = str(bench.gate("gate").path)
    spoil = f"""
with open("weights/w.bin", "w") as file: file.write("spoilt")
os.remove("script.sh")
os.mkdir("more")
os.mknod({gate!r} + ".reached")
while not os.path.exists({gate!r}): time.sleep(0.005)
"""
    spoiling = bench.later({"path": ".", "then": spoil})
    bench.gate("gate").wait()
    untouched = "assert sorted(os.listdir()) == ['__pycache__', 'model.py', 'script.sh', 'weights'], os.listdir()"
    assert ask(bench, {"path": "weights/w.bin", "then": untouched})[1] == b"\1\2"
    bench.gate("gate").open()
    assert spoiling.result().success
    bench.now = 100
    bench.runtime.reap()
    wait_until(lambda: not list(bench.directory.glob("runtime/builds/*/run/*")))
    assert ask(bench, {"path": "script.sh", "then": untouched})[1] == b"#!/bin/sh\n"


@pytest.mark.parametrize(
    ("path", "message"),
    [
        ("missing.txt", "there is no file /"),
        ("", "there is no file /"),
        (".", "there is no file /"),
        ("\x00", "there is no file"),
        ("x" * 5000, "there is no file"),
        ("/dev/null", "there is no file /dev/null"),
        ("/dev/zero", "there is no file /dev/zero"),
        ("pipe", "there is no file /"),
        ("socket", "there is no file /"),
        pytest.param("/proc/kmsg", "/proc/kmsg", marks=pytest.mark.skipif(not linux, reason="has no /proc")),
        pytest.param("/proc/self/mem", "cannot be read", marks=pytest.mark.skipif(not linux, reason="has no /proc")),
    ],
)
def test_what_is_no_file(bench: Bench, path: str, message: str) -> None:
    bench.build(WRITER)
    make = "os.mkfifo('pipe'); __import__('socket').socket(1).bind('socket')"
    outcome, _ = ask(bench, {"path": path, "then": make})
    assert not outcome.success
    assert message in (outcome.error_message or "")
    assert ask(bench, {"path": "a", "text": "a"})[1] == b"a", "the instance goes on"


@pytest.mark.skipif(not linux, reason="has no /proc")
def test_environment_of_the_emulator_stays_its_own(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    bench.build(WRITER, environment={"OF_THE_MODEL": "1"})
    content = ask(bench, {"path": "/proc/self/environ"})[1]
    assert content is not None
    assert b"OF_THE_MODEL=1" in content.split(b"\0")
    assert b"PYTEST_CURRENT_TEST" not in content


def test_file_that_is_too_large(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ubiops.emulator.runtime.instance.FILE_LIMIT", 3 << 20)
    bench.build(WRITER)
    assert ask(bench, {"path": "f", "text": "x" * (3 << 20)})[0].success
    outcome, _ = ask(bench, {"path": "f", "text": "x" * (3 << 20) + "x"})
    assert (outcome.error_message or "").endswith("/f is larger than 3 MB")
    outcome, copied = ask(bench, {"path": "f", "text": "x" * (4 << 20)})
    assert (outcome.error_message or "").endswith("/f is larger than 3 MB")
    assert copied is None, "what is too large from the start is not copied first"


def test_names_of_files(bench: Bench) -> None:
    bench.build(WRITER)
    for path, name in {"ü.csv": "ü.csv", "a/b c.csv": "b c.csv", "l\nm": "l\nm"}.items():
        outcome, content = ask(bench, {"path": path, "text": "x"})
        assert (outcome.files, content) == ({"file": name}, b"x")


def test_results_that_name_no_file(bench: Bench) -> None:
    bench.build("class Model:\n    def request(self, data):\n        return data")
    for data in ({"file": 1}, {"other": "x"}, "file", None, ["file"]):
        outcome, content = ask(bench, data)
        assert (outcome.result, dict(outcome.files), content) == (data, {}, None)


def test_answer_that_is_too_large(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ubiops.emulator.runtime.instance.ANSWER_LIMIT", 1 << 20)
    bench.build("class Model:\n    def request(self, data):\n        return data[0] * data[1]")
    for text, times in (("x", (1 << 20) - 2), ("ü", (1 << 19) - 1)):
        assert bench.result([text, times]) == text * times
        message = f"The result takes {len(text.encode()) * (times + 1) + 2} bytes as JSON; 1 MB is the limit"
        assert bench.error([text, times + 1]) == message
    assert bench.remarks() == ["An instance has started"]
    assert build.ANSWER_LIMIT == 32 << 20


def test_package_that_cannot_be_copied(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    built = bench.build(WRITER)

    def full(*_: str) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("ubiops.emulator.runtime.instance.shutil.copy2", full)
    bench.runtime.update(replace(built, environment={"A": "1"}))
    assert bench.error({"path": "x"}) == "The package could not be copied: [Errno 28] No space left on device"
    monkeypatch.undo()
    assert ask(bench, {"path": "x", "text": "x"})[1] == b"x"


def test_copying_ends_when_the_version_does(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    built = bench.build({"model.py": WRITER, **{f"lib/{number}": "x" for number in range(1000)}})
    copied: List[str] = []

    def slow(source: str, target: str) -> None:
        copied.append(source)
        time.sleep(0.01)
        shutil.copyfile(source, target)

    monkeypatch.setattr("ubiops.emulator.runtime.instance.shutil.copy2", slow)
    bench.runtime.update(replace(built, environment={"A": "1"}))
    wait_until(lambda: copied)
    bench.runtime.retire("d")
    assert len(copied) < 500
