"""Packages are unpacked without harm, and the model is found in them."""

from __future__ import annotations

import stat
import struct
import zipfile
from pathlib import Path

import pytest

from test.emulator.runtime_fixtures import write_zip
from ubiops.emulator.runtime import BuildError, package


def unpack(tmp_path: Path, zipped: Path) -> Path:
    target = tmp_path / "outer" / "target"
    target.mkdir(parents=True)
    try:
        return package.unpack(zipped, target)
    finally:
        assert [entry.name for entry in (tmp_path / "outer").iterdir()] == ["target"]


def special(path: Path, name: str, mode: int) -> Path:
    with zipfile.ZipFile(path, "w") as archive:
        info = zipfile.ZipInfo(name)
        info.external_attr = mode << 16
        archive.writestr(info, "/etc/passwd")
    return path


def test_model_package_among_other_things(tmp_path: Path) -> None:
    zipped = write_zip(tmp_path / "any name", {"README.md": "", "other/x": "", "model_package/sub/x.txt": "hello"})
    root = unpack(tmp_path, zipped)
    assert root.name == "model_package"
    assert (root / "sub" / "x.txt").read_text() == "hello"


def test_any_single_directory(tmp_path: Path) -> None:
    zipped = write_zip(tmp_path / "z", {"mine/model.py": "", "__MACOSX/mine/._model.py": "", "notes.txt": ""})
    assert unpack(tmp_path, zipped).name == "mine"


def test_backslashes_of_windows(tmp_path: Path) -> None:
    zipped = write_zip(tmp_path / "z", {"model_package\\model.py": ""})
    assert (unpack(tmp_path, zipped) / "model.py").is_file()


def test_directories_and_executables(tmp_path: Path) -> None:
    zipped = special(tmp_path / "z", "model_package/tool", stat.S_IFREG | 0o755)
    with zipfile.ZipFile(zipped, "a") as archive:
        archive.writestr("model_package/empty/", "")
    root = unpack(tmp_path, zipped)
    assert (root / "tool").stat().st_mode & 0o777 == 0o755
    assert (root / "empty").is_dir()


@pytest.mark.parametrize("files", [{"model.py": ""}, {"a/model.py": "", "b/x": ""}, {}])
def test_no_model_package(tmp_path: Path, files: dict[str, str]) -> None:
    with pytest.raises(BuildError, match="no directory 'model_package' at its root"):
        unpack(tmp_path, write_zip(tmp_path / "z", files))


@pytest.mark.parametrize(
    "name", ["../evil", "model_package/../../evil", "/evil", "C:/evil", "..\\evil", "model_package/x/.."]
)
def test_paths_that_lead_outside(tmp_path: Path, name: str) -> None:
    with pytest.raises(BuildError, match="leads outside"):
        unpack(tmp_path, write_zip(tmp_path / "z", {"model_package/model.py": "", name: "x"}))
    assert not list((tmp_path / "outer" / "target").iterdir()), "nothing is unpacked before all is checked"


def test_symbolic_link(tmp_path: Path) -> None:
    with pytest.raises(BuildError, match=r"symbolic link.*'model_package/link'"):
        unpack(tmp_path, special(tmp_path / "z", "model_package/link", stat.S_IFLNK | 0o777))


@pytest.mark.parametrize("kind", [stat.S_IFIFO, stat.S_IFCHR, stat.S_IFBLK, stat.S_IFSOCK])
def test_special_file(tmp_path: Path, kind: int) -> None:
    with pytest.raises(BuildError, match="special file"):
        unpack(tmp_path, special(tmp_path / "z", "model_package/x", kind | 0o666))


def test_zip_bomb(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(package, "HARMLESS", 1 << 20)
    harmless = write_zip(tmp_path / "harmless", {"model_package/zeros": b"\0" * (1 << 20)})
    assert unpack(tmp_path / "1", harmless).is_dir()
    with pytest.raises(BuildError, match="zip bomb"):
        unpack(tmp_path / "2", write_zip(tmp_path / "bomb", {"model_package/zeros": b"\0" * (2 << 20)}))


def test_too_much(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    zipped = write_zip(tmp_path / "z", {"model_package/x": "12345", "model_package/y": "12345"})
    monkeypatch.setattr(package, "MAX_UNPACKED", 9)
    with pytest.raises(BuildError, match="to 10 bytes"):
        unpack(tmp_path / "1", zipped)
    monkeypatch.setattr(package, "MAX_MEMBERS", 1)
    with pytest.raises(BuildError, match="2 files; 1 is the limit"):
        unpack(tmp_path / "2", zipped)


def test_size_that_lies(tmp_path: Path) -> None:
    zipped = write_zip(tmp_path / "z", {"model_package/zeros": b"\0" * 100_000})
    content = zipped.read_bytes()
    assert content.count(struct.pack("<I", 100_000)) == 2
    zipped.write_bytes(content.replace(struct.pack("<I", 100_000), struct.pack("<I", 10)))
    with pytest.raises(BuildError, match="not a valid zip"):
        unpack(tmp_path, zipped)
    (zeros,) = (tmp_path / "outer").rglob("zeros")
    assert zeros.stat().st_size <= 10


def test_broken(tmp_path: Path) -> None:
    zipped = tmp_path / "z"
    zipped.write_bytes(b"this is not a zip")
    with pytest.raises(BuildError, match="not a valid zip"):
        unpack(tmp_path / "1", zipped)
    write_zip(zipped, {"model_package/x": bytes(range(256)) * 50})
    content = bytearray(zipped.read_bytes())
    content[60] ^= 0xFF
    zipped.write_bytes(content)
    with pytest.raises(BuildError):
        unpack(tmp_path / "2", zipped)


def test_encrypted(tmp_path: Path) -> None:
    zipped = write_zip(tmp_path / "z", {"model_package/x": "x"})
    content = bytearray(zipped.read_bytes())
    content[6] |= 1
    content[content.index(b"PK\1\2") + 8] |= 1
    zipped.write_bytes(content)
    with pytest.raises(BuildError, match=r"could not be unpacked.*(password|encrypted)"):
        unpack(tmp_path, zipped)


def test_the_same_file_twice(tmp_path: Path) -> None:
    with pytest.raises(BuildError, match="holds model_package/x twice"):
        unpack(tmp_path, write_zip(tmp_path / "z", {"model_package/x": "", "model_package//x": ""}))


def test_file_as_directory(tmp_path: Path) -> None:
    with pytest.raises(BuildError):
        unpack(tmp_path, write_zip(tmp_path / "z", {"model_package": "", "model_package/x": ""}))


def test_name_too_long(tmp_path: Path) -> None:
    with pytest.raises(BuildError, match="could not be unpacked") as caught:
        unpack(tmp_path, write_zip(tmp_path / "z", {"model_package/" + "x" * 5000: ""}))
    assert len(str(caught.value)) <= 500


def test_model_file(tmp_path: Path) -> None:
    for name in ("model.py", "other.py", "my-model.v2.py"):
        (tmp_path / name).touch()
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub" / "x.py").touch()

    def find(value: str) -> str:
        return package.model_file(tmp_path, {"ML_MODEL_FILE_NAME": value}).name

    assert package.model_file(tmp_path, {}).name == "model.py"
    assert [find(""), find(" "), find("model"), find("model.py")] == ["model.py"] * 4
    assert [find("other"), find("other.py"), find("my-model.v2")] == ["other.py", "other.py", "my-model.v2.py"]
    for absent in ("absent", "sub/x", "../x", "/etc/x", "sub"):
        with pytest.raises(BuildError, match=r"no file .* in its directory"):
            find(absent)
