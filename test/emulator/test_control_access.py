"""Who may use the controls, and an emulator without authentication."""

from __future__ import annotations

from typing import TYPE_CHECKING, Callable

import pytest

from test.support.emulator.accounts import person, service_user
from test.support.emulator.client import PROJECT
from ubiops.emulator import Emulator, __main__

if TYPE_CHECKING:
    from test.support.emulator.client import Client

CONTROLS = [
    ("POST", "reset"),
    ("GET", "state"),
    ("PUT", "state"),
    ("GET", "faults"),
    ("POST", "faults"),
    ("DELETE", "faults"),
    ("DELETE", "faults/1"),
    ("GET", "clock"),
    ("PATCH", "clock"),
    ("DELETE", "clock"),
    ("GET", "requests"),
    ("DELETE", "requests"),
]


@pytest.mark.parametrize(("verb", "path"), CONTROLS)
def test_the_controls_are_the_operators(controlled: Client, verb: str, path: str) -> None:
    for token in ("", "Token wrong"):
        answer = controlled(verb, f"_emulator/{path}", Authorization=token)
        assert (answer.status, answer.error) == (401, "Invalid token")
    for caller in (person(controlled, admin=True), service_user(controlled)):
        answer = caller(verb, f"_emulator/{path}")
        assert (answer.status, answer.error) == (403, "Only the operator of the service may do this")


def test_unknown_controls(controlled: Client) -> None:
    assert controlled("GET", "_emulator").status == 404
    assert controlled("GET", "_emulator/x").status == 404
    answer = controlled("PUT", "_emulator/clock", {})
    assert (answer.status, answer.headers["Allow"]) == (405, "DELETE, GET, PATCH")
    # They are no part of the API.
    assert controlled("GET", "/_emulator/clock").status == 404
    assert controlled("GET", "_emulator/projects").status == 404


@pytest.mark.parametrize("path", ["_emulator/reset", "_emulator/clock", "v2.1/projects", "", "live"])
def test_pages_of_other_sites_are_refused(controlled: Client, path: str) -> None:
    for headers in ({"Origin": "http://evil.example"}, {"Host": "evil.example"}, {"Host": "evil.example:80"}):
        answer = controlled.raw("POST", path, headers)
        assert answer.status == 403 and answer.error.startswith(tuple(headers))


def test_no_auth(connect: Callable[..., Client]) -> None:
    with Emulator(no_auth=True) as emulator:
        client = connect(emulator)
        robot = service_user(client)
        for token in ("", "Token wrong", robot.authorization):
            assert client("GET", "/user", Authorization=token).body["email"] == "user@example.com"
            assert client("GET", "_emulator/clock", Authorization=token).status == 200
        assert client("DELETE", f"{PROJECT}", Authorization="").status == 204
        assert client("POST", "_emulator/reset", Authorization="").status == 200
        assert client("GET", f"{PROJECT}", Authorization="").status == 200
        for name, value in {"Origin": "http://evil.example", "Sec-Fetch-Site": "cross-site"}.items():
            answer = client("GET", "/user", Authorization="", **{name: value})
            assert answer.status == 403


def test_no_auth_only_on_this_machine(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(ValueError, match="no_auth: is possible only at an address of this machine"):
        Emulator(host="0.0.0.0", no_auth=True).start()
    assert __main__.main(["--host", "0.0.0.0", "--port", "0", "--no-auth"]) == 1
    assert "no_auth: is possible only" in capsys.readouterr().err
    assert __main__.main(["--port", "0", "--seed", "nothing.json"]) == 1
    assert "No such file" in capsys.readouterr().err
