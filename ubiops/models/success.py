# Generated from codegen/openapi.yaml by `python -m codegen`; do not edit.
"""`Success`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Optional

from ubiops.models._model import REQUIRED, Model, field

if TYPE_CHECKING:
    from ubiops.configuration import Configuration


class Success(Model):
    """The outcome of an upload.

    Attributes:
        success: Whether the file was accepted and stored; the result of the build that follows is shown by the
            `status` of the version. (required)
    """

    success: bool = field("bool", required=True)

    def __init__(
        self,
        success: bool = REQUIRED,
        local_vars_configuration: Optional[Configuration] = None,
    ) -> None:
        self._assign((success,), local_vars_configuration)
