# Generated from codegen/openapi.yaml by `python -m codegen`; do not edit.
"""`PipelineList`."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, List, Optional

from ubiops.models._model import REQUIRED, Model, field

if TYPE_CHECKING:
    from ubiops.configuration import Configuration
    from ubiops.models import (
        PipelineInputFieldList,
    )


class PipelineList(Model):
    """A pipeline as the API returns it."""

    id: Optional[str] = field("str", "Identifier of the pipeline.")
    name: str = field(
        "str", "Name of the pipeline. (required; 1 to 64 characters)", required=True, min_length=1, max_length=64
    )
    project: str = field(
        "str", "Name of the project that the pipeline belongs to. (required; not empty)", required=True, min_length=1
    )
    description: Optional[str] = field(
        "str",
        "Free text about the pipeline, at most 200 characters; empty if none was given. (at most 200 characters)",
        max_length=200,
    )
    input_type: str = field(
        "str", "Kind of input: `structured` or `plain`. (required; not empty)", required=True, min_length=1
    )
    input_fields: List[PipelineInputFieldList] = field(
        "list[PipelineInputFieldList]", "Input fields; an empty list for a plain pipeline. (required)", required=True
    )
    creation_date: Optional[datetime.datetime] = field("datetime", "Time of creation, in UTC.")
    last_updated: Optional[datetime.datetime] = field("datetime", "Time of the last change, in UTC.")

    def __init__(
        self,
        id: Optional[str] = None,
        name: str = REQUIRED,
        project: str = REQUIRED,
        description: Optional[str] = None,
        input_type: str = REQUIRED,
        input_fields: List[PipelineInputFieldList] = REQUIRED,
        creation_date: Optional[datetime.datetime] = None,
        last_updated: Optional[datetime.datetime] = None,
        local_vars_configuration: Optional[Configuration] = None,
    ) -> None:
        self._assign(
            (id, name, project, description, input_type, input_fields, creation_date, last_updated),
            local_vars_configuration,
        )
