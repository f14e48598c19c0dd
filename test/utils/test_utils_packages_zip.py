# A folder becomes a package: the same files give the same bytes, and nothing goes along unseen.
from __future__ import annotations

import hashlib
import logging
import os
import resource
import shutil
import signal
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import Any, List, Mapping

import pytest

from test.support.emulator.client import wait_until
from test.support.names import on_disk
from test.support.process import ROOT, run
from ubiops.utils import PackageException, zip_dir
from ubiops.utils._package_tree import Entry, _listed
from ubiops.utils._package_zip import write_zip
from ubiops.utils._progress import Progress

NOTHING: Mapping[str, bytes] = {}
MODEL = b"class Model:\n    def request(self, data):\n        return data\n"
# What the files of `tree` come to on every system, by every Python, whatever its zlib.
KNOWN = "aafd57a567e7fa95a49c20f5b3a72badf8577d44f5f8122e4713f2cc2b6f5110"


def tree(folder: Path, more: Mapping[str, bytes] = NOTHING, order: int = 1) -> Path:
    """Make the folder of a package, its files in one order or the other."""
    files = {"model.py": MODEL, "größe.txt": b"1\n", "b/z.txt": b"", "b/a.txt": b"a", "a.sh": b"#!/bin/sh\n", **more}
    for name, content in list(files.items())[::order]:
        path = folder / on_disk(name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    (folder / "empty").mkdir()
    return folder


def names(path: Path) -> List[str]:
    with zipfile.ZipFile(path) as archive:
        assert archive.testzip() is None
        return [name[len("model_package/") :] for name in archive.namelist()]


def digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def left_out(caplog: pytest.LogCaptureFixture) -> str:
    return "\n".join(record.getMessage() for record in caplog.records if record.levelno == logging.WARNING)


def test_the_same_files_give_the_same_bytes(tmp_path: Path) -> None:
    one, other = tree(tmp_path / "one"), tree(tmp_path / "other", order=-1)
    for path in other.rglob("*"):
        path.chmod(0o700 if path.is_dir() or path.suffix == ".sh" else 0o600)
        os.utime(path, (0, 0))
    found = [zip_dir(folder, tmp_path / f"{folder.name}.zip") for folder in (one, other)]
    assert digest(found[0]) == digest(found[1]) == KNOWN
    assert names(found[0]) == ["a.sh", "b/a.txt", "b/z.txt", "empty/", "größe.txt", "model.py"]


def test_the_locale_makes_no_difference(tmp_path: Path) -> None:
    tree(tmp_path / "one")
    program = "import sys; from ubiops.utils import zip_dir; zip_dir(sys.argv[1], sys.argv[2])"
    subprocess.run(
        [sys.executable, "-W", "error", "-c", program, str(tmp_path / "one"), str(tmp_path / "one.zip")],
        env={**os.environ, "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0", "PYTHONPATH": str(ROOT)},
        check=True,
        timeout=60,
    )
    assert digest(tmp_path / "one.zip") == KNOWN


def test_deflated_it_is_smaller_and_holds_the_same(tmp_path: Path) -> None:
    folder = tree(tmp_path / "one", {"weights.csv": b"0.5," * 10_000})
    plain, small = zip_dir(folder, tmp_path / "a.zip"), zip_dir(folder, tmp_path / "b.zip", compress=True)
    assert small.stat().st_size < plain.stat().st_size / 5
    assert names(plain) == names(small)


def test_the_zip_lies_in_the_current_directory_by_default(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    tree(tmp_path / "churn")
    monkeypatch.chdir(tmp_path)
    assert zip_dir("churn") == Path("churn.zip")
    assert Path("churn.zip").is_file()
    monkeypatch.chdir(tmp_path / "churn")
    assert zip_dir(".") == Path("churn.zip")
    assert digest(tmp_path / "churn.zip") == digest(Path("churn.zip"))
    # The zip lies in the folder now, and is no part of the next.
    assert digest(zip_dir(".")) == digest(tmp_path / "churn.zip")


def test_programs_can_be_run(tmp_path: Path) -> None:
    folder = tree(tmp_path / "one", {"binary": b"\x7fELF", "script": b"no program by its content"})
    (folder / "script").chmod(0o700)
    with zipfile.ZipFile(zip_dir(folder, tmp_path / "one.zip")) as archive:
        modes = {info.filename[len("model_package/") :]: oct(info.external_attr >> 16) for info in archive.infolist()}
    assert {name for name, mode in modes.items() if mode == "0o100755"} == {"a.sh", "binary", "script"}
    assert {name for name, mode in modes.items() if mode == "0o100644"} >= {"model.py", "b/a.txt"}
    assert modes["empty/"] == "0o40755"


def test_a_folder_that_holds_model_package(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    tree(tmp_path / "project" / "model_package")
    (tmp_path / "project" / "notes.txt").touch()
    (tmp_path / "project" / ".ubiops-ignore").write_text("/model_package/b\n/model.py\n")
    assert names(zip_dir(tmp_path / "project", tmp_path / "a.zip")) == ["a.sh", "empty/", "größe.txt", "model.py"]
    assert left_out(caplog).endswith(": what lies beside model_package (notes.txt)")
    # The folder itself knows nothing of what is around it.
    assert "b/a.txt" in names(zip_dir(tmp_path / "project" / "model_package", tmp_path / "b.zip"))


def test_many_things_beside_it_are_not_all_named(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    tree(tmp_path / "project" / "model_package")
    for number in range(7):
        (tmp_path / "project" / str(number)).mkdir()
    zip_dir(tmp_path / "project", tmp_path / "a.zip")
    assert left_out(caplog).endswith("(0/, 1/, 2/, 3/, 4/, ...)")


def test_a_model_beside_a_folder_model_package_is_the_package(tmp_path: Path) -> None:
    tree(tmp_path / "one")
    (tmp_path / "one" / "model_package").mkdir()
    (tmp_path / "one" / "model_package" / "part.py").touch()
    assert "model_package/part.py" in names(zip_dir(tmp_path / "one", tmp_path / "a.zip"))
    (tmp_path / "one" / "model_package" / "model.py").touch()
    with pytest.raises(PackageException, match=r"both hold a model.py: remove one"):
        zip_dir(tmp_path / "one", tmp_path / "a.zip")


def test_what_never_belongs_into_a_package_stays_out_and_is_named(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    folder = tree(tmp_path / "one")
    for name in (".git/HEAD", ".env", ".env.local", "v/pyvenv.cfg", "c/conda-meta/history", ".pytest_cache/x"):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).touch()
    for place in (folder, folder / "b"):
        (place / "__pycache__").mkdir()
    assert digest(zip_dir(folder, tmp_path / "one.zip")) == KNOWN
    found = left_out(caplog).partition(": ")[2]
    assert found == ".env, .env.local, .git/, .pytest_cache/, __pycache__/ (2 times), c/, v/"


def test_nothing_left_out_is_nothing_said(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    zip_dir(tree(tmp_path / "one"), tmp_path / "one.zip")
    assert left_out(caplog) == ""


IGNORED = """\
# a comment
*.log
!important.log
/b/*
!/b/a.txt
data/
deep/**/x
\\#odd
!.env
"""


LEFT_OUT = {"x.log", "e/y.log", "data/1", "e/data/2", "deep/x", "deep/er/x", "#odd", "b/z.txt", "f/t.tmp"}
KEPT = {"important.log", "e/important.log", "e/b/z.txt", "x", "datas", ".env", "f/u.tmp2", "b/a.txt"}


def ignoring(folder: Path, name: str) -> Path:
    tree(folder, dict.fromkeys((*LEFT_OUT, *KEPT), b""))
    (folder / name).write_text(IGNORED, encoding="utf-8-sig")
    (folder / "f" / name).write_text("*.tmp\n")
    return folder


def test_an_ignore_file_has_the_syntax_of_git(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    folder = ignoring(tmp_path / "one", ".ubiops-ignore")
    found = set(names(zip_dir(folder, tmp_path / "one.zip")))
    assert found == {*KEPT, "model.py", "größe.txt", "a.sh", "empty/", "deep/er/"}
    assert left_out(caplog) == ""  # the user knows, and wants the .env


@pytest.mark.skipif(shutil.which("git") is None, reason="needs git")
def test_git_itself_leaves_out_the_same(tmp_path: Path) -> None:
    folder = ignoring(tmp_path / "one", ".gitignore")
    environment = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    git = ["git", "-C", str(folder), "-c", "core.excludesFile=/dev/null"]
    subprocess.run([*git, "init", "-q"], check=True, env=environment)
    done = subprocess.run(
        [*git, "check-ignore", "--no-index", "-z", "--stdin"],
        input="\0".join((*LEFT_OUT, *KEPT)),
        stdout=subprocess.PIPE,
        encoding="utf-8",
        env=environment,
    )
    assert set(done.stdout.split("\0")[:-1]) == LEFT_OUT


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"\xff\xfe", "cannot be read as UTF-8"),
        (b"ok\n!\n", "holds a line that is no pattern of gitignore"),
    ],
)
def test_an_ignore_file_that_is_none(content: bytes, message: str, tmp_path: Path) -> None:
    folder = tree(tmp_path / "one")
    (folder / "b" / ".ubiops-ignore").write_bytes(content)
    with pytest.raises(PackageException, match=f"^model_package/b/.ubiops-ignore {message}"):
        zip_dir(folder, tmp_path / "one.zip")


def test_without_pathspec_the_error_says_what_to_install(tmp_path: Path) -> None:
    program = """
        import json, sys
        sys.modules["pathspec"] = None
        from ubiops import utils
        try:
            utils.zip_dir(sys.argv[1], sys.argv[2])
        except utils.MissingExtraException as error:
            print(json.dumps(str(error)))
        else:
            print(json.dumps("zipped"))
    """
    folder = tree(tmp_path / "one")
    assert run(program, str(folder), str(tmp_path / "one.zip")) == "zipped"
    (folder / ".ubiops-ignore").touch()
    assert "pip install" in run(program, str(folder), str(tmp_path / "one.zip"))


def test_links_are_followed(tmp_path: Path) -> None:
    folder = tree(tmp_path / "one")
    (tmp_path / "far").mkdir()
    (tmp_path / "far" / "weights.bin").write_bytes(b"w")
    (folder / "inside").symlink_to("b/a.txt")
    (folder / "again").symlink_to("b", target_is_directory=True)
    (folder / "outside").symlink_to(tmp_path / "far", target_is_directory=True)
    with zipfile.ZipFile(zip_dir(folder, tmp_path / "one.zip")) as archive:
        for name, content in (("inside", b"a"), ("again/a.txt", b"a"), ("outside/weights.bin", b"w")):
            assert archive.read(f"model_package/{name}") == content


@pytest.mark.parametrize(
    ("target", "message"),
    [
        ("..", "leads back to a folder that holds it"),
        ("nothing", "is a link that leads nowhere"),
        ("link", "is a link that leads nowhere"),
        ("/dev/null", "is neither a file nor a folder"),
    ],
)
def test_links_that_lead_to_nothing_that_can_be_packed(target: str, message: str, tmp_path: Path) -> None:
    folder = tree(tmp_path / "one")
    (folder / "b" / "link").symlink_to(target)
    with pytest.raises(PackageException, match=f"^model_package/b/link {message}.*, or name it in"):
        zip_dir(folder, tmp_path / "one.zip")
    (folder / ".ubiops-ignore").write_text("link\n")
    assert digest(zip_dir(folder, tmp_path / "one.zip")) == KNOWN


@pytest.mark.parametrize(("name", "message"), [(b"caf\xe9", "no name in UTF-8"), (b"a\\b", "has no backslash")])
def test_names_that_no_package_can_hold(name: bytes, message: str, tmp_path: Path) -> None:
    folder = tree(tmp_path / "one")
    (folder / os.fsdecode(name)).touch()
    with pytest.raises(PackageException, match=message):
        zip_dir(folder, tmp_path / "one.zip")


def test_a_folder_that_has_gone_meanwhile(tmp_path: Path) -> None:
    with pytest.raises(PackageException, match=r"^model_package/b/ cannot be read: No such file"):
        _listed(tmp_path / "b", "model_package/b/")


def test_what_is_no_folder(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    (tmp_path / "empty" / "below").mkdir(parents=True)
    with pytest.raises(PackageException, match="is no folder"):
        zip_dir(tmp_path / "file")
    with pytest.raises(PackageException, match="holds no files to pack"):
        zip_dir(tmp_path / "empty")
    with pytest.raises(FileNotFoundError):
        zip_dir(tmp_path / "nothing")
    with pytest.raises(PackageException, match=r"is a folder; give the path of the zip, such as .*/empty/one\.zip$"):
        zip_dir(tree(tmp_path / "one"), tmp_path / "empty")
    with pytest.raises(PackageException, match=r"is in the folder .*/out, which is not there; make it first$"):
        zip_dir(tmp_path / "one", tmp_path / "out" / "one.zip")


class Acting(Progress):
    """A bar that does something when the first bytes have been packed."""

    def __init__(self, action: Any) -> None:
        super().__init__("", shown=False)
        self._action = action

    def advance(self, amount: int = 1) -> None:
        action, self._action = self._action, None
        if action is not None:
            action()


@pytest.mark.parametrize("change", ["grow", "shrink", "touch", "grow a little"])
def test_a_file_that_changes_meanwhile(change: str, tmp_path: Path) -> None:
    path = tmp_path / "weights.bin"
    path.write_bytes(bytes(3 << 20))
    output = tmp_path / "p.zip"
    output.write_text("the one before")

    def act() -> None:
        if change == "touch":
            os.utime(path, (1, 1))
        else:
            os.truncate(path, {"grow": 9 << 20, "shrink": 1 << 20, "grow a little": (3 << 20) + 1}[change])

    with pytest.raises(PackageException, match=r"^model_package/weights.bin changed while it was being packed"):
        write_zip([Entry("model_package/weights.bin", path, 3 << 20)], output, False, Acting(act))
    assert output.read_text() == "the one before"
    assert sorted(tmp_path.iterdir()) == [output, path]


@pytest.mark.parametrize(("path", "reason"), [("/nothing", "No such file"), ("/proc/self/mem", "Input/output error")])
def test_a_file_that_cannot_be_read(path: str, reason: str, tmp_path: Path) -> None:
    if path.startswith("/proc") and not Path(path).exists():
        pytest.skip("this system has no such file")
    with pytest.raises(PackageException, match=f"^model_package/x cannot be read: {reason}"):
        write_zip([Entry("model_package/x", Path(path), 1)], tmp_path / "p.zip", False, Progress("", shown=False))
    assert list(tmp_path.iterdir()) == []


def test_ctrl_c_leaves_nothing_behind(tmp_path: Path) -> None:
    folder = tree(tmp_path / "one")
    with (folder / "large").open("wb") as file:
        file.truncate(8 << 30)  # of no room on the disk; it will not be read to its end
    (tmp_path / "out").mkdir()
    program = "import sys; from ubiops.utils import zip_dir; zip_dir(sys.argv[1], sys.argv[2], compress=True)"
    process = subprocess.Popen(
        [sys.executable, "-c", program, str(folder), str(tmp_path / "out" / "one.zip")],
        stderr=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )
    with process:
        wait_until(lambda: list((tmp_path / "out").iterdir()))
        process.send_signal(signal.SIGINT)
        assert b"KeyboardInterrupt" in process.communicate(timeout=60)[1]
    assert list((tmp_path / "out").iterdir()) == []


def test_a_zip_that_cannot_be_written_leaves_nothing_behind(tmp_path: Path) -> None:
    folder = tree(tmp_path / "one", {"weights": bytes(1 << 20)})
    (tmp_path / "out").mkdir()
    program = """
        import json, resource, sys
        from ubiops.utils import zip_dir
        resource.setrlimit(resource.RLIMIT_FSIZE, (1 << 16, 1 << 16))  # as little room as on a full disk
        try:
            zip_dir(sys.argv[1], sys.argv[2])
        except OSError as error:
            print(json.dumps(type(error).__name__))
    """
    assert run(program, str(folder), str(tmp_path / "out" / "one.zip")) == "OSError"
    assert list((tmp_path / "out").iterdir()) == []


def test_a_bar_shows_what_was_packed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tree(tmp_path / "one", {"weights": bytes(3_000_000)})
    zip_dir(folder, tmp_path / "one.zip", progress=True)
    assert "Packing one: 100%" in capsys.readouterr().err


@pytest.mark.skipif("UBIOPS_TEST_HUGE" not in os.environ, reason="needs 5 GB on the disk, and two minutes")
def test_more_than_a_plain_zip_can_hold(tmp_path: Path) -> None:
    folder = tree(tmp_path / "one")
    with (folder / "large").open("wb") as file:
        file.seek((4 << 30) + 5)
        file.write(b"end")
    for number in range(70_000):
        (folder / "empty" / str(number)).touch()
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    found = zip_dir(folder, tmp_path / "one.zip")
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 200_000  # kB, of which entries are the most
    with zipfile.ZipFile(found) as archive:
        assert len(archive.namelist()) == 70_006
        assert archive.getinfo("model_package/large").file_size == (4 << 30) + 8
        assert archive.testzip() is None
