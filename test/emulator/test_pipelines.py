"""Pipelines, their objects and attachments: what is kept, and what is refused. No model runs here."""

from __future__ import annotations

import re
import uuid
from typing import TYPE_CHECKING, Any, Dict, Iterator, List, Tuple

import pytest

import ubiops
from test.support.emulator.client import PROJECT, connected
from test.support.emulator.pipelines import CALCULATE_INPUTS, add_model, attach, build, fields, make_pipeline
from ubiops.emulator import Emulator

if TYPE_CHECKING:
    from test.support.emulator.client import Client

MICROSECONDS = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z")
PIPELINES = f"{PROJECT}/pipelines"
INPUTS = [("code", "string"), ("x", "int"), ("file", "blob"), ("ratio", "double")]


@pytest.fixture(scope="module")
def models() -> Iterator[Client]:
    """A client of an emulator with models, none of them deployed."""
    with Emulator() as emulator:
        for client in connected(emulator):
            client.model("calculate", CALCULATE_INPUTS, [("out", "int")])
            client("POST", f"{PROJECT}/models/calculate/versions", {"version": "v2"})
            client.model("add", [("a", "int"), ("b", "int")], [("sum", "int")])
            client.model("shout", None, None)
            client.model("copy", [("file", "blob")], [("file", "blob")])
            client.model("count", [("n", "int")], None)
            yield client


@pytest.fixture
def pipeline(models: Client) -> Iterator[Tuple[Client, str]]:
    """A structured pipeline, removed after the test."""
    path = make_pipeline(models, INPUTS)
    yield models, path
    models("DELETE", path)


def refused(answer: Any, *texts: str) -> None:
    assert answer.status == 400, answer
    for text in texts:
        assert text in answer.error


def test_the_life_of_a_pipeline(models: Client) -> None:
    body = {"name": "life", "input_type": "structured", "input_fields": fields(INPUTS), "description": "d"}
    created = models("POST", PIPELINES, body)
    assert created.status == 201
    shown = created.body
    assert uuid.UUID(shown["id"])
    assert MICROSECONDS.fullmatch(shown["creation_date"])
    assert shown["last_updated"] == shown["creation_date"]
    assert {**shown, **body, "project": "demo"} == shown
    assert models("GET", f"{PIPELINES}/life").body == shown
    assert shown in models("GET", PIPELINES).body
    assert models("DELETE", f"{PIPELINES}/life").status == 204
    for verb in ("GET", "DELETE"):
        answer = models(verb, f"{PIPELINES}/life")
        assert (answer.status, answer.error) == (404, "No pipeline 'life'")
    assert models("PATCH", f"{PIPELINES}/life", {"name": "x"}).status == 404


def test_a_plain_pipeline_has_no_fields(models: Client) -> None:
    shown = models("POST", PIPELINES, {"name": "plain", "input_type": "plain"}).body
    assert (shown["input_fields"], shown["description"]) == ([], "")
    assert models("DELETE", f"{PIPELINES}/plain").status == 204


@pytest.mark.parametrize(
    ("change", "complaint"),
    [
        ({"name": ...}, "name: is required"),
        ({"name": "a/b"}, "name: may not"),
        ({"name": "x" * 65}, "name: must have at most 64 characters"),
        ({"name": "p"}, "name: a pipeline called 'p' exists already"),
        ({"description": "x" * 201}, "description: must have at most 200 characters"),
        ({"input_type": ...}, "input_type: is required"),
        ({"input_type": "blob"}, "input_type: must be structured or plain, not blob"),
        ({"input_type": "plain"}, "input_fields: must be empty or left out for plain input"),
        ({"input_fields": []}, "input_fields: structured input needs at least one field"),
        ({"input_fields": ...}, "input_fields: structured input needs at least one field"),
        ({"input_fields": fields([("a", "int"), ("a", "int")])}, "input_fields: the name a occurs more than once"),
        ({"input_fields": fields([("a", "date")])}, "input_fields[0].data_type: must be one of int"),
        ({"labels": {}}, "labels: is unknown"),
    ],
)
def test_pipelines_that_cannot_be(pipeline: Tuple[Client, str], change: Dict[str, Any], complaint: str) -> None:
    client, _ = pipeline
    body: Dict[str, Any] = {"name": "new", "input_type": "structured", "input_fields": fields(INPUTS), **change}
    body = {key: value for key, value in body.items() if value is not ...}
    refused(client("POST", PIPELINES, body), complaint)


