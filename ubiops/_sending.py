"""Sending requests: redirects, repetitions, and the end of a call's time."""

from __future__ import annotations

import os
import random
import re
import threading
import time
from typing import Any, Callable, NoReturn, Optional, Tuple

import urllib3

from ubiops._bodies import discard, read_body, without_body
from ubiops._connections import DEADLINE
from ubiops._loading import LOADING
from ubiops._multipart import MultipartBody
from ubiops._policy import NEVER, Failure, Policy, RetryQuota, policy_of
from ubiops._printable import printable, quoted_setting
from ubiops._redirects import MOST_REDIRECTS, REDIRECTS, follow
from ubiops._request import Body, Request, split_url
from ubiops._routes import Routes
from ubiops._timeouts import Deadline, deadline_of
from ubiops._watching import ObserverError, logger, masked_url, observed
from ubiops.configuration import Configuration
from ubiops.exceptions import ApiException, ApiTypeError


class Sender:
    """Sends requests until there is an answer.

    Args:
        configuration: Says how often requests are repeated, and who watches.
        routes: The ways to servers.
        refusal: Makes an exception of an answer that is not good; its body was read.

    Attributes:
        pool_manager: What sends the requests in place of the routes, if anything.
    """

    def __init__(
        self,
        configuration: Configuration,
        routes: Routes,
        refusal: Callable[[urllib3.HTTPResponse], ApiException],
    ) -> None:
        self.pool_manager: Any = None
        self._configuration = configuration
        self._routes = routes
        self._refusal = refusal
        self._policy, self._once = _retry_settings(configuration.retries)
        self._quota = RetryQuota()
        self._closed = threading.Event()
        self._pid = os.getpid()

    def close(self) -> None:
        """Close all idle connections; calls that are under way are not repeated."""
        self._closed.set()
        self._closed = threading.Event()
        self._routes.close()
        self._clear_pool_manager()

    def send(self, request: Request) -> urllib3.HTTPResponse:
        """Send a request, and again where the policy says so; return a good answer."""
        try:
            return self._send(request)
        except ObserverError as outcome:
            error = outcome.error
        raise error

    def _send(self, request: Request) -> urllib3.HTTPResponse:
        if self._pid != os.getpid():
            self._forget_parent()
        closed = self._closed
        started = time.monotonic()
        deadline = deadline_of(request.timeout)
        waited = 0.0
        attempt = 1
        while True:
            error: ApiException
            try:
                response = self._exchange(request, attempt, deadline)
                if 200 <= response.status <= 299:
                    self._quota.refund()
                    if not request.preload:
                        deadline.lift()
                    return response
                error = self._refusal(response)
                response.release_conn()
                failure: Optional[Failure] = Failure(
                    f"status {response.status}", response.status, retry_after=response.headers.get("Retry-After")
                )
            except ApiException as final:
                error, failure = final, None
            except (urllib3.exceptions.HTTPError, OSError) as cause:
                with LOADING:
                    from ubiops._transport_errors import translate  # most programs never need it

                error, failure = translate(cause)
                error.__cause__ = cause
            wait = failure and self._policy.wait_before_retry(
                attempt,
                request.method,
                failure,
                waited=waited,
                now=time.time(),
                random=random.random(),  # noqa: S311 - it spreads waits
            )
            in_time = wait is not None and wait < deadline.left()
            if failure is None or wait is None or not in_time or not _rewind(request.content) or not self._quota.take():
                _fail(error, request, attempt, time.monotonic() - started)
            logger.info(
                "%s %s: %s, attempt %d follows in %.2f s",
                request.method,
                _shown(request.url),
                printable(failure.reason),
                attempt + 1,
                wait,
            )
            if closed.wait(wait):
                _fail(error, request, attempt, time.monotonic() - started)
            waited += wait
            attempt += 1

    def _exchange(self, request: Request, attempt: int, deadline: Deadline) -> urllib3.HTTPResponse:
        """Send a request once; follow redirects."""
        redirects = 0
        while True:
            send = self._open_observed if observed(self._configuration) else self._open
            response = send(request, attempt, deadline)
            location = _location(response)
            if not location:
                return response
            discard(response)
            redirects += 1
            if redirects > MOST_REDIRECTS:
                raise ApiException(response.status, f"The server redirects more than {MOST_REDIRECTS} times")
            request = follow(request, response.status, location)
            if not _rewind(request.content):
                raise ApiException(
                    response.status, "The server redirects, and the file cannot be read again; give its path instead"
                )

    def _open_observed(self, request: Request, attempt: int, deadline: Deadline) -> urllib3.HTTPResponse:
        with LOADING:
            from ubiops._observe import (
                Observation,
                RequestInfo,
                shown_headers,
            )  # where nobody watches, it is not needed

        info = RequestInfo(request.method, masked_url(request.url), shown_headers(request.headers), attempt)
        observation = Observation(self._configuration, info)
        try:
            response = self._open(request, attempt, deadline)
        except Exception as error:
            observation.failed(error)
            raise
        length = re.fullmatch("[0-9]{1,18}", response.headers.get("Content-Length", ""))
        size = len(response.data) if request.preload else int(length[0]) if length else None
        observation.answered(response.status, response.headers, size)
        return response

    def _open(self, request: Request, attempt: int, deadline: Deadline) -> urllib3.HTTPResponse:
        if self.pool_manager is not None:
            return self._open_elsewhere(request)  # type: ignore[no-any-return] # it is whatever the program gave
        token = DEADLINE.set(deadline)
        try:
            return self._open_here(request)
        finally:
            DEADLINE.reset(token)

    def _open_here(self, request: Request) -> urllib3.HTTPResponse:
        origin, target = split_url(request.url)
        route = self._routes.to(origin)
        retries = self._once
        while True:
            response: Any = route.pool.urlopen(
                request.method,
                route.prefix + target,
                body=request.content,  # type: ignore[arg-type] # anything with read() is sent
                headers={**request.headers, **route.headers} if route.headers else request.headers,
                retries=retries,
                redirect=False,
                assert_same_host=False,
                timeout=request.timeout,
                preload_content=False,  # and not decoded: urllib3 1.26 decompresses what it only throws away
                decode_content=False,
                enforce_content_length=True,
            )
            response.decode_content = True
            if _location(response) or (200 <= response.status <= 299 and not request.preload):
                response._request_url = _shown(request.url)  # urllib3 knows the path alone
                return response  # type: ignore[no-any-return] # its class differs between versions of urllib3
            try:
                read: urllib3.HTTPResponse = read_body(response, self._configuration.max_decompressed_size)
                return read
            except (urllib3.exceptions.HTTPError, ApiException) as error:
                if response.status >= 300 and not isinstance(error, urllib3.exceptions.ReadTimeoutError):
                    return without_body(response, error)  # type: ignore[no-any-return]
                if isinstance(error, ApiException):
                    raise
                # A `urllib3.Retry` of the user's has a say; ours raises the error again.
                retries = response.retries.increment(request.method, request.url, error=error, _pool=route.pool)
                if not _rewind(request.content):
                    raise
                retries.sleep()

    def _open_elsewhere(self, request: Request) -> Any:
        body = {} if request.content is None else {"body": request.content}
        return self.pool_manager.request(
            request.method,
            request.url,
            headers=request.headers,
            retries=self._once,
            redirect=False,
            timeout=request.timeout,
            preload_content=request.preload,
            enforce_content_length=True,
            **body,
        )

    def _clear_pool_manager(self) -> None:
        if hasattr(self.pool_manager, "clear"):
            self.pool_manager.clear()

    def _forget_parent(self) -> None:
        """Give up what was inherited by a fork."""
        self._quota = RetryQuota()
        self._closed = threading.Event()
        self._routes.forget()
        self._clear_pool_manager()
        self._pid = os.getpid()


def _retry_settings(retries: Any) -> Tuple[Policy, urllib3.Retry]:
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


def _location(response: Any) -> Optional[str]:
    """Return where an answer redirects to, if it does."""
    return response.headers.get("Location") if response.status in REDIRECTS else None


def _rewind(content: Body) -> bool:
    """Set a body back to its start; return whether that was possible."""
    return content.rewind() if isinstance(content, MultipartBody) else True


def _fail(error: ApiException, request: Request, attempts: int, elapsed: float) -> NoReturn:
    error.method, error.url = request.method, _shown(request.url)
    error.attempts, error.elapsed = attempts, elapsed
    raise error


def _shown(url: str) -> str:
    """Return a URL as it may be shown: without query, user name and password."""
    return masked_url(url).partition("?")[0]
