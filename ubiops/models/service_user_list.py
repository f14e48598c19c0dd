# Generated from codegen/openapi.yaml by `python -m codegen`; do not edit.
"""`ServiceUserList`."""

from __future__ import annotations

from typing import Optional

import ubiops
from ubiops.models._model import Model, field


class ServiceUserList(Model):
    """A service user as the API returns it.

    Attributes:
        id: Identifier of the service user.
        email: Generated email address of the service user. (required; 1 to 254 characters)
        name: Name of the service user; null or empty if it was never given one. (at most 256 characters)
        creation_date: Moment at which the service user was created, ISO 8601 in UTC with milliseconds.
    """

    id: str = field("str")
    email: str = field("str", required=True, min_length=1, max_length=254)
    name: Optional[str] = field("str", max_length=256)
    creation_date: Optional[str] = field("str")

    def __init__(
        self,
        id: Optional[str] = None,
        *,
        email: str,
        name: Optional[str] = None,
        creation_date: Optional[str] = None,
        local_vars_configuration: Optional[ubiops.Configuration] = None,
    ) -> None:
        self._assign((id, email, name, creation_date), local_vars_configuration)
