"""`coach`: what a trainer does with what was submitted; `report`: what compliance reads of it."""

from pathlib import Path
from typing import Annotated

import pandas as pd
import typer

from audit.results import csv_of
from calls.errors import RecordError
from command_line.floor import By, floor
from command_line.shelf import open_house, open_shelf
from command_line.terminal import now, print_lines
from commands.coaching import (
    dispute_lines,
    mark_lines,
    remark_line,
    verdict_line,
    waiting_lines,
    week_lines,
)
from compliance_rules.in_use import own_in_use
from drills import deck
from drills.item import Kind
from drills.stock import Stock
from scoring.judged import Decision, Ruling, subjects
from training.disputes import add_to_answer, answer_dispute, disputes, take_back_answer
from training.errors import NotOffered
from training.models import Role
from training.monday import this_week
from training.remarks import coach, comment, remarks, take_back_remark
from training.reviews import review_attempt
from training.rules_shown import report_table, rules_shown
from training.shipped import checker_for
from training.submitted import submitted
from training.verdicts import give_verdict, take_back_verdict, verdicts
from training.waiting import waiting

app = typer.Typer(name="coach", no_args_is_help=True, help="Review what trainees submitted.")

_Attempt = Annotated[str, typer.Argument(help="An id from `coach queue`.")]


@app.command("queue")
def queue(by: By) -> None:
    """List what waits to be reviewed, the oldest first, and what is disputed."""
    store, person = floor(by)
    found = waiting(store, person)
    if not found:
        typer.echo("nothing waits", err=True)
    print_lines(waiting_lines(found))


@app.command("marks")
def marks(attempt: _Attempt, by: By) -> None:
    """List what can be judged in an attempt, and what was said of it."""
    store, person = floor(by)
    made = review_attempt(store, person, attempt, now())
    print_lines(mark_lines(subjects(made), verdicts(store, person, attempt)))
    print_lines(map(remark_line, remarks(store, person, attempt)))
    print_lines(dispute_lines(disputes(store, person, attempt)))


@app.command("verdict")
def verdict(
    attempt: _Attempt,
    about: Annotated[str, typer.Argument(help="A mark or finding of `coach marks`, or 'whole'.")],
    decision: Annotated[Decision, typer.Argument(help="What becomes of it.")],
    by: By,
    value: Annotated[float | None, typer.Option(help="The mark, if it is adjusted.")] = None,
    why: Annotated[str, typer.Option(help="The reason, unless it is accepted.")] = "",
) -> None:
    """Accept, adjust or reject a mark; 'whole' accept takes the rest as it stands."""
    store, person = floor(by)
    ruling = Ruling(about, decision, value, why)
    print_lines([verdict_line(give_verdict(store, person, attempt, ruling, now()))])


@app.command("comment")
def at_a_turn(
    attempt: _Attempt,
    turn: Annotated[int, typer.Argument(help="The turn, counted from 1.")],
    text: Annotated[str, typer.Argument(help="What is to be said there.")],
    by: By,
) -> None:
    """Say something at a turn of a call."""
    store, person = floor(by)
    print_lines([remark_line(comment(store, person, attempt, turn - 1, text, now()))])


@app.command("note")
def note(
    attempt: _Attempt,
    text: Annotated[str, typer.Argument(help="What to take away from the call.")],
    drill: Annotated[str, typer.Option(help="A rule, or a kind of questions of the drill.")],
    by: By,
) -> None:
    """Write the coaching note of a call, with one thing to drill."""
    store, person = floor(by)
    if not deck.cards_of(Stock(open_shelf().scenarios, own_in_use()), drill):
        kinds = [one.value for one in Kind]
        raise NotOffered("drill", drill, [*kinds, "a rule that has questions"])
    print_lines([remark_line(coach(store, person, attempt, text, drill, now()))])


@app.command("answer")
def answer(
    attempt: _Attempt,
    dispute: Annotated[str, typer.Argument(help="An id of a dispute from `coach marks`.")],
    text: Annotated[str, typer.Argument(help="What is to be said to it.")],
    by: By,
    add: Annotated[bool, typer.Option("--add", help="Add to the answer there is.")] = False,
) -> None:
    """Answer what a trainee says of a mark, or add to an answer."""
    store, person = floor(by)
    say = add_to_answer if add else answer_dispute
    print_lines(dispute_lines([say(store, person, attempt, dispute, text, now())]))


@app.command("take-back")
def take_back(
    attempt: _Attempt,
    by: By,
    verdict: Annotated[int | None, typer.Option(help="The number of a verdict.")] = None,
    remark: Annotated[int | None, typer.Option(help="The number of a remark.")] = None,
    answer: Annotated[int | None, typer.Option(help="The number of an answer.")] = None,
) -> None:
    """Take back what one said of an attempt in the last ten minutes."""
    store, person = floor(by)
    if sum(one is not None for one in (verdict, remark, answer)) != 1:
        allowed = "--verdict N, --remark N or --answer N"
        raise RecordError("take-back", "it takes back one thing", allowed)
    if verdict is not None:
        print_lines([verdict_line(take_back_verdict(store, person, attempt, verdict, now()))])
    if remark is not None:
        print_lines([remark_line(take_back_remark(store, person, attempt, remark, now()))])
    if answer is not None:
        print_lines(dispute_lines([take_back_answer(store, person, attempt, answer, now())]))


@app.command("week")
def week(by: By) -> None:
    """Say whom to coach on what this week, with up to three calls each, which count as seen."""
    store, person = floor(by)
    rules = {rule.id: rule for rule in checker_for(open_house()).rules}
    found = this_week(store, person, submitted(store, person), rules, now())
    if not found:
        typer.echo("nobody stands out", err=True)
    else:
        told = "these calls count as seen: whoever read this rates them blind no more"
        typer.echo(told, err=True)
    print_lines(week_lines(found, rules))


def report(
    by: Annotated[str, typer.Option(help="Somebody of compliance, as named in the browser.")],
    out: Annotated[Path, typer.Option(help="A CSV file to write to.")],
) -> None:
    """Write who has shown which rule, judged by whom, with the hash of each attempt."""
    store, person = floor(by, Role.COMPLIANCE)
    lines = rules_shown(store, person, now())
    told = report_table(store, person, lines, now())
    content = csv_of(pd.DataFrame(told.lines, columns=list(told.heads)))
    try:
        out.write_bytes(content)
    except OSError as error:
        wrong = f"cannot be written ({error.strerror})"
        raise RecordError(str(out), wrong, "a file in a folder that is there") from None
    typer.echo(f"{len(lines)} lines", err=True)
