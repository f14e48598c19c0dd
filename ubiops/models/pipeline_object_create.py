# Generated from codegen/openapi.yaml by `python -m codegen`; do not edit.
"""`PipelineObjectCreate`."""

from __future__ import annotations

from typing import Literal, Optional, Union

import ubiops
from ubiops.models._model import Model, field


class PipelineObjectCreate(Model):
    """An object to add to a pipeline.

    Attributes:
        name: Name of the object, unique within the pipeline; `pipeline_start` is reserved. (required; 1 to 64
            characters)
        reference_type: What the object refers to: `model` or `connector`. (required; one of `model`,
            `connector`)
        reference_name: Name of the model or connector. (required; not empty)
        version: Name of the model version. Required for a model; left out for a connector. (not empty)
    """

    name: str = field("str", required=True, min_length=1)
    reference_type: Union[Literal["model", "connector"], str] = field("str", required=True, min_length=1)
    reference_name: str = field("str", required=True, min_length=1)
    version: Optional[str] = field("str", min_length=1)

    def __init__(
        self,
        name: str,
        reference_type: Union[Literal["model", "connector"], str],
        reference_name: str,
        version: Optional[str] = None,
        local_vars_configuration: Optional[ubiops.Configuration] = None,
    ) -> None:
        self._assign((name, reference_type, reference_name, version), local_vars_configuration)
