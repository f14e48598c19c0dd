"""Measure every row for every contender, in turns, and print the table."""

import argparse
import json
import os
import platform
import sys
import tempfile
from contextlib import ExitStack
from importlib.metadata import version
from pathlib import Path
from typing import Any, Dict, List

from .contenders import PUBLISHED, PUBLISHED_VERSION, THIS, BrokenError, Contender, published_client, this_client
from .report import Outcome, Result, document, table
from .rows import FULL, QUICK, ROWS, Collector, Effort, Row
from .site import Site, open_site

EXPLANATION = """\
Medians (the best, for absolute times), and in parentheses the middle half of the rounds. x: times the floor, which is
urllib3 and json doing the same in turns with the client in the same process; for get and list, client and server share
one core. Uploads: the floor streams the same file in blocks as large as the client's; with urllib3's own of 16 KB it
takes a fifth longer. How far apart the rounds lie is a matter of when client and server, which share the work on a
body, get a core: the time on the processor is steady, and the same for a hole as for a file in the page cache.
Memory: growth of the peak. Targets are for CPython 3.11.
"""


def parse() -> argparse.Namespace:
    """Read the command line."""
    names = [row.name for row in ROWS]
    parser = argparse.ArgumentParser(prog="python -m test.benchmark", description=__doc__)
    parser.add_argument("--only", action="append", choices=names, metavar="ROW", help=f"one of {', '.join(names)}")
    parser.add_argument("--quick", action="store_true", help="few rounds and a small file: does it run at all?")
    parser.add_argument("--no-published", action="store_true", help="leave the published client out")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the results to a file, too")
    return parser.parse_args()


def say(text: str) -> None:
    """Show progress, apart from the table."""
    print(text, file=sys.stderr, flush=True)


def measure(row: Row, contenders: List[Contender], effort: Effort, site: Site) -> Dict[str, Outcome]:
    """Measure one row: a process for each contender in turn, several times over; the first contender is this client."""
    if row.tls and not site.tls:
        return {contender.name: "no certificate: is the openssl command installed?" for contender in contenders}
    collectors = {contender.name: Collector() for contender in contenders}
    broken: Dict[str, str] = {}
    for number in range(min(row.processes, effort.most_processes)):
        # The published client is slow and no longer changes: half the processes will do.
        for contender in contenders[:1] if number % 2 else contenders:
            if contender.name not in broken:
                try:
                    collectors[contender.name].measure(row, contender, effort, site)
                except BrokenError as error:
                    broken[contender.name] = f"broken: {error}"
    return {name: broken.get(name) or collector.cells(row) for name, collector in collectors.items()}


def main() -> int:
    """Return 0 unless this client, or the benchmark itself, broke; slowness breaks nothing."""
    arguments = parse()
    effort = QUICK if arguments.quick else FULL
    rows = [row for row in ROWS if not arguments.only or row.name in arguments.only]
    machine: Dict[str, Any] = {
        "python": f"{platform.python_implementation()} {platform.python_version()}",
        "urllib3": version("urllib3"),
        "system": platform.platform(),
        "cpus": os.cpu_count(),
    }
    contenders, names, missing = [this_client()], [THIS], {}
    with ExitStack() as stack:
        directory = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="ubiops-benchmark-")))
        if not arguments.no_published:
            say(f"installing ubiops {PUBLISHED_VERSION} into an environment of its own")
            names.append(PUBLISHED)
            try:
                contenders.append(published_client(directory / "published"))
            except BrokenError as error:
                missing[PUBLISHED] = f"could not be installed: {error}"
        site = open_site(stack, directory, effort.megabytes)
        results = []
        for row in rows:
            say(f"measuring {row.name}")
            results.append(Result(row, {**measure(row, contenders, effort, site), **missing}))
    print(", ".join(f"{name} {value}" for name, value in machine.items()))
    print(EXPLANATION)
    print(table(results, names, effort.megabytes))
    if arguments.json:
        arguments.json.write_text(json.dumps(document(results, machine), indent=2) + "\n", encoding="utf-8")
    return int(any(str(result.outcomes[THIS]).startswith("broken") for result in results))


if __name__ == "__main__":
    sys.exit(main())
