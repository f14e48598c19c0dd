# Generated from codegen/openapi.yaml by `python -m codegen`; do not edit.
"""`BlobList`."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, Optional

from ubiops.models._model import REQUIRED, Model, field

if TYPE_CHECKING:
    from ubiops.configuration import Configuration


class BlobList(Model):
    """A stored file (blob) as the API returns it; the content itself is not included."""

    id: str = field(
        "str", "Id of the blob, to be used in requests and in the other blob operations. (required)", required=True
    )
    creation_date: datetime.datetime = field(
        "datetime", "Moment of the upload, with milliseconds and UTC offset. (required)", required=True
    )
    filename: str = field(
        "str", "Name of the file as it was uploaded. (required; not empty)", required=True, min_length=1
    )
    size: int = field("int", "Size of the file in bytes. (required)", required=True)
    ttl: int = field(
        "int",
        "Lifetime in seconds, counted from `creation_date`; the blob is removed when it has passed. (required)",
        required=True,
    )

    def __init__(
        self,
        id: str = REQUIRED,
        creation_date: datetime.datetime = REQUIRED,
        filename: str = REQUIRED,
        size: int = REQUIRED,
        ttl: int = REQUIRED,
        local_vars_configuration: Optional[Configuration] = None,
    ) -> None:
        self._assign((id, creation_date, filename, size, ttl), local_vars_configuration)
