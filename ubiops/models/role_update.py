# Generated from codegen/openapi.yaml by `python -m codegen`; do not edit.
"""`RoleUpdate`."""

from __future__ import annotations

from typing import List, Optional

import ubiops
from ubiops.models._model import Model, field


class RoleUpdate(Model):
    """Changes to a custom role.

    Attributes:
        name: New name of the role. Lowercase letters, digits and dashes, starting with a letter. (1 to 64
            characters)
        permissions: Names of all permissions that the role is to have from now on, as in `permissions_list`.
    """

    name: Optional[str] = field("str", min_length=1)
    permissions: Optional[List[str]] = field("list[str]")

    def __init__(
        self,
        name: Optional[str] = None,
        permissions: Optional[List[str]] = None,
        local_vars_configuration: Optional[ubiops.Configuration] = None,
    ) -> None:
        self._assign((name, permissions), local_vars_configuration)
