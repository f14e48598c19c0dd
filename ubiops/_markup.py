"""HTML and SVG made of elements: text in them is always escaped."""

from __future__ import annotations

import re
from html import escape
from typing import Iterable, Union

_VOID = ("input", "link", "meta", "wbr")
_UNFIT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")  # for markup, and for UTF-8


class Html(str):
    """Markup that stands for itself; any other string is text, and escaped where it is put into markup."""

    __slots__ = ()


Content = Union[str, Iterable[str]]


def element(name: str, /, *content: Content, **attributes: object) -> Html:
    """Return an element.

    Args:
        name: its name, e.g. `td`.
        content: what is in it: text, markup, or several of these.
        attributes: attributes; an underscore at the end is dropped, others become dashes. None leaves one out.
    """
    named = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{_escaped(str(value))}"'
        for key, value in attributes.items()
        if value is not None
    )
    closing = "" if name in _VOID else f"</{name}>"
    return Html(f"<{name}{named}>{joined(*content)}{closing}")


def joined(*content: Content) -> Html:
    """Return markup of several pieces."""
    pieces = []
    for each in content:
        if isinstance(each, Html):
            pieces.append(str(each))
        elif isinstance(each, str):
            pieces.append(_escaped(each))
        else:
            pieces.append(str(joined(*each)))
    return Html("".join(pieces))


def _escaped(text: str) -> str:
    return escape(_UNFIT.sub("\ufffd", text))
