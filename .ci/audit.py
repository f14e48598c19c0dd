"""Ask whether known vulnerabilities concern what the package and its extras need.

    python .ci/audit.py [--osv-url URL]

It asks OSV and, if that cannot be reached, PyPI. The exit status is 1 if there are some, and 0 if there are none; also
if nobody could be asked, which it says: a network that lets nothing out is no vulnerability.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path
from typing import Any, Dict, List, Optional, Set, Tuple

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

Dependencies = List[Dict[str, Any]]


def needed(project: str) -> Dict[str, Optional[str]]:
    """Return the versions of what a project with all its extras needs here; None for what is not installed."""
    found: Dict[str, Optional[str]] = {}
    seen: Set[Tuple[str, str]] = set()
    waiting = [(project, extra) for extra in ("", *(distribution(project).metadata.get_all("Provides-Extra") or ()))]
    while waiting:
        name, extra = waiting.pop()
        if (name, extra) in seen:
            continue
        seen.add((name, extra))
        try:
            installed = distribution(name)
        except PackageNotFoundError:
            found[name] = None
            continue
        found[name] = installed.version
        for requirement in map(Requirement, installed.requires or ()):
            if requirement.marker is None or requirement.marker.evaluate({"extra": extra}):
                waiting += [(canonicalize_name(requirement.name), each) for each in ("", *requirement.extras)]
    del found[project]
    return found


def ask(service: List[str], pins: str) -> Tuple[Dependencies, str]:
    """Return what a service knows of each package that it knows, and why it does not answer if it does not."""
    with tempfile.TemporaryDirectory() as folder:
        requirements = Path(folder) / "requirements.txt"
        requirements.write_text(pins, encoding="utf-8")
        options = ["-f", "json", "--progress-spinner", "off", "--cache-dir", folder, "--no-deps", "--disable-pip"]
        command = [sys.executable, "-m", "pip_audit", "-r", str(requirements), *options, *service]
        done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)  # noqa: S603
    try:
        dependencies: Dependencies = json.loads(done.stdout)["dependencies"]
    except (ValueError, LookupError):
        return [], (done.stderr.strip().splitlines() or [f"exit status {done.returncode}"])[-1]
    # A mirror that answers in the place of PyPI knows nothing of vulnerabilities; pip-audit takes that for good news.
    skipped = [each["skip_reason"] for each in dependencies if "skip_reason" in each]
    return [each for each in dependencies if "vulns" in each], next(iter(skipped), "")


def main() -> int:
    """Ask, and tell."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--osv-url", metavar="URL", help="ask this service only, which speaks as OSV")
    url: Optional[str] = parser.parse_args().osv_url
    versions = needed("ubiops")
    missing = sorted(name for name, version in versions.items() if version is None)
    pins = "".join(f"{name}=={version}\n" for name, version in sorted(versions.items()) if version is not None)
    if missing:
        print(f"Not installed, so not asked about: {', '.join(missing)}")
    for service in [["-s", "osv", "--osv-url", url]] if url else [["-s", "osv"], ["-s", "pypi"]]:
        known, reason = ask(service, pins)
        if known:
            break
        print(f"{service[1]} could not be asked: {reason}")
    else:
        print("NOT AUDITED: no service that knows vulnerabilities can be reached from here")
        return 0
    unknown = {line.partition("==")[0] for line in pins.splitlines()} - {each["name"] for each in known}
    if unknown:
        print(f"{service[1]} does not know: {', '.join(sorted(unknown))}")
    concerned = [each for each in known if each["vulns"]]
    for each in concerned:
        for found in each["vulns"]:
            fixed = f"fixed in {', '.join(found['fix_versions'])}" if found["fix_versions"] else "not fixed yet"
            print(f"VULNERABLE: {each['name']} {each['version']}: {found['id']}, {fixed}: {found['description'][:200]}")
    print(f"{service[1]}: {len(concerned)} of {len(known)} packages have known vulnerabilities")
    return 1 if concerned else 0


if __name__ == "__main__":
    sys.exit(main())
