"""What people write around the client every day, over a `CoreApi`.

Functions take the API first, then names in the order of the API's paths, and return the client's own objects. They use
the operations of `CoreApi` and nothing else, so they work with the service as well as with the emulator.

::

    import ubiops
    from ubiops import utils

    with ubiops.ApiClient() as client:
        api = ubiops.CoreApi(client)
        utils.wait_for_model_version(api, "demo", "churn", "v1")

Names are loaded when they are first used.
"""

from __future__ import annotations

TYPE_CHECKING = False  # type checkers take it for True; importing typing would be most of this module's time
if TYPE_CHECKING:
    from typing import Any, List

    from ubiops.utils._bulk import predict_many, predict_many_pipeline
    from ubiops.utils._checkpoint import CheckpointException
    from ubiops.utils._downloads import download_blob, download_blobs, download_model_file
    from ubiops.utils._ensure import ensure_model, ensure_model_version
    from ubiops.utils._ensure_access import ensure_role, ensure_service_user
    from ubiops.utils._ensure_connectors import ensure_connector, ensure_credentials
    from ubiops.utils._ensure_pipeline import ensure_pipeline
    from ubiops.utils._ensure_schedule import ensure_schedule
    from ubiops.utils._ensure_variables import ensure_environment_variables
    from ubiops.utils._exceptions import (
        MissingExtraException,
        PackageException,
        RunFailedException,
        TransferException,
        UnchangeableException,
        WaitException,
        WaitFailedException,
        WaitTimeoutException,
    )
    from ubiops.utils._frames import to_dataframe
    from ubiops.utils._local import run_local
    from ubiops.utils._logs import iterate_logs
    from ubiops.utils._outcomes import RowOutcome, UnknownFateException
    from ubiops.utils._package_digest import package_digest
    from ubiops.utils._packages import upload_model, zip_dir
    from ubiops.utils._paging import iterate_batch_pipeline_requests, iterate_batch_requests, iterate_blobs
    from ubiops.utils._pipeline_drawing import Drawing, draw_pipeline
    from ubiops.utils._plots import plot_metrics, plot_usage
    from ubiops.utils._uploads import upload_blob, upload_blobs
    from ubiops.utils._upserts import Change, EnsureResult
    from ubiops.utils._waiting import (
        wait_for_connector,
        wait_for_credentials,
        wait_for_model_version,
        wait_for_pipeline_request,
        wait_for_pipeline_requests,
        wait_for_request,
        wait_for_requests,
    )

__all__ = [
    "Change",
    "CheckpointException",
    "Drawing",
    "EnsureResult",
    "MissingExtraException",
    "PackageException",
    "RowOutcome",
    "RunFailedException",
    "TransferException",
    "UnchangeableException",
    "UnknownFateException",
    "WaitException",
    "WaitFailedException",
    "WaitTimeoutException",
    "download_blob",
    "download_blobs",
    "download_model_file",
    "draw_pipeline",
    "ensure_connector",
    "ensure_credentials",
    "ensure_environment_variables",
    "ensure_model",
    "ensure_model_version",
    "ensure_pipeline",
    "ensure_role",
    "ensure_schedule",
    "ensure_service_user",
    "iterate_batch_pipeline_requests",
    "iterate_batch_requests",
    "iterate_blobs",
    "iterate_logs",
    "package_digest",
    "plot_metrics",
    "plot_usage",
    "predict_many",
    "predict_many_pipeline",
    "run_local",
    "to_dataframe",
    "upload_blob",
    "upload_blobs",
    "upload_model",
    "wait_for_connector",
    "wait_for_credentials",
    "wait_for_model_version",
    "wait_for_pipeline_request",
    "wait_for_pipeline_requests",
    "wait_for_request",
    "wait_for_requests",
    "zip_dir",
]

_MODULES = {
    "Change": "_upserts",
    "CheckpointException": "_checkpoint",
    "Drawing": "_pipeline_drawing",
    "EnsureResult": "_upserts",
    "MissingExtraException": "_exceptions",
    "PackageException": "_exceptions",
    "RowOutcome": "_outcomes",
    "RunFailedException": "_exceptions",
    "TransferException": "_exceptions",
    "UnchangeableException": "_exceptions",
    "UnknownFateException": "_outcomes",
    "WaitException": "_exceptions",
    "WaitFailedException": "_exceptions",
    "WaitTimeoutException": "_exceptions",
    "download_blob": "_downloads",
    "download_blobs": "_downloads",
    "download_model_file": "_downloads",
    "draw_pipeline": "_pipeline_drawing",
    "ensure_connector": "_ensure_connectors",
    "ensure_credentials": "_ensure_connectors",
    "ensure_environment_variables": "_ensure_variables",
    "ensure_model": "_ensure",
    "ensure_model_version": "_ensure",
    "ensure_pipeline": "_ensure_pipeline",
    "ensure_role": "_ensure_access",
    "ensure_schedule": "_ensure_schedule",
    "ensure_service_user": "_ensure_access",
    "iterate_batch_pipeline_requests": "_paging",
    "iterate_batch_requests": "_paging",
    "iterate_blobs": "_paging",
    "iterate_logs": "_logs",
    "package_digest": "_package_digest",
    "plot_metrics": "_plots",
    "plot_usage": "_plots",
    "predict_many": "_bulk",
    "predict_many_pipeline": "_bulk",
    "run_local": "_local",
    "to_dataframe": "_frames",
    "upload_blob": "_uploads",
    "upload_blobs": "_uploads",
    "upload_model": "_packages",
    "wait_for_connector": "_waiting",
    "wait_for_credentials": "_waiting",
    "wait_for_model_version": "_waiting",
    "wait_for_pipeline_request": "_waiting",
    "wait_for_pipeline_requests": "_waiting",
    "wait_for_request": "_waiting",
    "wait_for_requests": "_waiting",
    "zip_dir": "_packages",
}


def _load(name: str) -> Any:
    from ubiops._loading import load as load_module  # not with the package, whose import costs nothing

    if name not in _MODULES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(load_module(f"{__name__}.{_MODULES[name]}"), name)
    globals()[name] = value
    return value


globals()["__getattr__"] = _load  # by a plain def, type checkers would take any name, also a misspelt one


def __dir__() -> List[str]:
    return sorted({*globals(), *__all__})
