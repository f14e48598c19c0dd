# Generated from codegen/openapi.yaml by `python -m codegen`; do not edit.
"""`RoleList`."""

from __future__ import annotations

from typing import Optional

import ubiops
from ubiops.models._model import Model, field


class RoleList(Model):
    """A role as it appears in a list.

    Attributes:
        id: Identifier of the role.
        name: Name of the role. (required; 1 to 64 characters)
        default: True for a default role, false for a custom role of the project.
    """

    id: str = field("str")
    name: str = field("str", required=True, min_length=1, max_length=64)
    default: Optional[bool] = field("bool")

    def __init__(
        self,
        id: Optional[str] = None,
        *,
        name: str,
        default: Optional[bool] = None,
        local_vars_configuration: Optional[ubiops.Configuration] = None,
    ) -> None:
        self._assign((id, name, default), local_vars_configuration)
