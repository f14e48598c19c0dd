# Generated from codegen/openapi.yaml by `python -m codegen`; do not edit.
"""`ModelUpdate`."""

from __future__ import annotations

from typing import Optional

import ubiops
from ubiops.models._model import Model, field


class ModelUpdate(Model):
    """The changes to make to a model; what is left out stays as it is.

    Attributes:
        name: New name of the model, unique within the project. (1 to 64 characters)
        description: New free text about the model. (at most 200 characters)
    """

    name: Optional[str] = field("str", min_length=1, max_length=64)
    description: Optional[str] = field("str")

    def __init__(
        self,
        name: Optional[str] = None,
        description: Optional[str] = None,
        local_vars_configuration: Optional[ubiops.Configuration] = None,
    ) -> None:
        self._assign((name, description), local_vars_configuration)
