# A package is looked at before it is sent, sent from the disk, and waited for.
from __future__ import annotations

import io
import itertools
import zipfile
from pathlib import Path
from typing import Any, Dict, Iterator, List, Tuple, Union

import pytest

import ubiops
from ubiops import ApiException, ApiTypeError, CoreApi
from ubiops.emulator import Emulator
from ubiops.utils import PackageException, WaitFailedException, upload_model, zip_dir
from ubiops.utils._progress import Progress
from ubiops.utils._transfers import Meter, WatchedFile

MODEL = "class Model:\n    def request(self, data):\n        return {'out': data['in'] * 2}\n"
NUMBERS = itertools.count(1)
Where = Tuple[str, str, str]
Content = Union[str, bytes]


@pytest.fixture(scope="module", autouse=True)
def model(api: CoreApi) -> None:
    fields = {
        "input_fields": [{"name": "in", "data_type": "int"}],
        "output_fields": [{"name": "out", "data_type": "int"}],
    }
    api.models_create("demo", {"name": "m", "input_type": "structured", "output_type": "structured", **fields})


@pytest.fixture
def where(api: CoreApi) -> Where:
    """A new version."""
    name = f"v{next(NUMBERS)}"
    api.model_versions_create("demo", "m", {"version": name})
    return "demo", "m", name


@pytest.fixture
def nothing_sent(api: CoreApi, where: Where) -> Iterator[None]:
    yield
    assert api.model_versions_get(*where).status == "initialised"


def folder(path: Path, **files: Content) -> Path:
    """Make a package; dots in names are written as two underscores."""
    path.mkdir()
    for name, content in files.items():
        place = path / name.replace("__", ".")
        place.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def zipped(path: Path, files: Dict[str, str]) -> Path:
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return path


def test_a_folder_is_zipped_sent_and_built(
    api: CoreApi, where: Where, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "tmp").mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "tmp"))
    package = folder(tmp_path / "churn", model__py=MODEL)
    version = upload_model(api, *where, package, wait=True, progress=True)
    assert (version.status, version.version) == ("available", where[-1])
    assert api.model_requests_create(*where, {"in": 21}).result == {"out": 42}
    with api.model_versions_file_download(*where) as sent:
        assert sent.read() == zip_dir(package, tmp_path / "churn.zip").read_bytes()
        assert 'filename="m.zip"' in sent.headers["Content-Disposition"]
    assert list((tmp_path / "tmp").iterdir()) == []
    assert f"Uploading m/{where[-1]}: 100%" in capsys.readouterr().err


def test_a_zip_is_sent_as_it_is(api: CoreApi, where: Where, tmp_path: Path) -> None:
    path = zipped(tmp_path / "mine.zip", {"model_package/model.py": MODEL, "notes.txt": ""})
    version = upload_model(api, *where, str(path))
    assert isinstance(version, ubiops.ModelVersionList)
    assert version.status in ("building", "available")
    with api.model_versions_file_download(*where) as sent:
        assert sent.read() == path.read_bytes()
        assert 'filename="mine.zip"' in sent.headers["Content-Disposition"]


def test_a_function_of_a_script_is_sent(api: CoreApi, where: Where) -> None:
    upload_model(api, *where, double, compress=True, wait=True)
    assert api.model_requests_create(*where, {"in": 4}).result == {"out": 8}


FACTOR = 2


def double(data: Dict[str, int]) -> Dict[str, int]:
    return {"out": data["in"] * FACTOR}


def test_a_build_that_fails_is_told(api: CoreApi, where: Where, tmp_path: Path) -> None:
    package = folder(tmp_path / "p", model__py=f"print('here')\n1 / 0\n{MODEL}")
    with pytest.raises(WaitFailedException, match="division by zero") as caught:
        upload_model(api, *where, package, wait=True)
    assert caught.value.last.status == "deploying_failed"


def test_a_time_limit_that_is_none_is_told_before_anything_is_sent(api: CoreApi, where: Where, tmp_path: Path) -> None:
    with pytest.raises(ApiTypeError, match="timeout: must be a number of seconds"):
        upload_model(api, *where, folder(tmp_path / "p", model__py=MODEL), wait=True, timeout="60")  # type: ignore[arg-type]
    assert api.model_versions_get(*where).status == "initialised"


def test_the_variable_that_names_another_file(api: CoreApi, where: Where, tmp_path: Path) -> None:
    # A module that happens to be called model is no reason to refuse it.
    package = folder(tmp_path / "p", report__py=MODEL, model__py="x = 1\n")
    with pytest.raises(PackageException, match=r"^model.py has no class Model$"):
        upload_model(api, *where, package)
    for name, value in (("A", "a"), ("ML_MODEL_FILE_NAME", "report"), ("Z", "z")):
        variable = {"name": name, "value": value, "secret": False}
        api.model_version_environment_variables_create(*where, variable)
    assert upload_model(api, *where, package, wait=True).status == "available"
    (package / "report.py").write_text("y = 1\n")
    with pytest.raises(PackageException, match=r"^report.py has no class Model$"):
        upload_model(api, *where, package)


