# Generated from codegen/openapi.yaml by `python -m codegen`; do not edit.
"""`ServiceUserDetail`."""

from __future__ import annotations

from typing import Optional

import ubiops
from ubiops.models._model import Model, field


class ServiceUserDetail(Model):
    """A new service user with its token.

    Attributes:
        id: Identifier of the service user.
        email: Generated email address of the service user. (required; 1 to 254 characters)
        token: Token for authorising API calls. Returned on creation only.
        name: Name of the service user; null or empty if it was never given one. (at most 256 characters)
        creation_date: Moment at which the service user was created, ISO 8601 in UTC with milliseconds.
    """

    id: str = field("str")
    email: str = field("str", required=True, min_length=1, max_length=254)
    token: Optional[str] = field("str", secret=True)
    name: Optional[str] = field("str", max_length=256)
    creation_date: Optional[str] = field("str")

    def __init__(
        self,
        id: Optional[str] = None,
        *,
        email: str,
        token: Optional[str] = None,
        name: Optional[str] = None,
        creation_date: Optional[str] = None,
        local_vars_configuration: Optional[ubiops.Configuration] = None,
    ) -> None:
        self._assign((id, email, token, name, creation_date), local_vars_configuration)
