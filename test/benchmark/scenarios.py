"""What a user's program does: the same lines run on this client and on the published one."""

from typing import Any, Dict, Optional

import ubiops

from .floor import drain

PROJECT, MODEL, VERSION = "demo", "model-1", "version-1"


def connect(server: str, connections: int = 1, ca: Optional[str] = None) -> Any:
    """Return a CoreApi."""
    configuration = ubiops.Configuration(
        host=server + "/v2.1", api_key={"Authorization": "Token 0f3a5b1c9d7e4f60a8b2c4d6e8f01234"}
    )
    configuration.connection_pool_maxsize = connections
    configuration.ssl_ca_cert = ca
    return ubiops.CoreApi(ubiops.ApiClient(configuration))


def simple_program(server: str) -> str:
    """Return a program that gets one small object."""
    return (
        f"import ubiops\nc = ubiops.Configuration({server + '/v2.1'!r}, {{'Authorization': 'Token 0f3a'}})\n"
        f"ubiops.CoreApi(ubiops.ApiClient(c)).models_get({PROJECT!r}, {MODEL!r})"
    )


def get_model(api: Any) -> Any:
    """Get one small object."""
    return api.models_get(PROJECT, MODEL)


def list_versions(api: Any) -> Any:
    """Get a long list of objects with dates."""
    return api.model_versions_list(PROJECT, MODEL)


def upload(api: Any, path: str) -> Any:
    """Send a large file."""
    return api.model_versions_file_upload(PROJECT, MODEL, VERSION, path)


def download(api: Any) -> int:
    """Receive a large file; both clients hand over the raw response unless told otherwise."""
    return drain(api.model_versions_file_download(PROJECT, MODEL, VERSION))


class Response:
    """As much of a response as decoding asks for."""

    status = 200
    reason = "OK"

    def __init__(self, data: str) -> None:
        self.data = data

    def getheaders(self) -> Dict[str, str]:
        return {"Content-Type": "application/json"}

    def getheader(self, name: str, default: Optional[str] = None) -> Optional[str]:
        return "application/json" if name.lower() == "content-type" else default


def decode_versions(api: Any, response: Response) -> Any:
    """Decode a long list that has already arrived."""
    return api.api_client.deserialize(response, "list[ModelVersionList]")


def build_model() -> Any:
    """Build a model with its scalar fields: three of the four are validated."""
    return ubiops.ModelCreate(
        name="model-1", description="Predicts prices", input_type="structured", output_type="structured"
    )


def build_version() -> Any:
    """Build a model with all its fields: six of the seven are validated."""
    return ubiops.ModelVersionCreate(
        version="version-1",
        language="python3.7",
        memory_allocation=512,
        maximum_instances=4,
        minimum_instances=1,
        maximum_idle_time=300,
        description="Trained on two years",
    )
