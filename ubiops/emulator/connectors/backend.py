"""What connectors of a type do outside the emulator."""

from __future__ import annotations

import threading
from abc import ABC, abstractmethod
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Mapping, Sequence

from ..serving.fields import DataField

Values = Mapping[str, str]
"""The values of all parameters of a connector, or of credentials."""


class ConnectorError(Exception):
    """Something outside did not do what was asked of it; the text says why.

    Args:
        message: why.
        recoverable: whether it may be different next time.
    """

    def __init__(self, message: str, *, recoverable: bool = False) -> None:
        super().__init__(message)
        self.recoverable = recoverable


@dataclass(frozen=True)
class File:
    """A file to deliver.

    Attributes:
        path: where it is.
        name: its name for others.
    """

    path: Path
    name: str


class Timestamp(str):
    """A value of the type `timestamp`: the text of a moment, as it was sent."""


class Backend(ABC):
    """Verifies and delivers for the connectors of a type, called by several threads at once.

    Args:
        stop: set when the emulator stops; what goes on then has to end soon, with a `ConnectorError`.
    """

    def __init__(self, stop: threading.Event) -> None:
        self._stop = stop

    @abstractmethod
    def check_credentials(self, credentials: Values) -> None:
        """Log in.

        Raises:
            ConnectorError: that is not possible.
        """

    @abstractmethod
    def check(self, credentials: Values, configuration: Values, fields: Sequence[DataField]) -> None:
        """Look whether a connector could deliver; leave no trace.

        Raises:
            ConnectorError: it could not.
        """

    @abstractmethod
    def deliver(self, credentials: Values, configuration: Values, data: Mapping[str, Any], timeout: float) -> None:
        """Deliver once.

        Args:
            credentials: values of the credentials.
            configuration: values of the connector.
            data: values of the fields: a `File` of a blob connector, `Timestamp` of the type timestamp.
            timeout: seconds that it may take, or a little longer.

        Raises:
            ConnectorError: it was not delivered. If it is recoverable, nothing is there of it.
        """


class Nowhere(Backend):
    """Takes everything, and does nothing with it."""

    def check_credentials(self, credentials: Values) -> None:
        """Do nothing."""

    def check(self, credentials: Values, configuration: Values, fields: Sequence[DataField]) -> None:
        """Do nothing."""

    def deliver(self, credentials: Values, configuration: Values, data: Mapping[str, Any], timeout: float) -> None:
        """Do nothing."""
