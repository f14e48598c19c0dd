# Generated from codegen/openapi.yaml by `python -m codegen`; do not edit.
"""`InheritedEnvironmentVariableList`."""

from __future__ import annotations

from typing import Optional

import ubiops
from ubiops.models._model import Model, field


class InheritedEnvironmentVariableList(Model):
    """An environment variable as a model, version or pipeline object sees it.

    Attributes:
        id: Id of the environment variable. (required)
        name: Name of the variable. (required; not empty)
        value: Value of the variable; null if it is secret, or empty.
        secret: Whether the value is hidden. (required)
        inheritance_type: Kind of object that defines the variable: `project`, `model` or, for pipeline objects,
            `model_version`; null if it is defined on the listed object itself. (not empty)
        inheritance_name: Name of the object that defines the variable; null if it is defined on the listed
            object itself. (not empty)
    """

    id: str = field("str", required=True)
    name: str = field("str", required=True, min_length=1)
    value: Optional[str] = field("str", secret="secret")
    secret: bool = field("bool", required=True)
    inheritance_type: Optional[str] = field("str", min_length=1)
    inheritance_name: Optional[str] = field("str", min_length=1)

    def __init__(
        self,
        id: str,
        name: str,
        value: Optional[str] = None,
        *,
        secret: bool,
        inheritance_type: Optional[str] = None,
        inheritance_name: Optional[str] = None,
        local_vars_configuration: Optional[ubiops.Configuration] = None,
    ) -> None:
        self._assign((id, name, value, secret, inheritance_type, inheritance_name), local_vars_configuration)
