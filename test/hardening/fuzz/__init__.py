"""Coverage-guided fuzzing of what reads bytes from elsewhere: ``python -m test.hardening --only fuzz``.

Each module of `targets` promises something of any bytes. `corpus` holds, for each, what the search begins with and what
once broke the promise; `test/test_fuzz_corpus.py` tries it on every Python.
"""

from __future__ import annotations

from test.hardening.figures import Part
from test.hardening.fuzz.campaign import run

PART = Part("fuzz", "any bytes, for all that reads them", run)
