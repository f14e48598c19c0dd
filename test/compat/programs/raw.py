"""Below the methods: answers as they are, statuses and headers, calls by path."""

import json
import os

import ubiops

configuration = ubiops.Configuration()
configuration.host = os.environ["API_HOST"]
configuration.api_key["Authorization"] = os.environ["API_TOKEN"]
client = ubiops.ApiClient(configuration, header_name="X-Team", header_value="blue", cookie="theme=dark")
client.set_default_header("X-Trace", "17")
client.user_agent = "report/1.0"
api = ubiops.CoreApi(api_client=client)
print("agent", client.user_agent, client.default_headers["User-Agent"], client.default_headers["X-Team"])

response = api.projects_list(_preload_content=False)
print("response", response.status, response.reason, [each["name"] for each in json.loads(response.data)])

data, status, headers = api.projects_list_with_http_info(_return_http_data_only=False)
print("info", type(data).__name__, data[0].name, status, headers["Content-Type"])
only = api.projects_list_with_http_info(_return_http_data_only=True)
print("only data", [type(each).__name__ for each in only])
print("limited in time", len(api.projects_list(_request_timeout=30)), len(api.projects_list(_request_timeout=(5, 30))))

api.models_create("demo", {"name": "plain", "input_type": "plain", "output_type": "plain"})
print("last", client.last_response.status)

data, status, headers = client.call_api(
    "/projects/{project_name}/models",
    "GET",
    path_params={"project_name": "demo"},
    header_params={"Accept": "application/json"},
    response_type="list[ModelList]",
    auth_settings=["api_key"],
    _return_http_data_only=False,
)
print("by path", [type(each).__name__ for each in data], data[0].name, status)
made = client.call_api(
    "/projects/demo/models",
    "POST",
    header_params={"Content-Type": "application/json"},
    body={"name": "other", "input_type": "plain", "output_type": "plain", "description": ""},
    response_type="object",
    auth_settings=["api_key"],
    _return_http_data_only=True,
)
print("as a dictionary", made["name"], sorted(made)[:3])

print("accept", client.select_header_accept(["text/html", "application/json"]), client.select_header_accept([]))
print("content", client.select_header_content_type([]), client.select_header_content_type(["application/json"]))
print("sanitized", client.sanitize_for_serialization([ubiops.ModelUpdate(name="x"), ("a", 1), {"b": None}]))
print("pairs", client.parameters_to_tuples({"ids": [1, 2, 3], "q": "x"}, {"ids": "csv"}))
print("pairs", client.parameters_to_tuples({"ids": [1, 2, 3]}, {"ids": "multi"}))


class Answer:
    """Something to decode."""

    data = json.dumps(
        {
            "name": "x",
            "creation_date": "2020-05-04T03:02:01.000Z",
            "project": "demo",
            "input_type": "plain",
            "output_type": "plain",
        }
    )


decoded = client.deserialize(Answer, "ModelList")
print("decoded", decoded.name, decoded.creation_date.isoformat(), decoded.input_fields, decoded.description)
Answer.data = '{"a": ["2020-05-04T03:02:01Z"]}'
moments = client.deserialize(Answer, "dict(str, list[datetime])")
print("decoded", [each.isoformat() for each in moments["a"]])
Answer.data = "[1, 2.5, true]"
print("decoded", client.deserialize(Answer, "list[float]"), client.deserialize(Answer, "object"))
