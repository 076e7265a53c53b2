"""`demo`: a folder in which people have practised for weeks, to look around in."""

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer

from command_line.terminal import now, print_lines, watched
from commands.demonstrating import demonstration_lines
from demo.making import Demonstration, Size, is_there, load, make
from simulator.library import load_scenarios


def demo(
    folder: Annotated[Path, typer.Argument(help="A new folder to make it in.")],
    seed: Annotated[int, typer.Option(help="The same seed, the same calls and marks.")] = 1,
    people: Annotated[int, typer.Option(min=1, max=40, help="How many practise.")] = 40,
    candidates: Annotated[
        int, typer.Option(min=0, max=14, help="How many at most apply for a job.")
    ] = 14,
    anew: Annotated[
        bool, typer.Option("--anew", help="In the place of the demonstration that is there.")
    ] = False,
) -> None:
    """Make a demonstration, or tell how to sign in to the one that is there."""
    if is_there(folder) and not anew:
        print_lines(_lines(folder, load(folder), made=False))
        return
    size = Size(people, candidates)
    typer.echo(f"Playing weeks of practice into {folder}: two minutes or so.", err=True)
    with watched("making the demonstration") as told:
        made = make(folder, load_scenarios(), now(), seed=seed, told=told, size=size, anew=anew)
    print_lines(_lines(folder, made, made=True))


def _lines(folder: Path, done: Demonstration, *, made: bool) -> Iterator[str]:
    told = (done.password, done.accounts, done.link, done.until)
    return demonstration_lines(folder, *told, made=made)
