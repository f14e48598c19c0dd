# Generated from codegen/openapi.yaml by `python -m codegen`; do not edit.
"""`CredentialsUpdate`."""

from __future__ import annotations

from typing import Dict, Optional

import ubiops
from ubiops.models._model import Model, field


class CredentialsUpdate(Model):
    """Changes to credentials; fields that are left out keep their value.

    Attributes:
        name: New name of the credentials, unique within the project. (1 to 64 characters)
        configuration: New values of some or all parameters; the parameters that are left out keep their value.
    """

    name: Optional[str] = field("str", min_length=1, max_length=64)
    configuration: Optional[Dict[str, str]] = field("dict(str, str)", secret=True)

    def __init__(
        self,
        name: Optional[str] = None,
        configuration: Optional[Dict[str, str]] = None,
        local_vars_configuration: Optional[ubiops.Configuration] = None,
    ) -> None:
        self._assign((name, configuration), local_vars_configuration)
