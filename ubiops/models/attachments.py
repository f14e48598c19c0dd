# Generated from codegen/openapi.yaml by `python -m codegen`; do not edit.
"""`Attachments`."""

from __future__ import annotations

from typing import List, Optional

import ubiops
from ubiops.models._model import Model, field


class Attachments(Model):
    """A new attachment as the API returns it.

    Attributes:
        id: Identifier of the attachment. (required)
        source_name: Name of the object that the link starts at; `pipeline_start` is the input of the pipeline.
            (required; not empty)
        destination_name: Name of the object that receives the data. (required; not empty)
        mapping: Pairs of linked fields; an empty list for objects of type plain.
    """

    id: str = field("str", required=True)
    source_name: str = field("str", required=True, min_length=1)
    destination_name: str = field("str", required=True, min_length=1)
    mapping: Optional[List[ubiops.AttachmentFieldsCreate]] = field("list[AttachmentFieldsCreate]")

    def __init__(
        self,
        id: str,
        source_name: str,
        destination_name: str,
        mapping: Optional[List[ubiops.AttachmentFieldsCreate]] = None,
        local_vars_configuration: Optional[ubiops.Configuration] = None,
    ) -> None:
        self._assign((id, source_name, destination_name, mapping), local_vars_configuration)
