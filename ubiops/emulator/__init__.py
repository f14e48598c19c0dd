"""A local UbiOps to develop and test against: it speaks the API and really runs uploaded model packages.

    from ubiops.emulator import Emulator

    with Emulator() as emulator:
        api = emulator.core_api()
        print(api.models_list("demo"))

`python -m ubiops.emulator` does the same from a shell. It needs the packages of the extra `ubiops[emulator]`.
"""

from __future__ import annotations

import logging
import os
import threading
import weakref
from importlib.util import find_spec
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING, Any, Callable, List, Optional, Union

if TYPE_CHECKING:
    from datetime import datetime, timedelta

    from ubiops import Configuration, CoreApi

    from .control import Clock, Control, Fault, Moment, ReceivedRequest
    from .platform import Platform
    from .web.server import Server

__all__ = ["Emulator"]


class Emulator:
    """A UbiOps in this process, on a port of this machine.

    It comes with an organization, a user whose `token` may do everything, and a project called `demo`. Use it as a
    context manager, or call `start` and `close`.

    Args:
        host: name or address to listen on; only this machine can connect by default.
        port: TCP port, 0 for any free one.
        token: the user's token, with or without the word `Token` before it; None for the one in the data file, or a
            new one of 40 hexadecimal digits.
        data: file that keeps the state; packages and blobs go to the directory `DATA.d` beside it. None keeps
            nothing.
        seed: a seed file of JSON, or of YAML where PyYAML is installed: what it holds in the beginning, unless the data
            file has a state already. The start waits for the builds of its packages.
        no_auth: whether every call is the seeded user's, whatever its token; only for addresses of this machine.
        random_seed: a number that makes ids, tokens and the chance of faults the same in every run; None for
            different ones. Only for addresses of this machine.
        deliver: whether connectors, of the types that are supported, deliver to the servers that they name. If not,
            credentials and connectors of all types become available, and what they get goes nowhere.

    Attributes:
        host: after the start, base URL of the API, e.g. `http://127.0.0.1:8080/v2.1`.
        token: after the start, what goes into the header `Authorization`, e.g. `Token 0f3a...`.
        page: after the start, address of the page that shows what the emulator holds and does.

    Raises:
        ImportError: a package of the extra is not installed.
        ValueError: the port is out of range, or the token has characters that no header can carry.
    """

    host: str
    token: str
    page: str

    def __init__(
        self,
        host: str = "127.0.0.1",
        port: int = 0,
        token: Optional[str] = None,
        data: Optional[Union[str, PathLike[str]]] = None,
        seed: Optional[Union[str, PathLike[str]]] = None,
        no_auth: bool = False,
        random_seed: Optional[int] = None,
        deliver: bool = True,
    ) -> None:
        missing = [name for name in ("croniter", "jsonschema", "waitress", "werkzeug") if find_spec(name) is None]
        if missing:
            raise ImportError(f"The emulator needs {', '.join(missing)}: pip install {' '.join(missing)}")
        if token is not None:
            token = token.strip()
            token = token[6:].strip() if token.lower().startswith("token ") else token
            if not token or not token.isascii() or not token.isprintable() or " " in token:
                raise ValueError("token: must be visible ASCII characters without spaces")
        if not 0 <= port <= 65535:  # the operating system would take it modulo 65536
            raise ValueError("port: must be 0 to 65535")
        self._address = (host, port)
        self._token = token
        self._data = Path(data) if data is not None else None
        self._seed = Path(seed) if seed is not None else None
        self._no_auth = no_auth
        self._random_seed = random_seed
        self._deliver = deliver
        self._parts: Optional[_Parts] = None
        self._finalizer: Optional[weakref.finalize[Any, Emulator]] = None

    def start(self) -> Emulator:
        """Start to serve, and return this emulator once it accepts connections. One that is started stays as it is.

        Raises:
            OSError: the address, the data file or the seed file cannot be used; with `errno.EADDRINUSE` the port is
                in use already.
            sqlite3.Error: the data file is in use by another emulator, or cannot be read.
            ValueError: something in the seed file is refused, the data file or its directory is not ours or not whole,
                or `no_auth` or `random_seed` is asked for at an address that other machines can reach.
        """
        from . import resources
        from .common.ids import Ids
        from .common.log import escape
        from .control import Clock, Control, Faults, SeedFile
        from .control.gateway import Gateway
        from .platform import Platform
        from .state.storage import Storage
        from .web import spec
        from .web.hosts import LOOPBACK
        from .web.server import Server

        if self._parts is not None:
            return self
        for name in ("ubiops.emulator", "ubiops.emulator.models"):
            logging.getLogger(name).addFilter(escape)
        new = False
        self._parts = parts = _Parts()
        self._finalizer = weakref.finalize(self, parts.abandon)
        try:
            parts.server = server = Server(*self._address)
            self._check_exposure(server.loopback)
            operations, clock = spec.load(), Clock()
            seed = SeedFile(self._seed, operations, resources.HANDLERS) if self._seed is not None else None
            faults = Faults(operations.operations, self._random_seed)
            parts.platform = platform = Platform(
                self._data,
                self._token,
                clock=clock,
                ids=Ids(self._random_seed),
                before_build=faults.before_build,
                deliver=self._deliver,
            )
            new = platform.fresh
            parts.control = control = Control(platform, clock, faults, seed)
            self.page = f"{server.url}/"
            self.host = f"{server.url}/{spec.BASE_PATH}"
            self.token = f"Token {platform.token}"
            # Models that it starts and that call the API wait in the queue of the socket, which listens already.
            platform.resume(self.host)
            if new:
                control.apply_seed()
                platform.storage.end_filling()
            hosts = {*LOOPBACK, self._address[0].lower()} if server.loopback else None
            gateway = Gateway(control, operations, resources.HANDLERS, hosts, no_auth=self._no_auth)
            server.start(gateway, gateway.admit, platform.loop)
            if new:
                control.wait_for_builds()
        except BaseException:
            self.close()
            if self._data is not None and new:  # the seed file shall be applied at the next start
                Storage.remove(self._data)
            raise
        return self

    def close(self) -> None:
        """Stop serving, end the processes of models, remove temporary files. Idempotent.

        An emulator that nothing refers to any more, or that runs still when the interpreter ends, is closed as well.
        """
        parts, self._parts = self._parts, None
        if parts is not None:
            parts.close()
        if self._finalizer is not None:
            self._finalizer.detach()

    def configuration(self) -> Configuration:
        """Return a configuration of the client that points here, past the proxies of the environment."""
        from ubiops import Configuration

        configuration = Configuration(host=self.host, api_key={"Authorization": self.token})
        configuration.proxy = False
        return configuration

    def core_api(self) -> CoreApi:
        """Return a client that calls this emulator, and keeps it running. Close its `api_client` when done."""
        from ubiops import ApiClient, CoreApi

        api = CoreApi(ApiClient(self.configuration()))
        # Refers to this emulator for as long as there is the client, which would be of no use without.
        weakref.finalize(api, _nothing, self).atexit = False
        return api

    def reset(self) -> None:
        """Stop everything that runs, and go back to the seed: state, clock, faults and list of requests.

        The token stays. Calls that run fail; those that come meanwhile wait. With a seed file it waits for the builds.

        Raises:
            ValueError: something in the seed file is refused.
        """
        self._running().reset()

    def export_state(self, path: Union[str, PathLike[str]]) -> None:
        """Write the whole state into a file, packages and blobs included, while calls go on.

        The file holds tokens and secrets; only its owner can read it.

        Raises:
            OSError: the file cannot be written.
        """
        self._running().export_state(Path(path))

    def import_state(self, path: Union[str, PathLike[str]]) -> None:
        """Replace the whole state by what `export_state` wrote. The seeded user keeps the present token.

        Everything that runs is stopped first, as by `reset`; versions are built again in the background.

        Raises:
            OSError: the file cannot be read.
            ValueError: the file does not hold the state of an emulator; nothing has changed then.
        """
        from .common.errors import ApiError

        try:
            self._running().import_state(Path(path))
        except ApiError as error:
            raise ValueError(error.message) from None

    @property
    def faults(self) -> List[Fault]:
        """The faults that `fail` asked for, with how often they hit, in the order in which they were added."""
        return self._running().faults.all()

    def fail(
        self,
        kind: str,
        operation: str = "*",
        *,
        count: Optional[int] = None,
        probability: float = 1.0,
        seconds: float = 1.0,
        status: int = 500,
        message: str = "This fault was asked for",
        retry_after: Optional[int] = None,
    ) -> Fault:
        """Let calls or builds go wrong from now on.

        Args:
            kind: `latency` lets calls wait, `status` refuses them, `reset` resets their connections, all before they
                are carried out; `truncate` carries them out, and ends the connection in the middle of the answer.
                `failed_build` and `slow_build` concern builds of packages.
            operation: operationId of the calls that it hits, e.g. `models_list`, or a pattern such as `models_*`.
            count: how many calls or builds it hits; None for all.
            probability: of hitting one, above 0 up to 1.
            seconds: how long `latency` and `slow_build` take, up to 3600; real seconds, whatever the clock says.
            status: HTTP status of the kind `status`, 400 to 599.
            message: what the answer of `status`, or the error of `failed_build`, says.
            retry_after: seconds that the header `Retry-After` of the kind `status` tells; None for no such header.

        Returns:
            The fault, whose `id` is what `mend` takes.

        Raises:
            ValueError: an argument is not possible; the text names it.
        """
        from .control import Fault

        fault = Fault(kind, operation, count, probability, seconds, status, message, retry_after)
        return self._running().faults.add(fault)

    def mend(self, fault: Optional[Fault] = None) -> None:
        """End a fault for what comes from now on; without one, the same as `clear_faults`.

        Raises:
            KeyError: the fault was ended before.
        """
        if fault is None:
            self.clear_faults()
        else:
            self._running().faults.remove(fault.id)

    def clear_faults(self) -> None:
        """End all faults, also for what waits at this moment."""
        self._running().faults.clear()

    @property
    def now(self) -> datetime:
        """The present time by the emulator's clock, in UTC."""
        return self._running().clock()

    def freeze(self, at: Optional[Moment] = None) -> datetime:
        """Stop the clock, now or at another time.

        Args:
            at: a date and time, or the text of one such as `2020-05-13 14:39:50`; without a zone it is UTC.

        Returns:
            The time that the clock shows.

        Raises:
            ValueError: the text is no date, or the date is not between 1970 and 9000.
        """
        return self._moved(lambda clock: clock.freeze(at))

    def unfreeze(self) -> datetime:
        """Let the clock go on from the time at which it was stopped; return that time."""
        return self._moved(lambda clock: clock.unfreeze())

    def set_time(self, to: Moment) -> datetime:
        """Set the clock, which goes on from there unless it is frozen; the rest as `freeze`.

        Schedules whose time came in between make one request each; what has expired is gone.
        """
        return self._moved(lambda clock: clock.set(to))

    def advance(self, by: Union[float, timedelta]) -> datetime:
        """Move the clock by a duration or a number of seconds; the rest as `set_time`."""
        return self._moved(lambda clock: clock.advance(by))

    @property
    def requests(self) -> List[ReceivedRequest]:
        """The latest 1,000 calls of the API, oldest first."""
        return self._running().recorder.all()

    def clear_requests(self) -> None:
        """Forget the calls that have been received."""
        self._running().recorder.clear()

    def _check_exposure(self, loopback: bool) -> None:
        """Refuse what must not be within the reach of other machines, and warn of the rest."""
        only = "is possible only at an address of this machine, such as 127.0.0.1"
        if self._no_auth and not loopback:
            raise ValueError(f"no_auth: {only}")
        if self._random_seed is not None and not loopback:
            raise ValueError(f"random_seed: makes tokens that anybody can work out; {only}")
        log = logging.getLogger("ubiops.emulator")
        if not loopback:
            log.warning(
                "%s: other machines can reach this emulator; who has a token can run programs here", self._address[0]
            )
        if self._no_auth:
            log.warning("no_auth: all users and programs of this machine can run programs as you, without a token")

    def _moved(self, move: Callable[[Clock], datetime]) -> datetime:
        return self._running().move_clock(move)

    @property
    def _platform(self) -> Optional[Platform]:
        return self._parts.platform if self._parts is not None else None

    @property
    def _control(self) -> Optional[Control]:
        return self._parts.control if self._parts is not None else None

    def _running(self) -> Control:
        if self._control is None:
            raise RuntimeError("The emulator is not running; call start first")
        return self._control

    def __repr__(self) -> str:
        kept = f", data={str(self._data)!r}" if self._data is not None else ""
        return f"<Emulator {f'at {self.host}' if self._control is not None else 'not running'}{kept}>"

    def __enter__(self) -> Emulator:
        return self.start()

    def __exit__(self, *_: Any) -> None:
        self.close()


class _Parts:
    """What runs of an emulator. It does not know the `Emulator`, which can be forgotten while this runs."""

    def __init__(self) -> None:
        self.server: Optional[Server] = None
        self.platform: Optional[Platform] = None
        self.control: Optional[Control] = None
        self._process = os.getpid()

    def close(self) -> None:
        if os.getpid() != self._process:
            return  # a fork, which has a copy of all this, but none of its threads
        if self.server is not None:
            self.server.stop()
        if self.control is not None:
            self.control.stop()
        if self.platform is not None:
            self.platform.stop()
        if self.server is not None:
            self.server.close()
        if self.platform is not None:
            self.platform.close()

    def abandon(self) -> None:
        """Close what nobody can close any more."""
        if threading.main_thread().is_alive():
            # This may be any thread that happens to collect garbage, also one that closing waits for.
            threading.Thread(target=self.close, name="ubiops-close").start()
        else:  # the interpreter ends, and starts no threads any more
            self.close()


def _nothing(_: object) -> None:
    """Do nothing."""
