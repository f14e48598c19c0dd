"""Packages are built: interpreter, environment, requirements, first start."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import Iterator

import pytest

from test.support.emulator.runtime import EVAL, INSTALL, LANGUAGE, Bench, wait_until, wheel, write_zip
from ubiops.emulator.runtime import Build, BuildError, interpreters


@pytest.fixture
def bench(tmp_path: Path) -> Iterator[Bench]:
    with Bench(tmp_path) as bench:
        yield bench


def test_builds_without_requirements(bench: Bench) -> None:
    bench.build(id="first")
    bench.build({"model.py": EVAL, "requirements.txt": "\n# nothing\n"}, id="second")
    first, second = (bench.result("sys.prefix", build=name) for name in ("first", "second"))
    assert first != second, "an environment of its own"


@pytest.mark.parametrize("pip", ["[sys.executable, '-m', 'pip']", "['pip']"])
def test_pip_without_requirements(bench: Bench, pip: str) -> None:
    bench.build(id="one")
    bench.build(id="two")
    package = wheel(bench.directory)
    bench.result(INSTALL.format(pip, str(package)), build="one")
    assert bench.result("__import__('tinywheel').__file__.startswith(sys.prefix)", build="one")
    assert "No module named" in bench.error("__import__('tinywheel')", build="two")
    bench.build(id="three")
    assert "No module named" in bench.error("__import__('tinywheel')", build="three")


def test_requirements_of_the_package_itself(bench: Bench) -> None:
    requirement = "libraries/tinypackage-1.0-py3-none-any.whl"
    content = wheel(bench.directory, "tinypackage").read_bytes()
    bench.build(
        {"model.py": "import tinypackage\n" + EVAL, "requirements.txt": f"./{requirement}\n", requirement: content}
    )
    assert bench.result("__import__('tinypackage').__file__.startswith(sys.prefix)")
    assert "Installing requirements.txt" in bench.remarks()
    assert any(line.startswith("Successfully installed tinypackage") for line in bench.remarks())


@pytest.fixture
def no_index(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let pip find packages in the directory of the bench only."""
    monkeypatch.setenv("PIP_CONFIG_FILE", os.devnull)
    monkeypatch.setenv("PIP_NO_INDEX", "1")
    monkeypatch.setenv("PIP_FIND_LINKS", str(bench.directory))