def test_what_the_api_refuses(api: CoreApi, tmp_path: Path) -> None:
    package = folder(tmp_path / "p", model__py=MODEL)
    with pytest.raises(ApiException) as caught:
        upload_model(api, "demo", "m", "nothing", package)
    assert caught.value.status == 404
    (package / "model.py").unlink()
    with pytest.raises(PackageException, match=r"holds no files to pack"):
        upload_model(api, "demo", "m", "nothing", package)
    (package / "x.py").touch()
    with pytest.raises(PackageException, match=r"holds no file model_package/model.py$"):
        upload_model(api, "demo", "m", "nothing", package)


@pytest.mark.usefixtures("nothing_sent")
@pytest.mark.parametrize(
    ("code", "message"),
    [
        ("x = 1\n", "has no class Model"),
        ("def f():\n    class Model: pass\n", "has no class Model"),
        ("class Model(:\n", "is no valid Python: line 1: "),
        ("return 1\n", "is no valid Python: line 1: 'return' outside function"),
        ("x = 'caf\xe9'\n".encode("latin-1"), "is no valid Python: "),
        ("\n\nx = 'caf\xe9'\n".encode("latin-1"), "is no valid Python: .*invalid continuation byte"),
        ("# coding: nonsense\n", "is no valid Python: .*nonsense"),
        ("x = 1\0\n", "is no valid Python: .*null bytes"),
        ("class Model:\n    pass\n", r"Model has no method request\(self, data\)"),
        ("class Model:\n    async def request(self, data): pass\n", "Model.request must be a plain function"),
    ],
)
def test_code_that_cannot_run(api: CoreApi, where: Where, code: Content, message: str, tmp_path: Path) -> None:
    with pytest.raises(PackageException, match=f"^model.py:? {message}"):
        upload_model(api, *where, folder(tmp_path / "p", model__py=code))


@pytest.mark.parametrize(
    "code",
    [
        MODEL,
        "from models import Churn as Model\n",
        "from models import *\n",
        "import models\nModel = models.Churn\n",
        "globals()['Model'] = type('Model', (), {})\n",
        "def make():\n    global Model\n    class Model: pass\nmake()\n",
        "try:\n    from fast import Model\nexcept ImportError:\n    class Model: pass\n",
        "import models\nclass Model(models.Churn): pass\n",
        "import models\n@models.served\nclass Model: pass\n",
        "class Model:\n    from requests import request\n",
        "class Model:\n    request = lambda self, data: data\n",
        "# coding: latin-1\nx = '\xe9\\d'\n".encode("latin-1") + MODEL.encode(),
        "\ufeff" + MODEL,
    ],
)
def test_code_that_may_run_is_not_refused(api: CoreApi, code: Content, tmp_path: Path) -> None:
    package = folder(tmp_path / "p", model__py=code)
    with pytest.raises(ApiException):  # it got that far
        upload_model(api, "demo", "m", "nothing", package)


@pytest.mark.usefixtures("nothing_sent")
@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("numpy\nscikit-learn # caf\xe9\n".encode("latin-1"), "cannot be read: .*save it as UTF-8"),
        ("numpy\n".encode("utf-16-le"), "holds zero bytes, as UTF-16 does"),
        ("# coding: nonsense\nnumpy\n", "cannot be read: unknown encoding: nonsense"),
        (
            "numpy @ file:///croot/numpy_1/work\n",
            "asks for a file of this machine, 'numpy @ file:///croot/numpy_1/work'",
        ),
    ],
)
def test_requirements_that_pip_cannot_use(
    api: CoreApi, where: Where, content: Content, message: str, tmp_path: Path
) -> None:
    package = folder(tmp_path / "p", model__py=MODEL, requirements__txt=content)
    with pytest.raises(PackageException, match=f"^requirements.txt {message}"):
        upload_model(api, *where, package)


@pytest.mark.parametrize(
    "content",
    [
        "numpy\n".encode("utf-16"),  # with a mark at its beginning, as PowerShell writes it
        "\ufeffnumpy\n",
        "# -*- coding: latin-1 -*-\nnumpy # caf\xe9\n".encode("latin-1"),
        "# numpy @ file:///croot/numpy_1/work\n",
        "./wheels/mine-1.0-py3-none-any.whl\nother @ git+https://example.com/other\n",
        "",
    ],
)
def test_requirements_that_pip_can_use(api: CoreApi, content: Content, tmp_path: Path) -> None:
    package = folder(tmp_path / "p", model__py=MODEL, requirements__txt=content)
    with pytest.raises(ApiException):
        upload_model(api, "demo", "m", "nothing", package)


