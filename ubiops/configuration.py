"""What the user sets: where the API is, who calls it, and how the connection behaves."""

from __future__ import annotations

import base64
import logging
import os
import re
import sys
import warnings
from typing import TYPE_CHECKING, Any, Callable, Dict, List, Mapping, Optional, Union

from ubiops import _environment
from ubiops._loading import LOADING
from ubiops._policy import policy_of
from ubiops._printable import quoted_host, quoted_setting
from ubiops._version import __version__
from ubiops.exceptions import ApiValueError

if TYPE_CHECKING:
    from ubiops._observe import RequestInfo, ResponseInfo

ApiKey = Union[str, Callable[[], str]]

TRANSPORT_SETTINGS = frozenset(
    (
        "assert_hostname",
        "cert_file",
        "connection_pool_maxsize",
        "key_file",
        "key_file_password",
        "proxy",
        "proxy_headers",
        "retries",
        "ssl_ca_cert",
        "timeout",
        "verify_ssl",
    )
)
"""The settings that a client reads once, when it is made."""

SCHEMES = ("token", "bearer", "basic")


class _DefaultHost(str):
    """The host that holds when neither the program nor the environment names one."""

    __slots__ = ()


DEFAULT_HOST = _DefaultHost("https://api.ubiops.com/v2.1")


