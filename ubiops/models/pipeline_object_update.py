# Generated from codegen/openapi.yaml by `python -m codegen`; do not edit.
"""`PipelineObjectUpdate`."""

from __future__ import annotations

from typing import Optional

import ubiops
from ubiops.models._model import Model, field


class PipelineObjectUpdate(Model):
    """Changes to an object of a pipeline; fields that are left out keep their value.

    Attributes:
        name: New name of the object, unique within the pipeline; `pipeline_start` is reserved. (1 to 64
            characters)
        version: Name of another version of the same model; only for an object that refers to a model. (not
            empty)
    """

    name: Optional[str] = field("str", min_length=1)
    version: Optional[str] = field("str", min_length=1)

    def __init__(
        self,
        name: Optional[str] = None,
        version: Optional[str] = None,
        local_vars_configuration: Optional[ubiops.Configuration] = None,
    ) -> None:
        self._assign((name, version), local_vars_configuration)
