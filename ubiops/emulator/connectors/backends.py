"""What stands for each type, made when it is used first."""

from __future__ import annotations

import threading
import warnings
from importlib import import_module
from typing import Dict, Mapping, Tuple

from ..common.importing import IMPORTING
from .backend import Backend, ConnectorError, Nowhere

_KINDS: Mapping[str, Tuple[str, str]] = {
    "aws_kinesis": ("Kinesis", "boto3"),
    "aws_s3": ("S3", "boto3"),
    "azure_blob_storage": ("AzureBlobStorage", "azure-storage-blob"),
    "gcp_bigquery": ("BigQuery", "google-cloud-bigquery"),
    "gcp_cloud_storage": ("CloudStorage", "google-cloud-storage"),
    "mysql": ("MySQL", '"PyMySQL[rsa]"'),
    "postgresql": ("PostgreSQL", '"psycopg[binary]"'),
}
"""For each type the class in the module of its name, and the package that this imports."""


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
                    with IMPORTING, warnings.catch_warnings():
                        warnings.simplefilter("ignore")  # libraries take leave of Pythons, of new ones, too
                        self._made[name] = self._make(name)
                except ImportError as error:
                    ways = f'pip install "ubiops[connectors]" or pip install {_KINDS[name][1]}'
                    raise ConnectorError(f"Connectors of the type {name} need a package ({error}): {ways}") from None
            return self._made[name]

    def _make(self, name: str) -> Backend:
        if not self._deliver:
            return Nowhere(self._stop)
        made: Backend = getattr(import_module(f".{name}", __package__), _KINDS[name][0])(self._stop)
        return made
