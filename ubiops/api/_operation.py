"""What all operations have in common: from the arguments of a method to a call."""

from __future__ import annotations

from types import FunctionType
from typing import Any, Callable, Dict, Mapping, Optional, Sequence, Tuple, TypeVar

from ubiops._loading import LOADING
from ubiops._request import JSON, MULTIPART, path_names
from ubiops._timeouts import RequestTimeout, hold_the_line
from ubiops._tracebacks import OwnFramesHidden
from ubiops.api_client import ApiClient
from ubiops.exceptions import ApiTypeError, ApiValueError

T = TypeVar("T")

WITH_HTTP_INFO = object()
"""What ``NAME_with_http_info`` passes as ``_return_http_data_only``; other values change nothing for ``NAME``."""

LONGEST_WAIT = 24 * 3600
"""Seconds; beyond what the API lets any request take."""


class Operation:
    """What the API says about one operation.

    Args:
        method: HTTP method.
        path: Path below the host, with path parameters in braces.
        returns: Type of the answer, in the notation of `ApiClient.call_api`; None if it has none.
        query: Names of the query parameters.
        required: Names of the query parameters that must be there.
        header: Names of the header parameters, with underscores for dashes.
        body: Name of the argument that is sent as JSON.
        file: Name of the argument that is sent as a file.
        optional_body: Whether the body may be left out.
        waits: The query parameter that says how long the server may hold the line, and its default in seconds.
    """

    name: str

    def __init__(
        self,
        method: str,
        path: str,
        returns: Optional[str] = None,
        *,
        query: Tuple[str, ...] = (),
        required: Tuple[str, ...] = (),
        header: Tuple[str, ...] = (),
        body: Optional[str] = None,
        file: Optional[str] = None,
        optional_body: bool = False,
        waits: Optional[Tuple[str, int]] = None,
    ) -> None:
        self.method = method
        self.path = path
        self.returns = returns
        self.query = query
        self.header = header
        self.body = body
        self.file = file
        self.waits = waits
        self._required = required if optional_body else (*required, *filter(None, (body, file)))

    def __set_name__(self, owner: type, name: str) -> None:
        self.name = name.lstrip("_")

    @property
    def path_names(self) -> Tuple[str, ...]:
        """Names of the path parameters."""
        return path_names(self.path)

    @property
    def required(self) -> Tuple[str, ...]:
        """Names of the arguments that must be there."""
        return (*self.path_names, *self._required)

    def check(self, arguments: Mapping[str, Any]) -> None:
        """Refuse to go without an argument that is required.

        Raises:
            ApiValueError: An argument is missing.
        """
        for name in self.required:
            if arguments[name] is None:
                raise ApiValueError(f"Missing the required parameter `{name}` when calling `{self.name}`")

    def headers(self, arguments: Mapping[str, Any]) -> Dict[str, Any]:
        """Return the headers that belong to the operation."""
        headers = {} if self.returns is None else {"Accept": JSON}
        if self.body or self.file:
            headers["Content-Type"] = MULTIPART if self.file else JSON
        for name in self.header:
            if arguments[name] is not None:
                headers[name.replace("_", "-")] = arguments[name]
        return headers


class Api:
    """Base of the classes whose methods are operations.

    Args:
        api_client: What carries out the calls; a client with default settings if None.
    """

    def __init__(self, api_client: Optional[ApiClient] = None) -> None:
        self.api_client = ApiClient() if api_client is None else api_client

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {self.api_client!r}>"

    def __init_subclass__(cls) -> None:
        super().__init_subclass__()
        for name, member in list(vars(cls).items()):
            if isinstance(member, FunctionType) and not name.startswith("_"):
                setattr(cls, name, _with_clear_argument_errors(member))

    def _call(
        self,
        operation: Operation,
        arguments: Dict[str, Any],
        async_req: bool,
        preload_content: bool,
        request_timeout: RequestTimeout,
        return_data_only: object,
    ) -> Any:
        client = self.api_client
        in_path = operation.path_names
        if client.client_side_validation:
            operation.check(arguments)
        if operation.waits and request_timeout is None:
            parameter, default = operation.waits
            request_timeout = hold_the_line(_seconds(arguments[parameter], default), client.configuration.timeout)
        return client.call_api(
            operation.path,
            operation.method,
            {name: value for name, value in arguments.items() if name in in_path},
            [(name, arguments[name]) for name in operation.query if arguments[name] is not None],
            operation.headers(arguments),
            body=arguments[operation.body] if operation.body else None,
            post_params=[],
            files={operation.file: arguments[operation.file]} if operation.file else {},
            response_type=operation.returns,
            auth_settings=["api_key"],
            async_req=async_req,
            _return_http_data_only=return_data_only is not WITH_HTTP_INFO,
            collection_formats={},
            _preload_content=preload_content,
            _request_timeout=request_timeout,
        )


