"""What users write. Type checkers find nothing wrong with it, and know the type of every result."""

from __future__ import annotations

import datetime
import gzip
import io
from multiprocessing.pool import AsyncResult
from pathlib import Path
from typing import Any, Dict, List, Mapping, Optional, Tuple

from typing_extensions import assert_type
from urllib3 import HTTPResponse

import ubiops
from ubiops.api.core_api import CoreApi
from ubiops.exceptions import ApiException, ConnectTimeoutException
from ubiops.models.blob_list import BlobList
from ubiops.rest import RESTClientObject, RESTResponse


class Team(ubiops.ApiClient):
    name = "blue"


class Rows:
    def read(self, size: int = -1) -> bytes:
        return b""


def set_up() -> CoreApi:
    configuration = ubiops.Configuration(host="https://api.example.com/v2.1", api_key={"Authorization": "Token t"})
    configuration.api_key["Authorization"] = lambda: "Token fresh"
    configuration.api_key_prefix["Authorization"] = "Token"
    configuration.debug = False
    configuration.proxy = "http://proxy.example.com:3128"
    configuration.retries = ubiops.RetryPolicy(max_retries=2)
    client = ubiops.ApiClient(configuration, header_name="X-Trace", header_value="1", cookie=None, pool_threads=4)
    client.set_default_header("X-More", "2")
    client.user_agent = "a program"
    with ubiops.ApiClient() as inner:
        assert_type(inner, ubiops.ApiClient)
    with Team() as team:
        assert_type(team.name, str)
    assert_type(client.rest_client, RESTClientObject)
    return ubiops.CoreApi(client)


def read(api: ubiops.CoreApi) -> None:
    models = api.models_list("demo")
    assert_type(models, List[ubiops.ModelList])
    for model in models:
        assert_type(model.name, str)
        assert_type(model.description, Optional[str])
        assert_type(model.creation_date, Optional[datetime.datetime])
        assert_type(model.to_dict(), Dict[str, Any])
        assert_type(model.additional_properties, Dict[str, Any])
    assert_type(api.models_get(project_name="demo", model_name="m").number_of_versions, Optional[int])
    assert_type(api.blobs_list("demo", range=-1, _request_timeout=(1, 2.5)), List[BlobList])
    assert_type(api.service_status(_request_timeout=1.5), ubiops.Status)
    assert_type(api.models_delete("demo", "m"), None)


def read_with_http_info(api: ubiops.CoreApi) -> None:
    answer = api.models_list_with_http_info("demo")
    assert_type(answer, Tuple[List[ubiops.ModelList], int, Mapping[str, str]])
    versions, status, headers = api.model_versions_list_with_http_info(project_name="demo", model_name="m")
    assert_type(versions, List[ubiops.ModelVersionList])
    assert_type(status, int)
    assert_type(headers["Content-Type"], str)
    nothing, _, _ = api.models_delete_with_http_info("demo", "m", _request_timeout=3)
    assert_type(nothing, None)


def read_in_threads(api: ubiops.CoreApi) -> None:
    thread: AsyncResult[List[ubiops.ModelList]] = api.models_list("demo", async_req=True)
    assert_type(thread.get(10), List[ubiops.ModelList])
    assert_type(api.models_delete("demo", "m", async_req=True).get(), None)
    models, status, _ = api.models_list_with_http_info("demo", async_req=True).get()
    assert_type(models, List[ubiops.ModelList])
    assert_type(status, int)
    unread, _, _ = api.models_list_with_http_info("demo", async_req=True, _preload_content=False).get()
    assert_type(unread, HTTPResponse)
    assert_type(api.models_list("demo", async_req=True, _preload_content=False).get(), HTTPResponse)


def read_unread(api: ubiops.CoreApi) -> None:
    response = api.models_list("demo", _preload_content=False)
    assert_type(response, HTTPResponse)
    assert_type(response.read(), bytes)
    assert_type(api.models_list_with_http_info("demo", _preload_content=False)[0], HTTPResponse)
    assert_type(api.models_list_with_http_info("demo", _return_http_data_only=True), List[ubiops.ModelList])


