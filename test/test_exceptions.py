# U2: errors say what happened, begin with the server's own words, and can be pickled.
from __future__ import annotations

import copy
import inspect
import pickle
from typing import Any, Callable, Dict, Optional, Type

import pytest
import urllib3
from urllib3._collections import HTTPHeaderDict  # where 1.26 and 2 have it

import ubiops
from test.conftest import TOKEN
from test.support.fixtures import Connect, Serve
from test.support.names import documented
from test.support.openapi import operations
from test.support.server import Reply
from ubiops import exceptions
from ubiops.exceptions import render_path

STATUSES = {
    400: "BadRequestException",
    401: "UnauthorizedException",
    402: "ApiException",
    403: "ForbiddenException",
    404: "NotFoundException",
    405: "ApiException",
    409: "ConflictException",
    413: "ContentTooLargeException",
    418: "ApiException",
    429: "TooManyRequestsException",
    500: "ServiceException",
    502: "ServiceException",
    503: "ServiceException",
    504: "ServiceException",
    599: "ServiceException",
}

PUBLIC = [getattr(exceptions, name) for name in exceptions.__all__ if name != "render_path"]
OF_CALLS = [kind for kind in PUBLIC if issubclass(kind, ubiops.ApiException)]
OF_ARGUMENTS = [ubiops.ApiTypeError, ubiops.ApiValueError, ubiops.ApiKeyError]

DUPLICATES = pytest.mark.parametrize(
    "duplicate",
    [lambda error: pickle.loads(pickle.dumps(error)), copy.copy, copy.deepcopy],
    ids=["pickle", "copy", "deep"],
)


class Answer:
    """What an exception can be made of."""

    def __init__(
        self,
        data: Any,
        status: int = 404,
        reason: Optional[str] = "Not Found",
        headers: Optional[Dict[str, str]] = None,
    ) -> None:
        self.data, self.status, self.reason, self.headers = data, status, reason, headers or {}

    def getheaders(self) -> HTTPHeaderDict:
        return HTTPHeaderDict(self.headers)


def refusal(serve: Serve, connect: Connect, *answers: Reply, **settings: Any) -> ubiops.ApiException:
    api = connect(serve(*answers), **{"retries": False, **settings})
    with pytest.raises(ubiops.ApiException) as caught:
        api.models_update("demo", "m", {"name": "n"})
    return caught.value


@pytest.mark.parametrize("status, name", STATUSES.items())
def test_every_status_has_its_exception(serve: Serve, connect: Connect, status: int, name: str) -> None:
    error = refusal(serve, connect, Reply(status, {"error": "Not like this"}, {"X-Request-Id": "r-1"}))
    assert type(error).__name__ == name
    assert (error.status, error.request_id, error.message) == (status, "r-1", "Not like this")
    assert error.body == '{"error": "Not like this"}'
    assert error.headers is not None
    assert error.headers["content-type"] == "application/json"


def test_the_text_begins_with_the_servers_message(serve: Serve, connect: Connect) -> None:
    server = serve(Reply(404, {"error": "No such model"}, {"X-Request-Id": "r-1"}))
    with pytest.raises(ubiops.NotFoundException) as caught:
        connect(server).models_update("demo", "m", {"name": "n"})
    url = f"{server.url}/projects/demo/models/m"
    assert str(caught.value) == f"No such model (PATCH {url}, status 404 Not Found, request id r-1)"
    assert (caught.value.method, caught.value.url) == ("PATCH", url)


def test_the_text_tells_how_often_it_was_tried(serve: Serve, connect: Connect) -> None:
    server = serve(Reply(503), Reply(500, {"error": "Broken"}))
    api = connect(server, retries=ubiops.RetryPolicy(backoff=0.001))
    with pytest.raises(ubiops.ServiceException, match=r"^Broken \(.*, 2 attempts in \d+\.\d s\)$") as caught:
        api.models_list("demo")
    assert caught.value.attempts == 2
    assert (caught.value.elapsed or 0) > 0


@pytest.mark.parametrize("query", ["?token=5ecret", "?a=1"])
def test_the_url_is_shown_without_query_and_password(serve: Serve, connect: Connect, query: str) -> None:
    server = serve(Reply(400, {"error": "No"}))
    client = connect(server).api_client
    client.configuration.host = server.url.replace("http://", "http://someone:5ecret@")
    with pytest.raises(ubiops.BadRequestException) as caught:
        client.call_api("/status" + query, "GET", query_params=[("key", "5ecret")])
    assert caught.value.url == f"{server.url}/status"
    for shown in (
        str(caught.value),
        repr(caught.value),
        repr(vars(caught.value)),
        pickle.dumps(caught.value).decode("l1"),
    ):
        assert "5ecret" not in shown


