"""The ways to servers: directly or through a proxy. The only module that imports urllib3's pools."""

from __future__ import annotations

import contextlib
import threading
import weakref
from typing import Any, Dict

import urllib3

from ubiops._connections import Connection, SecureConnection
from ubiops._origin import Origin, origin_of
from ubiops._printable import quoted_host
from ubiops._proxies import ProxyRules
from ubiops._tls import TLSSettings
from ubiops.exceptions import ApiValueError

_UPLOAD_BLOCK = 1 << 17


class Route:
    """How an origin is reached.

    Attributes:
        pool: The connections to it, or to the proxy in front of it.
        prefix: What stands before the target in the request line: the origin, for a plain proxy.
        headers: Headers for the proxy.
    """

    def __init__(self, pool: urllib3.HTTPConnectionPool, prefix: str, headers: Dict[str, str]) -> None:
        self.pool = pool
        self.prefix = prefix
        self.headers = headers


class Routes:
    """The routes of a client, each with its connections; made when they are first asked for.

    Args:
        tls: What TLS connections are made with.
        proxies: Which requests go through a proxy.
        maxsize: Connections of a route that are kept open.
    """

    def __init__(self, tls: TLSSettings, proxies: ProxyRules, maxsize: int) -> None:
        self._tls = tls
        self._proxies = proxies
        self._maxsize = maxsize
        self._routes: Dict[str, Route] = {}
        self._lock = threading.Lock()
        weakref.finalize(self, _close, self._routes)

    def to(self, origin: str) -> Route:
        """Return the route to an origin.

        Raises:
            ApiValueError: There is none, because a setting or the origin cannot be used.
        """
        route = self._routes.get(origin)
        if route is None:
            with self._lock:
                route = self._routes.get(origin) or self._make(origin)
                self._routes[origin] = route
        return route

    def close(self) -> None:
        """Close all idle connections."""
        _close(self._routes)

    def forget(self) -> None:
        """Give up the connections inherited by a fork: two processes must not speak over one socket."""
        self._lock = threading.Lock()
        for route in self._routes.values():
            # The queue's lock may be held by a thread that does not exist here.
            for connection in route.pool.pool.queue if route.pool.pool else ():
                if connection is not None:
                    connection.close()
        self._routes.clear()

    def pool_manager(self, host: str) -> urllib3.PoolManager:
        """Return a pool manager with the same settings, and the proxy that leads to a host."""
        proxy = self._proxies.proxy_for(_origin(host))
        options = self._options(secure=True)
        return urllib3.PoolManager(**options) if proxy is None else self._proxy_manager(proxy, options)

    def _make(self, url: str) -> Route:
        origin = _origin(url)
        options = self._options(secure=origin.scheme == "https")
        proxy = self._proxies.proxy_for(origin)
        route = self._direct(origin, options) if proxy is None else self._through(proxy, origin, options)
        route.pool.conn_kw["blocksize"] = _UPLOAD_BLOCK
        route.pool.ConnectionCls = SecureConnection if route.pool.scheme == "https" else Connection
        return route

    def _options(self, secure: bool) -> Dict[str, Any]:
        options: Dict[str, Any] = {"maxsize": self._maxsize}
        if secure:
            options["ssl_context"] = self._tls.context()
            if self._tls.assert_hostname is not None:
                options["assert_hostname"] = self._tls.assert_hostname
        return options

    def _direct(self, origin: Origin, options: Dict[str, Any]) -> Route:
        return Route(urllib3.connection_from_url(str(origin), **options), "", {})

    def _through(self, proxy: str, origin: Origin, options: Dict[str, Any]) -> Route:
        pool = self._proxy_manager(proxy, options).connection_from_host(origin.host, origin.port, origin.scheme)
        if origin.scheme == "https":
            return Route(pool, "", {})
        return Route(pool, str(origin), {"Host": origin.netloc, **self._proxies.headers_for(proxy)})

    def _proxy_manager(self, proxy: str, options: Dict[str, Any]) -> urllib3.ProxyManager:
        address = origin_of(proxy)
        if address.scheme == "https":
            options["proxy_ssl_context"] = self._tls.context()
            options.setdefault("ssl_context", self._tls.context())  # where urllib3 1.26 looks, for a plain request
        return urllib3.ProxyManager(str(address), proxy_headers=self._proxies.headers_for(proxy), **options)


def _origin(url: str) -> Origin:
    try:
        return origin_of(url)
    except ValueError:
        raise ApiValueError(f"The host must be an http or https URL, not {quoted_host(url)}") from None


def _close(routes: Dict[str, Route]) -> None:
    with contextlib.suppress(KeyError):  # all are closed, maybe by another thread
        while True:
            routes.popitem()[1].pool.close()
