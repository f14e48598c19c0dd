"""Rows that are not looked up again as long as nothing has changed."""

from __future__ import annotations

import re
import sqlite3
from pathlib import Path
from typing import Iterator, List

import pytest

import ubiops.emulator
from ubiops.emulator.common.database import count, known
from ubiops.emulator.state.storage import Storage

USER = ("SELECT name FROM users WHERE id = ?", ("1",))


@pytest.fixture
def storage() -> Iterator[Storage]:
    storage = Storage()
    with storage.transaction() as db:
        _add_user(db, "1", "Ada")
    yield storage
    storage.close()


@pytest.fixture
def asked(storage: Storage) -> List[str]:
    """The queries that reach the database from now on."""
    asked: List[str] = []
    storage._connection.set_trace_callback(
        lambda statement: asked.append(statement) if statement.startswith("SELECT") else None
    )
    return asked


def _add_user(db: sqlite3.Connection, number: str, name: str) -> None:
    db.execute(
        "INSERT INTO users (id, email, name, surname, registration_date, token) VALUES (?, ?, ?, '', '', ?)",
        (number, f"{number}@example.com", name, number),
    )


def _name(storage: Storage) -> str:
    with storage.transaction() as db:
        row = known(db, *USER)
        assert row is not None
        return str(row["name"])


def test_a_row_is_looked_up_once(storage: Storage, asked: List[str]) -> None:
    assert [_name(storage) for _ in range(3)] == ["Ada"] * 3
    assert len(asked) == 1


def test_that_there_is_none_is_remembered_until_there_is_one(storage: Storage, asked: List[str]) -> None:
    query = ("SELECT name FROM users WHERE id = ?", ("2",))
    for _ in range(2):
        with storage.transaction() as db:
            assert known(db, *query) is None
    assert len(asked) == 1
    with storage.transaction() as db:
        _add_user(db, "2", "Grace")
        assert known(db, *query)["name"] == "Grace"  # type: ignore[index]


def test_a_change_is_seen(storage: Storage) -> None:
    assert _name(storage) == "Ada"
    with storage.transaction() as db:
        db.execute("UPDATE users SET name = 'Grace'")
    assert _name(storage) == "Grace"


def test_a_change_of_the_same_transaction_is_seen(storage: Storage) -> None:
    with storage.transaction() as db:
        assert known(db, *USER)["name"] == "Ada"  # type: ignore[index]
        db.execute("UPDATE users SET name = 'Grace'")
        assert known(db, *USER)["name"] == "Grace"  # type: ignore[index]


def test_what_was_rolled_back_has_never_been(storage: Storage) -> None:
    with pytest.raises(RuntimeError), storage.transaction() as db:
        db.execute("UPDATE users SET name = 'Grace'")
        assert known(db, *USER)["name"] == "Grace"  # type: ignore[index]
        raise RuntimeError
    assert _name(storage) == "Ada"


def test_what_is_counted_makes_nothing_be_looked_up_again(storage: Storage, asked: List[str]) -> None:
    assert _name(storage) == "Ada"
    for _ in range(3):
        with storage.transaction() as db:
            count(db, "UPDATE users SET surname = surname || 'x'", ())
        assert _name(storage) == "Ada"
    assert len(asked) == 1


def test_what_is_counted_hides_no_change_before_it(storage: Storage) -> None:
    assert _name(storage) == "Ada"
    with storage.transaction() as db:
        db.execute("UPDATE users SET name = 'Grace'")
        count(db, "UPDATE users SET surname = surname || 'x'", ())
    assert _name(storage) == "Grace"


def test_another_state_is_seen(storage: Storage, tmp_path: Path) -> None:
    assert _name(storage) == "Ada"
    other = Storage(tmp_path / "other.db")
    try:
        with other.transaction() as db:
            _add_user(db, "1", "Grace")
        storage.replace(other)
    finally:
        other.close()
    assert _name(storage) == "Grace"


def test_it_does_not_grow_for_ever(storage: Storage, asked: List[str]) -> None:
    with storage.transaction() as db:
        for number in range(3000):
            known(db, USER[0], (str(number),))
    assert len(asked) == 3000
    assert len(storage._connection._found) <= 1000


def test_values_of_queries_have_no_numbers() -> None:
    """Python 3.12.0 to 3.12.3 warn of those, as if they were names."""
    modules = list(Path(ubiops.emulator.__file__).parent.rglob("*.py"))
    assert len(modules) > 100
    assert [path.name for path in modules if re.search(r"\?\d", path.read_text(encoding="utf-8"))] == []
