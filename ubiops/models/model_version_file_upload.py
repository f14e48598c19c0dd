# Generated from codegen/openapi.yaml by `python -m codegen`; do not edit.
"""`ModelVersionFileUpload`."""

from __future__ import annotations

from typing import Optional

import ubiops
from ubiops.models._model import Model, field


class ModelVersionFileUpload(Model):
    """The form by which the package of a model version is uploaded.

    Attributes:
        file: The zip file of the package, with the directory `model_package` at its root. (required)
    """

    file: str = field("str")

    def __init__(
        self,
        file: str,
        local_vars_configuration: Optional[ubiops.Configuration] = None,
    ) -> None:
        self._assign((file,), local_vars_configuration)
