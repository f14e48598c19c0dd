"""What the calls of the soak find in the emulator, and the faults that happen to them."""

import json
from typing import Any, Dict, List, Optional

import urllib3

from test.support.emulator.client import zipped
from ubiops import CoreApi, utils

PLACE = ("demo", "double", "v1")
MODEL = """
import os

class Model:
    def __init__(self, base_directory, context):
        self.executed = os.open({path!r}, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)

    def request(self, data):
        os.write(self.executed, b"%d\\n" % data["in"])
        print("request", data["in"])
        return {{"out": data["in"] * 2}}
"""
FAULTS: List[Dict[str, Any]] = [
    {"kind": "status", "status": 500, "probability": 0.005},
    {"kind": "status", "status": 503, "probability": 0.005},
    {"kind": "status", "status": 503, "retry_after": 0, "probability": 0.005},
    {"kind": "status", "status": 429, "retry_after": 0, "probability": 0.005},
    {"kind": "reset", "probability": 0.0075},
    {"kind": "truncate", "probability": 0.0075},
    {"kind": "latency", "seconds": 0.1, "probability": 0.005},
]
"""With what the proxy cuts, 5 % of all calls."""

UNDISTURBED = "[!r]*"  # those of roles, which are timed


def furnish(api: CoreApi, executed: str) -> None:
    """Make a model that writes its numbers into a file and doubles them, and a pipeline through it."""
    field = [{"name": "in", "data_type": "int"}]
    out = [{"name": "out", "data_type": "int"}]
    shape = {"input_type": "structured", "output_type": "structured", "input_fields": field, "output_fields": out}
    api.models_create("demo", {"name": PLACE[1], **shape})
    api.model_versions_create(*PLACE[:2], {"version": PLACE[2], "maximum_instances": 2})
    api.model_versions_file_upload(*PLACE, file=zipped(MODEL.format(path=executed)))
    utils.wait_for_model_version(api, *PLACE)
    api.pipelines_create("demo", {"name": "line", "input_type": "structured", "input_fields": field})
    step = {"name": "step", "reference_type": "model", "reference_name": PLACE[1], "version": PLACE[2]}
    api.pipeline_objects_create("demo", "line", step)
    mapping = [{"source_field_name": "in", "destination_field_name": "in"}]
    link = {"source_name": "pipeline_start", "destination_name": "step", "mapping": mapping}
    api.pipeline_object_attachments_create("demo", "line", link)


class Faults:
    """The faults of an emulator, by its controls."""

    def __init__(self, host: str, token: str) -> None:
        self._url = host.replace("/v2.1", "/_emulator/faults")
        self._token = token

    def begin(self) -> None:
        """Let calls go wrong from now on."""
        for fault in FAULTS:
            self._call("POST", json.dumps({"operation": UNDISTURBED, **fault}))

    def end(self) -> int:
        """Let all go well again; return how many faults there were."""
        hits: int = sum(fault["hits"] for fault in json.loads(self._call("GET")))
        self._call("DELETE")
        return hits

    def _call(self, method: str, body: Optional[str] = None) -> bytes:
        with urllib3.PoolManager() as http:
            headers = {"Authorization": self._token, "Content-Type": "application/json"}
            response = http.request(method, self._url, headers=headers, body=body)
            assert response.status < 300, response.data
            return bytes(response.data)
