"""From what is declared and what is there to what is to be done."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from typing import Iterable, List, Sequence, Tuple

from ubiops import CoreApi
from ubiops.deploy import _contents
from ubiops.deploy._declaration import Declaration
from ubiops.deploy._exceptions import DeclarationException
from ubiops.deploy._plan import Options, Plan, Resource, Step
from ubiops.deploy._secrets import Redactor, secrets

_AT_ONCE = 8  # calls


def plan(api: CoreApi, declaration: Declaration, *, targets: Sequence[str] = (), update_secrets: bool = False) -> Plan:
    """Find out what `apply` would do. Changes nothing.

    A package is compared by a digest of its content, which `apply` notes in the description of the version. One that
    something else uploaded is downloaded to be compared.

    Args:
        api: The API.
        declaration: What shall be.
        targets: Addresses, such as `demo/models/churn`, to which to keep: what is below them, and what they stand
            in. Everything if empty.
        update_secrets: Whether to send the values of secrets that are there already; nobody can compare them.

    Returns:
        The plan: `plan.steps` in the order in which they would be done.

    Raises:
        DeclarationException: A target is not in the file.
        ApiException: A call failed.
    """
    known = _all(declaration, update_secrets)
    chosen = [each for each in known if _concerns(each.address, _checked(targets, known), upward=True)]
    with ThreadPoolExecutor(_AT_ONCE) as pool:
        steps = list(pool.map(lambda each: each.plan(api), chosen))
    work = sorted(zip(steps, chosen), key=lambda pair: pair[1].stage)
    beside = [] if targets else [name for entry in declaration.projects for name in _contents.left(api, entry)]
    return _made(declaration, work, [*beside, *(name for each in chosen if not targets for name in each.left)])


def plan_destroy(api: CoreApi, declaration: Declaration, *, targets: Sequence[str] = ()) -> Plan:
    """Find out what there is of what a file names; `apply` of the returned plan removes it.

    Projects stay, and what the file does not name, except what stands in something that goes, such as other versions
    of a model; the step of the model names them.

    Args:
        api: The API.
        declaration: What shall go.
        targets: Addresses of what shall go, with what is below them. Everything if empty.

    Returns:
        The plan. A model or connector that a pipeline uses which stays is `impossible` to remove.

    Raises:
        DeclarationException: A target is not in the file.
        ApiException: A call failed.
    """
    known = _all(declaration, False)
    chosen = [Removal(each) for each in known if _concerns(each.address, _checked(targets, known), upward=False)]
    chosen.sort(key=lambda each: each.order)
    with ThreadPoolExecutor(_AT_ONCE) as pool:
        steps = pool.map(lambda each: each.plan(api), chosen)
        there = [(step, each) for step, each in zip(steps, chosen) if step.action == "deleted"]
    going = [step.address for step, _ in there]
    users = {used: by for entry in declaration.projects for used, by in _contents.uses(api, entry["name"], going)}
    extra = {model: others for entry in declaration.projects for model, others in _contents.others(api, entry, going)}
    work: List[Tuple[Step, Resource]] = []
    for step, each in reversed(there):
        address = step.address
        if address in users:
            step = Step(address, "impossible", [], f"{users[address]} uses it, and stays; remove that first")
        elif address in extra:
            step = step._replace(reason=f"with {', '.join(extra[address])}, which the file does not name")
        work.append((step, each))
    return _made(declaration, work, [])


class Removal(Resource):
    """The removal of something.

    Args:
        resource: What is to go.

    Attributes:
        order: When it would be made; what comes last goes first.
    """

    def __init__(self, resource: Resource) -> None:
        self.address = resource.address
        self.order = resource.stage
        self._resource = resource

    def plan(self, api: CoreApi) -> Step:
        """Look for what is to go."""
        return self._resource.plan_removal(api) or Step(self.address, "unchanged")

    def begin(self, api: CoreApi, step: Step, options: Options) -> None:
        """Remove it."""
        self._resource.remove(api)


def _all(declaration: Declaration, update_secrets: bool) -> List[Resource]:
    return [each for entry in declaration.projects for each in _contents.resources(entry, update_secrets)]


def _checked(targets: Sequence[str], known: Iterable[Resource]) -> Sequence[str]:
    addresses = [each.address for each in known]
    for target in targets:
        if not any(_is_within(address, target) for address in addresses):
            raise DeclarationException(
                f"{target} is not in the file; in it are {', '.join(addresses) or 'no projects'}"
            )
    return targets


def _concerns(address: str, targets: Sequence[str], upward: bool) -> bool:
    return not targets or any(
        _is_within(address, target) or (upward and _is_within(target, address)) for target in targets
    )


def _is_within(address: str, above: str) -> bool:
    return f"{address}/".startswith(f"{above.rstrip('/')}/")


def _made(declaration: Declaration, work: Sequence[Tuple[Step, Resource]], left: Sequence[str]) -> Plan:
    redact = Redactor(secrets(declaration.projects))
    return Plan([(step._replace(reason=redact(step.reason)), each) for step, each in work], left, redact)
