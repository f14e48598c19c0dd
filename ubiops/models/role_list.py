# Generated from codegen/openapi.yaml by `python -m codegen`; do not edit.
"""`RoleList`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Optional

from ubiops.models._model import REQUIRED, Model, field

if TYPE_CHECKING:
    from ubiops.configuration import Configuration


class RoleList(Model):
    """A role as it appears in a list.

    Attributes:
        id: Identifier of the role.
        name: Name of the role. (required; 1 to 64 characters)
        default: True for a default role, false for a custom role of the project.
    """

    id: Optional[str] = field("str")
    name: str = field("str", required=True, min_length=1, max_length=64)
    default: Optional[bool] = field("bool")

    def __init__(
        self,
        id: Optional[str] = None,
        name: str = REQUIRED,
        default: Optional[bool] = None,
        local_vars_configuration: Optional[Configuration] = None,
    ) -> None:
        self._assign((id, name, default), local_vars_configuration)
