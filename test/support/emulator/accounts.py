"""People and programs that call an emulator under their own names."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Optional

if TYPE_CHECKING:
    from test.support.emulator.client import Answer, Client

PASSWORD = "Blue-Kettle-42"
ORGANIZATION = "/organizations/emulator"
PROJECT = "/projects/demo"


class Caller:
    """Calls with an `Authorization` of its own."""

    def __init__(self, client: Client, authorization: str) -> None:
        self.client = client
        self.authorization = authorization

    def __call__(self, verb: str, path: str, body: Any = ...) -> Answer:
        """Send JSON."""
        return self.client(verb, path, body, Authorization=self.authorization)

    @property
    def id(self) -> str:
        """Id of the user."""
        return str(self("GET", "/user").body["id"])


def sign_in(client: Client, email: str, password: str) -> Optional[Caller]:
    """Sign in; None if that is refused."""
    answer = client("POST", "/authorize", {"email": email, "password": password}, Authorization="")
    return Caller(client, f"Bearer {answer.body['access']}") if answer.status == 200 else None


def person(client: Client, name: str = "maria", **member: bool) -> Caller:
    """Register a user and sign in; with `admin` make them a member of the seeded organization."""
    email = f"{name}@example.com"
    body = {"email": email, "password": PASSWORD, "terms_conditions": True}
    assert client("POST", "/user", body).status == 201
    if member:
        assert client("POST", f"{ORGANIZATION}/users", {"email": email, **member}).status == 201
    found = sign_in(client, email, PASSWORD)
    assert found is not None
    return found


def service_user(client: Client) -> Caller:
    """Make a service user without roles."""
    return Caller(client, f"Token {client('POST', f'{PROJECT}/service-users', {}).body['token']}")


def assign(client: Client, user: Caller, role: str, kind: Optional[str] = None, name: Optional[str] = None) -> str:
    """Give a user a role; return the id of the assignment."""
    where = {"object_type": kind, "object_name": name} if kind else {}
    answer = client("POST", f"{PROJECT}/role-assignments", {"user_id": user.id, "role": role, **where})
    assert answer.status == 201, answer
    return str(answer.body["id"])
