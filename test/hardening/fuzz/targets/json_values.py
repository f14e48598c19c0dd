"""JSON of answers: with orjson and without it, the same values come out."""

from __future__ import annotations

import json
from typing import Any

from ubiops._json import LARGE, parse_json

RUNS = 1_500_000
LONGEST = 1024

TOKENS = (
    *(
        "{",
        "}",
        "[",
        "]",
        ",",
        ":",
        '"',
        '"a":',
        "\\",
        "\\u",
        "d83d",
        "\\ude00",
        "0",
        "-",
        "1",
        "9",
        "9" * 18,
        "9" * 19,
    ),
    *(
        "18446744073709551616",
        "9007199254740993",
        ".",
        "e",
        "E",
        "+",
        "-0",
        "1e400",
        "1e-400",
        "5e-324",
        "308",
        "0" * 18,
    ),
    *(
        "true",
        "false",
        "null",
        "NaN",
        "-Infinity",
        " ",
        "\t",
        "\n",
        "\r",
        "\f",
        "\0",
        "\x7f",
        "\u2028",
        "\ufeff",
        "é",
        "😀",
    ),
    *("[" * 99, "]" * 99, '{"a":' * 30, "}" * 30, "[1,", "2]", '["', '"]'),
)


def check(data: bytes) -> None:
    """Try the bytes, or what they spell: after a zero each stands for a token."""
    if data.startswith(b"\0"):
        data = "".join(TOKENS[each % len(TOKENS)] for each in data[1:]).encode()
    padded = data + b" " * LARGE  # short ones are not worth orjson's import
    assert outcome(parse_json, padded) == outcome(lambda text: json.loads(text.decode()), padded)


def outcome(parse: Any, data: bytes) -> str:
    """Return the value and the types in it, or how it was refused."""
    try:
        return repr(parse(data))
    except (ValueError, RecursionError) as error:
        return "deep" if isinstance(error, RecursionError) else "refused"
