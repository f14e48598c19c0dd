"""The sockets: connection pools, redirects, repetitions. The only module that imports urllib3's pools."""

from __future__ import annotations

import contextlib
import io
import os
import random
import re
import threading
import time
import weakref
from typing import Any, Dict, NamedTuple, NoReturn, Optional, Tuple, Union
from urllib.parse import urlsplit

import urllib3

from ubiops._connections import Connection, SecureConnection
from ubiops._multipart import MultipartBody
from ubiops._observe import Observation, RequestInfo, logger, masked_url, observed, shown_headers
from ubiops._origin import Origin, origin_of
from ubiops._printable import printable, quoted_host, quoted_setting
from ubiops._proxies import ProxyRules
from ubiops._redirects import MOST_REDIRECTS, REDIRECTS, follow
from ubiops._request import BODY_METHODS, METHODS, Body, Parameters, add_query, check_headers, encode_body, split_url
from ubiops._response import headers_of
from ubiops._retries import NEVER, Failure, RetryPolicy, RetryQuota, policy_of
from ubiops._timeouts import RequestTimeout, to_timeout
from ubiops._tls import TLSSettings, authorities
from ubiops._transport_errors import translate
from ubiops.configuration import Configuration
from ubiops.exceptions import ApiException, ApiTypeError, ApiValueError, exception_for_status

__all__ = ["ApiException", "ApiValueError", "RESTClientObject", "RESTResponse"]

_CHARSET = re.compile(r"charset=[\"']?([\w-]+)", re.IGNORECASE)
_TEXT_TYPE = re.compile(r"text/|application/(.*\+)?(json|xml)", re.IGNORECASE)

_UPLOAD_BLOCK = 1 << 17


class RESTResponse(io.IOBase):
    """An answer that was read completely.

    Attributes:
        urllib3_response: The answer as urllib3 gave it.
        status: HTTP status.
        reason: Reason phrase.
        content: The body as it came; None once `data` was set to something else.
    """

    def __init__(self, resp: urllib3.HTTPResponse) -> None:
        self.urllib3_response = resp
        self.status = resp.status
        self.reason = resp.reason
        self.content: Optional[bytes] = resp.data

    @property
    def data(self) -> Union[str, bytes]:
        """The body: text if its content type says so, bytes otherwise."""
        if self.content is not None:
            return decode_text(self.content, self.headers.get("Content-Type"))
        return self._data

    @data.setter
    def data(self, data: Union[str, bytes]) -> None:
        self._data = data
        self.content = None

    @property
    def headers(self) -> Any:
        """The headers; names in any case."""
        return headers_of(self.urllib3_response)

    def getheaders(self) -> Any:
        """Return the headers; names in any case."""
        return headers_of(self.urllib3_response)

    def getheader(self, name: str, default: Optional[str] = None) -> Optional[str]:
        """Return the value of a header, or the default."""
        value: Optional[str] = self.headers.get(name, default)
        return value


def decode_text(data: bytes, content_type: Optional[str]) -> Union[str, bytes]:
    """Return a body as text if its content type is textual or missing, otherwise as it is."""
    charset = "utf-8"
    if content_type is not None and content_type != "application/json":
        if not _TEXT_TYPE.match(content_type):
            return data
        match = _CHARSET.search(content_type)
        charset = match.group(1) if match else charset
    try:
        return data.decode(charset, "replace")
    except (LookupError, UnicodeError):  # idna and undefined are charsets that decode nothing
        return data.decode("utf-8", "replace")


class _Route(NamedTuple):
    """How an origin is reached.

    Attributes:
        pool: The connections to it, or to the proxy in front of it.
        prefix: What stands before the target in the request line: the origin, for a plain proxy.
        headers: Headers for the proxy.
    """

    pool: urllib3.HTTPConnectionPool
    prefix: str
    headers: Dict[str, str]


