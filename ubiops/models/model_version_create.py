# Generated from codegen/openapi.yaml by `python -m codegen`; do not edit.
"""`ModelVersionCreate`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Optional

from ubiops.models._model import REQUIRED, Model, field

if TYPE_CHECKING:
    from ubiops.configuration import Configuration


class ModelVersionCreate(Model):
    """A model version to create. An update takes the same fields, all of them optional."""

    version: str = field(
        "str", "Name of the version, unique within the model.", required=True, min_length=1, max_length=64
    )
    language: Optional[str] = field(
        "str", "Python version in which the code runs.", enum=("python3.5", "python3.6", "python3.7", "python3.8")
    )
    memory_allocation: Optional[int] = field(
        "int",
        "Memory reserved for each instance, in MB; has to hold the package and everything it installs.",
        minimum=256,
        maximum=32768,
    )
    maximum_instances: Optional[int] = field(
        "int",
        "Highest number of instances that run at the same time; raise it to shorten waiting times under many requests.",
        minimum=0,
        maximum=20,
    )
    minimum_instances: Optional[int] = field(
        "int",
        "Number of instances that are kept running even without requests; 0 lets the version stop completely. "
        "Keep it at or below `maximum_instances`.",
        minimum=0,
    )
    maximum_idle_time: Optional[int] = field(
        "int", "Time in seconds an instance may go without requests before it is stopped.", minimum=10, maximum=3600
    )
    description: Optional[str] = field("str", "Free text about the version.", max_length=200)

    def __init__(
        self,
        version: str = REQUIRED,
        language: Optional[str] = "python3.7",
        memory_allocation: Optional[int] = None,
        maximum_instances: Optional[int] = None,
        minimum_instances: Optional[int] = None,
        maximum_idle_time: Optional[int] = None,
        description: Optional[str] = None,
        local_vars_configuration: Optional[Configuration] = None,
    ) -> None:
        self._assign(
            (
                version,
                language,
                memory_allocation,
                maximum_instances,
                minimum_instances,
                maximum_idle_time,
                description,
            ),
            local_vars_configuration,
        )
