# Generated from codegen/openapi.yaml by `python -m codegen`; do not edit.
"""`UserUpdate`."""

from __future__ import annotations

from typing import Optional

import ubiops
from ubiops.models._model import Model, field


class UserUpdate(Model):
    """Changes to the caller's own account; what is left out stays as it is.

    Attributes:
        email: New e-mail address. (1 to 254 characters)
        password: New password, with a lowercase letter, a capital, a digit and a symbol; needs
            `previous_password`. (8 to 128 characters)
        previous_password: Current password; needed only to set a new one. (not empty)
        name: New first name. (at most 256 characters)
        surname: New family name. (at most 256 characters)
    """

    email: Optional[str] = field("str", min_length=1, max_length=254)
    password: Optional[str] = field("str", min_length=1, max_length=128, secret=True)
    previous_password: Optional[str] = field("str", min_length=1, secret=True)
    name: Optional[str] = field("str", max_length=256)
    surname: Optional[str] = field("str", max_length=256)

    def __init__(
        self,
        email: Optional[str] = None,
        password: Optional[str] = None,
        previous_password: Optional[str] = None,
        name: Optional[str] = None,
        surname: Optional[str] = None,
        local_vars_configuration: Optional[ubiops.Configuration] = None,
    ) -> None:
        self._assign((email, password, previous_password, name, surname), local_vars_configuration)