def test_no_exception_holds_the_token(serve: Serve, connect: Connect) -> None:
    # S3
    error = refusal(serve, connect, Reply(401, {"error": "Invalid token."}))
    secret = TOKEN.split()[1]
    assert secret.encode() not in pickle.dumps(error)
    assert secret not in str(error) + repr(error) + repr(vars(error))


@pytest.mark.parametrize(
    "body, message",
    [
        ('{"error": "first", "detail": "second"}', "first"),
        ('{"error_message": "words"}', "words"),
        ('{"detail": "words"}', "words"),
        ('{"message": "words"}', "words"),
        ('{"error": "", "message": "words"}', "words"),
        ('{"error": ["one", "two"]}', "['one', 'two']"),
        (b'{"error": "Zo\xc3\xab"}', "Zoë"),
        (b'{"error": "d\xe9faut"}', "d\ufffdfaut"),
        ('{"code": 7}', '{"code": 7}'),
        ('["words"]', '["words"]'),
        ("  words\n", "words"),
        ("x" * 9999, "x" * 500),
        ("[" * 100_000, "[" * 500),
        ("", "Not Found"),
        (b"", "Not Found"),
        (None, "Not Found"),
    ],
)
def test_the_message_is_what_can_be_read(body: Any, message: str) -> None:
    assert ubiops.ApiException(http_resp=Answer(body)).message == message


def test_without_any_words_the_class_is_named() -> None:
    assert str(ubiops.ApiException()) == "ApiException"
    assert str(ubiops.NotFoundException(404)) == "NotFoundException (status 404)"
    assert ubiops.NotFoundException(http_resp=Answer("", reason=None)).message == "NotFoundException"


def test_a_reason_that_is_the_message_is_not_repeated() -> None:
    assert str(ubiops.ApiException(404, "Not Found")) == "Not Found (status 404)"


@pytest.mark.parametrize("name", ["X-Request-Id", "x-request-id", "Request-Id", "X-Correlation-ID"])
def test_the_request_id_is_found(name: str) -> None:
    error = ubiops.ApiException(http_resp=Answer("", headers={name: "r-1"}))
    assert error.request_id == "r-1"
    assert "request id r-1" in str(error)


def test_exceptions_are_made_as_before() -> None:
    error = ubiops.ApiException(404, "Not Found")
    assert (error.status, error.reason, error.body, error.headers) == (404, "Not Found", None, None)
    assert error.args == (404, "Not Found")
    error = ubiops.ApiException(status=0, reason="", http_resp=Answer(b"{}", 409, "Conflict", {"A": "b"}))
    assert (error.status, error.reason, error.body) == (409, "Conflict", "{}")
    assert error.headers is not None
    assert error.headers["a"] == "b"


@DUPLICATES
@pytest.mark.parametrize("kind", OF_CALLS)
def test_errors_of_calls_can_be_pickled_and_copied(
    kind: Type[ubiops.ApiException], duplicate: Callable[[Any], Any]
) -> None:
    error = kind(http_resp=Answer('{"error": "words"}', 404, headers={"X-Request-Id": "r-1"}))
    error.method, error.url, error.attempts, error.elapsed = "GET", "http://localhost/", 3, 1.5
    twin = duplicate(error)
    assert type(twin) is kind
    assert str(twin) == str(error)
    assert twin.args == error.args
    assert {**vars(twin), "headers": None} == {**vars(error), "headers": None}
    assert dict(twin.headers or {}) == {"X-Request-Id": "r-1"}


@DUPLICATES
def test_errors_without_an_answer_can_be_pickled_and_copied(duplicate: Callable[[Any], Any]) -> None:
    twin = duplicate(ubiops.ConnectTimeoutException(reason="words"))
    assert (type(twin), twin.status, twin.headers, str(twin)) == (ubiops.ConnectTimeoutException, 0, None, "words")


@DUPLICATES
@pytest.mark.parametrize("kind", OF_ARGUMENTS)
def test_errors_of_arguments_can_be_pickled_and_copied(kind: Any, duplicate: Callable[[Any], Any]) -> None:
    error = kind("words", ["data", 3, "name"])
    twin = duplicate(error)
    assert type(twin) is kind
    assert str(twin) == str(error) == "words at ['data'][3]['name']"
    assert twin.path_to_item == ["data", 3, "name"]


def test_a_refused_type_keeps_what_would_be_right() -> None:
    error = ubiops.ApiTypeError("words", valid_classes=(int, str), key_type=False)
    twin = pickle.loads(pickle.dumps(error))
    assert (str(twin), twin.valid_classes, twin.key_type, twin.path_to_item) == ("words", (int, str), False, None)


