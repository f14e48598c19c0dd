"""`python -m ubiops.deploy`: what a file says, planned, done, removed or rehearsed; and the file of what is there."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from typing import Any, Callable, Dict, List, Mapping, NoReturn, Optional

from ubiops import ApiClient, CoreApi, OpenApiException
from ubiops._printable import printable
from ubiops._version import __version__
from ubiops.deploy import (
    ApplyException,
    Declaration,
    Plan,
    Step,
    apply,
    export,
    load,
    plan,
    plan_destroy,
    rehearse,
)

FILES = ("deployment.yaml", "deployment.yml", "deployment.json")
NOTHING, FAILED, CHANGES = 0, 1, 2


class Parser(argparse.ArgumentParser):
    """A parser whose errors end with 1, since 2 tells of changes."""

    def error(self, message: str) -> NoReturn:
        """Tell what is wrong, and end."""
        self.print_usage(sys.stderr)
        self.exit(FAILED, f"{self.prog}: {printable(message)}\n")


def main(arguments: Optional[List[str]] = None) -> int:
    """Run the command line.

    Args:
        arguments: Those of the command line by default.

    Returns:
        The exit status: 0; 1 for an error; of `plan` and dry runs, 2 if there is something to do.
    """
    parser = _parser()
    options = parser.parse_args(arguments)
    try:
        return int(options.command(options))
    except (OpenApiException, OSError) as error:
        print("\n".join(map(printable, f"{parser.prog}: {error}".splitlines())), file=sys.stderr)
        return FAILED
    except KeyboardInterrupt:
        print(f"{parser.prog}: interrupted; the next apply goes on from what is there", file=sys.stderr)
        return FAILED


def _parser() -> Parser:
    parser = Parser(prog="python -m ubiops.deploy", description="Make projects of UbiOps as a file describes them.")
    parser.add_argument("--version", action="version", version=f"ubiops {__version__}")
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)

    planning = _command(commands, "plan", _plan, "show what apply would do; exit 2 if there is something")
    applying = _command(commands, "apply", _apply, "create what is missing, change what differs, wait for builds")
    destroying = _command(commands, "destroy", _destroy, "remove what the file names; projects stay")
    rehearsing = _command(commands, "rehearse", _rehearse, "deploy in an emulator, send the examples, and compare")
    exporting = _command(commands, "export", _export, "write the file of what is there")
    for command in (planning, applying, destroying):
        command.add_argument(
            "--target",
            action="append",
            default=[],
            metavar="ADDRESS",
            help="keep to this part of the file, such as demo/models/churn; may be given several times",
        )
    for command in (planning, applying):
        command.add_argument(
            "--update-secrets", action="store_true", help="send the values of secrets that are there already"
        )
    for command in (applying, destroying):
        command.add_argument("--dry-run", action="store_true", help="show what would be done, and do nothing")
    for command in (applying, rehearsing):
        command.add_argument(
            "--timeout", type=float, metavar="SECONDS", help="how long to wait for each build (default: 1800)"
        )
    rehearsing.add_argument(
        "--tolerance",
        type=float,
        default=1e-6,
        metavar="NUMBER",
        help="by how much numbers may differ: a part of them, and absolutely (default: %(default)s)",
    )
    exporting.add_argument(
        "--project",
        action="append",
        default=[],
        metavar="NAME",
        help="name of a project (default: all); may be given several times",
    )
    exporting.add_argument("--packages", action="store_true", help="download the packages, beside the file")
    exporting.add_argument("--yes", action="store_true", help="replace the file if it is there")
    for command in (applying, destroying):
        command.add_argument("--yes", action="store_true", help="do not ask")
    return parser


def _command(commands: Any, name: str, run: Callable[[argparse.Namespace], int], text: str) -> argparse.ArgumentParser:
    command: argparse.ArgumentParser = commands.add_parser(name, help=text, description=text)
    command.set_defaults(command=run)
    command.add_argument("file", nargs="?", type=Path, help="YAML or JSON (default: deployment.yaml, .yml or .json)")
    command.add_argument("--json", action="store_true", help="print JSON")
    return command


def _file(options: argparse.Namespace) -> Path:
    named: Optional[Path] = options.file
    return named or next((Path(name) for name in FILES if Path(name).exists()), Path(FILES[0]))


def _declaration(options: argparse.Namespace) -> Declaration:
    return load(_file(options))


def _plan(options: argparse.Namespace) -> int:
    declaration = _declaration(options)
    with ApiClient() as client:
        planned = plan(CoreApi(client), declaration, targets=options.target, update_secrets=options.update_secrets)
    _print(planned.to_dict() if options.json else planned)
    return _outcome(planned)


def _apply(options: argparse.Namespace) -> int:
    if options.dry_run:
        return _plan(options)
    declaration = _declaration(options)
    with ApiClient() as client:
        api = CoreApi(client)
        planned = plan(api, declaration, targets=options.target, update_secrets=options.update_secrets)
        # A job has nobody to ask; its command is the answer.
        if sys.stdin.isatty() and not options.json and not _agreed(planned, options, "Do all of this?"):
            return FAILED
        return _carry_out(api, planned, options, timeout=options.timeout)


def _destroy(options: argparse.Namespace) -> int:
    declaration = _declaration(options)
    with ApiClient() as client:
        api = CoreApi(client)
        planned = plan_destroy(api, declaration, targets=options.target)
        if options.dry_run:
            _print(planned.to_dict() if options.json else planned)
            return _outcome(planned)
        if not _agreed(planned, options, "Remove all of this?"):
            return FAILED
        return _carry_out(api, planned, options)


def _carry_out(api: CoreApi, planned: Plan, options: argparse.Namespace, timeout: Optional[float] = None) -> int:
    done: List[Mapping[str, Any]] = []

    def tell(step: Step) -> None:
        done.append(step.to_dict())
        print(step, file=sys.stderr if options.json else sys.stdout, flush=True)

    result: Dict[str, Any] = {"done": done, "error": None, "log": [], "left": planned.left}
    try:
        apply(api, planned, timeout=timeout, on_step=tell)
    except ApplyException as error:
        if not options.json:
            raise
        print(error, file=sys.stderr)
        result.update(error=error.message, log=error.log)
    if options.json:
        _print(result)
    elif not done:
        print("nothing to do")
    return FAILED if result["error"] else NOTHING


def _rehearse(options: argparse.Namespace) -> int:
    def tell(step: Step) -> None:
        print(step, file=sys.stderr, flush=True)

    rehearsal = rehearse(_file(options), tolerance=options.tolerance, timeout=options.timeout, on_step=tell)
    _print(rehearsal.to_dict() if options.json else rehearsal)
    if rehearsal.stand_ins:
        print(f"Not set, so that something else stood in: {', '.join(rehearsal.stand_ins)}", file=sys.stderr)
    return NOTHING if rehearsal.passed else FAILED


def _export(options: argparse.Namespace) -> int:
    file = _file(options)
    with ApiClient() as client:
        api = CoreApi(client)
        exported = export(api, file, project_names=options.project, packages=options.packages, replace=options.yes)
    for note in exported.notes:
        print(printable(note), file=sys.stderr)
    if options.json:
        _print({**exported._asdict(), "path": str(exported.path)})
        return NOTHING
    print(printable(f"{exported.path}: {', '.join(exported.projects)}"))
    if exported.variables:
        print(f"Secrets are for the environment to tell: {', '.join(exported.variables)}")
    return NOTHING


def _agreed(planned: Plan, options: argparse.Namespace, question: str) -> bool:
    """Show a plan, and ask; there is nothing to ask if nothing will be done."""
    if options.yes or planned.problems or not planned.changes:
        return True
    print(planned, file=sys.stderr)
    if not sys.stdin.isatty():
        print("There is nobody to ask: say --yes if this is meant", file=sys.stderr)
        return False
    print(f"{question} [y/N] ", end="", file=sys.stderr, flush=True)
    if sys.stdin.readline().strip().lower() in ("y", "yes"):
        return True
    print("Nothing was done.", file=sys.stderr)
    return False


def _outcome(planned: Plan) -> int:
    if planned.problems:
        return FAILED
    return CHANGES if planned.changes else NOTHING


def _print(value: Any) -> None:
    print(json.dumps(value, indent=2) if isinstance(value, dict) else value)


if __name__ == "__main__":
    sys.exit(main())
