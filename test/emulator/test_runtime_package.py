"""Packages are unpacked without harm, and the model is found in them."""

from __future__ import annotations

import stat
import struct
import tracemalloc
import zipfile
from pathlib import Path

import pytest

from test.support.emulator.runtime import write_zip
from test.support.names import on_disk
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


def test_a_single_directory_of_another_name(tmp_path: Path) -> None:
    zipped = write_zip(tmp_path / "z", {"mine/model.py": "", "__MACOSX/mine/._model.py": "", "notes.txt": ""})
    with pytest.raises(BuildError, match=r"'model_package' at its root; it holds 'mine', 'notes\.txt'$"):
        unpack(tmp_path, zipped)


def test_backslashes_of_windows(tmp_path: Path) -> None:
    zipped = write_zip(tmp_path / "z", {"model_package\\sub\\": "", "model_package\\model.py": "1"})
    root = unpack(tmp_path, zipped)
    assert (root / "model.py").read_text() == "1"
    assert (root / "sub").is_dir()


@pytest.mark.parametrize("name", ["at 10:30.txt", "a:b/c", "c:x", ":"])
def test_colons(tmp_path: Path, name: str) -> None:
    root = unpack(tmp_path, write_zip(tmp_path / "z", {f"model_package/{name}": "x", name: "y"}))
    assert (root / name).read_text() == "x"


def unflagged(path: Path, name: bytes) -> Path:
    """Write a zip whose only name does not say how it is encoded, as those of macOS and of old tools."""
    stand_in = "x" * len(name)
    write_zip(path, {stand_in: "text"})
    path.write_bytes(path.read_bytes().replace(stand_in.encode(), name))
    return path


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("model_package/modèle ü €.txt".encode(), "modèle ü €.txt"),  # macOS
        ("model_package/mode\u0300le.txt".encode(), "mode\u0300le.txt"),
        ("model_package/modèle.txt".encode("cp437"), "modèle.txt"),  # DOS
    ],
)
def test_names_without_an_encoding(tmp_path: Path, written: bytes, name: str) -> None:
    assert (unpack(tmp_path, unflagged(tmp_path / "z", written)) / on_disk(name)).read_text() == "text"


def test_names_in_utf8(tmp_path: Path) -> None:
    assert (unpack(tmp_path, write_zip(tmp_path / "z", {"model_package/ü€": "x"})) / on_disk("ü€")).is_file()


@pytest.mark.parametrize("name", ["", ".", "./."])
def test_no_name(tmp_path: Path, name: str) -> None:
    with pytest.raises(BuildError, match="a file without a name"):
        unpack(tmp_path, special(tmp_path / "z", name, 0o644))


def test_dots_and_doubled_slashes(tmp_path: Path) -> None:
    zipped = write_zip(tmp_path / "z", {"./": "", "./model_package//sub/./x": "x"})
    assert (unpack(tmp_path, zipped) / "sub" / "x").is_file()


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
    "name",
    ["../evil", "model_package/../../evil", "/evil", "C:/evil", "C:\\evil", "\\evil", "..\\evil", "model_package/x/.."],
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
    with pytest.raises(BuildError, match="holds more than 1 entries"):
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


@pytest.mark.parametrize("method", [zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_broken_compression(tmp_path: Path, method: int) -> None:
    with zipfile.ZipFile(tmp_path / "z", "w", method) as archive:
        archive.writestr("model_package/x", bytes(range(256)) * 50)
    content = (tmp_path / "z").read_bytes()
    (tmp_path / "z").write_bytes(content[:60] + bytes([255] * 40) + content[100:])
    with pytest.raises(BuildError, match="could not be unpacked"):
        unpack(tmp_path, tmp_path / "z")


def test_encrypted(tmp_path: Path) -> None:
    zipped = write_zip(tmp_path / "z", {"model_package/x": "x"})
    content = bytearray(zipped.read_bytes())
    content[6] |= 1
    content[content.index(b"PK\1\2") + 8] |= 1
    zipped.write_bytes(content)
    with pytest.raises(BuildError, match="encrypted with a password: 'model_package/x'"):
        unpack(tmp_path, zipped)


def test_of_the_same_name_the_last(tmp_path: Path) -> None:
    zipped = write_zip(tmp_path / "z", {"model_package/x": "first", "model_package//x": "second"})
    with zipfile.ZipFile(zipped, "a") as archive, pytest.warns(UserWarning, match="Duplicate name"):
        archive.writestr("model_package/x", "third")
    assert (unpack(tmp_path, zipped) / "x").read_text() == "third"


@pytest.mark.parametrize("name", ["model_package", "model_package/a"])
def test_file_as_directory(tmp_path: Path, name: str) -> None:
    with pytest.raises(BuildError, match=f"'{name}' both as a file and as a directory"):
        unpack(tmp_path, write_zip(tmp_path / "z", {name: "", "model_package/a/b": ""}))


def test_compression_that_cannot_be_read(tmp_path: Path) -> None:
    zipped = write_zip(tmp_path / "z", {"model_package/x": "x"})
    content = bytearray(zipped.read_bytes())
    content[content.index(b"PK\1\2") + 10] = content[8] = 9  # Deflate64, which Windows uses for large files
    zipped.write_bytes(content)
    with pytest.raises(BuildError, match="compressed by method 9, which cannot be read: 'model_package/x'"):
        package.check(zipped)


def test_entries_are_counted_before_they_are_loaded(tmp_path: Path) -> None:
    zipped = tmp_path / "z"
    count = package.MAX_MEMBERS + 1
    # Nothing but a list of entries, 46 bytes each, whose number is not told.
    entry = struct.pack("<4s24x3H12x", b"PK\1\2", 0, 0, 0)
    end = struct.pack("<4s4H2IH", b"PK\5\6", 0, 0, 1, 1, count * len(entry), 0, 0)
    zipped.write_bytes(entry * count + end)
    tracemalloc.start()
    try:
        with pytest.raises(BuildError, match="holds more than 100,000 entries"):
            package.check(zipped)
        assert tracemalloc.get_traced_memory()[1] < 1 << 20
    finally:
        tracemalloc.stop()


def test_many_entries(tmp_path: Path) -> None:
    zipped = tmp_path / "z"
    with zipfile.ZipFile(zipped, "w") as archive:  # past 65,535 in the form of zip64
        for number in range(66_000):
            archive.writestr(f"model_package/{number}", "")
        archive.comment = b"a comment"
    package.check(zipped)
    content = zipped.read_bytes()
    zipped.write_bytes(b"in front" + content)
    package.check(zipped)
    zipped.write_bytes(content.replace(b"PK\1\2", b"PK\1\3", 1))
    with pytest.raises(BuildError, match="not a valid zip file"):
        package.check(zipped)


@pytest.mark.parametrize("name", ["x" * 256, "ü" * 128])
def test_name_too_long(tmp_path: Path, name: str) -> None:
    with pytest.raises(BuildError, match="a name of more than 255 bytes: 'model_package") as caught:
        unpack(tmp_path, write_zip(tmp_path / "z", {f"model_package/{name}": ""}))
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
