"""A pipeline of two models: build it from dictionaries and models, ask it, look at it, take it apart."""

import os
import time
import zipfile

import ubiops
from ubiops.rest import ApiException

CODE = """
class Model:
    def __init__(self, base_directory, context):
        pass

    def request(self, data):
        return {"number": data["number"] + 1}
"""

configuration = ubiops.Configuration()
configuration.api_key = {"Authorization": os.environ["API_TOKEN"].split()[1]}
configuration.api_key_prefix = {"Authorization": "Token"}
configuration.host = os.environ["API_HOST"]
client = ubiops.ApiClient(configuration)
core_api = ubiops.api.core_api.CoreApi(client)
project_name = "demo"

core_api.models_create(
    project_name,
    {
        "name": "next",
        "input_type": "structured",
        "output_type": "structured",
        "input_fields": [{"name": "number", "data_type": "int"}],
        "output_fields": [{"name": "number", "data_type": "int"}],
    },
)
core_api.model_versions_create(project_name, "next", {"version": "v1", "language": "python3.7"})
with zipfile.ZipFile("next.zip", "w") as package:
    package.writestr("model_package/model.py", CODE)
core_api.model_versions_file_upload(project_name, "next", "v1", file="next.zip")
while core_api.model_versions_get(project_name, "next", "v1").status not in ("available", "building_failed"):
    time.sleep(0.05)

pipeline = core_api.pipelines_create(
    project_name,
    ubiops.PipelineCreate(
        name="twice",
        description="Counts on, twice",
        input_type="structured",
        input_fields=[ubiops.PipelineInputFieldCreate(name="number", data_type="int")],
    ),
)
print("pipeline", pipeline.name, pipeline.input_type, [(each.name, each.data_type) for each in pipeline.input_fields])
for name in ("first", "second"):
    item = core_api.pipeline_objects_create(
        project_name,
        "twice",
        data=ubiops.PipelineObjectCreate(name=name, reference_type="model", reference_name="next", version="v1"),
    )
    print("object", item.name, item.reference_type, item.reference_name, item.version)
for source, destination in (("pipeline_start", "first"), ("first", "second")):
    attachment = core_api.pipeline_object_attachments_create(
        project_name,
        "twice",
        data={
            "source_name": source,
            "destination_name": destination,
            "mapping": [{"source_field_name": "number", "destination_field_name": "number"}],
        },
    )
    pairs = [(each.source_field_name, each.destination_field_name) for each in attachment.mapping]
    print("attachment", attachment.source_name, attachment.destination_name, pairs)

found = core_api.pipelines_request(project_name, "twice", data={"number": 40})
print("request", type(found).__name__, found.project, found.pipeline)
for each in sorted(found.model_requests, key=lambda each: each.pipeline_object):
    print("step", each.pipeline_object, each.success, each.request_data, each.result)

batch = core_api.batch_pipeline_requests_create(project_name, "twice", data=[{"number": 1}, {"number": 2}])
print("batch", len(batch))
while any(
    core_api.batch_pipeline_request_get(project_name, "twice", each.id).status not in ("completed", "failed")
    for each in batch
):
    time.sleep(0.05)
for each in batch:
    result = core_api.batch_pipeline_request_get(project_name, "twice", each.id)
    print(
        "outcome",
        result.status,
        result.request_data,
        sorted((step.pipeline_object, step.success, step.result["number"]) for step in result.model_requests),
    )
print("batches", [each.status for each in core_api.batch_pipeline_requests_list(project_name, "twice")])

try:
    core_api.model_versions_delete(project_name, "next", "v1")
except ApiException as error:
    print("in use", error.status, error.reason)
for attachment in core_api.pipeline_object_attachments_list(project_name, "twice"):
    core_api.pipeline_object_attachments_delete(
        project_name=project_name,
        pipeline_name="twice",
        source_name=attachment.source_name,
        destination_name=attachment.destination_name,
    )
for item in core_api.pipeline_objects_list(project_name, "twice"):
    core_api.pipeline_objects_delete(project_name, pipeline_name="twice", name=item.name)
print("empty", core_api.pipeline_objects_list(project_name, "twice"))
core_api.pipelines_delete(project_name, "twice")
core_api.models_delete(project_name, "next")
