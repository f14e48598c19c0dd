"""Records what versions of pip print when they fail, in a file for each beside this one.

    python record.py PYTHON[==PIP] ...

takes each interpreter with the pip that it brings, or another. A compiler and git are needed; nothing else is reached
than the package index, for setuptools and wheel.
"""

from __future__ import annotations

import contextlib
import http.server
import io
import os
import re
import subprocess
import sys
import tarfile
import tempfile
import threading
import zipfile
from pathlib import Path
from typing import Any, Iterator

EXTENSION = """
from setuptools import Extension, setup
setup(name={0!r}, version="1.0", ext_modules=[Extension({0!r}, ["module.c"], libraries={1!r})])
"""
SOURCES = {
    "raising": {"setup.py": "raise RuntimeError('this package is not for you')"},
    "importing": {"setup.py": "import absent_module"},
    "exiting": {"setup.py": "raise SystemExit('only for the VAX')"},
    "printing": {"setup.py": "print('Error: pg_config executable not found.')\nraise SystemExit(1)"},
    "headerless": {"setup.py": EXTENSION.format("headerless", []), "module.c": "#include <libpq-fe.h>\n"},
    "miscompiled": {"setup.py": EXTENSION.format("miscompiled", []), "module.c": "int f( { return g; }\n"},
    "unlinked": {"setup.py": EXTENSION.format("unlinked", ["absentlib"]), "module.c": "int x;\n"},
    "backend": {"pyproject.toml": "[build-system]\nrequires = ['absent-backend>=1']\nbuild-backend = 'absent'\n"},
    "untidy": {"pyproject.toml": "[build-system\n"},
}
WHEELS = {
    ("base", "1.0"): "",
    ("base", "2.0"): "",
    ("first", "1.0"): "Requires-Dist: base (==1.0)\n",
    ("second", "1.0"): "Requires-Dist: base (==2.0)\n",
    ("needy", "1.0"): "Requires-Dist: absent-dependency (>=3)\n",
    ("future", "1.0"): "Requires-Python: >=4.0\n",
}
HASH = "--hash=sha256:" + "0" * 64
REQUIREMENTS = {
    **{name: f"{name}==1.0" for name in SOURCES},
    "conflict": "first\nsecond",
    "conflict with a pin": "base==1.0\nsecond",
    "twice": "base==1.0\nbase==2.0",
    "unknown": "no-such-thing==1.0",
    "no such version": "base==9.9",
    "no such dependency": "needy",
    "other Python": "future",
    "no requirement": "base\nthis is not a requirement",
    "one equals sign": "base=1.0",
    "wrong hash": f"base==1.0 {HASH}",
    "no hash": f"second==1.0 {HASH}\nbase==2.0",
    "no such file": "./absent",
    "no such option": "--no-such-option",
    "no wheel": "broken",
    "no repository": "git+https://127.0.0.1:1/x.git",
    "no answer": "https://127.0.0.1:1/base-1.0-py3-none-any.whl",
    "not found": "http://127.0.0.1:8765/base-1.0-py3-none-any.whl",
    "no index": "-i http://127.0.0.1:1/simple\nbase",
    "no host": "-i https://no-such-host.invalid/simple\nbase",
}


def make_packages(directory: Path) -> None:
    for name, files in SOURCES.items():
        with tarfile.open(directory / f"{name}-1.0.tar.gz", "w:gz") as archive:
            for file, text in {**files, "PKG-INFO": f"Metadata-Version: 1.2\nName: {name}\nVersion: 1.0\n"}.items():
                entry = tarfile.TarInfo(f"{name}-1.0/{file}")
                entry.size = len(text)
                archive.addfile(entry, io.BytesIO(text.encode()))
    for (name, version), metadata in WHEELS.items():
        with zipfile.ZipFile(directory / f"{name}-{version}-py3-none-any.whl", "w") as wheel:
            info = f"{name}-{version}.dist-info"
            wheel.writestr(f"{name}.py", "")
            wheel.writestr(f"{info}/METADATA", f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n{metadata}")
            wheel.writestr(f"{info}/WHEEL", "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n")
            wheel.writestr(f"{info}/RECORD", "")
    (directory / "broken-1.0-py3-none-any.whl").write_text("no zip")


def run(*command: str, **options: Any) -> str:
    ended = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, encoding="utf-8", **options)
    return f"{ended.stdout}\n[{ended.returncode}]\n"


@contextlib.contextmanager
def empty_server() -> Iterator[None]:
    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_error(404)

        def log_message(self, *_: object) -> None:
            """Be silent."""

    with http.server.ThreadingHTTPServer(("127.0.0.1", 8765), Handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield
        server.shutdown()


def record(python: str, pip: str, packages: Path) -> None:
    with tempfile.TemporaryDirectory() as name:
        directory = Path(name)
        run(python, "-m", "venv", name)
        python = str(directory / "bin" / "python")
        run(python, "-m", "pip", "install", "setuptools", "wheel", *([f"pip=={pip}"] if pip else []))
        version = run(python, "-m", "pip", "--version").split()[1]
        settings = {key: value for key, value in os.environ.items() if not key.startswith("PIP_")}
        settings.update(PIP_CONFIG_FILE=os.devnull, PIP_NO_COLOR="1", PIP_DISABLE_PIP_VERSION_CHECK="1")
        settings.update(PIP_PROGRESS_BAR="off", PIP_RETRIES="1", PIP_TIMEOUT="2", LC_ALL="C.UTF-8")
        sections = []
        for case, text in REQUIREMENTS.items():
            (directory / "requirements.txt").write_text(text + "\n")
            options = ["-i", "http://127.0.0.1:1"] if "index" in case else []
            options += ["--no-build-isolation"] if case in SOURCES and case != "backend" else []
            options += [] if text.startswith("-i") else ["--no-index", "--find-links", str(packages)]
            command = [python, "-m", "pip", "install", "--ignore-installed", "--no-cache-dir", *options]
            printed = run(*command, "-r", "requirements.txt", cwd=name, env=settings, timeout=300)
            sections.append(f"### {case}\n{printed}")
        everything = "".join(sections).replace(name, "/tmp/venv").replace(str(packages), "/tmp/packages")
        lines = [line.rstrip()[:400] for line in everything.splitlines() if line.strip()]
        Path(__file__).with_name(f"{version}.txt").write_text("\n".join(lines) + "\n", encoding="utf-8")
        print(version, re.findall(r"^\[\d\]$", everything, re.MULTILINE).count("[0]"), "succeeded")


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as place, empty_server():
        make_packages(Path(place))
        for argument in sys.argv[1:]:
            interpreter, _, wanted = argument.partition("==")
            record(interpreter, wanted, Path(place))
