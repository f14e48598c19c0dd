"""The application: one call from its request to its answer."""

from __future__ import annotations

import json
import logging
import sqlite3
from functools import lru_cache, partial
from http.client import responses
from inspect import iscoroutine
from typing import IO, Any, Callable, Collection, Dict, Iterable, List, Mapping, Optional, Tuple
from urllib.parse import parse_qsl, unquote, urlsplit

from ..accounts.permissions import authenticate, authorize, lasting, operator
from ..call import Call, Download, Handler
from ..common.database import Row, remembered
from ..common.errors import ApiError, bad_request, disk_full, no_room
from ..common.filenames import content_disposition
from ..platform import Platform
from .bodies import FILE_LIMIT, FORM_OVERHEAD, JSON_LIMIT, SMALL_BODY, read, receive_file
from .spec import Route, Specification, parameter

Environ = Dict[str, Any]
StartResponse = Callable[[str, List[Tuple[str, str]]], object]
Authorize = Callable[[sqlite3.Connection, str, Row, Mapping[str, str]], Optional[Row]]
"""Raises `ApiError` unless a user may call an operation, which is given by its id and its path parameters.

Returns the project that the path names, if it names one.
"""

_log = logging.getLogger("ubiops.emulator")
_CHUNK = 256 * 1024
_ROUTE = "ubiops.route"
_ROUTES = 100  # paths of which is remembered what they name; each may be as long as a header
_ENCODER = json.JSONEncoder(separators=(",", ":"), allow_nan=False)


class Application:
    """Answers the calls of the API.

    Args:
        platform: what the handlers work on.
        specification: routes and checks.
        handlers: what to do, by operationId; an operation without a handler answers 501.
        brief: the operations that are one short transaction and wait for nothing. They are carried out in the loop,
            and in the transaction in which the caller is let in; all others in a thread.
        permit: lets users pass who may call an operation.
        no_auth: whether every call is the operator's, whatever its token.
    """

    def __init__(
        self,
        platform: Platform,
        specification: Specification,
        handlers: Mapping[str, Handler],
        brief: Collection[str] = (),
        permit: Authorize = authorize,
        no_auth: bool = False,
    ) -> None:
        self._platform = platform
        self._specification = specification
        self._handlers = handlers
        self._brief = brief
        self._permit = permit
        self._no_auth = no_auth
        self._find = lru_cache(maxsize=_ROUTES)(self._match)

    async def __call__(self, environ: Environ, start_response: StartResponse) -> Iterable[bytes]:
        """Answer one request, whatever it is."""
        headers: Mapping[str, str] = {}
        try:
            if self._is_brief(environ):
                status, answer = self._answer_in_transaction(environ)
            else:
                status, answer = await environ["ubiops.aside"](self._answer, environ)
            if iscoroutine(answer):
                answer = await answer
            if isinstance(answer, Download):
                return _send_file(answer, environ, start_response)
        except ApiError as error:
            status, answer, headers = error.status, {"error": error.message}, error.headers
        except RecursionError:
            status, answer = 400, {"error": "The request is nested too deeply"}
        except Exception as caught:
            if disk_full(caught):
                refused = no_room()
                return send_json(start_response, refused.status, {"error": refused.message})
            status, answer = 500, {"error": "The emulator failed; its log says more"}
            if isinstance(caught, sqlite3.IntegrityError) and "FOREIGN KEY" in str(caught):
                status, answer = 404, {"error": "What the call belongs to was deleted in the meantime"}
            else:
                _log.exception("%s %s failed", environ.get("REQUEST_METHOD"), environ.get("PATH_INFO"))
        return send_json(start_response, status, answer, headers)

    def route(self, environ: Environ) -> Tuple[Route, Mapping[str, str]]:
        """Find the operation of a request, and its path parameters; the environment keeps them for who asks next.

        Raises:
            ApiError: 404 for an unknown path, 405 for a verb that the path does not have.
        """
        if _ROUTE not in environ:
            environ[_ROUTE] = self._find(environ["REQUEST_METHOD"], environ["REQUEST_URI"].partition("?")[0])
        found: Tuple[Route, Mapping[str, str]] = environ[_ROUTE]
        return found

    def _match(self, verb: str, target: str) -> Tuple[Route, Mapping[str, str]]:
        return self._specification.match(verb, segments(target))

    def admit(self, environ: Environ) -> int:
        """Refuse a request by its header alone, or return how many bytes its body may have.

        Args:
            environ: the WSGI environment, without the body.

        Raises:
            ApiError: the caller may not make this call.
        """
        operation, path = self.route(environ)
        if operation.authenticated:
            with self._platform.storage.transaction() as db:
                self._authenticate(db, environ, operation, path)
        if "multipart/form-data" in operation.content:
            return FILE_LIMIT + FORM_OVERHEAD
        return JSON_LIMIT if operation.content else 0

    def _is_brief(self, environ: Environ) -> bool:
        return self.route(environ)[0].id in self._brief and int(environ.get("CONTENT_LENGTH") or 0) <= SMALL_BODY

    def _answer(self, environ: Environ) -> Tuple[int, Any]:
        operation, path = self.route(environ)
        user, project = None, None
        if operation.authenticated:
            with self._platform.storage.transaction() as db:
                user, project = self._authenticate(db, environ, operation, path)
        return self._handle(environ, user, project)

    def _answer_in_transaction(self, environ: Environ) -> Tuple[int, Any]:
        """Do as `_answer`, all at once."""
        operation, path = self.route(environ)
        if not operation.authenticated:
            return self._handle(environ, None, None)
        with self._platform.storage.transaction() as db:
            user, project = self._authenticate(db, environ, operation, path)
            return self._handle(environ, user, project, db)

    def _handle(
        self,
        environ: Environ,
        user: Optional[Row],
        project: Optional[Row],
        db: Optional[sqlite3.Connection] = None,
    ) -> Tuple[int, Any]:
        operation, path = self.route(environ)
        handler = self._handlers.get(operation.id)
        if handler is None:
            raise ApiError(501, f"{operation.id} is not emulated yet")
        query, headers = _query(operation, environ), _headers(operation, environ)
        call = partial(Call, self._platform, user, path, query, headers, project=project, db=db)
        if "multipart/form-data" in operation.content:
            with receive_file(environ, self._platform.storage.uploads) as upload:
                return operation.status, handler(call(upload))
        body = None
        if operation.content:
            media_type, body = read(environ, operation.content)
            self._specification.check_body(operation, media_type, body)
        return operation.status, handler(call(body))

    def _authenticate(
        self, db: sqlite3.Connection, environ: Environ, operation: Route, path: Mapping[str, str]
    ) -> Tuple[Row, Optional[Row]]:
        """Return who calls, and the project that the path names."""
        authorization = environ.get("HTTP_AUTHORIZATION")
        if not lasting(authorization):
            return self._let_in(db, authorization, operation, path)
        key = (authorization, operation.id, *path.values())
        return remembered(db, key, self._let_in, db, authorization, operation, path)

    def _let_in(
        self, db: sqlite3.Connection, authorization: Optional[str], operation: Route, path: Mapping[str, str]
    ) -> Tuple[Row, Optional[Row]]:
        user = operator(db) if self._no_auth else authenticate(db, authorization, self._platform.now)
        known = operation.id in self._handlers
        return user, self._permit(db, operation.id, user, path) if known else None


