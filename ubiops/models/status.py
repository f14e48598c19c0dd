# Generated from codegen/openapi.yaml by `python -m codegen`; do not edit.
"""`Status`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Optional

from ubiops.models._model import REQUIRED, Model, field

if TYPE_CHECKING:
    from ubiops.configuration import Configuration


class Status(Model):
    """Whether the API works.

    Attributes:
        status: Either `ok` or `fail`. (required; not empty)
    """

    status: str = field("str", required=True, min_length=1)

    def __init__(
        self,
        status: str = REQUIRED,
        local_vars_configuration: Optional[Configuration] = None,
    ) -> None:
        self._assign((status,), local_vars_configuration)
