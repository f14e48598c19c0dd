# Generated from codegen/openapi.yaml by `python -m codegen`; do not edit.
"""`UserDetail`."""

from __future__ import annotations

from typing import Optional

import ubiops
from ubiops.models._model import Model, field


class UserDetail(Model):
    """The account that a call is made with.

    Attributes:
        id: Unique id of the user.
        email: E-mail address. (required; 1 to 254 characters)
        name: First name; null if the user gave none. (not empty)
        surname: Family name; null if the user gave none. (not empty)
        registration_date: Time of registration as plain text, such as `2020-02-17 09:41:05.318+00:00`.
        type: Type of account, such as `user`; only the answer of `user_update` is known to have it.
    """

    id: str = field("str")
    email: str = field("str", required=True, min_length=1, max_length=254)
    name: Optional[str] = field("str", min_length=1)
    surname: Optional[str] = field("str", min_length=1)
    registration_date: Optional[str] = field("str")
    type: Optional[str] = field("str")

    def __init__(
        self,
        id: Optional[str] = None,
        *,
        email: str,
        name: Optional[str] = None,
        surname: Optional[str] = None,
        registration_date: Optional[str] = None,
        type: Optional[str] = None,
        local_vars_configuration: Optional[ubiops.Configuration] = None,
    ) -> None:
        self._assign((id, email, name, surname, registration_date, type), local_vars_configuration)
