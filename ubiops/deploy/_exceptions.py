"""What can go wrong in a deployment, besides what calls of the API and `ubiops.utils` raise."""

from __future__ import annotations

from typing import List, Sequence

from ubiops import OpenApiException
from ubiops._printable import printable


class DeclarationException(OpenApiException, ValueError):
    """A file that cannot be deployed; the text names the place in it. It holds no value of the environment."""


class ApplyException(OpenApiException):
    """A step failed. What was done before it stays; the next `apply` goes on from there.

    The text is the message, and below it the log; what a terminal would obey in them is escaped, and secrets of the
    file are masked.

    Attributes:
        message: Which step failed, and why.
        log: The last lines of the log of the build, oldest first; empty where there is none.
    """

    def __init__(self, message: str, log: Sequence[str] = ()) -> None:
        self.message = message
        self.log: List[str] = list(log)
        super().__init__(message, self.log)

    def __str__(self) -> str:
        return "\n    ".join(printable(line) for line in [self.message, *self.log])
