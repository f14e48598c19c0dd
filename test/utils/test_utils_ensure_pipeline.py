"""Pipelines made as they are declared, with their objects and attachments."""

from __future__ import annotations

from typing import Any, Dict, Iterator, List

import pytest

import ubiops
from test.support.utils import before, called
from ubiops import utils
from ubiops.emulator import Emulator
from ubiops.utils import Change

Json = Dict[str, Any]


def fields(**types: str) -> List[Json]:
    return [{"name": name, "data_type": kind} for name, kind in types.items()]


def node(name: str, model: str, version: str = "v1") -> Json:
    return {"name": name, "reference_type": "model", "reference_name": model, "version": version}


def link(source: str, destination: str, *pairs: str) -> Json:
    """Return an attachment; pairs are written `source_field>destination_field`."""
    mapping = [dict(zip(("source_field_name", "destination_field_name"), pair.split(">"))) for pair in pairs]
    return {"source_name": source, "destination_name": destination, "mapping": mapping}


PIPELINE: Json = {"name": "p", "input_type": "structured", "input_fields": fields(x="int", y="int")}
OBJECTS = [node("one", "add"), node("two", "add")]
ATTACHMENTS = [link("pipeline_start", "one", "x>a", "y>b"), link("one", "two", "sum>a", "sum>b")]


@pytest.fixture(scope="module")
def running(emulator: Emulator) -> Emulator:
    """An emulator with models, none of them deployed."""
    api = emulator.core_api()
    with api.api_client:
        sides = {"input_type": "structured", "output_type": "structured"}
        added = {"input_fields": fields(a="int", b="int"), "output_fields": fields(sum="int")}
        for name in ("add", "multiply"):
            api.models_create("demo", {"name": name, **sides, **added})
            for version in ("v1", "v2"):
                api.model_versions_create("demo", name, {"version": version})
        api.models_create("demo", {"name": "shout", "input_type": "plain", "output_type": "plain"})
        api.model_versions_create("demo", "shout", {"version": "v1"})
    emulator.clear_requests()
    return emulator


@pytest.fixture
def api(running: Emulator) -> Iterator[ubiops.CoreApi]:
    """A client; the pipeline is removed after the test."""
    api = running.core_api()
    with api.api_client:
        yield api
        running.clear_faults()
        for pipeline in api.pipelines_list("demo"):
            api.pipelines_delete("demo", pipeline.name)
    running.clear_requests()


def shape(api: ubiops.CoreApi) -> Any:
    """Return objects with their versions, and attachments with their mappings."""
    objects = {each.name: f"{each.reference_name}/{each.version}" for each in api.pipeline_objects_list("demo", "p")}
    attachments = {
        f"{each.source_name} {each.destination_name}": " ".join(
            f"{pair.source_field_name}>{pair.destination_field_name}" for pair in each.mapping or ()
        )
        for each in api.pipeline_object_attachments_list("demo", "p")
    }
    return objects, attachments


MADE = ({"one": "add/v1", "two": "add/v1"}, {"pipeline_start one": "x>a y>b", "one two": "sum>a sum>b"})


def test_a_pipeline_is_created_then_left(running: Emulator, api: ubiops.CoreApi) -> None:
    planned = utils.ensure_pipeline(api, "demo", PIPELINE, OBJECTS, ATTACHMENTS, dry_run=True)
    assert (planned.action, planned.resource) == ("created", None)
    assert called(running) == ["pipelines_get"]
    made = utils.ensure_pipeline(api, "demo", PIPELINE, OBJECTS, ATTACHMENTS)
    assert made.changes == planned.changes
    assert [change.field for change in made.changes] == [
        *("name", "input_type", "input_fields", "objects.one", "objects.two"),
        *("attachments.pipeline_start -> one", "attachments.one -> two"),
    ]
    assert (made.action, made.resource) == ("created", api.pipelines_get("demo", "p"))
    assert shape(api) == MADE
    running.clear_requests()
    again = utils.ensure_pipeline(api, "demo", PIPELINE, OBJECTS, ATTACHMENTS, prune=True)
    assert (again.action, again.changes, again.resource) == ("unchanged", [], made.resource)
    assert called(running) == ["pipelines_get", "pipeline_objects_list", "pipeline_object_attachments_list"]


