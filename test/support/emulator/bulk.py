"""What bulk runs are tested with: a model, rows for it, and what the emulator has of them in the end."""

from __future__ import annotations

import time
from typing import Any, Dict, Iterator, List

from test.support.emulator.client import zipped
from ubiops import CoreApi
from ubiops.emulator import Emulator

PLACE = ("demo", "double", "v1")
MODEL = """
import os, time

class Model:
    def __init__(self, base_directory, context):
        pass

    def request(self, data):
        if data["in"] < 0:
            raise ValueError("negative")
        while data["gate"] and not os.path.exists(data["gate"]):
            time.sleep(0.005)
        return {"out": data["in"] * 2}
"""

COUNT = 200
# Prints each row as it is done. What is unknown is told, and sent again in the same run. With an argument it does
# something else after the first row.
PROGRAM = f"""
import sys, time
import ubiops
from ubiops import utils

def predict(api, unknown):
    rows = ({{"in": number, "gate": ""}} for number in range({COUNT}))
    return utils.predict_many(api, *{PLACE!r}, rows, checkpoint="run", chunk_size=10, max_in_flight=4, unknown=unknown)

with ubiops.ApiClient() as client:
    api = ubiops.CoreApi(client)
    try:
        outcomes = predict(api, "raise")
        first = next(outcomes)
    except utils.UnknownFateException as error:
        for chunk in error.chunks:
            print("unknown", *chunk, flush=True)
        outcomes = predict(api, "resend")
        first = next(outcomes)
    print("done", first.index, first.result["out"], flush=True)
    if len(sys.argv) > 1:
        time.sleep(60)
    for each in outcomes:
        print("done", each.index, each.result["out"], flush=True)
"""


def deploy(api: CoreApi) -> None:
    """Put the model into service: it doubles numbers, fails with negative ones, and waits for the file at its gate."""
    inputs = [{"name": "in", "data_type": "int"}, {"name": "gate", "data_type": "string"}]
    outputs = [{"name": "out", "data_type": "int"}]
    shape = {"input_type": "structured", "output_type": "structured", "input_fields": inputs, "output_fields": outputs}
    api.models_create("demo", {"name": "double", **shape})
    api.model_versions_create("demo", "double", {"version": "v1", "maximum_instances": 2})
    api.model_versions_file_upload(*PLACE, file=zipped(MODEL))
    while api.model_versions_get(*PLACE).status != "available":
        time.sleep(0.02)


def row(number: Any, gate: str = "") -> Dict[str, Any]:
    """Return a row."""
    return {"in": number, "gate": gate}


def rows(count: int) -> Iterator[Dict[str, Any]]:
    """Yield rows."""
    return (row(number) for number in range(count))


def arrived(api: CoreApi) -> List[int]:
    """Return the numbers of the requests that the service has taken, each as often as it was."""
    numbers: List[int] = []
    while True:
        found = api.batch_model_requests_list(*PLACE, limit=250, offset=len(numbers), sort="asc")
        if not found:
            return sorted(numbers)
        ids = [each.id for each in found]
        numbers += [each.request_data["in"] for each in api.batch_model_requests_batch_collect(*PLACE, ids)]


def forget(api: CoreApi) -> None:
    """Remove all requests."""
    while True:
        found = api.batch_model_requests_list(*PLACE, limit=250)
        if not found:
            return
        api.batch_model_requests_batch_delete(*PLACE, [each.id for each in found])


def calls(emulator: Emulator, operation: str) -> int:
    """Return how many of the latest calls were of an operation."""
    return sum(request.operation == operation for request in emulator.requests)
