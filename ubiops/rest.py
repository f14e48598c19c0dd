"""Sending requests, as programs see it."""

from __future__ import annotations

import io
import os
from typing import Any, Dict, Optional, Union

import urllib3

from ubiops._multipart import MultipartBody
from ubiops._proxies import ProxyRules
from ubiops._request import BODY_METHODS, METHODS, Parameters, Request, add_query, check_headers, encode_body
from ubiops._response import decode_text, headers_of
from ubiops._routes import Routes
from ubiops._sending import Sender
from ubiops._timeouts import RequestTimeout, to_timeout
from ubiops._tls import TLSSettings, authorities
from ubiops.configuration import Configuration
from ubiops.exceptions import ApiException, ApiValueError, exception_for_status

__all__ = ["ApiException", "ApiValueError", "RESTClientObject", "RESTResponse"]


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
        self._timeout = to_timeout(configuration.timeout, urllib3.Timeout())
        tls = TLSSettings(
            verify=bool(configuration.verify_ssl),
            ca_cert=authorities(configuration.ssl_ca_cert, os.environ),
            cert_file=configuration.cert_file,
            key_file=configuration.key_file,
            key_file_password=configuration.key_file_password,
            assert_hostname=configuration.assert_hostname,
        )
        proxies = ProxyRules(configuration.proxy, dict(configuration.proxy_headers or {}))
        self._routes = Routes(tls, proxies, maxsize or configuration.connection_pool_maxsize or 4)
        self._sender = Sender(configuration, self._routes, _refusal)

    def close(self) -> None:
        """Close all idle connections; calls that are under way are not repeated. The client can be used again."""
        self._sender.close()

    @property
    def pool_manager(self) -> Any:
        """What sends the requests in place of the client's own connections.

        It may be set to a `urllib3.PoolManager`, for instance one that pins a certificate or speaks SOCKS, or to
        anything with its `request`; None goes back to the client's own connections. Reading it makes one with the
        settings of the client, which is used from then on, so that what is changed in it holds. Redirects and
        repetitions stay the client's.
        """
        if self._sender.pool_manager is None:
            self._sender.pool_manager = self._routes.pool_manager(self._configuration.host)
        return self._sender.pool_manager

    @pool_manager.setter
    def pool_manager(self, pool_manager: Any) -> None:
        self._sender.pool_manager = pool_manager

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
            response = self._sender.send(Request(method, url, checked, content, timeout, _preload_content))
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


def _refusal(response: urllib3.HTTPResponse) -> ApiException:
    """Return the exception for an answer that is not good."""
    return exception_for_status(response.status)(http_resp=RESTResponse(response))
