# Generated from codegen/openapi.yaml by `python -m codegen`; do not edit.
"""`SubscriptionList`."""

from __future__ import annotations

from typing import Optional

import ubiops
from ubiops.models._model import Model, field


class SubscriptionList(Model):
    """A subscription plan as lists show it.

    Attributes:
        id: Unique id of the subscription.
        name: Name of the subscription. (required; 1 to 64 characters)
    """

    id: str = field("str")
    name: str = field("str", required=True, min_length=1, max_length=64)

    def __init__(
        self,
        id: Optional[str] = None,
        *,
        name: str,
        local_vars_configuration: Optional[ubiops.Configuration] = None,
    ) -> None:
        self._assign((id, name), local_vars_configuration)
