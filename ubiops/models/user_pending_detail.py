# Generated from codegen/openapi.yaml by `python -m codegen`; do not edit.
"""`UserPendingDetail`."""

from __future__ import annotations

from typing import Optional

import ubiops
from ubiops.models._model import Model, field


class UserPendingDetail(Model):
    """A user account that awaits activation.

    Attributes:
        email: E-mail address, to which the activation mail is sent. (required; 1 to 254 characters)
        name: First name; null if the user gave none. (not empty)
        surname: Family name; null if the user gave none. (not empty)
    """

    email: str = field("str", required=True, min_length=1, max_length=254)
    name: Optional[str] = field("str", min_length=1)
    surname: Optional[str] = field("str", min_length=1)

    def __init__(
        self,
        email: str,
        name: Optional[str] = None,
        surname: Optional[str] = None,
        local_vars_configuration: Optional[ubiops.Configuration] = None,
    ) -> None:
        self._assign((email, name, surname), local_vars_configuration)
