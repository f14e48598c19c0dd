# Generated from codegen/openapi.yaml by `python -m codegen`; do not edit.
"""`CredentialsList`."""

from __future__ import annotations

import datetime
from typing import Dict, Optional

import ubiops
from ubiops.models._model import Model, field


class CredentialsList(Model):
    """Credentials as the API returns them in a list and after creation.

    Attributes:
        id: Identifier of the credentials.
        name: Name of the credentials. (required; 1 to 64 characters)
        type: Type of the credentials, for example `aws_s3`. (required; 1 to 64 characters)
        status: Result of the verification: `pending_verification`, `failed_verification` or `available`.
            (required; not empty)
        error_message: Why the verification failed, in at most 500 characters; empty for available credentials.
            (at most 500 characters)
        reference_count: Number of connectors that use the credentials; above 0 they cannot be deleted.
        project: Name of the project that the credentials belong to. (required; not empty)
        creation_date: Time of creation, in UTC.
        last_updated: Time of the last change, in UTC.
        configuration: Parameters of the credentials; the value of a protected parameter is hidden (null).
    """

    id: str = field("str")
    name: str = field("str", required=True, min_length=1, max_length=64)
    type: str = field("str", required=True, min_length=1, max_length=64)
    status: str = field("str", required=True, min_length=1)
    error_message: Optional[str] = field("str", max_length=500)
    reference_count: Optional[int] = field("int")
    project: str = field("str", required=True, min_length=1)
    creation_date: Optional[datetime.datetime] = field("datetime")
    last_updated: Optional[datetime.datetime] = field("datetime")
    configuration: Optional[Dict[str, str]] = field("dict(str, str)", secret=True)

    def __init__(
        self,
        id: Optional[str] = None,
        *,
        name: str,
        type: str,
        status: str,
        error_message: Optional[str] = None,
        reference_count: Optional[int] = None,
        project: str,
        creation_date: Optional[datetime.datetime] = None,
        last_updated: Optional[datetime.datetime] = None,
        configuration: Optional[Dict[str, str]] = None,
        local_vars_configuration: Optional[ubiops.Configuration] = None,
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
