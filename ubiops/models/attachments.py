# Generated from codegen/openapi.yaml by `python -m codegen`; do not edit.
"""`Attachments`."""

from __future__ import annotations

from typing import TYPE_CHECKING, List, Optional

from ubiops.models._model import REQUIRED, Model, field

if TYPE_CHECKING:
    from ubiops.configuration import Configuration
    from ubiops.models import (
        AttachmentFieldsCreate,
    )


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
    mapping: Optional[List[AttachmentFieldsCreate]] = field("list[AttachmentFieldsCreate]")

    def __init__(
        self,
        id: str = REQUIRED,
        source_name: str = REQUIRED,
        destination_name: str = REQUIRED,
        mapping: Optional[List[AttachmentFieldsCreate]] = None,
        local_vars_configuration: Optional[Configuration] = None,
    ) -> None:
        self._assign((id, source_name, destination_name, mapping), local_vars_configuration)
