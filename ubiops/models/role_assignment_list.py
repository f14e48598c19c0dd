# Generated from codegen/openapi.yaml by `python -m codegen`; do not edit.
"""`RoleAssignmentList`."""

from __future__ import annotations

from typing import Optional

import ubiops
from ubiops.models._model import Model, field


class RoleAssignmentList(Model):
    """A role assignment as the API returns it.

    Attributes:
        id: Identifier of the role assignment.
        user_id: Identifier of the user or service user who holds the role. (required; not empty)
        role: Name of the role. (required; not empty)
        object_name: Name of the object on which the role is assigned; the name of the project if it is not
            limited to one object.
        object_type: Type of that object: `project`, `model`, `credentials`, `connector` or `pipeline`.
    """

    id: str = field("str")
    user_id: str = field("str", required=True, min_length=1)
    role: str = field("str", required=True, min_length=1)
    object_name: Optional[str] = field("str")
    object_type: Optional[str] = field("str")

    def __init__(
        self,
        id: Optional[str] = None,
        *,
        user_id: str,
        role: str,
        object_name: Optional[str] = None,
        object_type: Optional[str] = None,
        local_vars_configuration: Optional[ubiops.Configuration] = None,
    ) -> None:
        self._assign((id, user_id, role, object_name, object_type), local_vars_configuration)
