# Generated from codegen/openapi.yaml by `python -m codegen`; do not edit.
"""`OrganizationList`."""

from __future__ import annotations

import datetime
from typing import Optional

import ubiops
from ubiops.models._model import Model, field


class OrganizationList(Model):
    """An organization as lists and creation show it.

    Attributes:
        id: Unique id of the organization.
        name: Name of the organization. (required; 1 to 64 characters)
        creation_date: Time of creation, in UTC with microseconds.
    """

    id: str = field("str")
    name: str = field("str", required=True, min_length=1, max_length=64)
    creation_date: Optional[datetime.datetime] = field("datetime")

    def __init__(
        self,
        id: Optional[str] = None,
        *,
        name: str,
        creation_date: Optional[datetime.datetime] = None,
        local_vars_configuration: Optional[ubiops.Configuration] = None,
    ) -> None:
        self._assign((id, name, creation_date), local_vars_configuration)
