"""Connectors that add rows to tables of Google BigQuery. Imported when the first one is used."""

from __future__ import annotations

import uuid
from contextlib import closing, contextmanager
from typing import Any, Iterator, Mapping, Sequence, Tuple
from urllib.parse import quote

import requests
from google.api_core.exceptions import GoogleAPICallError
from google.cloud.bigquery import Client, DatasetReference, SchemaField, TableReference
from urllib3.exceptions import ConnectTimeoutError, NewConnectionError

from ..serving.fields import DataField
from .backend import Backend, ConnectorError, Values
from .gcp import TIMEOUT, Service, explained, log_in
from .network import reason

_SERVICE = Service(
    "https://bigquery.googleapis.com", "BIGQUERY_EMULATOR_HOST", "https://www.googleapis.com/auth/bigquery"
)
_NEEDED = "bigquery.tables.updateData"
_NUMBERS = ("INTEGER", "INT64", "FLOAT", "FLOAT64", "NUMERIC", "BIGNUMERIC")
_COLUMNS: Mapping[str, Sequence[str]] = {
    "int": (*_NUMBERS, "STRING", "TIMESTAMP", "JSON"),
    "double": (*_NUMBERS, "STRING", "TIMESTAMP", "JSON"),
    "bool": ("BOOLEAN", "BOOL", "STRING", "JSON"),
}
"""Types of columns that may take values of a type. Texts may fit a column of any type but a record."""
_DOUBT = "Lost BigQuery while the row was stored; it may be there or not"
_DOUBTFUL = (408, 500, 502, 504)  # statuses
_RECORDS = ("RECORD", "STRUCT")


class BigQuery(Backend):
    """Connectors of the type `gcp_bigquery`.

    The environment variable `BIGQUERY_EMULATOR_HOST` of the emulator's process leads them to another server than
    Google's.
    """

    def check_credentials(self, credentials: Values) -> None:
        """Get a token."""
        log_in(_SERVICE, credentials, TIMEOUT)

    def check(self, credentials: Values, configuration: Values, fields: Sequence[DataField]) -> None:
        """Compare the columns of the table with the fields, and ask what is allowed."""
        with self._table(credentials, configuration, TIMEOUT) as (client, table, options):
            schema = client.get_table(table, **options).schema
            allowed = client.test_iam_permissions(table, [_NEEDED], **options).get("permissions", ())
        _compare(schema, fields)
        if _NEEDED not in allowed:
            raise ConnectorError(f"The credentials give no right to add rows to the table: {_NEEDED}")

    def deliver(self, credentials: Values, configuration: Values, data: Mapping[str, Any], timeout: float) -> None:
        """Insert a row."""
        with self._table(credentials, configuration, timeout) as (client, table, options):
            try:
                refused = client.insert_rows_json(table, [dict(data)], row_ids=[str(uuid.uuid4())], **options)
            except requests.RequestException as error:
                if _never_sent(error):
                    raise
                raise ConnectorError(f"{_DOUBT}: {reason(error)}") from None
            except GoogleAPICallError as error:
                if error.code not in _DOUBTFUL:
                    raise
                raise ConnectorError(f"{_DOUBT}: status {error.code}") from None
        if refused:
            raise ConnectorError("; ".join(_complaint(each) for each in refused[0]["errors"]))

    @contextmanager
    def _table(
        self, credentials: Values, configuration: Values, timeout: float
    ) -> Iterator[Tuple[Client, TableReference, Mapping[str, Any]]]:
        """Give a client, a table, and what to call its methods with; turn their errors into those of connectors."""
        access = log_in(_SERVICE, credentials, timeout)
        dataset, table = configuration["dataset"], configuration["table"]
        with explained(self._stop, access.host, f"There is no table {table} in a dataset {dataset}"):
            client = Client(access.project, access.credentials, client_options={"api_endpoint": access.url})
            with closing(client):
                # The library puts names into paths as they are.
                place = DatasetReference(*(quote(name, safe="") for name in (access.project, dataset)))
                yield client, TableReference(place, quote(table, safe="")), {"timeout": access.timeout, "retry": None}


def _compare(schema: Sequence[SchemaField], fields: Sequence[DataField]) -> None:
    """Find out whether fields can be columns, as far as that can be told without a row.

    Raises:
        ConnectorError: they can not.
    """
    columns = {column.name.lower(): column for column in schema}
    for field in fields:
        name, kind = field["name"], field["data_type"]
        column = columns.pop(name.lower(), None)
        if column is None:
            raise ConnectorError(f"The table has no column {name}")
        one_kind = kind[len("array_") :] if kind.startswith("array_") else kind
        repeated = column.mode == "REPEATED"
        if repeated != kind.startswith("array_") and column.field_type != "JSON":
            raise ConnectorError(f"The column {name} is {'' if repeated else 'not '}repeated, the field of type {kind}")
        if column.field_type not in _COLUMNS.get(one_kind, (column.field_type,)) or column.field_type in _RECORDS:
            raise ConnectorError(f"The column {name} is of type {column.field_type}, the field of type {kind}")
    for column in columns.values():
        if column.mode == "REQUIRED":
            raise ConnectorError(f"The column {column.name} is required, and no field has its name")


def _never_sent(error: requests.RequestException) -> bool:
    """Tell whether no server can have got a request, because there was no connection."""
    cause = getattr(error.args[0], "reason", None) if error.args else None
    return isinstance(cause, (NewConnectionError, ConnectTimeoutError))


def _complaint(error: Mapping[str, str]) -> str:
    return ": ".join(filter(None, (error.get("location"), error.get("message") or error.get("reason"))))
