"""Connectors that put files into buckets of Google Cloud Storage. Imported when the first one is used."""

from __future__ import annotations

import os
import posixpath
from contextlib import closing, contextmanager
from typing import Any, Iterator, Mapping, Sequence, Tuple

from google.cloud.storage import Bucket, Client
from google.cloud.storage.exceptions import DataCorruption

from ..serving.fields import DataField
from .backend import Backend, ConnectorError, File, Values
from .gcp import TIMEOUT, Service, explained, log_in
from .uploads import Body

_SERVICE = Service(
    "https://storage.googleapis.com",
    "STORAGE_EMULATOR_HOST",
    "https://www.googleapis.com/auth/devstorage.read_write",
)
_NEEDED = "storage.objects.create"
# What it wants to know of the bucket for its own traces, it asks from a thread that nobody can wait for.
os.environ.setdefault("DISABLE_GCS_PYTHON_CLIENT_OTEL_BUCKET_METADATA", "true")
_PIECE = 8 * 2**20  # bytes of a file that are sent, and held in memory, at once


class CloudStorage(Backend):
    """Connectors of the type `gcp_cloud_storage`.

    The environment variable `STORAGE_EMULATOR_HOST` of the emulator's process leads them to another server than
    Google's.
    """

    def check_credentials(self, credentials: Values) -> None:
        """Get a token."""
        log_in(_SERVICE, credentials, TIMEOUT)

    def check(self, credentials: Values, configuration: Values, fields: Sequence[DataField]) -> None:
        """Ask what is allowed in the bucket."""
        with self._bucket(credentials, configuration, TIMEOUT) as (bucket, options):
            allowed = bucket.test_iam_permissions([_NEEDED], **options)
        if _NEEDED not in allowed:
            raise ConnectorError(f"The credentials give no right to add files to the bucket: {_NEEDED}")

    def deliver(self, credentials: Values, configuration: Values, data: Mapping[str, Any], timeout: float) -> None:
        """Upload a file; one that is there under the same name is replaced."""
        file: File = data["blob"]
        name = posixpath.join(configuration["path_prefix"], file.name)
        upload = self._bucket(credentials, configuration, timeout)
        with upload as (bucket, options), Body(file, self._stop, timeout) as body:
            bucket.blob(name, chunk_size=_PIECE).upload_from_file(body, size=body.size, **options)

    @contextmanager
    def _bucket(
        self, credentials: Values, configuration: Values, timeout: float
    ) -> Iterator[Tuple[Bucket, Mapping[str, Any]]]:
        """Give a bucket, and what to call its methods with; turn their errors into those of connectors."""
        access = log_in(_SERVICE, credentials, timeout)
        name = configuration["bucket"]
        with explained(self._stop, access.host, f"There is no bucket {name}"):
            client = Client(access.project, access.credentials, client_options={"api_endpoint": access.url})
            with closing(client):
                try:
                    yield client.bucket(name), {"timeout": access.timeout, "retry": None}
                except DataCorruption as error:
                    raise ConnectorError(str(error), recoverable=True) from None
