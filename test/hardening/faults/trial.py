"""One call that meets a fault, and all that is held against it."""

from __future__ import annotations

import contextlib
import itertools
import os
import pickle
import threading
import time
import traceback
from pathlib import Path
from typing import Any, Iterator, List, NamedTuple

import urllib3

import ubiops
from test.support.certificates import Certificates

from .effects import FINE
from .expectations import RETRIES, Expectation, expected
from .fault import ALWAYS, TLS, Fault
from .kinds import CREATE, LARGE, MODEL, SMALL, Bench, Kind, Right
from .server import MisbehavingServer, Orders

MARGIN = 8.0
"""Seconds that a call may take beyond all its waits, on a machine that is busy."""

SECRET = "5ecre7"
_numbers = itertools.count()
_LOOK_UPS = threading.Lock()
"""Name servers may drop questions that come all at once, and the system asks again after seconds."""


class Trial(NamedTuple):
    """One call.

    Attributes:
        fault: What it meets.
        kind: What it is.
        scene: Whether it meets it once or always.
        transport: Over what.
    """

    fault: Fault
    kind: Kind
    scene: str
    transport: str

    def __str__(self) -> str:
        return f"{self.fault.name} x {self.kind.name} ({self.scene}, {self.transport})"


def run(trial: Trial, certificates: Certificates, folder: Path) -> List[str]:
    """Make the call; return what did not hold."""
    fault, kind = trial.fault, trial.kind
    seconds = _seconds(trial)
    token = f"{SECRET}{next(_numbers):08d}"
    with _server(trial, certificates) as server:
        configuration = ubiops.Configuration(host=server.url, api_key={"Authorization": f"Token {token}"})
        configuration.timeout = fault.limits
        configuration.retries = ubiops.RetryPolicy(max_retries=RETRIES, backoff=0.01)
        configuration.ssl_ca_cert = certificates.authority
        configuration.temp_folder_path = str(folder)
        configuration.max_decompressed_size = 1 << 20
        configuration.proxy = False
        with ubiops.ApiClient(configuration) as client:
            api = ubiops.CoreApi(client)
            bench = Bench(api, folder, LARGE if fault.large else SMALL, seconds)
            problems = []
            if fault.warm and not kind.runs.startswith("bulk"):
                api.models_get("demo", "churn")
                if fault.stage == "idle" and not server.idled.wait(10):
                    problems.append("the server did not play its part")
                server.arrivals.clear()
            _bar_the_way(trial, server, configuration)
            url = f"{configuration.host[: -len('/v2.1')]}{kind.path}"
            expectation = expected(fault.effect, kind, trial.scene == ALWAYS, seconds)
            with _LOOK_UPS if fault.reach == "no name" else contextlib.nullcontext():
                started = time.monotonic()
                try:
                    result = kind.call(bench)
                except Exception as error:
                    problems += _about_error(error, expectation, kind, url)
                    problems += _leaks(error, token)
                else:
                    problems += _about_result(result, expectation, kind)
                took = time.monotonic() - started
            limit = _limit(fault, kind, seconds)
            if took > limit:
                problems.append(f"it took {took:.1f} s, and may take {limit:.1f} s")
            problems += _about_requests(server, expectation, trial)
            problems += [f"left {path.name} behind" for path in folder.iterdir()]
            server.mend()
            if fault.reach:
                server.listen()
                configuration.on_response = None
                configuration.host = server.url
            problems += _about_next_call(api)
    return problems


@contextlib.contextmanager
def _server(trial: Trial, certificates: Certificates) -> Iterator[MisbehavingServer]:
    fault, kind = trial.fault, trial.kind
    orders = None
    if fault.effect != FINE or fault.play is not None or fault.stage == "body":
        after = kind.after
        if fault.warm and not kind.runs.startswith("bulk"):
            after = ("GET", MODEL)
        elif fault.stage == "idle" and kind.runs.startswith("bulk"):
            after = ("POST", CREATE)
        times = float("inf") if trial.scene == ALWAYS else 1
        handshake = fault.handshake(certificates) if fault.handshake else None
        stage = "connection" if fault.reach else fault.stage
        orders = Orders(fault.play, stage, 0 if fault.reach else times, after, handshake)
    context = certificates.context() if trial.transport == TLS else None
    with MisbehavingServer(Right(), orders, context) as server:
        yield server


def _bar_the_way(trial: Trial, server: MisbehavingServer, configuration: ubiops.Configuration) -> None:
    """Keep the client from reaching the server, and let it in after a failure if that happens once."""
    reach = trial.fault.reach
    if reach == "no name":
        os.environ.setdefault("RES_OPTIONS", "timeout:1")  # a question that is lost costs a second, and not five
        configuration.host = server.url.replace("127.0.0.1", "nowhere.invalid")
    if reach not in ("refused", "clogged"):
        return
    bar = server.refuse if reach == "refused" else server.clog
    if trial.kind.after is None:
        bar()
    else:
        server.on_armed = bar
    if trial.scene == ALWAYS:
        return

    def let_in(response: ubiops.ResponseInfo) -> None:
        if response.error is not None:
            configuration.on_response = None
            server.listen()

    configuration.on_response = let_in


