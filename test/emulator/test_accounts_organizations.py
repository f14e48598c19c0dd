"""Organizations, their members, and subscriptions."""

from __future__ import annotations

import re
from datetime import datetime, timezone
from typing import TYPE_CHECKING, Any, Dict, Iterator

import pytest

from test.support.emulator.accounts import ORGANIZATION, PROJECT, assign, person
from test.support.emulator.client import DOUBLE, connected
from ubiops.emulator import Emulator

if TYPE_CHECKING:
    from test.support.emulator.client import Client

ACME = {"name": "acme", "subscription": "professional", "subscription_agreed": True}
TEAM = {
    "name": "team",
    "max_projects": 1,
    "max_users": 2,
    "logs_retention_days": 30,
    "gb_seconds": 50000,
    "resources": 1,
}
SOMEBODY = "00000000-0000-4000-8000-000000000000"


@pytest.fixture(scope="module")
def refusing() -> Iterator[Client]:
    """A client of an emulator with the organization `acme`, for calls that are refused."""
    with Emulator() as emulator:
        for client in connected(emulator):
            assert client("POST", "/organizations", ACME).status == 201
            assert client("POST", "/subscriptions", TEAM).status == 201
            yield client


def test_life_of_an_organization(client: Client) -> None:
    created = client("POST", "/organizations", {**ACME, "subscription_end_date": "9999-12-31"}).body
    assert set(created) == {"id", "name", "creation_date"}
    assert [each["name"] for each in client("GET", "/organizations").body] == ["emulator", "acme"]
    detail = {**created, "subscription": "professional", "status": "active"}
    assert client("GET", "/organizations/acme").body == detail
    assert client("PATCH", "/organizations/acme", {"name": "acme-data"}).body == {**detail, "name": "acme-data"}
    assert client("GET", "/organizations/acme").status == 404
    body: Dict[str, Any] = {"subscription": "starter", "subscription_agreed": True}
    assert client("PATCH", "/organizations/acme-data", body).body["subscription"] == "starter"
    first, second = reversed(client("GET", "/organizations/acme-data/subscriptions").body)
    today = str(datetime.now(timezone.utc).date())
    for entry, name, switcher in ((first, "professional", ""), (second, "starter", "user@example.com")):
        assert entry.pop("id")
        assert entry == {
            "subscription": name,
            "start_date": today,
            "subscription_agreement_user": "user@example.com",
            "subscription_update_user": switcher,
        }
    assert client("PATCH", "/organizations/acme-data", body).status == 200
    assert len(client("GET", "/organizations/acme-data/subscriptions").body) == 2


@pytest.mark.parametrize(
    ("wrong", "complaint"),
    [
        ({"name": "emulator"}, "name: a organization called 'emulator' exists already"),
        ({"name": "Acme"}, "name: must match"),
        ({"name": "1acme"}, "name: must match"),
        ({"name": "a" * 65}, "name: must have at most 64"),
        ({"subscription": "nothing"}, "subscription: there is no subscription 'nothing'"),
        ({"subscription_agreed": False}, "subscription_agreed: must be true"),
        ({"subscription_end_date": "soon"}, "subscription_end_date: must be a date"),
        ({"subscription": "free", "subscription_end_date": "9999-01-01"}, "free lasts a year"),
    ],
)
def test_wrong_organizations(refusing: Client, wrong: Dict[str, Any], complaint: str) -> None:
    created = refusing("POST", "/organizations", {**ACME, "name": "other", **wrong})
    assert created.status == 400
    assert complaint in created.error
    if "free" not in wrong.values() and wrong != {"subscription_agreed": False}:
        updated = refusing("PATCH", "/organizations/acme", {"subscription_agreed": True, **wrong})
        assert (updated.status, updated.error) == (400, created.error)


