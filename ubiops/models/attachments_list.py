# Generated from codegen/openapi.yaml by `python -m codegen`; do not edit.
"""`AttachmentsList`."""

from __future__ import annotations

from typing import List, Optional

import ubiops
from ubiops.models._model import Model, field


class AttachmentsList(Model):
    """An attachment as the API returns it.

    Attributes:
        id: Identifier of the attachment.
        source_name: Name of the object that the link starts at; `pipeline_start` is the input of the pipeline.
        destination_name: Name of the object that receives the data.
        mapping: Pairs of linked fields; an empty list for objects of type plain.
    """

    id: str = field("str")
    source_name: Optional[str] = field("str")
    destination_name: Optional[str] = field("str")
    mapping: Optional[List[ubiops.AttachmentFieldsList]] = field("list[AttachmentFieldsList]")

    def __init__(
        self,
        id: Optional[str] = None,
        source_name: Optional[str] = None,
        destination_name: Optional[str] = None,
        mapping: Optional[List[ubiops.AttachmentFieldsList]] = None,
        local_vars_configuration: Optional[ubiops.Configuration] = None,
    ) -> None:
        self._assign((id, source_name, destination_name, mapping), local_vars_configuration)
