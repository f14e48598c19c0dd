"""What stays out of a package: what never belongs into one, and what a `.ubiops-ignore` says."""

from __future__ import annotations

import os
import re
from fnmatch import translate
from pathlib import Path
from typing import Any, List, Optional, Tuple

from ubiops.utils._exceptions import PackageException
from ubiops.utils._extras import require

IGNORE_FILE = ".ubiops-ignore"
PART = ".ubiops-part"  # the end of the name of a zip that is being written

_NEVER_NAMES = (
    *(".git", ".hg", ".svn"),
    *(".env", ".env.*", ".envrc"),  # secrets, as a rule
    *("__pycache__", ".pytest_cache", ".mypy_cache", ".ruff_cache", ".hypothesis", ".tox", ".nox"),
    *(".ipynb_checkpoints", "__MACOSX", ".DS_Store", "Thumbs.db", f".*{PART}"),
)
_NEVER = re.compile("|".join(map(translate, _NEVER_NAMES)))
# What marks a folder as an environment of venv, virtualenv and uv, and of conda.
_ENVIRONMENTS = ("pyvenv.cfg", "conda-meta")


def never_packed(path: Path, is_folder: bool) -> bool:
    """Tell whether something stays out of packages unless a `.ubiops-ignore` says otherwise."""
    if _NEVER.fullmatch(path.name):
        return True
    # Path.exists raises where a folder must not be looked into.
    return is_folder and any(os.path.exists(path / name) for name in _ENVIRONMENTS)  # noqa: PTH110


class Rules:
    """The `.ubiops-ignore` files that count in a folder: its own, and those of the folders around it."""

    def __init__(self, specs: Tuple[Tuple[str, Any], ...] = ()) -> None:
        self._specs = specs  # with the folder of each, the innermost first

    def within(self, folder: Path, prefix: str) -> Rules:
        """Return the rules that count in a folder, whose names begin with a prefix.

        Raises:
            MissingExtraException: If it has such a file, and pathspec is not installed.
            PackageException: If the file cannot be read, or a line of it is no pattern.
        """
        try:
            text = (folder / IGNORE_FILE).read_text(encoding="utf-8-sig")
        except FileNotFoundError:
            return self
        except (OSError, UnicodeDecodeError) as error:
            raise PackageException(f"{prefix}{IGNORE_FILE} cannot be read as UTF-8: {error}") from error
        return Rules(((prefix, _spec(text.splitlines(), prefix)), *self._specs))

    def verdict(self, name: str) -> Optional[bool]:
        """Tell whether a name is to stay out, False if it is to stay in; None if no line speaks of it.

        Args:
            name: With slashes; of a folder, one at the end.
        """
        for prefix, spec in self._specs:
            verdict: Optional[bool] = spec.check_file(name[len(prefix) :]).include
            if verdict is not None:
                return verdict
        return None


def _spec(lines: List[str], prefix: str) -> Any:
    pathspec = require("pathspec", "utils")
    try:
        return pathspec.GitIgnoreSpec.from_lines(lines)
    except ValueError as error:
        raise PackageException(f"{prefix}{IGNORE_FILE} holds a line that is no pattern of gitignore: {error}") from None
