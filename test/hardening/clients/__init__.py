"""Programs that are killed inside uploads, downloads, bulk runs and deploys: what is there after, and a second run."""

from __future__ import annotations

import logging
import sys
import tempfile
from contextlib import contextmanager
from pathlib import Path
from typing import Iterator, List

from ubiops.emulator import Emulator

from ..figures import Figure, Part
from .bulk import Bulk
from .deploys import Deploys
from .files import Downloads, Uploads
from .kills import Programs

KILLS, FEW = 50, 4  # of each kind
SEED = 9
SHOWN = 5


class Lines(logging.Handler):
    """Puts the messages of errors into a list."""

    def __init__(self, lines: List[str]) -> None:
        super().__init__(logging.ERROR)
        self._lines = lines

    def emit(self, record: logging.LogRecord) -> None:
        self._lines.append(record.getMessage())


@contextmanager
def complaints() -> Iterator[List[str]]:
    """Give a list that takes what the emulator complains about meanwhile."""
    lines: List[str] = []
    handler = Lines(lines)
    logger = logging.getLogger("ubiops.emulator")
    logger.addHandler(handler)
    yield lines
    logger.removeHandler(handler)


def run(whole: bool) -> Iterator[Figure]:
    """Kill programs, look, and run them again."""
    times = KILLS if whole else FEW
    with tempfile.TemporaryDirectory(prefix="ubiops-kills-") as path, complaints() as errors:
        folder = Path(path)
        with Emulator(data=folder / "data") as emulator:
            api = emulator.core_api()
            programs = Programs(emulator, folder, SEED)
            uploads = Uploads(programs, api, folder / "data.d" / "uploads")
            yield killed(
                "uploads of 12 blobs and a package", programs.repeat(times, uploads.arguments, uploads.check), times
            )
            yield none("half blobs and packages to be seen", uploads.half)
            yield none("uploads that the second run did not complete", uploads.unfinished)
            yield none("blobs there twice after the second run uploaded what was missing", uploads.doubled)
            downloads = Downloads(programs, api)
            yield killed("downloads of 12 files", programs.repeat(times, downloads.arguments, downloads.check), times)
            yield none("files under their names that are not whole", downloads.half)
            yield none("downloads that the second run did not complete", downloads.unfinished)
            bulk = Bulk(programs, api)
            yield killed(
                "bulk runs of 200 rows with a checkpoint", programs.repeat(times, bulk.arguments, bulk.check), times
            )
            yield none("rows lost", bulk.lost)
            yield none(
                "rows sent again without being told to be unknown", bulk.doubled, f"0, and {bulk.told:,} were told"
            )
            yield none("bulk runs that the second run did not complete", bulk.unfinished)
            deploys = Deploys(programs, api)
            yield killed(
                "applies of a project with one of each", programs.repeat(times, deploys.arguments, deploys.check), times
            )
            yield none("projects that differ from an undisturbed one after the second apply", deploys.different)
            left = [*uploads.left, *downloads.left, *bulk.left, *deploys.left]
            yield none("temporary files left whose names do not begin with `ubiops-`", left)
            api.api_client.close()
        yield none("errors that the emulator logged", errors)


def killed(what: str, rounds: int, times: int) -> Figure:
    """Tell how often they were killed."""
    return Figure(f"{what}, killed at work", f"{times} times of {rounds}")


def none(what: str, found: List[str], value: str = "0") -> Figure:
    """Tell that nothing was found, or the first few."""
    for each in found[:SHOWN]:
        print(f"  {each}", file=sys.stderr)
    return Figure(what, f"{len(found):,}" if found else value, "0", not found)


PART = Part("clients", "programs that are killed inside uploads, downloads, bulk runs and deploys", run)
