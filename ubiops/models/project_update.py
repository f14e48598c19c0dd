# Generated from codegen/openapi.yaml by `python -m codegen`; do not edit.
"""`ProjectUpdate`."""

from __future__ import annotations

from typing import Optional

import ubiops
from ubiops.models._model import Model, field


class ProjectUpdate(Model):
    """Changes to a project.

    Attributes:
        name: New name of the project, unique across the whole service. Lowercase letters, digits and dashes,
            starting with a letter. (1 to 64 characters)
    """

    name: Optional[str] = field("str", min_length=1)

    def __init__(
        self,
        name: Optional[str] = None,
        local_vars_configuration: Optional[ubiops.Configuration] = None,
    ) -> None:
        self._assign((name,), local_vars_configuration)
