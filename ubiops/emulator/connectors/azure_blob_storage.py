"""Connectors that put files into containers of Azure Blob Storage. Imported when the first one is used."""

from __future__ import annotations

import posixpath
import uuid
from contextlib import contextmanager
from typing import Any, Iterator, Mapping, Sequence

from azure.core import MatchConditions
from azure.core.exceptions import AzureError, HttpResponseError, ServiceRequestError, ServiceResponseError
from azure.storage.blob import BlobServiceClient

from ..serving.fields import DataField
from .backend import Backend, ConnectorError, File, Values
from .network import reason
from .uploads import Body

_CONNECT_TIMEOUT = 5.0  # seconds
_TIMEOUT = 10.0  # seconds that the server may keep silent when only the credentials are checked
_PIECE = 4 * 2**20  # bytes of a file that are sent, and held in memory, at once
_NEVER = "0x0"  # the tag of no version of any blob
_PASSING_STATUSES = (408, 429)
# Logged in, but with a signature for less than asked for.
_LIMITED = ("AuthorizationPermissionMismatch", "AuthorizationResourceTypeMismatch")


class AzureBlobStorage(Backend):
    """Connectors of the type `azure_blob_storage`. The connection string says where the account is."""

    def check_credentials(self, credentials: Values) -> None:
        """Ask of what kind the account is; who is not allowed to know has logged in all the same."""
        with self._service(credentials, _TIMEOUT, enough=_LIMITED) as service:
            service.get_account_information()

    def check(self, credentials: Values, configuration: Values, fields: Sequence[DataField]) -> None:
        """Upload under a condition that never holds; the container and the right to write are looked at before it."""
        with self._container(credentials, configuration, _TIMEOUT, enough=("ConditionNotMet",)) as container:
            name = _name(configuration, f"ubiops-{uuid.uuid4()}")
            container.upload_blob(name, b"", overwrite=True, etag=_NEVER, match_condition=MatchConditions.IfNotModified)

    def deliver(self, credentials: Values, configuration: Values, data: Mapping[str, Any], timeout: float) -> None:
        """Upload a file; one that is there under the same name is replaced."""
        file: File = data["blob"]
        name = _name(configuration, file.name)
        with self._container(credentials, configuration, timeout) as container, Body(file, self._stop, timeout) as body:
            container.upload_blob(name, body, overwrite=True)

    @contextmanager
    def _container(
        self, credentials: Values, configuration: Values, timeout: float, enough: Sequence[str] = ()
    ) -> Iterator[Any]:
        silence = min(timeout, float(configuration["timeout"]))
        with self._service(credentials, silence, configuration["container"], enough) as service:
            yield service.get_container_client(configuration["container"])

    @contextmanager
    def _service(
        self, credentials: Values, silence: float, container: str = "", enough: Sequence[str] = ()
    ) -> Iterator[BlobServiceClient]:
        """Give a client, and turn its errors into those of connectors.

        Args:
            credentials: values of the credentials.
            silence: seconds that the server may keep silent.
            container: the container that it is about.
            enough: codes of errors that are as good as success.
        """
        host = "Azure"
        try:
            with BlobServiceClient.from_connection_string(
                credentials["connection_string"],
                connection_timeout=min(silence, _CONNECT_TIMEOUT),
                read_timeout=silence,
                retry_total=0,
                max_single_put_size=_PIECE,
                max_block_size=_PIECE,
            ) as service:
                host = service.primary_hostname.partition("/")[0]
                yield service
        except HttpResponseError as error:
            code = getattr(error, "error_code", None) or ""
            code = getattr(code, "value", code)  # one that the library knows is a member of an enumeration
            if code not in enough:
                raise _explained(error, code, container) from None
        except FileNotFoundError:
            raise ConnectorError("The blob is not there any more") from None
        except (AzureError, OSError, ValueError) as error:
            if self._stop.is_set():
                raise ConnectorError("The emulator is being stopped") from None
            if isinstance(error, (ServiceRequestError, ServiceResponseError)):
                raise ConnectorError(f"The connection to {host} failed: {reason(error)}", recoverable=True) from None
            raise ConnectorError(str(error)) from None


def _name(configuration: Values, filename: str) -> str:
    prefix = configuration["path_prefix"]
    if not {".", ".."}.isdisjoint(prefix.split("/")):  # they lead to other folders, and to other containers
        raise ConnectorError(f"path_prefix may not have . or .. among its folders: {prefix}")
    return posixpath.join(prefix, filename)


def _explained(error: HttpResponseError, code: str, container: str) -> ConnectorError:
    status = error.status_code or 0
    recoverable = status >= 500 or status in _PASSING_STATUSES
    if code == "ContainerNotFound":
        return ConnectorError(f"There is no container {container}")
    text = (error.message or "").partition("\n")[0]  # the other lines repeat headers
    return ConnectorError(f"{code}: {text}" if code else text, recoverable=recoverable)