def _seconds(value: Any, default: float) -> float:
    """Return how long the server may hold the line; the default if it will refuse what it is asked for."""
    try:
        seconds = float(value)
    except Exception:  # an object's own, too; it is refused when it is written
        return default
    return seconds if 0 < seconds <= LONGEST_WAIT else default


class with_http_info:  # noqa: N801 - it is used like a decorator
    """The twin of a method: does the same, and returns data, HTTP status and headers.

    Few programs call one, so each is made when it is first asked for, and takes the place of this.
    """

    def __init__(self, method: Callable[..., Any]) -> None:
        self._method = method

    def __set_name__(self, owner: type, name: str) -> None:
        self._owner = owner

    def __get__(self, instance: Any, owner: Optional[type] = None) -> Any:
        twin: Any = _with_clear_argument_errors(_twin(self._method))
        setattr(self._owner, twin.__name__, twin)
        return twin.__get__(instance, owner)


def _twin(method: Callable[..., Any]) -> Callable[..., Any]:
    def call(*arguments: Any, _return_http_data_only: bool = False, **keywords: Any) -> Any:
        data_only = _return_http_data_only or WITH_HTTP_INFO
        return method(*arguments, _return_http_data_only=data_only, **keywords)

    return _dressed(call, _declaration(method))


def _declaration(method: Any) -> FunctionType:
    """Return a function that is never called: it holds names, defaults and annotations of a method's twin."""
    name = f"{method.__name__}_with_http_info"
    scope = {**method.__globals__, "Tuple": Tuple, "Mapping": Mapping}
    twin = FunctionType(method.__code__, scope, name, method.__defaults__)
    twin.__qualname__ = f"{method.__qualname__}_with_http_info"
    twin.__module__ = method.__module__
    twin.__doc__ = f"Do as `{method.__name__}`; return data, HTTP status and headers."
    twin.__kwdefaults__ = dict(method.__kwdefaults__ or {}, _return_http_data_only=False)
    returns = f"Tuple[{method.__annotations__['return']}, int, Mapping[str, str]]"
    twin.__annotations__ = {**method.__annotations__, "return": returns}
    return twin


def _dressed(call: Callable[..., T], method: Any) -> Callable[..., T]:
    """Do what `functools.wraps` does, for functions that have no attributes of their own, in half the time."""
    dressed: Any = call
    dressed.__name__ = method.__name__
    dressed.__qualname__ = method.__qualname__
    dressed.__module__ = method.__module__
    dressed.__doc__ = method.__doc__
    dressed.__annotations__ = method.__annotations__
    dressed.__wrapped__ = method
    return call


def _with_clear_argument_errors(method: Callable[..., T]) -> Callable[..., T]:
    """Return the method with `ApiTypeError` instead of TypeError for arguments that it does not have."""

    def call(*arguments: Any, **keywords: Any) -> T:
        with OwnFramesHidden():
            try:
                return method(*arguments, **keywords)
            except TypeError:
                _refuse_unfitting(method, arguments, keywords)
                raise

    return _dressed(call, method)


def _refuse_unfitting(method: Callable[..., Any], arguments: Sequence[Any], keywords: Mapping[str, Any]) -> None:
    with LOADING:
        import inspect  # it takes long to load

    signature = inspect.signature(method)
    try:
        signature.bind(*arguments, **keywords)
    except TypeError as error:
        names = ", ".join(list(signature.parameters)[1:])
        raise ApiTypeError(f"{method.__name__}: {error}; its parameters are {names}") from None
