"""Connectors to services of Amazon's, or to servers that speak their protocols. Imported when the first one is used."""

from __future__ import annotations

import threading
from contextlib import closing, contextmanager
from typing import Any, Iterator, Mapping, Optional, Tuple

from boto3.session import Session
from botocore import exceptions
from botocore.config import Config

from .backend import Backend, ConnectorError, Values

_CONNECT_TIMEOUT = 5  # seconds
_READ_TIMEOUT = 10  # seconds
_PASSING_CODES = (
    "KMSThrottlingException",
    "LimitExceededException",
    "ProvisionedThroughputExceededException",
    "RequestTimeout",
    "Throttling",
    "ThrottlingException",
    "TooManyRequests",
)
_NO_REFUSALS: Mapping[str, str] = {}


class AWS(Backend):
    """What the connectors to Amazon have in common.

    The standard environment variable `AWS_ENDPOINT_URL` (or that of the service, such as `AWS_ENDPOINT_URL_S3`) of the
    emulator's process leads them to another server than Amazon's.
    """

    def __init__(self, stop: threading.Event) -> None:
        super().__init__(stop)
        self._lock = threading.Lock()
        self._session: Optional[Session] = None

    @contextmanager
    def _client(
        self,
        service: Any,
        credentials: Values,
        *,
        enough: str = "",
        refusals: Mapping[str, str] = _NO_REFUSALS,
        doubt: str = "",
        timeout: float = _READ_TIMEOUT,
    ) -> Iterator[Any]:
        """Give a client, and turn its errors into those of connectors.

        Args:
            service: the service, as boto3 calls it.
            credentials: values of the credentials.
            enough: the code of an error that is as good as success.
            refusals: what errors mean, by their codes.
            doubt: what an error means that leaves in doubt whether something was done that must not be done twice.
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
                    service,
                    region_name=credentials["region"],
                    aws_access_key_id=credentials["access_key"],
                    aws_secret_access_key=credentials["secret_key"],
                    config=config,
                )
            with closing(client):
                yield client
        except exceptions.ClientError as error:
            if error.response["Error"]["Code"] == enough:
                return
            text, passing, unclear = _explained(error, refusals)
        except FileNotFoundError:
            raise ConnectorError("The blob is not there any more") from None
        except (exceptions.BotoCoreError, OSError, ValueError) as error:
            stopping = self._stop.is_set()
            text = "The emulator is being stopped" if stopping else str(error)
            unclear = isinstance(error, exceptions.HTTPClientError)
            passing = not stopping and (unclear or isinstance(error, exceptions.ConnectionError))
        else:
            return
        if doubt and unclear:
            raise ConnectorError(f"{doubt}: {text}")
        raise ConnectorError(text, recoverable=passing)


def _explained(error: exceptions.ClientError, refusals: Mapping[str, str]) -> Tuple[str, bool, bool]:
    """Return what an answer means, whether another may come next time, and whether it leaves in doubt what was done."""
    code, message = error.response["Error"]["Code"], error.response["Error"]["Message"]
    status = error.response["ResponseMetadata"]["HTTPStatusCode"]
    text = refusals.get(code, f"{code}: {message}")
    return text, status >= 500 or code in _PASSING_CODES, status >= 500 and status != 503
