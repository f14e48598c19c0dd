# Generated from codegen/openapi.yaml by `python -m codegen`; do not edit.
"""`ResourceUsage`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Optional

from ubiops.models._model import Model, field

if TYPE_CHECKING:
    from ubiops.configuration import Configuration


class ResourceUsage(Model):
    """How many resources of each kind an organization has."""

    projects: Optional[int] = field("int", "Number of projects.")
    users: Optional[int] = field("int", "Number of users.")
    models: Optional[int] = field("int", "Number of models, over all projects.")
    versions: Optional[int] = field("int", "Number of model versions, over all projects.")
    connectors: Optional[int] = field("int", "Number of connectors, over all projects.")
    pipelines: Optional[int] = field("int", "Number of pipelines, over all projects.")

    def __init__(
        self,
        projects: Optional[int] = None,
        users: Optional[int] = None,
        models: Optional[int] = None,
        versions: Optional[int] = None,
        connectors: Optional[int] = None,
        pipelines: Optional[int] = None,
        local_vars_configuration: Optional[Configuration] = None,
    ) -> None:
        self._assign((projects, users, models, versions, connectors, pipelines), local_vars_configuration)
