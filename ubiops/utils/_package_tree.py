"""The files of a package, found in a folder."""

from __future__ import annotations

import logging
import os
import stat
import sys
import unicodedata
from collections import Counter
from pathlib import Path
from typing import Dict, FrozenSet, Iterator, List, NamedTuple, Optional, Tuple, Union

from ubiops._printable import printable
from ubiops.utils._exceptions import PackageException
from ubiops.utils._package_ignore import IGNORE_FILE, Rules, never_packed

ROOT = "model_package"

_log = logging.getLogger("ubiops.utils")
_LONGEST_NAME = 255  # bytes; what the file systems of Linux take
_REMEDY = f"remove it, or name it in a file {IGNORE_FILE}"
_Items = List["os.DirEntry[str]"]


class Entry(NamedTuple):
    """A file of a package, or a folder without any.

    Attributes:
        name: Its path in the zip, with slashes: `model_package/model.py`.
        source: Where it is, or what it holds; None for a folder.
        size: Bytes.
    """

    name: str
    source: Union[Path, bytes, None]
    size: int


def collect(path: Path, without: Optional[Path] = None) -> List[Entry]:
    """Find what belongs to the package in a folder, and say what is left out though nobody asked for that.

    Args:
        path: The folder of the package itself, or the one that holds its `model_package`.
        without: A file that is not part of it, such as the zip that an earlier run made.

    Returns:
        The files, and the folders without any, in the order of their names.

    Raises:
        MissingExtraException: If there is a `.ubiops-ignore`, and pathspec is not installed.
        PackageException: If it is no folder, holds nothing, or something that no package can hold.
        OSError: If there is no such folder.
    """
    if not stat.S_ISDIR(path.stat().st_mode):
        raise PackageException(f"{path} is no folder")
    given, rules, inner = path, Rules(), path / ROOT
    beside: List[str] = []
    if inner.is_dir():
        if not (path / "model.py").is_file():
            rules = rules.within(path, "")
            beside = sorted(
                _shown(item) for item in _listed(path, str(path))[0] if item.name not in (ROOT, IGNORE_FILE)
            )
            path = inner
        elif (inner / "model.py").is_file():
            raise PackageException(
                f"{path} and {inner} both hold a model.py: remove one, or give the path of the inner folder"
            )
    walk = _Walk(without if without is not None and without.exists() else None)
    walk.run(path, rules)
    if all(entry.source is None for entry in walk.entries):
        raise PackageException(f"{path} holds no files to pack")
    left_out = [name if times == 1 else f"{name} ({times} times)" for name, times in sorted(walk.left_out.items())]
    if beside:
        left_out.append(f"what lies beside {ROOT} ({', '.join([*beside[:5], '...'][: len(beside)])})")
    if left_out:
        _log.warning("Left out of the package of %s: %s", printable(str(given)), ", ".join(left_out))
    return sorted(walk.entries, key=lambda entry: entry.name)


class _Walk:
    """A way through a folder and those below, links followed."""

    def __init__(self, without: Optional[Path]) -> None:
        self.entries: List[Entry] = []
        self.left_out: Dict[str, int] = Counter()
        self._without = without

    def run(self, root: Path, rules: Rules) -> None:
        above: FrozenSet[Tuple[int, int]] = frozenset()
        waiting = [(root, f"{ROOT}/", rules, above)]
        while waiting:
            folder, prefix, rules, above = waiting.pop()
            items, key = _listed(folder, prefix)
            if key in above:
                raise PackageException(f"{printable(prefix[:-1])} leads back to a folder that holds it; {_REMEDY}")
            rules = rules.within(folder, prefix)
            inside = list(self._inside(items, prefix, rules))
            for item, name, is_folder in inside:
                if is_folder:
                    waiting.append((Path(item.path), f"{name}/", rules, above | {key}))
                else:
                    self._add(item, name)
            if not inside:
                self.entries.append(Entry(prefix, None, 0))

    def _inside(self, items: _Items, prefix: str, rules: Rules) -> Iterator[Tuple[os.DirEntry[str], str, bool]]:
        """Give what of a folder belongs to the package."""
        for item in items:
            name = prefix + _name(item, prefix)
            is_folder = _is_folder(item)
            verdict = rules.verdict(f"{name}/" if is_folder else name)
            if verdict is None and never_packed(Path(item.path), is_folder):
                self.left_out[_shown(item)] += 1
            elif not verdict and item.name != IGNORE_FILE:
                yield item, name, is_folder

    def _add(self, item: os.DirEntry[str], name: str) -> None:
        try:
            status = item.stat()
        except OSError as error:
            what = "is a link that leads nowhere" if item.is_symlink() else "cannot be read"
            raise PackageException(f"{printable(name)} {what}: {error.strerror}; {_REMEDY}") from error
        if not stat.S_ISREG(status.st_mode):
            raise PackageException(f"{printable(name)} is neither a file nor a folder; {_REMEDY}")
        if not (self._without and item.name == self._without.name and self._without.samefile(item.path)):
            self.entries.append(Entry(name, Path(item.path), status.st_size))


def _listed(folder: Path, shown: str) -> Tuple[_Items, Tuple[int, int]]:
    """Return what a folder holds, and what tells it from others, however a path leads there."""
    try:
        status = folder.stat()
        with os.scandir(folder) as found:
            return list(found), (status.st_dev, status.st_ino)
    except OSError as error:
        raise PackageException(f"{printable(shown)} cannot be read: {error.strerror}") from error


def _is_folder(item: os.DirEntry[str]) -> bool:
    try:
        return item.is_dir()
    except OSError:  # a link to itself
        return False


def _name(item: os.DirEntry[str], prefix: str) -> str:
    """Return a name as packages have it: UTF-8 whatever the locale, composed where macOS takes it apart."""
    try:
        name = os.fsencode(item.name).decode("utf-8")
    except UnicodeDecodeError:
        raise PackageException(f"{prefix}{printable(item.name)} is no name in UTF-8; rename it") from None
    name = unicodedata.normalize("NFC", name) if sys.platform == "darwin" else name
    if "\\" in name or len(name.encode()) > _LONGEST_NAME:
        raise PackageException(
            f"{prefix}{printable(name)}: a name in a package has no backslash, and at most {_LONGEST_NAME} bytes"
        )
    return name


def _shown(item: os.DirEntry[str]) -> str:
    return printable(item.name) + ("/" if _is_folder(item) else "")
