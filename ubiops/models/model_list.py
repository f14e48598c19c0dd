# Generated from codegen/openapi.yaml by `python -m codegen`; do not edit.
"""`ModelList`."""

from __future__ import annotations

import datetime
from typing import List, Optional

import ubiops
from ubiops.models._model import Model, field


class ModelList(Model):
    """A model as the API returns it.

    Attributes:
        id: Id of the model.
        name: Name of the model; at most 64 characters. (required; 1 to 64 characters)
        project: Name of the project that holds the model. (required; not empty)
        description: Free text about the model, empty if none was given; at most 200 characters. (at most 200
            characters)
        input_type: Shape of the input: `structured` or `plain`. (required; not empty)
        output_type: Shape of the output: `structured` or `plain`. (required; not empty)
        input_fields: Fields of the input; an empty list for plain input.
        output_fields: Fields of the output; an empty list for plain output.
        creation_date: Moment the model was created (UTC).
        last_updated: Moment the model was last changed (UTC).
        number_of_versions: Number of versions the model has.
    """

    id: str = field("str")
    name: str = field("str", required=True, min_length=1, max_length=64)
    project: str = field("str", required=True, min_length=1)
    description: Optional[str] = field("str", max_length=200)
    input_type: str = field("str", required=True, min_length=1)
    output_type: str = field("str", required=True, min_length=1)
    input_fields: Optional[List[ubiops.ModelInputFieldList]] = field("list[ModelInputFieldList]")
    output_fields: Optional[List[ubiops.ModelOutputFieldList]] = field("list[ModelOutputFieldList]")
    creation_date: Optional[datetime.datetime] = field("datetime")
    last_updated: Optional[datetime.datetime] = field("datetime")
    number_of_versions: Optional[int] = field("int")

    def __init__(
        self,
        id: Optional[str] = None,
        *,
        name: str,
        project: str,
        description: Optional[str] = None,
        input_type: str,
        output_type: str,
        input_fields: Optional[List[ubiops.ModelInputFieldList]] = None,
        output_fields: Optional[List[ubiops.ModelOutputFieldList]] = None,
        creation_date: Optional[datetime.datetime] = None,
        last_updated: Optional[datetime.datetime] = None,
        number_of_versions: Optional[int] = None,
        local_vars_configuration: Optional[ubiops.Configuration] = None,
    ) -> None:
        self._assign(
            (
                id,
                name,
                project,
                description,
                input_type,
                output_type,
                input_fields,
                output_fields,
                creation_date,
                last_updated,
                number_of_versions,
            ),
            local_vars_configuration,
        )
