"""A deployment tried out on this machine."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Any, Callable, Dict, Iterator, List, Mapping, Optional, Union

from ubiops._loading import LOADING
from ubiops._printable import printable
from ubiops.deploy._applying import apply
from ubiops.deploy._declaration import Declaration, load
from ubiops.deploy._examples import Outcome, subjects
from ubiops.deploy._plan import Step
from ubiops.deploy._planning import plan
from ubiops.utils import MissingExtraException

if TYPE_CHECKING:
    from ubiops.emulator import Emulator


class Rehearsal:
    """What came out.

    Attributes:
        outcomes: What became of each example, in the order of the file.
        stand_ins: Names of variables that the environment does not have.
    """

    def __init__(self, outcomes: List[Outcome], stand_ins: List[str]) -> None:
        self.outcomes = outcomes
        self.stand_ins = stand_ins

    @property
    def passed(self) -> bool:
        """Whether all examples passed; also if there are none."""
        return all(outcome.passed for outcome in self.outcomes)

    def to_dict(self) -> Dict[str, Any]:
        """Return the rehearsal as plain data, with secrets masked."""
        examples = [
            {
                "address": each.address,
                "name": each.name,
                "passed": each.passed,
                "problems": list(each.problems),
                "log": list(each.log),
            }
            for each in self.outcomes
        ]
        return {"passed": self.passed, "examples": examples, "stand_ins": self.stand_ins}

    def __str__(self) -> str:
        width = max((len(printable(each.address)) for each in self.outcomes), default=0)
        lines = []
        for each in self.outcomes:
            mark = "passed" if each.passed else "FAILED"
            lines.append(f"{mark}  {printable(each.address):{width}}  {printable(each.name)}")
            lines += [f"        {printable(problem)}" for problem in each.problems]
            lines += [f"        | {printable(line)}" for line in each.log]
        failed = sum(not each.passed for each in self.outcomes)
        count = len(self.outcomes)
        lines.append(f"{count} example{'' if count == 1 else 's'}: {count - failed} passed, {failed} failed")
        return "\n".join(lines)


class _Environment(Mapping[str, str]):
    """An environment that has every variable; what the real one has not is noted, and stands for itself."""

    def __init__(self, environ: Mapping[str, str]) -> None:
        self.stand_ins: List[str] = []
        self._environ = environ

    def __getitem__(self, name: str) -> str:
        if name in self._environ:
            return self._environ[name]
        if name not in self.stand_ins:
            self.stand_ins.append(name)
        return name.lower().replace("_", "-")

    def __contains__(self, name: object) -> bool:
        return True

    def __iter__(self) -> Iterator[str]:
        return iter(self._environ)

    def __len__(self) -> int:
        return len(self._environ)


def rehearse(
    file: Union[str, os.PathLike[str]],
    *,
    tolerance: float = 1e-6,
    timeout: Optional[float] = None,
    progress: Optional[bool] = None,
    on_step: Callable[[Step], Any] = lambda step: None,
    environ: Optional[Mapping[str, str]] = None,
) -> Rehearsal:
    """Deploy a file in an emulator that runs meanwhile, send its examples, and compare the answers.

    Nothing leaves this machine, except what pip and the models themselves ask for: connectors deliver nowhere, and
    schedules are switched off. Variables of `${NAME}` that the environment does not have get a stand-in, so that a
    rehearsal needs no secrets.

    An example passes if the request succeeds and holds all that `result` names. Of a pipeline, `result` has the names
    of its objects, and of each what its model returns. Where a field is a blob, `data` and `result` have the path of a
    file, relative to the folder of the deployment's.

    Args:
        file: The file of the deployment.
        tolerance: By how much numbers may differ: a part of the greater one, and absolutely.
        timeout: Seconds to wait for each build; 1800 if None.
        progress: Whether to show bars; by default where a terminal or a notebook shows them.
        on_step: Called with each step of the deployment once it is done.
        environ: Where `${NAME}` finds its value; the environment of this process if None.

    Returns:
        What came out.

    Raises:
        DeclarationException: The file cannot be deployed.
        ApplyException: Deploying it failed, such as a build.
        MissingExtraException: The emulator is not installed.
        OSError: The file cannot be read.
    """
    environment = _Environment(os.environ if environ is None else environ)
    declaration = load(file, environment)
    with _emulator() as emulator:
        api = emulator.core_api()
        with api.api_client:
            [organization] = api.organizations_list()
            here = _moved(declaration, organization.name)
            planned = plan(api, here)
            apply(api, planned, timeout=timeout, progress=progress, on_step=on_step)
            folder = Path(file).absolute().parent
            outcomes = [
                outcome
                for project in here.projects
                for subject in subjects(project)
                for outcome in subject.try_out(api, folder, tolerance)
            ]
    redacted = [
        each._replace(problems=[*map(planned.redact, each.problems)], log=[*map(planned.redact, each.log)])
        for each in outcomes
    ]
    return Rehearsal(redacted, environment.stand_ins)


def _emulator() -> Emulator:
    with LOADING:
        from ubiops.emulator import Emulator

    try:
        return Emulator(deliver=False)
    except ImportError as error:
        raise MissingExtraException(f'{error}, or pip install "ubiops[emulator]"') from None


def _moved(declaration: Declaration, organization: str) -> Declaration:
    """Return a declaration for an organization in which nothing runs by the clock."""
    projects = []
    for project in declaration.projects:
        moved = {**project, "organization_name": organization}
        if "schedules" in project:
            moved["schedules"] = [{**schedule, "enabled": False} for schedule in project["schedules"]]
        projects.append(moved)
    return Declaration(declaration.path, projects)
