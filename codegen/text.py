"""Text for the templates: docstrings, literals, table cells."""

from __future__ import annotations

import textwrap
from typing import Any, Iterable, List

from codegen.spec import Argument

GENERATED = "Generated from codegen/openapi.yaml by `python -m codegen`; do not edit."

BLOCK_BEGIN = "<!-- generated: operations and models; by `python -m codegen` -->"
BLOCK_END = "<!-- end -->"

WIDTH = 113

WORDS = {"Any": "any value", "File": "path, `bytes` or a file opened in binary mode"}


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


def packed(parts: Iterable[str], indent: int) -> str:
    """Return parts with commas between, as many in a line as fit, each in one piece."""
    pieces = ", ".join(part.replace(" ", "\0") for part in parts)
    spaces = " " * indent
    lines = textwrap.wrap(pieces, 120, initial_indent=spaces, subsequent_indent=spaces, break_long_words=False)
    return "\n".join(lines).replace("\0", " ").lstrip(" ")


def docstring(text: str) -> str:
    """Return text as it can stand between triple quotes."""
    return text.replace("\\", "\\\\").replace('"""', '\\"\\"\\"')


def literal(value: Any) -> str:
    """Return a value as a Python literal."""
    return repr(value)


def cell(text: str) -> str:
    """Return text as it can stand in a cell of a Markdown table."""
    return text.replace("|", "\\|").replace("\n", " ")


def field_arguments(field: Argument) -> str:
    """Return what is written after the type in the declaration of a field."""
    parts = [f"{name}={value!r}" for name, value in field.checks.items()]
    parts += [f"secret={field.secret!r}"] if field.secret else []
    return "".join(f", {part}" for part in parts)


def in_words(annotation: str) -> str:
    """Return a Python annotation in words, as Markdown with models linked to their pages."""
    name, bracket, rest = annotation.partition("[")
    if not bracket:
        return WORDS.get(name) or (f"[{name}]({name}.md)" if name[0].isupper() else f"`{name}`")
    parts = [in_words(part) for part in _top_level(rest[:-1])]
    if name == "Union":
        return f"{', '.join(parts[:-1])} or {parts[-1]}"
    if name == "Optional":
        return parts[0]
    if name in ("List", "Sequence"):
        return f"list of ({parts[0]})" if " or " in parts[0] else f"list of {parts[0]}"
    return "`dict`" if parts[1] == WORDS["Any"] else f"`dict` of {parts[1]}"


def _top_level(text: str) -> List[str]:
    """Return the parts between the commas that are not inside brackets."""
    parts, depth = [""], 0
    for character in text:
        depth += (character == "[") - (character == "]")
        if character == "," and not depth:
            parts.append("")
        else:
            parts[-1] += character
    return [part.strip() for part in parts]


def replace_block(document: str, content: str) -> str:
    """Return a document with its generated block replaced."""
    begin, end = document.index(BLOCK_BEGIN) + len(BLOCK_BEGIN), document.index(BLOCK_END)
    return f"{document[:begin]}\n{content}{document[end:]}"
