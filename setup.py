"""Packaging of the UbiOps client."""

from pathlib import Path

from setuptools import find_packages, setup

HERE = Path(__file__).parent


def requirements(name):
    """Return the requirement lines of a requirements file."""
    lines = (HERE / name).read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and not line.startswith(("#", "-"))]


setup(
    name="ubiops",
    version="2.1.1",
    description="Client of the UbiOps API, and a local UbiOps to develop against",
    long_description=(HERE / "README.md").read_text(encoding="utf-8"),
    long_description_content_type="text/markdown",
    license="Apache-2.0",
    python_requires=">=3.8",
    packages=find_packages(include=["ubiops", "ubiops.*"]),
    package_data={"ubiops": ["py.typed"], "ubiops.emulator": ["*.json", "migrations/*.sql"]},
    install_requires=requirements("requirements.txt"),
    extras_require={
        "emulator": ["jsonschema >= 4.17", "waitress >= 2.1.2", "werkzeug >= 2.3"],
    },
    classifiers=[
        "Intended Audience :: Developers",
        "Programming Language :: Python :: 3 :: Only",
        "Topic :: Scientific/Engineering :: Artificial Intelligence",
        "Typing :: Typed",
    ],
)
