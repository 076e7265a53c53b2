"""`scenarios`: the situations to practise."""

from pathlib import Path
from typing import Annotated

import typer

from command_line.terminal import print_lines
from commands import scenarios
from simulator.library import FOLDER, load_scenarios

app = typer.Typer(
    name="scenarios",
    help="The situations to practise.",
    no_args_is_help=True,
    add_completion=False,
)


@app.command("list")
def list_scenarios() -> None:
    """List the scenarios, easiest first."""
    print_lines(scenarios.list_lines(load_scenarios()))


@app.command("check")
def check_scenarios(
    folder: Annotated[Path, typer.Argument(help="A folder of scenarios.")] = FOLDER,
) -> None:
    """Check every file, and play its two calls: the model call wins, the poor call loses."""
    found = load_scenarios(folder)
    faults = [line for one in found.values() for line in scenarios.unproved(one)]
    print_lines(faults or [f"{len(found)} scenarios: all can be played"])
    raise typer.Exit(1 if faults else 0)


@app.command("show")
def show_scenario(
    scenario: Annotated[str, typer.Argument(help="An id from `scenarios list`.")],
    prompt: Annotated[
        bool, typer.Option("--prompt", help="Show what a language model would be told instead.")
    ] = False,
    turn: Annotated[
        int | None, typer.Option(help="At which turn of the model call; else at its last.")
    ] = None,
) -> None:
    """Show a scenario's brief and account, as the trainee sees them before the call."""
    found = scenarios.find_scenario(load_scenarios(), scenario)
    print_lines(scenarios.prompt_lines(found, turn) if prompt else scenarios.show_lines(found))
