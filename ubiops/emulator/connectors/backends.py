"""What stands for each type, made when it is used first."""

from __future__ import annotations

import threading
from typing import Dict

from ..common.importing import IMPORTING
from .backend import Backend, ConnectorError, Nowhere, Unsupported

_PACKAGES = {"aws_s3": "boto3", "postgresql": '"psycopg[binary]"'}


class Backends:
    """The backends of all types.

    Args:
        stop: set when the emulator stops.
        deliver: whether they work with what is outside; if not, none of them does anything.
    """

    def __init__(self, stop: threading.Event, deliver: bool) -> None:
        self._stop = stop
        self._deliver = deliver
        self._lock = threading.Lock()
        self._made: Dict[str, Backend] = {}

    def __getitem__(self, name: str) -> Backend:
        """Return the backend of a type.

        Raises:
            ConnectorError: a package that it needs is not installed.
        """
        with self._lock:
            if name not in self._made:
                try:
                    with IMPORTING:
                        self._made[name] = self._make(name)
                except ImportError as error:
                    raise ConnectorError(
                        f"Connectors of the type {name} need a package ({error}): pip install {_PACKAGES[name]}"
                    ) from None
            return self._made[name]

    def _make(self, name: str) -> Backend:
        if not self._deliver:
            return Nowhere(self._stop)
        if name == "aws_s3":
            from .aws_s3 import S3

            return S3(self._stop)
        if name == "postgresql":
            from .postgresql import PostgreSQL

            return PostgreSQL(self._stop)
        return Unsupported(name, self._stop)