class RESTClientObject:
    """Sends requests over pooled connections.

    The settings of the configuration are read once, when the client is made.

    Args:
        configuration: Where to take time limits, certificates, proxies and repetitions from.
        pools_size: Accepted for programs that pass it; every origin has a pool of its own.
        maxsize: Connections to an origin that are kept open; `connection_pool_maxsize` if None.
    """

    def __init__(self, configuration: Configuration, pools_size: int = 4, maxsize: Optional[int] = None) -> None:
        configuration._note_use()
        self._configuration = configuration
        self._maxsize = maxsize or configuration.connection_pool_maxsize or 4
        self._timeout = to_timeout(configuration.timeout, urllib3.Timeout())
        self._policy, self._once = _retry_settings(configuration.retries)
        self._quota = RetryQuota()
        self._tls = TLSSettings(
            verify=bool(configuration.verify_ssl),
            ca_cert=authorities(configuration.ssl_ca_cert, os.environ),
            cert_file=configuration.cert_file,
            key_file=configuration.key_file,
            assert_hostname=configuration.assert_hostname,
        )
        self._proxies = ProxyRules(configuration.proxy, dict(configuration.proxy_headers or {}))
        self._routes: Dict[str, _Route] = {}
        self._pool_manager: Any = None
        self._lock = threading.Lock()
        self._pid = os.getpid()
        self._closed = threading.Event()
        weakref.finalize(self, _close_routes, self._routes)

    def close(self) -> None:
        """Close all idle connections; calls that are under way are not repeated. The client can be used again."""
        self._closed.set()
        self._closed = threading.Event()
        _close_routes(self._routes)
        self._clear_pool_manager()

    @property
    def pool_manager(self) -> Any:
        """What sends the requests in place of the client's own connections.

        It may be set to a `urllib3.PoolManager`, for instance one that pins a certificate or speaks SOCKS, or to
        anything with its `request`; None goes back to the client's own connections. Reading it makes one with the
        settings of the client, which is used from then on, so that what is changed in it holds. Redirects and
        repetitions stay the client's.
        """
        if self._pool_manager is None:
            self._pool_manager = self._make_pool_manager()
        return self._pool_manager

    @pool_manager.setter
    def pool_manager(self, pool_manager: Any) -> None:
        self._pool_manager = pool_manager

    def _clear_pool_manager(self) -> None:
        if hasattr(self._pool_manager, "clear"):
            self._pool_manager.clear()

    def request(
        self,
        method: str,
        url: str,
        query_params: Optional[Parameters] = None,
        headers: Optional[Dict[str, Any]] = None,
        body: Any = None,
        post_params: Optional[Parameters] = None,
        _preload_content: bool = True,
        _request_timeout: RequestTimeout = None,
    ) -> Any:
        """Send a request and wait for the answer.

        Args:
            method: HTTP method.
            url: Absolute URL.
            query_params: Query parameters.
            headers: Headers.
            body: JSON value, or text of another content type.
            post_params: Fields of a form.
            _preload_content: Whether to read the body. If not, the urllib3 response is returned,
                and the caller reads it to the end or releases it.
            _request_timeout: Seconds, a pair of seconds to connect and seconds to wait for data,
                or a `urllib3.Timeout`; the client's own limits if None.

        Returns:
            A `RESTResponse`, or with ``_preload_content=False`` a `urllib3.HTTPResponse`.

        Raises:
            ApiException: The server refused the request, or no complete answer arrived.
        """
        method = method.upper()
        if method not in METHODS:
            raise ApiValueError(f"The HTTP method must be one of {', '.join(sorted(METHODS))}, not {method}")
        if post_params and body:
            raise ApiValueError("A request has a body or form parameters, not both")
        checked = check_headers(headers or {})
        content = encode_body(checked, body, post_params)
        if method not in BODY_METHODS:
            content = None
        if query_params:
            url = add_query(url, query_params)
        timeout = self._timeout if _request_timeout is None else to_timeout(_request_timeout, self._timeout)
        if isinstance(content, MultipartBody) and content.length is not None:
            checked["Content-Length"] = str(content.length)
        try:
            response = self._send(method, url, checked, content, timeout, _preload_content)
        finally:
            if isinstance(content, MultipartBody):
                content.close()
        if not _preload_content:
            return response
        return RESTResponse(response)

    def GET(
        self,
        url: str,
        headers: Optional[Dict[str, Any]] = None,
        query_params: Optional[Parameters] = None,
        _preload_content: bool = True,
        _request_timeout: RequestTimeout = None,
    ) -> Any:
        """Send a GET request; see `request`."""
        return self.request(
            "GET",
            url,
            query_params=query_params,
            headers=headers,
            _preload_content=_preload_content,
            _request_timeout=_request_timeout,
        )

    def HEAD(
        self,
        url: str,
        headers: Optional[Dict[str, Any]] = None,
        query_params: Optional[Parameters] = None,
        _preload_content: bool = True,
        _request_timeout: RequestTimeout = None,
    ) -> Any:
        """Send a HEAD request; see `request`."""
        return self.request(
            "HEAD",
            url,
            query_params=query_params,
            headers=headers,
            _preload_content=_preload_content,
            _request_timeout=_request_timeout,
        )

    def DELETE(
        self,
        url: str,
        headers: Optional[Dict[str, Any]] = None,
        query_params: Optional[Parameters] = None,
        body: Any = None,
        _preload_content: bool = True,
        _request_timeout: RequestTimeout = None,
    ) -> Any:
        """Send a DELETE request; see `request`."""
        return self.request(
            "DELETE",
            url,
            query_params=query_params,
            headers=headers,
            body=body,
            _preload_content=_preload_content,
            _request_timeout=_request_timeout,
        )

    def OPTIONS(
        self,
        url: str,
        headers: Optional[Dict[str, Any]] = None,
        query_params: Optional[Parameters] = None,
        post_params: Optional[Parameters] = None,
        body: Any = None,
        _preload_content: bool = True,
        _request_timeout: RequestTimeout = None,
    ) -> Any:
        """Send an OPTIONS request; see `request`."""
        return self.request(
            "OPTIONS",
            url,
            query_params=query_params,
            headers=headers,
            body=body,
            post_params=post_params,
            _preload_content=_preload_content,
            _request_timeout=_request_timeout,
        )

    def POST(
        self,
        url: str,
        headers: Optional[Dict[str, Any]] = None,
        query_params: Optional[Parameters] = None,
        post_params: Optional[Parameters] = None,
        body: Any = None,
        _preload_content: bool = True,
        _request_timeout: RequestTimeout = None,
    ) -> Any:
        """Send a POST request; see `request`."""
        return self.request(
            "POST",
            url,
            query_params=query_params,
            headers=headers,
            body=body,
            post_params=post_params,
            _preload_content=_preload_content,
            _request_timeout=_request_timeout,
        )

    def PUT(
        self,
        url: str,
        headers: Optional[Dict[str, Any]] = None,
        query_params: Optional[Parameters] = None,
        post_params: Optional[Parameters] = None,
        body: Any = None,
        _preload_content: bool = True,
        _request_timeout: RequestTimeout = None,
    ) -> Any:
        """Send a PUT request; see `request`."""
        return self.request(
            "PUT",
            url,
            query_params=query_params,
            headers=headers,
            body=body,
            post_params=post_params,
            _preload_content=_preload_content,
            _request_timeout=_request_timeout,
        )

    def PATCH(
        self,
        url: str,
        headers: Optional[Dict[str, Any]] = None,
        query_params: Optional[Parameters] = None,
        post_params: Optional[Parameters] = None,
        body: Any = None,
        _preload_content: bool = True,
        _request_timeout: RequestTimeout = None,
    ) -> Any:
        """Send a PATCH request; see `request`."""
        return self.request(
            "PATCH",
            url,
            query_params=query_params,
            headers=headers,
            body=body,
            post_params=post_params,
            _preload_content=_preload_content,
            _request_timeout=_request_timeout,
        )

    def _send(
        self, method: str, url: str, headers: Dict[str, str], content: Body, timeout: urllib3.Timeout, preload: bool
    ) -> urllib3.HTTPResponse:
        """Send a request, and again where the policy says so; return a good answer."""
        closed = self._closed
        started = time.monotonic()
        waited = 0.0
        attempt = 1
        while True:
            error: ApiException
            try:
                response = self._exchange(attempt, method, url, headers, content, timeout, preload)
                if 200 <= response.status <= 299:
                    self._quota.refund()
                    return response
                error = _refusal(response)
                failure: Optional[Failure] = Failure(
                    f"status {response.status}", response.status, retry_after=response.headers.get("Retry-After")
                )
            except ApiException as final:
                error, failure = final, None
            except (urllib3.exceptions.HTTPError, OSError) as cause:
                error, failure = translate(cause)
                error.__cause__ = cause
            wait = failure and self._policy.wait_before_retry(
                attempt,
                method,
                failure,
                waited=waited,
                now=time.time(),
                random=random.random(),  # noqa: S311 - it spreads waits
            )
            if failure is None or wait is None or not _rewind(content) or not self._quota.take():
                _fail(error, method, url, attempt, time.monotonic() - started)
            logger.info(
                "%s %s: %s, attempt %d follows in %.2f s",
                method,
                _shown(url),
                printable(failure.reason),
                attempt + 1,
                wait,
            )
            if closed.wait(wait):
                _fail(error, method, url, attempt, time.monotonic() - started)
            waited += wait
            attempt += 1

    def _exchange(
        self,
        attempt: int,
        method: str,
        url: str,
        headers: Dict[str, str],
        content: Body,
        timeout: urllib3.Timeout,
        preload: bool,
    ) -> urllib3.HTTPResponse:
        """Send a request once; follow redirects."""
        redirects = 0
        while True:
            if observed(self._configuration):
                response = self._open_observed(attempt, method, url, headers, content, timeout, preload)
            else:
                response = self._open(method, url, headers, content, timeout, preload)
            location = response.headers.get("Location") if response.status in REDIRECTS else None
            if not location:
                return response
            response.drain_conn()
            redirects += 1
            if redirects > MOST_REDIRECTS:
                raise ApiException(response.status, f"The server redirects more than {MOST_REDIRECTS} times")
            method, url, headers, with_body = follow(method, url, response.status, location, headers)
            if not with_body:
                content = None
            elif not _rewind(content):
                raise ApiException(
                    response.status, "The server redirects, and the file cannot be read again; give its path instead"
                )

    def _open_observed(
        self,
        attempt: int,
        method: str,
        url: str,
        headers: Dict[str, str],
        content: Body,
        timeout: urllib3.Timeout,
        preload: bool,
    ) -> urllib3.HTTPResponse:
        request = RequestInfo(method, masked_url(url), shown_headers(headers), attempt)
        observation = Observation(self._configuration, request)
        try:
            response = self._open(method, url, headers, content, timeout, preload)
        except Exception as error:
            observation.failed(error)
            raise
        length = response.headers.get("Content-Length", "")
        size = len(response.data) if preload else int(length) if length.isdigit() else None
        observation.answered(response.status, response.headers, size)
        return response

    def _open(
        self, method: str, url: str, headers: Dict[str, str], content: Body, timeout: urllib3.Timeout, preload: bool
    ) -> urllib3.HTTPResponse:
        if self._pool_manager is not None:
            return self._open_elsewhere(  # type: ignore[no-any-return] # it is whatever the program gave
                method, url, headers, content, timeout, preload
            )
        origin, target = split_url(url)
        route = self._route(origin)
        if route.headers:
            headers = {**headers, **route.headers}
        return route.pool.urlopen(  # type: ignore[return-value] # urllib3 2 names a base class
            method,
            route.prefix + target,
            body=content,  # type: ignore[arg-type] # anything with read() is sent
            headers=headers,
            retries=self._once,
            redirect=False,
            assert_same_host=False,
            timeout=timeout,
            preload_content=preload,
            enforce_content_length=True,
        )

    def _open_elsewhere(
        self, method: str, url: str, headers: Dict[str, str], content: Body, timeout: urllib3.Timeout, preload: bool
    ) -> Any:
        if self._pid != os.getpid():
            self._forget_parent()
        body = {} if content is None else {"body": content}
        return self._pool_manager.request(
            method,
            url,
            headers=headers,
            retries=self._once,
            redirect=False,
            timeout=timeout,
            preload_content=preload,
            enforce_content_length=True,
            **body,
        )

    def _route(self, origin: str) -> _Route:
        if self._pid != os.getpid():
            self._forget_parent()
        route = self._routes.get(origin)
        if route is None:
            with self._lock:
                route = self._routes.get(origin) or self._make_route(origin)
                self._routes[origin] = route
        return route

    def _make_route(self, url: str) -> _Route:
        origin = _origin(url)
        options: Dict[str, Any] = {"maxsize": self._maxsize}
        if origin.scheme == "https":
            options["ssl_context"] = self._tls.context()
            if self._tls.assert_hostname is not None:
                options["assert_hostname"] = self._tls.assert_hostname
        proxy = self._proxies.proxy_for(origin)
        route = self._direct(origin, options) if proxy is None else self._through(proxy, origin, options)
        route.pool.conn_kw["blocksize"] = _UPLOAD_BLOCK
        route.pool.ConnectionCls = SecureConnection if route.pool.scheme == "https" else Connection
        return route

    def _make_pool_manager(self) -> urllib3.PoolManager:
        origin = _origin(self._configuration.host)
        options: Dict[str, Any] = {"maxsize": self._maxsize, "ssl_context": self._tls.context()}
        if self._tls.assert_hostname is not None:
            options["assert_hostname"] = self._tls.assert_hostname
        proxy = self._proxies.proxy_for(origin)
        return urllib3.PoolManager(**options) if proxy is None else self._proxy_manager(proxy, options)

    def _direct(self, origin: Origin, options: Dict[str, Any]) -> _Route:
        return _Route(urllib3.connection_from_url(str(origin), **options), "", {})

    def _through(self, proxy: str, origin: Origin, options: Dict[str, Any]) -> _Route:
        pool = self._proxy_manager(proxy, options).connection_from_host(origin.host, origin.port, origin.scheme)
        if origin.scheme == "https":
            return _Route(pool, "", {})
        return _Route(pool, str(origin), {"Host": origin.netloc, **self._proxies.headers_for(proxy)})

    def _proxy_manager(self, proxy: str, options: Dict[str, Any]) -> urllib3.ProxyManager:
        address = origin_of(proxy)
        if address.scheme == "https":
            options["proxy_ssl_context"] = self._tls.context()
            options.setdefault("ssl_context", self._tls.context())  # where urllib3 1.26 looks, for a plain request
        return urllib3.ProxyManager(str(address), proxy_headers=self._proxies.headers_for(proxy), **options)

    def _forget_parent(self) -> None:
        """Give up the connections inherited by a fork: two processes must not speak over one socket."""
        self._lock = threading.Lock()
        self._quota = RetryQuota()
        self._closed = threading.Event()
        for route in self._routes.values():
            # The queue's lock may be held by a thread that does not exist here.
            for connection in route.pool.pool.queue if route.pool.pool else ():
                if connection is not None:
                    connection.close()
        self._routes.clear()
        self._clear_pool_manager()
        self._pid = os.getpid()


