# Generated from codegen/openapi.yaml by `python -m codegen`; do not edit.
"""`ConnectorCreate`."""

from __future__ import annotations

from typing import Dict, List, Optional

import ubiops
from ubiops.models._model import Model, field


class ConnectorCreate(Model):
    """A connector to create.

    Attributes:
        name: Name of the connector, unique within the project. (required; 1 to 64 characters)
        type: Type of the connector: one of the types that `configurations_list` gives, for example `aws_s3`,
            `gcp_cloud_storage` or `postgresql`. (required; 1 to 64 characters)
        credentials: Name of the stored credentials that the connector logs in with. (required; not empty)
        configuration: Values of the parameters that the type asks for (`connector_configuration` in
            `configurations_list`), all as strings. (required)
        input_fields: Fields of the connector, for a database its columns. Required for a structured connector;
            omitted or an empty list for a blob connector.
    """

    name: str = field("str", required=True, min_length=1, max_length=64)
    type: str = field("str", required=True, min_length=1, max_length=64)
    credentials: str = field("str", required=True, min_length=1)
    configuration: Dict[str, str] = field("dict(str, str)", required=True, secret=True)
    input_fields: Optional[List[ubiops.ConnectorFieldCreate]] = field("list[ConnectorFieldCreate]")

    def __init__(
        self,
        name: str,
        type: str,
        credentials: str,
        configuration: Dict[str, str],
        input_fields: Optional[List[ubiops.ConnectorFieldCreate]] = None,
        local_vars_configuration: Optional[ubiops.Configuration] = None,
    ) -> None:
        self._assign((name, type, credentials, configuration, input_fields), local_vars_configuration)
