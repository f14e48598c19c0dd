"""Databases of older versions of the emulator, made like those of this one."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from ..common.errors import disk_full
from .integrity import VERSION, check_database, damaged, expected_schema, readable, schema_of

_DIRECTORY = Path(__file__).parent


def check_or_upgrade(db: sqlite3.Connection, name: object, *, trusted: bool) -> None:
    """Check a database, and upgrade it if it is of an older version: all or nothing.

    Args:
        db: a connection, in no transaction; it reads the whole database.
        name: how errors call it.
        trusted: see `check_database`.

    Raises:
        StateError: it is not what an emulator makes; nothing was touched.
        sqlite3.OperationalError: it cannot be read or written now.
    """
    with readable(name):
        version = db.execute("PRAGMA user_version").fetchone()[0]
    if version >= VERSION:
        check_database(db, name, trusted=trusted)
        return
    if version < 1:
        raise damaged(name, "it has no version")
    try:
        _upgrade(db, version, name)
        check_database(db, name, trusted=trusted)
        db.execute("COMMIT")
    finally:
        if db.in_transaction:
            db.execute("ROLLBACK")


def _upgrade(db: sqlite3.Connection, version: int, name: object) -> None:
    db.execute("BEGIN IMMEDIATE")
    with readable(name):
        try:
            for number in range(version, VERSION):
                _run(db, (_DIRECTORY / f"upgrade_{number}.sql").read_text(encoding="utf-8"))
            _make_indexes(db)
        except sqlite3.OperationalError as error:
            if disk_full(error):
                raise
            raise damaged(name, str(error)) from None  # it lacks a table
        db.execute(f"PRAGMA user_version = {VERSION}")


def _run(db: sqlite3.Connection, script: str) -> None:
    for statement in script.split(";\n"):  # executescript would end the transaction
        db.execute(statement)


def _make_indexes(db: sqlite3.Connection) -> None:
    """Make the indexes those of this version."""
    found, expected = ({each for each in schema if each[0] == "index"} for schema in (schema_of(db), expected_schema()))
    for _, index, _, _ in found - expected:
        db.execute(f"DROP INDEX {index}")
    for _, _, _, text in expected - found:
        db.execute(str(text))
