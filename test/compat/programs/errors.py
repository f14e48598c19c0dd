"""What programs do when something is refused."""

import json
import os

import ubiops
from ubiops.exceptions import ApiException, ApiTypeError, ApiValueError, OpenApiException

configuration = ubiops.Configuration()
configuration.host = os.environ["API_HOST"]
configuration.api_key["Authorization"] = os.environ["API_TOKEN"]
api = ubiops.CoreApi(ubiops.ApiClient(configuration))


def show(title, action, *arguments, **options):
    """Say what came of a call."""
    try:
        answer = action(*arguments, **options)
        print(title, "succeeded:", type(answer).__name__)
    except ApiException as error:
        body = error.body
        message = json.loads(body)["error"] if isinstance(body, (str, bytes)) else body
        print(title, "->", error.status, error.reason, type(error.headers).__name__ != "NoneType", message)
    except (ApiValueError, ApiTypeError) as error:
        print(title, "->", isinstance(error, OpenApiException), isinstance(error, (ValueError, TypeError)))


show("absent", api.models_get, "demo", "nothing")
show("twice", api.models_create, "demo", {"name": "a", "input_type": "plain", "output_type": "plain"})
show("twice", api.models_create, "demo", {"name": "a", "input_type": "plain", "output_type": "plain"})
show("invalid", api.models_create, "demo", {"name": "b", "input_type": "round", "output_type": "plain"})
show("no project", api.models_list, None)
show("unknown option", api.models_list, "demo", colour="red")
show("no data", api.models_create, "demo", None)
show("no build", api.model_requests_create, "demo", "a", "v1", {"x": 1})

try:
    ubiops.ModelCreate(name=None, input_type="plain", output_type="plain")
except ValueError as error:
    print("name is required:", "name" in str(error))
try:
    ubiops.ModelCreate(name="a" * 300, input_type="plain", output_type="plain")
    print("a long name passes")
except ValueError as error:
    print("a long name:", "name" in str(error))

stranger = ubiops.Configuration(host=configuration.host, api_key={"Authorization": "Token wrong"})
show("stranger", ubiops.CoreApi(ubiops.ApiClient(stranger)).projects_list)
nobody = ubiops.Configuration(host=configuration.host)
show("nobody", ubiops.CoreApi(ubiops.ApiClient(nobody)).projects_list)

try:
    api.models_get("demo", "nothing")
except Exception as error:
    lines = str(error).splitlines()
    print("first line:", lines[0])
    print("says", "404" in str(error), "body" in str(error).lower(), isinstance(error, ubiops.ApiException))

failure = ApiException(status=418, reason="teapot")
print("made", failure.status, failure.reason, failure.body, failure.headers)
