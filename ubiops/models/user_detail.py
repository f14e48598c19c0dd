# Generated from codegen/openapi.yaml by `python -m codegen`; do not edit.
"""`UserDetail`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Optional

from ubiops.models._model import REQUIRED, Model, field

if TYPE_CHECKING:
    from ubiops.configuration import Configuration


class UserDetail(Model):
    """The account that a call is made with."""

    id: Optional[str] = field("str", "Unique id of the user.")
    email: str = field(
        "str", "E-mail address. (required; 1 to 254 characters)", required=True, min_length=1, max_length=254
    )
    name: Optional[str] = field("str", "First name; null if the user gave none. (not empty)", min_length=1)
    surname: Optional[str] = field("str", "Family name; null if the user gave none. (not empty)", min_length=1)
    registration_date: Optional[str] = field(
        "str", "Time of registration as plain text, such as `2020-02-17 09:41:05.318+00:00`."
    )
    type: Optional[str] = field(
        "str", "Type of account, such as `user`; only the answer of `user_update` is known to have it."
    )

    def __init__(
        self,
        id: Optional[str] = None,
        email: str = REQUIRED,
        name: Optional[str] = None,
        surname: Optional[str] = None,
        registration_date: Optional[str] = None,
        type: Optional[str] = None,
        local_vars_configuration: Optional[Configuration] = None,
    ) -> None:
        self._assign((id, email, name, surname, registration_date, type), local_vars_configuration)
