"""Peak memory of this process."""

import sys
from pathlib import Path
from typing import Tuple

_STATUS = Path("/proc/self/status")


def _linux(field: str) -> float:
    for line in _STATUS.read_text(encoding="ascii").splitlines():
        if line.startswith(field + ":"):
            return int(line.split()[1]) / 1024
    raise KeyError(field)


def now_and_peak() -> Tuple[float, float]:
    """Return the resident megabytes of this moment and of the worst moment so far.

    Growth is a later peak minus an earlier now: an earlier peak cannot hide it. Where the system tells only the peak,
    now is taken to be the peak.
    """
    if _STATUS.exists():
        return _linux("VmRSS"), _linux("VmHWM")
    import resource  # Not on Windows.

    unit = 1024 * 1024 if sys.platform == "darwin" else 1024
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / unit
    return peak, peak
