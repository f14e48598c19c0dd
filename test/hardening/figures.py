"""What a part finds, and how it is shown."""

import platform
import re
import time
from pathlib import Path
from typing import Callable, Iterator, List, NamedTuple

import ubiops


class Figure(NamedTuple):
    """One line of the table.

    Attributes:
        what: What was counted or tried.
        value: What came of it, as it is shown.
        asked: What was to be reached; empty if nothing was.
        held: Whether it was reached.
    """

    what: str
    value: str
    asked: str = ""
    held: bool = True


class Part(NamedTuple):
    """A kind of trial.

    Attributes:
        name: What the command calls it.
        title: What it tries, in a line.
        run: Carries it out, in full or, given False, a small part; yields figures as they come.
    """

    name: str
    title: str
    run: Callable[[bool], Iterator[Figure]]


def table(figures: List[Figure]) -> str:
    """Lay out the figures as Markdown."""
    rows = [["what", "figure", "asked", ""]]
    rows += [[what, value, asked, "held" if held else "**MISSED**"] for what, value, asked, held in figures]
    widths = [max(len(row[column]) for row in rows) for column in range(4)]
    lines = ["| " + " | ".join(cell.ljust(width) for cell, width in zip(row, widths)) + " |" for row in rows]
    lines.insert(1, "|" + "|".join("-" * (width + 2) for width in widths) + "|")
    return "\n".join(lines)


def circumstances(seconds: float) -> str:
    """Tell when, where and for how long it ran."""
    python = f"{platform.python_implementation()} {platform.python_version()}"
    day = time.strftime("%Y-%m-%d")
    return f"ubiops {ubiops.__version__}, {day}, {python}, {platform.platform()}, {seconds:,.0f} s"


def write(page: Path, part: Part, text: str) -> None:
    """Put a part's table where the page has room for it: between its two comments."""
    before, after = f"<!-- figures of {part.name} -->", f"<!-- end of {part.name} -->"
    whole = page.read_text(encoding="utf-8")
    pattern = re.compile(f"(?<={re.escape(before)}\n).*(?={re.escape(after)})", re.DOTALL)
    replaced, count = pattern.subn(lambda match: text + "\n", whole)
    if count != 1:
        raise ValueError(f"{page} has no room for {part.name}: {before} and {after}, each on a line of its own")
    page.write_text(replaced, encoding="utf-8")