@pytest.mark.usefixtures("no_index")
def test_same_requirements_are_installed_once(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    wheel(bench.directory)
    monkeypatch.setenv("PIP_TARGET", str(bench.directory / "elsewhere"))
    monkeypatch.setenv("PIP_USER", "1")
    # pip runs in the package's directory, where modules may have names of the standard library's.
    files = {"model.py": EVAL, "requirements.txt": "tinywheel==1.0", "optparse.py": "1 / 0", "logging.py": "1 / 0"}
    bench.build(files, id="one")
    bench.build({"model.py": EVAL, "requirements.txt": "# comment\ntinywheel==1.0\n"}, id="two")
    assert bench.result("__import__('tinywheel').version", build="two") == "1.0"
    assert len([line for line in bench.remarks() if line.startswith("Successfully installed")]) == 1
    one, two = (bench.result("sys.prefix", build=name) for name in ("one", "two"))
    assert one != two
    bench.runtime.retire("one")
    assert bench.result("__import__('tinywheel').version", build="two") == "1.0"


@pytest.mark.usefixtures("no_index")
def test_a_model_changes_its_own_environment_only(bench: Bench) -> None:
    wheel(bench.directory, script="tiny")
    files = {"model.py": EVAL, "requirements.txt": "tinywheel"}
    bench.build(files, id="one")
    bench.build(files, id="two", maximum_instances=2)
    newer = wheel(bench.directory, version="2.0")
    bench.result(INSTALL.format("['pip']", str(newer)), build="one")
    bench.result("exec path = __import__('tinywheel').__file__\nopen(path, 'a').write('spoilt = 1')", build="one")
    tools = "__import__('subprocess').check_output(['tiny'], text=True)"
    bench.build(files, id="three")
    for build, version in (("two", "1.0"), ("three", "1.0")):
        assert bench.result("__import__('tinywheel').version", build=build) == version
        assert not bench.result("hasattr(__import__('tinywheel'), 'spoilt')", build=build)
        assert bench.result(tools, build=build) == bench.result("sys.prefix", build=build) + "\n"
    # The next instance of the build that was changed sees the change.
    bench.runtime.update(replace(bench.template, id="one", environment={"NEW": "1"}))
    assert bench.result("[__import__('tinywheel').version, __import__('tinywheel').spoilt]", build="one") == ["2.0", 1]


@pytest.mark.usefixtures("no_index")
def test_files_that_modes_protect_are_shared(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    wheel(bench.directory, data=b"x" * (1 << 20))
    files = {"model.py": EVAL, "requirements.txt": "tinywheel"}
    for name in ("one", "two"):
        bench.build(files, id=name)
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    bench.build(files, id="three")
    status = "exec s = os.stat(sys.prefix + '/data')\nresult = [s.st_ino, s.st_mode & 0o222]"
    one, two, three = (bench.result(status, build=name) for name in ("one", "two", "three"))
    assert one == two
    assert one[1] == 0
    assert three[0] != one[0], "modes do not keep root from writing"
    assert bench.result("os.stat(__import__('tinywheel').__file__).st_nlink", build="two") == 1


def test_bad_requirements(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PIP_NO_INDEX", "1")
    monkeypatch.setenv("PIP_CONFIG_FILE", os.devnull)
    bench.build(id="before")
    kept = list((bench.directory / "runtime").glob("environments/*"))  # the empty one, without a home to keep it in
    with pytest.raises(BuildError, match=r"^No matching distribution found for no-such-thing") as caught:
        bench.build({"model.py": EVAL, "requirements.txt": "no-such-thing==1.0"})
    assert caught.value.stage == "build"
    assert str(caught.value) == "No matching distribution found for no-such-thing==1.0"
    assert any("no-such-thing" in line and line.startswith("ERROR") for line in bench.remarks())
    assert list((bench.directory / "runtime").glob("environments/*")) == kept


@pytest.mark.usefixtures("no_index")
def test_requirements_that_conflict(bench: Bench) -> None:
    for version in ("1.0", "2.0"):
        wheel(bench.directory, version=version)
    wheel(bench.directory, "other", requires="tinywheel (==2.0)")
    with pytest.raises(BuildError) as caught:
        bench.build({"model.py": EVAL, "requirements.txt": "tinywheel==1.0\nother"})
    assert str(caught.value) == (
        "The requirements conflict: The user requested tinywheel==1.0; other 1.0 depends on tinywheel==2.0"
    )


def test_an_index_that_cannot_be_reached(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in {"CONFIG_FILE": os.devnull, "INDEX_URL": "http://127.0.0.1:1/simple", "RETRIES": "1"}.items():
        monkeypatch.setenv(f"PIP_{name}", value)
    monkeypatch.delenv("PIP_FIND_LINKS", raising=False)
    with pytest.raises(BuildError, match=r"found for tinywheel; .*127\.0\.0\.1.* could not be reached: .*refused"):
        bench.build({"model.py": EVAL, "requirements.txt": "tinywheel"})


def test_libraries(bench: Bench) -> None:
    bench.build({"model.py": "import mine\nfrom helper import x\n" + EVAL, "libraries/mine.py": "", "helper.py": "x=1"})
    assert bench.result("mine.__file__") == bench.result("self.base_directory") + "/libraries/mine.py"


def test_model_file_name(bench: Bench) -> None:
    bench.build({"my-model.py": EVAL, "model.py": "1 / 0"}, environment={"ML_MODEL_FILE_NAME": "my-model"})
    assert bench.result("__name__") == "my-model"
    with pytest.raises(BuildError, match=r"no file 'other\.py' in its directory 'model_package'"):
        bench.build(id="x", environment={"ML_MODEL_FILE_NAME": "other"})


@pytest.mark.parametrize(
    ("model", "message"),
    [
        ("1 / 0", "ZeroDivisionError: division by zero"),
        ("def f(:", "SyntaxError: invalid syntax"),
        ("import nonsense_module", "ModuleNotFoundError: No module named 'nonsense_module'"),
        ("class Other: pass", r"model\.py has no class Model"),
        ("class Model: pass", r"Model has no method request\(self, data\)"),
        ("import sys; sys.exit(1)", "SystemExit: 1"),
        ("import os; os._exit(7)", "The instance exited with status 7"),
        ("raise ValueError('two\\nlines')", "ValueError: two lines"),
    ],
)
def test_model_that_does_not_start(bench: Bench, model: str, message: str) -> None:
    package = write_zip(bench.directory / "z", {"model_package/model.py": model})
    with pytest.raises(BuildError, match="^" + message) as caught:
        bench.runtime.build(Build("d", package, LANGUAGE, {}, {}))
    assert caught.value.stage == "deploy"
    assert bench.error("1") == "The version is not running"
    bench.build(id="d")
    assert bench.result("1") == 1


@pytest.mark.parametrize("settings", [{"environment": {"A": "a\0b"}}, {"context": {"x": object()}}])
def test_settings_that_no_process_takes(bench: Bench, settings: dict[str, object]) -> None:
    with pytest.raises(BuildError, match="could not be started"):
        bench.build(**settings)


def test_no_package(bench: Bench) -> None:
    with pytest.raises(BuildError, match="could not be unpacked"):
        bench.runtime.build(Build("d", bench.directory / "absent", LANGUAGE, {}, {}))


def test_id_twice(bench: Bench) -> None:
    bench.build()
    with pytest.raises(ValueError, match="exists already"):
        bench.build()
    assert bench.result("1") == 1


@pytest.mark.parametrize("language", ["python2.99", "python3.99", "r4.0", ""])
def test_interpreter_that_is_not_there(bench: Bench, language: str) -> None:
    bench.build(language=language)
    own = ".".join(map(str, sys.version_info[:3]))
    assert f"{language} is not installed on this machine: using Python {own}" in bench.remarks()
    assert bench.result("list(sys.version_info[:2])") == list(sys.version_info[:2])


@pytest.mark.parametrize("minor", range(5, 9))
def test_interpreter_of_the_language(bench: Bench, minor: int) -> None:
    if interpreters.search(f"python3.{minor}") is None:
        pytest.skip(f"Python 3.{minor} is not installed")
    bench.build(language=f"python3.{minor}", context={"ü": 1})
    assert bench.result("[list(sys.version_info[:2]), self.context]") == [[3, minor], {"ü": 1}]
    assert bench.result("print('printed', 'ü')", request_id="1") is None
    assert bench.printed("1") == ["printed ü"]
    assert bench.error("1 / 0") == "division by zero"
    assert "An instance has started" in bench.remarks()
    assert "using Python" not in " ".join(bench.remarks())


def test_interpreter_of_pyenv(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for version in ("3.7.9", "3.7.10", "3.7.10-broken"):
        (tmp_path / "versions" / version / "bin").mkdir(parents=True)
        script = tmp_path / "versions" / version / "bin" / "python3.7"
        script.write_text(f"#!/bin/sh\necho '[[3, 7, {version[4:].split('-')[0]}], \"{version}\", []]'\n")
        script.chmod(0o755)
    (tmp_path / "versions" / "3.7.10-broken" / "bin" / "python3.7").write_text("#!/bin/sh\nexit 1\n")
    monkeypatch.setenv("PYENV_ROOT", str(tmp_path))
    monkeypatch.setenv("PATH", str(tmp_path))
    found = interpreters.search("python3.7")
    assert found is not None
    assert found.executable == "3.7.10"
    assert interpreters.search("python3.6") is None


def test_a_pyenv_that_cannot_be_read(tmp_path: Path) -> None:
    (tmp_path / "versions").mkdir(mode=0)
    code = (
        "import os; from ubiops.emulator.runtime.interpreters import search\n"
        "os.geteuid() or os.seteuid(65534)\n"  # root reads everything
        "print(search('python3.99'))"
    )
    command = [sys.executable, "-c", code]
    ended = subprocess.run(command, env={**os.environ, "PYENV_ROOT": str(tmp_path)}, capture_output=True, text=True)
    assert (ended.stdout, ended.stderr) == ("None\n", "")


def test_retired_while_pip_runs(bench: Bench) -> None:
    os.mkfifo(bench.directory / "never")
    files = {"model.py": EVAL, "requirements.txt": f"-r {bench.directory}/never\n"}
    build = bench.call(bench.build, files)
    wait_until(lambda: "Installing requirements.txt" in bench.remarks())
    assert bench.error("1") == "The version is not running"
    with pytest.raises(KeyError):
        bench.runtime.instances("d")
    bench.runtime.retire("d")
    with pytest.raises(BuildError, match="cancelled"):
        build.result(60)


def test_retired_while_the_model_starts(bench: Bench) -> None:
    build = bench.call(bench.build, "import time\nprint('here')\ntime.sleep(1000)")
    wait_until(lambda: bench.printed(None) == ["here"])
    bench.runtime.retire("d")
    with pytest.raises(BuildError, match="stopped"):
        build.result(60)


def test_closed_while_building(tmp_path: Path) -> None:
    with Bench(tmp_path) as bench:
        build = bench.call(bench.build, "import time\nprint('here')\ntime.sleep(1000)")
        wait_until(lambda: bench.printed(None) == ["here"])
        bench.runtime.close()
        with pytest.raises(BuildError, match="stopped"):
            build.result(60)
        with pytest.raises(BuildError, match="shutting down"):
            bench.build()


def test_updated_while_the_model_starts(bench: Bench) -> None:
    gate = bench.gate("gate")
    model = EVAL.replace("self.context = context", f"self.context = context; {gate.data}")
    build = bench.call(bench.build, model)
    gate.wait()
    bench.runtime.update(Build("d", Path(), LANGUAGE, {"NEW": "1"}, {}))
    gate.open()
    build.result(60)
    assert bench.result("os.environ['NEW']") == "1"