@pytest.mark.parametrize(
    "kind, builtin",
    [(ubiops.ApiTypeError, TypeError), (ubiops.ApiValueError, ValueError), (ubiops.ApiKeyError, KeyError)],
)
def test_errors_of_arguments_are_builtin_ones_too(kind: Type[Exception], builtin: Type[Exception]) -> None:
    assert issubclass(kind, builtin)
    assert issubclass(kind, ubiops.OpenApiException)


@pytest.mark.parametrize(
    "kind, theirs",
    [
        (ubiops.ConnectionException, urllib3.exceptions.NewConnectionError),
        (ubiops.NameResolutionException, urllib3.exceptions.NewConnectionError),
        (ubiops.ConnectTimeoutException, urllib3.exceptions.NewConnectionError),
        (ubiops.ReadTimeoutException, urllib3.exceptions.ReadTimeoutError),
        (ubiops.BrokenConnectionException, urllib3.exceptions.ProtocolError),
        (ubiops.TLSException, urllib3.exceptions.SSLError),
        (ubiops.ProxyException, urllib3.exceptions.ProxyError),
    ],
)
def test_errors_of_the_transport_are_those_of_urllib3_too(
    kind: Type[ubiops.ApiException], theirs: Type[Exception]
) -> None:
    # N4
    error = kind(reason="words")
    assert error.status == 0
    assert isinstance(error, (theirs,)) and isinstance(error, urllib3.exceptions.MaxRetryError)


@documented
def test_the_docstring_draws_every_exception() -> None:
    for kind in PUBLIC:
        assert kind.__name__ in exceptions.__doc__
        assert inspect.getdoc(kind)


@pytest.mark.parametrize(
    "path, text", [([], ""), (["data"], "['data']"), (["data", 3, "name"], "['data'][3]['name']"), ((0,), "[0]")]
)
def test_paths_are_shown_as_python_writes_them(path: Any, text: str) -> None:
    assert render_path(path) == text


UNSAFE = "\x1b[2J\x07\x9b31m\n2026-01-01 INFO all is well\r\u202eevil\u2028\ud800"
ESCAPED = r"\x1b[2J\x07\x9b31m\n2026-01-01 INFO all is well\r\u202eevil\u2028\ud800"


@pytest.mark.parametrize(
    "answer",
    [
        Answer('{"error": "no"}', reason=UNSAFE),
        Answer('{"error": "no"}', headers={"X-Request-Id": UNSAFE}),
        Answer(f"no {UNSAFE}"),
        Answer('{"error": "no \\u001b[2J"}'),
    ],
)
def test_text_from_elsewhere_is_shown_escaped(answer: Answer) -> None:
    text = str(ubiops.ApiException(http_resp=answer))
    assert text.startswith("no")
    assert (ESCAPED if answer.data != '{"error": "no \\u001b[2J"}' else r"no \x1b[2J") in text
    text.encode()


def test_ordinary_text_of_all_languages_is_shown_as_it_is() -> None:
    words = "naïve \u00a0 日本語 עברית 👩\u200d🔬"
    assert str(ubiops.ApiException(http_resp=Answer(words))).startswith(words)


def test_every_refusal_that_the_api_documents_has_a_class_of_its_own() -> None:
    documented = {int(status) for each in operations().values() for status in each.node["responses"] if status >= "4"}
    assert 413 in documented
    classes = [exceptions.exception_for_status(status) for status in documented]
    assert ubiops.ApiException not in classes
    assert len(set(classes)) == len(documented)


SWAPPED = (
    "No pipeline 'score' ({}, status 404 Not Found). It was called with project_name='demo', name='churn', "
    "pipeline_name='score': if these are swapped, give them by keyword"
)


@pytest.mark.parametrize("options", [{}, {"async_req": True}])
def test_names_that_may_be_swapped_are_shown_by_parameter(
    serve: Serve, connect: Connect, options: Dict[str, bool]
) -> None:
    server = serve(Reply(404, {"error": "No pipeline 'score'"}))
    api = connect(server)
    with pytest.raises(ubiops.NotFoundException) as caught:
        called = api.pipeline_objects_get("demo", "churn", "score", **options)
        called.get(60)
    error = caught.value
    assert str(error) == SWAPPED.format(f"GET {server.url}/projects/demo/pipelines/score/objects/churn")
    assert error.given == {"project_name": "demo", "name": "churn", "pipeline_name": "score"}
    assert str(pickle.loads(pickle.dumps(error))) == str(error)


def test_names_in_the_order_of_the_path_are_not_repeated(serve: Serve, connect: Connect) -> None:
    api = connect(serve(Reply(404, {"error": "No model 'm'"})))
    with pytest.raises(ubiops.NotFoundException, match=r"status 404 Not Found\)$") as caught:
        api.models_get("demo", "m")
    assert caught.value.given is None
