# Generated from codegen/openapi.yaml by `python -m codegen`; do not edit.
"""`RoleDetailList`."""

from __future__ import annotations

from typing import List, Optional

import ubiops
from ubiops.models._model import Model, field


class RoleDetailList(Model):
    """A role with its permissions as the API returns it.

    Attributes:
        id: Identifier of the role.
        name: Name of the role. (required; 1 to 64 characters)
        default: True for a default role, false for a custom role of the project.
        permissions: Names of the permissions in the role.
    """

    id: str = field("str")
    name: str = field("str", required=True, min_length=1, max_length=64)
    default: Optional[bool] = field("bool")
    permissions: Optional[List[str]] = field("list[str]")

    def __init__(
        self,
        id: Optional[str] = None,
        *,
        name: str,
        default: Optional[bool] = None,
        permissions: Optional[List[str]] = None,
        local_vars_configuration: Optional[ubiops.Configuration] = None,
    ) -> None:
        self._assign((id, name, default, permissions), local_vars_configuration)
