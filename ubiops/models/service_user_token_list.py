# Generated from codegen/openapi.yaml by `python -m codegen`; do not edit.
"""`ServiceUserTokenList`."""

from __future__ import annotations

from typing import Optional

import ubiops
from ubiops.models._model import Model, field


class ServiceUserTokenList(Model):
    """The new token of a service user.

    Attributes:
        token: New token for authorising API calls. Not shown again. (required; not empty)
    """

    token: str = field("str", required=True, min_length=1, secret=True)

    def __init__(
        self,
        token: str,
        local_vars_configuration: Optional[ubiops.Configuration] = None,
    ) -> None:
        self._assign((token,), local_vars_configuration)
