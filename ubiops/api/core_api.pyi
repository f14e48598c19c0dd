# Generated from codegen/openapi.yaml by `python -m codegen`; do not edit.
# fmt: off
# What type checkers know about the operations: the type of an answer depends on the options of the call.
from multiprocessing.pool import AsyncResult
from typing import Any, Dict, List, Literal, Mapping, Optional, Sequence, Tuple, Union, overload

from urllib3 import HTTPResponse

import ubiops
from ubiops._multipart import File
from ubiops._timeouts import RequestTimeout
from ubiops.api._operation import Api

class CoreApi(Api):
    @overload
    def batch_model_requests_batch_collect(
        self, project_name: str, model_name: str, version: str, data: Sequence[str], *,
        async_req: Literal[False] = False, _preload_content: Literal[True] = True,
        _request_timeout: RequestTimeout = None, _return_http_data_only: bool = True
    ) -> List[ubiops.BatchModelRequestResultList]: ...
    @overload
    def batch_model_requests_batch_collect(
        self, project_name: str, model_name: str, version: str, data: Sequence[str], *,
        async_req: Literal[False] = False, _preload_content: Literal[False], _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = True
    ) -> HTTPResponse: ...
    @overload
    def batch_model_requests_batch_collect(
        self, project_name: str, model_name: str, version: str, data: Sequence[str], *, async_req: Literal[True],
        _preload_content: Literal[True] = True, _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = True
    ) -> AsyncResult[List[ubiops.BatchModelRequestResultList]]: ...
    @overload
    def batch_model_requests_batch_collect(
        self, project_name: str, model_name: str, version: str, data: Sequence[str], *, async_req: Literal[True],
        _preload_content: Literal[False], _request_timeout: RequestTimeout = None, _return_http_data_only: bool = True
    ) -> AsyncResult[HTTPResponse]: ...
    @overload
    def batch_model_requests_batch_collect(
        self, project_name: str, model_name: str, version: str, data: Sequence[str], *, async_req: bool = ...,
        _preload_content: bool = ..., _request_timeout: RequestTimeout = None, _return_http_data_only: bool = ...
    ) -> Any: ...
    @overload
    def batch_model_requests_batch_collect_with_http_info(
        self, project_name: str, model_name: str, version: str, data: Sequence[str], *,
        async_req: Literal[False] = False, _preload_content: Literal[True] = True,
        _request_timeout: RequestTimeout = None, _return_http_data_only: Literal[False] = False
    ) -> Tuple[List[ubiops.BatchModelRequestResultList], int, Mapping[str, str]]: ...
    @overload
    def batch_model_requests_batch_collect_with_http_info(
        self, project_name: str, model_name: str, version: str, data: Sequence[str], *,
        async_req: Literal[False] = False, _preload_content: Literal[False], _request_timeout: RequestTimeout = None,
        _return_http_data_only: Literal[False] = False
    ) -> Tuple[HTTPResponse, int, Mapping[str, str]]: ...
    @overload
    def batch_model_requests_batch_collect_with_http_info(
        self, project_name: str, model_name: str, version: str, data: Sequence[str], *, async_req: Literal[True],
        _preload_content: Literal[True] = True, _request_timeout: RequestTimeout = None,
        _return_http_data_only: Literal[False] = False
    ) -> AsyncResult[Tuple[List[ubiops.BatchModelRequestResultList], int, Mapping[str, str]]]: ...
    @overload
    def batch_model_requests_batch_collect_with_http_info(
        self, project_name: str, model_name: str, version: str, data: Sequence[str], *, async_req: Literal[True],
        _preload_content: Literal[False], _request_timeout: RequestTimeout = None,
        _return_http_data_only: Literal[False] = False
    ) -> AsyncResult[Tuple[HTTPResponse, int, Mapping[str, str]]]: ...
    @overload
    def batch_model_requests_batch_collect_with_http_info(
        self, project_name: str, model_name: str, version: str, data: Sequence[str], *,
        async_req: Literal[False] = False, _preload_content: Literal[True] = True,
        _request_timeout: RequestTimeout = None, _return_http_data_only: Literal[True]
    ) -> List[ubiops.BatchModelRequestResultList]: ...
    @overload
    def batch_model_requests_batch_collect_with_http_info(
        self, project_name: str, model_name: str, version: str, data: Sequence[str], *, async_req: bool = ...,
        _preload_content: bool = ..., _request_timeout: RequestTimeout = None, _return_http_data_only: bool = ...
    ) -> Any: ...
    @overload
    def batch_model_requests_batch_delete(
        self, project_name: str, model_name: str, version: str, data: Sequence[str], *,
        async_req: Literal[False] = False, _preload_content: Literal[True] = True,
        _request_timeout: RequestTimeout = None, _return_http_data_only: bool = True
    ) -> Dict[str, Any]: ...
    @overload
    def batch_model_requests_batch_delete(
        self, project_name: str, model_name: str, version: str, data: Sequence[str], *,
        async_req: Literal[False] = False, _preload_content: Literal[False], _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = True
    ) -> HTTPResponse: ...
    @overload
    def batch_model_requests_batch_delete(
        self, project_name: str, model_name: str, version: str, data: Sequence[str], *, async_req: Literal[True],
        _preload_content: Literal[True] = True, _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = True
    ) -> AsyncResult[Dict[str, Any]]: ...
    @overload
    def batch_model_requests_batch_delete(
        self, project_name: str, model_name: str, version: str, data: Sequence[str], *, async_req: Literal[True],
        _preload_content: Literal[False], _request_timeout: RequestTimeout = None, _return_http_data_only: bool = True
    ) -> AsyncResult[HTTPResponse]: ...
    @overload
    def batch_model_requests_batch_delete(
        self, project_name: str, model_name: str, version: str, data: Sequence[str], *, async_req: bool = ...,
        _preload_content: bool = ..., _request_timeout: RequestTimeout = None, _return_http_data_only: bool = ...
    ) -> Any: ...
    @overload
    def batch_model_requests_batch_delete_with_http_info(
        self, project_name: str, model_name: str, version: str, data: Sequence[str], *,
        async_req: Literal[False] = False, _preload_content: Literal[True] = True,
        _request_timeout: RequestTimeout = None, _return_http_data_only: Literal[False] = False
    ) -> Tuple[Dict[str, Any], int, Mapping[str, str]]: ...
    @overload
    def batch_model_requests_batch_delete_with_http_info(
        self, project_name: str, model_name: str, version: str, data: Sequence[str], *,
        async_req: Literal[False] = False, _preload_content: Literal[False], _request_timeout: RequestTimeout = None,
        _return_http_data_only: Literal[False] = False
    ) -> Tuple[HTTPResponse, int, Mapping[str, str]]: ...
    @overload
    def batch_model_requests_batch_delete_with_http_info(
        self, project_name: str, model_name: str, version: str, data: Sequence[str], *, async_req: Literal[True],
        _preload_content: Literal[True] = True, _request_timeout: RequestTimeout = None,
        _return_http_data_only: Literal[False] = False
    ) -> AsyncResult[Tuple[Dict[str, Any], int, Mapping[str, str]]]: ...
    @overload
    def batch_model_requests_batch_delete_with_http_info(
        self, project_name: str, model_name: str, version: str, data: Sequence[str], *, async_req: Literal[True],
        _preload_content: Literal[False], _request_timeout: RequestTimeout = None,
        _return_http_data_only: Literal[False] = False
    ) -> AsyncResult[Tuple[HTTPResponse, int, Mapping[str, str]]]: ...
    @overload
    def batch_model_requests_batch_delete_with_http_info(
        self, project_name: str, model_name: str, version: str, data: Sequence[str], *,
        async_req: Literal[False] = False, _preload_content: Literal[True] = True,
        _request_timeout: RequestTimeout = None, _return_http_data_only: Literal[True]
    ) -> Dict[str, Any]: ...
    @overload
    def batch_model_requests_batch_delete_with_http_info(
        self, project_name: str, model_name: str, version: str, data: Sequence[str], *, async_req: bool = ...,
        _preload_content: bool = ..., _request_timeout: RequestTimeout = None, _return_http_data_only: bool = ...
    ) -> Any: ...
    @overload
    def batch_model_requests_create(
        self, project_name: str, model_name: str, version: str,
        data: Union[Sequence[Union[ubiops.ModelRequestCreate, Mapping[str, Any]]], Sequence[str], ubiops.ModelRequestCreate, Mapping[str, Any], str],
        *, async_req: Literal[False] = False, _preload_content: Literal[True] = True,
        _request_timeout: RequestTimeout = None, _return_http_data_only: bool = True
    ) -> List[ubiops.BatchModelRequestCreateResponse]: ...
    @overload
    def batch_model_requests_create(
        self, project_name: str, model_name: str, version: str,
        data: Union[Sequence[Union[ubiops.ModelRequestCreate, Mapping[str, Any]]], Sequence[str], ubiops.ModelRequestCreate, Mapping[str, Any], str],
        *, async_req: Literal[False] = False, _preload_content: Literal[False], _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = True
    ) -> HTTPResponse: ...
    @overload
    def batch_model_requests_create(
        self, project_name: str, model_name: str, version: str,
        data: Union[Sequence[Union[ubiops.ModelRequestCreate, Mapping[str, Any]]], Sequence[str], ubiops.ModelRequestCreate, Mapping[str, Any], str],
        *, async_req: Literal[True], _preload_content: Literal[True] = True, _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = True
    ) -> AsyncResult[List[ubiops.BatchModelRequestCreateResponse]]: ...
    @overload
    def batch_model_requests_create(
        self, project_name: str, model_name: str, version: str,
        data: Union[Sequence[Union[ubiops.ModelRequestCreate, Mapping[str, Any]]], Sequence[str], ubiops.ModelRequestCreate, Mapping[str, Any], str],
        *, async_req: Literal[True], _preload_content: Literal[False], _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = True
    ) -> AsyncResult[HTTPResponse]: ...
    @overload
    def batch_model_requests_create(
        self, project_name: str, model_name: str, version: str,
        data: Union[Sequence[Union[ubiops.ModelRequestCreate, Mapping[str, Any]]], Sequence[str], ubiops.ModelRequestCreate, Mapping[str, Any], str],
        *, async_req: bool = ..., _preload_content: bool = ..., _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = ...
    ) -> Any: ...
    @overload
    def batch_model_requests_create_with_http_info(
        self, project_name: str, model_name: str, version: str,
        data: Union[Sequence[Union[ubiops.ModelRequestCreate, Mapping[str, Any]]], Sequence[str], ubiops.ModelRequestCreate, Mapping[str, Any], str],
        *, async_req: Literal[False] = False, _preload_content: Literal[True] = True,
        _request_timeout: RequestTimeout = None, _return_http_data_only: Literal[False] = False
    ) -> Tuple[List[ubiops.BatchModelRequestCreateResponse], int, Mapping[str, str]]: ...
    @overload
    def batch_model_requests_create_with_http_info(
        self, project_name: str, model_name: str, version: str,
        data: Union[Sequence[Union[ubiops.ModelRequestCreate, Mapping[str, Any]]], Sequence[str], ubiops.ModelRequestCreate, Mapping[str, Any], str],
        *, async_req: Literal[False] = False, _preload_content: Literal[False], _request_timeout: RequestTimeout = None,
        _return_http_data_only: Literal[False] = False
    ) -> Tuple[HTTPResponse, int, Mapping[str, str]]: ...
    @overload
    def batch_model_requests_create_with_http_info(
        self, project_name: str, model_name: str, version: str,
        data: Union[Sequence[Union[ubiops.ModelRequestCreate, Mapping[str, Any]]], Sequence[str], ubiops.ModelRequestCreate, Mapping[str, Any], str],
        *, async_req: Literal[True], _preload_content: Literal[True] = True, _request_timeout: RequestTimeout = None,
        _return_http_data_only: Literal[False] = False
    ) -> AsyncResult[Tuple[List[ubiops.BatchModelRequestCreateResponse], int, Mapping[str, str]]]: ...
    @overload
    def batch_model_requests_create_with_http_info(
        self, project_name: str, model_name: str, version: str,
        data: Union[Sequence[Union[ubiops.ModelRequestCreate, Mapping[str, Any]]], Sequence[str], ubiops.ModelRequestCreate, Mapping[str, Any], str],
        *, async_req: Literal[True], _preload_content: Literal[False], _request_timeout: RequestTimeout = None,
        _return_http_data_only: Literal[False] = False
    ) -> AsyncResult[Tuple[HTTPResponse, int, Mapping[str, str]]]: ...
    @overload
    def batch_model_requests_create_with_http_info(
        self, project_name: str, model_name: str, version: str,
        data: Union[Sequence[Union[ubiops.ModelRequestCreate, Mapping[str, Any]]], Sequence[str], ubiops.ModelRequestCreate, Mapping[str, Any], str],
        *, async_req: Literal[False] = False, _preload_content: Literal[True] = True,
        _request_timeout: RequestTimeout = None, _return_http_data_only: Literal[True]
    ) -> List[ubiops.BatchModelRequestCreateResponse]: ...
    @overload
    def batch_model_requests_create_with_http_info(
        self, project_name: str, model_name: str, version: str,
        data: Union[Sequence[Union[ubiops.ModelRequestCreate, Mapping[str, Any]]], Sequence[str], ubiops.ModelRequestCreate, Mapping[str, Any], str],
        *, async_req: bool = ..., _preload_content: bool = ..., _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = ...
    ) -> Any: ...
    @overload
    def batch_model_requests_delete(
        self, project_name: str, model_name: str, request_id: str, version: str, *, async_req: Literal[False] = False,
        _preload_content: Literal[True] = True, _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = True
    ) -> None: ...
    @overload
    def batch_model_requests_delete(
        self, project_name: str, model_name: str, request_id: str, version: str, *, async_req: Literal[False] = False,
        _preload_content: Literal[False], _request_timeout: RequestTimeout = None, _return_http_data_only: bool = True
    ) -> HTTPResponse: ...
    @overload
    def batch_model_requests_delete(
        self, project_name: str, model_name: str, request_id: str, version: str, *, async_req: Literal[True],
        _preload_content: Literal[True] = True, _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = True
    ) -> AsyncResult[None]: ...
    @overload
    def batch_model_requests_delete(
        self, project_name: str, model_name: str, request_id: str, version: str, *, async_req: Literal[True],
        _preload_content: Literal[False], _request_timeout: RequestTimeout = None, _return_http_data_only: bool = True
    ) -> AsyncResult[HTTPResponse]: ...
    @overload
    def batch_model_requests_delete(
        self, project_name: str, model_name: str, request_id: str, version: str, *, async_req: bool = ...,
        _preload_content: bool = ..., _request_timeout: RequestTimeout = None, _return_http_data_only: bool = ...
    ) -> Any: ...
    @overload
    def batch_model_requests_delete_with_http_info(
        self, project_name: str, model_name: str, request_id: str, version: str, *, async_req: Literal[False] = False,
        _preload_content: Literal[True] = True, _request_timeout: RequestTimeout = None,
        _return_http_data_only: Literal[False] = False
    ) -> Tuple[None, int, Mapping[str, str]]: ...
    @overload
    def batch_model_requests_delete_with_http_info(
        self, project_name: str, model_name: str, request_id: str, version: str, *, async_req: Literal[False] = False,
        _preload_content: Literal[False], _request_timeout: RequestTimeout = None,
        _return_http_data_only: Literal[False] = False
    ) -> Tuple[HTTPResponse, int, Mapping[str, str]]: ...
    @overload
    def batch_model_requests_delete_with_http_info(
        self, project_name: str, model_name: str, request_id: str, version: str, *, async_req: Literal[True],
        _preload_content: Literal[True] = True, _request_timeout: RequestTimeout = None,
        _return_http_data_only: Literal[False] = False
    ) -> AsyncResult[Tuple[None, int, Mapping[str, str]]]: ...
    @overload
    def batch_model_requests_delete_with_http_info(
        self, project_name: str, model_name: str, request_id: str, version: str, *, async_req: Literal[True],
        _preload_content: Literal[False], _request_timeout: RequestTimeout = None,
        _return_http_data_only: Literal[False] = False
    ) -> AsyncResult[Tuple[HTTPResponse, int, Mapping[str, str]]]: ...
    @overload
    def batch_model_requests_delete_with_http_info(
        self, project_name: str, model_name: str, request_id: str, version: str, *, async_req: Literal[False] = False,
        _preload_content: Literal[True] = True, _request_timeout: RequestTimeout = None,
        _return_http_data_only: Literal[True]
    ) -> None: ...
    @overload
    def batch_model_requests_delete_with_http_info(
        self, project_name: str, model_name: str, request_id: str, version: str, *, async_req: bool = ...,
        _preload_content: bool = ..., _request_timeout: RequestTimeout = None, _return_http_data_only: bool = ...
    ) -> Any: ...
    @overload
    def batch_model_requests_get(
        self, project_name: str, model_name: str, request_id: str, version: str, *, async_req: Literal[False] = False,
        _preload_content: Literal[True] = True, _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = True
    ) -> ubiops.BatchModelRequestResultList: ...
    @overload
    def batch_model_requests_get(
        self, project_name: str, model_name: str, request_id: str, version: str, *, async_req: Literal[False] = False,
        _preload_content: Literal[False], _request_timeout: RequestTimeout = None, _return_http_data_only: bool = True
    ) -> HTTPResponse: ...
    @overload
    def batch_model_requests_get(
        self, project_name: str, model_name: str, request_id: str, version: str, *, async_req: Literal[True],
        _preload_content: Literal[True] = True, _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = True
    ) -> AsyncResult[ubiops.BatchModelRequestResultList]: ...
    @overload
    def batch_model_requests_get(
        self, project_name: str, model_name: str, request_id: str, version: str, *, async_req: Literal[True],
        _preload_content: Literal[False], _request_timeout: RequestTimeout = None, _return_http_data_only: bool = True
    ) -> AsyncResult[HTTPResponse]: ...
    @overload
    def batch_model_requests_get(
        self, project_name: str, model_name: str, request_id: str, version: str, *, async_req: bool = ...,
        _preload_content: bool = ..., _request_timeout: RequestTimeout = None, _return_http_data_only: bool = ...
    ) -> Any: ...
    @overload
    def batch_model_requests_get_with_http_info(
        self, project_name: str, model_name: str, request_id: str, version: str, *, async_req: Literal[False] = False,
        _preload_content: Literal[True] = True, _request_timeout: RequestTimeout = None,
        _return_http_data_only: Literal[False] = False
    ) -> Tuple[ubiops.BatchModelRequestResultList, int, Mapping[str, str]]: ...
    @overload
    def batch_model_requests_get_with_http_info(
        self, project_name: str, model_name: str, request_id: str, version: str, *, async_req: Literal[False] = False,
        _preload_content: Literal[False], _request_timeout: RequestTimeout = None,
        _return_http_data_only: Literal[False] = False
    ) -> Tuple[HTTPResponse, int, Mapping[str, str]]: ...
    @overload
    def batch_model_requests_get_with_http_info(
        self, project_name: str, model_name: str, request_id: str, version: str, *, async_req: Literal[True],
        _preload_content: Literal[True] = True, _request_timeout: RequestTimeout = None,
        _return_http_data_only: Literal[False] = False
    ) -> AsyncResult[Tuple[ubiops.BatchModelRequestResultList, int, Mapping[str, str]]]: ...
    @overload
    def batch_model_requests_get_with_http_info(
        self, project_name: str, model_name: str, request_id: str, version: str, *, async_req: Literal[True],
        _preload_content: Literal[False], _request_timeout: RequestTimeout = None,
        _return_http_data_only: Literal[False] = False
    ) -> AsyncResult[Tuple[HTTPResponse, int, Mapping[str, str]]]: ...
    @overload
    def batch_model_requests_get_with_http_info(
        self, project_name: str, model_name: str, request_id: str, version: str, *, async_req: Literal[False] = False,
        _preload_content: Literal[True] = True, _request_timeout: RequestTimeout = None,
        _return_http_data_only: Literal[True]
    ) -> ubiops.BatchModelRequestResultList: ...
    @overload
    def batch_model_requests_get_with_http_info(
        self, project_name: str, model_name: str, request_id: str, version: str, *, async_req: bool = ...,
        _preload_content: bool = ..., _request_timeout: RequestTimeout = None, _return_http_data_only: bool = ...
    ) -> Any: ...
    @overload
    def batch_model_requests_list(
        self, project_name: str, model_name: str, version: str, *,
        status: Optional[Union[Literal["pending", "processing", "completed", "failed"], str]] = None,
        success: Optional[bool] = None, limit: Optional[int] = None, offset: Optional[int] = None,
        sort: Optional[Union[Literal["asc", "desc"], str]] = None, async_req: Literal[False] = False,
        _preload_content: Literal[True] = True, _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = True
    ) -> List[ubiops.BatchModelRequestListResponse]: ...
    @overload
    def batch_model_requests_list(
        self, project_name: str, model_name: str, version: str, *,
        status: Optional[Union[Literal["pending", "processing", "completed", "failed"], str]] = None,
        success: Optional[bool] = None, limit: Optional[int] = None, offset: Optional[int] = None,
        sort: Optional[Union[Literal["asc", "desc"], str]] = None, async_req: Literal[False] = False,
        _preload_content: Literal[False], _request_timeout: RequestTimeout = None, _return_http_data_only: bool = True
    ) -> HTTPResponse: ...
    @overload
    def batch_model_requests_list(
        self, project_name: str, model_name: str, version: str, *,
        status: Optional[Union[Literal["pending", "processing", "completed", "failed"], str]] = None,
        success: Optional[bool] = None, limit: Optional[int] = None, offset: Optional[int] = None,
        sort: Optional[Union[Literal["asc", "desc"], str]] = None, async_req: Literal[True],
        _preload_content: Literal[True] = True, _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = True
    ) -> AsyncResult[List[ubiops.BatchModelRequestListResponse]]: ...
    @overload
    def batch_model_requests_list(
        self, project_name: str, model_name: str, version: str, *,
        status: Optional[Union[Literal["pending", "processing", "completed", "failed"], str]] = None,
        success: Optional[bool] = None, limit: Optional[int] = None, offset: Optional[int] = None,
        sort: Optional[Union[Literal["asc", "desc"], str]] = None, async_req: Literal[True],
        _preload_content: Literal[False], _request_timeout: RequestTimeout = None, _return_http_data_only: bool = True
    ) -> AsyncResult[HTTPResponse]: ...
    @overload
    def batch_model_requests_list(
        self, project_name: str, model_name: str, version: str, *,
        status: Optional[Union[Literal["pending", "processing", "completed", "failed"], str]] = None,
        success: Optional[bool] = None, limit: Optional[int] = None, offset: Optional[int] = None,
        sort: Optional[Union[Literal["asc", "desc"], str]] = None, async_req: bool = ..., _preload_content: bool = ...,
        _request_timeout: RequestTimeout = None, _return_http_data_only: bool = ...
    ) -> Any: ...
    @overload
    def batch_model_requests_list_with_http_info(
        self, project_name: str, model_name: str, version: str, *,
        status: Optional[Union[Literal["pending", "processing", "completed", "failed"], str]] = None,
        success: Optional[bool] = None, limit: Optional[int] = None, offset: Optional[int] = None,
        sort: Optional[Union[Literal["asc", "desc"], str]] = None, async_req: Literal[False] = False,
        _preload_content: Literal[True] = True, _request_timeout: RequestTimeout = None,
        _return_http_data_only: Literal[False] = False
    ) -> Tuple[List[ubiops.BatchModelRequestListResponse], int, Mapping[str, str]]: ...
    @overload
    def batch_model_requests_list_with_http_info(
        self, project_name: str, model_name: str, version: str, *,
        status: Optional[Union[Literal["pending", "processing", "completed", "failed"], str]] = None,
        success: Optional[bool] = None, limit: Optional[int] = None, offset: Optional[int] = None,
        sort: Optional[Union[Literal["asc", "desc"], str]] = None, async_req: Literal[False] = False,
        _preload_content: Literal[False], _request_timeout: RequestTimeout = None,
        _return_http_data_only: Literal[False] = False
    ) -> Tuple[HTTPResponse, int, Mapping[str, str]]: ...
    @overload
    def batch_model_requests_list_with_http_info(
        self, project_name: str, model_name: str, version: str, *,
        status: Optional[Union[Literal["pending", "processing", "completed", "failed"], str]] = None,
        success: Optional[bool] = None, limit: Optional[int] = None, offset: Optional[int] = None,
        sort: Optional[Union[Literal["asc", "desc"], str]] = None, async_req: Literal[True],
        _preload_content: Literal[True] = True, _request_timeout: RequestTimeout = None,
        _return_http_data_only: Literal[False] = False
    ) -> AsyncResult[Tuple[List[ubiops.BatchModelRequestListResponse], int, Mapping[str, str]]]: ...
    @overload
    def batch_model_requests_list_with_http_info(
        self, project_name: str, model_name: str, version: str, *,
        status: Optional[Union[Literal["pending", "processing", "completed", "failed"], str]] = None,
        success: Optional[bool] = None, limit: Optional[int] = None, offset: Optional[int] = None,
        sort: Optional[Union[Literal["asc", "desc"], str]] = None, async_req: Literal[True],
        _preload_content: Literal[False], _request_timeout: RequestTimeout = None,
        _return_http_data_only: Literal[False] = False
    ) -> AsyncResult[Tuple[HTTPResponse, int, Mapping[str, str]]]: ...
    @overload
    def batch_model_requests_list_with_http_info(
        self, project_name: str, model_name: str, version: str, *,
        status: Optional[Union[Literal["pending", "processing", "completed", "failed"], str]] = None,
        success: Optional[bool] = None, limit: Optional[int] = None, offset: Optional[int] = None,
        sort: Optional[Union[Literal["asc", "desc"], str]] = None, async_req: Literal[False] = False,
        _preload_content: Literal[True] = True, _request_timeout: RequestTimeout = None,
        _return_http_data_only: Literal[True]
    ) -> List[ubiops.BatchModelRequestListResponse]: ...
    @overload
    def batch_model_requests_list_with_http_info(
        self, project_name: str, model_name: str, version: str, *,
        status: Optional[Union[Literal["pending", "processing", "completed", "failed"], str]] = None,
        success: Optional[bool] = None, limit: Optional[int] = None, offset: Optional[int] = None,
        sort: Optional[Union[Literal["asc", "desc"], str]] = None, async_req: bool = ..., _preload_content: bool = ...,
        _request_timeout: RequestTimeout = None, _return_http_data_only: bool = ...
    ) -> Any: ...
    @overload
    def batch_pipeline_request_delete(
        self, project_name: str, pipeline_name: str, pipeline_request_id: str, *, async_req: Literal[False] = False,
        _preload_content: Literal[True] = True, _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = True
    ) -> None: ...
    @overload
    def batch_pipeline_request_delete(
        self, project_name: str, pipeline_name: str, pipeline_request_id: str, *, async_req: Literal[False] = False,
        _preload_content: Literal[False], _request_timeout: RequestTimeout = None, _return_http_data_only: bool = True
    ) -> HTTPResponse: ...
    @overload
    def batch_pipeline_request_delete(
        self, project_name: str, pipeline_name: str, pipeline_request_id: str, *, async_req: Literal[True],
        _preload_content: Literal[True] = True, _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = True
    ) -> AsyncResult[None]: ...
    @overload
    def batch_pipeline_request_delete(
        self, project_name: str, pipeline_name: str, pipeline_request_id: str, *, async_req: Literal[True],
        _preload_content: Literal[False], _request_timeout: RequestTimeout = None, _return_http_data_only: bool = True
    ) -> AsyncResult[HTTPResponse]: ...
    @overload
    def batch_pipeline_request_delete(
        self, project_name: str, pipeline_name: str, pipeline_request_id: str, *, async_req: bool = ...,
        _preload_content: bool = ..., _request_timeout: RequestTimeout = None, _return_http_data_only: bool = ...
    ) -> Any: ...
    @overload
    def batch_pipeline_request_delete_with_http_info(
        self, project_name: str, pipeline_name: str, pipeline_request_id: str, *, async_req: Literal[False] = False,
        _preload_content: Literal[True] = True, _request_timeout: RequestTimeout = None,
        _return_http_data_only: Literal[False] = False
    ) -> Tuple[None, int, Mapping[str, str]]: ...
    @overload
    def batch_pipeline_request_delete_with_http_info(
        self, project_name: str, pipeline_name: str, pipeline_request_id: str, *, async_req: Literal[False] = False,
        _preload_content: Literal[False], _request_timeout: RequestTimeout = None,
        _return_http_data_only: Literal[False] = False
    ) -> Tuple[HTTPResponse, int, Mapping[str, str]]: ...
    @overload
    def batch_pipeline_request_delete_with_http_info(
        self, project_name: str, pipeline_name: str, pipeline_request_id: str, *, async_req: Literal[True],
        _preload_content: Literal[True] = True, _request_timeout: RequestTimeout = None,
        _return_http_data_only: Literal[False] = False
    ) -> AsyncResult[Tuple[None, int, Mapping[str, str]]]: ...
    @overload
    def batch_pipeline_request_delete_with_http_info(
        self, project_name: str, pipeline_name: str, pipeline_request_id: str, *, async_req: Literal[True],
        _preload_content: Literal[False], _request_timeout: RequestTimeout = None,
        _return_http_data_only: Literal[False] = False
    ) -> AsyncResult[Tuple[HTTPResponse, int, Mapping[str, str]]]: ...
    @overload
    def batch_pipeline_request_delete_with_http_info(
        self, project_name: str, pipeline_name: str, pipeline_request_id: str, *, async_req: Literal[False] = False,
        _preload_content: Literal[True] = True, _request_timeout: RequestTimeout = None,
        _return_http_data_only: Literal[True]
    ) -> None: ...
    @overload
    def batch_pipeline_request_delete_with_http_info(
        self, project_name: str, pipeline_name: str, pipeline_request_id: str, *, async_req: bool = ...,
        _preload_content: bool = ..., _request_timeout: RequestTimeout = None, _return_http_data_only: bool = ...
    ) -> Any: ...
    @overload
    def batch_pipeline_request_get(
        self, project_name: str, pipeline_name: str, pipeline_request_id: str, *, async_req: Literal[False] = False,
        _preload_content: Literal[True] = True, _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = True
    ) -> ubiops.BatchPipelineRequestResultList: ...
    @overload
    def batch_pipeline_request_get(
        self, project_name: str, pipeline_name: str, pipeline_request_id: str, *, async_req: Literal[False] = False,
        _preload_content: Literal[False], _request_timeout: RequestTimeout = None, _return_http_data_only: bool = True
    ) -> HTTPResponse: ...
    @overload
    def batch_pipeline_request_get(
        self, project_name: str, pipeline_name: str, pipeline_request_id: str, *, async_req: Literal[True],
        _preload_content: Literal[True] = True, _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = True
    ) -> AsyncResult[ubiops.BatchPipelineRequestResultList]: ...
    @overload
    def batch_pipeline_request_get(
        self, project_name: str, pipeline_name: str, pipeline_request_id: str, *, async_req: Literal[True],
        _preload_content: Literal[False], _request_timeout: RequestTimeout = None, _return_http_data_only: bool = True
    ) -> AsyncResult[HTTPResponse]: ...
    @overload
    def batch_pipeline_request_get(
        self, project_name: str, pipeline_name: str, pipeline_request_id: str, *, async_req: bool = ...,
        _preload_content: bool = ..., _request_timeout: RequestTimeout = None, _return_http_data_only: bool = ...
    ) -> Any: ...
    @overload
    def batch_pipeline_request_get_with_http_info(
        self, project_name: str, pipeline_name: str, pipeline_request_id: str, *, async_req: Literal[False] = False,
        _preload_content: Literal[True] = True, _request_timeout: RequestTimeout = None,
        _return_http_data_only: Literal[False] = False
    ) -> Tuple[ubiops.BatchPipelineRequestResultList, int, Mapping[str, str]]: ...
    @overload
    def batch_pipeline_request_get_with_http_info(
        self, project_name: str, pipeline_name: str, pipeline_request_id: str, *, async_req: Literal[False] = False,
        _preload_content: Literal[False], _request_timeout: RequestTimeout = None,
        _return_http_data_only: Literal[False] = False
    ) -> Tuple[HTTPResponse, int, Mapping[str, str]]: ...
    @overload
    def batch_pipeline_request_get_with_http_info(
        self, project_name: str, pipeline_name: str, pipeline_request_id: str, *, async_req: Literal[True],
        _preload_content: Literal[True] = True, _request_timeout: RequestTimeout = None,
        _return_http_data_only: Literal[False] = False
    ) -> AsyncResult[Tuple[ubiops.BatchPipelineRequestResultList, int, Mapping[str, str]]]: ...
    @overload
    def batch_pipeline_request_get_with_http_info(
        self, project_name: str, pipeline_name: str, pipeline_request_id: str, *, async_req: Literal[True],
        _preload_content: Literal[False], _request_timeout: RequestTimeout = None,
        _return_http_data_only: Literal[False] = False
    ) -> AsyncResult[Tuple[HTTPResponse, int, Mapping[str, str]]]: ...
    @overload
    def batch_pipeline_request_get_with_http_info(
        self, project_name: str, pipeline_name: str, pipeline_request_id: str, *, async_req: Literal[False] = False,
        _preload_content: Literal[True] = True, _request_timeout: RequestTimeout = None,
        _return_http_data_only: Literal[True]
    ) -> ubiops.BatchPipelineRequestResultList: ...
    @overload
    def batch_pipeline_request_get_with_http_info(
        self, project_name: str, pipeline_name: str, pipeline_request_id: str, *, async_req: bool = ...,
        _preload_content: bool = ..., _request_timeout: RequestTimeout = None, _return_http_data_only: bool = ...
    ) -> Any: ...
    @overload
    def batch_pipeline_requests_batch_collect(
        self, project_name: str, pipeline_name: str, data: Sequence[str], *, async_req: Literal[False] = False,
        _preload_content: Literal[True] = True, _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = True
    ) -> List[ubiops.BatchPipelineRequestResultList]: ...
    @overload
    def batch_pipeline_requests_batch_collect(
        self, project_name: str, pipeline_name: str, data: Sequence[str], *, async_req: Literal[False] = False,
        _preload_content: Literal[False], _request_timeout: RequestTimeout = None, _return_http_data_only: bool = True
    ) -> HTTPResponse: ...
    @overload
    def batch_pipeline_requests_batch_collect(
        self, project_name: str, pipeline_name: str, data: Sequence[str], *, async_req: Literal[True],
        _preload_content: Literal[True] = True, _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = True
    ) -> AsyncResult[List[ubiops.BatchPipelineRequestResultList]]: ...
    @overload
    def batch_pipeline_requests_batch_collect(
        self, project_name: str, pipeline_name: str, data: Sequence[str], *, async_req: Literal[True],
        _preload_content: Literal[False], _request_timeout: RequestTimeout = None, _return_http_data_only: bool = True
    ) -> AsyncResult[HTTPResponse]: ...
    @overload
    def batch_pipeline_requests_batch_collect(
        self, project_name: str, pipeline_name: str, data: Sequence[str], *, async_req: bool = ...,
        _preload_content: bool = ..., _request_timeout: RequestTimeout = None, _return_http_data_only: bool = ...
    ) -> Any: ...
    @overload
    def batch_pipeline_requests_batch_collect_with_http_info(
        self, project_name: str, pipeline_name: str, data: Sequence[str], *, async_req: Literal[False] = False,
        _preload_content: Literal[True] = True, _request_timeout: RequestTimeout = None,
        _return_http_data_only: Literal[False] = False
    ) -> Tuple[List[ubiops.BatchPipelineRequestResultList], int, Mapping[str, str]]: ...
    @overload
    def batch_pipeline_requests_batch_collect_with_http_info(
        self, project_name: str, pipeline_name: str, data: Sequence[str], *, async_req: Literal[False] = False,
        _preload_content: Literal[False], _request_timeout: RequestTimeout = None,
        _return_http_data_only: Literal[False] = False
    ) -> Tuple[HTTPResponse, int, Mapping[str, str]]: ...
    @overload
    def batch_pipeline_requests_batch_collect_with_http_info(
        self, project_name: str, pipeline_name: str, data: Sequence[str], *, async_req: Literal[True],
        _preload_content: Literal[True] = True, _request_timeout: RequestTimeout = None,
        _return_http_data_only: Literal[False] = False
    ) -> AsyncResult[Tuple[List[ubiops.BatchPipelineRequestResultList], int, Mapping[str, str]]]: ...
    @overload
    def batch_pipeline_requests_batch_collect_with_http_info(
        self, project_name: str, pipeline_name: str, data: Sequence[str], *, async_req: Literal[True],
        _preload_content: Literal[False], _request_timeout: RequestTimeout = None,
        _return_http_data_only: Literal[False] = False
    ) -> AsyncResult[Tuple[HTTPResponse, int, Mapping[str, str]]]: ...
    @overload
    def batch_pipeline_requests_batch_collect_with_http_info(
        self, project_name: str, pipeline_name: str, data: Sequence[str], *, async_req: Literal[False] = False,
        _preload_content: Literal[True] = True, _request_timeout: RequestTimeout = None,
        _return_http_data_only: Literal[True]
    ) -> List[ubiops.BatchPipelineRequestResultList]: ...
    @overload
    def batch_pipeline_requests_batch_collect_with_http_info(
        self, project_name: str, pipeline_name: str, data: Sequence[str], *, async_req: bool = ...,
        _preload_content: bool = ..., _request_timeout: RequestTimeout = None, _return_http_data_only: bool = ...
    ) -> Any: ...
    @overload
    def batch_pipeline_requests_batch_delete(
        self, project_name: str, pipeline_name: str, data: Sequence[str], *, async_req: Literal[False] = False,
        _preload_content: Literal[True] = True, _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = True
    ) -> Dict[str, Any]: ...
    @overload
    def batch_pipeline_requests_batch_delete(
        self, project_name: str, pipeline_name: str, data: Sequence[str], *, async_req: Literal[False] = False,
        _preload_content: Literal[False], _request_timeout: RequestTimeout = None, _return_http_data_only: bool = True
    ) -> HTTPResponse: ...
    @overload
    def batch_pipeline_requests_batch_delete(
        self, project_name: str, pipeline_name: str, data: Sequence[str], *, async_req: Literal[True],
        _preload_content: Literal[True] = True, _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = True
    ) -> AsyncResult[Dict[str, Any]]: ...
    @overload
    def batch_pipeline_requests_batch_delete(
        self, project_name: str, pipeline_name: str, data: Sequence[str], *, async_req: Literal[True],
        _preload_content: Literal[False], _request_timeout: RequestTimeout = None, _return_http_data_only: bool = True
    ) -> AsyncResult[HTTPResponse]: ...
    @overload
    def batch_pipeline_requests_batch_delete(
        self, project_name: str, pipeline_name: str, data: Sequence[str], *, async_req: bool = ...,
        _preload_content: bool = ..., _request_timeout: RequestTimeout = None, _return_http_data_only: bool = ...
    ) -> Any: ...
    @overload
    def batch_pipeline_requests_batch_delete_with_http_info(
        self, project_name: str, pipeline_name: str, data: Sequence[str], *, async_req: Literal[False] = False,
        _preload_content: Literal[True] = True, _request_timeout: RequestTimeout = None,
        _return_http_data_only: Literal[False] = False
    ) -> Tuple[Dict[str, Any], int, Mapping[str, str]]: ...
    @overload
    def batch_pipeline_requests_batch_delete_with_http_info(
        self, project_name: str, pipeline_name: str, data: Sequence[str], *, async_req: Literal[False] = False,
        _preload_content: Literal[False], _request_timeout: RequestTimeout = None,
        _return_http_data_only: Literal[False] = False
    ) -> Tuple[HTTPResponse, int, Mapping[str, str]]: ...
    @overload
    def batch_pipeline_requests_batch_delete_with_http_info(
        self, project_name: str, pipeline_name: str, data: Sequence[str], *, async_req: Literal[True],
        _preload_content: Literal[True] = True, _request_timeout: RequestTimeout = None,
        _return_http_data_only: Literal[False] = False
    ) -> AsyncResult[Tuple[Dict[str, Any], int, Mapping[str, str]]]: ...
    @overload
    def batch_pipeline_requests_batch_delete_with_http_info(
        self, project_name: str, pipeline_name: str, data: Sequence[str], *, async_req: Literal[True],
        _preload_content: Literal[False], _request_timeout: RequestTimeout = None,
        _return_http_data_only: Literal[False] = False
    ) -> AsyncResult[Tuple[HTTPResponse, int, Mapping[str, str]]]: ...
    @overload
    def batch_pipeline_requests_batch_delete_with_http_info(
        self, project_name: str, pipeline_name: str, data: Sequence[str], *, async_req: Literal[False] = False,
        _preload_content: Literal[True] = True, _request_timeout: RequestTimeout = None,
        _return_http_data_only: Literal[True]
    ) -> Dict[str, Any]: ...
    @overload
    def batch_pipeline_requests_batch_delete_with_http_info(
        self, project_name: str, pipeline_name: str, data: Sequence[str], *, async_req: bool = ...,
        _preload_content: bool = ..., _request_timeout: RequestTimeout = None, _return_http_data_only: bool = ...
    ) -> Any: ...
    @overload
    def batch_pipeline_requests_create(
        self, project_name: str, pipeline_name: str,
        data: Union[Sequence[Union[ubiops.PipelineRequestCreate, Mapping[str, Any]]], Sequence[str]], *,
        async_req: Literal[False] = False, _preload_content: Literal[True] = True,
        _request_timeout: RequestTimeout = None, _return_http_data_only: bool = True
    ) -> List[ubiops.BatchPipelineRequestCreateResponse]: ...
    @overload
    def batch_pipeline_requests_create(
        self, project_name: str, pipeline_name: str,
        data: Union[Sequence[Union[ubiops.PipelineRequestCreate, Mapping[str, Any]]], Sequence[str]], *,
        async_req: Literal[False] = False, _preload_content: Literal[False], _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = True
    ) -> HTTPResponse: ...
    @overload
    def batch_pipeline_requests_create(
        self, project_name: str, pipeline_name: str,
        data: Union[Sequence[Union[ubiops.PipelineRequestCreate, Mapping[str, Any]]], Sequence[str]], *,
        async_req: Literal[True], _preload_content: Literal[True] = True, _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = True
    ) -> AsyncResult[List[ubiops.BatchPipelineRequestCreateResponse]]: ...
    @overload
    def batch_pipeline_requests_create(
        self, project_name: str, pipeline_name: str,
        data: Union[Sequence[Union[ubiops.PipelineRequestCreate, Mapping[str, Any]]], Sequence[str]], *,
        async_req: Literal[True], _preload_content: Literal[False], _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = True
    ) -> AsyncResult[HTTPResponse]: ...
    @overload
    def batch_pipeline_requests_create(
        self, project_name: str, pipeline_name: str,
        data: Union[Sequence[Union[ubiops.PipelineRequestCreate, Mapping[str, Any]]], Sequence[str]], *,
        async_req: bool = ..., _preload_content: bool = ..., _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = ...
    ) -> Any: ...
    @overload
    def batch_pipeline_requests_create_with_http_info(
        self, project_name: str, pipeline_name: str,
        data: Union[Sequence[Union[ubiops.PipelineRequestCreate, Mapping[str, Any]]], Sequence[str]], *,
        async_req: Literal[False] = False, _preload_content: Literal[True] = True,
        _request_timeout: RequestTimeout = None, _return_http_data_only: Literal[False] = False
    ) -> Tuple[List[ubiops.BatchPipelineRequestCreateResponse], int, Mapping[str, str]]: ...
    @overload
    def batch_pipeline_requests_create_with_http_info(
        self, project_name: str, pipeline_name: str,
        data: Union[Sequence[Union[ubiops.PipelineRequestCreate, Mapping[str, Any]]], Sequence[str]], *,
        async_req: Literal[False] = False, _preload_content: Literal[False], _request_timeout: RequestTimeout = None,
        _return_http_data_only: Literal[False] = False
    ) -> Tuple[HTTPResponse, int, Mapping[str, str]]: ...
    @overload
    def batch_pipeline_requests_create_with_http_info(
        self, project_name: str, pipeline_name: str,
        data: Union[Sequence[Union[ubiops.PipelineRequestCreate, Mapping[str, Any]]], Sequence[str]], *,
        async_req: Literal[True], _preload_content: Literal[True] = True, _request_timeout: RequestTimeout = None,
        _return_http_data_only: Literal[False] = False
    ) -> AsyncResult[Tuple[List[ubiops.BatchPipelineRequestCreateResponse], int, Mapping[str, str]]]: ...
    @overload
    def batch_pipeline_requests_create_with_http_info(
        self, project_name: str, pipeline_name: str,
        data: Union[Sequence[Union[ubiops.PipelineRequestCreate, Mapping[str, Any]]], Sequence[str]], *,
        async_req: Literal[True], _preload_content: Literal[False], _request_timeout: RequestTimeout = None,
        _return_http_data_only: Literal[False] = False
    ) -> AsyncResult[Tuple[HTTPResponse, int, Mapping[str, str]]]: ...
    @overload
    def batch_pipeline_requests_create_with_http_info(
        self, project_name: str, pipeline_name: str,
        data: Union[Sequence[Union[ubiops.PipelineRequestCreate, Mapping[str, Any]]], Sequence[str]], *,
        async_req: Literal[False] = False, _preload_content: Literal[True] = True,
        _request_timeout: RequestTimeout = None, _return_http_data_only: Literal[True]
    ) -> List[ubiops.BatchPipelineRequestCreateResponse]: ...
    @overload
    def batch_pipeline_requests_create_with_http_info(
        self, project_name: str, pipeline_name: str,
        data: Union[Sequence[Union[ubiops.PipelineRequestCreate, Mapping[str, Any]]], Sequence[str]], *,
        async_req: bool = ..., _preload_content: bool = ..., _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = ...
    ) -> Any: ...
    @overload
    def batch_pipeline_requests_list(
        self, project_name: str, pipeline_name: str, *,
        status: Optional[Union[Literal["pending", "processing", "completed", "failed"], str]] = None,
        success: Optional[bool] = None, limit: Optional[int] = None, offset: Optional[int] = None,
        sort: Optional[Union[Literal["asc", "desc"], str]] = None, async_req: Literal[False] = False,
        _preload_content: Literal[True] = True, _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = True
    ) -> List[ubiops.BatchPipelineRequestListResponse]: ...
    @overload
    def batch_pipeline_requests_list(
        self, project_name: str, pipeline_name: str, *,
        status: Optional[Union[Literal["pending", "processing", "completed", "failed"], str]] = None,
        success: Optional[bool] = None, limit: Optional[int] = None, offset: Optional[int] = None,
        sort: Optional[Union[Literal["asc", "desc"], str]] = None, async_req: Literal[False] = False,
        _preload_content: Literal[False], _request_timeout: RequestTimeout = None, _return_http_data_only: bool = True
    ) -> HTTPResponse: ...
    @overload
    def batch_pipeline_requests_list(
        self, project_name: str, pipeline_name: str, *,
        status: Optional[Union[Literal["pending", "processing", "completed", "failed"], str]] = None,
        success: Optional[bool] = None, limit: Optional[int] = None, offset: Optional[int] = None,
        sort: Optional[Union[Literal["asc", "desc"], str]] = None, async_req: Literal[True],
        _preload_content: Literal[True] = True, _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = True
    ) -> AsyncResult[List[ubiops.BatchPipelineRequestListResponse]]: ...
    @overload
    def batch_pipeline_requests_list(
        self, project_name: str, pipeline_name: str, *,
        status: Optional[Union[Literal["pending", "processing", "completed", "failed"], str]] = None,
        success: Optional[bool] = None, limit: Optional[int] = None, offset: Optional[int] = None,
        sort: Optional[Union[Literal["asc", "desc"], str]] = None, async_req: Literal[True],
        _preload_content: Literal[False], _request_timeout: RequestTimeout = None, _return_http_data_only: bool = True
    ) -> AsyncResult[HTTPResponse]: ...
    @overload
    def batch_pipeline_requests_list(
        self, project_name: str, pipeline_name: str, *,
        status: Optional[Union[Literal["pending", "processing", "completed", "failed"], str]] = None,
        success: Optional[bool] = None, limit: Optional[int] = None, offset: Optional[int] = None,
        sort: Optional[Union[Literal["asc", "desc"], str]] = None, async_req: bool = ..., _preload_content: bool = ...,
        _request_timeout: RequestTimeout = None, _return_http_data_only: bool = ...
    ) -> Any: ...
    @overload
    def batch_pipeline_requests_list_with_http_info(
        self, project_name: str, pipeline_name: str, *,
        status: Optional[Union[Literal["pending", "processing", "completed", "failed"], str]] = None,
        success: Optional[bool] = None, limit: Optional[int] = None, offset: Optional[int] = None,
        sort: Optional[Union[Literal["asc", "desc"], str]] = None, async_req: Literal[False] = False,
        _preload_content: Literal[True] = True, _request_timeout: RequestTimeout = None,
        _return_http_data_only: Literal[False] = False
    ) -> Tuple[List[ubiops.BatchPipelineRequestListResponse], int, Mapping[str, str]]: ...
    @overload
    def batch_pipeline_requests_list_with_http_info(
        self, project_name: str, pipeline_name: str, *,
        status: Optional[Union[Literal["pending", "processing", "completed", "failed"], str]] = None,
        success: Optional[bool] = None, limit: Optional[int] = None, offset: Optional[int] = None,
        sort: Optional[Union[Literal["asc", "desc"], str]] = None, async_req: Literal[False] = False,
        _preload_content: Literal[False], _request_timeout: RequestTimeout = None,
        _return_http_data_only: Literal[False] = False
    ) -> Tuple[HTTPResponse, int, Mapping[str, str]]: ...
    @overload
    def batch_pipeline_requests_list_with_http_info(
        self, project_name: str, pipeline_name: str, *,
        status: Optional[Union[Literal["pending", "processing", "completed", "failed"], str]] = None,
        success: Optional[bool] = None, limit: Optional[int] = None, offset: Optional[int] = None,
        sort: Optional[Union[Literal["asc", "desc"], str]] = None, async_req: Literal[True],
        _preload_content: Literal[True] = True, _request_timeout: RequestTimeout = None,
        _return_http_data_only: Literal[False] = False
    ) -> AsyncResult[Tuple[List[ubiops.BatchPipelineRequestListResponse], int, Mapping[str, str]]]: ...
    @overload
    def batch_pipeline_requests_list_with_http_info(
        self, project_name: str, pipeline_name: str, *,
        status: Optional[Union[Literal["pending", "processing", "completed", "failed"], str]] = None,
        success: Optional[bool] = None, limit: Optional[int] = None, offset: Optional[int] = None,
        sort: Optional[Union[Literal["asc", "desc"], str]] = None, async_req: Literal[True],
        _preload_content: Literal[False], _request_timeout: RequestTimeout = None,
        _return_http_data_only: Literal[False] = False
    ) -> AsyncResult[Tuple[HTTPResponse, int, Mapping[str, str]]]: ...
    @overload
    def batch_pipeline_requests_list_with_http_info(
        self, project_name: str, pipeline_name: str, *,
        status: Optional[Union[Literal["pending", "processing", "completed", "failed"], str]] = None,
        success: Optional[bool] = None, limit: Optional[int] = None, offset: Optional[int] = None,
        sort: Optional[Union[Literal["asc", "desc"], str]] = None, async_req: Literal[False] = False,
        _preload_content: Literal[True] = True, _request_timeout: RequestTimeout = None,
        _return_http_data_only: Literal[True]
    ) -> List[ubiops.BatchPipelineRequestListResponse]: ...
    @overload
    def batch_pipeline_requests_list_with_http_info(
        self, project_name: str, pipeline_name: str, *,
        status: Optional[Union[Literal["pending", "processing", "completed", "failed"], str]] = None,
        success: Optional[bool] = None, limit: Optional[int] = None, offset: Optional[int] = None,
        sort: Optional[Union[Literal["asc", "desc"], str]] = None, async_req: bool = ..., _preload_content: bool = ...,
        _request_timeout: RequestTimeout = None, _return_http_data_only: bool = ...
    ) -> Any: ...
    @overload
    def blobs_create(
        self, project_name: str, file: File, *, blob_ttl: Optional[int] = None, async_req: Literal[False] = False,
        _preload_content: Literal[True] = True, _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = True
    ) -> ubiops.BlobList: ...
    @overload
    def blobs_create(
        self, project_name: str, file: File, *, blob_ttl: Optional[int] = None, async_req: Literal[False] = False,
        _preload_content: Literal[False], _request_timeout: RequestTimeout = None, _return_http_data_only: bool = True
    ) -> HTTPResponse: ...
    @overload
    def blobs_create(
        self, project_name: str, file: File, *, blob_ttl: Optional[int] = None, async_req: Literal[True],
        _preload_content: Literal[True] = True, _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = True
    ) -> AsyncResult[ubiops.BlobList]: ...
    @overload
    def blobs_create(
        self, project_name: str, file: File, *, blob_ttl: Optional[int] = None, async_req: Literal[True],
        _preload_content: Literal[False], _request_timeout: RequestTimeout = None, _return_http_data_only: bool = True
    ) -> AsyncResult[HTTPResponse]: ...
    @overload
    def blobs_create(
        self, project_name: str, file: File, *, blob_ttl: Optional[int] = None, async_req: bool = ...,
        _preload_content: bool = ..., _request_timeout: RequestTimeout = None, _return_http_data_only: bool = ...
    ) -> Any: ...
    @overload
    def blobs_create_with_http_info(
        self, project_name: str, file: File, *, blob_ttl: Optional[int] = None, async_req: Literal[False] = False,
        _preload_content: Literal[True] = True, _request_timeout: RequestTimeout = None,
        _return_http_data_only: Literal[False] = False
    ) -> Tuple[ubiops.BlobList, int, Mapping[str, str]]: ...
    @overload
    def blobs_create_with_http_info(
        self, project_name: str, file: File, *, blob_ttl: Optional[int] = None, async_req: Literal[False] = False,
        _preload_content: Literal[False], _request_timeout: RequestTimeout = None,
        _return_http_data_only: Literal[False] = False
    ) -> Tuple[HTTPResponse, int, Mapping[str, str]]: ...
    @overload
    def blobs_create_with_http_info(
        self, project_name: str, file: File, *, blob_ttl: Optional[int] = None, async_req: Literal[True],
        _preload_content: Literal[True] = True, _request_timeout: RequestTimeout = None,
        _return_http_data_only: Literal[False] = False
    ) -> AsyncResult[Tuple[ubiops.BlobList, int, Mapping[str, str]]]: ...
    @overload
    def blobs_create_with_http_info(
        self, project_name: str, file: File, *, blob_ttl: Optional[int] = None, async_req: Literal[True],
        _preload_content: Literal[False], _request_timeout: RequestTimeout = None,
        _return_http_data_only: Literal[False] = False
    ) -> AsyncResult[Tuple[HTTPResponse, int, Mapping[str, str]]]: ...
    @overload
    def blobs_create_with_http_info(
        self, project_name: str, file: File, *, blob_ttl: Optional[int] = None, async_req: Literal[False] = False,
        _preload_content: Literal[True] = True, _request_timeout: RequestTimeout = None,
        _return_http_data_only: Literal[True]
    ) -> ubiops.BlobList: ...
    @overload
    def blobs_create_with_http_info(
        self, project_name: str, file: File, *, blob_ttl: Optional[int] = None, async_req: bool = ...,
        _preload_content: bool = ..., _request_timeout: RequestTimeout = None, _return_http_data_only: bool = ...
    ) -> Any: ...
    @overload
    def blobs_delete(
        self, project_name: str, blob_id: str, *, async_req: Literal[False] = False,
        _preload_content: Literal[True] = True, _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = True
    ) -> None: ...
    @overload
    def blobs_delete(
        self, project_name: str, blob_id: str, *, async_req: Literal[False] = False, _preload_content: Literal[False],
        _request_timeout: RequestTimeout = None, _return_http_data_only: bool = True
    ) -> HTTPResponse: ...
    @overload
    def blobs_delete(
        self, project_name: str, blob_id: str, *, async_req: Literal[True], _preload_content: Literal[True] = True,
        _request_timeout: RequestTimeout = None, _return_http_data_only: bool = True
    ) -> AsyncResult[None]: ...
    @overload
    def blobs_delete(
        self, project_name: str, blob_id: str, *, async_req: Literal[True], _preload_content: Literal[False],
        _request_timeout: RequestTimeout = None, _return_http_data_only: bool = True
    ) -> AsyncResult[HTTPResponse]: ...
    @overload
    def blobs_delete(
        self, project_name: str, blob_id: str, *, async_req: bool = ..., _preload_content: bool = ...,
        _request_timeout: RequestTimeout = None, _return_http_data_only: bool = ...
    ) -> Any: ...
    @overload
    def blobs_delete_with_http_info(
        self, project_name: str, blob_id: str, *, async_req: Literal[False] = False,
        _preload_content: Literal[True] = True, _request_timeout: RequestTimeout = None,
        _return_http_data_only: Literal[False] = False
    ) -> Tuple[None, int, Mapping[str, str]]: ...
    @overload
    def blobs_delete_with_http_info(
        self, project_name: str, blob_id: str, *, async_req: Literal[False] = False, _preload_content: Literal[False],
        _request_timeout: RequestTimeout = None, _return_http_data_only: Literal[False] = False
    ) -> Tuple[HTTPResponse, int, Mapping[str, str]]: ...
    @overload
    def blobs_delete_with_http_info(
        self, project_name: str, blob_id: str, *, async_req: Literal[True], _preload_content: Literal[True] = True,
        _request_timeout: RequestTimeout = None, _return_http_data_only: Literal[False] = False
    ) -> AsyncResult[Tuple[None, int, Mapping[str, str]]]: ...
    @overload
    def blobs_delete_with_http_info(
        self, project_name: str, blob_id: str, *, async_req: Literal[True], _preload_content: Literal[False],
        _request_timeout: RequestTimeout = None, _return_http_data_only: Literal[False] = False
    ) -> AsyncResult[Tuple[HTTPResponse, int, Mapping[str, str]]]: ...
    @overload
    def blobs_delete_with_http_info(
        self, project_name: str, blob_id: str, *, async_req: Literal[False] = False,
        _preload_content: Literal[True] = True, _request_timeout: RequestTimeout = None,
        _return_http_data_only: Literal[True]
    ) -> None: ...
    @overload
    def blobs_delete_with_http_info(
        self, project_name: str, blob_id: str, *, async_req: bool = ..., _preload_content: bool = ...,
        _request_timeout: RequestTimeout = None, _return_http_data_only: bool = ...
    ) -> Any: ...
    @overload
    def blobs_get(
        self, project_name: str, blob_id: str, *, async_req: Literal[False] = False,
        _preload_content: Literal[False] = False, _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = True
    ) -> HTTPResponse: ...
    @overload
    def blobs_get(
        self, project_name: str, blob_id: str, *, async_req: Literal[False] = False, _preload_content: Literal[True],
        _request_timeout: RequestTimeout = None, _return_http_data_only: bool = True
    ) -> str: ...
    @overload
    def blobs_get(
        self, project_name: str, blob_id: str, *, async_req: Literal[True], _preload_content: Literal[False] = False,
        _request_timeout: RequestTimeout = None, _return_http_data_only: bool = True
    ) -> AsyncResult[HTTPResponse]: ...
    @overload
    def blobs_get(
        self, project_name: str, blob_id: str, *, async_req: Literal[True], _preload_content: Literal[True],
        _request_timeout: RequestTimeout = None, _return_http_data_only: bool = True
    ) -> AsyncResult[str]: ...
    @overload
    def blobs_get(
        self, project_name: str, blob_id: str, *, async_req: bool = ..., _preload_content: bool = ...,
        _request_timeout: RequestTimeout = None, _return_http_data_only: bool = ...
    ) -> Any: ...
    @overload
    def blobs_get_with_http_info(
        self, project_name: str, blob_id: str, *, async_req: Literal[False] = False,
        _preload_content: Literal[False] = False, _request_timeout: RequestTimeout = None,
        _return_http_data_only: Literal[False] = False
    ) -> Tuple[HTTPResponse, int, Mapping[str, str]]: ...
    @overload
    def blobs_get_with_http_info(
        self, project_name: str, blob_id: str, *, async_req: Literal[False] = False, _preload_content: Literal[True],
        _request_timeout: RequestTimeout = None, _return_http_data_only: Literal[False] = False
    ) -> Tuple[str, int, Mapping[str, str]]: ...
    @overload
    def blobs_get_with_http_info(
        self, project_name: str, blob_id: str, *, async_req: Literal[True], _preload_content: Literal[False] = False,
        _request_timeout: RequestTimeout = None, _return_http_data_only: Literal[False] = False
    ) -> AsyncResult[Tuple[HTTPResponse, int, Mapping[str, str]]]: ...
    @overload
    def blobs_get_with_http_info(
        self, project_name: str, blob_id: str, *, async_req: Literal[True], _preload_content: Literal[True],
        _request_timeout: RequestTimeout = None, _return_http_data_only: Literal[False] = False
    ) -> AsyncResult[Tuple[str, int, Mapping[str, str]]]: ...
    @overload
    def blobs_get_with_http_info(
        self, project_name: str, blob_id: str, *, async_req: Literal[False] = False,
        _preload_content: Literal[False] = False, _request_timeout: RequestTimeout = None,
        _return_http_data_only: Literal[True]
    ) -> HTTPResponse: ...
    @overload
    def blobs_get_with_http_info(
        self, project_name: str, blob_id: str, *, async_req: bool = ..., _preload_content: bool = ...,
        _request_timeout: RequestTimeout = None, _return_http_data_only: bool = ...
    ) -> Any: ...
    @overload
    def blobs_list(
        self, project_name: str, *, range: Optional[int] = None, creation_date: Optional[str] = None,
        async_req: Literal[False] = False, _preload_content: Literal[True] = True,
        _request_timeout: RequestTimeout = None, _return_http_data_only: bool = True
    ) -> List[ubiops.BlobList]: ...
    @overload
    def blobs_list(
        self, project_name: str, *, range: Optional[int] = None, creation_date: Optional[str] = None,
        async_req: Literal[False] = False, _preload_content: Literal[False], _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = True
    ) -> HTTPResponse: ...
    @overload
    def blobs_list(
        self, project_name: str, *, range: Optional[int] = None, creation_date: Optional[str] = None,
        async_req: Literal[True], _preload_content: Literal[True] = True, _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = True
    ) -> AsyncResult[List[ubiops.BlobList]]: ...
    @overload
    def blobs_list(
        self, project_name: str, *, range: Optional[int] = None, creation_date: Optional[str] = None,
        async_req: Literal[True], _preload_content: Literal[False], _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = True
    ) -> AsyncResult[HTTPResponse]: ...
    @overload
    def blobs_list(
        self, project_name: str, *, range: Optional[int] = None, creation_date: Optional[str] = None,
        async_req: bool = ..., _preload_content: bool = ..., _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = ...
    ) -> Any: ...
    @overload
    def blobs_list_with_http_info(
        self, project_name: str, *, range: Optional[int] = None, creation_date: Optional[str] = None,
        async_req: Literal[False] = False, _preload_content: Literal[True] = True,
        _request_timeout: RequestTimeout = None, _return_http_data_only: Literal[False] = False
    ) -> Tuple[List[ubiops.BlobList], int, Mapping[str, str]]: ...
    @overload
    def blobs_list_with_http_info(
        self, project_name: str, *, range: Optional[int] = None, creation_date: Optional[str] = None,
        async_req: Literal[False] = False, _preload_content: Literal[False], _request_timeout: RequestTimeout = None,
        _return_http_data_only: Literal[False] = False
    ) -> Tuple[HTTPResponse, int, Mapping[str, str]]: ...
    @overload
    def blobs_list_with_http_info(
        self, project_name: str, *, range: Optional[int] = None, creation_date: Optional[str] = None,
        async_req: Literal[True], _preload_content: Literal[True] = True, _request_timeout: RequestTimeout = None,
        _return_http_data_only: Literal[False] = False
    ) -> AsyncResult[Tuple[List[ubiops.BlobList], int, Mapping[str, str]]]: ...
    @overload
    def blobs_list_with_http_info(
        self, project_name: str, *, range: Optional[int] = None, creation_date: Optional[str] = None,
        async_req: Literal[True], _preload_content: Literal[False], _request_timeout: RequestTimeout = None,
        _return_http_data_only: Literal[False] = False
    ) -> AsyncResult[Tuple[HTTPResponse, int, Mapping[str, str]]]: ...
    @overload
    def blobs_list_with_http_info(
        self, project_name: str, *, range: Optional[int] = None, creation_date: Optional[str] = None,
        async_req: Literal[False] = False, _preload_content: Literal[True] = True,
        _request_timeout: RequestTimeout = None, _return_http_data_only: Literal[True]
    ) -> List[ubiops.BlobList]: ...
    @overload
    def blobs_list_with_http_info(
        self, project_name: str, *, range: Optional[int] = None, creation_date: Optional[str] = None,
        async_req: bool = ..., _preload_content: bool = ..., _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = ...
    ) -> Any: ...
    @overload
    def configurations_list(
        self, *, async_req: Literal[False] = False, _preload_content: Literal[True] = True,
        _request_timeout: RequestTimeout = None, _return_http_data_only: bool = True
    ) -> List[ubiops.ConfigurationList]: ...
    @overload
    def configurations_list(
        self, *, async_req: Literal[False] = False, _preload_content: Literal[False],
        _request_timeout: RequestTimeout = None, _return_http_data_only: bool = True
    ) -> HTTPResponse: ...
    @overload
    def configurations_list(
        self, *, async_req: Literal[True], _preload_content: Literal[True] = True,
        _request_timeout: RequestTimeout = None, _return_http_data_only: bool = True
    ) -> AsyncResult[List[ubiops.ConfigurationList]]: ...
    @overload
    def configurations_list(
        self, *, async_req: Literal[True], _preload_content: Literal[False], _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = True
    ) -> AsyncResult[HTTPResponse]: ...
    @overload
    def configurations_list(
        self, *, async_req: bool = ..., _preload_content: bool = ..., _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = ...
    ) -> Any: ...
    @overload
    def configurations_list_with_http_info(
        self, *, async_req: Literal[False] = False, _preload_content: Literal[True] = True,
        _request_timeout: RequestTimeout = None, _return_http_data_only: Literal[False] = False
    ) -> Tuple[List[ubiops.ConfigurationList], int, Mapping[str, str]]: ...
    @overload
    def configurations_list_with_http_info(
        self, *, async_req: Literal[False] = False, _preload_content: Literal[False],
        _request_timeout: RequestTimeout = None, _return_http_data_only: Literal[False] = False
    ) -> Tuple[HTTPResponse, int, Mapping[str, str]]: ...
    @overload
    def configurations_list_with_http_info(
        self, *, async_req: Literal[True], _preload_content: Literal[True] = True,
        _request_timeout: RequestTimeout = None, _return_http_data_only: Literal[False] = False
    ) -> AsyncResult[Tuple[List[ubiops.ConfigurationList], int, Mapping[str, str]]]: ...
    @overload
    def configurations_list_with_http_info(
        self, *, async_req: Literal[True], _preload_content: Literal[False], _request_timeout: RequestTimeout = None,
        _return_http_data_only: Literal[False] = False
    ) -> AsyncResult[Tuple[HTTPResponse, int, Mapping[str, str]]]: ...
    @overload
    def configurations_list_with_http_info(
        self, *, async_req: Literal[False] = False, _preload_content: Literal[True] = True,
        _request_timeout: RequestTimeout = None, _return_http_data_only: Literal[True]
    ) -> List[ubiops.ConfigurationList]: ...
    @overload
    def configurations_list_with_http_info(
        self, *, async_req: bool = ..., _preload_content: bool = ..., _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = ...
    ) -> Any: ...
    @overload
    def connectors_create(
        self, project_name: str, data: Union[ubiops.ConnectorCreate, Mapping[str, Any]], *,
        async_req: Literal[False] = False, _preload_content: Literal[True] = True,
        _request_timeout: RequestTimeout = None, _return_http_data_only: bool = True
    ) -> ubiops.ConnectorList: ...
    @overload
    def connectors_create(
        self, project_name: str, data: Union[ubiops.ConnectorCreate, Mapping[str, Any]], *,
        async_req: Literal[False] = False, _preload_content: Literal[False], _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = True
    ) -> HTTPResponse: ...
    @overload
    def connectors_create(
        self, project_name: str, data: Union[ubiops.ConnectorCreate, Mapping[str, Any]], *, async_req: Literal[True],
        _preload_content: Literal[True] = True, _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = True
    ) -> AsyncResult[ubiops.ConnectorList]: ...
    @overload
    def connectors_create(
        self, project_name: str, data: Union[ubiops.ConnectorCreate, Mapping[str, Any]], *, async_req: Literal[True],
        _preload_content: Literal[False], _request_timeout: RequestTimeout = None, _return_http_data_only: bool = True
    ) -> AsyncResult[HTTPResponse]: ...
    @overload
    def connectors_create(
        self, project_name: str, data: Union[ubiops.ConnectorCreate, Mapping[str, Any]], *, async_req: bool = ...,
        _preload_content: bool = ..., _request_timeout: RequestTimeout = None, _return_http_data_only: bool = ...
    ) -> Any: ...
    @overload
    def connectors_create_with_http_info(
        self, project_name: str, data: Union[ubiops.ConnectorCreate, Mapping[str, Any]], *,
        async_req: Literal[False] = False, _preload_content: Literal[True] = True,
        _request_timeout: RequestTimeout = None, _return_http_data_only: Literal[False] = False
    ) -> Tuple[ubiops.ConnectorList, int, Mapping[str, str]]: ...
    @overload
    def connectors_create_with_http_info(
        self, project_name: str, data: Union[ubiops.ConnectorCreate, Mapping[str, Any]], *,
        async_req: Literal[False] = False, _preload_content: Literal[False], _request_timeout: RequestTimeout = None,
        _return_http_data_only: Literal[False] = False
    ) -> Tuple[HTTPResponse, int, Mapping[str, str]]: ...
    @overload
    def connectors_create_with_http_info(
        self, project_name: str, data: Union[ubiops.ConnectorCreate, Mapping[str, Any]], *, async_req: Literal[True],
        _preload_content: Literal[True] = True, _request_timeout: RequestTimeout = None,
        _return_http_data_only: Literal[False] = False
    ) -> AsyncResult[Tuple[ubiops.ConnectorList, int, Mapping[str, str]]]: ...
    @overload
    def connectors_create_with_http_info(
        self, project_name: str, data: Union[ubiops.ConnectorCreate, Mapping[str, Any]], *, async_req: Literal[True],
        _preload_content: Literal[False], _request_timeout: RequestTimeout = None,
        _return_http_data_only: Literal[False] = False
    ) -> AsyncResult[Tuple[HTTPResponse, int, Mapping[str, str]]]: ...
    @overload
    def connectors_create_with_http_info(
        self, project_name: str, data: Union[ubiops.ConnectorCreate, Mapping[str, Any]], *,
        async_req: Literal[False] = False, _preload_content: Literal[True] = True,
        _request_timeout: RequestTimeout = None, _return_http_data_only: Literal[True]
    ) -> ubiops.ConnectorList: ...
    @overload
    def connectors_create_with_http_info(
        self, project_name: str, data: Union[ubiops.ConnectorCreate, Mapping[str, Any]], *, async_req: bool = ...,
        _preload_content: bool = ..., _request_timeout: RequestTimeout = None, _return_http_data_only: bool = ...
    ) -> Any: ...
    @overload
    def connectors_delete(
        self, project_name: str, connector_name: str, *, async_req: Literal[False] = False,
        _preload_content: Literal[True] = True, _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = True
    ) -> None: ...
    @overload
    def connectors_delete(
        self, project_name: str, connector_name: str, *, async_req: Literal[False] = False,
        _preload_content: Literal[False], _request_timeout: RequestTimeout = None, _return_http_data_only: bool = True
    ) -> HTTPResponse: ...
    @overload
    def connectors_delete(
        self, project_name: str, connector_name: str, *, async_req: Literal[True],
        _preload_content: Literal[True] = True, _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = True
    ) -> AsyncResult[None]: ...
    @overload
    def connectors_delete(
        self, project_name: str, connector_name: str, *, async_req: Literal[True], _preload_content: Literal[False],
        _request_timeout: RequestTimeout = None, _return_http_data_only: bool = True
    ) -> AsyncResult[HTTPResponse]: ...
    @overload
    def connectors_delete(
        self, project_name: str, connector_name: str, *, async_req: bool = ..., _preload_content: bool = ...,
        _request_timeout: RequestTimeout = None, _return_http_data_only: bool = ...
    ) -> Any: ...
    @overload
    def connectors_delete_with_http_info(
        self, project_name: str, connector_name: str, *, async_req: Literal[False] = False,
        _preload_content: Literal[True] = True, _request_timeout: RequestTimeout = None,
        _return_http_data_only: Literal[False] = False
    ) -> Tuple[None, int, Mapping[str, str]]: ...
    @overload
    def connectors_delete_with_http_info(
        self, project_name: str, connector_name: str, *, async_req: Literal[False] = False,
        _preload_content: Literal[False], _request_timeout: RequestTimeout = None,
        _return_http_data_only: Literal[False] = False
    ) -> Tuple[HTTPResponse, int, Mapping[str, str]]: ...
    @overload
    def connectors_delete_with_http_info(
        self, project_name: str, connector_name: str, *, async_req: Literal[True],
        _preload_content: Literal[True] = True, _request_timeout: RequestTimeout = None,
        _return_http_data_only: Literal[False] = False
    ) -> AsyncResult[Tuple[None, int, Mapping[str, str]]]: ...
    @overload
    def connectors_delete_with_http_info(
        self, project_name: str, connector_name: str, *, async_req: Literal[True], _preload_content: Literal[False],
        _request_timeout: RequestTimeout = None, _return_http_data_only: Literal[False] = False
    ) -> AsyncResult[Tuple[HTTPResponse, int, Mapping[str, str]]]: ...
    @overload
    def connectors_delete_with_http_info(
        self, project_name: str, connector_name: str, *, async_req: Literal[False] = False,
        _preload_content: Literal[True] = True, _request_timeout: RequestTimeout = None,
        _return_http_data_only: Literal[True]
    ) -> None: ...
    @overload
    def connectors_delete_with_http_info(
        self, project_name: str, connector_name: str, *, async_req: bool = ..., _preload_content: bool = ...,
        _request_timeout: RequestTimeout = None, _return_http_data_only: bool = ...
    ) -> Any: ...
    @overload
    def connectors_get(
        self, project_name: str, connector_name: str, *, async_req: Literal[False] = False,
        _preload_content: Literal[True] = True, _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = True
    ) -> ubiops.ConnectorList: ...
    @overload
    def connectors_get(
        self, project_name: str, connector_name: str, *, async_req: Literal[False] = False,
        _preload_content: Literal[False], _request_timeout: RequestTimeout = None, _return_http_data_only: bool = True
    ) -> HTTPResponse: ...
    @overload
    def connectors_get(
        self, project_name: str, connector_name: str, *, async_req: Literal[True],
        _preload_content: Literal[True] = True, _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = True
    ) -> AsyncResult[ubiops.ConnectorList]: ...
    @overload
    def connectors_get(
        self, project_name: str, connector_name: str, *, async_req: Literal[True], _preload_content: Literal[False],
        _request_timeout: RequestTimeout = None, _return_http_data_only: bool = True
    ) -> AsyncResult[HTTPResponse]: ...
    @overload
    def connectors_get(
        self, project_name: str, connector_name: str, *, async_req: bool = ..., _preload_content: bool = ...,
        _request_timeout: RequestTimeout = None, _return_http_data_only: bool = ...
    ) -> Any: ...
    @overload
    def connectors_get_with_http_info(
        self, project_name: str, connector_name: str, *, async_req: Literal[False] = False,
        _preload_content: Literal[True] = True, _request_timeout: RequestTimeout = None,
        _return_http_data_only: Literal[False] = False
    ) -> Tuple[ubiops.ConnectorList, int, Mapping[str, str]]: ...
    @overload
    def connectors_get_with_http_info(
        self, project_name: str, connector_name: str, *, async_req: Literal[False] = False,
        _preload_content: Literal[False], _request_timeout: RequestTimeout = None,
        _return_http_data_only: Literal[False] = False
    ) -> Tuple[HTTPResponse, int, Mapping[str, str]]: ...
    @overload
    def connectors_get_with_http_info(
        self, project_name: str, connector_name: str, *, async_req: Literal[True],
        _preload_content: Literal[True] = True, _request_timeout: RequestTimeout = None,
        _return_http_data_only: Literal[False] = False
    ) -> AsyncResult[Tuple[ubiops.ConnectorList, int, Mapping[str, str]]]: ...
    @overload
    def connectors_get_with_http_info(
        self, project_name: str, connector_name: str, *, async_req: Literal[True], _preload_content: Literal[False],
        _request_timeout: RequestTimeout = None, _return_http_data_only: Literal[False] = False
    ) -> AsyncResult[Tuple[HTTPResponse, int, Mapping[str, str]]]: ...
    @overload
    def connectors_get_with_http_info(
        self, project_name: str, connector_name: str, *, async_req: Literal[False] = False,
        _preload_content: Literal[True] = True, _request_timeout: RequestTimeout = None,
        _return_http_data_only: Literal[True]
    ) -> ubiops.ConnectorList: ...
    @overload
    def connectors_get_with_http_info(
        self, project_name: str, connector_name: str, *, async_req: bool = ..., _preload_content: bool = ...,
        _request_timeout: RequestTimeout = None, _return_http_data_only: bool = ...
    ) -> Any: ...
    @overload
    def connectors_list(
        self, project_name: str, *, async_req: Literal[False] = False, _preload_content: Literal[True] = True,
        _request_timeout: RequestTimeout = None, _return_http_data_only: bool = True
    ) -> List[ubiops.ConnectorList]: ...
    @overload
    def connectors_list(
        self, project_name: str, *, async_req: Literal[False] = False, _preload_content: Literal[False],
        _request_timeout: RequestTimeout = None, _return_http_data_only: bool = True
    ) -> HTTPResponse: ...
    @overload
    def connectors_list(
        self, project_name: str, *, async_req: Literal[True], _preload_content: Literal[True] = True,
        _request_timeout: RequestTimeout = None, _return_http_data_only: bool = True
    ) -> AsyncResult[List[ubiops.ConnectorList]]: ...
    @overload
    def connectors_list(
        self, project_name: str, *, async_req: Literal[True], _preload_content: Literal[False],
        _request_timeout: RequestTimeout = None, _return_http_data_only: bool = True
    ) -> AsyncResult[HTTPResponse]: ...
    @overload
    def connectors_list(
        self, project_name: str, *, async_req: bool = ..., _preload_content: bool = ...,
        _request_timeout: RequestTimeout = None, _return_http_data_only: bool = ...
    ) -> Any: ...
    @overload
    def connectors_list_with_http_info(
        self, project_name: str, *, async_req: Literal[False] = False, _preload_content: Literal[True] = True,
        _request_timeout: RequestTimeout = None, _return_http_data_only: Literal[False] = False
    ) -> Tuple[List[ubiops.ConnectorList], int, Mapping[str, str]]: ...
    @overload
    def connectors_list_with_http_info(
        self, project_name: str, *, async_req: Literal[False] = False, _preload_content: Literal[False],
        _request_timeout: RequestTimeout = None, _return_http_data_only: Literal[False] = False
    ) -> Tuple[HTTPResponse, int, Mapping[str, str]]: ...
    @overload
    def connectors_list_with_http_info(
        self, project_name: str, *, async_req: Literal[True], _preload_content: Literal[True] = True,
        _request_timeout: RequestTimeout = None, _return_http_data_only: Literal[False] = False
    ) -> AsyncResult[Tuple[List[ubiops.ConnectorList], int, Mapping[str, str]]]: ...
    @overload
    def connectors_list_with_http_info(
        self, project_name: str, *, async_req: Literal[True], _preload_content: Literal[False],
        _request_timeout: RequestTimeout = None, _return_http_data_only: Literal[False] = False
    ) -> AsyncResult[Tuple[HTTPResponse, int, Mapping[str, str]]]: ...
    @overload
    def connectors_list_with_http_info(
        self, project_name: str, *, async_req: Literal[False] = False, _preload_content: Literal[True] = True,
        _request_timeout: RequestTimeout = None, _return_http_data_only: Literal[True]
    ) -> List[ubiops.ConnectorList]: ...
    @overload
    def connectors_list_with_http_info(
        self, project_name: str, *, async_req: bool = ..., _preload_content: bool = ...,
        _request_timeout: RequestTimeout = None, _return_http_data_only: bool = ...
    ) -> Any: ...
    @overload
    def connectors_update(
        self, project_name: str, connector_name: str, data: Union[ubiops.ConnectorUpdate, Mapping[str, Any]], *,
        async_req: Literal[False] = False, _preload_content: Literal[True] = True,
        _request_timeout: RequestTimeout = None, _return_http_data_only: bool = True
    ) -> ubiops.ConnectorList: ...
    @overload
    def connectors_update(
        self, project_name: str, connector_name: str, data: Union[ubiops.ConnectorUpdate, Mapping[str, Any]], *,
        async_req: Literal[False] = False, _preload_content: Literal[False], _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = True
    ) -> HTTPResponse: ...
    @overload
    def connectors_update(
        self, project_name: str, connector_name: str, data: Union[ubiops.ConnectorUpdate, Mapping[str, Any]], *,
        async_req: Literal[True], _preload_content: Literal[True] = True, _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = True
    ) -> AsyncResult[ubiops.ConnectorList]: ...
    @overload
    def connectors_update(
        self, project_name: str, connector_name: str, data: Union[ubiops.ConnectorUpdate, Mapping[str, Any]], *,
        async_req: Literal[True], _preload_content: Literal[False], _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = True
    ) -> AsyncResult[HTTPResponse]: ...
    @overload
    def connectors_update(
        self, project_name: str, connector_name: str, data: Union[ubiops.ConnectorUpdate, Mapping[str, Any]], *,
        async_req: bool = ..., _preload_content: bool = ..., _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = ...
    ) -> Any: ...
    @overload
    def connectors_update_with_http_info(
        self, project_name: str, connector_name: str, data: Union[ubiops.ConnectorUpdate, Mapping[str, Any]], *,
        async_req: Literal[False] = False, _preload_content: Literal[True] = True,
        _request_timeout: RequestTimeout = None, _return_http_data_only: Literal[False] = False
    ) -> Tuple[ubiops.ConnectorList, int, Mapping[str, str]]: ...
    @overload
    def connectors_update_with_http_info(
        self, project_name: str, connector_name: str, data: Union[ubiops.ConnectorUpdate, Mapping[str, Any]], *,
        async_req: Literal[False] = False, _preload_content: Literal[False], _request_timeout: RequestTimeout = None,
        _return_http_data_only: Literal[False] = False
    ) -> Tuple[HTTPResponse, int, Mapping[str, str]]: ...
    @overload
    def connectors_update_with_http_info(
        self, project_name: str, connector_name: str, data: Union[ubiops.ConnectorUpdate, Mapping[str, Any]], *,
        async_req: Literal[True], _preload_content: Literal[True] = True, _request_timeout: RequestTimeout = None,
        _return_http_data_only: Literal[False] = False
    ) -> AsyncResult[Tuple[ubiops.ConnectorList, int, Mapping[str, str]]]: ...
    @overload
    def connectors_update_with_http_info(
        self, project_name: str, connector_name: str, data: Union[ubiops.ConnectorUpdate, Mapping[str, Any]], *,
        async_req: Literal[True], _preload_content: Literal[False], _request_timeout: RequestTimeout = None,
        _return_http_data_only: Literal[False] = False
    ) -> AsyncResult[Tuple[HTTPResponse, int, Mapping[str, str]]]: ...
    @overload
    def connectors_update_with_http_info(
        self, project_name: str, connector_name: str, data: Union[ubiops.ConnectorUpdate, Mapping[str, Any]], *,
        async_req: Literal[False] = False, _preload_content: Literal[True] = True,
        _request_timeout: RequestTimeout = None, _return_http_data_only: Literal[True]
    ) -> ubiops.ConnectorList: ...
    @overload
    def connectors_update_with_http_info(
        self, project_name: str, connector_name: str, data: Union[ubiops.ConnectorUpdate, Mapping[str, Any]], *,
        async_req: bool = ..., _preload_content: bool = ..., _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = ...
    ) -> Any: ...
    @overload
    def credentials_create(
        self, project_name: str, data: Union[ubiops.CredentialsCreate, Mapping[str, Any]], *,
        async_req: Literal[False] = False, _preload_content: Literal[True] = True,
        _request_timeout: RequestTimeout = None, _return_http_data_only: bool = True
    ) -> ubiops.CredentialsList: ...
    @overload
    def credentials_create(
        self, project_name: str, data: Union[ubiops.CredentialsCreate, Mapping[str, Any]], *,
        async_req: Literal[False] = False, _preload_content: Literal[False], _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = True
    ) -> HTTPResponse: ...
    @overload
    def credentials_create(
        self, project_name: str, data: Union[ubiops.CredentialsCreate, Mapping[str, Any]], *, async_req: Literal[True],
        _preload_content: Literal[True] = True, _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = True
    ) -> AsyncResult[ubiops.CredentialsList]: ...
    @overload
    def credentials_create(
        self, project_name: str, data: Union[ubiops.CredentialsCreate, Mapping[str, Any]], *, async_req: Literal[True],
        _preload_content: Literal[False], _request_timeout: RequestTimeout = None, _return_http_data_only: bool = True
    ) -> AsyncResult[HTTPResponse]: ...
    @overload
    def credentials_create(
        self, project_name: str, data: Union[ubiops.CredentialsCreate, Mapping[str, Any]], *, async_req: bool = ...,
        _preload_content: bool = ..., _request_timeout: RequestTimeout = None, _return_http_data_only: bool = ...
    ) -> Any: ...
    @overload
    def credentials_create_with_http_info(
        self, project_name: str, data: Union[ubiops.CredentialsCreate, Mapping[str, Any]], *,
        async_req: Literal[False] = False, _preload_content: Literal[True] = True,
        _request_timeout: RequestTimeout = None, _return_http_data_only: Literal[False] = False
    ) -> Tuple[ubiops.CredentialsList, int, Mapping[str, str]]: ...
    @overload
    def credentials_create_with_http_info(
        self, project_name: str, data: Union[ubiops.CredentialsCreate, Mapping[str, Any]], *,
        async_req: Literal[False] = False, _preload_content: Literal[False], _request_timeout: RequestTimeout = None,
        _return_http_data_only: Literal[False] = False
    ) -> Tuple[HTTPResponse, int, Mapping[str, str]]: ...
    @overload
    def credentials_create_with_http_info(
        self, project_name: str, data: Union[ubiops.CredentialsCreate, Mapping[str, Any]], *, async_req: Literal[True],
        _preload_content: Literal[True] = True, _request_timeout: RequestTimeout = None,
        _return_http_data_only: Literal[False] = False
    ) -> AsyncResult[Tuple[ubiops.CredentialsList, int, Mapping[str, str]]]: ...
    @overload
    def credentials_create_with_http_info(
        self, project_name: str, data: Union[ubiops.CredentialsCreate, Mapping[str, Any]], *, async_req: Literal[True],
        _preload_content: Literal[False], _request_timeout: RequestTimeout = None,
        _return_http_data_only: Literal[False] = False
    ) -> AsyncResult[Tuple[HTTPResponse, int, Mapping[str, str]]]: ...
    @overload
    def credentials_create_with_http_info(
        self, project_name: str, data: Union[ubiops.CredentialsCreate, Mapping[str, Any]], *,
        async_req: Literal[False] = False, _preload_content: Literal[True] = True,
        _request_timeout: RequestTimeout = None, _return_http_data_only: Literal[True]
    ) -> ubiops.CredentialsList: ...
    @overload
    def credentials_create_with_http_info(
        self, project_name: str, data: Union[ubiops.CredentialsCreate, Mapping[str, Any]], *, async_req: bool = ...,
        _preload_content: bool = ..., _request_timeout: RequestTimeout = None, _return_http_data_only: bool = ...
    ) -> Any: ...
    @overload
    def credentials_delete(
        self, project_name: str, credentials_name: str, *, async_req: Literal[False] = False,
        _preload_content: Literal[True] = True, _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = True
    ) -> None: ...
    @overload
    def credentials_delete(
        self, project_name: str, credentials_name: str, *, async_req: Literal[False] = False,
        _preload_content: Literal[False], _request_timeout: RequestTimeout = None, _return_http_data_only: bool = True
    ) -> HTTPResponse: ...
    @overload
    def credentials_delete(
        self, project_name: str, credentials_name: str, *, async_req: Literal[True],
        _preload_content: Literal[True] = True, _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = True
    ) -> AsyncResult[None]: ...
    @overload
    def credentials_delete(
        self, project_name: str, credentials_name: str, *, async_req: Literal[True], _preload_content: Literal[False],
        _request_timeout: RequestTimeout = None, _return_http_data_only: bool = True
    ) -> AsyncResult[HTTPResponse]: ...
    @overload
    def credentials_delete(
        self, project_name: str, credentials_name: str, *, async_req: bool = ..., _preload_content: bool = ...,
        _request_timeout: RequestTimeout = None, _return_http_data_only: bool = ...
    ) -> Any: ...
    @overload
    def credentials_delete_with_http_info(
        self, project_name: str, credentials_name: str, *, async_req: Literal[False] = False,
        _preload_content: Literal[True] = True, _request_timeout: RequestTimeout = None,
        _return_http_data_only: Literal[False] = False
    ) -> Tuple[None, int, Mapping[str, str]]: ...
    @overload
    def credentials_delete_with_http_info(
        self, project_name: str, credentials_name: str, *, async_req: Literal[False] = False,
        _preload_content: Literal[False], _request_timeout: RequestTimeout = None,
        _return_http_data_only: Literal[False] = False
    ) -> Tuple[HTTPResponse, int, Mapping[str, str]]: ...
    @overload
    def credentials_delete_with_http_info(
        self, project_name: str, credentials_name: str, *, async_req: Literal[True],
        _preload_content: Literal[True] = True, _request_timeout: RequestTimeout = None,
        _return_http_data_only: Literal[False] = False
    ) -> AsyncResult[Tuple[None, int, Mapping[str, str]]]: ...
    @overload
    def credentials_delete_with_http_info(
        self, project_name: str, credentials_name: str, *, async_req: Literal[True], _preload_content: Literal[False],
        _request_timeout: RequestTimeout = None, _return_http_data_only: Literal[False] = False
    ) -> AsyncResult[Tuple[HTTPResponse, int, Mapping[str, str]]]: ...
    @overload
    def credentials_delete_with_http_info(
        self, project_name: str, credentials_name: str, *, async_req: Literal[False] = False,
        _preload_content: Literal[True] = True, _request_timeout: RequestTimeout = None,
        _return_http_data_only: Literal[True]
    ) -> None: ...
    @overload
    def credentials_delete_with_http_info(
        self, project_name: str, credentials_name: str, *, async_req: bool = ..., _preload_content: bool = ...,
        _request_timeout: RequestTimeout = None, _return_http_data_only: bool = ...
    ) -> Any: ...
    @overload
    def credentials_get(
        self, project_name: str, credentials_name: str, *, async_req: Literal[False] = False,
        _preload_content: Literal[True] = True, _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = True
    ) -> ubiops.CredentialsListWithConfig: ...
    @overload
    def credentials_get(
        self, project_name: str, credentials_name: str, *, async_req: Literal[False] = False,
        _preload_content: Literal[False], _request_timeout: RequestTimeout = None, _return_http_data_only: bool = True
    ) -> HTTPResponse: ...
    @overload
    def credentials_get(
        self, project_name: str, credentials_name: str, *, async_req: Literal[True],
        _preload_content: Literal[True] = True, _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = True
    ) -> AsyncResult[ubiops.CredentialsListWithConfig]: ...
    @overload
    def credentials_get(
        self, project_name: str, credentials_name: str, *, async_req: Literal[True], _preload_content: Literal[False],
        _request_timeout: RequestTimeout = None, _return_http_data_only: bool = True
    ) -> AsyncResult[HTTPResponse]: ...
    @overload
    def credentials_get(
        self, project_name: str, credentials_name: str, *, async_req: bool = ..., _preload_content: bool = ...,
        _request_timeout: RequestTimeout = None, _return_http_data_only: bool = ...
    ) -> Any: ...
    @overload
    def credentials_get_with_http_info(
        self, project_name: str, credentials_name: str, *, async_req: Literal[False] = False,
        _preload_content: Literal[True] = True, _request_timeout: RequestTimeout = None,
        _return_http_data_only: Literal[False] = False
    ) -> Tuple[ubiops.CredentialsListWithConfig, int, Mapping[str, str]]: ...
    @overload
    def credentials_get_with_http_info(
        self, project_name: str, credentials_name: str, *, async_req: Literal[False] = False,
        _preload_content: Literal[False], _request_timeout: RequestTimeout = None,
        _return_http_data_only: Literal[False] = False
    ) -> Tuple[HTTPResponse, int, Mapping[str, str]]: ...
    @overload
    def credentials_get_with_http_info(
        self, project_name: str, credentials_name: str, *, async_req: Literal[True],
        _preload_content: Literal[True] = True, _request_timeout: RequestTimeout = None,
        _return_http_data_only: Literal[False] = False
    ) -> AsyncResult[Tuple[ubiops.CredentialsListWithConfig, int, Mapping[str, str]]]: ...
    @overload
    def credentials_get_with_http_info(
        self, project_name: str, credentials_name: str, *, async_req: Literal[True], _preload_content: Literal[False],
        _request_timeout: RequestTimeout = None, _return_http_data_only: Literal[False] = False
    ) -> AsyncResult[Tuple[HTTPResponse, int, Mapping[str, str]]]: ...
    @overload
    def credentials_get_with_http_info(
        self, project_name: str, credentials_name: str, *, async_req: Literal[False] = False,
        _preload_content: Literal[True] = True, _request_timeout: RequestTimeout = None,
        _return_http_data_only: Literal[True]
    ) -> ubiops.CredentialsListWithConfig: ...
    @overload
    def credentials_get_with_http_info(
        self, project_name: str, credentials_name: str, *, async_req: bool = ..., _preload_content: bool = ...,
        _request_timeout: RequestTimeout = None, _return_http_data_only: bool = ...
    ) -> Any: ...
    @overload
    def credentials_list(
        self, project_name: str, *, async_req: Literal[False] = False, _preload_content: Literal[True] = True,
        _request_timeout: RequestTimeout = None, _return_http_data_only: bool = True
    ) -> List[ubiops.CredentialsList]: ...
    @overload
    def credentials_list(
        self, project_name: str, *, async_req: Literal[False] = False, _preload_content: Literal[False],
        _request_timeout: RequestTimeout = None, _return_http_data_only: bool = True
    ) -> HTTPResponse: ...
    @overload
    def credentials_list(
        self, project_name: str, *, async_req: Literal[True], _preload_content: Literal[True] = True,
        _request_timeout: RequestTimeout = None, _return_http_data_only: bool = True
    ) -> AsyncResult[List[ubiops.CredentialsList]]: ...
    @overload
    def credentials_list(
        self, project_name: str, *, async_req: Literal[True], _preload_content: Literal[False],
        _request_timeout: RequestTimeout = None, _return_http_data_only: bool = True
    ) -> AsyncResult[HTTPResponse]: ...
    @overload
    def credentials_list(
        self, project_name: str, *, async_req: bool = ..., _preload_content: bool = ...,
        _request_timeout: RequestTimeout = None, _return_http_data_only: bool = ...
    ) -> Any: ...
    @overload
    def credentials_list_with_http_info(
        self, project_name: str, *, async_req: Literal[False] = False, _preload_content: Literal[True] = True,
        _request_timeout: RequestTimeout = None, _return_http_data_only: Literal[False] = False
    ) -> Tuple[List[ubiops.CredentialsList], int, Mapping[str, str]]: ...
    @overload
    def credentials_list_with_http_info(
        self, project_name: str, *, async_req: Literal[False] = False, _preload_content: Literal[False],
        _request_timeout: RequestTimeout = None, _return_http_data_only: Literal[False] = False
    ) -> Tuple[HTTPResponse, int, Mapping[str, str]]: ...
    @overload
    def credentials_list_with_http_info(
        self, project_name: str, *, async_req: Literal[True], _preload_content: Literal[True] = True,
        _request_timeout: RequestTimeout = None, _return_http_data_only: Literal[False] = False
    ) -> AsyncResult[Tuple[List[ubiops.CredentialsList], int, Mapping[str, str]]]: ...
    @overload
    def credentials_list_with_http_info(
        self, project_name: str, *, async_req: Literal[True], _preload_content: Literal[False],
        _request_timeout: RequestTimeout = None, _return_http_data_only: Literal[False] = False
    ) -> AsyncResult[Tuple[HTTPResponse, int, Mapping[str, str]]]: ...
    @overload
    def credentials_list_with_http_info(
        self, project_name: str, *, async_req: Literal[False] = False, _preload_content: Literal[True] = True,
        _request_timeout: RequestTimeout = None, _return_http_data_only: Literal[True]
    ) -> List[ubiops.CredentialsList]: ...
    @overload
    def credentials_list_with_http_info(
        self, project_name: str, *, async_req: bool = ..., _preload_content: bool = ...,
        _request_timeout: RequestTimeout = None, _return_http_data_only: bool = ...
    ) -> Any: ...
    @overload
    def credentials_update(
        self, project_name: str, credentials_name: str, data: Union[ubiops.CredentialsUpdate, Mapping[str, Any]], *,
        async_req: Literal[False] = False, _preload_content: Literal[True] = True,
        _request_timeout: RequestTimeout = None, _return_http_data_only: bool = True
    ) -> ubiops.CredentialsListWithConfig: ...
    @overload
    def credentials_update(
        self, project_name: str, credentials_name: str, data: Union[ubiops.CredentialsUpdate, Mapping[str, Any]], *,
        async_req: Literal[False] = False, _preload_content: Literal[False], _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = True
    ) -> HTTPResponse: ...
    @overload
    def credentials_update(
        self, project_name: str, credentials_name: str, data: Union[ubiops.CredentialsUpdate, Mapping[str, Any]], *,
        async_req: Literal[True], _preload_content: Literal[True] = True, _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = True
    ) -> AsyncResult[ubiops.CredentialsListWithConfig]: ...
    @overload
    def credentials_update(
        self, project_name: str, credentials_name: str, data: Union[ubiops.CredentialsUpdate, Mapping[str, Any]], *,
        async_req: Literal[True], _preload_content: Literal[False], _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = True
    ) -> AsyncResult[HTTPResponse]: ...
    @overload
    def credentials_update(
        self, project_name: str, credentials_name: str, data: Union[ubiops.CredentialsUpdate, Mapping[str, Any]], *,
        async_req: bool = ..., _preload_content: bool = ..., _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = ...
    ) -> Any: ...
    @overload
    def credentials_update_with_http_info(
        self, project_name: str, credentials_name: str, data: Union[ubiops.CredentialsUpdate, Mapping[str, Any]], *,
        async_req: Literal[False] = False, _preload_content: Literal[True] = True,
        _request_timeout: RequestTimeout = None, _return_http_data_only: Literal[False] = False
    ) -> Tuple[ubiops.CredentialsListWithConfig, int, Mapping[str, str]]: ...
    @overload
    def credentials_update_with_http_info(
        self, project_name: str, credentials_name: str, data: Union[ubiops.CredentialsUpdate, Mapping[str, Any]], *,
        async_req: Literal[False] = False, _preload_content: Literal[False], _request_timeout: RequestTimeout = None,
        _return_http_data_only: Literal[False] = False
    ) -> Tuple[HTTPResponse, int, Mapping[str, str]]: ...
    @overload
    def credentials_update_with_http_info(
        self, project_name: str, credentials_name: str, data: Union[ubiops.CredentialsUpdate, Mapping[str, Any]], *,
        async_req: Literal[True], _preload_content: Literal[True] = True, _request_timeout: RequestTimeout = None,
        _return_http_data_only: Literal[False] = False
    ) -> AsyncResult[Tuple[ubiops.CredentialsListWithConfig, int, Mapping[str, str]]]: ...
    @overload
    def credentials_update_with_http_info(
        self, project_name: str, credentials_name: str, data: Union[ubiops.CredentialsUpdate, Mapping[str, Any]], *,
        async_req: Literal[True], _preload_content: Literal[False], _request_timeout: RequestTimeout = None,
        _return_http_data_only: Literal[False] = False
    ) -> AsyncResult[Tuple[HTTPResponse, int, Mapping[str, str]]]: ...
    @overload
    def credentials_update_with_http_info(
        self, project_name: str, credentials_name: str, data: Union[ubiops.CredentialsUpdate, Mapping[str, Any]], *,
        async_req: Literal[False] = False, _preload_content: Literal[True] = True,
        _request_timeout: RequestTimeout = None, _return_http_data_only: Literal[True]
    ) -> ubiops.CredentialsListWithConfig: ...
    @overload
    def credentials_update_with_http_info(
        self, project_name: str, credentials_name: str, data: Union[ubiops.CredentialsUpdate, Mapping[str, Any]], *,
        async_req: bool = ..., _preload_content: bool = ..., _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = ...
    ) -> Any: ...
    @overload
    def metrics_get(
        self, project_name: str, metric: str, start_time: str, end_time: str,
        object_type: Union[Literal["model_version", "connector", "pipeline"], str], *,
        interval: Optional[Union[Literal["minute", "hour", "day", "month"], str]] = None,
        object_id: Optional[str] = None, async_req: Literal[False] = False, _preload_content: Literal[True] = True,
        _request_timeout: RequestTimeout = None, _return_http_data_only: bool = True
    ) -> List[ubiops.Metrics]: ...
    @overload
    def metrics_get(
        self, project_name: str, metric: str, start_time: str, end_time: str,
        object_type: Union[Literal["model_version", "connector", "pipeline"], str], *,
        interval: Optional[Union[Literal["minute", "hour", "day", "month"], str]] = None,
        object_id: Optional[str] = None, async_req: Literal[False] = False, _preload_content: Literal[False],
        _request_timeout: RequestTimeout = None, _return_http_data_only: bool = True
    ) -> HTTPResponse: ...
    @overload
    def metrics_get(
        self, project_name: str, metric: str, start_time: str, end_time: str,
        object_type: Union[Literal["model_version", "connector", "pipeline"], str], *,
        interval: Optional[Union[Literal["minute", "hour", "day", "month"], str]] = None,
        object_id: Optional[str] = None, async_req: Literal[True], _preload_content: Literal[True] = True,
        _request_timeout: RequestTimeout = None, _return_http_data_only: bool = True
    ) -> AsyncResult[List[ubiops.Metrics]]: ...
    @overload
    def metrics_get(
        self, project_name: str, metric: str, start_time: str, end_time: str,
        object_type: Union[Literal["model_version", "connector", "pipeline"], str], *,
        interval: Optional[Union[Literal["minute", "hour", "day", "month"], str]] = None,
        object_id: Optional[str] = None, async_req: Literal[True], _preload_content: Literal[False],
        _request_timeout: RequestTimeout = None, _return_http_data_only: bool = True
    ) -> AsyncResult[HTTPResponse]: ...
    @overload
    def metrics_get(
        self, project_name: str, metric: str, start_time: str, end_time: str,
        object_type: Union[Literal["model_version", "connector", "pipeline"], str], *,
        interval: Optional[Union[Literal["minute", "hour", "day", "month"], str]] = None,
        object_id: Optional[str] = None, async_req: bool = ..., _preload_content: bool = ...,
        _request_timeout: RequestTimeout = None, _return_http_data_only: bool = ...
    ) -> Any: ...
    @overload
    def metrics_get_with_http_info(
        self, project_name: str, metric: str, start_time: str, end_time: str,
        object_type: Union[Literal["model_version", "connector", "pipeline"], str], *,
        interval: Optional[Union[Literal["minute", "hour", "day", "month"], str]] = None,
        object_id: Optional[str] = None, async_req: Literal[False] = False, _preload_content: Literal[True] = True,
        _request_timeout: RequestTimeout = None, _return_http_data_only: Literal[False] = False
    ) -> Tuple[List[ubiops.Metrics], int, Mapping[str, str]]: ...
    @overload
    def metrics_get_with_http_info(
        self, project_name: str, metric: str, start_time: str, end_time: str,
        object_type: Union[Literal["model_version", "connector", "pipeline"], str], *,
        interval: Optional[Union[Literal["minute", "hour", "day", "month"], str]] = None,
        object_id: Optional[str] = None, async_req: Literal[False] = False, _preload_content: Literal[False],
        _request_timeout: RequestTimeout = None, _return_http_data_only: Literal[False] = False
    ) -> Tuple[HTTPResponse, int, Mapping[str, str]]: ...
    @overload
    def metrics_get_with_http_info(
        self, project_name: str, metric: str, start_time: str, end_time: str,
        object_type: Union[Literal["model_version", "connector", "pipeline"], str], *,
        interval: Optional[Union[Literal["minute", "hour", "day", "month"], str]] = None,
        object_id: Optional[str] = None, async_req: Literal[True], _preload_content: Literal[True] = True,
        _request_timeout: RequestTimeout = None, _return_http_data_only: Literal[False] = False
    ) -> AsyncResult[Tuple[List[ubiops.Metrics], int, Mapping[str, str]]]: ...
    @overload
    def metrics_get_with_http_info(
        self, project_name: str, metric: str, start_time: str, end_time: str,
        object_type: Union[Literal["model_version", "connector", "pipeline"], str], *,
        interval: Optional[Union[Literal["minute", "hour", "day", "month"], str]] = None,
        object_id: Optional[str] = None, async_req: Literal[True], _preload_content: Literal[False],
        _request_timeout: RequestTimeout = None, _return_http_data_only: Literal[False] = False
    ) -> AsyncResult[Tuple[HTTPResponse, int, Mapping[str, str]]]: ...
    @overload
    def metrics_get_with_http_info(
        self, project_name: str, metric: str, start_time: str, end_time: str,
        object_type: Union[Literal["model_version", "connector", "pipeline"], str], *,
        interval: Optional[Union[Literal["minute", "hour", "day", "month"], str]] = None,
        object_id: Optional[str] = None, async_req: Literal[False] = False, _preload_content: Literal[True] = True,
        _request_timeout: RequestTimeout = None, _return_http_data_only: Literal[True]
    ) -> List[ubiops.Metrics]: ...
    @overload
    def metrics_get_with_http_info(
        self, project_name: str, metric: str, start_time: str, end_time: str,
        object_type: Union[Literal["model_version", "connector", "pipeline"], str], *,
        interval: Optional[Union[Literal["minute", "hour", "day", "month"], str]] = None,
        object_id: Optional[str] = None, async_req: bool = ..., _preload_content: bool = ...,
        _request_timeout: RequestTimeout = None, _return_http_data_only: bool = ...
    ) -> Any: ...
    @overload
    def model_environment_variables_create(
        self, project_name: str, model_name: str, data: Union[ubiops.EnvironmentVariableCreate, Mapping[str, Any]], *,
        async_req: Literal[False] = False, _preload_content: Literal[True] = True,
        _request_timeout: RequestTimeout = None, _return_http_data_only: bool = True
    ) -> ubiops.EnvironmentVariableList: ...
    @overload
    def model_environment_variables_create(
        self, project_name: str, model_name: str, data: Union[ubiops.EnvironmentVariableCreate, Mapping[str, Any]], *,
        async_req: Literal[False] = False, _preload_content: Literal[False], _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = True
    ) -> HTTPResponse: ...
    @overload
    def model_environment_variables_create(
        self, project_name: str, model_name: str, data: Union[ubiops.EnvironmentVariableCreate, Mapping[str, Any]], *,
        async_req: Literal[True], _preload_content: Literal[True] = True, _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = True
    ) -> AsyncResult[ubiops.EnvironmentVariableList]: ...
    @overload
    def model_environment_variables_create(
        self, project_name: str, model_name: str, data: Union[ubiops.EnvironmentVariableCreate, Mapping[str, Any]], *,
        async_req: Literal[True], _preload_content: Literal[False], _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = True
    ) -> AsyncResult[HTTPResponse]: ...
    @overload
    def model_environment_variables_create(
        self, project_name: str, model_name: str, data: Union[ubiops.EnvironmentVariableCreate, Mapping[str, Any]], *,
        async_req: bool = ..., _preload_content: bool = ..., _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = ...
    ) -> Any: ...
    @overload
    def model_environment_variables_create_with_http_info(
        self, project_name: str, model_name: str, data: Union[ubiops.EnvironmentVariableCreate, Mapping[str, Any]], *,
        async_req: Literal[False] = False, _preload_content: Literal[True] = True,
        _request_timeout: RequestTimeout = None, _return_http_data_only: Literal[False] = False
    ) -> Tuple[ubiops.EnvironmentVariableList, int, Mapping[str, str]]: ...
    @overload
    def model_environment_variables_create_with_http_info(
        self, project_name: str, model_name: str, data: Union[ubiops.EnvironmentVariableCreate, Mapping[str, Any]], *,
        async_req: Literal[False] = False, _preload_content: Literal[False], _request_timeout: RequestTimeout = None,
        _return_http_data_only: Literal[False] = False
    ) -> Tuple[HTTPResponse, int, Mapping[str, str]]: ...
    @overload
    def model_environment_variables_create_with_http_info(
        self, project_name: str, model_name: str, data: Union[ubiops.EnvironmentVariableCreate, Mapping[str, Any]], *,
        async_req: Literal[True], _preload_content: Literal[True] = True, _request_timeout: RequestTimeout = None,
        _return_http_data_only: Literal[False] = False
    ) -> AsyncResult[Tuple[ubiops.EnvironmentVariableList, int, Mapping[str, str]]]: ...
    @overload
    def model_environment_variables_create_with_http_info(
        self, project_name: str, model_name: str, data: Union[ubiops.EnvironmentVariableCreate, Mapping[str, Any]], *,
        async_req: Literal[True], _preload_content: Literal[False], _request_timeout: RequestTimeout = None,
        _return_http_data_only: Literal[False] = False
    ) -> AsyncResult[Tuple[HTTPResponse, int, Mapping[str, str]]]: ...
    @overload
    def model_environment_variables_create_with_http_info(
        self, project_name: str, model_name: str, data: Union[ubiops.EnvironmentVariableCreate, Mapping[str, Any]], *,
        async_req: Literal[False] = False, _preload_content: Literal[True] = True,
        _request_timeout: RequestTimeout = None, _return_http_data_only: Literal[True]
    ) -> ubiops.EnvironmentVariableList: ...
    @overload
    def model_environment_variables_create_with_http_info(
        self, project_name: str, model_name: str, data: Union[ubiops.EnvironmentVariableCreate, Mapping[str, Any]], *,
        async_req: bool = ..., _preload_content: bool = ..., _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = ...
    ) -> Any: ...
    @overload
    def model_environment_variables_delete(
        self, project_name: str, id: str, model_name: str, *, async_req: Literal[False] = False,
        _preload_content: Literal[True] = True, _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = True
    ) -> None: ...
    @overload
    def model_environment_variables_delete(
        self, project_name: str, id: str, model_name: str, *, async_req: Literal[False] = False,
        _preload_content: Literal[False], _request_timeout: RequestTimeout = None, _return_http_data_only: bool = True
    ) -> HTTPResponse: ...
    @overload
    def model_environment_variables_delete(
        self, project_name: str, id: str, model_name: str, *, async_req: Literal[True],
        _preload_content: Literal[True] = True, _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = True
    ) -> AsyncResult[None]: ...
    @overload
    def model_environment_variables_delete(
        self, project_name: str, id: str, model_name: str, *, async_req: Literal[True],
        _preload_content: Literal[False], _request_timeout: RequestTimeout = None, _return_http_data_only: bool = True
    ) -> AsyncResult[HTTPResponse]: ...
    @overload
    def model_environment_variables_delete(
        self, project_name: str, id: str, model_name: str, *, async_req: bool = ..., _preload_content: bool = ...,
        _request_timeout: RequestTimeout = None, _return_http_data_only: bool = ...
    ) -> Any: ...
    @overload
    def model_environment_variables_delete_with_http_info(
        self, project_name: str, id: str, model_name: str, *, async_req: Literal[False] = False,
        _preload_content: Literal[True] = True, _request_timeout: RequestTimeout = None,
        _return_http_data_only: Literal[False] = False
    ) -> Tuple[None, int, Mapping[str, str]]: ...
    @overload
    def model_environment_variables_delete_with_http_info(
        self, project_name: str, id: str, model_name: str, *, async_req: Literal[False] = False,
        _preload_content: Literal[False], _request_timeout: RequestTimeout = None,
        _return_http_data_only: Literal[False] = False
    ) -> Tuple[HTTPResponse, int, Mapping[str, str]]: ...
    @overload
    def model_environment_variables_delete_with_http_info(
        self, project_name: str, id: str, model_name: str, *, async_req: Literal[True],
        _preload_content: Literal[True] = True, _request_timeout: RequestTimeout = None,
        _return_http_data_only: Literal[False] = False
    ) -> AsyncResult[Tuple[None, int, Mapping[str, str]]]: ...
    @overload
    def model_environment_variables_delete_with_http_info(
        self, project_name: str, id: str, model_name: str, *, async_req: Literal[True],
        _preload_content: Literal[False], _request_timeout: RequestTimeout = None,
        _return_http_data_only: Literal[False] = False
    ) -> AsyncResult[Tuple[HTTPResponse, int, Mapping[str, str]]]: ...
    @overload
    def model_environment_variables_delete_with_http_info(
        self, project_name: str, id: str, model_name: str, *, async_req: Literal[False] = False,
        _preload_content: Literal[True] = True, _request_timeout: RequestTimeout = None,
        _return_http_data_only: Literal[True]
    ) -> None: ...
    @overload
    def model_environment_variables_delete_with_http_info(
        self, project_name: str, id: str, model_name: str, *, async_req: bool = ..., _preload_content: bool = ...,
        _request_timeout: RequestTimeout = None, _return_http_data_only: bool = ...
    ) -> Any: ...
    @overload
    def model_environment_variables_get(
        self, project_name: str, id: str, model_name: str, *, async_req: Literal[False] = False,
        _preload_content: Literal[True] = True, _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = True
    ) -> ubiops.EnvironmentVariableList: ...
    @overload
    def model_environment_variables_get(
        self, project_name: str, id: str, model_name: str, *, async_req: Literal[False] = False,
        _preload_content: Literal[False], _request_timeout: RequestTimeout = None, _return_http_data_only: bool = True
    ) -> HTTPResponse: ...
    @overload
    def model_environment_variables_get(
        self, project_name: str, id: str, model_name: str, *, async_req: Literal[True],
        _preload_content: Literal[True] = True, _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = True
    ) -> AsyncResult[ubiops.EnvironmentVariableList]: ...
    @overload
    def model_environment_variables_get(
        self, project_name: str, id: str, model_name: str, *, async_req: Literal[True],
        _preload_content: Literal[False], _request_timeout: RequestTimeout = None, _return_http_data_only: bool = True
    ) -> AsyncResult[HTTPResponse]: ...
    @overload
    def model_environment_variables_get(
        self, project_name: str, id: str, model_name: str, *, async_req: bool = ..., _preload_content: bool = ...,
        _request_timeout: RequestTimeout = None, _return_http_data_only: bool = ...
    ) -> Any: ...
    @overload
    def model_environment_variables_get_with_http_info(
        self, project_name: str, id: str, model_name: str, *, async_req: Literal[False] = False,
        _preload_content: Literal[True] = True, _request_timeout: RequestTimeout = None,
        _return_http_data_only: Literal[False] = False
    ) -> Tuple[ubiops.EnvironmentVariableList, int, Mapping[str, str]]: ...
    @overload
    def model_environment_variables_get_with_http_info(
        self, project_name: str, id: str, model_name: str, *, async_req: Literal[False] = False,
        _preload_content: Literal[False], _request_timeout: RequestTimeout = None,
        _return_http_data_only: Literal[False] = False
    ) -> Tuple[HTTPResponse, int, Mapping[str, str]]: ...
    @overload
    def model_environment_variables_get_with_http_info(
        self, project_name: str, id: str, model_name: str, *, async_req: Literal[True],
        _preload_content: Literal[True] = True, _request_timeout: RequestTimeout = None,
        _return_http_data_only: Literal[False] = False
    ) -> AsyncResult[Tuple[ubiops.EnvironmentVariableList, int, Mapping[str, str]]]: ...
    @overload
    def model_environment_variables_get_with_http_info(
        self, project_name: str, id: str, model_name: str, *, async_req: Literal[True],
        _preload_content: Literal[False], _request_timeout: RequestTimeout = None,
        _return_http_data_only: Literal[False] = False
    ) -> AsyncResult[Tuple[HTTPResponse, int, Mapping[str, str]]]: ...
    @overload
    def model_environment_variables_get_with_http_info(
        self, project_name: str, id: str, model_name: str, *, async_req: Literal[False] = False,
        _preload_content: Literal[True] = True, _request_timeout: RequestTimeout = None,
        _return_http_data_only: Literal[True]
    ) -> ubiops.EnvironmentVariableList: ...
    @overload
    def model_environment_variables_get_with_http_info(
        self, project_name: str, id: str, model_name: str, *, async_req: bool = ..., _preload_content: bool = ...,
        _request_timeout: RequestTimeout = None, _return_http_data_only: bool = ...
    ) -> Any: ...
    @overload
    def model_environment_variables_list(
        self, project_name: str, model_name: str, *, async_req: Literal[False] = False,
        _preload_content: Literal[True] = True, _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = True
    ) -> List[ubiops.InheritedEnvironmentVariableList]: ...
    @overload
    def model_environment_variables_list(
        self, project_name: str, model_name: str, *, async_req: Literal[False] = False,
        _preload_content: Literal[False], _request_timeout: RequestTimeout = None, _return_http_data_only: bool = True
    ) -> HTTPResponse: ...
    @overload
    def model_environment_variables_list(
        self, project_name: str, model_name: str, *, async_req: Literal[True], _preload_content: Literal[True] = True,
        _request_timeout: RequestTimeout = None, _return_http_data_only: bool = True
    ) -> AsyncResult[List[ubiops.InheritedEnvironmentVariableList]]: ...
    @overload
    def model_environment_variables_list(
        self, project_name: str, model_name: str, *, async_req: Literal[True], _preload_content: Literal[False],
        _request_timeout: RequestTimeout = None, _return_http_data_only: bool = True
    ) -> AsyncResult[HTTPResponse]: ...
    @overload
    def model_environment_variables_list(
        self, project_name: str, model_name: str, *, async_req: bool = ..., _preload_content: bool = ...,
        _request_timeout: RequestTimeout = None, _return_http_data_only: bool = ...
    ) -> Any: ...
    @overload
    def model_environment_variables_list_with_http_info(
        self, project_name: str, model_name: str, *, async_req: Literal[False] = False,
        _preload_content: Literal[True] = True, _request_timeout: RequestTimeout = None,
        _return_http_data_only: Literal[False] = False
    ) -> Tuple[List[ubiops.InheritedEnvironmentVariableList], int, Mapping[str, str]]: ...
    @overload
    def model_environment_variables_list_with_http_info(
        self, project_name: str, model_name: str, *, async_req: Literal[False] = False,
        _preload_content: Literal[False], _request_timeout: RequestTimeout = None,
        _return_http_data_only: Literal[False] = False
    ) -> Tuple[HTTPResponse, int, Mapping[str, str]]: ...
    @overload
    def model_environment_variables_list_with_http_info(
        self, project_name: str, model_name: str, *, async_req: Literal[True], _preload_content: Literal[True] = True,
        _request_timeout: RequestTimeout = None, _return_http_data_only: Literal[False] = False
    ) -> AsyncResult[Tuple[List[ubiops.InheritedEnvironmentVariableList], int, Mapping[str, str]]]: ...
    @overload
    def model_environment_variables_list_with_http_info(
        self, project_name: str, model_name: str, *, async_req: Literal[True], _preload_content: Literal[False],
        _request_timeout: RequestTimeout = None, _return_http_data_only: Literal[False] = False
    ) -> AsyncResult[Tuple[HTTPResponse, int, Mapping[str, str]]]: ...
    @overload
    def model_environment_variables_list_with_http_info(
        self, project_name: str, model_name: str, *, async_req: Literal[False] = False,
        _preload_content: Literal[True] = True, _request_timeout: RequestTimeout = None,
        _return_http_data_only: Literal[True]
    ) -> List[ubiops.InheritedEnvironmentVariableList]: ...
    @overload
    def model_environment_variables_list_with_http_info(
        self, project_name: str, model_name: str, *, async_req: bool = ..., _preload_content: bool = ...,
        _request_timeout: RequestTimeout = None, _return_http_data_only: bool = ...
    ) -> Any: ...
    @overload
    def model_environment_variables_update(
        self, project_name: str, id: str, model_name: str,
        data: Union[ubiops.EnvironmentVariableCreate, Mapping[str, Any]], *, async_req: Literal[False] = False,
        _preload_content: Literal[True] = True, _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = True
    ) -> ubiops.EnvironmentVariableList: ...
    @overload
    def model_environment_variables_update(
        self, project_name: str, id: str, model_name: str,
        data: Union[ubiops.EnvironmentVariableCreate, Mapping[str, Any]], *, async_req: Literal[False] = False,
        _preload_content: Literal[False], _request_timeout: RequestTimeout = None, _return_http_data_only: bool = True
    ) -> HTTPResponse: ...
    @overload
    def model_environment_variables_update(
        self, project_name: str, id: str, model_name: str,
        data: Union[ubiops.EnvironmentVariableCreate, Mapping[str, Any]], *, async_req: Literal[True],
        _preload_content: Literal[True] = True, _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = True
    ) -> AsyncResult[ubiops.EnvironmentVariableList]: ...
    @overload
    def model_environment_variables_update(
        self, project_name: str, id: str, model_name: str,
        data: Union[ubiops.EnvironmentVariableCreate, Mapping[str, Any]], *, async_req: Literal[True],
        _preload_content: Literal[False], _request_timeout: RequestTimeout = None, _return_http_data_only: bool = True
    ) -> AsyncResult[HTTPResponse]: ...
    @overload
    def model_environment_variables_update(
        self, project_name: str, id: str, model_name: str,
        data: Union[ubiops.EnvironmentVariableCreate, Mapping[str, Any]], *, async_req: bool = ...,
        _preload_content: bool = ..., _request_timeout: RequestTimeout = None, _return_http_data_only: bool = ...
    ) -> Any: ...
    @overload
    def model_environment_variables_update_with_http_info(
        self, project_name: str, id: str, model_name: str,
        data: Union[ubiops.EnvironmentVariableCreate, Mapping[str, Any]], *, async_req: Literal[False] = False,
        _preload_content: Literal[True] = True, _request_timeout: RequestTimeout = None,
        _return_http_data_only: Literal[False] = False
    ) -> Tuple[ubiops.EnvironmentVariableList, int, Mapping[str, str]]: ...
    @overload
    def model_environment_variables_update_with_http_info(
        self, project_name: str, id: str, model_name: str,
        data: Union[ubiops.EnvironmentVariableCreate, Mapping[str, Any]], *, async_req: Literal[False] = False,
        _preload_content: Literal[False], _request_timeout: RequestTimeout = None,
        _return_http_data_only: Literal[False] = False
    ) -> Tuple[HTTPResponse, int, Mapping[str, str]]: ...
    @overload
    def model_environment_variables_update_with_http_info(
        self, project_name: str, id: str, model_name: str,
        data: Union[ubiops.EnvironmentVariableCreate, Mapping[str, Any]], *, async_req: Literal[True],
        _preload_content: Literal[True] = True, _request_timeout: RequestTimeout = None,
        _return_http_data_only: Literal[False] = False
    ) -> AsyncResult[Tuple[ubiops.EnvironmentVariableList, int, Mapping[str, str]]]: ...
    @overload
    def model_environment_variables_update_with_http_info(
        self, project_name: str, id: str, model_name: str,
        data: Union[ubiops.EnvironmentVariableCreate, Mapping[str, Any]], *, async_req: Literal[True],
        _preload_content: Literal[False], _request_timeout: RequestTimeout = None,
        _return_http_data_only: Literal[False] = False
    ) -> AsyncResult[Tuple[HTTPResponse, int, Mapping[str, str]]]: ...
    @overload
    def model_environment_variables_update_with_http_info(
        self, project_name: str, id: str, model_name: str,
        data: Union[ubiops.EnvironmentVariableCreate, Mapping[str, Any]], *, async_req: Literal[False] = False,
        _preload_content: Literal[True] = True, _request_timeout: RequestTimeout = None,
        _return_http_data_only: Literal[True]
    ) -> ubiops.EnvironmentVariableList: ...
    @overload
    def model_environment_variables_update_with_http_info(
        self, project_name: str, id: str, model_name: str,
        data: Union[ubiops.EnvironmentVariableCreate, Mapping[str, Any]], *, async_req: bool = ...,
        _preload_content: bool = ..., _request_timeout: RequestTimeout = None, _return_http_data_only: bool = ...
    ) -> Any: ...
    @overload
    def model_requests_create(
        self, project_name: str, model_name: str, version: str,
        data: Union[ubiops.ModelRequestCreate, Mapping[str, Any], str], *, timeout: Optional[int] = None,
        async_req: Literal[False] = False, _preload_content: Literal[True] = True,
        _request_timeout: RequestTimeout = None, _return_http_data_only: bool = True
    ) -> ubiops.ModelRequestList: ...
    @overload
    def model_requests_create(
        self, project_name: str, model_name: str, version: str,
        data: Union[ubiops.ModelRequestCreate, Mapping[str, Any], str], *, timeout: Optional[int] = None,
        async_req: Literal[False] = False, _preload_content: Literal[False], _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = True
    ) -> HTTPResponse: ...
    @overload
    def model_requests_create(
        self, project_name: str, model_name: str, version: str,
        data: Union[ubiops.ModelRequestCreate, Mapping[str, Any], str], *, timeout: Optional[int] = None,
        async_req: Literal[True], _preload_content: Literal[True] = True, _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = True
    ) -> AsyncResult[ubiops.ModelRequestList]: ...
    @overload
    def model_requests_create(
        self, project_name: str, model_name: str, version: str,
        data: Union[ubiops.ModelRequestCreate, Mapping[str, Any], str], *, timeout: Optional[int] = None,
        async_req: Literal[True], _preload_content: Literal[False], _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = True
    ) -> AsyncResult[HTTPResponse]: ...
    @overload
    def model_requests_create(
        self, project_name: str, model_name: str, version: str,
        data: Union[ubiops.ModelRequestCreate, Mapping[str, Any], str], *, timeout: Optional[int] = None,
        async_req: bool = ..., _preload_content: bool = ..., _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = ...
    ) -> Any: ...
    @overload
    def model_requests_create_with_http_info(
        self, project_name: str, model_name: str, version: str,
        data: Union[ubiops.ModelRequestCreate, Mapping[str, Any], str], *, timeout: Optional[int] = None,
        async_req: Literal[False] = False, _preload_content: Literal[True] = True,
        _request_timeout: RequestTimeout = None, _return_http_data_only: Literal[False] = False
    ) -> Tuple[ubiops.ModelRequestList, int, Mapping[str, str]]: ...
    @overload
    def model_requests_create_with_http_info(
        self, project_name: str, model_name: str, version: str,
        data: Union[ubiops.ModelRequestCreate, Mapping[str, Any], str], *, timeout: Optional[int] = None,
        async_req: Literal[False] = False, _preload_content: Literal[False], _request_timeout: RequestTimeout = None,
        _return_http_data_only: Literal[False] = False
    ) -> Tuple[HTTPResponse, int, Mapping[str, str]]: ...
    @overload
    def model_requests_create_with_http_info(
        self, project_name: str, model_name: str, version: str,
        data: Union[ubiops.ModelRequestCreate, Mapping[str, Any], str], *, timeout: Optional[int] = None,
        async_req: Literal[True], _preload_content: Literal[True] = True, _request_timeout: RequestTimeout = None,
        _return_http_data_only: Literal[False] = False
    ) -> AsyncResult[Tuple[ubiops.ModelRequestList, int, Mapping[str, str]]]: ...
    @overload
    def model_requests_create_with_http_info(
        self, project_name: str, model_name: str, version: str,
        data: Union[ubiops.ModelRequestCreate, Mapping[str, Any], str], *, timeout: Optional[int] = None,
        async_req: Literal[True], _preload_content: Literal[False], _request_timeout: RequestTimeout = None,
        _return_http_data_only: Literal[False] = False
    ) -> AsyncResult[Tuple[HTTPResponse, int, Mapping[str, str]]]: ...
    @overload
    def model_requests_create_with_http_info(
        self, project_name: str, model_name: str, version: str,
        data: Union[ubiops.ModelRequestCreate, Mapping[str, Any], str], *, timeout: Optional[int] = None,
        async_req: Literal[False] = False, _preload_content: Literal[True] = True,
        _request_timeout: RequestTimeout = None, _return_http_data_only: Literal[True]
    ) -> ubiops.ModelRequestList: ...
    @overload
    def model_requests_create_with_http_info(
        self, project_name: str, model_name: str, version: str,
        data: Union[ubiops.ModelRequestCreate, Mapping[str, Any], str], *, timeout: Optional[int] = None,
        async_req: bool = ..., _preload_content: bool = ..., _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = ...
    ) -> Any: ...
    @overload
    def model_version_environment_variables_create(
        self, project_name: str, model_name: str, version: str,
        data: Union[ubiops.EnvironmentVariableCreate, Mapping[str, Any]], *, async_req: Literal[False] = False,
        _preload_content: Literal[True] = True, _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = True
    ) -> ubiops.EnvironmentVariableList: ...
    @overload
    def model_version_environment_variables_create(
        self, project_name: str, model_name: str, version: str,
        data: Union[ubiops.EnvironmentVariableCreate, Mapping[str, Any]], *, async_req: Literal[False] = False,
        _preload_content: Literal[False], _request_timeout: RequestTimeout = None, _return_http_data_only: bool = True
    ) -> HTTPResponse: ...
    @overload
    def model_version_environment_variables_create(
        self, project_name: str, model_name: str, version: str,
        data: Union[ubiops.EnvironmentVariableCreate, Mapping[str, Any]], *, async_req: Literal[True],
        _preload_content: Literal[True] = True, _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = True
    ) -> AsyncResult[ubiops.EnvironmentVariableList]: ...
    @overload
    def model_version_environment_variables_create(
        self, project_name: str, model_name: str, version: str,
        data: Union[ubiops.EnvironmentVariableCreate, Mapping[str, Any]], *, async_req: Literal[True],
        _preload_content: Literal[False], _request_timeout: RequestTimeout = None, _return_http_data_only: bool = True
    ) -> AsyncResult[HTTPResponse]: ...
    @overload
    def model_version_environment_variables_create(
        self, project_name: str, model_name: str, version: str,
        data: Union[ubiops.EnvironmentVariableCreate, Mapping[str, Any]], *, async_req: bool = ...,
        _preload_content: bool = ..., _request_timeout: RequestTimeout = None, _return_http_data_only: bool = ...
    ) -> Any: ...
    @overload
    def model_version_environment_variables_create_with_http_info(
        self, project_name: str, model_name: str, version: str,
        data: Union[ubiops.EnvironmentVariableCreate, Mapping[str, Any]], *, async_req: Literal[False] = False,
        _preload_content: Literal[True] = True, _request_timeout: RequestTimeout = None,
        _return_http_data_only: Literal[False] = False
    ) -> Tuple[ubiops.EnvironmentVariableList, int, Mapping[str, str]]: ...
    @overload
    def model_version_environment_variables_create_with_http_info(
        self, project_name: str, model_name: str, version: str,
        data: Union[ubiops.EnvironmentVariableCreate, Mapping[str, Any]], *, async_req: Literal[False] = False,
        _preload_content: Literal[False], _request_timeout: RequestTimeout = None,
        _return_http_data_only: Literal[False] = False
    ) -> Tuple[HTTPResponse, int, Mapping[str, str]]: ...
    @overload
    def model_version_environment_variables_create_with_http_info(
        self, project_name: str, model_name: str, version: str,
        data: Union[ubiops.EnvironmentVariableCreate, Mapping[str, Any]], *, async_req: Literal[True],
        _preload_content: Literal[True] = True, _request_timeout: RequestTimeout = None,
        _return_http_data_only: Literal[False] = False
    ) -> AsyncResult[Tuple[ubiops.EnvironmentVariableList, int, Mapping[str, str]]]: ...
    @overload
    def model_version_environment_variables_create_with_http_info(
        self, project_name: str, model_name: str, version: str,
        data: Union[ubiops.EnvironmentVariableCreate, Mapping[str, Any]], *, async_req: Literal[True],
        _preload_content: Literal[False], _request_timeout: RequestTimeout = None,
        _return_http_data_only: Literal[False] = False
    ) -> AsyncResult[Tuple[HTTPResponse, int, Mapping[str, str]]]: ...
    @overload
    def model_version_environment_variables_create_with_http_info(
        self, project_name: str, model_name: str, version: str,
        data: Union[ubiops.EnvironmentVariableCreate, Mapping[str, Any]], *, async_req: Literal[False] = False,
        _preload_content: Literal[True] = True, _request_timeout: RequestTimeout = None,
        _return_http_data_only: Literal[True]
    ) -> ubiops.EnvironmentVariableList: ...
    @overload
    def model_version_environment_variables_create_with_http_info(
        self, project_name: str, model_name: str, version: str,
        data: Union[ubiops.EnvironmentVariableCreate, Mapping[str, Any]], *, async_req: bool = ...,
        _preload_content: bool = ..., _request_timeout: RequestTimeout = None, _return_http_data_only: bool = ...
    ) -> Any: ...
    @overload
    def model_version_environment_variables_delete(
        self, project_name: str, id: str, model_name: str, version: str, *, async_req: Literal[False] = False,
        _preload_content: Literal[True] = True, _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = True
    ) -> None: ...
    @overload
    def model_version_environment_variables_delete(
        self, project_name: str, id: str, model_name: str, version: str, *, async_req: Literal[False] = False,
        _preload_content: Literal[False], _request_timeout: RequestTimeout = None, _return_http_data_only: bool = True
    ) -> HTTPResponse: ...
    @overload
    def model_version_environment_variables_delete(
        self, project_name: str, id: str, model_name: str, version: str, *, async_req: Literal[True],
        _preload_content: Literal[True] = True, _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = True
    ) -> AsyncResult[None]: ...
    @overload
    def model_version_environment_variables_delete(
        self, project_name: str, id: str, model_name: str, version: str, *, async_req: Literal[True],
        _preload_content: Literal[False], _request_timeout: RequestTimeout = None, _return_http_data_only: bool = True
    ) -> AsyncResult[HTTPResponse]: ...
    @overload
    def model_version_environment_variables_delete(
        self, project_name: str, id: str, model_name: str, version: str, *, async_req: bool = ...,
        _preload_content: bool = ..., _request_timeout: RequestTimeout = None, _return_http_data_only: bool = ...
    ) -> Any: ...
    @overload
    def model_version_environment_variables_delete_with_http_info(
        self, project_name: str, id: str, model_name: str, version: str, *, async_req: Literal[False] = False,
        _preload_content: Literal[True] = True, _request_timeout: RequestTimeout = None,
        _return_http_data_only: Literal[False] = False
    ) -> Tuple[None, int, Mapping[str, str]]: ...
    @overload
    def model_version_environment_variables_delete_with_http_info(
        self, project_name: str, id: str, model_name: str, version: str, *, async_req: Literal[False] = False,
        _preload_content: Literal[False], _request_timeout: RequestTimeout = None,
        _return_http_data_only: Literal[False] = False
    ) -> Tuple[HTTPResponse, int, Mapping[str, str]]: ...
    @overload
    def model_version_environment_variables_delete_with_http_info(
        self, project_name: str, id: str, model_name: str, version: str, *, async_req: Literal[True],
        _preload_content: Literal[True] = True, _request_timeout: RequestTimeout = None,
        _return_http_data_only: Literal[False] = False
    ) -> AsyncResult[Tuple[None, int, Mapping[str, str]]]: ...
    @overload
    def model_version_environment_variables_delete_with_http_info(
        self, project_name: str, id: str, model_name: str, version: str, *, async_req: Literal[True],
        _preload_content: Literal[False], _request_timeout: RequestTimeout = None,
        _return_http_data_only: Literal[False] = False
    ) -> AsyncResult[Tuple[HTTPResponse, int, Mapping[str, str]]]: ...
    @overload
    def model_version_environment_variables_delete_with_http_info(
        self, project_name: str, id: str, model_name: str, version: str, *, async_req: Literal[False] = False,
        _preload_content: Literal[True] = True, _request_timeout: RequestTimeout = None,
        _return_http_data_only: Literal[True]
    ) -> None: ...
    @overload
    def model_version_environment_variables_delete_with_http_info(
        self, project_name: str, id: str, model_name: str, version: str, *, async_req: bool = ...,
        _preload_content: bool = ..., _request_timeout: RequestTimeout = None, _return_http_data_only: bool = ...
    ) -> Any: ...
    @overload
    def model_version_environment_variables_get(
        self, project_name: str, id: str, model_name: str, version: str, *, async_req: Literal[False] = False,
        _preload_content: Literal[True] = True, _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = True
    ) -> ubiops.EnvironmentVariableList: ...
    @overload
    def model_version_environment_variables_get(
        self, project_name: str, id: str, model_name: str, version: str, *, async_req: Literal[False] = False,
        _preload_content: Literal[False], _request_timeout: RequestTimeout = None, _return_http_data_only: bool = True
    ) -> HTTPResponse: ...
    @overload
    def model_version_environment_variables_get(
        self, project_name: str, id: str, model_name: str, version: str, *, async_req: Literal[True],
        _preload_content: Literal[True] = True, _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = True
    ) -> AsyncResult[ubiops.EnvironmentVariableList]: ...
    @overload
    def model_version_environment_variables_get(
        self, project_name: str, id: str, model_name: str, version: str, *, async_req: Literal[True],
        _preload_content: Literal[False], _request_timeout: RequestTimeout = None, _return_http_data_only: bool = True
    ) -> AsyncResult[HTTPResponse]: ...
    @overload
    def model_version_environment_variables_get(
        self, project_name: str, id: str, model_name: str, version: str, *, async_req: bool = ...,
        _preload_content: bool = ..., _request_timeout: RequestTimeout = None, _return_http_data_only: bool = ...
    ) -> Any: ...
    @overload
    def model_version_environment_variables_get_with_http_info(
        self, project_name: str, id: str, model_name: str, version: str, *, async_req: Literal[False] = False,
        _preload_content: Literal[True] = True, _request_timeout: RequestTimeout = None,
        _return_http_data_only: Literal[False] = False
    ) -> Tuple[ubiops.EnvironmentVariableList, int, Mapping[str, str]]: ...
    @overload
    def model_version_environment_variables_get_with_http_info(
        self, project_name: str, id: str, model_name: str, version: str, *, async_req: Literal[False] = False,
        _preload_content: Literal[False], _request_timeout: RequestTimeout = None,
        _return_http_data_only: Literal[False] = False
    ) -> Tuple[HTTPResponse, int, Mapping[str, str]]: ...
    @overload
    def model_version_environment_variables_get_with_http_info(
        self, project_name: str, id: str, model_name: str, version: str, *, async_req: Literal[True],
        _preload_content: Literal[True] = True, _request_timeout: RequestTimeout = None,
        _return_http_data_only: Literal[False] = False
    ) -> AsyncResult[Tuple[ubiops.EnvironmentVariableList, int, Mapping[str, str]]]: ...
    @overload
    def model_version_environment_variables_get_with_http_info(
        self, project_name: str, id: str, model_name: str, version: str, *, async_req: Literal[True],
        _preload_content: Literal[False], _request_timeout: RequestTimeout = None,
        _return_http_data_only: Literal[False] = False
    ) -> AsyncResult[Tuple[HTTPResponse, int, Mapping[str, str]]]: ...
    @overload
    def model_version_environment_variables_get_with_http_info(
        self, project_name: str, id: str, model_name: str, version: str, *, async_req: Literal[False] = False,
        _preload_content: Literal[True] = True, _request_timeout: RequestTimeout = None,
        _return_http_data_only: Literal[True]
    ) -> ubiops.EnvironmentVariableList: ...
    @overload
    def model_version_environment_variables_get_with_http_info(
        self, project_name: str, id: str, model_name: str, version: str, *, async_req: bool = ...,
        _preload_content: bool = ..., _request_timeout: RequestTimeout = None, _return_http_data_only: bool = ...
    ) -> Any: ...
    @overload
    def model_version_environment_variables_list(
        self, project_name: str, model_name: str, version: str, *, async_req: Literal[False] = False,
        _preload_content: Literal[True] = True, _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = True
    ) -> List[ubiops.InheritedEnvironmentVariableList]: ...
    @overload
    def model_version_environment_variables_list(
        self, project_name: str, model_name: str, version: str, *, async_req: Literal[False] = False,
        _preload_content: Literal[False], _request_timeout: RequestTimeout = None, _return_http_data_only: bool = True
    ) -> HTTPResponse: ...
    @overload
    def model_version_environment_variables_list(
        self, project_name: str, model_name: str, version: str, *, async_req: Literal[True],
        _preload_content: Literal[True] = True, _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = True
    ) -> AsyncResult[List[ubiops.InheritedEnvironmentVariableList]]: ...
    @overload
    def model_version_environment_variables_list(
        self, project_name: str, model_name: str, version: str, *, async_req: Literal[True],
        _preload_content: Literal[False], _request_timeout: RequestTimeout = None, _return_http_data_only: bool = True
    ) -> AsyncResult[HTTPResponse]: ...
    @overload
    def model_version_environment_variables_list(
        self, project_name: str, model_name: str, version: str, *, async_req: bool = ..., _preload_content: bool = ...,
        _request_timeout: RequestTimeout = None, _return_http_data_only: bool = ...
    ) -> Any: ...
    @overload
    def model_version_environment_variables_list_with_http_info(
        self, project_name: str, model_name: str, version: str, *, async_req: Literal[False] = False,
        _preload_content: Literal[True] = True, _request_timeout: RequestTimeout = None,
        _return_http_data_only: Literal[False] = False
    ) -> Tuple[List[ubiops.InheritedEnvironmentVariableList], int, Mapping[str, str]]: ...
    @overload
    def model_version_environment_variables_list_with_http_info(
        self, project_name: str, model_name: str, version: str, *, async_req: Literal[False] = False,
        _preload_content: Literal[False], _request_timeout: RequestTimeout = None,
        _return_http_data_only: Literal[False] = False
    ) -> Tuple[HTTPResponse, int, Mapping[str, str]]: ...
    @overload
    def model_version_environment_variables_list_with_http_info(
        self, project_name: str, model_name: str, version: str, *, async_req: Literal[True],
        _preload_content: Literal[True] = True, _request_timeout: RequestTimeout = None,
        _return_http_data_only: Literal[False] = False
    ) -> AsyncResult[Tuple[List[ubiops.InheritedEnvironmentVariableList], int, Mapping[str, str]]]: ...
    @overload
    def model_version_environment_variables_list_with_http_info(
        self, project_name: str, model_name: str, version: str, *, async_req: Literal[True],
        _preload_content: Literal[False], _request_timeout: RequestTimeout = None,
        _return_http_data_only: Literal[False] = False
    ) -> AsyncResult[Tuple[HTTPResponse, int, Mapping[str, str]]]: ...
    @overload
    def model_version_environment_variables_list_with_http_info(
        self, project_name: str, model_name: str, version: str, *, async_req: Literal[False] = False,
        _preload_content: Literal[True] = True, _request_timeout: RequestTimeout = None,
        _return_http_data_only: Literal[True]
    ) -> List[ubiops.InheritedEnvironmentVariableList]: ...
    @overload
    def model_version_environment_variables_list_with_http_info(
        self, project_name: str, model_name: str, version: str, *, async_req: bool = ..., _preload_content: bool = ...,
        _request_timeout: RequestTimeout = None, _return_http_data_only: bool = ...
    ) -> Any: ...
    @overload
    def model_version_environment_variables_update(
        self, project_name: str, id: str, model_name: str, version: str,
        data: Union[ubiops.EnvironmentVariableCreate, Mapping[str, Any]], *, async_req: Literal[False] = False,
        _preload_content: Literal[True] = True, _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = True
    ) -> ubiops.EnvironmentVariableList: ...
    @overload
    def model_version_environment_variables_update(
        self, project_name: str, id: str, model_name: str, version: str,
        data: Union[ubiops.EnvironmentVariableCreate, Mapping[str, Any]], *, async_req: Literal[False] = False,
        _preload_content: Literal[False], _request_timeout: RequestTimeout = None, _return_http_data_only: bool = True
    ) -> HTTPResponse: ...
    @overload
    def model_version_environment_variables_update(
        self, project_name: str, id: str, model_name: str, version: str,
        data: Union[ubiops.EnvironmentVariableCreate, Mapping[str, Any]], *, async_req: Literal[True],
        _preload_content: Literal[True] = True, _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = True
    ) -> AsyncResult[ubiops.EnvironmentVariableList]: ...
    @overload
    def model_version_environment_variables_update(
        self, project_name: str, id: str, model_name: str, version: str,
        data: Union[ubiops.EnvironmentVariableCreate, Mapping[str, Any]], *, async_req: Literal[True],
        _preload_content: Literal[False], _request_timeout: RequestTimeout = None, _return_http_data_only: bool = True
    ) -> AsyncResult[HTTPResponse]: ...
    @overload
    def model_version_environment_variables_update(
        self, project_name: str, id: str, model_name: str, version: str,
        data: Union[ubiops.EnvironmentVariableCreate, Mapping[str, Any]], *, async_req: bool = ...,
        _preload_content: bool = ..., _request_timeout: RequestTimeout = None, _return_http_data_only: bool = ...
    ) -> Any: ...
    @overload
    def model_version_environment_variables_update_with_http_info(
        self, project_name: str, id: str, model_name: str, version: str,
        data: Union[ubiops.EnvironmentVariableCreate, Mapping[str, Any]], *, async_req: Literal[False] = False,
        _preload_content: Literal[True] = True, _request_timeout: RequestTimeout = None,
        _return_http_data_only: Literal[False] = False
    ) -> Tuple[ubiops.EnvironmentVariableList, int, Mapping[str, str]]: ...
    @overload
    def model_version_environment_variables_update_with_http_info(
        self, project_name: str, id: str, model_name: str, version: str,
        data: Union[ubiops.EnvironmentVariableCreate, Mapping[str, Any]], *, async_req: Literal[False] = False,
        _preload_content: Literal[False], _request_timeout: RequestTimeout = None,
        _return_http_data_only: Literal[False] = False
    ) -> Tuple[HTTPResponse, int, Mapping[str, str]]: ...
    @overload
    def model_version_environment_variables_update_with_http_info(
        self, project_name: str, id: str, model_name: str, version: str,
        data: Union[ubiops.EnvironmentVariableCreate, Mapping[str, Any]], *, async_req: Literal[True],
        _preload_content: Literal[True] = True, _request_timeout: RequestTimeout = None,
        _return_http_data_only: Literal[False] = False
    ) -> AsyncResult[Tuple[ubiops.EnvironmentVariableList, int, Mapping[str, str]]]: ...
    @overload
    def model_version_environment_variables_update_with_http_info(
        self, project_name: str, id: str, model_name: str, version: str,
        data: Union[ubiops.EnvironmentVariableCreate, Mapping[str, Any]], *, async_req: Literal[True],
        _preload_content: Literal[False], _request_timeout: RequestTimeout = None,
        _return_http_data_only: Literal[False] = False
    ) -> AsyncResult[Tuple[HTTPResponse, int, Mapping[str, str]]]: ...
    @overload
    def model_version_environment_variables_update_with_http_info(
        self, project_name: str, id: str, model_name: str, version: str,
        data: Union[ubiops.EnvironmentVariableCreate, Mapping[str, Any]], *, async_req: Literal[False] = False,
        _preload_content: Literal[True] = True, _request_timeout: RequestTimeout = None,
        _return_http_data_only: Literal[True]
    ) -> ubiops.EnvironmentVariableList: ...
    @overload
    def model_version_environment_variables_update_with_http_info(
        self, project_name: str, id: str, model_name: str, version: str,
        data: Union[ubiops.EnvironmentVariableCreate, Mapping[str, Any]], *, async_req: bool = ...,
        _preload_content: bool = ..., _request_timeout: RequestTimeout = None, _return_http_data_only: bool = ...
    ) -> Any: ...
    @overload
    def model_versions_create(
        self, project_name: str, model_name: str, data: Union[ubiops.ModelVersionCreate, Mapping[str, Any]], *,
        async_req: Literal[False] = False, _preload_content: Literal[True] = True,
        _request_timeout: RequestTimeout = None, _return_http_data_only: bool = True
    ) -> ubiops.ModelVersionList: ...
    @overload
    def model_versions_create(
        self, project_name: str, model_name: str, data: Union[ubiops.ModelVersionCreate, Mapping[str, Any]], *,
        async_req: Literal[False] = False, _preload_content: Literal[False], _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = True
    ) -> HTTPResponse: ...
    @overload
    def model_versions_create(
        self, project_name: str, model_name: str, data: Union[ubiops.ModelVersionCreate, Mapping[str, Any]], *,
        async_req: Literal[True], _preload_content: Literal[True] = True, _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = True
    ) -> AsyncResult[ubiops.ModelVersionList]: ...
    @overload
    def model_versions_create(
        self, project_name: str, model_name: str, data: Union[ubiops.ModelVersionCreate, Mapping[str, Any]], *,
        async_req: Literal[True], _preload_content: Literal[False], _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = True
    ) -> AsyncResult[HTTPResponse]: ...
    @overload
    def model_versions_create(
        self, project_name: str, model_name: str, data: Union[ubiops.ModelVersionCreate, Mapping[str, Any]], *,
        async_req: bool = ..., _preload_content: bool = ..., _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = ...
    ) -> Any: ...
    @overload
    def model_versions_create_with_http_info(
        self, project_name: str, model_name: str, data: Union[ubiops.ModelVersionCreate, Mapping[str, Any]], *,
        async_req: Literal[False] = False, _preload_content: Literal[True] = True,
        _request_timeout: RequestTimeout = None, _return_http_data_only: Literal[False] = False
    ) -> Tuple[ubiops.ModelVersionList, int, Mapping[str, str]]: ...
    @overload
    def model_versions_create_with_http_info(
        self, project_name: str, model_name: str, data: Union[ubiops.ModelVersionCreate, Mapping[str, Any]], *,
        async_req: Literal[False] = False, _preload_content: Literal[False], _request_timeout: RequestTimeout = None,
        _return_http_data_only: Literal[False] = False
    ) -> Tuple[HTTPResponse, int, Mapping[str, str]]: ...
    @overload
    def model_versions_create_with_http_info(
        self, project_name: str, model_name: str, data: Union[ubiops.ModelVersionCreate, Mapping[str, Any]], *,
        async_req: Literal[True], _preload_content: Literal[True] = True, _request_timeout: RequestTimeout = None,
        _return_http_data_only: Literal[False] = False
    ) -> AsyncResult[Tuple[ubiops.ModelVersionList, int, Mapping[str, str]]]: ...
    @overload
    def model_versions_create_with_http_info(
        self, project_name: str, model_name: str, data: Union[ubiops.ModelVersionCreate, Mapping[str, Any]], *,
        async_req: Literal[True], _preload_content: Literal[False], _request_timeout: RequestTimeout = None,
        _return_http_data_only: Literal[False] = False
    ) -> AsyncResult[Tuple[HTTPResponse, int, Mapping[str, str]]]: ...
    @overload
    def model_versions_create_with_http_info(
        self, project_name: str, model_name: str, data: Union[ubiops.ModelVersionCreate, Mapping[str, Any]], *,
        async_req: Literal[False] = False, _preload_content: Literal[True] = True,
        _request_timeout: RequestTimeout = None, _return_http_data_only: Literal[True]
    ) -> ubiops.ModelVersionList: ...
    @overload
    def model_versions_create_with_http_info(
        self, project_name: str, model_name: str, data: Union[ubiops.ModelVersionCreate, Mapping[str, Any]], *,
        async_req: bool = ..., _preload_content: bool = ..., _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = ...
    ) -> Any: ...
    @overload
    def model_versions_delete(
        self, project_name: str, model_name: str, version: str, *, async_req: Literal[False] = False,
        _preload_content: Literal[True] = True, _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = True
    ) -> None: ...
    @overload
    def model_versions_delete(
        self, project_name: str, model_name: str, version: str, *, async_req: Literal[False] = False,
        _preload_content: Literal[False], _request_timeout: RequestTimeout = None, _return_http_data_only: bool = True
    ) -> HTTPResponse: ...
    @overload
    def model_versions_delete(
        self, project_name: str, model_name: str, version: str, *, async_req: Literal[True],
        _preload_content: Literal[True] = True, _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = True
    ) -> AsyncResult[None]: ...
    @overload
    def model_versions_delete(
        self, project_name: str, model_name: str, version: str, *, async_req: Literal[True],
        _preload_content: Literal[False], _request_timeout: RequestTimeout = None, _return_http_data_only: bool = True
    ) -> AsyncResult[HTTPResponse]: ...
    @overload
    def model_versions_delete(
        self, project_name: str, model_name: str, version: str, *, async_req: bool = ..., _preload_content: bool = ...,
        _request_timeout: RequestTimeout = None, _return_http_data_only: bool = ...
    ) -> Any: ...
    @overload
    def model_versions_delete_with_http_info(
        self, project_name: str, model_name: str, version: str, *, async_req: Literal[False] = False,
        _preload_content: Literal[True] = True, _request_timeout: RequestTimeout = None,
        _return_http_data_only: Literal[False] = False
    ) -> Tuple[None, int, Mapping[str, str]]: ...
    @overload
    def model_versions_delete_with_http_info(
        self, project_name: str, model_name: str, version: str, *, async_req: Literal[False] = False,
        _preload_content: Literal[False], _request_timeout: RequestTimeout = None,
        _return_http_data_only: Literal[False] = False
    ) -> Tuple[HTTPResponse, int, Mapping[str, str]]: ...
    @overload
    def model_versions_delete_with_http_info(
        self, project_name: str, model_name: str, version: str, *, async_req: Literal[True],
        _preload_content: Literal[True] = True, _request_timeout: RequestTimeout = None,
        _return_http_data_only: Literal[False] = False
    ) -> AsyncResult[Tuple[None, int, Mapping[str, str]]]: ...
    @overload
    def model_versions_delete_with_http_info(
        self, project_name: str, model_name: str, version: str, *, async_req: Literal[True],
        _preload_content: Literal[False], _request_timeout: RequestTimeout = None,
        _return_http_data_only: Literal[False] = False
    ) -> AsyncResult[Tuple[HTTPResponse, int, Mapping[str, str]]]: ...
    @overload
    def model_versions_delete_with_http_info(
        self, project_name: str, model_name: str, version: str, *, async_req: Literal[False] = False,
        _preload_content: Literal[True] = True, _request_timeout: RequestTimeout = None,
        _return_http_data_only: Literal[True]
    ) -> None: ...
    @overload
    def model_versions_delete_with_http_info(
        self, project_name: str, model_name: str, version: str, *, async_req: bool = ..., _preload_content: bool = ...,
        _request_timeout: RequestTimeout = None, _return_http_data_only: bool = ...
    ) -> Any: ...
    @overload
    def model_versions_file_download(
        self, project_name: str, model_name: str, version: str, *, async_req: Literal[False] = False,
        _preload_content: Literal[False] = False, _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = True
    ) -> HTTPResponse: ...
    @overload
    def model_versions_file_download(
        self, project_name: str, model_name: str, version: str, *, async_req: Literal[False] = False,
        _preload_content: Literal[True], _request_timeout: RequestTimeout = None, _return_http_data_only: bool = True
    ) -> str: ...
    @overload
    def model_versions_file_download(
        self, project_name: str, model_name: str, version: str, *, async_req: Literal[True],
        _preload_content: Literal[False] = False, _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = True
    ) -> AsyncResult[HTTPResponse]: ...
    @overload
    def model_versions_file_download(
        self, project_name: str, model_name: str, version: str, *, async_req: Literal[True],
        _preload_content: Literal[True], _request_timeout: RequestTimeout = None, _return_http_data_only: bool = True
    ) -> AsyncResult[str]: ...
    @overload
    def model_versions_file_download(
        self, project_name: str, model_name: str, version: str, *, async_req: bool = ..., _preload_content: bool = ...,
        _request_timeout: RequestTimeout = None, _return_http_data_only: bool = ...
    ) -> Any: ...
    @overload
    def model_versions_file_download_with_http_info(
        self, project_name: str, model_name: str, version: str, *, async_req: Literal[False] = False,
        _preload_content: Literal[False] = False, _request_timeout: RequestTimeout = None,
        _return_http_data_only: Literal[False] = False
    ) -> Tuple[HTTPResponse, int, Mapping[str, str]]: ...
    @overload
    def model_versions_file_download_with_http_info(
        self, project_name: str, model_name: str, version: str, *, async_req: Literal[False] = False,
        _preload_content: Literal[True], _request_timeout: RequestTimeout = None,
        _return_http_data_only: Literal[False] = False
    ) -> Tuple[str, int, Mapping[str, str]]: ...
    @overload
    def model_versions_file_download_with_http_info(
        self, project_name: str, model_name: str, version: str, *, async_req: Literal[True],
        _preload_content: Literal[False] = False, _request_timeout: RequestTimeout = None,
        _return_http_data_only: Literal[False] = False
    ) -> AsyncResult[Tuple[HTTPResponse, int, Mapping[str, str]]]: ...
    @overload
    def model_versions_file_download_with_http_info(
        self, project_name: str, model_name: str, version: str, *, async_req: Literal[True],
        _preload_content: Literal[True], _request_timeout: RequestTimeout = None,
        _return_http_data_only: Literal[False] = False
    ) -> AsyncResult[Tuple[str, int, Mapping[str, str]]]: ...
    @overload
    def model_versions_file_download_with_http_info(
        self, project_name: str, model_name: str, version: str, *, async_req: Literal[False] = False,
        _preload_content: Literal[False] = False, _request_timeout: RequestTimeout = None,
        _return_http_data_only: Literal[True]
    ) -> HTTPResponse: ...
    @overload
    def model_versions_file_download_with_http_info(
        self, project_name: str, model_name: str, version: str, *, async_req: bool = ..., _preload_content: bool = ...,
        _request_timeout: RequestTimeout = None, _return_http_data_only: bool = ...
    ) -> Any: ...
    @overload
    def model_versions_file_upload(
        self, project_name: str, model_name: str, version: str, file: File, *, async_req: Literal[False] = False,
        _preload_content: Literal[True] = True, _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = True
    ) -> ubiops.Success: ...
    @overload
    def model_versions_file_upload(
        self, project_name: str, model_name: str, version: str, file: File, *, async_req: Literal[False] = False,
        _preload_content: Literal[False], _request_timeout: RequestTimeout = None, _return_http_data_only: bool = True
    ) -> HTTPResponse: ...
    @overload
    def model_versions_file_upload(
        self, project_name: str, model_name: str, version: str, file: File, *, async_req: Literal[True],
        _preload_content: Literal[True] = True, _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = True
    ) -> AsyncResult[ubiops.Success]: ...
    @overload
    def model_versions_file_upload(
        self, project_name: str, model_name: str, version: str, file: File, *, async_req: Literal[True],
        _preload_content: Literal[False], _request_timeout: RequestTimeout = None, _return_http_data_only: bool = True
    ) -> AsyncResult[HTTPResponse]: ...
    @overload
    def model_versions_file_upload(
        self, project_name: str, model_name: str, version: str, file: File, *, async_req: bool = ...,
        _preload_content: bool = ..., _request_timeout: RequestTimeout = None, _return_http_data_only: bool = ...
    ) -> Any: ...
    @overload
    def model_versions_file_upload_with_http_info(
        self, project_name: str, model_name: str, version: str, file: File, *, async_req: Literal[False] = False,
        _preload_content: Literal[True] = True, _request_timeout: RequestTimeout = None,
        _return_http_data_only: Literal[False] = False
    ) -> Tuple[ubiops.Success, int, Mapping[str, str]]: ...
    @overload
    def model_versions_file_upload_with_http_info(
        self, project_name: str, model_name: str, version: str, file: File, *, async_req: Literal[False] = False,
        _preload_content: Literal[False], _request_timeout: RequestTimeout = None,
        _return_http_data_only: Literal[False] = False
    ) -> Tuple[HTTPResponse, int, Mapping[str, str]]: ...
    @overload
    def model_versions_file_upload_with_http_info(
        self, project_name: str, model_name: str, version: str, file: File, *, async_req: Literal[True],
        _preload_content: Literal[True] = True, _request_timeout: RequestTimeout = None,
        _return_http_data_only: Literal[False] = False
    ) -> AsyncResult[Tuple[ubiops.Success, int, Mapping[str, str]]]: ...
    @overload
    def model_versions_file_upload_with_http_info(
        self, project_name: str, model_name: str, version: str, file: File, *, async_req: Literal[True],
        _preload_content: Literal[False], _request_timeout: RequestTimeout = None,
        _return_http_data_only: Literal[False] = False
    ) -> AsyncResult[Tuple[HTTPResponse, int, Mapping[str, str]]]: ...
    @overload
    def model_versions_file_upload_with_http_info(
        self, project_name: str, model_name: str, version: str, file: File, *, async_req: Literal[False] = False,
        _preload_content: Literal[True] = True, _request_timeout: RequestTimeout = None,
        _return_http_data_only: Literal[True]
    ) -> ubiops.Success: ...
    @overload
    def model_versions_file_upload_with_http_info(
        self, project_name: str, model_name: str, version: str, file: File, *, async_req: bool = ...,
        _preload_content: bool = ..., _request_timeout: RequestTimeout = None, _return_http_data_only: bool = ...
    ) -> Any: ...
    @overload
    def model_versions_get(
        self, project_name: str, model_name: str, version: str, *, async_req: Literal[False] = False,
        _preload_content: Literal[True] = True, _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = True
    ) -> ubiops.ModelVersionList: ...
    @overload
    def model_versions_get(
        self, project_name: str, model_name: str, version: str, *, async_req: Literal[False] = False,
        _preload_content: Literal[False], _request_timeout: RequestTimeout = None, _return_http_data_only: bool = True
    ) -> HTTPResponse: ...
    @overload
    def model_versions_get(
        self, project_name: str, model_name: str, version: str, *, async_req: Literal[True],
        _preload_content: Literal[True] = True, _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = True
    ) -> AsyncResult[ubiops.ModelVersionList]: ...
    @overload
    def model_versions_get(
        self, project_name: str, model_name: str, version: str, *, async_req: Literal[True],
        _preload_content: Literal[False], _request_timeout: RequestTimeout = None, _return_http_data_only: bool = True
    ) -> AsyncResult[HTTPResponse]: ...
    @overload
    def model_versions_get(
        self, project_name: str, model_name: str, version: str, *, async_req: bool = ..., _preload_content: bool = ...,
        _request_timeout: RequestTimeout = None, _return_http_data_only: bool = ...
    ) -> Any: ...
    @overload
    def model_versions_get_with_http_info(
        self, project_name: str, model_name: str, version: str, *, async_req: Literal[False] = False,
        _preload_content: Literal[True] = True, _request_timeout: RequestTimeout = None,
        _return_http_data_only: Literal[False] = False
    ) -> Tuple[ubiops.ModelVersionList, int, Mapping[str, str]]: ...
    @overload
    def model_versions_get_with_http_info(
        self, project_name: str, model_name: str, version: str, *, async_req: Literal[False] = False,
        _preload_content: Literal[False], _request_timeout: RequestTimeout = None,
        _return_http_data_only: Literal[False] = False
    ) -> Tuple[HTTPResponse, int, Mapping[str, str]]: ...
    @overload
    def model_versions_get_with_http_info(
        self, project_name: str, model_name: str, version: str, *, async_req: Literal[True],
        _preload_content: Literal[True] = True, _request_timeout: RequestTimeout = None,
        _return_http_data_only: Literal[False] = False
    ) -> AsyncResult[Tuple[ubiops.ModelVersionList, int, Mapping[str, str]]]: ...
    @overload
    def model_versions_get_with_http_info(
        self, project_name: str, model_name: str, version: str, *, async_req: Literal[True],
        _preload_content: Literal[False], _request_timeout: RequestTimeout = None,
        _return_http_data_only: Literal[False] = False
    ) -> AsyncResult[Tuple[HTTPResponse, int, Mapping[str, str]]]: ...
    @overload
    def model_versions_get_with_http_info(
        self, project_name: str, model_name: str, version: str, *, async_req: Literal[False] = False,
        _preload_content: Literal[True] = True, _request_timeout: RequestTimeout = None,
        _return_http_data_only: Literal[True]
    ) -> ubiops.ModelVersionList: ...
    @overload
    def model_versions_get_with_http_info(
        self, project_name: str, model_name: str, version: str, *, async_req: bool = ..., _preload_content: bool = ...,
        _request_timeout: RequestTimeout = None, _return_http_data_only: bool = ...
    ) -> Any: ...
    @overload
    def model_versions_list(
        self, project_name: str, model_name: str, *, async_req: Literal[False] = False,
        _preload_content: Literal[True] = True, _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = True
    ) -> List[ubiops.ModelVersionList]: ...
    @overload
    def model_versions_list(
        self, project_name: str, model_name: str, *, async_req: Literal[False] = False,
        _preload_content: Literal[False], _request_timeout: RequestTimeout = None, _return_http_data_only: bool = True
    ) -> HTTPResponse: ...
    @overload
    def model_versions_list(
        self, project_name: str, model_name: str, *, async_req: Literal[True], _preload_content: Literal[True] = True,
        _request_timeout: RequestTimeout = None, _return_http_data_only: bool = True
    ) -> AsyncResult[List[ubiops.ModelVersionList]]: ...
    @overload
    def model_versions_list(
        self, project_name: str, model_name: str, *, async_req: Literal[True], _preload_content: Literal[False],
        _request_timeout: RequestTimeout = None, _return_http_data_only: bool = True
    ) -> AsyncResult[HTTPResponse]: ...
    @overload
    def model_versions_list(
        self, project_name: str, model_name: str, *, async_req: bool = ..., _preload_content: bool = ...,
        _request_timeout: RequestTimeout = None, _return_http_data_only: bool = ...
    ) -> Any: ...
    @overload
    def model_versions_list_with_http_info(
        self, project_name: str, model_name: str, *, async_req: Literal[False] = False,
        _preload_content: Literal[True] = True, _request_timeout: RequestTimeout = None,
        _return_http_data_only: Literal[False] = False
    ) -> Tuple[List[ubiops.ModelVersionList], int, Mapping[str, str]]: ...
    @overload
    def model_versions_list_with_http_info(
        self, project_name: str, model_name: str, *, async_req: Literal[False] = False,
        _preload_content: Literal[False], _request_timeout: RequestTimeout = None,
        _return_http_data_only: Literal[False] = False
    ) -> Tuple[HTTPResponse, int, Mapping[str, str]]: ...
    @overload
    def model_versions_list_with_http_info(
        self, project_name: str, model_name: str, *, async_req: Literal[True], _preload_content: Literal[True] = True,
        _request_timeout: RequestTimeout = None, _return_http_data_only: Literal[False] = False
    ) -> AsyncResult[Tuple[List[ubiops.ModelVersionList], int, Mapping[str, str]]]: ...
    @overload
    def model_versions_list_with_http_info(
        self, project_name: str, model_name: str, *, async_req: Literal[True], _preload_content: Literal[False],
        _request_timeout: RequestTimeout = None, _return_http_data_only: Literal[False] = False
    ) -> AsyncResult[Tuple[HTTPResponse, int, Mapping[str, str]]]: ...
    @overload
    def model_versions_list_with_http_info(
        self, project_name: str, model_name: str, *, async_req: Literal[False] = False,
        _preload_content: Literal[True] = True, _request_timeout: RequestTimeout = None,
        _return_http_data_only: Literal[True]
    ) -> List[ubiops.ModelVersionList]: ...
    @overload
    def model_versions_list_with_http_info(
        self, project_name: str, model_name: str, *, async_req: bool = ..., _preload_content: bool = ...,
        _request_timeout: RequestTimeout = None, _return_http_data_only: bool = ...
    ) -> Any: ...
    @overload
    def model_versions_update(
        self, project_name: str, model_name: str, version: str,
        data: Union[ubiops.ModelVersionCreate, Mapping[str, Any]], *, async_req: Literal[False] = False,
        _preload_content: Literal[True] = True, _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = True
    ) -> ubiops.ModelVersionList: ...
    @overload
    def model_versions_update(
        self, project_name: str, model_name: str, version: str,
        data: Union[ubiops.ModelVersionCreate, Mapping[str, Any]], *, async_req: Literal[False] = False,
        _preload_content: Literal[False], _request_timeout: RequestTimeout = None, _return_http_data_only: bool = True
    ) -> HTTPResponse: ...
    @overload
    def model_versions_update(
        self, project_name: str, model_name: str, version: str,
        data: Union[ubiops.ModelVersionCreate, Mapping[str, Any]], *, async_req: Literal[True],
        _preload_content: Literal[True] = True, _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = True
    ) -> AsyncResult[ubiops.ModelVersionList]: ...
    @overload
    def model_versions_update(
        self, project_name: str, model_name: str, version: str,
        data: Union[ubiops.ModelVersionCreate, Mapping[str, Any]], *, async_req: Literal[True],
        _preload_content: Literal[False], _request_timeout: RequestTimeout = None, _return_http_data_only: bool = True
    ) -> AsyncResult[HTTPResponse]: ...
    @overload
    def model_versions_update(
        self, project_name: str, model_name: str, version: str,
        data: Union[ubiops.ModelVersionCreate, Mapping[str, Any]], *, async_req: bool = ...,
        _preload_content: bool = ..., _request_timeout: RequestTimeout = None, _return_http_data_only: bool = ...
    ) -> Any: ...
    @overload
    def model_versions_update_with_http_info(
        self, project_name: str, model_name: str, version: str,
        data: Union[ubiops.ModelVersionCreate, Mapping[str, Any]], *, async_req: Literal[False] = False,
        _preload_content: Literal[True] = True, _request_timeout: RequestTimeout = None,
        _return_http_data_only: Literal[False] = False
    ) -> Tuple[ubiops.ModelVersionList, int, Mapping[str, str]]: ...
    @overload
    def model_versions_update_with_http_info(
        self, project_name: str, model_name: str, version: str,
        data: Union[ubiops.ModelVersionCreate, Mapping[str, Any]], *, async_req: Literal[False] = False,
        _preload_content: Literal[False], _request_timeout: RequestTimeout = None,
        _return_http_data_only: Literal[False] = False
    ) -> Tuple[HTTPResponse, int, Mapping[str, str]]: ...
    @overload
    def model_versions_update_with_http_info(
        self, project_name: str, model_name: str, version: str,
        data: Union[ubiops.ModelVersionCreate, Mapping[str, Any]], *, async_req: Literal[True],
        _preload_content: Literal[True] = True, _request_timeout: RequestTimeout = None,
        _return_http_data_only: Literal[False] = False
    ) -> AsyncResult[Tuple[ubiops.ModelVersionList, int, Mapping[str, str]]]: ...
    @overload
    def model_versions_update_with_http_info(
        self, project_name: str, model_name: str, version: str,
        data: Union[ubiops.ModelVersionCreate, Mapping[str, Any]], *, async_req: Literal[True],
        _preload_content: Literal[False], _request_timeout: RequestTimeout = None,
        _return_http_data_only: Literal[False] = False
    ) -> AsyncResult[Tuple[HTTPResponse, int, Mapping[str, str]]]: ...
    @overload
    def model_versions_update_with_http_info(
        self, project_name: str, model_name: str, version: str,
        data: Union[ubiops.ModelVersionCreate, Mapping[str, Any]], *, async_req: Literal[False] = False,
        _preload_content: Literal[True] = True, _request_timeout: RequestTimeout = None,
        _return_http_data_only: Literal[True]
    ) -> ubiops.ModelVersionList: ...
    @overload
    def model_versions_update_with_http_info(
        self, project_name: str, model_name: str, version: str,
        data: Union[ubiops.ModelVersionCreate, Mapping[str, Any]], *, async_req: bool = ...,
        _preload_content: bool = ..., _request_timeout: RequestTimeout = None, _return_http_data_only: bool = ...
    ) -> Any: ...
    @overload
    def models_create(
        self, project_name: str, data: Union[ubiops.ModelCreate, Mapping[str, Any]], *,
        async_req: Literal[False] = False, _preload_content: Literal[True] = True,
        _request_timeout: RequestTimeout = None, _return_http_data_only: bool = True
    ) -> ubiops.ModelList: ...
    @overload
    def models_create(
        self, project_name: str, data: Union[ubiops.ModelCreate, Mapping[str, Any]], *,
        async_req: Literal[False] = False, _preload_content: Literal[False], _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = True
    ) -> HTTPResponse: ...
    @overload
    def models_create(
        self, project_name: str, data: Union[ubiops.ModelCreate, Mapping[str, Any]], *, async_req: Literal[True],
        _preload_content: Literal[True] = True, _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = True
    ) -> AsyncResult[ubiops.ModelList]: ...
    @overload
    def models_create(
        self, project_name: str, data: Union[ubiops.ModelCreate, Mapping[str, Any]], *, async_req: Literal[True],
        _preload_content: Literal[False], _request_timeout: RequestTimeout = None, _return_http_data_only: bool = True
    ) -> AsyncResult[HTTPResponse]: ...
    @overload
    def models_create(
        self, project_name: str, data: Union[ubiops.ModelCreate, Mapping[str, Any]], *, async_req: bool = ...,
        _preload_content: bool = ..., _request_timeout: RequestTimeout = None, _return_http_data_only: bool = ...
    ) -> Any: ...
    @overload
    def models_create_with_http_info(
        self, project_name: str, data: Union[ubiops.ModelCreate, Mapping[str, Any]], *,
        async_req: Literal[False] = False, _preload_content: Literal[True] = True,
        _request_timeout: RequestTimeout = None, _return_http_data_only: Literal[False] = False
    ) -> Tuple[ubiops.ModelList, int, Mapping[str, str]]: ...
    @overload
    def models_create_with_http_info(
        self, project_name: str, data: Union[ubiops.ModelCreate, Mapping[str, Any]], *,
        async_req: Literal[False] = False, _preload_content: Literal[False], _request_timeout: RequestTimeout = None,
        _return_http_data_only: Literal[False] = False
    ) -> Tuple[HTTPResponse, int, Mapping[str, str]]: ...
    @overload
    def models_create_with_http_info(
        self, project_name: str, data: Union[ubiops.ModelCreate, Mapping[str, Any]], *, async_req: Literal[True],
        _preload_content: Literal[True] = True, _request_timeout: RequestTimeout = None,
        _return_http_data_only: Literal[False] = False
    ) -> AsyncResult[Tuple[ubiops.ModelList, int, Mapping[str, str]]]: ...
    @overload
    def models_create_with_http_info(
        self, project_name: str, data: Union[ubiops.ModelCreate, Mapping[str, Any]], *, async_req: Literal[True],
        _preload_content: Literal[False], _request_timeout: RequestTimeout = None,
        _return_http_data_only: Literal[False] = False
    ) -> AsyncResult[Tuple[HTTPResponse, int, Mapping[str, str]]]: ...
    @overload
    def models_create_with_http_info(
        self, project_name: str, data: Union[ubiops.ModelCreate, Mapping[str, Any]], *,
        async_req: Literal[False] = False, _preload_content: Literal[True] = True,
        _request_timeout: RequestTimeout = None, _return_http_data_only: Literal[True]
    ) -> ubiops.ModelList: ...
    @overload
    def models_create_with_http_info(
        self, project_name: str, data: Union[ubiops.ModelCreate, Mapping[str, Any]], *, async_req: bool = ...,
        _preload_content: bool = ..., _request_timeout: RequestTimeout = None, _return_http_data_only: bool = ...
    ) -> Any: ...
    @overload
    def models_delete(
        self, project_name: str, model_name: str, *, async_req: Literal[False] = False,
        _preload_content: Literal[True] = True, _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = True
    ) -> None: ...
    @overload
    def models_delete(
        self, project_name: str, model_name: str, *, async_req: Literal[False] = False,
        _preload_content: Literal[False], _request_timeout: RequestTimeout = None, _return_http_data_only: bool = True
    ) -> HTTPResponse: ...
    @overload
    def models_delete(
        self, project_name: str, model_name: str, *, async_req: Literal[True], _preload_content: Literal[True] = True,
        _request_timeout: RequestTimeout = None, _return_http_data_only: bool = True
    ) -> AsyncResult[None]: ...
    @overload
    def models_delete(
        self, project_name: str, model_name: str, *, async_req: Literal[True], _preload_content: Literal[False],
        _request_timeout: RequestTimeout = None, _return_http_data_only: bool = True
    ) -> AsyncResult[HTTPResponse]: ...
    @overload
    def models_delete(
        self, project_name: str, model_name: str, *, async_req: bool = ..., _preload_content: bool = ...,
        _request_timeout: RequestTimeout = None, _return_http_data_only: bool = ...
    ) -> Any: ...
    @overload
    def models_delete_with_http_info(
        self, project_name: str, model_name: str, *, async_req: Literal[False] = False,
        _preload_content: Literal[True] = True, _request_timeout: RequestTimeout = None,
        _return_http_data_only: Literal[False] = False
    ) -> Tuple[None, int, Mapping[str, str]]: ...
    @overload
    def models_delete_with_http_info(
        self, project_name: str, model_name: str, *, async_req: Literal[False] = False,
        _preload_content: Literal[False], _request_timeout: RequestTimeout = None,
        _return_http_data_only: Literal[False] = False
    ) -> Tuple[HTTPResponse, int, Mapping[str, str]]: ...
    @overload
    def models_delete_with_http_info(
        self, project_name: str, model_name: str, *, async_req: Literal[True], _preload_content: Literal[True] = True,
        _request_timeout: RequestTimeout = None, _return_http_data_only: Literal[False] = False
    ) -> AsyncResult[Tuple[None, int, Mapping[str, str]]]: ...
    @overload
    def models_delete_with_http_info(
        self, project_name: str, model_name: str, *, async_req: Literal[True], _preload_content: Literal[False],
        _request_timeout: RequestTimeout = None, _return_http_data_only: Literal[False] = False
    ) -> AsyncResult[Tuple[HTTPResponse, int, Mapping[str, str]]]: ...
    @overload
    def models_delete_with_http_info(
        self, project_name: str, model_name: str, *, async_req: Literal[False] = False,
        _preload_content: Literal[True] = True, _request_timeout: RequestTimeout = None,
        _return_http_data_only: Literal[True]
    ) -> None: ...
    @overload
    def models_delete_with_http_info(
        self, project_name: str, model_name: str, *, async_req: bool = ..., _preload_content: bool = ...,
        _request_timeout: RequestTimeout = None, _return_http_data_only: bool = ...
    ) -> Any: ...
    @overload
    def models_get(
        self, project_name: str, model_name: str, *, async_req: Literal[False] = False,
        _preload_content: Literal[True] = True, _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = True
    ) -> ubiops.ModelList: ...
    @overload
    def models_get(
        self, project_name: str, model_name: str, *, async_req: Literal[False] = False,
        _preload_content: Literal[False], _request_timeout: RequestTimeout = None, _return_http_data_only: bool = True
    ) -> HTTPResponse: ...
    @overload
    def models_get(
        self, project_name: str, model_name: str, *, async_req: Literal[True], _preload_content: Literal[True] = True,
        _request_timeout: RequestTimeout = None, _return_http_data_only: bool = True
    ) -> AsyncResult[ubiops.ModelList]: ...
    @overload
    def models_get(
        self, project_name: str, model_name: str, *, async_req: Literal[True], _preload_content: Literal[False],
        _request_timeout: RequestTimeout = None, _return_http_data_only: bool = True
    ) -> AsyncResult[HTTPResponse]: ...
    @overload
    def models_get(
        self, project_name: str, model_name: str, *, async_req: bool = ..., _preload_content: bool = ...,
        _request_timeout: RequestTimeout = None, _return_http_data_only: bool = ...
    ) -> Any: ...
    @overload
    def models_get_with_http_info(
        self, project_name: str, model_name: str, *, async_req: Literal[False] = False,
        _preload_content: Literal[True] = True, _request_timeout: RequestTimeout = None,
        _return_http_data_only: Literal[False] = False
    ) -> Tuple[ubiops.ModelList, int, Mapping[str, str]]: ...
    @overload
    def models_get_with_http_info(
        self, project_name: str, model_name: str, *, async_req: Literal[False] = False,
        _preload_content: Literal[False], _request_timeout: RequestTimeout = None,
        _return_http_data_only: Literal[False] = False
    ) -> Tuple[HTTPResponse, int, Mapping[str, str]]: ...
    @overload
    def models_get_with_http_info(
        self, project_name: str, model_name: str, *, async_req: Literal[True], _preload_content: Literal[True] = True,
        _request_timeout: RequestTimeout = None, _return_http_data_only: Literal[False] = False
    ) -> AsyncResult[Tuple[ubiops.ModelList, int, Mapping[str, str]]]: ...
    @overload
    def models_get_with_http_info(
        self, project_name: str, model_name: str, *, async_req: Literal[True], _preload_content: Literal[False],
        _request_timeout: RequestTimeout = None, _return_http_data_only: Literal[False] = False
    ) -> AsyncResult[Tuple[HTTPResponse, int, Mapping[str, str]]]: ...
    @overload
    def models_get_with_http_info(
        self, project_name: str, model_name: str, *, async_req: Literal[False] = False,
        _preload_content: Literal[True] = True, _request_timeout: RequestTimeout = None,
        _return_http_data_only: Literal[True]
    ) -> ubiops.ModelList: ...
    @overload
    def models_get_with_http_info(
        self, project_name: str, model_name: str, *, async_req: bool = ..., _preload_content: bool = ...,
        _request_timeout: RequestTimeout = None, _return_http_data_only: bool = ...
    ) -> Any: ...
    @overload
    def models_list(
        self, project_name: str, *, async_req: Literal[False] = False, _preload_content: Literal[True] = True,
        _request_timeout: RequestTimeout = None, _return_http_data_only: bool = True
    ) -> List[ubiops.ModelList]: ...
    @overload
    def models_list(
        self, project_name: str, *, async_req: Literal[False] = False, _preload_content: Literal[False],
        _request_timeout: RequestTimeout = None, _return_http_data_only: bool = True
    ) -> HTTPResponse: ...
    @overload
    def models_list(
        self, project_name: str, *, async_req: Literal[True], _preload_content: Literal[True] = True,
        _request_timeout: RequestTimeout = None, _return_http_data_only: bool = True
    ) -> AsyncResult[List[ubiops.ModelList]]: ...
    @overload
    def models_list(
        self, project_name: str, *, async_req: Literal[True], _preload_content: Literal[False],
        _request_timeout: RequestTimeout = None, _return_http_data_only: bool = True
    ) -> AsyncResult[HTTPResponse]: ...
    @overload
    def models_list(
        self, project_name: str, *, async_req: bool = ..., _preload_content: bool = ...,
        _request_timeout: RequestTimeout = None, _return_http_data_only: bool = ...
    ) -> Any: ...
    @overload
    def models_list_with_http_info(
        self, project_name: str, *, async_req: Literal[False] = False, _preload_content: Literal[True] = True,
        _request_timeout: RequestTimeout = None, _return_http_data_only: Literal[False] = False
    ) -> Tuple[List[ubiops.ModelList], int, Mapping[str, str]]: ...
    @overload
    def models_list_with_http_info(
        self, project_name: str, *, async_req: Literal[False] = False, _preload_content: Literal[False],
        _request_timeout: RequestTimeout = None, _return_http_data_only: Literal[False] = False
    ) -> Tuple[HTTPResponse, int, Mapping[str, str]]: ...
    @overload
    def models_list_with_http_info(
        self, project_name: str, *, async_req: Literal[True], _preload_content: Literal[True] = True,
        _request_timeout: RequestTimeout = None, _return_http_data_only: Literal[False] = False
    ) -> AsyncResult[Tuple[List[ubiops.ModelList], int, Mapping[str, str]]]: ...
    @overload
    def models_list_with_http_info(
        self, project_name: str, *, async_req: Literal[True], _preload_content: Literal[False],
        _request_timeout: RequestTimeout = None, _return_http_data_only: Literal[False] = False
    ) -> AsyncResult[Tuple[HTTPResponse, int, Mapping[str, str]]]: ...
    @overload
    def models_list_with_http_info(
        self, project_name: str, *, async_req: Literal[False] = False, _preload_content: Literal[True] = True,
        _request_timeout: RequestTimeout = None, _return_http_data_only: Literal[True]
    ) -> List[ubiops.ModelList]: ...
    @overload
    def models_list_with_http_info(
        self, project_name: str, *, async_req: bool = ..., _preload_content: bool = ...,
        _request_timeout: RequestTimeout = None, _return_http_data_only: bool = ...
    ) -> Any: ...
    @overload
    def models_update(
        self, project_name: str, model_name: str, data: Union[ubiops.ModelUpdate, Mapping[str, Any]], *,
        async_req: Literal[False] = False, _preload_content: Literal[True] = True,
        _request_timeout: RequestTimeout = None, _return_http_data_only: bool = True
    ) -> ubiops.ModelList: ...
    @overload
    def models_update(
        self, project_name: str, model_name: str, data: Union[ubiops.ModelUpdate, Mapping[str, Any]], *,
        async_req: Literal[False] = False, _preload_content: Literal[False], _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = True
    ) -> HTTPResponse: ...
    @overload
    def models_update(
        self, project_name: str, model_name: str, data: Union[ubiops.ModelUpdate, Mapping[str, Any]], *,
        async_req: Literal[True], _preload_content: Literal[True] = True, _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = True
    ) -> AsyncResult[ubiops.ModelList]: ...
    @overload
    def models_update(
        self, project_name: str, model_name: str, data: Union[ubiops.ModelUpdate, Mapping[str, Any]], *,
        async_req: Literal[True], _preload_content: Literal[False], _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = True
    ) -> AsyncResult[HTTPResponse]: ...
    @overload
    def models_update(
        self, project_name: str, model_name: str, data: Union[ubiops.ModelUpdate, Mapping[str, Any]], *,
        async_req: bool = ..., _preload_content: bool = ..., _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = ...
    ) -> Any: ...
    @overload
    def models_update_with_http_info(
        self, project_name: str, model_name: str, data: Union[ubiops.ModelUpdate, Mapping[str, Any]], *,
        async_req: Literal[False] = False, _preload_content: Literal[True] = True,
        _request_timeout: RequestTimeout = None, _return_http_data_only: Literal[False] = False
    ) -> Tuple[ubiops.ModelList, int, Mapping[str, str]]: ...
    @overload
    def models_update_with_http_info(
        self, project_name: str, model_name: str, data: Union[ubiops.ModelUpdate, Mapping[str, Any]], *,
        async_req: Literal[False] = False, _preload_content: Literal[False], _request_timeout: RequestTimeout = None,
        _return_http_data_only: Literal[False] = False
    ) -> Tuple[HTTPResponse, int, Mapping[str, str]]: ...
    @overload
    def models_update_with_http_info(
        self, project_name: str, model_name: str, data: Union[ubiops.ModelUpdate, Mapping[str, Any]], *,
        async_req: Literal[True], _preload_content: Literal[True] = True, _request_timeout: RequestTimeout = None,
        _return_http_data_only: Literal[False] = False
    ) -> AsyncResult[Tuple[ubiops.ModelList, int, Mapping[str, str]]]: ...
    @overload
    def models_update_with_http_info(
        self, project_name: str, model_name: str, data: Union[ubiops.ModelUpdate, Mapping[str, Any]], *,
        async_req: Literal[True], _preload_content: Literal[False], _request_timeout: RequestTimeout = None,
        _return_http_data_only: Literal[False] = False
    ) -> AsyncResult[Tuple[HTTPResponse, int, Mapping[str, str]]]: ...
    @overload
    def models_update_with_http_info(
        self, project_name: str, model_name: str, data: Union[ubiops.ModelUpdate, Mapping[str, Any]], *,
        async_req: Literal[False] = False, _preload_content: Literal[True] = True,
        _request_timeout: RequestTimeout = None, _return_http_data_only: Literal[True]
    ) -> ubiops.ModelList: ...
    @overload
    def models_update_with_http_info(
        self, project_name: str, model_name: str, data: Union[ubiops.ModelUpdate, Mapping[str, Any]], *,
        async_req: bool = ..., _preload_content: bool = ..., _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = ...
    ) -> Any: ...
    @overload
    def organization_subscriptions_list(
        self, organization_name: str, *, async_req: Literal[False] = False, _preload_content: Literal[True] = True,
        _request_timeout: RequestTimeout = None, _return_http_data_only: bool = True
    ) -> List[ubiops.OrganizationSubscriptionList]: ...
    @overload
    def organization_subscriptions_list(
        self, organization_name: str, *, async_req: Literal[False] = False, _preload_content: Literal[False],
        _request_timeout: RequestTimeout = None, _return_http_data_only: bool = True
    ) -> HTTPResponse: ...
    @overload
    def organization_subscriptions_list(
        self, organization_name: str, *, async_req: Literal[True], _preload_content: Literal[True] = True,
        _request_timeout: RequestTimeout = None, _return_http_data_only: bool = True
    ) -> AsyncResult[List[ubiops.OrganizationSubscriptionList]]: ...
    @overload
    def organization_subscriptions_list(
        self, organization_name: str, *, async_req: Literal[True], _preload_content: Literal[False],
        _request_timeout: RequestTimeout = None, _return_http_data_only: bool = True
    ) -> AsyncResult[HTTPResponse]: ...
    @overload
    def organization_subscriptions_list(
        self, organization_name: str, *, async_req: bool = ..., _preload_content: bool = ...,
        _request_timeout: RequestTimeout = None, _return_http_data_only: bool = ...
    ) -> Any: ...
    @overload
    def organization_subscriptions_list_with_http_info(
        self, organization_name: str, *, async_req: Literal[False] = False, _preload_content: Literal[True] = True,
        _request_timeout: RequestTimeout = None, _return_http_data_only: Literal[False] = False
    ) -> Tuple[List[ubiops.OrganizationSubscriptionList], int, Mapping[str, str]]: ...
    @overload
    def organization_subscriptions_list_with_http_info(
        self, organization_name: str, *, async_req: Literal[False] = False, _preload_content: Literal[False],
        _request_timeout: RequestTimeout = None, _return_http_data_only: Literal[False] = False
    ) -> Tuple[HTTPResponse, int, Mapping[str, str]]: ...
    @overload
    def organization_subscriptions_list_with_http_info(
        self, organization_name: str, *, async_req: Literal[True], _preload_content: Literal[True] = True,
        _request_timeout: RequestTimeout = None, _return_http_data_only: Literal[False] = False
    ) -> AsyncResult[Tuple[List[ubiops.OrganizationSubscriptionList], int, Mapping[str, str]]]: ...
    @overload
    def organization_subscriptions_list_with_http_info(
        self, organization_name: str, *, async_req: Literal[True], _preload_content: Literal[False],
        _request_timeout: RequestTimeout = None, _return_http_data_only: Literal[False] = False
    ) -> AsyncResult[Tuple[HTTPResponse, int, Mapping[str, str]]]: ...
    @overload
    def organization_subscriptions_list_with_http_info(
        self, organization_name: str, *, async_req: Literal[False] = False, _preload_content: Literal[True] = True,
        _request_timeout: RequestTimeout = None, _return_http_data_only: Literal[True]
    ) -> List[ubiops.OrganizationSubscriptionList]: ...
    @overload
    def organization_subscriptions_list_with_http_info(
        self, organization_name: str, *, async_req: bool = ..., _preload_content: bool = ...,
        _request_timeout: RequestTimeout = None, _return_http_data_only: bool = ...
    ) -> Any: ...
    @overload
    def organization_usage_details_get(
        self, organization_name: str, *, month: Optional[str] = None, async_req: Literal[False] = False,
        _preload_content: Literal[True] = True, _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = True
    ) -> List[ubiops.UsagePerDay]: ...
    @overload
    def organization_usage_details_get(
        self, organization_name: str, *, month: Optional[str] = None, async_req: Literal[False] = False,
        _preload_content: Literal[False], _request_timeout: RequestTimeout = None, _return_http_data_only: bool = True
    ) -> HTTPResponse: ...
    @overload
    def organization_usage_details_get(
        self, organization_name: str, *, month: Optional[str] = None, async_req: Literal[True],
        _preload_content: Literal[True] = True, _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = True
    ) -> AsyncResult[List[ubiops.UsagePerDay]]: ...
    @overload
    def organization_usage_details_get(
        self, organization_name: str, *, month: Optional[str] = None, async_req: Literal[True],
        _preload_content: Literal[False], _request_timeout: RequestTimeout = None, _return_http_data_only: bool = True
    ) -> AsyncResult[HTTPResponse]: ...
    @overload
    def organization_usage_details_get(
        self, organization_name: str, *, month: Optional[str] = None, async_req: bool = ...,
        _preload_content: bool = ..., _request_timeout: RequestTimeout = None, _return_http_data_only: bool = ...
    ) -> Any: ...
    @overload
    def organization_usage_details_get_with_http_info(
        self, organization_name: str, *, month: Optional[str] = None, async_req: Literal[False] = False,
        _preload_content: Literal[True] = True, _request_timeout: RequestTimeout = None,
        _return_http_data_only: Literal[False] = False
    ) -> Tuple[List[ubiops.UsagePerDay], int, Mapping[str, str]]: ...
    @overload
    def organization_usage_details_get_with_http_info(
        self, organization_name: str, *, month: Optional[str] = None, async_req: Literal[False] = False,
        _preload_content: Literal[False], _request_timeout: RequestTimeout = None,
        _return_http_data_only: Literal[False] = False
    ) -> Tuple[HTTPResponse, int, Mapping[str, str]]: ...
    @overload
    def organization_usage_details_get_with_http_info(
        self, organization_name: str, *, month: Optional[str] = None, async_req: Literal[True],
        _preload_content: Literal[True] = True, _request_timeout: RequestTimeout = None,
        _return_http_data_only: Literal[False] = False
    ) -> AsyncResult[Tuple[List[ubiops.UsagePerDay], int, Mapping[str, str]]]: ...
    @overload
    def organization_usage_details_get_with_http_info(
        self, organization_name: str, *, month: Optional[str] = None, async_req: Literal[True],
        _preload_content: Literal[False], _request_timeout: RequestTimeout = None,
        _return_http_data_only: Literal[False] = False
    ) -> AsyncResult[Tuple[HTTPResponse, int, Mapping[str, str]]]: ...
    @overload
    def organization_usage_details_get_with_http_info(
        self, organization_name: str, *, month: Optional[str] = None, async_req: Literal[False] = False,
        _preload_content: Literal[True] = True, _request_timeout: RequestTimeout = None,
        _return_http_data_only: Literal[True]
    ) -> List[ubiops.UsagePerDay]: ...
    @overload
    def organization_usage_details_get_with_http_info(
        self, organization_name: str, *, month: Optional[str] = None, async_req: bool = ...,
        _preload_content: bool = ..., _request_timeout: RequestTimeout = None, _return_http_data_only: bool = ...
    ) -> Any: ...
    @overload
    def organization_usage_get(
        self, organization_name: str, *, start_month: Optional[str] = None, async_req: Literal[False] = False,
        _preload_content: Literal[True] = True, _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = True
    ) -> List[ubiops.UsagePerMonth]: ...
    @overload
    def organization_usage_get(
        self, organization_name: str, *, start_month: Optional[str] = None, async_req: Literal[False] = False,
        _preload_content: Literal[False], _request_timeout: RequestTimeout = None, _return_http_data_only: bool = True
    ) -> HTTPResponse: ...
    @overload
    def organization_usage_get(
        self, organization_name: str, *, start_month: Optional[str] = None, async_req: Literal[True],
        _preload_content: Literal[True] = True, _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = True
    ) -> AsyncResult[List[ubiops.UsagePerMonth]]: ...
    @overload
    def organization_usage_get(
        self, organization_name: str, *, start_month: Optional[str] = None, async_req: Literal[True],
        _preload_content: Literal[False], _request_timeout: RequestTimeout = None, _return_http_data_only: bool = True
    ) -> AsyncResult[HTTPResponse]: ...
    @overload
    def organization_usage_get(
        self, organization_name: str, *, start_month: Optional[str] = None, async_req: bool = ...,
        _preload_content: bool = ..., _request_timeout: RequestTimeout = None, _return_http_data_only: bool = ...
    ) -> Any: ...
    @overload
    def organization_usage_get_with_http_info(
        self, organization_name: str, *, start_month: Optional[str] = None, async_req: Literal[False] = False,
        _preload_content: Literal[True] = True, _request_timeout: RequestTimeout = None,
        _return_http_data_only: Literal[False] = False
    ) -> Tuple[List[ubiops.UsagePerMonth], int, Mapping[str, str]]: ...
    @overload
    def organization_usage_get_with_http_info(
        self, organization_name: str, *, start_month: Optional[str] = None, async_req: Literal[False] = False,
        _preload_content: Literal[False], _request_timeout: RequestTimeout = None,
        _return_http_data_only: Literal[False] = False
    ) -> Tuple[HTTPResponse, int, Mapping[str, str]]: ...
    @overload
    def organization_usage_get_with_http_info(
        self, organization_name: str, *, start_month: Optional[str] = None, async_req: Literal[True],
        _preload_content: Literal[True] = True, _request_timeout: RequestTimeout = None,
        _return_http_data_only: Literal[False] = False
    ) -> AsyncResult[Tuple[List[ubiops.UsagePerMonth], int, Mapping[str, str]]]: ...
    @overload
    def organization_usage_get_with_http_info(
        self, organization_name: str, *, start_month: Optional[str] = None, async_req: Literal[True],
        _preload_content: Literal[False], _request_timeout: RequestTimeout = None,
        _return_http_data_only: Literal[False] = False
    ) -> AsyncResult[Tuple[HTTPResponse, int, Mapping[str, str]]]: ...
    @overload
    def organization_usage_get_with_http_info(
        self, organization_name: str, *, start_month: Optional[str] = None, async_req: Literal[False] = False,
        _preload_content: Literal[True] = True, _request_timeout: RequestTimeout = None,
        _return_http_data_only: Literal[True]
    ) -> List[ubiops.UsagePerMonth]: ...
    @overload
    def organization_usage_get_with_http_info(
        self, organization_name: str, *, start_month: Optional[str] = None, async_req: bool = ...,
        _preload_content: bool = ..., _request_timeout: RequestTimeout = None, _return_http_data_only: bool = ...
    ) -> Any: ...
    @overload
    def organization_users_create(
        self, organization_name: str, data: Union[ubiops.OrganizationUserCreate, Mapping[str, Any]], *,
        async_req: Literal[False] = False, _preload_content: Literal[True] = True,
        _request_timeout: RequestTimeout = None, _return_http_data_only: bool = True
    ) -> ubiops.OrganizationUserDetail: ...
    @overload
    def organization_users_create(
        self, organization_name: str, data: Union[ubiops.OrganizationUserCreate, Mapping[str, Any]], *,
        async_req: Literal[False] = False, _preload_content: Literal[False], _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = True
    ) -> HTTPResponse: ...
    @overload
    def organization_users_create(
        self, organization_name: str, data: Union[ubiops.OrganizationUserCreate, Mapping[str, Any]], *,
        async_req: Literal[True], _preload_content: Literal[True] = True, _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = True
    ) -> AsyncResult[ubiops.OrganizationUserDetail]: ...
    @overload
    def organization_users_create(
        self, organization_name: str, data: Union[ubiops.OrganizationUserCreate, Mapping[str, Any]], *,
        async_req: Literal[True], _preload_content: Literal[False], _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = True
    ) -> AsyncResult[HTTPResponse]: ...
    @overload
    def organization_users_create(
        self, organization_name: str, data: Union[ubiops.OrganizationUserCreate, Mapping[str, Any]], *,
        async_req: bool = ..., _preload_content: bool = ..., _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = ...
    ) -> Any: ...
    @overload
    def organization_users_create_with_http_info(
        self, organization_name: str, data: Union[ubiops.OrganizationUserCreate, Mapping[str, Any]], *,
        async_req: Literal[False] = False, _preload_content: Literal[True] = True,
        _request_timeout: RequestTimeout = None, _return_http_data_only: Literal[False] = False
    ) -> Tuple[ubiops.OrganizationUserDetail, int, Mapping[str, str]]: ...
    @overload
    def organization_users_create_with_http_info(
        self, organization_name: str, data: Union[ubiops.OrganizationUserCreate, Mapping[str, Any]], *,
        async_req: Literal[False] = False, _preload_content: Literal[False], _request_timeout: RequestTimeout = None,
        _return_http_data_only: Literal[False] = False
    ) -> Tuple[HTTPResponse, int, Mapping[str, str]]: ...
    @overload
    def organization_users_create_with_http_info(
        self, organization_name: str, data: Union[ubiops.OrganizationUserCreate, Mapping[str, Any]], *,
        async_req: Literal[True], _preload_content: Literal[True] = True, _request_timeout: RequestTimeout = None,
        _return_http_data_only: Literal[False] = False
    ) -> AsyncResult[Tuple[ubiops.OrganizationUserDetail, int, Mapping[str, str]]]: ...
    @overload
    def organization_users_create_with_http_info(
        self, organization_name: str, data: Union[ubiops.OrganizationUserCreate, Mapping[str, Any]], *,
        async_req: Literal[True], _preload_content: Literal[False], _request_timeout: RequestTimeout = None,
        _return_http_data_only: Literal[False] = False
    ) -> AsyncResult[Tuple[HTTPResponse, int, Mapping[str, str]]]: ...
    @overload
    def organization_users_create_with_http_info(
        self, organization_name: str, data: Union[ubiops.OrganizationUserCreate, Mapping[str, Any]], *,
        async_req: Literal[False] = False, _preload_content: Literal[True] = True,
        _request_timeout: RequestTimeout = None, _return_http_data_only: Literal[True]
    ) -> ubiops.OrganizationUserDetail: ...
    @overload
    def organization_users_create_with_http_info(
        self, organization_name: str, data: Union[ubiops.OrganizationUserCreate, Mapping[str, Any]], *,
        async_req: bool = ..., _preload_content: bool = ..., _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = ...
    ) -> Any: ...
    @overload
    def organization_users_delete(
        self, organization_name: str, user_id: str, *, async_req: Literal[False] = False,
        _preload_content: Literal[True] = True, _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = True
    ) -> None: ...
    @overload
    def organization_users_delete(
        self, organization_name: str, user_id: str, *, async_req: Literal[False] = False,
        _preload_content: Literal[False], _request_timeout: RequestTimeout = None, _return_http_data_only: bool = True
    ) -> HTTPResponse: ...
    @overload
    def organization_users_delete(
        self, organization_name: str, user_id: str, *, async_req: Literal[True], _preload_content: Literal[True] = True,
        _request_timeout: RequestTimeout = None, _return_http_data_only: bool = True
    ) -> AsyncResult[None]: ...
    @overload
    def organization_users_delete(
        self, organization_name: str, user_id: str, *, async_req: Literal[True], _preload_content: Literal[False],
        _request_timeout: RequestTimeout = None, _return_http_data_only: bool = True
    ) -> AsyncResult[HTTPResponse]: ...
    @overload
    def organization_users_delete(
        self, organization_name: str, user_id: str, *, async_req: bool = ..., _preload_content: bool = ...,
        _request_timeout: RequestTimeout = None, _return_http_data_only: bool = ...
    ) -> Any: ...
    @overload
    def organization_users_delete_with_http_info(
        self, organization_name: str, user_id: str, *, async_req: Literal[False] = False,
        _preload_content: Literal[True] = True, _request_timeout: RequestTimeout = None,
        _return_http_data_only: Literal[False] = False
    ) -> Tuple[None, int, Mapping[str, str]]: ...
    @overload
    def organization_users_delete_with_http_info(
        self, organization_name: str, user_id: str, *, async_req: Literal[False] = False,
        _preload_content: Literal[False], _request_timeout: RequestTimeout = None,
        _return_http_data_only: Literal[False] = False
    ) -> Tuple[HTTPResponse, int, Mapping[str, str]]: ...
    @overload
    def organization_users_delete_with_http_info(
        self, organization_name: str, user_id: str, *, async_req: Literal[True], _preload_content: Literal[True] = True,
        _request_timeout: RequestTimeout = None, _return_http_data_only: Literal[False] = False
    ) -> AsyncResult[Tuple[None, int, Mapping[str, str]]]: ...
    @overload
    def organization_users_delete_with_http_info(
        self, organization_name: str, user_id: str, *, async_req: Literal[True], _preload_content: Literal[False],
        _request_timeout: RequestTimeout = None, _return_http_data_only: Literal[False] = False
    ) -> AsyncResult[Tuple[HTTPResponse, int, Mapping[str, str]]]: ...
    @overload
    def organization_users_delete_with_http_info(
        self, organization_name: str, user_id: str, *, async_req: Literal[False] = False,
        _preload_content: Literal[True] = True, _request_timeout: RequestTimeout = None,
        _return_http_data_only: Literal[True]
    ) -> None: ...
    @overload
    def organization_users_delete_with_http_info(
        self, organization_name: str, user_id: str, *, async_req: bool = ..., _preload_content: bool = ...,
        _request_timeout: RequestTimeout = None, _return_http_data_only: bool = ...
    ) -> Any: ...
    @overload
    def organization_users_get(
        self, organization_name: str, user_id: str, *, async_req: Literal[False] = False,
        _preload_content: Literal[True] = True, _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = True
    ) -> ubiops.OrganizationUserDetail: ...
    @overload
    def organization_users_get(
        self, organization_name: str, user_id: str, *, async_req: Literal[False] = False,
        _preload_content: Literal[False], _request_timeout: RequestTimeout = None, _return_http_data_only: bool = True
    ) -> HTTPResponse: ...
    @overload
    def organization_users_get(
        self, organization_name: str, user_id: str, *, async_req: Literal[True], _preload_content: Literal[True] = True,
        _request_timeout: RequestTimeout = None, _return_http_data_only: bool = True
    ) -> AsyncResult[ubiops.OrganizationUserDetail]: ...
    @overload
    def organization_users_get(
        self, organization_name: str, user_id: str, *, async_req: Literal[True], _preload_content: Literal[False],
        _request_timeout: RequestTimeout = None, _return_http_data_only: bool = True
    ) -> AsyncResult[HTTPResponse]: ...
    @overload
    def organization_users_get(
        self, organization_name: str, user_id: str, *, async_req: bool = ..., _preload_content: bool = ...,
        _request_timeout: RequestTimeout = None, _return_http_data_only: bool = ...
    ) -> Any: ...
    @overload
    def organization_users_get_with_http_info(
        self, organization_name: str, user_id: str, *, async_req: Literal[False] = False,
        _preload_content: Literal[True] = True, _request_timeout: RequestTimeout = None,
        _return_http_data_only: Literal[False] = False
    ) -> Tuple[ubiops.OrganizationUserDetail, int, Mapping[str, str]]: ...
    @overload
    def organization_users_get_with_http_info(
        self, organization_name: str, user_id: str, *, async_req: Literal[False] = False,
        _preload_content: Literal[False], _request_timeout: RequestTimeout = None,
        _return_http_data_only: Literal[False] = False
    ) -> Tuple[HTTPResponse, int, Mapping[str, str]]: ...
    @overload
    def organization_users_get_with_http_info(
        self, organization_name: str, user_id: str, *, async_req: Literal[True], _preload_content: Literal[True] = True,
        _request_timeout: RequestTimeout = None, _return_http_data_only: Literal[False] = False
    ) -> AsyncResult[Tuple[ubiops.OrganizationUserDetail, int, Mapping[str, str]]]: ...
    @overload
    def organization_users_get_with_http_info(
        self, organization_name: str, user_id: str, *, async_req: Literal[True], _preload_content: Literal[False],
        _request_timeout: RequestTimeout = None, _return_http_data_only: Literal[False] = False
    ) -> AsyncResult[Tuple[HTTPResponse, int, Mapping[str, str]]]: ...
    @overload
    def organization_users_get_with_http_info(
        self, organization_name: str, user_id: str, *, async_req: Literal[False] = False,
        _preload_content: Literal[True] = True, _request_timeout: RequestTimeout = None,
        _return_http_data_only: Literal[True]
    ) -> ubiops.OrganizationUserDetail: ...
    @overload
    def organization_users_get_with_http_info(
        self, organization_name: str, user_id: str, *, async_req: bool = ..., _preload_content: bool = ...,
        _request_timeout: RequestTimeout = None, _return_http_data_only: bool = ...
    ) -> Any: ...
    @overload
    def organization_users_list(
        self, organization_name: str, *, async_req: Literal[False] = False, _preload_content: Literal[True] = True,
        _request_timeout: RequestTimeout = None, _return_http_data_only: bool = True
    ) -> List[ubiops.OrganizationUserDetail]: ...
    @overload
    def organization_users_list(
        self, organization_name: str, *, async_req: Literal[False] = False, _preload_content: Literal[False],
        _request_timeout: RequestTimeout = None, _return_http_data_only: bool = True
    ) -> HTTPResponse: ...
    @overload
    def organization_users_list(
        self, organization_name: str, *, async_req: Literal[True], _preload_content: Literal[True] = True,
        _request_timeout: RequestTimeout = None, _return_http_data_only: bool = True
    ) -> AsyncResult[List[ubiops.OrganizationUserDetail]]: ...
    @overload
    def organization_users_list(
        self, organization_name: str, *, async_req: Literal[True], _preload_content: Literal[False],
        _request_timeout: RequestTimeout = None, _return_http_data_only: bool = True
    ) -> AsyncResult[HTTPResponse]: ...
    @overload
    def organization_users_list(
        self, organization_name: str, *, async_req: bool = ..., _preload_content: bool = ...,
        _request_timeout: RequestTimeout = None, _return_http_data_only: bool = ...
    ) -> Any: ...
    @overload
    def organization_users_list_with_http_info(
        self, organization_name: str, *, async_req: Literal[False] = False, _preload_content: Literal[True] = True,
        _request_timeout: RequestTimeout = None, _return_http_data_only: Literal[False] = False
    ) -> Tuple[List[ubiops.OrganizationUserDetail], int, Mapping[str, str]]: ...
    @overload
    def organization_users_list_with_http_info(
        self, organization_name: str, *, async_req: Literal[False] = False, _preload_content: Literal[False],
        _request_timeout: RequestTimeout = None, _return_http_data_only: Literal[False] = False
    ) -> Tuple[HTTPResponse, int, Mapping[str, str]]: ...
    @overload
    def organization_users_list_with_http_info(
        self, organization_name: str, *, async_req: Literal[True], _preload_content: Literal[True] = True,
        _request_timeout: RequestTimeout = None, _return_http_data_only: Literal[False] = False
    ) -> AsyncResult[Tuple[List[ubiops.OrganizationUserDetail], int, Mapping[str, str]]]: ...
    @overload
    def organization_users_list_with_http_info(
        self, organization_name: str, *, async_req: Literal[True], _preload_content: Literal[False],
        _request_timeout: RequestTimeout = None, _return_http_data_only: Literal[False] = False
    ) -> AsyncResult[Tuple[HTTPResponse, int, Mapping[str, str]]]: ...
    @overload
    def organization_users_list_with_http_info(
        self, organization_name: str, *, async_req: Literal[False] = False, _preload_content: Literal[True] = True,
        _request_timeout: RequestTimeout = None, _return_http_data_only: Literal[True]
    ) -> List[ubiops.OrganizationUserDetail]: ...
    @overload
    def organization_users_list_with_http_info(
        self, organization_name: str, *, async_req: bool = ..., _preload_content: bool = ...,
        _request_timeout: RequestTimeout = None, _return_http_data_only: bool = ...
    ) -> Any: ...
    @overload
    def organization_users_update(
        self, organization_name: str, user_id: str, data: Union[ubiops.OrganizationUserUpdate, Mapping[str, Any]], *,
        async_req: Literal[False] = False, _preload_content: Literal[True] = True,
        _request_timeout: RequestTimeout = None, _return_http_data_only: bool = True
    ) -> ubiops.OrganizationUserDetail: ...
    @overload
    def organization_users_update(
        self, organization_name: str, user_id: str, data: Union[ubiops.OrganizationUserUpdate, Mapping[str, Any]], *,
        async_req: Literal[False] = False, _preload_content: Literal[False], _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = True
    ) -> HTTPResponse: ...
    @overload
    def organization_users_update(
        self, organization_name: str, user_id: str, data: Union[ubiops.OrganizationUserUpdate, Mapping[str, Any]], *,
        async_req: Literal[True], _preload_content: Literal[True] = True, _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = True
    ) -> AsyncResult[ubiops.OrganizationUserDetail]: ...
    @overload
    def organization_users_update(
        self, organization_name: str, user_id: str, data: Union[ubiops.OrganizationUserUpdate, Mapping[str, Any]], *,
        async_req: Literal[True], _preload_content: Literal[False], _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = True
    ) -> AsyncResult[HTTPResponse]: ...
    @overload
    def organization_users_update(
        self, organization_name: str, user_id: str, data: Union[ubiops.OrganizationUserUpdate, Mapping[str, Any]], *,
        async_req: bool = ..., _preload_content: bool = ..., _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = ...
    ) -> Any: ...
    @overload
    def organization_users_update_with_http_info(
        self, organization_name: str, user_id: str, data: Union[ubiops.OrganizationUserUpdate, Mapping[str, Any]], *,
        async_req: Literal[False] = False, _preload_content: Literal[True] = True,
        _request_timeout: RequestTimeout = None, _return_http_data_only: Literal[False] = False
    ) -> Tuple[ubiops.OrganizationUserDetail, int, Mapping[str, str]]: ...
    @overload
    def organization_users_update_with_http_info(
        self, organization_name: str, user_id: str, data: Union[ubiops.OrganizationUserUpdate, Mapping[str, Any]], *,
        async_req: Literal[False] = False, _preload_content: Literal[False], _request_timeout: RequestTimeout = None,
        _return_http_data_only: Literal[False] = False
    ) -> Tuple[HTTPResponse, int, Mapping[str, str]]: ...
    @overload
    def organization_users_update_with_http_info(
        self, organization_name: str, user_id: str, data: Union[ubiops.OrganizationUserUpdate, Mapping[str, Any]], *,
        async_req: Literal[True], _preload_content: Literal[True] = True, _request_timeout: RequestTimeout = None,
        _return_http_data_only: Literal[False] = False
    ) -> AsyncResult[Tuple[ubiops.OrganizationUserDetail, int, Mapping[str, str]]]: ...
    @overload
    def organization_users_update_with_http_info(
        self, organization_name: str, user_id: str, data: Union[ubiops.OrganizationUserUpdate, Mapping[str, Any]], *,
        async_req: Literal[True], _preload_content: Literal[False], _request_timeout: RequestTimeout = None,
        _return_http_data_only: Literal[False] = False
    ) -> AsyncResult[Tuple[HTTPResponse, int, Mapping[str, str]]]: ...
    @overload
    def organization_users_update_with_http_info(
        self, organization_name: str, user_id: str, data: Union[ubiops.OrganizationUserUpdate, Mapping[str, Any]], *,
        async_req: Literal[False] = False, _preload_content: Literal[True] = True,
        _request_timeout: RequestTimeout = None, _return_http_data_only: Literal[True]
    ) -> ubiops.OrganizationUserDetail: ...
    @overload
    def organization_users_update_with_http_info(
        self, organization_name: str, user_id: str, data: Union[ubiops.OrganizationUserUpdate, Mapping[str, Any]], *,
        async_req: bool = ..., _preload_content: bool = ..., _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = ...
    ) -> Any: ...
    @overload
    def organizations_create(
        self, data: Union[ubiops.OrganizationCreate, Mapping[str, Any]], *, async_req: Literal[False] = False,
        _preload_content: Literal[True] = True, _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = True
    ) -> ubiops.OrganizationList: ...
    @overload
    def organizations_create(
        self, data: Union[ubiops.OrganizationCreate, Mapping[str, Any]], *, async_req: Literal[False] = False,
        _preload_content: Literal[False], _request_timeout: RequestTimeout = None, _return_http_data_only: bool = True
    ) -> HTTPResponse: ...
    @overload
    def organizations_create(
        self, data: Union[ubiops.OrganizationCreate, Mapping[str, Any]], *, async_req: Literal[True],
        _preload_content: Literal[True] = True, _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = True
    ) -> AsyncResult[ubiops.OrganizationList]: ...
    @overload
    def organizations_create(
        self, data: Union[ubiops.OrganizationCreate, Mapping[str, Any]], *, async_req: Literal[True],
        _preload_content: Literal[False], _request_timeout: RequestTimeout = None, _return_http_data_only: bool = True
    ) -> AsyncResult[HTTPResponse]: ...
    @overload
    def organizations_create(
        self, data: Union[ubiops.OrganizationCreate, Mapping[str, Any]], *, async_req: bool = ...,
        _preload_content: bool = ..., _request_timeout: RequestTimeout = None, _return_http_data_only: bool = ...
    ) -> Any: ...
    @overload
    def organizations_create_with_http_info(
        self, data: Union[ubiops.OrganizationCreate, Mapping[str, Any]], *, async_req: Literal[False] = False,
        _preload_content: Literal[True] = True, _request_timeout: RequestTimeout = None,
        _return_http_data_only: Literal[False] = False
    ) -> Tuple[ubiops.OrganizationList, int, Mapping[str, str]]: ...
    @overload
    def organizations_create_with_http_info(
        self, data: Union[ubiops.OrganizationCreate, Mapping[str, Any]], *, async_req: Literal[False] = False,
        _preload_content: Literal[False], _request_timeout: RequestTimeout = None,
        _return_http_data_only: Literal[False] = False
    ) -> Tuple[HTTPResponse, int, Mapping[str, str]]: ...
    @overload
    def organizations_create_with_http_info(
        self, data: Union[ubiops.OrganizationCreate, Mapping[str, Any]], *, async_req: Literal[True],
        _preload_content: Literal[True] = True, _request_timeout: RequestTimeout = None,
        _return_http_data_only: Literal[False] = False
    ) -> AsyncResult[Tuple[ubiops.OrganizationList, int, Mapping[str, str]]]: ...
    @overload
    def organizations_create_with_http_info(
        self, data: Union[ubiops.OrganizationCreate, Mapping[str, Any]], *, async_req: Literal[True],
        _preload_content: Literal[False], _request_timeout: RequestTimeout = None,
        _return_http_data_only: Literal[False] = False
    ) -> AsyncResult[Tuple[HTTPResponse, int, Mapping[str, str]]]: ...
    @overload
    def organizations_create_with_http_info(
        self, data: Union[ubiops.OrganizationCreate, Mapping[str, Any]], *, async_req: Literal[False] = False,
        _preload_content: Literal[True] = True, _request_timeout: RequestTimeout = None,
        _return_http_data_only: Literal[True]
    ) -> ubiops.OrganizationList: ...
    @overload
    def organizations_create_with_http_info(
        self, data: Union[ubiops.OrganizationCreate, Mapping[str, Any]], *, async_req: bool = ...,
        _preload_content: bool = ..., _request_timeout: RequestTimeout = None, _return_http_data_only: bool = ...
    ) -> Any: ...
    @overload
    def organizations_get(
        self, organization_name: str, *, async_req: Literal[False] = False, _preload_content: Literal[True] = True,
        _request_timeout: RequestTimeout = None, _return_http_data_only: bool = True
    ) -> ubiops.OrganizationDetail: ...
    @overload
    def organizations_get(
        self, organization_name: str, *, async_req: Literal[False] = False, _preload_content: Literal[False],
        _request_timeout: RequestTimeout = None, _return_http_data_only: bool = True
    ) -> HTTPResponse: ...
    @overload
    def organizations_get(
        self, organization_name: str, *, async_req: Literal[True], _preload_content: Literal[True] = True,
        _request_timeout: RequestTimeout = None, _return_http_data_only: bool = True
    ) -> AsyncResult[ubiops.OrganizationDetail]: ...
    @overload
    def organizations_get(
        self, organization_name: str, *, async_req: Literal[True], _preload_content: Literal[False],
        _request_timeout: RequestTimeout = None, _return_http_data_only: bool = True
    ) -> AsyncResult[HTTPResponse]: ...
    @overload
    def organizations_get(
        self, organization_name: str, *, async_req: bool = ..., _preload_content: bool = ...,
        _request_timeout: RequestTimeout = None, _return_http_data_only: bool = ...
    ) -> Any: ...
    @overload
    def organizations_get_with_http_info(
        self, organization_name: str, *, async_req: Literal[False] = False, _preload_content: Literal[True] = True,
        _request_timeout: RequestTimeout = None, _return_http_data_only: Literal[False] = False
    ) -> Tuple[ubiops.OrganizationDetail, int, Mapping[str, str]]: ...
    @overload
    def organizations_get_with_http_info(
        self, organization_name: str, *, async_req: Literal[False] = False, _preload_content: Literal[False],
        _request_timeout: RequestTimeout = None, _return_http_data_only: Literal[False] = False
    ) -> Tuple[HTTPResponse, int, Mapping[str, str]]: ...
    @overload
    def organizations_get_with_http_info(
        self, organization_name: str, *, async_req: Literal[True], _preload_content: Literal[True] = True,
        _request_timeout: RequestTimeout = None, _return_http_data_only: Literal[False] = False
    ) -> AsyncResult[Tuple[ubiops.OrganizationDetail, int, Mapping[str, str]]]: ...
    @overload
    def organizations_get_with_http_info(
        self, organization_name: str, *, async_req: Literal[True], _preload_content: Literal[False],
        _request_timeout: RequestTimeout = None, _return_http_data_only: Literal[False] = False
    ) -> AsyncResult[Tuple[HTTPResponse, int, Mapping[str, str]]]: ...
    @overload
    def organizations_get_with_http_info(
        self, organization_name: str, *, async_req: Literal[False] = False, _preload_content: Literal[True] = True,
        _request_timeout: RequestTimeout = None, _return_http_data_only: Literal[True]
    ) -> ubiops.OrganizationDetail: ...
    @overload
    def organizations_get_with_http_info(
        self, organization_name: str, *, async_req: bool = ..., _preload_content: bool = ...,
        _request_timeout: RequestTimeout = None, _return_http_data_only: bool = ...
    ) -> Any: ...
    @overload
    def organizations_list(
        self, *, async_req: Literal[False] = False, _preload_content: Literal[True] = True,
        _request_timeout: RequestTimeout = None, _return_http_data_only: bool = True
    ) -> List[ubiops.OrganizationList]: ...
    @overload
    def organizations_list(
        self, *, async_req: Literal[False] = False, _preload_content: Literal[False],
        _request_timeout: RequestTimeout = None, _return_http_data_only: bool = True
    ) -> HTTPResponse: ...
    @overload
    def organizations_list(
        self, *, async_req: Literal[True], _preload_content: Literal[True] = True,
        _request_timeout: RequestTimeout = None, _return_http_data_only: bool = True
    ) -> AsyncResult[List[ubiops.OrganizationList]]: ...
    @overload
    def organizations_list(
        self, *, async_req: Literal[True], _preload_content: Literal[False], _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = True
    ) -> AsyncResult[HTTPResponse]: ...
    @overload
    def organizations_list(
        self, *, async_req: bool = ..., _preload_content: bool = ..., _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = ...
    ) -> Any: ...
    @overload
    def organizations_list_with_http_info(
        self, *, async_req: Literal[False] = False, _preload_content: Literal[True] = True,
        _request_timeout: RequestTimeout = None, _return_http_data_only: Literal[False] = False
    ) -> Tuple[List[ubiops.OrganizationList], int, Mapping[str, str]]: ...
    @overload
    def organizations_list_with_http_info(
        self, *, async_req: Literal[False] = False, _preload_content: Literal[False],
        _request_timeout: RequestTimeout = None, _return_http_data_only: Literal[False] = False
    ) -> Tuple[HTTPResponse, int, Mapping[str, str]]: ...
    @overload
    def organizations_list_with_http_info(
        self, *, async_req: Literal[True], _preload_content: Literal[True] = True,
        _request_timeout: RequestTimeout = None, _return_http_data_only: Literal[False] = False
    ) -> AsyncResult[Tuple[List[ubiops.OrganizationList], int, Mapping[str, str]]]: ...
    @overload
    def organizations_list_with_http_info(
        self, *, async_req: Literal[True], _preload_content: Literal[False], _request_timeout: RequestTimeout = None,
        _return_http_data_only: Literal[False] = False
    ) -> AsyncResult[Tuple[HTTPResponse, int, Mapping[str, str]]]: ...
    @overload
    def organizations_list_with_http_info(
        self, *, async_req: Literal[False] = False, _preload_content: Literal[True] = True,
        _request_timeout: RequestTimeout = None, _return_http_data_only: Literal[True]
    ) -> List[ubiops.OrganizationList]: ...
    @overload
    def organizations_list_with_http_info(
        self, *, async_req: bool = ..., _preload_content: bool = ..., _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = ...
    ) -> Any: ...
    @overload
    def organizations_resource_usage(
        self, organization_name: str, *, async_req: Literal[False] = False, _preload_content: Literal[True] = True,
        _request_timeout: RequestTimeout = None, _return_http_data_only: bool = True
    ) -> ubiops.ResourceUsage: ...
    @overload
    def organizations_resource_usage(
        self, organization_name: str, *, async_req: Literal[False] = False, _preload_content: Literal[False],
        _request_timeout: RequestTimeout = None, _return_http_data_only: bool = True
    ) -> HTTPResponse: ...
    @overload
    def organizations_resource_usage(
        self, organization_name: str, *, async_req: Literal[True], _preload_content: Literal[True] = True,
        _request_timeout: RequestTimeout = None, _return_http_data_only: bool = True
    ) -> AsyncResult[ubiops.ResourceUsage]: ...
    @overload
    def organizations_resource_usage(
        self, organization_name: str, *, async_req: Literal[True], _preload_content: Literal[False],
        _request_timeout: RequestTimeout = None, _return_http_data_only: bool = True
    ) -> AsyncResult[HTTPResponse]: ...
    @overload
    def organizations_resource_usage(
        self, organization_name: str, *, async_req: bool = ..., _preload_content: bool = ...,
        _request_timeout: RequestTimeout = None, _return_http_data_only: bool = ...
    ) -> Any: ...
    @overload
    def organizations_resource_usage_with_http_info(
        self, organization_name: str, *, async_req: Literal[False] = False, _preload_content: Literal[True] = True,
        _request_timeout: RequestTimeout = None, _return_http_data_only: Literal[False] = False
    ) -> Tuple[ubiops.ResourceUsage, int, Mapping[str, str]]: ...
    @overload
    def organizations_resource_usage_with_http_info(
        self, organization_name: str, *, async_req: Literal[False] = False, _preload_content: Literal[False],
        _request_timeout: RequestTimeout = None, _return_http_data_only: Literal[False] = False
    ) -> Tuple[HTTPResponse, int, Mapping[str, str]]: ...
    @overload
    def organizations_resource_usage_with_http_info(
        self, organization_name: str, *, async_req: Literal[True], _preload_content: Literal[True] = True,
        _request_timeout: RequestTimeout = None, _return_http_data_only: Literal[False] = False
    ) -> AsyncResult[Tuple[ubiops.ResourceUsage, int, Mapping[str, str]]]: ...
    @overload
    def organizations_resource_usage_with_http_info(
        self, organization_name: str, *, async_req: Literal[True], _preload_content: Literal[False],
        _request_timeout: RequestTimeout = None, _return_http_data_only: Literal[False] = False
    ) -> AsyncResult[Tuple[HTTPResponse, int, Mapping[str, str]]]: ...
    @overload
    def organizations_resource_usage_with_http_info(
        self, organization_name: str, *, async_req: Literal[False] = False, _preload_content: Literal[True] = True,
        _request_timeout: RequestTimeout = None, _return_http_data_only: Literal[True]
    ) -> ubiops.ResourceUsage: ...
    @overload
    def organizations_resource_usage_with_http_info(
        self, organization_name: str, *, async_req: bool = ..., _preload_content: bool = ...,
        _request_timeout: RequestTimeout = None, _return_http_data_only: bool = ...
    ) -> Any: ...
    @overload
    def organizations_update(
        self, organization_name: str, data: Union[ubiops.OrganizationUpdate, Mapping[str, Any]], *,
        async_req: Literal[False] = False, _preload_content: Literal[True] = True,
        _request_timeout: RequestTimeout = None, _return_http_data_only: bool = True
    ) -> ubiops.OrganizationDetail: ...
    @overload
    def organizations_update(
        self, organization_name: str, data: Union[ubiops.OrganizationUpdate, Mapping[str, Any]], *,
        async_req: Literal[False] = False, _preload_content: Literal[False], _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = True
    ) -> HTTPResponse: ...
    @overload
    def organizations_update(
        self, organization_name: str, data: Union[ubiops.OrganizationUpdate, Mapping[str, Any]], *,
        async_req: Literal[True], _preload_content: Literal[True] = True, _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = True
    ) -> AsyncResult[ubiops.OrganizationDetail]: ...
    @overload
    def organizations_update(
        self, organization_name: str, data: Union[ubiops.OrganizationUpdate, Mapping[str, Any]], *,
        async_req: Literal[True], _preload_content: Literal[False], _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = True
    ) -> AsyncResult[HTTPResponse]: ...
    @overload
    def organizations_update(
        self, organization_name: str, data: Union[ubiops.OrganizationUpdate, Mapping[str, Any]], *,
        async_req: bool = ..., _preload_content: bool = ..., _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = ...
    ) -> Any: ...
    @overload
    def organizations_update_with_http_info(
        self, organization_name: str, data: Union[ubiops.OrganizationUpdate, Mapping[str, Any]], *,
        async_req: Literal[False] = False, _preload_content: Literal[True] = True,
        _request_timeout: RequestTimeout = None, _return_http_data_only: Literal[False] = False
    ) -> Tuple[ubiops.OrganizationDetail, int, Mapping[str, str]]: ...
    @overload
    def organizations_update_with_http_info(
        self, organization_name: str, data: Union[ubiops.OrganizationUpdate, Mapping[str, Any]], *,
        async_req: Literal[False] = False, _preload_content: Literal[False], _request_timeout: RequestTimeout = None,
        _return_http_data_only: Literal[False] = False
    ) -> Tuple[HTTPResponse, int, Mapping[str, str]]: ...
    @overload
    def organizations_update_with_http_info(
        self, organization_name: str, data: Union[ubiops.OrganizationUpdate, Mapping[str, Any]], *,
        async_req: Literal[True], _preload_content: Literal[True] = True, _request_timeout: RequestTimeout = None,
        _return_http_data_only: Literal[False] = False
    ) -> AsyncResult[Tuple[ubiops.OrganizationDetail, int, Mapping[str, str]]]: ...
    @overload
    def organizations_update_with_http_info(
        self, organization_name: str, data: Union[ubiops.OrganizationUpdate, Mapping[str, Any]], *,
        async_req: Literal[True], _preload_content: Literal[False], _request_timeout: RequestTimeout = None,
        _return_http_data_only: Literal[False] = False
    ) -> AsyncResult[Tuple[HTTPResponse, int, Mapping[str, str]]]: ...
    @overload
    def organizations_update_with_http_info(
        self, organization_name: str, data: Union[ubiops.OrganizationUpdate, Mapping[str, Any]], *,
        async_req: Literal[False] = False, _preload_content: Literal[True] = True,
        _request_timeout: RequestTimeout = None, _return_http_data_only: Literal[True]
    ) -> ubiops.OrganizationDetail: ...
    @overload
    def organizations_update_with_http_info(
        self, organization_name: str, data: Union[ubiops.OrganizationUpdate, Mapping[str, Any]], *,
        async_req: bool = ..., _preload_content: bool = ..., _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = ...
    ) -> Any: ...
    @overload
    def permissions_list(
        self, *, async_req: Literal[False] = False, _preload_content: Literal[True] = True,
        _request_timeout: RequestTimeout = None, _return_http_data_only: bool = True
    ) -> List[ubiops.PermissionList]: ...
    @overload
    def permissions_list(
        self, *, async_req: Literal[False] = False, _preload_content: Literal[False],
        _request_timeout: RequestTimeout = None, _return_http_data_only: bool = True
    ) -> HTTPResponse: ...
    @overload
    def permissions_list(
        self, *, async_req: Literal[True], _preload_content: Literal[True] = True,
        _request_timeout: RequestTimeout = None, _return_http_data_only: bool = True
    ) -> AsyncResult[List[ubiops.PermissionList]]: ...
    @overload
    def permissions_list(
        self, *, async_req: Literal[True], _preload_content: Literal[False], _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = True
    ) -> AsyncResult[HTTPResponse]: ...
    @overload
    def permissions_list(
        self, *, async_req: bool = ..., _preload_content: bool = ..., _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = ...
    ) -> Any: ...
    @overload
    def permissions_list_with_http_info(
        self, *, async_req: Literal[False] = False, _preload_content: Literal[True] = True,
        _request_timeout: RequestTimeout = None, _return_http_data_only: Literal[False] = False
    ) -> Tuple[List[ubiops.PermissionList], int, Mapping[str, str]]: ...
    @overload
    def permissions_list_with_http_info(
        self, *, async_req: Literal[False] = False, _preload_content: Literal[False],
        _request_timeout: RequestTimeout = None, _return_http_data_only: Literal[False] = False
    ) -> Tuple[HTTPResponse, int, Mapping[str, str]]: ...
    @overload
    def permissions_list_with_http_info(
        self, *, async_req: Literal[True], _preload_content: Literal[True] = True,
        _request_timeout: RequestTimeout = None, _return_http_data_only: Literal[False] = False
    ) -> AsyncResult[Tuple[List[ubiops.PermissionList], int, Mapping[str, str]]]: ...
    @overload
    def permissions_list_with_http_info(
        self, *, async_req: Literal[True], _preload_content: Literal[False], _request_timeout: RequestTimeout = None,
        _return_http_data_only: Literal[False] = False
    ) -> AsyncResult[Tuple[HTTPResponse, int, Mapping[str, str]]]: ...
    @overload
    def permissions_list_with_http_info(
        self, *, async_req: Literal[False] = False, _preload_content: Literal[True] = True,
        _request_timeout: RequestTimeout = None, _return_http_data_only: Literal[True]
    ) -> List[ubiops.PermissionList]: ...
    @overload
    def permissions_list_with_http_info(
        self, *, async_req: bool = ..., _preload_content: bool = ..., _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = ...
    ) -> Any: ...
    @overload
    def pipeline_object_attachments_create(
        self, project_name: str, pipeline_name: str, data: Union[ubiops.AttachmentsCreate, Mapping[str, Any]], *,
        async_req: Literal[False] = False, _preload_content: Literal[True] = True,
        _request_timeout: RequestTimeout = None, _return_http_data_only: bool = True
    ) -> ubiops.Attachments: ...
    @overload
    def pipeline_object_attachments_create(
        self, project_name: str, pipeline_name: str, data: Union[ubiops.AttachmentsCreate, Mapping[str, Any]], *,
        async_req: Literal[False] = False, _preload_content: Literal[False], _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = True
    ) -> HTTPResponse: ...
    @overload
    def pipeline_object_attachments_create(
        self, project_name: str, pipeline_name: str, data: Union[ubiops.AttachmentsCreate, Mapping[str, Any]], *,
        async_req: Literal[True], _preload_content: Literal[True] = True, _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = True
    ) -> AsyncResult[ubiops.Attachments]: ...
    @overload
    def pipeline_object_attachments_create(
        self, project_name: str, pipeline_name: str, data: Union[ubiops.AttachmentsCreate, Mapping[str, Any]], *,
        async_req: Literal[True], _preload_content: Literal[False], _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = True
    ) -> AsyncResult[HTTPResponse]: ...
    @overload
    def pipeline_object_attachments_create(
        self, project_name: str, pipeline_name: str, data: Union[ubiops.AttachmentsCreate, Mapping[str, Any]], *,
        async_req: bool = ..., _preload_content: bool = ..., _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = ...
    ) -> Any: ...
    @overload
    def pipeline_object_attachments_create_with_http_info(
        self, project_name: str, pipeline_name: str, data: Union[ubiops.AttachmentsCreate, Mapping[str, Any]], *,
        async_req: Literal[False] = False, _preload_content: Literal[True] = True,
        _request_timeout: RequestTimeout = None, _return_http_data_only: Literal[False] = False
    ) -> Tuple[ubiops.Attachments, int, Mapping[str, str]]: ...
    @overload
    def pipeline_object_attachments_create_with_http_info(
        self, project_name: str, pipeline_name: str, data: Union[ubiops.AttachmentsCreate, Mapping[str, Any]], *,
        async_req: Literal[False] = False, _preload_content: Literal[False], _request_timeout: RequestTimeout = None,
        _return_http_data_only: Literal[False] = False
    ) -> Tuple[HTTPResponse, int, Mapping[str, str]]: ...
    @overload
    def pipeline_object_attachments_create_with_http_info(
        self, project_name: str, pipeline_name: str, data: Union[ubiops.AttachmentsCreate, Mapping[str, Any]], *,
        async_req: Literal[True], _preload_content: Literal[True] = True, _request_timeout: RequestTimeout = None,
        _return_http_data_only: Literal[False] = False
    ) -> AsyncResult[Tuple[ubiops.Attachments, int, Mapping[str, str]]]: ...
    @overload
    def pipeline_object_attachments_create_with_http_info(
        self, project_name: str, pipeline_name: str, data: Union[ubiops.AttachmentsCreate, Mapping[str, Any]], *,
        async_req: Literal[True], _preload_content: Literal[False], _request_timeout: RequestTimeout = None,
        _return_http_data_only: Literal[False] = False
    ) -> AsyncResult[Tuple[HTTPResponse, int, Mapping[str, str]]]: ...
    @overload
    def pipeline_object_attachments_create_with_http_info(
        self, project_name: str, pipeline_name: str, data: Union[ubiops.AttachmentsCreate, Mapping[str, Any]], *,
        async_req: Literal[False] = False, _preload_content: Literal[True] = True,
        _request_timeout: RequestTimeout = None, _return_http_data_only: Literal[True]
    ) -> ubiops.Attachments: ...
    @overload
    def pipeline_object_attachments_create_with_http_info(
        self, project_name: str, pipeline_name: str, data: Union[ubiops.AttachmentsCreate, Mapping[str, Any]], *,
        async_req: bool = ..., _preload_content: bool = ..., _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = ...
    ) -> Any: ...
    @overload
    def pipeline_object_attachments_delete(
        self, project_name: str, destination_name: str, pipeline_name: str, source_name: str, *,
        async_req: Literal[False] = False, _preload_content: Literal[True] = True,
        _request_timeout: RequestTimeout = None, _return_http_data_only: bool = True
    ) -> None: ...
    @overload
    def pipeline_object_attachments_delete(
        self, project_name: str, destination_name: str, pipeline_name: str, source_name: str, *,
        async_req: Literal[False] = False, _preload_content: Literal[False], _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = True
    ) -> HTTPResponse: ...
    @overload
    def pipeline_object_attachments_delete(
        self, project_name: str, destination_name: str, pipeline_name: str, source_name: str, *,
        async_req: Literal[True], _preload_content: Literal[True] = True, _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = True
    ) -> AsyncResult[None]: ...
    @overload
    def pipeline_object_attachments_delete(
        self, project_name: str, destination_name: str, pipeline_name: str, source_name: str, *,
        async_req: Literal[True], _preload_content: Literal[False], _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = True
    ) -> AsyncResult[HTTPResponse]: ...
    @overload
    def pipeline_object_attachments_delete(
        self, project_name: str, destination_name: str, pipeline_name: str, source_name: str, *, async_req: bool = ...,
        _preload_content: bool = ..., _request_timeout: RequestTimeout = None, _return_http_data_only: bool = ...
    ) -> Any: ...
    @overload
    def pipeline_object_attachments_delete_with_http_info(
        self, project_name: str, destination_name: str, pipeline_name: str, source_name: str, *,
        async_req: Literal[False] = False, _preload_content: Literal[True] = True,
        _request_timeout: RequestTimeout = None, _return_http_data_only: Literal[False] = False
    ) -> Tuple[None, int, Mapping[str, str]]: ...
    @overload
    def pipeline_object_attachments_delete_with_http_info(
        self, project_name: str, destination_name: str, pipeline_name: str, source_name: str, *,
        async_req: Literal[False] = False, _preload_content: Literal[False], _request_timeout: RequestTimeout = None,
        _return_http_data_only: Literal[False] = False
    ) -> Tuple[HTTPResponse, int, Mapping[str, str]]: ...
    @overload
    def pipeline_object_attachments_delete_with_http_info(
        self, project_name: str, destination_name: str, pipeline_name: str, source_name: str, *,
        async_req: Literal[True], _preload_content: Literal[True] = True, _request_timeout: RequestTimeout = None,
        _return_http_data_only: Literal[False] = False
    ) -> AsyncResult[Tuple[None, int, Mapping[str, str]]]: ...
    @overload
    def pipeline_object_attachments_delete_with_http_info(
        self, project_name: str, destination_name: str, pipeline_name: str, source_name: str, *,
        async_req: Literal[True], _preload_content: Literal[False], _request_timeout: RequestTimeout = None,
        _return_http_data_only: Literal[False] = False
    ) -> AsyncResult[Tuple[HTTPResponse, int, Mapping[str, str]]]: ...
    @overload
    def pipeline_object_attachments_delete_with_http_info(
        self, project_name: str, destination_name: str, pipeline_name: str, source_name: str, *,
        async_req: Literal[False] = False, _preload_content: Literal[True] = True,
        _request_timeout: RequestTimeout = None, _return_http_data_only: Literal[True]
    ) -> None: ...
    @overload
    def pipeline_object_attachments_delete_with_http_info(
        self, project_name: str, destination_name: str, pipeline_name: str, source_name: str, *, async_req: bool = ...,
        _preload_content: bool = ..., _request_timeout: RequestTimeout = None, _return_http_data_only: bool = ...
    ) -> Any: ...
    @overload
    def pipeline_object_attachments_get(
        self, project_name: str, destination_name: str, pipeline_name: str, source_name: str, *,
        async_req: Literal[False] = False, _preload_content: Literal[True] = True,
        _request_timeout: RequestTimeout = None, _return_http_data_only: bool = True
    ) -> ubiops.AttachmentsList: ...
    @overload
    def pipeline_object_attachments_get(
        self, project_name: str, destination_name: str, pipeline_name: str, source_name: str, *,
        async_req: Literal[False] = False, _preload_content: Literal[False], _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = True
    ) -> HTTPResponse: ...
    @overload
    def pipeline_object_attachments_get(
        self, project_name: str, destination_name: str, pipeline_name: str, source_name: str, *,
        async_req: Literal[True], _preload_content: Literal[True] = True, _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = True
    ) -> AsyncResult[ubiops.AttachmentsList]: ...
    @overload
    def pipeline_object_attachments_get(
        self, project_name: str, destination_name: str, pipeline_name: str, source_name: str, *,
        async_req: Literal[True], _preload_content: Literal[False], _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = True
    ) -> AsyncResult[HTTPResponse]: ...
    @overload
    def pipeline_object_attachments_get(
        self, project_name: str, destination_name: str, pipeline_name: str, source_name: str, *, async_req: bool = ...,
        _preload_content: bool = ..., _request_timeout: RequestTimeout = None, _return_http_data_only: bool = ...
    ) -> Any: ...
    @overload
    def pipeline_object_attachments_get_with_http_info(
        self, project_name: str, destination_name: str, pipeline_name: str, source_name: str, *,
        async_req: Literal[False] = False, _preload_content: Literal[True] = True,
        _request_timeout: RequestTimeout = None, _return_http_data_only: Literal[False] = False
    ) -> Tuple[ubiops.AttachmentsList, int, Mapping[str, str]]: ...
    @overload
    def pipeline_object_attachments_get_with_http_info(
        self, project_name: str, destination_name: str, pipeline_name: str, source_name: str, *,
        async_req: Literal[False] = False, _preload_content: Literal[False], _request_timeout: RequestTimeout = None,
        _return_http_data_only: Literal[False] = False
    ) -> Tuple[HTTPResponse, int, Mapping[str, str]]: ...
    @overload
    def pipeline_object_attachments_get_with_http_info(
        self, project_name: str, destination_name: str, pipeline_name: str, source_name: str, *,
        async_req: Literal[True], _preload_content: Literal[True] = True, _request_timeout: RequestTimeout = None,
        _return_http_data_only: Literal[False] = False
    ) -> AsyncResult[Tuple[ubiops.AttachmentsList, int, Mapping[str, str]]]: ...
    @overload
    def pipeline_object_attachments_get_with_http_info(
        self, project_name: str, destination_name: str, pipeline_name: str, source_name: str, *,
        async_req: Literal[True], _preload_content: Literal[False], _request_timeout: RequestTimeout = None,
        _return_http_data_only: Literal[False] = False
    ) -> AsyncResult[Tuple[HTTPResponse, int, Mapping[str, str]]]: ...
    @overload
    def pipeline_object_attachments_get_with_http_info(
        self, project_name: str, destination_name: str, pipeline_name: str, source_name: str, *,
        async_req: Literal[False] = False, _preload_content: Literal[True] = True,
        _request_timeout: RequestTimeout = None, _return_http_data_only: Literal[True]
    ) -> ubiops.AttachmentsList: ...
    @overload
    def pipeline_object_attachments_get_with_http_info(
        self, project_name: str, destination_name: str, pipeline_name: str, source_name: str, *, async_req: bool = ...,
        _preload_content: bool = ..., _request_timeout: RequestTimeout = None, _return_http_data_only: bool = ...
    ) -> Any: ...
    @overload
    def pipeline_object_attachments_list(
        self, project_name: str, pipeline_name: str, *, async_req: Literal[False] = False,
        _preload_content: Literal[True] = True, _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = True
    ) -> List[ubiops.AttachmentsList]: ...
    @overload
    def pipeline_object_attachments_list(
        self, project_name: str, pipeline_name: str, *, async_req: Literal[False] = False,
        _preload_content: Literal[False], _request_timeout: RequestTimeout = None, _return_http_data_only: bool = True
    ) -> HTTPResponse: ...
    @overload
    def pipeline_object_attachments_list(
        self, project_name: str, pipeline_name: str, *, async_req: Literal[True],
        _preload_content: Literal[True] = True, _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = True
    ) -> AsyncResult[List[ubiops.AttachmentsList]]: ...
    @overload
    def pipeline_object_attachments_list(
        self, project_name: str, pipeline_name: str, *, async_req: Literal[True], _preload_content: Literal[False],
        _request_timeout: RequestTimeout = None, _return_http_data_only: bool = True
    ) -> AsyncResult[HTTPResponse]: ...
    @overload
    def pipeline_object_attachments_list(
        self, project_name: str, pipeline_name: str, *, async_req: bool = ..., _preload_content: bool = ...,
        _request_timeout: RequestTimeout = None, _return_http_data_only: bool = ...
    ) -> Any: ...
    @overload
    def pipeline_object_attachments_list_with_http_info(
        self, project_name: str, pipeline_name: str, *, async_req: Literal[False] = False,
        _preload_content: Literal[True] = True, _request_timeout: RequestTimeout = None,
        _return_http_data_only: Literal[False] = False
    ) -> Tuple[List[ubiops.AttachmentsList], int, Mapping[str, str]]: ...
    @overload
    def pipeline_object_attachments_list_with_http_info(
        self, project_name: str, pipeline_name: str, *, async_req: Literal[False] = False,
        _preload_content: Literal[False], _request_timeout: RequestTimeout = None,
        _return_http_data_only: Literal[False] = False
    ) -> Tuple[HTTPResponse, int, Mapping[str, str]]: ...
    @overload
    def pipeline_object_attachments_list_with_http_info(
        self, project_name: str, pipeline_name: str, *, async_req: Literal[True],
        _preload_content: Literal[True] = True, _request_timeout: RequestTimeout = None,
        _return_http_data_only: Literal[False] = False
    ) -> AsyncResult[Tuple[List[ubiops.AttachmentsList], int, Mapping[str, str]]]: ...
    @overload
    def pipeline_object_attachments_list_with_http_info(
        self, project_name: str, pipeline_name: str, *, async_req: Literal[True], _preload_content: Literal[False],
        _request_timeout: RequestTimeout = None, _return_http_data_only: Literal[False] = False
    ) -> AsyncResult[Tuple[HTTPResponse, int, Mapping[str, str]]]: ...
    @overload
    def pipeline_object_attachments_list_with_http_info(
        self, project_name: str, pipeline_name: str, *, async_req: Literal[False] = False,
        _preload_content: Literal[True] = True, _request_timeout: RequestTimeout = None,
        _return_http_data_only: Literal[True]
    ) -> List[ubiops.AttachmentsList]: ...
    @overload
    def pipeline_object_attachments_list_with_http_info(
        self, project_name: str, pipeline_name: str, *, async_req: bool = ..., _preload_content: bool = ...,
        _request_timeout: RequestTimeout = None, _return_http_data_only: bool = ...
    ) -> Any: ...
    @overload
    def pipeline_object_attachments_source_get(
        self, project_name: str, pipeline_name: str, source_name: str, *, async_req: Literal[False] = False,
        _preload_content: Literal[True] = True, _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = True
    ) -> List[ubiops.AttachmentsList]: ...
    @overload
    def pipeline_object_attachments_source_get(
        self, project_name: str, pipeline_name: str, source_name: str, *, async_req: Literal[False] = False,
        _preload_content: Literal[False], _request_timeout: RequestTimeout = None, _return_http_data_only: bool = True
    ) -> HTTPResponse: ...
    @overload
    def pipeline_object_attachments_source_get(
        self, project_name: str, pipeline_name: str, source_name: str, *, async_req: Literal[True],
        _preload_content: Literal[True] = True, _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = True
    ) -> AsyncResult[List[ubiops.AttachmentsList]]: ...
    @overload
    def pipeline_object_attachments_source_get(
        self, project_name: str, pipeline_name: str, source_name: str, *, async_req: Literal[True],
        _preload_content: Literal[False], _request_timeout: RequestTimeout = None, _return_http_data_only: bool = True
    ) -> AsyncResult[HTTPResponse]: ...
    @overload
    def pipeline_object_attachments_source_get(
        self, project_name: str, pipeline_name: str, source_name: str, *, async_req: bool = ...,
        _preload_content: bool = ..., _request_timeout: RequestTimeout = None, _return_http_data_only: bool = ...
    ) -> Any: ...
    @overload
    def pipeline_object_attachments_source_get_with_http_info(
        self, project_name: str, pipeline_name: str, source_name: str, *, async_req: Literal[False] = False,
        _preload_content: Literal[True] = True, _request_timeout: RequestTimeout = None,
        _return_http_data_only: Literal[False] = False
    ) -> Tuple[List[ubiops.AttachmentsList], int, Mapping[str, str]]: ...
    @overload
    def pipeline_object_attachments_source_get_with_http_info(
        self, project_name: str, pipeline_name: str, source_name: str, *, async_req: Literal[False] = False,
        _preload_content: Literal[False], _request_timeout: RequestTimeout = None,
        _return_http_data_only: Literal[False] = False
    ) -> Tuple[HTTPResponse, int, Mapping[str, str]]: ...
    @overload
    def pipeline_object_attachments_source_get_with_http_info(
        self, project_name: str, pipeline_name: str, source_name: str, *, async_req: Literal[True],
        _preload_content: Literal[True] = True, _request_timeout: RequestTimeout = None,
        _return_http_data_only: Literal[False] = False
    ) -> AsyncResult[Tuple[List[ubiops.AttachmentsList], int, Mapping[str, str]]]: ...
    @overload
    def pipeline_object_attachments_source_get_with_http_info(
        self, project_name: str, pipeline_name: str, source_name: str, *, async_req: Literal[True],
        _preload_content: Literal[False], _request_timeout: RequestTimeout = None,
        _return_http_data_only: Literal[False] = False
    ) -> AsyncResult[Tuple[HTTPResponse, int, Mapping[str, str]]]: ...
    @overload
    def pipeline_object_attachments_source_get_with_http_info(
        self, project_name: str, pipeline_name: str, source_name: str, *, async_req: Literal[False] = False,
        _preload_content: Literal[True] = True, _request_timeout: RequestTimeout = None,
        _return_http_data_only: Literal[True]
    ) -> List[ubiops.AttachmentsList]: ...
    @overload
    def pipeline_object_attachments_source_get_with_http_info(
        self, project_name: str, pipeline_name: str, source_name: str, *, async_req: bool = ...,
        _preload_content: bool = ..., _request_timeout: RequestTimeout = None, _return_http_data_only: bool = ...
    ) -> Any: ...
    @overload
    def pipeline_object_environment_variables_list(
        self, project_name: str, name: str, pipeline_name: str, *, async_req: Literal[False] = False,
        _preload_content: Literal[True] = True, _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = True
    ) -> List[ubiops.InheritedEnvironmentVariableList]: ...
    @overload
    def pipeline_object_environment_variables_list(
        self, project_name: str, name: str, pipeline_name: str, *, async_req: Literal[False] = False,
        _preload_content: Literal[False], _request_timeout: RequestTimeout = None, _return_http_data_only: bool = True
    ) -> HTTPResponse: ...
    @overload
    def pipeline_object_environment_variables_list(
        self, project_name: str, name: str, pipeline_name: str, *, async_req: Literal[True],
        _preload_content: Literal[True] = True, _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = True
    ) -> AsyncResult[List[ubiops.InheritedEnvironmentVariableList]]: ...
    @overload
    def pipeline_object_environment_variables_list(
        self, project_name: str, name: str, pipeline_name: str, *, async_req: Literal[True],
        _preload_content: Literal[False], _request_timeout: RequestTimeout = None, _return_http_data_only: bool = True
    ) -> AsyncResult[HTTPResponse]: ...
    @overload
    def pipeline_object_environment_variables_list(
        self, project_name: str, name: str, pipeline_name: str, *, async_req: bool = ..., _preload_content: bool = ...,
        _request_timeout: RequestTimeout = None, _return_http_data_only: bool = ...
    ) -> Any: ...
    @overload
    def pipeline_object_environment_variables_list_with_http_info(
        self, project_name: str, name: str, pipeline_name: str, *, async_req: Literal[False] = False,
        _preload_content: Literal[True] = True, _request_timeout: RequestTimeout = None,
        _return_http_data_only: Literal[False] = False
    ) -> Tuple[List[ubiops.InheritedEnvironmentVariableList], int, Mapping[str, str]]: ...
    @overload
    def pipeline_object_environment_variables_list_with_http_info(
        self, project_name: str, name: str, pipeline_name: str, *, async_req: Literal[False] = False,
        _preload_content: Literal[False], _request_timeout: RequestTimeout = None,
        _return_http_data_only: Literal[False] = False
    ) -> Tuple[HTTPResponse, int, Mapping[str, str]]: ...
    @overload
    def pipeline_object_environment_variables_list_with_http_info(
        self, project_name: str, name: str, pipeline_name: str, *, async_req: Literal[True],
        _preload_content: Literal[True] = True, _request_timeout: RequestTimeout = None,
        _return_http_data_only: Literal[False] = False
    ) -> AsyncResult[Tuple[List[ubiops.InheritedEnvironmentVariableList], int, Mapping[str, str]]]: ...
    @overload
    def pipeline_object_environment_variables_list_with_http_info(
        self, project_name: str, name: str, pipeline_name: str, *, async_req: Literal[True],
        _preload_content: Literal[False], _request_timeout: RequestTimeout = None,
        _return_http_data_only: Literal[False] = False
    ) -> AsyncResult[Tuple[HTTPResponse, int, Mapping[str, str]]]: ...
    @overload
    def pipeline_object_environment_variables_list_with_http_info(
        self, project_name: str, name: str, pipeline_name: str, *, async_req: Literal[False] = False,
        _preload_content: Literal[True] = True, _request_timeout: RequestTimeout = None,
        _return_http_data_only: Literal[True]
    ) -> List[ubiops.InheritedEnvironmentVariableList]: ...
    @overload
    def pipeline_object_environment_variables_list_with_http_info(
        self, project_name: str, name: str, pipeline_name: str, *, async_req: bool = ..., _preload_content: bool = ...,
        _request_timeout: RequestTimeout = None, _return_http_data_only: bool = ...
    ) -> Any: ...
    @overload
    def pipeline_objects_create(
        self, project_name: str, pipeline_name: str, data: Union[ubiops.PipelineObjectCreate, Mapping[str, Any]], *,
        async_req: Literal[False] = False, _preload_content: Literal[True] = True,
        _request_timeout: RequestTimeout = None, _return_http_data_only: bool = True
    ) -> ubiops.PipelineObjectList: ...
    @overload
    def pipeline_objects_create(
        self, project_name: str, pipeline_name: str, data: Union[ubiops.PipelineObjectCreate, Mapping[str, Any]], *,
        async_req: Literal[False] = False, _preload_content: Literal[False], _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = True
    ) -> HTTPResponse: ...
    @overload
    def pipeline_objects_create(
        self, project_name: str, pipeline_name: str, data: Union[ubiops.PipelineObjectCreate, Mapping[str, Any]], *,
        async_req: Literal[True], _preload_content: Literal[True] = True, _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = True
    ) -> AsyncResult[ubiops.PipelineObjectList]: ...
    @overload
    def pipeline_objects_create(
        self, project_name: str, pipeline_name: str, data: Union[ubiops.PipelineObjectCreate, Mapping[str, Any]], *,
        async_req: Literal[True], _preload_content: Literal[False], _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = True
    ) -> AsyncResult[HTTPResponse]: ...
    @overload
    def pipeline_objects_create(
        self, project_name: str, pipeline_name: str, data: Union[ubiops.PipelineObjectCreate, Mapping[str, Any]], *,
        async_req: bool = ..., _preload_content: bool = ..., _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = ...
    ) -> Any: ...
    @overload
    def pipeline_objects_create_with_http_info(
        self, project_name: str, pipeline_name: str, data: Union[ubiops.PipelineObjectCreate, Mapping[str, Any]], *,
        async_req: Literal[False] = False, _preload_content: Literal[True] = True,
        _request_timeout: RequestTimeout = None, _return_http_data_only: Literal[False] = False
    ) -> Tuple[ubiops.PipelineObjectList, int, Mapping[str, str]]: ...
    @overload
    def pipeline_objects_create_with_http_info(
        self, project_name: str, pipeline_name: str, data: Union[ubiops.PipelineObjectCreate, Mapping[str, Any]], *,
        async_req: Literal[False] = False, _preload_content: Literal[False], _request_timeout: RequestTimeout = None,
        _return_http_data_only: Literal[False] = False
    ) -> Tuple[HTTPResponse, int, Mapping[str, str]]: ...
    @overload
    def pipeline_objects_create_with_http_info(
        self, project_name: str, pipeline_name: str, data: Union[ubiops.PipelineObjectCreate, Mapping[str, Any]], *,
        async_req: Literal[True], _preload_content: Literal[True] = True, _request_timeout: RequestTimeout = None,
        _return_http_data_only: Literal[False] = False
    ) -> AsyncResult[Tuple[ubiops.PipelineObjectList, int, Mapping[str, str]]]: ...
    @overload
    def pipeline_objects_create_with_http_info(
        self, project_name: str, pipeline_name: str, data: Union[ubiops.PipelineObjectCreate, Mapping[str, Any]], *,
        async_req: Literal[True], _preload_content: Literal[False], _request_timeout: RequestTimeout = None,
        _return_http_data_only: Literal[False] = False
    ) -> AsyncResult[Tuple[HTTPResponse, int, Mapping[str, str]]]: ...
    @overload
    def pipeline_objects_create_with_http_info(
        self, project_name: str, pipeline_name: str, data: Union[ubiops.PipelineObjectCreate, Mapping[str, Any]], *,
        async_req: Literal[False] = False, _preload_content: Literal[True] = True,
        _request_timeout: RequestTimeout = None, _return_http_data_only: Literal[True]
    ) -> ubiops.PipelineObjectList: ...
    @overload
    def pipeline_objects_create_with_http_info(
        self, project_name: str, pipeline_name: str, data: Union[ubiops.PipelineObjectCreate, Mapping[str, Any]], *,
        async_req: bool = ..., _preload_content: bool = ..., _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = ...
    ) -> Any: ...
    @overload
    def pipeline_objects_delete(
        self, project_name: str, name: str, pipeline_name: str, *, async_req: Literal[False] = False,
        _preload_content: Literal[True] = True, _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = True
    ) -> None: ...
    @overload
    def pipeline_objects_delete(
        self, project_name: str, name: str, pipeline_name: str, *, async_req: Literal[False] = False,
        _preload_content: Literal[False], _request_timeout: RequestTimeout = None, _return_http_data_only: bool = True
    ) -> HTTPResponse: ...
    @overload
    def pipeline_objects_delete(
        self, project_name: str, name: str, pipeline_name: str, *, async_req: Literal[True],
        _preload_content: Literal[True] = True, _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = True
    ) -> AsyncResult[None]: ...
    @overload
    def pipeline_objects_delete(
        self, project_name: str, name: str, pipeline_name: str, *, async_req: Literal[True],
        _preload_content: Literal[False], _request_timeout: RequestTimeout = None, _return_http_data_only: bool = True
    ) -> AsyncResult[HTTPResponse]: ...
    @overload
    def pipeline_objects_delete(
        self, project_name: str, name: str, pipeline_name: str, *, async_req: bool = ..., _preload_content: bool = ...,
        _request_timeout: RequestTimeout = None, _return_http_data_only: bool = ...
    ) -> Any: ...
    @overload
    def pipeline_objects_delete_with_http_info(
        self, project_name: str, name: str, pipeline_name: str, *, async_req: Literal[False] = False,
        _preload_content: Literal[True] = True, _request_timeout: RequestTimeout = None,
        _return_http_data_only: Literal[False] = False
    ) -> Tuple[None, int, Mapping[str, str]]: ...
    @overload
    def pipeline_objects_delete_with_http_info(
        self, project_name: str, name: str, pipeline_name: str, *, async_req: Literal[False] = False,
        _preload_content: Literal[False], _request_timeout: RequestTimeout = None,
        _return_http_data_only: Literal[False] = False
    ) -> Tuple[HTTPResponse, int, Mapping[str, str]]: ...
    @overload
    def pipeline_objects_delete_with_http_info(
        self, project_name: str, name: str, pipeline_name: str, *, async_req: Literal[True],
        _preload_content: Literal[True] = True, _request_timeout: RequestTimeout = None,
        _return_http_data_only: Literal[False] = False
    ) -> AsyncResult[Tuple[None, int, Mapping[str, str]]]: ...
    @overload
    def pipeline_objects_delete_with_http_info(
        self, project_name: str, name: str, pipeline_name: str, *, async_req: Literal[True],
        _preload_content: Literal[False], _request_timeout: RequestTimeout = None,
        _return_http_data_only: Literal[False] = False
    ) -> AsyncResult[Tuple[HTTPResponse, int, Mapping[str, str]]]: ...
    @overload
    def pipeline_objects_delete_with_http_info(
        self, project_name: str, name: str, pipeline_name: str, *, async_req: Literal[False] = False,
        _preload_content: Literal[True] = True, _request_timeout: RequestTimeout = None,
        _return_http_data_only: Literal[True]
    ) -> None: ...
    @overload
    def pipeline_objects_delete_with_http_info(
        self, project_name: str, name: str, pipeline_name: str, *, async_req: bool = ..., _preload_content: bool = ...,
        _request_timeout: RequestTimeout = None, _return_http_data_only: bool = ...
    ) -> Any: ...
    @overload
    def pipeline_objects_get(
        self, project_name: str, name: str, pipeline_name: str, *, async_req: Literal[False] = False,
        _preload_content: Literal[True] = True, _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = True
    ) -> ubiops.PipelineObjectList: ...
    @overload
    def pipeline_objects_get(
        self, project_name: str, name: str, pipeline_name: str, *, async_req: Literal[False] = False,
        _preload_content: Literal[False], _request_timeout: RequestTimeout = None, _return_http_data_only: bool = True
    ) -> HTTPResponse: ...
    @overload
    def pipeline_objects_get(
        self, project_name: str, name: str, pipeline_name: str, *, async_req: Literal[True],
        _preload_content: Literal[True] = True, _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = True
    ) -> AsyncResult[ubiops.PipelineObjectList]: ...
    @overload
    def pipeline_objects_get(
        self, project_name: str, name: str, pipeline_name: str, *, async_req: Literal[True],
        _preload_content: Literal[False], _request_timeout: RequestTimeout = None, _return_http_data_only: bool = True
    ) -> AsyncResult[HTTPResponse]: ...
    @overload
    def pipeline_objects_get(
        self, project_name: str, name: str, pipeline_name: str, *, async_req: bool = ..., _preload_content: bool = ...,
        _request_timeout: RequestTimeout = None, _return_http_data_only: bool = ...
    ) -> Any: ...
    @overload
    def pipeline_objects_get_with_http_info(
        self, project_name: str, name: str, pipeline_name: str, *, async_req: Literal[False] = False,
        _preload_content: Literal[True] = True, _request_timeout: RequestTimeout = None,
        _return_http_data_only: Literal[False] = False
    ) -> Tuple[ubiops.PipelineObjectList, int, Mapping[str, str]]: ...
    @overload
    def pipeline_objects_get_with_http_info(
        self, project_name: str, name: str, pipeline_name: str, *, async_req: Literal[False] = False,
        _preload_content: Literal[False], _request_timeout: RequestTimeout = None,
        _return_http_data_only: Literal[False] = False
    ) -> Tuple[HTTPResponse, int, Mapping[str, str]]: ...
    @overload
    def pipeline_objects_get_with_http_info(
        self, project_name: str, name: str, pipeline_name: str, *, async_req: Literal[True],
        _preload_content: Literal[True] = True, _request_timeout: RequestTimeout = None,
        _return_http_data_only: Literal[False] = False
    ) -> AsyncResult[Tuple[ubiops.PipelineObjectList, int, Mapping[str, str]]]: ...
    @overload
    def pipeline_objects_get_with_http_info(
        self, project_name: str, name: str, pipeline_name: str, *, async_req: Literal[True],
        _preload_content: Literal[False], _request_timeout: RequestTimeout = None,
        _return_http_data_only: Literal[False] = False
    ) -> AsyncResult[Tuple[HTTPResponse, int, Mapping[str, str]]]: ...
    @overload
    def pipeline_objects_get_with_http_info(
        self, project_name: str, name: str, pipeline_name: str, *, async_req: Literal[False] = False,
        _preload_content: Literal[True] = True, _request_timeout: RequestTimeout = None,
        _return_http_data_only: Literal[True]
    ) -> ubiops.PipelineObjectList: ...
    @overload
    def pipeline_objects_get_with_http_info(
        self, project_name: str, name: str, pipeline_name: str, *, async_req: bool = ..., _preload_content: bool = ...,
        _request_timeout: RequestTimeout = None, _return_http_data_only: bool = ...
    ) -> Any: ...
    @overload
    def pipeline_objects_list(
        self, project_name: str, pipeline_name: str, *, async_req: Literal[False] = False,
        _preload_content: Literal[True] = True, _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = True
    ) -> List[ubiops.PipelineObjectList]: ...
    @overload
    def pipeline_objects_list(
        self, project_name: str, pipeline_name: str, *, async_req: Literal[False] = False,
        _preload_content: Literal[False], _request_timeout: RequestTimeout = None, _return_http_data_only: bool = True
    ) -> HTTPResponse: ...
    @overload
    def pipeline_objects_list(
        self, project_name: str, pipeline_name: str, *, async_req: Literal[True],
        _preload_content: Literal[True] = True, _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = True
    ) -> AsyncResult[List[ubiops.PipelineObjectList]]: ...
    @overload
    def pipeline_objects_list(
        self, project_name: str, pipeline_name: str, *, async_req: Literal[True], _preload_content: Literal[False],
        _request_timeout: RequestTimeout = None, _return_http_data_only: bool = True
    ) -> AsyncResult[HTTPResponse]: ...
    @overload
    def pipeline_objects_list(
        self, project_name: str, pipeline_name: str, *, async_req: bool = ..., _preload_content: bool = ...,
        _request_timeout: RequestTimeout = None, _return_http_data_only: bool = ...
    ) -> Any: ...
    @overload
    def pipeline_objects_list_with_http_info(
        self, project_name: str, pipeline_name: str, *, async_req: Literal[False] = False,
        _preload_content: Literal[True] = True, _request_timeout: RequestTimeout = None,
        _return_http_data_only: Literal[False] = False
    ) -> Tuple[List[ubiops.PipelineObjectList], int, Mapping[str, str]]: ...
    @overload
    def pipeline_objects_list_with_http_info(
        self, project_name: str, pipeline_name: str, *, async_req: Literal[False] = False,
        _preload_content: Literal[False], _request_timeout: RequestTimeout = None,
        _return_http_data_only: Literal[False] = False
    ) -> Tuple[HTTPResponse, int, Mapping[str, str]]: ...
    @overload
    def pipeline_objects_list_with_http_info(
        self, project_name: str, pipeline_name: str, *, async_req: Literal[True],
        _preload_content: Literal[True] = True, _request_timeout: RequestTimeout = None,
        _return_http_data_only: Literal[False] = False
    ) -> AsyncResult[Tuple[List[ubiops.PipelineObjectList], int, Mapping[str, str]]]: ...
    @overload
    def pipeline_objects_list_with_http_info(
        self, project_name: str, pipeline_name: str, *, async_req: Literal[True], _preload_content: Literal[False],
        _request_timeout: RequestTimeout = None, _return_http_data_only: Literal[False] = False
    ) -> AsyncResult[Tuple[HTTPResponse, int, Mapping[str, str]]]: ...
    @overload
    def pipeline_objects_list_with_http_info(
        self, project_name: str, pipeline_name: str, *, async_req: Literal[False] = False,
        _preload_content: Literal[True] = True, _request_timeout: RequestTimeout = None,
        _return_http_data_only: Literal[True]
    ) -> List[ubiops.PipelineObjectList]: ...
    @overload
    def pipeline_objects_list_with_http_info(
        self, project_name: str, pipeline_name: str, *, async_req: bool = ..., _preload_content: bool = ...,
        _request_timeout: RequestTimeout = None, _return_http_data_only: bool = ...
    ) -> Any: ...
    @overload
    def pipeline_objects_update(
        self, project_name: str, name: str, pipeline_name: str,
        data: Union[ubiops.PipelineObjectUpdate, Mapping[str, Any]], *, async_req: Literal[False] = False,
        _preload_content: Literal[True] = True, _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = True
    ) -> ubiops.PipelineObjectList: ...
    @overload
    def pipeline_objects_update(
        self, project_name: str, name: str, pipeline_name: str,
        data: Union[ubiops.PipelineObjectUpdate, Mapping[str, Any]], *, async_req: Literal[False] = False,
        _preload_content: Literal[False], _request_timeout: RequestTimeout = None, _return_http_data_only: bool = True
    ) -> HTTPResponse: ...
    @overload
    def pipeline_objects_update(
        self, project_name: str, name: str, pipeline_name: str,
        data: Union[ubiops.PipelineObjectUpdate, Mapping[str, Any]], *, async_req: Literal[True],
        _preload_content: Literal[True] = True, _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = True
    ) -> AsyncResult[ubiops.PipelineObjectList]: ...
    @overload
    def pipeline_objects_update(
        self, project_name: str, name: str, pipeline_name: str,
        data: Union[ubiops.PipelineObjectUpdate, Mapping[str, Any]], *, async_req: Literal[True],
        _preload_content: Literal[False], _request_timeout: RequestTimeout = None, _return_http_data_only: bool = True
    ) -> AsyncResult[HTTPResponse]: ...
    @overload
    def pipeline_objects_update(
        self, project_name: str, name: str, pipeline_name: str,
        data: Union[ubiops.PipelineObjectUpdate, Mapping[str, Any]], *, async_req: bool = ...,
        _preload_content: bool = ..., _request_timeout: RequestTimeout = None, _return_http_data_only: bool = ...
    ) -> Any: ...
    @overload
    def pipeline_objects_update_with_http_info(
        self, project_name: str, name: str, pipeline_name: str,
        data: Union[ubiops.PipelineObjectUpdate, Mapping[str, Any]], *, async_req: Literal[False] = False,
        _preload_content: Literal[True] = True, _request_timeout: RequestTimeout = None,
        _return_http_data_only: Literal[False] = False
    ) -> Tuple[ubiops.PipelineObjectList, int, Mapping[str, str]]: ...
    @overload
    def pipeline_objects_update_with_http_info(
        self, project_name: str, name: str, pipeline_name: str,
        data: Union[ubiops.PipelineObjectUpdate, Mapping[str, Any]], *, async_req: Literal[False] = False,
        _preload_content: Literal[False], _request_timeout: RequestTimeout = None,
        _return_http_data_only: Literal[False] = False
    ) -> Tuple[HTTPResponse, int, Mapping[str, str]]: ...
    @overload
    def pipeline_objects_update_with_http_info(
        self, project_name: str, name: str, pipeline_name: str,
        data: Union[ubiops.PipelineObjectUpdate, Mapping[str, Any]], *, async_req: Literal[True],
        _preload_content: Literal[True] = True, _request_timeout: RequestTimeout = None,
        _return_http_data_only: Literal[False] = False
    ) -> AsyncResult[Tuple[ubiops.PipelineObjectList, int, Mapping[str, str]]]: ...
    @overload
    def pipeline_objects_update_with_http_info(
        self, project_name: str, name: str, pipeline_name: str,
        data: Union[ubiops.PipelineObjectUpdate, Mapping[str, Any]], *, async_req: Literal[True],
        _preload_content: Literal[False], _request_timeout: RequestTimeout = None,
        _return_http_data_only: Literal[False] = False
    ) -> AsyncResult[Tuple[HTTPResponse, int, Mapping[str, str]]]: ...
    @overload
    def pipeline_objects_update_with_http_info(
        self, project_name: str, name: str, pipeline_name: str,
        data: Union[ubiops.PipelineObjectUpdate, Mapping[str, Any]], *, async_req: Literal[False] = False,
        _preload_content: Literal[True] = True, _request_timeout: RequestTimeout = None,
        _return_http_data_only: Literal[True]
    ) -> ubiops.PipelineObjectList: ...
    @overload
    def pipeline_objects_update_with_http_info(
        self, project_name: str, name: str, pipeline_name: str,
        data: Union[ubiops.PipelineObjectUpdate, Mapping[str, Any]], *, async_req: bool = ...,
        _preload_content: bool = ..., _request_timeout: RequestTimeout = None, _return_http_data_only: bool = ...
    ) -> Any: ...
    @overload
    def pipelines_create(
        self, project_name: str, data: Union[ubiops.PipelineCreate, Mapping[str, Any]], *,
        async_req: Literal[False] = False, _preload_content: Literal[True] = True,
        _request_timeout: RequestTimeout = None, _return_http_data_only: bool = True
    ) -> ubiops.PipelineList: ...
    @overload
    def pipelines_create(
        self, project_name: str, data: Union[ubiops.PipelineCreate, Mapping[str, Any]], *,
        async_req: Literal[False] = False, _preload_content: Literal[False], _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = True
    ) -> HTTPResponse: ...
    @overload
    def pipelines_create(
        self, project_name: str, data: Union[ubiops.PipelineCreate, Mapping[str, Any]], *, async_req: Literal[True],
        _preload_content: Literal[True] = True, _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = True
    ) -> AsyncResult[ubiops.PipelineList]: ...
    @overload
    def pipelines_create(
        self, project_name: str, data: Union[ubiops.PipelineCreate, Mapping[str, Any]], *, async_req: Literal[True],
        _preload_content: Literal[False], _request_timeout: RequestTimeout = None, _return_http_data_only: bool = True
    ) -> AsyncResult[HTTPResponse]: ...
    @overload
    def pipelines_create(
        self, project_name: str, data: Union[ubiops.PipelineCreate, Mapping[str, Any]], *, async_req: bool = ...,
        _preload_content: bool = ..., _request_timeout: RequestTimeout = None, _return_http_data_only: bool = ...
    ) -> Any: ...
    @overload
    def pipelines_create_with_http_info(
        self, project_name: str, data: Union[ubiops.PipelineCreate, Mapping[str, Any]], *,
        async_req: Literal[False] = False, _preload_content: Literal[True] = True,
        _request_timeout: RequestTimeout = None, _return_http_data_only: Literal[False] = False
    ) -> Tuple[ubiops.PipelineList, int, Mapping[str, str]]: ...
    @overload
    def pipelines_create_with_http_info(
        self, project_name: str, data: Union[ubiops.PipelineCreate, Mapping[str, Any]], *,
        async_req: Literal[False] = False, _preload_content: Literal[False], _request_timeout: RequestTimeout = None,
        _return_http_data_only: Literal[False] = False
    ) -> Tuple[HTTPResponse, int, Mapping[str, str]]: ...
    @overload
    def pipelines_create_with_http_info(
        self, project_name: str, data: Union[ubiops.PipelineCreate, Mapping[str, Any]], *, async_req: Literal[True],
        _preload_content: Literal[True] = True, _request_timeout: RequestTimeout = None,
        _return_http_data_only: Literal[False] = False
    ) -> AsyncResult[Tuple[ubiops.PipelineList, int, Mapping[str, str]]]: ...
    @overload
    def pipelines_create_with_http_info(
        self, project_name: str, data: Union[ubiops.PipelineCreate, Mapping[str, Any]], *, async_req: Literal[True],
        _preload_content: Literal[False], _request_timeout: RequestTimeout = None,
        _return_http_data_only: Literal[False] = False
    ) -> AsyncResult[Tuple[HTTPResponse, int, Mapping[str, str]]]: ...
    @overload
    def pipelines_create_with_http_info(
        self, project_name: str, data: Union[ubiops.PipelineCreate, Mapping[str, Any]], *,
        async_req: Literal[False] = False, _preload_content: Literal[True] = True,
        _request_timeout: RequestTimeout = None, _return_http_data_only: Literal[True]
    ) -> ubiops.PipelineList: ...
    @overload
    def pipelines_create_with_http_info(
        self, project_name: str, data: Union[ubiops.PipelineCreate, Mapping[str, Any]], *, async_req: bool = ...,
        _preload_content: bool = ..., _request_timeout: RequestTimeout = None, _return_http_data_only: bool = ...
    ) -> Any: ...
    @overload
    def pipelines_delete(
        self, project_name: str, pipeline_name: str, *, async_req: Literal[False] = False,
        _preload_content: Literal[True] = True, _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = True
    ) -> None: ...
    @overload
    def pipelines_delete(
        self, project_name: str, pipeline_name: str, *, async_req: Literal[False] = False,
        _preload_content: Literal[False], _request_timeout: RequestTimeout = None, _return_http_data_only: bool = True
    ) -> HTTPResponse: ...
    @overload
    def pipelines_delete(
        self, project_name: str, pipeline_name: str, *, async_req: Literal[True],
        _preload_content: Literal[True] = True, _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = True
    ) -> AsyncResult[None]: ...
    @overload
    def pipelines_delete(
        self, project_name: str, pipeline_name: str, *, async_req: Literal[True], _preload_content: Literal[False],
        _request_timeout: RequestTimeout = None, _return_http_data_only: bool = True
    ) -> AsyncResult[HTTPResponse]: ...
    @overload
    def pipelines_delete(
        self, project_name: str, pipeline_name: str, *, async_req: bool = ..., _preload_content: bool = ...,
        _request_timeout: RequestTimeout = None, _return_http_data_only: bool = ...
    ) -> Any: ...
    @overload
    def pipelines_delete_with_http_info(
        self, project_name: str, pipeline_name: str, *, async_req: Literal[False] = False,
        _preload_content: Literal[True] = True, _request_timeout: RequestTimeout = None,
        _return_http_data_only: Literal[False] = False
    ) -> Tuple[None, int, Mapping[str, str]]: ...
    @overload
    def pipelines_delete_with_http_info(
        self, project_name: str, pipeline_name: str, *, async_req: Literal[False] = False,
        _preload_content: Literal[False], _request_timeout: RequestTimeout = None,
        _return_http_data_only: Literal[False] = False
    ) -> Tuple[HTTPResponse, int, Mapping[str, str]]: ...
    @overload
    def pipelines_delete_with_http_info(
        self, project_name: str, pipeline_name: str, *, async_req: Literal[True],
        _preload_content: Literal[True] = True, _request_timeout: RequestTimeout = None,
        _return_http_data_only: Literal[False] = False
    ) -> AsyncResult[Tuple[None, int, Mapping[str, str]]]: ...
    @overload
    def pipelines_delete_with_http_info(
        self, project_name: str, pipeline_name: str, *, async_req: Literal[True], _preload_content: Literal[False],
        _request_timeout: RequestTimeout = None, _return_http_data_only: Literal[False] = False
    ) -> AsyncResult[Tuple[HTTPResponse, int, Mapping[str, str]]]: ...
    @overload
    def pipelines_delete_with_http_info(
        self, project_name: str, pipeline_name: str, *, async_req: Literal[False] = False,
        _preload_content: Literal[True] = True, _request_timeout: RequestTimeout = None,
        _return_http_data_only: Literal[True]
    ) -> None: ...
    @overload
    def pipelines_delete_with_http_info(
        self, project_name: str, pipeline_name: str, *, async_req: bool = ..., _preload_content: bool = ...,
        _request_timeout: RequestTimeout = None, _return_http_data_only: bool = ...
    ) -> Any: ...
    @overload
    def pipelines_get(
        self, project_name: str, pipeline_name: str, *, async_req: Literal[False] = False,
        _preload_content: Literal[True] = True, _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = True
    ) -> ubiops.PipelineList: ...
    @overload
    def pipelines_get(
        self, project_name: str, pipeline_name: str, *, async_req: Literal[False] = False,
        _preload_content: Literal[False], _request_timeout: RequestTimeout = None, _return_http_data_only: bool = True
    ) -> HTTPResponse: ...
    @overload
    def pipelines_get(
        self, project_name: str, pipeline_name: str, *, async_req: Literal[True],
        _preload_content: Literal[True] = True, _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = True
    ) -> AsyncResult[ubiops.PipelineList]: ...
    @overload
    def pipelines_get(
        self, project_name: str, pipeline_name: str, *, async_req: Literal[True], _preload_content: Literal[False],
        _request_timeout: RequestTimeout = None, _return_http_data_only: bool = True
    ) -> AsyncResult[HTTPResponse]: ...
    @overload
    def pipelines_get(
        self, project_name: str, pipeline_name: str, *, async_req: bool = ..., _preload_content: bool = ...,
        _request_timeout: RequestTimeout = None, _return_http_data_only: bool = ...
    ) -> Any: ...
    @overload
    def pipelines_get_with_http_info(
        self, project_name: str, pipeline_name: str, *, async_req: Literal[False] = False,
        _preload_content: Literal[True] = True, _request_timeout: RequestTimeout = None,
        _return_http_data_only: Literal[False] = False
    ) -> Tuple[ubiops.PipelineList, int, Mapping[str, str]]: ...
    @overload
    def pipelines_get_with_http_info(
        self, project_name: str, pipeline_name: str, *, async_req: Literal[False] = False,
        _preload_content: Literal[False], _request_timeout: RequestTimeout = None,
        _return_http_data_only: Literal[False] = False
    ) -> Tuple[HTTPResponse, int, Mapping[str, str]]: ...
    @overload
    def pipelines_get_with_http_info(
        self, project_name: str, pipeline_name: str, *, async_req: Literal[True],
        _preload_content: Literal[True] = True, _request_timeout: RequestTimeout = None,
        _return_http_data_only: Literal[False] = False
    ) -> AsyncResult[Tuple[ubiops.PipelineList, int, Mapping[str, str]]]: ...
    @overload
    def pipelines_get_with_http_info(
        self, project_name: str, pipeline_name: str, *, async_req: Literal[True], _preload_content: Literal[False],
        _request_timeout: RequestTimeout = None, _return_http_data_only: Literal[False] = False
    ) -> AsyncResult[Tuple[HTTPResponse, int, Mapping[str, str]]]: ...
    @overload
    def pipelines_get_with_http_info(
        self, project_name: str, pipeline_name: str, *, async_req: Literal[False] = False,
        _preload_content: Literal[True] = True, _request_timeout: RequestTimeout = None,
        _return_http_data_only: Literal[True]
    ) -> ubiops.PipelineList: ...
    @overload
    def pipelines_get_with_http_info(
        self, project_name: str, pipeline_name: str, *, async_req: bool = ..., _preload_content: bool = ...,
        _request_timeout: RequestTimeout = None, _return_http_data_only: bool = ...
    ) -> Any: ...
    @overload
    def pipelines_list(
        self, project_name: str, *, async_req: Literal[False] = False, _preload_content: Literal[True] = True,
        _request_timeout: RequestTimeout = None, _return_http_data_only: bool = True
    ) -> List[ubiops.PipelineList]: ...
    @overload
    def pipelines_list(
        self, project_name: str, *, async_req: Literal[False] = False, _preload_content: Literal[False],
        _request_timeout: RequestTimeout = None, _return_http_data_only: bool = True
    ) -> HTTPResponse: ...
    @overload
    def pipelines_list(
        self, project_name: str, *, async_req: Literal[True], _preload_content: Literal[True] = True,
        _request_timeout: RequestTimeout = None, _return_http_data_only: bool = True
    ) -> AsyncResult[List[ubiops.PipelineList]]: ...
    @overload
    def pipelines_list(
        self, project_name: str, *, async_req: Literal[True], _preload_content: Literal[False],
        _request_timeout: RequestTimeout = None, _return_http_data_only: bool = True
    ) -> AsyncResult[HTTPResponse]: ...
    @overload
    def pipelines_list(
        self, project_name: str, *, async_req: bool = ..., _preload_content: bool = ...,
        _request_timeout: RequestTimeout = None, _return_http_data_only: bool = ...
    ) -> Any: ...
    @overload
    def pipelines_list_with_http_info(
        self, project_name: str, *, async_req: Literal[False] = False, _preload_content: Literal[True] = True,
        _request_timeout: RequestTimeout = None, _return_http_data_only: Literal[False] = False
    ) -> Tuple[List[ubiops.PipelineList], int, Mapping[str, str]]: ...
    @overload
    def pipelines_list_with_http_info(
        self, project_name: str, *, async_req: Literal[False] = False, _preload_content: Literal[False],
        _request_timeout: RequestTimeout = None, _return_http_data_only: Literal[False] = False
    ) -> Tuple[HTTPResponse, int, Mapping[str, str]]: ...
    @overload
    def pipelines_list_with_http_info(
        self, project_name: str, *, async_req: Literal[True], _preload_content: Literal[True] = True,
        _request_timeout: RequestTimeout = None, _return_http_data_only: Literal[False] = False
    ) -> AsyncResult[Tuple[List[ubiops.PipelineList], int, Mapping[str, str]]]: ...
    @overload
    def pipelines_list_with_http_info(
        self, project_name: str, *, async_req: Literal[True], _preload_content: Literal[False],
        _request_timeout: RequestTimeout = None, _return_http_data_only: Literal[False] = False
    ) -> AsyncResult[Tuple[HTTPResponse, int, Mapping[str, str]]]: ...
    @overload
    def pipelines_list_with_http_info(
        self, project_name: str, *, async_req: Literal[False] = False, _preload_content: Literal[True] = True,
        _request_timeout: RequestTimeout = None, _return_http_data_only: Literal[True]
    ) -> List[ubiops.PipelineList]: ...
    @overload
    def pipelines_list_with_http_info(
        self, project_name: str, *, async_req: bool = ..., _preload_content: bool = ...,
        _request_timeout: RequestTimeout = None, _return_http_data_only: bool = ...
    ) -> Any: ...
    @overload
    def pipelines_request(
        self, project_name: str, pipeline_name: str, data: Union[ubiops.PipelineRequestCreate, Mapping[str, Any], str],
        *, pipeline_timeout: Optional[int] = None, model_timeout: Optional[int] = None,
        async_req: Literal[False] = False, _preload_content: Literal[True] = True,
        _request_timeout: RequestTimeout = None, _return_http_data_only: bool = True
    ) -> ubiops.PipelineRequestList: ...
    @overload
    def pipelines_request(
        self, project_name: str, pipeline_name: str, data: Union[ubiops.PipelineRequestCreate, Mapping[str, Any], str],
        *, pipeline_timeout: Optional[int] = None, model_timeout: Optional[int] = None,
        async_req: Literal[False] = False, _preload_content: Literal[False], _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = True
    ) -> HTTPResponse: ...
    @overload
    def pipelines_request(
        self, project_name: str, pipeline_name: str, data: Union[ubiops.PipelineRequestCreate, Mapping[str, Any], str],
        *, pipeline_timeout: Optional[int] = None, model_timeout: Optional[int] = None, async_req: Literal[True],
        _preload_content: Literal[True] = True, _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = True
    ) -> AsyncResult[ubiops.PipelineRequestList]: ...
    @overload
    def pipelines_request(
        self, project_name: str, pipeline_name: str, data: Union[ubiops.PipelineRequestCreate, Mapping[str, Any], str],
        *, pipeline_timeout: Optional[int] = None, model_timeout: Optional[int] = None, async_req: Literal[True],
        _preload_content: Literal[False], _request_timeout: RequestTimeout = None, _return_http_data_only: bool = True
    ) -> AsyncResult[HTTPResponse]: ...
    @overload
    def pipelines_request(
        self, project_name: str, pipeline_name: str, data: Union[ubiops.PipelineRequestCreate, Mapping[str, Any], str],
        *, pipeline_timeout: Optional[int] = None, model_timeout: Optional[int] = None, async_req: bool = ...,
        _preload_content: bool = ..., _request_timeout: RequestTimeout = None, _return_http_data_only: bool = ...
    ) -> Any: ...
    @overload
    def pipelines_request_with_http_info(
        self, project_name: str, pipeline_name: str, data: Union[ubiops.PipelineRequestCreate, Mapping[str, Any], str],
        *, pipeline_timeout: Optional[int] = None, model_timeout: Optional[int] = None,
        async_req: Literal[False] = False, _preload_content: Literal[True] = True,
        _request_timeout: RequestTimeout = None, _return_http_data_only: Literal[False] = False
    ) -> Tuple[ubiops.PipelineRequestList, int, Mapping[str, str]]: ...
    @overload
    def pipelines_request_with_http_info(
        self, project_name: str, pipeline_name: str, data: Union[ubiops.PipelineRequestCreate, Mapping[str, Any], str],
        *, pipeline_timeout: Optional[int] = None, model_timeout: Optional[int] = None,
        async_req: Literal[False] = False, _preload_content: Literal[False], _request_timeout: RequestTimeout = None,
        _return_http_data_only: Literal[False] = False
    ) -> Tuple[HTTPResponse, int, Mapping[str, str]]: ...
    @overload
    def pipelines_request_with_http_info(
        self, project_name: str, pipeline_name: str, data: Union[ubiops.PipelineRequestCreate, Mapping[str, Any], str],
        *, pipeline_timeout: Optional[int] = None, model_timeout: Optional[int] = None, async_req: Literal[True],
        _preload_content: Literal[True] = True, _request_timeout: RequestTimeout = None,
        _return_http_data_only: Literal[False] = False
    ) -> AsyncResult[Tuple[ubiops.PipelineRequestList, int, Mapping[str, str]]]: ...
    @overload
    def pipelines_request_with_http_info(
        self, project_name: str, pipeline_name: str, data: Union[ubiops.PipelineRequestCreate, Mapping[str, Any], str],
        *, pipeline_timeout: Optional[int] = None, model_timeout: Optional[int] = None, async_req: Literal[True],
        _preload_content: Literal[False], _request_timeout: RequestTimeout = None,
        _return_http_data_only: Literal[False] = False
    ) -> AsyncResult[Tuple[HTTPResponse, int, Mapping[str, str]]]: ...
    @overload
    def pipelines_request_with_http_info(
        self, project_name: str, pipeline_name: str, data: Union[ubiops.PipelineRequestCreate, Mapping[str, Any], str],
        *, pipeline_timeout: Optional[int] = None, model_timeout: Optional[int] = None,
        async_req: Literal[False] = False, _preload_content: Literal[True] = True,
        _request_timeout: RequestTimeout = None, _return_http_data_only: Literal[True]
    ) -> ubiops.PipelineRequestList: ...
    @overload
    def pipelines_request_with_http_info(
        self, project_name: str, pipeline_name: str, data: Union[ubiops.PipelineRequestCreate, Mapping[str, Any], str],
        *, pipeline_timeout: Optional[int] = None, model_timeout: Optional[int] = None, async_req: bool = ...,
        _preload_content: bool = ..., _request_timeout: RequestTimeout = None, _return_http_data_only: bool = ...
    ) -> Any: ...
    @overload
    def pipelines_update(
        self, project_name: str, pipeline_name: str, data: Union[ubiops.PipelineCreate, Mapping[str, Any]], *,
        async_req: Literal[False] = False, _preload_content: Literal[True] = True,
        _request_timeout: RequestTimeout = None, _return_http_data_only: bool = True
    ) -> ubiops.PipelineList: ...
    @overload
    def pipelines_update(
        self, project_name: str, pipeline_name: str, data: Union[ubiops.PipelineCreate, Mapping[str, Any]], *,
        async_req: Literal[False] = False, _preload_content: Literal[False], _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = True
    ) -> HTTPResponse: ...
    @overload
    def pipelines_update(
        self, project_name: str, pipeline_name: str, data: Union[ubiops.PipelineCreate, Mapping[str, Any]], *,
        async_req: Literal[True], _preload_content: Literal[True] = True, _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = True
    ) -> AsyncResult[ubiops.PipelineList]: ...
    @overload
    def pipelines_update(
        self, project_name: str, pipeline_name: str, data: Union[ubiops.PipelineCreate, Mapping[str, Any]], *,
        async_req: Literal[True], _preload_content: Literal[False], _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = True
    ) -> AsyncResult[HTTPResponse]: ...
    @overload
    def pipelines_update(
        self, project_name: str, pipeline_name: str, data: Union[ubiops.PipelineCreate, Mapping[str, Any]], *,
        async_req: bool = ..., _preload_content: bool = ..., _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = ...
    ) -> Any: ...
    @overload
    def pipelines_update_with_http_info(
        self, project_name: str, pipeline_name: str, data: Union[ubiops.PipelineCreate, Mapping[str, Any]], *,
        async_req: Literal[False] = False, _preload_content: Literal[True] = True,
        _request_timeout: RequestTimeout = None, _return_http_data_only: Literal[False] = False
    ) -> Tuple[ubiops.PipelineList, int, Mapping[str, str]]: ...
    @overload
    def pipelines_update_with_http_info(
        self, project_name: str, pipeline_name: str, data: Union[ubiops.PipelineCreate, Mapping[str, Any]], *,
        async_req: Literal[False] = False, _preload_content: Literal[False], _request_timeout: RequestTimeout = None,
        _return_http_data_only: Literal[False] = False
    ) -> Tuple[HTTPResponse, int, Mapping[str, str]]: ...
    @overload
    def pipelines_update_with_http_info(
        self, project_name: str, pipeline_name: str, data: Union[ubiops.PipelineCreate, Mapping[str, Any]], *,
        async_req: Literal[True], _preload_content: Literal[True] = True, _request_timeout: RequestTimeout = None,
        _return_http_data_only: Literal[False] = False
    ) -> AsyncResult[Tuple[ubiops.PipelineList, int, Mapping[str, str]]]: ...
    @overload
    def pipelines_update_with_http_info(
        self, project_name: str, pipeline_name: str, data: Union[ubiops.PipelineCreate, Mapping[str, Any]], *,
        async_req: Literal[True], _preload_content: Literal[False], _request_timeout: RequestTimeout = None,
        _return_http_data_only: Literal[False] = False
    ) -> AsyncResult[Tuple[HTTPResponse, int, Mapping[str, str]]]: ...
    @overload
    def pipelines_update_with_http_info(
        self, project_name: str, pipeline_name: str, data: Union[ubiops.PipelineCreate, Mapping[str, Any]], *,
        async_req: Literal[False] = False, _preload_content: Literal[True] = True,
        _request_timeout: RequestTimeout = None, _return_http_data_only: Literal[True]
    ) -> ubiops.PipelineList: ...
    @overload
    def pipelines_update_with_http_info(
        self, project_name: str, pipeline_name: str, data: Union[ubiops.PipelineCreate, Mapping[str, Any]], *,
        async_req: bool = ..., _preload_content: bool = ..., _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = ...
    ) -> Any: ...
    @overload
    def project_environment_variables_create(
        self, project_name: str, data: Union[ubiops.EnvironmentVariableCreate, Mapping[str, Any]], *,
        async_req: Literal[False] = False, _preload_content: Literal[True] = True,
        _request_timeout: RequestTimeout = None, _return_http_data_only: bool = True
    ) -> ubiops.EnvironmentVariableList: ...
    @overload
    def project_environment_variables_create(
        self, project_name: str, data: Union[ubiops.EnvironmentVariableCreate, Mapping[str, Any]], *,
        async_req: Literal[False] = False, _preload_content: Literal[False], _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = True
    ) -> HTTPResponse: ...
    @overload
    def project_environment_variables_create(
        self, project_name: str, data: Union[ubiops.EnvironmentVariableCreate, Mapping[str, Any]], *,
        async_req: Literal[True], _preload_content: Literal[True] = True, _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = True
    ) -> AsyncResult[ubiops.EnvironmentVariableList]: ...
    @overload
    def project_environment_variables_create(
        self, project_name: str, data: Union[ubiops.EnvironmentVariableCreate, Mapping[str, Any]], *,
        async_req: Literal[True], _preload_content: Literal[False], _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = True
    ) -> AsyncResult[HTTPResponse]: ...
    @overload
    def project_environment_variables_create(
        self, project_name: str, data: Union[ubiops.EnvironmentVariableCreate, Mapping[str, Any]], *,
        async_req: bool = ..., _preload_content: bool = ..., _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = ...
    ) -> Any: ...
    @overload
    def project_environment_variables_create_with_http_info(
        self, project_name: str, data: Union[ubiops.EnvironmentVariableCreate, Mapping[str, Any]], *,
        async_req: Literal[False] = False, _preload_content: Literal[True] = True,
        _request_timeout: RequestTimeout = None, _return_http_data_only: Literal[False] = False
    ) -> Tuple[ubiops.EnvironmentVariableList, int, Mapping[str, str]]: ...
    @overload
    def project_environment_variables_create_with_http_info(
        self, project_name: str, data: Union[ubiops.EnvironmentVariableCreate, Mapping[str, Any]], *,
        async_req: Literal[False] = False, _preload_content: Literal[False], _request_timeout: RequestTimeout = None,
        _return_http_data_only: Literal[False] = False
    ) -> Tuple[HTTPResponse, int, Mapping[str, str]]: ...
    @overload
    def project_environment_variables_create_with_http_info(
        self, project_name: str, data: Union[ubiops.EnvironmentVariableCreate, Mapping[str, Any]], *,
        async_req: Literal[True], _preload_content: Literal[True] = True, _request_timeout: RequestTimeout = None,
        _return_http_data_only: Literal[False] = False
    ) -> AsyncResult[Tuple[ubiops.EnvironmentVariableList, int, Mapping[str, str]]]: ...
    @overload
    def project_environment_variables_create_with_http_info(
        self, project_name: str, data: Union[ubiops.EnvironmentVariableCreate, Mapping[str, Any]], *,
        async_req: Literal[True], _preload_content: Literal[False], _request_timeout: RequestTimeout = None,
        _return_http_data_only: Literal[False] = False
    ) -> AsyncResult[Tuple[HTTPResponse, int, Mapping[str, str]]]: ...
    @overload
    def project_environment_variables_create_with_http_info(
        self, project_name: str, data: Union[ubiops.EnvironmentVariableCreate, Mapping[str, Any]], *,
        async_req: Literal[False] = False, _preload_content: Literal[True] = True,
        _request_timeout: RequestTimeout = None, _return_http_data_only: Literal[True]
    ) -> ubiops.EnvironmentVariableList: ...
    @overload
    def project_environment_variables_create_with_http_info(
        self, project_name: str, data: Union[ubiops.EnvironmentVariableCreate, Mapping[str, Any]], *,
        async_req: bool = ..., _preload_content: bool = ..., _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = ...
    ) -> Any: ...
    @overload
    def project_environment_variables_delete(
        self, project_name: str, id: str, *, async_req: Literal[False] = False, _preload_content: Literal[True] = True,
        _request_timeout: RequestTimeout = None, _return_http_data_only: bool = True
    ) -> None: ...
    @overload
    def project_environment_variables_delete(
        self, project_name: str, id: str, *, async_req: Literal[False] = False, _preload_content: Literal[False],
        _request_timeout: RequestTimeout = None, _return_http_data_only: bool = True
    ) -> HTTPResponse: ...
    @overload
    def project_environment_variables_delete(
        self, project_name: str, id: str, *, async_req: Literal[True], _preload_content: Literal[True] = True,
        _request_timeout: RequestTimeout = None, _return_http_data_only: bool = True
    ) -> AsyncResult[None]: ...
    @overload
    def project_environment_variables_delete(
        self, project_name: str, id: str, *, async_req: Literal[True], _preload_content: Literal[False],
        _request_timeout: RequestTimeout = None, _return_http_data_only: bool = True
    ) -> AsyncResult[HTTPResponse]: ...
    @overload
    def project_environment_variables_delete(
        self, project_name: str, id: str, *, async_req: bool = ..., _preload_content: bool = ...,
        _request_timeout: RequestTimeout = None, _return_http_data_only: bool = ...
    ) -> Any: ...
    @overload
    def project_environment_variables_delete_with_http_info(
        self, project_name: str, id: str, *, async_req: Literal[False] = False, _preload_content: Literal[True] = True,
        _request_timeout: RequestTimeout = None, _return_http_data_only: Literal[False] = False
    ) -> Tuple[None, int, Mapping[str, str]]: ...
    @overload
    def project_environment_variables_delete_with_http_info(
        self, project_name: str, id: str, *, async_req: Literal[False] = False, _preload_content: Literal[False],
        _request_timeout: RequestTimeout = None, _return_http_data_only: Literal[False] = False
    ) -> Tuple[HTTPResponse, int, Mapping[str, str]]: ...
    @overload
    def project_environment_variables_delete_with_http_info(
        self, project_name: str, id: str, *, async_req: Literal[True], _preload_content: Literal[True] = True,
        _request_timeout: RequestTimeout = None, _return_http_data_only: Literal[False] = False
    ) -> AsyncResult[Tuple[None, int, Mapping[str, str]]]: ...
    @overload
    def project_environment_variables_delete_with_http_info(
        self, project_name: str, id: str, *, async_req: Literal[True], _preload_content: Literal[False],
        _request_timeout: RequestTimeout = None, _return_http_data_only: Literal[False] = False
    ) -> AsyncResult[Tuple[HTTPResponse, int, Mapping[str, str]]]: ...
    @overload
    def project_environment_variables_delete_with_http_info(
        self, project_name: str, id: str, *, async_req: Literal[False] = False, _preload_content: Literal[True] = True,
        _request_timeout: RequestTimeout = None, _return_http_data_only: Literal[True]
    ) -> None: ...
    @overload
    def project_environment_variables_delete_with_http_info(
        self, project_name: str, id: str, *, async_req: bool = ..., _preload_content: bool = ...,
        _request_timeout: RequestTimeout = None, _return_http_data_only: bool = ...
    ) -> Any: ...
    @overload
    def project_environment_variables_get(
        self, project_name: str, id: str, *, async_req: Literal[False] = False, _preload_content: Literal[True] = True,
        _request_timeout: RequestTimeout = None, _return_http_data_only: bool = True
    ) -> ubiops.EnvironmentVariableList: ...
    @overload
    def project_environment_variables_get(
        self, project_name: str, id: str, *, async_req: Literal[False] = False, _preload_content: Literal[False],
        _request_timeout: RequestTimeout = None, _return_http_data_only: bool = True
    ) -> HTTPResponse: ...
    @overload
    def project_environment_variables_get(
        self, project_name: str, id: str, *, async_req: Literal[True], _preload_content: Literal[True] = True,
        _request_timeout: RequestTimeout = None, _return_http_data_only: bool = True
    ) -> AsyncResult[ubiops.EnvironmentVariableList]: ...
    @overload
    def project_environment_variables_get(
        self, project_name: str, id: str, *, async_req: Literal[True], _preload_content: Literal[False],
        _request_timeout: RequestTimeout = None, _return_http_data_only: bool = True
    ) -> AsyncResult[HTTPResponse]: ...
    @overload
    def project_environment_variables_get(
        self, project_name: str, id: str, *, async_req: bool = ..., _preload_content: bool = ...,
        _request_timeout: RequestTimeout = None, _return_http_data_only: bool = ...
    ) -> Any: ...
    @overload
    def project_environment_variables_get_with_http_info(
        self, project_name: str, id: str, *, async_req: Literal[False] = False, _preload_content: Literal[True] = True,
        _request_timeout: RequestTimeout = None, _return_http_data_only: Literal[False] = False
    ) -> Tuple[ubiops.EnvironmentVariableList, int, Mapping[str, str]]: ...
    @overload
    def project_environment_variables_get_with_http_info(
        self, project_name: str, id: str, *, async_req: Literal[False] = False, _preload_content: Literal[False],
        _request_timeout: RequestTimeout = None, _return_http_data_only: Literal[False] = False
    ) -> Tuple[HTTPResponse, int, Mapping[str, str]]: ...
    @overload
    def project_environment_variables_get_with_http_info(
        self, project_name: str, id: str, *, async_req: Literal[True], _preload_content: Literal[True] = True,
        _request_timeout: RequestTimeout = None, _return_http_data_only: Literal[False] = False
    ) -> AsyncResult[Tuple[ubiops.EnvironmentVariableList, int, Mapping[str, str]]]: ...
    @overload
    def project_environment_variables_get_with_http_info(
        self, project_name: str, id: str, *, async_req: Literal[True], _preload_content: Literal[False],
        _request_timeout: RequestTimeout = None, _return_http_data_only: Literal[False] = False
    ) -> AsyncResult[Tuple[HTTPResponse, int, Mapping[str, str]]]: ...
    @overload
    def project_environment_variables_get_with_http_info(
        self, project_name: str, id: str, *, async_req: Literal[False] = False, _preload_content: Literal[True] = True,
        _request_timeout: RequestTimeout = None, _return_http_data_only: Literal[True]
    ) -> ubiops.EnvironmentVariableList: ...
    @overload
    def project_environment_variables_get_with_http_info(
        self, project_name: str, id: str, *, async_req: bool = ..., _preload_content: bool = ...,
        _request_timeout: RequestTimeout = None, _return_http_data_only: bool = ...
    ) -> Any: ...
    @overload
    def project_environment_variables_list(
        self, project_name: str, *, async_req: Literal[False] = False, _preload_content: Literal[True] = True,
        _request_timeout: RequestTimeout = None, _return_http_data_only: bool = True
    ) -> List[ubiops.EnvironmentVariableList]: ...
    @overload
    def project_environment_variables_list(
        self, project_name: str, *, async_req: Literal[False] = False, _preload_content: Literal[False],
        _request_timeout: RequestTimeout = None, _return_http_data_only: bool = True
    ) -> HTTPResponse: ...
    @overload
    def project_environment_variables_list(
        self, project_name: str, *, async_req: Literal[True], _preload_content: Literal[True] = True,
        _request_timeout: RequestTimeout = None, _return_http_data_only: bool = True
    ) -> AsyncResult[List[ubiops.EnvironmentVariableList]]: ...
    @overload
    def project_environment_variables_list(
        self, project_name: str, *, async_req: Literal[True], _preload_content: Literal[False],
        _request_timeout: RequestTimeout = None, _return_http_data_only: bool = True
    ) -> AsyncResult[HTTPResponse]: ...
    @overload
    def project_environment_variables_list(
        self, project_name: str, *, async_req: bool = ..., _preload_content: bool = ...,
        _request_timeout: RequestTimeout = None, _return_http_data_only: bool = ...
    ) -> Any: ...
    @overload
    def project_environment_variables_list_with_http_info(
        self, project_name: str, *, async_req: Literal[False] = False, _preload_content: Literal[True] = True,
        _request_timeout: RequestTimeout = None, _return_http_data_only: Literal[False] = False
    ) -> Tuple[List[ubiops.EnvironmentVariableList], int, Mapping[str, str]]: ...
    @overload
    def project_environment_variables_list_with_http_info(
        self, project_name: str, *, async_req: Literal[False] = False, _preload_content: Literal[False],
        _request_timeout: RequestTimeout = None, _return_http_data_only: Literal[False] = False
    ) -> Tuple[HTTPResponse, int, Mapping[str, str]]: ...
    @overload
    def project_environment_variables_list_with_http_info(
        self, project_name: str, *, async_req: Literal[True], _preload_content: Literal[True] = True,
        _request_timeout: RequestTimeout = None, _return_http_data_only: Literal[False] = False
    ) -> AsyncResult[Tuple[List[ubiops.EnvironmentVariableList], int, Mapping[str, str]]]: ...
    @overload
    def project_environment_variables_list_with_http_info(
        self, project_name: str, *, async_req: Literal[True], _preload_content: Literal[False],
        _request_timeout: RequestTimeout = None, _return_http_data_only: Literal[False] = False
    ) -> AsyncResult[Tuple[HTTPResponse, int, Mapping[str, str]]]: ...
    @overload
    def project_environment_variables_list_with_http_info(
        self, project_name: str, *, async_req: Literal[False] = False, _preload_content: Literal[True] = True,
        _request_timeout: RequestTimeout = None, _return_http_data_only: Literal[True]
    ) -> List[ubiops.EnvironmentVariableList]: ...
    @overload
    def project_environment_variables_list_with_http_info(
        self, project_name: str, *, async_req: bool = ..., _preload_content: bool = ...,
        _request_timeout: RequestTimeout = None, _return_http_data_only: bool = ...
    ) -> Any: ...
    @overload
    def project_environment_variables_update(
        self, project_name: str, id: str, data: Union[ubiops.EnvironmentVariableCreate, Mapping[str, Any]], *,
        async_req: Literal[False] = False, _preload_content: Literal[True] = True,
        _request_timeout: RequestTimeout = None, _return_http_data_only: bool = True
    ) -> ubiops.EnvironmentVariableList: ...
    @overload
    def project_environment_variables_update(
        self, project_name: str, id: str, data: Union[ubiops.EnvironmentVariableCreate, Mapping[str, Any]], *,
        async_req: Literal[False] = False, _preload_content: Literal[False], _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = True
    ) -> HTTPResponse: ...
    @overload
    def project_environment_variables_update(
        self, project_name: str, id: str, data: Union[ubiops.EnvironmentVariableCreate, Mapping[str, Any]], *,
        async_req: Literal[True], _preload_content: Literal[True] = True, _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = True
    ) -> AsyncResult[ubiops.EnvironmentVariableList]: ...
    @overload
    def project_environment_variables_update(
        self, project_name: str, id: str, data: Union[ubiops.EnvironmentVariableCreate, Mapping[str, Any]], *,
        async_req: Literal[True], _preload_content: Literal[False], _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = True
    ) -> AsyncResult[HTTPResponse]: ...
    @overload
    def project_environment_variables_update(
        self, project_name: str, id: str, data: Union[ubiops.EnvironmentVariableCreate, Mapping[str, Any]], *,
        async_req: bool = ..., _preload_content: bool = ..., _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = ...
    ) -> Any: ...
    @overload
    def project_environment_variables_update_with_http_info(
        self, project_name: str, id: str, data: Union[ubiops.EnvironmentVariableCreate, Mapping[str, Any]], *,
        async_req: Literal[False] = False, _preload_content: Literal[True] = True,
        _request_timeout: RequestTimeout = None, _return_http_data_only: Literal[False] = False
    ) -> Tuple[ubiops.EnvironmentVariableList, int, Mapping[str, str]]: ...
    @overload
    def project_environment_variables_update_with_http_info(
        self, project_name: str, id: str, data: Union[ubiops.EnvironmentVariableCreate, Mapping[str, Any]], *,
        async_req: Literal[False] = False, _preload_content: Literal[False], _request_timeout: RequestTimeout = None,
        _return_http_data_only: Literal[False] = False
    ) -> Tuple[HTTPResponse, int, Mapping[str, str]]: ...
    @overload
    def project_environment_variables_update_with_http_info(
        self, project_name: str, id: str, data: Union[ubiops.EnvironmentVariableCreate, Mapping[str, Any]], *,
        async_req: Literal[True], _preload_content: Literal[True] = True, _request_timeout: RequestTimeout = None,
        _return_http_data_only: Literal[False] = False
    ) -> AsyncResult[Tuple[ubiops.EnvironmentVariableList, int, Mapping[str, str]]]: ...
    @overload
    def project_environment_variables_update_with_http_info(
        self, project_name: str, id: str, data: Union[ubiops.EnvironmentVariableCreate, Mapping[str, Any]], *,
        async_req: Literal[True], _preload_content: Literal[False], _request_timeout: RequestTimeout = None,
        _return_http_data_only: Literal[False] = False
    ) -> AsyncResult[Tuple[HTTPResponse, int, Mapping[str, str]]]: ...
    @overload
    def project_environment_variables_update_with_http_info(
        self, project_name: str, id: str, data: Union[ubiops.EnvironmentVariableCreate, Mapping[str, Any]], *,
        async_req: Literal[False] = False, _preload_content: Literal[True] = True,
        _request_timeout: RequestTimeout = None, _return_http_data_only: Literal[True]
    ) -> ubiops.EnvironmentVariableList: ...
    @overload
    def project_environment_variables_update_with_http_info(
        self, project_name: str, id: str, data: Union[ubiops.EnvironmentVariableCreate, Mapping[str, Any]], *,
        async_req: bool = ..., _preload_content: bool = ..., _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = ...
    ) -> Any: ...
    @overload
    def project_usage_get(
        self, project_name: str, *, start_month: Optional[str] = None, async_req: Literal[False] = False,
        _preload_content: Literal[True] = True, _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = True
    ) -> List[ubiops.UsagePerMonth]: ...
    @overload
    def project_usage_get(
        self, project_name: str, *, start_month: Optional[str] = None, async_req: Literal[False] = False,
        _preload_content: Literal[False], _request_timeout: RequestTimeout = None, _return_http_data_only: bool = True
    ) -> HTTPResponse: ...
    @overload
    def project_usage_get(
        self, project_name: str, *, start_month: Optional[str] = None, async_req: Literal[True],
        _preload_content: Literal[True] = True, _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = True
    ) -> AsyncResult[List[ubiops.UsagePerMonth]]: ...
    @overload
    def project_usage_get(
        self, project_name: str, *, start_month: Optional[str] = None, async_req: Literal[True],
        _preload_content: Literal[False], _request_timeout: RequestTimeout = None, _return_http_data_only: bool = True
    ) -> AsyncResult[HTTPResponse]: ...
    @overload
    def project_usage_get(
        self, project_name: str, *, start_month: Optional[str] = None, async_req: bool = ...,
        _preload_content: bool = ..., _request_timeout: RequestTimeout = None, _return_http_data_only: bool = ...
    ) -> Any: ...
    @overload
    def project_usage_get_with_http_info(
        self, project_name: str, *, start_month: Optional[str] = None, async_req: Literal[False] = False,
        _preload_content: Literal[True] = True, _request_timeout: RequestTimeout = None,
        _return_http_data_only: Literal[False] = False
    ) -> Tuple[List[ubiops.UsagePerMonth], int, Mapping[str, str]]: ...
    @overload
    def project_usage_get_with_http_info(
        self, project_name: str, *, start_month: Optional[str] = None, async_req: Literal[False] = False,
        _preload_content: Literal[False], _request_timeout: RequestTimeout = None,
        _return_http_data_only: Literal[False] = False
    ) -> Tuple[HTTPResponse, int, Mapping[str, str]]: ...
    @overload
    def project_usage_get_with_http_info(
        self, project_name: str, *, start_month: Optional[str] = None, async_req: Literal[True],
        _preload_content: Literal[True] = True, _request_timeout: RequestTimeout = None,
        _return_http_data_only: Literal[False] = False
    ) -> AsyncResult[Tuple[List[ubiops.UsagePerMonth], int, Mapping[str, str]]]: ...
    @overload
    def project_usage_get_with_http_info(
        self, project_name: str, *, start_month: Optional[str] = None, async_req: Literal[True],
        _preload_content: Literal[False], _request_timeout: RequestTimeout = None,
        _return_http_data_only: Literal[False] = False
    ) -> AsyncResult[Tuple[HTTPResponse, int, Mapping[str, str]]]: ...
    @overload
    def project_usage_get_with_http_info(
        self, project_name: str, *, start_month: Optional[str] = None, async_req: Literal[False] = False,
        _preload_content: Literal[True] = True, _request_timeout: RequestTimeout = None,
        _return_http_data_only: Literal[True]
    ) -> List[ubiops.UsagePerMonth]: ...
    @overload
    def project_usage_get_with_http_info(
        self, project_name: str, *, start_month: Optional[str] = None, async_req: bool = ...,
        _preload_content: bool = ..., _request_timeout: RequestTimeout = None, _return_http_data_only: bool = ...
    ) -> Any: ...
    @overload
    def projects_create(
        self, data: Union[ubiops.ProjectCreate, Mapping[str, Any]], *, async_req: Literal[False] = False,
        _preload_content: Literal[True] = True, _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = True
    ) -> ubiops.ProjectList: ...
    @overload
    def projects_create(
        self, data: Union[ubiops.ProjectCreate, Mapping[str, Any]], *, async_req: Literal[False] = False,
        _preload_content: Literal[False], _request_timeout: RequestTimeout = None, _return_http_data_only: bool = True
    ) -> HTTPResponse: ...
    @overload
    def projects_create(
        self, data: Union[ubiops.ProjectCreate, Mapping[str, Any]], *, async_req: Literal[True],
        _preload_content: Literal[True] = True, _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = True
    ) -> AsyncResult[ubiops.ProjectList]: ...
    @overload
    def projects_create(
        self, data: Union[ubiops.ProjectCreate, Mapping[str, Any]], *, async_req: Literal[True],
        _preload_content: Literal[False], _request_timeout: RequestTimeout = None, _return_http_data_only: bool = True
    ) -> AsyncResult[HTTPResponse]: ...
    @overload
    def projects_create(
        self, data: Union[ubiops.ProjectCreate, Mapping[str, Any]], *, async_req: bool = ...,
        _preload_content: bool = ..., _request_timeout: RequestTimeout = None, _return_http_data_only: bool = ...
    ) -> Any: ...
    @overload
    def projects_create_with_http_info(
        self, data: Union[ubiops.ProjectCreate, Mapping[str, Any]], *, async_req: Literal[False] = False,
        _preload_content: Literal[True] = True, _request_timeout: RequestTimeout = None,
        _return_http_data_only: Literal[False] = False
    ) -> Tuple[ubiops.ProjectList, int, Mapping[str, str]]: ...
    @overload
    def projects_create_with_http_info(
        self, data: Union[ubiops.ProjectCreate, Mapping[str, Any]], *, async_req: Literal[False] = False,
        _preload_content: Literal[False], _request_timeout: RequestTimeout = None,
        _return_http_data_only: Literal[False] = False
    ) -> Tuple[HTTPResponse, int, Mapping[str, str]]: ...
    @overload
    def projects_create_with_http_info(
        self, data: Union[ubiops.ProjectCreate, Mapping[str, Any]], *, async_req: Literal[True],
        _preload_content: Literal[True] = True, _request_timeout: RequestTimeout = None,
        _return_http_data_only: Literal[False] = False
    ) -> AsyncResult[Tuple[ubiops.ProjectList, int, Mapping[str, str]]]: ...
    @overload
    def projects_create_with_http_info(
        self, data: Union[ubiops.ProjectCreate, Mapping[str, Any]], *, async_req: Literal[True],
        _preload_content: Literal[False], _request_timeout: RequestTimeout = None,
        _return_http_data_only: Literal[False] = False
    ) -> AsyncResult[Tuple[HTTPResponse, int, Mapping[str, str]]]: ...
    @overload
    def projects_create_with_http_info(
        self, data: Union[ubiops.ProjectCreate, Mapping[str, Any]], *, async_req: Literal[False] = False,
        _preload_content: Literal[True] = True, _request_timeout: RequestTimeout = None,
        _return_http_data_only: Literal[True]
    ) -> ubiops.ProjectList: ...
    @overload
    def projects_create_with_http_info(
        self, data: Union[ubiops.ProjectCreate, Mapping[str, Any]], *, async_req: bool = ...,
        _preload_content: bool = ..., _request_timeout: RequestTimeout = None, _return_http_data_only: bool = ...
    ) -> Any: ...
    @overload
    def projects_delete(
        self, project_name: str, *, async_req: Literal[False] = False, _preload_content: Literal[True] = True,
        _request_timeout: RequestTimeout = None, _return_http_data_only: bool = True
    ) -> None: ...
    @overload
    def projects_delete(
        self, project_name: str, *, async_req: Literal[False] = False, _preload_content: Literal[False],
        _request_timeout: RequestTimeout = None, _return_http_data_only: bool = True
    ) -> HTTPResponse: ...
    @overload
    def projects_delete(
        self, project_name: str, *, async_req: Literal[True], _preload_content: Literal[True] = True,
        _request_timeout: RequestTimeout = None, _return_http_data_only: bool = True
    ) -> AsyncResult[None]: ...
    @overload
    def projects_delete(
        self, project_name: str, *, async_req: Literal[True], _preload_content: Literal[False],
        _request_timeout: RequestTimeout = None, _return_http_data_only: bool = True
    ) -> AsyncResult[HTTPResponse]: ...
    @overload
    def projects_delete(
        self, project_name: str, *, async_req: bool = ..., _preload_content: bool = ...,
        _request_timeout: RequestTimeout = None, _return_http_data_only: bool = ...
    ) -> Any: ...
    @overload
    def projects_delete_with_http_info(
        self, project_name: str, *, async_req: Literal[False] = False, _preload_content: Literal[True] = True,
        _request_timeout: RequestTimeout = None, _return_http_data_only: Literal[False] = False
    ) -> Tuple[None, int, Mapping[str, str]]: ...
    @overload
    def projects_delete_with_http_info(
        self, project_name: str, *, async_req: Literal[False] = False, _preload_content: Literal[False],
        _request_timeout: RequestTimeout = None, _return_http_data_only: Literal[False] = False
    ) -> Tuple[HTTPResponse, int, Mapping[str, str]]: ...
    @overload
    def projects_delete_with_http_info(
        self, project_name: str, *, async_req: Literal[True], _preload_content: Literal[True] = True,
        _request_timeout: RequestTimeout = None, _return_http_data_only: Literal[False] = False
    ) -> AsyncResult[Tuple[None, int, Mapping[str, str]]]: ...
    @overload
    def projects_delete_with_http_info(
        self, project_name: str, *, async_req: Literal[True], _preload_content: Literal[False],
        _request_timeout: RequestTimeout = None, _return_http_data_only: Literal[False] = False
    ) -> AsyncResult[Tuple[HTTPResponse, int, Mapping[str, str]]]: ...
    @overload
    def projects_delete_with_http_info(
        self, project_name: str, *, async_req: Literal[False] = False, _preload_content: Literal[True] = True,
        _request_timeout: RequestTimeout = None, _return_http_data_only: Literal[True]
    ) -> None: ...
    @overload
    def projects_delete_with_http_info(
        self, project_name: str, *, async_req: bool = ..., _preload_content: bool = ...,
        _request_timeout: RequestTimeout = None, _return_http_data_only: bool = ...
    ) -> Any: ...
    @overload
    def projects_get(
        self, project_name: str, *, async_req: Literal[False] = False, _preload_content: Literal[True] = True,
        _request_timeout: RequestTimeout = None, _return_http_data_only: bool = True
    ) -> ubiops.ProjectList: ...
    @overload
    def projects_get(
        self, project_name: str, *, async_req: Literal[False] = False, _preload_content: Literal[False],
        _request_timeout: RequestTimeout = None, _return_http_data_only: bool = True
    ) -> HTTPResponse: ...
    @overload
    def projects_get(
        self, project_name: str, *, async_req: Literal[True], _preload_content: Literal[True] = True,
        _request_timeout: RequestTimeout = None, _return_http_data_only: bool = True
    ) -> AsyncResult[ubiops.ProjectList]: ...
    @overload
    def projects_get(
        self, project_name: str, *, async_req: Literal[True], _preload_content: Literal[False],
        _request_timeout: RequestTimeout = None, _return_http_data_only: bool = True
    ) -> AsyncResult[HTTPResponse]: ...
    @overload
    def projects_get(
        self, project_name: str, *, async_req: bool = ..., _preload_content: bool = ...,
        _request_timeout: RequestTimeout = None, _return_http_data_only: bool = ...
    ) -> Any: ...
    @overload
    def projects_get_with_http_info(
        self, project_name: str, *, async_req: Literal[False] = False, _preload_content: Literal[True] = True,
        _request_timeout: RequestTimeout = None, _return_http_data_only: Literal[False] = False
    ) -> Tuple[ubiops.ProjectList, int, Mapping[str, str]]: ...
    @overload
    def projects_get_with_http_info(
        self, project_name: str, *, async_req: Literal[False] = False, _preload_content: Literal[False],
        _request_timeout: RequestTimeout = None, _return_http_data_only: Literal[False] = False
    ) -> Tuple[HTTPResponse, int, Mapping[str, str]]: ...
    @overload
    def projects_get_with_http_info(
        self, project_name: str, *, async_req: Literal[True], _preload_content: Literal[True] = True,
        _request_timeout: RequestTimeout = None, _return_http_data_only: Literal[False] = False
    ) -> AsyncResult[Tuple[ubiops.ProjectList, int, Mapping[str, str]]]: ...
    @overload
    def projects_get_with_http_info(
        self, project_name: str, *, async_req: Literal[True], _preload_content: Literal[False],
        _request_timeout: RequestTimeout = None, _return_http_data_only: Literal[False] = False
    ) -> AsyncResult[Tuple[HTTPResponse, int, Mapping[str, str]]]: ...
    @overload
    def projects_get_with_http_info(
        self, project_name: str, *, async_req: Literal[False] = False, _preload_content: Literal[True] = True,
        _request_timeout: RequestTimeout = None, _return_http_data_only: Literal[True]
    ) -> ubiops.ProjectList: ...
    @overload
    def projects_get_with_http_info(
        self, project_name: str, *, async_req: bool = ..., _preload_content: bool = ...,
        _request_timeout: RequestTimeout = None, _return_http_data_only: bool = ...
    ) -> Any: ...
    @overload
    def projects_list(
        self, *, async_req: Literal[False] = False, _preload_content: Literal[True] = True,
        _request_timeout: RequestTimeout = None, _return_http_data_only: bool = True
    ) -> List[ubiops.ProjectList]: ...
    @overload
    def projects_list(
        self, *, async_req: Literal[False] = False, _preload_content: Literal[False],
        _request_timeout: RequestTimeout = None, _return_http_data_only: bool = True
    ) -> HTTPResponse: ...
    @overload
    def projects_list(
        self, *, async_req: Literal[True], _preload_content: Literal[True] = True,
        _request_timeout: RequestTimeout = None, _return_http_data_only: bool = True
    ) -> AsyncResult[List[ubiops.ProjectList]]: ...
    @overload
    def projects_list(
        self, *, async_req: Literal[True], _preload_content: Literal[False], _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = True
    ) -> AsyncResult[HTTPResponse]: ...
    @overload
    def projects_list(
        self, *, async_req: bool = ..., _preload_content: bool = ..., _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = ...
    ) -> Any: ...
    @overload
    def projects_list_with_http_info(
        self, *, async_req: Literal[False] = False, _preload_content: Literal[True] = True,
        _request_timeout: RequestTimeout = None, _return_http_data_only: Literal[False] = False
    ) -> Tuple[List[ubiops.ProjectList], int, Mapping[str, str]]: ...
    @overload
    def projects_list_with_http_info(
        self, *, async_req: Literal[False] = False, _preload_content: Literal[False],
        _request_timeout: RequestTimeout = None, _return_http_data_only: Literal[False] = False
    ) -> Tuple[HTTPResponse, int, Mapping[str, str]]: ...
    @overload
    def projects_list_with_http_info(
        self, *, async_req: Literal[True], _preload_content: Literal[True] = True,
        _request_timeout: RequestTimeout = None, _return_http_data_only: Literal[False] = False
    ) -> AsyncResult[Tuple[List[ubiops.ProjectList], int, Mapping[str, str]]]: ...
    @overload
    def projects_list_with_http_info(
        self, *, async_req: Literal[True], _preload_content: Literal[False], _request_timeout: RequestTimeout = None,
        _return_http_data_only: Literal[False] = False
    ) -> AsyncResult[Tuple[HTTPResponse, int, Mapping[str, str]]]: ...
    @overload
    def projects_list_with_http_info(
        self, *, async_req: Literal[False] = False, _preload_content: Literal[True] = True,
        _request_timeout: RequestTimeout = None, _return_http_data_only: Literal[True]
    ) -> List[ubiops.ProjectList]: ...
    @overload
    def projects_list_with_http_info(
        self, *, async_req: bool = ..., _preload_content: bool = ..., _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = ...
    ) -> Any: ...
    @overload
    def projects_log_list(
        self, project_name: str, data: Union[ubiops.LogsCreate, Mapping[str, Any]], *,
        async_req: Literal[False] = False, _preload_content: Literal[True] = True,
        _request_timeout: RequestTimeout = None, _return_http_data_only: bool = True
    ) -> List[ubiops.Logs]: ...
    @overload
    def projects_log_list(
        self, project_name: str, data: Union[ubiops.LogsCreate, Mapping[str, Any]], *,
        async_req: Literal[False] = False, _preload_content: Literal[False], _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = True
    ) -> HTTPResponse: ...
    @overload
    def projects_log_list(
        self, project_name: str, data: Union[ubiops.LogsCreate, Mapping[str, Any]], *, async_req: Literal[True],
        _preload_content: Literal[True] = True, _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = True
    ) -> AsyncResult[List[ubiops.Logs]]: ...
    @overload
    def projects_log_list(
        self, project_name: str, data: Union[ubiops.LogsCreate, Mapping[str, Any]], *, async_req: Literal[True],
        _preload_content: Literal[False], _request_timeout: RequestTimeout = None, _return_http_data_only: bool = True
    ) -> AsyncResult[HTTPResponse]: ...
    @overload
    def projects_log_list(
        self, project_name: str, data: Union[ubiops.LogsCreate, Mapping[str, Any]], *, async_req: bool = ...,
        _preload_content: bool = ..., _request_timeout: RequestTimeout = None, _return_http_data_only: bool = ...
    ) -> Any: ...
    @overload
    def projects_log_list_with_http_info(
        self, project_name: str, data: Union[ubiops.LogsCreate, Mapping[str, Any]], *,
        async_req: Literal[False] = False, _preload_content: Literal[True] = True,
        _request_timeout: RequestTimeout = None, _return_http_data_only: Literal[False] = False
    ) -> Tuple[List[ubiops.Logs], int, Mapping[str, str]]: ...
    @overload
    def projects_log_list_with_http_info(
        self, project_name: str, data: Union[ubiops.LogsCreate, Mapping[str, Any]], *,
        async_req: Literal[False] = False, _preload_content: Literal[False], _request_timeout: RequestTimeout = None,
        _return_http_data_only: Literal[False] = False
    ) -> Tuple[HTTPResponse, int, Mapping[str, str]]: ...
    @overload
    def projects_log_list_with_http_info(
        self, project_name: str, data: Union[ubiops.LogsCreate, Mapping[str, Any]], *, async_req: Literal[True],
        _preload_content: Literal[True] = True, _request_timeout: RequestTimeout = None,
        _return_http_data_only: Literal[False] = False
    ) -> AsyncResult[Tuple[List[ubiops.Logs], int, Mapping[str, str]]]: ...
    @overload
    def projects_log_list_with_http_info(
        self, project_name: str, data: Union[ubiops.LogsCreate, Mapping[str, Any]], *, async_req: Literal[True],
        _preload_content: Literal[False], _request_timeout: RequestTimeout = None,
        _return_http_data_only: Literal[False] = False
    ) -> AsyncResult[Tuple[HTTPResponse, int, Mapping[str, str]]]: ...
    @overload
    def projects_log_list_with_http_info(
        self, project_name: str, data: Union[ubiops.LogsCreate, Mapping[str, Any]], *,
        async_req: Literal[False] = False, _preload_content: Literal[True] = True,
        _request_timeout: RequestTimeout = None, _return_http_data_only: Literal[True]
    ) -> List[ubiops.Logs]: ...
    @overload
    def projects_log_list_with_http_info(
        self, project_name: str, data: Union[ubiops.LogsCreate, Mapping[str, Any]], *, async_req: bool = ...,
        _preload_content: bool = ..., _request_timeout: RequestTimeout = None, _return_http_data_only: bool = ...
    ) -> Any: ...
    @overload
    def projects_resource_usage(
        self, project_name: str, *, async_req: Literal[False] = False, _preload_content: Literal[True] = True,
        _request_timeout: RequestTimeout = None, _return_http_data_only: bool = True
    ) -> ubiops.ProjectResourceUsage: ...
    @overload
    def projects_resource_usage(
        self, project_name: str, *, async_req: Literal[False] = False, _preload_content: Literal[False],
        _request_timeout: RequestTimeout = None, _return_http_data_only: bool = True
    ) -> HTTPResponse: ...
    @overload
    def projects_resource_usage(
        self, project_name: str, *, async_req: Literal[True], _preload_content: Literal[True] = True,
        _request_timeout: RequestTimeout = None, _return_http_data_only: bool = True
    ) -> AsyncResult[ubiops.ProjectResourceUsage]: ...
    @overload
    def projects_resource_usage(
        self, project_name: str, *, async_req: Literal[True], _preload_content: Literal[False],
        _request_timeout: RequestTimeout = None, _return_http_data_only: bool = True
    ) -> AsyncResult[HTTPResponse]: ...
    @overload
    def projects_resource_usage(
        self, project_name: str, *, async_req: bool = ..., _preload_content: bool = ...,
        _request_timeout: RequestTimeout = None, _return_http_data_only: bool = ...
    ) -> Any: ...
    @overload
    def projects_resource_usage_with_http_info(
        self, project_name: str, *, async_req: Literal[False] = False, _preload_content: Literal[True] = True,
        _request_timeout: RequestTimeout = None, _return_http_data_only: Literal[False] = False
    ) -> Tuple[ubiops.ProjectResourceUsage, int, Mapping[str, str]]: ...
    @overload
    def projects_resource_usage_with_http_info(
        self, project_name: str, *, async_req: Literal[False] = False, _preload_content: Literal[False],
        _request_timeout: RequestTimeout = None, _return_http_data_only: Literal[False] = False
    ) -> Tuple[HTTPResponse, int, Mapping[str, str]]: ...
    @overload
    def projects_resource_usage_with_http_info(
        self, project_name: str, *, async_req: Literal[True], _preload_content: Literal[True] = True,
        _request_timeout: RequestTimeout = None, _return_http_data_only: Literal[False] = False
    ) -> AsyncResult[Tuple[ubiops.ProjectResourceUsage, int, Mapping[str, str]]]: ...
    @overload
    def projects_resource_usage_with_http_info(
        self, project_name: str, *, async_req: Literal[True], _preload_content: Literal[False],
        _request_timeout: RequestTimeout = None, _return_http_data_only: Literal[False] = False
    ) -> AsyncResult[Tuple[HTTPResponse, int, Mapping[str, str]]]: ...
    @overload
    def projects_resource_usage_with_http_info(
        self, project_name: str, *, async_req: Literal[False] = False, _preload_content: Literal[True] = True,
        _request_timeout: RequestTimeout = None, _return_http_data_only: Literal[True]
    ) -> ubiops.ProjectResourceUsage: ...
    @overload
    def projects_resource_usage_with_http_info(
        self, project_name: str, *, async_req: bool = ..., _preload_content: bool = ...,
        _request_timeout: RequestTimeout = None, _return_http_data_only: bool = ...
    ) -> Any: ...
    @overload
    def projects_update(
        self, project_name: str, data: Union[ubiops.ProjectUpdate, Mapping[str, Any]], *,
        async_req: Literal[False] = False, _preload_content: Literal[True] = True,
        _request_timeout: RequestTimeout = None, _return_http_data_only: bool = True
    ) -> ubiops.ProjectList: ...
    @overload
    def projects_update(
        self, project_name: str, data: Union[ubiops.ProjectUpdate, Mapping[str, Any]], *,
        async_req: Literal[False] = False, _preload_content: Literal[False], _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = True
    ) -> HTTPResponse: ...
    @overload
    def projects_update(
        self, project_name: str, data: Union[ubiops.ProjectUpdate, Mapping[str, Any]], *, async_req: Literal[True],
        _preload_content: Literal[True] = True, _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = True
    ) -> AsyncResult[ubiops.ProjectList]: ...
    @overload
    def projects_update(
        self, project_name: str, data: Union[ubiops.ProjectUpdate, Mapping[str, Any]], *, async_req: Literal[True],
        _preload_content: Literal[False], _request_timeout: RequestTimeout = None, _return_http_data_only: bool = True
    ) -> AsyncResult[HTTPResponse]: ...
    @overload
    def projects_update(
        self, project_name: str, data: Union[ubiops.ProjectUpdate, Mapping[str, Any]], *, async_req: bool = ...,
        _preload_content: bool = ..., _request_timeout: RequestTimeout = None, _return_http_data_only: bool = ...
    ) -> Any: ...
    @overload
    def projects_update_with_http_info(
        self, project_name: str, data: Union[ubiops.ProjectUpdate, Mapping[str, Any]], *,
        async_req: Literal[False] = False, _preload_content: Literal[True] = True,
        _request_timeout: RequestTimeout = None, _return_http_data_only: Literal[False] = False
    ) -> Tuple[ubiops.ProjectList, int, Mapping[str, str]]: ...
    @overload
    def projects_update_with_http_info(
        self, project_name: str, data: Union[ubiops.ProjectUpdate, Mapping[str, Any]], *,
        async_req: Literal[False] = False, _preload_content: Literal[False], _request_timeout: RequestTimeout = None,
        _return_http_data_only: Literal[False] = False
    ) -> Tuple[HTTPResponse, int, Mapping[str, str]]: ...
    @overload
    def projects_update_with_http_info(
        self, project_name: str, data: Union[ubiops.ProjectUpdate, Mapping[str, Any]], *, async_req: Literal[True],
        _preload_content: Literal[True] = True, _request_timeout: RequestTimeout = None,
        _return_http_data_only: Literal[False] = False
    ) -> AsyncResult[Tuple[ubiops.ProjectList, int, Mapping[str, str]]]: ...
    @overload
    def projects_update_with_http_info(
        self, project_name: str, data: Union[ubiops.ProjectUpdate, Mapping[str, Any]], *, async_req: Literal[True],
        _preload_content: Literal[False], _request_timeout: RequestTimeout = None,
        _return_http_data_only: Literal[False] = False
    ) -> AsyncResult[Tuple[HTTPResponse, int, Mapping[str, str]]]: ...
    @overload
    def projects_update_with_http_info(
        self, project_name: str, data: Union[ubiops.ProjectUpdate, Mapping[str, Any]], *,
        async_req: Literal[False] = False, _preload_content: Literal[True] = True,
        _request_timeout: RequestTimeout = None, _return_http_data_only: Literal[True]
    ) -> ubiops.ProjectList: ...
    @overload
    def projects_update_with_http_info(
        self, project_name: str, data: Union[ubiops.ProjectUpdate, Mapping[str, Any]], *, async_req: bool = ...,
        _preload_content: bool = ..., _request_timeout: RequestTimeout = None, _return_http_data_only: bool = ...
    ) -> Any: ...
    @overload
    def role_assignments_create(
        self, project_name: str, data: Union[ubiops.RoleAssignmentCreate, Mapping[str, Any]], *,
        async_req: Literal[False] = False, _preload_content: Literal[True] = True,
        _request_timeout: RequestTimeout = None, _return_http_data_only: bool = True
    ) -> ubiops.RoleAssignmentList: ...
    @overload
    def role_assignments_create(
        self, project_name: str, data: Union[ubiops.RoleAssignmentCreate, Mapping[str, Any]], *,
        async_req: Literal[False] = False, _preload_content: Literal[False], _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = True
    ) -> HTTPResponse: ...
    @overload
    def role_assignments_create(
        self, project_name: str, data: Union[ubiops.RoleAssignmentCreate, Mapping[str, Any]], *,
        async_req: Literal[True], _preload_content: Literal[True] = True, _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = True
    ) -> AsyncResult[ubiops.RoleAssignmentList]: ...
    @overload
    def role_assignments_create(
        self, project_name: str, data: Union[ubiops.RoleAssignmentCreate, Mapping[str, Any]], *,
        async_req: Literal[True], _preload_content: Literal[False], _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = True
    ) -> AsyncResult[HTTPResponse]: ...
    @overload
    def role_assignments_create(
        self, project_name: str, data: Union[ubiops.RoleAssignmentCreate, Mapping[str, Any]], *, async_req: bool = ...,
        _preload_content: bool = ..., _request_timeout: RequestTimeout = None, _return_http_data_only: bool = ...
    ) -> Any: ...
    @overload
    def role_assignments_create_with_http_info(
        self, project_name: str, data: Union[ubiops.RoleAssignmentCreate, Mapping[str, Any]], *,
        async_req: Literal[False] = False, _preload_content: Literal[True] = True,
        _request_timeout: RequestTimeout = None, _return_http_data_only: Literal[False] = False
    ) -> Tuple[ubiops.RoleAssignmentList, int, Mapping[str, str]]: ...
    @overload
    def role_assignments_create_with_http_info(
        self, project_name: str, data: Union[ubiops.RoleAssignmentCreate, Mapping[str, Any]], *,
        async_req: Literal[False] = False, _preload_content: Literal[False], _request_timeout: RequestTimeout = None,
        _return_http_data_only: Literal[False] = False
    ) -> Tuple[HTTPResponse, int, Mapping[str, str]]: ...
    @overload
    def role_assignments_create_with_http_info(
        self, project_name: str, data: Union[ubiops.RoleAssignmentCreate, Mapping[str, Any]], *,
        async_req: Literal[True], _preload_content: Literal[True] = True, _request_timeout: RequestTimeout = None,
        _return_http_data_only: Literal[False] = False
    ) -> AsyncResult[Tuple[ubiops.RoleAssignmentList, int, Mapping[str, str]]]: ...
    @overload
    def role_assignments_create_with_http_info(
        self, project_name: str, data: Union[ubiops.RoleAssignmentCreate, Mapping[str, Any]], *,
        async_req: Literal[True], _preload_content: Literal[False], _request_timeout: RequestTimeout = None,
        _return_http_data_only: Literal[False] = False
    ) -> AsyncResult[Tuple[HTTPResponse, int, Mapping[str, str]]]: ...
    @overload
    def role_assignments_create_with_http_info(
        self, project_name: str, data: Union[ubiops.RoleAssignmentCreate, Mapping[str, Any]], *,
        async_req: Literal[False] = False, _preload_content: Literal[True] = True,
        _request_timeout: RequestTimeout = None, _return_http_data_only: Literal[True]
    ) -> ubiops.RoleAssignmentList: ...
    @overload
    def role_assignments_create_with_http_info(
        self, project_name: str, data: Union[ubiops.RoleAssignmentCreate, Mapping[str, Any]], *, async_req: bool = ...,
        _preload_content: bool = ..., _request_timeout: RequestTimeout = None, _return_http_data_only: bool = ...
    ) -> Any: ...
    @overload
    def role_assignments_delete(
        self, project_name: str, id: str, *, async_req: Literal[False] = False, _preload_content: Literal[True] = True,
        _request_timeout: RequestTimeout = None, _return_http_data_only: bool = True
    ) -> None: ...
    @overload
    def role_assignments_delete(
        self, project_name: str, id: str, *, async_req: Literal[False] = False, _preload_content: Literal[False],
        _request_timeout: RequestTimeout = None, _return_http_data_only: bool = True
    ) -> HTTPResponse: ...
    @overload
    def role_assignments_delete(
        self, project_name: str, id: str, *, async_req: Literal[True], _preload_content: Literal[True] = True,
        _request_timeout: RequestTimeout = None, _return_http_data_only: bool = True
    ) -> AsyncResult[None]: ...
    @overload
    def role_assignments_delete(
        self, project_name: str, id: str, *, async_req: Literal[True], _preload_content: Literal[False],
        _request_timeout: RequestTimeout = None, _return_http_data_only: bool = True
    ) -> AsyncResult[HTTPResponse]: ...
    @overload
    def role_assignments_delete(
        self, project_name: str, id: str, *, async_req: bool = ..., _preload_content: bool = ...,
        _request_timeout: RequestTimeout = None, _return_http_data_only: bool = ...
    ) -> Any: ...
    @overload
    def role_assignments_delete_with_http_info(
        self, project_name: str, id: str, *, async_req: Literal[False] = False, _preload_content: Literal[True] = True,
        _request_timeout: RequestTimeout = None, _return_http_data_only: Literal[False] = False
    ) -> Tuple[None, int, Mapping[str, str]]: ...
    @overload
    def role_assignments_delete_with_http_info(
        self, project_name: str, id: str, *, async_req: Literal[False] = False, _preload_content: Literal[False],
        _request_timeout: RequestTimeout = None, _return_http_data_only: Literal[False] = False
    ) -> Tuple[HTTPResponse, int, Mapping[str, str]]: ...
    @overload
    def role_assignments_delete_with_http_info(
        self, project_name: str, id: str, *, async_req: Literal[True], _preload_content: Literal[True] = True,
        _request_timeout: RequestTimeout = None, _return_http_data_only: Literal[False] = False
    ) -> AsyncResult[Tuple[None, int, Mapping[str, str]]]: ...
    @overload
    def role_assignments_delete_with_http_info(
        self, project_name: str, id: str, *, async_req: Literal[True], _preload_content: Literal[False],
        _request_timeout: RequestTimeout = None, _return_http_data_only: Literal[False] = False
    ) -> AsyncResult[Tuple[HTTPResponse, int, Mapping[str, str]]]: ...
    @overload
    def role_assignments_delete_with_http_info(
        self, project_name: str, id: str, *, async_req: Literal[False] = False, _preload_content: Literal[True] = True,
        _request_timeout: RequestTimeout = None, _return_http_data_only: Literal[True]
    ) -> None: ...
    @overload
    def role_assignments_delete_with_http_info(
        self, project_name: str, id: str, *, async_req: bool = ..., _preload_content: bool = ...,
        _request_timeout: RequestTimeout = None, _return_http_data_only: bool = ...
    ) -> Any: ...
    @overload
    def role_assignments_get(
        self, project_name: str, id: str, *, async_req: Literal[False] = False, _preload_content: Literal[True] = True,
        _request_timeout: RequestTimeout = None, _return_http_data_only: bool = True
    ) -> ubiops.RoleAssignmentList: ...
    @overload
    def role_assignments_get(
        self, project_name: str, id: str, *, async_req: Literal[False] = False, _preload_content: Literal[False],
        _request_timeout: RequestTimeout = None, _return_http_data_only: bool = True
    ) -> HTTPResponse: ...
    @overload
    def role_assignments_get(
        self, project_name: str, id: str, *, async_req: Literal[True], _preload_content: Literal[True] = True,
        _request_timeout: RequestTimeout = None, _return_http_data_only: bool = True
    ) -> AsyncResult[ubiops.RoleAssignmentList]: ...
    @overload
    def role_assignments_get(
        self, project_name: str, id: str, *, async_req: Literal[True], _preload_content: Literal[False],
        _request_timeout: RequestTimeout = None, _return_http_data_only: bool = True
    ) -> AsyncResult[HTTPResponse]: ...
    @overload
    def role_assignments_get(
        self, project_name: str, id: str, *, async_req: bool = ..., _preload_content: bool = ...,
        _request_timeout: RequestTimeout = None, _return_http_data_only: bool = ...
    ) -> Any: ...
    @overload
    def role_assignments_get_with_http_info(
        self, project_name: str, id: str, *, async_req: Literal[False] = False, _preload_content: Literal[True] = True,
        _request_timeout: RequestTimeout = None, _return_http_data_only: Literal[False] = False
    ) -> Tuple[ubiops.RoleAssignmentList, int, Mapping[str, str]]: ...
    @overload
    def role_assignments_get_with_http_info(
        self, project_name: str, id: str, *, async_req: Literal[False] = False, _preload_content: Literal[False],
        _request_timeout: RequestTimeout = None, _return_http_data_only: Literal[False] = False
    ) -> Tuple[HTTPResponse, int, Mapping[str, str]]: ...
    @overload
    def role_assignments_get_with_http_info(
        self, project_name: str, id: str, *, async_req: Literal[True], _preload_content: Literal[True] = True,
        _request_timeout: RequestTimeout = None, _return_http_data_only: Literal[False] = False
    ) -> AsyncResult[Tuple[ubiops.RoleAssignmentList, int, Mapping[str, str]]]: ...
    @overload
    def role_assignments_get_with_http_info(
        self, project_name: str, id: str, *, async_req: Literal[True], _preload_content: Literal[False],
        _request_timeout: RequestTimeout = None, _return_http_data_only: Literal[False] = False
    ) -> AsyncResult[Tuple[HTTPResponse, int, Mapping[str, str]]]: ...
    @overload
    def role_assignments_get_with_http_info(
        self, project_name: str, id: str, *, async_req: Literal[False] = False, _preload_content: Literal[True] = True,
        _request_timeout: RequestTimeout = None, _return_http_data_only: Literal[True]
    ) -> ubiops.RoleAssignmentList: ...
    @overload
    def role_assignments_get_with_http_info(
        self, project_name: str, id: str, *, async_req: bool = ..., _preload_content: bool = ...,
        _request_timeout: RequestTimeout = None, _return_http_data_only: bool = ...
    ) -> Any: ...
    @overload
    def role_assignments_per_user_list(
        self, project_name: str, user_id: str, *, async_req: Literal[False] = False,
        _preload_content: Literal[True] = True, _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = True
    ) -> List[ubiops.RoleAssignmentList]: ...
    @overload
    def role_assignments_per_user_list(
        self, project_name: str, user_id: str, *, async_req: Literal[False] = False, _preload_content: Literal[False],
        _request_timeout: RequestTimeout = None, _return_http_data_only: bool = True
    ) -> HTTPResponse: ...
    @overload
    def role_assignments_per_user_list(
        self, project_name: str, user_id: str, *, async_req: Literal[True], _preload_content: Literal[True] = True,
        _request_timeout: RequestTimeout = None, _return_http_data_only: bool = True
    ) -> AsyncResult[List[ubiops.RoleAssignmentList]]: ...
    @overload
    def role_assignments_per_user_list(
        self, project_name: str, user_id: str, *, async_req: Literal[True], _preload_content: Literal[False],
        _request_timeout: RequestTimeout = None, _return_http_data_only: bool = True
    ) -> AsyncResult[HTTPResponse]: ...
    @overload
    def role_assignments_per_user_list(
        self, project_name: str, user_id: str, *, async_req: bool = ..., _preload_content: bool = ...,
        _request_timeout: RequestTimeout = None, _return_http_data_only: bool = ...
    ) -> Any: ...
    @overload
    def role_assignments_per_user_list_with_http_info(
        self, project_name: str, user_id: str, *, async_req: Literal[False] = False,
        _preload_content: Literal[True] = True, _request_timeout: RequestTimeout = None,
        _return_http_data_only: Literal[False] = False
    ) -> Tuple[List[ubiops.RoleAssignmentList], int, Mapping[str, str]]: ...
    @overload
    def role_assignments_per_user_list_with_http_info(
        self, project_name: str, user_id: str, *, async_req: Literal[False] = False, _preload_content: Literal[False],
        _request_timeout: RequestTimeout = None, _return_http_data_only: Literal[False] = False
    ) -> Tuple[HTTPResponse, int, Mapping[str, str]]: ...
    @overload
    def role_assignments_per_user_list_with_http_info(
        self, project_name: str, user_id: str, *, async_req: Literal[True], _preload_content: Literal[True] = True,
        _request_timeout: RequestTimeout = None, _return_http_data_only: Literal[False] = False
    ) -> AsyncResult[Tuple[List[ubiops.RoleAssignmentList], int, Mapping[str, str]]]: ...
    @overload
    def role_assignments_per_user_list_with_http_info(
        self, project_name: str, user_id: str, *, async_req: Literal[True], _preload_content: Literal[False],
        _request_timeout: RequestTimeout = None, _return_http_data_only: Literal[False] = False
    ) -> AsyncResult[Tuple[HTTPResponse, int, Mapping[str, str]]]: ...
    @overload
    def role_assignments_per_user_list_with_http_info(
        self, project_name: str, user_id: str, *, async_req: Literal[False] = False,
        _preload_content: Literal[True] = True, _request_timeout: RequestTimeout = None,
        _return_http_data_only: Literal[True]
    ) -> List[ubiops.RoleAssignmentList]: ...
    @overload
    def role_assignments_per_user_list_with_http_info(
        self, project_name: str, user_id: str, *, async_req: bool = ..., _preload_content: bool = ...,
        _request_timeout: RequestTimeout = None, _return_http_data_only: bool = ...
    ) -> Any: ...
    @overload
    def roles_create(
        self, project_name: str, data: Union[ubiops.RoleCreate, Mapping[str, Any]], *,
        async_req: Literal[False] = False, _preload_content: Literal[True] = True,
        _request_timeout: RequestTimeout = None, _return_http_data_only: bool = True
    ) -> ubiops.RoleDetailList: ...
    @overload
    def roles_create(
        self, project_name: str, data: Union[ubiops.RoleCreate, Mapping[str, Any]], *,
        async_req: Literal[False] = False, _preload_content: Literal[False], _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = True
    ) -> HTTPResponse: ...
    @overload
    def roles_create(
        self, project_name: str, data: Union[ubiops.RoleCreate, Mapping[str, Any]], *, async_req: Literal[True],
        _preload_content: Literal[True] = True, _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = True
    ) -> AsyncResult[ubiops.RoleDetailList]: ...
    @overload
    def roles_create(
        self, project_name: str, data: Union[ubiops.RoleCreate, Mapping[str, Any]], *, async_req: Literal[True],
        _preload_content: Literal[False], _request_timeout: RequestTimeout = None, _return_http_data_only: bool = True
    ) -> AsyncResult[HTTPResponse]: ...
    @overload
    def roles_create(
        self, project_name: str, data: Union[ubiops.RoleCreate, Mapping[str, Any]], *, async_req: bool = ...,
        _preload_content: bool = ..., _request_timeout: RequestTimeout = None, _return_http_data_only: bool = ...
    ) -> Any: ...
    @overload
    def roles_create_with_http_info(
        self, project_name: str, data: Union[ubiops.RoleCreate, Mapping[str, Any]], *,
        async_req: Literal[False] = False, _preload_content: Literal[True] = True,
        _request_timeout: RequestTimeout = None, _return_http_data_only: Literal[False] = False
    ) -> Tuple[ubiops.RoleDetailList, int, Mapping[str, str]]: ...
    @overload
    def roles_create_with_http_info(
        self, project_name: str, data: Union[ubiops.RoleCreate, Mapping[str, Any]], *,
        async_req: Literal[False] = False, _preload_content: Literal[False], _request_timeout: RequestTimeout = None,
        _return_http_data_only: Literal[False] = False
    ) -> Tuple[HTTPResponse, int, Mapping[str, str]]: ...
    @overload
    def roles_create_with_http_info(
        self, project_name: str, data: Union[ubiops.RoleCreate, Mapping[str, Any]], *, async_req: Literal[True],
        _preload_content: Literal[True] = True, _request_timeout: RequestTimeout = None,
        _return_http_data_only: Literal[False] = False
    ) -> AsyncResult[Tuple[ubiops.RoleDetailList, int, Mapping[str, str]]]: ...
    @overload
    def roles_create_with_http_info(
        self, project_name: str, data: Union[ubiops.RoleCreate, Mapping[str, Any]], *, async_req: Literal[True],
        _preload_content: Literal[False], _request_timeout: RequestTimeout = None,
        _return_http_data_only: Literal[False] = False
    ) -> AsyncResult[Tuple[HTTPResponse, int, Mapping[str, str]]]: ...
    @overload
    def roles_create_with_http_info(
        self, project_name: str, data: Union[ubiops.RoleCreate, Mapping[str, Any]], *,
        async_req: Literal[False] = False, _preload_content: Literal[True] = True,
        _request_timeout: RequestTimeout = None, _return_http_data_only: Literal[True]
    ) -> ubiops.RoleDetailList: ...
    @overload
    def roles_create_with_http_info(
        self, project_name: str, data: Union[ubiops.RoleCreate, Mapping[str, Any]], *, async_req: bool = ...,
        _preload_content: bool = ..., _request_timeout: RequestTimeout = None, _return_http_data_only: bool = ...
    ) -> Any: ...
    @overload
    def roles_delete(
        self, project_name: str, role_name: str, *, async_req: Literal[False] = False,
        _preload_content: Literal[True] = True, _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = True
    ) -> None: ...
    @overload
    def roles_delete(
        self, project_name: str, role_name: str, *, async_req: Literal[False] = False, _preload_content: Literal[False],
        _request_timeout: RequestTimeout = None, _return_http_data_only: bool = True
    ) -> HTTPResponse: ...
    @overload
    def roles_delete(
        self, project_name: str, role_name: str, *, async_req: Literal[True], _preload_content: Literal[True] = True,
        _request_timeout: RequestTimeout = None, _return_http_data_only: bool = True
    ) -> AsyncResult[None]: ...
    @overload
    def roles_delete(
        self, project_name: str, role_name: str, *, async_req: Literal[True], _preload_content: Literal[False],
        _request_timeout: RequestTimeout = None, _return_http_data_only: bool = True
    ) -> AsyncResult[HTTPResponse]: ...
    @overload
    def roles_delete(
        self, project_name: str, role_name: str, *, async_req: bool = ..., _preload_content: bool = ...,
        _request_timeout: RequestTimeout = None, _return_http_data_only: bool = ...
    ) -> Any: ...
    @overload
    def roles_delete_with_http_info(
        self, project_name: str, role_name: str, *, async_req: Literal[False] = False,
        _preload_content: Literal[True] = True, _request_timeout: RequestTimeout = None,
        _return_http_data_only: Literal[False] = False
    ) -> Tuple[None, int, Mapping[str, str]]: ...
    @overload
    def roles_delete_with_http_info(
        self, project_name: str, role_name: str, *, async_req: Literal[False] = False, _preload_content: Literal[False],
        _request_timeout: RequestTimeout = None, _return_http_data_only: Literal[False] = False
    ) -> Tuple[HTTPResponse, int, Mapping[str, str]]: ...
    @overload
    def roles_delete_with_http_info(
        self, project_name: str, role_name: str, *, async_req: Literal[True], _preload_content: Literal[True] = True,
        _request_timeout: RequestTimeout = None, _return_http_data_only: Literal[False] = False
    ) -> AsyncResult[Tuple[None, int, Mapping[str, str]]]: ...
    @overload
    def roles_delete_with_http_info(
        self, project_name: str, role_name: str, *, async_req: Literal[True], _preload_content: Literal[False],
        _request_timeout: RequestTimeout = None, _return_http_data_only: Literal[False] = False
    ) -> AsyncResult[Tuple[HTTPResponse, int, Mapping[str, str]]]: ...
    @overload
    def roles_delete_with_http_info(
        self, project_name: str, role_name: str, *, async_req: Literal[False] = False,
        _preload_content: Literal[True] = True, _request_timeout: RequestTimeout = None,
        _return_http_data_only: Literal[True]
    ) -> None: ...
    @overload
    def roles_delete_with_http_info(
        self, project_name: str, role_name: str, *, async_req: bool = ..., _preload_content: bool = ...,
        _request_timeout: RequestTimeout = None, _return_http_data_only: bool = ...
    ) -> Any: ...
    @overload
    def roles_get(
        self, project_name: str, role_name: str, *, async_req: Literal[False] = False,
        _preload_content: Literal[True] = True, _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = True
    ) -> ubiops.RoleDetailList: ...
    @overload
    def roles_get(
        self, project_name: str, role_name: str, *, async_req: Literal[False] = False, _preload_content: Literal[False],
        _request_timeout: RequestTimeout = None, _return_http_data_only: bool = True
    ) -> HTTPResponse: ...
    @overload
    def roles_get(
        self, project_name: str, role_name: str, *, async_req: Literal[True], _preload_content: Literal[True] = True,
        _request_timeout: RequestTimeout = None, _return_http_data_only: bool = True
    ) -> AsyncResult[ubiops.RoleDetailList]: ...
    @overload
    def roles_get(
        self, project_name: str, role_name: str, *, async_req: Literal[True], _preload_content: Literal[False],
        _request_timeout: RequestTimeout = None, _return_http_data_only: bool = True
    ) -> AsyncResult[HTTPResponse]: ...
    @overload
    def roles_get(
        self, project_name: str, role_name: str, *, async_req: bool = ..., _preload_content: bool = ...,
        _request_timeout: RequestTimeout = None, _return_http_data_only: bool = ...
    ) -> Any: ...
    @overload
    def roles_get_with_http_info(
        self, project_name: str, role_name: str, *, async_req: Literal[False] = False,
        _preload_content: Literal[True] = True, _request_timeout: RequestTimeout = None,
        _return_http_data_only: Literal[False] = False
    ) -> Tuple[ubiops.RoleDetailList, int, Mapping[str, str]]: ...
    @overload
    def roles_get_with_http_info(
        self, project_name: str, role_name: str, *, async_req: Literal[False] = False, _preload_content: Literal[False],
        _request_timeout: RequestTimeout = None, _return_http_data_only: Literal[False] = False
    ) -> Tuple[HTTPResponse, int, Mapping[str, str]]: ...
    @overload
    def roles_get_with_http_info(
        self, project_name: str, role_name: str, *, async_req: Literal[True], _preload_content: Literal[True] = True,
        _request_timeout: RequestTimeout = None, _return_http_data_only: Literal[False] = False
    ) -> AsyncResult[Tuple[ubiops.RoleDetailList, int, Mapping[str, str]]]: ...
    @overload
    def roles_get_with_http_info(
        self, project_name: str, role_name: str, *, async_req: Literal[True], _preload_content: Literal[False],
        _request_timeout: RequestTimeout = None, _return_http_data_only: Literal[False] = False
    ) -> AsyncResult[Tuple[HTTPResponse, int, Mapping[str, str]]]: ...
    @overload
    def roles_get_with_http_info(
        self, project_name: str, role_name: str, *, async_req: Literal[False] = False,
        _preload_content: Literal[True] = True, _request_timeout: RequestTimeout = None,
        _return_http_data_only: Literal[True]
    ) -> ubiops.RoleDetailList: ...
    @overload
    def roles_get_with_http_info(
        self, project_name: str, role_name: str, *, async_req: bool = ..., _preload_content: bool = ...,
        _request_timeout: RequestTimeout = None, _return_http_data_only: bool = ...
    ) -> Any: ...
    @overload
    def roles_list(
        self, project_name: str, *, async_req: Literal[False] = False, _preload_content: Literal[True] = True,
        _request_timeout: RequestTimeout = None, _return_http_data_only: bool = True
    ) -> List[ubiops.RoleList]: ...
    @overload
    def roles_list(
        self, project_name: str, *, async_req: Literal[False] = False, _preload_content: Literal[False],
        _request_timeout: RequestTimeout = None, _return_http_data_only: bool = True
    ) -> HTTPResponse: ...
    @overload
    def roles_list(
        self, project_name: str, *, async_req: Literal[True], _preload_content: Literal[True] = True,
        _request_timeout: RequestTimeout = None, _return_http_data_only: bool = True
    ) -> AsyncResult[List[ubiops.RoleList]]: ...
    @overload
    def roles_list(
        self, project_name: str, *, async_req: Literal[True], _preload_content: Literal[False],
        _request_timeout: RequestTimeout = None, _return_http_data_only: bool = True
    ) -> AsyncResult[HTTPResponse]: ...
    @overload
    def roles_list(
        self, project_name: str, *, async_req: bool = ..., _preload_content: bool = ...,
        _request_timeout: RequestTimeout = None, _return_http_data_only: bool = ...
    ) -> Any: ...
    @overload
    def roles_list_with_http_info(
        self, project_name: str, *, async_req: Literal[False] = False, _preload_content: Literal[True] = True,
        _request_timeout: RequestTimeout = None, _return_http_data_only: Literal[False] = False
    ) -> Tuple[List[ubiops.RoleList], int, Mapping[str, str]]: ...
    @overload
    def roles_list_with_http_info(
        self, project_name: str, *, async_req: Literal[False] = False, _preload_content: Literal[False],
        _request_timeout: RequestTimeout = None, _return_http_data_only: Literal[False] = False
    ) -> Tuple[HTTPResponse, int, Mapping[str, str]]: ...
    @overload
    def roles_list_with_http_info(
        self, project_name: str, *, async_req: Literal[True], _preload_content: Literal[True] = True,
        _request_timeout: RequestTimeout = None, _return_http_data_only: Literal[False] = False
    ) -> AsyncResult[Tuple[List[ubiops.RoleList], int, Mapping[str, str]]]: ...
    @overload
    def roles_list_with_http_info(
        self, project_name: str, *, async_req: Literal[True], _preload_content: Literal[False],
        _request_timeout: RequestTimeout = None, _return_http_data_only: Literal[False] = False
    ) -> AsyncResult[Tuple[HTTPResponse, int, Mapping[str, str]]]: ...
    @overload
    def roles_list_with_http_info(
        self, project_name: str, *, async_req: Literal[False] = False, _preload_content: Literal[True] = True,
        _request_timeout: RequestTimeout = None, _return_http_data_only: Literal[True]
    ) -> List[ubiops.RoleList]: ...
    @overload
    def roles_list_with_http_info(
        self, project_name: str, *, async_req: bool = ..., _preload_content: bool = ...,
        _request_timeout: RequestTimeout = None, _return_http_data_only: bool = ...
    ) -> Any: ...
    @overload
    def roles_update(
        self, project_name: str, role_name: str, data: Union[ubiops.RoleUpdate, Mapping[str, Any]], *,
        async_req: Literal[False] = False, _preload_content: Literal[True] = True,
        _request_timeout: RequestTimeout = None, _return_http_data_only: bool = True
    ) -> ubiops.RoleDetailList: ...
    @overload
    def roles_update(
        self, project_name: str, role_name: str, data: Union[ubiops.RoleUpdate, Mapping[str, Any]], *,
        async_req: Literal[False] = False, _preload_content: Literal[False], _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = True
    ) -> HTTPResponse: ...
    @overload
    def roles_update(
        self, project_name: str, role_name: str, data: Union[ubiops.RoleUpdate, Mapping[str, Any]], *,
        async_req: Literal[True], _preload_content: Literal[True] = True, _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = True
    ) -> AsyncResult[ubiops.RoleDetailList]: ...
    @overload
    def roles_update(
        self, project_name: str, role_name: str, data: Union[ubiops.RoleUpdate, Mapping[str, Any]], *,
        async_req: Literal[True], _preload_content: Literal[False], _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = True
    ) -> AsyncResult[HTTPResponse]: ...
    @overload
    def roles_update(
        self, project_name: str, role_name: str, data: Union[ubiops.RoleUpdate, Mapping[str, Any]], *,
        async_req: bool = ..., _preload_content: bool = ..., _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = ...
    ) -> Any: ...
    @overload
    def roles_update_with_http_info(
        self, project_name: str, role_name: str, data: Union[ubiops.RoleUpdate, Mapping[str, Any]], *,
        async_req: Literal[False] = False, _preload_content: Literal[True] = True,
        _request_timeout: RequestTimeout = None, _return_http_data_only: Literal[False] = False
    ) -> Tuple[ubiops.RoleDetailList, int, Mapping[str, str]]: ...
    @overload
    def roles_update_with_http_info(
        self, project_name: str, role_name: str, data: Union[ubiops.RoleUpdate, Mapping[str, Any]], *,
        async_req: Literal[False] = False, _preload_content: Literal[False], _request_timeout: RequestTimeout = None,
        _return_http_data_only: Literal[False] = False
    ) -> Tuple[HTTPResponse, int, Mapping[str, str]]: ...
    @overload
    def roles_update_with_http_info(
        self, project_name: str, role_name: str, data: Union[ubiops.RoleUpdate, Mapping[str, Any]], *,
        async_req: Literal[True], _preload_content: Literal[True] = True, _request_timeout: RequestTimeout = None,
        _return_http_data_only: Literal[False] = False
    ) -> AsyncResult[Tuple[ubiops.RoleDetailList, int, Mapping[str, str]]]: ...
    @overload
    def roles_update_with_http_info(
        self, project_name: str, role_name: str, data: Union[ubiops.RoleUpdate, Mapping[str, Any]], *,
        async_req: Literal[True], _preload_content: Literal[False], _request_timeout: RequestTimeout = None,
        _return_http_data_only: Literal[False] = False
    ) -> AsyncResult[Tuple[HTTPResponse, int, Mapping[str, str]]]: ...
    @overload
    def roles_update_with_http_info(
        self, project_name: str, role_name: str, data: Union[ubiops.RoleUpdate, Mapping[str, Any]], *,
        async_req: Literal[False] = False, _preload_content: Literal[True] = True,
        _request_timeout: RequestTimeout = None, _return_http_data_only: Literal[True]
    ) -> ubiops.RoleDetailList: ...
    @overload
    def roles_update_with_http_info(
        self, project_name: str, role_name: str, data: Union[ubiops.RoleUpdate, Mapping[str, Any]], *,
        async_req: bool = ..., _preload_content: bool = ..., _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = ...
    ) -> Any: ...
    @overload
    def scheduled_requests_create(
        self, project_name: str, data: Union[ubiops.ScheduleCreate, Mapping[str, Any]], *,
        async_req: Literal[False] = False, _preload_content: Literal[True] = True,
        _request_timeout: RequestTimeout = None, _return_http_data_only: bool = True
    ) -> ubiops.ScheduleList: ...
    @overload
    def scheduled_requests_create(
        self, project_name: str, data: Union[ubiops.ScheduleCreate, Mapping[str, Any]], *,
        async_req: Literal[False] = False, _preload_content: Literal[False], _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = True
    ) -> HTTPResponse: ...
    @overload
    def scheduled_requests_create(
        self, project_name: str, data: Union[ubiops.ScheduleCreate, Mapping[str, Any]], *, async_req: Literal[True],
        _preload_content: Literal[True] = True, _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = True
    ) -> AsyncResult[ubiops.ScheduleList]: ...
    @overload
    def scheduled_requests_create(
        self, project_name: str, data: Union[ubiops.ScheduleCreate, Mapping[str, Any]], *, async_req: Literal[True],
        _preload_content: Literal[False], _request_timeout: RequestTimeout = None, _return_http_data_only: bool = True
    ) -> AsyncResult[HTTPResponse]: ...
    @overload
    def scheduled_requests_create(
        self, project_name: str, data: Union[ubiops.ScheduleCreate, Mapping[str, Any]], *, async_req: bool = ...,
        _preload_content: bool = ..., _request_timeout: RequestTimeout = None, _return_http_data_only: bool = ...
    ) -> Any: ...
    @overload
    def scheduled_requests_create_with_http_info(
        self, project_name: str, data: Union[ubiops.ScheduleCreate, Mapping[str, Any]], *,
        async_req: Literal[False] = False, _preload_content: Literal[True] = True,
        _request_timeout: RequestTimeout = None, _return_http_data_only: Literal[False] = False
    ) -> Tuple[ubiops.ScheduleList, int, Mapping[str, str]]: ...
    @overload
    def scheduled_requests_create_with_http_info(
        self, project_name: str, data: Union[ubiops.ScheduleCreate, Mapping[str, Any]], *,
        async_req: Literal[False] = False, _preload_content: Literal[False], _request_timeout: RequestTimeout = None,
        _return_http_data_only: Literal[False] = False
    ) -> Tuple[HTTPResponse, int, Mapping[str, str]]: ...
    @overload
    def scheduled_requests_create_with_http_info(
        self, project_name: str, data: Union[ubiops.ScheduleCreate, Mapping[str, Any]], *, async_req: Literal[True],
        _preload_content: Literal[True] = True, _request_timeout: RequestTimeout = None,
        _return_http_data_only: Literal[False] = False
    ) -> AsyncResult[Tuple[ubiops.ScheduleList, int, Mapping[str, str]]]: ...
    @overload
    def scheduled_requests_create_with_http_info(
        self, project_name: str, data: Union[ubiops.ScheduleCreate, Mapping[str, Any]], *, async_req: Literal[True],
        _preload_content: Literal[False], _request_timeout: RequestTimeout = None,
        _return_http_data_only: Literal[False] = False
    ) -> AsyncResult[Tuple[HTTPResponse, int, Mapping[str, str]]]: ...
    @overload
    def scheduled_requests_create_with_http_info(
        self, project_name: str, data: Union[ubiops.ScheduleCreate, Mapping[str, Any]], *,
        async_req: Literal[False] = False, _preload_content: Literal[True] = True,
        _request_timeout: RequestTimeout = None, _return_http_data_only: Literal[True]
    ) -> ubiops.ScheduleList: ...
    @overload
    def scheduled_requests_create_with_http_info(
        self, project_name: str, data: Union[ubiops.ScheduleCreate, Mapping[str, Any]], *, async_req: bool = ...,
        _preload_content: bool = ..., _request_timeout: RequestTimeout = None, _return_http_data_only: bool = ...
    ) -> Any: ...
    @overload
    def scheduled_requests_delete(
        self, project_name: str, schedule_name: str, *, async_req: Literal[False] = False,
        _preload_content: Literal[True] = True, _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = True
    ) -> None: ...
    @overload
    def scheduled_requests_delete(
        self, project_name: str, schedule_name: str, *, async_req: Literal[False] = False,
        _preload_content: Literal[False], _request_timeout: RequestTimeout = None, _return_http_data_only: bool = True
    ) -> HTTPResponse: ...
    @overload
    def scheduled_requests_delete(
        self, project_name: str, schedule_name: str, *, async_req: Literal[True],
        _preload_content: Literal[True] = True, _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = True
    ) -> AsyncResult[None]: ...
    @overload
    def scheduled_requests_delete(
        self, project_name: str, schedule_name: str, *, async_req: Literal[True], _preload_content: Literal[False],
        _request_timeout: RequestTimeout = None, _return_http_data_only: bool = True
    ) -> AsyncResult[HTTPResponse]: ...
    @overload
    def scheduled_requests_delete(
        self, project_name: str, schedule_name: str, *, async_req: bool = ..., _preload_content: bool = ...,
        _request_timeout: RequestTimeout = None, _return_http_data_only: bool = ...
    ) -> Any: ...
    @overload
    def scheduled_requests_delete_with_http_info(
        self, project_name: str, schedule_name: str, *, async_req: Literal[False] = False,
        _preload_content: Literal[True] = True, _request_timeout: RequestTimeout = None,
        _return_http_data_only: Literal[False] = False
    ) -> Tuple[None, int, Mapping[str, str]]: ...
    @overload
    def scheduled_requests_delete_with_http_info(
        self, project_name: str, schedule_name: str, *, async_req: Literal[False] = False,
        _preload_content: Literal[False], _request_timeout: RequestTimeout = None,
        _return_http_data_only: Literal[False] = False
    ) -> Tuple[HTTPResponse, int, Mapping[str, str]]: ...
    @overload
    def scheduled_requests_delete_with_http_info(
        self, project_name: str, schedule_name: str, *, async_req: Literal[True],
        _preload_content: Literal[True] = True, _request_timeout: RequestTimeout = None,
        _return_http_data_only: Literal[False] = False
    ) -> AsyncResult[Tuple[None, int, Mapping[str, str]]]: ...
    @overload
    def scheduled_requests_delete_with_http_info(
        self, project_name: str, schedule_name: str, *, async_req: Literal[True], _preload_content: Literal[False],
        _request_timeout: RequestTimeout = None, _return_http_data_only: Literal[False] = False
    ) -> AsyncResult[Tuple[HTTPResponse, int, Mapping[str, str]]]: ...
    @overload
    def scheduled_requests_delete_with_http_info(
        self, project_name: str, schedule_name: str, *, async_req: Literal[False] = False,
        _preload_content: Literal[True] = True, _request_timeout: RequestTimeout = None,
        _return_http_data_only: Literal[True]
    ) -> None: ...
    @overload
    def scheduled_requests_delete_with_http_info(
        self, project_name: str, schedule_name: str, *, async_req: bool = ..., _preload_content: bool = ...,
        _request_timeout: RequestTimeout = None, _return_http_data_only: bool = ...
    ) -> Any: ...
    @overload
    def scheduled_requests_get(
        self, project_name: str, schedule_name: str, *, async_req: Literal[False] = False,
        _preload_content: Literal[True] = True, _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = True
    ) -> ubiops.ScheduleList: ...
    @overload
    def scheduled_requests_get(
        self, project_name: str, schedule_name: str, *, async_req: Literal[False] = False,
        _preload_content: Literal[False], _request_timeout: RequestTimeout = None, _return_http_data_only: bool = True
    ) -> HTTPResponse: ...
    @overload
    def scheduled_requests_get(
        self, project_name: str, schedule_name: str, *, async_req: Literal[True],
        _preload_content: Literal[True] = True, _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = True
    ) -> AsyncResult[ubiops.ScheduleList]: ...
    @overload
    def scheduled_requests_get(
        self, project_name: str, schedule_name: str, *, async_req: Literal[True], _preload_content: Literal[False],
        _request_timeout: RequestTimeout = None, _return_http_data_only: bool = True
    ) -> AsyncResult[HTTPResponse]: ...
    @overload
    def scheduled_requests_get(
        self, project_name: str, schedule_name: str, *, async_req: bool = ..., _preload_content: bool = ...,
        _request_timeout: RequestTimeout = None, _return_http_data_only: bool = ...
    ) -> Any: ...
    @overload
    def scheduled_requests_get_with_http_info(
        self, project_name: str, schedule_name: str, *, async_req: Literal[False] = False,
        _preload_content: Literal[True] = True, _request_timeout: RequestTimeout = None,
        _return_http_data_only: Literal[False] = False
    ) -> Tuple[ubiops.ScheduleList, int, Mapping[str, str]]: ...
    @overload
    def scheduled_requests_get_with_http_info(
        self, project_name: str, schedule_name: str, *, async_req: Literal[False] = False,
        _preload_content: Literal[False], _request_timeout: RequestTimeout = None,
        _return_http_data_only: Literal[False] = False
    ) -> Tuple[HTTPResponse, int, Mapping[str, str]]: ...
    @overload
    def scheduled_requests_get_with_http_info(
        self, project_name: str, schedule_name: str, *, async_req: Literal[True],
        _preload_content: Literal[True] = True, _request_timeout: RequestTimeout = None,
        _return_http_data_only: Literal[False] = False
    ) -> AsyncResult[Tuple[ubiops.ScheduleList, int, Mapping[str, str]]]: ...
    @overload
    def scheduled_requests_get_with_http_info(
        self, project_name: str, schedule_name: str, *, async_req: Literal[True], _preload_content: Literal[False],
        _request_timeout: RequestTimeout = None, _return_http_data_only: Literal[False] = False
    ) -> AsyncResult[Tuple[HTTPResponse, int, Mapping[str, str]]]: ...
    @overload
    def scheduled_requests_get_with_http_info(
        self, project_name: str, schedule_name: str, *, async_req: Literal[False] = False,
        _preload_content: Literal[True] = True, _request_timeout: RequestTimeout = None,
        _return_http_data_only: Literal[True]
    ) -> ubiops.ScheduleList: ...
    @overload
    def scheduled_requests_get_with_http_info(
        self, project_name: str, schedule_name: str, *, async_req: bool = ..., _preload_content: bool = ...,
        _request_timeout: RequestTimeout = None, _return_http_data_only: bool = ...
    ) -> Any: ...
    @overload
    def scheduled_requests_list(
        self, project_name: str, *, async_req: Literal[False] = False, _preload_content: Literal[True] = True,
        _request_timeout: RequestTimeout = None, _return_http_data_only: bool = True
    ) -> List[ubiops.ScheduleList]: ...
    @overload
    def scheduled_requests_list(
        self, project_name: str, *, async_req: Literal[False] = False, _preload_content: Literal[False],
        _request_timeout: RequestTimeout = None, _return_http_data_only: bool = True
    ) -> HTTPResponse: ...
    @overload
    def scheduled_requests_list(
        self, project_name: str, *, async_req: Literal[True], _preload_content: Literal[True] = True,
        _request_timeout: RequestTimeout = None, _return_http_data_only: bool = True
    ) -> AsyncResult[List[ubiops.ScheduleList]]: ...
    @overload
    def scheduled_requests_list(
        self, project_name: str, *, async_req: Literal[True], _preload_content: Literal[False],
        _request_timeout: RequestTimeout = None, _return_http_data_only: bool = True
    ) -> AsyncResult[HTTPResponse]: ...
    @overload
    def scheduled_requests_list(
        self, project_name: str, *, async_req: bool = ..., _preload_content: bool = ...,
        _request_timeout: RequestTimeout = None, _return_http_data_only: bool = ...
    ) -> Any: ...
    @overload
    def scheduled_requests_list_with_http_info(
        self, project_name: str, *, async_req: Literal[False] = False, _preload_content: Literal[True] = True,
        _request_timeout: RequestTimeout = None, _return_http_data_only: Literal[False] = False
    ) -> Tuple[List[ubiops.ScheduleList], int, Mapping[str, str]]: ...
    @overload
    def scheduled_requests_list_with_http_info(
        self, project_name: str, *, async_req: Literal[False] = False, _preload_content: Literal[False],
        _request_timeout: RequestTimeout = None, _return_http_data_only: Literal[False] = False
    ) -> Tuple[HTTPResponse, int, Mapping[str, str]]: ...
    @overload
    def scheduled_requests_list_with_http_info(
        self, project_name: str, *, async_req: Literal[True], _preload_content: Literal[True] = True,
        _request_timeout: RequestTimeout = None, _return_http_data_only: Literal[False] = False
    ) -> AsyncResult[Tuple[List[ubiops.ScheduleList], int, Mapping[str, str]]]: ...
    @overload
    def scheduled_requests_list_with_http_info(
        self, project_name: str, *, async_req: Literal[True], _preload_content: Literal[False],
        _request_timeout: RequestTimeout = None, _return_http_data_only: Literal[False] = False
    ) -> AsyncResult[Tuple[HTTPResponse, int, Mapping[str, str]]]: ...
    @overload
    def scheduled_requests_list_with_http_info(
        self, project_name: str, *, async_req: Literal[False] = False, _preload_content: Literal[True] = True,
        _request_timeout: RequestTimeout = None, _return_http_data_only: Literal[True]
    ) -> List[ubiops.ScheduleList]: ...
    @overload
    def scheduled_requests_list_with_http_info(
        self, project_name: str, *, async_req: bool = ..., _preload_content: bool = ...,
        _request_timeout: RequestTimeout = None, _return_http_data_only: bool = ...
    ) -> Any: ...
    @overload
    def scheduled_requests_update(
        self, project_name: str, schedule_name: str, data: Union[ubiops.ScheduleUpdate, Mapping[str, Any]], *,
        async_req: Literal[False] = False, _preload_content: Literal[True] = True,
        _request_timeout: RequestTimeout = None, _return_http_data_only: bool = True
    ) -> ubiops.ScheduleList: ...
    @overload
    def scheduled_requests_update(
        self, project_name: str, schedule_name: str, data: Union[ubiops.ScheduleUpdate, Mapping[str, Any]], *,
        async_req: Literal[False] = False, _preload_content: Literal[False], _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = True
    ) -> HTTPResponse: ...
    @overload
    def scheduled_requests_update(
        self, project_name: str, schedule_name: str, data: Union[ubiops.ScheduleUpdate, Mapping[str, Any]], *,
        async_req: Literal[True], _preload_content: Literal[True] = True, _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = True
    ) -> AsyncResult[ubiops.ScheduleList]: ...
    @overload
    def scheduled_requests_update(
        self, project_name: str, schedule_name: str, data: Union[ubiops.ScheduleUpdate, Mapping[str, Any]], *,
        async_req: Literal[True], _preload_content: Literal[False], _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = True
    ) -> AsyncResult[HTTPResponse]: ...
    @overload
    def scheduled_requests_update(
        self, project_name: str, schedule_name: str, data: Union[ubiops.ScheduleUpdate, Mapping[str, Any]], *,
        async_req: bool = ..., _preload_content: bool = ..., _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = ...
    ) -> Any: ...
    @overload
    def scheduled_requests_update_with_http_info(
        self, project_name: str, schedule_name: str, data: Union[ubiops.ScheduleUpdate, Mapping[str, Any]], *,
        async_req: Literal[False] = False, _preload_content: Literal[True] = True,
        _request_timeout: RequestTimeout = None, _return_http_data_only: Literal[False] = False
    ) -> Tuple[ubiops.ScheduleList, int, Mapping[str, str]]: ...
    @overload
    def scheduled_requests_update_with_http_info(
        self, project_name: str, schedule_name: str, data: Union[ubiops.ScheduleUpdate, Mapping[str, Any]], *,
        async_req: Literal[False] = False, _preload_content: Literal[False], _request_timeout: RequestTimeout = None,
        _return_http_data_only: Literal[False] = False
    ) -> Tuple[HTTPResponse, int, Mapping[str, str]]: ...
    @overload
    def scheduled_requests_update_with_http_info(
        self, project_name: str, schedule_name: str, data: Union[ubiops.ScheduleUpdate, Mapping[str, Any]], *,
        async_req: Literal[True], _preload_content: Literal[True] = True, _request_timeout: RequestTimeout = None,
        _return_http_data_only: Literal[False] = False
    ) -> AsyncResult[Tuple[ubiops.ScheduleList, int, Mapping[str, str]]]: ...
    @overload
    def scheduled_requests_update_with_http_info(
        self, project_name: str, schedule_name: str, data: Union[ubiops.ScheduleUpdate, Mapping[str, Any]], *,
        async_req: Literal[True], _preload_content: Literal[False], _request_timeout: RequestTimeout = None,
        _return_http_data_only: Literal[False] = False
    ) -> AsyncResult[Tuple[HTTPResponse, int, Mapping[str, str]]]: ...
    @overload
    def scheduled_requests_update_with_http_info(
        self, project_name: str, schedule_name: str, data: Union[ubiops.ScheduleUpdate, Mapping[str, Any]], *,
        async_req: Literal[False] = False, _preload_content: Literal[True] = True,
        _request_timeout: RequestTimeout = None, _return_http_data_only: Literal[True]
    ) -> ubiops.ScheduleList: ...
    @overload
    def scheduled_requests_update_with_http_info(
        self, project_name: str, schedule_name: str, data: Union[ubiops.ScheduleUpdate, Mapping[str, Any]], *,
        async_req: bool = ..., _preload_content: bool = ..., _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = ...
    ) -> Any: ...
    @overload
    def service_status(
        self, *, async_req: Literal[False] = False, _preload_content: Literal[True] = True,
        _request_timeout: RequestTimeout = None, _return_http_data_only: bool = True
    ) -> ubiops.Status: ...
    @overload
    def service_status(
        self, *, async_req: Literal[False] = False, _preload_content: Literal[False],
        _request_timeout: RequestTimeout = None, _return_http_data_only: bool = True
    ) -> HTTPResponse: ...
    @overload
    def service_status(
        self, *, async_req: Literal[True], _preload_content: Literal[True] = True,
        _request_timeout: RequestTimeout = None, _return_http_data_only: bool = True
    ) -> AsyncResult[ubiops.Status]: ...
    @overload
    def service_status(
        self, *, async_req: Literal[True], _preload_content: Literal[False], _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = True
    ) -> AsyncResult[HTTPResponse]: ...
    @overload
    def service_status(
        self, *, async_req: bool = ..., _preload_content: bool = ..., _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = ...
    ) -> Any: ...
    @overload
    def service_status_with_http_info(
        self, *, async_req: Literal[False] = False, _preload_content: Literal[True] = True,
        _request_timeout: RequestTimeout = None, _return_http_data_only: Literal[False] = False
    ) -> Tuple[ubiops.Status, int, Mapping[str, str]]: ...
    @overload
    def service_status_with_http_info(
        self, *, async_req: Literal[False] = False, _preload_content: Literal[False],
        _request_timeout: RequestTimeout = None, _return_http_data_only: Literal[False] = False
    ) -> Tuple[HTTPResponse, int, Mapping[str, str]]: ...
    @overload
    def service_status_with_http_info(
        self, *, async_req: Literal[True], _preload_content: Literal[True] = True,
        _request_timeout: RequestTimeout = None, _return_http_data_only: Literal[False] = False
    ) -> AsyncResult[Tuple[ubiops.Status, int, Mapping[str, str]]]: ...
    @overload
    def service_status_with_http_info(
        self, *, async_req: Literal[True], _preload_content: Literal[False], _request_timeout: RequestTimeout = None,
        _return_http_data_only: Literal[False] = False
    ) -> AsyncResult[Tuple[HTTPResponse, int, Mapping[str, str]]]: ...
    @overload
    def service_status_with_http_info(
        self, *, async_req: Literal[False] = False, _preload_content: Literal[True] = True,
        _request_timeout: RequestTimeout = None, _return_http_data_only: Literal[True]
    ) -> ubiops.Status: ...
    @overload
    def service_status_with_http_info(
        self, *, async_req: bool = ..., _preload_content: bool = ..., _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = ...
    ) -> Any: ...
    @overload
    def service_users_create(
        self, project_name: str, data: Union[ubiops.ServiceUserCreate, Mapping[str, Any]], *,
        async_req: Literal[False] = False, _preload_content: Literal[True] = True,
        _request_timeout: RequestTimeout = None, _return_http_data_only: bool = True
    ) -> ubiops.ServiceUserDetail: ...
    @overload
    def service_users_create(
        self, project_name: str, data: Union[ubiops.ServiceUserCreate, Mapping[str, Any]], *,
        async_req: Literal[False] = False, _preload_content: Literal[False], _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = True
    ) -> HTTPResponse: ...
    @overload
    def service_users_create(
        self, project_name: str, data: Union[ubiops.ServiceUserCreate, Mapping[str, Any]], *, async_req: Literal[True],
        _preload_content: Literal[True] = True, _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = True
    ) -> AsyncResult[ubiops.ServiceUserDetail]: ...
    @overload
    def service_users_create(
        self, project_name: str, data: Union[ubiops.ServiceUserCreate, Mapping[str, Any]], *, async_req: Literal[True],
        _preload_content: Literal[False], _request_timeout: RequestTimeout = None, _return_http_data_only: bool = True
    ) -> AsyncResult[HTTPResponse]: ...
    @overload
    def service_users_create(
        self, project_name: str, data: Union[ubiops.ServiceUserCreate, Mapping[str, Any]], *, async_req: bool = ...,
        _preload_content: bool = ..., _request_timeout: RequestTimeout = None, _return_http_data_only: bool = ...
    ) -> Any: ...
    @overload
    def service_users_create_with_http_info(
        self, project_name: str, data: Union[ubiops.ServiceUserCreate, Mapping[str, Any]], *,
        async_req: Literal[False] = False, _preload_content: Literal[True] = True,
        _request_timeout: RequestTimeout = None, _return_http_data_only: Literal[False] = False
    ) -> Tuple[ubiops.ServiceUserDetail, int, Mapping[str, str]]: ...
    @overload
    def service_users_create_with_http_info(
        self, project_name: str, data: Union[ubiops.ServiceUserCreate, Mapping[str, Any]], *,
        async_req: Literal[False] = False, _preload_content: Literal[False], _request_timeout: RequestTimeout = None,
        _return_http_data_only: Literal[False] = False
    ) -> Tuple[HTTPResponse, int, Mapping[str, str]]: ...
    @overload
    def service_users_create_with_http_info(
        self, project_name: str, data: Union[ubiops.ServiceUserCreate, Mapping[str, Any]], *, async_req: Literal[True],
        _preload_content: Literal[True] = True, _request_timeout: RequestTimeout = None,
        _return_http_data_only: Literal[False] = False
    ) -> AsyncResult[Tuple[ubiops.ServiceUserDetail, int, Mapping[str, str]]]: ...
    @overload
    def service_users_create_with_http_info(
        self, project_name: str, data: Union[ubiops.ServiceUserCreate, Mapping[str, Any]], *, async_req: Literal[True],
        _preload_content: Literal[False], _request_timeout: RequestTimeout = None,
        _return_http_data_only: Literal[False] = False
    ) -> AsyncResult[Tuple[HTTPResponse, int, Mapping[str, str]]]: ...
    @overload
    def service_users_create_with_http_info(
        self, project_name: str, data: Union[ubiops.ServiceUserCreate, Mapping[str, Any]], *,
        async_req: Literal[False] = False, _preload_content: Literal[True] = True,
        _request_timeout: RequestTimeout = None, _return_http_data_only: Literal[True]
    ) -> ubiops.ServiceUserDetail: ...
    @overload
    def service_users_create_with_http_info(
        self, project_name: str, data: Union[ubiops.ServiceUserCreate, Mapping[str, Any]], *, async_req: bool = ...,
        _preload_content: bool = ..., _request_timeout: RequestTimeout = None, _return_http_data_only: bool = ...
    ) -> Any: ...
    @overload
    def service_users_delete(
        self, project_name: str, service_user_id: str, *, async_req: Literal[False] = False,
        _preload_content: Literal[True] = True, _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = True
    ) -> None: ...
    @overload
    def service_users_delete(
        self, project_name: str, service_user_id: str, *, async_req: Literal[False] = False,
        _preload_content: Literal[False], _request_timeout: RequestTimeout = None, _return_http_data_only: bool = True
    ) -> HTTPResponse: ...
    @overload
    def service_users_delete(
        self, project_name: str, service_user_id: str, *, async_req: Literal[True],
        _preload_content: Literal[True] = True, _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = True
    ) -> AsyncResult[None]: ...
    @overload
    def service_users_delete(
        self, project_name: str, service_user_id: str, *, async_req: Literal[True], _preload_content: Literal[False],
        _request_timeout: RequestTimeout = None, _return_http_data_only: bool = True
    ) -> AsyncResult[HTTPResponse]: ...
    @overload
    def service_users_delete(
        self, project_name: str, service_user_id: str, *, async_req: bool = ..., _preload_content: bool = ...,
        _request_timeout: RequestTimeout = None, _return_http_data_only: bool = ...
    ) -> Any: ...
    @overload
    def service_users_delete_with_http_info(
        self, project_name: str, service_user_id: str, *, async_req: Literal[False] = False,
        _preload_content: Literal[True] = True, _request_timeout: RequestTimeout = None,
        _return_http_data_only: Literal[False] = False
    ) -> Tuple[None, int, Mapping[str, str]]: ...
    @overload
    def service_users_delete_with_http_info(
        self, project_name: str, service_user_id: str, *, async_req: Literal[False] = False,
        _preload_content: Literal[False], _request_timeout: RequestTimeout = None,
        _return_http_data_only: Literal[False] = False
    ) -> Tuple[HTTPResponse, int, Mapping[str, str]]: ...
    @overload
    def service_users_delete_with_http_info(
        self, project_name: str, service_user_id: str, *, async_req: Literal[True],
        _preload_content: Literal[True] = True, _request_timeout: RequestTimeout = None,
        _return_http_data_only: Literal[False] = False
    ) -> AsyncResult[Tuple[None, int, Mapping[str, str]]]: ...
    @overload
    def service_users_delete_with_http_info(
        self, project_name: str, service_user_id: str, *, async_req: Literal[True], _preload_content: Literal[False],
        _request_timeout: RequestTimeout = None, _return_http_data_only: Literal[False] = False
    ) -> AsyncResult[Tuple[HTTPResponse, int, Mapping[str, str]]]: ...
    @overload
    def service_users_delete_with_http_info(
        self, project_name: str, service_user_id: str, *, async_req: Literal[False] = False,
        _preload_content: Literal[True] = True, _request_timeout: RequestTimeout = None,
        _return_http_data_only: Literal[True]
    ) -> None: ...
    @overload
    def service_users_delete_with_http_info(
        self, project_name: str, service_user_id: str, *, async_req: bool = ..., _preload_content: bool = ...,
        _request_timeout: RequestTimeout = None, _return_http_data_only: bool = ...
    ) -> Any: ...
    @overload
    def service_users_get(
        self, project_name: str, service_user_id: str, *, async_req: Literal[False] = False,
        _preload_content: Literal[True] = True, _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = True
    ) -> ubiops.ServiceUserList: ...
    @overload
    def service_users_get(
        self, project_name: str, service_user_id: str, *, async_req: Literal[False] = False,
        _preload_content: Literal[False], _request_timeout: RequestTimeout = None, _return_http_data_only: bool = True
    ) -> HTTPResponse: ...
    @overload
    def service_users_get(
        self, project_name: str, service_user_id: str, *, async_req: Literal[True],
        _preload_content: Literal[True] = True, _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = True
    ) -> AsyncResult[ubiops.ServiceUserList]: ...
    @overload
    def service_users_get(
        self, project_name: str, service_user_id: str, *, async_req: Literal[True], _preload_content: Literal[False],
        _request_timeout: RequestTimeout = None, _return_http_data_only: bool = True
    ) -> AsyncResult[HTTPResponse]: ...
    @overload
    def service_users_get(
        self, project_name: str, service_user_id: str, *, async_req: bool = ..., _preload_content: bool = ...,
        _request_timeout: RequestTimeout = None, _return_http_data_only: bool = ...
    ) -> Any: ...
    @overload
    def service_users_get_with_http_info(
        self, project_name: str, service_user_id: str, *, async_req: Literal[False] = False,
        _preload_content: Literal[True] = True, _request_timeout: RequestTimeout = None,
        _return_http_data_only: Literal[False] = False
    ) -> Tuple[ubiops.ServiceUserList, int, Mapping[str, str]]: ...
    @overload
    def service_users_get_with_http_info(
        self, project_name: str, service_user_id: str, *, async_req: Literal[False] = False,
        _preload_content: Literal[False], _request_timeout: RequestTimeout = None,
        _return_http_data_only: Literal[False] = False
    ) -> Tuple[HTTPResponse, int, Mapping[str, str]]: ...
    @overload
    def service_users_get_with_http_info(
        self, project_name: str, service_user_id: str, *, async_req: Literal[True],
        _preload_content: Literal[True] = True, _request_timeout: RequestTimeout = None,
        _return_http_data_only: Literal[False] = False
    ) -> AsyncResult[Tuple[ubiops.ServiceUserList, int, Mapping[str, str]]]: ...
    @overload
    def service_users_get_with_http_info(
        self, project_name: str, service_user_id: str, *, async_req: Literal[True], _preload_content: Literal[False],
        _request_timeout: RequestTimeout = None, _return_http_data_only: Literal[False] = False
    ) -> AsyncResult[Tuple[HTTPResponse, int, Mapping[str, str]]]: ...
    @overload
    def service_users_get_with_http_info(
        self, project_name: str, service_user_id: str, *, async_req: Literal[False] = False,
        _preload_content: Literal[True] = True, _request_timeout: RequestTimeout = None,
        _return_http_data_only: Literal[True]
    ) -> ubiops.ServiceUserList: ...
    @overload
    def service_users_get_with_http_info(
        self, project_name: str, service_user_id: str, *, async_req: bool = ..., _preload_content: bool = ...,
        _request_timeout: RequestTimeout = None, _return_http_data_only: bool = ...
    ) -> Any: ...
    @overload
    def service_users_list(
        self, project_name: str, *, async_req: Literal[False] = False, _preload_content: Literal[True] = True,
        _request_timeout: RequestTimeout = None, _return_http_data_only: bool = True
    ) -> List[ubiops.ServiceUserList]: ...
    @overload
    def service_users_list(
        self, project_name: str, *, async_req: Literal[False] = False, _preload_content: Literal[False],
        _request_timeout: RequestTimeout = None, _return_http_data_only: bool = True
    ) -> HTTPResponse: ...
    @overload
    def service_users_list(
        self, project_name: str, *, async_req: Literal[True], _preload_content: Literal[True] = True,
        _request_timeout: RequestTimeout = None, _return_http_data_only: bool = True
    ) -> AsyncResult[List[ubiops.ServiceUserList]]: ...
    @overload
    def service_users_list(
        self, project_name: str, *, async_req: Literal[True], _preload_content: Literal[False],
        _request_timeout: RequestTimeout = None, _return_http_data_only: bool = True
    ) -> AsyncResult[HTTPResponse]: ...
    @overload
    def service_users_list(
        self, project_name: str, *, async_req: bool = ..., _preload_content: bool = ...,
        _request_timeout: RequestTimeout = None, _return_http_data_only: bool = ...
    ) -> Any: ...
    @overload
    def service_users_list_with_http_info(
        self, project_name: str, *, async_req: Literal[False] = False, _preload_content: Literal[True] = True,
        _request_timeout: RequestTimeout = None, _return_http_data_only: Literal[False] = False
    ) -> Tuple[List[ubiops.ServiceUserList], int, Mapping[str, str]]: ...
    @overload
    def service_users_list_with_http_info(
        self, project_name: str, *, async_req: Literal[False] = False, _preload_content: Literal[False],
        _request_timeout: RequestTimeout = None, _return_http_data_only: Literal[False] = False
    ) -> Tuple[HTTPResponse, int, Mapping[str, str]]: ...
    @overload
    def service_users_list_with_http_info(
        self, project_name: str, *, async_req: Literal[True], _preload_content: Literal[True] = True,
        _request_timeout: RequestTimeout = None, _return_http_data_only: Literal[False] = False
    ) -> AsyncResult[Tuple[List[ubiops.ServiceUserList], int, Mapping[str, str]]]: ...
    @overload
    def service_users_list_with_http_info(
        self, project_name: str, *, async_req: Literal[True], _preload_content: Literal[False],
        _request_timeout: RequestTimeout = None, _return_http_data_only: Literal[False] = False
    ) -> AsyncResult[Tuple[HTTPResponse, int, Mapping[str, str]]]: ...
    @overload
    def service_users_list_with_http_info(
        self, project_name: str, *, async_req: Literal[False] = False, _preload_content: Literal[True] = True,
        _request_timeout: RequestTimeout = None, _return_http_data_only: Literal[True]
    ) -> List[ubiops.ServiceUserList]: ...
    @overload
    def service_users_list_with_http_info(
        self, project_name: str, *, async_req: bool = ..., _preload_content: bool = ...,
        _request_timeout: RequestTimeout = None, _return_http_data_only: bool = ...
    ) -> Any: ...
    @overload
    def service_users_token(
        self, project_name: str, service_user_id: str, data: Optional[Any] = None, *, async_req: Literal[False] = False,
        _preload_content: Literal[True] = True, _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = True
    ) -> ubiops.ServiceUserTokenList: ...
    @overload
    def service_users_token(
        self, project_name: str, service_user_id: str, data: Optional[Any] = None, *, async_req: Literal[False] = False,
        _preload_content: Literal[False], _request_timeout: RequestTimeout = None, _return_http_data_only: bool = True
    ) -> HTTPResponse: ...
    @overload
    def service_users_token(
        self, project_name: str, service_user_id: str, data: Optional[Any] = None, *, async_req: Literal[True],
        _preload_content: Literal[True] = True, _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = True
    ) -> AsyncResult[ubiops.ServiceUserTokenList]: ...
    @overload
    def service_users_token(
        self, project_name: str, service_user_id: str, data: Optional[Any] = None, *, async_req: Literal[True],
        _preload_content: Literal[False], _request_timeout: RequestTimeout = None, _return_http_data_only: bool = True
    ) -> AsyncResult[HTTPResponse]: ...
    @overload
    def service_users_token(
        self, project_name: str, service_user_id: str, data: Optional[Any] = None, *, async_req: bool = ...,
        _preload_content: bool = ..., _request_timeout: RequestTimeout = None, _return_http_data_only: bool = ...
    ) -> Any: ...
    @overload
    def service_users_token_with_http_info(
        self, project_name: str, service_user_id: str, data: Optional[Any] = None, *, async_req: Literal[False] = False,
        _preload_content: Literal[True] = True, _request_timeout: RequestTimeout = None,
        _return_http_data_only: Literal[False] = False
    ) -> Tuple[ubiops.ServiceUserTokenList, int, Mapping[str, str]]: ...
    @overload
    def service_users_token_with_http_info(
        self, project_name: str, service_user_id: str, data: Optional[Any] = None, *, async_req: Literal[False] = False,
        _preload_content: Literal[False], _request_timeout: RequestTimeout = None,
        _return_http_data_only: Literal[False] = False
    ) -> Tuple[HTTPResponse, int, Mapping[str, str]]: ...
    @overload
    def service_users_token_with_http_info(
        self, project_name: str, service_user_id: str, data: Optional[Any] = None, *, async_req: Literal[True],
        _preload_content: Literal[True] = True, _request_timeout: RequestTimeout = None,
        _return_http_data_only: Literal[False] = False
    ) -> AsyncResult[Tuple[ubiops.ServiceUserTokenList, int, Mapping[str, str]]]: ...
    @overload
    def service_users_token_with_http_info(
        self, project_name: str, service_user_id: str, data: Optional[Any] = None, *, async_req: Literal[True],
        _preload_content: Literal[False], _request_timeout: RequestTimeout = None,
        _return_http_data_only: Literal[False] = False
    ) -> AsyncResult[Tuple[HTTPResponse, int, Mapping[str, str]]]: ...
    @overload
    def service_users_token_with_http_info(
        self, project_name: str, service_user_id: str, data: Optional[Any] = None, *, async_req: Literal[False] = False,
        _preload_content: Literal[True] = True, _request_timeout: RequestTimeout = None,
        _return_http_data_only: Literal[True]
    ) -> ubiops.ServiceUserTokenList: ...
    @overload
    def service_users_token_with_http_info(
        self, project_name: str, service_user_id: str, data: Optional[Any] = None, *, async_req: bool = ...,
        _preload_content: bool = ..., _request_timeout: RequestTimeout = None, _return_http_data_only: bool = ...
    ) -> Any: ...
    @overload
    def service_users_update(
        self, project_name: str, service_user_id: str, data: Union[ubiops.ServiceUserCreate, Mapping[str, Any]], *,
        async_req: Literal[False] = False, _preload_content: Literal[True] = True,
        _request_timeout: RequestTimeout = None, _return_http_data_only: bool = True
    ) -> ubiops.ServiceUserList: ...
    @overload
    def service_users_update(
        self, project_name: str, service_user_id: str, data: Union[ubiops.ServiceUserCreate, Mapping[str, Any]], *,
        async_req: Literal[False] = False, _preload_content: Literal[False], _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = True
    ) -> HTTPResponse: ...
    @overload
    def service_users_update(
        self, project_name: str, service_user_id: str, data: Union[ubiops.ServiceUserCreate, Mapping[str, Any]], *,
        async_req: Literal[True], _preload_content: Literal[True] = True, _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = True
    ) -> AsyncResult[ubiops.ServiceUserList]: ...
    @overload
    def service_users_update(
        self, project_name: str, service_user_id: str, data: Union[ubiops.ServiceUserCreate, Mapping[str, Any]], *,
        async_req: Literal[True], _preload_content: Literal[False], _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = True
    ) -> AsyncResult[HTTPResponse]: ...
    @overload
    def service_users_update(
        self, project_name: str, service_user_id: str, data: Union[ubiops.ServiceUserCreate, Mapping[str, Any]], *,
        async_req: bool = ..., _preload_content: bool = ..., _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = ...
    ) -> Any: ...
    @overload
    def service_users_update_with_http_info(
        self, project_name: str, service_user_id: str, data: Union[ubiops.ServiceUserCreate, Mapping[str, Any]], *,
        async_req: Literal[False] = False, _preload_content: Literal[True] = True,
        _request_timeout: RequestTimeout = None, _return_http_data_only: Literal[False] = False
    ) -> Tuple[ubiops.ServiceUserList, int, Mapping[str, str]]: ...
    @overload
    def service_users_update_with_http_info(
        self, project_name: str, service_user_id: str, data: Union[ubiops.ServiceUserCreate, Mapping[str, Any]], *,
        async_req: Literal[False] = False, _preload_content: Literal[False], _request_timeout: RequestTimeout = None,
        _return_http_data_only: Literal[False] = False
    ) -> Tuple[HTTPResponse, int, Mapping[str, str]]: ...
    @overload
    def service_users_update_with_http_info(
        self, project_name: str, service_user_id: str, data: Union[ubiops.ServiceUserCreate, Mapping[str, Any]], *,
        async_req: Literal[True], _preload_content: Literal[True] = True, _request_timeout: RequestTimeout = None,
        _return_http_data_only: Literal[False] = False
    ) -> AsyncResult[Tuple[ubiops.ServiceUserList, int, Mapping[str, str]]]: ...
    @overload
    def service_users_update_with_http_info(
        self, project_name: str, service_user_id: str, data: Union[ubiops.ServiceUserCreate, Mapping[str, Any]], *,
        async_req: Literal[True], _preload_content: Literal[False], _request_timeout: RequestTimeout = None,
        _return_http_data_only: Literal[False] = False
    ) -> AsyncResult[Tuple[HTTPResponse, int, Mapping[str, str]]]: ...
    @overload
    def service_users_update_with_http_info(
        self, project_name: str, service_user_id: str, data: Union[ubiops.ServiceUserCreate, Mapping[str, Any]], *,
        async_req: Literal[False] = False, _preload_content: Literal[True] = True,
        _request_timeout: RequestTimeout = None, _return_http_data_only: Literal[True]
    ) -> ubiops.ServiceUserList: ...
    @overload
    def service_users_update_with_http_info(
        self, project_name: str, service_user_id: str, data: Union[ubiops.ServiceUserCreate, Mapping[str, Any]], *,
        async_req: bool = ..., _preload_content: bool = ..., _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = ...
    ) -> Any: ...
    @overload
    def subscriptions_create(
        self, data: Union[ubiops.SubscriptionCreate, Mapping[str, Any]], *, async_req: Literal[False] = False,
        _preload_content: Literal[True] = True, _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = True
    ) -> ubiops.SubscriptionDetail: ...
    @overload
    def subscriptions_create(
        self, data: Union[ubiops.SubscriptionCreate, Mapping[str, Any]], *, async_req: Literal[False] = False,
        _preload_content: Literal[False], _request_timeout: RequestTimeout = None, _return_http_data_only: bool = True
    ) -> HTTPResponse: ...
    @overload
    def subscriptions_create(
        self, data: Union[ubiops.SubscriptionCreate, Mapping[str, Any]], *, async_req: Literal[True],
        _preload_content: Literal[True] = True, _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = True
    ) -> AsyncResult[ubiops.SubscriptionDetail]: ...
    @overload
    def subscriptions_create(
        self, data: Union[ubiops.SubscriptionCreate, Mapping[str, Any]], *, async_req: Literal[True],
        _preload_content: Literal[False], _request_timeout: RequestTimeout = None, _return_http_data_only: bool = True
    ) -> AsyncResult[HTTPResponse]: ...
    @overload
    def subscriptions_create(
        self, data: Union[ubiops.SubscriptionCreate, Mapping[str, Any]], *, async_req: bool = ...,
        _preload_content: bool = ..., _request_timeout: RequestTimeout = None, _return_http_data_only: bool = ...
    ) -> Any: ...
    @overload
    def subscriptions_create_with_http_info(
        self, data: Union[ubiops.SubscriptionCreate, Mapping[str, Any]], *, async_req: Literal[False] = False,
        _preload_content: Literal[True] = True, _request_timeout: RequestTimeout = None,
        _return_http_data_only: Literal[False] = False
    ) -> Tuple[ubiops.SubscriptionDetail, int, Mapping[str, str]]: ...
    @overload
    def subscriptions_create_with_http_info(
        self, data: Union[ubiops.SubscriptionCreate, Mapping[str, Any]], *, async_req: Literal[False] = False,
        _preload_content: Literal[False], _request_timeout: RequestTimeout = None,
        _return_http_data_only: Literal[False] = False
    ) -> Tuple[HTTPResponse, int, Mapping[str, str]]: ...
    @overload
    def subscriptions_create_with_http_info(
        self, data: Union[ubiops.SubscriptionCreate, Mapping[str, Any]], *, async_req: Literal[True],
        _preload_content: Literal[True] = True, _request_timeout: RequestTimeout = None,
        _return_http_data_only: Literal[False] = False
    ) -> AsyncResult[Tuple[ubiops.SubscriptionDetail, int, Mapping[str, str]]]: ...
    @overload
    def subscriptions_create_with_http_info(
        self, data: Union[ubiops.SubscriptionCreate, Mapping[str, Any]], *, async_req: Literal[True],
        _preload_content: Literal[False], _request_timeout: RequestTimeout = None,
        _return_http_data_only: Literal[False] = False
    ) -> AsyncResult[Tuple[HTTPResponse, int, Mapping[str, str]]]: ...
    @overload
    def subscriptions_create_with_http_info(
        self, data: Union[ubiops.SubscriptionCreate, Mapping[str, Any]], *, async_req: Literal[False] = False,
        _preload_content: Literal[True] = True, _request_timeout: RequestTimeout = None,
        _return_http_data_only: Literal[True]
    ) -> ubiops.SubscriptionDetail: ...
    @overload
    def subscriptions_create_with_http_info(
        self, data: Union[ubiops.SubscriptionCreate, Mapping[str, Any]], *, async_req: bool = ...,
        _preload_content: bool = ..., _request_timeout: RequestTimeout = None, _return_http_data_only: bool = ...
    ) -> Any: ...
    @overload
    def subscriptions_delete(
        self, subscription_name: str, *, async_req: Literal[False] = False, _preload_content: Literal[True] = True,
        _request_timeout: RequestTimeout = None, _return_http_data_only: bool = True
    ) -> None: ...
    @overload
    def subscriptions_delete(
        self, subscription_name: str, *, async_req: Literal[False] = False, _preload_content: Literal[False],
        _request_timeout: RequestTimeout = None, _return_http_data_only: bool = True
    ) -> HTTPResponse: ...
    @overload
    def subscriptions_delete(
        self, subscription_name: str, *, async_req: Literal[True], _preload_content: Literal[True] = True,
        _request_timeout: RequestTimeout = None, _return_http_data_only: bool = True
    ) -> AsyncResult[None]: ...
    @overload
    def subscriptions_delete(
        self, subscription_name: str, *, async_req: Literal[True], _preload_content: Literal[False],
        _request_timeout: RequestTimeout = None, _return_http_data_only: bool = True
    ) -> AsyncResult[HTTPResponse]: ...
    @overload
    def subscriptions_delete(
        self, subscription_name: str, *, async_req: bool = ..., _preload_content: bool = ...,
        _request_timeout: RequestTimeout = None, _return_http_data_only: bool = ...
    ) -> Any: ...
    @overload
    def subscriptions_delete_with_http_info(
        self, subscription_name: str, *, async_req: Literal[False] = False, _preload_content: Literal[True] = True,
        _request_timeout: RequestTimeout = None, _return_http_data_only: Literal[False] = False
    ) -> Tuple[None, int, Mapping[str, str]]: ...
    @overload
    def subscriptions_delete_with_http_info(
        self, subscription_name: str, *, async_req: Literal[False] = False, _preload_content: Literal[False],
        _request_timeout: RequestTimeout = None, _return_http_data_only: Literal[False] = False
    ) -> Tuple[HTTPResponse, int, Mapping[str, str]]: ...
    @overload
    def subscriptions_delete_with_http_info(
        self, subscription_name: str, *, async_req: Literal[True], _preload_content: Literal[True] = True,
        _request_timeout: RequestTimeout = None, _return_http_data_only: Literal[False] = False
    ) -> AsyncResult[Tuple[None, int, Mapping[str, str]]]: ...
    @overload
    def subscriptions_delete_with_http_info(
        self, subscription_name: str, *, async_req: Literal[True], _preload_content: Literal[False],
        _request_timeout: RequestTimeout = None, _return_http_data_only: Literal[False] = False
    ) -> AsyncResult[Tuple[HTTPResponse, int, Mapping[str, str]]]: ...
    @overload
    def subscriptions_delete_with_http_info(
        self, subscription_name: str, *, async_req: Literal[False] = False, _preload_content: Literal[True] = True,
        _request_timeout: RequestTimeout = None, _return_http_data_only: Literal[True]
    ) -> None: ...
    @overload
    def subscriptions_delete_with_http_info(
        self, subscription_name: str, *, async_req: bool = ..., _preload_content: bool = ...,
        _request_timeout: RequestTimeout = None, _return_http_data_only: bool = ...
    ) -> Any: ...
    @overload
    def subscriptions_get(
        self, subscription_name: str, *, async_req: Literal[False] = False, _preload_content: Literal[True] = True,
        _request_timeout: RequestTimeout = None, _return_http_data_only: bool = True
    ) -> ubiops.SubscriptionDetail: ...
    @overload
    def subscriptions_get(
        self, subscription_name: str, *, async_req: Literal[False] = False, _preload_content: Literal[False],
        _request_timeout: RequestTimeout = None, _return_http_data_only: bool = True
    ) -> HTTPResponse: ...
    @overload
    def subscriptions_get(
        self, subscription_name: str, *, async_req: Literal[True], _preload_content: Literal[True] = True,
        _request_timeout: RequestTimeout = None, _return_http_data_only: bool = True
    ) -> AsyncResult[ubiops.SubscriptionDetail]: ...
    @overload
    def subscriptions_get(
        self, subscription_name: str, *, async_req: Literal[True], _preload_content: Literal[False],
        _request_timeout: RequestTimeout = None, _return_http_data_only: bool = True
    ) -> AsyncResult[HTTPResponse]: ...
    @overload
    def subscriptions_get(
        self, subscription_name: str, *, async_req: bool = ..., _preload_content: bool = ...,
        _request_timeout: RequestTimeout = None, _return_http_data_only: bool = ...
    ) -> Any: ...
    @overload
    def subscriptions_get_with_http_info(
        self, subscription_name: str, *, async_req: Literal[False] = False, _preload_content: Literal[True] = True,
        _request_timeout: RequestTimeout = None, _return_http_data_only: Literal[False] = False
    ) -> Tuple[ubiops.SubscriptionDetail, int, Mapping[str, str]]: ...
    @overload
    def subscriptions_get_with_http_info(
        self, subscription_name: str, *, async_req: Literal[False] = False, _preload_content: Literal[False],
        _request_timeout: RequestTimeout = None, _return_http_data_only: Literal[False] = False
    ) -> Tuple[HTTPResponse, int, Mapping[str, str]]: ...
    @overload
    def subscriptions_get_with_http_info(
        self, subscription_name: str, *, async_req: Literal[True], _preload_content: Literal[True] = True,
        _request_timeout: RequestTimeout = None, _return_http_data_only: Literal[False] = False
    ) -> AsyncResult[Tuple[ubiops.SubscriptionDetail, int, Mapping[str, str]]]: ...
    @overload
    def subscriptions_get_with_http_info(
        self, subscription_name: str, *, async_req: Literal[True], _preload_content: Literal[False],
        _request_timeout: RequestTimeout = None, _return_http_data_only: Literal[False] = False
    ) -> AsyncResult[Tuple[HTTPResponse, int, Mapping[str, str]]]: ...
    @overload
    def subscriptions_get_with_http_info(
        self, subscription_name: str, *, async_req: Literal[False] = False, _preload_content: Literal[True] = True,
        _request_timeout: RequestTimeout = None, _return_http_data_only: Literal[True]
    ) -> ubiops.SubscriptionDetail: ...
    @overload
    def subscriptions_get_with_http_info(
        self, subscription_name: str, *, async_req: bool = ..., _preload_content: bool = ...,
        _request_timeout: RequestTimeout = None, _return_http_data_only: bool = ...
    ) -> Any: ...
    @overload
    def subscriptions_list(
        self, *, async_req: Literal[False] = False, _preload_content: Literal[True] = True,
        _request_timeout: RequestTimeout = None, _return_http_data_only: bool = True
    ) -> List[ubiops.SubscriptionList]: ...
    @overload
    def subscriptions_list(
        self, *, async_req: Literal[False] = False, _preload_content: Literal[False],
        _request_timeout: RequestTimeout = None, _return_http_data_only: bool = True
    ) -> HTTPResponse: ...
    @overload
    def subscriptions_list(
        self, *, async_req: Literal[True], _preload_content: Literal[True] = True,
        _request_timeout: RequestTimeout = None, _return_http_data_only: bool = True
    ) -> AsyncResult[List[ubiops.SubscriptionList]]: ...
    @overload
    def subscriptions_list(
        self, *, async_req: Literal[True], _preload_content: Literal[False], _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = True
    ) -> AsyncResult[HTTPResponse]: ...
    @overload
    def subscriptions_list(
        self, *, async_req: bool = ..., _preload_content: bool = ..., _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = ...
    ) -> Any: ...
    @overload
    def subscriptions_list_with_http_info(
        self, *, async_req: Literal[False] = False, _preload_content: Literal[True] = True,
        _request_timeout: RequestTimeout = None, _return_http_data_only: Literal[False] = False
    ) -> Tuple[List[ubiops.SubscriptionList], int, Mapping[str, str]]: ...
    @overload
    def subscriptions_list_with_http_info(
        self, *, async_req: Literal[False] = False, _preload_content: Literal[False],
        _request_timeout: RequestTimeout = None, _return_http_data_only: Literal[False] = False
    ) -> Tuple[HTTPResponse, int, Mapping[str, str]]: ...
    @overload
    def subscriptions_list_with_http_info(
        self, *, async_req: Literal[True], _preload_content: Literal[True] = True,
        _request_timeout: RequestTimeout = None, _return_http_data_only: Literal[False] = False
    ) -> AsyncResult[Tuple[List[ubiops.SubscriptionList], int, Mapping[str, str]]]: ...
    @overload
    def subscriptions_list_with_http_info(
        self, *, async_req: Literal[True], _preload_content: Literal[False], _request_timeout: RequestTimeout = None,
        _return_http_data_only: Literal[False] = False
    ) -> AsyncResult[Tuple[HTTPResponse, int, Mapping[str, str]]]: ...
    @overload
    def subscriptions_list_with_http_info(
        self, *, async_req: Literal[False] = False, _preload_content: Literal[True] = True,
        _request_timeout: RequestTimeout = None, _return_http_data_only: Literal[True]
    ) -> List[ubiops.SubscriptionList]: ...
    @overload
    def subscriptions_list_with_http_info(
        self, *, async_req: bool = ..., _preload_content: bool = ..., _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = ...
    ) -> Any: ...
    @overload
    def subscriptions_update(
        self, subscription_name: str, data: Union[ubiops.SubscriptionUpdate, Mapping[str, Any]], *,
        async_req: Literal[False] = False, _preload_content: Literal[True] = True,
        _request_timeout: RequestTimeout = None, _return_http_data_only: bool = True
    ) -> ubiops.SubscriptionDetail: ...
    @overload
    def subscriptions_update(
        self, subscription_name: str, data: Union[ubiops.SubscriptionUpdate, Mapping[str, Any]], *,
        async_req: Literal[False] = False, _preload_content: Literal[False], _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = True
    ) -> HTTPResponse: ...
    @overload
    def subscriptions_update(
        self, subscription_name: str, data: Union[ubiops.SubscriptionUpdate, Mapping[str, Any]], *,
        async_req: Literal[True], _preload_content: Literal[True] = True, _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = True
    ) -> AsyncResult[ubiops.SubscriptionDetail]: ...
    @overload
    def subscriptions_update(
        self, subscription_name: str, data: Union[ubiops.SubscriptionUpdate, Mapping[str, Any]], *,
        async_req: Literal[True], _preload_content: Literal[False], _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = True
    ) -> AsyncResult[HTTPResponse]: ...
    @overload
    def subscriptions_update(
        self, subscription_name: str, data: Union[ubiops.SubscriptionUpdate, Mapping[str, Any]], *,
        async_req: bool = ..., _preload_content: bool = ..., _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = ...
    ) -> Any: ...
    @overload
    def subscriptions_update_with_http_info(
        self, subscription_name: str, data: Union[ubiops.SubscriptionUpdate, Mapping[str, Any]], *,
        async_req: Literal[False] = False, _preload_content: Literal[True] = True,
        _request_timeout: RequestTimeout = None, _return_http_data_only: Literal[False] = False
    ) -> Tuple[ubiops.SubscriptionDetail, int, Mapping[str, str]]: ...
    @overload
    def subscriptions_update_with_http_info(
        self, subscription_name: str, data: Union[ubiops.SubscriptionUpdate, Mapping[str, Any]], *,
        async_req: Literal[False] = False, _preload_content: Literal[False], _request_timeout: RequestTimeout = None,
        _return_http_data_only: Literal[False] = False
    ) -> Tuple[HTTPResponse, int, Mapping[str, str]]: ...
    @overload
    def subscriptions_update_with_http_info(
        self, subscription_name: str, data: Union[ubiops.SubscriptionUpdate, Mapping[str, Any]], *,
        async_req: Literal[True], _preload_content: Literal[True] = True, _request_timeout: RequestTimeout = None,
        _return_http_data_only: Literal[False] = False
    ) -> AsyncResult[Tuple[ubiops.SubscriptionDetail, int, Mapping[str, str]]]: ...
    @overload
    def subscriptions_update_with_http_info(
        self, subscription_name: str, data: Union[ubiops.SubscriptionUpdate, Mapping[str, Any]], *,
        async_req: Literal[True], _preload_content: Literal[False], _request_timeout: RequestTimeout = None,
        _return_http_data_only: Literal[False] = False
    ) -> AsyncResult[Tuple[HTTPResponse, int, Mapping[str, str]]]: ...
    @overload
    def subscriptions_update_with_http_info(
        self, subscription_name: str, data: Union[ubiops.SubscriptionUpdate, Mapping[str, Any]], *,
        async_req: Literal[False] = False, _preload_content: Literal[True] = True,
        _request_timeout: RequestTimeout = None, _return_http_data_only: Literal[True]
    ) -> ubiops.SubscriptionDetail: ...
    @overload
    def subscriptions_update_with_http_info(
        self, subscription_name: str, data: Union[ubiops.SubscriptionUpdate, Mapping[str, Any]], *,
        async_req: bool = ..., _preload_content: bool = ..., _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = ...
    ) -> Any: ...
    @overload
    def user_create(
        self, data: Union[ubiops.UserPendingCreate, Mapping[str, Any]], *, async_req: Literal[False] = False,
        _preload_content: Literal[True] = True, _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = True
    ) -> ubiops.UserPendingDetail: ...
    @overload
    def user_create(
        self, data: Union[ubiops.UserPendingCreate, Mapping[str, Any]], *, async_req: Literal[False] = False,
        _preload_content: Literal[False], _request_timeout: RequestTimeout = None, _return_http_data_only: bool = True
    ) -> HTTPResponse: ...
    @overload
    def user_create(
        self, data: Union[ubiops.UserPendingCreate, Mapping[str, Any]], *, async_req: Literal[True],
        _preload_content: Literal[True] = True, _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = True
    ) -> AsyncResult[ubiops.UserPendingDetail]: ...
    @overload
    def user_create(
        self, data: Union[ubiops.UserPendingCreate, Mapping[str, Any]], *, async_req: Literal[True],
        _preload_content: Literal[False], _request_timeout: RequestTimeout = None, _return_http_data_only: bool = True
    ) -> AsyncResult[HTTPResponse]: ...
    @overload
    def user_create(
        self, data: Union[ubiops.UserPendingCreate, Mapping[str, Any]], *, async_req: bool = ...,
        _preload_content: bool = ..., _request_timeout: RequestTimeout = None, _return_http_data_only: bool = ...
    ) -> Any: ...
    @overload
    def user_create_with_http_info(
        self, data: Union[ubiops.UserPendingCreate, Mapping[str, Any]], *, async_req: Literal[False] = False,
        _preload_content: Literal[True] = True, _request_timeout: RequestTimeout = None,
        _return_http_data_only: Literal[False] = False
    ) -> Tuple[ubiops.UserPendingDetail, int, Mapping[str, str]]: ...
    @overload
    def user_create_with_http_info(
        self, data: Union[ubiops.UserPendingCreate, Mapping[str, Any]], *, async_req: Literal[False] = False,
        _preload_content: Literal[False], _request_timeout: RequestTimeout = None,
        _return_http_data_only: Literal[False] = False
    ) -> Tuple[HTTPResponse, int, Mapping[str, str]]: ...
    @overload
    def user_create_with_http_info(
        self, data: Union[ubiops.UserPendingCreate, Mapping[str, Any]], *, async_req: Literal[True],
        _preload_content: Literal[True] = True, _request_timeout: RequestTimeout = None,
        _return_http_data_only: Literal[False] = False
    ) -> AsyncResult[Tuple[ubiops.UserPendingDetail, int, Mapping[str, str]]]: ...
    @overload
    def user_create_with_http_info(
        self, data: Union[ubiops.UserPendingCreate, Mapping[str, Any]], *, async_req: Literal[True],
        _preload_content: Literal[False], _request_timeout: RequestTimeout = None,
        _return_http_data_only: Literal[False] = False
    ) -> AsyncResult[Tuple[HTTPResponse, int, Mapping[str, str]]]: ...
    @overload
    def user_create_with_http_info(
        self, data: Union[ubiops.UserPendingCreate, Mapping[str, Any]], *, async_req: Literal[False] = False,
        _preload_content: Literal[True] = True, _request_timeout: RequestTimeout = None,
        _return_http_data_only: Literal[True]
    ) -> ubiops.UserPendingDetail: ...
    @overload
    def user_create_with_http_info(
        self, data: Union[ubiops.UserPendingCreate, Mapping[str, Any]], *, async_req: bool = ...,
        _preload_content: bool = ..., _request_timeout: RequestTimeout = None, _return_http_data_only: bool = ...
    ) -> Any: ...
    @overload
    def user_delete(
        self, *, async_req: Literal[False] = False, _preload_content: Literal[True] = True,
        _request_timeout: RequestTimeout = None, _return_http_data_only: bool = True
    ) -> None: ...
    @overload
    def user_delete(
        self, *, async_req: Literal[False] = False, _preload_content: Literal[False],
        _request_timeout: RequestTimeout = None, _return_http_data_only: bool = True
    ) -> HTTPResponse: ...
    @overload
    def user_delete(
        self, *, async_req: Literal[True], _preload_content: Literal[True] = True,
        _request_timeout: RequestTimeout = None, _return_http_data_only: bool = True
    ) -> AsyncResult[None]: ...
    @overload
    def user_delete(
        self, *, async_req: Literal[True], _preload_content: Literal[False], _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = True
    ) -> AsyncResult[HTTPResponse]: ...
    @overload
    def user_delete(
        self, *, async_req: bool = ..., _preload_content: bool = ..., _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = ...
    ) -> Any: ...
    @overload
    def user_delete_with_http_info(
        self, *, async_req: Literal[False] = False, _preload_content: Literal[True] = True,
        _request_timeout: RequestTimeout = None, _return_http_data_only: Literal[False] = False
    ) -> Tuple[None, int, Mapping[str, str]]: ...
    @overload
    def user_delete_with_http_info(
        self, *, async_req: Literal[False] = False, _preload_content: Literal[False],
        _request_timeout: RequestTimeout = None, _return_http_data_only: Literal[False] = False
    ) -> Tuple[HTTPResponse, int, Mapping[str, str]]: ...
    @overload
    def user_delete_with_http_info(
        self, *, async_req: Literal[True], _preload_content: Literal[True] = True,
        _request_timeout: RequestTimeout = None, _return_http_data_only: Literal[False] = False
    ) -> AsyncResult[Tuple[None, int, Mapping[str, str]]]: ...
    @overload
    def user_delete_with_http_info(
        self, *, async_req: Literal[True], _preload_content: Literal[False], _request_timeout: RequestTimeout = None,
        _return_http_data_only: Literal[False] = False
    ) -> AsyncResult[Tuple[HTTPResponse, int, Mapping[str, str]]]: ...
    @overload
    def user_delete_with_http_info(
        self, *, async_req: Literal[False] = False, _preload_content: Literal[True] = True,
        _request_timeout: RequestTimeout = None, _return_http_data_only: Literal[True]
    ) -> None: ...
    @overload
    def user_delete_with_http_info(
        self, *, async_req: bool = ..., _preload_content: bool = ..., _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = ...
    ) -> Any: ...
    @overload
    def user_get(
        self, *, async_req: Literal[False] = False, _preload_content: Literal[True] = True,
        _request_timeout: RequestTimeout = None, _return_http_data_only: bool = True
    ) -> ubiops.UserDetail: ...
    @overload
    def user_get(
        self, *, async_req: Literal[False] = False, _preload_content: Literal[False],
        _request_timeout: RequestTimeout = None, _return_http_data_only: bool = True
    ) -> HTTPResponse: ...
    @overload
    def user_get(
        self, *, async_req: Literal[True], _preload_content: Literal[True] = True,
        _request_timeout: RequestTimeout = None, _return_http_data_only: bool = True
    ) -> AsyncResult[ubiops.UserDetail]: ...
    @overload
    def user_get(
        self, *, async_req: Literal[True], _preload_content: Literal[False], _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = True
    ) -> AsyncResult[HTTPResponse]: ...
    @overload
    def user_get(
        self, *, async_req: bool = ..., _preload_content: bool = ..., _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = ...
    ) -> Any: ...
    @overload
    def user_get_with_http_info(
        self, *, async_req: Literal[False] = False, _preload_content: Literal[True] = True,
        _request_timeout: RequestTimeout = None, _return_http_data_only: Literal[False] = False
    ) -> Tuple[ubiops.UserDetail, int, Mapping[str, str]]: ...
    @overload
    def user_get_with_http_info(
        self, *, async_req: Literal[False] = False, _preload_content: Literal[False],
        _request_timeout: RequestTimeout = None, _return_http_data_only: Literal[False] = False
    ) -> Tuple[HTTPResponse, int, Mapping[str, str]]: ...
    @overload
    def user_get_with_http_info(
        self, *, async_req: Literal[True], _preload_content: Literal[True] = True,
        _request_timeout: RequestTimeout = None, _return_http_data_only: Literal[False] = False
    ) -> AsyncResult[Tuple[ubiops.UserDetail, int, Mapping[str, str]]]: ...
    @overload
    def user_get_with_http_info(
        self, *, async_req: Literal[True], _preload_content: Literal[False], _request_timeout: RequestTimeout = None,
        _return_http_data_only: Literal[False] = False
    ) -> AsyncResult[Tuple[HTTPResponse, int, Mapping[str, str]]]: ...
    @overload
    def user_get_with_http_info(
        self, *, async_req: Literal[False] = False, _preload_content: Literal[True] = True,
        _request_timeout: RequestTimeout = None, _return_http_data_only: Literal[True]
    ) -> ubiops.UserDetail: ...
    @overload
    def user_get_with_http_info(
        self, *, async_req: bool = ..., _preload_content: bool = ..., _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = ...
    ) -> Any: ...
    @overload
    def user_update(
        self, data: Union[ubiops.UserUpdate, Mapping[str, Any]], *, async_req: Literal[False] = False,
        _preload_content: Literal[True] = True, _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = True
    ) -> ubiops.UserDetail: ...
    @overload
    def user_update(
        self, data: Union[ubiops.UserUpdate, Mapping[str, Any]], *, async_req: Literal[False] = False,
        _preload_content: Literal[False], _request_timeout: RequestTimeout = None, _return_http_data_only: bool = True
    ) -> HTTPResponse: ...
    @overload
    def user_update(
        self, data: Union[ubiops.UserUpdate, Mapping[str, Any]], *, async_req: Literal[True],
        _preload_content: Literal[True] = True, _request_timeout: RequestTimeout = None,
        _return_http_data_only: bool = True
    ) -> AsyncResult[ubiops.UserDetail]: ...
    @overload
    def user_update(
        self, data: Union[ubiops.UserUpdate, Mapping[str, Any]], *, async_req: Literal[True],
        _preload_content: Literal[False], _request_timeout: RequestTimeout = None, _return_http_data_only: bool = True
    ) -> AsyncResult[HTTPResponse]: ...
    @overload
    def user_update(
        self, data: Union[ubiops.UserUpdate, Mapping[str, Any]], *, async_req: bool = ..., _preload_content: bool = ...,
        _request_timeout: RequestTimeout = None, _return_http_data_only: bool = ...
    ) -> Any: ...
    @overload
    def user_update_with_http_info(
        self, data: Union[ubiops.UserUpdate, Mapping[str, Any]], *, async_req: Literal[False] = False,
        _preload_content: Literal[True] = True, _request_timeout: RequestTimeout = None,
        _return_http_data_only: Literal[False] = False
    ) -> Tuple[ubiops.UserDetail, int, Mapping[str, str]]: ...
    @overload
    def user_update_with_http_info(
        self, data: Union[ubiops.UserUpdate, Mapping[str, Any]], *, async_req: Literal[False] = False,
        _preload_content: Literal[False], _request_timeout: RequestTimeout = None,
        _return_http_data_only: Literal[False] = False
    ) -> Tuple[HTTPResponse, int, Mapping[str, str]]: ...
    @overload
    def user_update_with_http_info(
        self, data: Union[ubiops.UserUpdate, Mapping[str, Any]], *, async_req: Literal[True],
        _preload_content: Literal[True] = True, _request_timeout: RequestTimeout = None,
        _return_http_data_only: Literal[False] = False
    ) -> AsyncResult[Tuple[ubiops.UserDetail, int, Mapping[str, str]]]: ...
    @overload
    def user_update_with_http_info(
        self, data: Union[ubiops.UserUpdate, Mapping[str, Any]], *, async_req: Literal[True],
        _preload_content: Literal[False], _request_timeout: RequestTimeout = None,
        _return_http_data_only: Literal[False] = False
    ) -> AsyncResult[Tuple[HTTPResponse, int, Mapping[str, str]]]: ...
    @overload
    def user_update_with_http_info(
        self, data: Union[ubiops.UserUpdate, Mapping[str, Any]], *, async_req: Literal[False] = False,
        _preload_content: Literal[True] = True, _request_timeout: RequestTimeout = None,
        _return_http_data_only: Literal[True]
    ) -> ubiops.UserDetail: ...
    @overload
    def user_update_with_http_info(
        self, data: Union[ubiops.UserUpdate, Mapping[str, Any]], *, async_req: bool = ..., _preload_content: bool = ...,
        _request_timeout: RequestTimeout = None, _return_http_data_only: bool = ...
    ) -> Any: ...
