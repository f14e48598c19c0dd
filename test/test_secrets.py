"""The token is in the request and nowhere else (S3)."""

from __future__ import annotations

import copy
import logging
import pickle
import re
import subprocess
import sys
import traceback
from pathlib import Path
from typing import Any, Dict, List

import certifi
import pytest
import urllib3

import ubiops
from test.support.fixtures import Connect, Serve
from test.support.models import MODELS
from test.support.server import Reply

SECRET = "5ecre7f00d"
PASSWORD = "hunter2"

# Everything that a program can do wrong, with all output switched on, and an exception that nobody catches.
TELLTALE = """
import logging, sys, traceback, warnings
import ubiops

host, secret, log_file = sys.argv[1:]
logging.basicConfig(level=logging.DEBUG)
warnings.simplefilter("always")
configuration = ubiops.Configuration(host, {"Authorization": f" Token {secret}\\n"}, password=secret)
configuration.logger_file = log_file
configuration.debug = True
configuration.log_headers = True
configuration.retries = 1
configuration.on_request = configuration.on_response = print
client = ubiops.ApiClient(configuration, "X-Secret", secret, cookie=f"session={secret}")
client.user_agent = "program"
api = ubiops.CoreApi(client)

def attempt(call):
    try:
        print(call())
    except Exception as error:
        print(repr(error), error, vars(error))
        traceback.print_exc()

attempt(lambda: api.models_list("demo"))
attempt(lambda: api.models_list("demo"))
attempt(lambda: api.models_list_with_http_info("demo"))
attempt(lambda: api.blobs_create("demo", b"content", blob_ttl=900))
attempt(lambda: client.call_api("/x", "GET", auth_settings=["api_key"]))
configuration.api_key["Authorization"] = f"Token {secret}\\r\\nX-Injected: {secret}"
attempt(lambda: api.models_list("demo"))
configuration.api_key["Authorization"] = secret
client.cookie = f"{secret}\\n{secret}"
attempt(lambda: api.models_list("demo"))
client.cookie = None
configuration.proxy = f"http://{secret}:{secret}@127.0.0.1:9"
print(configuration, repr(configuration), configuration.to_debug_report())
attempt(lambda: ubiops.CoreApi(ubiops.ApiClient(configuration)).models_list("demo"))
configuration.proxy = False
configuration.host = "http://127.0.0.1:9"
attempt(lambda: api.models_list("demo"))
configuration.host = f"http://user:{secret}@127.0.0.1:9"
print(configuration)
attempt(lambda: api.models_list("demo"))
api.models_list("demo")
"""


def test_a_talkative_program_tells_no_secret(serve: Serve, tmp_path: Path) -> None:
    log_file = tmp_path / "client.log"
    server = serve(
        Reply(503, {"error": "Try again"}, {"Retry-After": "0"}),
        Reply(401, {"error": "Invalid token"}, {"Set-Cookie": "other=1"}),
        Reply(body=[{"name": "churn"}]),
    )
    run = subprocess.run(
        [sys.executable, "-c", TELLTALE, server.url, SECRET, str(log_file)],
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=60,
    )
    assert run.returncode == 1
    assert all(request.header("Authorization") == f"Token {SECRET}" for request in server.requests)
    assert len(server.requests) == 6
    told = {"stdout": run.stdout, "stderr": run.stderr, "log": log_file.read_text()}
    assert "Invalid token" in told["stdout"]
    assert "ConnectionException" in told["stderr"]
    assert "/projects/demo/models" in told["log"]
    assert {name for name, text in told.items() if SECRET in text} == set()


def test_the_debug_log_shows_neither_token_nor_query_values(
    serve: Serve, connect: Connect, caplog: pytest.LogCaptureFixture
) -> None:
    server = serve(Reply(body=[]))
    api = connect(server, api_key={"Authorization": SECRET}, log_headers=True)
    with caplog.at_level(logging.DEBUG, logger="ubiops"):
        api.blobs_list("demo", creation_date=PASSWORD)
    assert "/projects/demo/blobs?creation_date=***" in caplog.text
    assert SECRET not in caplog.text
    assert PASSWORD not in caplog.text


def test_debugging_prints_nothing_to_standard_output(
    serve: Serve, connect: Connect, capfd: pytest.CaptureFixture[str]
) -> None:
    api = connect(serve(Reply(body=[])), api_key={"Authorization": SECRET}, debug=True)
    api.models_list("demo")
    api.api_client.configuration.debug = False
    out, err = capfd.readouterr()
    assert out == ""
    assert SECRET not in err


@pytest.mark.parametrize(
    "host",
    [
        f"https://ann:{SECRET}@ubiops.example.com/v2.1",
        f"http://{SECRET}@127.0.0.1:8080",
        f"http://a:{SECRET}@x@host/v2.1",
    ],
)
def test_a_configuration_shows_no_secret(host: str) -> None:
    configuration = ubiops.Configuration(host, {"Authorization": SECRET}, username="ann", password=SECRET)
    configuration.proxy = f"http://ann:{SECRET}@proxy:3128"
    configuration.proxy_headers = {"Proxy-Authorization": SECRET}
    shown = repr(configuration)
    assert "//***@" in shown
    assert "token=***" in shown
    assert SECRET not in shown + str(configuration) + configuration.to_debug_report()


