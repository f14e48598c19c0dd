"""Where all requests arrive: calls of the API, of the controls, and of the page."""

from __future__ import annotations

import time
from typing import Any, Callable, Collection, Iterable, Iterator, List, Mapping, Optional, Tuple

from ..accounts.permissions import NEEDS
from ..call import Handler
from ..common.errors import ApiError
from ..resources import BRIEF, HANDLERS
from ..web.app import Application, Environ, StartResponse, send_json
from ..web.bodies import FILE_LIMIT, FORM_OVERHEAD
from ..web.hosts import check_local, check_origin, check_user
from ..web.spec import Route, Specification, load
from . import Control
from .control_api import PATH, control_api
from .exchange import answered, sent
from .faults import Effect
from .page import Page
from .recorder import ReceivedRequest


def check_names(routes: Mapping[str, Route], handlers: Collection[str], needs: Collection[str]) -> None:
    """Compare what is said by operationId with the specification: now, not at the first call.

    Args:
        routes: those of the specification.
        handlers: the operations that have handlers.
        needs: the operations that have permissions.

    Raises:
        LookupError: an operation is unknown, or lacks permissions.
    """
    unknown = sorted({*handlers, *needs} - routes.keys())
    if unknown:
        raise LookupError(f"The specification has no operation {', '.join(unknown)}")
    open_to_all = sorted(name for name in handlers if routes[name].authenticated and name not in needs)
    if open_to_all:
        raise LookupError(f"No permissions are known of {', '.join(open_to_all)}")


check_names(load().operations, HANDLERS, NEEDS)


class Gateway:
    """The application of an emulator: it keeps account of the calls of the API, and lets faults happen to them.

    Args:
        control: the controls.
        specification: the operations of the API.
        handlers: what they do, by operationId.
        hosts: the names under which clients may address the server, in lower case, without port; None for any.
        no_auth: whether no call needs a token.
    """

    def __init__(
        self,
        control: Control,
        specification: Specification,
        handlers: Mapping[str, Handler],
        hosts: Optional[Collection[str]],
        *,
        no_auth: bool,
    ) -> None:
        self._control = control
        self._hosts = hosts
        self._api = Application(control.platform, specification, handlers, BRIEF, no_auth=no_auth)
        self._control_api = control_api(control, no_auth=no_auth)
        self._page = Page(control)

    async def __call__(self, environ: Environ, start_response: StartResponse) -> Iterable[bytes]:
        """Answer one request, whatever it is."""
        path = environ["PATH_INFO"].strip("/")
        page = self._page.owns(path)
        try:
            # Links of other sites lead to the first page only: what others say depends on what is asked for.
            check_origin(environ, self._hosts, link=not path)
            if page:
                check_local(environ)
                await environ["ubiops.aside"](check_user, environ)
        except ApiError as error:
            return send_json(start_response, error.status, {"error": error.message})
        if page:
            shown: Iterable[bytes] = await environ["ubiops.aside"](self._page.show, environ, start_response)
            return shown
        if _controls(path):
            return await self._control_api(environ, start_response)
        return await self._call(environ, start_response)

    def admit(self, environ: Environ) -> int:
        """Refuse a request by its header alone, or return how many bytes its body may have."""
        path = environ["PATH_INFO"].strip("/")
        check_origin(environ, self._hosts)
        if self._page.owns(path):
            return 0
        if not self._control.gate.enter():  # the state is being exchanged; the call waits, and is checked then
            return FILE_LIMIT + FORM_OVERHEAD
        try:
            return (self._control_api if _controls(path) else self._api).admit(environ)
        finally:
            self._control.gate.leave()

    async def _call(self, environ: Environ, start_response: StartResponse) -> Iterable[bytes]:
        began = time.perf_counter()
        moment = self._control.clock()
        operation, parameters = self._operation(environ)
        exchange = sent(environ)
        effect = self._control.faults.match(operation)
        if effect.seconds:
            await environ["ubiops.aside"](self._control.faults.wait, effect)
        statuses: List[int] = []
        fields: List[Tuple[str, str]] = []

        def start(status: str, headers: List[Tuple[str, str]]) -> object:
            statuses.append(int(status[:3]))
            fields.extend(headers)
            return start_response(status, headers)

        try:
            return answered(exchange, fields, await self._answer(environ, start, effect))
        finally:
            self._control.recorder.add(
                ReceivedRequest(
                    time=moment,
                    method=environ["REQUEST_METHOD"],
                    path=environ["REQUEST_URI"].partition("?")[0][:1000],
                    operation=operation,
                    status=statuses[-1] if statuses else None,
                    duration=time.perf_counter() - began,
                    request_size=int(environ.get("CONTENT_LENGTH") or 0),
                ),
                parameters,
                exchange,
            )

    async def _answer(self, environ: Environ, start_response: StartResponse, effect: Effect) -> Iterable[bytes]:
        fault = effect.ending
        if fault is not None and fault.kind == "reset":
            environ["ubiops.disconnect"](reset=True)
        if fault is not None and fault.kind == "status":
            retry = {} if fault.retry_after is None else {"Retry-After": str(fault.retry_after)}
            return send_json(start_response, fault.status, {"error": fault.message}, retry)
        gate = self._control.gate
        if not gate.enter():
            await self._control.platform.loop.finished(gate.wait())
        try:
            if fault is None:
                return await self._api(environ, start_response)
            sizes: List[int] = []

            def start(status: str, headers: List[Tuple[str, str]]) -> object:
                sizes.extend(int(value) for name, value in headers if name == "Content-Length")
                return start_response(status, headers)

            body = await self._api(environ, start)
            return _half(body, sum(sizes) // 2, lambda: environ["ubiops.disconnect"](reset=False))
        finally:
            gate.leave()

    def _operation(self, environ: Environ) -> Tuple[Optional[str], Mapping[str, str]]:
        try:
            route, parameters = self._api.route(environ)
        except ApiError:
            return None, {}
        return route.id, parameters


def _controls(path: str) -> bool:
    return path.partition("/")[0] == PATH


def _half(body: Iterable[bytes], size: int, disconnect: Callable[[], Any]) -> Iterator[bytes]:
    """Give the beginning of a body, then end the connection."""
    try:
        for chunk in body:
            yield chunk[:size]
            size -= len(chunk)
            if size <= 0:
                break
    finally:
        close = getattr(body, "close", None)
        if close is not None:
            close()
    disconnect()
