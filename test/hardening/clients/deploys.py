"""`python -m ubiops.deploy apply` that is killed, and run again."""

from __future__ import annotations

from typing import Any, Dict, List

from test.support.deploy import Folder, state, with_package
from ubiops import CoreApi

from .kills import Ended, Programs


class Deploys:
    """Projects with one of each; every round has one of its own."""

    def __init__(self, programs: Programs, api: CoreApi) -> None:
        self._programs = programs
        self._api = api
        self._undisturbed: Dict[str, Any] = {}
        self._folder: Folder
        self.different: List[str] = []
        self.left: List[str] = []

    def arguments(self, number: int) -> List[str]:
        """Write the file of a new project, and return the program that applies it."""
        self._folder = Folder(self._programs.folder, self._api)
        self._folder.write(with_package(self._folder))
        return ["-m", "ubiops.deploy", "apply", "deployment.json"]

    def check(self, number: int, ended: Ended) -> None:
        """Apply it again; see that the project is as one that nobody disturbed."""
        self.left += [name for name in ended.left if not name.startswith("ubiops-")]
        if ended.killed:
            self._programs.run(["-m", "ubiops.deploy", "apply", "deployment.json"])
        found = state(self._api, self._folder.project)
        self._undisturbed = self._undisturbed or found
        if found != self._undisturbed:
            names = [name for name in found if found[name] != self._undisturbed.get(name)]
            self.different.append(f"round {number}: {', '.join(names)}")
        plan = self._folder.plan(with_package(self._folder))
        if plan.changes or plan.left:
            self.different.append(f"round {number}: {plan}")
        self._folder.remove()