class Configuration:
    """Settings of a client.

    What the program sets wins over the environment variables (``UBIOPS_API_TOKEN``,
    ``UBIOPS_API_HOST``, ...; all are in docs/configuration.md), which win over the defaults.

    Args:
        host: URL of the API, with or without a slash at its end.
        api_key: Token by the name ``Authorization``: text, or a function that returns the text
            and is asked for each request. The word ``Token`` in front may be left out.
        api_key_prefix: Scheme by the name ``Authorization``: ``Token`` or ``Bearer``.
        username: User name for `get_basic_auth_token`.
        password: Password for `get_basic_auth_token`.
        signing_info: Kept for programs that pass it; requests are not signed.

    Attributes:
        temp_folder_path: Folder that downloads are saved to; the system's if None.
        refresh_api_key_hook: Function that is called with the configuration before each use of the token.
        client_side_validation: Whether missing arguments, and values that 2.1.0 refuses too, are refused at once.
        safe_chars_for_path_param: Characters of path parameters that are not percent-encoded.
        timeout: Time limits of a request in seconds: a pair (connect, read), a number for both
            together, or a `urllib3.Timeout`.
        max_decompressed_size: Bytes that an answer may have after it was decompressed; None for any
            number. Streams are not limited.
        retries: When a failed request is sent again: a `RetryPolicy`, a number, False, or a
            `urllib3.Retry`; the default policy if None.
        connection_pool_maxsize: Connections to the API that are kept open.
        exit_timeout: Seconds that the end of the program waits for calls with ``async_req=True`` while none
            of them ends or sends; None for no limit. Calls that did not make it are logged as a warning.
        verify_ssl: Whether the server's certificate is checked.
        ssl_ca_cert: File or folder with the certificates of the trusted authorities; if None
            ``SSL_CERT_FILE``, then ``REQUESTS_CA_BUNDLE``, then those of certifi.
        cert_file: Certificate that the client shows.
        key_file: Key of that certificate.
        key_file_password: Password of that key, if it is encrypted.
        assert_hostname: Host name that the server's certificate must be made out to; False accepts any.
        proxy: URL of the proxy; False for none; None for ``HTTPS_PROXY``, ``HTTP_PROXY`` and ``NO_PROXY``.
        proxy_headers: Headers for the proxy.
        on_request: Function that is called with a `ubiops.RequestInfo` before each attempt to send a request.
        on_response: Function that is called with a `ubiops.ResponseInfo` after each attempt. What
            either function raises ends the call.
        log_headers: Whether the log lines of `debug` show the headers that cannot carry secrets.
    """

    _used = False

    def __init__(
        self,
        host: str = DEFAULT_HOST,
        api_key: Optional[Mapping[str, ApiKey]] = None,
        api_key_prefix: Optional[Mapping[str, str]] = None,
        username: Optional[str] = None,
        password: Optional[str] = None,
        signing_info: Any = None,
    ) -> None:
        self.host: str = _environment.read("UBIOPS_API_HOST", str(host)) if host is DEFAULT_HOST else host
        self.temp_folder_path: Optional[str] = None
        self.api_key: Dict[str, ApiKey] = dict(api_key or {})
        if not self.api_key:
            token = _environment.read("UBIOPS_API_TOKEN")
            self.api_key = {"Authorization": token} if token else {}
        self.api_key_prefix: Dict[str, str] = dict(api_key_prefix or {})
        self.refresh_api_key_hook: Optional[Callable[[Configuration], Any]] = None
        self.username = username
        self.password = password
        if signing_info is not None:
            signing_info.host = self.host
        self.signing_info = signing_info

        self._set_up_logging()
        self.logger_format = "%(asctime)s %(levelname)s %(message)s"
        if _environment.read("UBIOPS_DEBUG", False):
            self.debug = True

        self.verify_ssl = True
        self.ssl_ca_cert: Optional[str] = _environment.read("UBIOPS_CA_BUNDLE")
        self.cert_file: Optional[str] = _environment.read("UBIOPS_CLIENT_CERT")
        self.key_file: Optional[str] = _environment.read("UBIOPS_CLIENT_KEY")
        self.key_file_password: Union[str, bytes, None] = _environment.read("UBIOPS_CLIENT_KEY_PASSWORD")
        self.assert_hostname: Union[bool, str, None] = None
        self.connection_pool_maxsize = (os.cpu_count() or 1) * 5
        self.exit_timeout: Optional[float] = _environment.DEFAULT_EXIT_TIMEOUT
        self.proxy: Union[bool, str, None] = _environment.read("UBIOPS_PROXY")
        self.proxy_headers: Optional[Dict[str, str]] = None
        self.timeout: Any = (
            _environment.read("UBIOPS_CONNECT_TIMEOUT", _environment.DEFAULT_CONNECT_TIMEOUT),
            _environment.read("UBIOPS_READ_TIMEOUT", _environment.DEFAULT_READ_TIMEOUT),
        )
        self.max_decompressed_size: Optional[int] = 1 << 27
        self.retries: Any = _environment.read("UBIOPS_RETRIES")
        self.on_request: Optional[Callable[[RequestInfo], Any]] = None
        self.on_response: Optional[Callable[[ResponseInfo], Any]] = None
        self.log_headers = False
        self.safe_chars_for_path_param = ""
        self.client_side_validation = True

    def __setattr__(self, name: str, value: Any) -> None:
        if self._used and name in TRANSPORT_SETTINGS:
            warnings.warn(
                f"configuration.{name} is read when a client is made; this change does not reach the clients that "
                "exist already",
                stacklevel=2,
            )
        super().__setattr__(name, value)

    def _note_use(self) -> None:
        """Note that a client has read the settings."""
        self._used = True

    # Credentials

    def get_api_key_with_prefix(self, identifier: str) -> Optional[str]:
        """Return a key as it is sent, or None if there is none.

        White space round it is dropped. A token without a scheme gets the prefix that is set, or
        ``Token``. A scheme without a token is no key.

        Args:
            identifier: Name of the key, ``Authorization``.
        """
        if self.refresh_api_key_hook is not None:
            self.refresh_api_key_hook(self)
        key = self.api_key.get(identifier)
        text = ((key() if callable(key) else key) or "").strip()
        prefix = (self.api_key_prefix.get(identifier) or "").strip()
        if not text or text == prefix or text.lower() in SCHEMES:
            return None
        scheme, *rest = text.split(None, 1)
        if rest and (scheme.lower() in SCHEMES or scheme == prefix):
            return f"{scheme} {rest[0]}"
        return f"{prefix or 'Token'} {text}"

    def get_basic_auth_token(self) -> str:
        """Return user name and password as the value of an ``Authorization`` header."""
        credentials = f"{self.username or ''}:{self.password or ''}"
        return "Basic " + base64.b64encode(credentials.encode("utf-8")).decode("ascii")

    def auth_settings(self) -> Dict[str, Dict[str, Optional[str]]]:
        """Return how requests are authenticated, by the name of the security scheme."""
        if "Authorization" not in self.api_key:
            return {}
        return {
            "api_key": {
                "type": "api_key",
                "in": "header",
                "key": "Authorization",
                "value": self.get_api_key_with_prefix("Authorization"),
            }
        }

    # Host

    def get_host_settings(self) -> List[Dict[str, Any]]:
        """Return the servers that the API is known to have."""
        return [{"url": str(DEFAULT_HOST), "description": "UbiOps"}]

    def get_host_from_settings(self, index: int, variables: Optional[Mapping[str, str]] = None) -> str:
        """Return the URL of a server.

        Args:
            index: Which of `get_host_settings`.
            variables: Values for placeholders in the URL.

        Raises:
            ApiValueError: There is no such server, or a value is not one that its placeholder takes.
        """
        servers = self.get_host_settings()
        if not 0 <= index < len(servers):
            raise ApiValueError(f"There is no server {index}; the index must be less than {len(servers)}")
        url: str = servers[index]["url"]
        for name, variable in servers[index].get("variables", {}).items():
            value = (variables or {}).get(name, variable["default_value"])
            allowed = variable.get("enum_values", [value])
            if value not in allowed:
                raise ApiValueError(f"The variable {name} of the host is {value!r}, must be one of {allowed}")
            url = url.replace("{" + name + "}", value)
        return url

    # Logging

    def _set_up_logging(self) -> None:
        self.logger = {"package_logger": logging.getLogger("ubiops"), "urllib3_logger": logging.getLogger("urllib3")}
        self.logger_stream_handler: Optional[logging.Handler] = None
        self.logger_file_handler: Optional[logging.Handler] = None
        self.__logger_file: Optional[str] = None
        self.__debug = False
        self._level_before_debug = logging.NOTSET

    @property
    def debug(self) -> bool:
        """Whether every request and answer is logged; concerns the logger ``ubiops`` and no other."""
        return self.__debug

    @debug.setter
    def debug(self, value: bool) -> None:
        package = self.logger["package_logger"]
        if value and not self.__debug:
            self._level_before_debug = package.level
            package.setLevel(logging.DEBUG)
            if not package.hasHandlers():
                self.logger_stream_handler = logging.StreamHandler()
                self.logger_stream_handler.setFormatter(self.logger_formatter)
                package.addHandler(self.logger_stream_handler)
        elif self.__debug and not value:
            package.setLevel(self._level_before_debug)
            if self.logger_stream_handler is not None:
                package.removeHandler(self.logger_stream_handler)
                self.logger_stream_handler = None
        self.__debug = bool(value)

    @property
    def logger_file(self) -> Optional[str]:
        """File that the logger ``ubiops`` writes to, besides what it does otherwise; None for no file."""
        return self.__logger_file

    @logger_file.setter
    def logger_file(self, value: Optional[str]) -> None:
        package = self.logger["package_logger"]
        # Opened at once: at its first line a file that cannot be opened would end a call.
        handler = logging.FileHandler(value, encoding="utf-8") if value else None
        if self.logger_file_handler is not None:
            package.removeHandler(self.logger_file_handler)
            self.logger_file_handler.close()
        self.__logger_file = value
        self.logger_file_handler = handler
        if handler is not None:
            handler.setFormatter(self.logger_formatter)
            package.addHandler(handler)

    @property
    def logger_format(self) -> str:
        """Format of log lines, in the notation of `logging.Formatter`."""
        return self.__logger_format

    @logger_format.setter
    def logger_format(self, value: str) -> None:
        self.__logger_format = value
        self.logger_formatter = logging.Formatter(value)
        for handler in (self.logger_file_handler, self.logger_stream_handler):
            if handler is not None:
                handler.setFormatter(self.logger_formatter)

    # Copies, pickles, reports

    # Pickles go both ways between this version and 2.1.0, so the private names are those of 2.1.0.

    def __getstate__(self) -> Dict[str, Any]:
        # Handlers belong to this process. A copy would write every line a second time.
        handlers = {"logger_stream_handler": None, "logger_file_handler": None}
        state = {**vars(self), **handlers, "api_key": dict(self.api_key), "api_key_prefix": dict(self.api_key_prefix)}
        state.pop("_used", None)
        return state

    def __setstate__(self, state: Dict[str, Any]) -> None:
        if "exit_timeout" not in state:  # the newest setting: another version wrote this
            vars(self).update(vars(Configuration()))
        vars(self).update({**state, "logger_stream_handler": None, "logger_file_handler": None})

    def __repr__(self) -> str:
        token = "***" if self.api_key else "none"
        host = repr(re.sub("//[^/]*@", "//***@", self.host) if "//" in self.host else quoted_host(self.host))
        retries = policy_of(self.retries) or quoted_setting(self.retries)
        return f"<Configuration host={host} token={token} timeout={quoted_setting(self.timeout)} retries={retries}>"

    def to_debug_report(self) -> str:
        """Return what a report of a problem should name: the versions in use, and no secret."""
        with LOADING:
            import platform  # it takes long to load

        return (
            "Python SDK Debug Report:\n"
            f"OS: {sys.platform}\n"
            f"Python Version: {platform.python_version()}\n"
            "Version of the API: v2.1\n"
            f"SDK Package Version: {__version__}"
        )
