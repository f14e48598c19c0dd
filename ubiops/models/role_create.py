# Generated from codegen/openapi.yaml by `python -m codegen`; do not edit.
"""`RoleCreate`."""

from __future__ import annotations

from typing import TYPE_CHECKING, List, Optional

from ubiops.models._model import REQUIRED, Model, field

if TYPE_CHECKING:
    from ubiops.configuration import Configuration


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
        name: str = REQUIRED,
        permissions: List[str] = REQUIRED,
        local_vars_configuration: Optional[Configuration] = None,
    ) -> None:
        self._assign((name, permissions), local_vars_configuration)