def test_a_configuration_without_a_token_says_so() -> None:
    policy = repr(ubiops.RetryPolicy())
    assert repr(ubiops.Configuration("http://mine/v2.1")) == (
        f"<Configuration host='http://mine/v2.1' token=none timeout=(10.0, 120.0) retries={policy}>"
    )


@pytest.mark.parametrize(
    ("retries", "policy"),
    [
        (True, ubiops.RetryPolicy()),
        (False, ubiops.RetryPolicy(max_retries=0)),
        (5, ubiops.RetryPolicy(max_retries=5)),
        (ubiops.RetryPolicy(backoff=2), ubiops.RetryPolicy(backoff=2)),
        (urllib3.Retry(7), urllib3.Retry(7)),
        ("often", "often"),
    ],
)
def test_a_configuration_shows_the_policy_in_force(retries: Any, policy: Any) -> None:
    configuration = ubiops.Configuration()
    configuration.retries = retries
    assert f"retries={policy!r}>" in repr(configuration)


def test_clients_show_where_they_lead(serve: Serve, connect: Connect) -> None:
    api = connect(serve(), api_key={"Authorization": SECRET})
    assert repr(api.api_client) == f"<ApiClient {api.api_client.configuration!r}>"
    assert repr(api) == f"<CoreApi {api.api_client!r}>"


@pytest.fixture
def failed(serve: Serve, connect: Connect) -> List[ubiops.OpenApiException]:
    """Return the errors of calls that fail in all the ways that there are."""
    server = serve(Reply(401, {"error": "Invalid token"}), Reply(500, b"<html>", {"Content-Type": "text/html"}))
    api = connect(server, api_key={"Authorization": SECRET}, retries=False)
    api.api_client.cookie = SECRET
    api.api_client.default_headers["X-Secret"] = SECRET
    errors = []

    def attempt() -> None:
        with pytest.raises(ubiops.OpenApiException) as caught:
            api.models_list("demo")
        errors.append(caught.value)

    attempt()
    attempt()
    api.api_client.configuration.host = f"http://ann:{SECRET}@127.0.0.1:9"
    attempt()
    api.api_client.configuration.host = f"ftp://ann:{SECRET}@127.0.0.1"
    attempt()
    api.api_client.configuration.api_key = {"Authorization": f"{SECRET}\r\n{SECRET}"}
    attempt()
    return errors


def test_errors_carry_no_secret(failed: List[ubiops.OpenApiException]) -> None:
    assert [type(error).__name__ for error in failed] == [
        "UnauthorizedException",
        "ServiceException",
        "ConnectionException",
        "ApiValueError",
        "ApiValueError",
    ]
    for error in failed:
        told = [str(error), repr(error), repr(vars(error)), *traceback.format_exception(type(error), error, None)]
        assert SECRET not in "".join(told)
        assert SECRET.encode() not in pickle.dumps(error)
        assert str(pickle.loads(pickle.dumps(error))) == str(error)


def test_models_carry_no_secret(serve: Serve, connect: Connect) -> None:
    api = connect(serve(Reply(body=[{"name": "churn"}])), api_key={"Authorization": SECRET})
    configuration = api.api_client.configuration
    models = [
        *api.models_list("demo"),
        ubiops.ModelUpdate(name="x", local_vars_configuration=configuration),
    ]
    for model in models:
        assert SECRET not in repr(model) + str(model.to_dict()) + model.to_json()
        assert SECRET.encode() not in pickle.dumps(model)
        assert SECRET not in repr(vars(copy.deepcopy(model)))


def test_answers_carry_no_secret(serve: Serve, connect: Connect) -> None:
    api = connect(serve(Reply(body=[])), api_key={"Authorization": SECRET})
    _, _, headers = api.models_list_with_http_info("demo")
    answer = api.api_client.last_response
    assert SECRET not in repr(headers) + repr(vars(answer)) + repr(answer)
    assert SECRET.encode() not in pickle.dumps(dict(headers))


def test_clients_show_no_secret(serve: Serve, connect: Connect) -> None:
    api = connect(serve(), api_key={"Authorization": SECRET})
    api.api_client.cookie = SECRET
    assert SECRET not in repr(api) + repr(api.api_client) + repr(vars(api)) + repr(api.api_client.rest_client)


