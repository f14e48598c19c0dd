"""Connectors that put files into buckets of Amazon S3, or of a server that speaks its protocol.

Imported when the first one is used.
"""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING, Any, ContextManager, Mapping, Sequence

from ..serving.fields import DataField
from .aws import AWS
from .backend import File, Values
from .uploads import Body

if TYPE_CHECKING:
    from types_boto3_s3.client import S3Client


class S3(AWS):
    """Connectors of the type `aws_s3`."""

    def check_credentials(self, credentials: Values) -> None:
        """Ask for the list of buckets; who is not allowed to see it has logged in all the same."""
        with self._s3(credentials, enough="AccessDenied") as client:
            client.list_buckets()

    def check(self, credentials: Values, configuration: Values, fields: Sequence[DataField]) -> None:
        """Look at the bucket."""
        bucket = configuration["bucket"]
        refusals = {
            "403": f"The credentials give no access to the bucket {bucket}",
            "404": f"There is no bucket {bucket}",
        }
        with self._s3(credentials, refusals=refusals) as client:
            client.head_bucket(Bucket=bucket)

    def deliver(self, credentials: Values, configuration: Values, data: Mapping[str, Any], timeout: float) -> None:
        """Upload a file; one that is there under the same name is replaced."""
        file: File = data["blob"]
        key = posixpath.join(configuration["path_prefix"], file.name)
        with self._s3(credentials, timeout=timeout) as client, Body(file, self._stop, timeout) as body:
            client.put_object(Bucket=configuration["bucket"], Key=key, Body=body)

    def _s3(self, credentials: Values, **how: Any) -> ContextManager[S3Client]:
        return self._client("s3", credentials, **how)
