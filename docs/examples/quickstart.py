"""Deploy a model and use it: the whole way, in one program.

With ``UBIOPS_API_TOKEN`` set this talks to the UbiOps that the token belongs to, in the project
that ``UBIOPS_PROJECT`` names. Without a token it starts a local UbiOps.
"""

import contextlib
import os
from pathlib import Path

import ubiops
from ubiops import utils

MODEL = "churn"
VERSION = "v1"
PACKAGE = Path(__file__).parent / "churn"

CUSTOMERS = b"""name,tenure_months,monthly_charges
Ada,48,20
Blaise,3,80
Carl,12,55
"""


def run(api: ubiops.CoreApi, project: str) -> None:
    """Deploy, request, clean up."""
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

        print(f"2. Upload the folder {PACKAGE.name} and wait for its build")
        version = utils.upload_model(api, project, MODEL, VERSION, PACKAGE, wait=True)
        print(f"   {version.status}")

        print("3. Upload the customers as a blob")
        blob = utils.upload_blob(api, project, CUSTOMERS, filename="customers.csv")
        print(f"   {blob.filename}, {blob.size} bytes")

        print("4. Make a direct request")
        outcome = api.model_requests_create(project, MODEL, VERSION, {"customers": blob.id, "threshold": 0.5})
        if not outcome.success:
            raise SystemExit(f"The request failed: {outcome.error_message}")
        print(f"   {outcome.result['at_risk']} customers are at risk")
        for line in utils.download_blob(api, project, outcome.result["report"]).decode().splitlines():
            print(f"   {line}")

        print("5. Make a request for each of many rows")
        rows = [{"customers": blob.id, "threshold": threshold} for threshold in (0.25, 0.5, 0.75)]
        for row in utils.predict_many(api, project, MODEL, VERSION, rows):
            threshold = rows[row.index]["threshold"]
            print(f"   threshold {threshold}: {row.result['at_risk']} at risk")
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
