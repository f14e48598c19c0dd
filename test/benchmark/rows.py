"""What is measured, with its target."""

from collections import defaultdict
from typing import Dict, List, NamedTuple, Optional, Tuple

from .clock import Figure, summarize
from .contenders import Contender
from .site import Site


class Effort(NamedTuple):
    """How much is measured."""

    most_processes: int  # Per row and contender.
    seconds: float  # Per process.
    megabytes: int


FULL = Effort(most_processes=15, seconds=0.6, megabytes=256)
QUICK = Effort(most_processes=1, seconds=0.2, megabytes=32)


class Line(NamedTuple):
    """One line of the table. ``key`` is the name of its measurement; an ``x`` is a multiple of the floor."""

    key: str
    title: str
    unit: str
    target: Optional[float] = None


class Row(NamedTuple):
    """Lines that are measured together, by these tasks; without a task, by a first import."""

    name: str
    lines: Tuple[Line, ...]
    tasks: Tuple[str, ...] = ()
    processes: int = 4  # Fresh ones, because memory layout and hash seed move a ratio by some per cent.
    one_core: bool = False  # Client and server share a core: waking each other costs less, and always the same.
    tls: bool = False


class Cell(NamedTuple):
    """What one contender came to on one line."""

    figure: Figure
    note: str


Cells = Dict[str, Cell]

ROWS = (
    Row(
        "import",
        (Line("time", "import ubiops", "ms", 10), Line("modules", "  modules of urllib3 and models", "", 0)),
        processes=15,
    ),
    Row("process", (Line("time", "start Python, GET one model, end", "x", 1.2),), ("process",), processes=4),
    Row("get", (Line("time", "GET one model", "x", 1.05),), ("get",), one_core=True),
    Row(
        "list",
        (
            Line("json", "GET a list of 500 versions", "x", 1.25),
            Line("orjson", "  with orjson; floor: json", "x", 0.9),
        ),
        ("list_500", "list_500_with_orjson"),
        one_core=True,
    ),
    Row(
        "decode",
        (
            Line("time", "decode 500 versions, against json.loads", "x", 2.0),
            Line("newer", "  with a key that is not known", "x"),
        ),
        ("decode",),
    ),
    Row(
        "build",
        (
            Line("model", "build ModelCreate, its 4 scalar fields", "us", 2),
            Line("version", "build ModelVersionCreate, all 7 fields", "us", 2),
        ),
        ("build",),
    ),
    Row(
        "upload",
        (
            Line("memory", "upload {megabytes} MB: memory", "MB", 16),
            Line("time", "  time, floor: a plain body", "x", 1.1),
        ),
        ("upload_memory", "upload"),
        processes=3,
    ),
    Row(
        "threads",
        (
            Line("1", "GET one model from 1 thread", "x"),
            Line("8", "  from 8 threads on one client", "x"),
            Line("32", "  from 32 threads on one client", "x"),
        ),
        ("threads",),
        processes=2,
    ),
    Row(
        "tls-upload",
        (Line("memory", "upload {megabytes} MB, TLS: memory", "MB"), Line("time", "  time, floor: a plain body", "x")),
        ("upload_memory", "upload"),
        processes=2,
        tls=True,
    ),
    Row(
        "tls-download",
        (Line("memory", "download {megabytes} MB, TLS: memory", "MB"), Line("time", "  time", "x")),
        ("download_memory", "download"),
        processes=2,
        tls=True,
    ),
)


class Collector:
    """Samples of one row and one contender, from several processes."""

    def __init__(self) -> None:
        self._samples: Dict[str, List[float]] = defaultdict(list)
        self._notes: Dict[str, str] = {}

    def _add(self, key: str, samples: List[float], note: str) -> None:
        self._samples[key] += samples
        self._notes[key] = note

    def measure(self, row: Row, contender: Contender, effort: Effort, site: Site) -> None:
        """Measure once more, in fresh interpreters."""
        if not row.tasks:
            if not self._samples:
                contender.first_import()  # Writes the bytecode, which an installed package has.
            first = contender.first_import()
            self._add("time", [first.seconds * 1000], "")
            loaded = f"urllib3 and {first.models} models" if first.urllib3 else f"{first.models} models"
            self._add("modules", [first.urllib3 + first.models], loaded if first.urllib3 + first.models else "none")
        options = {
            "server": site.near if row.one_core else site.tls if row.tls else site.plain,
            "ca": site.ca if row.tls else None,
            "cpu": site.cpu if row.one_core else None,
            "file": site.file,
            "seconds": effort.seconds,
        }
        for task in row.tasks:
            for key, measurement in contender.measure(task, options).items():
                self._add(key, measurement["samples"], measurement["note"])

    def cells(self, row: Row) -> Cells:
        """Return what the samples came to."""
        return {
            line.key: Cell(summarize(self._samples[line.key], line.unit in ("ms", "us")), self._notes[line.key])
            for line in row.lines
        }
