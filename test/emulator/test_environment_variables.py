"""Environment variables: who inherits what, what may be seen, and that models get them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Dict, List

import pytest

from test.support.emulator.client import PROJECT, zipped
from test.support.emulator.operations import EVAL, evaluate, plain
from ubiops import EnvironmentVariableCreate

if TYPE_CHECKING:
    from test.support.emulator.client import Client
    from ubiops import CoreApi

PLACES = [PROJECT, f"{PROJECT}/models/m", f"{PROJECT}/models/m/versions/v"]
URL = "/environment-variables"


@pytest.fixture(scope="module")
def made(shared: Client) -> Client:
    shared.model()
    return shared


def define(client: Client, place: str, name: str, value: str, secret: bool = False) -> Dict[str, Any]:
    answer = client("POST", place + URL, {"name": name, "value": value, "secret": secret})
    assert answer.status == 201, answer
    body: Dict[str, Any] = answer.body
    return body


def seen(client: Client, place: str) -> List[Any]:
    names = ("name", "value", "secret", "inheritance_type", "inheritance_name")
    return [tuple(each[name] for name in names) for each in client("GET", place + URL).body]


def test_inheritance(client: Client) -> None:
    version = client.model()
    model = version.rpartition("/versions")[0]
    define(client, PROJECT, "A", "project")
    define(client, PROJECT, "B", "project")
    define(client, PROJECT, "C", "hidden", secret=True)
    define(client, model, "B", "model")
    define(client, model, "D", "model")
    define(client, version, "D", "")
    assert [each["name"] for each in client("GET", PROJECT + URL).body] == ["A", "B", "C"]
    assert "inheritance_type" not in client("GET", PROJECT + URL).body[0]
    from_project = [("A", "project", False, "project", "demo"), ("C", None, True, "project", "demo")]
    assert seen(client, model) == [("B", "model", False, None, None), ("D", "model", False, None, None), *from_project]
    assert seen(client, version) == [("D", None, False, None, None), ("B", "model", False, "model", "m"), *from_project]


def test_of_a_pipeline_object(client: Client) -> None:
    version = client.model()
    define(client, PROJECT, "A", "1")
    define(client, version.rpartition("/versions")[0], "B", "2")
    define(client, version, "C", "3", secret=True)
    pipeline = f"{PROJECT}/pipelines/p"
    fields = [{"name": "in", "data_type": "int"}]
    body: Any = {"name": "p", "input_type": "structured", "input_fields": fields}
    assert client("POST", f"{PROJECT}/pipelines", body).status == 201
    body = {"name": "o", "reference_type": "model", "reference_name": "m", "version": "v"}
    assert client("POST", f"{pipeline}/objects", body).status == 201
    assert seen(client, f"{pipeline}/objects/o") == [
        ("C", None, True, "model_version", "v"),
        ("B", "2", False, "model", "m"),
        ("A", "1", False, "project", "demo"),
    ]
    assert client("GET", f"{pipeline}/objects/x{URL}").error == "No pipeline object 'x'"


@pytest.mark.parametrize("place", PLACES)
def test_life(made: Client, place: str) -> None:
    variable = define(made, place, "LIFE", "1")
    path = f"{place}{URL}/{variable['id']}"
    assert made("GET", path).body == variable
    assert variable == {"id": variable["id"], "name": "LIFE", "value": "1", "secret": False}
    changed = made("PATCH", path, {"name": "OTHER", "value": "2", "secret": True}).body
    assert changed == {"id": variable["id"], "name": "OTHER", "value": None, "secret": True}
    assert made("GET", path).body == changed
    assert made("PATCH", path, {"name": "OTHER", "secret": False}).error.startswith("secret: must be true")
    assert made("PATCH", path, {"name": "Other", "secret": True}).body["name"] == "Other"
    for other in PLACES:
        if other != place:
            assert made("GET", f"{other}{URL}/{variable['id']}").status == 404
    assert made("DELETE", path).status == 204
    for verb, body in (("GET", ...), ("DELETE", ...), ("PATCH", {"name": "A", "secret": False})):
        assert made(verb, path, body).error == f"No environment variable {variable['id']!r}"


@pytest.mark.parametrize("place", PLACES)
def test_a_name_is_taken_on_one_level_only(made: Client, place: str) -> None:
    define(made, place, "SAME", "")
    other = define(made, place, "ANOTHER", "")
    taken = made("POST", place + URL, {"name": "SAME", "value": "", "secret": False})
    assert taken.status == 400
    assert taken.error.startswith("name: SAME is defined here already")
    assert made("PATCH", f"{place}{URL}/{other['id']}", {"name": "SAME", "secret": False}).status == 400


@pytest.mark.parametrize("name", ["", "_A", "A_", "A1", "A-B", "A B", "É", "A" * 65, "A\n", None, 1])
def test_bad_names(made: Client, name: Any) -> None:
    answer = made("POST", PROJECT + URL, {"name": name, "value": "", "secret": False})
    assert answer.status == 400
    assert "name" in answer.error


@pytest.mark.parametrize(
    ("body", "field"),
    [
        ({"name": "BAD", "secret": False}, "value"),
        ({"name": "BAD", "value": None, "secret": False}, "value"),
        ({"name": "BAD", "value": "a\0b", "secret": False}, "value"),
        ({"name": "BAD", "value": "x" * 65537, "secret": False}, "value"),
        ({"name": "BAD", "value": ""}, "secret"),
        ({"name": "BAD", "value": "", "secret": "yes"}, "secret"),
    ],
)
def test_bad_bodies(made: Client, body: Any, field: str) -> None:
    answer = made("POST", PROJECT + URL, body)
    assert answer.status == 400
    assert answer.error.startswith(f"{field}: ")


def test_models_get_them(client: Client) -> None:
    define(client, PROJECT, "A", "project")
    define(client, PROJECT, "B", "project")
    secret = define(client, PROJECT, "C", "ü\n" * 1000, secret=True)
    version = client.model("plain", None, None)
    own = define(client, version, "B", "version")
    client.deploy(version, EVAL)

    def present(name: str) -> Any:
        answer = evaluate(client, version, f"repr((os.environ.get({name!r}), self.context['environment_variables']))")
        value, context = eval(answer["result"])
        assert context.get(name) == value
        return value

    assert (present("A"), present("B"), present("C")) == ("project", "version", "ü\n" * 1000)
    client("PATCH", f"{version}{URL}/{own['id']}", {"name": "B", "value": "new", "secret": False})
    assert present("B") == "new"
    client("DELETE", f"{version}{URL}/{own['id']}")
    assert present("B") == "project"
    client("PATCH", f"{PROJECT}{URL}/{secret['id']}", {"name": "C", "value": "", "secret": True})
    assert present("C") == ""
    define(client, f"{PROJECT}/models/plain", "A", "model")
    assert present("A") == "model"


@pytest.mark.parametrize("name", ["other", "other.py"])
def test_the_name_of_the_model_file(client: Client, name: str) -> None:
    version = client.model("plain", None, None)
    define(client, f"{PROJECT}/models/plain", "ML_MODEL_FILE_NAME", name)
    package = zipped("raise Exception('not this one')", **{"other.py": EVAL})
    assert client.upload("PUT", f"{version}/upload", "p.zip", package).status in (200, 201)
    client.built(version, "available")
    assert evaluate(client, version, "'here'")["result"] == "here"


def test_with_the_client(core_api: CoreApi, client: Client) -> None:
    plain(client)
    data = EnvironmentVariableCreate(name="KEY", value="1", secret=True)
    made = core_api.model_environment_variables_create("demo", "plain", data)
    assert made.id
    assert (made.name, made.value, made.secret) == ("KEY", None, True)
    (listed,) = core_api.model_version_environment_variables_list("demo", "plain", "v")
    assert (listed.inheritance_type, listed.inheritance_name) == ("model", "plain")
    (listed,) = core_api.model_environment_variables_list("demo", "plain")
    assert listed.inheritance_type is None
    core_api.model_environment_variables_delete("demo", model_name="plain", id=made.id)
    assert core_api.model_environment_variables_list("demo", "plain") == []
