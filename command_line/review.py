"""`review`: recorded calls in, scores out."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from calls.context import CallContext
from calls.errors import RecordError
from calls.names import parse_names
from calls.record import Record
from command_line.options import Assumed, Known, Names
from command_line.terminal import now, print_bad, print_lines
from commands import checking, reviewing
from commands.circumstances import load_context
from commands.scenarios import find_scenario
from compliance_rules import Assumptions
from importers import import_calls
from scoring.review import review as review_record
from simulator.circumstances import context as circumstances_of
from simulator.library import load_house, open_scenarios
from training.shipped import checker_for


class ReviewForm(StrEnum):
    """How a review is printed."""

    TEXT = "text"
    JSON = "json"


def review(
    path: Annotated[Path, typer.Argument(help="One call: .txt, .json or .jsonl.")],
    scenario: Annotated[str | None, typer.Option(help="The situation it was practised in.")] = None,
    context: Known = None,
    assume: Assumed = "us_federal,third_party",
    form: Annotated[ReviewForm, typer.Option("--format")] = ReviewForm.TEXT,
    speaker: Names = None,
) -> None:
    """Score recorded calls as if they had been practised."""
    situation = find_scenario(open_scenarios().scenarios, scenario) if scenario else None
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
