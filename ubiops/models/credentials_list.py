# Generated from codegen/openapi.yaml by `python -m codegen`; do not edit.
"""`CredentialsList`."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, Dict, Optional

from ubiops.models._model import REQUIRED, Model, field

if TYPE_CHECKING:
    from ubiops.configuration import Configuration


class CredentialsList(Model):
    """Credentials as the API returns them in a list and after creation."""

    id: Optional[str] = field("str", "Identifier of the credentials.")
    name: str = field(
        "str", "Name of the credentials. (required; 1 to 64 characters)", required=True, min_length=1, max_length=64
    )
    type: str = field(
        "str",
        "Type of the credentials, for example `aws_s3`. (required; 1 to 64 characters)",
        required=True,
        min_length=1,
        max_length=64,
    )
    status: str = field(
        "str",
        "Result of the verification: `pending_verification`, `failed_verification` or `available`. (required; "
        "not empty)",
        required=True,
        min_length=1,
    )
    error_message: Optional[str] = field(
        "str",
        "Why the verification failed, in at most 500 characters; empty for available credentials. (at most 500 "
        "characters)",
        max_length=500,
    )
    reference_count: Optional[int] = field(
        "int", "Number of connectors that use the credentials; above 0 they cannot be deleted."
    )
    project: str = field(
        "str", "Name of the project that the credentials belong to. (required; not empty)", required=True, min_length=1
    )
    creation_date: Optional[datetime.datetime] = field("datetime", "Time of creation, in UTC.")
    last_updated: Optional[datetime.datetime] = field("datetime", "Time of the last change, in UTC.")
    configuration: Optional[Dict[str, str]] = field(
        "dict(str, str)", "Parameters of the credentials; the value of a protected parameter is hidden (null)."
    )

    def __init__(
        self,
        id: Optional[str] = None,
        name: str = REQUIRED,
        type: str = REQUIRED,
        status: str = REQUIRED,
        error_message: Optional[str] = None,
        reference_count: Optional[int] = None,
        project: str = REQUIRED,
        creation_date: Optional[datetime.datetime] = None,
        last_updated: Optional[datetime.datetime] = None,
        configuration: Optional[Dict[str, str]] = None,
        local_vars_configuration: Optional[Configuration] = None,
    ) -> None:
        self._assign(
            (
                id,
                name,
                type,
                status,
                error_message,
                reference_count,
                project,
                creation_date,
                last_updated,
                configuration,
            ),
            local_vars_configuration,
        )
