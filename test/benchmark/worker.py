"""Measure one task in this fresh interpreter: ``python -m benchmark.worker TASK OPTIONS``; JSON in, JSON out."""

import json
import os
import sys

from .tasks import TASKS, Options


def main() -> None:
    """Run the task that the arguments name and print its measurements."""
    _, task, options = sys.argv
    told = Options(**json.loads(options))
    if told.cpu is not None:
        os.sched_setaffinity(0, {told.cpu})
    measurements = TASKS[task](told)
    print(json.dumps({key: measurement._asdict() for key, measurement in measurements.items()}))


if __name__ == "__main__":
    main()
