"""Pipelines of the service, drawn."""

from __future__ import annotations

from typing import Dict, Tuple

from ubiops import AttachmentsList, CoreApi, PipelineObjectList
from ubiops.utils._drawing import Arrow, Box, drawing


class Drawing:
    """A picture, which Jupyter shows by itself.

    Attributes:
        name: What it shows.
        svg: The text of an SVG file.
    """

    def __init__(self, name: str, svg: str) -> None:
        self.name = name
        self.svg = svg

    def __repr__(self) -> str:
        return f"<Drawing of {self.name}>"

    def _repr_svg_(self) -> str:
        return self.svg

    def __str__(self) -> str:
        return self.svg


def draw_pipeline(api: CoreApi, project_name: str, pipeline_name: str) -> Drawing:
    """Draw a pipeline: its objects from left to right, what is attached to what, and how each version stands.

    Uses `pipelines_get`, `pipeline_objects_list`, `pipeline_object_attachments_list`, and `model_versions_get` once for
    each version.

    Args:
        api: The API.
        project_name: Name of the project.
        pipeline_name: Name of the pipeline.

    Returns:
        The drawing. Jupyter shows it, with a dot for the status of each version, and the whole names and the mapping of
        fields under the mouse. Its `svg` is the text of a file:
        ``Path("pipeline.svg").write_text(drawing.svg, encoding="utf-8")``.

    Raises:
        ubiops.NotFoundException: There is no such pipeline.
    """
    pipeline = api.pipelines_get(project_name, pipeline_name)
    objects = api.pipeline_objects_list(project_name, pipeline_name)
    statuses: Dict[Tuple[str, str], str] = {}
    for each in objects:
        if each.version is not None and (each.reference_name, each.version) not in statuses:
            version = api.model_versions_get(project_name, each.reference_name, each.version)
            statuses[each.reference_name, each.version] = version.status
    boxes = [Box("pipeline_start", pipeline.input_type, "start"), *(_box(each, statuses) for each in objects)]
    arrows = [_arrow(each) for each in api.pipeline_object_attachments_list(project_name, pipeline_name)]
    return Drawing(pipeline_name, drawing(boxes, arrows))


def _box(pipeline_object: PipelineObjectList, statuses: Dict[Tuple[str, str], str]) -> Box:
    name, version = pipeline_object.reference_name, pipeline_object.version
    if version is None:
        return Box(pipeline_object.name, f"{name} (connector)", "connector")
    return Box(pipeline_object.name, f"{name} : {version}", "model", statuses[name, version])


def _arrow(attachment: AttachmentsList) -> Arrow:
    fields = [(str(pair.source_field_name), str(pair.destination_field_name)) for pair in attachment.mapping or ()]
    return Arrow(str(attachment.source_name), str(attachment.destination_name), fields)
