"""A project described in a file: what would be made or changed, and doing it.

::

    import ubiops
    from ubiops import deploy

    declaration = deploy.load("deployment.yaml")
    with ubiops.ApiClient() as client:
        api = ubiops.CoreApi(client)
        plan = deploy.plan(api, declaration)
        print(plan)
        deploy.apply(api, plan)

`python -m ubiops.deploy` does the same from a shell. The format is that of the emulator's seed files; `schema.json`
beside this file describes it. Names are loaded when they are first used.
"""

from __future__ import annotations

TYPE_CHECKING = False  # type checkers take it for True; importing typing would be most of this module's time
if TYPE_CHECKING:
    from typing import Any, List

    from ubiops.deploy._applying import apply
    from ubiops.deploy._declaration import Declaration, load
    from ubiops.deploy._examples import Outcome
    from ubiops.deploy._exceptions import ApplyException, DeclarationException
    from ubiops.deploy._exporting import Export, export
    from ubiops.deploy._plan import Plan, Step
    from ubiops.deploy._planning import plan, plan_destroy
    from ubiops.deploy._rehearsing import Rehearsal, rehearse

__all__ = [
    "ApplyException",
    "Declaration",
    "DeclarationException",
    "Export",
    "Outcome",
    "Plan",
    "Rehearsal",
    "Step",
    "apply",
    "export",
    "load",
    "plan",
    "plan_destroy",
    "rehearse",
]

_MODULES = {
    "ApplyException": "_exceptions",
    "Declaration": "_declaration",
    "DeclarationException": "_exceptions",
    "Export": "_exporting",
    "Outcome": "_examples",
    "Plan": "_plan",
    "Rehearsal": "_rehearsing",
    "Step": "_plan",
    "apply": "_applying",
    "export": "_exporting",
    "load": "_declaration",
    "plan": "_planning",
    "plan_destroy": "_planning",
    "rehearse": "_rehearsing",
}


def _load(name: str) -> Any:
    from ubiops._loading import load as load_module  # not with the package, whose import costs nothing

    if name not in _MODULES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(load_module(f"{__name__}.{_MODULES[name]}"), name)
    globals()[name] = value
    return value


globals()["__getattr__"] = _load  # by a plain def, type checkers would take any name, also a misspelt one


def __dir__() -> List[str]:
    return sorted({*globals(), *__all__})
