"""The types of connectors, each with the parameters of its connectors and of its credentials."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import Dict, Iterable, Iterator, Mapping, Optional, Sequence
from urllib.parse import unquote

from ..common.errors import bad_request, quoted

STRUCTURED, BLOB = "structured", "blob"

_LINE = r"^[^\x00-\x1f]+$"
_FOLDER = r"^[^\x00-\x1f]*$"
_HOST = r"^[A-Za-z0-9_.:%-]+$"
_PORT = r"^([1-9][0-9]{0,3}|[1-5][0-9]{4}|6[0-4][0-9]{3}|65[0-4][0-9]{2}|655[0-2][0-9]|6553[0-5])$"
_SECONDS = r"^[1-9][0-9]{0,2}$"
_S3_BUCKET = r"^[A-Za-z0-9._-]{1,255}$"
_REGION = r"^[a-z0-9-]+$"
_JSON_OBJECT = r"^\s*\{[\s\S]*\}\s*$"

_LONG = 8  # characters


@dataclass(frozen=True)
class Parameter:
    """A parameter, with the attributes that the API shows.

    Attributes:
        parameter: the key in `configuration`.
        name: what people call it.
        description: what it means.
        default: its value if none is given; None if one must be given.
        regex: what values match.
        protected: whether the value is secret.
        input_field: the type of the HTML input that suits it.
    """

    parameter: str
    name: str
    description: str
    default: Optional[str] = None
    regex: str = _LINE
    protected: bool = False
    input_field: str = "text"


@dataclass(frozen=True)
class ConnectorType:
    """A type of connectors.

    Attributes:
        name: what the field `type` holds.
        input_type: `structured` or `blob`.
        connector: the parameters of connectors.
        credentials: the parameters of their credentials.
    """

    name: str
    input_type: str
    connector: Sequence[Parameter]
    credentials: Sequence[Parameter]


def _secret(parameter: str, name: str, description: str, regex: str = _LINE) -> Parameter:
    return Parameter(parameter, name, description, regex=regex, protected=True, input_field="password")


def _timeout(of: str) -> Parameter:
    return Parameter("timeout", "Timeout", f"Seconds to wait for {of}", "10", _SECONDS, input_field="number")


_PATH_PREFIX = Parameter("path_prefix", "Path prefix", "Folder that the files are put into", "", _FOLDER)
_TABLE = Parameter("table", "Table", "Table that a row is added to for every request")
_AWS = (
    _secret("access_key", "Access key", "Id of the access key"),
    _secret("secret_key", "Secret key", "Secret that belongs to the access key"),
    Parameter("region", "Region", "AWS region, such as eu-central-1", regex=_REGION),
)
_GCP = (
    Parameter(
        "json_key_file",
        "JSON key file",
        "Contents of the key file of a Google service account",
        regex=_JSON_OBJECT,
        protected=True,
        input_field="file",
    ),
)


def _login(port: str) -> Sequence[Parameter]:
    return (
        Parameter("username", "User name", "User that logs in to the database"),
        _secret("password", "Password", "Password of the user"),
        Parameter("host", "Host", "Name or address of the database server", regex=_HOST),
        Parameter("port", "Port", "TCP port of the database server", port, _PORT, input_field="number"),
    )


_DATABASE = Parameter("database", "Database", "Database that holds the table")

TYPES: Mapping[str, ConnectorType] = {
    each.name: each
    for each in (
        ConnectorType(
            "aws_s3",
            BLOB,
            (Parameter("bucket", "Bucket", "S3 bucket that receives the files", regex=_S3_BUCKET), _PATH_PREFIX),
            _AWS,
        ),
        ConnectorType(
            "azure_blob_storage",
            BLOB,
            (Parameter("container", "Container", "Container that receives the files"), _PATH_PREFIX, _timeout("Azure")),
            (_secret("connection_string", "Connection string", "Connection string of the storage account"),),
        ),
        ConnectorType(
            "gcp_cloud_storage",
            BLOB,
            (Parameter("bucket", "Bucket", "Cloud Storage bucket that receives the files"), _PATH_PREFIX),
            _GCP,
        ),
        ConnectorType(
            "aws_kinesis",
            STRUCTURED,
            (Parameter("stream", "Stream", "Kinesis stream that receives a record for every request"),),
            _AWS,
        ),
        ConnectorType(
            "gcp_bigquery",
            STRUCTURED,
            (Parameter("dataset", "Dataset", "BigQuery dataset that holds the table"), _TABLE),
            _GCP,
        ),
        ConnectorType("mysql", STRUCTURED, (_DATABASE, _TABLE, _timeout("the database")), _login("3306")),
        ConnectorType(
            "postgresql",
            STRUCTURED,
            (
                _DATABASE,
                Parameter("schema", "Schema", "Schema that holds the table", "public"),
                _TABLE,
                _timeout("the database"),
            ),
            _login("5432"),
        ),
    )
}
"""The types by name."""


def find(name: str) -> ConnectorType:
    """Return a type.

    Raises:
        ApiError: 400 when there is no such type.
    """
    if name not in TYPES:
        raise bad_request(f"type: must be one of {', '.join(TYPES)}, not {quoted(name)}")
    return TYPES[name]


def check(parameters: Iterable[Parameter], values: Mapping[str, str]) -> None:
    """Check that values are those of all parameters without a default, and perhaps of others.

    Raises:
        ApiError: 400 that names the parameter; it never quotes a protected value.
    """
    known = {each.parameter: each for each in parameters}
    for name in values:
        if name not in known:
            raise bad_request(f"configuration.{name[:80]}: is unknown; possible: {', '.join(known)}")
    for name, each in known.items():
        if name not in values:
            if each.default is None:
                raise bad_request(f"configuration.{name}: is required")
        elif re.fullmatch(each.regex, values[name]) is None:
            unlike = "" if each.protected else f", unlike {quoted(values[name])}"
            raise bad_request(f"configuration.{name}: must match {each.regex}{unlike}")


def complete(parameters: Iterable[Parameter], values: Mapping[str, str]) -> Dict[str, str]:
    """Return the values of all parameters: those that are given, and the defaults of the others."""
    return {**{each.parameter: each.default for each in parameters if each.default is not None}, **values}


def masked(parameters: Iterable[Parameter], values: Mapping[str, str]) -> Dict[str, Optional[str]]:
    """Return what may be shown of values: protected ones become None."""
    protected = {each.parameter for each in parameters if each.protected}
    return {name: None if name in protected else value for name, value in values.items()}


def scrubbed(text: str, parameters: Iterable[Parameter], values: Mapping[str, str]) -> str:
    """Return a message of somebody else's code on one line, without protected values that it may quote.

    Short ones stay: what is left out of words that everybody knows would only show what they are.
    """
    for each in parameters:
        if each.protected:
            for secret in _secrets(values[each.parameter]):
                text = text.replace(secret, "***") if len(secret) >= _LONG else text
    return " ".join(text.split())


def _secrets(value: str) -> Iterator[str]:
    """Give a protected value, and the secrets in one that is a connection string or the key of an account."""
    yield value
    for part in value.split(";"):
        name, _, secret = part.partition("=")
        if name.lower() in ("accountkey", "sharedaccesssignature"):
            yield secret
            for signature in re.findall(r"sig=([^&]+)", secret):
                yield from (signature, unquote(signature))
    try:
        key = json.loads(value)
    except ValueError:
        return
    if isinstance(key, dict):
        for name, secret in key.items():
            if name.startswith("private_key") and isinstance(secret, str):
                yield from (secret, json.dumps(secret)[1:-1])
