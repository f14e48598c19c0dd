"""Uploads and downloads that are killed."""

from __future__ import annotations

import hashlib
import random
from collections import Counter
from pathlib import Path
from typing import Dict, List

from test.support.deploy import MODEL_CODE
from test.support.emulator.client import wait_until
from ubiops import CoreApi, NotFoundException, utils

from .kills import Ended, Programs

COUNT = 12
SIZES = [6_000_000, *[150_000] * (COUNT - 1)]
UPLOAD = """
import sys
from pathlib import Path
import ubiops
from ubiops import utils

folder, version, *names = sys.argv[1:]
with ubiops.ApiClient() as client:
    api = ubiops.CoreApi(client)
    api.service_status()
    utils.upload_blobs(api, "demo", [Path(folder, name) for name in names], progress=False)
    utils.upload_model(api, "demo", "uploaded", version, Path(folder, "package"), progress=False)
print("done")
"""
DOWNLOAD = """
import sys
from pathlib import Path
import ubiops
from ubiops import utils

folder, first, *blobs = sys.argv[1:]
with ubiops.ApiClient() as client:
    api = ubiops.CoreApi(client)
    api.service_status()
    utils.download_blob(api, "demo", first, Path(folder, "replaced"), progress=False)
    utils.download_blob(api, "demo", first, folder, progress=False)
    utils.download_blobs(api, "demo", blobs, folder, progress=False)
print("done")
"""
"""The blob `first` comes as `replaced`, in place of another one, and under its own name."""


class Uploads:
    """Blobs and a package."""

    def __init__(self, programs: Programs, api: CoreApi, uploads: Path) -> None:
        self._programs = programs
        self._api = api
        self._uploads = uploads
        api.models_create("demo", {"name": "uploaded", "input_type": "plain", "output_type": "plain"})
        self._digests: Dict[str, str] = {}
        self.half: List[str] = []
        self.doubled: List[str] = []
        self.unfinished: List[str] = []
        self.left: List[str] = []

    def arguments(self, number: int) -> List[str]:
        """Write files that have other names in each round, and return a program that uploads them."""
        self._api.model_versions_create("demo", "uploaded", {"version": f"v{number}"})
        folder = self._folder(number)
        (folder / "package").mkdir(parents=True)
        (folder / "package" / "model.py").write_text(MODEL_CODE)
        content = random.Random(number)
        (folder / "package" / "weights").write_bytes(content.getrandbits(8 * 1_000_000).to_bytes(1_000_000, "big"))
        for index, size in enumerate(SIZES):
            data = content.getrandbits(8 * size).to_bytes(size, "big")
            (folder / f"{number}-{index}").write_bytes(data)
            self._digests[f"{number}-{index}"] = hashlib.sha256(data).hexdigest()
        return self._program(number, self._names(number))

    def check(self, number: int, ended: Ended) -> None:
        """See that nothing is there by half; upload the rest."""
        self.left += [name for name in ended.left if not name.startswith("ubiops-")]
        wait_until(lambda: not list(self._uploads.iterdir()))
        there = self._there(number)
        if ended.killed:
            names = [name for name in self._names(number) if name not in there]
            self._programs.run(self._program(number, names))
            there = self._there(number)
        if set(there) != set(self._names(number)) or not self._package(number):
            self.unfinished.append(f"round {number}: {there}")
        self.doubled += [f"{name}, {count} times" for name, count in there.items() if count > 1]

    def _there(self, number: int) -> Dict[str, int]:
        names = Counter[str]()
        for blob in utils.iterate_blobs(self._api, "demo"):
            if blob.filename in self._names(number):
                names[blob.filename] += 1
                content = utils.download_blob(self._api, "demo", blob.id, progress=False)
                if hashlib.sha256(content).hexdigest() != self._digests[blob.filename]:
                    self.half.append(f"blob {blob.filename}: {len(content)} bytes")
        self._package(number)
        return names

    def _package(self, number: int) -> bool:
        """Tell whether the version has a package."""
        place = ("demo", "uploaded", f"v{number}")
        try:
            package = self._programs.folder / f"{number}.zip"
            utils.download_model_file(self._api, *place, package, progress=False)
        except NotFoundException:
            return False
        source = self._folder(number) / "package"
        if utils.package_digest(package) != utils.package_digest(source):
            self.half.append(f"package {number}")
        return True

    def _names(self, number: int) -> List[str]:
        return [f"{number}-{index}" for index in range(COUNT)]

    def _folder(self, number: int) -> Path:
        return self._programs.folder / f"upload-{number}"

    def _program(self, number: int, names: List[str]) -> List[str]:
        return ["-c", UPLOAD, str(self._folder(number)), f"v{number}", *names]


class Downloads:
    """Blobs, into a folder that holds a file already."""

    def __init__(self, programs: Programs, api: CoreApi) -> None:
        self._programs = programs
        self._contents = {
            f"{index}.bin": random.Random(index).getrandbits(8 * size).to_bytes(size, "big")
            for index, size in enumerate(SIZES)
        }
        self._blobs = [
            utils.upload_blob(api, "demo", content, filename=name, progress=False).id
            for name, content in self._contents.items()
        ]
        self.half: List[str] = []
        self.unfinished: List[str] = []
        self.left: List[str] = []

    def arguments(self, number: int) -> List[str]:
        """Return a program that downloads into a folder of its own."""
        folder = self._folder(number)
        folder.mkdir()
        (folder / "replaced").write_bytes(b"old")
        return ["-c", DOWNLOAD, str(folder), *self._blobs]

    def check(self, number: int, ended: Ended) -> None:
        """See that each file is whole or not there; download again."""
        folder = self._folder(number)
        self.left += [name for name in ended.left if not name.startswith("ubiops-")]
        self._whole(folder)
        if ended.killed:
            for path in folder.iterdir():
                if path.is_file() and path.name in self._contents:
                    path.unlink()
            self._programs.run(["-c", DOWNLOAD, str(folder), *self._blobs])
        expected = {"replaced", *self._contents}
        found = {path.name for path in self._whole(folder)}
        if found != expected or (folder / "replaced").read_bytes() == b"old":
            self.unfinished.append(f"round {number}: {sorted(found)}")

    def _whole(self, folder: Path) -> List[Path]:
        paths = [path for path in folder.iterdir() if not path.name.startswith(".ubiops-")]
        for path in paths:
            right = [self._contents.get(path.name)]
            if path.name == "replaced":
                right = [b"old", self._contents["0.bin"]]
            if path.read_bytes() not in right:
                self.half.append(f"{path.name}: {path.stat().st_size} bytes")
        return paths

    def _folder(self, number: int) -> Path:
        return self._programs.folder / f"download-{number}"
