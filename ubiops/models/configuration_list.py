# Generated from codegen/openapi.yaml by `python -m codegen`; do not edit.
"""`ConfigurationList`."""

from __future__ import annotations

from typing import Any, Dict, List, Optional

import ubiops
from ubiops.models._model import Model, field


class ConfigurationList(Model):
    """A connector type that the service supports, with its parameters.

    Attributes:
        connector: Name of the type, as used in the field `type` of connectors and credentials. (required; not
            empty)
        connector_type: Input type of such connectors: `structured` or `blob`. (required; not empty)
        connector_configuration: Parameters for `configuration` of a connector of this type. (required)
        credentials_configuration: Parameters for `configuration` of credentials of this type. (required)
    """

    connector: str = field("str", required=True, min_length=1)
    connector_type: str = field("str", required=True, min_length=1)
    connector_configuration: List[Dict[str, Any]] = field("list[dict(str, object)]", required=True)
    credentials_configuration: List[Dict[str, Any]] = field("list[dict(str, object)]", required=True)

    def __init__(
        self,
        connector: str,
        connector_type: str,
        connector_configuration: List[Dict[str, Any]],
        credentials_configuration: List[Dict[str, Any]],
        local_vars_configuration: Optional[ubiops.Configuration] = None,
    ) -> None:
        self._assign(
            (connector, connector_type, connector_configuration, credentials_configuration), local_vars_configuration
        )
