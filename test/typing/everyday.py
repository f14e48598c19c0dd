"""What users write with `ubiops.utils`. Type checkers find nothing wrong with it, and know the type of every result."""

from __future__ import annotations

import io
import os
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import Any, Dict, Generator, Iterator, List, Mapping, Union

import pandas
from matplotlib.axes import Axes
from typing_extensions import assert_type

import ubiops
from ubiops import utils

api = ubiops.CoreApi()


def score(data: Dict[str, Any]) -> Dict[str, Any]:
    return {"at_risk": data["tenure_months"] < 6}


def packages(folder: Path) -> None:
    assert_type(utils.zip_dir(folder), Path)
    assert_type(utils.zip_dir("churn", "churn.zip", compress=True, progress=False), Path)
    assert_type(utils.upload_model(api, "demo", "churn", "v1", folder, wait=True), ubiops.ModelVersionList)
    assert_type(
        utils.upload_model(api, "demo", "churn", "v1", score, requirements=["numpy"], files=["weights.json"]),
        ubiops.ModelVersionList,
    )
    assert_type(utils.run_local(score, {"tenure_months": 3}, timeout=60), Any)
    assert_type(utils.package_digest(folder), str)


def waiting() -> None:
    assert_type(utils.wait_for_model_version(api, "demo", "churn", "v1", timeout=60), ubiops.ModelVersionList)
    assert_type(utils.wait_for_request(api, "demo", "churn", "v1", "id"), ubiops.BatchModelRequestResultList)
    created = api.batch_model_requests_create("demo", "churn", "v1", [{"tenure_months": 3}])
    results = utils.wait_for_requests(api, "demo", "churn", "v1", (each.id for each in created))
    assert_type(results, List[ubiops.BatchModelRequestResultList])
    assert_type(utils.wait_for_pipeline_request(api, "demo", "p", "id"), ubiops.BatchPipelineRequestResultList)
    several = utils.wait_for_pipeline_requests(api, "demo", "p", ["id"])
    assert_type(several, List[ubiops.BatchPipelineRequestResultList])
    assert_type(utils.wait_for_connector(api, "demo", "bucket"), ubiops.ConnectorList)
    assert_type(utils.wait_for_credentials(api, "demo", "key"), ubiops.CredentialsListWithConfig)
    try:
        utils.wait_for_model_version(api, "demo", "churn", "v1", timeout=float("inf"), progress=True)
    except utils.WaitFailedException as error:
        assert_type(error.log, List[str])


def paging() -> None:
    requests = utils.iterate_batch_requests(api, "demo", "churn", "v1", success=True)
    assert_type(requests, Iterator[ubiops.BatchModelRequestListResponse])
    runs = utils.iterate_batch_pipeline_requests(api, "demo", "p", sort="asc")
    assert_type(runs, Iterator[ubiops.BatchPipelineRequestListResponse])
    assert_type(utils.iterate_blobs(api, "demo", since="2026-01-01"), Iterator[ubiops.BlobList])
    assert_type(utils.iterate_logs(api, "demo", {"system": False}, follow=True, timeout=5), Iterator[ubiops.Logs])


def bulk(frame: pandas.DataFrame, dicts: List[Dict[str, int]]) -> None:
    outcomes = utils.predict_many(api, "demo", "churn", "v1", dicts, checkpoint="churn.run", unknown="skip")
    assert_type(outcomes, Generator[utils.RowOutcome, None, None])
    for outcome in outcomes:
        assert_type(outcome.success, bool)
        assert_type(outcome.result, Any)
    assert_type(utils.predict_many(api, "demo", "churn", "v1", frame), pandas.DataFrame)
    with ProcessPoolExecutor() as pool:
        texts = utils.predict_many_pipeline(api, "demo", "p", ["a", "b"], executor=pool, ordered=False)
        assert_type(texts, Generator[utils.RowOutcome, None, None])
    assert_type(utils.predict_many_pipeline(api, "demo", "p", frame, timeout=600), pandas.DataFrame)


def files(frame: pandas.DataFrame) -> None:
    assert_type(utils.upload_blob(api, "demo", frame, filename="a.csv"), ubiops.BlobList)
    blobs = utils.upload_blobs(api, "demo", ["a.csv", Path("b.csv"), b"c", ("d.csv", frame)], max_workers=2)
    assert_type(blobs, List[ubiops.BlobList])
    assert_type(utils.download_blob(api, "demo", "id"), bytes)
    assert_type(utils.download_blob(api, "demo", "id", "folder"), Path)
    assert_type(utils.download_blob(api, "demo", "id", io.BytesIO()), int)
    assert_type(utils.download_model_file(api, "demo", "churn", "v1", Path("churn.zip"), attempts=2), Path)
    assert_type(utils.download_blobs(api, "demo", [each.id for each in blobs], "folder"), List[Path])


def upserts() -> None:
    model = utils.ensure_model(api, "demo", {"name": "churn", "input_type": "plain", "output_type": "plain"})
    assert model.action in ("created", "updated", "unchanged")
    for change in model.changes:
        assert_type(change, utils.Change)
    version = utils.ensure_model_version(api, "demo", "churn", ubiops.ModelVersionCreate(version="v1"), dry_run=True)
    assert version.resource is not None
    variables: List[Union[ubiops.EnvironmentVariableCreate, Mapping[str, Any]]] = [
        {"name": "REGION", "value": "north"},
        ubiops.EnvironmentVariableCreate(name="KEY", value="k", secret=True),
    ]
    utils.ensure_environment_variables(api, "demo", variables, model_name="churn", prune=True)
    utils.ensure_pipeline(api, "demo", {"name": "p", "input_type": "plain"}, objects=[{"name": "score"}])


def notebooks() -> None:
    assert_type(utils.to_dataframe(api.models_list("demo")), pandas.DataFrame)
    drawing = utils.draw_pipeline(api, "demo", "p")
    assert_type(drawing.svg, str)
    assert_type(utils.plot_metrics(api, "demo", "requests", "model_version"), Axes)
    assert_type(utils.plot_usage(api, "demo", start_month="2026-01"), Axes)


packages(Path(os.curdir))
