# Generated from codegen/openapi.yaml by `python -m codegen`; do not edit.
"""`CredentialsCreate`."""

from __future__ import annotations

from typing import Dict, Optional

import ubiops
from ubiops.models._model import Model, field


class CredentialsCreate(Model):
    """Credentials to create.

    Attributes:
        name: Name of the credentials, unique within the project. (required; 1 to 64 characters)
        type: Type of the credentials: one of the types that `configurations_list` gives, for example `aws_s3`,
            `gcp_cloud_storage` or `postgresql`. (required; 1 to 64 characters)
        configuration: Values of the parameters that the type asks for (`credentials_configuration` in
            `configurations_list`), all as strings. (required)
    """

    name: str = field("str", required=True, min_length=1, max_length=64)
    type: str = field("str", required=True, min_length=1, max_length=64)
    configuration: Dict[str, str] = field("dict(str, str)", required=True, secret=True)

    def __init__(
        self,
        name: str,
        type: str,
        configuration: Dict[str, str],
        local_vars_configuration: Optional[ubiops.Configuration] = None,
    ) -> None:
        self._assign((name, type, configuration), local_vars_configuration)
