"""What goes into the runtime and what comes out of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Callable, Mapping, Optional, Sequence

from ..common.errors import LONGEST_MESSAGE

LogSink = Callable[[str, Sequence[str], bool, Optional[str]], None]
"""Takes entries of log: build id, texts (never blank; a traceback is one of many lines), system, request id or None.

Called from threads of the runtime: it must be thread-safe and quick. What it raises is ignored.
"""

Ended = Callable[[Optional[float]], None]
"""Hears that an instance has ended: with the time by the clock at which it had been idle for too long, else None."""

Watch = Callable[[str, int], Ended]
"""Takes the build id and the memory allocation in MB of an instance that has started.

What it returns is called once, at the end of that instance. Both are called like a `LogSink`.
"""

ANSWER_LIMIT = 32 << 20
"""Bytes that a result may take as JSON; as much as the body of a call."""

FILE_LIMIT = 2 << 30
"""Bytes of a file that is part of a result; as much as an upload."""


@dataclass(frozen=True)
class Build:
    """One uploaded package with the settings it runs under.

    Attributes:
        id: Any text, unique for each upload.
        package: The uploaded zip. Read during the build only.
        language: Like `python3.7`. Where the machine has no such interpreter the emulator's own is used.
        environment: The environment variables, already merged. `ML_MODEL_FILE_NAME` names the model's file.
        context: Handed to `Model(base_directory=, context=)`; JSON values only.
        minimum_instances: Kept running, 0 or more.
        maximum_instances: Never more than this many; less than 1 counts as 1.
        maximum_idle_time: Seconds after which an instance over the minimum goes.
        memory_allocation: MB of memory each instance may use.
    """

    id: str
    package: Path
    language: str
    environment: Mapping[str, str]
    context: Mapping[str, Any]
    minimum_instances: int = 0
    maximum_instances: int = 1
    maximum_idle_time: int = 300
    memory_allocation: int = 256


@dataclass(frozen=True)
class Outcome:
    """What became of a request.

    Attributes:
        success: Whether the model answered.
        result: The model's answer, a JSON value; None without success.
        error_message: At most 500 characters; None with success.
        files: The names of the files that were handed over, by field of the result.
    """

    success: bool
    result: Any
    error_message: Optional[str]
    files: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def failure(cls, message: str) -> Outcome:
        """Return a failed outcome.

        Args:
            message: Cut to 500 characters; characters that UTF-8 cannot hold are replaced.
        """
        return cls(False, None, clean(message)[:LONGEST_MESSAGE])


def always() -> bool:
    """Tell that a request is wanted, whatever happens meanwhile."""
    return True


class BuildError(Exception):
    """A package could not be built, or its first instance did not start.

    `str()` is one line of at most 500 characters.

    Attributes:
        stage: `build` when the package or its requirements are at fault, `deploy` when the model did not start.
    """

    def __init__(self, message: str, stage: str = "build") -> None:
        super().__init__(" ".join(clean(message).split())[:LONGEST_MESSAGE])
        self.stage = stage


def clean(text: str) -> str:
    """Return text with everything replaced that UTF-8 (and so SQLite) cannot hold."""
    return text.encode("utf-8", "replace").decode("utf-8")


CANCELLED = Outcome.failure("The request was deleted before it began")
"""The outcome of a request that nobody wants any more; known by identity, since models choose their own messages."""
