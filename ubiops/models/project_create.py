# Generated from codegen/openapi.yaml by `python -m codegen`; do not edit.
"""`ProjectCreate`."""

from __future__ import annotations

from typing import Optional

import ubiops
from ubiops.models._model import Model, field


class ProjectCreate(Model):
    """A project to create.

    Attributes:
        name: Name of the project, unique across the whole service. Lowercase letters, digits and dashes,
            starting with a letter. (required; 1 to 64 characters)
        organization_name: Name of the organization in which the project is created. (required; not empty)
    """

    name: str = field("str", required=True, min_length=1, max_length=64)
    organization_name: str = field("str", required=True, min_length=1)

    def __init__(
        self,
        name: str,
        organization_name: str,
        local_vars_configuration: Optional[ubiops.Configuration] = None,
    ) -> None:
        self._assign((name, organization_name), local_vars_configuration)
