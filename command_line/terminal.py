"""The terminal: what is typed there, what is printed, and what time it is."""

import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime

import typer
from rich.console import Console
from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn, TimeRemainingColumn

from calls.errors import RecordError
from datafiles import DataFileError

Told = Callable[[int, int], None]
"""Told how much is done, and of how much."""


def typed() -> Iterator[str]:
    """Lines as they are typed, or as a pipe sends them."""
    while True:
        if sys.stdin.isatty():
            sys.stdout.write("> ")
            sys.stdout.flush()
        line = sys.stdin.readline()
        if not line:
            return
        yield line


def print_lines(lines: Iterable[str]) -> None:
    """What a command says."""
    for line in lines:
        typer.echo(line)


def print_bad(bad: Iterable[RecordError]) -> None:
    """What could not be taken, where results do not stand."""
    for error in bad:
        typer.echo(f"bad input: {error}", err=True)


def print_broken(broken: Iterable[DataFileError]) -> None:
    """Files that cannot be used, where results do not stand."""
    for fault in broken:
        typer.echo(f"cannot be used: {fault}", err=True)


def now() -> datetime:
    """This moment."""
    return datetime.now(UTC)


@contextmanager
def watched(what: str) -> Iterator[Told]:
    """A bar on standard error, which is gone when the work is done."""
    screen = Console(stderr=True)
    bar = Progress(
        TextColumn(what),
        BarColumn(),
        TaskProgressColumn(),
        TimeRemainingColumn(compact=True),
        console=screen,
        transient=True,
        disable=not screen.is_terminal,
    )
    with bar:
        task = bar.add_task("", total=None)
        yield lambda done, of: bar.update(task, completed=done, total=of)
