"""A runtime with packages made on the spot, for the tests of the runtime."""

from __future__ import annotations

import os
import sys
import textwrap
import threading
import time
import zipfile
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path
from typing import Any, Callable, Dict, List, NamedTuple, Optional, Sequence

from ubiops.emulator.runtime import Build, Outcome, Runtime

LANGUAGE = f"python{sys.version_info[0]}.{sys.version_info[1]}"
linux = sys.platform == "linux"

STARTED = "An instance has started"

ECHO = """
class Model:
    def __init__(self, base_directory, context):
        pass

    def request(self, data):
        return data
"""

# Each request names what to evaluate; `gate` lets tests decide how long a request runs.
EVAL = """
import os, sys, time

def gate(path):
    open(path + ".reached", "w").close()
    while not os.path.exists(path):
        time.sleep(0.005)
    return os.getpid()

class Model:
    def __init__(self, base_directory, context):
        self.base_directory = base_directory
        self.context = context

    def request(self, data):
        if data.startswith("exec "):
            names = dict(globals(), self=self)
            exec(data[5:], names)
            return names.get("result")
        return eval(data, globals(), {"self": self})
"""

# For EVAL: installs with what a model may call: the module, or the command that the PATH leads to.
INSTALL = """exec import subprocess
subprocess.run({} + ["install", "--no-index", "--no-deps", {!r}], check=True)
"""

# A program that runs the package z of a directory until it is killed.
OWNER = """
import sys
from pathlib import Path
from ubiops.emulator.runtime import Build, Runtime

directory = Path(sys.argv[1])
runtime = Runtime(directory / "runtime", lambda *line: None)
runtime.build(Build("d", directory / "z", sys.argv[2], {}, {}, 1, 1))
print(runtime.request("d", "start", timeout=60, request_id="r").result, flush=True)
runtime.request("d", "busy", timeout=1000, request_id="r")
"""


class Line(NamedTuple):
    build: str
    text: str
    system: bool
    request: Optional[str]


def write_zip(path: Path, files: Dict[str, Any]) -> Path:
    """Write a zip of names and contents."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, textwrap.dedent(content) if isinstance(content, str) else content)
    return path


def wheel(
    directory: Path,
    name: str = "tinywheel",
    version: str = "1.0",
    script: str = "",
    data: bytes = b"",
    requires: str = "",
) -> Path:
    """Make a wheel by hand, which is quicker than building one."""
    info = f"{name}-{version}.dist-info"
    files: Dict[str, Any] = {
        f"{name}.py": f"import sys\nversion = {version!r}\ndef prefix(): print(sys.prefix)\n",
        f"{info}/METADATA": f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n",
        f"{info}/WHEEL": "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
        f"{info}/RECORD": "",
    }
    if script:
        files[f"{info}/entry_points.txt"] = f"[console_scripts]\n{script} = {name}:prefix\n"
    if requires:
        files[f"{info}/METADATA"] += f"Requires-Dist: {requires}\n"
    if data:
        files[f"{name}-{version}.data/data/data"] = data
    return write_zip(directory / f"{name}-{version}-py3-none-any.whl", files)


def wait_until(condition: Callable[[], Any], timeout: float = 60) -> None:
    """Wait for a condition."""
    deadline = time.monotonic() + timeout
    while not condition():
        assert time.monotonic() < deadline, "waited in vain"
        time.sleep(0.005)


def alive(pid: int) -> bool:
    """Whether a process runs; one that only waits to be collected does not."""
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    stat = Path(f"/proc/{pid}/stat")
    try:
        return not stat.exists() or stat.read_text().rpartition(")")[2].split()[0] != "Z"
    except (FileNotFoundError, ProcessLookupError):
        return False


def threads() -> List[threading.Thread]:
    """Return the threads of runtimes."""
    return [thread for thread in threading.enumerate() if thread.name.startswith("ubiops-")]


class Bench:
    """A runtime, its log, and shortcuts. A context manager that checks that nothing is left behind."""

    def __init__(self, directory: Path, **options: Any) -> None:
        self.directory = directory
        self.lines: List[Line] = []
        self.ends: List[Optional[float]] = []  # of instances: until when they were idle, or None
        self.now = 0.0
        self._descriptors = self._open_descriptors()
        options.setdefault("clock", lambda: self.now)
        options.setdefault("watch", self._watch)
        self.runtime = Runtime(directory / "runtime", self._log, **options)
        self._pool = ThreadPoolExecutor(24)
        self.template = Build("d", Path(), LANGUAGE, {}, {})

    def __enter__(self) -> Bench:
        return self

    def __exit__(self, *_: object) -> None:
        self.runtime.close()
        self._pool.shutdown()
        left = threads()
        assert left == [], left
        assert not (self.directory / "runtime").exists()
        assert self._open_descriptors() <= self._descriptors

    def _log(self, build: str, texts: Sequence[str], system: bool, request: Optional[str]) -> None:
        self.lines += [Line(build, text, system, request) for text in texts]

    def _watch(self, build: str, _: int) -> Callable[[Optional[float]], None]:
        self.lines.append(Line(build, STARTED, True, None))
        return self.ends.append

    @staticmethod
    def _open_descriptors() -> int:
        return len(list(Path("/dev/fd").iterdir()))

    def build(self, files: Any = EVAL, **settings: Any) -> Build:
        """Build a package: files inside of model_package, or the text of model.py."""
        if isinstance(files, str):
            files = {"model.py": files}
        package = self.directory / f"{settings.get('id', 'd')}.zip"
        write_zip(package, {f"model_package/{name}": content for name, content in files.items()})
        build = replace(self.template, package=package, **settings)
        self.runtime.build(build)
        package.unlink()
        return build

    def request(
        self, data: Any, timeout: float = 60, request_id: str = "r", build: str = "d", **options: Any
    ) -> Outcome:
        return self.runtime.request(build, data, timeout=timeout, request_id=request_id, **options)

    def result(self, data: Any, **options: Any) -> Any:
        """Return the result of a request that succeeds."""
        outcome = self.request(data, **options)
        assert outcome.success, outcome
        assert outcome.error_message is None
        return outcome.result

    def error(self, data: Any, **options: Any) -> str:
        """Return the message of a request that fails."""
        outcome = self.request(data, **options)
        assert not outcome.success, outcome
        assert outcome.result is None
        assert outcome.error_message
        return outcome.error_message

    def later(self, data: Any, **options: Any) -> Future[Outcome]:
        """Send a request from another thread."""
        return self._pool.submit(self.request, data, **options)

    def call(self, function: Callable[..., Any], *arguments: Any, **options: Any) -> Future[Any]:
        """Call something in another thread."""
        return self._pool.submit(function, *arguments, **options)

    def gate(self, name: str) -> Gate:
        return Gate(self.directory / name)

    def printed(self, request_id: Optional[str]) -> List[str]:
        """Return the lines that the model printed during a request."""
        return [line.text for line in self.lines if line.request == request_id and not line.system]

    def remarks(self) -> List[str]:
        """Return the lines of the runtime and of pip."""
        return [line.text for line in self.lines if line.system]


class Gate:
    """What a request of EVAL waits at."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.data = f"gate({str(path)!r})"

    def before(self, expression: str) -> str:
        """Return the data of a request that is answered at once, and does something when the gate is open."""
        return f"__import__('threading').Thread(target=lambda: ({self.data}, {expression})).start()"

    def reached(self) -> bool:
        return Path(f"{self.path}.reached").exists()

    def wait(self) -> None:
        wait_until(self.reached)

    def open(self) -> None:
        self.path.touch()
