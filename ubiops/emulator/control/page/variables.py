"""Environment variables, without the values of those that are secret."""
# ruff: noqa: S608 - the columns are named by the callers

from __future__ import annotations

import sqlite3
from typing import Dict, List, Sequence, Tuple

from ubiops._markup import Content, Html, element

from ..masking import MASK
from .elements import Column, table

_ROWS = 200
_LETTERS = 1000  # of a value
_COLUMNS = (Column("Name", "mono name"), Column("Value", "wide mono"), Column("Of", "faint"))


def variables(db: sqlite3.Connection, sources: Sequence[Tuple[str, str, str]]) -> Html:
    """Return a table of variables.

    Args:
        db: the database, in a transaction.
        sources: whose variables, the nearest first, which shadows the others: what it is called, its column, its id.
    """
    seen: Dict[str, List[Content]] = {}
    for called, column, owner in sources:
        query = (
            f"SELECT name, secret, substr(value, 1, ?) AS value FROM environment_variables WHERE {column} = ?"
            " ORDER BY name LIMIT ?"
        )
        for row in db.execute(query, (_LETTERS, owner, _ROWS)):
            value = element("span", MASK, class_="faint", title="secret") if row["secret"] else row["value"]
            seen.setdefault(row["name"], [row["name"], value, called])
    return table(_COLUMNS, list(seen.values()), "No environment variables")
