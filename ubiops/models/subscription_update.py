# Generated from codegen/openapi.yaml by `python -m codegen`; do not edit.
"""`SubscriptionUpdate`."""

from __future__ import annotations

from typing import Optional

import ubiops
from ubiops.models._model import Model, field


class SubscriptionUpdate(Model):
    """Changes to a subscription plan; what is left out stays as it is.

    Attributes:
        name: New name. (1 to 64 characters)
        max_projects: Highest number of projects.
        max_users: Highest number of users.
        logs_retention_days: Days that project logs are kept.
        gb_seconds: Highest usage in GB seconds: memory size of the models in GB times the seconds that they run.
        resources: Highest number of model versions, pipelines and connectors together.
        agreement: Link to the subscription agreement. (at most 1024 characters)
        terms_conditions: Link to the UbiOps SaaS Terms & Conditions. (at most 1024 characters)
        hidden: Whether the subscription is private rather than public.
    """

    name: Optional[str] = field("str", min_length=1)
    max_projects: Optional[int] = field("int", minimum=-2147483648, maximum=2147483647)
    max_users: Optional[int] = field("int", minimum=-2147483648, maximum=2147483647)
    logs_retention_days: Optional[int] = field("int", minimum=-2147483648, maximum=2147483647)
    gb_seconds: Optional[int] = field("int")
    resources: Optional[int] = field("int")
    agreement: Optional[str] = field("str", max_length=1024)
    terms_conditions: Optional[str] = field("str", max_length=1024)
    hidden: Optional[bool] = field("bool")

    def __init__(
        self,
        name: Optional[str] = None,
        max_projects: Optional[int] = None,
        max_users: Optional[int] = None,
        logs_retention_days: Optional[int] = None,
        gb_seconds: Optional[int] = None,
        resources: Optional[int] = None,
        agreement: Optional[str] = None,
        terms_conditions: Optional[str] = None,
        hidden: Optional[bool] = None,
        local_vars_configuration: Optional[ubiops.Configuration] = None,
    ) -> None:
        self._assign(
            (
                name,
                max_projects,
                max_users,
                logs_retention_days,
                gb_seconds,
                resources,
                agreement,
                terms_conditions,
                hidden,
            ),
            local_vars_configuration,
        )
