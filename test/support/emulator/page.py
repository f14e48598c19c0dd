"""What tests of the page look at: an emulator with something of each kind, and the text of its screens."""

from __future__ import annotations

from html.parser import HTMLParser
from typing import TYPE_CHECKING, Dict, List, Optional, Tuple

from test.support.emulator.client import DOUBLE, PROJECT, wait_until

if TYPE_CHECKING:
    from test.support.emulator.client import Client

FAILING = "class Model:\n    def request(self, data):\n        raise ValueError('too cold')"
HOSTILE = "<script>alert('1')</script>\"'&amp;<svg onload=alert(2)>"
FIELD = [{"source_field_name": "out", "destination_field_name": "in"}]


def quoted(client: Client, path: str = "") -> str:
    answer = client.raw("GET", path, {"Authorization": ""})
    assert answer.status == 200
    return str(answer.body.decode())


def fill(client: Client) -> str:
    """Make a model with a version that works, and a pipeline that uses it twice; return the path of the version."""
    version = client.model()
    client.deploy(version, DOUBLE.replace("return", "print('asked'); return"))
    pipeline = f"{PROJECT}/pipelines"
    fields = [{"name": "out", "data_type": "int"}]
    client("POST", pipeline, {"name": "line", "input_type": "structured", "input_fields": fields})
    for name in ("first", "second"):
        node = {"name": name, "reference_type": "model", "reference_name": "m", "version": "v"}
        assert client("POST", f"{pipeline}/line/objects", node).status == 201
    for source, destination in (("pipeline_start", "first"), ("first", "second")):
        link = {"source_name": source, "destination_name": destination, "mapping": FIELD}
        assert client("POST", f"{pipeline}/line/attachments", link).status == 201
    assert client("POST", f"{pipeline}/line/request", {"out": 1}).status == 200
    return version


def more(client: Client, version: str) -> None:
    """Add one of each kind of thing that a model and a pipeline do not need."""
    for place, name, secret in ((PROJECT, "KEY", True), (version, "LEVEL", False)):
        variable = {"name": name, "value": f"value-of-{name}", "secret": secret}
        assert client("POST", f"{place}/environment-variables", variable).status == 201
    schedule = {"object_type": "model", "object_name": "m", "version": "v", "request_data": {"in": 1}}
    assert (
        client("POST", f"{PROJECT}/schedules", {"name": "nightly", "schedule": "0 3 * * *", **schedule}).status == 201
    )
    client.blob("report.csv", b"1,2,3")
    for path, data in ((version, {"in": 4}), (f"{PROJECT}/pipelines/line", {"out": 5})):
        assert client("POST", f"{path}/request-batch", [data]).status == 200
        wait_until(lambda path=path: client("GET", f"{path}/request-batch?status=completed").body)  # type: ignore[misc]


class Text(HTMLParser):
    """Collects the text of a page, and the names of its elements and attributes."""

    def __init__(self, markup: str) -> None:
        super().__init__()
        self.text: List[str] = []
        self.elements: List[str] = []
        self.attributes: List[str] = []
        self._open: List[str] = []
        self._broken = False
        self.feed(markup)
        self.close()
        assert self._open == []

    def handle_starttag(self, tag: str, attrs: List[Tuple[str, Optional[str]]]) -> None:
        self.elements.append(tag)
        self._broken = tag == "wbr"
        self.attributes += [name for name, _ in attrs]
        if tag not in ("input", "meta", "link", "wbr"):
            self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop() == tag
        self._broken = False

    def handle_data(self, data: str) -> None:
        if self._open and self._open[-1] not in ("script", "style"):
            if self._broken:  # where a long word may be broken
                self.text[-1] += data
            else:
                self.text.append(data)


def fail(client: Client) -> None:
    """Let the pipeline go on to an object that fails, and to one that is not reached; send a request to each."""
    version = client.model("cold")
    client.deploy(version, FAILING)
    for name, model in (("freeze", "cold"), ("last", "m")):
        node: Dict[str, object] = {"name": name, "reference_type": "model", "reference_name": model, "version": "v"}
        assert client("POST", f"{PROJECT}/pipelines/line/objects", node).status == 201
    for source, destination in (("second", "freeze"), ("freeze", "last")):
        mapping = [{"source_field_name": "out", "destination_field_name": "in"}]
        link = {"source_name": source, "destination_name": destination, "mapping": mapping}
        assert client("POST", f"{PROJECT}/pipelines/line/attachments", link).status == 201
    assert not client("POST", f"{version}/request", {"in": 1}).body["success"]
    assert client("POST", f"{PROJECT}/pipelines/line/request", {"out": 3}).status == 200
