"""Every command in its place; known faults are told in their own words."""

from typing import Any

import typer
from typer.core import TyperGroup

from calls.errors import TeachingError
from command_line import audit, calls, practice, rules, scenarios, schemas
from commands.checking import BAD_INPUT
from compliance_rules import AssumptionError, RuleError
from datafiles import DataFileError

FAULTS = (TeachingError, DataFileError, RuleError, AssumptionError)
"""What explains itself: where, what is wrong, what is allowed."""


class _Explaining(TyperGroup):
    """Commands whose known faults are told in their own words, with exit status 2."""

    def invoke(self, ctx: Any) -> Any:
        try:
            return super().invoke(ctx)
        except FAULTS as fault:
            typer.echo(str(fault), err=True)
            raise typer.Exit(BAD_INPUT) from None


app = typer.Typer(
    help="Practise collection calls and check recorded ones.",
    cls=_Explaining,
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)
for command in (
    *(calls.check, audit.audit, calls.read, calls.review),
    *(practice.play, practice.recheck, practice.search),
    schemas.schema,
):
    app.command()(command)
for group in (rules.app, scenarios.app):
    app.add_typer(group, no_args_is_help=True)
