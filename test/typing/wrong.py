"""What users get wrong. The comment of each wrong line names what mypy and pyright say to it; other lines are right."""

from __future__ import annotations

import io

import ubiops
from ubiops.models import ModelList

api = ubiops.CoreApi()

api.models_list()  # mypy: call-overload; pyright: reportCallIssue
api.models_list(5)  # mypy: call-overload; pyright: reportCallIssue
api.models_list(project="demo")  # mypy: call-overload; pyright: reportCallIssue
api.models_list("demo", "more")  # mypy: call-overload; pyright: reportCallIssue
api.models_list("demo", _preload_content="no")  # mypy: call-overload; pyright: reportCallIssue
_ = api.models_list("demo", async_req=True).name  # mypy: attr-defined; pyright: reportAttributeAccessIssue
_ = api.models_list("demo", _preload_content=False).name  # mypy: attr-defined; pyright: reportAttributeAccessIssue
_ = api.blobs_get("demo", "id").text  # mypy: attr-defined; pyright: reportAttributeAccessIssue
api.blobs_list("demo", range="all")  # mypy: call-overload; pyright: reportCallIssue
api.blobs_create("demo", 5)  # mypy: call-overload; pyright: reportCallIssue
api.blobs_create("demo", io.StringIO("text"))  # mypy: call-overload; pyright: reportCallIssue
api.models_lst("demo")  # mypy: attr-defined; pyright: reportAttributeAccessIssue
api.models_create("demo", 5)  # mypy: call-overload; pyright: reportCallIssue
api.models_create("demo", ubiops.ModelUpdate(name="m"))  # mypy: call-overload; pyright: reportCallIssue

api.models_list_with_http_info()  # mypy: call-overload; pyright: reportCallIssue
api.models_list_with_http_info(5)  # mypy: call-overload; pyright: reportCallIssue
api.models_list_with_http_info("demo", limit=1)  # mypy: call-overload; pyright: reportCallIssue
_ = api.models_list_with_http_info("demo").name  # mypy: attr-defined; pyright: reportAttributeAccessIssue

ubiops.ModelVersionCreate()  # mypy: call-arg; pyright: reportCallIssue
ubiops.ModelVersionCreate(version="v", language=3.8)  # mypy: arg-type; pyright: reportArgumentType
ubiops.ModelVersionCreate(version=None)  # mypy: arg-type; pyright: reportArgumentType
ubiops.ModelCreate(name="m")  # mypy: call-arg; pyright: reportCallIssue
ubiops.ModelCreate(nam="m")  # mypy: call-arg; pyright: reportCallIssue
ubiops.ModelUpdate(name=5)  # mypy: arg-type; pyright: reportArgumentType
model = ubiops.ModelCreate(name="m", input_type="plain", output_type="plain")
_ = model.nam  # mypy: attr-defined; pyright: reportAttributeAccessIssue
model.name = 5  # mypy: assignment; pyright: reportAttributeAccessIssue
ubiops.ModelVersionCreate(version="v", memory_allocation="3")  # mypy: arg-type; pyright: reportArgumentType
ModelList.from_dict("{}")  # mypy: arg-type; pyright: reportArgumentType
ModelList.from_json(b"{}")  # mypy: arg-type; pyright: reportArgumentType
ubiops.ModelVersionList(version="v").description.upper()  # mypy: union-attr; pyright: reportOptionalMemberAccess

_ = ubiops.ModelLst  # mypy: attr-defined; pyright: reportAttributeAccessIssue
_ = ubiops.models.ModelLst  # mypy: attr-defined; pyright: reportAttributeAccessIssue
ubiops.ApiClient(pool_threads="4")  # mypy: arg-type; pyright: reportArgumentType
ubiops.Configuration(api_key="Token t")  # mypy: arg-type; pyright: reportArgumentType
ubiops.Configuration(token="t")  # mypy: call-arg; pyright: reportCallIssue
