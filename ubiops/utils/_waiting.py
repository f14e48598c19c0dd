"""Waiting for what takes its time: builds, batch requests, verifications."""

from __future__ import annotations

from typing import Iterable, List, Optional

from ubiops import (
    BatchModelRequestResultList,
    BatchPipelineRequestResultList,
    ConnectorList,
    CoreApi,
    CredentialsListWithConfig,
    ModelVersionList,
)
from ubiops.utils import _waiters
from ubiops.utils._targets import Requests, Target
from ubiops.utils._wait_loop import wait


def wait_for_model_version(
    api: CoreApi,
    project_name: str,
    model_name: str,
    version: str,
    *,
    timeout: Optional[float] = None,
    progress: Optional[bool] = None,
) -> ModelVersionList:
    """Wait until the package of a version that was uploaded is built and in service.

    Uses `model_versions_get`: a few times in the first two seconds, then every 5 seconds. It rides out what passes,
    such as 503, 429 and broken connections.

    Args:
        api: The API.
        project_name: Name of the project.
        model_name: Name of the model.
        version: Name of the model version.
        timeout: Seconds after which to give up; 1800 if None. 0 asks once, `float("inf")` waits for ever.
        progress: Whether to show a bar; None for where tqdm is installed and a terminal or notebook looks.

    Returns:
        The version, with the status `available`.

    Raises:
        WaitFailedException: It could not be built or started, also if it goes on serving the package before
            (`error.last.status` is `available_building_failed` then); no package was uploaded; it was deleted or
            renamed meanwhile. `error.last` is the version, `error.log` the last lines of its log.
        WaitTimeoutException: The time is over, and it was neither.
        NotFoundException: There is no such version.
    """
    target = Target(
        api,
        _waiters.MODEL_VERSION,
        f"Model version {model_name}/{version}",
        {"project_name": project_name, "model_name": model_name, "version": version},
        {"model_name": model_name, "model_version": version},
    )
    found: ModelVersionList = wait(target, timeout, progress)[0]
    return found


def wait_for_request(
    api: CoreApi,
    project_name: str,
    model_name: str,
    version: str,
    request_id: str,
    *,
    timeout: Optional[float] = None,
    progress: Optional[bool] = None,
) -> BatchModelRequestResultList:
    """Wait for the result of a batch request to a model.

    Uses `batch_model_requests_get`: a few times in the first two seconds, then every 3 seconds. It rides out what
    passes, such as 503, 429 and broken connections.

    Args:
        api: The API.
        project_name: Name of the project.
        model_name: Name of the model.
        version: Name of the model version.
        request_id: Identifier of the batch request.
        timeout: Seconds after which to give up; 3600 if None. 0 asks once, `float("inf")` waits for ever.
        progress: Whether to show a bar; None for where tqdm is installed and a terminal or notebook looks.

    Returns:
        The request, with the status `completed` and its `result`.

    Raises:
        WaitFailedException: The request failed, or was deleted meanwhile. `error.last` is the request, `error.log`
            the last lines that it left in the log.
        WaitTimeoutException: The time is over, and it was neither.
        NotFoundException: There is no such request.
    """
    target = Target(
        api,
        _waiters.REQUEST,
        f"Request {request_id} to {model_name}/{version}",
        {"project_name": project_name, "model_name": model_name, "version": version, "request_id": request_id},
        {"request_id": request_id},
    )
    found: BatchModelRequestResultList = wait(target, timeout, progress)[0]
    return found


def wait_for_requests(
    api: CoreApi,
    project_name: str,
    model_name: str,
    version: str,
    request_ids: Iterable[str],
    *,
    timeout: Optional[float] = None,
    progress: Optional[bool] = None,
) -> List[BatchModelRequestResultList]:
    """Wait for the results of batch requests to a model, any number of them.

    Uses `batch_model_requests_batch_collect` for 250 at a time, and no more about those that are over. It rides out
    what passes, such as 503, 429 and broken connections.

    Args:
        api: The API.
        project_name: Name of the project.
        model_name: Name of the model.
        version: Name of the model version.
        request_ids: Identifiers of the batch requests.
        timeout: Seconds after which to give up; 3600 if None. 0 asks once, `float("inf")` waits for ever.
        progress: Whether to show a bar; None for where tqdm is installed and a terminal or notebook looks.

    Returns:
        The requests in the order of `request_ids`, all with the status `completed` and their `result`.

    Raises:
        WaitFailedException: All are over, and some failed; or one was deleted meanwhile. `error.last` has the
            requests in the order asked for, those that succeeded too; `error.log` the last lines that the first one
            that failed left in the log.
        WaitTimeoutException: The time is over, and not all are. `error.last` has those that were asked about.
        NotFoundException: One of the requests does not exist.
    """
    target = Requests(
        api,
        _waiters.REQUESTS,
        f"Requests to {model_name}/{version}",
        {"project_name": project_name, "model_name": model_name, "version": version},
        request_ids,
        "request_id",
    )
    return wait(target, timeout, progress)


