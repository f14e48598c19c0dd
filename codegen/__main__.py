"""``python -m codegen``: write the generated files. ``--check``: only tell which would change.

``--scaffold NAME``: begin what the emulator needs for an operation that the specification has and it does not know.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from codegen import spec
from codegen.files import formatted, generate, outdated, write
from codegen.scaffold import scaffold

ROOT = Path(__file__).resolve().parent.parent


def main() -> int:
    """Run the command line."""
    parser = argparse.ArgumentParser(prog="python -m codegen", description="Write the generated files.")
    parser.add_argument("--check", action="store_true", help="write nothing; fail if a file is not up to date")
    parser.add_argument("--scaffold", metavar="NAME", help="write the beginnings of a handler, permission and test too")
    arguments = parser.parse_args()
    if arguments.scaffold:
        try:
            beginnings = formatted(scaffold(spec.load(), arguments.scaffold, ROOT), ROOT)
        except ValueError as error:
            parser.error(str(error))
        write(ROOT, beginnings, beginnings)
        print(*beginnings, sep="\n")
    files = generate(ROOT)
    changes = outdated(ROOT, files)
    if not arguments.check:
        write(ROOT, files, changes)
    for path in changes:
        print(path)
    return 1 if arguments.check and changes else 0


if __name__ == "__main__":
    sys.exit(main())
