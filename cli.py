"""Right Party without a browser: `python cli.py --help`."""

import sys
import tempfile
from collections.abc import Iterable
from datetime import UTC, datetime
from enum import StrEnum
from os import environ
from pathlib import Path
from random import SystemRandom
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from calls.context import CallContext
from calls.errors import RecordError
from calls.importers import import_calls
from calls.names import parse_names
from calls.record import Record
from commands import checking, playing, reading, reviewing, rules, scenarios, schemas
from commands.circumstances import load_context
from commands.progress import counted
from compliance_rules import (
    AssumptionError,
    Assumptions,
    RuleError,
    load_packs,
    shipped_checker,
)
from compliance_rules.prove import prove
from datafiles import DataFileError
from language.reader import shipped_reader
from scoring.review import review as review_record
from simulator.circumstances import context as circumstances_of
from simulator.library import FOLDER, load_house, load_scenarios
from training.errors import TrainingError
from training.models import Role
from training.people import sign_in_locally
from training.shipped import checker_for
from training.store import Store, data_folder

FAULTS = (RecordError, DataFileError, RuleError, AssumptionError, TrainingError)
"""What explains itself: where, what is wrong, what is allowed."""


class _Explaining(TyperGroup):
    """Commands whose known faults are told in their own words, with exit status 2."""

    def invoke(self, ctx: Any) -> Any:
        try:
            return super().invoke(ctx)
        except FAULTS as fault:
            typer.echo(str(fault), err=True)
            raise typer.Exit(checking.BAD_INPUT) from None


def _group(about: str) -> typer.Typer:
    return typer.Typer(help=about, no_args_is_help=True)


app = typer.Typer(
    help="Practise collection calls and check recorded ones.",
    cls=_Explaining,
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)
rules_app = _group("The rules that calls are checked with.")
scenarios_app = _group("The situations to practise.")
app.add_typer(rules_app, name="rules")
app.add_typer(scenarios_app, name="scenarios")


class Form(StrEnum):
    """How results are printed."""

    TEXT = "text"
    JSONL = "jsonl"


class ReviewForm(StrEnum):
    """How a review is printed."""

    TEXT = "text"
    JSON = "json"


Paths = Annotated[
    list[Path], typer.Argument(help="Calls as .txt, .json or .jsonl, or folders of them.")
]
Names = Annotated[
    list[str] | None,
    typer.Option("--speaker", help="A name in the files, NAME=collector."),
]
Known = Annotated[
    Path | None, typer.Option("--context", help="What is known of the calls: a YAML or JSON file.")
]
Assumed = Annotated[
    str, typer.Option("--assume", help="What may be assumed when unknown; 'none' for nothing.")
]


@app.command()
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
            _print(checking.text_lines(outcome, result))
    if form is Form.TEXT:
        _print(tally.summary())
    _explain(tally.bad)
    raise typer.Exit(tally.status)


@app.command()
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
    _explain(bad)
    raise typer.Exit(checking.BAD_INPUT if bad else 0)


@app.command()
def play(
    scenario: Annotated[str, typer.Argument(help="A scenario from `scenarios list`.")],
    seed: Annotated[int | None, typer.Option(help="The same seed, the same person.")] = None,
    name: Annotated[
        str, typer.Option(help="Keep the attempt under this name, for the Progress page.")
    ] = "",
) -> None:
    """Practise a call: type what you say; '/note …' and the like do the desk work."""
    situation = scenarios.find_scenario(load_scenarios(), scenario)
    if seed is None:
        seed = SystemRandom().randrange(1_000_000)
    with tempfile.TemporaryDirectory() as passing:
        kept = data_folder(environ, Path(__file__).parent)
        store = Store(kept if name else Path(passing))
        person = sign_in_locally(store, name or "Terminal", Role.TRAINEE, _now())
        practice = playing.Practice(store, person, situation, seed, _now)
        if sys.stdin.isatty():
            typer.echo(playing.HELP, err=True)
        _print(practice.talk(_typed()))
        _print(("", *reviewing.text_lines(practice.finish())))


