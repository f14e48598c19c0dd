"""``python -m codegen``: write the generated files. ``--check``: only tell which would change."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from codegen.files import generate, outdated, write

ROOT = Path(__file__).resolve().parent.parent


def main() -> int:
    """Run the command line."""
    parser = argparse.ArgumentParser(prog="python -m codegen", description="Write the generated files.")
    parser.add_argument("--check", action="store_true", help="write nothing; fail if a file is not up to date")
    arguments = parser.parse_args()
    files = generate(ROOT)
    changes = outdated(ROOT, files)
    if not arguments.check:
        write(ROOT, files, changes)
    for path in changes:
        print(path)
    return 1 if arguments.check and changes else 0


if __name__ == "__main__":
    sys.exit(main())
