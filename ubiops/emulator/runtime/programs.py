"""Programs that the runtime runs, and what they see of the emulator's own environment."""

from __future__ import annotations

import os
import re
import subprocess
import threading
from pathlib import Path
from typing import Any, Callable, Dict, List, Mapping, Optional, Sequence

from .build import BuildError
from .interpreters import OWN
from .pip_output import reason

Say = Callable[[str], None]

_KEEPER = Path(__file__).with_name("keeper.py")

# What a model sees of the emulator's own environment. The real service shows it nothing of the user's shell, so a
# package that leans on a variable set there, or on PYTHONPATH, would only work here.
_PASSED_ON = re.compile(
    r"PATH|HOME|USER|LOGNAME|LANG|LANGUAGE|LC_\w+|TZ|TMPDIR|(LD|DYLD)_(FALLBACK_)?LIBRARY_PATH"
    r"|SSL_CERT_(FILE|DIR)|REQUESTS_CA_BUNDLE|CURL_CA_BUNDLE|(http|https|no|all)_proxy",
    re.IGNORECASE,
)


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
            if self._process is not None and self._process.stdin is not None:
                self._process.stdin.close()

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
                # Ends with all that it has started when its standard input does: also when this process is killed.
                [OWN, "-I", "-S", str(_KEEPER), *command],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.STDOUT,
                env=environment,
                cwd=directory,
                encoding="utf-8",
                errors="replace",
                start_new_session=True,  # deaf to our Ctrl-C
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


def base_environment() -> Dict[str, str]:
    """Return the variables of the emulator's own environment that programs it runs may see."""
    return {name: value for name, value in os.environ.items() if _PASSED_ON.fullmatch(name)}


def activate(environment: Dict[str, Any], python: Path) -> None:
    """Set the variables that activating the environment of an interpreter sets."""
    environment["VIRTUAL_ENV"] = str(python.parent.parent)
    environment["PATH"] = f"{python.parent}{os.pathsep}{environment.get('PATH', os.defpath)}"
