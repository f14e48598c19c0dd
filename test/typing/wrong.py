"""What users get wrong. The comment of each wrong line names what mypy and pyright say to it; other lines are right."""

from __future__ import annotations

import ubiops
from ubiops.models import ModelList

api = ubiops.CoreApi()

api.models_list()  # mypy: call-arg; pyright: reportCallIssue
api.models_list(5)  # mypy: arg-type; pyright: reportArgumentType
api.models_list(project="demo")  # mypy: call-arg; pyright: reportCallIssue
api.models_list("demo", "more")  # mypy: arg-type; pyright: reportCallIssue
api.models_list("demo", _preload_content="no")  # mypy: arg-type; pyright: reportArgumentType
api.blobs_list("demo", range="all")  # mypy: arg-type; pyright: reportArgumentType
api.models_lst("demo")  # mypy: attr-defined; pyright: reportAttributeAccessIssue
api.models_create("demo", 5)  # mypy: arg-type; pyright: reportArgumentType
api.models_create("demo", ubiops.ModelUpdate(name="m"))  # mypy: arg-type; pyright: reportArgumentType

api.models_list_with_http_info()  # mypy: call-arg; pyright: reportCallIssue
api.models_list_with_http_info(5)  # mypy: arg-type; pyright: reportArgumentType
api.models_list_with_http_info("demo", limit=1)  # mypy: call-arg; pyright: reportCallIssue
_ = api.models_list_with_http_info("demo").name  # mypy: attr-defined; pyright: reportAttributeAccessIssue

ubiops.ModelCreate(nam="m")  # mypy: call-arg; pyright: reportCallIssue
ubiops.ModelCreate(name=5)  # mypy: arg-type; pyright: reportArgumentType
_ = ubiops.ModelCreate(name="m").nam  # mypy: attr-defined; pyright: reportAttributeAccessIssue
ubiops.ModelCreate(name="m").name = 5  # mypy: assignment; pyright: reportAttributeAccessIssue
ubiops.ModelList(number_of_versions="3")  # mypy: arg-type; pyright: reportArgumentType
ModelList.from_dict("{}")  # mypy: arg-type; pyright: reportArgumentType
ModelList.from_json(b"{}")  # mypy: arg-type; pyright: reportArgumentType
ubiops.ModelVersionList(version="v").description.upper()  # mypy: union-attr; pyright: reportOptionalMemberAccess

_ = ubiops.ModelLst  # mypy: attr-defined; pyright: reportAttributeAccessIssue
_ = ubiops.models.ModelLst  # mypy: attr-defined; pyright: reportAttributeAccessIssue
ubiops.ApiClient(pool_threads="4")  # mypy: arg-type; pyright: reportArgumentType
ubiops.Configuration(api_key="Token t")  # mypy: arg-type; pyright: reportArgumentType
ubiops.Configuration(token="t")  # mypy: call-arg; pyright: reportCallIssue
