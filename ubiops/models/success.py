# Generated from codegen/openapi.yaml by `python -m codegen`; do not edit.
"""`Success`."""

from __future__ import annotations

from typing import Optional

import ubiops
from ubiops.models._model import Model, field


class Success(Model):
    """The outcome of an upload.

    Attributes:
        success: Whether the file was accepted and stored; the result of the build that follows is shown by the
            `status` of the version. (required)
    """

    success: bool = field("bool", required=True)

    def __init__(
        self,
        success: bool,
        local_vars_configuration: Optional[ubiops.Configuration] = None,
    ) -> None:
        self._assign((success,), local_vars_configuration)
