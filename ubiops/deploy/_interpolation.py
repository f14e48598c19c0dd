"""`${NAME}` in a document, filled in from an environment."""

from __future__ import annotations

import re
from typing import Any, Dict, List, Mapping, Match, Sequence, Tuple

_REFERENCE = re.compile(r"\$(\$?)\{([^}]*)(\}?)")
_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")
_FREE = ("configuration", "data", "description", "password", "request_data", "result", "value")
"""Fields that name nothing: what the environment puts in them may be secret, with all that they hold."""


class Interpolated(str):
    """A text that holds values of the environment; what is shown of it is how it was written.

    Attributes:
        written: The text with `${NAME}` in it.
        parts: The values in it.
    """

    written: str
    parts: Sequence[str]

    def __new__(cls, text: str, written: str = "***", parts: Sequence[str] = ()) -> Interpolated:
        value = super().__new__(cls, text)
        value.written = written
        value.parts = parts
        return value

    def __repr__(self) -> str:
        return repr(self.written)


def interpolate(content: Any, environ: Mapping[str, str]) -> Any:
    """Return a document with each `${NAME}` in its texts replaced; `$${` stands for `${`.

    Args:
        content: What JSON can hold. Names of fields stay as they are.
        environ: Where the values are.

    Raises:
        ValueError: Variables are missing, or something between the braces is no name; it tells all places.
    """
    problems: List[str] = []
    filled = _filled(content, "", False, environ, problems)
    if problems:
        raise ValueError("\n".join(problems))
    return filled


def _filled(value: Any, place: str, free: bool, environ: Mapping[str, str], problems: List[str]) -> Any:
    if isinstance(value, str):
        text = _REFERENCE.sub(lambda match: _value(match, place, environ, problems), value)
        names = [name for escaped, name, _ in _REFERENCE.findall(value) if not escaped]
        return Interpolated(text, value, [environ.get(name, "") for name in names]) if free and names else text
    if isinstance(value, list):
        return [_filled(each, f"{place}[{index}]", free, environ, problems) for index, each in enumerate(value)]
    if isinstance(value, dict):
        return {
            key: _filled(each, f"{place}.{key}".lstrip("."), free or key in _FREE, environ, problems)
            for key, each in value.items()
        }
    return value


def _value(match: Match[str], place: str, environ: Mapping[str, str], problems: List[str]) -> str:
    escaped, name, closed = match.groups()
    if escaped:
        return match.group()[1:]
    where = place or "the file"
    if not closed or not _NAME.fullmatch(name):
        problems.append(f"{where}: must name a variable between ${{ and }}; $${{ stands for the characters ${{")
        return ""
    if name not in environ:
        problems.append(f"{where}: the environment has no variable {name}")
        return ""
    return environ[name]


def masked(old: Any, new: Any, mask: str) -> Tuple[Any, Any]:
    """Return what may be shown of a change: no value of the environment, and nothing that one replaces."""
    shown, secret = _written(new)
    return (mask if secret and old is not None else old), shown


def _written(value: Any) -> Tuple[Any, bool]:
    """Return a value with its texts as they were written, and whether that makes a difference."""
    if isinstance(value, Interpolated):
        return value.written, True
    if isinstance(value, (list, tuple)):
        parts = [_written(each) for each in value]
        return [part for part, _ in parts], any(secret for _, secret in parts)
    if isinstance(value, Mapping):
        fields: Dict[Any, Tuple[Any, bool]] = {key: _written(each) for key, each in value.items()}
        return {key: part for key, (part, _) in fields.items()}, any(secret for _, secret in fields.values())
    return value, False
