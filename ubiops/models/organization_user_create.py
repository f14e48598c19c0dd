# Generated from codegen/openapi.yaml by `python -m codegen`; do not edit.
"""`OrganizationUserCreate`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Optional

from ubiops.models._model import REQUIRED, Model, field

if TYPE_CHECKING:
    from ubiops.configuration import Configuration


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
        email: str = REQUIRED,
        admin: Optional[bool] = False,
        local_vars_configuration: Optional[Configuration] = None,
    ) -> None:
        self._assign((email, admin), local_vars_configuration)
