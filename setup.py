"""Packaging of the UbiOps client."""

import os
import re
from pathlib import Path

from setuptools import find_packages, setup

HERE = Path(__file__).parent
REPOSITORY = os.environ.get("UBIOPS_REPOSITORY_URL", "").rstrip("/")  # where the source is published, if it is


def version():
    """Return the version that the package bears."""
    text = (HERE / "ubiops" / "_version.py").read_text(encoding="utf-8")
    return re.search(r'__version__ = "(.+)"', text).group(1)


def requirements():
    """Return the run-time dependencies of the client."""
    lines = (HERE / "requirements.txt").read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]


def description():
    """Return the README as other sites can show it: links are absolute, or plain text while there is no address."""
    text = (HERE / "README.md").read_text(encoding="utf-8")
    target = rf"[\1]({REPOSITORY}/blob/v{version()}/\2)" if REPOSITORY else r"\1"
    return re.sub(r"\[([^\]]+)\]\((?![a-z]+:|#)([^)]+)\)", target, text)


def project_urls():
    """Return the links that stand beside the description."""
    urls = {"UbiOps": "https://ubiops.com"}
    if REPOSITORY:
        source = f"{REPOSITORY}/blob/v{version()}"
        urls.update(Source=REPOSITORY, Documentation=f"{source}/docs/README.md", Changelog=f"{source}/CHANGELOG.md")
    return urls


setup(
    name="ubiops",
    version=version(),
    description="Client of the UbiOps API, and a local UbiOps to develop and test with",
    long_description=description(),
    long_description_content_type="text/markdown",
    license="Apache-2.0",
    keywords="ubiops api client machine-learning mlops model-serving deployment emulator",
    project_urls=project_urls(),
    python_requires=">=3.8",
    packages=find_packages(include=["ubiops", "ubiops.*"]),
    package_data={
        "ubiops": ["py.typed"],
        "ubiops.api": ["*.pyi"],
        "ubiops.deploy": ["schema.json"],
        "ubiops.emulator.state": ["*.sql"],
        "ubiops.emulator.web": ["openapi.json"],
    },
    install_requires=requirements(),
    extras_require={
        "connectors": ["boto3 >= 1.28", "psycopg[binary] >= 3.1"],
        "deploy": ["pathspec >= 0.12", "pyyaml >= 5.4", "tqdm >= 4.60"],
        "emulator": ["croniter >= 2.0", "jsonschema >= 4.17", "waitress >= 3.0", "werkzeug >= 3.0.6"],
        "notebooks": ["matplotlib >= 3.5", "pandas >= 1.3"],
        "speed": ["orjson >= 3.9"],
        "utils": ["pathspec >= 0.12", "tqdm >= 4.60"],
    },
    entry_points={
        "console_scripts": ["ubiops-emulator = ubiops.emulator.__main__:main"],
        "pytest11": ["ubiops = ubiops.emulator.pytest_plugin"],
    },
    classifiers=[
        "Intended Audience :: Developers",
        "Intended Audience :: Science/Research",
        "Operating System :: OS Independent",
        "Programming Language :: Python :: 3",
        "Programming Language :: Python :: 3 :: Only",
        *(f"Programming Language :: Python :: 3.{minor}" for minor in range(8, 14)),
        "Topic :: Scientific/Engineering :: Artificial Intelligence",
        "Topic :: Software Development :: Testing :: Mocking",
        "Typing :: Typed",
    ],
)
