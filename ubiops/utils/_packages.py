"""Model packages: zipped, and sent."""

from __future__ import annotations

import contextlib
import os
from pathlib import Path
from typing import Iterable, Optional, Sequence

import ubiops
from ubiops._loading import LOADING
from ubiops.utils._checks import checked_timeout
from ubiops.utils._exceptions import PackageException
from ubiops.utils._package_checks import check_package, check_size
from ubiops.utils._package_source import MODEL_FILE_VARIABLE, AnyPath, Source, look_at, packed, python_file, write
from ubiops.utils._package_tree import collect
from ubiops.utils._progress import Progress
from ubiops.utils._transfers import Meter, WatchedFile


def zip_dir(
    path: AnyPath,
    output_path: Optional[AnyPath] = None,
    *,
    compress: bool = False,
    progress: Optional[bool] = None,
) -> Path:
    """Zip a folder as a model package: the same files give the same bytes, on every system.

    Dates, order, owners and permissions do not count; that a file can be run does, and so does an empty folder. Links
    are followed. What a `.ubiops-ignore` names stays out; it has the syntax of a `.gitignore`, and counts for its
    folder and those below. So do, unless a line such as `!.env` says otherwise: `.git` and its like, `.env`, virtual
    environments, `__pycache__` and other caches. A warning of the logger `ubiops.utils` names what of these there was.

    Args:
        path: The folder with `model.py`, or the folder that holds it as `model_package`.
        output_path: Where the zip goes, replacing what is there once it is whole; by default a file in the current
            directory with the name of the folder and `.zip`.
        compress: Whether to deflate. It takes longer, weights seldom get smaller, and other versions of zlib make
            other bytes.
        progress: Whether to show a bar; None for where tqdm is installed and a terminal or notebook looks.

    Returns:
        The path of the zip.

    Raises:
        PackageException: If the folder holds nothing, or something that no package can hold; a file cannot be read
            or changes meanwhile; or the folder of the zip is not there.
        MissingExtraException: If there is a `.ubiops-ignore`, and pathspec is not installed.
        OSError: If there is no such folder, or the zip cannot be written.
    """
    folder = Path(path)
    name = folder.resolve().name
    output = Path(f"{name}.zip" if output_path is None else output_path)
    if output.is_dir():
        raise PackageException(f"{output} is a folder; give the path of the zip, such as {output / name}.zip")
    if not output.parent.is_dir():
        raise PackageException(f"{output} is in the folder {output.parent}, which is not there; make it first")
    write(collect(folder, without=output), output, compress, f"Packing {name}", progress)
    return output


def upload_model(
    api: ubiops.CoreApi,
    project_name: str,
    model_name: str,
    version: str,
    path: Source,
    *,
    requirements: Optional[Iterable[str]] = None,
    files: Sequence[AnyPath] = (),
    compress: bool = False,
    wait: bool = False,
    timeout: Optional[float] = None,
    progress: Optional[bool] = None,
) -> ubiops.ModelVersionList:
    """Upload the package of a model version: a folder, a zip, or a class or function of a notebook or script.

    A folder is packed as by `zip_dir`, into a temporary file. A class becomes the package's `Model`; of a function
    `f(data)`, `request` returns what it returns. Imports, functions, classes and plain constants of the notebook that
    it uses go with it. What the service would refuse or fail to build is refused before anything is sent, as far as
    reading the files can tell.

    Uses `model_versions_file_upload`, then `model_versions_get`; `model_version_environment_variables_list` if
    `model.py` does not hold the model.

    Args:
        api: The API.
        project_name: Name of the project.
        model_name: Name of the model.
        version: Name of the model version, which must be there.
        path: The folder, zip, class or function.
        requirements: Of a class or function: lines for pip. By default, what its imports need, in the versions that
            are installed here.
        files: Of a class or function: files and folders that go into the package, beside `model.py`.
        compress: Whether to deflate a folder, a class or a function; see `zip_dir`.
        wait: Whether to wait for the end of the build, as `wait_for_model_version` does.
        timeout: Seconds to wait for it, as `wait_for_model_version` takes them; 1800 if None.
        progress: Whether to show bars; None for where tqdm is installed and a terminal or notebook looks.

    Returns:
        The version, as it stands in the end.

    Raises:
        PackageException: If it cannot be packed, or would be refused: no `model.py`, no class `Model` in it, more
            than 2 GB, requirements that pip cannot read; or it uses something of the notebook that cannot go with it.
        MissingExtraException: If there is a `.ubiops-ignore`, and pathspec is not installed.
        ApiValueError, ApiTypeError: If `timeout` is no number of seconds.
        ApiException: If the API refuses it, such as for a version that is not there.
        WaitException: With `wait`: if the build fails, or takes longer than `timeout`.
        OSError: If there is no such folder or file.
    """
    if timeout is not None:
        checked_timeout(timeout)
    package = look_at(path, requirements, files)
    if package.entries is None or not compress:
        check_size(package.size, compress or package.entries is None)
    try:
        check_package(package.names, package.read)
    except PackageException:
        other = _model_file(api, project_name, model_name, version)
        if other is None:
            raise
        check_package(package.names, package.read, other)
    with packed(package, compress=compress, progress=progress) as file, file.open("rb") as stream:
        size = os.fstat(stream.fileno()).st_size
        check_size(size)
        with Progress(f"Uploading {model_name}/{version}", size, "B", progress) as bar:
            name = file.name if package.entries is None else f"{model_name}.zip"
            watched = WatchedFile(stream, name, Meter(bar), sized=True)
            api.model_versions_file_upload(project_name, model_name, version, file=watched)
    if wait:
        with LOADING:
            from ubiops.utils._waiting import wait_for_model_version

        return wait_for_model_version(api, project_name, model_name, version, timeout=timeout, progress=progress)
    return api.model_versions_get(project_name, model_name, version)


def _model_file(api: ubiops.CoreApi, project_name: str, model_name: str, version: str) -> Optional[str]:
    """Return the name of the file with the model, if an environment variable gives another one than `model.py`."""
    with contextlib.suppress(ubiops.ApiException):  # such as for want of the permission: then model.py it is
        for variable in api.model_version_environment_variables_list(project_name, model_name, version):
            if variable.name == MODEL_FILE_VARIABLE and variable.value:
                return python_file(variable.value)
    return None
