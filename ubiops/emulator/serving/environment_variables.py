"""Environment variables as models get them: those of the version before the model's, before the project's."""

from __future__ import annotations

import sqlite3
from typing import Dict

from ..common.database import Row


def values(db: sqlite3.Connection, version: Row) -> Dict[str, str]:
    """Return the values of all variables that a version sees, secret ones included, by name.

    Args:
        db: the database, in a transaction.
        version: what `load_version` gave.
    """
    rows = db.execute(
        "SELECT name, value FROM environment_variables WHERE project_id = ? OR model_id = ? OR version_id = ?"
        " ORDER BY version_id IS NOT NULL, model_id IS NOT NULL",  # the nearest comes last and shadows the others
        (version["project_id"], version["model_id"], version["id"]),
    )
    return {row["name"]: row["value"] for row in rows}
