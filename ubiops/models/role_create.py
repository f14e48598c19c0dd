# Generated from codegen/openapi.yaml by `python -m codegen`; do not edit.
"""`RoleCreate`."""

from __future__ import annotations

from typing import List, Optional

import ubiops
from ubiops.models._model import Model, field


class RoleCreate(Model):
    """A custom role to create.

    Attributes:
        name: Name of the role. Lowercase letters, digits and dashes, starting with a letter. (required; 1 to 64
            characters)
        permissions: Names of the permissions in the role, as in `permissions_list`. (required)
    """

    name: str = field("str", required=True, min_length=1)
    permissions: List[str] = field("list[str]", required=True)

    def __init__(
        self,
        name: str,
        permissions: List[str],
        local_vars_configuration: Optional[ubiops.Configuration] = None,
    ) -> None:
        self._assign((name, permissions), local_vars_configuration)
