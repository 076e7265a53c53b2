"""`assign`: give a trainee a call to submit, list what was given, take it back."""

from datetime import datetime
from typing import Annotated

import typer

from command_line.floor import By, floor
from command_line.shelf import open_shelf
from command_line.terminal import now, print_lines
from commands.assigning import assigned_lines
from commands.scenarios import find_scenario
from training.assignments import Assignment, all_assignments, assign, assignments, withdraw
from training.models import Role
from training.people import person_named
from training.rights import ASSIGNS

app = typer.Typer(name="assign", no_args_is_help=True, help="Give trainees calls to practise.")


@app.command("to")
def give(
    name: Annotated[str, typer.Argument(help="The trainee, as named in the browser.")],
    scenario: Annotated[str, typer.Argument(help="A scenario from `scenarios list`.")],
    due: Annotated[datetime, typer.Option(formats=["%Y-%m-%d"], help="The last day for it.")],
    by: By,
    note: Annotated[str, typer.Option(help="One sentence that the trainee reads with it.")] = "",
) -> None:
    """Give a trainee a scenario to submit; the same once more moves the day and the note."""
    store, trainer = floor(by)
    trainee = person_named(store, name, Role.TRAINEE)
    wanted = find_scenario(open_shelf(), scenario)
    _print(assign(store, trainer, trainee, wanted, due.date(), now(), note))


@app.command("list")
def listed(
    name: Annotated[str, typer.Option(help="Who is looking, as named in the browser.")],
    role: Annotated[Role, typer.Option(help="In which role they look.")] = Role.TRAINEE,
) -> None:
    """List what somebody was given; for a trainer, what was given to anybody."""
    store, person = floor(name, role)
    given = (all_assignments if role in ASSIGNS else assignments)(store, person)
    if not given:
        typer.echo("nothing is assigned", err=True)
    _print(*given)


@app.command("withdraw")
def taken_back(
    assignment: Annotated[str, typer.Argument(help="Its id, from `assign list`.")], by: By
) -> None:
    """Take an assignment back that is not done yet."""
    store, trainer = floor(by)
    _print(withdraw(store, trainer, assignment, now()))


def _print(*given: Assignment) -> None:
    print_lines(assigned_lines(given, now().date()))
