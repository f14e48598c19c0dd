"""The calls of a bulk run: which ones there are, where they are made, and what their answers mean."""

from __future__ import annotations

import copy
import pickle
import threading
from concurrent.futures import Executor, Future
from dataclasses import dataclass, field
from enum import Enum
from functools import lru_cache
from typing import Any, Callable, NamedTuple, Optional, Sequence, Tuple, Union

import ubiops


class Operations(NamedTuple):
    """The operations for one kind of requests, by the names of their methods.

    Attributes:
        create, collect, delete: The methods.
        most: Requests that each takes, at most.
    """

    create: str
    collect: str
    delete: str
    most: int


MODEL = Operations(
    "batch_model_requests_create", "batch_model_requests_batch_collect", "batch_model_requests_batch_delete", 250
)
PIPELINE = Operations(
    "batch_pipeline_requests_create",
    "batch_pipeline_requests_batch_collect",
    "batch_pipeline_requests_batch_delete",
    100,
)


class Answer(NamedTuple):
    """What came of a call: its value, or its error."""

    value: Any = None
    error: Optional[Exception] = None


class Fate(Enum):
    """What an error says about what was sent."""

    REFUSED = "the service does not take these rows"
    BUSY = "the service did nothing, and may do it later"
    UNKNOWN = "the answer was lost"
    FATAL = "nothing of the kind can succeed"


def fate(error: Exception) -> Fate:
    """Return what an error says about what was sent."""
    if isinstance(error, (ubiops.BadRequestException, ubiops.ContentTooLargeException)):
        return Fate.REFUSED
    if isinstance(error, (ubiops.TooManyRequestsException, ubiops.ConnectionException, ubiops.ProxyException)):
        return Fate.BUSY
    if isinstance(error, (ubiops.TLSException, ubiops.ApiTypeError, ubiops.ApiValueError)):
        return Fate.FATAL
    status = getattr(error, "status", None)
    if status == 503:
        return Fate.BUSY
    return Fate.FATAL if status is not None and 300 <= status < 500 else Fate.UNKNOWN


class Opened:
    """A client of this run alone, with the settings, headers and cookie of another.

    It repeats nothing by itself: a busy service concerns the whole run, not one call.

    Args:
        api: The other.
        most: Calls that are under way at a time, at most.
    """

    def __init__(self, api: ubiops.CoreApi, most: int) -> None:
        self._client = _client(*_parts(api, most))
        self._api = ubiops.CoreApi(self._client)

    def api(self) -> ubiops.CoreApi:
        """Return the client."""
        return self._api

    def close(self) -> None:
        """Close its connections."""
        self._client.close()


@dataclass(frozen=True)
class Settings:
    """What another process needs to make a client of its own."""

    pickled: bytes = field(repr=False)  # it holds the token

    @classmethod
    def of(cls, api: ubiops.CoreApi, most: int) -> Settings:
        """Return the settings of a client.

        Raises:
            ApiTypeError: They cannot travel to other processes.
        """
        try:
            return cls(pickle.dumps(_parts(api, most)))
        except (TypeError, AttributeError, pickle.PicklingError) as error:
            raise ubiops.ApiTypeError(
                "With executor= the configuration of the client travels to other processes, and so its hooks and its "
                f"api_key must be text or functions of a module: {error}"
            ) from error

    def api(self) -> ubiops.CoreApi:
        """Return the client that this process has for these settings."""
        return _shared(self)

    def close(self) -> None:
        """Leave the clients of other processes open for the next run."""


Connection = Union[Opened, Settings]


def _parts(api: ubiops.CoreApi, most: int) -> Tuple[Any, ...]:
    client = api.api_client
    configuration = copy.copy(client.configuration)
    configuration.api_key = client.configuration.api_key  # a token that is set later reaches the run
    configuration.retries = False
    configuration.connection_pool_maxsize = most
    return configuration, dict(client.default_headers), client.cookie


def _client(configuration: ubiops.Configuration, headers: Any, cookie: Optional[str]) -> ubiops.ApiClient:
    client = ubiops.ApiClient(configuration, cookie=cookie)
    client.default_headers.update(headers)
    return client


@lru_cache(maxsize=4)
def _shared(settings: Settings) -> ubiops.CoreApi:
    return ubiops.CoreApi(_client(*pickle.loads(settings.pickled)))  # noqa: S301 - what `Settings.of` pickled


def perform(connection: Connection, operation: str, names: Sequence[str], data: Any) -> Answer:
    """Make a call; raise nothing, since executors log the arguments of what raises."""
    try:
        return Answer(getattr(connection.api(), operation)(*names, data))
    except Exception as error:
        return Answer(error=error)


class Threads(Executor):
    """A thread for each call. The end of the program does not wait for them."""

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        """Run a function that raises nothing."""
        future: Future[Any] = Future()
        future.set_running_or_notify_cancel()
        threading.Thread(target=lambda: future.set_result(fn(*args, **kwargs)), name="ubiops-bulk", daemon=True).start()
        return future
