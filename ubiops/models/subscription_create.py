# Generated from codegen/openapi.yaml by `python -m codegen`; do not edit.
"""`SubscriptionCreate`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Optional

from ubiops.models._model import REQUIRED, Model, field

if TYPE_CHECKING:
    from ubiops.configuration import Configuration


class SubscriptionCreate(Model):
    """A new subscription plan."""

    name: str = field(
        "str", "Name of the subscription. (required; 1 to 64 characters)", required=True, min_length=1, max_length=64
    )
    max_projects: int = field("int", "Highest number of projects. (required)", required=True)
    max_users: int = field("int", "Highest number of users. (required)", required=True)
    logs_retention_days: int = field("int", "Days that project logs are kept. (required)", required=True)
    gb_seconds: int = field(
        "int",
        "Highest usage in GB seconds: memory size of the models in GB times the seconds that they run. (required)",
        required=True,
    )
    resources: int = field(
        "int", "Highest number of model versions, pipelines and connectors together. (required)", required=True
    )
    agreement: Optional[str] = field(
        "str", "Link to the subscription agreement. (at most 1024 characters)", max_length=1024
    )
    terms_conditions: Optional[str] = field(
        "str", "Link to the UbiOps SaaS Terms & Conditions. (at most 1024 characters)", max_length=1024
    )
    hidden: Optional[bool] = field("bool", "Whether the subscription is private rather than public.")

    def __init__(
        self,
        name: str = REQUIRED,
        max_projects: int = REQUIRED,
        max_users: int = REQUIRED,
        logs_retention_days: int = REQUIRED,
        gb_seconds: int = REQUIRED,
        resources: int = REQUIRED,
        agreement: Optional[str] = None,
        terms_conditions: Optional[str] = None,
        hidden: Optional[bool] = None,
        local_vars_configuration: Optional[Configuration] = None,
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
