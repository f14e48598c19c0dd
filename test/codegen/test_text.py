from __future__ import annotations

from typing import Any, Dict

import pytest

from codegen import spec, text


def field(**schema: Any) -> spec.Argument:
    required = schema.pop("required", False)
    return spec._field("size", {"type": "integer", "description": "How much.", **schema}, required=required)


def test_lines_are_wrapped_and_indented_but_for_the_first() -> None:
    wrapped = text.wrap("word " * 50, indent=4, hanging=2)
    first, *others = wrapped.splitlines()
    assert first.startswith("word")
    assert others and all(line.startswith("      word") for line in others)
    assert all(len(line) <= text.WIDTH for line in others)


def test_blank_lines_and_lists_are_kept() -> None:
    assert text.wrap("One.\n\n- two\n- three\n", indent=2) == "One.\n\n  - two\n  - three"


def test_the_second_line_of_a_bullet_is_aligned_with_its_text() -> None:
    assert text.wrap("- " + "word " * 30).splitlines()[1].startswith("  word")


def test_an_address_is_not_broken() -> None:
    address = "https://example.com/" + "a-b" * 60
    assert address in text.wrap(f"See {address}.")


@pytest.mark.parametrize("raw", ["plain", 'a """quoted""" word', "a \\d pattern", "\\"])
def test_a_docstring_says_what_it_should(raw: str) -> None:
    names: Dict[str, Any] = {}
    exec(f'doc = """{text.docstring(raw)} """', names)
    assert names["doc"] == raw + " "


def test_a_cell_stays_one_cell() -> None:
    assert text.cell("a | b\nc") == "a \\| b c"


@pytest.mark.parametrize(
    ("annotation", "words"),
    [
        ("str", "`str`"),
        ("datetime.datetime", "`datetime.datetime`"),
        ("Any", "any value"),
        ("Optional[Any]", "any value"),
        ("File", "path, `bytes` or a file opened in binary mode"),
        ("ModelList", "[ModelList](ModelList.md)"),
        ("List[ModelList]", "list of [ModelList](ModelList.md)"),
        ("Dict[str, Any]", "`dict`"),
        ("Dict[str, int]", "`dict` of `int`"),
        ("List[Dict[str, Any]]", "list of `dict`"),
        ("Union[ModelList, Mapping[str, Any]]", "[ModelList](ModelList.md) or `dict`"),
        ("Union[Sequence[Union[int, str]], Sequence[str], str]", "list of (`int` or `str`), list of `str` or `str`"),
    ],
)
def test_an_annotation_is_told_in_words(annotation: str, words: str) -> None:
    assert text.in_words(annotation) == words


@pytest.mark.parametrize(
    ("schema", "notes"),
    [
        ({}, ""),
        ({"required": True}, "required"),
        ({"minimum": 1, "maximum": 9, "default": 3}, "1 to 9; default `3`"),
        ({"minimum": 0, "default": 0}, "at least 0; default `0`"),
        ({"maximum": 0}, "at most 0"),
        ({"minLength": 1}, "not empty"),
        ({"minLength": 8}, "at least 8 characters"),
        ({"minLength": 24, "maxLength": 24}, "24 characters"),
        ({"maxLength": 5, "required": True}, "required; at most 5 characters"),
        ({"enum": ["a", "b"], "minLength": 1, "default": "a"}, "one of `a`, `b`; default `a`"),
        ({"default": False}, "default `false`"),
    ],
)
def test_limits_are_told_in_words(schema: Dict[str, Any], notes: str) -> None:
    assert field(**schema).notes == notes


def test_limits_are_handed_to_the_field() -> None:
    limited = field(minimum=1, maximum=9, enum=[1, 9], required=True, format="password")
    assert text.field_arguments(limited) == ", required=True, minimum=1, maximum=9, enum=(1, 9), secret=True"
    assert text.field_arguments(field()) == ""


def test_what_the_client_checks_can_differ_from_what_the_api_demands() -> None:
    differing = field(minimum=1, maximum=9, required=True, **{"x-client-checks": {"maximum": 99}})
    assert text.field_arguments(differing) == ", maximum=99"
    assert differing.notes == "required; 1 to 9"
    assert text.field_arguments(field(pattern="^a$", required=True, **{"x-client-checks": {}})) == ""
    assert text.field_arguments(field(**{"x-client-checks": {"required": True}})) == ", required=True"


def test_the_text_of_a_field_ends_with_its_limits() -> None:
    assert field(description="A number.", minimum=1).text == "A number. (at least 1)"
    assert field(description="A number.").text == "A number."


def test_a_block_of_a_document_is_replaced() -> None:
    document = f"before\n{text.BLOCK_BEGIN}\nold\n{text.BLOCK_END}\nafter"
    assert text.replace_block(document, "new\n") == f"before\n{text.BLOCK_BEGIN}\nnew\n{text.BLOCK_END}\nafter"