def test_instances_of_the_client_declare_the_same(api: ubiops.CoreApi) -> None:
    utils.ensure_pipeline(api, "demo", PIPELINE, OBJECTS, ATTACHMENTS)
    result = utils.ensure_pipeline(
        api,
        "demo",
        ubiops.PipelineCreate(
            name="p",
            input_type="structured",
            input_fields=[ubiops.PipelineInputFieldCreate(each, "int") for each in ("y", "x")],
        ),
        [ubiops.PipelineObjectCreate("one", "model", "add", "v1")],
        [
            ubiops.AttachmentsCreate(
                "pipeline_start",
                "one",
                [
                    ubiops.AttachmentFieldsCreate("y", destination_field_name="b"),
                    ubiops.AttachmentFieldsCreate("x", destination_field_name="a"),
                ],
            )
        ],
    )
    assert result.action == "unchanged"


def test_what_differs_is_changed(running: Emulator, api: ubiops.CoreApi) -> None:
    utils.ensure_pipeline(api, "demo", PIPELINE, OBJECTS, ATTACHMENTS)
    pipeline = {**PIPELINE, "description": "sums", "input_fields": fields(x="int", y="int", z="int")}
    objects = [node("one", "add", "v2"), node("three", "multiply")]
    attachments = [link("pipeline_start", "one", "x>a", "z>b"), link("one", "three", "sum>a", "sum>b")]
    planned = utils.ensure_pipeline(api, "demo", pipeline, objects, attachments, dry_run=True)
    assert shape(api) == MADE
    done = utils.ensure_pipeline(api, "demo", pipeline, objects, attachments)
    assert done.changes == planned.changes
    assert done.changes[0] == Change("input_fields", PIPELINE["input_fields"], pipeline["input_fields"])
    assert Change("objects.one.version", "v1", "v2") in done.changes
    assert [change.field for change in done.changes] == [
        *("input_fields", "description", "objects.one.version", "objects.three"),
        *("attachments.pipeline_start -> one", "attachments.one -> three"),
    ]
    assert (done.action, done.resource) == ("updated", api.pipelines_get("demo", "p"))
    assert shape(api) == (
        {"one": "add/v2", "two": "add/v1", "three": "multiply/v1"},
        {"one two": "sum>a sum>b", "pipeline_start one": "x>a z>b", "one three": "sum>a sum>b"},
    )
    assert utils.ensure_pipeline(api, "demo", pipeline, objects, attachments).action == "unchanged"


def test_what_is_not_declared_goes_when_asked_for(api: ubiops.CoreApi) -> None:
    utils.ensure_pipeline(api, "demo", PIPELINE, OBJECTS, ATTACHMENTS)
    objects, attachments = [node("two", "add")], [link("pipeline_start", "two", "x>a", "y>b")]
    done = utils.ensure_pipeline(api, "demo", PIPELINE, objects, attachments, prune=True)
    gone = [change.field for change in done.changes if change.new is None]
    assert gone == ["objects.one", "attachments.pipeline_start -> one", "attachments.one -> two"]
    assert shape(api) == ({"two": "add/v1"}, {"pipeline_start two": "x>a y>b"})


def test_a_pipeline_becomes_plain(api: ubiops.CoreApi) -> None:
    utils.ensure_pipeline(api, "demo", PIPELINE, OBJECTS, ATTACHMENTS)
    plain = {"name": "p", "input_type": "plain"}
    objects, attachments = [node("shout", "shout")], [{"source_name": "pipeline_start", "destination_name": "shout"}]
    utils.ensure_pipeline(api, "demo", plain, objects, attachments, prune=True)
    assert shape(api) == ({"shout": "shout/v1"}, {"pipeline_start shout": ""})
    assert utils.ensure_pipeline(api, "demo", plain, objects, attachments, prune=True).action == "unchanged"
    with pytest.raises(ubiops.ApiValueError, match="shout would get its data from pipeline_start and from again"):
        utils.ensure_pipeline(api, "demo", plain, [node("again", "shout")], [link("again", "shout")])
    utils.ensure_pipeline(api, "demo", PIPELINE, OBJECTS, ATTACHMENTS, prune=True)
    assert shape(api) == MADE


def test_an_object_cannot_refer_to_something_else(running: Emulator, api: ubiops.CoreApi) -> None:
    utils.ensure_pipeline(api, "demo", PIPELINE, OBJECTS, ATTACHMENTS)
    running.clear_requests()
    with pytest.raises(utils.UnchangeableException, match="object two in place: reference_name: 'add' -> 'multiply'"):
        utils.ensure_pipeline(api, "demo", {**PIPELINE, "description": "d"}, [OBJECTS[0], node("two", "multiply")])
    assert called(running) == ["pipelines_get", "pipeline_objects_list", "pipeline_object_attachments_list"]


