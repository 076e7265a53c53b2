"""`audit`: very many calls in, tables and a page out."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.progress import BarColumn, TaskID, TextColumn, TimeRemainingColumn
from rich.progress import Progress as Bar

from audit import Asked, Done, engine_for, run
from calls.errors import RecordError
from calls.names import parse_names
from command_line.options import Assumed, Known, Names, Paths
from command_line.shelf import open_house
from command_line.terminal import print_lines
from commands import auditing
from commands.checking import parse_packs
from commands.circumstances import load_context
from compliance_rules import Assumptions
from compliance_rules.house import HouseFacts
from compliance_rules.in_use import own_in_use

_STOPPED = 130


class EngineName(StrEnum):
    """What does the work."""

    LOCAL = "local"
    DASK = "dask"


def audit(
    paths: Paths,
    out: Annotated[Path, typer.Option(help="The folder for what comes out.")],
    workers: Annotated[int, typer.Option(min=1, help="Processes of this machine.")] = 1,
    engine: Annotated[EngineName, typer.Option(help="This machine, or a Dask cluster.")] = (
        EngineName.LOCAL
    ),
    scheduler: Annotated[
        str | None, typer.Option(help="Where the cluster's scheduler listens: tcp://…")
    ] = None,
    packs: Annotated[
        str | None, typer.Option(help="Packs to check with: a,b. All if none.")
    ] = None,
    context: Known = None,
    assume: Assumed = "us_federal,third_party",
    speaker: Names = None,
) -> None:
    """Audit folders of calls: findings and calls as Parquet and CSV, and a page to read.

    The same command again goes on where it stopped.
    """
    if (engine is EngineName.DASK) is not bool(scheduler):
        allowed = "--engine dask --scheduler ADDRESS, or neither"
        raise RecordError("engine", "the one is of no use without the other", allowed)
    house = HouseFacts.of(open_house())
    known, assumed = load_context(context), Assumptions.parse(assume)
    asked = Asked(house, parse_packs(packs), known, assumed, own_in_use())
    audited = run(paths, out, asked, engine_for(workers, scheduler), parse_names(speaker or ()))
    try:
        done = _watched(audited)
    except KeyboardInterrupt:
        typer.echo("stopped: the same command goes on from here", err=True)
        raise typer.Exit(_STOPPED) from None
    print_lines(auditing.lines(done, out))
    raise typer.Exit(auditing.status(done))


def _watched(audited: auditing.Audited) -> Done:
    """The end of an audit, with a bar on the way where somebody watches."""
    bar = Bar(
        BarColumn(),
        TextColumn("{task.fields[told]}"),
        TimeRemainingColumn(compact=True),
        TextColumn("left"),
        console=Console(stderr=True),
        transient=True,
    )
    pace = auditing.Pace()
    with bar:
        task: TaskID = bar.add_task("", total=None, told="opening the rules …")
        for one in audited:
            if isinstance(one, Done):
                return one
            bar.update(task, total=one.bytes_all, completed=one.bytes_done, told=pace.told(one))
    raise AssertionError("an audit ends with what it came to")
