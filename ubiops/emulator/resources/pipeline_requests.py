"""Direct and batch requests to pipelines."""

from __future__ import annotations

import json
import sqlite3
from typing import Any, Dict, Mapping

from ..call import Call, Handler
from ..common.database import Row
from ..pipelines import Pipelines
from ..platform import Platform
from . import lookup
from .queued import Queued
from .requests import direct_request


def _request(call: Call) -> Dict[str, Any]:
    platform = call.platform
    with call.transaction() as db:
        pipeline = lookup.pipeline(db, call)
        platform.pipelines.check_ready(db, pipeline)
        platform.pipelines.check(db, pipeline, call.body)
    timeouts = {name: call.query[name] for name in ("pipeline_timeout", "model_timeout")}
    with direct_request(platform):
        outcome = platform.pipelines.run(pipeline["id"], call.body, **timeouts)
    return {
        "project": call.path["project_name"],
        "pipeline": pipeline["name"],
        "pipeline_request_id": outcome.request_id,
        "model_requests": [
            {
                "request_id": each.id,
                "pipeline_object": each.pipeline_object,
                "success": each.outcome.success,
                "request_data": each.data,
                "result": each.outcome.result,
                "error_message": each.outcome.error_message,
            }
            for each in outcome.model_requests
        ],
    }


class _Requests(Queued):
    def queue(self, platform: Platform) -> Pipelines:
        return platform.pipelines

    def owner(self, db: sqlite3.Connection, call: Call) -> Row:
        return lookup.pipeline(db, call)

    def check_ready(self, db: sqlite3.Connection, call: Call, owner: Row) -> None:
        call.platform.pipelines.check_ready(db, owner)

    def check(self, db: sqlite3.Connection, call: Call, owner: Row, data: Any) -> None:
        call.platform.pipelines.check(db, owner, data)

    def details(self, row: Row) -> Dict[str, Any]:
        return {"model_requests": json.loads(row["result"] or "null") or []}


_requests = _Requests(id_name="pipeline_request_id")

HANDLERS: Mapping[str, Handler] = {
    "pipelines_request": _request,
    "batch_pipeline_requests_create": _requests.create,
    "batch_pipeline_requests_list": _requests.list,
    "batch_pipeline_request_get": _requests.get,
    "batch_pipeline_request_delete": _requests.delete,
    "batch_pipeline_requests_batch_collect": _requests.collect,
    "batch_pipeline_requests_batch_delete": _requests.batch_delete,
}