@pytest.mark.parametrize(
    ("objects", "attachments", "text"),
    [
        ([*OBJECTS, OBJECTS[0]], [], "objects: the name one occurs more than once"),
        (OBJECTS, [ATTACHMENTS[0]] * 2, "attachments: the one from pipeline_start to one occurs more than once"),
        (OBJECTS, [link("zero", "one")], "source_name 'zero' is no object .* possible are pipeline_start, one, two"),
        (OBJECTS, [link("one", "pipeline_start")], "destination_name 'pipeline_start' is no .* possible are one, two"),
        ([], [link("pipeline_start", "one")], "destination_name 'one' is no object of .* possible are none"),
        (OBJECTS, [*ATTACHMENTS, link("two", "one", "sum>b")], "one.b would get its data from pipeline_start and from"),
        ([{**OBJECTS[0], "model": "m"}], [], "`PipelineObjectCreate` has no field model"),
    ],
)
def test_what_does_not_fit_together_is_refused(
    running: Emulator, api: ubiops.CoreApi, objects: Any, attachments: Any, text: str
) -> None:
    with pytest.raises(ubiops.ApiValueError, match=text):
        utils.ensure_pipeline(api, "demo", PIPELINE, objects, attachments)
    assert set(called(running)) <= {"pipelines_get"}


def test_what_does_not_fit_what_stays_is_refused(running: Emulator, api: ubiops.CoreApi) -> None:
    utils.ensure_pipeline(api, "demo", PIPELINE, OBJECTS, ATTACHMENTS)
    other = [link("pipeline_start", "two", "x>a", "y>b")]
    with pytest.raises(ubiops.ApiValueError, match=r"two.a would get its data from one and from pipeline_start.*prune"):
        utils.ensure_pipeline(api, "demo", PIPELINE, OBJECTS, other)
    assert shape(api) == MADE


def test_a_run_that_broke_is_gone_on_with(running: Emulator, api: ubiops.CoreApi) -> None:
    running.fail("status", "pipeline_object_attachments_create", count=1)
    with pytest.raises(ubiops.ServiceException):
        utils.ensure_pipeline(api, "demo", PIPELINE, OBJECTS, ATTACHMENTS)
    done = utils.ensure_pipeline(api, "demo", PIPELINE, OBJECTS, ATTACHMENTS)
    assert [change.field for change in done.changes] == ["attachments.pipeline_start -> one", "attachments.one -> two"]
    assert shape(api) == MADE


def test_what_somebody_else_creates_meanwhile_is_read_again(running: Emulator, api: ubiops.CoreApi) -> None:
    other = running.core_api()

    def make() -> None:
        utils.ensure_pipeline(other, "demo", PIPELINE, [node("one", "add", "v2")], [])

    with other.api_client:
        before(api, "POST", "/pipelines", make)
        done = utils.ensure_pipeline(api, "demo", PIPELINE, OBJECTS, ATTACHMENTS)
        assert (done.action, done.changes[0]) == ("updated", Change("objects.one.version", "v2", "v1"))
        assert shape(api) == MADE


@pytest.mark.parametrize("end", ["/objects", "/attachments"])
def test_inside_a_pipeline_too(running: Emulator, api: ubiops.CoreApi, end: str) -> None:
    other = running.core_api()
    with other.api_client:
        before(api, "POST", end, lambda: utils.ensure_pipeline(other, "demo", PIPELINE, OBJECTS, ATTACHMENTS))
        assert utils.ensure_pipeline(api, "demo", PIPELINE, OBJECTS, ATTACHMENTS).action == "created"
    assert shape(api) == MADE


def test_what_somebody_else_removes_meanwhile_is_gone(running: Emulator, api: ubiops.CoreApi) -> None:
    utils.ensure_pipeline(api, "demo", PIPELINE, OBJECTS, ATTACHMENTS)
    other = running.core_api()
    with other.api_client:
        before(api, "DELETE", "", lambda: utils.ensure_pipeline(other, "demo", PIPELINE, prune=True))
        assert len(utils.ensure_pipeline(api, "demo", PIPELINE, prune=True).changes) == 4
    assert shape(api) == ({}, {})


@pytest.mark.parametrize(
    ("pipeline", "attachments", "text"),
    [
        ({"name": "p", "input_type": "structured"}, [], "structured input needs at least one field"),
        (PIPELINE, [link("pipeline_start", "one", "x>a", "q>b")], "pipeline_start has no field 'q' to give"),
    ],
)
def test_what_the_service_refuses_is_raised(api: ubiops.CoreApi, pipeline: Json, attachments: Any, text: str) -> None:
    with pytest.raises(ubiops.BadRequestException, match=text):
        utils.ensure_pipeline(api, "demo", pipeline, OBJECTS, attachments)
