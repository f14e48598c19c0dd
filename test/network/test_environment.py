# Settings from outside: what the program sets wins over the environment, which wins over the default.
from __future__ import annotations

import os
from typing import Any, Tuple

import pytest

import ubiops
from test.support.fixtures import Connect, Serve
from test.support.names import on_disk
from test.support.server import Reply
from ubiops._environment import VARIABLES, read

VALUES = {
    "UBIOPS_API_TOKEN": ("api_key", "abc", {"Authorization": "abc"}),
    "UBIOPS_API_HOST": ("host", "http://ubiops.test/v2.1", "http://ubiops.test/v2.1"),
    "UBIOPS_CONNECT_TIMEOUT": ("timeout", "2.5", (2.5, 120.0)),
    "UBIOPS_READ_TIMEOUT": ("timeout", "60", (10.0, 60.0)),
    "UBIOPS_RETRIES": ("retries", "5", 5),
    "UBIOPS_CA_BUNDLE": ("ssl_ca_cert", "/ca.pem", "/ca.pem"),
    "UBIOPS_CLIENT_CERT": ("cert_file", "/cert.pem", "/cert.pem"),
    "UBIOPS_CLIENT_KEY": ("key_file", "/key.pem", "/key.pem"),
    "UBIOPS_CLIENT_KEY_PASSWORD": ("key_file_password", "5ecret", "5ecret"),
    "UBIOPS_PROXY": ("proxy", "http://proxy.test", "http://proxy.test"),
    "UBIOPS_DEBUG": ("debug", "yes", True),
}


def test_every_variable_is_tested() -> None:
    assert list(VALUES) == [variable.name for variable in VARIABLES]


@pytest.mark.parametrize("name", VALUES)
def test_a_variable_sets_its_attribute(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    attribute, text, value = VALUES[name]
    default = getattr(ubiops.Configuration(), attribute)
    assert default != value
    monkeypatch.setenv(name, f"  {text}\n")
    configuration = ubiops.Configuration()
    assert getattr(configuration, attribute) == value
    configuration.debug = False
    for empty in ("", "  "):
        monkeypatch.setenv(name, empty)
        assert getattr(ubiops.Configuration(), attribute) == default


@pytest.mark.parametrize(
    ("name", "kind", "texts"),
    [
        ("UBIOPS_CONNECT_TIMEOUT", "seconds", ("soon", "0", "-1", "nan", "inf", "1,5")),
        ("UBIOPS_READ_TIMEOUT", "seconds", ("soon", "0", "-1", "nan", "inf", "5s")),
        ("UBIOPS_RETRIES", "count", ("-1", "1.5", "many", "²")),
        ("UBIOPS_DEBUG", "true or false", ("2", "maybe", "truee")),
    ],
)
def test_a_variable_that_cannot_be_read_is_named(
    monkeypatch: pytest.MonkeyPatch, name: str, kind: str, texts: Tuple[Any, ...]
) -> None:
    for text in map(on_disk, texts):
        monkeypatch.setenv(name, text)
        with pytest.raises(
            ubiops.ApiValueError, match=f"The environment variable {name} must hold {kind}, not"
        ) as caught:
            ubiops.Configuration()
        assert repr(text) in str(caught.value)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1", True),
        ("TRUE", True),
        ("Yes", True),
        ("on", True),
        ("0", False),
        ("False", False),
        ("NO", False),
        ("off", False),
    ],
)
def test_what_a_switch_takes(text: str, value: bool) -> None:
    assert read("UBIOPS_DEBUG", None, {"UBIOPS_DEBUG": text}) is value


def test_a_variable_that_is_not_set_has_the_default() -> None:
    assert read("UBIOPS_RETRIES", environment={}) is None
    assert read("UBIOPS_RETRIES", 7, {}) == 7


def test_the_environment_is_read_when_the_configuration_is_made(monkeypatch: pytest.MonkeyPatch) -> None:
    before = ubiops.Configuration()
    monkeypatch.setenv("UBIOPS_RETRIES", "5")
    assert (before.retries, ubiops.Configuration().retries) == (None, 5)


def test_the_program_wins(monkeypatch: pytest.MonkeyPatch, serve: Serve) -> None:
    for name, (_, text, _) in VALUES.items():
        if name != "UBIOPS_DEBUG":
            monkeypatch.setenv(name, text)
    server = serve(Reply(body=[]))
    configuration = ubiops.Configuration(host=server.url, api_key={"Authorization": "Token mine"})
    configuration.proxy = False
    configuration.timeout = 3
    with ubiops.ApiClient(configuration) as client:
        ubiops.CoreApi(client).models_list("demo")
    assert server.requests[0].header("Authorization") == "Token mine"


def test_a_program_without_settings_works_from_the_environment(monkeypatch: pytest.MonkeyPatch, serve: Serve) -> None:
    server = serve(Reply(body=[]))
    monkeypatch.setenv("UBIOPS_API_HOST", f"{server.url}/")
    monkeypatch.setenv("UBIOPS_API_TOKEN", "abc")
    assert ubiops.CoreApi().models_list("demo") == []
    (request,) = server.requests
    assert request.target == "/v2.1/projects/demo/models"
    assert request.header("Authorization") == "Token abc"


@pytest.mark.parametrize(
    "host",
    [
        "ubiops.test/v2.1",
        "//ubiops.test",
        "ftp://ubiops.test",
        "http://",
        "http://a:b/v2.1",
        "http://[::1/v2.1",
        "http://[::1]a/v2.1",
        "http://user:5ecret@a:b",
    ],
)
def test_a_host_that_is_not_a_url_is_refused(serve: Serve, connect: Connect, host: str) -> None:
    with pytest.raises(ubiops.ApiValueError, match="The host must be an http or https URL, not") as caught:
        connect(serve(), host=host).models_list("demo")
    assert "5ecret" not in str(caught.value)


def test_the_environment_is_left_as_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("UBIOPS_API_TOKEN", "abc")
    before = dict(os.environ)
    ubiops.ApiClient().close()
    assert dict(os.environ) == before
