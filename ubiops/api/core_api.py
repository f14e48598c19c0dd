# Generated from codegen/openapi.yaml by `python -m codegen`; do not edit.
"""The operations of the UbiOps API."""

from __future__ import annotations

from typing import Any, Dict, List, Literal, Mapping, Optional, Sequence, Union

import urllib3

import ubiops
from ubiops._multipart import File
from ubiops._timeouts import RequestTimeout
from ubiops.api._operation import Api, Operation, with_http_info


class CoreApi(Api):
    """The UbiOps API, one method for each operation.

    Required arguments may be given by position or by keyword, optional ones by keyword. Models
    and plain dicts may be used alike as `data`; a file is a path, bytes, or a file opened in
    binary mode. The method ``NAME_with_http_info`` does as
    ``NAME`` and returns data, HTTP status and headers.

    All methods have these options:

    - ``async_req``: return at once with a `multiprocessing.pool.AsyncResult`, whose ``get()``
      gives the result.
    - ``_preload_content``: False returns the urllib3 response, unread, as the data.
    - ``_request_timeout``: seconds for the whole request, a pair of seconds to connect and to
      wait for data, or a `urllib3.Timeout`; the client's limits if None.
    - ``_return_http_data_only``: True lets ``NAME_with_http_info`` return the data alone. It
      changes nothing for ``NAME``.

    All methods raise `ApiValueError` and `ApiTypeError` before anything is sent for arguments that
    are missing or cannot be sent, and an `ApiException` if the call fails; `ubiops.exceptions`
    shows its kinds. The limits of arguments that are described here are those of the API, which
    enforces them itself.

    Args:
        api_client: What carries out the calls. If None, a client that takes its settings from
            the environment variables ``UBIOPS_API_TOKEN`` and ``UBIOPS_API_HOST``.
    """

    _batch_model_requests_batch_collect = Operation(
        "POST",
        "/projects/{project_name}/models/{model_name}/versions/{version}/request-batch-collect",
        "list[BatchModelRequestResultList]",
        body="data",
    )

    def batch_model_requests_batch_collect(
        self,
        project_name: str,
        model_name: str,
        version: str,
        data: Sequence[str],
        *,
        async_req: bool = False,
        _preload_content: bool = True,
        _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = True,
    ) -> List[ubiops.BatchModelRequestResultList]:
        """Collect the results of several batch model requests.

        Fetches up to 250 batch requests of one model version in a single call, whatever their status. All ids
        must exist: one unknown id makes the whole call fail and nothing is returned. The order of the answer is
        unrelated to the order of the ids, so match the entries by `id`. For a single request use
        `batch_model_requests_get`.

        ``POST /projects/{project_name}/models/{model_name}/versions/{version}/request-batch-collect``

        Args:
            project_name: Name of the project.
            model_name: Name of the model.
            version: Name of the model version.
            data: The ids of the requests to collect, 1 to 250 of them, as given by
                `batch_model_requests_create`.

        Returns:
            The collected requests, in no particular order.
        """
        return self._call(
            self._batch_model_requests_batch_collect,
            {"project_name": project_name, "model_name": model_name, "version": version, "data": data},
            async_req,
            _preload_content,
            _request_timeout,
            _return_http_data_only,
        )

    batch_model_requests_batch_collect_with_http_info = with_http_info(batch_model_requests_batch_collect)

    _batch_model_requests_batch_delete = Operation(
        "POST",
        "/projects/{project_name}/models/{model_name}/versions/{version}/request-batch-delete",
        "dict(str, object)",
        body="data",
    )

    def batch_model_requests_batch_delete(
        self,
        project_name: str,
        model_name: str,
        version: str,
        data: Sequence[str],
        *,
        async_req: bool = False,
        _preload_content: bool = True,
        _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = True,
    ) -> Dict[str, Any]:
        """Delete several batch model requests.

        Removes up to 250 batch requests of one model version together with their results. All ids must exist:
        one unknown id makes the whole call fail and nothing is deleted. Deleted requests cannot be brought back.
        For a single request use `batch_model_requests_delete`.

        ``POST /projects/{project_name}/models/{model_name}/versions/{version}/request-batch-delete``

        Args:
            project_name: Name of the project.
            model_name: Name of the model.
            version: Name of the model version.
            data: The ids of the requests to delete, 1 to 250 of them.

        Returns:
            Confirmation; the object carries no documented content.
        """
        return self._call(
            self._batch_model_requests_batch_delete,
            {"project_name": project_name, "model_name": model_name, "version": version, "data": data},
            async_req,
            _preload_content,
            _request_timeout,
            _return_http_data_only,
        )

    batch_model_requests_batch_delete_with_http_info = with_http_info(batch_model_requests_batch_delete)

    _batch_model_requests_create = Operation(
        "POST",
        "/projects/{project_name}/models/{model_name}/versions/{version}/request-batch",
        "list[BatchModelRequestCreateResponse]",
        body="data",
    )

    def batch_model_requests_create(
        self,
        project_name: str,
        model_name: str,
        version: str,
        data: Union[
            Sequence[Union[ubiops.ModelRequestCreate, Mapping[str, Any]]],
            Sequence[str],
            ubiops.ModelRequestCreate,
            Mapping[str, Any],
            str,
        ],
        *,
        async_req: bool = False,
        _preload_content: bool = True,
        _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = True,
    ) -> List[ubiops.BatchModelRequestCreateResponse]:
        """Create batch model requests.

        Queues 1 to 250 requests to one model version and returns at once, without waiting for results. Poll
        `batch_model_requests_get` or `batch_model_requests_batch_collect` with the returned ids to obtain them.
        The version needs an uploaded package and a successful build, that is status `available`. If any of the
        inputs is invalid the call is refused and none is queued. A blob field takes the id of a blob uploaded
        earlier with `blobs_create`.

        ``POST /projects/{project_name}/models/{model_name}/versions/{version}/request-batch``

        Args:
            project_name: Name of the project.
            model_name: Name of the model.
            version: Name of the model version.
            data: The inputs. For a structured model: a list of dictionaries keyed by the names of the input
                fields, or one such dictionary. For a plain model: a list of strings, or one string.

        Returns:
            The queued requests, each with the id to collect its result by.
        """
        return self._call(
            self._batch_model_requests_create,
            {"project_name": project_name, "model_name": model_name, "version": version, "data": data},
            async_req,
            _preload_content,
            _request_timeout,
            _return_http_data_only,
        )

    batch_model_requests_create_with_http_info = with_http_info(batch_model_requests_create)

    _batch_model_requests_delete = Operation(
        "DELETE", "/projects/{project_name}/models/{model_name}/versions/{version}/request-batch/{request_id}"
    )

    def batch_model_requests_delete(
        self,
        project_name: str,
        model_name: str,
        request_id: str,
        version: str,
        *,
        async_req: bool = False,
        _preload_content: bool = True,
        _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = True,
    ) -> None:
        """Delete a batch model request.

        Removes one batch request of a model version and its result, for good. To remove many at once use
        `batch_model_requests_batch_delete`.

        ``DELETE /projects/{project_name}/models/{model_name}/versions/{version}/request-batch/{request_id}``

        By position, names come in the order of 2.1.0, which is not that of the path: give them by keyword.

        Args:
            project_name: Name of the project.
            model_name: Name of the model.
            request_id: Identifier of the batch request.
            version: Name of the model version.
        """
        return self._call(
            self._batch_model_requests_delete,
            {"project_name": project_name, "model_name": model_name, "request_id": request_id, "version": version},
            async_req,
            _preload_content,
            _request_timeout,
            _return_http_data_only,
        )

    batch_model_requests_delete_with_http_info = with_http_info(batch_model_requests_delete)

    _batch_model_requests_get = Operation(
        "GET",
        "/projects/{project_name}/models/{model_name}/versions/{version}/request-batch/{request_id}",
        "BatchModelRequestResultList",
    )

    def batch_model_requests_get(
        self,
        project_name: str,
        model_name: str,
        request_id: str,
        version: str,
        *,
        async_req: bool = False,
        _preload_content: bool = True,
        _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = True,
    ) -> ubiops.BatchModelRequestResultList:
        """Get a batch model request.

        Returns one batch request with its input and, once it has finished, its result or error. Call it
        repeatedly until `status` is `completed` or `failed`. To fetch many at once use
        `batch_model_requests_batch_collect`.

        ``GET /projects/{project_name}/models/{model_name}/versions/{version}/request-batch/{request_id}``

        By position, names come in the order of 2.1.0, which is not that of the path: give them by keyword.

        Args:
            project_name: Name of the project.
            model_name: Name of the model.
            request_id: Identifier of the batch request.
            version: Name of the model version.

        Returns:
            The batch request.
        """
        return self._call(
            self._batch_model_requests_get,
            {"project_name": project_name, "model_name": model_name, "request_id": request_id, "version": version},
            async_req,
            _preload_content,
            _request_timeout,
            _return_http_data_only,
        )

    batch_model_requests_get_with_http_info = with_http_info(batch_model_requests_get)

    _batch_model_requests_list = Operation(
        "GET",
        "/projects/{project_name}/models/{model_name}/versions/{version}/request-batch",
        "list[BatchModelRequestListResponse]",
        query=("status", "success", "limit", "offset", "sort"),
    )

    def batch_model_requests_list(
        self,
        project_name: str,
        model_name: str,
        version: str,
        *,
        status: Optional[Union[Literal["pending", "processing", "completed", "failed"], str]] = None,
        success: Optional[bool] = None,
        limit: Optional[int] = None,
        offset: Optional[int] = None,
        sort: Optional[Union[Literal["asc", "desc"], str]] = None,
        async_req: bool = False,
        _preload_content: bool = True,
        _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = True,
    ) -> List[ubiops.BatchModelRequestListResponse]:
        """List the batch requests of a model version.

        Shows status and outcome of the batch requests made to one model version, newest first unless `sort` says
        otherwise. Inputs and results are left out; fetch them with `batch_model_requests_get` or
        `batch_model_requests_batch_collect`.

        ``GET /projects/{project_name}/models/{model_name}/versions/{version}/request-batch``

        Args:
            project_name: Name of the project.
            model_name: Name of the model.
            version: Name of the model version.
            status: Only return model requests that have this status. Without it, requests in every status are
                returned. (one of `pending`, `processing`, `completed`, `failed`)
            success: Only return requests with this outcome: `true` for requests that succeeded, `false` for all
                others. Without it, the outcome is ignored.
            limit: Largest number of requests to return, at least 1; 50 if left out. Combine it with `offset` to
                read a long list page by page. (at least 1; default `50`)
            offset: Number of requests to skip, counted from the start of the sorted and filtered list; 0 if left
                out. (at least 0; default `0`)
            sort: Order by time of creation: `desc` puts the newest request first, `asc` the oldest. `desc` if
                left out. (one of `asc`, `desc`; default `desc`)

        Returns:
            The matching requests, without input and result.
        """
        return self._call(
            self._batch_model_requests_list,
            {
                "project_name": project_name,
                "model_name": model_name,
                "version": version,
                "status": status,
                "success": success,
                "limit": limit,
                "offset": offset,
                "sort": sort,
            },
            async_req,
            _preload_content,
            _request_timeout,
            _return_http_data_only,
        )

    batch_model_requests_list_with_http_info = with_http_info(batch_model_requests_list)

    _batch_pipeline_request_delete = Operation(
        "DELETE", "/projects/{project_name}/pipelines/{pipeline_name}/request-batch/{pipeline_request_id}"
    )

    def batch_pipeline_request_delete(
        self,
        project_name: str,
        pipeline_name: str,
        pipeline_request_id: str,
        *,
        async_req: bool = False,
        _preload_content: bool = True,
        _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = True,
    ) -> None:
        """Delete a batch pipeline request.

        Removes one batch request of a pipeline, for good, and cancels every model request that belongs to it. To
        remove many at once use `batch_pipeline_requests_batch_delete`.

        ``DELETE /projects/{project_name}/pipelines/{pipeline_name}/request-batch/{pipeline_request_id}``

        Args:
            project_name: Name of the project.
            pipeline_name: Name of the pipeline.
            pipeline_request_id: Identifier of the batch pipeline request.
        """
        return self._call(
            self._batch_pipeline_request_delete,
            {"project_name": project_name, "pipeline_name": pipeline_name, "pipeline_request_id": pipeline_request_id},
            async_req,
            _preload_content,
            _request_timeout,
            _return_http_data_only,
        )

    batch_pipeline_request_delete_with_http_info = with_http_info(batch_pipeline_request_delete)

    _batch_pipeline_request_get = Operation(
        "GET",
        "/projects/{project_name}/pipelines/{pipeline_name}/request-batch/{pipeline_request_id}",
        "BatchPipelineRequestResultList",
    )

    def batch_pipeline_request_get(
        self,
        project_name: str,
        pipeline_name: str,
        pipeline_request_id: str,
        *,
        async_req: bool = False,
        _preload_content: bool = True,
        _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = True,
    ) -> ubiops.BatchPipelineRequestResultList:
        """Get a batch pipeline request.

        Returns one batch request of a pipeline with its input and the outcome of each object. `model_requests`
        stays empty until every model request of the pipeline has finished, so call this repeatedly until
        `status` is `completed` or `failed`. To fetch many at once use `batch_pipeline_requests_batch_collect`.

        ``GET /projects/{project_name}/pipelines/{pipeline_name}/request-batch/{pipeline_request_id}``

        Args:
            project_name: Name of the project.
            pipeline_name: Name of the pipeline.
            pipeline_request_id: Identifier of the batch pipeline request.

        Returns:
            The batch request.
        """
        return self._call(
            self._batch_pipeline_request_get,
            {"project_name": project_name, "pipeline_name": pipeline_name, "pipeline_request_id": pipeline_request_id},
            async_req,
            _preload_content,
            _request_timeout,
            _return_http_data_only,
        )

    batch_pipeline_request_get_with_http_info = with_http_info(batch_pipeline_request_get)

    _batch_pipeline_requests_batch_collect = Operation(
        "POST",
        "/projects/{project_name}/pipelines/{pipeline_name}/request-batch-collect",
        "list[BatchPipelineRequestResultList]",
        body="data",
    )

    def batch_pipeline_requests_batch_collect(
        self,
        project_name: str,
        pipeline_name: str,
        data: Sequence[str],
        *,
        async_req: bool = False,
        _preload_content: bool = True,
        _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = True,
    ) -> List[ubiops.BatchPipelineRequestResultList]:
        """Collect the results of several batch pipeline requests.

        Fetches up to 100 batch requests of one pipeline in a single call, whatever their status. All ids must
        exist: one unknown id makes the whole call fail and nothing is returned. The order of the answer is
        unrelated to the order of the ids, so match the entries by `id`. For a single request use
        `batch_pipeline_request_get`.

        ``POST /projects/{project_name}/pipelines/{pipeline_name}/request-batch-collect``

        Args:
            project_name: Name of the project.
            pipeline_name: Name of the pipeline.
            data: The ids of the requests to collect, 1 to 100 of them, as given by
                `batch_pipeline_requests_create`.

        Returns:
            The collected requests, in no particular order.
        """
        return self._call(
            self._batch_pipeline_requests_batch_collect,
            {"project_name": project_name, "pipeline_name": pipeline_name, "data": data},
            async_req,
            _preload_content,
            _request_timeout,
            _return_http_data_only,
        )

    batch_pipeline_requests_batch_collect_with_http_info = with_http_info(batch_pipeline_requests_batch_collect)

    _batch_pipeline_requests_batch_delete = Operation(
        "POST",
        "/projects/{project_name}/pipelines/{pipeline_name}/request-batch-delete",
        "dict(str, object)",
        body="data",
    )

    def batch_pipeline_requests_batch_delete(
        self,
        project_name: str,
        pipeline_name: str,
        data: Sequence[str],
        *,
        async_req: bool = False,
        _preload_content: bool = True,
        _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = True,
    ) -> Dict[str, Any]:
        """Delete several batch pipeline requests.

        Removes up to 100 batch requests of one pipeline together with their results. All ids must exist: one
        unknown id makes the whole call fail and nothing is deleted. As with `batch_pipeline_request_delete`,
        model requests that have not finished are cancelled. Deleted requests cannot be brought back.

        ``POST /projects/{project_name}/pipelines/{pipeline_name}/request-batch-delete``

        Args:
            project_name: Name of the project.
            pipeline_name: Name of the pipeline.
            data: The ids of the requests to delete, 1 to 100 of them.

        Returns:
            Confirmation; the object carries no documented content.
        """
        return self._call(
            self._batch_pipeline_requests_batch_delete,
            {"project_name": project_name, "pipeline_name": pipeline_name, "data": data},
            async_req,
            _preload_content,
            _request_timeout,
            _return_http_data_only,
        )

    batch_pipeline_requests_batch_delete_with_http_info = with_http_info(batch_pipeline_requests_batch_delete)

    _batch_pipeline_requests_create = Operation(
        "POST",
        "/projects/{project_name}/pipelines/{pipeline_name}/request-batch",
        "list[BatchPipelineRequestCreateResponse]",
        body="data",
    )

    def batch_pipeline_requests_create(
        self,
        project_name: str,
        pipeline_name: str,
        data: Union[Sequence[Union[ubiops.PipelineRequestCreate, Mapping[str, Any]]], Sequence[str]],
        *,
        async_req: bool = False,
        _preload_content: bool = True,
        _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = True,
    ) -> List[ubiops.BatchPipelineRequestCreateResponse]:
        """Create batch pipeline requests.

        Queues 1 to 100 requests to one pipeline and returns at once, without waiting for results. Poll
        `batch_pipeline_request_get` or `batch_pipeline_requests_batch_collect` with the returned ids to obtain
        them. If any of the inputs is invalid the call is refused and none is queued. A blob field takes the id
        of a blob uploaded earlier with `blobs_create`.

        ``POST /projects/{project_name}/pipelines/{pipeline_name}/request-batch``

        Args:
            project_name: Name of the project.
            pipeline_name: Name of the pipeline.
            data: The inputs, always as a list in JSON. For a structured pipeline: dictionaries keyed by the
                names of its input fields. For a plain pipeline: strings.

        Returns:
            The queued requests, each with the id to collect its result by.
        """
        return self._call(
            self._batch_pipeline_requests_create,
            {"project_name": project_name, "pipeline_name": pipeline_name, "data": data},
            async_req,
            _preload_content,
            _request_timeout,
            _return_http_data_only,
        )

    batch_pipeline_requests_create_with_http_info = with_http_info(batch_pipeline_requests_create)

    _batch_pipeline_requests_list = Operation(
        "GET",
        "/projects/{project_name}/pipelines/{pipeline_name}/request-batch",
        "list[BatchPipelineRequestListResponse]",
        query=("status", "success", "limit", "offset", "sort"),
    )

    def batch_pipeline_requests_list(
        self,
        project_name: str,
        pipeline_name: str,
        *,
        status: Optional[Union[Literal["pending", "processing", "completed", "failed"], str]] = None,
        success: Optional[bool] = None,
        limit: Optional[int] = None,
        offset: Optional[int] = None,
        sort: Optional[Union[Literal["asc", "desc"], str]] = None,
        async_req: bool = False,
        _preload_content: bool = True,
        _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = True,
    ) -> List[ubiops.BatchPipelineRequestListResponse]:
        """List the batch requests of a pipeline.

        Shows status and outcome of the batch requests made to one pipeline, newest first unless `sort` says
        otherwise. Inputs and results are left out; fetch them with `batch_pipeline_request_get` or
        `batch_pipeline_requests_batch_collect`.

        ``GET /projects/{project_name}/pipelines/{pipeline_name}/request-batch``

        Args:
            project_name: Name of the project.
            pipeline_name: Name of the pipeline.
            status: Only return pipeline requests that have this status. Without it, requests in every status are
                returned. (one of `pending`, `processing`, `completed`, `failed`)
            success: Only return requests with this outcome: `true` for requests that succeeded, `false` for all
                others. Without it, the outcome is ignored.
            limit: Largest number of requests to return, at least 1; 50 if left out. Combine it with `offset` to
                read a long list page by page. (at least 1; default `50`)
            offset: Number of requests to skip, counted from the start of the sorted and filtered list; 0 if left
                out. (at least 0; default `0`)
            sort: Order by time of creation: `desc` puts the newest request first, `asc` the oldest. `desc` if
                left out. (one of `asc`, `desc`; default `desc`)

        Returns:
            The matching requests, without input and results.
        """
        return self._call(
            self._batch_pipeline_requests_list,
            {
                "project_name": project_name,
                "pipeline_name": pipeline_name,
                "status": status,
                "success": success,
                "limit": limit,
                "offset": offset,
                "sort": sort,
            },
            async_req,
            _preload_content,
            _request_timeout,
            _return_http_data_only,
        )

    batch_pipeline_requests_list_with_http_info = with_http_info(batch_pipeline_requests_list)

    _blobs_create = Operation("POST", "/projects/{project_name}/blobs", "BlobList", header=("blob_ttl",), file="file")

    def blobs_create(
        self,
        project_name: str,
        file: File,
        *,
        blob_ttl: Optional[int] = None,
        async_req: bool = False,
        _preload_content: bool = True,
        _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = True,
    ) -> ubiops.BlobList:
        """Upload a blob.

        Stores a file in the project for a limited time. Put the returned `id` in a `blob` field of a model or
        pipeline request to hand the file to a model, or pass it to `blobs_get` to download the file. A blob
        disappears when its time to live is over; a request that still refers to it then fails.

        ``POST /projects/{project_name}/blobs``

        Args:
            project_name: Name of the project.
            file: The file to upload; its file name becomes the name of the blob.
            blob_ttl: How long the blob is kept after the upload, in seconds. Default 259200 (three days), which
                is also the maximum; minimum 900. (900 to 259200; default `259200`)

        Returns:
            Details of the stored blob.
        """
        return self._call(
            self._blobs_create,
            {"project_name": project_name, "file": file, "blob_ttl": blob_ttl},
            async_req,
            _preload_content,
            _request_timeout,
            _return_http_data_only,
        )

    blobs_create_with_http_info = with_http_info(blobs_create)

    _blobs_delete = Operation("DELETE", "/projects/{project_name}/blobs/{blob_id}")

    def blobs_delete(
        self,
        project_name: str,
        blob_id: str,
        *,
        async_req: bool = False,
        _preload_content: bool = True,
        _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = True,
    ) -> None:
        """Delete a blob.

        Removes a blob before its time to live has passed. Requests that use its id from then on fail.

        ``DELETE /projects/{project_name}/blobs/{blob_id}``

        Args:
            project_name: Name of the project.
            blob_id: Identifier of the blob.
        """
        return self._call(
            self._blobs_delete,
            {"project_name": project_name, "blob_id": blob_id},
            async_req,
            _preload_content,
            _request_timeout,
            _return_http_data_only,
        )

    blobs_delete_with_http_info = with_http_info(blobs_delete)

    _blobs_get = Operation("GET", "/projects/{project_name}/blobs/{blob_id}", "file")

    def blobs_get(
        self,
        project_name: str,
        blob_id: str,
        *,
        async_req: bool = False,
        _preload_content: bool = False,
        _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = True,
    ) -> urllib3.HTTPResponse:
        """Download a blob.

        Returns the content of a blob as raw bytes, exactly as it was uploaded. The original file name is in the
        `Content-Disposition` header. Use `blobs_list` for the size and the time to live.

        ``GET /projects/{project_name}/blobs/{blob_id}``

        Args:
            project_name: Name of the project.
            blob_id: Identifier of the blob.

        Returns:
            The urllib3 response, unread: read it to the end or release it. With ``_preload_content=True`` the body
            is saved to a new file in `temp_folder_path`, and its path is returned.
        """
        return self._call(
            self._blobs_get,
            {"project_name": project_name, "blob_id": blob_id},
            async_req,
            _preload_content,
            _request_timeout,
            _return_http_data_only,
        )

    blobs_get_with_http_info = with_http_info(blobs_get)

    _blobs_list = Operation("GET", "/projects/{project_name}/blobs", "list[BlobList]", query=("range", "creation_date"))

    def blobs_list(
        self,
        project_name: str,
        *,
        range: Optional[int] = None,
        creation_date: Optional[str] = None,
        async_req: bool = False,
        _preload_content: bool = True,
        _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = True,
    ) -> List[ubiops.BlobList]:
        """List blobs.

        Returns details of blobs in the project, a limited number around a moment in time. By default these are
        the 50 most recent uploads. A negative `range` answers newest first, a positive one oldest first, so
        `range=-1` without a date gives the latest upload. Expired blobs are not listed.

        ``GET /projects/{project_name}/blobs``

        Args:
            project_name: Name of the project.
            range: Number of blobs to return. A negative number looks back in time from `creation_date`, a
                positive one forward. Without `creation_date` a negative range counts back from the newest blob
                and a positive one forward from the oldest. (default `-50`)
            creation_date: Moment at which the listing starts, in the form `YYYY-MM-DD hh:mm:ss`, read as UTC.
                The sign of `range` decides whether earlier or later uploads are returned.

        Returns:
            The selected blobs.
        """
        return self._call(
            self._blobs_list,
            {"project_name": project_name, "range": range, "creation_date": creation_date},
            async_req,
            _preload_content,
            _request_timeout,
            _return_http_data_only,
        )

    blobs_list_with_http_info = with_http_info(blobs_list)

    _configurations_list = Operation("GET", "/config/connectors", "list[ConfigurationList]")

    def configurations_list(
        self,
        *,
        async_req: bool = False,
        _preload_content: bool = True,
        _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = True,
    ) -> List[ubiops.ConfigurationList]:
        """List the supported connector types.

        Shows every connector type that the service supports, with the parameters that it asks for. Use it to
        fill `configuration` in `connectors_create` (from `connector_configuration`) and in `credentials_create`
        (from `credentials_configuration`): the keys are the `parameter` names, the values must match the
        `regex`. A type that is added to the service later appears here by itself.

        ``GET /config/connectors``

        Returns:
            The supported connector types.
        """
        return self._call(
            self._configurations_list, {}, async_req, _preload_content, _request_timeout, _return_http_data_only
        )

    configurations_list_with_http_info = with_http_info(configurations_list)

    _connectors_create = Operation("POST", "/projects/{project_name}/connectors", "ConnectorList", body="data")

    def connectors_create(
        self,
        project_name: str,
        data: Union[ubiops.ConnectorCreate, Mapping[str, Any]],
        *,
        async_req: bool = False,
        _preload_content: bool = True,
        _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = True,
    ) -> ubiops.ConnectorList:
        """Create a connector.

        A connector stores the output of a model in a database or file store outside the platform; it does its
        work as an object in a pipeline (`pipeline_objects_create`). Its input type follows from `type`: for
        example `aws_s3` is `blob` and `postgresql` is `structured`. `configurations_list` gives all types and
        the parameters of each. A structured connector must be given `input_fields`. A blob connector always has
        exactly one field, named `blob` with data type `blob`: leave `input_fields` out or send an empty list,
        and map to `blob` when attaching it. A new connector starts as `pending_verification`; poll
        `connectors_get` until it is `available` or `failed_verification`.

        ``POST /projects/{project_name}/connectors``

        Args:
            project_name: Name of the project.
            data: The connector to create.

        Returns:
            The created connector.
        """
        return self._call(
            self._connectors_create,
            {"project_name": project_name, "data": data},
            async_req,
            _preload_content,
            _request_timeout,
            _return_http_data_only,
        )

    connectors_create_with_http_info = with_http_info(connectors_create)

    _connectors_delete = Operation("DELETE", "/projects/{project_name}/connectors/{connector_name}")

    def connectors_delete(
        self,
        project_name: str,
        connector_name: str,
        *,
        async_req: bool = False,
        _preload_content: bool = True,
        _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = True,
    ) -> None:
        """Delete a connector.

        Removes the connector from the project. The credentials that it uses are a resource of their own: they
        are kept, and their `reference_count` goes down by one.

        ``DELETE /projects/{project_name}/connectors/{connector_name}``

        Args:
            project_name: Name of the project.
            connector_name: Name of the connector.
        """
        return self._call(
            self._connectors_delete,
            {"project_name": project_name, "connector_name": connector_name},
            async_req,
            _preload_content,
            _request_timeout,
            _return_http_data_only,
        )

    connectors_delete_with_http_info = with_http_info(connectors_delete)

    _connectors_get = Operation("GET", "/projects/{project_name}/connectors/{connector_name}", "ConnectorList")

    def connectors_get(
        self,
        project_name: str,
        connector_name: str,
        *,
        async_req: bool = False,
        _preload_content: bool = True,
        _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = True,
    ) -> ubiops.ConnectorList:
        """Get a connector.

        Shows one connector with its current verification status. When verification has failed, `error_message`
        tells why. Values of protected configuration parameters are hidden.

        ``GET /projects/{project_name}/connectors/{connector_name}``

        Args:
            project_name: Name of the project.
            connector_name: Name of the connector.

        Returns:
            The connector.
        """
        return self._call(
            self._connectors_get,
            {"project_name": project_name, "connector_name": connector_name},
            async_req,
            _preload_content,
            _request_timeout,
            _return_http_data_only,
        )

    connectors_get_with_http_info = with_http_info(connectors_get)

    _connectors_list = Operation("GET", "/projects/{project_name}/connectors", "list[ConnectorList]")

    def connectors_list(
        self,
        project_name: str,
        *,
        async_req: bool = False,
        _preload_content: bool = True,
        _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = True,
    ) -> List[ubiops.ConnectorList]:
        """List the connectors of a project.

        Returns all connectors of the project, of every type and status, in one answer. Values of protected
        configuration parameters are hidden.

        ``GET /projects/{project_name}/connectors``

        Args:
            project_name: Name of the project.

        Returns:
            The connectors of the project.
        """
        return self._call(
            self._connectors_list,
            {"project_name": project_name},
            async_req,
            _preload_content,
            _request_timeout,
            _return_http_data_only,
        )

    connectors_list_with_http_info = with_http_info(connectors_list)

    _connectors_update = Operation(
        "PATCH", "/projects/{project_name}/connectors/{connector_name}", "ConnectorList", body="data"
    )

    def connectors_update(
        self,
        project_name: str,
        connector_name: str,
        data: Union[ubiops.ConnectorUpdate, Mapping[str, Any]],
        *,
        async_req: bool = False,
        _preload_content: bool = True,
        _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = True,
    ) -> ubiops.ConnectorList:
        """Update a connector.

        Only the fields that are sent change, and the result is validated as a whole again. The type of a
        connector is fixed; create a new connector instead. `configuration` may hold some of the parameters only,
        the others keep their values, and a change in it makes the service verify the connector again.
        `input_fields` on the other hand replaces the complete list: repeat the fields that must stay. Fields of
        a blob connector cannot be changed.

        ``PATCH /projects/{project_name}/connectors/{connector_name}``

        Args:
            project_name: Name of the project.
            connector_name: Name of the connector.
            data: The fields to change.

        Returns:
            The updated connector.
        """
        return self._call(
            self._connectors_update,
            {"project_name": project_name, "connector_name": connector_name, "data": data},
            async_req,
            _preload_content,
            _request_timeout,
            _return_http_data_only,
        )

    connectors_update_with_http_info = with_http_info(connectors_update)

    _credentials_create = Operation("POST", "/projects/{project_name}/credentials", "CredentialsList", body="data")

    def credentials_create(
        self,
        project_name: str,
        data: Union[ubiops.CredentialsCreate, Mapping[str, Any]],
        *,
        async_req: bool = False,
        _preload_content: bool = True,
        _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = True,
    ) -> ubiops.CredentialsList:
        """Create credentials.

        Stores what a connector needs to log in to an outside system. `type` takes the same values as the type of
        a connector; `configurations_list` gives the parameters of each type under `credentials_configuration`.
        New credentials start as `pending_verification`, with a `reference_count` of 0. Values of protected
        parameters, such as passwords, can be written but never read back: they come back as null.

        ``POST /projects/{project_name}/credentials``

        Args:
            project_name: Name of the project.
            data: The credentials to create.

        Returns:
            The created credentials.
        """
        return self._call(
            self._credentials_create,
            {"project_name": project_name, "data": data},
            async_req,
            _preload_content,
            _request_timeout,
            _return_http_data_only,
        )

    credentials_create_with_http_info = with_http_info(credentials_create)

    _credentials_delete = Operation("DELETE", "/projects/{project_name}/credentials/{credentials_name}")

    def credentials_delete(
        self,
        project_name: str,
        credentials_name: str,
        *,
        async_req: bool = False,
        _preload_content: bool = True,
        _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = True,
    ) -> None:
        """Delete credentials.

        Refused as long as a connector uses the credentials, that is while `reference_count` is above 0. Delete
        those connectors first (`connectors_delete`) or point them to other credentials (`connectors_update`).

        ``DELETE /projects/{project_name}/credentials/{credentials_name}``

        Args:
            project_name: Name of the project.
            credentials_name: Name of the credentials.
        """
        return self._call(
            self._credentials_delete,
            {"project_name": project_name, "credentials_name": credentials_name},
            async_req,
            _preload_content,
            _request_timeout,
            _return_http_data_only,
        )

    credentials_delete_with_http_info = with_http_info(credentials_delete)

    _credentials_get = Operation(
        "GET", "/projects/{project_name}/credentials/{credentials_name}", "CredentialsListWithConfig"
    )

    def credentials_get(
        self,
        project_name: str,
        credentials_name: str,
        *,
        async_req: bool = False,
        _preload_content: bool = True,
        _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = True,
    ) -> ubiops.CredentialsListWithConfig:
        """Get credentials.

        Shows one set of credentials with its verification status and the number of connectors that use it. When
        verification has failed, `error_message` tells why. Values of protected parameters come back as null.

        ``GET /projects/{project_name}/credentials/{credentials_name}``

        Args:
            project_name: Name of the project.
            credentials_name: Name of the credentials.

        Returns:
            The credentials.
        """
        return self._call(
            self._credentials_get,
            {"project_name": project_name, "credentials_name": credentials_name},
            async_req,
            _preload_content,
            _request_timeout,
            _return_http_data_only,
        )

    credentials_get_with_http_info = with_http_info(credentials_get)

    _credentials_list = Operation("GET", "/projects/{project_name}/credentials", "list[CredentialsList]")

    def credentials_list(
        self,
        project_name: str,
        *,
        async_req: bool = False,
        _preload_content: bool = True,
        _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = True,
    ) -> List[ubiops.CredentialsList]:
        """List the credentials of a project.

        Returns all sets of credentials in the project in one answer. Values of protected parameters come back as
        null.

        ``GET /projects/{project_name}/credentials``

        Args:
            project_name: Name of the project.

        Returns:
            The credentials of the project.
        """
        return self._call(
            self._credentials_list,
            {"project_name": project_name},
            async_req,
            _preload_content,
            _request_timeout,
            _return_http_data_only,
        )

    credentials_list_with_http_info = with_http_info(credentials_list)

    _credentials_update = Operation(
        "PATCH", "/projects/{project_name}/credentials/{credentials_name}", "CredentialsListWithConfig", body="data"
    )

    def credentials_update(
        self,
        project_name: str,
        credentials_name: str,
        data: Union[ubiops.CredentialsUpdate, Mapping[str, Any]],
        *,
        async_req: bool = False,
        _preload_content: bool = True,
        _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = True,
    ) -> ubiops.CredentialsListWithConfig:
        """Update credentials.

        Only the fields that are sent change, and the result is validated as a whole again. The type is fixed.
        `configuration` may hold some of the parameters only; the others, hidden ones included, keep their
        values. A change in `configuration` starts a new verification of the credentials and of every connector
        that uses them.

        ``PATCH /projects/{project_name}/credentials/{credentials_name}``

        Args:
            project_name: Name of the project.
            credentials_name: Name of the credentials.
            data: The fields to change.

        Returns:
            The updated credentials.
        """
        return self._call(
            self._credentials_update,
            {"project_name": project_name, "credentials_name": credentials_name, "data": data},
            async_req,
            _preload_content,
            _request_timeout,
            _return_http_data_only,
        )

    credentials_update_with_http_info = with_http_info(credentials_update)

    _metrics_get = Operation(
        "GET",
        "/projects/{project_name}/metrics/{metric}",
        "list[Metrics]",
        query=("interval", "start_time", "end_time", "object_type", "object_id"),
        required=("start_time", "end_time", "object_type"),
    )

    def metrics_get(
        self,
        project_name: str,
        metric: str,
        start_time: str,
        end_time: str,
        object_type: Union[Literal["model_version", "connector", "pipeline"], str],
        *,
        interval: Optional[Union[Literal["minute", "hour", "day", "month"], str]] = None,
        object_id: Optional[str] = None,
        async_req: bool = False,
        _preload_content: bool = True,
        _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = True,
    ) -> List[ubiops.Metrics]:
        """Get a metric over a period.

        Returns one value per interval, either for one object (`object_id`) or aggregated over all objects of a
        type in the project. The metric must be one that the object type has; other pairs are refused:

        - `model_version`: `requests` (number), `input_volume` and `output_volume` (bytes), `outputs` (number of
          items returned), `compute` (seconds that a request took), `instances` (number of active instances),
          `gb_seconds` (memory in GB times the seconds running), `active_time` (seconds)
        - `connector`: `requests` (number), `volume` (bytes received)
        - `pipeline`: `requests` (number), `input_volume` (bytes), `object_requests` (number of requests to the
          objects in the pipeline)

        Intervals are aligned to the clock and the calendar in UTC, not to `start_time`: every minute, hour, day
        or month that overlaps the period is returned whole, and one that begins exactly at `end_time` is left
        out. An interval in which nothing was measured has the value 0.

        ``GET /projects/{project_name}/metrics/{metric}``

        Args:
            project_name: Name of the project.
            metric: Name of the metric.
            start_time: Start of the period, as an ISO 8601 date and time. Without an offset it is read as UTC.
            end_time: End of the period (exclusive), as an ISO 8601 date and time. Without an offset it is read
                as UTC.
            object_type: Type of the objects to measure.
            interval: Length of the intervals over which values are aggregated. (one of `minute`, `hour`, `day`,
                `month`; default `hour`)
            object_id: UUID of the model version, connector or pipeline to measure. Default: all objects of the
                type together. (not empty)

        Returns:
            The values of the metric in order of time.
        """
        return self._call(
            self._metrics_get,
            {
                "project_name": project_name,
                "metric": metric,
                "start_time": start_time,
                "end_time": end_time,
                "object_type": object_type,
                "interval": interval,
                "object_id": object_id,
            },
            async_req,
            _preload_content,
            _request_timeout,
            _return_http_data_only,
        )

    metrics_get_with_http_info = with_http_info(metrics_get)

    _model_environment_variables_create = Operation(
        "POST",
        "/projects/{project_name}/models/{model_name}/environment-variables",
        "EnvironmentVariableList",
        body="data",
    )

    def model_environment_variables_create(
        self,
        project_name: str,
        model_name: str,
        data: Union[ubiops.EnvironmentVariableCreate, Mapping[str, Any]],
        *,
        async_req: bool = False,
        _preload_content: bool = True,
        _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = True,
    ) -> ubiops.EnvironmentVariableList:
        """Create a model environment variable.

        Defines a variable that all versions of the model inherit. Under the name of a project variable it
        shadows that one for this model; a version may shadow it in turn. A name that is already defined on the
        model itself is refused. The value of a secret variable is null in every answer, the one to this call
        included; only running model code can read it.

        ``POST /projects/{project_name}/models/{model_name}/environment-variables``

        Args:
            project_name: Name of the project.
            model_name: Name of the model.
            data: The variable to create.

        Returns:
            The created variable.
        """
        return self._call(
            self._model_environment_variables_create,
            {"project_name": project_name, "model_name": model_name, "data": data},
            async_req,
            _preload_content,
            _request_timeout,
            _return_http_data_only,
        )

    model_environment_variables_create_with_http_info = with_http_info(model_environment_variables_create)

    _model_environment_variables_delete = Operation(
        "DELETE", "/projects/{project_name}/models/{model_name}/environment-variables/{id}"
    )

    def model_environment_variables_delete(
        self,
        project_name: str,
        id: str,
        model_name: str,
        *,
        async_req: bool = False,
        _preload_content: bool = True,
        _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = True,
    ) -> None:
        """Delete a model environment variable.

        Removes a variable from the model, and with it from the versions that inherit it. Inherited variables
        cannot be deleted here; use `project_environment_variables_delete`. If the project defines the same name,
        that value becomes visible again.

        ``DELETE /projects/{project_name}/models/{model_name}/environment-variables/{id}``

        By position, names come in the order of 2.1.0, which is not that of the path: give them by keyword.

        Args:
            project_name: Name of the project.
            id: Identifier of the environment variable.
            model_name: Name of the model.
        """
        return self._call(
            self._model_environment_variables_delete,
            {"project_name": project_name, "id": id, "model_name": model_name},
            async_req,
            _preload_content,
            _request_timeout,
            _return_http_data_only,
        )

    model_environment_variables_delete_with_http_info = with_http_info(model_environment_variables_delete)

    _model_environment_variables_get = Operation(
        "GET", "/projects/{project_name}/models/{model_name}/environment-variables/{id}", "EnvironmentVariableList"
    )

    def model_environment_variables_get(
        self,
        project_name: str,
        id: str,
        model_name: str,
        *,
        async_req: bool = False,
        _preload_content: bool = True,
        _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = True,
    ) -> ubiops.EnvironmentVariableList:
        """Get a model environment variable.

        Returns one variable defined on the model itself; for an inherited one use
        `project_environment_variables_get`. The value of a secret variable is null.

        ``GET /projects/{project_name}/models/{model_name}/environment-variables/{id}``

        By position, names come in the order of 2.1.0, which is not that of the path: give them by keyword.

        Args:
            project_name: Name of the project.
            id: Identifier of the environment variable.
            model_name: Name of the model.

        Returns:
            The environment variable.
        """
        return self._call(
            self._model_environment_variables_get,
            {"project_name": project_name, "id": id, "model_name": model_name},
            async_req,
            _preload_content,
            _request_timeout,
            _return_http_data_only,
        )

    model_environment_variables_get_with_http_info = with_http_info(model_environment_variables_get)

    _model_environment_variables_list = Operation(
        "GET",
        "/projects/{project_name}/models/{model_name}/environment-variables",
        "list[InheritedEnvironmentVariableList]",
    )

    def model_environment_variables_list(
        self,
        project_name: str,
        model_name: str,
        *,
        async_req: bool = False,
        _preload_content: bool = True,
        _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = True,
    ) -> List[ubiops.InheritedEnvironmentVariableList]:
        """List model environment variables.

        Returns the variables that apply to the model: its own and those inherited from the project. For its own
        variables `inheritance_type` and `inheritance_name` are null. Values of secret variables are null.

        ``GET /projects/{project_name}/models/{model_name}/environment-variables``

        Args:
            project_name: Name of the project.
            model_name: Name of the model.

        Returns:
            The environment variables.
        """
        return self._call(
            self._model_environment_variables_list,
            {"project_name": project_name, "model_name": model_name},
            async_req,
            _preload_content,
            _request_timeout,
            _return_http_data_only,
        )

    model_environment_variables_list_with_http_info = with_http_info(model_environment_variables_list)

    _model_environment_variables_update = Operation(
        "PATCH",
        "/projects/{project_name}/models/{model_name}/environment-variables/{id}",
        "EnvironmentVariableList",
        body="data",
    )

    def model_environment_variables_update(
        self,
        project_name: str,
        id: str,
        model_name: str,
        data: Union[ubiops.EnvironmentVariableCreate, Mapping[str, Any]],
        *,
        async_req: bool = False,
        _preload_content: bool = True,
        _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = True,
    ) -> ubiops.EnvironmentVariableList:
        """Update a model environment variable.

        Replaces name, value and secrecy together, so repeat what should not change; the current value of a
        secret variable cannot be read back, so it has to be known. A variable may become secret, but a secret
        one can never be made readable again. Only variables of the model itself can be changed here. To give the
        model another value than the project has, create a variable of the same name with
        `model_environment_variables_create`.

        ``PATCH /projects/{project_name}/models/{model_name}/environment-variables/{id}``

        By position, names come in the order of 2.1.0, which is not that of the path: give them by keyword.

        Args:
            project_name: Name of the project.
            id: Identifier of the environment variable.
            model_name: Name of the model.
            data: The new name, value and secrecy of the variable.

        Returns:
            The variable after the change.
        """
        return self._call(
            self._model_environment_variables_update,
            {"project_name": project_name, "id": id, "model_name": model_name, "data": data},
            async_req,
            _preload_content,
            _request_timeout,
            _return_http_data_only,
        )

    model_environment_variables_update_with_http_info = with_http_info(model_environment_variables_update)

    _model_requests_create = Operation(
        "POST",
        "/projects/{project_name}/models/{model_name}/versions/{version}/request",
        "ModelRequestList",
        query=("timeout",),
        body="data",
        waits=("timeout", 300),
    )

    def model_requests_create(
        self,
        project_name: str,
        model_name: str,
        version: str,
        data: Union[ubiops.ModelRequestCreate, Mapping[str, Any], str],
        *,
        timeout: Optional[int] = None,
        async_req: bool = False,
        _preload_content: bool = True,
        _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = True,
    ) -> ubiops.ModelRequestList:
        """Make a direct request to a model version.

        Sends one input to a model version and waits for the result. The version needs an uploaded package and a
        successful build, that is status `available`. Input that does not fit the input fields of the model is
        refused; an error inside the model, or a timeout, is instead answered with status 200, `success` false
        and an `error_message`. A blob field takes the id of a blob uploaded earlier with `blobs_create`, and a
        blob in the result is given as a blob id too. For work that takes longer than the timeout use
        `batch_model_requests_create`.

        ``POST /projects/{project_name}/models/{model_name}/versions/{version}/request``

        Args:
            project_name: Name of the project.
            model_name: Name of the model.
            version: Name of the model version.
            data: The input of the model. For a structured model: a dictionary keyed by the names of the input
                fields. For a plain model: a string.
            timeout: Longest time in seconds that the request may take, waiting for an instance included. (1 to
                3600; default `300`)

        Returns:
            The outcome of the request.
        """
        return self._call(
            self._model_requests_create,
            {
                "project_name": project_name,
                "model_name": model_name,
                "version": version,
                "data": data,
                "timeout": timeout,
            },
            async_req,
            _preload_content,
            _request_timeout,
            _return_http_data_only,
        )

    model_requests_create_with_http_info = with_http_info(model_requests_create)

    _model_version_environment_variables_create = Operation(
        "POST",
        "/projects/{project_name}/models/{model_name}/versions/{version}/environment-variables",
        "EnvironmentVariableList",
        body="data",
    )

    def model_version_environment_variables_create(
        self,
        project_name: str,
        model_name: str,
        version: str,
        data: Union[ubiops.EnvironmentVariableCreate, Mapping[str, Any]],
        *,
        async_req: bool = False,
        _preload_content: bool = True,
        _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = True,
    ) -> ubiops.EnvironmentVariableList:
        """Create a model version environment variable.

        Defines a variable for this version only. Under the name of a model or project variable it shadows that
        one. A name that is already defined on the version itself is refused. The variable `ML_MODEL_FILE_NAME`
        selects another file than `model.py` as the entry point of the package. The value of a secret variable is
        null in every answer, the one to this call included; only running model code can read it.

        ``POST /projects/{project_name}/models/{model_name}/versions/{version}/environment-variables``

        Args:
            project_name: Name of the project.
            model_name: Name of the model.
            version: Name of the model version.
            data: The variable to create.

        Returns:
            The created variable.
        """
        return self._call(
            self._model_version_environment_variables_create,
            {"project_name": project_name, "model_name": model_name, "version": version, "data": data},
            async_req,
            _preload_content,
            _request_timeout,
            _return_http_data_only,
        )

    model_version_environment_variables_create_with_http_info = with_http_info(
        model_version_environment_variables_create
    )

    _model_version_environment_variables_delete = Operation(
        "DELETE", "/projects/{project_name}/models/{model_name}/versions/{version}/environment-variables/{id}"
    )

    def model_version_environment_variables_delete(
        self,
        project_name: str,
        id: str,
        model_name: str,
        version: str,
        *,
        async_req: bool = False,
        _preload_content: bool = True,
        _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = True,
    ) -> None:
        """Delete a model version environment variable.

        Removes a variable from the version. Inherited variables cannot be deleted here; use the operation of the
        level that defines them. If the model or the project defines the same name, that value becomes visible
        again.

        ``DELETE /projects/{project_name}/models/{model_name}/versions/{version}/environment-variables/{id}``

        By position, names come in the order of 2.1.0, which is not that of the path: give them by keyword.

        Args:
            project_name: Name of the project.
            id: Identifier of the environment variable.
            model_name: Name of the model.
            version: Name of the model version.
        """
        return self._call(
            self._model_version_environment_variables_delete,
            {"project_name": project_name, "id": id, "model_name": model_name, "version": version},
            async_req,
            _preload_content,
            _request_timeout,
            _return_http_data_only,
        )

    model_version_environment_variables_delete_with_http_info = with_http_info(
        model_version_environment_variables_delete
    )

    _model_version_environment_variables_get = Operation(
        "GET",
        "/projects/{project_name}/models/{model_name}/versions/{version}/environment-variables/{id}",
        "EnvironmentVariableList",
    )

    def model_version_environment_variables_get(
        self,
        project_name: str,
        id: str,
        model_name: str,
        version: str,
        *,
        async_req: bool = False,
        _preload_content: bool = True,
        _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = True,
    ) -> ubiops.EnvironmentVariableList:
        """Get a model version environment variable.

        Returns one variable defined on the version itself; for inherited ones use
        `model_environment_variables_get` or `project_environment_variables_get`. The value of a secret variable
        is null.

        ``GET /projects/{project_name}/models/{model_name}/versions/{version}/environment-variables/{id}``

        By position, names come in the order of 2.1.0, which is not that of the path: give them by keyword.

        Args:
            project_name: Name of the project.
            id: Identifier of the environment variable.
            model_name: Name of the model.
            version: Name of the model version.

        Returns:
            The environment variable.
        """
        return self._call(
            self._model_version_environment_variables_get,
            {"project_name": project_name, "id": id, "model_name": model_name, "version": version},
            async_req,
            _preload_content,
            _request_timeout,
            _return_http_data_only,
        )

    model_version_environment_variables_get_with_http_info = with_http_info(model_version_environment_variables_get)

    _model_version_environment_variables_list = Operation(
        "GET",
        "/projects/{project_name}/models/{model_name}/versions/{version}/environment-variables",
        "list[InheritedEnvironmentVariableList]",
    )

    def model_version_environment_variables_list(
        self,
        project_name: str,
        model_name: str,
        version: str,
        *,
        async_req: bool = False,
        _preload_content: bool = True,
        _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = True,
    ) -> List[ubiops.InheritedEnvironmentVariableList]:
        """List model version environment variables.

        Returns the variables that apply to the version: its own and those inherited from the model and the
        project. For its own variables `inheritance_type` and `inheritance_name` are null. Values of secret
        variables are null.

        ``GET /projects/{project_name}/models/{model_name}/versions/{version}/environment-variables``

        Args:
            project_name: Name of the project.
            model_name: Name of the model.
            version: Name of the model version.

        Returns:
            The environment variables.
        """
        return self._call(
            self._model_version_environment_variables_list,
            {"project_name": project_name, "model_name": model_name, "version": version},
            async_req,
            _preload_content,
            _request_timeout,
            _return_http_data_only,
        )

    model_version_environment_variables_list_with_http_info = with_http_info(model_version_environment_variables_list)

    _model_version_environment_variables_update = Operation(
        "PATCH",
        "/projects/{project_name}/models/{model_name}/versions/{version}/environment-variables/{id}",
        "EnvironmentVariableList",
        body="data",
    )

    def model_version_environment_variables_update(
        self,
        project_name: str,
        id: str,
        model_name: str,
        version: str,
        data: Union[ubiops.EnvironmentVariableCreate, Mapping[str, Any]],
        *,
        async_req: bool = False,
        _preload_content: bool = True,
        _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = True,
    ) -> ubiops.EnvironmentVariableList:
        """Update a model version environment variable.

        Replaces name, value and secrecy together, so repeat what should not change; the current value of a
        secret variable cannot be read back, so it has to be known. A variable may become secret, but a secret
        one can never be made readable again. Only variables of the version itself can be changed here. To give
        the version another value than the model or the project has, create a variable of the same name with
        `model_version_environment_variables_create`.

        ``PATCH /projects/{project_name}/models/{model_name}/versions/{version}/environment-variables/{id}``

        By position, names come in the order of 2.1.0, which is not that of the path: give them by keyword.

        Args:
            project_name: Name of the project.
            id: Identifier of the environment variable.
            model_name: Name of the model.
            version: Name of the model version.
            data: The new name, value and secrecy of the variable.

        Returns:
            The variable after the change.
        """
        return self._call(
            self._model_version_environment_variables_update,
            {"project_name": project_name, "id": id, "model_name": model_name, "version": version, "data": data},
            async_req,
            _preload_content,
            _request_timeout,
            _return_http_data_only,
        )

    model_version_environment_variables_update_with_http_info = with_http_info(
        model_version_environment_variables_update
    )

    _model_versions_create = Operation(
        "POST", "/projects/{project_name}/models/{model_name}/versions", "ModelVersionList", body="data"
    )

    def model_versions_create(
        self,
        project_name: str,
        model_name: str,
        data: Union[ubiops.ModelVersionCreate, Mapping[str, Any]],
        *,
        async_req: bool = False,
        _preload_content: bool = True,
        _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = True,
    ) -> ubiops.ModelVersionList:
        """Create a model version.

        Adds a version to a model. It starts with status `initialised` and serves no requests until a package is
        uploaded with `model_versions_file_upload` and has been built. The defaults suit models whose response
        time does not matter: with `minimum_instances` 0 the version stops after `maximum_idle_time` seconds
        without requests, and the next request waits for a cold start. A version name that the model already has
        is refused.

        ``POST /projects/{project_name}/models/{model_name}/versions``

        Args:
            project_name: Name of the project.
            model_name: Name of the model.
            data: The version to create.

        Returns:
            The created version.
        """
        return self._call(
            self._model_versions_create,
            {"project_name": project_name, "model_name": model_name, "data": data},
            async_req,
            _preload_content,
            _request_timeout,
            _return_http_data_only,
        )

    model_versions_create_with_http_info = with_http_info(model_versions_create)

    _model_versions_delete = Operation("DELETE", "/projects/{project_name}/models/{model_name}/versions/{version}")

    def model_versions_delete(
        self,
        project_name: str,
        model_name: str,
        version: str,
        *,
        async_req: bool = False,
        _preload_content: bool = True,
        _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = True,
    ) -> None:
        """Delete a model version.

        Removes a version of a model. Refused while a pipeline object refers to the version; remove that object
        first with `pipeline_objects_delete`.

        ``DELETE /projects/{project_name}/models/{model_name}/versions/{version}``

        Args:
            project_name: Name of the project.
            model_name: Name of the model.
            version: Name of the model version.
        """
        return self._call(
            self._model_versions_delete,
            {"project_name": project_name, "model_name": model_name, "version": version},
            async_req,
            _preload_content,
            _request_timeout,
            _return_http_data_only,
        )

    model_versions_delete_with_http_info = with_http_info(model_versions_delete)

    _model_versions_file_download = Operation(
        "GET", "/projects/{project_name}/models/{model_name}/versions/{version}/download", "file"
    )

    def model_versions_file_download(
        self,
        project_name: str,
        model_name: str,
        version: str,
        *,
        async_req: bool = False,
        _preload_content: bool = False,
        _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = True,
    ) -> urllib3.HTTPResponse:
        """Download the package of a model version.

        Returns the zip file that was last uploaded to the version with `model_versions_file_upload`, byte for
        byte. Its file name is in the `Content-Disposition` header.

        ``GET /projects/{project_name}/models/{model_name}/versions/{version}/download``

        Args:
            project_name: Name of the project.
            model_name: Name of the model.
            version: Name of the model version.

        Returns:
            The urllib3 response, unread: read it to the end or release it. With ``_preload_content=True`` the body
            is saved to a new file in `temp_folder_path`, and its path is returned.
        """
        return self._call(
            self._model_versions_file_download,
            {"project_name": project_name, "model_name": model_name, "version": version},
            async_req,
            _preload_content,
            _request_timeout,
            _return_http_data_only,
        )

    model_versions_file_download_with_http_info = with_http_info(model_versions_file_download)

    _model_versions_file_upload = Operation(
        "PUT", "/projects/{project_name}/models/{model_name}/versions/{version}/upload", "Success", file="file"
    )

    def model_versions_file_upload(
        self,
        project_name: str,
        model_name: str,
        version: str,
        file: File,
        *,
        async_req: bool = False,
        _preload_content: bool = True,
        _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = True,
    ) -> ubiops.Success:
        """Upload the package of a model version.

        Stores the code of a version, replacing any earlier package, and starts a build. The package is a zip
        file whose root holds the directory `model_package`; in it, `model.py` defines the class `Model`, and
        `requirements.txt` may name Python packages to install. The call returns before the build ends: follow
        the `status` of the version with `model_versions_get` until it is `available` or contains `failed`. A
        version that is already available goes on serving its previous package meanwhile. A template is at
        https://github.com/UbiOps/model-template.

        ``PUT /projects/{project_name}/models/{model_name}/versions/{version}/upload``

        Args:
            project_name: Name of the project.
            model_name: Name of the model.
            version: Name of the model version.
            file: The zip file of the package, with the directory `model_package` at its root.

        Returns:
            The outcome of the upload.
        """
        return self._call(
            self._model_versions_file_upload,
            {"project_name": project_name, "model_name": model_name, "version": version, "file": file},
            async_req,
            _preload_content,
            _request_timeout,
            _return_http_data_only,
        )

    model_versions_file_upload_with_http_info = with_http_info(model_versions_file_upload)

    _model_versions_get = Operation(
        "GET", "/projects/{project_name}/models/{model_name}/versions/{version}", "ModelVersionList"
    )

    def model_versions_get(
        self,
        project_name: str,
        model_name: str,
        version: str,
        *,
        async_req: bool = False,
        _preload_content: bool = True,
        _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = True,
    ) -> ubiops.ModelVersionList:
        """Get a model version.

        Returns the settings and the status of one version. After `model_versions_file_upload`, call it until
        `status` is `available` or contains `failed`; in the latter case `error_message` tells why.

        ``GET /projects/{project_name}/models/{model_name}/versions/{version}``

        Args:
            project_name: Name of the project.
            model_name: Name of the model.
            version: Name of the model version.

        Returns:
            The version.
        """
        return self._call(
            self._model_versions_get,
            {"project_name": project_name, "model_name": model_name, "version": version},
            async_req,
            _preload_content,
            _request_timeout,
            _return_http_data_only,
        )

    model_versions_get_with_http_info = with_http_info(model_versions_get)

    _model_versions_list = Operation(
        "GET", "/projects/{project_name}/models/{model_name}/versions", "list[ModelVersionList]"
    )

    def model_versions_list(
        self,
        project_name: str,
        model_name: str,
        *,
        async_req: bool = False,
        _preload_content: bool = True,
        _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = True,
    ) -> List[ubiops.ModelVersionList]:
        """List model versions.

        Returns all versions of a model with their settings and status.

        ``GET /projects/{project_name}/models/{model_name}/versions``

        Args:
            project_name: Name of the project.
            model_name: Name of the model.

        Returns:
            The versions of the model.
        """
        return self._call(
            self._model_versions_list,
            {"project_name": project_name, "model_name": model_name},
            async_req,
            _preload_content,
            _request_timeout,
            _return_http_data_only,
        )

    model_versions_list_with_http_info = with_http_info(model_versions_list)

    _model_versions_update = Operation(
        "PATCH", "/projects/{project_name}/models/{model_name}/versions/{version}", "ModelVersionList", body="data"
    )

    def model_versions_update(
        self,
        project_name: str,
        model_name: str,
        version: str,
        data: Union[ubiops.ModelVersionCreate, Mapping[str, Any]],
        *,
        async_req: bool = False,
        _preload_content: bool = True,
        _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = True,
    ) -> ubiops.ModelVersionList:
        """Update a model version.

        Changes the given settings of a version; all others keep their values, and the defaults for a new version
        do not apply. The new settings are checked like those of a new version. Sending `language` starts a new
        build, so send it only to change it. After a change of `version` the version is addressed by its new
        name.

        ``PATCH /projects/{project_name}/models/{model_name}/versions/{version}``

        Args:
            project_name: Name of the project.
            model_name: Name of the model.
            version: Name of the model version.
            data: The settings to change. An object of `ModelVersionCreate` always sends a `language`, a dict
                only what it holds.

        Returns:
            The version after the change.
        """
        return self._call(
            self._model_versions_update,
            {"project_name": project_name, "model_name": model_name, "version": version, "data": data},
            async_req,
            _preload_content,
            _request_timeout,
            _return_http_data_only,
        )

    model_versions_update_with_http_info = with_http_info(model_versions_update)

    _models_create = Operation("POST", "/projects/{project_name}/models", "ModelList", body="data")

    def models_create(
        self,
        project_name: str,
        data: Union[ubiops.ModelCreate, Mapping[str, Any]],
        *,
        async_req: bool = False,
        _preload_content: bool = True,
        _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = True,
    ) -> ubiops.ModelList:
        """Create a model.

        Defines a model by the shape of its input and output; code comes later, in a version
        (`model_versions_create`). Types and fields are fixed from then on: `models_update` changes only name and
        description. Structured input or output needs a list of fields; with a plain type, the fields are left
        out or an empty list. A name that the project already has is refused.

        ``POST /projects/{project_name}/models``

        Args:
            project_name: Name of the project.
            data: The model to create.

        Returns:
            The created model.
        """
        return self._call(
            self._models_create,
            {"project_name": project_name, "data": data},
            async_req,
            _preload_content,
            _request_timeout,
            _return_http_data_only,
        )

    models_create_with_http_info = with_http_info(models_create)

    _models_delete = Operation("DELETE", "/projects/{project_name}/models/{model_name}")

    def models_delete(
        self,
        project_name: str,
        model_name: str,
        *,
        async_req: bool = False,
        _preload_content: bool = True,
        _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = True,
    ) -> None:
        """Delete a model.

        Removes a model from the project. Refused while a pipeline object refers to any of its versions; remove
        such objects first with `pipeline_objects_delete`.

        ``DELETE /projects/{project_name}/models/{model_name}``

        Args:
            project_name: Name of the project.
            model_name: Name of the model.
        """
        return self._call(
            self._models_delete,
            {"project_name": project_name, "model_name": model_name},
            async_req,
            _preload_content,
            _request_timeout,
            _return_http_data_only,
        )

    models_delete_with_http_info = with_http_info(models_delete)

    _models_get = Operation("GET", "/projects/{project_name}/models/{model_name}", "ModelList")

    def models_get(
        self,
        project_name: str,
        model_name: str,
        *,
        async_req: bool = False,
        _preload_content: bool = True,
        _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = True,
    ) -> ubiops.ModelList:
        """Get a model.

        Returns one model with its fields and number of versions. Use `model_versions_list` for the versions
        themselves.

        ``GET /projects/{project_name}/models/{model_name}``

        Args:
            project_name: Name of the project.
            model_name: Name of the model.

        Returns:
            The model.
        """
        return self._call(
            self._models_get,
            {"project_name": project_name, "model_name": model_name},
            async_req,
            _preload_content,
            _request_timeout,
            _return_http_data_only,
        )

    models_get_with_http_info = with_http_info(models_get)

    _models_list = Operation("GET", "/projects/{project_name}/models", "list[ModelList]")

    def models_list(
        self,
        project_name: str,
        *,
        async_req: bool = False,
        _preload_content: bool = True,
        _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = True,
    ) -> List[ubiops.ModelList]:
        """List models.

        Returns all models of a project with their fields and number of versions.

        ``GET /projects/{project_name}/models``

        Args:
            project_name: Name of the project.

        Returns:
            The models of the project.
        """
        return self._call(
            self._models_list,
            {"project_name": project_name},
            async_req,
            _preload_content,
            _request_timeout,
            _return_http_data_only,
        )

    models_list_with_http_info = with_http_info(models_list)

    _models_update = Operation("PATCH", "/projects/{project_name}/models/{model_name}", "ModelList", body="data")

    def models_update(
        self,
        project_name: str,
        model_name: str,
        data: Union[ubiops.ModelUpdate, Mapping[str, Any]],
        *,
        async_req: bool = False,
        _preload_content: bool = True,
        _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = True,
    ) -> ubiops.ModelList:
        """Update a model.

        Changes the name or the description of a model; what is left out stays as it is. Input and output types
        and fields cannot be changed: create another model for that. After a change of name the model is
        addressed by its new name.

        ``PATCH /projects/{project_name}/models/{model_name}``

        Args:
            project_name: Name of the project.
            model_name: Name of the model.
            data: The changes to make.

        Returns:
            The model after the change.
        """
        return self._call(
            self._models_update,
            {"project_name": project_name, "model_name": model_name, "data": data},
            async_req,
            _preload_content,
            _request_timeout,
            _return_http_data_only,
        )

    models_update_with_http_info = with_http_info(models_update)

    _organization_subscriptions_list = Operation(
        "GET", "/organizations/{organization_name}/subscriptions", "list[OrganizationSubscriptionList]"
    )

    def organization_subscriptions_list(
        self,
        organization_name: str,
        *,
        async_req: bool = False,
        _preload_content: bool = True,
        _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = True,
    ) -> List[ubiops.OrganizationSubscriptionList]:
        """List the subscriptions of an organization.

        Returns the present and all earlier subscriptions of the organization. The caller must be an admin of the
        organization. What can be subscribed to is listed by `subscriptions_list`.

        ``GET /organizations/{organization_name}/subscriptions``

        Args:
            organization_name: Name of the organization.

        Returns:
            The organization's subscription history.
        """
        return self._call(
            self._organization_subscriptions_list,
            {"organization_name": organization_name},
            async_req,
            _preload_content,
            _request_timeout,
            _return_http_data_only,
        )

    organization_subscriptions_list_with_http_info = with_http_info(organization_subscriptions_list)

    _organization_usage_details_get = Operation(
        "GET", "/organizations/{organization_name}/usage/details", "list[UsagePerDay]", query=("month",)
    )

    def organization_usage_details_get(
        self,
        organization_name: str,
        *,
        month: Optional[str] = None,
        async_req: bool = False,
        _preload_content: bool = True,
        _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = True,
    ) -> List[ubiops.UsagePerDay]:
        """Get the daily usage of an organization.

        Returns the billing metrics of the organization for one month, one entry per pair of object type and
        metric, with a value for each day that was measured. The days inside an entry can come in any order, and
        days can be missing. For totals per month use `organization_usage_get`.

        ``GET /organizations/{organization_name}/usage/details``

        Args:
            organization_name: Name of the organization.
            month: Month to report on, as `YYYY-MM`. Default: the current month.

        Returns:
            Usage per day, grouped by object type and metric.
        """
        return self._call(
            self._organization_usage_details_get,
            {"organization_name": organization_name, "month": month},
            async_req,
            _preload_content,
            _request_timeout,
            _return_http_data_only,
        )

    organization_usage_details_get_with_http_info = with_http_info(organization_usage_details_get)

    _organization_usage_get = Operation(
        "GET", "/organizations/{organization_name}/usage", "list[UsagePerMonth]", query=("start_month",)
    )

    def organization_usage_get(
        self,
        organization_name: str,
        *,
        start_month: Optional[str] = None,
        async_req: bool = False,
        _preload_content: bool = True,
        _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = True,
    ) -> List[ubiops.UsagePerMonth]:
        """Get the monthly usage of an organization.

        Returns the billing metrics of the organization as monthly totals, one entry per pair of object type and
        metric. Months are in ascending order. For values per day use `organization_usage_details_get`; for a
        single project use `project_usage_get`.

        ``GET /organizations/{organization_name}/usage``

        Args:
            organization_name: Name of the organization.
            start_month: First month to report on, as `YYYY-MM`. Default: one year ago.

        Returns:
            Usage per month, grouped by object type and metric.
        """
        return self._call(
            self._organization_usage_get,
            {"organization_name": organization_name, "start_month": start_month},
            async_req,
            _preload_content,
            _request_timeout,
            _return_http_data_only,
        )

    organization_usage_get_with_http_info = with_http_info(organization_usage_get)

    _organization_users_create = Operation(
        "POST", "/organizations/{organization_name}/users", "OrganizationUserDetail", body="data"
    )

    def organization_users_create(
        self,
        organization_name: str,
        data: Union[ubiops.OrganizationUserCreate, Mapping[str, Any]],
        *,
        async_req: bool = False,
        _preload_content: bool = True,
        _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = True,
    ) -> ubiops.OrganizationUserDetail:
        """Add a member to an organization.

        The caller must be an admin of the organization. Membership by itself opens no project: give the new
        member roles in the organization's projects with `role_assignments_create`.

        ``POST /organizations/{organization_name}/users``

        Args:
            organization_name: Name of the organization.
            data: Who to add, and whether as an admin.

        Returns:
            The new member.
        """
        return self._call(
            self._organization_users_create,
            {"organization_name": organization_name, "data": data},
            async_req,
            _preload_content,
            _request_timeout,
            _return_http_data_only,
        )

    organization_users_create_with_http_info = with_http_info(organization_users_create)

    _organization_users_delete = Operation("DELETE", "/organizations/{organization_name}/users/{user_id}")

    def organization_users_delete(
        self,
        organization_name: str,
        user_id: str,
        *,
        async_req: bool = False,
        _preload_content: bool = True,
        _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = True,
    ) -> None:
        """Remove a user from an organization.

        Ends the membership and takes away every role that the user has in the projects of the organization. The
        caller must be an admin of the organization. The last remaining admin cannot be removed.

        ``DELETE /organizations/{organization_name}/users/{user_id}``

        Args:
            organization_name: Name of the organization.
            user_id: Identifier of the user.
        """
        return self._call(
            self._organization_users_delete,
            {"organization_name": organization_name, "user_id": user_id},
            async_req,
            _preload_content,
            _request_timeout,
            _return_http_data_only,
        )

    organization_users_delete_with_http_info = with_http_info(organization_users_delete)

    _organization_users_get = Operation(
        "GET", "/organizations/{organization_name}/users/{user_id}", "OrganizationUserDetail"
    )

    def organization_users_get(
        self,
        organization_name: str,
        user_id: str,
        *,
        async_req: bool = False,
        _preload_content: bool = True,
        _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = True,
    ) -> ubiops.OrganizationUserDetail:
        """Get a user of an organization.

        Looks up one member by user id; the ids are listed by `organization_users_list`. The caller must be an
        admin of the organization.

        ``GET /organizations/{organization_name}/users/{user_id}``

        Args:
            organization_name: Name of the organization.
            user_id: Identifier of the user.

        Returns:
            The member.
        """
        return self._call(
            self._organization_users_get,
            {"organization_name": organization_name, "user_id": user_id},
            async_req,
            _preload_content,
            _request_timeout,
            _return_http_data_only,
        )

    organization_users_get_with_http_info = with_http_info(organization_users_get)

    _organization_users_list = Operation(
        "GET", "/organizations/{organization_name}/users", "list[OrganizationUserDetail]"
    )

    def organization_users_list(
        self,
        organization_name: str,
        *,
        async_req: bool = False,
        _preload_content: bool = True,
        _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = True,
    ) -> List[ubiops.OrganizationUserDetail]:
        """List the users of an organization.

        Returns every member of the organization, admins and regular users alike.

        ``GET /organizations/{organization_name}/users``

        Args:
            organization_name: Name of the organization.

        Returns:
            The members of the organization.
        """
        return self._call(
            self._organization_users_list,
            {"organization_name": organization_name},
            async_req,
            _preload_content,
            _request_timeout,
            _return_http_data_only,
        )

    organization_users_list_with_http_info = with_http_info(organization_users_list)

    _organization_users_update = Operation(
        "PATCH", "/organizations/{organization_name}/users/{user_id}", "OrganizationUserDetail", body="data"
    )

    def organization_users_update(
        self,
        organization_name: str,
        user_id: str,
        data: Union[ubiops.OrganizationUserUpdate, Mapping[str, Any]],
        *,
        async_req: bool = False,
        _preload_content: bool = True,
        _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = True,
    ) -> ubiops.OrganizationUserDetail:
        """Change whether a user is an admin.

        Gives admin rights to a member of the organization or takes them away; nothing else about the member can
        be changed here. The caller must be an admin of the organization. The last remaining admin cannot be made
        a regular user.

        ``PATCH /organizations/{organization_name}/users/{user_id}``

        Args:
            organization_name: Name of the organization.
            user_id: Identifier of the user.
            data: The admin status to set.

        Returns:
            The member after the change.
        """
        return self._call(
            self._organization_users_update,
            {"organization_name": organization_name, "user_id": user_id, "data": data},
            async_req,
            _preload_content,
            _request_timeout,
            _return_http_data_only,
        )

    organization_users_update_with_http_info = with_http_info(organization_users_update)

    _organizations_create = Operation("POST", "/organizations", "OrganizationList", body="data")

    def organizations_create(
        self,
        data: Union[ubiops.OrganizationCreate, Mapping[str, Any]],
        *,
        async_req: bool = False,
        _preload_content: bool = True,
        _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = True,
    ) -> ubiops.OrganizationList:
        """Create an organization.

        The caller becomes an admin of the new organization. Names are unique across the whole service, so a name
        that anyone else has taken is refused. Service users cannot act on organizations. A `free` subscription
        always lasts one year: `subscription_end_date` cannot be combined with it.

        ``POST /organizations``

        Args:
            data: The organization to create and the subscription that it starts with.

        Returns:
            The created organization.
        """
        return self._call(
            self._organizations_create,
            {"data": data},
            async_req,
            _preload_content,
            _request_timeout,
            _return_http_data_only,
        )

    organizations_create_with_http_info = with_http_info(organizations_create)

    _organizations_get = Operation("GET", "/organizations/{organization_name}", "OrganizationDetail")

    def organizations_get(
        self,
        organization_name: str,
        *,
        async_req: bool = False,
        _preload_content: bool = True,
        _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = True,
    ) -> ubiops.OrganizationDetail:
        """Get an organization.

        Adds the current subscription and the status to what `organizations_list` shows. Earlier subscriptions
        are found with `organization_subscriptions_list`.

        ``GET /organizations/{organization_name}``

        Args:
            organization_name: Name of the organization.

        Returns:
            The organization.
        """
        return self._call(
            self._organizations_get,
            {"organization_name": organization_name},
            async_req,
            _preload_content,
            _request_timeout,
            _return_http_data_only,
        )

    organizations_get_with_http_info = with_http_info(organizations_get)

    _organizations_list = Operation("GET", "/organizations", "list[OrganizationList]")

    def organizations_list(
        self,
        *,
        async_req: bool = False,
        _preload_content: bool = True,
        _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = True,
    ) -> List[ubiops.OrganizationList]:
        """List organizations.

        Returns the organizations that the caller is a member of, as admin or as regular user. For the
        subscription of an organization call `organizations_get`.

        ``GET /organizations``

        Returns:
            The caller's organizations.
        """
        return self._call(
            self._organizations_list, {}, async_req, _preload_content, _request_timeout, _return_http_data_only
        )

    organizations_list_with_http_info = with_http_info(organizations_list)

    _organizations_resource_usage = Operation("GET", "/organizations/{organization_name}/resources", "ResourceUsage")

    def organizations_resource_usage(
        self,
        organization_name: str,
        *,
        async_req: bool = False,
        _preload_content: bool = True,
        _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = True,
    ) -> ubiops.ResourceUsage:
        """Count the resources of an organization.

        Returns one object with the number of resources of each kind that the organization has at present. The
        ceilings of the subscription are shown by `subscriptions_get`.

        ``GET /organizations/{organization_name}/resources``

        Args:
            organization_name: Name of the organization.

        Returns:
            The number of resources by kind.
        """
        return self._call(
            self._organizations_resource_usage,
            {"organization_name": organization_name},
            async_req,
            _preload_content,
            _request_timeout,
            _return_http_data_only,
        )

    organizations_resource_usage_with_http_info = with_http_info(organizations_resource_usage)

    _organizations_update = Operation("PATCH", "/organizations/{organization_name}", "OrganizationDetail", body="data")

    def organizations_update(
        self,
        organization_name: str,
        data: Union[ubiops.OrganizationUpdate, Mapping[str, Any]],
        *,
        async_req: bool = False,
        _preload_content: bool = True,
        _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = True,
    ) -> ubiops.OrganizationDetail:
        """Update an organization.

        The caller must be an admin of the organization. Admins can rename the organization themselves; a change
        of the subscription is reserved to Dutch Analytics, the company behind the service. Fields that are left
        out keep their value. To remove an end date that was set before, send `subscription_end_date` as null.

        ``PATCH /organizations/{organization_name}``

        Args:
            organization_name: Name of the organization.
            data: The fields to change.

        Returns:
            The organization after the change.
        """
        return self._call(
            self._organizations_update,
            {"organization_name": organization_name, "data": data},
            async_req,
            _preload_content,
            _request_timeout,
            _return_http_data_only,
        )

    organizations_update_with_http_info = with_http_info(organizations_update)

    _permissions_list = Operation("GET", "/permissions", "list[PermissionList]")

    def permissions_list(
        self,
        *,
        async_req: bool = False,
        _preload_content: bool = True,
        _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = True,
    ) -> List[ubiops.PermissionList]:
        """List permissions.

        Returns every permission that a custom role can hold. Use the names in `roles_create` and `roles_update`.
        A name is a dotted path that ends in a verb such as `list`, `get`, `create`, `update` or `delete`.

        ``GET /permissions``

        Returns:
            The available permissions.
        """
        return self._call(
            self._permissions_list, {}, async_req, _preload_content, _request_timeout, _return_http_data_only
        )

    permissions_list_with_http_info = with_http_info(permissions_list)

    _pipeline_object_attachments_create = Operation(
        "POST", "/projects/{project_name}/pipelines/{pipeline_name}/attachments", "Attachments", body="data"
    )

    def pipeline_object_attachments_create(
        self,
        project_name: str,
        pipeline_name: str,
        data: Union[ubiops.AttachmentsCreate, Mapping[str, Any]],
        *,
        async_req: bool = False,
        _preload_content: bool = True,
        _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = True,
    ) -> ubiops.Attachments:
        """Attach two objects of a pipeline.

        Sends the output of the source object to the input of the destination object. Both must already be
        objects of the pipeline (`pipeline_objects_create`); the pipeline's own input is the object
        `pipeline_start`.

        - `pipeline_start` can only be a source, a connector can only be a destination.
        - Every input field of the destination has to be mapped. Output fields of the source may be left unused,
          and one of them may feed several input fields.
        - The two fields of a pair must have the same data type.
        - The input field of a blob connector is called `blob`.
        - Objects of type plain have no fields: leave `mapping` out or send an empty list.

        ``POST /projects/{project_name}/pipelines/{pipeline_name}/attachments``

        Args:
            project_name: Name of the project.
            pipeline_name: Name of the pipeline.
            data: The two objects and the fields that are linked.

        Returns:
            The created attachment.
        """
        return self._call(
            self._pipeline_object_attachments_create,
            {"project_name": project_name, "pipeline_name": pipeline_name, "data": data},
            async_req,
            _preload_content,
            _request_timeout,
            _return_http_data_only,
        )

    pipeline_object_attachments_create_with_http_info = with_http_info(pipeline_object_attachments_create)

    _pipeline_object_attachments_delete = Operation(
        "DELETE",
        "/projects/{project_name}/pipelines/{pipeline_name}/objects/{source_name}/attachments/{destination_name}",
    )

    def pipeline_object_attachments_delete(
        self,
        project_name: str,
        destination_name: str,
        pipeline_name: str,
        source_name: str,
        *,
        async_req: bool = False,
        _preload_content: bool = True,
        _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = True,
    ) -> None:
        """Delete an attachment.

        Removes only the link between the two objects. The objects stay in the pipeline, and so do the model
        versions and connectors that they refer to.

        ``DELETE /projects/{project_name}/pipelines/{pipeline_name}/objects/{source_name}/attachments/{destination_name}``

        By position, names come in the order of 2.1.0, which is not that of the path: give them by keyword.

        Args:
            project_name: Name of the project.
            destination_name: Name of the object that the data goes to.
            pipeline_name: Name of the pipeline.
            source_name: Name of the object that the data comes from, or `pipeline_start` for the pipeline's own
                input.
        """
        return self._call(
            self._pipeline_object_attachments_delete,
            {
                "project_name": project_name,
                "destination_name": destination_name,
                "pipeline_name": pipeline_name,
                "source_name": source_name,
            },
            async_req,
            _preload_content,
            _request_timeout,
            _return_http_data_only,
        )

    pipeline_object_attachments_delete_with_http_info = with_http_info(pipeline_object_attachments_delete)

    _pipeline_object_attachments_get = Operation(
        "GET",
        "/projects/{project_name}/pipelines/{pipeline_name}/objects/{source_name}/attachments/{destination_name}",
        "AttachmentsList",
    )

    def pipeline_object_attachments_get(
        self,
        project_name: str,
        destination_name: str,
        pipeline_name: str,
        source_name: str,
        *,
        async_req: bool = False,
        _preload_content: bool = True,
        _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = True,
    ) -> ubiops.AttachmentsList:
        """Get an attachment.

        Shows the link from one source object to one destination object, with the fields that are mapped. Use
        `pipeline_start` as the source name for a link from the pipeline's own input.

        ``GET /projects/{project_name}/pipelines/{pipeline_name}/objects/{source_name}/attachments/{destination_name}``

        By position, names come in the order of 2.1.0, which is not that of the path: give them by keyword.

        Args:
            project_name: Name of the project.
            destination_name: Name of the object that the data goes to.
            pipeline_name: Name of the pipeline.
            source_name: Name of the object that the data comes from, or `pipeline_start` for the pipeline's own
                input.

        Returns:
            The attachment.
        """
        return self._call(
            self._pipeline_object_attachments_get,
            {
                "project_name": project_name,
                "destination_name": destination_name,
                "pipeline_name": pipeline_name,
                "source_name": source_name,
            },
            async_req,
            _preload_content,
            _request_timeout,
            _return_http_data_only,
        )

    pipeline_object_attachments_get_with_http_info = with_http_info(pipeline_object_attachments_get)

    _pipeline_object_attachments_list = Operation(
        "GET", "/projects/{project_name}/pipelines/{pipeline_name}/attachments", "list[AttachmentsList]"
    )

    def pipeline_object_attachments_list(
        self,
        project_name: str,
        pipeline_name: str,
        *,
        async_req: bool = False,
        _preload_content: bool = True,
        _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = True,
    ) -> List[ubiops.AttachmentsList]:
        """List the attachments of a pipeline.

        Returns every attachment of the pipeline, those that start at `pipeline_start` included.
        `pipeline_object_attachments_source_get` limits the list to one source object.

        ``GET /projects/{project_name}/pipelines/{pipeline_name}/attachments``

        Args:
            project_name: Name of the project.
            pipeline_name: Name of the pipeline.

        Returns:
            The attachments of the pipeline.
        """
        return self._call(
            self._pipeline_object_attachments_list,
            {"project_name": project_name, "pipeline_name": pipeline_name},
            async_req,
            _preload_content,
            _request_timeout,
            _return_http_data_only,
        )

    pipeline_object_attachments_list_with_http_info = with_http_info(pipeline_object_attachments_list)

    _pipeline_object_attachments_source_get = Operation(
        "GET",
        "/projects/{project_name}/pipelines/{pipeline_name}/objects/{source_name}/attachments/",
        "list[AttachmentsList]",
    )

    def pipeline_object_attachments_source_get(
        self,
        project_name: str,
        pipeline_name: str,
        source_name: str,
        *,
        async_req: bool = False,
        _preload_content: bool = True,
        _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = True,
    ) -> List[ubiops.AttachmentsList]:
        """List the attachments of a source object.

        Returns the attachments that start at the given object, one for each destination. Use `pipeline_start` as
        the source name for the links from the pipeline's own input.

        ``GET /projects/{project_name}/pipelines/{pipeline_name}/objects/{source_name}/attachments/``

        Args:
            project_name: Name of the project.
            pipeline_name: Name of the pipeline.
            source_name: Name of the object that the data comes from, or `pipeline_start` for the pipeline's own
                input.

        Returns:
            The attachments that start at the object.
        """
        return self._call(
            self._pipeline_object_attachments_source_get,
            {"project_name": project_name, "pipeline_name": pipeline_name, "source_name": source_name},
            async_req,
            _preload_content,
            _request_timeout,
            _return_http_data_only,
        )

    pipeline_object_attachments_source_get_with_http_info = with_http_info(pipeline_object_attachments_source_get)

    _pipeline_object_environment_variables_list = Operation(
        "GET",
        "/projects/{project_name}/pipelines/{pipeline_name}/objects/{name}/environment-variables",
        "list[InheritedEnvironmentVariableList]",
    )

    def pipeline_object_environment_variables_list(
        self,
        project_name: str,
        name: str,
        pipeline_name: str,
        *,
        async_req: bool = False,
        _preload_content: bool = True,
        _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = True,
    ) -> List[ubiops.InheritedEnvironmentVariableList]:
        """List the environment variables of a pipeline object.

        Returns the variables that the model version behind a pipeline object sees. A pipeline object has no
        variables of its own: each entry comes from the version, its model or the project, and `inheritance_type`
        and `inheritance_name` say which. Values of secret variables are null.

        ``GET /projects/{project_name}/pipelines/{pipeline_name}/objects/{name}/environment-variables``

        By position, names come in the order of 2.1.0, which is not that of the path: give them by keyword.

        Args:
            project_name: Name of the project.
            name: Name of the object in the pipeline.
            pipeline_name: Name of the pipeline.

        Returns:
            The environment variables.
        """
        return self._call(
            self._pipeline_object_environment_variables_list,
            {"project_name": project_name, "name": name, "pipeline_name": pipeline_name},
            async_req,
            _preload_content,
            _request_timeout,
            _return_http_data_only,
        )

    pipeline_object_environment_variables_list_with_http_info = with_http_info(
        pipeline_object_environment_variables_list
    )

    _pipeline_objects_create = Operation(
        "POST", "/projects/{project_name}/pipelines/{pipeline_name}/objects", "PipelineObjectList", body="data"
    )

    def pipeline_objects_create(
        self,
        project_name: str,
        pipeline_name: str,
        data: Union[ubiops.PipelineObjectCreate, Mapping[str, Any]],
        *,
        async_req: bool = False,
        _preload_content: bool = True,
        _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = True,
    ) -> ubiops.PipelineObjectList:
        """Add an object to a pipeline.

        An object is a reference to a model version or to a connector. The same model version or connector may be
        added several times under different names. Give `version` with a model and leave it out with a connector.
        The name `pipeline_start` is reserved for the input of the pipeline. A new object takes no part in
        requests until it is attached (`pipeline_object_attachments_create`).

        ``POST /projects/{project_name}/pipelines/{pipeline_name}/objects``

        Args:
            project_name: Name of the project.
            pipeline_name: Name of the pipeline.
            data: The object to add.

        Returns:
            The created pipeline object.
        """
        return self._call(
            self._pipeline_objects_create,
            {"project_name": project_name, "pipeline_name": pipeline_name, "data": data},
            async_req,
            _preload_content,
            _request_timeout,
            _return_http_data_only,
        )

    pipeline_objects_create_with_http_info = with_http_info(pipeline_objects_create)

    _pipeline_objects_delete = Operation("DELETE", "/projects/{project_name}/pipelines/{pipeline_name}/objects/{name}")

    def pipeline_objects_delete(
        self,
        project_name: str,
        name: str,
        pipeline_name: str,
        *,
        async_req: bool = False,
        _preload_content: bool = True,
        _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = True,
    ) -> None:
        """Delete an object from a pipeline.

        Removes the reference from the pipeline, together with every attachment from or to the object. The model,
        its version or the connector itself is kept.

        ``DELETE /projects/{project_name}/pipelines/{pipeline_name}/objects/{name}``

        By position, names come in the order of 2.1.0, which is not that of the path: give them by keyword.

        Args:
            project_name: Name of the project.
            name: Name of the object in the pipeline.
            pipeline_name: Name of the pipeline.
        """
        return self._call(
            self._pipeline_objects_delete,
            {"project_name": project_name, "name": name, "pipeline_name": pipeline_name},
            async_req,
            _preload_content,
            _request_timeout,
            _return_http_data_only,
        )

    pipeline_objects_delete_with_http_info = with_http_info(pipeline_objects_delete)

    _pipeline_objects_get = Operation(
        "GET", "/projects/{project_name}/pipelines/{pipeline_name}/objects/{name}", "PipelineObjectList"
    )

    def pipeline_objects_get(
        self,
        project_name: str,
        name: str,
        pipeline_name: str,
        *,
        async_req: bool = False,
        _preload_content: bool = True,
        _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = True,
    ) -> ubiops.PipelineObjectList:
        """Get an object of a pipeline.

        Shows what the object refers to. An object that refers to a connector has no `version`.

        ``GET /projects/{project_name}/pipelines/{pipeline_name}/objects/{name}``

        By position, names come in the order of 2.1.0, which is not that of the path: give them by keyword.

        Args:
            project_name: Name of the project.
            name: Name of the object in the pipeline.
            pipeline_name: Name of the pipeline.

        Returns:
            The pipeline object.
        """
        return self._call(
            self._pipeline_objects_get,
            {"project_name": project_name, "name": name, "pipeline_name": pipeline_name},
            async_req,
            _preload_content,
            _request_timeout,
            _return_http_data_only,
        )

    pipeline_objects_get_with_http_info = with_http_info(pipeline_objects_get)

    _pipeline_objects_list = Operation(
        "GET", "/projects/{project_name}/pipelines/{pipeline_name}/objects", "list[PipelineObjectList]"
    )

    def pipeline_objects_list(
        self,
        project_name: str,
        pipeline_name: str,
        *,
        async_req: bool = False,
        _preload_content: bool = True,
        _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = True,
    ) -> List[ubiops.PipelineObjectList]:
        """List the objects of a pipeline.

        Returns the model versions and connectors that the pipeline refers to. The built-in start of the
        pipeline, `pipeline_start`, is not a reference and is not in the list.

        ``GET /projects/{project_name}/pipelines/{pipeline_name}/objects``

        Args:
            project_name: Name of the project.
            pipeline_name: Name of the pipeline.

        Returns:
            The objects of the pipeline.
        """
        return self._call(
            self._pipeline_objects_list,
            {"project_name": project_name, "pipeline_name": pipeline_name},
            async_req,
            _preload_content,
            _request_timeout,
            _return_http_data_only,
        )

    pipeline_objects_list_with_http_info = with_http_info(pipeline_objects_list)

    _pipeline_objects_update = Operation(
        "PATCH", "/projects/{project_name}/pipelines/{pipeline_name}/objects/{name}", "PipelineObjectList", body="data"
    )

    def pipeline_objects_update(
        self,
        project_name: str,
        name: str,
        pipeline_name: str,
        data: Union[ubiops.PipelineObjectUpdate, Mapping[str, Any]],
        *,
        async_req: bool = False,
        _preload_content: bool = True,
        _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = True,
    ) -> ubiops.PipelineObjectList:
        """Update an object of a pipeline.

        Renames the object or moves it to another version of the same model. All versions of a model have the
        same input and output fields, so the mappings keep their meaning. The model or connector that the object
        refers to cannot be changed: delete the object and add a new one. The result is validated as a whole
        again.

        ``PATCH /projects/{project_name}/pipelines/{pipeline_name}/objects/{name}``

        By position, names come in the order of 2.1.0, which is not that of the path: give them by keyword.

        Args:
            project_name: Name of the project.
            name: Name of the object in the pipeline.
            pipeline_name: Name of the pipeline.
            data: The fields to change.

        Returns:
            The updated pipeline object.
        """
        return self._call(
            self._pipeline_objects_update,
            {"project_name": project_name, "name": name, "pipeline_name": pipeline_name, "data": data},
            async_req,
            _preload_content,
            _request_timeout,
            _return_http_data_only,
        )

    pipeline_objects_update_with_http_info = with_http_info(pipeline_objects_update)

    _pipelines_create = Operation("POST", "/projects/{project_name}/pipelines", "PipelineList", body="data")

    def pipelines_create(
        self,
        project_name: str,
        data: Union[ubiops.PipelineCreate, Mapping[str, Any]],
        *,
        async_req: bool = False,
        _preload_content: bool = True,
        _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = True,
    ) -> ubiops.PipelineList:
        """Create a pipeline.

        The input type and input fields set what the data of a pipeline request must look like. A structured
        pipeline needs at least one input field; a plain pipeline has none, so leave `input_fields` out or send
        an empty list. The new pipeline is empty: add model versions and connectors with
        `pipeline_objects_create`, and link them with `pipeline_object_attachments_create`. Objects attached to
        `pipeline_start` receive the data of the request.

        ``POST /projects/{project_name}/pipelines``

        Args:
            project_name: Name of the project.
            data: The pipeline to create.

        Returns:
            The created pipeline.
        """
        return self._call(
            self._pipelines_create,
            {"project_name": project_name, "data": data},
            async_req,
            _preload_content,
            _request_timeout,
            _return_http_data_only,
        )

    pipelines_create_with_http_info = with_http_info(pipelines_create)

    _pipelines_delete = Operation("DELETE", "/projects/{project_name}/pipelines/{pipeline_name}")

    def pipelines_delete(
        self,
        project_name: str,
        pipeline_name: str,
        *,
        async_req: bool = False,
        _preload_content: bool = True,
        _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = True,
    ) -> None:
        """Delete a pipeline.

        Also deletes all objects and attachments of the pipeline. The models and connectors that the objects
        refer to are kept.

        ``DELETE /projects/{project_name}/pipelines/{pipeline_name}``

        Args:
            project_name: Name of the project.
            pipeline_name: Name of the pipeline.
        """
        return self._call(
            self._pipelines_delete,
            {"project_name": project_name, "pipeline_name": pipeline_name},
            async_req,
            _preload_content,
            _request_timeout,
            _return_http_data_only,
        )

    pipelines_delete_with_http_info = with_http_info(pipelines_delete)

    _pipelines_get = Operation("GET", "/projects/{project_name}/pipelines/{pipeline_name}", "PipelineList")

    def pipelines_get(
        self,
        project_name: str,
        pipeline_name: str,
        *,
        async_req: bool = False,
        _preload_content: bool = True,
        _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = True,
    ) -> ubiops.PipelineList:
        """Get a pipeline.

        Shows the pipeline itself. Its objects and attachments are not included; see `pipeline_objects_list` and
        `pipeline_object_attachments_list`.

        ``GET /projects/{project_name}/pipelines/{pipeline_name}``

        Args:
            project_name: Name of the project.
            pipeline_name: Name of the pipeline.

        Returns:
            The pipeline.
        """
        return self._call(
            self._pipelines_get,
            {"project_name": project_name, "pipeline_name": pipeline_name},
            async_req,
            _preload_content,
            _request_timeout,
            _return_http_data_only,
        )

    pipelines_get_with_http_info = with_http_info(pipelines_get)

    _pipelines_list = Operation("GET", "/projects/{project_name}/pipelines", "list[PipelineList]")

    def pipelines_list(
        self,
        project_name: str,
        *,
        async_req: bool = False,
        _preload_content: bool = True,
        _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = True,
    ) -> List[ubiops.PipelineList]:
        """List the pipelines of a project.

        Returns all pipelines of the project in one answer. Their objects and attachments are not included; see
        `pipeline_objects_list` and `pipeline_object_attachments_list`.

        ``GET /projects/{project_name}/pipelines``

        Args:
            project_name: Name of the project.

        Returns:
            The pipelines of the project.
        """
        return self._call(
            self._pipelines_list,
            {"project_name": project_name},
            async_req,
            _preload_content,
            _request_timeout,
            _return_http_data_only,
        )

    pipelines_list_with_http_info = with_http_info(pipelines_list)

    _pipelines_request = Operation(
        "POST",
        "/projects/{project_name}/pipelines/{pipeline_name}/request",
        "PipelineRequestList",
        query=("pipeline_timeout", "model_timeout"),
        body="data",
        waits=("pipeline_timeout", 3600),
    )

    def pipelines_request(
        self,
        project_name: str,
        pipeline_name: str,
        data: Union[ubiops.PipelineRequestCreate, Mapping[str, Any], str],
        *,
        pipeline_timeout: Optional[int] = None,
        model_timeout: Optional[int] = None,
        async_req: bool = False,
        _preload_content: bool = True,
        _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = True,
    ) -> ubiops.PipelineRequestList:
        """Make a direct request to a pipeline.

        Sends one input through a pipeline, waits, and returns the outcome of every model object that ran, in the
        order of execution; connectors are not listed. A model object that fails stops the branch behind it,
        other branches go on, and the call is still answered with status 200: check `success` of each entry.
        Input that does not fit the input fields of the pipeline is refused. A blob field takes the id of a blob
        uploaded earlier with `blobs_create`. For work that takes longer than the timeouts use
        `batch_pipeline_requests_create`.

        ``POST /projects/{project_name}/pipelines/{pipeline_name}/request``

        Args:
            project_name: Name of the project.
            pipeline_name: Name of the pipeline.
            data: The input of the pipeline. For a structured pipeline: a dictionary keyed by the names of the
                input fields. For a plain pipeline: a string.
            pipeline_timeout: Longest time in seconds that the whole pipeline request may take. (1 to 7200;
                default `3600`)
            model_timeout: Longest time in seconds that each single model request within the pipeline may take.
                (1 to 3600; default `300`)

        Returns:
            The outcome of each model object in the pipeline.
        """
        return self._call(
            self._pipelines_request,
            {
                "project_name": project_name,
                "pipeline_name": pipeline_name,
                "data": data,
                "pipeline_timeout": pipeline_timeout,
                "model_timeout": model_timeout,
            },
            async_req,
            _preload_content,
            _request_timeout,
            _return_http_data_only,
        )

    pipelines_request_with_http_info = with_http_info(pipelines_request)

    _pipelines_update = Operation(
        "PATCH", "/projects/{project_name}/pipelines/{pipeline_name}", "PipelineList", body="data"
    )

    def pipelines_update(
        self,
        project_name: str,
        pipeline_name: str,
        data: Union[ubiops.PipelineCreate, Mapping[str, Any]],
        *,
        async_req: bool = False,
        _preload_content: bool = True,
        _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = True,
    ) -> ubiops.PipelineList:
        """Update a pipeline.

        Only the fields that are sent change, none is required, and the result is validated as a whole again. The
        type can go from plain to structured and back. A change to plain deletes the input fields; leave
        `input_fields` out or send an empty list then. A change to structured removes the fields that existed and
        creates those in `input_fields`: repeat the ones that must stay.

        ``PATCH /projects/{project_name}/pipelines/{pipeline_name}``

        Args:
            project_name: Name of the project.
            pipeline_name: Name of the pipeline.
            data: The fields to change: any subset of the fields of `PipelineCreate`.

        Returns:
            The updated pipeline.
        """
        return self._call(
            self._pipelines_update,
            {"project_name": project_name, "pipeline_name": pipeline_name, "data": data},
            async_req,
            _preload_content,
            _request_timeout,
            _return_http_data_only,
        )

    pipelines_update_with_http_info = with_http_info(pipelines_update)

    _project_environment_variables_create = Operation(
        "POST", "/projects/{project_name}/environment-variables", "EnvironmentVariableList", body="data"
    )

    def project_environment_variables_create(
        self,
        project_name: str,
        data: Union[ubiops.EnvironmentVariableCreate, Mapping[str, Any]],
        *,
        async_req: bool = False,
        _preload_content: bool = True,
        _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = True,
    ) -> ubiops.EnvironmentVariableList:
        """Create a project environment variable.

        Defines a variable that all models in the project inherit. A model or a version may shadow it with a
        variable of its own under the same name. A name that is already defined on the project is refused. The
        value of a secret variable is null in every answer, the one to this call included; only running model
        code can read it.

        ``POST /projects/{project_name}/environment-variables``

        Args:
            project_name: Name of the project.
            data: The variable to create.

        Returns:
            The created variable.
        """
        return self._call(
            self._project_environment_variables_create,
            {"project_name": project_name, "data": data},
            async_req,
            _preload_content,
            _request_timeout,
            _return_http_data_only,
        )

    project_environment_variables_create_with_http_info = with_http_info(project_environment_variables_create)

    _project_environment_variables_delete = Operation("DELETE", "/projects/{project_name}/environment-variables/{id}")

    def project_environment_variables_delete(
        self,
        project_name: str,
        id: str,
        *,
        async_req: bool = False,
        _preload_content: bool = True,
        _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = True,
    ) -> None:
        """Delete a project environment variable.

        Removes a variable from the project, and with it from every model that inherits it.

        ``DELETE /projects/{project_name}/environment-variables/{id}``

        Args:
            project_name: Name of the project.
            id: Identifier of the environment variable.
        """
        return self._call(
            self._project_environment_variables_delete,
            {"project_name": project_name, "id": id},
            async_req,
            _preload_content,
            _request_timeout,
            _return_http_data_only,
        )

    project_environment_variables_delete_with_http_info = with_http_info(project_environment_variables_delete)

    _project_environment_variables_get = Operation(
        "GET", "/projects/{project_name}/environment-variables/{id}", "EnvironmentVariableList"
    )

    def project_environment_variables_get(
        self,
        project_name: str,
        id: str,
        *,
        async_req: bool = False,
        _preload_content: bool = True,
        _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = True,
    ) -> ubiops.EnvironmentVariableList:
        """Get a project environment variable.

        Returns one variable of the project. The value of a secret variable is null.

        ``GET /projects/{project_name}/environment-variables/{id}``

        Args:
            project_name: Name of the project.
            id: Identifier of the environment variable.

        Returns:
            The environment variable.
        """
        return self._call(
            self._project_environment_variables_get,
            {"project_name": project_name, "id": id},
            async_req,
            _preload_content,
            _request_timeout,
            _return_http_data_only,
        )

    project_environment_variables_get_with_http_info = with_http_info(project_environment_variables_get)

    _project_environment_variables_list = Operation(
        "GET", "/projects/{project_name}/environment-variables", "list[EnvironmentVariableList]"
    )

    def project_environment_variables_list(
        self,
        project_name: str,
        *,
        async_req: bool = False,
        _preload_content: bool = True,
        _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = True,
    ) -> List[ubiops.EnvironmentVariableList]:
        """List project environment variables.

        Returns the variables defined on the project itself, which all its models inherit. Values of secret
        variables are null.

        ``GET /projects/{project_name}/environment-variables``

        Args:
            project_name: Name of the project.

        Returns:
            The environment variables.
        """
        return self._call(
            self._project_environment_variables_list,
            {"project_name": project_name},
            async_req,
            _preload_content,
            _request_timeout,
            _return_http_data_only,
        )

    project_environment_variables_list_with_http_info = with_http_info(project_environment_variables_list)

    _project_environment_variables_update = Operation(
        "PATCH", "/projects/{project_name}/environment-variables/{id}", "EnvironmentVariableList", body="data"
    )

    def project_environment_variables_update(
        self,
        project_name: str,
        id: str,
        data: Union[ubiops.EnvironmentVariableCreate, Mapping[str, Any]],
        *,
        async_req: bool = False,
        _preload_content: bool = True,
        _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = True,
    ) -> ubiops.EnvironmentVariableList:
        """Update a project environment variable.

        Replaces name, value and secrecy together, so repeat what should not change; the current value of a
        secret variable cannot be read back, so it has to be known. A variable may become secret, but a secret
        one can never be made readable again. The change applies to every model that inherits the variable.

        ``PATCH /projects/{project_name}/environment-variables/{id}``

        Args:
            project_name: Name of the project.
            id: Identifier of the environment variable.
            data: The new name, value and secrecy of the variable.

        Returns:
            The variable after the change.
        """
        return self._call(
            self._project_environment_variables_update,
            {"project_name": project_name, "id": id, "data": data},
            async_req,
            _preload_content,
            _request_timeout,
            _return_http_data_only,
        )

    project_environment_variables_update_with_http_info = with_http_info(project_environment_variables_update)

    _project_usage_get = Operation(
        "GET", "/projects/{project_name}/usage", "list[UsagePerMonth]", query=("start_month",)
    )

    def project_usage_get(
        self,
        project_name: str,
        *,
        start_month: Optional[str] = None,
        async_req: bool = False,
        _preload_content: bool = True,
        _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = True,
    ) -> List[ubiops.UsagePerMonth]:
        """Get the billed usage per month.

        Returns the metrics on which billing is based, one entry for each pair of object type and metric, each
        with its totals per calendar month in ascending order. Without `start_month` the answer begins one year
        back. `metrics_get` gives the same kind of figures at a finer interval.

        ``GET /projects/{project_name}/usage``

        Args:
            project_name: Name of the project.
            start_month: First month to report, as `YYYY-MM`. Default: one year ago.

        Returns:
            Monthly totals for each object type and metric.
        """
        return self._call(
            self._project_usage_get,
            {"project_name": project_name, "start_month": start_month},
            async_req,
            _preload_content,
            _request_timeout,
            _return_http_data_only,
        )

    project_usage_get_with_http_info = with_http_info(project_usage_get)

    _projects_create = Operation("POST", "/projects", "ProjectList", body="data")

    def projects_create(
        self,
        data: Union[ubiops.ProjectCreate, Mapping[str, Any]],
        *,
        async_req: bool = False,
        _preload_content: bool = True,
        _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = True,
    ) -> ubiops.ProjectList:
        """Create a project.

        Only admins of the organization may create projects in it; a service user cannot. Every admin the
        organization has at that moment is given the role `project-admin` in the new project. A name that any
        organization already uses is refused, because project names are unique across the whole service.

        ``POST /projects``

        Args:
            data: Name of the new project and the organization it belongs to.

        Returns:
            The created project.
        """
        return self._call(
            self._projects_create, {"data": data}, async_req, _preload_content, _request_timeout, _return_http_data_only
        )

    projects_create_with_http_info = with_http_info(projects_create)

    _projects_delete = Operation("DELETE", "/projects/{project_name}")

    def projects_delete(
        self,
        project_name: str,
        *,
        async_req: bool = False,
        _preload_content: bool = True,
        _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = True,
    ) -> None:
        """Delete a project.

        All models, connectors and pipelines of the project are deleted along with it. The caller needs a role in
        the project that allows it.

        ``DELETE /projects/{project_name}``

        Args:
            project_name: Name of the project.
        """
        return self._call(
            self._projects_delete,
            {"project_name": project_name},
            async_req,
            _preload_content,
            _request_timeout,
            _return_http_data_only,
        )

    projects_delete_with_http_info = with_http_info(projects_delete)

    _projects_get = Operation("GET", "/projects/{project_name}", "ProjectList")

    def projects_get(
        self,
        project_name: str,
        *,
        async_req: bool = False,
        _preload_content: bool = True,
        _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = True,
    ) -> ubiops.ProjectList:
        """Get a project.

        Returns a single project, found by its name. The caller needs a role in the project that allows it.

        ``GET /projects/{project_name}``

        Args:
            project_name: Name of the project.

        Returns:
            The requested project.
        """
        return self._call(
            self._projects_get,
            {"project_name": project_name},
            async_req,
            _preload_content,
            _request_timeout,
            _return_http_data_only,
        )

    projects_get_with_http_info = with_http_info(projects_get)

    _projects_list = Operation("GET", "/projects", "list[ProjectList]")

    def projects_list(
        self,
        *,
        async_req: bool = False,
        _preload_content: bool = True,
        _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = True,
    ) -> List[ubiops.ProjectList]:
        """List projects.

        Returns the projects that the caller may access, taken from all organizations that the caller belongs to.
        Use `projects_get` for one project.

        ``GET /projects``

        Returns:
            The projects the caller may access.
        """
        return self._call(
            self._projects_list, {}, async_req, _preload_content, _request_timeout, _return_http_data_only
        )

    projects_list_with_http_info = with_http_info(projects_list)

    _projects_log_list = Operation("POST", "/projects/{project_name}/logs", "list[Logs]", body="data")

    def projects_log_list(
        self,
        project_name: str,
        data: Union[ubiops.LogsCreate, Mapping[str, Any]],
        *,
        async_req: bool = False,
        _preload_content: bool = True,
        _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = True,
    ) -> List[ubiops.Logs]:
        """Search the logs of a project.

        Returns log lines of the models, pipelines, connectors and requests of the project. A line must match all
        filters given; with empty filters every line in the time window is a match, and a filter on a model also
        finds what the model logged inside pipelines.

        The window starts at the log line `id` or at `date` (both inclusive) and is `date_range` seconds long:
        with a negative range it reaches back and lines come newest first, with a positive range it reaches
        forward and they come oldest first. With neither `id` nor `date` the window ends now and reaches back. To
        read on where an answer stopped, send the `id` of its last line; that line is returned again as the first
        one.

        ``POST /projects/{project_name}/logs``

        Args:
            project_name: Name of the project.
            data: Filters, start and length of the time window, and the largest number of lines.

        Returns:
            The matching log lines.
        """
        return self._call(
            self._projects_log_list,
            {"project_name": project_name, "data": data},
            async_req,
            _preload_content,
            _request_timeout,
            _return_http_data_only,
        )

    projects_log_list_with_http_info = with_http_info(projects_log_list)

    _projects_resource_usage = Operation("GET", "/projects/{project_name}/resources", "ProjectResourceUsage")

    def projects_resource_usage(
        self,
        project_name: str,
        *,
        async_req: bool = False,
        _preload_content: bool = True,
        _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = True,
    ) -> ubiops.ProjectResourceUsage:
        """Count the resources of a project.

        Returns how many models, model versions, connectors and pipelines the project holds at this moment.
        Versions are counted over all models together. For amounts that are billed, see `project_usage_get`.

        ``GET /projects/{project_name}/resources``

        Args:
            project_name: Name of the project.

        Returns:
            The numbers of resources in the project.
        """
        return self._call(
            self._projects_resource_usage,
            {"project_name": project_name},
            async_req,
            _preload_content,
            _request_timeout,
            _return_http_data_only,
        )

    projects_resource_usage_with_http_info = with_http_info(projects_resource_usage)

    _projects_update = Operation("PATCH", "/projects/{project_name}", "ProjectList", body="data")

    def projects_update(
        self,
        project_name: str,
        data: Union[ubiops.ProjectUpdate, Mapping[str, Any]],
        *,
        async_req: bool = False,
        _preload_content: bool = True,
        _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = True,
    ) -> ubiops.ProjectList:
        """Rename a project.

        The name is the only thing of a project that can be changed. The caller needs a role in the project that
        allows it. The name is part of the path of every call on the project, so calls made after the change must
        use the new one.

        ``PATCH /projects/{project_name}``

        Args:
            project_name: Name of the project.
            data: The new name of the project.

        Returns:
            The updated project.
        """
        return self._call(
            self._projects_update,
            {"project_name": project_name, "data": data},
            async_req,
            _preload_content,
            _request_timeout,
            _return_http_data_only,
        )

    projects_update_with_http_info = with_http_info(projects_update)

    _role_assignments_create = Operation(
        "POST", "/projects/{project_name}/role-assignments", "RoleAssignmentList", body="data"
    )

    def role_assignments_create(
        self,
        project_name: str,
        data: Union[ubiops.RoleAssignmentCreate, Mapping[str, Any]],
        *,
        async_req: bool = False,
        _preload_content: bool = True,
        _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = True,
    ) -> ubiops.RoleAssignmentList:
        """Assign a role to a user.

        Gives a user or a service user the permissions of one role, either in the whole project or on one model,
        set of credentials, connector or pipeline. `object_name` and `object_type` belong together: one without
        the other is refused, and leaving both out assigns the role on the project. The caller needs a role in
        the project that allows it. Roles on blobs can only be given on the project.

        ``POST /projects/{project_name}/role-assignments``

        Args:
            project_name: Name of the project.
            data: The user, the role and, optionally, the object it is limited to.

        Returns:
            The created role assignment.
        """
        return self._call(
            self._role_assignments_create,
            {"project_name": project_name, "data": data},
            async_req,
            _preload_content,
            _request_timeout,
            _return_http_data_only,
        )

    role_assignments_create_with_http_info = with_http_info(role_assignments_create)

    _role_assignments_delete = Operation("DELETE", "/projects/{project_name}/role-assignments/{id}")

    def role_assignments_delete(
        self,
        project_name: str,
        id: str,
        *,
        async_req: bool = False,
        _preload_content: bool = True,
        _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = True,
    ) -> None:
        """Take a role away from a user.

        Deletes the role assignment; the role itself remains. The caller needs a role in the project that allows
        it. Callers whose permissions suffice can take away their own roles too.

        ``DELETE /projects/{project_name}/role-assignments/{id}``

        Args:
            project_name: Name of the project.
            id: Identifier of the role assignment.
        """
        return self._call(
            self._role_assignments_delete,
            {"project_name": project_name, "id": id},
            async_req,
            _preload_content,
            _request_timeout,
            _return_http_data_only,
        )

    role_assignments_delete_with_http_info = with_http_info(role_assignments_delete)

    _role_assignments_get = Operation("GET", "/projects/{project_name}/role-assignments/{id}", "RoleAssignmentList")

    def role_assignments_get(
        self,
        project_name: str,
        id: str,
        *,
        async_req: bool = False,
        _preload_content: bool = True,
        _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = True,
    ) -> ubiops.RoleAssignmentList:
        """Get a role assignment.

        Returns a single role assignment, found by its id. The caller needs a role in the project that allows it.
        The ids are listed by `role_assignments_per_user_list`.

        ``GET /projects/{project_name}/role-assignments/{id}``

        Args:
            project_name: Name of the project.
            id: Identifier of the role assignment.

        Returns:
            The requested role assignment.
        """
        return self._call(
            self._role_assignments_get,
            {"project_name": project_name, "id": id},
            async_req,
            _preload_content,
            _request_timeout,
            _return_http_data_only,
        )

    role_assignments_get_with_http_info = with_http_info(role_assignments_get)

    _role_assignments_per_user_list = Operation(
        "GET", "/projects/{project_name}/users/{user_id}/role-assignments", "list[RoleAssignmentList]"
    )

    def role_assignments_per_user_list(
        self,
        project_name: str,
        user_id: str,
        *,
        async_req: bool = False,
        _preload_content: bool = True,
        _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = True,
    ) -> List[ubiops.RoleAssignmentList]:
        """List the roles of a user.

        Returns all role assignments of one user in the project, those on the project as well as those on single
        objects.

        ``GET /projects/{project_name}/users/{user_id}/role-assignments``

        Args:
            project_name: Name of the project.
            user_id: Identifier of the user.

        Returns:
            The role assignments of the user.
        """
        return self._call(
            self._role_assignments_per_user_list,
            {"project_name": project_name, "user_id": user_id},
            async_req,
            _preload_content,
            _request_timeout,
            _return_http_data_only,
        )

    role_assignments_per_user_list_with_http_info = with_http_info(role_assignments_per_user_list)

    _roles_create = Operation("POST", "/projects/{project_name}/roles", "RoleDetailList", body="data")

    def roles_create(
        self,
        project_name: str,
        data: Union[ubiops.RoleCreate, Mapping[str, Any]],
        *,
        async_req: bool = False,
        _preload_content: bool = True,
        _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = True,
    ) -> ubiops.RoleDetailList:
        """Create a custom role.

        Defines a role from a list of permissions; the permissions that exist are returned by `permissions_list`.
        The role can be assigned within this project only. The caller needs a role in the project that allows it.

        ``POST /projects/{project_name}/roles``

        Args:
            project_name: Name of the project.
            data: Name and permissions of the role.

        Returns:
            The created role.
        """
        return self._call(
            self._roles_create,
            {"project_name": project_name, "data": data},
            async_req,
            _preload_content,
            _request_timeout,
            _return_http_data_only,
        )

    roles_create_with_http_info = with_http_info(roles_create)

    _roles_delete = Operation("DELETE", "/projects/{project_name}/roles/{role_name}")

    def roles_delete(
        self,
        project_name: str,
        role_name: str,
        *,
        async_req: bool = False,
        _preload_content: bool = True,
        _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = True,
    ) -> None:
        """Delete a custom role.

        Removes a role that was made with `roles_create`; default roles are refused. The caller needs a role in
        the project that allows it.

        ``DELETE /projects/{project_name}/roles/{role_name}``

        Args:
            project_name: Name of the project.
            role_name: Name of the role.
        """
        return self._call(
            self._roles_delete,
            {"project_name": project_name, "role_name": role_name},
            async_req,
            _preload_content,
            _request_timeout,
            _return_http_data_only,
        )

    roles_delete_with_http_info = with_http_info(roles_delete)

    _roles_get = Operation("GET", "/projects/{project_name}/roles/{role_name}", "RoleDetailList")

    def roles_get(
        self,
        project_name: str,
        role_name: str,
        *,
        async_req: bool = False,
        _preload_content: bool = True,
        _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = True,
    ) -> ubiops.RoleDetailList:
        """Get a role.

        Returns a single role with its permissions, found by name. The caller needs a role in the project that
        allows it.

        ``GET /projects/{project_name}/roles/{role_name}``

        Args:
            project_name: Name of the project.
            role_name: Name of the role.

        Returns:
            The requested role.
        """
        return self._call(
            self._roles_get,
            {"project_name": project_name, "role_name": role_name},
            async_req,
            _preload_content,
            _request_timeout,
            _return_http_data_only,
        )

    roles_get_with_http_info = with_http_info(roles_get)

    _roles_list = Operation("GET", "/projects/{project_name}/roles", "list[RoleList]")

    def roles_list(
        self,
        project_name: str,
        *,
        async_req: bool = False,
        _preload_content: bool = True,
        _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = True,
    ) -> List[ubiops.RoleList]:
        """List the roles of a project.

        Returns the roles that can be assigned in the project, default and custom ones. Permissions are not
        included; `roles_get` shows them for one role.

        ``GET /projects/{project_name}/roles``

        Args:
            project_name: Name of the project.

        Returns:
            The roles available in the project.
        """
        return self._call(
            self._roles_list,
            {"project_name": project_name},
            async_req,
            _preload_content,
            _request_timeout,
            _return_http_data_only,
        )

    roles_list_with_http_info = with_http_info(roles_list)

    _roles_update = Operation("PATCH", "/projects/{project_name}/roles/{role_name}", "RoleDetailList", body="data")

    def roles_update(
        self,
        project_name: str,
        role_name: str,
        data: Union[ubiops.RoleUpdate, Mapping[str, Any]],
        *,
        async_req: bool = False,
        _preload_content: bool = True,
        _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = True,
    ) -> ubiops.RoleDetailList:
        """Update a custom role.

        Changes the name, the permissions or both; what is left out stays as it is. A list of permissions
        replaces the old list as a whole. Default roles are refused. The caller needs a role in the project that
        allows it.

        ``PATCH /projects/{project_name}/roles/{role_name}``

        Args:
            project_name: Name of the project.
            role_name: Name of the role.
            data: The fields to change.

        Returns:
            The updated role.
        """
        return self._call(
            self._roles_update,
            {"project_name": project_name, "role_name": role_name, "data": data},
            async_req,
            _preload_content,
            _request_timeout,
            _return_http_data_only,
        )

    roles_update_with_http_info = with_http_info(roles_update)

    _scheduled_requests_create = Operation("POST", "/projects/{project_name}/schedules", "ScheduleList", body="data")

    def scheduled_requests_create(
        self,
        project_name: str,
        data: Union[ubiops.ScheduleCreate, Mapping[str, Any]],
        *,
        async_req: bool = False,
        _preload_content: bool = True,
        _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = True,
    ) -> ubiops.ScheduleList:
        """Create a request schedule.

        Sets up requests to a model version or a pipeline that are repeated on a cron schedule, evaluated in UTC.
        Every run sends the same `request_data`. Results of batch runs can be read back with
        `batch_model_requests_list` or `batch_pipeline_requests_list` and their companions; direct runs leave
        traces only in logs and metrics. A name that another schedule of the project already has is refused.

        ``POST /projects/{project_name}/schedules``

        Args:
            project_name: Name of the project.
            data: The schedule to create.

        Returns:
            The created schedule.
        """
        return self._call(
            self._scheduled_requests_create,
            {"project_name": project_name, "data": data},
            async_req,
            _preload_content,
            _request_timeout,
            _return_http_data_only,
        )

    scheduled_requests_create_with_http_info = with_http_info(scheduled_requests_create)

    _scheduled_requests_delete = Operation("DELETE", "/projects/{project_name}/schedules/{schedule_name}")

    def scheduled_requests_delete(
        self,
        project_name: str,
        schedule_name: str,
        *,
        async_req: bool = False,
        _preload_content: bool = True,
        _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = True,
    ) -> None:
        """Delete a request schedule.

        Removes the schedule; no further requests are made by it. To pause it instead, set `enabled` to false
        with `scheduled_requests_update`.

        ``DELETE /projects/{project_name}/schedules/{schedule_name}``

        Args:
            project_name: Name of the project.
            schedule_name: Name of the schedule.
        """
        return self._call(
            self._scheduled_requests_delete,
            {"project_name": project_name, "schedule_name": schedule_name},
            async_req,
            _preload_content,
            _request_timeout,
            _return_http_data_only,
        )

    scheduled_requests_delete_with_http_info = with_http_info(scheduled_requests_delete)

    _scheduled_requests_get = Operation("GET", "/projects/{project_name}/schedules/{schedule_name}", "ScheduleList")

    def scheduled_requests_get(
        self,
        project_name: str,
        schedule_name: str,
        *,
        async_req: bool = False,
        _preload_content: bool = True,
        _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = True,
    ) -> ubiops.ScheduleList:
        """Get a request schedule.

        Returns one schedule by name. `scheduled_requests_list` returns all schedules of a project.

        ``GET /projects/{project_name}/schedules/{schedule_name}``

        Args:
            project_name: Name of the project.
            schedule_name: Name of the schedule.

        Returns:
            The schedule.
        """
        return self._call(
            self._scheduled_requests_get,
            {"project_name": project_name, "schedule_name": schedule_name},
            async_req,
            _preload_content,
            _request_timeout,
            _return_http_data_only,
        )

    scheduled_requests_get_with_http_info = with_http_info(scheduled_requests_get)

    _scheduled_requests_list = Operation("GET", "/projects/{project_name}/schedules", "list[ScheduleList]")

    def scheduled_requests_list(
        self,
        project_name: str,
        *,
        async_req: bool = False,
        _preload_content: bool = True,
        _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = True,
    ) -> List[ubiops.ScheduleList]:
        """List the request schedules of a project.

        Returns every schedule of the project, enabled or not. Requires permission to list requests of model
        versions (`models.versions.requests.list`) or of pipelines (`pipelines.requests.list`); one of the two is
        enough.

        ``GET /projects/{project_name}/schedules``

        Args:
            project_name: Name of the project.

        Returns:
            The schedules of the project.
        """
        return self._call(
            self._scheduled_requests_list,
            {"project_name": project_name},
            async_req,
            _preload_content,
            _request_timeout,
            _return_http_data_only,
        )

    scheduled_requests_list_with_http_info = with_http_info(scheduled_requests_list)

    _scheduled_requests_update = Operation(
        "PATCH", "/projects/{project_name}/schedules/{schedule_name}", "ScheduleList", body="data"
    )

    def scheduled_requests_update(
        self,
        project_name: str,
        schedule_name: str,
        data: Union[ubiops.ScheduleUpdate, Mapping[str, Any]],
        *,
        async_req: bool = False,
        _preload_content: bool = True,
        _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = True,
    ) -> ubiops.ScheduleList:
        """Update a request schedule.

        Changes the fields that are sent and leaves the others as they are. The model, version or pipeline that a
        schedule addresses is fixed; to address another one, delete the schedule and create a new one. Requires
        permission to create requests on that object. Set `enabled` to false to pause the schedule and to true to
        resume it.

        ``PATCH /projects/{project_name}/schedules/{schedule_name}``

        Args:
            project_name: Name of the project.
            schedule_name: Name of the schedule.
            data: The fields to change.

        Returns:
            The updated schedule.
        """
        return self._call(
            self._scheduled_requests_update,
            {"project_name": project_name, "schedule_name": schedule_name, "data": data},
            async_req,
            _preload_content,
            _request_timeout,
            _return_http_data_only,
        )

    scheduled_requests_update_with_http_info = with_http_info(scheduled_requests_update)

    _service_status = Operation("GET", "/status", "Status")

    def service_status(
        self,
        *,
        async_req: bool = False,
        _preload_content: bool = True,
        _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = True,
    ) -> ubiops.Status:
        """Check whether the API is online.

        Needs no authentication. The connection to the database is tried out on every call, and the outcome is
        `ok` or `fail`.

        ``GET /status``

        Returns:
            The state of the API.
        """
        return self._call(
            self._service_status, {}, async_req, _preload_content, _request_timeout, _return_http_data_only
        )

    service_status_with_http_info = with_http_info(service_status)

    _service_users_create = Operation(
        "POST", "/projects/{project_name}/service-users", "ServiceUserDetail", body="data"
    )

    def service_users_create(
        self,
        project_name: str,
        data: Union[ubiops.ServiceUserCreate, Mapping[str, Any]],
        *,
        async_req: bool = False,
        _preload_content: bool = True,
        _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = True,
    ) -> ubiops.ServiceUserDetail:
        """Create a service user.

        Makes an account for programs, with a generated email address that is unique and a token for authorising
        API calls. The token is in this answer only and can never be read again: store it at once;
        `service_users_token` replaces a lost one. A new service user may do nothing until
        `role_assignments_create` gives its id a role. It cannot hold permissions on roles or users; the role for
        full access is `service-user-project-admin`.

        ``POST /projects/{project_name}/service-users``

        Args:
            project_name: Name of the project.
            data: The name of the service user; an empty object is allowed.

        Returns:
            The created service user with its token.
        """
        return self._call(
            self._service_users_create,
            {"project_name": project_name, "data": data},
            async_req,
            _preload_content,
            _request_timeout,
            _return_http_data_only,
        )

    service_users_create_with_http_info = with_http_info(service_users_create)

    _service_users_delete = Operation("DELETE", "/projects/{project_name}/service-users/{service_user_id}")

    def service_users_delete(
        self,
        project_name: str,
        service_user_id: str,
        *,
        async_req: bool = False,
        _preload_content: bool = True,
        _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = True,
    ) -> None:
        """Delete a service user.

        Removes the service user from the project. It cannot be brought back: a service user created afterwards
        has another id, email address and token.

        ``DELETE /projects/{project_name}/service-users/{service_user_id}``

        Args:
            project_name: Name of the project.
            service_user_id: Identifier of the service user.
        """
        return self._call(
            self._service_users_delete,
            {"project_name": project_name, "service_user_id": service_user_id},
            async_req,
            _preload_content,
            _request_timeout,
            _return_http_data_only,
        )

    service_users_delete_with_http_info = with_http_info(service_users_delete)

    _service_users_get = Operation("GET", "/projects/{project_name}/service-users/{service_user_id}", "ServiceUserList")

    def service_users_get(
        self,
        project_name: str,
        service_user_id: str,
        *,
        async_req: bool = False,
        _preload_content: bool = True,
        _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = True,
    ) -> ubiops.ServiceUserList:
        """Get a service user.

        Returns a single service user, found by its id. The token is never included.

        ``GET /projects/{project_name}/service-users/{service_user_id}``

        Args:
            project_name: Name of the project.
            service_user_id: Identifier of the service user.

        Returns:
            The requested service user.
        """
        return self._call(
            self._service_users_get,
            {"project_name": project_name, "service_user_id": service_user_id},
            async_req,
            _preload_content,
            _request_timeout,
            _return_http_data_only,
        )

    service_users_get_with_http_info = with_http_info(service_users_get)

    _service_users_list = Operation("GET", "/projects/{project_name}/service-users", "list[ServiceUserList]")

    def service_users_list(
        self,
        project_name: str,
        *,
        async_req: bool = False,
        _preload_content: bool = True,
        _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = True,
    ) -> List[ubiops.ServiceUserList]:
        """List service users.

        Returns the service users of the project. Tokens are never included.

        ``GET /projects/{project_name}/service-users``

        Args:
            project_name: Name of the project.

        Returns:
            The service users of the project.
        """
        return self._call(
            self._service_users_list,
            {"project_name": project_name},
            async_req,
            _preload_content,
            _request_timeout,
            _return_http_data_only,
        )

    service_users_list_with_http_info = with_http_info(service_users_list)

    _service_users_token = Operation(
        "PUT",
        "/projects/{project_name}/service-users/{service_user_id}/token",
        "ServiceUserTokenList",
        body="data",
        optional_body=True,
    )

    def service_users_token(
        self,
        project_name: str,
        service_user_id: str,
        data: Optional[Any] = None,
        *,
        async_req: bool = False,
        _preload_content: bool = True,
        _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = True,
    ) -> ubiops.ServiceUserTokenList:
        """Replace the token of a service user.

        Deletes the present token and creates a new one, so programs that still use the old token are refused
        from then on. As with `service_users_create`, the new token is shown in this answer only. The request
        needs no body.

        ``PUT /projects/{project_name}/service-users/{service_user_id}/token``

        Args:
            project_name: Name of the project.
            service_user_id: Identifier of the service user.
            data: Not used: send nothing. Clients that cannot leave a body out may send an empty object.

        Returns:
            The new token.
        """
        return self._call(
            self._service_users_token,
            {"project_name": project_name, "service_user_id": service_user_id, "data": data},
            async_req,
            _preload_content,
            _request_timeout,
            _return_http_data_only,
        )

    service_users_token_with_http_info = with_http_info(service_users_token)

    _service_users_update = Operation(
        "PATCH", "/projects/{project_name}/service-users/{service_user_id}", "ServiceUserList", body="data"
    )

    def service_users_update(
        self,
        project_name: str,
        service_user_id: str,
        data: Union[ubiops.ServiceUserCreate, Mapping[str, Any]],
        *,
        async_req: bool = False,
        _preload_content: bool = True,
        _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = True,
    ) -> ubiops.ServiceUserList:
        """Rename a service user.

        Only the name can be changed. Id, email address and token stay the same; use `service_users_token` for a
        new token.

        ``PATCH /projects/{project_name}/service-users/{service_user_id}``

        Args:
            project_name: Name of the project.
            service_user_id: Identifier of the service user.
            data: The new name of the service user.

        Returns:
            The updated service user.
        """
        return self._call(
            self._service_users_update,
            {"project_name": project_name, "service_user_id": service_user_id, "data": data},
            async_req,
            _preload_content,
            _request_timeout,
            _return_http_data_only,
        )

    service_users_update_with_http_info = with_http_info(service_users_update)

    _subscriptions_create = Operation("POST", "/subscriptions", "SubscriptionDetail", body="data")

    def subscriptions_create(
        self,
        data: Union[ubiops.SubscriptionCreate, Mapping[str, Any]],
        *,
        async_req: bool = False,
        _preload_content: bool = True,
        _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = True,
    ) -> ubiops.SubscriptionDetail:
        """Create a subscription.

        Defines a plan that organizations can subscribe to, by its name, in `organizations_create`. Two of the
        settings, `logs_retention_days` and `hidden`, are stored but not part of any answer.

        ``POST /subscriptions``

        Args:
            data: The limits of the plan and its legal documents.

        Returns:
            The created subscription.
        """
        return self._call(
            self._subscriptions_create,
            {"data": data},
            async_req,
            _preload_content,
            _request_timeout,
            _return_http_data_only,
        )

    subscriptions_create_with_http_info = with_http_info(subscriptions_create)

    _subscriptions_delete = Operation("DELETE", "/subscriptions/{subscription_name}")

    def subscriptions_delete(
        self,
        subscription_name: str,
        *,
        async_req: bool = False,
        _preload_content: bool = True,
        _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = True,
    ) -> None:
        """Delete a subscription.

        Removes a plan. The call is refused while any organization uses the subscription.

        ``DELETE /subscriptions/{subscription_name}``

        Args:
            subscription_name: Name of the subscription.
        """
        return self._call(
            self._subscriptions_delete,
            {"subscription_name": subscription_name},
            async_req,
            _preload_content,
            _request_timeout,
            _return_http_data_only,
        )

    subscriptions_delete_with_http_info = with_http_info(subscriptions_delete)

    _subscriptions_get = Operation("GET", "/subscriptions/{subscription_name}", "SubscriptionDetail")

    def subscriptions_get(
        self,
        subscription_name: str,
        *,
        async_req: bool = False,
        _preload_content: bool = True,
        _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = True,
    ) -> ubiops.SubscriptionDetail:
        """Get a subscription.

        Returns the limits of one plan and the links to its legal documents. The log retention and the visibility
        that were set for it are not shown.

        ``GET /subscriptions/{subscription_name}``

        Args:
            subscription_name: Name of the subscription.

        Returns:
            The subscription.
        """
        return self._call(
            self._subscriptions_get,
            {"subscription_name": subscription_name},
            async_req,
            _preload_content,
            _request_timeout,
            _return_http_data_only,
        )

    subscriptions_get_with_http_info = with_http_info(subscriptions_get)

    _subscriptions_list = Operation("GET", "/subscriptions", "list[SubscriptionList]")

    def subscriptions_list(
        self,
        *,
        async_req: bool = False,
        _preload_content: bool = True,
        _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = True,
    ) -> List[ubiops.SubscriptionList]:
        """List subscriptions.

        Returns the plans that an organization can subscribe to, by id and name only. The limits of a plan are
        shown by `subscriptions_get`.

        ``GET /subscriptions``

        Returns:
            The available subscriptions.
        """
        return self._call(
            self._subscriptions_list, {}, async_req, _preload_content, _request_timeout, _return_http_data_only
        )

    subscriptions_list_with_http_info = with_http_info(subscriptions_list)

    _subscriptions_update = Operation("PATCH", "/subscriptions/{subscription_name}", "SubscriptionDetail", body="data")

    def subscriptions_update(
        self,
        subscription_name: str,
        data: Union[ubiops.SubscriptionUpdate, Mapping[str, Any]],
        *,
        async_req: bool = False,
        _preload_content: bool = True,
        _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = True,
    ) -> ubiops.SubscriptionDetail:
        """Update a subscription.

        Changes the limits, the documents, the name or the visibility of a plan. Fields that are left out keep
        their value.

        ``PATCH /subscriptions/{subscription_name}``

        Args:
            subscription_name: Name of the subscription.
            data: The fields to change.

        Returns:
            The subscription after the change.
        """
        return self._call(
            self._subscriptions_update,
            {"subscription_name": subscription_name, "data": data},
            async_req,
            _preload_content,
            _request_timeout,
            _return_http_data_only,
        )

    subscriptions_update_with_http_info = with_http_info(subscriptions_update)

    _user_create = Operation("POST", "/user", "UserPendingDetail", body="data")

    def user_create(
        self,
        data: Union[ubiops.UserPendingCreate, Mapping[str, Any]],
        *,
        async_req: bool = False,
        _preload_content: bool = True,
        _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = True,
    ) -> ubiops.UserPendingDetail:
        """Create a user.

        Registers an account. The service then sends an e-mail to the given address, with which the account has
        to be activated. The address must not belong to another user, and the terms and conditions have to be
        accepted.

        ``POST /user``

        Args:
            data: The account to create.

        Returns:
            The user waiting for activation.
        """
        return self._call(
            self._user_create, {"data": data}, async_req, _preload_content, _request_timeout, _return_http_data_only
        )

    user_create_with_http_info = with_http_info(user_create)

    _user_delete = Operation("DELETE", "/user")

    def user_delete(
        self,
        *,
        async_req: bool = False,
        _preload_content: bool = True,
        _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = True,
    ) -> None:
        """Delete the current user.

        Deletes the account that the call is made with. There is no parameter: nobody else can be deleted this
        way. To take a person out of an organization use `organization_users_delete`.

        ``DELETE /user``
        """
        return self._call(self._user_delete, {}, async_req, _preload_content, _request_timeout, _return_http_data_only)

    user_delete_with_http_info = with_http_info(user_delete)

    _user_get = Operation("GET", "/user", "UserDetail")

    def user_get(
        self,
        *,
        async_req: bool = False,
        _preload_content: bool = True,
        _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = True,
    ) -> ubiops.UserDetail:
        """Get the current user.

        Returns the account that the call is made with. Service users may call this too.

        ``GET /user``

        Returns:
            The current user.
        """
        return self._call(self._user_get, {}, async_req, _preload_content, _request_timeout, _return_http_data_only)

    user_get_with_http_info = with_http_info(user_get)

    _user_update = Operation("PATCH", "/user", "UserDetail", body="data")

    def user_update(
        self,
        data: Union[ubiops.UserUpdate, Mapping[str, Any]],
        *,
        async_req: bool = False,
        _preload_content: bool = True,
        _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = True,
    ) -> ubiops.UserDetail:
        """Update the current user.

        Changes the account that the call is made with. Fields that are left out keep their value.

        A new password is only accepted together with `previous_password`, and must have:

        - at least 8 characters
        - at least one lowercase letter, one capital and one digit
        - at least one of the symbols ``!"#$%&'()*+,-./:;<=>?@[]^_`{|}~``

        ``PATCH /user``

        Args:
            data: The fields to change.

        Returns:
            The current user after the change.
        """
        return self._call(
            self._user_update, {"data": data}, async_req, _preload_content, _request_timeout, _return_http_data_only
        )

    user_update_with_http_info = with_http_info(user_update)
