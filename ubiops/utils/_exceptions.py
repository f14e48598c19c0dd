"""What can go wrong in `ubiops.utils`, besides what calls of the API raise."""

from __future__ import annotations

from typing import Any, Dict, List, Mapping, Optional, Sequence, Tuple

from ubiops import OpenApiException
from ubiops._printable import printable


def _above(message: str, log: Sequence[str]) -> str:
    return "\n    ".join(printable(line) for line in (message, *log))


class PackageException(OpenApiException, ValueError):
    """A model package that the service would refuse, or that cannot be made."""


class MissingExtraException(OpenApiException, ImportError):
    """A function needs a library that is not installed; the message says how to install it."""


class RunFailedException(OpenApiException):
    """A package did not build, start or answer when it was run on this machine.

    Attributes:
        log: What pip and the model wrote, oldest first.
    """

    def __init__(self, message: str, log: Sequence[str] = ()) -> None:
        self.message = message
        self.log: List[str] = list(log)
        super().__init__(message, self.log)

    def __str__(self) -> str:
        return _above(self.message, self.log)


class WaitException(OpenApiException):
    """What was waited for did not come.

    The text is the message, and below it the log; what a terminal would obey in them is escaped.

    Attributes:
        message: What is wrong.
        last: What the API returned last, such as a `ModelVersionList`, or a list where several things were waited
            for; None if there was no answer yet.
        log: The last lines of the log of the build or of the model, oldest first.
    """

    def __init__(self, message: str, last: Any = None, log: Sequence[str] = ()) -> None:
        self.message = message
        self.last = last
        self.log: List[str] = list(log)
        Exception.__init__(self, message)  # OSError, a base of TimeoutError, would take more for a number and a name

    def __str__(self) -> str:
        return _above(self.message, self.log)

    def __reduce__(self) -> Tuple[Any, ...]:
        return type(self), (self.message, self.last, self.log)


class WaitFailedException(WaitException):
    """What was waited for has failed, or is gone."""


class WaitTimeoutException(WaitException, TimeoutError):
    """What was waited for was not over when the time limit ended."""


class TransferException(OpenApiException):
    """Files did not get to the other side as they are.

    Attributes:
        results: What became of the files that were begun, in their order: what the function returns for each, such as a
            `BlobList` or a path; None for those that failed or were broken off.
        failures: The errors by the numbers of the files, from 0.
    """

    def __init__(
        self, message: str, results: Sequence[Any] = (), failures: Optional[Mapping[int, Exception]] = None
    ) -> None:
        self.results: List[Any] = list(results)
        self.failures: Dict[int, Exception] = dict(failures or {})
        super().__init__(message, self.results, self.failures)

    def __str__(self) -> str:
        failures = [f"file {index}: {error}" for index, error in sorted(self.failures.items())]
        return "\n    ".join(printable(line) for line in [self.args[0], *failures])


class UnchangeableException(OpenApiException, ValueError):
    """What was declared differs from what is there, in a way that the API cannot change in place.

    Attributes:
        changes: What differs; each is a `Change`.
    """

    def __init__(self, what: str, changes: Sequence[Any], remedy: str) -> None:
        self.changes: List[Any] = list(changes)
        super().__init__(what, self.changes, remedy)

    def __str__(self) -> str:
        what, changes, remedy = self.args
        return printable(f"This API cannot change {what} in place: {'; '.join(map(str, changes))}. Instead {remedy}")


for _kind in [value for value in vars().values() if isinstance(value, type) and value.__module__ == __name__]:
    _kind.__module__ = "ubiops.utils"  # where programs find it, for tracebacks and pickles