SECRETIVE = [
    (ubiops.UserPendingCreate, {"email": "a@b.c", "password": SECRET, "terms_conditions": True}, "password"),
    (ubiops.UserUpdate, {"email": "a@b.c", "password": SECRET, "previous_password": SECRET}, "previous_password"),
    (ubiops.ServiceUserTokenList, {"token": SECRET}, "token"),
    (ubiops.ServiceUserDetail, {"id": "1", "email": "a@b.c", "token": SECRET}, "token"),
    (ubiops.EnvironmentVariableCreate, {"name": "KEY", "value": SECRET, "secret": True}, "value"),
    (ubiops.EnvironmentVariableList, {"name": "KEY", "value": SECRET, "secret": True}, "value"),
    (ubiops.InheritedEnvironmentVariableList, {"name": "KEY", "value": SECRET, "secret": True}, "value"),
]
KEYS: Dict[str, Any] = {"access_key": SECRET, "region": None}
CONFIGURED = [
    ubiops.CredentialsCreate(name="c", type="aws_s3", configuration=KEYS),
    ubiops.CredentialsUpdate(name="c", configuration=KEYS),
    ubiops.CredentialsList.from_dict({"name": "c", "configuration": KEYS}),
    ubiops.CredentialsListWithConfig.from_dict({"name": "c", "configuration": KEYS}),
    ubiops.ConnectorCreate(name="c", type="aws_s3", credentials="c", configuration=KEYS),
    ubiops.ConnectorUpdate(name="c", configuration=KEYS),
]


@pytest.mark.parametrize(("model", "fields", "name"), SECRETIVE, ids=[model.__name__ for model, _, _ in SECRETIVE])
def test_models_mask_what_is_secret_where_they_are_shown(model: Any, fields: Dict[str, Any], name: str) -> None:
    instance = model.from_dict(fields)
    assert SECRET not in repr(instance) + str(instance) + instance.to_str() + repr([instance]) + instance._repr_html_()
    assert f"'{name}': '***'" in str(instance)
    assert f"{name}='***'" in repr(instance)
    assert instance.to_dict()[name] == SECRET
    assert SECRET in instance.to_json()
    setattr(instance, name, ubiops.NULL)
    assert f"'{name}': None" in str(instance)


@pytest.mark.parametrize("instance", CONFIGURED, ids=lambda instance: type(instance).__name__)
def test_configurations_show_their_keys_only(instance: Any) -> None:
    assert SECRET not in repr(instance) + str(instance) + instance._repr_html_()
    assert "'configuration': {'access_key': '***', 'region': None}" in str(instance)
    assert "configuration={'access_key': '***', 'region': None}" in repr(instance)
    assert instance.to_dict()["configuration"] == KEYS


def test_a_variable_that_is_no_secret_is_shown() -> None:
    for secret in (False, None):
        variable = ubiops.EnvironmentVariableList.from_dict({"name": "MODE", "value": "fast", "secret": secret})
        assert "'value': 'fast'" in str(variable)


def test_every_field_that_may_hold_a_secret_is_masked() -> None:
    suspicious = re.compile(r"password|token|secret_|_key$|^key$")
    named = {(model, name) for model in MODELS for name in model.openapi_types if suspicious.search(name)}
    assert len(named) >= 5
    assert {(model.__name__, name) for model, name in named if not model._fields[name].secret} == set()


PEM = f"-----BEGIN PRIVATE KEY-----\n{SECRET}\n-----END PRIVATE KEY-----\n"
JWT = f"{SECRET}.{SECRET * 9}.{SECRET * 9}"
MISTAKES = [PEM, PEM.replace("\n", " "), PEM * 40, SECRET * 4, f"{SECRET}=={SECRET}\n", JWT]


@pytest.mark.parametrize("mistake", MISTAKES, ids=range(len(MISTAKES)))
@pytest.mark.parametrize("setting", ["ssl_ca_cert", "cert_file", "key_file", "host", "timeout", "retries"])
def test_a_secret_in_the_wrong_setting_is_not_quoted(setting: str, mistake: str) -> None:
    configuration = ubiops.Configuration("https://127.0.0.1:9", {"Authorization": "abc"})
    if setting == "key_file":
        configuration.cert_file = certifi.where()
    setattr(configuration, setting, mistake)
    with pytest.raises(ubiops.OpenApiException) as caught:
        ubiops.CoreApi(ubiops.ApiClient(configuration)).models_list("demo")
    assert isinstance(caught.value, (ubiops.ApiValueError, ubiops.ApiTypeError))
    assert SECRET not in "".join(traceback.format_exception(caught.type, caught.value, None))
    assert SECRET not in repr(configuration)


@pytest.mark.parametrize("name", ["UBIOPS_CONNECT_TIMEOUT", "UBIOPS_RETRIES", "UBIOPS_DEBUG"])
def test_a_secret_in_the_wrong_variable_is_not_quoted(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    monkeypatch.setenv(name, SECRET * 4)
    with pytest.raises(ubiops.ApiValueError, match=f"{name} must hold .*, not a text of 40 characters"):
        ubiops.Configuration()


@pytest.mark.parametrize("path", ["/no/such/ca.pem", "certs/ca.crt", "./ca", "~/ca", "C:\\ca", "ca.pem"])
def test_a_path_that_is_wrong_is_quoted(path: str) -> None:
    configuration = ubiops.Configuration("https://127.0.0.1:9", {"Authorization": "abc"})
    configuration.ssl_ca_cert = path
    with pytest.raises(ubiops.ApiValueError, match=re.escape(f"configuration.ssl_ca_cert: {path} cannot be used")):
        ubiops.CoreApi(ubiops.ApiClient(configuration)).models_list("demo")
