# Generated from codegen/openapi.yaml by `python -m codegen`; do not edit.
"""`PipelineList`."""

from __future__ import annotations

import datetime
from typing import List, Optional

import ubiops
from ubiops.models._model import Model, field


class PipelineList(Model):
    """A pipeline as the API returns it.

    Attributes:
        id: Identifier of the pipeline.
        name: Name of the pipeline. (required; 1 to 64 characters)
        project: Name of the project that the pipeline belongs to. (required; not empty)
        description: Free text about the pipeline, at most 200 characters; empty if none was given. (at most 200
            characters)
        input_type: Kind of input: `structured` or `plain`. (required; not empty)
        input_fields: Input fields; an empty list for a plain pipeline. (required)
        creation_date: Time of creation, in UTC.
        last_updated: Time of the last change, in UTC.
    """

    id: str = field("str")
    name: str = field("str", required=True, min_length=1, max_length=64)
    project: str = field("str", required=True, min_length=1)
    description: Optional[str] = field("str", max_length=200)
    input_type: str = field("str", required=True, min_length=1)
    input_fields: List[ubiops.PipelineInputFieldList] = field("list[PipelineInputFieldList]", required=True)
    creation_date: Optional[datetime.datetime] = field("datetime")
    last_updated: Optional[datetime.datetime] = field("datetime")

    def __init__(
        self,
        id: Optional[str] = None,
        *,
        name: str,
        project: str,
        description: Optional[str] = None,
        input_type: str,
        input_fields: List[ubiops.PipelineInputFieldList],
        creation_date: Optional[datetime.datetime] = None,
        last_updated: Optional[datetime.datetime] = None,
        local_vars_configuration: Optional[ubiops.Configuration] = None,
    ) -> None:
        self._assign(
            (id, name, project, description, input_type, input_fields, creation_date, last_updated),
            local_vars_configuration,
        )
