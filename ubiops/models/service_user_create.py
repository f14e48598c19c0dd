# Generated from codegen/openapi.yaml by `python -m codegen`; do not edit.
"""`ServiceUserCreate`."""

from __future__ import annotations

from typing import Optional

import ubiops
from ubiops.models._model import Model, field


class ServiceUserCreate(Model):
    """The name of a service user, to create it or to rename it.

    Attributes:
        name: Name of the service user; need not be given. (1 to 256 characters)
    """

    name: Optional[str] = field("str", min_length=1)

    def __init__(
        self,
        name: Optional[str] = None,
        local_vars_configuration: Optional[ubiops.Configuration] = None,
    ) -> None:
        self._assign((name,), local_vars_configuration)
