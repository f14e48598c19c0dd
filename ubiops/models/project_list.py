# Generated from codegen/openapi.yaml by `python -m codegen`; do not edit.
"""`ProjectList`."""

from __future__ import annotations

import datetime
from typing import Optional

import ubiops
from ubiops.models._model import Model, field


class ProjectList(Model):
    """A project as the API returns it.

    Attributes:
        id: Identifier of the project.
        name: Name of the project. (required; 1 to 64 characters)
        creation_date: Day on which the project was created.
        organization_name: Name of the organization that the project belongs to. (required; not empty)
    """

    id: str = field("str")
    name: str = field("str", required=True, min_length=1, max_length=64)
    creation_date: Optional[datetime.date] = field("date")
    organization_name: str = field("str", required=True, min_length=1)

    def __init__(
        self,
        id: Optional[str] = None,
        *,
        name: str,
        creation_date: Optional[datetime.date] = None,
        organization_name: str,
        local_vars_configuration: Optional[ubiops.Configuration] = None,
    ) -> None:
        self._assign((id, name, creation_date, organization_name), local_vars_configuration)
