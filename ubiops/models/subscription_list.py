# Generated from codegen/openapi.yaml by `python -m codegen`; do not edit.
"""`SubscriptionList`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Optional

from ubiops.models._model import REQUIRED, Model, field

if TYPE_CHECKING:
    from ubiops.configuration import Configuration


class SubscriptionList(Model):
    """A subscription plan as lists show it.

    Attributes:
        id: Unique id of the subscription.
        name: Name of the subscription. (required; 1 to 64 characters)
    """

    id: Optional[str] = field("str")
    name: str = field("str", required=True, min_length=1, max_length=64)

    def __init__(
        self,
        id: Optional[str] = None,
        name: str = REQUIRED,
        local_vars_configuration: Optional[Configuration] = None,
    ) -> None:
        self._assign((id, name), local_vars_configuration)
