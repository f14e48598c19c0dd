# Generated from codegen/openapi.yaml by `python -m codegen`; do not edit.
"""`ProjectResourceUsage`."""

from __future__ import annotations

from typing import Optional

import ubiops
from ubiops.models._model import Model, field


class ProjectResourceUsage(Model):
    """How many resources a project holds.

    Attributes:
        models: Number of models.
        versions: Number of model versions, over all models.
        connectors: Number of connectors.
        pipelines: Number of pipelines.
    """

    models: Optional[int] = field("int")
    versions: Optional[int] = field("int")
    connectors: Optional[int] = field("int")
    pipelines: Optional[int] = field("int")

    def __init__(
        self,
        models: Optional[int] = None,
        versions: Optional[int] = None,
        connectors: Optional[int] = None,
        pipelines: Optional[int] = None,
        local_vars_configuration: Optional[ubiops.Configuration] = None,
    ) -> None:
        self._assign((models, versions, connectors, pipelines), local_vars_configuration)
