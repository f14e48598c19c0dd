"""Tables of BigQuery for tests, as far as rows are added to them."""

from __future__ import annotations

import datetime
import re
from typing import Any, Callable, Dict, List, Mapping, Sequence, Tuple

Column = Mapping[str, str]


class Tables:
    """The tables of a project.

    Args:
        project: its id.

    Attributes:
        rows: what has been added to the table `dataset.table`.
        ids: the ids of all rows that were sent.
    """

    def __init__(self, project: str) -> None:
        self._project = project
        self._columns: Dict[str, Sequence[Column]] = {}
        self.rows: Dict[str, List[Dict[str, Any]]] = {}
        self.ids: List[str] = []

    def clear(self) -> None:
        """Forget all tables."""
        for each in (self._columns, self.rows, self.ids):
            each.clear()

    def make(self, columns: str, name: str = "d.t") -> None:
        """Make a table with columns such as `a INTEGER, b STRING REPEATED`."""
        words = [[*column.split(), "NULLABLE"] for column in columns.split(",")]
        self._columns[name] = [{"name": name, "type": kind, "mode": mode} for name, kind, mode, *_ in words]
        self.rows[name] = []

    def answer(self, method: str, place: Mapping[str, str], body: Any) -> Tuple[int, Any]:
        """Return a status, and what it is about."""
        name = f"{place['datasetId']}.{place['tableId']}"
        if place["projectId"] != self._project or name not in self._columns:
            message = f"Not found: Table {place['projectId']}:{name}"
            return 404, {"error": {"code": 404, "message": message, "errors": [{"reason": "notFound"}]}}
        if method == "bigquery.tables.get":
            reference = {key: place[key] for key in ("projectId", "datasetId", "tableId")}
            return 200, {"tableReference": reference, "schema": {"fields": self._columns[name]}}
        assert method == "bigquery.tabledata.insertAll", method
        errors = []
        made = []
        for index, row in enumerate(body["rows"]):
            self.ids.append(row["insertId"])
            stored, wrong = _stored(self._columns[name], row["json"])
            made.append(stored)
            if wrong:
                errors.append({"index": index, "errors": wrong})
        if not errors:
            self.rows[name] += made
        return 200, {"kind": "bigquery#tableDataInsertAllResponse", **({"insertErrors": errors} if errors else {})}


def _stored(columns: Sequence[Column], row: Mapping[str, Any]) -> Tuple[Dict[str, Any], List[Dict[str, str]]]:
    """Return a row as it is stored, and what is wrong with it."""
    known = {column["name"].lower(): column for column in columns}
    made: Dict[str, Any] = {}
    wrong: Dict[str, str] = {}
    for name, value in row.items():
        column = known.pop(name.lower(), None)
        if column is None:
            wrong[name] = f"no such field: {name}."
        elif isinstance(value, list) != (column["mode"] == "REPEATED"):
            wrong[name] = "an array, or none, is needed"
        else:
            convert = _KINDS[column["type"]]
            try:
                made[column["name"]] = [convert(each) for each in value] if isinstance(value, list) else convert(value)
            except (ValueError, TypeError):
                wrong[name] = f"Cannot convert value to {column['type'].lower()}: {value}"
    for column in known.values():
        if column["mode"] == "REQUIRED":
            wrong[column["name"]] = "Missing required field"
    return made, [{"reason": "invalid", "location": name, "message": text} for name, text in wrong.items()]


def _integer(value: Any) -> int:
    number = int(value)
    if isinstance(value, bool) or number != float(value) or not -(2**63) <= number < 2**63:
        raise ValueError(value)
    return number


def _number(value: Any) -> float:
    if isinstance(value, bool):
        raise ValueError(value)
    return float(value)


def _boolean(value: Any) -> bool:
    if str(value).lower() not in ("true", "false"):
        raise ValueError(value)
    return str(value).lower() == "true"


def _timestamp(value: Any) -> float:
    if isinstance(value, (int, float)):
        return value
    moment = re.sub(r"[Zz]$", "+00:00", value)
    return datetime.datetime.fromisoformat(moment).timestamp()


_KINDS: Mapping[str, Callable[[Any], Any]] = {
    "INTEGER": _integer,
    "FLOAT": _number,
    "NUMERIC": _number,
    "BOOLEAN": _boolean,
    "STRING": str,
    "TIMESTAMP": _timestamp,
    "DATE": lambda value: datetime.date.fromisoformat(value).isoformat(),
}
