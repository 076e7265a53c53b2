"""`cohort`: enrol trainees from a table, make paths, and give them."""

from datetime import datetime
from pathlib import Path as File
from typing import Annotated

import typer

from calls.errors import RecordError
from command_line.floor import By, floor
from command_line.shelf import open_shelf
from command_line.terminal import now, print_lines
from commands.cohorts import ALLOWED, cohort_lines, enrolment_lines, parse_step, path_lines
from commands.people import one_time_lines
from commands.scenarios import find_scenario
from compliance_rules.in_use import own_in_use
from drills import deck
from drills.stock import Stock
from training.cohorts import cohorts
from training.enrolling import enrol, look_over
from training.errors import NotOffered, TrainingError
from training.paths import StepKind, give_path, given_paths, make_path, paths

app = typer.Typer(name="cohort", no_args_is_help=True, help="Keep cohorts and their paths.")

_FAULTY = 2


@app.command("enrol")
def enrolled(
    table: Annotated[File, typer.Argument(help="A table with name, cohort, reviewer.")],
    by: By,
    cohort: Annotated[str, typer.Option(help="Into which, where the table says none.")] = "",
    yes: Annotated[bool, typer.Option("--yes", help="Make it; else it is only shown.")] = False,
) -> None:
    """Show what a table would make, who is new and what is wrong; with --yes make it."""
    store, person = floor(by)
    try:
        content = table.read_bytes()
    except OSError as error:
        raise RecordError(str(table), f"cannot be read ({error.strerror})", "a file") from None
    seen = look_over(store, person, content, cohort)
    print_lines(enrolment_lines(seen))
    if not seen.sound:
        raise typer.Exit(_FAULTY)
    if yes:
        print_lines(one_time_lines(enrol(store, person, seen, now())))
    else:
        typer.echo("nothing was made; with --yes it is", err=True)


@app.command("list")
def listed(by: By) -> None:
    """List cohorts with who is in them and what they go through."""
    store, person = floor(by)
    known = cohorts(store, person)
    if not known:
        typer.echo("there is no cohort yet", err=True)
    print_lines(cohort_lines(known, given_paths(store, person)))


@app.command("path")
def made(
    name: Annotated[str, typer.Argument(help="The name of the path.")],
    steps: Annotated[list[str], typer.Argument(help=f"Steps in their order: {ALLOWED}.")],
    by: By,
) -> None:
    """Make a path: calls to submit, things to drill, gates of clean calls at a level."""
    store, person = floor(by)
    shelf = open_shelf()
    parsed = [parse_step(one) for one in steps]
    for one in parsed:
        if one.kind is StepKind.CALL:
            find_scenario(shelf, one.what)
        if one.kind is StepKind.DRILL and not deck.cards_of(
            Stock(shelf.scenarios, own_in_use()), one.what
        ):
            raise NotOffered("drill", one.what, ["a kind of questions", "a rule that has some"])
    print_lines(path_lines([make_path(store, person, name, parsed, now())]))


@app.command("paths")
def all_paths(by: By) -> None:
    """List the paths there are, with their steps as they are typed."""
    store, person = floor(by)
    print_lines(path_lines(paths(store, person)))


@app.command("give")
def given(
    cohort: Annotated[str, typer.Argument(help="The name of a cohort.")],
    path: Annotated[str, typer.Argument(help="The name of a path.")],
    starts: Annotated[
        datetime, typer.Option("--from", formats=["%Y-%m-%d"], help="The day it begins.")
    ],
    by: By,
) -> None:
    """Let a cohort go through a path from a day on."""
    store, person = floor(by)
    known = {one.name.casefold(): one for one in cohorts(store, person)}
    there = {one.name.casefold(): one for one in paths(store, person)}
    if cohort.casefold() not in known:
        raise TrainingError("cohort", f"there is no {cohort!r}", "one of `cohort list`")
    if path.casefold() not in there:
        raise TrainingError("path", f"there is no {path!r}", "one of `cohort paths`")
    found = known[cohort.casefold()]
    give_path(store, person, found.id, there[path.casefold()].id, starts.date(), now())
    mine = [one for one in given_paths(store, person) if one.cohort_id == found.id]
    print_lines(cohort_lines([found], mine))
