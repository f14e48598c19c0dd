"""Which token is sent, and what becomes of the settings that hold it (D9)."""

from __future__ import annotations

import base64
import copy
import logging
import pickle
from types import SimpleNamespace
from typing import Any, Callable, Dict, List, Optional

import pytest

import ubiops
from test.support.fixtures import Connect, Serve
from test.support.server import Reply

SECRET = "5ecre7f00d"


def key(token: Any, prefix: Optional[str] = None) -> ubiops.Configuration:
    prefixes = None if prefix is None else {"Authorization": prefix}
    return ubiops.Configuration(api_key={"Authorization": token}, api_key_prefix=prefixes)


@pytest.mark.parametrize(
    ("token", "prefix", "sent"),
    [
        ("Token abc", None, "Token abc"),
        ("abc", "Token", "Token abc"),
        ("abc", None, "Token abc"),
        ("Token abc", "Token", "Token abc"),
        ("token abc", None, "token abc"),
        ("Bearer abc", None, "Bearer abc"),
        ("Bearer abc", "Token", "Bearer abc"),
        ("abc", "Bearer", "Bearer abc"),
        ("abc", " Bearer ", "Bearer abc"),
        ("Basic dTpw", None, "Basic dTpw"),
        ("Own abc", "Own", "Own abc"),
        ("abc", "Own", "Own abc"),
        (" \tToken abc\r\n", None, "Token abc"),
        ("Token  \t abc", None, "Token abc"),
        ("Token\tabc", None, "Token abc"),
        ("abc\n", None, "Token abc"),
        ("abc\n", "Token", "Token abc"),
        ("abc", "", "Token abc"),
        (lambda: " abc\n", None, "Token abc"),
        ("", None, None),
        (" \n", None, None),
        ("Token", None, None),
        ("Token ", None, None),
        ("bearer \n", None, None),
        ("Own ", "Own", None),
        (None, None, None),
        (lambda: "", None, None),
        (lambda: None, None, None),
    ],
)
def test_a_token_is_sent_right_however_it_is_written(token: Any, prefix: Optional[str], sent: Optional[str]) -> None:
    configuration = key(token, prefix)
    assert configuration.get_api_key_with_prefix("Authorization") == sent
    assert configuration.auth_settings()["api_key"]["value"] == sent


def test_an_unknown_key_is_none() -> None:
    assert ubiops.Configuration().get_api_key_with_prefix("Authorization") is None
    assert ubiops.Configuration().auth_settings() == {}
    assert key("abc").get_api_key_with_prefix("Other") is None


def test_the_authorization_header_arrives(serve: Serve, connect: Connect) -> None:
    server = serve(Reply(body=[]))
    connect(server, api_key={"Authorization": f" {SECRET}\n"}).models_list("demo")
    assert server.requests[0].header("Authorization") == f"Token {SECRET}"


@pytest.mark.parametrize("token", [None, "", "Token ", lambda: None])
def test_without_a_token_it_is_for_the_server_to_refuse_and_the_error_names_the_remedy(
    serve: Serve, connect: Connect, token: Any
) -> None:
    server = serve(Reply(401, {"error": "Invalid token"}))
    with pytest.raises(ubiops.UnauthorizedException, match=r"^Invalid token .*set the environment variable UBIOPS_A"):
        connect(server, api_key={} if token is None else {"Authorization": token}).models_list("demo")
    assert {request.header("Authorization") for request in server.requests} == {None}


def test_a_gateway_on_the_way_may_add_the_token(serve: Serve, connect: Connect) -> None:
    assert connect(serve(Reply(body=[])), api_key={}).models_list("demo") == []


def test_of_a_token_that_is_refused_nobody_says_that_it_is_missing(serve: Serve, connect: Connect) -> None:
    with pytest.raises(ubiops.UnauthorizedException) as caught:
        connect(serve(Reply(401, {"error": "Invalid token"}))).models_list("demo")
    assert not caught.value.anonymous
    assert "UBIOPS_API_TOKEN" not in str(caught.value)


@pytest.mark.parametrize("call", [lambda api: api.service_status(), lambda api: api.user_create({})])
@pytest.mark.parametrize(
    ("token", "sent"),
    [(None, None), ("", None), ("Token ", None), (lambda: None, None), ("abc", "Token abc"), (lambda: "a", "Token a")],
)
def test_a_token_that_is_not_needed_is_sent_if_there_is_one(
    serve: Serve, connect: Connect, call: Callable[[ubiops.CoreApi], Any], token: Any, sent: Optional[str]
) -> None:
    server = serve(Reply(body={}))
    call(connect(server, api_key={} if token is None else {"Authorization": token}))
    assert server.requests[0].header("Authorization") == sent


def test_a_function_is_asked_for_the_token_of_each_request(serve: Serve, connect: Connect) -> None:
    server = serve(Reply(body=[]))
    tokens = iter(["first", "second"])
    api = connect(server, api_key={"Authorization": lambda: next(tokens)})
    api.models_list("demo")
    api.models_list("demo")
    assert [request.header("Authorization") for request in server.requests] == ["Token first", "Token second"]


def test_the_refresh_hook_is_called_before_the_token_is_read(serve: Serve, connect: Connect) -> None:
    server = serve(Reply(body=[]))
    tokens = iter(["first", "second"])

    def refresh(configuration: ubiops.Configuration) -> None:
        configuration.api_key["Authorization"] = next(tokens)

    api = connect(server, api_key={"Authorization": "abc"}, refresh_api_key_hook=refresh)
    api.models_list("demo")
    api.models_list("demo")
    assert [request.header("Authorization") for request in server.requests] == ["Token first", "Token second"]


