"""Makes the virtual environments that models run in."""

from __future__ import annotations

import hashlib
import os
import re
import shutil
import sys
import threading
from pathlib import Path
from typing import Callable, Dict, Mapping, Optional, Tuple

from ..common.filenames import on_disk
from .bases import base, forget_replaced, has_pip
from .build import BuildError
from .interpreters import OWN, Interpreter, probe, search
from .programs import Cancellation, Say, activate, base_environment

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

_LARGE = 1 << 20  # bytes; a binary, which nobody rewrites


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

        def install(directory: Path) -> None:
            _copy(empty, directory, cancellation)
            _install(interpreter, directory, root, own.parent / "pip", variables, say, cancellation)

        empty = base(interpreter, self._directory, say, cancellation)
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
                self._interpreters[language] = search(language)
            interpreter = self._interpreters[language]
            if interpreter is not None:
                return interpreter
            own = self._interpreters.get("")
            if own is None:
                own = probe(OWN)
                if own is None:
                    raise BuildError("The emulator's own interpreter does not start")
                self._interpreters[""] = own
        say(f"{language} is not installed on this machine: using Python {'.'.join(map(str, own.version))}")
        return own


def _requirements(root: Path) -> Optional[str]:
    """Return what requirements.txt asks for, None when it asks for nothing."""
    path = root / "requirements.txt"
    if not path.is_file():
        return None
    lines = path.read_text(encoding="utf-8-sig", errors="replace").splitlines()
    wanted = [line for line in lines if line.strip() and not line.lstrip().startswith("#")]
    return "\n".join(wanted) or None


def _copy(source: Path, target: Path, cancellation: Cancellation) -> None:
    """Copy an environment, so that nothing that is done in the copy shows in the source."""

    def copy(path: str, to: str) -> str:
        cancellation.check()
        try:
            # Their mode keeps all but root from writing them; pip does not write files either, but replaces them.
            if os.geteuid() and os.stat(path).st_size >= _LARGE and _link(path, to):  # noqa: PTH116 - many files
                return to
            return str(shutil.copy2(path, to))
        except OSError as error:  # which copytree would collect, to go on with the next file
            raise BuildError(f"The environment could not be copied: {error}") from error

    shutil.copytree(source, target, symlinks=True, copy_function=copy)
    for script in (target / "bin").iterdir():
        if script.is_file() and not script.is_symlink() and script.stat().st_size < _LARGE:
            content = script.read_bytes()  # its first line names the interpreter
            script.write_bytes(content.replace(os.fsencode(source), os.fsencode(target)))


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
    if has_pip(interpreter):
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
    forget_replaced(directory)


def _probe_pip() -> bool:
    from importlib.util import find_spec

    return find_spec("pip") is not None
