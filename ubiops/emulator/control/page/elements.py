"""What the screens of the page are built of: tables, cards, times, sizes."""

from __future__ import annotations

from datetime import datetime
from typing import Iterable, NamedTuple, Optional, Sequence, Tuple

from ubiops._markup import Content, Html, element, joined
from ubiops.utils._drawing import tone

from ...common.dates import parse

TEXT = 32 * 1024  # characters of a text that are shown


class Column(NamedTuple):
    """A column of a table.

    Attributes:
        name: its heading, which a narrow screen shows in each row if the column is labelled.
        kind: how its cells look: `time`, `number`, `wide`, `mono`, `labelled`, or several of these.
    """

    name: str
    kind: str = ""


def table(columns: Sequence[Column], rows: Iterable[Sequence[Content]], empty: str) -> Html:
    """Return a card with a table, or one that says that there is nothing."""
    lines = [_row(columns, row) for row in rows]
    if not lines:
        return card(element("p", empty, class_="empty"))
    head = [
        element("th", each.name, class_="number" if "number" in each.kind else None, scope="col") for each in columns
    ]
    return card(element("table", element("thead", element("tr", head)), element("tbody", lines)))


def _row(columns: Sequence[Column], row: Sequence[Content]) -> Html:
    cells = [
        element("td", content, class_=each.kind or None, data_label=each.name) for each, content in zip(columns, row)
    ]
    return element("tr", cells)


def card(*content: Content) -> Html:
    """Return a framed part of a section."""
    return element("div", *content, class_="card")


def facts(pairs: Iterable[Tuple[str, Content]]) -> Html:
    """Return what there is to know of a thing, each with its name."""
    return card(element("dl", [element("div", element("dt", name), element("dd", value)) for name, value in pairs]))


def text(content: str, *, cut: bool = False) -> Html:
    """Return a longer text as it is."""
    end = element("span", "\n\u2026 and more", class_="faint") if cut or len(content) > TEXT else ""
    return card(element("pre", content[:TEXT], end, tabindex="0"))


def status(name: str, error: Optional[str] = None) -> Html:
    """Return a status in its colour, and what went wrong."""
    return joined(
        element("span", name, class_=f"status {tone(name)}"),
        element("p", error, class_="error mono") if error else "",
    )


def path(name: str) -> Html:
    """Return a path, which may be broken after its slashes."""
    first, *others = name.split("/")
    return joined(first, [joined("/", element("wbr"), part) for part in others])


def moment(at: datetime) -> Html:
    """Return the time of day, with the date behind it."""
    return element("time", f"{at:%H:%M:%S}", title=f"{at:%Y-%m-%d %H:%M:%S} UTC")


def stored_moment(at: str) -> Html:
    """Return a stored date as `moment` does."""
    return moment(parse(at, "date"))


def date(at: Optional[str]) -> str:
    """Return a stored date in full."""
    return f"{parse(at, 'date'):%Y-%m-%d %H:%M:%S}" if at else ""


def until(at: str, now: datetime) -> str:
    """Say how long it is until a stored date."""
    minutes = int((parse(at, "date") - now).total_seconds() // 60)
    if minutes < 1:
        return "in less than a minute"
    size, unit = next(each for each in ((1440, "day"), (60, "hour"), (1, "minute")) if minutes >= each[0])
    return f"in {count(minutes // size, unit)}"


def duration(seconds: float) -> str:
    """Return a duration."""
    return f"{seconds:,.1f}\u00a0s" if seconds >= 10 else f"{seconds * 1000:,.0f}\u00a0ms"


def count(number: int, noun: str) -> str:
    """Return so many of a thing."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def size(length: int) -> str:
    """Return a number of bytes."""
    if length < 1024:
        return f"{length}\u00a0B"
    return f"{length / 1024:,.0f}\u00a0kB" if length < 1024**2 else f"{length / 1024**2:,.1f}\u00a0MB"
