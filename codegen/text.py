"""Text for the templates: docstrings, literals, table cells."""

from __future__ import annotations

import re
import textwrap
from typing import Any

from codegen.spec import Field

GENERATED = "Generated from codegen/openapi.yaml by `python -m codegen`; do not edit."

WIDTH = 113
LITERAL = 103


def wrap(text: str, indent: int = 0, hanging: int = 0) -> str:
    """Return text in lines of the code's width; lists and blank lines are kept.

    Args:
        text: Markdown prose.
        indent: Spaces before every line but the first, which stands where the template puts it.
        hanging: Spaces more before the lines that continue a paragraph.
    """
    lines = []
    for line in text.strip().splitlines():
        bullet = line.startswith(("- ", "* "))
        deeper = " " * (indent + hanging + (2 if bullet else 0))
        wrapped = textwrap.wrap(
            line,
            WIDTH,
            initial_indent=" " * indent,
            subsequent_indent=deeper,
            break_long_words=False,
            break_on_hyphens=False,
        )
        lines += wrapped or [""]
    return "\n".join(lines).lstrip(" ")


def docstring(text: str) -> str:
    """Return text as it can stand between triple quotes."""
    return text.replace("\\", "\\\\").replace('"""', '\\"\\"\\"')


def literal(value: Any) -> str:
    """Return a value as a Python literal."""
    return repr(value)


def wrapped_literal(text: str) -> str:
    """Return text as a Python literal, in several pieces if it is long."""
    pieces = textwrap.wrap(text, LITERAL, drop_whitespace=False, break_long_words=False, break_on_hyphens=False)
    return "\n".join(repr(piece) for piece in pieces or [""])


def cell(text: str) -> str:
    """Return text as it can stand in a cell of a Markdown table."""
    return text.replace("|", "\\|").replace("\n", " ")


def field_arguments(field: Field, *, required: bool = True) -> str:
    """Return what is written after the type in the declaration of a field."""
    parts = ["required=True"] if required and field.required else []
    parts += [f"{name}={value!r}" for name, value in field.limits.items()]
    parts += ["secret=True"] if field.secret else []
    return "".join(f", {part}" for part in parts)


def linked(type_name: str) -> str:
    """Return a type in Markdown, with its model linked to the model's page."""
    model = re.search(r"\b[A-Z]\w+", type_name)
    if model is None:
        return f"`{type_name}`"
    before, after = type_name[: model.start()], type_name[model.end() :]
    return escaped(before) + f"[{model.group()}]({model.group()}.md)" + escaped(after)


def escaped(text: str) -> str:
    """Return text with the brackets that Markdown would read as a link escaped."""
    return text.replace("[", "\\[").replace("]", "\\]")
