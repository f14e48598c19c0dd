# Generated from codegen/openapi.yaml by `python -m codegen`; do not edit.
"""`ResourceUsage`."""

from __future__ import annotations

from typing import Optional

import ubiops
from ubiops.models._model import Model, field


class ResourceUsage(Model):
    """How many resources of each kind an organization has.

    Attributes:
        projects: Number of projects.
        users: Number of users.
        models: Number of models, over all projects.
        versions: Number of model versions, over all projects.
        connectors: Number of connectors, over all projects.
        pipelines: Number of pipelines, over all projects.
    """

    projects: Optional[int] = field("int")
    users: Optional[int] = field("int")
    models: Optional[int] = field("int")
    versions: Optional[int] = field("int")
    connectors: Optional[int] = field("int")
    pipelines: Optional[int] = field("int")

    def __init__(
        self,
        projects: Optional[int] = None,
        users: Optional[int] = None,
        models: Optional[int] = None,
        versions: Optional[int] = None,
        connectors: Optional[int] = None,
        pipelines: Optional[int] = None,
        local_vars_configuration: Optional[ubiops.Configuration] = None,
    ) -> None:
        self._assign((projects, users, models, versions, connectors, pipelines), local_vars_configuration)
