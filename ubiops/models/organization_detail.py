# Generated from codegen/openapi.yaml by `python -m codegen`; do not edit.
"""`OrganizationDetail`."""

from __future__ import annotations

import datetime
from typing import Optional

import ubiops
from ubiops.models._model import Model, field


class OrganizationDetail(Model):
    """An organization with its current subscription.

    Attributes:
        id: Unique id of the organization.
        name: Name of the organization. (required; 1 to 64 characters)
        creation_date: Time of creation, in UTC with microseconds.
        subscription: Name of the current subscription.
        status: State of the organization, such as `active`. (required; not empty)
    """

    id: str = field("str")
    name: str = field("str", required=True, min_length=1, max_length=64)
    creation_date: Optional[datetime.datetime] = field("datetime")
    subscription: Optional[str] = field("str")
    status: str = field("str", required=True, min_length=1)

    def __init__(
        self,
        id: Optional[str] = None,
        *,
        name: str,
        creation_date: Optional[datetime.datetime] = None,
        subscription: Optional[str] = None,
        status: str,
        local_vars_configuration: Optional[ubiops.Configuration] = None,
    ) -> None:
        self._assign((id, name, creation_date, subscription, status), local_vars_configuration)
