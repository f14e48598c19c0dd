# Generated from codegen/openapi.yaml by `python -m codegen`; do not edit.
"""`AttachmentFieldsList`."""

from __future__ import annotations

from typing import Optional

import ubiops
from ubiops.models._model import Model, field


class AttachmentFieldsList(Model):
    """One pair of linked fields, as the API returns it.

    Attributes:
        source_field_name: Name of the output field of the source object; for `pipeline_start`, of the input
            field of the pipeline.
        destination_field_name: Name of the input field of the destination object that receives the value.
    """

    source_field_name: Optional[str] = field("str")
    destination_field_name: Optional[str] = field("str")

    def __init__(
        self,
        source_field_name: Optional[str] = None,
        destination_field_name: Optional[str] = None,
        local_vars_configuration: Optional[ubiops.Configuration] = None,
    ) -> None:
        self._assign((source_field_name, destination_field_name), local_vars_configuration)
