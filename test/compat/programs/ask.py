"""Direct and batch requests: good ones, failing ones, lists of them."""

import io
import os
import time
import zipfile

import ubiops

CODE = """
class Model:
    def __init__(self, base_directory, context):
        pass

    def request(self, data):
        if data["number"] < 0:
            raise ValueError("no negative numbers, please")
        return {"root": data["number"] ** 0.5}
"""

configuration = ubiops.Configuration(host=os.environ["API_HOST"], api_key={"Authorization": os.environ["API_TOKEN"]})
api = ubiops.CoreApi(ubiops.ApiClient(configuration))


def wait(ask, done):
    """Ask until an answer will do."""
    for _ in range(600):
        answer = ask()
        if done(answer):
            return answer
        time.sleep(0.05)
    raise SystemExit("that took too long")


api.models_create(
    "demo",
    ubiops.ModelCreate(
        name="root",
        input_type="structured",
        output_type="structured",
        input_fields=[ubiops.ModelInputFieldCreate("number", "double")],
        output_fields=[ubiops.ModelOutputFieldCreate("root", "double")],
    ),
)
api.model_versions_create("demo", "root", ubiops.ModelVersionCreate(version="v1"))
with open("root.zip", "wb") as file:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as package:
        package.writestr("model_package/model.py", CODE)
    file.write(buffer.getvalue())
api.model_versions_file_upload("demo", "root", "v1", file="root.zip")
wait(
    lambda: api.model_versions_get("demo", "root", "v1"),
    lambda version: version.status in ("available", "building_failed"),
)

good = api.model_requests_create("demo", "root", "v1", {"number": 16})
print("good", good.success, good.result)
bad = api.model_requests_create("demo", "root", "v1", {"number": -1})
print("bad", bad.success, bad.result, bad.error_message)
try:
    print(api.model_requests_create("demo", "root", "v1", {"number": "many"}))
except ubiops.exceptions.ApiException as error:
    print("wrong type", error.status)

one = api.batch_model_requests_create("demo", "root", "v1", [{"number": 25}])
print("one", type(one).__name__, [type(each).__name__ for each in one])
several = api.batch_model_requests_create("demo", "root", "v1", data=[{"number": each} for each in (1, 4, -9)])
ids = [each.id for each in several]
print("several", len(set(ids)), [each.status for each in several])

results = wait(
    lambda: api.batch_model_requests_batch_collect("demo", "root", "v1", data=ids),
    lambda found: all(each.status in ("completed", "failed") for each in found),
)
for result in sorted(results, key=lambda each: ids.index(each.id)):
    print("collected", result.status, result.success, result.request_data, result.result, result.error_message)
    print("times", result.time_created is not None, type(result.time_last_updated).__name__)

listed = wait(
    lambda: api.batch_model_requests_list("demo", "root", "v1"),
    lambda found: all(each.status in ("completed", "failed") for each in found),
)
print("listed", len(listed), sorted(each.status for each in listed))
print("limited", len(api.batch_model_requests_list("demo", "root", "v1", status="completed", limit=2)))
single = api.batch_model_requests_get("demo", "root", version="v1", request_id=ids[0])
print("single", single.status, single.result, single.request_data)

print("deleted", api.batch_model_requests_delete("demo", "root", version="v1", request_id=ids[0]))
print("deleted", api.batch_model_requests_batch_delete("demo", "root", "v1", data=ids[1:]))
print("left", len(api.batch_model_requests_list("demo", "root", "v1")))
