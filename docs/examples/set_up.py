"""Set up what the examples of docs/CoreApi.md work on: an organization, and in the project demo one of everything.

It talks to the UbiOps that the environment variables UBIOPS_API_TOKEN and UBIOPS_API_HOST name.
"""

import io
import time
import zipfile

import ubiops

PROJECT = "demo"

MODEL_CODE = """
class Model:
    def __init__(self, base_directory, context):
        print("Ready to serve version", context["version"])

    def request(self, data):
        return {"probability": 0.8 if data["contract"] == "monthly" else 0.1}
"""


def main() -> None:
    """Make everything, in the order in which it depends on each other."""
    with ubiops.ApiClient() as client:
        api = ubiops.CoreApi(client)
        api.organizations_create(
            ubiops.OrganizationCreate(name="acme", subscription="professional", subscription_agreed=True)
        )
        make_model(api)
        make_connector(api)
        make_pipeline(api, "score-customers")
        make_pipeline(api, "archive-scores")
        deliver(api, "archive-scores")
        make_variables(api)
        api.scheduled_requests_create(
            PROJECT,
            ubiops.ScheduleCreate(
                name="nightly-churn",
                object_type="model",
                object_name="churn",
                version="v1",
                schedule="30 2 * * *",
                request_data={"tenure_months": 18, "contract": "monthly", "usage": [0.25, 0.4, 2.1]},
            ),
        )
        api.roles_create(PROJECT, ubiops.RoleCreate(name="model-reader", permissions=["models.list", "models.get"]))
        robot = api.service_users_create(PROJECT, ubiops.ServiceUserCreate(name="scoring-job"))
        api.role_assignments_create(PROJECT, ubiops.RoleAssignmentCreate(user_id=robot.id, role="model-reader"))


def make_model(api: ubiops.CoreApi) -> None:
    """Make the model churn with an available version v1."""
    api.models_create(
        PROJECT,
        ubiops.ModelCreate(
            name="churn",
            input_type="structured",
            output_type="structured",
            input_fields=[
                ubiops.ModelInputFieldCreate(name="tenure_months", data_type="int"),
                ubiops.ModelInputFieldCreate(name="contract", data_type="string"),
                ubiops.ModelInputFieldCreate(name="usage", data_type="array_double"),
            ],
            output_fields=[ubiops.ModelOutputFieldCreate(name="probability", data_type="double")],
        ),
    )
    api.model_versions_create(PROJECT, "churn", ubiops.ModelVersionCreate(version="v1", language="python3.8"))
    package = io.BytesIO()
    with zipfile.ZipFile(package, "w") as archive:
        archive.writestr("model_package/model.py", MODEL_CODE)
    api.model_versions_file_upload(PROJECT, "churn", "v1", package.getvalue())
    version = api.model_versions_get(PROJECT, "churn", "v1")
    while version.status != "available":
        if "failed" in version.status:
            raise SystemExit(f"The build failed: {version.error_message}")
        time.sleep(0.2)
        version = api.model_versions_get(PROJECT, "churn", "v1")


def make_pipeline(api: ubiops.CoreApi, pipeline: str) -> None:
    """Make a pipeline with the model as its object."""
    fields = {"tenure_months": "int", "contract": "string", "usage": "array_double"}
    api.pipelines_create(
        PROJECT,
        ubiops.PipelineCreate(
            name=pipeline,
            input_type="structured",
            input_fields=[ubiops.PipelineInputFieldCreate(name=name, data_type=kind) for name, kind in fields.items()],
        ),
    )
    api.pipeline_objects_create(
        PROJECT,
        pipeline,
        ubiops.PipelineObjectCreate(name="churn-v1", reference_type="model", reference_name="churn", version="v1"),
    )
    api.pipeline_object_attachments_create(
        PROJECT,
        pipeline,
        ubiops.AttachmentsCreate(
            source_name="pipeline_start",
            destination_name="churn-v1",
            mapping=[
                ubiops.AttachmentFieldsCreate(source_field_name=name, destination_field_name=name) for name in fields
            ],
        ),
    )


def make_connector(api: ubiops.CoreApi) -> None:
    """Make the connector scores-table with the credentials that it logs in with."""
    api.credentials_create(
        PROJECT,
        ubiops.CredentialsCreate(
            name="warehouse-login",
            type="postgresql",
            configuration={"host": "db.example.com", "port": "5432", "username": "writer", "password": "a-password"},
        ),
    )
    api.connectors_create(
        PROJECT,
        ubiops.ConnectorCreate(
            name="scores-table",
            type="postgresql",
            credentials="warehouse-login",
            configuration={"database": "warehouse", "schema": "public", "table": "churn_scores"},
            input_fields=[ubiops.ConnectorFieldCreate(name="probability", data_type="double")],
        ),
    )


def deliver(api: ubiops.CoreApi, pipeline: str) -> None:
    """Let a pipeline write what its model answers to the connector."""
    api.pipeline_objects_create(
        PROJECT,
        pipeline,
        ubiops.PipelineObjectCreate(name="scores-table", reference_type="connector", reference_name="scores-table"),
    )
    api.pipeline_object_attachments_create(
        PROJECT,
        pipeline,
        ubiops.AttachmentsCreate(
            source_name="churn-v1",
            destination_name="scores-table",
            mapping=[
                ubiops.AttachmentFieldsCreate(source_field_name="probability", destination_field_name="probability")
            ],
        ),
    )


def make_variables(api: ubiops.CoreApi) -> None:
    """Make an environment variable of the project, one of the model, and one of its version."""
    region = ubiops.EnvironmentVariableCreate(name="REGION", value="eu-west", secret=False)
    threshold = ubiops.EnvironmentVariableCreate(name="THRESHOLD", value="0.65", secret=False)
    file_name = ubiops.EnvironmentVariableCreate(name="FILE_NAME", value="churn_model", secret=False)
    api.project_environment_variables_create(PROJECT, region)
    api.model_environment_variables_create(PROJECT, "churn", threshold)
    api.model_version_environment_variables_create(PROJECT, "churn", "v1", file_name)


if __name__ == "__main__":
    main()
