"""What of a call may be looked at: no tokens, no passwords, no secret values."""

from __future__ import annotations

import json
import re
from typing import Any, Iterable, List, Optional, Tuple
from urllib.parse import parse_qsl

MASK = "\u2022" * 6
HIDDEN = "Not shown, because it may hold secrets"

_NAME = re.compile(
    r"passw|passphrase|secret|authorization|cookie|signature|connection[_-]?string|(?:api|access|private|account)[_-]?key"
    r"|token$|(?:^|[_-])(?:pass|pwd)$",
    re.IGNORECASE,
)
_MEMBER = re.compile(r'"([^"\\]{1,100})"\s*:\s*("(?:[^"\\]|\\.)*"?|[^",\]}\s]+)')  # of JSON that is cut off
_SCHEME = re.compile(r"(Token|Bearer|Basic|Digest) .*", re.IGNORECASE | re.DOTALL)
# The operations whose bodies hold secrets under names that tell nothing, or in pieces that are no JSON.
_SENSITIVE = ("authorize", "user", "service_user", "credentials")
_VARIABLES = "environment_variable"


def headers(pairs: Iterable[Tuple[str, str]]) -> List[Tuple[str, str]]:
    """Return header fields; of what lets somebody in, only the scheme."""
    return [(name, _header(value) if _NAME.search(name) else value) for name, value in pairs]


def _header(value: str) -> str:
    scheme = _SCHEME.fullmatch(value)
    return f"{scheme[1]} {MASK}" if scheme else MASK


def query(text: str) -> str:
    """Return a query string, decoded."""
    pairs = parse_qsl(text, keep_blank_values=True)
    return "&".join(f"{name}={MASK if _NAME.search(name) else value}" for name, value in pairs)


def body(operation: Optional[str], data: bytes, *, answer: bool = False, whole: bool = True) -> str:
    """Return a body as text: JSON indented, other text as it is.

    Args:
        operation: its operationId; None for a path that the API does not have.
        data: what is known of it.
        answer: whether the emulator sent it.
        whole: whether that is all of it.
    """
    text = data.decode("utf-8", "replace")
    try:
        if whole:
            shown = _masked(json.loads(text), operation or "", answer)
            return shown if isinstance(shown, str) else json.dumps(shown, indent=2, ensure_ascii=False)
    except (ValueError, RecursionError):  # no JSON, or more deeply nested than the API takes
        pass
    if operation is None or operation.startswith(_SENSITIVE) or _VARIABLES in operation:
        return HIDDEN
    return _masked_text(text)


def _masked_text(text: str) -> str:
    secret = [found for found in _MEMBER.finditer(text) if _NAME.search(found[1])]
    if any(found[2][0] in "[{" for found in secret):
        return HIDDEN
    for found in reversed(secret):
        text = f'{text[: found.start(2)]}"{MASK}"{text[found.end(2) :]}'
    return text


def _masked(data: Any, operation: str, answer: bool) -> Any:
    if isinstance(data, list):
        return [_masked(each, operation, answer) for each in data]
    if not isinstance(data, dict):
        return data
    shown = {}
    for name, item in data.items():
        if _NAME.search(name) and not isinstance(item, (bool, type(None))):
            item = MASK
        elif name == "configuration" and operation.startswith("credentials") and isinstance(item, dict):
            item = dict.fromkeys(item, MASK)
        elif name == "value" and _VARIABLES in operation and item is not None:
            item = item if answer and data.get("secret") is False else MASK
        else:
            item = _masked(item, operation, answer)
        shown[name] = item
    return shown
