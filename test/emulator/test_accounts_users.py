"""Accounts: registering, signing in, changing, leaving."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Dict

import pytest

from test.support.emulator.accounts import ORGANIZATION, PASSWORD, PROJECT, assign, person, service_user, sign_in

if TYPE_CHECKING:
    from test.support.emulator.client import Client

NEW = {"email": "tom@example.com", "password": "long enough", "terms_conditions": True}


def test_life_of_a_user(client: Client) -> None:
    body = {**NEW, "name": "Tom", "surname": "Berg"}
    assert client("POST", "/user", body).body == {"email": "tom@example.com", "name": "Tom", "surname": "Berg"}
    tom = sign_in(client, "TOM@example.com", "long enough")
    assert tom is not None
    user = tom("GET", "/user").body
    assert set(user) == {"id", "email", "name", "surname", "registration_date"}
    changed = tom("PATCH", "/user", {"email": "t@example.com", "surname": ""}).body
    assert changed == {**user, "email": "t@example.com", "surname": None, "type": "user"}
    assert tom("PATCH", "/user", {}).body == changed
    assert tom("DELETE", "/user").status == 204
    assert tom("GET", "/user").status == 401
    assert sign_in(client, "t@example.com", "long enough") is None
    assert client("POST", "/user", NEW).body == {"email": "tom@example.com", "name": None, "surname": None}


@pytest.mark.parametrize(
    ("wrong", "complaint"),
    [
        ({"email": "tom"}, "email: must be an address"),
        ({"email": "tom@"}, "email: must be an address"),
        ({"email": "a@b@c"}, "email: must be an address"),
        ({"email": "t m@x"}, "email: must be an address"),
        ({"email": "tom\u0000@x"}, "email: must be an address"),
        ({"email": "x" * 250 + "@x.nl"}, "email: must have at most 254"),
        ({"email": "User@Example.com"}, "email: a user with the address 'User@Example.com' exists already"),
        ({"password": "short"}, "password: must have at least 8"),
        ({"password": "x" * 129}, "password: must have at most 128"),
        ({"terms_conditions": False}, "terms_conditions: must be true"),
        ({"admin": True}, "admin: is unknown"),
    ],
)
def test_wrong_users(shared: Client, wrong: Dict[str, Any], complaint: str) -> None:
    answer = shared("POST", "/user", {**NEW, **wrong})
    assert answer.status == 400
    assert complaint in answer.error


def test_new_password(client: Client) -> None:
    tom = person(client, "tom")
    for password, complaint in (
        ("Short-1", "at least 8"),
        ("no-capital-1", "a capital"),
        ("NO-LOWERCASE-1", "a lowercase letter"),
        ("No-digits", "a digit"),
        ("NoSymbols1", "one of the symbols"),
        ("\\BackSlash1", "one of the symbols"),
        ("lacking much", "a capital, a digit, one of the symbols"),
    ):
        answer = tom("PATCH", "/user", {"password": password, "previous_password": PASSWORD})
        assert answer.status == 400 and complaint in answer.error, password
    new = "Red-Teapot-63"
    assert "previous_password: is required" in tom("PATCH", "/user", {"password": new}).error
    wrong = tom("PATCH", "/user", {"password": new, "previous_password": "wrong"})
    assert (wrong.status, wrong.error) == (400, "previous_password: is not the present password")
    stolen = sign_in(client, "tom@example.com", PASSWORD)
    maria = person(client, "maria")
    assert stolen is not None
    answer = tom("PATCH", "/user", {"password": new, "previous_password": PASSWORD})
    assert answer.status == 200 and not any("password" in name for name in answer.body)
    assert sign_in(client, "tom@example.com", PASSWORD) is None
    assert sign_in(client, "tom@example.com", new) is not None
    # Nobody stays signed in with the old one.
    assert [caller("GET", "/user").status for caller in (tom, stolen, maria)] == [401, 401, 200]


def test_passwords_are_stored_hashed(client: Client) -> None:
    person(client, "tom")
    person(client, "maria")
    platform = client.emulator._platform
    assert platform is not None
    with platform.storage.transaction() as db:
        stored = [row["password"] for row in db.execute("SELECT password FROM users WHERE password IS NOT NULL")]
    assert len(set(stored)) == 2
    assert all(PASSWORD not in password for password in stored)


def test_seeded_user_signs_in_with_the_token_until_there_is_a_password(client: Client) -> None:
    token, email = client.emulator.token[6:], "user@example.com"
    assert sign_in(client, email, token) is not None
    body = {"password": "Red-Teapot-63", "previous_password": token}
    assert client("PATCH", "/user", body).status == 200
    assert sign_in(client, email, token) is None
    assert sign_in(client, email, "Red-Teapot-63") is not None
    assert client("GET", "/user").status == 200


def test_who_cannot_be_deleted(client: Client) -> None:
    assert "operator" in client("DELETE", "/user").error
    maria = person(client, "maria")
    body = {"name": "acme", "subscription": "free", "subscription_agreed": True}
    assert maria("POST", "/organizations", body).status == 201
    refused = maria("DELETE", "/user")
    assert refused.status == 400 and "last admin of the organization acme" in refused.error
    tom = person(client, "tom")
    added = maria("POST", "/organizations/acme/users", {"email": "tom@example.com", "admin": False}).body
    assert maria("DELETE", "/user").status == 400
    assert maria("PATCH", f"/organizations/acme/users/{added['id']}", {"admin": True}).status == 200
    assert maria("DELETE", "/user").status == 204
    assert [user["email"] for user in tom("GET", "/organizations/acme/users").body] == ["tom@example.com"]


def test_service_users_have_no_account_to_manage(client: Client) -> None:
    robot = service_user(client)
    assign(client, robot, "service-user-project-admin")
    user = robot("GET", "/user").body
    assert sign_in(client, user["email"], robot.authorization[6:]) is None
    assert [project["name"] for project in robot("GET", "/projects").body] == ["demo"]
    for verb, path, body in (
        ("POST", "/user", NEW),
        ("PATCH", "/user", {"name": "x"}),
        ("DELETE", "/user", ...),
        ("GET", "/organizations", ...),
        ("GET", ORGANIZATION, ...),
        ("POST", "/organizations", {"name": "acme", "subscription": "free", "subscription_agreed": True}),
        ("POST", "/projects", {"name": "x", "organization_name": "emulator"}),
        ("GET", f"{ORGANIZATION}/users", ...),
        ("POST", "/subscriptions", {}),
    ):
        refused = robot(verb, path, body)
        assert refused.status == 403 and "Service users" in refused.error, path
    for path in ("roles", "roles/project-admin", "service-users", f"users/{user['id']}/role-assignments"):
        assert robot("GET", f"{PROJECT}/{path}").status == 403
    assert robot("GET", f"{PROJECT}/models").status == 200
