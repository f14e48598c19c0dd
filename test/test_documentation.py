"""The documentation: its examples run, its links lead somewhere, and nothing is left out."""

from __future__ import annotations

import re
from pathlib import Path
from typing import List, Set
from urllib.parse import unquote

import pytest

from test.support import openapi
from test.support.guides import CODE, anchors, headings

ROOT = openapi.ROOT
OPERATIONS_PAGE = ROOT / "docs" / "CoreApi.md"
PAGES = [ROOT / "README.md", ROOT / "SECURITY.md", *sorted((ROOT / "docs").rglob("*.md"))]

LINK = re.compile(r"\[(?:[^\]\[]|\[[^\]]*\])*\]\(([^)\s]+)\)")


def sections(page: str) -> List[List[str]]:
    """Return name and text of each section about an operation."""
    names = "|".join(openapi.operations())
    parts = re.split(rf"^#+ ({names})$", page, flags=re.MULTILINE)
    return [[name, text] for name, text in zip(parts[1::2], parts[2::2])]


def links(path: Path) -> List[str]:
    return LINK.findall(CODE.sub("", path.read_text(encoding="utf-8")))


def test_every_operation_has_one_section_with_one_example() -> None:
    found = sections(OPERATIONS_PAGE.read_text(encoding="utf-8"))
    assert sorted(name for name, _ in found) == sorted(openapi.operations())
    for name, text in found:
        assert text.count("```python") == 1, name
        assert f"api.{name}(" in text, name


def test_the_readme_counts_what_the_specification_has() -> None:
    counted = re.findall(r"(\d+) (operations|models)\b", (ROOT / "README.md").read_text(encoding="utf-8"))
    there_are = {"operations": len(openapi.operations()), "models": len(openapi.schemas())}
    assert {kind for _, kind in counted} == there_are.keys()
    assert [(number, kind) for number, kind in counted if int(number) != there_are[kind]] == []


@pytest.mark.parametrize("name", sorted(openapi.schemas()))
def test_every_model_has_a_page_that_names_its_fields(name: str) -> None:
    page = (ROOT / "docs" / f"{name}.md").read_text(encoding="utf-8")
    assert f"\n# {name}\n" in page
    for field, schema in openapi.schemas()[name]["properties"].items():
        (row,) = [line for line in page.splitlines() if line.startswith(f"| `{field}` |")]
        for value in schema.get("enum", ()):
            assert f"`{value}`" in row


@pytest.mark.parametrize("path", PAGES, ids=lambda path: str(path.relative_to(ROOT)))
def test_every_relative_link_leads_somewhere(path: Path) -> None:
    for link in links(path):
        if re.match("[a-z]+:", link):
            continue
        file, _, anchor = unquote(link).partition("#")
        target = (path.parent / file).resolve() if file else path
        assert target.exists(), link
        if anchor:
            assert anchor in anchors(target), link


@pytest.mark.parametrize("path", PAGES, ids=lambda path: str(path.relative_to(ROOT)))
def test_the_rows_of_a_table_have_as_many_cells_as_its_head(path: Path) -> None:
    widths: Set[int] = set()
    for line in [*CODE.sub("", path.read_text(encoding="utf-8")).splitlines(), ""]:
        if line.startswith("|"):
            widths.add(len(re.findall(r"(?<!\\)\|", line)))
        else:
            assert len(widths) <= 1, line
            widths = set()


def test_the_readme_links_every_operation_and_every_model() -> None:
    linked = set(links(ROOT / "README.md"))
    assert linked >= {f"docs/CoreApi.md#{name}" for name in openapi.operations()}
    assert linked >= {f"docs/{name}.md" for name in openapi.schemas()}


def test_headings_of_the_operations_page_are_told_apart() -> None:
    found = headings(OPERATIONS_PAGE)
    assert len(set(found)) == len(found)


@pytest.mark.parametrize("path", PAGES, ids=lambda path: str(path.relative_to(ROOT)))
def test_no_page_shows_what_python_prints_for_missing_text(path: Path) -> None:
    text = CODE.sub("", path.read_text(encoding="utf-8"))
    assert not re.search(r"\|\s+None\s+\||\(None\)|\bUndefined\b|\{\{|\{%", text)
