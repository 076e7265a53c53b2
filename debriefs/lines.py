"""The debrief as lines of plain words, each of a kind: for paper."""

from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum
from typing import NamedTuple

from calls.turn import turn_number
from compliance_rules import Finding
from debriefs.drawing import Drawing
from debriefs.followed import HEADING, name_told, steps_told
from debriefs.left_behind import BesideTheCall
from debriefs.model_html import NOTHING_SAID, TOLD
from debriefs.offers import (
    COUNTED,
    NO_YARDSTICK,
    counted_told,
    facts_told,
    in_words,
    offer_told,
    step_told,
)
from debriefs.offers_html import who
from debriefs.page import FELT, change_heading, try_heading
from debriefs.plots import plots_of_moods, plots_of_offers
from debriefs.signs import DONE_RIGHT, SIGNS, Sign
from debriefs.told import item_told, of_entry
from debriefs.whole import Whole
from debriefs.words import of_100
from scoring.debrief import Debrief
from scoring.instruments import measured_by
from scoring.marks import Dimension, Evidence, Mark, Score

_MET, _NOT_MET = Sign("✓", "met", "done-right"), Sign("■", "not met", "not-met")


class Kind(StrEnum):
    """How a line stands on the sheet."""

    TITLE = "title"
    VERDICT = "verdict"
    HEADING = "heading"
    TOPIC = "topic"
    TEXT = "text"
    UNDER = "under"
    QUIET = "quiet"
    NOTES = "notes"
    """Room to write by hand, under its words, if it has any."""
    DRAWING = "drawing"
    """A drawing, with what it says in words below it."""


class Line(NamedTuple):
    """One line: its kind, its words, what stands before them in bold, and a sign before that.

    A line of the kind *drawing* has one, and its words are what it says.
    """

    kind: Kind
    text: str
    lead: str = ""
    sign: str = ""
    drawing: Drawing | None = None


def lines_of(whole: Whole) -> Iterator[Line]:
    """The whole debrief, from the one sentence to the model call."""
    card, told = whole.review.scorecard, whole.debrief
    yield Line(Kind.TITLE, f"Debrief: {whole.heading}")
    yield Line(Kind.VERDICT, told.sentence)
    for text in filter(None, (told.aftermath, *whole.reservations)):
        yield Line(Kind.TEXT, text)
    yield from _first(whole, told)
    yield Line(Kind.HEADING, "How it was marked")
    if card.grade.held:
        yield Line(Kind.TEXT, card.grade.held)
    for score in card.scores:
        yield from _score(score)
    yield from _transcript(whole)
    yield from _followed(whole)
    yield from _table(whole)
    yield from _felt(whole)
    if whole.left_behind is not None:
        yield from _left_behind(whole.left_behind)
    yield from _model(whole)


def _first(whole: Whole, told: Debrief) -> Iterator[Line]:
    if fails := whole.review.scorecard.must_change:
        yield Line(Kind.HEADING, change_heading(whole))
        for finding in fails:
            yield from _finding(finding)
    yield Line(Kind.HEADING, "What went well")
    for one in told.strengths:
        yield Line(Kind.TEXT, f"{one.text}{_seen(one.evidence)}", sign=DONE_RIGHT.sign)
    if not told.strengths:
        yield Line(Kind.TEXT, "Nothing stood out this time.")
    yield Line(Kind.HEADING, try_heading(whole))
    for change in told.to_try:
        yield Line(Kind.TEXT, change.text, change.dimension.label + ":")
    if not told.to_try:
        yield Line(Kind.TEXT, "Nothing that stands out.")
    if told.conditions:
        yield Line(Kind.HEADING, "The bar")
    for condition in told.conditions:
        sign = _MET if condition.met else _NOT_MET
        missing = f": {'; '.join(condition.missing)}" if condition.missing else ""
        yield Line(Kind.TEXT, f"{condition.text}{missing}", sign.word.capitalize() + ":", sign.sign)


def _finding(finding: Finding) -> Iterator[Line]:
    sign = SIGNS[finding.standing]
    turn = "" if finding.turn is None else f" (turn {turn_number(finding.turn)})"
    lead = f"{sign.word.capitalize()}, {finding.weight}:"
    yield Line(Kind.TEXT, f"{finding.message}{turn}", lead, sign.sign)
    yield Line(Kind.UNDER, f"“{finding.better}”", "Better:")
    yield Line(Kind.QUIET, finding.citation)


def _score(score: Score) -> Iterator[Line]:
    why = f": {score.reason}" if score.value is None else ""
    yield Line(Kind.TOPIC, f"{score.dimension.label}: {of_100(score.value)}{why}")
    for mark in score.marks:
        yield from _mark(score.dimension, mark)


def _mark(dimension: Dimension, mark: Mark) -> Iterator[Line]:
    value = "no mark" if mark.value is None else f"{mark.value:.0f}"
    yield Line(Kind.TEXT, f"{value}. {mark.reason[:1].upper()}{mark.reason[1:]}.", _lead(mark.name))
    quotes = dict.fromkeys((one.turn, one.quote) for one in mark.evidence if one.quote)
    for turn, quote in quotes:
        yield Line(Kind.UNDER, f"{_place(turn)}: “{quote}”")
    if mark.advice:
        yield Line(Kind.UNDER, mark.advice, "Try:")
    if measure := measured_by(dimension, mark.name):
        yield Line(Kind.QUIET, measure, "Measured by:")


