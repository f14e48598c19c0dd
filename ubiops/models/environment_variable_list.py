# Generated from codegen/openapi.yaml by `python -m codegen`; do not edit.
"""`EnvironmentVariableList`."""

from __future__ import annotations

from typing import Optional

import ubiops
from ubiops.models._model import Model, field


class EnvironmentVariableList(Model):
    """An environment variable as the API returns it, without information on inheritance.

    Attributes:
        id: Id of the environment variable.
        name: Name of the variable; at most 64 characters. (required; 1 to 64 characters)
        value: Value of the variable; null if it is secret.
        secret: Whether the value is hidden. (required)
    """

    id: str = field("str")
    name: str = field("str", required=True, min_length=1, max_length=64)
    value: Optional[str] = field("str", secret="secret")
    secret: bool = field("bool", required=True)

    def __init__(
        self,
        id: Optional[str] = None,
        *,
        name: str,
        value: Optional[str] = None,
        secret: bool,
        local_vars_configuration: Optional[ubiops.Configuration] = None,
    ) -> None:
        self._assign((id, name, value, secret), local_vars_configuration)
