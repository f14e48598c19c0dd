# A package answers here as it will there: built and run by the emulator's own runtime, in a process of its own.
from __future__ import annotations

import os
import signal
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import Any, Dict, Iterator

import numpy
import pytest

from test.support.emulator.client import wait_until
from test.support.emulator.runtime import alive
from test.support.process import ROOT, run
from ubiops import ApiTypeError, ApiValueError
from ubiops.utils import PackageException, RunFailedException, run_local

MODEL = """
import os, sys
from pathlib import Path

class Model:
    def __init__(self, base_directory, context):
        print("loading", context["model"])
        self.context = context

    def request(self, data):
        if data == "fail":
            print("before the failure")
            raise ValueError("no such customer")
        if data == "where":
            return [os.getpid(), sys.prefix, os.environ.get("REGION"), "ubiops" in sys.modules]
        if data == "context":
            return self.context
        if isinstance(data, dict) and "file" in data:
            path = Path(data["file"])
            path.write_text(path.read_text().upper())
            return {"file": str(path), "name": path.name}
        return data
"""


@pytest.fixture(autouse=True)
def own_temporary_directory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Nothing is left of a run."""
    (tmp_path / "tmp").mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "tmp"))
    yield
    assert list((tmp_path / "tmp").iterdir()) == []


@pytest.fixture
def package(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    (tmp_path / "churn").mkdir()
    (tmp_path / "churn" / "model.py").write_text(getattr(request, "param", MODEL))
    return tmp_path / "churn"


def test_a_request_is_answered_by_a_clean_process(package: Path, capsys: pytest.CaptureFixture[str]) -> None:
    pid, prefix, region, loaded = run_local(package, "where", environment_variables={"REGION": "north"})
    assert (pid != os.getpid(), prefix != sys.prefix, region, loaded) == (True, True, "north", False)
    assert not alive(pid)
    assert capsys.readouterr() == ("loading churn\n", "")


def test_data_goes_as_in_a_request(package: Path) -> None:
    assert run_local(package, {"n": numpy.int64(3), "a": numpy.array([1.5])}) == {"n": 3, "a": [1.5]}
    with pytest.raises(ApiValueError, match="numbers must be finite"):
        run_local(package, {"n": float("nan")})


def test_what_the_model_is_told(package: Path) -> None:
    assert run_local(package, "context", language="python3.11") == {
        "project": "local",
        "model": "churn",
        "version": "local",
        "language": "python3.11",
        "input_type": "plain",
        "output_type": "plain",
        "input_fields": [],
        "output_fields": [],
        "environment_variables": {},
    }


def test_a_failure_shows_what_the_model_wrote(package: Path) -> None:
    with pytest.raises(RunFailedException) as caught:
        run_local(package, "fail")
    lines = str(caught.value).splitlines()
    assert lines[0] == "no such customer"
    assert lines[1:4] == ["    loading churn", "    before the failure", "    Traceback (most recent call last):"]
    assert lines[-1] == "    ValueError: no such customer"
    assert caught.value.log == [line[4:] for line in lines[1:]]


def test_a_model_that_does_not_start(package: Path) -> None:
    (package / "model.py").write_text("print('first')\nimport nothing\n" + MODEL)
    with pytest.raises(RunFailedException, match="No module named 'nothing'") as caught:
        run_local(package, 1)
    assert caught.value.log[0] == "first"


def test_requirements_are_installed(package: Path) -> None:
    name = "tinywheel-1.0"
    with zipfile.ZipFile(package / f"{name}-py3-none-any.whl", "w") as wheel:
        wheel.writestr("tinywheel.py", "answer = 42\n")
        wheel.writestr(f"{name}.dist-info/METADATA", "Metadata-Version: 2.1\nName: tinywheel\nVersion: 1.0\n")
        wheel.writestr(f"{name}.dist-info/WHEEL", "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n")
        wheel.writestr(f"{name}.dist-info/RECORD", "")
    (package / "requirements.txt").write_text(f"./{name}-py3-none-any.whl\n")
    (package / "model.py").write_text(
        "import tinywheel\nclass Model:\n    def request(self, data): return tinywheel.answer\n"
    )
    assert run_local(package, 1) == 42


def test_requirements_that_cannot_be_installed(package: Path) -> None:
    (package / "requirements.txt").write_text("./nothing-1.0-py3-none-any.whl\n")
    with pytest.raises(RunFailedException, match=r"nothing-1.0-py3-none-any.whl") as caught:
        run_local(package, 1)
    assert "Installing requirements.txt" in caught.value.log


def test_blobs_come_and_go(package: Path, tmp_path: Path) -> None:
    (tmp_path / "in.csv").write_text("maria\n")
    found = run_local(package, {"file": tmp_path / "in.csv"}, blobs={"file": tmp_path / "out.csv"})
    assert found == {"file": str(tmp_path / "out.csv"), "name": "in.csv"}
    assert (tmp_path / "out.csv").read_text() == "MARIA\n"
    assert (tmp_path / "in.csv").read_text() == "maria\n"  # the model had a copy


def test_another_file_can_hold_the_model(package: Path) -> None:
    (package / "model.py").rename(package / "report.py")
    assert run_local(package, 1, environment_variables={"ML_MODEL_FILE_NAME": "report"}) == 1
    with pytest.raises(PackageException, match=r"holds no file model_package/model.py"):
        run_local(package, 1)


def double(data: Dict[str, Any]) -> Dict[str, Any]:
    return {"out": data["in"] * 2}


def test_a_function_runs_apart_from_its_notebook(capsys: pytest.CaptureFixture[str]) -> None:
    assert run_local(double, {"in": 4}, progress=True) == {"out": 8}
    assert "Running double" in capsys.readouterr().err


def test_a_request_that_takes_too_long(tmp_path: Path, package: Path) -> None:
    (package / "model.py").write_text("import time\nclass Model:\n    def request(self, data): time.sleep(100)\n")
    with pytest.raises(RunFailedException, match=r"timed out after 0.1 s"):
        run_local(package, 1, timeout=0.1)


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"timeout": "60"}, "timeout: must be a number of seconds or None, not '60'"),
        ({"timeout": -1}, "timeout: must be a number of seconds from 0, not -1"),
        ({"environment_variables": {"PORT": 80}}, "environment_variables: PORT must be text, not int"),
        (
            {"blobs": {"file": "no-such-folder/x"}},
            "blobs: file goes into the folder no-such-folder, which is not there",
        ),
    ],
)
def test_what_makes_no_sense_is_told_before_anything_runs(package: Path, options: Any, message: str) -> None:
    with pytest.raises((ApiTypeError, ApiValueError), match=f"^{message}"):
        run_local(package, "data", **options)


def test_what_a_console_cannot_show_is_escaped(package: Path) -> None:
    (package / "model.py").write_text("class Model:\n    def request(self, data): print('\\u2192 caf\\xe9')\n")
    program = "import sys; from ubiops.utils import run_local; print(run_local(sys.argv[1], 1))"
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "latin-1"}
    done = subprocess.run([sys.executable, "-c", program, str(package)], env=environment, capture_output=True)
    assert (done.stdout.split(b"\n"), done.stderr) == ([b"\\u2192 caf\xe9", b"None", b""], b"")


WAITING = """
import os, time