def test_a_change_keeps_what_it_does_not_name(pipeline: Tuple[Client, str]) -> None:
    client, path = pipeline
    before = client("GET", path).body
    after = client("PATCH", path, {"description": "new"}).body
    assert after == {**before, "description": "new", "last_updated": after["last_updated"]}
    assert after["last_updated"] > before["last_updated"]
    renamed = client("PATCH", path, {"name": "other"})
    assert (renamed.status, renamed.body["name"]) == (200, "other")
    assert client("GET", path).status == 404
    other = f"{PIPELINES}/other"
    assert client("PATCH", other, {"input_type": "structured"}).body["input_fields"] == fields(INPUTS)
    plain = client("PATCH", other, {"input_type": "plain"}).body
    assert (plain["input_type"], plain["input_fields"]) == ("plain", [])
    refused(client("PATCH", other, {"input_type": "structured"}), "input_fields: structured input needs")
    refused(client("PATCH", other, {"input_fields": fields(INPUTS)}), "must be empty or left out for plain")
    body = {"input_type": "structured", "input_fields": fields(INPUTS[:1])}
    assert client("PATCH", other, body).body["input_fields"] == fields(INPUTS[:1])
    make_pipeline(client, None, "taken")
    refused(client("PATCH", other, {"name": "taken"}), "name: a pipeline called 'taken' exists already")
    assert client("DELETE", f"{PIPELINES}/taken").status == 204
    assert client("PATCH", other, {"name": "p"}).status == 200


def test_a_pipeline_takes_its_objects_and_attachments_along(models: Client) -> None:
    path = make_pipeline(models, INPUTS)
    build(models, path, {"a": "calculate"}, "pipeline_start a code>code x>x")
    assert models("DELETE", path).status == 204
    make_pipeline(models, INPUTS)
    assert models("GET", f"{path}/objects").body == []
    assert models("GET", f"{path}/attachments").body == []
    assert models("DELETE", path).status == 204


def test_the_life_of_an_object(pipeline: Tuple[Client, str]) -> None:
    client, path = pipeline
    shown = add_model(client, path, "a", "calculate").body
    assert uuid.UUID(shown.pop("id"))
    assert shown == {
        "name": "a",
        "reference_type": "model",
        "reference_name": "calculate",
        "version": "v",
        "input_type": "structured",
        "output_type": "structured",
        "input_fields": fields(CALCULATE_INPUTS),
        "output_fields": fields([("out", "int")]),
    }
    add_model(client, path, "b", "shout")
    assert [each["name"] for each in client("GET", f"{path}/objects").body] == ["a", "b"]
    changed = client("PATCH", f"{path}/objects/a", {"name": "c", "version": "v2"})
    assert changed.status == 200
    assert changed.body == {**client("GET", f"{path}/objects/c").body, "name": "c", "version": "v2"}
    assert client("DELETE", f"{path}/objects/c").status == 204
    for name in ("a", "c", "pipeline_start"):
        for verb in ("GET", "DELETE"):
            answer = client(verb, f"{path}/objects/{name}")
            assert (answer.status, answer.error) == (404, f"No pipeline object {name!r}")


@pytest.mark.parametrize(
    ("change", "complaint"),
    [
        ({"name": "pipeline_start"}, "name: pipeline_start is reserved"),
        ({"name": "a"}, "name: a pipeline object called 'a' exists already"),
        ({"name": ".."}, "name: may not be"),
        ({"reference_type": "pipeline"}, "reference_type: must be one of model, connector"),
        ({"reference_name": "nothing"}, "reference_name: the project has no model 'nothing'"),
        ({"reference_type": "connector"}, "reference_name: the project has no connector 'calculate'"),
        ({"version": ...}, "version: is required for a model"),
        ({"version": "v9"}, "version: the model calculate has no version 'v9'"),
    ],
)
def test_objects_that_cannot_be(pipeline: Tuple[Client, str], change: Dict[str, Any], complaint: str) -> None:
    client, path = pipeline
    add_model(client, path, "a", "calculate")
    body = {"name": "new", "reference_type": "model", "reference_name": "calculate", "version": "v", **change}
    refused(client("POST", f"{path}/objects", {k: v for k, v in body.items() if v is not ...}), complaint)
    assert len(client("GET", f"{path}/objects").body) == 1