def _transcript(whole: Whole) -> Iterator[Line]:
    if not whole.turns:
        return
    yield Line(Kind.HEADING, "The call, turn by turn")
    if whole.talk:
        yield Line(Kind.TEXT, whole.talk)
    findings, met = whole.review.check.findings, whole.done_right
    for finding in (one for one in findings if one.turn is None):
        yield from _finding(finding)
    for n, turn in enumerate(whole.turns):
        yield Line(Kind.TEXT, turn.text, f"{turn_number(n)} {whole.names[turn.speaker]}:")
        for finding in (one for one in findings if one.turn == n):
            sign = SIGNS[finding.standing]
            yield Line(Kind.UNDER, finding.message, f"{sign.word.capitalize()}:", sign.sign)
        for one in (one for one in met if one.turn == n):
            rule = whole.rules.get(one.rule)
            title = rule.title if rule else one.rule
            yield Line(Kind.UNDER, title, f"{DONE_RIGHT.word.capitalize()}:", DONE_RIGHT.sign)
        for text in whole.asides.get(n, ()):
            yield Line(Kind.QUIET, text)


def _followed(whole: Whole) -> Iterator[Line]:
    if whole.checklists:
        yield Line(Kind.HEADING, HEADING)
    for one in whole.checklists:
        yield Line(Kind.TOPIC, name_told(one))
        for sign, told in steps_told(one):
            yield Line(Kind.UNDER, told, f"{sign.word.capitalize()}:", sign.sign)


def _table(whole: Whole) -> Iterator[Line]:
    made = whole.bargaining
    if made is None or not made.offers:
        return
    yield Line(Kind.HEADING, "What was on the table")
    drawn = [Line(Kind.DRAWING, one.told, drawing=one) for one in plots_of_offers(whole)]
    yield from drawn or [Line(Kind.TEXT, in_words(made))]
    for one in made.offers:
        agreed = " (agreed)" if one.accepted else ""
        total = f", {one.total} in all" if one.total else ""
        place = f"{who(one).capitalize()}, turn {turn_number(one.turn)}:"
        yield Line(Kind.UNDER, f"{offer_told(one, whole.day)}{total}{agreed}", place)
        if step := step_told(made, one):
            yield Line(Kind.QUIET, f"{step[:1].upper()}{step[1:]}.")
    yield from _facts(facts_told(made))
    yield Line(Kind.TOPIC, COUNTED)
    for name, count, per_100, there in counted_told(made):
        told = f"{count}, {per_100} per 100 of your turns (skilled v average there: {there})"
        yield Line(Kind.UNDER, told, _lead(name))
    yield Line(Kind.QUIET, NO_YARDSTICK)


def _felt(whole: Whole) -> Iterator[Line]:
    drawn = list(plots_of_moods(whole))
    if drawn:
        yield Line(Kind.HEADING, FELT)
    yield from (Line(Kind.DRAWING, one.told, drawing=one) for one in drawn)


def _facts(pairs: Iterable[tuple[str, str]]) -> Iterator[Line]:
    for term, what in pairs:
        yield Line(Kind.UNDER, what, f"{term}:")


def _left_behind(left: BesideTheCall) -> Iterator[Line]:
    yield Line(Kind.HEADING, "The wrap-up beside the call")
    for entry in left.entries:
        told = f"recorded: {entry.recorded}; on the call, or due: {entry.due}"
        yield Line(Kind.TEXT, told, f"{entry.name}:")
        for text in of_entry(entry):
            yield Line(Kind.UNDER, text)
    yield Line(Kind.TEXT, left.note, "Note:")
    for item in left.note_items:
        yield Line(Kind.UNDER, item_told(item))


def _model(whole: Whole) -> Iterator[Line]:
    if not whole.model:
        return
    yield Line(Kind.HEADING, "What a good call sounded like")
    yield Line(Kind.QUIET, TOLD)
    for stretch in whole.model:
        yield Line(Kind.TOPIC, stretch.phase.value)
        said = _turns([one.turn for one in stretch.said])
        yield Line(Kind.QUIET, f"This call: {said}" if said else NOTHING_SAID)
        for one in stretch.model:
            yield Line(Kind.TEXT, one.text, f"{one.who}:")


def _turns(turns: Sequence[int]) -> str:
    """From which turn to which; a phase is one stretch of the call."""
    if not turns:
        return ""
    first, last = turn_number(turns[0]), turn_number(turns[-1])
    return f"turn {first}" if first == last else f"turns {first} to {last}"


def _seen(seen: Evidence) -> str:
    return f": “{seen.quote}” ({_place(seen.turn).lower()})"


def _place(turn: int | None) -> str:
    return "Wrap-up" if turn is None else f"Turn {turn_number(turn)}"


def _lead(name: str) -> str:
    return f"{name[:1].upper()}{name[1:]}:"
