"""Connectors that put files into buckets of Amazon S3, or of a server that speaks its protocol.

Imported when the first one is used.
"""

from __future__ import annotations

import io
import posixpath
import threading
from contextlib import closing, contextmanager
from typing import TYPE_CHECKING, Any, Iterator, Mapping, Optional, Sequence

from boto3.session import Session
from botocore import exceptions
from botocore.config import Config

from ..serving.fields import DataField
from .backend import Backend, ConnectorError, File, Values

if TYPE_CHECKING:
    from types_boto3_s3.client import S3Client

_CONNECT_TIMEOUT = 5  # seconds
_READ_TIMEOUT = 10  # seconds
_PASSING_ERRORS = (exceptions.ConnectionError, exceptions.HTTPClientError)
_PASSING_CODES = ("RequestTimeout", "Throttling", "TooManyRequests")
_REFUSALS = {"403": "The credentials give no access to the bucket {}", "404": "There is no bucket {}"}


class S3(Backend):
    """Connectors of the type `aws_s3`.

    The standard environment variable `AWS_ENDPOINT_URL` (or `AWS_ENDPOINT_URL_S3`) of the emulator's process leads
    them to another server than Amazon's.
    """

    def __init__(self, stop: threading.Event) -> None:
        super().__init__(stop)
        self._lock = threading.Lock()
        self._session: Optional[Session] = None

    def check_credentials(self, credentials: Values) -> None:
        """Ask for the list of buckets; who is not allowed to see it has logged in all the same."""
        with self._client(credentials, enough="AccessDenied") as client:
            client.list_buckets()

    def check(self, credentials: Values, configuration: Values, fields: Sequence[DataField]) -> None:
        """Look at the bucket."""
        with self._client(credentials, configuration["bucket"]) as client:
            client.head_bucket(Bucket=configuration["bucket"])

    def deliver(self, credentials: Values, configuration: Values, data: Mapping[str, Any], timeout: float) -> None:
        """Upload a file; one that is there under the same name is replaced."""
        file: File = data["blob"]
        key = posixpath.join(configuration["path_prefix"], file.name)
        with self._client(credentials, timeout=timeout) as client, _Body(file, self._stop) as body:
            client.put_object(Bucket=configuration["bucket"], Key=key, Body=body)

    @contextmanager
    def _client(
        self, credentials: Values, bucket: str = "", enough: str = "", timeout: float = _READ_TIMEOUT
    ) -> Iterator[S3Client]:
        """Give a client, and turn its errors into those of connectors.

        Args:
            credentials: values of the credentials.
            bucket: the bucket that is looked at.
            enough: the code of an error that is as good as success.
            timeout: seconds that the server may keep silent, if it is less than usual.
        """
        config = Config(
            connect_timeout=min(timeout, _CONNECT_TIMEOUT),
            read_timeout=min(timeout, _READ_TIMEOUT),
            retries={"total_max_attempts": 1},
        )
        try:
            with self._lock:  # sessions are not made for several threads, clients are
                self._session = self._session or Session()
                client = self._session.client(
                    "s3",
                    region_name=credentials["region"],
                    aws_access_key_id=credentials["access_key"],
                    aws_secret_access_key=credentials["secret_key"],
                    config=config,
                )
            with closing(client):
                yield client
        except exceptions.ClientError as error:
            if error.response["Error"]["Code"] != enough:
                raise _explained(error, bucket) from None
        except FileNotFoundError:
            raise ConnectorError("The blob is not there any more") from None
        except (exceptions.BotoCoreError, OSError, ValueError) as error:
            if self._stop.is_set():
                raise ConnectorError("The emulator is being stopped") from None
            raise ConnectorError(str(error), recoverable=isinstance(error, _PASSING_ERRORS)) from None


def _explained(error: exceptions.ClientError, bucket: str) -> ConnectorError:
    code, message = error.response["Error"]["Code"], error.response["Error"]["Message"]
    status = error.response["ResponseMetadata"]["HTTPStatusCode"]
    text = _REFUSALS[code].format(bucket) if code in _REFUSALS else f"{code}: {message}"
    return ConnectorError(text, recoverable=status >= 500 or code in _PASSING_CODES)


class _Body(io.FileIO):
    """A file whose upload ends when the emulator stops."""

    def __init__(self, file: File, stop: threading.Event) -> None:
        super().__init__(str(file.path))
        self._stop = stop

    def read(self, size: Optional[int] = -1) -> bytes:
        if self._stop.is_set():
            raise OSError("The emulator is being stopped")
        return super().read(-1 if size is None else size)
