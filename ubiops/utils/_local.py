"""A package run on this machine, by the emulator's own runtime."""

from __future__ import annotations

import shutil
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING, Any, Iterable, List, Mapping, Optional, Sequence

import ubiops
from ubiops._loading import LOADING
from ubiops._printable import printable
from ubiops.utils._checks import checked_timeout
from ubiops.utils._exceptions import RunFailedException
from ubiops.utils._package_checks import check_package
from ubiops.utils._package_source import MODEL_FILE_VARIABLE, AnyPath, Source, look_at, packed, python_file
from ubiops.utils._progress import Progress

if TYPE_CHECKING:
    from ubiops.emulator.runtime import Build, Outcome

_BUILD = "local"
_TIMEOUT = 300.0
_NOTHING: Mapping[str, Any] = {}


def run_local(
    path: Source,
    data: Any,
    *,
    requirements: Optional[Iterable[str]] = None,
    files: Sequence[AnyPath] = (),
    blobs: Mapping[str, AnyPath] = _NOTHING,
    environment_variables: Mapping[str, str] = _NOTHING,
    language: Optional[str] = None,
    memory_allocation: int = 2048,
    timeout: Optional[float] = None,
    progress: Optional[bool] = None,
) -> Any:
    """Run one request with a package on this machine, in a new process with nothing but what the package asks for.

    It is packed as by `upload_model`, built as the emulator builds it, and its temporary files are removed. What the
    model prints is printed when it has answered. Only Linux and macOS can run it; it needs nothing besides the
    standard library, and what `requirements.txt` names is installed by pip each time.

    Args:
        path: A folder, a zip, or a class or function.
        data: The data of the request: a dict for a structured model, text for a plain one. A `pathlib.Path` in a dict
            stands for a blob, of which the model gets a copy.
        requirements: Of a class or function: see `upload_model`.
        files: Of a class or function: see `upload_model`.
        blobs: By field of the result that is a file: where it is to be copied. The result names that place.
        environment_variables: Those of the version.
        language: Such as `python3.8`; that of this program by default, and also where there is no such Python.
        memory_allocation: MB that the model may use; enforced on Linux.
        timeout: Seconds that the request may take, once the package is built; 300 if None.
        progress: Whether to show a bar; None for where tqdm is installed and a terminal or notebook looks.

    Returns:
        The result, as a request returns it.

    Raises:
        PackageException: If it cannot be packed, or the service would refuse it.
        RunFailedException: If it does not build, start or answer; with the lines of its log.
        ApiTypeError, ApiValueError: If the data has no form in JSON, an environment variable is no text, a blob of the
            result cannot go where it shall, or `timeout` is no number of seconds.
        OSError: If there is no such folder or file.
    """
    with LOADING:
        from ubiops.emulator.runtime import Build

    limit = _TIMEOUT if timeout is None else checked_timeout(timeout)
    _check_places(environment_variables, blobs)
    package = look_at(path, requirements, files)
    check_package(
        package.names, package.read, python_file(environment_variables.get(MODEL_FILE_VARIABLE, "").strip() or "model")
    )
    language = language or f"python{sys.version_info[0]}.{sys.version_info[1]}"
    kind = "structured" if isinstance(data, dict) else "plain"
    context = {
        "project": "local",
        "model": package.name,
        "version": "local",
        "language": language,
        "input_type": kind,
        "output_type": kind,
        "input_fields": [],
        "output_fields": [],
        "environment_variables": dict(environment_variables),
    }
    with packed(package) as file, tempfile.TemporaryDirectory(prefix="ubiops-") as directory:
        with ubiops.ApiClient() as client:  # which writes data as for a request
            sent = client.sanitize_for_serialization(_with_copies(data, Path(directory)))
        build = Build(
            id=_BUILD,
            package=file,
            language=language,
            environment=environment_variables,
            context=context,
            memory_allocation=memory_allocation,
        )
        with Progress(f"Running {package.name}", shown=progress) as bar:
            return _Run(Path(directory), bar).result(build, sent, blobs, limit)


def _check_places(environment_variables: Mapping[str, str], blobs: Mapping[str, AnyPath]) -> None:
    for name, value in environment_variables.items():
        if not isinstance(value, str):
            raise ubiops.ApiTypeError(f"environment_variables: {name} must be text, not {type(value).__name__}")
    for field, place in blobs.items():
        if not Path(place).parent.is_dir():
            raise ubiops.ApiValueError(
                f"blobs: {field} goes into the folder {Path(place).parent}, which is not there; make it first"
            )


def _show(line: str) -> None:
    """Print a line, with escapes for what this console cannot show."""
    encoding = getattr(sys.stdout, "encoding", None) or "utf-8"
    print(printable(line).encode(encoding, "backslashreplace").decode(encoding))


def _with_copies(data: Any, directory: Path) -> Any:
    """Return data with copies in the places of its paths, each under its own name."""
    if not isinstance(data, dict):
        return data
    found = dict(data)
    for number, (field, value) in enumerate(data.items()):
        if isinstance(value, Path):
            place = directory / f"blob-{number}"
            place.mkdir()
            found[field] = str(shutil.copy(value, place))
    return found


class _Run:
    """One request, and what is written meanwhile.

    Args:
        directory: For the files of the runtime.
        progress: Shows what happens.
    """

    def __init__(self, directory: Path, progress: Progress) -> None:
        self._directory = directory
        self._progress = progress
        self._log: List[str] = []
        self._printed: List[str] = []

    def result(self, build: Build, data: Any, blobs: Mapping[str, AnyPath], timeout: float) -> Any:
        """Build the package, run the request, and put the files of its result in their places."""
        with LOADING:
            from ubiops.emulator.runtime import BuildError, Runtime

        places = {field: self._directory / f"result-{number}" for number, field in enumerate(blobs)}

        def run() -> Outcome:
            runtime.build(build)
            return runtime.request(build.id, data, timeout=timeout, request_id=build.id, files=places)

        try:
            # In a thread, so that Ctrl-C reaches this one, which ends the runtime, and with it pip and the model.
            with ThreadPoolExecutor(1) as thread, Runtime(self._directory / "runtime", self._take) as runtime:
                outcome = thread.submit(run).result()
        except BuildError as error:
            raise RunFailedException(str(error), self._log if error.stage == "build" else self._printed) from None
        if not outcome.success:
            raise RunFailedException(str(outcome.error_message), self._printed)
        for line in self._printed:
            _show(line)
        for field in outcome.files:
            outcome.result[field] = str(shutil.copyfile(places[field], blobs[field]))
        return outcome.result

    def _take(self, _: str, texts: Sequence[str], system: bool, __: Optional[str]) -> None:
        lines = [line for text in texts for line in text.splitlines()]
        self._log += lines
        if system:
            self._progress.state(lines[-1][:60])
        else:
            self._printed += lines
