# Generated from codegen/openapi.yaml by `python -m codegen`; do not edit.
"""`PipelineObjectList`."""

from __future__ import annotations

from typing import List, Optional

import ubiops
from ubiops.models._model import Model, field


class PipelineObjectList(Model):
    """An object of a pipeline, as the API returns it.

    Attributes:
        id: Identifier of the object. (required)
        name: Name of the object within the pipeline. (required; not empty)
        reference_type: What the object refers to: `model` or `connector`. (required; not empty)
        reference_name: Name of the model or connector. (required; not empty)
        version: Name of the model version; missing or null for a connector. (not empty)
        input_type: Input type of the model (`structured` or `plain`) or of the connector (`structured` or
            `blob`). (not empty)
        output_type: Output type of the model, `structured` or `plain`; missing or null for a connector. (not
            empty)
        input_fields: Fields that the object takes in; empty, missing or null for type plain.
        output_fields: Fields that the object puts out; empty, missing or null for type plain and for a
            connector.
    """

    id: str = field("str", required=True)
    name: str = field("str", required=True, min_length=1)
    reference_type: str = field("str", required=True, min_length=1)
    reference_name: str = field("str", required=True, min_length=1)
    version: Optional[str] = field("str", min_length=1)
    input_type: Optional[str] = field("str", min_length=1)
    output_type: Optional[str] = field("str", min_length=1)
    input_fields: Optional[List[ubiops.ModelInputFieldCreate]] = field("list[ModelInputFieldCreate]")
    output_fields: Optional[List[ubiops.ModelOutputFieldCreate]] = field("list[ModelOutputFieldCreate]")

    def __init__(
        self,
        id: str,
        name: str,
        reference_type: str,
        reference_name: str,
        version: Optional[str] = None,
        input_type: Optional[str] = None,
        output_type: Optional[str] = None,
        input_fields: Optional[List[ubiops.ModelInputFieldCreate]] = None,
        output_fields: Optional[List[ubiops.ModelOutputFieldCreate]] = None,
        local_vars_configuration: Optional[ubiops.Configuration] = None,
    ) -> None:
        self._assign(
            (id, name, reference_type, reference_name, version, input_type, output_type, input_fields, output_fields),
            local_vars_configuration,
        )
