"""`check` and `read`: recorded calls in, findings and readings out."""

from enum import StrEnum
from typing import Annotated

import typer

from calls.errors import RecordError
from calls.names import parse_names
from command_line.options import Assumed, Known, Names, Paths
from command_line.shelf import open_house
from command_line.terminal import print_bad, print_lines
from commands import checking, reading
from commands.circumstances import load_context
from commands.progress import counted
from compliance_rules import Assumptions
from importers import import_calls
from language.shipped import shipped_reader
from training.shipped import checker_for


class Form(StrEnum):
    """How results are printed."""

    TEXT = "text"
    JSONL = "jsonl"


def check(
    paths: Paths,
    packs: Annotated[
        str | None, typer.Option(help="Packs to check with: a,b. All if none.")
    ] = None,
    context: Known = None,
    assume: Assumed = "us_federal,third_party",
    form: Annotated[
        Form, typer.Option("--format", help="Lines, or one object a call.")
    ] = Form.TEXT,
    speaker: Names = None,
) -> None:
    """Check calls against the rules: 1 if something serious is not met, 2 for bad input."""
    checker = checker_for(open_house(), checking.parse_packs(packs))
    known, assumed = load_context(context), Assumptions.parse(assume)
    tally = checking.Tally()
    for outcome in counted(import_calls(paths, parse_names(speaker or ())), "calls"):
        if isinstance(outcome, RecordError):
            tally.bad.append(outcome)
            continue
        result = checker.check(outcome.call, known, assumed)
        tally.add(result)
        if form is Form.JSONL:
            typer.echo(checking.json_line(result))
        else:
            print_lines(checking.text_lines(outcome, result))
    if form is Form.TEXT:
        print_lines(tally.summary())
    print_bad(tally.bad)
    raise typer.Exit(tally.status)


def read(
    paths: Paths,
    speaker: Names = None,
) -> None:
    """Show what each turn says: signals, amounts, schedules; one JSON object a call."""
    reader, bad = shipped_reader(), []
    for outcome in counted(import_calls(paths, parse_names(speaker or ())), "calls"):
        if isinstance(outcome, RecordError):
            bad.append(outcome)
        else:
            typer.echo(reading.json_line(outcome.call.id, reader.read_call(outcome.call)))
    print_bad(bad)
    raise typer.Exit(checking.BAD_INPUT if bad else 0)
