"""What is shown of models: a line of text, tables of HTML."""

from __future__ import annotations

import reprlib
from datetime import date, datetime
from typing import Any, Callable, Dict, List, Mapping, Optional, Sequence

from ubiops._markup import Content, Html, element, joined

Fields = Mapping[str, Any]
"""The fields of a model by name, secrets masked, with models in them as dicts."""

ROWS = 20  # of a list
_LETTERS = 60  # of a value in a table of several models
_MORE_LETTERS = 600  # of a value in the table of one
_CELL = "text-align: left; white-space: pre-wrap"


class _Short(reprlib.Repr):
    def __init__(self) -> None:
        super().__init__()
        self.maxlevel, self.maxlist, self.maxdict = 4, 3, 8
        self.maxstring = self.maxlong = self.maxother = 60

    def repr_int(self, number: int, level: int) -> str:
        try:
            return super().repr_int(number, level)
        except ValueError:  # Python does not write it
            return f"<an integer of {number.bit_length()} bits>"

    def repr_date(self, day: date, level: int) -> str:
        return str(day)

    def repr_datetime(self, moment: datetime, level: int) -> str:
        return _seconds(moment)


_SHORT = _Short()


def line(name: str, fields: Fields) -> str:
    """Return a line about a model: the fields that have a value, long ones cut."""
    told = ", ".join(
        f"{key if key.isidentifier() else repr(key)}={_SHORT.repr(_named(value))}"
        for key, value in fields.items()
        if not _is_empty(value)
    )
    return f"{name}({' '.join(told.split())})"


def table_of_one(name: str, fields: Fields) -> str:
    """Return a table with a row for each field."""
    rows = [_row([key, _text(value, _MORE_LETTERS)]) for key, value in fields.items()]
    return element("table", element("caption", name), element("tbody", rows))


def table_of_many(name: str, rows: Sequence[Fields], count: int) -> str:
    """Return a table with a row for each model, and a column for each field that has a value in one.

    Args:
        name: What they are.
        rows: The first of them.
        count: How many there are.
    """
    columns: Dict[str, None] = {}
    for row in rows:
        columns.update(dict.fromkeys(row))
    filled = [key for key in columns if not all(_is_empty(row.get(key)) for row in rows)]
    head = element("tr", [element("th", key, style=_CELL, scope="col") for key in filled])
    body = [_row([_text(row.get(key), _LETTERS) for key in filled]) for row in rows]
    shown = "" if count == len(rows) else f", the first {len(rows)} of them shown"
    return joined(
        element("table", element("thead", head), element("tbody", body)),
        element("p", f"{count:,} {name}{shown}"),
    )


def show_lists(formatter: Any, of: type, table: Callable[[List[Any]], str]) -> None:
    """Let IPython show lists of models as tables.

    Operations return Python's own lists, as in 2.1.0, and these have no method that could make a table of them.

    Args:
        formatter: What of IPython makes HTML.
        of: The base of models.
        table: Makes the table of a list that holds nothing else.
    """

    def show(shown: List[Any]) -> Optional[str]:
        if shown and type(shown) is list and all(isinstance(each, of) for each in shown):
            return table(shown)
        # What IPython would do with other lists, and with classes of lists that are tables by themselves.
        other = earlier or getattr(type(shown), "_repr_html_", None)
        found: Optional[str] = None if other is None else other(shown)
        return found

    earlier = formatter.for_type(list, show)


def _row(cells: Sequence[Content]) -> Html:
    return element("tr", [element("td", cell, style=_CELL) for cell in cells])


def _text(value: Any, letters: int) -> str:
    if value is None:
        return ""
    try:
        if isinstance(value, list):
            text = ", ".join(map(str, _named(value)))
        else:
            text = _seconds(value) if isinstance(value, datetime) else str(value)
    except Exception:  # it is nested deeply, or an object whose own methods fail
        text = _SHORT.repr(value)
    return text if len(text) <= letters else text[: letters - 1] + "\u2026"


def _seconds(moment: datetime) -> str:
    return str(moment.replace(microsecond=0))


def _is_empty(value: Any) -> bool:
    return value is None or (isinstance(value, str) and not value)


def _named(value: Any) -> Any:
    """Return the names of what a list holds, such as fields of a model, if all have one; else the value itself."""
    if isinstance(value, list) and value and all(isinstance(each, dict) and "name" in each for each in value):
        return [each["name"] for each in value]
    return value
