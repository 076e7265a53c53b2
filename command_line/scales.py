"""`scales`: what people rate calls by."""

from os import environ
from pathlib import Path
from typing import Annotated

import typer

from command_line.shelf import PROJECT
from command_line.terminal import print_broken, print_lines
from commands.scales import faults_of, list_lines
from datafiles import text_of
from training.scales import OWN_FOLDER, opened_scales
from training.store import data_folder

FOUND = 1
"""The exit status where a file has faults."""

app = typer.Typer(
    name="scales",
    help="The rating scales that people rate calls by.",
    no_args_is_help=True,
    add_completion=False,
)


@app.command("list")
def list_scales() -> None:
    """List the scales in use with their levels; files that cannot be used are told."""
    found = opened_scales(data_folder(environ, PROJECT))
    print_lines(list_lines(found))
    print_broken(found.broken)


@app.command("check")
def check_scales(
    files: Annotated[
        list[Path] | None, typer.Argument(help="Files named as their criterion; else all.")
    ] = None,
) -> None:
    """Check the house's own words for scales, fault by fault with its line."""
    own = data_folder(environ, PROJECT) / OWN_FOLDER
    for path in files or ():
        text_of(path)  # what was named and cannot be read is bad input, and no file with faults
    found = faults_of(files or sorted(own.glob("*.yaml")))
    for path, faults in found.items():
        print_lines(f"{path.name}: {fault}" for fault in faults)
    if any(found.values()):
        raise typer.Exit(FOUND)
    told = f"{len(found)} of the house's own" if found else "none of the house's own"
    typer.echo(f"{told}: all can be used")
