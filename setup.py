"""Packaging of the UbiOps client."""

import gzip
import os
import re
import tarfile
from pathlib import Path

from setuptools import find_packages, setup
from setuptools.command.bdist_wheel import bdist_wheel
from setuptools.command.sdist import sdist

HERE = Path(__file__).parent
REPOSITORY = os.environ.get("UBIOPS_REPOSITORY_URL", "").rstrip("/")  # where the source is published, if it is

# The same files give the same bytes, whoever packs them, where and when: docs/security.md tells how that is checked.
MOMENT = int(os.environ.setdefault("SOURCE_DATE_EPOCH", "1577836800"))  # which wheels obey by themselves


class Wheel(bdist_wheel):
    """A wheel that does not show the umask under which it was made."""

    def write_wheelfile(self, *arguments, **options):
        """Write the last of the files, and give all of them their modes."""
        super().write_wheelfile(*arguments, **options)
        for path in Path(self.bdist_dir).rglob("*"):
            path.chmod(0o755 if path.is_dir() else 0o644)


class SourceDistribution(sdist):
    """A source distribution that does not show who made it when, and under which umask."""

    def make_archive(self, base_name, kind, root_dir=None, base_dir=None, owner=None, group=None):
        """Pack a directory; what is in it may be hard links to the sources, whose modes are not ours to change."""
        if kind != "gztar":
            return super().make_archive(base_name, kind, root_dir, base_dir, owner, group)
        name = f"{base_name}.tar.gz"
        self.mkpath(self.dist_dir)
        with gzip.GzipFile(name, "wb", mtime=MOMENT) as packed, tarfile.open(fileobj=packed, mode="w") as archive:
            for path in (Path(base_dir), *sorted(Path(base_dir).rglob("*"))):
                archive.add(path, path.as_posix(), recursive=False, filter=anonymous)
        return name


def anonymous(member):
    """Return a member of an archive without what tells its files from another's copies of them."""
    member.uid = member.gid = 0
    member.uname = member.gname = ""
    member.mtime = MOMENT
    member.mode = 0o755 if member.isdir() else 0o644
    return member


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
    cmdclass={"bdist_wheel": Wheel, "sdist": SourceDistribution},
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
        "connectors": [
            "azure-storage-blob >= 12.19",
            "boto3 >= 1.28",
            "google-cloud-bigquery >= 3.11",
            "google-cloud-storage >= 3.0",
            "psycopg[binary] >= 3.1",
            "PyMySQL[rsa] >= 1.1.1",
        ],
        "deploy": ["pathspec >= 0.12", "pyyaml >= 5.4", "tqdm >= 4.60"],
        "emulator": ["croniter >= 2.0", "jsonschema >= 4.17", "waitress >= 3.0", "werkzeug >= 3.0.6"],
        "notebooks": ["matplotlib >= 3.5", "pandas >= 1.3"],
        "speed": ["orjson >= 3.9.15"],
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
