"""Finds interpreters and makes the virtual environments that models run in."""

from __future__ import annotations

import contextlib
import functools
import hashlib
import json
import os
import re
import shutil
import signal
import subprocess
import sys
import threading
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Callable, Dict, List, Mapping, Optional, Sequence, Tuple
from zipfile import ZipFile

from ..common.filenames import on_disk
from .build import BuildError
from .pip_output import reason

Say = Callable[[str], None]

# What a model sees of the emulator's own environment. The real service shows it nothing of the user's shell, so a
# package that leans on a variable set there, or on PYTHONPATH, would only work here.
_PASSED_ON = re.compile(
    r"PATH|HOME|USER|LOGNAME|LANG|LANGUAGE|LC_\w+|TZ|TMPDIR|(LD|DYLD)_(FALLBACK_)?LIBRARY_PATH"
    r"|SSL_CERT_(FILE|DIR)|REQUESTS_CA_BUNDLE|CURL_CA_BUNDLE|(http|https|no|all)_proxy",
    re.IGNORECASE,
)
# pip obeys the machine's settings (its index, its certificates) except those that would install somewhere else.
_NOT_FOR_PIP = {"PIP_TARGET", "PIP_PREFIX", "PIP_ROOT", "PIP_PYTHON", "PIP_REQUIREMENT", "PIP_EDITABLE", "PIP_LOG"}
_PIP_SETTINGS = {
    "PIP_USER": "0",
    "PIP_NO_INPUT": "1",
    "PIP_NO_COLOR": "1",
    "PIP_PROGRESS_BAR": "off",
    "PIP_DISABLE_PIP_VERSION_CHECK": "1",
    "PIP_NO_WARN_SCRIPT_LOCATION": "1",
}

# Not that of a virtual environment the emulator itself may be installed in.
_OWN: str = getattr(sys, "_base_executable", None) or sys.executable

# pip and setuptools of a Python's own age come with it, as the wheels of ensurepip.
_PROBE = """
import json, os, sys, sysconfig
try:
    import ensurepip
    folders = [os.path.join(os.path.dirname(ensurepip.__file__), "_bundled"), sysconfig.get_config_var("WHEEL_PKG_DIR")]
except ImportError:
    folders = []
wheels = [os.path.join(f, n) for f in folders if f and os.path.isdir(f) for n in os.listdir(f) if n.endswith(".whl")]
print(json.dumps([list(sys.version_info[:3]), getattr(sys, "_base_executable", sys.executable), wheels]))
"""

# What is found by its place works in copies as well, and where paths are long or hold spaces.
_PIP = """#!/bin/sh
'''exec' "$(dirname -- "$0")/python" "$0" "$@"
' '''
import runpy

runpy.run_module("pip", run_name="__main__", alter_sys=True)
"""
_NO_PIP = """#!/bin/sh
echo "This Python comes without pip; on Debian, the package python3-venv brings it" >&2
exit 1
"""
_PIPS_OWN = re.compile(r"/site-packages/(pip|setuptools|pkg_resources)/.*\.(py|exe)$")
_LARGE = 1 << 20  # bytes


@dataclass(frozen=True)
class Interpreter:
    """A Python of this machine."""

    executable: str
    version: Tuple[int, ...]
    wheels: Tuple[str, ...]


