# Log lines and hooks: they show what happened and never a secret.
from __future__ import annotations

import dataclasses
import logging
from typing import Any, Callable, Dict, List, NoReturn, Optional

import pytest
import urllib3

import ubiops
from test.support.fixtures import Connect, Serve
from test.support.server import Reply, Server
from ubiops._observe import Observation

FAST = ubiops.RetryPolicy(backoff=0.001)


class Watch:
    """A client whose hooks record."""

    def __init__(self, server: Server, connect: Connect, **settings: Any) -> None:
        self.requests: List[ubiops.RequestInfo] = []
        self.responses: List[ubiops.ResponseInfo] = []
        self.server = server
        hooks = {"on_request": self.requests.append, "on_response": self.responses.append}
        self.api = connect(server, **{**hooks, **settings})


@pytest.fixture
def seen(serve: Serve, connect: Connect) -> Callable[..., Watch]:
    return lambda *answers, **settings: Watch(serve(*answers), connect, **settings)


def test_hooks_see_each_attempt(seen: Callable[..., Watch]) -> None:
    watch = seen(Reply(503), Reply(body=[]), retries=FAST)
    watch.api.models_list("demo")
    assert [request.attempt for request in watch.requests] == [1, 2]
    assert [response.status for response in watch.responses] == [503, 200]
    first = watch.responses[0]
    assert first.request == watch.requests[0]
    assert first.request.url == f"{watch.server.url}/projects/demo/models"
    assert first.duration >= 0
    assert watch.responses[1].size == 2


def test_hooks_see_what_went_wrong_on_the_way(seen: Callable[..., Watch]) -> None:
    watch = seen(Reply(reset=True), retries=False)
    with pytest.raises(ubiops.BrokenConnectionException):
        watch.api.models_list("demo")
    (response,) = watch.responses
    assert response.status == 0
    assert response.size is None
    assert response.error is not None
    assert "ProtocolError" in response.error


def test_hooks_see_no_secret(seen: Callable[..., Watch]) -> None:
    watch = seen(Reply(body=[], headers={"Set-Cookie": "5ecre7", "X-Request-Id": "r1"}))
    watch.api.blobs_list("demo", creation_date="2020-05-13 secret")
    (request,), (response,) = watch.requests, watch.responses
    assert request.url.endswith("/blobs?creation_date=***")
    assert "Authorization" not in request.headers
    assert response.headers["X-Request-Id"] == "r1"
    assert "Set-Cookie" not in response.headers


def test_hooks_see_where_a_redirect_leads_without_what_lets_somebody_in(
    seen: Callable[..., Watch], caplog: pytest.LogCaptureFixture
) -> None:
    signed = "/v2/files/1?X-Amz-Signature=5ecre7#5ecre7"
    watch = seen(Reply(302, headers={"Location": signed}), Reply(body=[]), log_headers=True)
    with caplog.at_level(logging.DEBUG, logger="ubiops"):
        watch.api.models_list("demo")
    assert watch.server.requests[1].target == "/v2/files/1?X-Amz-Signature=5ecre7"
    assert watch.responses[0].headers["Location"] == "/v2/files/1?X-Amz-Signature=***"
    assert "5ecre7" not in caplog.text


def test_hooks_see_no_secret_in_errors_of_urllib3(seen: Callable[..., Watch]) -> None:
    watch = seen(*[Reply(reset=True)] * 2, retries=urllib3.Retry(1, backoff_factor=0))
    with pytest.raises(ubiops.BrokenConnectionException):
        watch.api.blobs_list("demo", creation_date="5ecre7")
    (response,) = watch.responses
    assert response.error is not None and "ProtocolError" in response.error
    assert "5ecre7" not in response.error


def test_what_a_hook_sees_cannot_be_changed(seen: Callable[..., Watch]) -> None:
    watch = seen(Reply(body=[]))
    watch.api.models_list("demo")
    request: Any = watch.requests[0]
    with pytest.raises(dataclasses.FrozenInstanceError):
        request.method = "POST"
    with pytest.raises(TypeError):
        request.headers["X"] = "y"


@pytest.mark.parametrize(
    ("headers", "size"), [({}, 3), ({"Transfer-Encoding": "chunked"}, None)], ids=["with length", "without"]
)
def test_the_size_of_an_unread_answer_is_what_it_says(
    seen: Callable[..., Watch], headers: Dict[str, str], size: Optional[int]
) -> None:
    body = b"abc" if not headers else b"3\r\nabc\r\n0\r\n\r\n"
    watch = seen(Reply(body=body, headers={"Content-Type": "application/octet-stream", **headers}))
    assert watch.api.blobs_get("demo", "b1").read() == b"abc"
    assert watch.responses[0].size == size


@pytest.mark.parametrize("length", ["\u00b2", "9" * 5000, "-1"], ids=["superscript", "huge", "negative"])
def test_a_length_that_is_none_is_a_broken_answer(seen: Callable[..., Watch], length: str) -> None:
    watch = seen(Reply(body=b"abc", headers={"Content-Length": length}, close=True), retries=False)
    with pytest.raises(ubiops.BrokenConnectionException, match="Content-Length of the answer is no length"):
        watch.api.blobs_get("demo", "b1")
    assert watch.responses[0].status == 0


