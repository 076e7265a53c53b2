"""`check`, `read` and `review`: recorded calls in, findings, readings and scores out."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from calls.context import CallContext
from calls.errors import RecordError
from calls.names import parse_names
from calls.record import Record
from command_line.options import Assumed, Known, Names, Paths
from command_line.terminal import now, print_bad, print_lines
from commands import checking, reading, reviewing
from commands.circumstances import load_context
from commands.progress import counted
from commands.scenarios import find_scenario
from compliance_rules import Assumptions
from importers import import_calls
from language.reader import shipped_reader
from scoring.review import review as review_record
from simulator.circumstances import context as circumstances_of
from simulator.library import load_house, load_scenarios
from training.shipped import checker_for


class Form(StrEnum):
    """How results are printed."""

    TEXT = "text"
    JSONL = "jsonl"


class ReviewForm(StrEnum):
    """How a review is printed."""

    TEXT = "text"
    JSON = "json"


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
    checker = checker_for(load_house(), checking.parse_packs(packs))
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


def review(
    path: Annotated[Path, typer.Argument(help="One call: .txt, .json or .jsonl.")],
    scenario: Annotated[str | None, typer.Option(help="The situation it was practised in.")] = None,
    context: Known = None,
    assume: Assumed = "us_federal,third_party",
    form: Annotated[ReviewForm, typer.Option("--format")] = ReviewForm.TEXT,
    speaker: Names = None,
) -> None:
    """Score recorded calls as if they had been practised."""
    situation = find_scenario(load_scenarios(), scenario) if scenario else None
    checker, bad = checker_for(load_house()), []
    stated = load_context(context).known()
    for outcome in import_calls([path], parse_names(speaker or ())):
        if isinstance(outcome, RecordError):
            bad.append(outcome)
            continue
        began_at = outcome.call.began_at or now()
        given = circumstances_of(situation, began_at) if situation else CallContext()
        record = Record(outcome.call, given.learn(**stated))
        made = review_record(record, checker, situation, Assumptions.parse(assume))
        if form is ReviewForm.JSON:
            typer.echo(made.model_dump_json())
        else:
            print_lines((f"{outcome.file}: {outcome.call.id}", *reviewing.text_lines(made)))
    print_bad(bad)
    raise typer.Exit(checking.BAD_INPUT if bad else 0)
