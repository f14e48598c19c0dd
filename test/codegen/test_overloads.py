from __future__ import annotations

from typing import Dict, List, Tuple

import pytest

from codegen import spec
from codegen.overloads import overloads
from codegen.text import packed


def ways(api: spec.Api, name: str) -> Dict[Tuple[str, ...], str]:
    """Return what an operation and its twin return, by the options that are fixed."""
    (operation,) = [operation for operation in api.operations if operation.name == name]
    return {
        (way.name, *(part for part in way.parameters if "Literal" in part or part.endswith("..."))): way.returns
        for way in overloads(operation)
    }


@pytest.mark.parametrize("name", ["models_list", "blobs_get"])
def test_every_way_to_call_comes_once(api: spec.Api, name: str) -> None:
    found = list(ways(api, name))
    assert len(found) == 11
    assert [way[0] for way in found] == [name] * 5 + [f"{name}_with_http_info"] * 6


def test_a_download_is_unread_by_default_and_a_path_if_asked_for(api: spec.Api) -> None:
    found = ways(api, "blobs_get")
    fixed = "async_req: Literal[False] = False"
    assert found["blobs_get", fixed, "_preload_content: Literal[False] = False"] == "HTTPResponse"
    assert found["blobs_get", fixed, "_preload_content: Literal[True]"] == "str"


def test_parts_are_packed_into_lines_and_stay_whole() -> None:
    parts: List[str] = [f"name_{number}: Dict[str, Any]" for number in range(9)]
    lines = packed(parts, 8).splitlines()
    assert ", ".join(line.strip().rstrip(",") for line in lines) == ", ".join(parts)
    assert len(lines) == 3 and all(line.startswith("        name_") for line in lines[1:])
    assert max(map(len, lines)) <= 120
