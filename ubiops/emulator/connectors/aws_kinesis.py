"""Connectors that put records into streams of Amazon Kinesis, or of a server that speaks its protocol.

Imported when the first one is used.
"""

from __future__ import annotations

import json
import uuid
from typing import TYPE_CHECKING, Any, ContextManager, Mapping, Sequence

from ..serving.fields import DataField
from .aws import AWS
from .backend import ConnectorError, Values

if TYPE_CHECKING:
    from types_boto3_kinesis.client import KinesisClient

_OPEN = ("ACTIVE", "UPDATING")  # what streams are that take records


class Kinesis(AWS):
    """Connectors of the type `aws_kinesis`."""

    def check_credentials(self, credentials: Values) -> None:
        """Ask for the list of streams; who is not allowed to see it has logged in all the same."""
        with self._kinesis(credentials, enough="AccessDeniedException") as client:
            client.list_streams(Limit=1)

    def check(self, credentials: Values, configuration: Values, fields: Sequence[DataField]) -> None:
        """Look at the stream."""
        stream = configuration["stream"]
        refusals = {"ResourceNotFoundException": f"There is no stream {stream}"}
        with self._kinesis(credentials, refusals=refusals) as client:
            found = client.describe_stream_summary(StreamName=stream)["StreamDescriptionSummary"]
        if found["StreamStatus"] not in _OPEN:
            raise ConnectorError(f"The stream {stream} takes no records: its status is {found['StreamStatus']}")

    def deliver(self, credentials: Values, configuration: Values, data: Mapping[str, Any], timeout: float) -> None:
        """Put a record; records are spread over the shards."""
        doubt = "Lost Kinesis while the record was stored; it may be there or not"
        with self._kinesis(credentials, doubt=doubt, timeout=timeout) as client:
            client.put_record(
                StreamName=configuration["stream"], Data=json.dumps(data).encode(), PartitionKey=str(uuid.uuid4())
            )

    def _kinesis(self, credentials: Values, **how: Any) -> ContextManager[KinesisClient]:
        return self._client("kinesis", credentials, **how)
