# Generated from codegen/openapi.yaml by `python -m codegen`; do not edit.
"""`AttachmentFieldsCreate`."""

from __future__ import annotations

from typing import Optional

import ubiops
from ubiops.models._model import Model, field


class AttachmentFieldsCreate(Model):
    """One pair of linked fields in an attachment.

    Attributes:
        source_field_name: Name of an output field of the source object; for `pipeline_start`, of an input field
            of the pipeline. (required; not empty)
        destination_field_name: Name of the input field of the destination object that receives the value; the
            data types must be the same. (required; not empty)
    """

    source_field_name: str = field("str", required=True, min_length=1)
    destination_field_name: str = field("str", required=True, min_length=1)

    def __init__(
        self,
        source_field_name: str,
        destination_field_name: str,
        local_vars_configuration: Optional[ubiops.Configuration] = None,
    ) -> None:
        self._assign((source_field_name, destination_field_name), local_vars_configuration)