def test_end_of_a_subscription(client: Client) -> None:
    client("POST", "/organizations", ACME)
    platform = client.emulator._platform
    assert platform is not None
    client("POST", "/organizations", {**ACME, "name": "free", "subscription": "free"})
    path, day = "/organizations/acme", "9998-06-01"
    assert client("PATCH", path, {"subscription_end_date": day}).body["status"] == "active"
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(platform, "clock", lambda: datetime(9998, 6, 1, tzinfo=timezone.utc))
        assert client("GET", path).body["status"] == "cancelled"
        assert client("GET", "/organizations/free").body["status"] == "cancelled"
        assert client("PATCH", path, {"name": "acme", "subscription_end_date": None}).body["status"] == "active"
        assert client("PATCH", "/organizations/free", {"subscription_end_date": None}).body["status"] == "cancelled"
        free = {"subscription": "free", "subscription_agreed": True}
        assert client("PATCH", "/organizations/free", free).body["status"] == "active"  # for another year
    assert "free lasts a year" in client("PATCH", path, {**free, "subscription_end_date": day}).error
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(platform, "clock", lambda: datetime(2028, 2, 29, tzinfo=timezone.utc))
        assert client("PATCH", path, free).body["status"] == "active"
        patch.setattr(platform, "clock", lambda: datetime(2029, 2, 28, tzinfo=timezone.utc))
        assert client("GET", path).body["status"] == "active"
        patch.setattr(platform, "clock", lambda: datetime(2029, 3, 1, tzinfo=timezone.utc))
        assert client("GET", path).body["status"] == "cancelled"


def test_a_subscription_that_has_ended(client: Client) -> None:
    version = client.model()
    client.deploy(version, DOUBLE)
    tom = person(client, "tom", admin=False)
    client("DELETE", f"{ORGANIZATION}/users/{tom.id}")
    taken = {"subscription": "professional", "subscription_agreed": True}
    ended = client("PATCH", ORGANIZATION, {**taken, "subscription_end_date": "2020-03-25"})
    assert (ended.status, ended.body["status"]) == (200, "cancelled")
    field = {"name": "x", "data_type": "int"}
    place = {"username": "u", "password": "p", "host": "127.0.0.1", "port": "1"}
    credentials = {"name": "c", "type": "postgresql", "configuration": place}
    assert client("POST", "/projects/demo/credentials", credentials).status == 201
    connector = {"name": "c", "type": "postgresql", "credentials": "c", "input_fields": [field]}
    new: Dict[str, Any] = {
        f"{ORGANIZATION}/users": {"email": "tom@example.com", "admin": False},
        "/projects": {"name": "another", "organization_name": "emulator"},
        "/projects/demo/models": {"name": "n", "input_type": "plain", "output_type": "plain"},
        version[:-2]: {"version": "w"},
        "/projects/demo/pipelines": {"name": "p", "input_type": "plain"},
        "/projects/demo/connectors": {**connector, "configuration": {"database": "d", "table": "t"}},
    }
    for path, body in new.items():
        refused = client("POST", path, body)
        assert refused.status == 400, (path, refused)
        assert "subscription professional of the organization emulator ended on 2020-03-25" in refused.error
    # What is there goes on, and can be changed.
    assert client("POST", f"{version}/request", {"in": 2}).body["result"] == {"out": 4}
    assert client("PATCH", version, {"description": "still"}).status == 200
    # Taking the same one again begins it anew.
    assert "must be true" in client("PATCH", ORGANIZATION, {"subscription": "professional"}).error
    assert client("PATCH", ORGANIZATION, taken).body["status"] == "active"
    history = client("GET", f"{ORGANIZATION}/subscriptions").body
    assert [entry["subscription"] for entry in history] == ["professional", "professional", "free"]
    for path, body in new.items():
        assert client("POST", path, body).status == 201


def test_an_end_date_may_lie_in_the_past(client: Client) -> None:
    past = {"subscription_end_date": "2020-03-25"}
    assert client("POST", "/organizations", {**ACME, **past}).status == 201
    assert client("GET", "/organizations/acme").body["status"] == "cancelled"


