"""What a screen of the page is made from, and what it is made of."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Mapping, NamedTuple, Optional, Sequence, Tuple
from urllib.parse import quote, urlencode

from ubiops._markup import Content, Html, element

if TYPE_CHECKING:
    from .. import Control

Crumb = Tuple[str, Optional[str]]
"""A text, and the address to which it leads."""


class MissingError(Exception):
    """There is nothing at this address; the text says what is missing."""


@dataclass(frozen=True)
class Look:
    """A request to see something.

    Attributes:
        control: the emulator.
        names: what the path names, in its order.
        query: the parameters.
    """

    control: Control
    names: Sequence[str]
    query: Mapping[str, str]

    def get(self, name: str) -> str:
        """Return a parameter, or an empty text."""
        return self.query.get(name, "")[:200]

    def finds(self, *texts: object) -> bool:
        """Tell whether the parameter `text` is in one of these."""
        wanted = self.get("text").casefold()
        return not wanted or any(wanted in str(text).casefold() for text in texts if text is not None)


class Screen(NamedTuple):
    """A screen.

    Attributes:
        title: what it shows.
        content: its sections.
        crumbs: where it stands; empty for those that the navigation names.
        search: whether the parameter `text` filters it.
    """

    title: str
    content: Sequence[Html]
    crumbs: Sequence[Crumb] = ()
    search: bool = False


def address(*names: object, **query: object) -> str:
    """Return the address of a screen.

    Args:
        names: the parts of its path.
        query: its parameters; empty ones are left out.
    """
    path = "/".join(quote(str(name), safe="") for name in ("page", *names))
    given = urlencode({name: value for name, value in query.items() if value not in (None, "")})
    return f"/{path}{'?' if given else ''}{given}"


def link(text: Content, target: str, **attributes: object) -> Html:
    """Return a link."""
    return element("a", text, href=target, **attributes)


def section(name: str, *content: Content) -> Html:
    """Return a part of a screen that is kept up to date."""
    return element("section", *content, id=name, data_live="")


def heading(text: str, *beside: Content) -> Html:
    """Return the heading of a section, with what stands beside it."""
    return element("div", element("h2", text), *beside, class_="heading")


def choices(look: Look, path: Sequence[str], name: str, label: str, options: Sequence[Tuple[str, str]]) -> Html:
    """Return links that set a parameter, and leave the others.

    Args:
        look: the present parameters.
        path: the parts of the path of the screen.
        name: the parameter.
        label: what it is about.
        options: its values, each with what is written.
    """
    links = [
        link(
            text,
            address(*path, **{**look.query, name: value}),
            class_="choice",
            aria_current="true" if look.get(name) == value else None,
        )
        for value, text in options
    ]
    return element(
        "div", element("span", label, class_="label"), links, class_="choices", role="group", aria_label=label
    )
