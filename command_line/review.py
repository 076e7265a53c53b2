"""`review`: a recorded call in, its scores and the debrief of it out."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from calls.context import CallContext
from calls.errors import RecordError
from calls.names import parse_names
from calls.turn import Transcript
from command_line.options import Assumed, Known, Names
from command_line.shelf import open_house, open_shelf
from command_line.terminal import print_bad, print_lines
from commands import checking, reviewing
from commands.circumstances import load_context
from commands.scenarios import find_scenario
from commands.wrap_ups import load_wrap_up
from compliance_rules import Assumptions
from debriefs import Whole, page_of, pdf_of, whole_debrief
from importers import Imported, import_calls
from scoring.review import review as review_record
from simulator.scenario import Scenario
from training.shipped import checker_for


class ReviewForm(StrEnum):
    """How a review is printed."""

    TEXT = "text"
    JSON = "json"
    HTML = "html"
    PDF = "pdf"


_OF_ONE = (ReviewForm.HTML, ReviewForm.PDF)
"""What shows one call."""


def review(
    path: Annotated[Path, typer.Argument(help="One call: .txt, .json or .jsonl.")],
    scenario: Annotated[str | None, typer.Option(help="The situation it was practised in.")] = None,
    context: Known = None,
    notes: Annotated[
        Path | None, typer.Option(help="The wrap-up: a note as text, or a YAML file.")
    ] = None,
    assume: Assumed = "us_federal,third_party",
    form: Annotated[
        ReviewForm, typer.Option("--format", help="Lines, an object a call, a page, sheets.")
    ] = ReviewForm.TEXT,
    out: Annotated[Path | None, typer.Option(help="A file to write to.")] = None,
    speaker: Names = None,
) -> None:
    """Score a recorded call as if it had been practised, with the whole debrief."""
    situation = None if scenario is None else find_scenario(open_shelf(), scenario)
    outcomes = list(import_calls([path], parse_names(speaker or ())))
    bad = [one for one in outcomes if isinstance(one, RecordError)]
    calls = [one for one in outcomes if isinstance(one, Imported)]
    if form is ReviewForm.PDF and out is None:
        raise RecordError("--format pdf", "sheets of paper go into a file", "--out FILE as well")
    if len(calls) > 1 and (notes or form in _OF_ONE):
        wrong = f"it holds {len(calls)} calls"
        raise RecordError(str(path), wrong, "a file of one call, for --notes and for a page")
    asked = _Asked(situation, load_context(context), notes, Assumptions.parse(assume))
    made = (_rendered(one, asked.debrief(one.call), form) for one in calls)
    if out is None:
        print_lines(text.decode().rstrip("\n") for text in made)
    elif calls:
        _write(out, b"".join(made))
    print_bad(bad)
    raise typer.Exit(checking.BAD_INPUT if bad else 0)


class _Asked:
    """What every call of the file is reviewed with."""

    def __init__(
        self,
        scenario: Scenario | None,
        stated: CallContext,
        notes: Path | None,
        assume: Assumptions,
    ) -> None:
        self._scenario, self._stated, self._notes, self._assume = scenario, stated, notes, assume
        self._house = scenario.house if scenario else open_house()
        self._checker = checker_for(self._house)

    def debrief(self, call: Transcript) -> Whole:
        """The review of a call, and all that is told of it."""
        day = call.began_at.date() if call.began_at else None
        left = load_wrap_up(self._notes, self._house, day) if self._notes else None
        record = reviewing.recorded(call, self._stated, self._checker, self._scenario, left)
        made = review_record(record, self._checker, self._scenario, self._assume)
        return whole_debrief(made, record, self._checker, self._scenario)


def _rendered(one: Imported, whole: Whole, form: ReviewForm) -> bytes:
    match form:
        case ReviewForm.TEXT:
            told = (f"{one.file}: {one.call.id}", *reviewing.debrief_lines(whole))
            return "".join(f"{line}\n" for line in told).encode()
        case ReviewForm.JSON:
            return f"{reviewing.json_line(whole)}\n".encode()
        case ReviewForm.HTML:
            return page_of(whole).encode()
        case ReviewForm.PDF:
            return pdf_of(whole)


def _write(out: Path, content: bytes) -> None:
    try:
        out.write_bytes(content)
    except OSError as error:
        wrong = f"cannot be written ({error.strerror})"
        raise RecordError(str(out), wrong, "a file in a folder that is there") from None
