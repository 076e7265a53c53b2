"""`bots`: bots hold calls, to prove a scenario."""

import sys
from collections.abc import Iterator
from typing import Annotated

import typer
from rich.console import Console
from rich.progress import Progress

from calls.errors import RecordError
from command_line.calls import Form
from command_line.shelf import open_shelf
from command_line.terminal import print_lines
from commands import bots as commands
from commands.forms import apart_in, forms_of, side_by_side
from commands.scenarios import find_scenario
from simulator.scenario import Scenario
from training.assessments.bot_tables import MOST_APART
from training.bot_practice import BotCall
from training.care import bots_for, check_bots


def bots(
    scenario: Annotated[
        str | None, typer.Argument(help="A scenario from `scenarios list`.")
    ] = None,
    every: Annotated[bool, typer.Option("--all", help="All scenarios.")] = False,
    seeds: Annotated[
        int, typer.Option(min=1, max=commands.MOST_SEEDS, help="Calls of each bot.")
    ] = 5,
    forms: Annotated[
        int, typer.Option(min=1, max=4, help="Play so many parallel forms, and compare them.")
    ] = 1,
    bot: Annotated[list[str] | None, typer.Option(help="Only this bot.")] = None,
    form: Annotated[
        Form, typer.Option("--format", help="Lines and a table, or one object a call.")
    ] = Form.TEXT,
) -> None:
    """Let bots hold calls: what each reached, what it left behind, what the rules found."""
    if every is bool(scenario):
        raise RecordError("bots", "which scenario?", "one from `scenarios list`, or --all")
    shelf = open_shelf()
    chosen = shelf.scenarios.values() if every else (find_scenario(shelf, scenario or ""),)
    # With --all those that have so many forms.
    situations = [one for one in chosen if not every or len(one.form_names) >= forms]
    those, calls = commands.chosen_bots(bot or ()), []
    for situation in situations if bot else ():
        check_bots(situation, those)
    played = [one for situation in situations for one in forms_of(situation, forms)]
    total = sum(len(bots_for(one, those)) for one in played) * seeds
    for call in _watched(commands.held(played, those, seeds), total):
        typer.echo(commands.json_line(call) if form is Form.JSONL else commands.text_line(call))
        calls.append(call)
    if form is Form.TEXT:
        print_lines(("", *commands.table(calls)))
    if forms > 1:
        _compare(situations, calls, told=form is Form.TEXT)


def _compare(situations: list[Scenario], calls: list[BotCall], *, told: bool) -> None:
    """Side by side, and exit status 1 where the bots found a difference."""
    held = {one.id: [call for call in calls if call.scenario.id == one.id] for one in situations}
    if told:
        for one in situations:
            print_lines(("", *side_by_side(one, held[one.id])))
    if any(apart_in(of) > MOST_APART for of in held.values()):
        raise typer.Exit(1)


def _watched(calls: Iterator[BotCall], total: int) -> Iterator[BotCall]:
    """The calls, with a bar where somebody watches and the lines themselves go elsewhere."""
    bar = Progress(
        console=Console(stderr=True),
        transient=True,
        redirect_stdout=False,
        disable=sys.stdout.isatty(),
    )
    with bar:
        yield from bar.track(calls, total=total, description="calls")
