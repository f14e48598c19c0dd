# Generated from codegen/openapi.yaml by `python -m codegen`; do not edit.
"""`BlobList`."""

from __future__ import annotations

import datetime
from typing import Optional

import ubiops
from ubiops.models._model import Model, field


class BlobList(Model):
    """A stored file (blob) as the API returns it; the content itself is not included.

    Attributes:
        id: Id of the blob, to be used in requests and in the other blob operations. (required)
        creation_date: Moment of the upload, with milliseconds and UTC offset. (required)
        filename: Name of the file as it was uploaded. (required; not empty)
        size: Size of the file in bytes. (required)
        ttl: Lifetime in seconds, counted from `creation_date`; the blob is removed when it has passed.
            (required)
    """

    id: str = field("str", required=True)
    creation_date: datetime.datetime = field("datetime", required=True)
    filename: str = field("str", required=True, min_length=1)
    size: int = field("int", required=True)
    ttl: int = field("int", required=True)

    def __init__(
        self,
        id: str,
        creation_date: datetime.datetime,
        filename: str,
        size: int,
        ttl: int,
        local_vars_configuration: Optional[ubiops.Configuration] = None,
    ) -> None:
        self._assign((id, creation_date, filename, size, ttl), local_vars_configuration)
