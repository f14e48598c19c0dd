# Generated from codegen/openapi.yaml by `python -m codegen`; do not edit.
"""`AttachmentsCreate`."""

from __future__ import annotations

from typing import List, Optional

import ubiops
from ubiops.models._model import Model, field


class AttachmentsCreate(Model):
    """An attachment to create between two objects of a pipeline.

    Attributes:
        source_name: Name of the object that the link starts at; `pipeline_start` for the input of the pipeline.
            A connector is refused. (required; not empty)
        destination_name: Name of the object that receives the data; `pipeline_start` is refused. (required; not
            empty)
        mapping: Pairs of linked fields, one for each input field of the destination. For objects of type plain,
            omitted or an empty list.
    """

    source_name: str = field("str", required=True, min_length=1)
    destination_name: str = field("str", required=True, min_length=1)
    mapping: Optional[List[ubiops.AttachmentFieldsCreate]] = field("list[AttachmentFieldsCreate]")

    def __init__(
        self,
        source_name: str,
        destination_name: str,
        mapping: Optional[List[ubiops.AttachmentFieldsCreate]] = None,
        local_vars_configuration: Optional[ubiops.Configuration] = None,
    ) -> None:
        self._assign((source_name, destination_name, mapping), local_vars_configuration)