class Model:
    def request(self, data):
        with open(data, "w") as file:
            file.write(str(os.getpid()))
        time.sleep(100)
"""


@pytest.fixture
def running(package: Path, tmp_path: Path) -> Iterator[subprocess.Popen[bytes]]:
    """A program that runs the package, with the path of a file as its data."""
    program = "import sys; from ubiops.utils import run_local; run_local(*sys.argv[1:])"
    with subprocess.Popen(
        [sys.executable, "-c", program, str(package), str(tmp_path / "pid")],
        stderr=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": str(ROOT), "TMPDIR": str(tmp_path / "tmp")},
    ) as process:
        yield process
        process.kill()


def interrupt(process: subprocess.Popen[bytes]) -> None:
    process.send_signal(signal.SIGINT)
    assert b"KeyboardInterrupt" in process.communicate(timeout=60)[1]


@pytest.mark.parametrize("package", [WAITING], indirect=True)
def test_ctrl_c_ends_the_model(tmp_path: Path, running: subprocess.Popen[bytes]) -> None:
    pid = int(wait_until(lambda: (tmp_path / "pid").exists() and (tmp_path / "pid").read_text()))
    interrupt(running)
    assert not alive(pid)


@pytest.fixture
def pipe(package: Path, tmp_path: Path) -> Path:
    """Requirements that never come to their end."""
    os.mkfifo(tmp_path / "more.txt")
    (package / "requirements.txt").write_text(f"-r {tmp_path / 'more.txt'}\n")
    return tmp_path / "more.txt"


def test_ctrl_c_ends_pip(pipe: Path, running: subprocess.Popen[bytes]) -> None:
    with pipe.open("wb", buffering=0) as requirements:  # opens when pip does
        interrupt(running)
        with pytest.raises(BrokenPipeError):
            requirements.write(b"six\n")


def test_it_needs_nothing_but_the_client(package: Path) -> None:
    program = """
        import json, sys
        for name in ("croniter", "jsonschema", "waitress", "werkzeug", "pathspec", "tqdm"):
            sys.modules[name] = None
        from ubiops.utils import run_local
        print(json.dumps(run_local(sys.argv[1], {"n": 1})))
    """
    assert run(program, str(package)) == {"n": 1}
