"""Make published_pickles.json.xz: what ubiops 2.1.0 pickles, and the values in it.

Run it with the published client, in an environment of its own, and any Python that it runs on::

    python -m venv /tmp/published
    /tmp/published/bin/pip install ubiops==2.1.0
    /tmp/published/bin/python test/data/make_published_pickles.py
"""

from __future__ import annotations

import datetime
import inspect
import json
import logging
import lzma
import pickle
import re
from pathlib import Path
from typing import Any

import dateutil.parser

import ubiops

MOMENT = "2020-05-04T03:02:01.500000Z"
SAMPLES = {
    "str": "text",
    "int": 7,
    "float": 0.5,
    "bool": True,
    "date": datetime.date(2020, 5, 4),
    "datetime": dateutil.parser.parse(MOMENT),
    "object": {"a": [1, None]},
    "file": "model.zip",
}


def sample(kind: str) -> Any:
    """Return a value of a type."""
    in_list = re.fullmatch(r"list\[(.*)\]", kind)
    if in_list:
        return [sample(in_list.group(1))]
    in_dict = re.fullmatch(r"dict\(str, (.*)\)", kind)
    if in_dict:
        return {"key": sample(in_dict.group(1))}
    return SAMPLES[kind] if kind in SAMPLES else model(getattr(ubiops.models, kind))


def model(cls: Any) -> Any:
    """Return an instance with all its fields set, whatever the checks say."""
    unchecked = ubiops.Configuration()
    unchecked.client_side_validation = False
    instance = cls(local_vars_configuration=unchecked)
    for name, kind in cls.openapi_types.items():
        setattr(instance, name, sample(kind))
    instance.local_vars_configuration = ubiops.Configuration()
    return instance


def plain(value: Any) -> Any:
    """Return a value as JSON knows it."""
    return value.isoformat() if isinstance(value, datetime.date) else vars(value)


def configuration() -> Any:
    """Return settings that are not the defaults."""
    made = ubiops.Configuration("https://ubiops.example.com/v2.1", {"Authorization": "Token 0f3a"}, {"other": "Bearer"})
    made.proxy = "http://proxy:3128"
    made.verify_ssl = False
    made.retries = 5
    made.logger_format = "%(message)s"
    made.client_side_validation = False
    return made


def main() -> None:
    """Write the file."""
    logging.disable()
    found = {}
    for name, cls in sorted(vars(ubiops.models).items()):
        if inspect.isclass(cls):
            instance = model(cls)
            found[name] = (instance, instance.to_dict())
    made = configuration()
    shown = {key: value for key, value in vars(made).items() if not key.startswith("logger")}
    found["Configuration"] = (made, shown)
    refusal = ubiops.ApiException(404, "Not Found")
    refusal.body, refusal.headers = '{"error": "No model churn"}', {"X-Request-Id": "7f3"}
    found["ApiException"] = (refusal, vars(refusal))
    for name in ("ApiTypeError", "ApiValueError", "ApiKeyError"):
        error = getattr(ubiops.exceptions, name)("bad", ["data", 3])
        found[name] = (error, vars(error))
    records = {
        name: {"pickle": pickle.dumps(value, 3).decode("latin-1"), "values": values}
        for name, (value, values) in found.items()
    }
    text = json.dumps(records, default=plain, indent=0, sort_keys=True)
    Path(__file__).with_name("published_pickles.json.xz").write_bytes(lzma.compress(text.encode(), preset=9))


if __name__ == "__main__":
    main()