def test_who_may_act_on_an_organization(client: Client) -> None:
    member, stranger = person(client, "maria", admin=False), person(client, "tom")
    paths = ["", "/users", "/resources", "/subscriptions", f"/users/{member.id}"]
    assert [member("GET", ORGANIZATION + path).status for path in paths] == [200, 200, 200, 403, 403]
    assert [stranger("GET", ORGANIZATION + path).status for path in paths] == [403] * 5
    assert [stranger("GET", "/organizations/nothing" + path).status for path in paths] == [404] * 5
    assert [each["name"] for each in member("GET", "/organizations").body] == ["emulator"]
    assert stranger("GET", "/organizations").body == []
    new = {"email": "tom@example.com", "admin": True}
    for verb, path, body in (
        ("PATCH", "", {"name": "x"}),
        ("POST", "/users", new),
        ("PATCH", f"/users/{member.id}", {"admin": True}),
        ("DELETE", f"/users/{member.id}", ...),
    ):
        assert member(verb, ORGANIZATION + path, body).error == "Only admins of the organization may do this"
        assert stranger(verb, ORGANIZATION + path, body).error == "You are no member of the organization"
    assert client("PATCH", f"{ORGANIZATION}/users/{member.id}", {"admin": True}).body["admin"] is True
    assert member("PATCH", ORGANIZATION, {"name": "renamed"}).status == 200
    for change in ({"subscription": "free", "subscription_agreed": True}, {"subscription_end_date": None}):
        refused = member("PATCH", "/organizations/renamed", change)
        assert refused.status == 403 and "only the operator" in refused.error


def test_members(client: Client) -> None:
    maria = person(client, "maria")
    body = {"email": "MARIA@example.com", "admin": False}
    added = client("POST", f"{ORGANIZATION}/users", body).body
    shown = {"id": maria.id, "email": "maria@example.com", "name": None, "surname": None, "admin": False}
    assert added == shown
    assert client("GET", f"{ORGANIZATION}/users").body[1:] == [shown]
    assert client("GET", f"{ORGANIZATION}/users/{maria.id}").body == shown
    assert "in the organization already" in client("POST", f"{ORGANIZATION}/users", body).error
    unknown = client("POST", f"{ORGANIZATION}/users", {**body, "email": "x@example.com"})
    assert unknown.status == 400 and "email: there is no user 'x@example.com'" in unknown.error
    for verb, sent in (("GET", ...), ("PATCH", {"admin": True}), ("DELETE", ...)):
        assert client(verb, f"{ORGANIZATION}/users/{SOMEBODY}", sent).status == 404
    assert client("GET", f"{ORGANIZATION}/resources").body["users"] == 2


def test_last_admin_stays(client: Client) -> None:
    seeded, maria = client("GET", "/user").body["id"], person(client, "maria", admin=False)
    path = f"{ORGANIZATION}/users/{seeded}"
    for verb, body in (("DELETE", ...), ("PATCH", {"admin": False})):
        refused = client(verb, path, body)
        assert refused.status == 400 and "last admin" in refused.error
    assert client("PATCH", path, {"admin": True}).body["admin"] is True
    assert client("PATCH", f"{ORGANIZATION}/users/{maria.id}", {"admin": True}).status == 200
    assert client("PATCH", path, {"admin": False}).body["admin"] is False
    assert maria("DELETE", path).status == 204


def test_roles_go_with_the_membership(client: Client) -> None:
    maria = person(client, "maria", admin=False)
    assign(client, maria, "project-viewer")
    assert maria("GET", f"{PROJECT}/models").status == 200
    assert client("DELETE", f"{ORGANIZATION}/users/{maria.id}").status == 204
    assert maria("GET", f"{PROJECT}/models").status == 403
    assert maria("GET", "/projects").body == []
    client("POST", f"{ORGANIZATION}/users", {"email": "maria@example.com", "admin": False})
    assert maria("GET", f"{PROJECT}/models").status == 403


def test_resources_of_an_organization(client: Client) -> None:
    client.model("a")
    client.model("b")
    client("POST", f"{PROJECT}/models/b/versions", {"version": "v2"})
    assert client("GET", f"{ORGANIZATION}/resources").body == {
        "projects": 1,
        "users": 1,
        "models": 2,
        "versions": 3,
        "connectors": 0,
        "pipelines": 0,
    }


