"""The terminal: what is typed there, what is printed, and what time it is."""

import sys
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime

import typer

from calls.errors import RecordError
from datafiles import DataFileError


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
