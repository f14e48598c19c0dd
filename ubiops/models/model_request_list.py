# Generated from codegen/openapi.yaml by `python -m codegen`; do not edit.
"""`ModelRequestList`."""

from __future__ import annotations

from typing import Any, Optional

import ubiops
from ubiops.models._model import Model, field


class ModelRequestList(Model):
    """The outcome of a direct request to a model version.

    Attributes:
        success: Whether the request succeeded. (required)
        result: Output of the model: a dictionary for structured output, a string for plain output; null unless
            the request succeeded.
        error_message: Reason of the failure; null unless the request failed.
        request_id: Unique id of the request.
    """

    success: bool = field("bool", required=True)
    result: Any = field("object")
    error_message: Optional[str] = field("str")
    request_id: Optional[str] = field("str")

    def __init__(
        self,
        success: bool,
        result: Any = None,
        error_message: Optional[str] = None,
        request_id: Optional[str] = None,
        local_vars_configuration: Optional[ubiops.Configuration] = None,
    ) -> None:
        self._assign((success, result, error_message, request_id), local_vars_configuration)
