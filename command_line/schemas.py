"""`schema`: the JSON Schemas that editors use, and lists of what is there."""

from typing import Annotated

import typer

from command_line.terminal import print_lines
from commands import schemas


def schema(
    check: Annotated[bool, typer.Option("--check", help="Only say which are out of date.")] = False,
) -> None:
    """Write the JSON Schemas that editors use, and the lists made from rules and scenarios."""
    if not check:
        print_lines(f"written: {path}" for path in schemas.write())
        return
    stale = schemas.out_of_date()
    for path in stale:
        typer.echo(f"{path}: not what the models say - run `python cli.py schema`", err=True)
    raise typer.Exit(1 if stale else 0)