def test_the_size_is_unknown_where_lengths_are_listed(seen: Callable[..., Watch]) -> None:
    watch = seen(Reply(body=b"abc", headers={"Content-Length": "3, 3"}, close=True))
    watch.api.blobs_get("demo", "b1").close()
    assert watch.responses[0].size is None


def test_what_a_hook_raises_ends_the_call(seen: Callable[..., Watch]) -> None:
    def refuse(request: ubiops.RequestInfo) -> NoReturn:
        raise RuntimeError("not today")

    watch = seen(Reply(body=[]), on_request=refuse)
    with pytest.raises(RuntimeError, match="not today"):
        watch.api.models_list("demo")
    assert watch.server.requests == []


@pytest.mark.parametrize("hook", ["on_request", "on_response"])
@pytest.mark.parametrize("error", [FileNotFoundError("not today"), urllib3.exceptions.ProtocolError("not today")])
def test_what_a_hook_raises_is_not_taken_for_a_broken_connection(
    seen: Callable[..., Watch], hook: str, error: Exception
) -> None:
    def refuse(info: Any) -> NoReturn:
        raise error

    watch = seen(Reply(body=[]), Reply(body=[]), retries=FAST, **{hook: refuse})
    with pytest.raises(type(error), match="not today") as raised:
        watch.api.models_list("demo")
    assert raised.value is error
    assert len(watch.server.requests) == (hook == "on_response")


def test_a_host_that_cannot_be_read_is_said_so_to_who_watches_too(seen: Callable[..., Watch]) -> None:
    watch = seen()
    watch.api.api_client.configuration.host = "http://[::1"
    with pytest.raises(ubiops.ApiValueError, match="must be an http or https URL"):
        watch.api.models_list("demo")
    assert [request.url for request in watch.requests] == ["a URL that cannot be read"]


def test_debug_logs_a_line_for_each_request_and_answer(
    serve: Serve, connect: Connect, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.DEBUG, "ubiops"):
        server = serve(Reply(body=[]))
        connect(server).blobs_list("demo", range=-1)
    lines = [record.getMessage() for record in caplog.records]
    url = f"GET {server.url}/projects/demo/blobs?range=***"
    assert lines[0] == url
    assert lines[1].startswith(f"{url}: 200 in 0.")
    assert lines[1].endswith(" s, 2 bytes")


def test_headers_are_logged_on_request_only_and_by_an_allow_list(
    serve: Serve, connect: Connect, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.DEBUG, "ubiops"):
        connect(serve(Reply(body=[])), log_headers=True).models_list("demo")
    text = caplog.text
    assert "'User-Agent'" in text
    assert "'Content-Length': '2'" in text
    assert "5ecre7" not in text
    assert "Authorization" not in text


def test_nothing_is_logged_unless_asked(serve: Serve, connect: Connect, caplog: pytest.LogCaptureFixture) -> None:
    connect(serve(Reply(body=[]))).models_list("demo")
    assert caplog.records == []


def test_a_repetition_is_one_log_line_with_reason_and_delay(
    serve: Serve, connect: Connect, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.INFO, "ubiops"):
        server = serve(Reply(503), Reply(body=[]))
        connect(server, retries=FAST).models_list("demo")
    (record,) = caplog.records
    assert record.getMessage() == f"GET {server.url}/projects/demo/models: status 503, attempt 2 follows in 0.00 s"


FORGED = "2026-01-01 INFO all is well"


@pytest.mark.parametrize(
    "location",
    [
        f"/v2.1/x%0a{FORGED}",
        f"/v2.1/x?%0a{FORGED}=1",
        f"/v2.1/x?a=1&b%0d%0a{FORGED}",
        f"/v2.1/\x1b[2J\x9b31m{FORGED}",
        f"/v2.1/\x0b{FORGED}",
    ],
)
def test_an_address_from_elsewhere_forges_no_log_line(
    serve: Serve, connect: Connect, caplog: pytest.LogCaptureFixture, location: str
) -> None:
    server = serve(
        Reply(302, headers={"Location": location}), Reply(503, headers={"Server": "\x1b[2J"}), Reply(body=[])
    )
    seen: List[Any] = []
    hooks = {"on_request": seen.append, "on_response": seen.append, "log_headers": True}
    with caplog.at_level(logging.DEBUG, "ubiops"):
        connect(server, retries=FAST, **hooks).models_list("demo")
    lines = [record.getMessage() for record in caplog.records]
    assert len(server.requests) == 3
    assert any(FORGED.partition(" ")[0] in line for line in lines)
    assert all(line.isprintable() for line in lines)
    assert all(item.url.isprintable() for item in seen if isinstance(item, ubiops.RequestInfo))


def test_what_went_wrong_is_logged_in_one_line(caplog: pytest.LogCaptureFixture) -> None:
    configuration = ubiops.Configuration()
    with caplog.at_level(logging.DEBUG, "ubiops"):
        request = ubiops.RequestInfo("GET", "http://127.0.0.1/x", {}, 1)
        Observation(configuration, request).failed(OSError(f"\x1b[2J\n{FORGED}"))
    assert all(record.getMessage().isprintable() for record in caplog.records)
