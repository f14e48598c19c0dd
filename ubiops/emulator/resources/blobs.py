"""Blobs."""

from __future__ import annotations

from typing import Any, Dict, List, Mapping

from ..call import Call, Download, Handler, Upload
from ..common.database import Row
from ..common.dates import micro, milli, parse
from . import lookup

_OLDEST_FIRST = (
    "SELECT * FROM blobs WHERE project_id = :project AND expires > :now"
    " AND creation_date >= :date ORDER BY creation_date, seq LIMIT :number"
)
_NEWEST_FIRST = (
    "SELECT * FROM blobs WHERE project_id = :project AND expires > :now"
    " AND creation_date <= :date ORDER BY creation_date DESC, seq DESC LIMIT :number"
)
_FIRST, _LAST = "", "9999-12-31T23:59:59.999999Z"  # before and after all dates


def _to_json(row: Row) -> Dict[str, Any]:
    return {
        "id": row["id"],
        "creation_date": milli(row["creation_date"]),
        "filename": row["filename"],
        "size": row["size"],
        "ttl": row["ttl"],
    }


def _create(call: Call) -> Dict[str, Any]:
    upload: Upload = call.body
    return _to_json(
        call.platform.blobs.add(lookup.project(call)["id"], upload.path, upload.filename, call.headers["blob-ttl"])
    )


def _list(call: Call) -> List[Dict[str, Any]]:
    number, date = call.query["range"], call.query.get("creation_date")
    end = _FIRST if number > 0 else _LAST
    values = {"number": abs(number), "date": end if date is None else micro(parse(date, "creation_date"))}
    with call.transaction() as db:
        values.update(project=lookup.project(call)["id"], now=call.now)
        return [_to_json(row) for row in db.execute(_OLDEST_FIRST if number > 0 else _NEWEST_FIRST, values)]


def _get(call: Call) -> Download:
    with call.transaction() as db:
        blob = call.platform.blobs.get(db, lookup.project(call)["id"], call.path["blob_id"])
    return Download(call.platform.blobs.path(blob["id"]), blob["filename"])


def _delete(call: Call) -> None:
    call.platform.blobs.delete(lookup.project(call)["id"], call.path["blob_id"])


HANDLERS: Mapping[str, Handler] = {
    "blobs_create": _create,
    "blobs_list": _list,
    "blobs_get": _get,
    "blobs_delete": _delete,
}
