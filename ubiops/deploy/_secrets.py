"""Texts of others, such as errors and logs, without the secrets of a file."""

from __future__ import annotations

import json
from typing import Any, Iterable, Iterator, List, Mapping

from ubiops.deploy._interpolation import Interpolated

MASK = "***"
_SHORTEST = 6  # characters; shorter ones are parts of words that everybody knows


def secrets(value: Any) -> Iterator[str]:
    """Give what may not be shown of a part of a file: values of secret variables, configurations, the environment."""
    if isinstance(value, Interpolated):
        yield from (value, *value.parts)
    elif isinstance(value, list):
        for each in value:
            yield from secrets(each)
    elif isinstance(value, Mapping):
        if value.get("secret") is True and isinstance(value.get("value"), str):
            yield value["value"]
        if isinstance(value.get("configuration"), Mapping):
            yield from (each for each in value["configuration"].values() if isinstance(each, str))
        for each in value.values():
            yield from secrets(each)


class Redactor:
    """Takes secrets out of texts.

    Args:
        found: The secrets.
    """

    def __init__(self, found: Iterable[str]) -> None:
        forms = {form for secret in found for form in _forms(str(secret)) if len(form) >= _SHORTEST}
        self._forms: List[str] = sorted(forms, key=len, reverse=True)

    def __call__(self, text: str) -> str:
        """Return a text with `***` for each secret."""
        for form in self._forms:
            text = text.replace(form, MASK)
        return text


def _forms(secret: str) -> Iterator[str]:
    """Give how a secret may stand in a text: as it is, escaped, and the lines of one that has several."""
    yield secret
    yield repr(secret)[1:-1]
    yield json.dumps(secret)[1:-1]
    yield json.dumps(secret, ensure_ascii=False)[1:-1]
    yield from (line.strip() for line in secret.splitlines())
