# Generated from codegen/openapi.yaml by `python -m codegen`; do not edit.
"""`OrganizationUserCreate`."""

from __future__ import annotations

from typing import Optional

import ubiops
from ubiops.models._model import Model, field


class OrganizationUserCreate(Model):
    """A user to add to an organization.

    Attributes:
        email: E-mail address of the user. (required; 1 to 254 characters)
        admin: Whether the user becomes an admin of the organization. (required; default `false`)
    """

    email: str = field("str", required=True, min_length=1)
    admin: bool = field("bool")

    def __init__(
        self,
        email: str,
        admin: Optional[bool] = False,
        local_vars_configuration: Optional[ubiops.Configuration] = None,
    ) -> None:
        self._assign((email, admin), local_vars_configuration)
