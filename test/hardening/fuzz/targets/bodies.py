"""Bodies of JSON that the emulator reads: what it takes is what `json` reads, and can be stored as UTF-8."""

from __future__ import annotations

import io
import json

from ubiops.emulator.common.errors import ApiError
from ubiops.emulator.web.bodies import read_json

RUNS = 2_500_000
LONGEST = 2048


def check(data: bytes) -> None:
    try:
        value = read_json({"CONTENT_LENGTH": str(len(data)), "wsgi.input": io.BytesIO(data)})
    except ApiError as error:
        assert error.status == 400
        assert len(error.message) < 300
        return
    assert repr(value) == repr(json.loads(data.decode("utf-8-sig")))
    text = json.dumps(value, ensure_ascii=False, allow_nan=False)
    assert repr(json.loads(text.encode())) == repr(value)
