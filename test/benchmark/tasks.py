"""Each scenario beside its floor. A task returns, by line of the table, one sample per round and perhaps a note."""

import json
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from statistics import median
from typing import Any, Callable, Dict, List, NamedTuple, Optional

from . import floor, payloads, scenarios
from .clock import Contender, ratios, take_turns
from .memory import now_and_peak

BUILDS = 1000
REQUESTS = 160  # From all threads together, per turn: divides by 1, 8 and 32.


class Options(NamedTuple):
    """What a worker is told."""

    server: str
    ca: Optional[str]
    cpu: Optional[int]
    file: str
    seconds: float


class Measurement(NamedTuple):
    """One line of the table, unsummarized."""

    samples: List[float]
    note: str = ""


Task = Callable[[Options], Dict[str, Measurement]]


def _against_floor(ours: Contender, bare: Contender, seconds: float) -> Measurement:
    mine, floors = take_turns([ours, bare], seconds)
    return Measurement(ratios(mine, floors), f"floor {median(floors) * 1000:.3g} ms")


def _get(options: Options, call: Callable[[Any], Any]) -> Measurement:
    api, pool = scenarios.connect(options.server, ca=options.ca), floor.new_pool(ca=options.ca)
    call(api)
    request = floor.last_request(pool, options.server)
    return _against_floor(lambda: call(api), lambda: floor.get_json(pool, request), options.seconds)


def get(options: Options) -> Dict[str, Measurement]:
    """One GET of a small object."""
    return {"time": _get(options, scenarios.get_model)}


def process(options: Options) -> Dict[str, Measurement]:
    """A program that starts, gets one small object and ends."""
    api, pool = scenarios.connect(options.server), floor.new_pool()
    scenarios.get_model(api)
    request = floor.last_request(pool, options.server)

    def start(program: str) -> Contender:
        return lambda: subprocess.run([sys.executable, "-c", program], check=True)

    ours, bare = start(scenarios.simple_program(options.server)), start(floor.simple_program(request))
    return {"time": _against_floor(ours, bare, 10 * options.seconds)}


def list_500(options: Options) -> Dict[str, Measurement]:
    """One GET of a long list, as if orjson were not installed."""
    sys.modules["orjson"] = None  # type: ignore[assignment] # which is how an import is forbidden
    return {"json": _get(options, scenarios.list_versions)}


def list_500_with_orjson(options: Options) -> Dict[str, Measurement]:
    """One GET of a long list."""
    return {"orjson": _get(options, scenarios.list_versions)}


def decode(options: Options) -> Dict[str, Measurement]:
    """From text to models, against from text to dicts."""
    api = scenarios.connect(options.server)

    def measure(text: str) -> Measurement:
        response = scenarios.Response(text)
        versions = scenarios.decode_versions(api, response)
        if len(versions) != payloads.VERSION_COUNT or versions[-1].last_updated.microsecond % 1000 == 0:
            raise RuntimeError("speed is worth nothing when versions or their dates are not decoded")
        return _against_floor(
            lambda: scenarios.decode_versions(api, response), lambda: json.loads(text), options.seconds / 2
        )

    return {"time": measure(payloads.VERSIONS), "newer": measure(payloads.NEWER_VERSIONS)}


def build(options: Options) -> Dict[str, Measurement]:
    """Build validated models; microseconds each."""

    def repeat(scenario: Contender) -> Contender:
        return lambda: [scenario() for _ in range(BUILDS)]

    times = take_turns([repeat(scenarios.build_model), repeat(scenarios.build_version)], options.seconds)
    model, version = ([seconds / BUILDS * 1e6 for seconds in samples] for samples in times)
    return {"model": Measurement(model), "version": Measurement(version)}


def upload(options: Options) -> Dict[str, Measurement]:
    """Time of sending a file."""
    api, pool = scenarios.connect(options.server, ca=options.ca), floor.new_pool(ca=options.ca)
    scenarios.upload(api, options.file)
    request, size = floor.last_request(pool, options.server), Path(options.file).stat().st_size
    time = _against_floor(
        lambda: scenarios.upload(api, options.file),
        lambda: floor.send_file(pool, request, options.file, size),
        options.seconds,
    )
    return {"time": time}


def upload_memory(options: Options) -> Dict[str, Measurement]:
    """Peak megabytes that sending a file adds, in an interpreter that has sent only a small one."""
    api = scenarios.connect(options.server, ca=options.ca)
    scenarios.upload(api, __file__)
    before, _ = now_and_peak()
    scenarios.upload(api, options.file)
    return {"memory": Measurement([now_and_peak()[1] - before])}


def download(options: Options) -> Dict[str, Measurement]:
    """Time of receiving a file."""
    api, pool = scenarios.connect(options.server, ca=options.ca), floor.new_pool(ca=options.ca)
    scenarios.download(api)
    request = floor.last_request(pool, options.server)
    time = _against_floor(lambda: scenarios.download(api), lambda: floor.receive_file(pool, request), options.seconds)
    return {"time": time}


def download_memory(options: Options) -> Dict[str, Measurement]:
    """Peak megabytes that receiving a file adds."""
    api = scenarios.connect(options.server, ca=options.ca)
    scenarios.get_model(api)
    before, _ = now_and_peak()
    scenarios.download(api)
    return {"memory": Measurement([now_and_peak()[1] - before])}


def _from_threads(options: Options, count: int) -> Measurement:
    api, pool = scenarios.connect(options.server, connections=count), floor.new_pool(count)
    scenarios.get_model(api)
    request = floor.last_request(pool, options.server)
    with ThreadPoolExecutor(count) as executor:

        def spread(call: Contender) -> Contender:
            def some(_: int) -> None:
                for _ in range(REQUESTS // count):
                    call()

            return lambda: list(executor.map(some, range(count)))

        mine, floors = take_turns(
            [spread(lambda: scenarios.get_model(api)), spread(lambda: floor.get_json(pool, request))], options.seconds
        )
    rate, floor_rate = REQUESTS / median(mine), REQUESTS / median(floors)
    return Measurement(ratios(mine, floors), f"{rate:,.0f}/s, floor {floor_rate:,.0f}/s")


def threads(options: Options) -> Dict[str, Measurement]:
    """The same GET from many threads on one client."""
    return {str(count): _from_threads(options, count) for count in (1, 8, 32)}


TASKS: Dict[str, Task] = {
    task.__name__: task
    for task in (
        process,
        get,
        list_500,
        list_500_with_orjson,
        decode,
        build,
        upload,
        upload_memory,
        download,
        download_memory,
        threads,
    )
}