def _origin(url: str) -> Origin:
    try:
        return origin_of(url)
    except ValueError:
        raise ApiValueError(f"The host must be an http or https URL, not {quoted_host(url)}") from None


def _close_routes(routes: Dict[str, _Route]) -> None:
    with contextlib.suppress(KeyError):  # all are closed, maybe by another thread
        while True:
            routes.popitem()[1].pool.close()


def _retry_settings(retries: Any) -> Tuple[RetryPolicy, urllib3.Retry]:
    """Return the policy for repetitions, and what urllib3 is to do by itself in each attempt."""
    policy = policy_of(retries)
    if policy is not None:
        return policy, urllib3.Retry(total=False, redirect=False)
    if isinstance(retries, urllib3.Retry):
        return NEVER, retries.new(raise_on_status=False)
    raise ApiTypeError(
        "configuration.retries takes a RetryPolicy, a number from 0, False, or a urllib3.Retry, not "
        + quoted_setting(retries)
    )


def _rewind(content: Body) -> bool:
    """Set a body back to its start; return whether that was possible."""
    return content.rewind() if isinstance(content, MultipartBody) else True


def _refusal(response: urllib3.HTTPResponse) -> ApiException:
    """Return the exception for an answer that is not good; reads it to the end."""
    result = RESTResponse(response)
    response.release_conn()
    return exception_for_status(response.status)(http_resp=result)


def _fail(error: ApiException, method: str, url: str, attempts: int, elapsed: float) -> NoReturn:
    error.method, error.url = method, _shown(url)
    error.attempts, error.elapsed = attempts, elapsed
    raise error


def _shown(url: str) -> str:
    """Return a URL as it may be shown: without query, user name and password."""
    parts = urlsplit(url)
    return printable(f"{parts.scheme}://{parts.netloc.rpartition('@')[2]}{parts.path}")
