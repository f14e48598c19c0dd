"""What the fixtures that are functions take and return."""

from __future__ import annotations

from typing import Any, Protocol

import ubiops
from test.support.server import Answer, Server


class Serve(Protocol):
    """Starts servers that give these answers; they end with the test."""

    def __call__(self, *answers: Answer, **options: Any) -> Server:
        """Start one; the options are those of `Server`."""


class Connect(Protocol):
    """Makes clients of a server; they are closed with the test."""

    def __call__(self, server: Server, **settings: Any) -> ubiops.CoreApi:
        """Make one; the settings are attributes of the configuration."""
