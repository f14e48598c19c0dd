"""Every operation, with hostile values for every parameter, against a server over sockets."""

from __future__ import annotations

import json
import multiprocessing.pool
import re
from typing import Any, Dict, List, Mapping, Tuple
from urllib.parse import parse_qsl, unquote, urlsplit

import urllib3
from hypothesis import strategies as st

import ubiops
from test.hardening.input import values
from test.support.server import Reply, Request, Server
from ubiops.api._operation import Operation
from ubiops.api.core_api import CoreApi

OPERATIONS: List[Operation] = [value for value in vars(CoreApi).values() if isinstance(value, Operation)]
OPTIONS = ("async_req", "_preload_content", "_request_timeout", "_return_http_data_only")
TOKEN = "Token 5ecre7f00d5ecre7f00d5ecre7f00d5ecre7f00d"
BASE = "/v2.1"
PARTIAL = "a file that cannot be read to its end"

ATTEMPT = "x-attempt"
ALWAYS = {"host", "accept", "accept-encoding", "authorization", "content-type", "user-agent", ATTEMPT}
BODIES = {"content-length", "transfer-encoding"}


class Bench:
    """A server that records, a client of it, and what is tried with them."""

    def __init__(self, server: Server) -> None:
        self._server = server
        configuration = ubiops.Configuration(host=server.url, api_key={"Authorization": TOKEN})
        configuration.retries = False
        self.client = ubiops.ApiClient(configuration)
        self._api = CoreApi(self.client)
        self._number = 0
        self._reply = Reply()
        server.answers = [lambda request: self._reply]

    def attempt(self, operation: Operation, example: Tuple[Dict[str, Any], int]) -> None:
        """Call an operation; fail if anything but what is documented comes of it."""
        hostile, status = example
        arguments: Dict[str, Any] = {**fair(operation), **hostile}
        given_up = False
        returned: Any = [] if (operation.returns or "").startswith("list") else {}
        self._reply = Reply(status, returned, {"Content-Type": "application/json"})
        self._server.requests.clear()
        self._number += 1
        self.client.set_default_header(ATTEMPT, str(self._number))
        try:
            self._use(getattr(self._api, operation.name)(**arguments))
        except (ubiops.ApiTypeError, ubiops.ApiValueError) as error:
            self._refused(operation, hostile, str(error))
            return
        except ubiops.ApiException as error:
            assert str(error)
            given_up = error.status == 0
            assert not given_up or "_request_timeout" in hostile, error
        except OSError:
            assert operation.file in hostile  # there is no such file, as `open` says
            assert self._received() == []
            return
        for request in self._received():
            if not (given_up and cut(request)):
                whole(operation, arguments, request)

    def _received(self) -> List[Request]:
        """Return the requests of this attempt; one of an earlier, given up for its time limit, may come late."""
        return [request for request in self._server.requests if request.header(ATTEMPT) == str(self._number)]

    @staticmethod
    def _use(result: Any) -> None:
        if isinstance(result, multiprocessing.pool.AsyncResult):
            result = result.get(60)
        for each in result if isinstance(result, tuple) else (result,):
            if isinstance(each, urllib3.HTTPResponse):
                each.drain_conn()
                each.release_conn()

    def _refused(self, operation: Operation, hostile: Mapping[str, Any], message: str) -> None:
        """Hold that the parameter is named, and that nothing was sent: of a form not all, if its file is at fault."""
        words = message.replace("-", "_")
        named = [name for name in hostile if re.search(rf"\b{name}\b", words)]
        named += [
            name for name in hostile if name == operation.file and re.search(r"(?i)\bfile\b|director|path", words)
        ]
        assert named, f"{sorted(hostile)} at fault, but: {message}"
        assert len(message) < 2000, message[:3000]
        for request in self._received():
            assert operation.file in hostile, message
            assert request.header("Content-Length") is None or cut(request), message


def fair(operation: Operation) -> Dict[str, Any]:
    """Return arguments that nobody minds."""
    arguments: Dict[str, Any] = dict.fromkeys(operation.required, "x")
    if operation.body:
        arguments[operation.body] = {"a": 1}
    if operation.file:
        arguments[operation.file] = b"content"
    return arguments


def cut(request: Request) -> bool:
    """Tell whether a body ended before its length."""
    length = request.header("Content-Length")
    return length is not None and len(request.body) < int(length)


def whole(operation: Operation, arguments: Mapping[str, Any], request: Request) -> None:
    """Hold that a request is one of its operation, and carries nothing else."""
    assert request.method == operation.method
    assert request.target.isascii()
    assert request.target.isprintable()
    url = urlsplit(request.target)
    pattern = re.sub(r"{(\w+)}", r"(?P<\1>[^/]+)", BASE + operation.path)
    match = re.fullmatch(pattern, url.path)
    assert match, request.target
    for name, text in match.groupdict().items():
        assert unquote(text) not in (".", ".."), request.target
        if arguments[name] == "x" and type(arguments[name]) is str:
            assert text == "x", request.target
    assert "#" not in request.target
    assert {name for name, _ in parse_qsl(url.query, keep_blank_values=True)} <= set(operation.query)
    assert request.header("Authorization") == TOKEN
    names = [name.lower() for name in request.headers]
    allowed = ALWAYS | {name.replace("_", "-") for name in operation.header}
    assert set(names) <= (allowed | BODIES), names
    _body(operation, arguments, request)


def _body(operation: Operation, arguments: Mapping[str, Any], request: Request) -> None:
    content_type = request.header("Content-Type") or ""
    if operation.file:
        boundary = content_type.partition("boundary=")[2].encode()
        files = arguments[operation.file]
        count = len(files) if isinstance(files, (list, tuple)) else 1
        assert len(re.findall(b"(?m)^--" + boundary, request.body)) == count + 1
        assert request.body.endswith(b"--" + boundary + b"--\r\n")
        assert not cut(request)
    elif operation.body:
        assert content_type == "application/json"
        if request.body:
            json.loads(request.body, parse_constant=_refuse)
    else:
        assert request.body == b""


def _refuse(name: str) -> None:
    raise AssertionError(f"{name} is not JSON")


def hostile(operation: Operation) -> st.SearchStrategy[Tuple[Dict[str, Any], int]]:
    """Return the strategy of what to call an operation with, hostile values, and of the status of the answer."""
    names = [
        *operation.path_names,
        *operation.query,
        *operation.header,
        *filter(None, (operation.body, operation.file)),
    ]
    by_name: Dict[str, st.SearchStrategy[Any]] = dict.fromkeys(names, values.VALUES)
    if operation.file:
        by_name[operation.file] = values.FILES
    by_name.update(dict.fromkeys(OPTIONS, values.FLAGS), _request_timeout=values.TIMES)
    # Mostly the operation's own.
    chosen = (
        st.lists(st.sampled_from([*names * 3, *OPTIONS]), min_size=1, max_size=3, unique=True)
        if names
        else st.just(list(OPTIONS[:1]))
    )
    return st.tuples(
        chosen.flatmap(lambda some: st.fixed_dictionaries({name: by_name[name] for name in some})),
        st.sampled_from([200, 200, 404, 503]),
    )
