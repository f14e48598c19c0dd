"""How fast folders are packed: ``python -m test.benchmark.packages``. Reported, never asserted."""

import argparse
import os
import tempfile
import zipfile
from pathlib import Path
from typing import Dict

from ubiops.utils import zip_dir

from .clock import Figure, ratios, summarize, take_turns
from .memory import now_and_peak
from .report import Result, table
from .rows import Cell, Line, Row

FILES = 10_000
FOLDERS = 100
SECONDS = 60.0

ROWS = (
    Row(
        "zip",
        (
            Line("memory", "zip_dir of {megabytes} MB in 10,000 files: memory", "MB", 32),
            Line("stored", "  time, floor: zipfile", "x", 1.2),
            Line("deflated", "  time of a tenth, compressed, floor: zipfile", "x", 1.2),
        ),
    ),
)


def make(folder: Path, megabytes: int) -> Path:
    """Make the files; their content can be deflated to about a half."""
    size = (megabytes << 20) // FILES
    for number in range(FILES):
        path = folder / f"part-{number % FOLDERS}" / f"{number}.bin"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(os.urandom(size // 2).hex().encode())
    (folder / "model.py").touch()
    return folder


def plainly(folder: Path, output: Path, method: int) -> None:
    """Zip a folder as one does without any library."""
    with zipfile.ZipFile(output, "w", method) as archive:
        for path in sorted(folder.rglob("*")):
            if path.is_file():
                archive.write(path, f"model_package/{path.relative_to(folder).as_posix()}")


def against_zipfile(folder: Path, directory: Path, compress: bool, seconds: float) -> Figure:
    """Return how many times as long it takes as zipfile takes for the same, in turns."""
    method = zipfile.ZIP_DEFLATED if compress else zipfile.ZIP_STORED
    ours, floors = take_turns(
        [
            lambda: zip_dir(folder, directory / "ours.zip", compress=compress, progress=False),
            lambda: plainly(folder, directory / "floor.zip", method),
        ],
        seconds,
    )
    return summarize(ratios(ours, floors))


def measure(directory: Path, megabytes: int, seconds: float) -> Dict[str, Figure]:
    """Return the figures of all lines."""
    folder, small = make(directory / "large", megabytes), make(directory / "small", megabytes // 10)
    before, _ = now_and_peak()
    zip_dir(folder, directory / "ours.zip", progress=False)
    grown = now_and_peak()[1] - before
    return {
        "memory": Figure(grown, grown, grown),
        "stored": against_zipfile(folder, directory, False, seconds),
        "deflated": against_zipfile(small, directory, True, seconds),
    }


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(prog="python -m test.benchmark.packages", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="64 MB and a few rounds: does it run at all?")
    parser.add_argument("--directory", type=Path, help="where the files go; needs three times their size")
    arguments = parser.parse_args()
    megabytes = 64 if arguments.quick else 1024
    with tempfile.TemporaryDirectory(prefix="ubiops-benchmark-", dir=arguments.directory) as directory:
        figures = measure(Path(directory), megabytes, 3.0 if arguments.quick else SECONDS)
    name = "this client"
    cells = {key: Cell(figure, "") for key, figure in figures.items()}
    print("Medians, and in parentheses the middle half of the rounds.\n")
    print(table([Result(ROWS[0], {name: cells})], [name], megabytes))


if __name__ == "__main__":
    main()
