# Generated from codegen/openapi.yaml by `python -m codegen`; do not edit.
"""`EnvironmentVariableList`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Optional

from ubiops.models._model import REQUIRED, Model, field

if TYPE_CHECKING:
    from ubiops.configuration import Configuration


class EnvironmentVariableList(Model):
    """An environment variable as the API returns it, without information on inheritance."""

    id: Optional[str] = field("str", "Id of the environment variable.")
    name: str = field(
        "str",
        "Name of the variable; at most 64 characters. (required; 1 to 64 characters)",
        required=True,
        min_length=1,
        max_length=64,
    )
    value: Optional[str] = field("str", "Value of the variable; null if it is secret.")
    secret: bool = field("bool", "Whether the value is hidden. (required)", required=True)

    def __init__(
        self,
        id: Optional[str] = None,
        name: str = REQUIRED,
        value: Optional[str] = None,
        secret: bool = REQUIRED,
        local_vars_configuration: Optional[Configuration] = None,
    ) -> None:
        self._assign((id, name, value, secret), local_vars_configuration)
