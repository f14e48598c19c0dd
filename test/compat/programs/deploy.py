"""Deploy a model from a folder: create, upload, wait, ask, change, remove."""

import os
import time
import zipfile

import ubiops

PROJECT = "demo"
CODE = """
class Model:
    def __init__(self, base_directory, context):
        self.version = context["version"]

    def request(self, data):
        return {"total": data["price"] * data["count"], "served_by": self.version}
"""

configuration = ubiops.Configuration()
configuration.host = os.environ["API_HOST"]
configuration.api_key["Authorization"] = os.environ["API_TOKEN"]
api_client = ubiops.ApiClient(configuration)
api = ubiops.CoreApi(api_client)

model = ubiops.ModelCreate(
    name="invoice",
    description="Adds up",
    input_type="structured",
    output_type="structured",
    input_fields=[{"name": "price", "data_type": "double"}, {"name": "count", "data_type": "int"}],
    output_fields=[
        ubiops.ModelOutputFieldCreate(name="total", data_type="double"),
        ubiops.ModelOutputFieldCreate(name="served_by", data_type="string"),
    ],
)
made = api.models_create(project_name=PROJECT, data=model)
print("made", made.name, made.project, made.description, made.input_type, made.output_type)
for field in made.input_fields + made.output_fields:
    print("field", type(field).__name__, field.name, field.data_type)

version = ubiops.ModelVersionCreate(
    version="v1",
    language="python3.8",
    memory_allocation=512,
    minimum_instances=0,
    maximum_instances=1,
    maximum_idle_time=300,
)
print("version", api.model_versions_create(PROJECT, "invoice", version).version)

with zipfile.ZipFile("package.zip", "w") as package:
    package.writestr("model_package/model.py", CODE)
    package.writestr("model_package/requirements.txt", "")
print("upload", api.model_versions_file_upload(PROJECT, "invoice", "v1", file="package.zip"))

for _ in range(600):
    state = api.model_versions_get(project_name=PROJECT, model_name="invoice", version="v1")
    if state.status in ("available", "building_failed"):
        break
    time.sleep(0.05)
print("status", state.status, state.memory_allocation, state.language, state.error_message)

answer = api.model_requests_create(PROJECT, "invoice", "v1", data={"price": 2.5, "count": 4})
print("answer", type(answer).__name__, answer.success, answer.result, answer.error_message)

changed = api.model_versions_update(PROJECT, "invoice", "v1", {"memory_allocation": 256, "maximum_idle_time": 600})
print("changed", changed.memory_allocation, changed.maximum_idle_time)
renamed = api.models_update(PROJECT, "invoice", data={"name": "bill", "description": "Still adds up"})
print("renamed", renamed.name, renamed.description)
print("listed", [(each.name, each.description) for each in api.models_list(PROJECT)])
print("versions", [each.version for each in api.model_versions_list(PROJECT, "bill")])

with api.model_versions_file_download(PROJECT, "bill", "v1") as response, open("again.zip", "wb") as file:
    file.write(response.read())
print("downloaded", response.status, zipfile.ZipFile("again.zip").namelist())
print("removed", api.model_versions_delete(PROJECT, "bill", "v1"), api.models_delete(PROJECT, "bill"))
print("left", api.models_list(PROJECT))
api_client.close()
