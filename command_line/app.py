"""Every command in its place; known faults are told in their own words."""

from importlib import import_module
from os import environ
from pathlib import Path
from typing import Any

import typer
from typer.core import TyperGroup
from typer.main import get_command

from calls.errors import TeachingError
from commands.checking import BAD_INPUT
from compliance_rules import AssumptionError, RuleError
from compliance_rules.in_use import use_rules_of
from datafiles import DataFileError
from training.store import data_folder

PROJECT = Path(__file__).parent.parent
FAULTS = (TeachingError, DataFileError, RuleError, AssumptionError)
"""What explains itself: where, what is wrong, what is allowed."""

COMMANDS = {
    "check": "calls:check",
    "audit": "audit:audit",
    "read": "calls:read",
    "review": "review:review",
    "play": "practice:play",
    "bots": "bots:bots",
    "recheck": "practice:recheck",
    "propose": "proposing:propose",
    "search": "practice:search",
    "assign": "assigning:app",
    "cohort": "cohorts:app",
    "coach": "coaching:app",
    "report": "coaching:report",
    "anchor": "keeping:anchor",
    "verify": "keeping:verify",
    "backup": "keeping:backup",
    "restore": "keeping:restore",
    "purge": "keeping:purge",
    "access": "keeping:access",
    "people": "people:app",
    "demo": "demonstrating:demo",
    "schema": "schemas:schema",
    "rules": "rules:app",
    "scenarios": "scenarios:app",
    "scales": "scales:app",
}
"""Each command in the order of `--help`, and where it is: a module here and a name in it."""


class _Commands(TyperGroup):
    """Commands that are opened when they are asked for; known faults end them with exit status 2.

    What an audit or a practice needs takes a second to open, and `rules list` needs none of it.
    """

    def list_commands(self, ctx: Any) -> list[str]:  # noqa: ARG002
        return list(COMMANDS)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:  # noqa: ARG002
        # All of them for a name that there is not, so that a similar one can be suggested.
        for name in (cmd_name,) if cmd_name in COMMANDS else COMMANDS:
            if name not in self.commands:
                self.commands[name] = get_command(_opened(COMMANDS[name]))
        return self.commands.get(cmd_name)

    def invoke(self, ctx: Any) -> Any:
        try:
            return super().invoke(ctx)
        except FAULTS as fault:
            typer.echo(str(fault), err=True)
            raise typer.Exit(BAD_INPUT) from None


def _opened(place: str) -> typer.Typer:
    module, _, name = place.partition(":")
    found = getattr(import_module(f"command_line.{module}"), name)
    if isinstance(found, typer.Typer):
        return found
    alone = typer.Typer(add_completion=False)
    alone.command()(found)
    return alone


app = typer.Typer(
    cls=_Commands, no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False
)


@app.callback()
def right_party() -> None:
    """Practise collection calls and check recorded ones."""
    use_rules_of(data_folder(environ, PROJECT))
