# Generated from codegen/openapi.yaml by `python -m codegen`; do not edit.
"""`ConnectorList`."""

from __future__ import annotations

import datetime
from typing import Dict, List, Optional

import ubiops
from ubiops.models._model import Model, field


class ConnectorList(Model):
    """A connector as the API returns it.

    Attributes:
        id: Identifier of the connector.
        name: Name of the connector. (required; 1 to 64 characters)
        type: Type of the connector, for example `postgresql`. (required; 1 to 64 characters)
        status: Result of the verification: `pending_verification`, `failed_verification` or `available`.
        error_message: Why the verification failed; empty for an available connector.
        input_type: Input type that follows from the type: `structured` or `blob`. (required; 1 to 64 characters)
        project: Name of the project that the connector belongs to.
        credentials: Name of the stored credentials that the connector logs in with. (required; not empty)
        configuration: Parameters of the connector; the value of a protected parameter is hidden (null).
        input_fields: Fields of the connector; a blob connector has the single field `blob`.
        creation_date: Time of creation, in UTC.
        last_updated: Time of the last change, in UTC.
    """

    id: str = field("str")
    name: str = field("str", required=True, min_length=1, max_length=64)
    type: str = field("str", required=True, min_length=1, max_length=64)
    status: Optional[str] = field("str")
    error_message: Optional[str] = field("str")
    input_type: str = field("str", required=True, min_length=1, max_length=64)
    project: Optional[str] = field("str")
    credentials: str = field("str", required=True, min_length=1)
    configuration: Optional[Dict[str, str]] = field("dict(str, str)")
    input_fields: Optional[List[ubiops.ConnectorFieldList]] = field("list[ConnectorFieldList]")
    creation_date: Optional[datetime.datetime] = field("datetime")
    last_updated: Optional[datetime.datetime] = field("datetime")

    def __init__(
        self,
        id: Optional[str] = None,
        *,
        name: str,
        type: str,
        status: Optional[str] = None,
        error_message: Optional[str] = None,
        input_type: str,
        project: Optional[str] = None,
        credentials: str,
        configuration: Optional[Dict[str, str]] = None,
        input_fields: Optional[List[ubiops.ConnectorFieldList]] = None,
        creation_date: Optional[datetime.datetime] = None,
        last_updated: Optional[datetime.datetime] = None,
        local_vars_configuration: Optional[ubiops.Configuration] = None,
    ) -> None:
        self._assign(
            (
                id,
                name,
                type,
                status,
                error_message,
                input_type,
                project,
                credentials,
                configuration,
                input_fields,
                creation_date,
                last_updated,
            ),
            local_vars_configuration,
        )