@pytest.mark.usefixtures("nothing_sent")
def test_too_large(api: CoreApi, where: Where, tmp_path: Path) -> None:
    package = folder(tmp_path / "p", model__py=MODEL)
    with (package / "weights").open("wb") as file:
        file.truncate(2 << 30)
    with pytest.raises(PackageException, match=r"has 2.15 GB; 2 GB is the limit; compress=True may make it smaller"):
        upload_model(api, *where, package)
    content = zipped(tmp_path / "a.zip", {"model_package/model.py": MODEL}).read_bytes()
    with (tmp_path / "a.zip").open("wb") as file:
        file.seek(2 << 30)  # what stands before a zip in its file is no part of it
        file.write(content)
    with pytest.raises(PackageException, match=r"2 GB is the limit$"):
        upload_model(api, *where, tmp_path / "a.zip")


@pytest.mark.usefixtures("nothing_sent")
def test_zips_that_are_none_of_a_package(api: CoreApi, where: Where, tmp_path: Path) -> None:
    def refused(path: Path) -> str:
        with pytest.raises(PackageException) as caught:
            upload_model(api, *where, path)
        return str(caught.value).replace(f"{path} ", "")

    path = tmp_path / "p.zip"
    path.write_text(MODEL)
    assert refused(path) == "is no zip; give the folder that holds model.py, or a zip of it"
    zipped(path, {})
    assert refused(path) == "must hold a folder model_package with everything in it; it holds nothing"
    zipped(path, {"churn/model.py": MODEL, "a": "", "b": "", "c": ""})
    assert refused(path) == "must hold a folder model_package with everything in it; it holds a, b, c"
    zipped(path, {"model_package/src/Model.py": MODEL})
    assert refused(path) == ("The package holds no file model_package/model.py; it holds model_package/src/Model.py")
    zipped(path, {"model_package\\model.py": "x"})
    assert refused(path) == "model.py has no class Model"
    content = zipped(path, {"model_package/model.py": MODEL}).read_bytes()
    path.write_bytes(content.replace(b"class Model", b"class Nodel"))
    assert refused(path).startswith("is damaged: model_package/model.py: Bad CRC-32")
    flag = content.rindex(b"PK\1\2") + 8
    path.write_bytes(content[:flag] + b"\1" + content[flag + 1 :])
    assert refused(path) == "is encrypted with a password: model_package/model.py"
    link = zipfile.ZipInfo("model_package/link")
    link.external_attr = 0o120777 << 16
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr(link, "/etc/passwd")
    assert refused(path) == "holds a link, which the service refuses: model_package/link"


@pytest.mark.usefixtures("nothing_sent")
def test_what_is_for_classes_and_functions(api: CoreApi, where: Where, tmp_path: Path) -> None:
    package = folder(tmp_path / "p", model__py=MODEL)
    options: Any
    for options in ({"requirements": []}, {"files": [package]}):
        with pytest.raises(PackageException, match=r"put requirements.txt and other files into the folder"):
            upload_model(api, *where, package, **options)
    with pytest.raises(FileNotFoundError):
        upload_model(api, *where, tmp_path / "nothing")
    with pytest.raises(PackageException, match="is neither a folder nor a zip"):
        upload_model(api, *where, "/dev/null")


def test_a_file_that_goes_while_it_is_looked_at(api: CoreApi, where: Where, tmp_path: Path) -> None:
    package = folder(tmp_path / "p", x="")
    if not Path("/proc/self/mem").exists():
        pytest.skip("this system has no file that opens and cannot be read")
    (package / "model.py").symlink_to("/proc/self/mem")
    with pytest.raises(PackageException, match=r"^model_package/model.py cannot be read: Input/output error"):
        upload_model(api, *where, package)


def test_what_is_sent_again_does_not_count_twice() -> None:
    counted: List[int] = []

    class Counting(Progress):
        def advance(self, amount: int = 1) -> None:
            counted.append(amount)

    watched = WatchedFile(io.BytesIO(b"x" * 10), "p.zip", Meter(Counting("", shown=False)), sized=True)
    for _ in range(2):
        assert watched.seek(0) == 0
        while watched.read(4):
            pass
    assert watched.tell() == 10
    assert counted == [4, 4, 2]


def test_an_upload_goes_on_after_a_broken_connection(
    emulator: Emulator, api: CoreApi, where: Where, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    fault = emulator.fail("reset", "model_versions_file_upload", count=1)
    upload_model(api, *where, folder(tmp_path / "p", model__py=MODEL, weights=bytes(100_000)), progress=True, wait=True)
    assert [each.hits for each in emulator.faults if each.id == fault.id] == [1]
    shown = capsys.readouterr().err.replace("\r", "\n").splitlines()
    assert [line for line in shown if line.startswith("Uploading") and "100k/100k" in line]
