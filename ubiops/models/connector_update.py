# Generated from codegen/openapi.yaml by `python -m codegen`; do not edit.
"""`ConnectorUpdate`."""

from __future__ import annotations

from typing import Dict, List, Optional

import ubiops
from ubiops.models._model import Model, field


class ConnectorUpdate(Model):
    """Changes to a connector; fields that are left out keep their value.

    Attributes:
        name: New name of the connector, unique within the project. (1 to 64 characters)
        credentials: Name of the credentials to use from now on. (not empty)
        configuration: New values of some or all parameters; the parameters that are left out keep their value.
        input_fields: Complete new list of fields; it replaces the old one.
    """

    name: Optional[str] = field("str", min_length=1, max_length=64)
    credentials: Optional[str] = field("str", min_length=1)
    configuration: Optional[Dict[str, str]] = field("dict(str, str)", secret=True)
    input_fields: Optional[List[ubiops.ConnectorFieldCreate]] = field("list[ConnectorFieldCreate]")

    def __init__(
        self,
        name: Optional[str] = None,
        credentials: Optional[str] = None,
        configuration: Optional[Dict[str, str]] = None,
        input_fields: Optional[List[ubiops.ConnectorFieldCreate]] = None,
        local_vars_configuration: Optional[ubiops.Configuration] = None,
    ) -> None:
        self._assign((name, credentials, configuration, input_fields), local_vars_configuration)