def test_an_object_keeps_referring_to_its_model(pipeline: Tuple[Client, str]) -> None:
    client, path = pipeline
    before = add_model(client, path, "a", "calculate").body
    add_model(client, path, "b", "add")
    for change, complaint in (
        ({"reference_name": "add"}, "reference_name: cannot be changed from calculate"),
        ({"reference_type": "connector"}, "reference_type: cannot be changed from model"),
        ({"version": "v9"}, "version: the model calculate has no version 'v9'"),
        ({"name": "b"}, "name: a pipeline object called 'b' exists already"),
        ({"name": "pipeline_start"}, "name: pipeline_start is reserved"),
        ({"other": 1}, "other: is unknown"),
    ):
        refused(client("PATCH", f"{path}/objects/a", change), complaint)
    same = {"name": "a", "reference_type": "model", "reference_name": "calculate", "version": "v"}
    assert client("PATCH", f"{path}/objects/a", same).body == before


def test_the_life_of_an_attachment(pipeline: Tuple[Client, str]) -> None:
    client, path = pipeline
    build(client, path, {"a": "calculate", "b": "add"})
    created = attach(client, path, "pipeline_start", "a", "code>code", "x>x")
    assert created.status == 201
    shown = created.body
    assert shown["id"]
    assert (shown["source_name"], shown["destination_name"]) == ("pipeline_start", "a")
    assert shown["mapping"][1] == {"source_field_name": "x", "destination_field_name": "x"}
    other = attach(client, path, "a", "b", "out>a", "out>b").body
    assert client("GET", f"{path}/attachments").body == [shown, other]
    assert client("GET", f"{path}/objects/pipeline_start/attachments/").body == [shown]
    assert client("GET", f"{path}/objects/a/attachments").body == [other]
    assert client("GET", f"{path}/objects/b/attachments").body == []
    assert client("GET", f"{path}/objects/a/attachments/b").body == other
    assert client("GET", f"{path}/objects/nothing/attachments").status == 404
    # A new name of an object is its name in attachments as well.
    client("PATCH", f"{path}/objects/a", {"name": "c"})
    assert client("GET", f"{path}/objects/c/attachments/b").body == {**other, "source_name": "c"}
    assert client("DELETE", f"{path}/objects/c/attachments/b").status == 204
    for verb in ("GET", "DELETE"):
        answer = client(verb, f"{path}/objects/c/attachments/b")
        assert (answer.status, answer.error) == (404, "No attachment from 'c' to 'b'")
    assert len(client("GET", f"{path}/objects").body) == 2


def test_an_object_takes_its_attachments_along(pipeline: Tuple[Client, str]) -> None:
    client, path = pipeline
    build(client, path, {"a": "calculate", "b": "add"}, "pipeline_start a code>code x>x", "a b out>a out>b")
    assert client("DELETE", f"{path}/objects/a").status == 204
    assert client("GET", f"{path}/attachments").body == []
    assert client("GET", f"{PROJECT}/models/calculate/versions/v").status == 200


@pytest.mark.parametrize(
    ("attachment", "complaint"),
    [
        (
            "nothing add out>a",
            "source_name: the pipeline has no object 'nothing'; its objects are pipeline_start, calc",
        ),
        ("calc nothing out>a", "destination_name: the pipeline has no object 'nothing'"),
        ("calc pipeline_start out>x", "destination_name: pipeline_start can only be a source"),
        ("pipeline_start pipeline_start x>x", "destination_name: pipeline_start can only be a source"),
        ("pipeline_start calc code>code x>x", "destination_name: calc is attached to pipeline_start already"),
        ("calc calc out>x", "destination_name: the attachment would close a cycle: calc -> calc"),
        ("calc add", "mapping: add needs its input fields mapped: a, b"),
        ("calc add nothing>a", "mapping[0].source_field_name: calc has no field 'nothing' to give; its fields are out"),
        ("pipeline_start add y>a", "pipeline_start has no field 'y' to give; its fields are code, x, file, ratio"),
        ("calc add out>a out>c", "mapping[1].destination_field_name: add has no input field 'c'; its fields are a, b"),
        (
            "pipeline_start add ratio>a",
            "mapping[0]: the data types differ: ratio of pipeline_start is double, a of add",
        ),
        ("calc add out>a out>a", "mapping[1].destination_field_name: a of add gets its value from calc already"),
        ("pipeline_start shout", "destination_name: shout takes plain data, but pipeline_start puts out structured"),
        ("shout calc out>x", "destination_name: calc takes structured data, but shout puts out plain data"),
        ("count shout n>n", "mapping: must be empty or left out for plain data"),
    ],
)
def test_attachments_that_cannot_be(pipeline: Tuple[Client, str], attachment: str, complaint: str) -> None:
    client, path = pipeline
    objects = {"calc": "calculate", "add": "add", "shout": "shout", "count": "count"}
    build(client, path, objects, "pipeline_start calc code>code x>x")
    refused(attach(client, path, *attachment.split()), complaint)
    assert len(client("GET", f"{path}/attachments").body) == 1