def send_json(
    start_response: StartResponse, status: int, answer: Any, headers: Optional[Mapping[str, str]] = None
) -> List[bytes]:
    """Answer with JSON.

    Args:
        start_response: of WSGI.
        status: HTTP status.
        answer: JSON value; None for no body, and bytes for what is JSON already.
        headers: further headers.
    """
    body = answer if isinstance(answer, bytes) else b"" if answer is None else _ENCODER.encode(answer).encode()
    fields = list((headers or {}).items())
    if body:
        fields.append(("Content-Type", "application/json"))
    if status != 204:
        fields.append(("Content-Length", str(len(body))))
    start_response(f"{status} {responses.get(status, 'Unknown')}", fields)
    return [body] if body else []


def segments(target: str) -> List[str]:
    """Return the decoded segments of the path of a request; split first, because names may hold an encoded slash.

    Args:
        target: what was asked for: a path with or without a query, or a whole URL.
    """
    path = target.partition("?")[0] if target.startswith("/") else urlsplit(target).path
    try:
        parts = [segment for segment in path.split("/") if segment]
        return [unquote(each, errors="strict") for each in parts] if "%" in path else parts
    except UnicodeDecodeError:
        raise bad_request("The path is not encoded as UTF-8") from None


def _query(operation: Route, environ: Environ) -> Dict[str, Any]:
    values = dict(operation.defaults)
    text = environ.get("QUERY_STRING", "")
    try:
        pairs = parse_qsl(text, keep_blank_values=True, errors="strict", max_num_fields=100) if text else ()
    except ValueError:
        raise bad_request("The query is not encoded as UTF-8, or has more than 100 parameters") from None
    for name, value in pairs:
        if name not in operation.query:
            known = ", ".join(operation.query) or "none"
            raise bad_request(f"{name[:80]}: is an unknown query parameter; possible: {known}")
        values[name] = parameter(name, value, operation.query[name])
    for name in operation.required:
        if name not in values:
            raise bad_request(f"{name}: is required in the query")
    return values


def _headers(operation: Route, environ: Environ) -> Dict[str, Any]:
    values = {}
    for name, schema in operation.headers.items():
        text = environ.get("HTTP_" + name.upper().replace("-", "_"))
        if text is not None:
            values[name] = parameter(name, text.strip(), schema)
        elif "default" in schema:
            values[name] = schema["default"]
    return values


def _send_file(download: Download, environ: Environ, start_response: StartResponse) -> Iterable[bytes]:
    stream: IO[bytes] = download.path.open("rb")
    try:
        size = stream.seek(0, 2)
        stream.seek(0)
        headers = [
            ("Content-Type", "application/octet-stream"),
            ("Content-Disposition", content_disposition(download.filename)),
            ("Content-Length", str(size)),
            ("X-Content-Type-Options", "nosniff"),
        ]
        if download.temporary:
            download.path.unlink()
        start_response("200 OK", headers)
    except BaseException:
        stream.close()
        raise
    wrapped: Iterable[bytes] = environ["wsgi.file_wrapper"](stream, _CHUNK)
    return wrapped
