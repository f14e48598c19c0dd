"""What waiting costs the service and paging the memory: ``python -m test.benchmark.waiting``. Never asserted."""

import argparse
import json
import os
import subprocess
import sys
from itertools import islice
from typing import Iterator

import ubiops
from test.benchmark.memory import now_and_peak
from test.support.emulator.client import zipped
from ubiops import utils
from ubiops.emulator import Emulator

PLACE = ("demo", "stuck", "v1")
# Its requests stay in the queue, so that rows cost no computing.
STUCK = """
import time

class Model:
    def __init__(self, base_directory, context):
        pass

    def request(self, data):
        time.sleep(3600)
"""


def deploy(api: ubiops.CoreApi) -> None:
    """Make the model."""
    api.models_create("demo", {"name": "stuck", "input_type": "plain", "output_type": "plain"})
    api.model_versions_create("demo", "stuck", {"version": "v1", "maximum_instances": 1})
    api.model_versions_file_upload(*PLACE, file=zipped(STUCK))
    utils.wait_for_model_version(api, *PLACE)


def calls(emulator: Emulator, api: ubiops.CoreApi, seconds: int) -> int:
    """Return how many calls it takes to wait for a build of so many seconds."""
    emulator.fail("slow_build", seconds=seconds, count=1)
    api.model_versions_file_upload(*PLACE, file=zipped(STUCK))
    emulator.clear_requests()
    utils.wait_for_model_version(api, *PLACE)
    return len(emulator.requests)


def growth(emulator: Emulator, rows: int) -> float:
    """Return by how many megabytes the memory of a new process grows while it reads so many rows."""
    environment = {**os.environ, "UBIOPS_API_HOST": emulator.host, "UBIOPS_API_TOKEN": emulator.token}
    command = [sys.executable, "-m", "test.benchmark.waiting", "--memory", str(rows)]
    return float(json.loads(subprocess.run(command, check=True, stdout=subprocess.PIPE, env=environment).stdout))


def grow(rows: int) -> None:
    """Print by how many megabytes the memory of this process grows."""
    with ubiops.ApiClient() as client:
        before, _ = now_and_peak()
        read = sum(1 for _ in islice(utils.iterate_batch_requests(ubiops.CoreApi(client), *PLACE), rows))
    assert read == rows
    print(json.dumps(now_and_peak()[1] - before))


def measure(seconds: int, rows: int) -> Iterator[str]:
    """Yield the lines of the report."""
    with Emulator() as emulator, ubiops.ApiClient(emulator.configuration()) as client:
        api = ubiops.CoreApi(client)
        deploy(api)
        count = calls(emulator, api, seconds)
        yield f"waiting: {count} calls in {seconds} s, {count / seconds:.2f} each second (target: at most 1)"
        for _ in range(rows // 250):
            api.batch_model_requests_create(*PLACE, ["row"] * 250)
        small, large = growth(emulator, 1000), growth(emulator, rows)
        yield f"paging: {small:.1f} MB for 1,000 rows, {large:.1f} MB for {rows:,} (target: as many)"


def main() -> None:
    """Print the report."""
    parser = argparse.ArgumentParser(prog="python -m test.benchmark.waiting", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="few rows: does it run at all?")
    parser.add_argument("--memory", type=int, help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.memory:
        grow(arguments.memory)
        return
    for line in measure(*((3, 2000) if arguments.quick else (60, 100_000))):
        print(line, flush=True)


if __name__ == "__main__":
    main()