def test_token_and_host_come_from_the_environment(serve: Serve, monkeypatch: pytest.MonkeyPatch) -> None:
    server = serve(Reply(body=[]))
    monkeypatch.setenv("UBIOPS_API_TOKEN", f" {SECRET}\n")
    monkeypatch.setenv("UBIOPS_API_HOST", server.url + "/")
    with ubiops.ApiClient() as client:
        ubiops.CoreApi(client).models_list("demo")
    (request,) = server.requests
    assert request.target == "/v2.1/projects/demo/models"
    assert request.header("Authorization") == f"Token {SECRET}"


def test_what_the_program_sets_wins_over_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("UBIOPS_API_TOKEN", "from outside")
    monkeypatch.setenv("UBIOPS_API_HOST", "http://from.outside")
    configuration = ubiops.Configuration("http://mine", {"Authorization": "mine"})
    assert configuration.host == "http://mine"
    assert configuration.get_api_key_with_prefix("Authorization") == "Token mine"
    same_as_default = ubiops.Configuration(host="https://api.ubiops.com/v2.1")
    assert same_as_default.host == "https://api.ubiops.com/v2.1"


def test_the_default_host_is_plain_text() -> None:
    assert ubiops.Configuration().host == "https://api.ubiops.com/v2.1"
    assert type(ubiops.Configuration().host) is str


def test_two_configurations_made_from_one_dict_share_nothing() -> None:
    keys, prefixes = {"Authorization": "abc"}, {"Authorization": "Token"}
    one = ubiops.Configuration(api_key=keys, api_key_prefix=prefixes)
    other = ubiops.Configuration(api_key=keys, api_key_prefix=prefixes)
    one.api_key["Authorization"] = "changed"
    one.api_key_prefix["Authorization"] = "Bearer"
    assert other.get_api_key_with_prefix("Authorization") == "Token abc"
    assert (keys, prefixes) == ({"Authorization": "abc"}, {"Authorization": "Token"})
    assert ubiops.Configuration().api_key == {}


@pytest.mark.parametrize(
    "duplicate",
    [copy.copy, copy.deepcopy, lambda configuration: pickle.loads(pickle.dumps(configuration))],
    ids=["copy", "deepcopy", "pickle"],
)
def test_a_copy_keeps_the_secret_and_shares_nothing(duplicate: Callable[[Any], Any]) -> None:
    original = key(SECRET, "Bearer")
    original.timeout = (1, 2)
    original.logger_format = "%(message)s"
    twin = duplicate(original)
    assert twin.get_api_key_with_prefix("Authorization") == f"Bearer {SECRET}"
    assert (twin.timeout, twin.logger_format) == ((1, 2), "%(message)s")
    assert twin.logger["package_logger"] is logging.getLogger("ubiops")
    twin.api_key["Authorization"] = "changed"
    twin.api_key_prefix["Authorization"] = "Token"
    assert original.get_api_key_with_prefix("Authorization") == f"Bearer {SECRET}"


def test_a_copy_of_used_settings_can_be_changed_without_a_warning(serve: Serve, connect: Connect) -> None:
    used = connect(serve()).api_client.configuration
    with pytest.warns(UserWarning, match=r"configuration\.verify_ssl is read when a client is made"):
        used.verify_ssl = False
    copy.copy(used).verify_ssl = True


@pytest.mark.parametrize(
    ("username", "password", "credentials"),
    [("ann", "p:ss", "ann:p:ss"), ("ann", None, "ann:"), (None, None, ":"), ("ann", "pä", "ann:pä")],
)
def test_basic_authentication_is_encoded(username: Optional[str], password: Optional[str], credentials: str) -> None:
    token = ubiops.Configuration(username=username, password=password).get_basic_auth_token()
    scheme, _, encoded = token.partition(" ")
    assert scheme == "Basic"
    assert base64.b64decode(encoded).decode() == credentials


def test_signing_settings_learn_the_host() -> None:
    signing = SimpleNamespace(host=None)
    configuration = ubiops.Configuration("http://mine", signing_info=signing)
    assert configuration.signing_info is signing
    assert signing.host == "http://mine"


class WithPlaceholders(ubiops.Configuration):
    def get_host_settings(self) -> List[Dict[str, Any]]:
        region = {"default_value": "eu", "enum_values": ["eu", "us"]}
        return [
            {
                "url": "https://{region}.example.com/{base}",
                "variables": {"region": region, "base": {"default_value": "v1"}},
            }
        ]


@pytest.mark.parametrize(
    ("variables", "url"),
    [
        (None, "https://eu.example.com/v1"),
        ({"region": "us"}, "https://us.example.com/v1"),
        ({"base": "v2"}, "https://eu.example.com/v2"),
    ],
)
def test_a_host_is_made_of_its_settings(variables: Optional[Dict[str, str]], url: str) -> None:
    assert WithPlaceholders().get_host_from_settings(0, variables) == url


def test_a_host_variable_takes_only_its_values() -> None:
    with pytest.raises(ubiops.ApiValueError, match=r"region of the host is 'mars', must be one of \['eu', 'us'\]"):
        WithPlaceholders().get_host_from_settings(0, {"region": "mars"})


def test_the_api_has_one_host() -> None:
    configuration = ubiops.Configuration("http://mine")
    assert configuration.get_host_from_settings(0) == "https://api.ubiops.com/v2.1"
    for index in (1, -1):
        with pytest.raises(ubiops.ApiValueError, match=f"no server {index}; the index must be less than 1"):
            configuration.get_host_from_settings(index)
