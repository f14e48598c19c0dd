# Generated from codegen/openapi.yaml by `python -m codegen`; do not edit.
"""`ServiceUserTokenList`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Optional

from ubiops.models._model import REQUIRED, Model, field

if TYPE_CHECKING:
    from ubiops.configuration import Configuration


class ServiceUserTokenList(Model):
    """The new token of a service user.

    Attributes:
        token: New token for authorising API calls. Not shown again. (required; not empty)
    """

    token: str = field("str", required=True, min_length=1, secret=True)

    def __init__(
        self,
        token: str = REQUIRED,
        local_vars_configuration: Optional[Configuration] = None,
    ) -> None:
        self._assign((token,), local_vars_configuration)
