# Generated from codegen/openapi.yaml by `python -m codegen`; do not edit.
"""`EnvironmentVariableCreate`."""

from __future__ import annotations

from typing import Optional

import ubiops
from ubiops.models._model import Model, field


class EnvironmentVariableCreate(Model):
    """An environment variable to create, or the new contents of an existing one.

    Attributes:
        name: Name under which model code finds the variable: letters and underscores only, beginning and ending
            with a letter. (required; 1 to 64 characters)
        value: Value of the variable; may be an empty string. Always send it: the documented API asks for it, and
            what leaving it out means is not documented. (at most 65536 characters)
        secret: Whether the value is confidential; `true` hides it from every later answer and cannot be turned
            back to `false`. (required)
    """

    name: str = field("str", required=True, min_length=1, max_length=64)
    value: Optional[str] = field("str", max_length=65536, secret="secret")
    secret: bool = field("bool", required=True)

    def __init__(
        self,
        name: str,
        value: Optional[str] = None,
        *,
        secret: bool,
        local_vars_configuration: Optional[ubiops.Configuration] = None,
    ) -> None:
        self._assign((name, value, secret), local_vars_configuration)