@app.command()
def review(
    path: Annotated[Path, typer.Argument(help="One call: .txt, .json or .jsonl.")],
    scenario: Annotated[str | None, typer.Option(help="The situation it was practised in.")] = None,
    context: Known = None,
    assume: Assumed = "us_federal,third_party",
    form: Annotated[ReviewForm, typer.Option("--format")] = ReviewForm.TEXT,
    speaker: Names = None,
) -> None:
    """Score recorded calls as if they had been practised."""
    situation = scenarios.find_scenario(load_scenarios(), scenario) if scenario else None
    checker, bad = checker_for(load_house()), []
    stated = load_context(context).known()
    for outcome in import_calls([path], parse_names(speaker or ())):
        if isinstance(outcome, RecordError):
            bad.append(outcome)
            continue
        began_at = outcome.call.began_at or _now()
        given = circumstances_of(situation, began_at) if situation else CallContext()
        record = Record(outcome.call, given.learn(**stated))
        made = review_record(record, checker, situation, Assumptions.parse(assume))
        if form is ReviewForm.JSON:
            typer.echo(made.model_dump_json())
        else:
            _print((f"{outcome.file}: {outcome.call.id}", *reviewing.text_lines(made)))
    _explain(bad)
    raise typer.Exit(checking.BAD_INPUT if bad else 0)


@app.command()
def schema(
    check: Annotated[bool, typer.Option("--check", help="Only say which are out of date.")] = False,
) -> None:
    """Write the JSON Schemas of scenario, persona and house files."""
    if not check:
        _print(f"written: {path}" for path in schemas.write())
        return
    stale = schemas.out_of_date()
    for path in stale:
        typer.echo(f"{path}: not what the models say - run `python cli.py schema`", err=True)
    raise typer.Exit(1 if stale else 0)


@rules_app.command("list")
def list_rules() -> None:
    """List every rule with its weight."""
    _print(rules.list_lines(load_packs()))


@rules_app.command("check")
def check_rules() -> None:
    """Prove every rule file: examples, patterns, better words; names what is wrong and where."""
    checker = shipped_checker()
    faults = prove(checker)
    for fault in faults:
        typer.echo(str(fault), err=True)
    if faults:
        raise typer.Exit(1)
    told = f"{len(checker.rules)} rules in {len(checker.packs)} packs"
    typer.echo(f"{told}: all can be used and are proved")


@rules_app.command("explain")
def explain_rule(rule: Annotated[str, typer.Argument(help="An id from `rules list`.")]) -> None:
    """Explain one rule: what it asks, its law, better words, and its examples."""
    _print(rules.explain_lines(rules.find_rule(load_packs(), rule)))


@scenarios_app.command("list")
def list_scenarios() -> None:
    """List the scenarios, easiest first."""
    _print(scenarios.list_lines(load_scenarios()))


@scenarios_app.command("check")
def check_scenarios(
    folder: Annotated[Path, typer.Argument(help="A folder of scenarios.")] = FOLDER,
) -> None:
    """Check every file, and play its two calls: the model call wins, the poor call loses."""
    found = load_scenarios(folder)
    faults = [
        line for one in found.values() for line in scenarios.unproved(one, checker_for(one.house))
    ]
    _print(faults or [f"{len(found)} scenarios: all can be played"])
    raise typer.Exit(1 if faults else 0)


@scenarios_app.command("show")
def show_scenario(
    scenario: Annotated[str, typer.Argument(help="An id from `scenarios list`.")],
) -> None:
    """Show a scenario's brief and account, as the trainee sees them before the call."""
    _print(scenarios.show_lines(scenarios.find_scenario(load_scenarios(), scenario)))


def _typed() -> Iterable[str]:
    """Lines as they are typed, or as a pipe sends them."""
    while True:
        if sys.stdin.isatty():
            sys.stdout.write("> ")
            sys.stdout.flush()
        line = sys.stdin.readline()
        if not line:
            return
        yield line


def _now() -> datetime:
    return datetime.now(UTC)


def _print(lines: Iterable[str]) -> None:
    for line in lines:
        typer.echo(line)


def _explain(bad: Iterable[RecordError]) -> None:
    for error in bad:
        typer.echo(f"bad input: {error}", err=True)


if __name__ == "__main__":
    app()
