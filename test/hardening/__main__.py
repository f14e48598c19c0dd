"""Try what breaks clients and servers, and print what was survived."""

import argparse
import sys
import time
from importlib import import_module
from pathlib import Path

from .figures import Part, circumstances, table, write

# Each is a module of this package with a PART.
NAMES = ("faults", "soak", "crash", "clients", "input", "specification", "fuzz")


def parse() -> argparse.Namespace:
    """Read the command line."""
    parser = argparse.ArgumentParser(prog="python -m test.hardening", description=__doc__)
    parser.add_argument("--only", action="append", choices=NAMES, metavar="PART", help=f"one of {', '.join(NAMES)}")
    parser.add_argument("--quick", action="store_true", help="a small part of each, in a minute or two")
    parser.add_argument("--write", type=Path, metavar="PAGE", help="put the tables into this page, docs/reliability.md")
    return parser.parse_args()


def main() -> int:
    """Return 0 if everything held."""
    arguments = parse()
    held = True
    for name in NAMES:
        if arguments.only and name not in arguments.only:
            continue
        part: Part = import_module(f"{__package__}.{name}").PART
        print(f"\n## {part.name}: {part.title}\n", flush=True)
        began = time.monotonic()
        figures = []
        for figure in part.run(not arguments.quick):
            print(f"{figure.what}: {figure.value}", file=sys.stderr, flush=True)
            figures.append(figure)
        text = f"{circumstances(time.monotonic() - began)}\n\n{table(figures)}\n"
        print(text, flush=True)
        if arguments.write:
            write(arguments.write, part, text)
        held = held and bool(figures) and all(figure.held for figure in figures)
    return int(not held)


if __name__ == "__main__":
    sys.exit(main())
