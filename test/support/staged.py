"""Copy the checkout into this folder, without the package: in its place goes a link to the one that is installed.

What the tests import, also in processes of their own, is then what the wheel holds, and nothing of the checkout.
"""

import shutil
import subprocess
from pathlib import Path

import ubiops

ROOT = Path(__file__).resolve().parents[2]


def main() -> None:
    """Copy what git has, or could have."""
    package = Path(ubiops.__file__).resolve().parent
    if ROOT in package.parents and package.parent.name != "site-packages":
        raise SystemExit(f"ubiops is not installed: {package} is of the checkout")
    listing = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    for name in subprocess.check_output(listing, cwd=ROOT, encoding="utf-8").split("\0"):
        source = ROOT / name
        if name and not name.startswith("ubiops/") and source.is_file():
            target = Path(name)
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(source, target)
    Path("ubiops").symlink_to(package, target_is_directory=True)


if __name__ == "__main__":
    main()
