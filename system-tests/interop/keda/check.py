"""Says of each KEDA resource of a file of JSON lines what KEDA's model does not take or does not know."""

import json
import sys

from cloudcoil.models.keda.v1alpha1 import ScaledObject, TriggerAuthentication
from pydantic import ValidationError

KINDS = {kind.__name__: kind for kind in (ScaledObject, TriggerAuthentication)}


def unknown(given, kept, place):
    """The fields that the model has left out."""
    if isinstance(given, dict):
        for name, value in given.items():
            if not isinstance(kept, dict) or name not in kept:
                yield f"{place}.{name}"
            else:
                yield from unknown(value, kept[name], f"{place}.{name}")
    elif isinstance(given, list):
        for number, (one, other) in enumerate(zip(given, kept)):
            yield from unknown(one, other, f"{place}[{number}]")


problems = 0
for line in open(sys.argv[1]):
    resource = json.loads(line)
    name = resource["metadata"]["name"]
    try:
        model = KINDS[resource["kind"]].model_validate(resource)
        found = list(unknown(resource, model.model_dump(mode="json", by_alias=True, exclude_unset=True), name))
    except ValidationError as error:
        found = [f"{name}: {one['loc']}: {one['msg']}" for one in error.errors()]
    for problem in found:
        print(problem)
    problems += len(found)
print(f"{problems} problems")
