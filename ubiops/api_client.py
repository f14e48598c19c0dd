"""One call: build the request, send it, decode the answer."""

from __future__ import annotations

import os
import threading
from types import TracebackType
from typing import TYPE_CHECKING, Any, Dict, List, Mapping, MutableMapping, Optional, Sequence, Tuple, Type, TypeVar

from ubiops import rest
from ubiops._decoding import NATIVE_TYPES
from ubiops._deserializing import Deserializing, decoder
from ubiops._encoding import blame, describe, to_json_value, to_parameter_text
from ubiops._loading import LOADING
from ubiops._multipart import FilePart
from ubiops._request import (
    BODY,
    BODY_METHODS,
    METHODS,
    Parameters,
    by_name,
    join_url,
    path_names,
    render_path,
    to_pairs,
)
from ubiops._response import headers_of, parse_body
from ubiops._timeouts import RequestTimeout
from ubiops._tracebacks import OwnFramesHidden
from ubiops._version import __version__
from ubiops._watching import masked_url
from ubiops.configuration import Configuration
from ubiops.exceptions import ApiException, ApiTypeError, ApiValueError, NotFoundException, UnauthorizedException

if TYPE_CHECKING:
    from multiprocessing.pool import ThreadPool
else:  # a name that can be evaluated
    ThreadPool = object

C = TypeVar("C", bound="ApiClient")


