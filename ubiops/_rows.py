"""Rows, which are JSON objects, to instances of a class: the loops that do it, written for each class."""

from __future__ import annotations

import functools
import linecache
from typing import Any, Callable, Dict, List, Sequence, Tuple

from ubiops._decoding import STRICT, Decoder

DecodeRows = Callable[[Sequence[Any]], List[Any]]

MANY = 10
"""Rows from which on it pays to look for their keys."""

_AS_SENT = frozenset(("str", "int", "float", "bool", "object"))


def compile_decoder(cls: Any, decoder: Decoder) -> DecodeRows:
    """Write the loop that turns rows into instances, with the fields of the class spelled out.

    Lists of several hundred rows are common. Spelled out, a row costs half of what a loop over
    its fields costs, and the instances share their keys.
    """
    converters = {name: decoder.converter(kind) for name, kind in cls.openapi_types.items() if kind not in _AS_SENT}
    strict: Dict[str, Any] = {}
    keys = ", ".join(f"key_{name}" for name in cls._fields)
    lines = ["def decode(rows):", f"    ({keys},) = as_held(rows)"]
    lines += ["    instances = []", "    for row in rows:", "        try:"]
    lines.append(f"            if len(row) != {len(cls._fields)}: raise KeyError")
    lines.append("            instance = new(cls)")
    for name in cls._fields:
        value = f"row[key_{name}]"
        if name in converters:
            strict[f"convert_{name}"] = STRICT.get(cls.openapi_types[name], converters[name])
            value = f"None if (value := {value}) is None else convert_{name}(value)"
        lines.append(f"            instance._{name} = {value}")
    lines.append("        except Exception:")
    lines.append("            instance = decode_irregular(row)")
    lines.append("        instances.append(instance)")
    lines.append("    return instances")

    def decode_irregular(row: Any) -> Any:
        if not isinstance(row, dict):
            return row
        instance = cls.__new__(cls)
        for name, json_name in cls.attribute_map.items():
            value = row.get(json_name)
            if value is not None and name in converters:
                value = _converted(converters[name], value)
            setattr(instance, "_" + name, value)
        unknown = row.keys() - set(cls.attribute_map.values())
        if unknown:
            instance.additional_properties = {key: row[key] for key in row if key in unknown}
        return instance

    as_held = functools.partial(_as_held, tuple(cls.attribute_map.values()))
    names = dict(strict, new=cls.__new__, cls=cls, as_held=as_held, decode_irregular=decode_irregular)
    source, file = "\n".join(lines), f"<decoder of {cls.__module__}.{cls.__qualname__}>"
    linecache.cache[file] = (len(source), None, source.splitlines(keepends=True), file)  # so that tracebacks show it
    exec(compile(source, file, "exec"), names)  # noqa: S102 - as dataclasses does; the names are those of the class
    decode: DecodeRows = names["decode"]
    return decode


def _as_held(keys: Tuple[str, ...], rows: Sequence[Any]) -> Sequence[str]:
    """Return keys of JSON objects as the first of many holds them.

    A parser lets all objects share their keys, and a dict knows a key of its own without comparing texts.
    """
    if len(rows) < MANY or type(rows[0]) is not dict:  # another may have methods of its own
        return keys
    held = {key: key for key in rows[0]}
    return [held.get(key, key) for key in keys]


def _converted(convert: Callable[[Any], Any], value: Any) -> Any:
    try:
        return convert(value)
    except Exception:  # it is not what the field holds, and is kept as it is
        return value
