"""Reading JSON and YAML that people wrote, and that may be anything."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any, Dict, List, Optional, Set, Tuple

from ubiops._loading import LOADING

if TYPE_CHECKING:
    import yaml

_DEEPEST = 100  # levels
_LARGEST = 1_000_000  # values, with the aliases of YAML written out


def read(path: Path) -> Any:
    """Return what a file holds.

    Args:
        path: a file of JSON (`.json`), or of YAML (`.yaml`, `.yml`) where PyYAML is installed.

    Raises:
        OSError: the file cannot be read.
        ValueError: it holds something else, or more than anybody writes; the text says what is wrong.
    """
    if path.suffix not in (".json", ".yaml", ".yml"):
        raise ValueError("must be called .json, .yaml or .yml")
    try:
        text = path.read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        raise ValueError(f"is not encoded as UTF-8: {error.reason} at byte {error.start}") from None
    try:
        content = _json(text) if path.suffix == ".json" else _yaml(text)
        _check(content, "", 0, set())
    except RecursionError:
        raise _too_deep() from None
    return content


def _json(text: str) -> Any:
    try:
        return json.loads(text)
    except ValueError as error:
        raise ValueError(f"is not JSON: {error}") from None


def _yaml(text: str) -> Any:
    try:
        with LOADING:
            import yaml
    except ImportError:
        raise ValueError("YAML needs PyYAML: pip install pyyaml, or write the file as JSON") from None
    try:
        loader = yaml.SafeLoader(text)
        node = loader.get_single_node()
    except yaml.YAMLError as error:
        raise _no_yaml(error) from None
    if node is None:
        return None
    # Before anything is made of it: aliases in a mapping's `<<` are written out then.
    size, depth = _measure(node, {})
    if size > _LARGEST:
        raise ValueError(f"holds more than {_LARGEST:,} values, with its aliases written out")
    if depth > _DEEPEST:
        raise _too_deep()
    try:
        return loader.construct_document(node)
    # The 30th of February, or a value that is none of its tag's: `!!timestamp x`, `!!bool x`.
    except (yaml.YAMLError, AttributeError, LookupError, TypeError, ValueError) as error:
        raise _no_yaml(error) from None


def _no_yaml(error: Exception) -> ValueError:
    return ValueError(f"is not YAML: {' '.join(str(error).split())}")


def _too_deep() -> ValueError:
    return ValueError(f"is nested more than {_DEEPEST} levels deep")


def _measure(node: yaml.Node, known: Dict[yaml.Node, Optional[Tuple[int, int]]]) -> Tuple[int, int]:
    """Return how many values a node holds and how deep it is, with aliases written out, but without doing that.

    Args:
        node: the node.
        known: the measures of other nodes; None for those that are being measured.
    """
    if node in known:
        measure = known[node]
        if measure is None:
            raise ValueError("has an alias for something that it stands in")
        return measure
    known[node] = None
    parts: List[Any] = node.value if isinstance(node.value, list) else []
    inner = [_measure(each, known) for part in parts for each in (part if isinstance(part, tuple) else (part,))]
    known[node] = measure = 1 + sum(size for size, _ in inner), 1 + max((depth for _, depth in inner), default=0)
    return measure


def _check(value: Any, place: str, depth: int, seen: Set[int]) -> None:
    """Refuse what is nested too deeply, text that no encoding has, and what YAML knows beyond JSON."""
    if depth > _DEEPEST:
        raise _too_deep()
    if id(value) in seen:
        return
    if isinstance(value, dict):
        seen.add(id(value))
        for key, part in value.items():
            if not isinstance(key, str):
                raise ValueError(f"{place or 'the file'}: the name {key} must be text, in quotes")
            _check_text(key, place)
            _check(part, f"{place}.{key}".lstrip("."), depth + 1, seen)
    elif isinstance(value, list):
        seen.add(id(value))
        for index, part in enumerate(value):
            _check(part, f"{place}[{index}]", depth + 1, seen)
    elif isinstance(value, str):
        _check_text(value, place)
    elif not isinstance(value, (int, float, type(None))):
        raise ValueError(f"{place or 'the file'}: must be in quotes to be text, not a {type(value).__name__}")


def _check_text(text: str, place: str) -> None:
    if any("\ud800" <= character <= "\udfff" for character in text):
        raise ValueError(f"{place or 'the file'}: has half of a character (a lone surrogate)")