class Cancellation:
    """Lets another thread end the programs that a build runs."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._cancelled = False
        self._process: Optional[subprocess.Popen[str]] = None

    def cancel(self) -> None:
        """Kill the program that runs now, and let none start any more."""
        with self._lock:
            self._cancelled = True
            if self._process is not None:
                _kill(self._process)

    def check(self) -> None:
        """Raise a BuildError if cancelled."""
        with self._lock:
            if self._cancelled:
                raise BuildError("The build was cancelled")

    def run(self, command: Sequence[str], environment: Mapping[str, str], say: Say, directory: Path) -> List[str]:
        """Run a program and return the lines it printed, each of which goes to `say` as well.

        Raises:
            BuildError: If it fails, with the reason that its output tells, or if cancelled.
        """
        with self._lock:
            if self._cancelled:
                raise BuildError("The build was cancelled")
            self._process = process = subprocess.Popen(  # noqa: S603 - a list of arguments, no shell
                command,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE,
                stderr=subprocess.STDOUT,
                env=environment,
                cwd=directory,
                encoding="utf-8",
                errors="replace",
                start_new_session=True,  # so that what it starts can be killed with it
            )
        lines = []
        with process:
            for line in process.stdout or ():
                if line.strip():
                    lines.append(line.rstrip())
                    say(lines[-1])
        with self._lock:
            self._process = None
        self.check()
        if process.returncode != 0:
            raise BuildError(reason(lines) or f"{Path(command[0]).name} failed")
        return lines


def _kill(process: subprocess.Popen[str]) -> None:
    try:
        os.killpg(process.pid, signal.SIGKILL)
    except (ProcessLookupError, PermissionError):  # macOS says the latter of a group of zombies
        return


class Environments:
    """Makes virtual environments, and finds the interpreters for them.

    Args:
        directory: Where environments are kept that those of builds are copies of.
    """

    def __init__(self, directory: Path) -> None:
        self._directory = directory
        self._lock = threading.Lock()
        self._interpreters: Dict[str, Optional[Interpreter]] = {}
        self._making: Dict[str, threading.Lock] = {}

    def create(
        self, language: str, root: Path, own: Path, variables: Mapping[str, str], say: Say, cancellation: Cancellation
    ) -> Path:
        """Make the environment of a package, its requirements installed. What its model does to it stays in it.

        Args:
            language: Like `python3.7`.
            root: The package's directory, with or without a `requirements.txt`.
            own: The directory to make the environment in.
            variables: The build's environment variables, which requirements may mention.
            say: Gets lines of log.
            cancellation: Ends it early.

        Returns:
            The interpreter of the environment.

        Raises:
            BuildError: If pip fails or is missing.
        """
        interpreter = self._find(language, say)
        requirements = _requirements(root)

        def make(directory: Path) -> None:
            _make(interpreter, directory, say, cancellation)

        def install(directory: Path) -> None:
            _copy(empty, directory, cancellation)
            _install(interpreter, directory, root, own.parent / "pip", variables, say, cancellation)

        empty, _ = self._kept(interpreter, make)
        if requirements is None:
            _copy(empty, own, cancellation)
        elif re.search(r"^\s*-|/|\.(whl|zip|gz)\b", requirements, re.MULTILINE):
            # Files, options, repositories: what these lines mean may change from one upload to the next.
            install(own)
        else:
            full, new = self._kept((interpreter, requirements, sorted(variables.items())), install)
            if not new:
                say("The same requirements were installed before: copying that environment")
            _copy(full, own, cancellation)
        return own / "bin" / "python"

    def _kept(self, contents: object, make: Callable[[Path], None]) -> Tuple[Path, bool]:
        """Return the environment that is kept with these contents, and whether it was made just now."""
        key = hashlib.sha256(repr(contents).encode()).hexdigest()[:32]
        with self._lock:
            making = self._making.setdefault(key, threading.Lock())
        directory = self._directory / key
        with making:
            if directory.is_dir():
                return directory, False
            try:
                make(directory)
            except BaseException:
                shutil.rmtree(directory, ignore_errors=True)
                raise
            return directory, True

    def _find(self, language: str, say: Say) -> Interpreter:
        """Return the interpreter for a language, else the emulator's own, saying so."""
        with self._lock:
            if language not in self._interpreters:
                self._interpreters[language] = _search(language)
            interpreter = self._interpreters[language]
            if interpreter is not None:
                return interpreter
            own = self._interpreters.get("")
            if own is None:
                own = _probe(_OWN)
                if own is None:
                    raise BuildError("The emulator's own interpreter does not start")
                self._interpreters[""] = own
        say(f"{language} is not installed on this machine: using Python {'.'.join(map(str, own.version))}")
        return own


def _search(language: str) -> Optional[Interpreter]:
    match = re.fullmatch(r"python(\d+)\.(\d+)", language)
    if match is None:
        return None
    wanted = (int(match[1]), int(match[2]))
    if wanted == sys.version_info[:2]:
        return _probe(_OWN)
    pyenv = Path(os.environ.get("PYENV_ROOT") or Path.home() / ".pyenv") / "versions"
    of_pyenv: List[Path] = []
    with contextlib.suppress(PermissionError):  # another user's
        of_pyenv = sorted(pyenv.glob(f"{wanted[0]}.{wanted[1]}.*/bin/{language}"), key=lambda path: _numbers(str(path)))
    # What pyenv puts on the PATH is a script that fails when its version is not the chosen one.
    for candidate in [shutil.which(language), *map(str, reversed(of_pyenv))]:
        interpreter = _probe(candidate) if candidate else None
        if interpreter is not None and interpreter.version[:2] == wanted:
            return interpreter
    return None


@functools.lru_cache(maxsize=None)  # a tenth of a second that tests with an emulator each need not spend again
def _probe(executable: str) -> Optional[Interpreter]:
    try:
        # -I: neither PYTHON* variables nor the working directory take part.
        answer = subprocess.run(  # noqa: S603 - a list of arguments, no shell
            [executable, "-I", "-c", _PROBE], stdin=subprocess.DEVNULL, capture_output=True, timeout=30, check=True
        )
        version, path, wheels = json.loads(answer.stdout)
    except (OSError, subprocess.SubprocessError, ValueError):
        return None
    return Interpreter(path, tuple(version), tuple(wheels))


def _requirements(root: Path) -> Optional[str]:
    """Return what requirements.txt asks for, None when it asks for nothing."""
    path = root / "requirements.txt"
    if not path.is_file():
        return None
    lines = path.read_text(encoding="utf-8-sig", errors="replace").splitlines()
    wanted = [line for line in lines if line.strip() and not line.lstrip().startswith("#")]
    return "\n".join(wanted) or None


