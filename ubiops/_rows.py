"""Rows, which are JSON objects, to instances of a class: the loops that do it, written for each class."""

from __future__ import annotations

import functools
import itertools
import linecache
from typing import Any, Callable, Container, Dict, List, Mapping, Optional, Sequence, Tuple

from ubiops._decoding import STRICT, Decoder
from ubiops._json import EXACT

DecodeRows = Callable[[Sequence[Any]], List[Any]]

MANY = 10
"""Rows from which on it pays to look for their keys."""

_AS_SENT = frozenset(("str", "int", "float", "bool", "object"))

_PLAIN = frozenset((str, int, bool, type(None)))

_MISFITS = {
    **{kind: f"type(value) is not {kind}" for kind in ("str", "int", "bool")},
    "float": f"not -{EXACT!r} < value < {EXACT!r}",  # and it raises for what is no number
}
"""When a value is not of a type, or may be an integer that was too long for it."""


def compile_decoder(cls: Any, decoder: Decoder) -> DecodeRows:
    """Write the loop that turns rows into instances, with the fields of the class spelled out.

    Lists of several hundred rows are common. Spelled out, a row costs half of what a loop over
    its fields costs, and the instances share their keys.
    """
    converters = {name: decoder.converter(kind) for name, kind in cls.openapi_types.items() if kind not in _AS_SENT}
    strict = {name: STRICT.get(cls.openapi_types[name], convert) for name, convert in converters.items()}

    fields = [(f"_{name}", key, converters.get(name)) for name, key in cls.attribute_map.items()]
    unknown = functools.partial(_unknown, frozenset(cls.attribute_map.values()))

    def decode_irregular(row: Any) -> Any:
        if not isinstance(row, dict):
            return row
        instance = cls.__new__(cls)
        for attribute, key, convert in fields:
            value = row.get(key)
            setattr(instance, attribute, value if value is None or convert is None else _converted(convert, value))
        more = unknown(row)
        if more:
            instance.additional_properties = more
        return instance

    lines = ["instances = []", "for row in rows:", "    try:", "        instance = new(cls)"]
    lines += [f"        {line}" for line in _assignments(cls, strict, {})]
    lines += ["    except Exception:", "        instance = decode_irregular(row)", "    instances.append(instance)"]
    return _compile(cls, "decoder", lines, strict, decode_irregular=decode_irregular, unknown=unknown)


def compile_plain_decoder(cls: Any, decoder: Decoder) -> Optional[DecodeRows]:
    """Write the loop for plain rows, which have all fields, each null or of its type; it raises for any other.

    What they have besides is no list, no object, and no number with a fraction.

    Returns:
        The loop; None if a field may hold values of any type.
    """
    fields = cls.openapi_types.items()
    converters = {name: decoder.plain_converter(kind) for name, kind in fields if kind not in _MISFITS}
    if None in converters.values():
        return None
    known = frozenset(cls.attribute_map.values())

    def unknown(row: Any) -> Dict[str, Any]:
        more = _unknown(known, row)
        if not _PLAIN.issuperset(map(type, more.values())):
            raise TypeError
        return more

    _share_keys(cls)
    lines = ["instances = list(map(new, repeat(cls, len(rows))))", "for row, instance in zip(rows, instances):"]
    lines += [f"    {line}" for line in _assignments(cls, converters, _MISFITS)]
    return _compile(cls, "plain decoder", lines, converters, repeat=itertools.repeat, unknown=unknown)


def _assignments(cls: Any, converters: Mapping[str, Any], misfits: Mapping[str, str]) -> List[str]:
    """Return the lines that set the fields of an instance.

    Args:
        cls: Its class.
        converters: What values go through, by the names of their fields.
        misfits: When a value is refused, by the types of fields.
    """
    lines = []
    for name, kind in cls.openapi_types.items():
        value = f"row[key_{name}]"
        if name in converters:
            value = f"None if (value := {value}) is None else convert_{name}(value)"
        elif kind in misfits:
            lines.append(f"if (value := {value}) is not None and {misfits[kind]}: raise TypeError")
            value = "value"
        lines.append(f"instance._{name} = {value}")
    lines.append(f"if len(row) != {len(cls._fields)}: instance.additional_properties = unknown(row)")
    return lines


def _compile(cls: Any, title: str, lines: List[str], converters: Mapping[str, Any], **names: Any) -> DecodeRows:
    """Return the function that runs the lines, which make instances of rows."""
    keys = ", ".join(f"key_{name}" for name in cls._fields)
    names.update({f"convert_{name}": convert for name, convert in converters.items()})
    names.update(cls=cls, new=cls.__new__)
    names.update(as_held=functools.partial(_as_held, tuple(cls.attribute_map.values())))
    source = "\n    ".join(("def decode(rows):", f"({keys},) = as_held(rows)", *lines, "return instances"))
    file = f"<{title} of {cls.__module__}.{cls.__qualname__}>"
    linecache.cache[file] = (len(source), None, source.splitlines(keepends=True), file)  # so that tracebacks show it
    exec(compile(source, file, "exec"), names)  # noqa: S102 - as dataclasses does; the names are those of the class
    decode: DecodeRows = names["decode"]
    return decode


def _share_keys(cls: Any) -> None:
    """Set all fields of one instance, so that many can be made before the first gets a field.

    Python keeps room for the keys of a class, and gives up part of it whenever one more instance has none yet.
    """
    instance = cls.__new__(cls)
    for name in cls._fields:
        object.__setattr__(instance, "_" + name, None)


def _as_held(keys: Tuple[str, ...], rows: Sequence[Any]) -> Sequence[str]:
    """Return keys of JSON objects as the first of many holds them.

    A parser lets all objects share their keys, and a dict knows a key of its own without comparing texts.
    """
    if len(rows) < MANY or type(rows[0]) is not dict:  # another may have methods of its own
        return keys
    held = {key: key for key in rows[0]}
    return [held.get(key, key) for key in keys]


def _unknown(known: Container[str], row: Dict[str, Any]) -> Dict[str, Any]:
    """Return what a row has beyond the keys that are known."""
    return {key: row[key] for key in row if key not in known}


def _converted(convert: Callable[[Any], Any], value: Any) -> Any:
    try:
        return convert(value)
    except Exception:  # it is not what the field holds, and is kept as it is
        return value