def test_a_cycle_is_refused_and_named(pipeline: Tuple[Client, str]) -> None:
    client, path = pipeline
    build(
        client,
        path,
        {"a": "add", "b": "add", "c": "add", "d": "add"},
        "pipeline_start a x>a",
        "a b sum>a sum>b",
        "b c sum>a sum>b",
        "b d sum>a sum>b",
    )
    answer = attach(client, path, "c", "a", "sum>b")
    refused(answer, "destination_name: the attachment would close a cycle: c -> a -> b -> c")
    assert attach(client, path, "pipeline_start", "a", "x>b").status == 400  # attached already


def test_a_field_gets_its_value_once(pipeline: Tuple[Client, str]) -> None:
    client, path = pipeline
    build(client, path, {"a": "add", "b": "add", "c": "add"}, "pipeline_start a x>a x>b", "a c sum>a")
    refused(attach(client, path, "pipeline_start", "c", "x>a", "x>b"), "mapping[0]", "gets its value from a already")
    assert attach(client, path, "pipeline_start", "c", "x>b").status == 201
    plain = make_pipeline(client, None, "plain")
    build(client, plain, {"a": "shout", "b": "shout"}, "pipeline_start a", "a b")
    refused(attach(client, plain, "pipeline_start", "b"), "b takes plain data, and gets it from a already")
    assert client("DELETE", plain).status == 204


def test_new_fields_must_suit_the_attachments(pipeline: Tuple[Client, str]) -> None:
    client, path = pipeline
    build(client, path, {"a": "calculate"}, "pipeline_start a code>code x>x")
    for body in (
        {"input_type": "plain"},
        {"input_fields": fields([("code", "string")])},
        {"input_fields": fields([("code", "string"), ("x", "double")])},
    ):
        answer = client("PATCH", path, body)
        refused(answer, "input_fields: the attachment from pipeline_start to a of the pipeline p would not fit")
    assert client("PATCH", path, {"input_fields": fields([*CALCULATE_INPUTS, ("z", "int")])}).status == 200


def test_what_a_pipeline_uses_cannot_be_deleted(pipeline: Tuple[Client, str]) -> None:
    client, path = pipeline
    add_model(client, path, "a", "calculate", "v2")
    model = f"{PROJECT}/models/calculate"
    refused(client("DELETE", f"{model}/versions/v2"), "The version is in use: the object a of the pipeline p refers")
    refused(client("DELETE", model), "The model is in use: the object a of the pipeline p refers to it")
    client("POST", f"{model}/versions", {"version": "unused"})
    assert client("DELETE", f"{model}/versions/unused").status == 204
    assert client("DELETE", f"{path}/objects/a").status == 204
    assert client("DELETE", f"{model}/versions/v2").status == 204
    client("POST", f"{model}/versions", {"version": "v2"})


def test_an_incomplete_pipeline_takes_no_requests(pipeline: Tuple[Client, str]) -> None:
    client, path = pipeline
    data = {"code": "x", "x": 1, "ratio": 0.5, "file": client.blob("f", b"")}

    def complaint() -> str:
        for where, body in (("request", data), ("request-batch", [data])):
            refused(answer := client("POST", f"{path}/{where}", body), "The pipeline is not complete: ")
        return answer.error.split(": ", 1)[1]

    assert complaint() == "nothing is attached to pipeline_start"
    build(client, path, {"a": "calculate", "b": "add", "unused": "add"}, "pipeline_start a x>x")
    assert complaint() == "no attachment maps the input fields code of the object a"
    client("DELETE", f"{path}/objects/pipeline_start/attachments/a")
    build(client, path, {}, "pipeline_start a x>x code>code", "pipeline_start b x>a")
    assert complaint() == "no attachment maps the input fields b of the object b"
    client("DELETE", f"{path}/objects/pipeline_start/attachments/b")
    build(client, path, {"c": "add"}, "a c out>a", "b c sum>b")
    assert complaint() == "the object b is a source, but gets no data itself"


