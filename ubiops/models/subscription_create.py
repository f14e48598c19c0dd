# Generated from codegen/openapi.yaml by `python -m codegen`; do not edit.
"""`SubscriptionCreate`."""

from __future__ import annotations

from typing import Optional

import ubiops
from ubiops.models._model import Model, field


class SubscriptionCreate(Model):
    """A new subscription plan.

    Attributes:
        name: Name of the subscription. (required; 1 to 64 characters)
        max_projects: Highest number of projects. (required)
        max_users: Highest number of users. (required)
        logs_retention_days: Days that project logs are kept. (required)
        gb_seconds: Highest usage in GB seconds: memory size of the models in GB times the seconds that they run.
            (required)
        resources: Highest number of model versions, pipelines and connectors together. (required)
        agreement: Link to the subscription agreement. (at most 1024 characters)
        terms_conditions: Link to the UbiOps SaaS Terms & Conditions. (at most 1024 characters)
        hidden: Whether the subscription is private rather than public.
    """

    name: str = field("str", required=True, min_length=1, max_length=64)
    max_projects: int = field("int", required=True)
    max_users: int = field("int", required=True)
    logs_retention_days: int = field("int", required=True)
    gb_seconds: int = field("int", required=True)
    resources: int = field("int", required=True)
    agreement: Optional[str] = field("str", max_length=1024)
    terms_conditions: Optional[str] = field("str", max_length=1024)
    hidden: Optional[bool] = field("bool")

    def __init__(
        self,
        name: str,
        max_projects: int,
        max_users: int,
        logs_retention_days: int,
        gb_seconds: int,
        resources: int,
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