def test_life_of_a_subscription(client: Client) -> None:
    created = client("POST", "/subscriptions", TEAM).body
    shown = {name: value for name, value in TEAM.items() if name != "logs_retention_days"}
    assert re.fullmatch("[0-9a-f-]{36}", created["id"])
    assert created == {**shown, "id": created["id"], "agreement": "", "terms_conditions": ""}
    assert client("GET", "/subscriptions/team").body == created
    names = [each["name"] for each in client("GET", "/subscriptions").body]
    assert names == ["free", "starter", "professional", "team"]
    client("POST", "/organizations", {**ACME, "subscription": "team"})
    changes = {"name": "team-plus", "max_users": 12, "agreement": "https://example.com/a.pdf"}
    assert client("PATCH", "/subscriptions/team", changes).body == {**created, **changes}
    assert client("GET", "/organizations/acme").body["subscription"] == "team-plus"
    assert client("GET", "/organizations/acme/subscriptions").body[0]["subscription"] == "team-plus"
    refused = client("DELETE", "/subscriptions/team-plus")
    assert refused.status == 400 and "organization acme uses" in refused.error
    client("PATCH", "/organizations/acme", {"subscription": "free", "subscription_agreed": True})
    assert client("DELETE", "/subscriptions/team-plus").status == 204
    assert [client(verb, "/subscriptions/team-plus", {}).status for verb in ("GET", "PATCH", "DELETE")] == [404] * 3


@pytest.mark.parametrize(
    ("wrong", "complaint"),
    [
        ({"name": "free"}, "name: a subscription called 'free' exists already"),
        ({"name": "a/b"}, "name: may not"),
        ({"max_users": -1}, "max_users: must be between 0 and 2147483647"),
        ({"gb_seconds": 2**70}, "gb_seconds: must be between 0"),
        ({"max_projects": "1"}, "max_projects: must be an integer"),
        ({"agreement": "x" * 1025}, "agreement: must have at most 1024"),
        ({"price": 1}, "price: is unknown"),
    ],
)
def test_wrong_subscriptions(refusing: Client, wrong: Dict[str, Any], complaint: str) -> None:
    for answer in (
        refusing("POST", "/subscriptions", {**TEAM, "name": "other", **wrong}),
        refusing("PATCH", "/subscriptions/team", wrong),
    ):
        assert answer.status == 400
        assert complaint in answer.error


def test_hidden_subscriptions(client: Client) -> None:
    maria = person(client, "maria")
    client("POST", "/subscriptions", {**TEAM, "hidden": True})
    assert "team" in [each["name"] for each in client("GET", "/subscriptions").body]
    assert "team" not in [each["name"] for each in maria("GET", "/subscriptions").body]
    assert maria("GET", "/subscriptions/team").status == 404
    assert maria("POST", "/organizations", {**ACME, "subscription": "team"}).status == 400
    assert maria("POST", "/organizations", ACME).status == 201
    assert client("PATCH", "/organizations/acme", {"subscription": "team", "subscription_agreed": True}).status == 200
    assert maria("GET", "/subscriptions/team").body["max_users"] == 2


def test_only_the_operator_manages_subscriptions(client: Client) -> None:
    maria = person(client, "maria", admin=True)
    for verb, path, body in (
        ("POST", "/subscriptions", TEAM),
        ("PATCH", "/subscriptions/free", {"max_users": 1}),
        ("DELETE", "/subscriptions/free", ...),
        ("DELETE", "/subscriptions/nothing", ...),
    ):
        assert maria(verb, path, body).status == 403
    assert maria("GET", "/subscriptions/free").status == 200


def test_limits_of_a_subscription(client: Client) -> None:
    maria = person(client, "maria")
    client("POST", "/subscriptions", TEAM)
    client("PATCH", ORGANIZATION, {"subscription": "team", "subscription_agreed": True})
    person(client, "tom", admin=False)
    refused = client("POST", f"{ORGANIZATION}/users", {"email": "maria@example.com", "admin": False})
    assert (refused.status, refused.error) == (400, "The subscription team allows 2 users, no more")
    assert maria("GET", "/organizations").body == []
    version = client.model()
    refused = client("POST", version[:-2], {"version": "v2"})
    assert refused.status == 400 and "team allows 1 versions, pipelines and connectors together" in refused.error
    refused = client("POST", "/projects", {"name": "another", "organization_name": "emulator"})
    assert refused.status == 400 and "team allows 1 projects" in refused.error
