# Generated from codegen/openapi.yaml by `python -m codegen`; do not edit.
"""`OrganizationCreate`."""

from __future__ import annotations

import datetime
from typing import Optional

import ubiops
from ubiops.models._model import Model, field


class OrganizationCreate(Model):
    """A new organization and its first subscription.

    Attributes:
        name: Name, unique across the service: lowercase letters, digits and dashes, the first character a
            letter. (required; 1 to 64 characters)
        subscription: Name of the subscription to start with, as `subscriptions_list` shows it. (required; not
            empty)
        subscription_agreed: Whether the Services Agreement and the Terms & Conditions are accepted. (required)
        subscription_end_date: Day on which the subscription is cancelled, as `YYYY-MM-DD`; not allowed with a
            `free` subscription.
    """

    name: str = field("str", required=True, min_length=1, max_length=64)
    subscription: str = field("str", required=True, min_length=1)
    subscription_agreed: bool = field("bool", required=True)
    subscription_end_date: Optional[datetime.date] = field("date")

    def __init__(
        self,
        name: str,
        subscription: str,
        subscription_agreed: bool,
        subscription_end_date: Optional[datetime.date] = None,
        local_vars_configuration: Optional[ubiops.Configuration] = None,
    ) -> None:
        self._assign((name, subscription, subscription_agreed, subscription_end_date), local_vars_configuration)
