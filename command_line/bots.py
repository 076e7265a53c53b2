"""`bots`: bots hold calls, to prove a scenario."""

import sys
from collections.abc import Iterator
from typing import Annotated

import typer
from rich.console import Console
from rich.progress import Progress

from calls.errors import RecordError
from command_line.calls import Form
from command_line.terminal import print_lines
from commands import bots as commands
from commands.scenarios import find_scenario
from simulator.library import open_scenarios
from training.bot_practice import BotCall


def bots(
    scenario: Annotated[
        str | None, typer.Argument(help="A scenario from `scenarios list`.")
    ] = None,
    every: Annotated[bool, typer.Option("--all", help="All scenarios.")] = False,
    seeds: Annotated[
        int, typer.Option(min=1, max=commands.MOST_SEEDS, help="Calls of each bot.")
    ] = 5,
    bot: Annotated[list[str] | None, typer.Option(help="Only this bot.")] = None,
    form: Annotated[
        Form, typer.Option("--format", help="Lines and a table, or one object a call.")
    ] = Form.TEXT,
) -> None:
    """Let bots hold calls: what each reached, what it left behind, what the rules found."""
    if every is bool(scenario):
        raise RecordError("bots", "which scenario?", "one from `scenarios list`, or --all")
    found = open_scenarios().scenarios
    situations = list(found.values()) if every else [find_scenario(found, scenario or "")]
    chosen, calls = commands.chosen_bots(bot or ()), []
    total = len(situations) * len(chosen) * seeds
    for call in _watched(commands.held(situations, chosen, seeds), total):
        typer.echo(commands.json_line(call) if form is Form.JSONL else commands.text_line(call))
        calls.append(call)
    if form is Form.TEXT:
        print_lines(("", *commands.table(calls)))


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
