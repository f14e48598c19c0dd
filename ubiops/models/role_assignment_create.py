# Generated from codegen/openapi.yaml by `python -m codegen`; do not edit.
"""`RoleAssignmentCreate`."""

from __future__ import annotations

from typing import Literal, Optional, Union

import ubiops
from ubiops.models._model import Model, field


class RoleAssignmentCreate(Model):
    """A role to assign to a user.

    Attributes:
        user_id: UUID of the user or service user who gets the role. (required)
        role: Name of the role. (required; not empty)
        object_name: Name of the object on which the role is assigned; only together with `object_type`. Default:
            the project. (not empty)
        object_type: Type of the object on which the role is assigned; only together with `object_name`. Default:
            the project. (one of `project`, `model`, `credentials`, `connector`, `pipeline`)
    """

    user_id: str = field("str", required=True)
    role: str = field("str", required=True, min_length=1)
    object_name: Optional[str] = field("str", min_length=1)
    object_type: Optional[Union[Literal["project", "model", "credentials", "connector", "pipeline"], str]] = field(
        "str", min_length=1
    )

    def __init__(
        self,
        user_id: str,
        role: str,
        object_name: Optional[str] = None,
        object_type: Optional[Union[Literal["project", "model", "credentials", "connector", "pipeline"], str]] = None,
        local_vars_configuration: Optional[ubiops.Configuration] = None,
    ) -> None:
        self._assign((user_id, role, object_name, object_type), local_vars_configuration)
