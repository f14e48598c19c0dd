"""What can go wrong in `ubiops.utils`, besides what calls of the API raise."""

from __future__ import annotations

from typing import Any, List, Sequence

from ubiops import OpenApiException
from ubiops._printable import printable


class PackageException(OpenApiException, ValueError):
    """A model package that the service would refuse, or that cannot be made."""


class MissingExtraException(OpenApiException, ImportError):
    """A function needs a library that is not installed; the message says how to install it."""


class WaitException(OpenApiException):
    """What was waited for did not come.

    Attributes:
        last: What the API returned last, such as a `ModelVersionList`; None if there was no answer yet.
        log: The last lines of the log of the build or of the model, oldest first.
    """

    def __init__(self, message: str, last: Any = None, log: Sequence[str] = ()) -> None:
        self.message = message
        self.last = last
        self.log: List[str] = list(log)
        super().__init__(message, last, self.log)

    def __str__(self) -> str:
        return "\n".join([self.message, *(f"    {printable(line)}" for line in self.log)])


class WaitFailedException(WaitException):
    """What was waited for has failed."""


class WaitTimeoutException(WaitException, TimeoutError):
    """What was waited for was not over when the time limit ended."""
