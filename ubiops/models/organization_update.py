# Generated from codegen/openapi.yaml by `python -m codegen`; do not edit.
"""`OrganizationUpdate`."""

from __future__ import annotations

import datetime
from typing import Optional

import ubiops
from ubiops.models._model import Model, field


class OrganizationUpdate(Model):
    """Changes to an organization; what is left out stays as it is.

    Attributes:
        name: New name, unique across the service: lowercase letters, digits and dashes, the first character a
            letter. (1 to 64 characters)
        subscription: Name of the subscription to switch to. (not empty)
        subscription_agreed: Whether the Services Agreement and the Terms & Conditions are accepted for the
            change of subscription.
        subscription_end_date: Day on which the subscription is cancelled, as `YYYY-MM-DD`; null removes an end
            date that was set before.
    """

    name: Optional[str] = field("str", min_length=1)
    subscription: Optional[str] = field("str", min_length=1)
    subscription_agreed: Optional[bool] = field("bool")
    subscription_end_date: Optional[datetime.date] = field("date")

    def __init__(
        self,
        name: Optional[str] = None,
        subscription: Optional[str] = None,
        subscription_agreed: Optional[bool] = None,
        subscription_end_date: Optional[datetime.date] = None,
        local_vars_configuration: Optional[ubiops.Configuration] = None,
    ) -> None:
        self._assign((name, subscription, subscription_agreed, subscription_end_date), local_vars_configuration)
