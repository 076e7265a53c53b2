"""`scenarios`: the situations to practise."""

from typing import Annotated

import typer

from command_line import bench
from command_line.shelf import open_shelf, own_folder
from command_line.terminal import now, print_broken, print_lines
from commands import bots, scenarios
from simulator.skeleton import new_scenario

app = typer.Typer(
    name="scenarios",
    help="The situations to practise.",
    no_args_is_help=True,
    add_completion=False,
)
app.command("copy")(bench.copy)
app.command("prove")(bench.prove)
app.command("sign-off")(bench.signed_off)
app.command("coverage")(bench.show_coverage)


@app.command("list")
def list_scenarios() -> None:
    """List the scenarios, easiest first; files that cannot be used are told with their error."""
    shelf = open_shelf()
    print_lines(scenarios.list_lines(shelf.scenarios))
    print_broken(shelf.broken)


@app.command("check")
def check_scenarios(
    which: Annotated[
        list[str] | None, typer.Argument(help="Ids, files, or a folder of scenarios; else all.")
    ] = None,
    seeds: Annotated[int, typer.Option(min=0, help="Calls of each bot against its band.")] = 2,
) -> None:
    """Check every file, play its model call and its poor call, and the bots against their bands."""
    found, broken = scenarios.asked_for(which or (), own_folder())
    faults = [str(fault) for fault in broken]
    faults += [line for one in found for line in scenarios.unproved(one)]
    if seeds:
        faults += [line for one in found for line in bots.unproved_bands(one, seeds)]
    print_lines(faults or [f"{len(found)} scenarios: all can be played"])
    raise typer.Exit(1 if faults else 0)


@app.command("new")
def new(
    scenario_id: Annotated[
        str, typer.Argument(metavar="ID", help="What the scenario shall be called.")
    ],
) -> None:
    """Write a commented file to start a new scenario from."""
    path = new_scenario(scenario_id)
    typer.echo(f"{path}: fill it in, then run `python cli.py scenarios check`")


@app.command("show")
def show_scenario(
    scenario: Annotated[str, typer.Argument(help="An id from `scenarios list`.")],
    form: Annotated[int, typer.Option(help="Which parallel form; 0 is the file as written.")] = 0,
    prompt: Annotated[
        bool, typer.Option("--prompt", help="Show what a language model would be told instead.")
    ] = False,
    turn: Annotated[
        int | None, typer.Option(help="At which turn of the model call; else at its last.")
    ] = None,
) -> None:
    """Show a scenario's brief and account, as the trainee sees them before the call."""
    found = scenarios.find_scenario(open_shelf(), scenario).form(form)
    if prompt:
        print_lines(scenarios.prompt_lines(found, turn))
    else:
        print_lines(scenarios.show_lines(found, now()))
