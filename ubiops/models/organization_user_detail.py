# Generated from codegen/openapi.yaml by `python -m codegen`; do not edit.
"""`OrganizationUserDetail`."""

from __future__ import annotations

from typing import Optional

import ubiops
from ubiops.models._model import Model, field


class OrganizationUserDetail(Model):
    """A member of an organization.

    Attributes:
        id: Unique id of the user. (required; not empty)
        email: E-mail address of the user. (required; not empty)
        name: First name; null if the user gave none.
        surname: Family name; null if the user gave none.
        status: State of the membership; optional, and its values are not documented.
        admin: True for an admin, false for a regular user.
    """

    id: str = field("str", required=True, min_length=1)
    email: str = field("str", required=True, min_length=1)
    name: Optional[str] = field("str")
    surname: Optional[str] = field("str")
    status: Optional[str] = field("str")
    admin: Optional[bool] = field("bool")

    def __init__(
        self,
        id: str,
        email: str,
        name: Optional[str] = None,
        surname: Optional[str] = None,
        status: Optional[str] = None,
        admin: Optional[bool] = None,
        local_vars_configuration: Optional[ubiops.Configuration] = None,
    ) -> None:
        self._assign((id, email, name, surname, status, admin), local_vars_configuration)
