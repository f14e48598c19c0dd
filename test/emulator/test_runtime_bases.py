"""The environments with nothing but pip: kept for the user, made once, shared without harm."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Iterator

import pytest

from test.support.emulator.runtime import EVAL, INSTALL, LANGUAGE, Bench, wheel, write_zip
from ubiops.emulator.runtime.bases import base
from ubiops.emulator.runtime.interpreters import OWN, Interpreter, probe
from ubiops.emulator.runtime.programs import Cancellation

# A program that builds the package z of a directory.
BUILDER = """
import sys
from pathlib import Path
from ubiops.emulator.runtime import Build, Runtime

directory = Path(sys.argv[1])
with Runtime(directory / f"runtime{sys.argv[3]}", lambda *line: None) as runtime:
    runtime.build(Build("d", directory / "z", sys.argv[2], {}, {}))
    print(runtime.request("d", "__import__('pip').__file__", timeout=60, request_id="r").result)
"""


@pytest.fixture
def bench(tmp_path: Path) -> Iterator[Bench]:
    with Bench(tmp_path) as bench:
        yield bench


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where bases are kept during a test; there are none."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return tmp_path / "cache" / "ubiops-emulator"


def make(interpreter: Interpreter, otherwise: Path) -> Path:
    return base(interpreter, otherwise, print, Cancellation())


@pytest.fixture
def tiny(tmp_path: Path) -> Interpreter:
    """An interpreter that comes with a pip which is quick to unpack."""
    return Interpreter(OWN, sys.version_info[:3], (str(wheel(tmp_path, "pip")),))


def test_a_python_without_pip(tmp_path: Path, cache: Path) -> None:
    made = make(Interpreter(OWN, sys.version_info[:3], ()), tmp_path)
    assert cache in made.parents
    ended = subprocess.run([made / "bin" / "pip", "--version"], capture_output=True, text=True)
    assert (ended.returncode, ended.stdout) == (1, "")
    assert "comes without pip" in ended.stderr


def test_emulators_that_begin_together_make_one(tmp_path: Path, cache: Path) -> None:
    write_zip(tmp_path / "z", {"model_package/model.py": EVAL})
    command = [sys.executable, "-c", BUILDER, str(tmp_path), LANGUAGE]
    root = str(Path(__file__).parents[2])
    running = [
        subprocess.Popen([*command, str(number)], stdout=subprocess.PIPE, text=True, cwd=root) for number in range(3)
    ]
    answers = {process.communicate()[0].strip() for process in running}
    (kept,) = cache.iterdir()
    assert answers == {str(kept / "pip" / "pip" / "__init__.py")}
    assert cache.stat().st_mode & 0o777 == 0o700
    assert Path(answers.pop()).stat().st_mode & 0o222 == 0, "what models share is not to be written"


def test_one_that_was_interrupted_is_made_again(tmp_path: Path, cache: Path, tiny: Interpreter) -> None:
    made = make(tiny, tmp_path)
    inode = made.stat().st_ino
    assert make(tiny, tmp_path).stat().st_ino == inode
    (made.parent / "complete").unlink()
    (made / "pyvenv.cfg").unlink()
    assert make(tiny, tmp_path) == made
    assert (made / "pyvenv.cfg").exists()


def test_another_wheel_makes_another(tmp_path: Path, cache: Path, tiny: Interpreter) -> None:
    made = make(tiny, tmp_path)
    os.utime(tiny.wheels[0], (1, 1))
    assert make(tiny, tmp_path) != made
    assert len(list(cache.iterdir())) == 2


@pytest.mark.parametrize("fault", ["a file is in the way", "others can write"])
def test_a_cache_that_cannot_be_used(tmp_path: Path, cache: Path, tiny: Interpreter, fault: str) -> None:
    if fault == "others can write":
        cache.mkdir(parents=True)
        cache.chmod(0o777)
    else:
        cache.parent.touch()
    otherwise = tmp_path / "otherwise"
    otherwise.mkdir()
    assert otherwise in make(tiny, otherwise).parents


def test_what_is_installed_comes_before_that_of_the_base(bench: Bench) -> None:
    bench.build(id="one")
    bench.build(id="two")
    bench.result(INSTALL.format("['pip']", str(wheel(bench.directory, "pip", "99.0"))), build="one")
    assert bench.result("exec import pip\nresult = pip.version", build="one") == "99.0"
    assert bench.result("exec import pip\nresult = hasattr(pip, 'version')", build="two") is False
    assert bench.result(INSTALL.format("['pip']", str(wheel(bench.directory))), build="two") is None


def test_requirements_replace_what_the_base_has(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PIP_CONFIG_FILE", os.devnull)
    monkeypatch.setenv("PIP_NO_INDEX", "1")
    monkeypatch.setenv("PIP_FIND_LINKS", str(wheel(bench.directory, "setuptools", "99.0").parent))
    bench.build({"model.py": EVAL, "requirements.txt": "setuptools==99.0"})
    assert bench.result("exec import setuptools\nresult = setuptools.version") == "99.0"
    assert bench.error("exec import pkg_resources") == "No module named 'pkg_resources'"
    own = probe(OWN)
    assert own is not None
    brought = any("setuptools" in name for name in own.wheels)
    bench.build(id="other")
    assert bench.result("__import__('importlib.util').util.find_spec('pkg_resources') is not None", build="other") is (
        brought
    )