def _seconds(trial: Trial) -> float:
    """Return the time limit of a bulk run or a waiter: for a server that goes on so, all attempts of one call."""
    if trial.scene != ALWAYS:
        return 8.0
    return 4.0 if _short(trial.fault) else 1.6


def _short(fault: Fault) -> bool:
    """Tell whether a time limit of the client is to end the call."""
    return bool(max(fault.limits if isinstance(fault.limits, tuple) else (fault.limits,)) < 10)


def _limit(fault: Fault, kind: Kind, seconds: float) -> float:
    """Return the seconds that a call may take."""
    limits = fault.limits if isinstance(fault.limits, tuple) else (fault.limits,)
    waits = sum(limits) * (RETRIES + 1) if _short(fault) else 0.0
    asked = min(fault.effect.asks or 0.0, 1.0) * RETRIES
    return MARGIN + waits + asked + (seconds if kind.runs else 0.0)


def _about_error(error: Exception, expectation: Expectation, kind: Kind, url: str) -> Iterator[str]:
    if expectation.raises is None:
        yield f"raised {type(error).__name__}: {error}"
        return
    exact = expectation.raises is not urllib3.exceptions.HTTPError
    if not (type(error) is expectation.raises if exact else isinstance(error, expectation.raises)):
        yield f"raised {type(error).__name__} and not {expectation.raises.__name__}: {error}"
        return
    if not exact:
        return
    text = str(error)
    if f"{kind.method} {url}" not in text:
        yield f"the message does not name {kind.method} {url}: {text}"
    if not isinstance(error, ubiops.ApiException):
        return
    if (error.method, error.url) != (kind.method, url):
        yield f"method and url are {error.method} {error.url}"
    if error.status != expectation.status and not (expectation.status is None and error.status in (200, 201, 204)):
        yield f"the status is {error.status} and not {expectation.status}"
    if error.attempts != expectation.attempts:
        yield f"it tells of {error.attempts} attempts and not {expectation.attempts}"
    if isinstance(error, ubiops.TransportException):
        cause = error.__cause__
        if not isinstance(cause, (urllib3.exceptions.HTTPError, OSError)):
            yield f"the cause is {cause!r}"
        elif type(cause).__name__ not in text and "MaxRetryError" not in type(cause).__name__:
            yield f"the message does not name the cause, {type(cause).__name__}: {text}"
    copy = pickle.loads(pickle.dumps(error))
    if (type(copy), str(copy)) != (type(error), text):
        yield f"its pickle is another: {copy!r}"


def _leaks(error: Exception, token: str) -> Iterator[str]:
    shown = "".join(traceback.format_exception(type(error), error, error.__traceback__))
    pickled = pickle.dumps(error) if isinstance(error, ubiops.OpenApiException) else b""
    for where, text in (("text", str(error)), ("repr", repr(error)), ("traceback", shown), ("pickle", str(pickled))):
        if token in text:
            yield f"the token is in the {where} of the exception"


def _about_result(result: Any, expectation: Expectation, kind: Kind) -> Iterator[str]:
    if expectation.raises is not None:
        yield f"returned {str(result)[:100]!r} and did not raise {expectation.raises.__name__}"
    elif expectation.rows_fail:
        if any(not isinstance(each, str) for each in result):
            yield f"the rows did not fail: {result}"
    elif expectation.good and result != kind.good:
        yield f"returned {str(result)[:100]!r} and not {str(kind.good)[:100]!r}"


def _about_requests(server: MisbehavingServer, expectation: Expectation, trial: Trial) -> Iterator[str]:
    """Compare how many requests arrived with how many should have."""
    least, most = expectation.requests
    if trial.fault.reach or trial.fault.stage in ("connection", "handshake"):  # those were not read
        bad = least if expectation.raises is not None else 1 if trial.fault.effect != FINE else 0
        least, most = least - bad, most - bad
        if expectation.raises is not None:
            most = 0
        elif trial.kind.runs == "waiter":  # the first that is read is answered that it is being built
            least, most = 2, 2
    arrived = [each for each in server.arrivals if each.target.partition("?")[0] == trial.kind.path]
    if not least <= len(arrived) <= most:
        yield f"{len(arrived)} requests arrived, and not {least}" + (f" to {most}" if most != least else "")
    if trial.kind.runs == "bulk, collecting":
        sent = sum(each.target == CREATE for each in server.arrivals)
        if sent != 1:
            yield f"the rows were sent {sent} times"
    for each in arrived:
        if each.headers["host"] != f"127.0.0.1:{server.port}" and SECRET in str(each):
            yield f"the token went to {each.headers['host']}"


def _about_next_call(api: ubiops.CoreApi) -> Iterator[str]:
    try:
        name = api.models_get("demo", "churn", _request_timeout=10).name
    except ubiops.ApiException as error:
        yield f"the next call failed: {error}"
    else:
        if name != "churn":
            yield f"the next call returned {name!r}"
