"""What programs do with models: all of them by name, as text, as dictionaries, copied, compared, pickled."""

import copy
import datetime
import pickle

import ubiops
from ubiops import models

names = sorted(name for name in dir(models) if hasattr(getattr(models, name), "openapi_types"))
for name in names:
    model = getattr(models, name)
    print(name, *model.openapi_types, list(model.attribute_map) == list(model.attribute_map.values()))

version = ubiops.ModelVersionCreate(version="v1", memory_allocation=512, description="first")
print(version.to_dict())
print(version.to_str())
print(repr(version).startswith("{"), str(version) == version.to_str())
twin = ubiops.ModelVersionCreate(version="v1", memory_allocation=512, description="first")
print("equal", version == twin, version != twin, version == {"version": "v1"}, version == None)  # noqa: E711
twin.memory_allocation = 1024
print("changed", version == twin, twin.memory_allocation)
for value in ("", None, "v2", "v 3"):
    try:
        twin.version = value
        print("version is", repr(twin.version))
    except ValueError:
        print("version refuses", repr(value))

moment = datetime.datetime(2020, 5, 4, 3, 2, 1, tzinfo=datetime.timezone.utc)
listed = ubiops.ModelList(
    name="a",
    project="demo",
    input_type="structured",
    output_type="plain",
    creation_date=moment,
    input_fields=[ubiops.ModelInputFieldList(name="x", data_type="int")],
)
print(listed.to_dict())
print(listed)
print("copies", copy.copy(listed) == listed, copy.deepcopy(listed) == listed)
again = pickle.loads(pickle.dumps(listed))
print("pickled", again == listed, again is not listed, again.input_fields[0].name)
print("discriminator", listed.discriminator, hasattr(listed, "local_vars_configuration"))
print("sent", ubiops.ApiClient(ubiops.Configuration()).sanitize_for_serialization(listed))
try:
    ubiops.ModelCreate(nam="x")
except TypeError as error:
    print("unknown field", "nam" in str(error))
