"""The page about security: what it claims is tested."""

from __future__ import annotations

import ast
import re
from typing import Iterator

import pytest

from test.support.openapi import ROOT

PAGE = (ROOT / "docs" / "security.md").read_text(encoding="utf-8")
TEST = re.compile(r"`(test/[\w/]+\.py)::(\w+)`")
HEAD = "| Claim | Test |"


def claims() -> Iterator[str]:
    """Give the rows of the tables of claims."""
    for table in PAGE.split(f"{HEAD}\n")[1:]:
        for line in table.splitlines()[1:]:
            if not line.startswith("|"):
                break
            yield line


@pytest.mark.parametrize("path", sorted({path for path, _ in TEST.findall(PAGE)}))
def test_every_test_that_the_page_names_is_there(path: str) -> None:
    tree = ast.parse((ROOT / path).read_text(encoding="utf-8"))
    there = {node.name for node in tree.body if isinstance(node, ast.FunctionDef)}
    assert {name for file, name in TEST.findall(PAGE) if file == path} <= there


def test_every_claim_names_its_test() -> None:
    rows = list(claims())
    assert len(rows) > 50
    assert [row for row in rows if not TEST.search(row.rpartition("| ")[2])] == []


def test_every_name_is_that_of_a_test() -> None:
    """A name with a typing error, which would be no name of a test to the others here."""
    named = re.findall(r"`([^`\s]*::[^`\s]*)`", PAGE)
    assert [name for name in named if not re.fullmatch(r"test/[\w/]+\.py::test_\w+", name)] == []
