"""Names of variables in the place of what nobody can read."""

from __future__ import annotations

import re
from collections import Counter
from typing import Any, Dict, Iterator

_OTHERS = re.compile(r"[^A-Z0-9_]+")


class Secret:
    """A value that the API does not show.

    Args:
        place: Names that lead to it, the last of which says best what it is, such as `demo`, `churn` and `API_KEY`.
    """

    def __init__(self, *place: str) -> None:
        self.short = _as_variable(place[-1])
        self.long = _as_variable("_".join(place))


def _as_variable(text: str) -> str:
    name = _OTHERS.sub("_", text.upper())
    return name if name[:1].isalpha() else f"_{name}"


def named(content: Any) -> Dict[Secret, str]:
    """Give each secret of a document a variable of its own: a short name where that is enough, else its whole place."""
    found = list(_secrets(content))
    short = Counter(secret.short for secret in found)
    names: Dict[Secret, str] = {}
    for secret in sorted(found, key=lambda each: short[each.short]):  # names that are enough are taken first
        name = secret.short if short[secret.short] == 1 else secret.long
        while name in names.values():
            name += "_2"
        names[secret] = name
    return names


def _secrets(value: Any) -> Iterator[Secret]:
    if isinstance(value, Secret):
        yield value
    elif isinstance(value, (dict, list)):
        for each in value.values() if isinstance(value, dict) else value:
            yield from _secrets(each)


def written(value: Any, names: Dict[Secret, str]) -> Any:
    """Return a document with `${NAME}` for each secret, and `$${` where a text has `${`."""
    if isinstance(value, Secret):
        return f"${{{names[value]}}}"
    if isinstance(value, str):
        return value.replace("${", "$${")
    if isinstance(value, list):
        return [written(each, names) for each in value]
    if isinstance(value, dict):
        return {key: written(each, names) for key, each in value.items()}
    return value
