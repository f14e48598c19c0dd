"""Users, organizations, projects, models and versions: what is kept, and what is refused."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Dict

import pytest

if TYPE_CHECKING:
    from test.support.emulator.client import Client

MODELS = "/projects/demo/models"
STRUCTURED: Dict[str, Any] = {
    "name": "m",
    "description": "d",
    "input_type": "structured",
    "output_type": "plain",
    "input_fields": [{"name": "a", "data_type": "int"}, {"name": "b-c_d", "data_type": "array_double"}],
}
PLAIN = {"name": "p", "input_type": "plain", "output_type": "plain"}
MICROSECONDS = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z")
LONG = "x" * 65


def test_seed(client: Client) -> None:
    user = client("GET", "/user").body
    assert set(user) == {"id", "email", "name", "surname", "registration_date"}
    assert re.fullmatch(r"\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.\d{3}\+00:00", user["registration_date"])
    (organization,) = client("GET", "/organizations").body
    assert set(organization) == {"id", "name", "creation_date"}
    assert MICROSECONDS.fullmatch(organization["creation_date"])
    detail = client("GET", f"/organizations/{organization['name']}").body
    assert detail == {**organization, "subscription": "free", "status": "active"}
    (project,) = client("GET", "/projects").body
    assert project["name"] == "demo"
    assert project["organization_name"] == organization["name"]
    assert re.fullmatch(r"\d{4}-\d\d-\d\d", project["creation_date"])
    assert client("GET", "/projects/demo").body == project


def test_what_is_not_there(client: Client) -> None:
    client("POST", MODELS, PLAIN)
    for path, kind in (
        ("/projects/x", "project"),
        ("/projects/x/models", "project"),
        ("/organizations/x", "organization"),
        (f"{MODELS}/x", "model"),
        (f"{MODELS}/x/versions", "model"),
        (f"{MODELS}/p/versions/x", "version"),
        (f"{MODELS}/p/versions/x/download", "version"),
    ):
        answer = client("GET", path)
        assert (answer.status, answer.error) == (404, f"No {kind} 'x'")


def test_model_life(client: Client) -> None:
    created = client("POST", MODELS, STRUCTURED)
    assert created.status == 201
    model = created.body
    assert model == {
        **STRUCTURED,
        "id": model["id"],
        "project": "demo",
        "output_fields": [],
        "creation_date": model["creation_date"],
        "last_updated": model["creation_date"],
        "number_of_versions": 0,
    }
    assert MICROSECONDS.fullmatch(model["creation_date"])
    assert client("GET", f"{MODELS}/m").body == model
    client("POST", MODELS, PLAIN)
    assert [each["name"] for each in client("GET", MODELS).body] == ["m", "p"]

    renamed = client("PATCH", f"{MODELS}/m", {"name": "n"}).body
    assert {**renamed, "name": "m", "last_updated": model["last_updated"]} == model
    assert renamed["last_updated"] > model["last_updated"]
    assert client("PATCH", f"{MODELS}/n", {"description": ""}).body["description"] == ""
    assert client("PATCH", f"{MODELS}/n", {"name": "n"}).status == 200
    assert client("PATCH", f"{MODELS}/n", {}).body["name"] == "n"
    assert "'p' exists already" in client("PATCH", f"{MODELS}/n", {"name": "p"}).error
    assert "input_fields: is unknown" in client("PATCH", f"{MODELS}/n", {"input_fields": []}).error

    assert client("POST", f"{MODELS}/n/versions", {"version": "v"}).status == 201
    assert client("GET", f"{MODELS}/n").body["number_of_versions"] == 1
    assert client("DELETE", f"{MODELS}/n").status == 204
    assert client("GET", f"{MODELS}/n").status == 404
    assert [each["name"] for each in client("GET", MODELS).body] == ["p"]


@pytest.mark.parametrize(
    ("change", "complaint"),
    [
        ({"name": ...}, "name: is required"),
        ({"name": ""}, "name: may not be empty"),
        ({"name": LONG}, "name: must have at most 64 characters"),
        ({"name": 5}, "name: must be a string, not 5"),
        ({"name": None}, "name: must be a string, not None"),
        ({"name": ".."}, "name: may not be . or .."),
        ({"name": "a/b"}, "name: may not"),
        ({"name": "a\\b"}, "name: may not"),
        ({"name": " a"}, "name: may not"),
        ({"name": "a\x00"}, "name: may not"),
        ({"name": "a\u202eb"}, "name: may not"),
        ({"description": "x" * 201}, "description: must have at most 200"),
        ({"size": 1}, "size: is unknown; possible: description, input_fields"),
        ({"input_type": "sound"}, "input_type: must be one of structured, plain"),
        ({"input_type": "blob"}, "input_type: must be structured or plain"),
        ({"input_type": "plain"}, "input_fields: must be empty or left out"),
        ({"input_fields": []}, "input_fields: structured input needs at least one field"),
        ({"input_fields": ...}, "input_fields: structured input needs at least one field"),
        ({"output_type": "structured"}, "output_fields: structured output needs at least one field"),
        ({"input_fields": {}}, "input_fields: must be a list"),
        ({"input_fields": [{"name": "a"}]}, "input_fields[0].data_type: is required"),
        ({"input_fields": [{"name": "a", "data_type": "date"}]}, "input_fields[0].data_type: must be one of int"),
        ({"input_fields": [{"name": "a", "data_type": "int", "x": 1}]}, "input_fields[0].x: is unknown"),
        ({"input_fields": [{"name": "a", "data_type": "int"}] * 2}, "the name a occurs more than once"),
        ({"input_fields": [{"name": "\n", "data_type": "int"}]}, "input_fields.name: may not"),
    ],
)
def test_wrong_models(shared: Client, change: Dict[str, Any], complaint: str) -> None:
    body = {key: value for key, value in {**STRUCTURED, **change}.items() if value is not ...}
    answer = shared("POST", MODELS, body)
    assert answer.status == 400
    assert complaint in answer.error
    assert shared("GET", MODELS).body == []


def test_names_are_unique(client: Client) -> None:
    assert client("POST", MODELS, PLAIN).status == 201
    answer = client("POST", MODELS, PLAIN)
    assert (answer.status, answer.error) == (400, "name: a model called 'p' exists already; choose another name")
    assert client("POST", f"{MODELS}/p/versions", {"version": "v"}).status == 201
    answer = client("POST", f"{MODELS}/p/versions", {"version": "v"})
    assert answer.status == 400
    assert "'v' exists already" in answer.error


def test_version_life(client: Client) -> None:
    client("POST", MODELS, PLAIN)
    created = client("POST", f"{MODELS}/p/versions", {"version": "v"})
    assert created.status == 201
    version = created.body
    assert version == {
        "id": version["id"],
        "model": "p",
        "version": "v",
        "description": "",
        "language": "python3.7",
        "status": "initialised",
        "error_message": "",
        "memory_allocation": 2048,
        "maximum_instances": 5,
        "minimum_instances": 0,
        "maximum_idle_time": 300,
        "creation_date": version["creation_date"],
        "last_updated": version["creation_date"],
        "file_last_updated": None,
    }
    client("POST", f"{MODELS}/p/versions", {"version": "w", "memory_allocation": 256, "language": "python3.8"})
    assert [each["version"] for each in client("GET", f"{MODELS}/p/versions").body] == ["v", "w"]
    changes = {
        "version": "new",
        "description": "d",
        "language": "python3.6",
        "memory_allocation": 512,
        "maximum_instances": 3,
        "minimum_instances": 1,
        "maximum_idle_time": 10,
    }
    changed = client("PATCH", f"{MODELS}/p/versions/v", changes).body
    assert changed == {**version, **changes, "last_updated": changed["last_updated"]}
    assert client("PATCH", f"{MODELS}/p/versions/new", {"memory_allocation": 300}).body["memory_allocation"] == 300
    assert "'w' exists already" in client("PATCH", f"{MODELS}/p/versions/new", {"version": "w"}).error
    assert client("GET", f"{MODELS}/p/versions/v").status == 404
    assert client("DELETE", f"{MODELS}/p/versions/new").status == 204
    assert client("DELETE", f"{MODELS}/p/versions/new").status == 404


@pytest.mark.parametrize(
    ("body", "complaint"),
    [
        ({}, "version: is required"),
        ({"version": "."}, "version: may not be"),
        ({"version": LONG}, "version: must have at most 64"),
        ({"version": "v", "language": "python2.7"}, "language: must be one of python3.5"),
        ({"version": "v", "memory_allocation": 255}, "memory_allocation: must be at least 256, not 255"),
        ({"version": "v", "memory_allocation": 32769}, "memory_allocation: must be at most 32768"),
        ({"version": "v", "memory_allocation": True}, "memory_allocation: must be an integer, not True"),
        ({"version": "v", "memory_allocation": "512"}, "memory_allocation: must be an integer, not '512'"),
        ({"version": "v", "maximum_instances": 21}, "maximum_instances: must be at most 20"),
        ({"version": "v", "maximum_instances": 0}, "maximum_instances: must be at least 1"),
        ({"version": "v", "minimum_instances": -1}, "minimum_instances: must be at least 0"),
        ({"version": "v", "minimum_instances": 21}, "minimum_instances: must be at most maximum_instances"),
        (
            {"version": "v", "minimum_instances": 6, "maximum_instances": 5},
            "minimum_instances: must be at most maximum_instances, which is 5",
        ),
        ({"version": "v", "maximum_idle_time": 9}, "maximum_idle_time: must be at least 10"),
        ({"version": "v", "maximum_idle_time": 3601}, "maximum_idle_time: must be at most 3600"),
        ({"version": "v", "status": "available"}, "status: is unknown"),
    ],
)
def test_wrong_versions(doubling: Any, body: Dict[str, Any], complaint: str) -> None:
    client, version = doubling
    answer = client("POST", f"{MODELS}/m/versions", body)
    assert answer.status == 400
    assert complaint in answer.error
    if body:
        answer = client("PATCH", version, body)
        assert answer.status == 400
        assert complaint in answer.error
    assert client("GET", version).body["memory_allocation"] == 2048


def test_the_default_maximum_gives_way_to_the_minimum(client: Client) -> None:
    client.model()
    for minimum, maximum in ((0, 5), (5, 5), (6, 6), (20, 20)):
        made = client("POST", f"{MODELS}/m/versions", {"version": f"v{minimum}", "minimum_instances": minimum}).body
        assert (made["minimum_instances"], made["maximum_instances"]) == (minimum, maximum)
    refused = client("PATCH", f"{MODELS}/m/versions/v5", {"minimum_instances": 6})
    assert refused.error == "minimum_instances: must be at most maximum_instances, which is 5"
