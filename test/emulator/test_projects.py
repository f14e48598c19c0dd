"""Projects: made, renamed, deleted with all that is in them; and what there is of everything."""

from __future__ import annotations

from threading import Thread
from typing import TYPE_CHECKING, Any, Dict, List

import pytest

from test.support.emulator.client import DOUBLE, PROJECT, wait_until
from test.support.emulator.operations import evaluate, logs, plain, platform, texts
from ubiops.emulator.state.seed import ORGANIZATION

if TYPE_CHECKING:
    from test.support.emulator.client import Client
    from ubiops import CoreApi


def create(client: Client, name: str) -> Dict[str, Any]:
    answer = client("POST", "/projects", {"name": name, "organization_name": ORGANIZATION})
    assert answer.status == 201, answer
    body: Dict[str, Any] = answer.body
    return body


def names(client: Client) -> List[str]:
    return [project["name"] for project in client("GET", "/projects").body]


def test_life(client: Client) -> None:
    made = create(client, "a-1")
    assert made["organization_name"] == ORGANIZATION
    assert client("GET", "/projects/a-1").body == made
    assert names(client) == ["demo", "a-1"]
    assert client("GET", "/projects/a-1/models").body == []  # who made it may use it
    renamed = client("PATCH", "/projects/a-1", {"name": "b"}).body
    assert renamed == {**made, "name": "b"}
    assert client("PATCH", "/projects/b", {}).body == renamed
    assert client("PATCH", "/projects/b", {"name": "b"}).body == renamed
    assert client("GET", "/projects/a-1").error == "No project 'a-1'"
    assert client("DELETE", "/projects/b").status == 204
    assert names(client) == ["demo"]
    for verb, body in (("GET", ...), ("DELETE", ...), ("PATCH", {"name": "c"})):
        assert client(verb, "/projects/b", body).status == 404


@pytest.mark.parametrize("name", ["", "A", "1a", "a_b", "a.b", "ä", "a\n", "a" * 65, None])
def test_bad_names(shared: Client, name: Any) -> None:
    for verb, path, body in (
        ("POST", "/projects", {"name": name, "organization_name": ORGANIZATION}),
        ("PATCH", PROJECT, {"name": name}),
    ):
        answer = shared(verb, path, body)
        assert answer.status == 400
        assert answer.error.startswith("name: ")


def test_refused(shared: Client) -> None:
    create(shared, "taken")
    taken = "name: a project called 'taken' exists already; choose another name"
    assert shared("POST", "/projects", {"name": "taken", "organization_name": ORGANIZATION}).error == taken
    assert shared("PATCH", PROJECT, {"name": "taken"}).error == taken
    unknown = shared("POST", "/projects", {"name": "new", "organization_name": "nobody"})
    assert (unknown.status, unknown.error) == (400, "organization_name: there is no organization 'nobody'")
    assert shared("POST", "/projects", {"name": "new"}).error.startswith("organization_name: is required")
    assert shared("PATCH", PROJECT, {"organization_name": ORGANIZATION}).status == 400


def test_renaming_reaches_models(client: Client) -> None:
    version = plain(client)
    client("PATCH", PROJECT, {"name": "renamed"})
    version = version.replace("demo", "renamed")
    assert evaluate(client, version, "self.context['project']")["result"] == "renamed"
    assert client("GET", f"{version}").status == 200


def test_deleting_stops_and_removes_everything(client: Client) -> None:
    version = plain(client)
    blob = client.blob("x", b"x")
    client("POST", f"{version}/request-batch", ["'queued'"] * 20)
    schedule = {"object_type": "model", "object_name": "plain", "version": "v", "schedule": "* * * * *"}
    assert client("POST", f"{PROJECT}/schedules", {"name": "s", **schedule}).status == 201
    client("POST", f"{PROJECT}/environment-variables", {"name": "A", "value": "", "secret": False})
    answers: List[Any] = []
    sleeper = "print('sleeping') or time.sleep(60)"
    thread = Thread(target=lambda: answers.append(client("POST", f"{version}/request", sleeper)))
    thread.start()
    wait_until(lambda: "sleeping" in texts(client))
    assert client("DELETE", PROJECT).status == 204
    thread.join()
    assert answers[0].body["success"] is False  # had it slept to the end, it would be True
    storage = platform(client).storage
    assert blob not in {path.name for path in storage.blobs.iterdir()}
    assert list(storage.packages.iterdir()) == []
    with storage.transaction() as db:
        for table in ("models", "versions", "builds", "batch_requests", "blobs", "logs", "schedules"):
            assert db.execute(f"SELECT count(*) FROM {table}").fetchone()[0] == 0, table
        assert db.execute("SELECT count(*) FROM environment_variables").fetchone()[0] == 0
    create(client, "demo")
    assert client("GET", f"{PROJECT}/models").body == []
    assert logs(client) == []


def test_counts(client: Client) -> None:
    create(client, "other")
    assert client("GET", f"{PROJECT}/resources").body == {"models": 0, "versions": 0, "connectors": 0, "pipelines": 0}
    version = client.model()
    client("POST", version.rpartition("/")[0], {"version": "w"})
    client("POST", "/projects/other/models", {"name": "m", "input_type": "plain", "output_type": "plain"})
    assert client("GET", f"{PROJECT}/resources").body == {"models": 1, "versions": 2, "connectors": 0, "pipelines": 0}
    assert client("GET", f"/organizations/{ORGANIZATION}/resources").body == {
        "projects": 2,
        "users": 1,
        "models": 2,
        "versions": 2,
        "connectors": 0,
        "pipelines": 0,
    }


def test_usage_outlives_the_project(client: Client) -> None:
    version = client.model()
    client.deploy(version, DOUBLE)
    client("DELETE", PROJECT)
    (usage,) = client("GET", f"/organizations/{ORGANIZATION}/usage").body
    assert usage["object_type"] == "model_version"


def test_with_the_client(core_api: CoreApi) -> None:
    made = core_api.projects_create({"name": "mine", "organization_name": ORGANIZATION})
    assert core_api.projects_get("mine").id == made.id
    assert core_api.projects_update("mine", {"name": "yours"}).name == "yours"
    assert core_api.projects_resource_usage("yours").models == 0
    core_api.projects_delete("yours")
