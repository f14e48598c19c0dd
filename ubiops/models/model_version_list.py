# Generated from codegen/openapi.yaml by `python -m codegen`; do not edit.
"""`ModelVersionList`."""

from __future__ import annotations

import datetime
from typing import Optional

import ubiops
from ubiops.models._model import Model, field


class ModelVersionList(Model):
    """A model version as the API returns it.

    Attributes:
        id: Id of the version.
        model: Name of the model the version belongs to. (required; not empty)
        version: Name of the version; at most 64 characters. (required; 1 to 64 characters)
        description: Free text about the version, empty if none was given; at most 200 characters. (at most 200
            characters)
        language: Python version in which the code runs, such as `python3.7`. (required; not empty)
        status: State of the version: `initialised` (no package yet), `building`, `deploying`, `available`,
            `available_building` (serving while a newer package is built), or `building_failed`,
            `deploying_failed`, `available_building_failed`. (required; not empty)
        error_message: Reason why the build or the deployment failed, at most 500 characters; empty or null if
            nothing went wrong. (at most 500 characters)
        memory_allocation: Memory reserved for each instance, in MB.
        maximum_instances: Highest number of instances that run at the same time.
        minimum_instances: Number of instances that are kept running even without requests.
        maximum_idle_time: Time in seconds an instance may go without requests before it is stopped.
        creation_date: Moment the version was created (UTC).
        last_updated: Moment the version was last changed (UTC).
        file_last_updated: Moment a package was last uploaded (UTC); null if there has been none.
    """

    id: str = field("str")
    model: str = field("str", required=True, min_length=1)
    version: str = field("str", required=True, min_length=1, max_length=64)
    description: Optional[str] = field("str", max_length=200)
    language: str = field("str", required=True, min_length=1)
    status: str = field("str", required=True, min_length=1)
    error_message: Optional[str] = field("str", max_length=500)
    memory_allocation: Optional[int] = field("int", minimum=256, maximum=1048576)
    maximum_instances: Optional[int] = field("int", minimum=-2147483648, maximum=2147483647)
    minimum_instances: Optional[int] = field("int", minimum=-2147483648, maximum=2147483647)
    maximum_idle_time: Optional[int] = field("int", minimum=-2147483648, maximum=2147483647)
    creation_date: Optional[datetime.datetime] = field("datetime")
    last_updated: Optional[datetime.datetime] = field("datetime")
    file_last_updated: Optional[datetime.datetime] = field("datetime")

    def __init__(
        self,
        id: Optional[str] = None,
        *,
        model: str,
        version: str,
        description: Optional[str] = None,
        language: str,
        status: str,
        error_message: Optional[str] = None,
        memory_allocation: Optional[int] = None,
        maximum_instances: Optional[int] = None,
        minimum_instances: Optional[int] = None,
        maximum_idle_time: Optional[int] = None,
        creation_date: Optional[datetime.datetime] = None,
        last_updated: Optional[datetime.datetime] = None,
        file_last_updated: Optional[datetime.datetime] = None,
        local_vars_configuration: Optional[ubiops.Configuration] = None,
    ) -> None:
        self._assign(
            (
                id,
                model,
                version,
                description,
                language,
                status,
                error_message,
                memory_allocation,
                maximum_instances,
                minimum_instances,
                maximum_idle_time,
                creation_date,
                last_updated,
                file_last_updated,
            ),
            local_vars_configuration,
        )
