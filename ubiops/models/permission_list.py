# Generated from codegen/openapi.yaml by `python -m codegen`; do not edit.
"""`PermissionList`."""

from __future__ import annotations

from typing import Optional

import ubiops
from ubiops.models._model import Model, field


class PermissionList(Model):
    """A permission that a role can hold.

    Attributes:
        name: Name of the permission, a dotted path such as `models.versions.requests.list`. (not empty)
    """

    name: Optional[str] = field("str", min_length=1)

    def __init__(
        self,
        name: Optional[str] = None,
        local_vars_configuration: Optional[ubiops.Configuration] = None,
    ) -> None:
        self._assign((name,), local_vars_configuration)
