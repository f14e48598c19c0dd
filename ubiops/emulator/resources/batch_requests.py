"""Batch requests to versions."""

from __future__ import annotations

import json
import sqlite3
from typing import Any, Dict, Mapping

from ..call import Call, Handler
from ..common.database import Row
from ..platform import Platform
from ..serving.batches import Batches
from . import lookup
from .queued import Queued


class _Requests(Queued):
    def queue(self, platform: Platform) -> Batches:
        return platform.batches

    def owner(self, db: sqlite3.Connection, call: Call) -> Row:
        return lookup.version(db, call)

    def check_ready(self, db: sqlite3.Connection, call: Call, owner: Row) -> None:
        call.platform.execution.check_ready(db, owner)

    def check(self, db: sqlite3.Connection, call: Call, owner: Row, data: Any) -> None:
        call.platform.execution.check(db, owner, data)

    def details(self, row: Row) -> Dict[str, Any]:
        return {"result": json.loads(row["result"] or "null")}


_requests = _Requests(id_name="request_id")

HANDLERS: Mapping[str, Handler] = {
    "batch_model_requests_create": _requests.create,
    "batch_model_requests_list": _requests.list,
    "batch_model_requests_get": _requests.get,
    "batch_model_requests_delete": _requests.delete,
    "batch_model_requests_batch_collect": _requests.collect,
    "batch_model_requests_batch_delete": _requests.batch_delete,
}