class ApiClient(Deserializing):
    """Carries out calls: authentication, JSON, threads.

    One client may be used by many threads. Close it, or use it as a context manager, to give its
    connections back at once.

    Args:
        configuration: Settings; `Configuration()` if None, which the environment variables fill.
        header_name: Name of a header to send with every request.
        header_value: Its value.
        cookie: Value of a ``Cookie`` header to send with every request.
        pool_threads: Number of threads that calls with ``async_req=True`` share.

    Attributes:
        default_headers: Headers that are sent with every request.
        rest_client: What sends the requests.
        client_side_validation: Whether bad input is refused before it is sent.
    """

    PRIMITIVE_TYPES = (float, bool, bytes, str, int)
    NATIVE_TYPES_MAPPING = NATIVE_TYPES

    def __init__(
        self,
        configuration: Optional[Configuration] = None,
        header_name: Optional[str] = None,
        header_value: Optional[str] = None,
        cookie: Optional[str] = None,
        pool_threads: int = 1,
    ) -> None:
        self.configuration = Configuration() if configuration is None else configuration
        self.pool_threads = pool_threads
        self.rest_client = rest.RESTClientObject(self.configuration)
        self.default_headers: Dict[str, Any] = {}
        if header_name is not None:
            self.default_headers[header_name] = header_value
        self.cookie = cookie
        self.user_agent = f"ubiops/{__version__} (Python)"
        self.client_side_validation = self.configuration.client_side_validation
        self._pool: Optional[ThreadPool] = None
        self._pool_process = 0
        self._lock = threading.Lock()
        self._local = threading.local()

    def __repr__(self) -> str:
        return f"<ApiClient {self.configuration!r}>"

    def __enter__(self: C) -> C:
        return self

    def __exit__(
        self,
        exc_type: Optional[Type[BaseException]],
        exc_value: Optional[BaseException],
        traceback: Optional[TracebackType],
    ) -> None:
        self.close()

    def close(self) -> None:
        """Wait for the calls that run in threads, then close all connections.

        The client can be used again; it opens new ones.
        """
        with self._lock:
            pool, self._pool = self._pool, None
        if pool is not None:
            pool.close()
            pool.join()
            self._end_of_pool.cancel()  # it keeps the threads' pipe open
        self.rest_client.close()

    @property
    def pool(self) -> ThreadPool:
        """The threads of calls with ``async_req=True``, started on first use.

        The end of the program waits for calls that nobody waited for, see `Configuration.exit_timeout`.
        """
        with LOADING, self._lock:
            if self._pool is None or self._pool_process != os.getpid():  # threads stay behind in a fork
                from multiprocessing.util import Finalize

                from ubiops._background import AFTER_THE_WAIT
                from ubiops._threads import Threads  # they take long to load, and most programs start none

                self._pool, self._pool_process = Threads(self.pool_threads), os.getpid()
                # terminate() would lose calls; the end of the program waits for them first
                self._end_of_pool = Finalize(self, self._pool.close, exitpriority=AFTER_THE_WAIT)
            return self._pool

    @property
    def user_agent(self) -> str:
        """The ``User-Agent`` header."""
        agent: str = self.default_headers["User-Agent"]
        return agent

    @user_agent.setter
    def user_agent(self, value: str) -> None:
        self.default_headers["User-Agent"] = value

    def set_default_header(self, header_name: str, header_value: str) -> None:
        """Send a header with every request."""
        self.default_headers[header_name] = header_value

    @property
    def last_response(self) -> Any:
        """The answer to the last call of this thread, or None."""
        return getattr(self._local, "last_response", None)

    @last_response.setter
    def last_response(self, response: Any) -> None:
        self._local.last_response = response

    def call_api(
        self,
        resource_path: str,
        method: str,
        path_params: Optional[Parameters] = None,
        query_params: Optional[Parameters] = None,
        header_params: Optional[Parameters] = None,
        body: Any = None,
        post_params: Optional[Parameters] = None,
        files: Optional[Mapping[str, Any]] = None,
        response_type: Any = None,
        auth_settings: Optional[Sequence[str]] = None,
        async_req: Optional[bool] = None,
        _return_http_data_only: Optional[bool] = None,
        collection_formats: Optional[Mapping[str, str]] = None,
        _preload_content: bool = True,
        _request_timeout: RequestTimeout = None,
        _host: Optional[str] = None,
    ) -> Any:
        """Call any endpoint, also one that `CoreApi` does not know.

        Args:
            resource_path: Path below the host, with a slash at its beginning and path parameters in braces.
            method: HTTP method.
            path_params: Values of the path parameters, by name or as pairs, like the next two.
            query_params: Query parameters.
            header_params: Headers.
            body: What to send as JSON: models, dicts, lists, ...
            post_params: Fields of a form.
            files: Files of a form by field: paths, bytes, open files, or lists of those.
            response_type: Type of the answer, for instance ``"list[ModelList]"``; ``"file"``
                saves it to a file; None ignores it.
            auth_settings: Security schemes, ``["api_key"]``; none if empty.
            async_req: Whether to return at once with a `multiprocessing.pool.AsyncResult`,
                whose ``get()`` gives the result.
            _return_http_data_only: Whether to return the data alone.
            collection_formats: How to write parameters that are lists: ``csv``, ``ssv``,
                ``tsv``, ``pipes`` or ``multi``, by name.
            _preload_content: If False, the urllib3 response is returned as the data, unread.
            _request_timeout: Seconds, or a pair of seconds to connect and to wait for data.
            _host: URL to use in place of the configuration's host.

        Returns:
            The data, or data, status and headers.

        Raises:
            ApiValueError: An argument is not usable; nothing was sent.
            ApiException: The call failed.
        """
        arguments = (
            resource_path,
            method,
            path_params,
            query_params,
            header_params,
            body,
            post_params,
            files,
            response_type,
            auth_settings,
            _return_http_data_only,
            collection_formats,
            _preload_content,
            _request_timeout,
            _host,
        )
        if async_req:
            with LOADING:
                from ubiops._background import Call  # most programs start no threads

            name = f"{method} {_filled_in(resource_path, by_name(path_params or {}))}"
            call = Call(name, lambda: self.__call_api(*arguments), self.configuration.exit_timeout)
            try:
                return self.pool.apply_async(call)
            except RuntimeError:  # no thread can be started: the program ends, or the system has none left
                with LOADING:
                    from ubiops._threads import Ended
                return Ended(call)
        with OwnFramesHidden():
            return self.__call_api(*arguments)

    def __call_api(  # programs patch it under this name
        self,
        resource_path: str,
        method: str,
        path_params: Optional[Parameters] = None,
        query_params: Optional[Parameters] = None,
        header_params: Optional[Parameters] = None,
        body: Any = None,
        post_params: Optional[Parameters] = None,
        files: Optional[Mapping[str, Any]] = None,
        response_type: Any = None,
        auth_settings: Optional[Sequence[str]] = None,
        _return_http_data_only: Optional[bool] = None,
        collection_formats: Optional[Mapping[str, str]] = None,
        _preload_content: bool = True,
        _request_timeout: RequestTimeout = None,
        _host: Optional[str] = None,
    ) -> Any:
        configuration = self.configuration
        in_path = by_name(path_params or {}, collection_formats)
        path = render_path(resource_path, in_path, configuration.safe_chars_for_path_param)
        url = join_url(_host or configuration.host, path)
        query = to_pairs(query_params, collection_formats) if query_params else []
        headers = {**by_name(header_params or {}, collection_formats), **self.default_headers}
        if self.cookie:
            headers["Cookie"] = self.cookie
        form = to_pairs(post_params, collection_formats) if post_params else []
        if files:
            form += self.files_parameters(files)
        try:
            content = None if body is None else self.sanitize_for_serialization(body)
        except (ApiTypeError, ApiValueError) as error:
            raise blame(BODY, error) from error.__cause__
        to_file = _preload_content and response_type == "file"

        def send() -> Any:
            signed_headers, signed_query = dict(headers), list(query)
            self.update_params_for_auth(signed_headers, signed_query, auth_settings)
            try:
                return self.request(
                    method,
                    url,
                    query_params=signed_query,
                    headers=signed_headers,
                    post_params=form,
                    body=content,
                    _preload_content=_preload_content and not to_file,
                    _request_timeout=_request_timeout,
                )
            except UnauthorizedException as error:
                named = any(name.lower() == "authorization" for name in signed_headers)
                error.anonymous = not (named or self.cookie or len(signed_query) > len(query))
                raise
            except NotFoundException as error:
                names = path_names(resource_path)
                given = {name: to_parameter_text(value) for name, value in in_path.items() if name in names}
                if tuple(given) != names:
                    error.given = given
                raise

        try:
            response = send()
        except UnauthorizedException:
            # A secret that is fetched anew for each request may just have been rotated.
            rotates = auth_settings and callable(configuration.api_key.get("Authorization"))
            spent = any(isinstance(value, FilePart) and value.size is None for _, value in form)
            if spent or not rotates:
                raise
            response = send()
        self.last_response = response
        data = response
        if _preload_content:
            try:
                data = self.deserialize(response, response_type) if response_type else None
            except ApiException as error:
                error.method, error.url = method, masked_url(url)
                raise
        return data if _return_http_data_only else (data, response.status, headers_of(response))

    def request(
        self,
        method: str,
        url: str,
        query_params: Optional[Parameters] = None,
        headers: Optional[Dict[str, Any]] = None,
        post_params: Optional[Parameters] = None,
        body: Any = None,
        _preload_content: bool = True,
        _request_timeout: RequestTimeout = None,
    ) -> Any:
        """Send a request; see `ubiops.rest.RESTClientObject.request`."""
        method = method.upper()
        if method not in METHODS:
            raise ApiValueError(f"The HTTP method must be one of {', '.join(sorted(METHODS))}, not {method}")
        content = {"post_params": post_params, "body": body} if method in BODY_METHODS else {}
        if method == "DELETE":
            del content["post_params"]
        return getattr(self.rest_client, method)(
            url,
            query_params=query_params,
            headers=headers,
            _preload_content=_preload_content,
            _request_timeout=_request_timeout,
            **content,
        )

    def sanitize_for_serialization(self, obj: Any) -> Any:
        """Return the JSON value that stands for a Python value; see `ubiops._encoding.to_json_value`."""
        return to_json_value(obj)

    def deserialize(self, response: Any, response_type: Any) -> Any:
        """Return the body of an answer as a Python value.

        Args:
            response: What `request` returned, or anything with `data`.
            response_type: ``"list[ModelList]"``, ``"dict(str, int)"``, ``"datetime"``, a class, ...;
                ``"file"`` saves the body to a file and returns its path.

        Raises:
            ApiException: The body has another shape than the type.
        """
        if response_type == "file":
            return self._ApiClient__deserialize_file(response)
        rows = self._plain_rows(response_type)
        value = parse_body(response, response_type, decoder().json_kinds, rows)
        if rows is not None and rows.models is not None:
            return rows.models
        return self._ApiClient__deserialize(value, response_type)

    def files_parameters(self, files: Optional[Mapping[str, Any]] = None) -> List[Tuple[str, FilePart]]:
        """Return the files of a form as its fields, ready to be streamed.

        Args:
            files: By field a path, bytes, a file opened in binary mode, or a list of those.
        """
        return [
            (name, FilePart(file))
            for name, given in (files or {}).items()
            if given is not None
            for file in (given if isinstance(given, list) else [given])
        ]

    def parameters_to_tuples(
        self, params: Parameters, collection_formats: Optional[Mapping[str, str]]
    ) -> List[Tuple[str, Any]]:
        """Return parameters as pairs of name and value, with collections as one text.

        Args:
            params: Parameters by name, or pairs.
            collection_formats: How to write lists, by parameter; see `call_api`.
        """
        return to_pairs(params, collection_formats)

    def select_header_accept(self, accepts: Sequence[str]) -> Optional[str]:
        """Return the ``Accept`` header for the content types that an operation answers with."""
        if not accepts:
            return None
        lowered = [accept.lower() for accept in accepts]
        return "application/json" if "application/json" in lowered else ", ".join(lowered)

    def select_header_content_type(self, content_types: Optional[Sequence[str]]) -> str:
        """Return the ``Content-Type`` header for the content types that an operation takes."""
        lowered = [content_type.lower() for content_type in content_types or ()]
        if not lowered or "application/json" in lowered or "*/*" in lowered:
            return "application/json"
        return lowered[0]

    def update_params_for_auth(
        self,
        headers: MutableMapping[str, Any],
        querys: List[Tuple[str, Any]],
        auth_settings: Optional[Sequence[str]],
    ) -> None:
        """Add the credentials, if there are any, to the headers or the query.

        Args:
            headers: Headers; changed.
            querys: Query parameters; changed.
            auth_settings: Security schemes; none if empty.

        Raises:
            ApiValueError: The credentials belong to another part of the request.
        """
        if not auth_settings:
            return
        settings = self.configuration.auth_settings()
        for name in auth_settings:
            setting = settings.get(name)
            if setting is None or not setting["value"]:
                continue
            if setting["in"] == "header":
                headers[str(setting["key"])] = setting["value"]
            elif setting["in"] == "cookie":
                headers["Cookie"] = setting["value"]
            elif setting["in"] == "query":
                querys.append((str(setting["key"]), setting["value"]))
            else:
                raise ApiValueError("Credentials travel in a header, a cookie or the query")


def _filled_in(path: str, parameters: Mapping[str, Any]) -> str:
    """Return a path as a message shows it; what is wrong with it shows when it is called."""
    for name, value in parameters.items():
        path = path.replace(f"{{{name}}}", value if isinstance(value, str) else describe(value))
    return path