def wait_for_pipeline_request(
    api: CoreApi,
    project_name: str,
    pipeline_name: str,
    pipeline_request_id: str,
    *,
    timeout: Optional[float] = None,
    progress: Optional[bool] = None,
) -> BatchPipelineRequestResultList:
    """Wait for the results of a batch request to a pipeline.

    Uses `batch_pipeline_request_get`: a few times in the first two seconds, then every 3 seconds. It rides out what
    passes, such as 503, 429 and broken connections.

    Args:
        api: The API.
        project_name: Name of the project.
        pipeline_name: Name of the pipeline.
        pipeline_request_id: Identifier of the batch pipeline request.
        timeout: Seconds after which to give up; 7200 if None. 0 asks once, `float("inf")` waits for ever.
        progress: Whether to show a bar; None for where tqdm is installed and a terminal or notebook looks.

    Returns:
        The request, with the status `completed` and its `model_requests`.

    Raises:
        WaitFailedException: The request failed, or was deleted meanwhile. `error.last` is the request, `error.log`
            the last lines that it left in the log.
        WaitTimeoutException: The time is over, and it was neither.
        NotFoundException: There is no such request.
    """
    target = Target(
        api,
        _waiters.PIPELINE_REQUEST,
        f"Request {pipeline_request_id} to {pipeline_name}",
        {"project_name": project_name, "pipeline_name": pipeline_name, "pipeline_request_id": pipeline_request_id},
        {"pipeline_request_id": pipeline_request_id},
    )
    found: BatchPipelineRequestResultList = wait(target, timeout, progress)[0]
    return found


def wait_for_pipeline_requests(
    api: CoreApi,
    project_name: str,
    pipeline_name: str,
    pipeline_request_ids: Iterable[str],
    *,
    timeout: Optional[float] = None,
    progress: Optional[bool] = None,
) -> List[BatchPipelineRequestResultList]:
    """Wait for the results of batch requests to a pipeline, any number of them.

    Uses `batch_pipeline_requests_batch_collect` for 100 at a time, and no more about those that are over. It rides
    out what passes, such as 503, 429 and broken connections.

    Args:
        api: The API.
        project_name: Name of the project.
        pipeline_name: Name of the pipeline.
        pipeline_request_ids: Identifiers of the batch pipeline requests.
        timeout: Seconds after which to give up; 7200 if None. 0 asks once, `float("inf")` waits for ever.
        progress: Whether to show a bar; None for where tqdm is installed and a terminal or notebook looks.

    Returns:
        The requests in the order of `pipeline_request_ids`, all with the status `completed`.

    Raises:
        WaitFailedException: All are over, and some failed; or one was deleted meanwhile. `error.last` has the
            requests in the order asked for, those that succeeded too; `error.log` the last lines that the first one
            that failed left in the log.
        WaitTimeoutException: The time is over, and not all are. `error.last` has those that were asked about.
        NotFoundException: One of the requests does not exist.
    """
    target = Requests(
        api,
        _waiters.PIPELINE_REQUESTS,
        f"Requests to {pipeline_name}",
        {"project_name": project_name, "pipeline_name": pipeline_name},
        pipeline_request_ids,
        "pipeline_request_id",
    )
    return wait(target, timeout, progress)


def wait_for_connector(
    api: CoreApi,
    project_name: str,
    connector_name: str,
    *,
    timeout: Optional[float] = None,
    progress: Optional[bool] = None,
) -> ConnectorList:
    """Wait until a connector is verified.

    Uses `connectors_get`: a few times in the first two seconds, then every 5 seconds. It rides out what passes, such
    as 503, 429 and broken connections.

    Args:
        api: The API.
        project_name: Name of the project.
        connector_name: Name of the connector.
        timeout: Seconds after which to give up; 600 if None. 0 asks once, `float("inf")` waits for ever.
        progress: Whether to show a bar; None for where tqdm is installed and a terminal or notebook looks.

    Returns:
        The connector, with the status `available`.

    Raises:
        WaitFailedException: It could not be verified; or it was deleted or renamed meanwhile. `error.last` is the
            connector, `error.log` the last lines of its log.
        WaitTimeoutException: The time is over, and it was neither.
        NotFoundException: There is no such connector.
    """
    target = Target(
        api,
        _waiters.CONNECTOR,
        f"Connector {connector_name}",
        {"project_name": project_name, "connector_name": connector_name},
        {"connector_name": connector_name},
    )
    found: ConnectorList = wait(target, timeout, progress)[0]
    return found


def wait_for_credentials(
    api: CoreApi,
    project_name: str,
    credentials_name: str,
    *,
    timeout: Optional[float] = None,
    progress: Optional[bool] = None,
) -> CredentialsListWithConfig:
    """Wait until credentials are verified.

    Uses `credentials_get`: a few times in the first two seconds, then every 5 seconds. It rides out what passes, such
    as 503, 429 and broken connections.

    Args:
        api: The API.
        project_name: Name of the project.
        credentials_name: Name of the credentials.
        timeout: Seconds after which to give up; 600 if None. 0 asks once, `float("inf")` waits for ever.
        progress: Whether to show a bar; None for where tqdm is installed and a terminal or notebook looks.

    Returns:
        The credentials, with the status `available`.

    Raises:
        WaitFailedException: They could not be verified; or they were deleted or renamed meanwhile. `error.last` are
            the credentials. The API keeps no log of them.
        WaitTimeoutException: The time is over, and they were neither.
        NotFoundException: There are no such credentials.
    """
    target = Target(
        api,
        _waiters.CREDENTIALS,
        f"Credentials {credentials_name}",
        {"project_name": project_name, "credentials_name": credentials_name},
    )
    found: CredentialsListWithConfig = wait(target, timeout, progress)[0]
    return found
