# Generated from codegen/openapi.yaml by `python -m codegen`; do not edit.
"""`SubscriptionDetail`."""

from __future__ import annotations

from typing import Optional

import ubiops
from ubiops.models._model import Model, field


class SubscriptionDetail(Model):
    """A subscription plan with its limits.

    Attributes:
        id: Unique id of the subscription.
        name: Name of the subscription. (required; 1 to 64 characters)
        max_projects: Highest number of projects.
        max_users: Highest number of users.
        agreement: Link to the subscription agreement; empty if none was given. (at most 1024 characters)
        terms_conditions: Link to the UbiOps SaaS Terms & Conditions; empty if none was given. (at most 1024
            characters)
        gb_seconds: Highest usage in GB seconds: memory size of the models in GB times the seconds that they run.
        resources: Highest number of model versions, pipelines and connectors together.
    """

    id: str = field("str")
    name: str = field("str", required=True, min_length=1, max_length=64)
    max_projects: Optional[int] = field("int", minimum=-2147483648, maximum=2147483647)
    max_users: Optional[int] = field("int", minimum=-2147483648, maximum=2147483647)
    agreement: Optional[str] = field("str", max_length=1024)
    terms_conditions: Optional[str] = field("str", max_length=1024)
    gb_seconds: Optional[int] = field("int", minimum=-2147483648, maximum=2147483647)
    resources: Optional[int] = field("int", minimum=-2147483648, maximum=2147483647)

    def __init__(
        self,
        id: Optional[str] = None,
        *,
        name: str,
        max_projects: Optional[int] = None,
        max_users: Optional[int] = None,
        agreement: Optional[str] = None,
        terms_conditions: Optional[str] = None,
        gb_seconds: Optional[int] = None,
        resources: Optional[int] = None,
        local_vars_configuration: Optional[ubiops.Configuration] = None,
    ) -> None:
        self._assign(
            (id, name, max_projects, max_users, agreement, terms_conditions, gb_seconds, resources),
            local_vars_configuration,
        )
