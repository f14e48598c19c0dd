"""Answers of a server: any body, with any content type, for any type that an operation promises."""

from __future__ import annotations

from typing import Any, List, Optional, Union

import ubiops
from test.hardening.fuzz.targets import pieces
from ubiops._printable import printable
from ubiops._response import decode_text
from ubiops.api._operation import Operation
from ubiops.api.core_api import CoreApi
from ubiops.exceptions import exception_for_status
from ubiops.models._model import Model

RUNS = 600_000
LONGEST = 4096

CLIENT = ubiops.ApiClient(ubiops.Configuration())
OPERATIONS: List[Operation] = [each for each in vars(CoreApi).values() if isinstance(each, Operation)]
TYPES: List[Any] = sorted({each.returns for each in OPERATIONS if each.returns and each.returns != "file"})
TYPES += ["int", "float", "str", "bool", "object", "date", "datetime", "list[int]", "list[object]"]
TYPES += ["list[list[BlobList]]", "dict(str, datetime)", "dict(str, object)", "dict(str, list[BlobList])"]


class Answer:
    """What `ubiops.rest.RESTResponse` is to the decoder."""

    def __init__(self, status: int, content_type: str, content: bytes) -> None:
        self.status = status
        self.reason: Optional[str] = "Reason"
        self.headers = {"Content-Type": content_type, "X-Request-Id": content_type}
        self.content = content
        self.data: Union[str, bytes] = decode_text(content, content_type)

    def getheaders(self) -> Any:
        return self.headers


def check(data: bytes) -> None:
    kind, content_type, body = pieces(data, 3)
    number = sum(kind)
    answer = Answer(300 + number % 300, content_type.decode("latin-1"), body)
    legible(exception_for_status(answer.status)(http_resp=answer))
    try:
        value = CLIENT.deserialize(answer, TYPES[number % len(TYPES)])
    except ubiops.ApiException as error:
        legible(error)
        return
    for model in value if isinstance(value, list) else [value]:
        if isinstance(model, Model):
            repr(model)
            again = type(model).from_json(model.to_json())
            assert again == model or model != model, (again, model)


def legible(error: ubiops.ApiException) -> None:
    """Hold that an error is a short line."""
    text = str(error)
    assert text, error
    assert text == printable(text)
