"""From what code imports to what pip is to install."""

from __future__ import annotations

import json
import sys
import sysconfig
from importlib.machinery import ModuleSpec
from importlib.metadata import Distribution, distributions
from importlib.util import find_spec
from pathlib import Path
from typing import Collection, Dict, Iterable, List, Optional, Set
from urllib.parse import urlsplit
from urllib.request import url2pathname

from ubiops.utils._exceptions import PackageException

_GIVE = "give requirements=[...] with the lines for pip"


def pinned(modules: Iterable[str], own: Collection[str]) -> List[str]:
    """Return the lines for pip that install what brings some modules, in the versions that are installed here.

    Args:
        modules: Dotted names, of submodules or of what they hold, too: `google.cloud.storage`.
        own: First parts of those that are in the package.

    Raises:
        PackageException: One of them is not installed, or comes from a folder of this machine.
    """
    wanted = [name for name in sorted(set(modules)) if name.partition(".")[0] not in own and not _is_standard(name)]
    installed = _installed() if wanted else {}
    lines: Set[str] = set()
    for name in wanted:
        top = name.partition(".")[0]
        found = _bringing(name, installed.get(top, []))
        if not found:
            raise PackageException(_not_installed(top))
        lines.update(_line(distribution, top) for distribution in found)
    return sorted(lines, key=str.lower)


def _is_standard(module: str) -> bool:
    """Tell whether a module comes with Python."""
    top = module.partition(".")[0]
    if top in sys.builtin_module_names:
        return True
    spec = _spec(top)
    if spec is None or spec.origin in ("built-in", "frozen"):
        return spec is not None
    if spec.origin is None:  # several folders of one name, as `google` has
        return False
    inside = Path(spec.origin).resolve().parents
    homes = {Path(sysconfig.get_path(kind)).resolve() for kind in ("stdlib", "platstdlib")}
    return bool(homes & set(inside)) and not {"site-packages", "dist-packages"} & {folder.name for folder in inside}


def _spec(top: str) -> Optional[ModuleSpec]:
    try:
        return find_spec(top)
    except ValueError:  # a module that was made by hand
        return None


def _not_installed(top: str) -> str:
    spec = _spec(top)
    places = [] if spec is None else list(spec.submodule_search_locations or filter(None, [spec.origin]))
    if not places:
        return f"{top} is imported, but not installed here; {_GIVE}"
    return f"{top} is imported from {places[0]}, which pip cannot install; add files=[{places[0]!r}]"


def _installed() -> Dict[str, List[Distribution]]:
    """Return what is installed, by the first parts of the modules that it brings."""
    found: Dict[str, List[Distribution]] = {}
    seen = set()
    for distribution in distributions():
        name = distribution.metadata["Name"]
        if name is None or name.lower() in seen:  # of the same name, the first is imported
            continue
        seen.add(name.lower())
        tops = (distribution.read_text("top_level.txt") or "").split() or [
            file.parts[0].partition(".")[0] for file in distribution.files or []
        ]
        for top in set(tops):
            found.setdefault(top, []).append(distribution)
    return found


def _bringing(module: str, candidates: List[Distribution]) -> List[Distribution]:
    """Return which of several, that share a first part, bring a module."""
    parts = module.split(".")
    while len(candidates) > 1 and len(parts) > 1:
        path = "/".join(parts)
        beginnings = (f"{path}/", f"{path}.")
        narrowed = [
            each for each in candidates if any(file.as_posix().startswith(beginnings) for file in each.files or [])
        ]
        if narrowed:
            return narrowed
        parts.pop()
    return candidates


def _line(distribution: Distribution, top: str) -> str:
    name, version = distribution.metadata["Name"], distribution.version
    origin = json.loads(distribution.read_text("direct_url.json") or "{}")
    url = urlsplit(origin.get("url", ""))
    if "vcs_info" in origin:
        vcs = origin["vcs_info"]
        return f"{name} @ {vcs['vcs']}+{origin['url']}@{vcs['commit_id']}"
    if url.scheme == "file" and "dir_info" in origin and Path(url2pathname(url.path)).is_dir():
        raise PackageException(
            f"{top} is imported from {name}, which is installed from {url2pathname(url.path)}; {_GIVE}, or the"
            " folder of its code as one of files=[...]"
        )
    return f"{name}=={version.partition('+')[0]}"  # what comes after a plus is of one machine or index: +cu118