def cli_update(api: Any, name: str, objects: List[Dict[str, Any]], attachments: List[Any]) -> None:
    """Do what `ubiops pipelines update -f` does."""
    project = "demo"
    for each in api.pipeline_object_attachments_list(project, name):
        api.pipeline_object_attachments_delete(project, each.destination_name, name, each.source_name)
    kept = []
    for present in api.pipeline_objects_list(project, name):
        wanted = [each for each in objects if each["name"] == present.name]
        if wanted:
            api.pipeline_objects_update(project, present.name, name, ubiops.PipelineObjectCreate(**wanted[0]))
            kept.append(present.name)
        else:
            api.pipeline_objects_delete(project, present.name, name)
    for each in objects:
        if each["name"] not in kept:
            api.pipeline_objects_create(project, name, ubiops.PipelineObjectCreate(**each))
    input_fields = [ubiops.PipelineInputFieldCreate(name=field, data_type=kind) for field, kind in INPUTS[:2]]
    body = ubiops.PipelineCreate(name="renamed", description=None, input_type="structured", input_fields=input_fields)
    with pytest.raises(ubiops.exceptions.ApiException) as caught:
        api.pipelines_get(project, "renamed")
    assert caught.value.status == 404
    api.pipelines_update(project, name, body)
    for source, destination, pairs in attachments:
        mapping = [
            ubiops.AttachmentFieldsCreate(source_field_name=left, destination_field_name=right) for left, right in pairs
        ]
        data = ubiops.AttachmentsCreate(source_name=source, destination_name=destination, mapping=mapping)
        api.pipeline_object_attachments_create(project, "renamed", data)


def test_the_update_of_the_command_line(pipeline: Tuple[Client, str]) -> None:
    client, path = pipeline
    build(client, path, {"a": "calculate", "b": "add"}, "pipeline_start a code>code x>x", "a b out>a out>b")
    api = client.emulator.core_api()
    try:
        cli_update(
            api,
            "p",
            [
                {"name": "a", "reference_type": "model", "reference_name": "calculate", "version": "v2"},
                {"name": "c", "reference_type": "model", "reference_name": "add", "version": "v"},
            ],
            [("pipeline_start", "a", [("code", "code"), ("x", "x")]), ("a", "c", [("out", "a"), ("out", "b")])],
        )
        objects = {each.name: each.version for each in api.pipeline_objects_list("demo", "renamed")}
        links = [
            (each.source_name, each.destination_name)
            for each in api.pipeline_object_attachments_list("demo", "renamed")
        ]
    finally:
        api.api_client.close()
    assert objects == {"a": "v2", "c": "v"}
    assert links == [("pipeline_start", "a"), ("a", "c")]
    assert client("DELETE", f"{PIPELINES}/renamed").status == 204


def test_a_project_takes_its_pipelines_along(client: Client) -> None:
    client.model("add", [("a", "int"), ("b", "int")], [("sum", "int")])
    path = make_pipeline(client, [("x", "int")])
    build(client, path, {"a": "add"}, "pipeline_start a x>a x>b")
    assert client("DELETE", PROJECT).status == 204
    assert client("GET", path).status == 404


def test_nothing_in_a_pipeline_that_is_not_there(models: Client) -> None:
    body = {"source_name": "a", "destination_name": "b"}
    reference = {"name": "a", "reference_type": "model", "reference_name": "m", "version": "v"}
    for verb, rest, data in (
        ("GET", "objects", ...),
        ("POST", "objects", reference),
        ("GET", "attachments", ...),
        ("POST", "attachments", body),
        ("POST", "request", {}),
        ("GET", "request-batch", ...),
        ("POST", "request-batch", [{}]),
    ):
        answer = models(verb, f"{PIPELINES}/nothing/{rest}", data)
        assert (answer.status, answer.error) == (404, "No pipeline 'nothing'")
