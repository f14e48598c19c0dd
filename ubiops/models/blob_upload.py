# Generated from codegen/openapi.yaml by `python -m codegen`; do not edit.
"""`BlobUpload`."""

from __future__ import annotations

from typing import Optional

import ubiops
from ubiops.models._model import Model, field


class BlobUpload(Model):
    """The form by which a file is uploaded as a blob.

    Attributes:
        file: The file to upload; its file name becomes the name of the blob. (required)
    """

    file: str = field("str")

    def __init__(
        self,
        file: str,
        local_vars_configuration: Optional[ubiops.Configuration] = None,
    ) -> None:
        self._assign((file,), local_vars_configuration)
