"""Deploy a model and use it: the whole way, in one program.

With ``UBIOPS_API_TOKEN`` set this talks to the UbiOps that the token belongs to, in the project
that ``UBIOPS_PROJECT`` names. Without a token it starts a local UbiOps.
"""

import contextlib
import io
import os
import time
import zipfile

import ubiops

MODEL = "churn"
VERSION = "v1"

MODEL_CODE = """
import csv

import numpy

WEIGHTS = numpy.array([-0.08, 0.03])


class Model:
    def __init__(self, base_directory, context):
        print("Ready to serve version", context["version"])

    def request(self, data):
        with open(data["customers"]) as file:
            customers = list(csv.DictReader(file))
        features = [[float(row["tenure_months"]), float(row["monthly_charges"])] for row in customers]
        chances = 1 / (1 + numpy.exp(-(numpy.array(features) @ WEIGHTS)))
        with open("report.csv", "w") as file:
            for row, chance in zip(customers, chances):
                file.write("{},{:.2f}\\n".format(row["name"], chance))
        return {"at_risk": int((chances > data["threshold"]).sum()), "report": "report.csv"}
"""

CUSTOMERS = """name,tenure_months,monthly_charges
Ada,48,20
Blaise,3,80
Carl,12,55
"""


def model_package() -> bytes:
    """Return a package as it is uploaded: a zip file with the folder model_package."""
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as package:
        package.writestr("model_package/model.py", MODEL_CODE)
        package.writestr("model_package/requirements.txt", "numpy\n")
    return content.getvalue()


def wait_until_available(api: ubiops.CoreApi, project: str) -> None:
    """Wait for the build of the version; show its status when it changes."""
    status = ""
    while status != "available":
        version = api.model_versions_get(project, MODEL, VERSION)
        if version.status != status:
            status = version.status
            print(f"   {status}")
        if "failed" in status:
            raise SystemExit(f"The build failed: {version.error_message}")
        time.sleep(0.2)


def run(api: ubiops.CoreApi, project: str) -> None:
    """Create, upload, request, clean up."""
    print(f"1. Create the model {MODEL} and its version {VERSION}")
    model = ubiops.ModelCreate(
        name=MODEL,
        description="Which customers are about to leave",
        input_type="structured",
        output_type="structured",
        input_fields=[
            ubiops.ModelInputFieldCreate(name="customers", data_type="blob"),
            ubiops.ModelInputFieldCreate(name="threshold", data_type="double"),
        ],
        output_fields=[
            ubiops.ModelOutputFieldCreate(name="at_risk", data_type="int"),
            ubiops.ModelOutputFieldCreate(name="report", data_type="blob"),
        ],
    )
    api.models_create(project, model)
    try:
        api.model_versions_create(project, MODEL, ubiops.ModelVersionCreate(version=VERSION, language="python3.8"))

        print("2. Upload the package and wait for its build")
        api.model_versions_file_upload(project, MODEL, VERSION, file=model_package())
        wait_until_available(api, project)

        print("3. Upload the customers as a blob")
        blob = api.blobs_create(project, file=CUSTOMERS.encode())
        print(f"   blob {blob.id}, {blob.size} bytes")

        print("4. Make a direct request")
        outcome = api.model_requests_create(project, MODEL, VERSION, {"customers": blob.id, "threshold": 0.5})
        if not outcome.success:
            raise SystemExit(f"The request failed: {outcome.error_message}")
        print(f"   {outcome.result['at_risk']} customers are at risk")
        report = api.blobs_get(project, outcome.result["report"])
        for line in report.read().decode().splitlines():
            print(f"   {line}")

        print("5. Make batch requests and collect their results")
        thresholds = [0.25, 0.5, 0.75]
        data = [{"customers": blob.id, "threshold": threshold} for threshold in thresholds]
        ids = [request.id for request in api.batch_model_requests_create(project, MODEL, VERSION, data)]
        results = api.batch_model_requests_batch_collect(project, MODEL, VERSION, ids)
        while any(result.status in ("pending", "processing") for result in results):
            time.sleep(0.2)
            results = api.batch_model_requests_batch_collect(project, MODEL, VERSION, ids)
        for result in sorted(results, key=lambda result: result.request_data["threshold"]):
            print(
                f"   threshold {result.request_data['threshold']}: {result.status}, {result.result['at_risk']} at risk"
            )
    finally:
        print("6. Clean up")
        with contextlib.suppress(ubiops.NotFoundException):
            api.model_versions_delete(project, MODEL, VERSION)
        api.models_delete(project, MODEL)
    print("Done.")


def main() -> None:
    """Run against the UbiOps that the environment names, or against a local one."""
    project = os.environ.get("UBIOPS_PROJECT", "demo")
    if "UBIOPS_API_TOKEN" in os.environ:
        with ubiops.ApiClient() as client:
            run(ubiops.CoreApi(client), project)
    else:
        from ubiops.emulator import Emulator

        print("UBIOPS_API_TOKEN is not set: starting a local UbiOps")
        with Emulator() as emulator:
            run(emulator.core_api(), project)


if __name__ == "__main__":
    main()
