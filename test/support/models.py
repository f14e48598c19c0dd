"""The models and what their fields can hold."""

from __future__ import annotations

import re
from typing import Any, Dict, List

import ubiops
from ubiops.models._model import Model

NAMES: List[str] = list(ubiops.models.__all__)
MODELS: List[Any] = [getattr(ubiops, name) for name in NAMES]

DATE = "2020-05-04"
MOMENT = "2020-05-04T03:02:01.123456+02:00"


def sample(kind: str) -> Any:
    """Return a JSON value that a server would send for a type."""
    in_list = re.fullmatch(r"list\[(.*)\]", kind)
    if in_list:
        return [sample(in_list.group(1))]
    in_dict = re.fullmatch(r"dict\(str, (.*)\)", kind)
    if in_dict:
        return {"key": sample(in_dict.group(1))}
    scalars = {"str": "text", "int": 7, "float": 0.5, "bool": True, "object": {"any": [1, None]}}
    scalars.update(date=DATE, datetime=MOMENT)
    return scalars[kind] if kind in scalars else row(getattr(ubiops, kind))


def row(model: Any) -> Dict[str, Any]:
    """Return a JSON object with every field of a model."""
    return {model.attribute_map[name]: sample(kind) for name, kind in model.openapi_types.items()}


def models_in(value: Any) -> List[Model]:
    """Return the models in a plain value."""
    if isinstance(value, Model):
        return [value]
    items = value.values() if isinstance(value, dict) else value if isinstance(value, (list, tuple)) else ()
    return [model for item in items for model in models_in(item)]
