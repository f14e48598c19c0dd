# Generated from codegen/openapi.yaml by `python -m codegen`; do not edit.
"""`OrganizationSubscriptionList`."""

from __future__ import annotations

import datetime
from typing import Optional

import ubiops
from ubiops.models._model import Model, field


class OrganizationSubscriptionList(Model):
    """One subscription in the history of an organization.

    Attributes:
        id: Unique id of this entry in the history.
        subscription: Name of the subscription.
        start_date: Day on which the subscription started. (required)
        subscription_agreement_user: E-mail address of whoever accepted the terms.
        subscription_update_user: E-mail address of whoever switched the organization to this subscription; empty
            if there was no switch.
    """

    id: str = field("str")
    subscription: Optional[str] = field("str")
    start_date: datetime.date = field("date", required=True)
    subscription_agreement_user: Optional[str] = field("str", max_length=128)
    subscription_update_user: Optional[str] = field("str", max_length=128)

    def __init__(
        self,
        id: Optional[str] = None,
        subscription: Optional[str] = None,
        *,
        start_date: datetime.date,
        subscription_agreement_user: Optional[str] = None,
        subscription_update_user: Optional[str] = None,
        local_vars_configuration: Optional[ubiops.Configuration] = None,
    ) -> None:
        self._assign(
            (id, subscription, start_date, subscription_agreement_user, subscription_update_user),
            local_vars_configuration,
        )