def _make(interpreter: Interpreter, directory: Path, say: Say, cancellation: Cancellation) -> None:
    """Make an environment with nothing but pip, and setuptools where the Python brings it."""
    # Without pip it takes a twentieth of a second; with it, seconds.
    command = [interpreter.executable, "-I", "-m", "venv", "--without-pip", str(directory)]
    cancellation.run(command, base_environment(), say, directory.parent)
    # Unpacking the wheels is ten times as fast as running ensurepip, which comes to the same.
    packages = _packages(directory)
    for project in ("setuptools", "pip"):
        wheels = [wheel for wheel in interpreter.wheels if Path(wheel).name.startswith(project + "-")]
        if wheels:
            with ZipFile(max(wheels, key=_numbers)) as wheel:
                wheel.extractall(packages)
    # Without a command `pip` here, it would be another environment's, perhaps the one that the emulator itself runs in.
    for name in ("pip", "pip3", f"pip{interpreter.version[0]}.{interpreter.version[1]}"):
        script = directory / "bin" / name
        script.write_text(_PIP if (packages / "pip").is_dir() else _NO_PIP, encoding="ascii")
        script.chmod(0o755)


def _copy(source: Path, target: Path, cancellation: Cancellation) -> None:
    """Copy an environment, so that nothing that is done in the copy shows in the source."""

    def copy(path: str, to: str) -> str:
        cancellation.check()
        try:
            # Their mode keeps all but root from writing them; pip does not write files either, but replaces them.
            if os.geteuid() and _is_shared(path) and _link(path, to):
                return to
            return str(shutil.copy2(path, to))
        except OSError as error:  # which copytree would collect, to go on with the next file
            raise BuildError(f"The environment could not be copied: {error}") from error

    shutil.copytree(source, target, symlinks=True, copy_function=copy)
    for script in (target / "bin").iterdir():
        if script.is_file() and not script.is_symlink() and script.stat().st_size < _LARGE:
            content = script.read_bytes()  # its first line names the interpreter
            script.write_bytes(content.replace(os.fsencode(source), os.fsencode(target)))


def _is_shared(path: str) -> bool:
    """Tell whether a file may be in several environments: a binary, or of pip itself, which nobody rewrites."""
    return bool(_PIPS_OWN.search(path)) or os.stat(path).st_size >= _LARGE  # noqa: PTH116 - there are many files


def _link(path: str, to: str) -> bool:
    """Let a file that can only be read be in two environments; False where the file system cannot."""
    try:
        os.chmod(path, 0o555 if os.access(path, os.X_OK) else 0o444)  # noqa: PTH101 - many files
        os.link(path, to)
    except OSError:
        return False
    return True


def _install(
    interpreter: Interpreter,
    directory: Path,
    root: Path,
    temporary: Path,
    variables: Mapping[str, str],
    say: Say,
    cancellation: Cancellation,
) -> None:
    python = str(directory / "bin" / "python")
    # -I: modules of the package (its own json.py) must not stand in the way of pip's.
    if (_packages(directory) / "pip").is_dir():
        pip = [python, "-I", "-m", "pip"]
    elif _probe_pip():
        # Debian without python3-venv: no wheels.
        pip = [sys.executable, "-I", "-m", "pip", "--python", python]
    else:
        raise BuildError(f"There is no pip for {interpreter.executable} to install requirements.txt with")
    # What pip leaves behind when it is killed goes with the build.
    environment = {**base_environment(), "TMPDIR": str(temporary)}
    environment.update((name, on_disk(value)) for name, value in variables.items())
    environment.update((k, v) for k, v in os.environ.items() if k.startswith("PIP_") and k not in _NOT_FOR_PIP)
    environment.update(_PIP_SETTINGS)
    activate(environment, Path(python))
    say("Installing requirements.txt")
    temporary.mkdir()
    try:
        # In the package's directory, so that paths in requirements.txt lead into the package.
        cancellation.run([*pip, "install", "-r", "requirements.txt"], environment, say, root)
    finally:
        shutil.rmtree(temporary, ignore_errors=True)


def _packages(directory: Path) -> Path:
    (packages,) = directory.glob("lib/python*/site-packages")
    return packages


def _probe_pip() -> bool:
    from importlib.util import find_spec

    return find_spec("pip") is not None


def _numbers(text: str) -> List[int]:
    return [int(number) for number in re.findall(r"\d+", text)]


def base_environment() -> Dict[str, str]:
    """Return the variables of the emulator's own environment that programs it runs may see."""
    return {name: value for name, value in os.environ.items() if _PASSED_ON.fullmatch(name)}


def activate(environment: Dict[str, Any], python: Path) -> None:
    """Set the variables that activating the environment of an interpreter sets."""
    environment["VIRTUAL_ENV"] = str(python.parent.parent)
    environment["PATH"] = f"{python.parent}{os.pathsep}{environment.get('PATH', os.defpath)}"
