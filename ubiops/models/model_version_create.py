# Generated from codegen/openapi.yaml by `python -m codegen`; do not edit.
"""`ModelVersionCreate`."""

from __future__ import annotations

from typing import Literal, Optional, Union

import ubiops
from ubiops.models._model import Model, field


class ModelVersionCreate(Model):
    """A model version to create. An update takes the same fields, all of them optional.

    Attributes:
        version: Name of the version, unique within the model. (required; 1 to 64 characters)
        language: Python version in which the code runs. (one of `python3.5`, `python3.6`, `python3.7`,
            `python3.8`; default `python3.7`)
        memory_allocation: Memory reserved for each instance, in MB; has to hold the package and everything it
            installs. (256 to 32768; default `2048`)
        maximum_instances: Highest number of instances that run at the same time; raise it to shorten waiting
            times under many requests. (1 to 20; default `5`)
        minimum_instances: Number of instances that are kept running even without requests; 0 lets the version
            stop completely. Keep it at or below `maximum_instances`. (at least 0; default `0`)
        maximum_idle_time: Time in seconds an instance may go without requests before it is stopped. (10 to 3600;
            default `300`)
        description: Free text about the version. (at most 200 characters)
    """

    version: str = field("str", required=True, min_length=1)
    language: Optional[Union[Literal["python3.5", "python3.6", "python3.7", "python3.8"], str]] = field(
        "str", enum=("python3.5", "python3.6", "python3.7", "python3.8")
    )
    memory_allocation: Optional[int] = field("int", minimum=256, maximum=1048576)
    maximum_instances: Optional[int] = field("int", minimum=-2147483648, maximum=2147483647)
    minimum_instances: Optional[int] = field("int", minimum=-2147483648, maximum=2147483647)
    maximum_idle_time: Optional[int] = field("int", minimum=-2147483648, maximum=2147483647)
    description: Optional[str] = field("str")

    def __init__(
        self,
        version: str,
        language: Optional[Union[Literal["python3.5", "python3.6", "python3.7", "python3.8"], str]] = "python3.7",
        memory_allocation: Optional[int] = None,
        maximum_instances: Optional[int] = None,
        minimum_instances: Optional[int] = None,
        maximum_idle_time: Optional[int] = None,
        description: Optional[str] = None,
        local_vars_configuration: Optional[ubiops.Configuration] = None,
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
