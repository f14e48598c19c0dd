# Generated from codegen/openapi.yaml by `python -m codegen`; do not edit.
"""`OrganizationUserUpdate`."""

from __future__ import annotations

from typing import Optional

import ubiops
from ubiops.models._model import Model, field


class OrganizationUserUpdate(Model):
    """The admin status to give to a member of an organization.

    Attributes:
        admin: Whether the user is to be an admin of the organization. (required; default `false`)
    """

    admin: bool = field("bool")

    def __init__(
        self,
        admin: Optional[bool] = False,
        local_vars_configuration: Optional[ubiops.Configuration] = None,
    ) -> None:
        self._assign((admin,), local_vars_configuration)
