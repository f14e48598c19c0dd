# Generated from codegen/openapi.yaml by `python -m codegen`; do not edit.
"""`UserPendingCreate`."""

from __future__ import annotations

from typing import Optional

import ubiops
from ubiops.models._model import Model, field


class UserPendingCreate(Model):
    """A new user account.

    Attributes:
        email: E-mail address; no two users can have the same. (required; 1 to 254 characters)
        password: Password of the account. (required; 8 to 128 characters)
        name: First name. (at most 256 characters)
        surname: Family name. (at most 256 characters)
        terms_conditions: Whether the terms and conditions are accepted; true is needed for an account.
            (required)
    """

    email: str = field("str", required=True, min_length=1, max_length=254)
    password: str = field("str", required=True, min_length=1, max_length=128, secret=True)
    name: Optional[str] = field("str", max_length=256)
    surname: Optional[str] = field("str", max_length=256)
    terms_conditions: bool = field("bool", required=True)

    def __init__(
        self,
        email: str,
        password: str,
        name: Optional[str] = None,
        surname: Optional[str] = None,
        *,
        terms_conditions: bool,
        local_vars_configuration: Optional[ubiops.Configuration] = None,
    ) -> None:
        self._assign((email, password, name, surname, terms_conditions), local_vars_configuration)
