"""Fuzz one target with atheris: ``python test/hardening/fuzz/drive.py NAME [options of libFuzzer]``.

It runs by its path and not as a module, because the package must be imported while atheris instruments it.
"""

from __future__ import annotations

import importlib
import os
import sys
import tempfile
import time
from pathlib import Path

import atheris

ROOT = Path(__file__).resolve().parents[3]
CORPUS = Path(__file__).resolve().parent / "corpus"

OURS = ("ubiops",)
LIMITS = ("-timeout=10", "-rss_limit_mb=1500", "-print_final_stats=1")
"""Seconds and memory that one execution may take."""


def main() -> None:
    sys.path[0] = str(ROOT)
    os.environ["TZ"] = "America/New_York"  # so that what depends on the zone of the machine shows
    time.tzset()
    name, *options = sys.argv[1:]
    module = f"test.hardening.fuzz.targets.{name}"
    others = OTHERS.get(name, ())
    with atheris.instrument_imports(include=[*OURS, *others]):
        target = importlib.import_module(module)
    longest = f"-max_len={target.LONGEST}"
    grown = tempfile.mkdtemp()  # libFuzzer writes into the first directory; `campaign` removes it
    atheris.Setup([sys.argv[0], longest, *LIMITS, *options, grown, str(CORPUS / name)], target.check)
    atheris.Fuzz()


OTHERS = {
    "retry_after": ("email",),
    "dates": ("dateutil",),
    "documents": ("yaml",),
    "forms_read": ("werkzeug",),
    "heads": ("waitress",),
    "packages": ("zipfile",),
    "schedules": ("croniter",),
}
"""Packages besides ours in which atheris watches which way is taken."""


if __name__ == "__main__":
    main()
