"""Many calls at a time: async_req, pools, one client in several threads."""

import os
from multiprocessing.pool import ThreadPool

import ubiops

configuration = ubiops.Configuration()
configuration.host = os.environ["API_HOST"]
configuration.api_key["Authorization"] = os.environ["API_TOKEN"]

with ubiops.ApiClient(configuration, pool_threads=4) as client:
    api = ubiops.CoreApi(client)
    plain = {"input_type": "plain", "output_type": "plain"}
    threads = [api.models_create("demo", {"name": f"model-{n}", **plain}, async_req=True) for n in range(6)]
    print("created", sorted(thread.get().name for thread in threads))
    print("ready", [thread.ready() and thread.successful() for thread in threads])

    thread = api.models_get("demo", "model-3", async_req=True)
    thread.wait(30)
    print("waited", thread.get(timeout=30).name)

    thread = api.models_get("demo", "nobody", async_req=True)
    try:
        thread.get()
    except ubiops.ApiException as error:
        print("raised in get", error.status, thread.successful())

    thread = api.models_get_with_http_info("demo", "model-1", async_req=True)
    data, status, headers = thread.get()
    print("with http info", data.name, status, headers.get("Content-Type"))

    with ThreadPool(3) as pool:
        names = [f"model-{n}" for n in range(6)]
        found = pool.map(lambda name: api.models_get("demo", name).name, names)
        print("several threads", found == names)
        removed = pool.map(lambda name: api.models_delete("demo", name), names)
        print("removed", removed)
    print("left", len(api.models_list("demo")))
