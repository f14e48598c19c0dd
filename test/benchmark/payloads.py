"""The bodies that travel, in the shapes of the reference."""

import json
from typing import Any, Dict

VERSION_COUNT = 500

_MODEL: Dict[str, Any] = {
    "id": "903ccd12-81d1-46e1-9ac9-b9d70af118de",
    "name": "model-1",
    "project": "demo",
    "description": "Predicts the price of a house from its size, its age and its distance to the nearest station.",
    "input_type": "structured",
    "output_type": "structured",
    "input_fields": [{"name": "size", "data_type": "double"}, {"name": "age", "data_type": "int"}],
    "output_fields": [{"name": "price", "data_type": "double"}],
    "creation_date": "2020-06-18T08:32:14.876451Z",
    "last_updated": "2020-06-19T10:52:23.124784Z",
    "number_of_versions": 2,
}


def _version(number: int) -> Dict[str, Any]:
    # Every row differs, so that no cache of dates or strings flatters a decoder.
    minute, second = divmod(number, 60)
    return {
        "id": f"4ae7d14b-4803-4e16-b96d-{number:012x}",
        "model": "model-1",
        "version": f"version-{number}",
        "description": f"Trained in run {number} on the sales of two years, with outliers removed and prices scaled.",
        "language": "python3.7",
        "status": "available",
        "error_message": None,
        "memory_allocation": 512,
        "maximum_instances": 4,
        "minimum_instances": number % 2,
        "maximum_idle_time": 300,
        "creation_date": f"2020-06-18T08:{minute:02}:{second:02}.{876451 - number}Z",
        "last_updated": f"2020-06-19T10:{minute:02}:{second:02}.{124784 + number}Z",
        "file_last_updated": f"2020-06-20T12:{minute:02}:{second:02}.{423511 + number}Z",
    }


def _compact(data: Any) -> str:
    return json.dumps(data, separators=(",", ":"))


MODEL = _compact(_MODEL)
VERSIONS = _compact([_version(number) for number in range(VERSION_COUNT)])
NEWER_VERSIONS = _compact([{**_version(number), "labels_version": number} for number in range(VERSION_COUNT)])
"""From a server that tells more than the client knows."""
SUCCESS = _compact({"success": True})
