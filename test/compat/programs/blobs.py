"""Files as blobs: upload, list, download in several ways, replace, remove."""

import os

import ubiops

configuration = ubiops.Configuration()
configuration.host = os.environ["API_HOST"]
configuration.api_key["Authorization"] = os.environ["API_TOKEN"]
api = ubiops.CoreApi(ubiops.ApiClient(configuration))

TEXT = "name;city\nZoë;Zürich\n".encode()
with open("cities.csv", "wb") as file:
    file.write(TEXT)

blob = api.blobs_create(project_name="demo", file="cities.csv")
print("uploaded", type(blob).__name__, blob.id is not None)
for listed in api.blobs_list("demo"):
    print("listed", listed.filename, listed.size, type(listed.creation_date).__name__, listed.id == blob.id)

response = api.blobs_get("demo", blob.id)
print("downloaded", response.status, response.headers["Content-Disposition"])
with open("copy.csv", "wb") as file:
    file.write(response.read())
with open("copy.csv", "rb") as file:
    print("content", file.read() == TEXT)

with api.blobs_get("demo", blob.id) as response:
    print("lines", len(response.data.decode().splitlines()))
response, status, headers = api.blobs_get_with_http_info("demo", blob.id)
print("with http info", status, headers["Content-Type"], response.read() == TEXT)

thread = api.blobs_create("demo", "cities.csv", async_req=True)
print("in a thread", type(thread.get()).__name__)

print("short-lived", type(api.blobs_create("demo", "cities.csv", blob_ttl=1200)).__name__)
for listed in api.blobs_list("demo"):
    print("removed", api.blobs_delete("demo", listed.id))
try:
    api.blobs_get("demo", blob.id).read()
except ubiops.ApiException as error:
    print("gone", error.status, error.reason)