def download(api: ubiops.CoreApi) -> None:
    assert_type(api.blobs_get("demo", "id"), HTTPResponse)
    assert_type(api.blobs_get("demo", "id", async_req=True).get(), HTTPResponse)
    assert_type(api.blobs_get("demo", "id", _preload_content=True), str)
    assert_type(api.model_versions_file_download("demo", "m", "v").read(), bytes)
    assert_type(api.model_versions_file_download_with_http_info("demo", "m", "v")[0], HTTPResponse)


def read_with_options_known_later(api: ubiops.CoreApi, later: bool, parsed: bool) -> None:
    assert_type(api.models_list("demo", async_req=later), Any)
    assert_type(api.models_list("demo", _preload_content=parsed), Any)
    assert_type(api.models_list_with_http_info("demo", async_req=later, _return_http_data_only=parsed), Any)
    assert_type(api.blobs_get("demo", "id", _preload_content=parsed), Any)


def choose(api: ubiops.CoreApi, language: str, order: str, model: ubiops.ModelList) -> None:
    ubiops.ModelVersionCreate(version="v", language="python3.8")
    ubiops.ModelVersionCreate(version="v", language=language)
    api.batch_model_requests_list("demo", "m", "v", status="pending", sort=order)
    ubiops.ModelCreate(name="copy", input_type=model.input_type, output_type=model.output_type)


def write(api: ubiops.CoreApi) -> None:
    create = ubiops.ModelCreate(
        name="m",
        input_type="structured",
        output_type="plain",
        input_fields=[ubiops.ModelInputFieldCreate(name="x", data_type="int")],
    )
    create.description = None
    assert_type(api.models_create("demo", create), ubiops.ModelList)
    api.models_create("demo", {"name": "m", "input_type": "plain", "output_type": "plain"})
    api.models_update("demo", "m", data=ubiops.models.ModelUpdate(description="d"))
    api.organizations_update("o", ubiops.OrganizationUpdate(subscription_end_date=ubiops.NULL))
    assert_type(api.model_requests_create("demo", "m", "v1", {"x": 1}, timeout=30), ubiops.ModelRequestList)
    api.model_requests_create("demo", "m", "v1", data="plain text")
    api.batch_model_requests_create("demo", "m", "v1", [{"x": 1}, {"x": 2}])
    assert_type(api.blobs_create("demo", Path("a.jpg"), blob_ttl=900), ubiops.BlobList)
    api.blobs_create("demo", b"content")
    api.blobs_create("demo", bytearray(b"content"))
    api.blobs_create("demo", memoryview(b"content"))
    api.blobs_create("demo", io.BytesIO(b"content"))
    api.blobs_create("demo", Rows())
    with gzip.open("a.csv.gz") as unpacked:
        api.blobs_create("demo", unpacked)
    with Path("a.zip").open("rb") as file:
        api.model_versions_file_upload("demo", "m", "v1", file)
    api.service_users_token("demo", "id", {})


def use_submodules() -> None:
    assert_type(ubiops.models.ModelList.from_dict({"name": "m"}), ubiops.ModelList)
    assert_type(ubiops.models.blob_list.BlobList.from_json("{}"), BlobList)
    assert_type(ubiops.exceptions.ApiException(status=404).status, Optional[int])
    assert_type(ubiops.api.core_api.CoreApi(), CoreApi)
    assert_type(ubiops.api_client.ApiClient(), ubiops.ApiClient)
    assert_type(ubiops.configuration.Configuration().host, str)


def fail(api: ubiops.CoreApi, response: RESTResponse) -> str:
    try:
        api.projects_get("demo")
    except ubiops.NotFoundException as error:
        assert_type(error.status, Optional[int])
        assert_type(error.request_id, Optional[str])
        return error.message
    except (ConnectTimeoutException, ubiops.ServiceException) as error:
        return str(error.body)
    except ubiops.rest.ApiException as error:
        assert_type(error, ApiException)
    return response.getheader("X-Request-Id", "none") or ""
