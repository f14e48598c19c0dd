# Generated from codegen/openapi.yaml by `python -m codegen`; do not edit.
"""`Status`."""

from __future__ import annotations

from typing import Optional

import ubiops
from ubiops.models._model import Model, field


class Status(Model):
    """Whether the API works.

    Attributes:
        status: Either `ok` or `fail`. (required; not empty)
    """

    status: str = field("str", required=True, min_length=1)

    def __init__(
        self,
        status: str,
        local_vars_configuration: Optional[ubiops.Configuration] = None,
    ) -> None:
        self._assign((status,), local_vars_configuration)
