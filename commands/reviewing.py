"""`review`: a recorded call as a record, its scorecard as lines of text, its debrief as lines."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import datetime

from calls.context import CallContext
from calls.events import Hints
from calls.record import Record
from calls.state import WrapUp
from calls.turn import Transcript, turn_number
from compliance_rules.checker import Checker
from debriefs import Whole
from debriefs.followed import name_told, steps_told
from debriefs.left_behind import BesideTheCall
from debriefs.model_call import SOME_DAY
from debriefs.offers import COUNTED, NO_YARDSTICK, counted_told, facts_told, in_words
from debriefs.told import item_told, of_entry
from scoring.debrief import Condition, Debrief
from scoring.instruments import measured_by
from scoring.marks import Evidence, Mark, Score
from scoring.negotiation import Bargaining
from scoring.recorded import as_practised, who_answered
from scoring.review import Review
from simulator.circumstances import context as circumstances_of
from simulator.scenario import Scenario


def recorded(
    call: Transcript,
    stated: CallContext,
    checker: Checker,
    scenario: Scenario | None = None,
    wrap_up: WrapUp | None = None,
) -> Record:
    """A recorded call as it is reviewed: in a scenario, as if it had been practised there.

    What was agreed has days, so that a call of which no day is known is taken for one of some day.
    """
    began_at: datetime = call.began_at or SOME_DAY
    if scenario is None:
        return Record(call, stated, wrap_up=wrap_up, began_at=began_at)
    bare = Record(call, CallContext(), began_at=began_at)
    person = who_answered(bare, scenario)
    known = circumstances_of(scenario, began_at, person.role).learn(**stated.known())
    bare = Record(call, known, wrap_up=wrap_up, began_at=began_at)
    state = as_practised(bare, began_at, scenario, person, checker)
    return replace(bare, call=state if call.turns else None)


def json_line(whole: Whole) -> str:
    """The review and the debrief as one JSON object, the same to the byte in every process."""
    return json.dumps(whole.content, ensure_ascii=False)


def first_lines(review: Review, told: Debrief) -> Iterator[str]:
    """What is read first: the grade and why, the bar part by part, what to change and to keep."""
    yield told.sentence
    if told.aftermath:
        yield told.aftermath
    yield from _grade_lines(review)
    yield from _bar_lines(review.scorecard.passed, told.conditions)
    for finding in review.scorecard.must_change:
        where = "" if finding.turn is None else f"turn {turn_number(finding.turn)}: "
        yield f"must change: {where}{finding.rule}: {finding.message}"
        yield f"  say instead: {finding.better}"
    for strength in told.strengths:
        yield f"went well: {strength.text}{_where(strength.evidence)}"
    for one in told.to_try:
        yield f"to try: {one.text}{_where(one.evidence)}"


def mark_lines(review: Review) -> Iterator[str]:
    """Every dimension with its marks and their turns; one without a value with the reason why."""
    card = review.scorecard
    for score in card.scores:
        if score.value is not None:
            yield from _score_lines(score)
    for score in card.scores:
        if score.value is None:
            yield f"{score.dimension}: none: {score.reason}"
    if card.not_understood:
        yield f"turns that the person on the line did not understand: {card.not_understood}"


def debrief_lines(whole: Whole) -> Iterator[str]:
    """The debrief in the order in which it is read: the sentence first, the model call last."""
    yield from first_lines(whole.review, whole.debrief)
    yield from whole.reservations
    yield from mark_lines(whole.review)
    yield from _transcript_lines(whole)
    for one in whole.checklists:
        yield f"{name_told(one)}:"
        yield from (f"  {sign.word}: {told}" for sign, told in steps_told(one))
    if whole.bargaining is not None and whole.bargaining.offers:
        yield from _table_lines(whole.bargaining)
    if whole.left_behind is not None:
        yield from _left_behind_lines(whole.left_behind)
    yield from _model_lines(whole)


def _grade_lines(review: Review) -> Iterator[str]:
    card = review.scorecard
    figure = "none" if card.grade.value is None else _figure(card.grade.value)
    yield f"grade: {figure}: {card.grade.reason}"
    if card.grade.held:
        yield f"  {card.grade.held}"
    if card.hints is not Hints.OFF:
        yield f"hints during the call: {card.hints}"


def _bar_lines(passed: bool | None, conditions: Iterable[Condition]) -> Iterator[str]:
    """Whether it was passed, and the bar that was shown before the call, part by part."""
    parts = tuple(conditions)
    if passed is not None:
        why = ", because not all of this is met:" if parts else ""
        yield "passed: yes" if passed else f"passed: no{why}"
    for one in parts:
        missing = f": {'; '.join(one.missing)}" if one.missing else ""
        yield f"  {'met' if one.met else 'not met'}: {one.text}{missing}"


def _transcript_lines(whole: Whole) -> Iterator[str]:
    yield "the call, turn by turn:"
    if whole.talk:
        yield f"  {whole.talk}"
    findings, met = whole.review.check.findings, whole.done_right
    for n, turn in enumerate(whole.turns):
        text = turn.text.replace("\n", " / ")
        yield f"  {turn_number(n)} {whole.names[turn.speaker]}: {text}"
        for finding in findings:
            if finding.turn == n:
                yield f"      [{finding.standing} {finding.weight}] {finding.message}"
        for one in met:
            if one.turn == n:
                rule = whole.rules.get(one.rule)
                yield f"      [done right] {rule.title if rule else one.rule}"
        yield from (f"      {line}" for line in whole.asides.get(n, ()))


def _table_lines(made: Bargaining) -> Iterator[str]:
    yield f"on the table: {in_words(made)}"
    yield from (f"  {term}: {what}" for term, what in facts_told(made))
    yield f"  {COUNTED.lower()} (turns, per 100 of yours, skilled v average there):"
    yield from (f"    {name}: {', '.join(rest)}" for name, *rest in counted_told(made))
    yield f"    {NO_YARDSTICK}"


def _left_behind_lines(left: BesideTheCall) -> Iterator[str]:
    yield "the wrap-up beside the call:"
    for entry in left.entries:
        yield f"  {entry.name}: recorded {entry.recorded}; on the call, or due: {entry.due}"
        yield from (f"      {line}" for line in of_entry(entry))
    yield f"  note: {left.note.replace(chr(10), ' / ')}"
    yield from (f"      {item_told(one)}" for one in left.note_items)


def _model_lines(whole: Whole) -> Iterator[str]:
    for stretch in whole.model:
        yield f"what a good call sounded like, {stretch.phase.value.lower()}:"
        said = ", ".join(str(turn_number(one.turn)) for one in stretch.said)
        yield f"  (this call: {f'turns {said}' if said else 'nothing of this was said'})"
        yield from (f"  {one.who}: {one.text}" for one in stretch.model)


def _where(seen: Evidence | None) -> str:
    if seen is None:
        return ""
    place = "wrap-up" if seen.turn is None else f"turn {turn_number(seen.turn)}"
    return f" ({place}: “{seen.quote}”)"


def _score_lines(score: Score) -> Iterator[str]:
    """The marks that were given, then in one line those for which there was no opportunity."""
    yield f"{score.dimension}: {_figure(score.value)}"
    for mark in score.marks:
        if mark.value is None:
            continue
        yield f"  {mark.name}: {_figure(mark.value)}: {mark.reason}{_turns(mark)}"
        if mark.advice:
            yield f"    try: {mark.advice}"
        if measure := measured_by(score.dimension, mark.name):
            yield f"    measured by: {measure}"
    without = [mark.name for mark in score.marks if mark.value is None]
    if without:
        yield f"  no opportunity: {', '.join(without)}"


def _turns(mark: Mark) -> str:
    """Where it is seen, each place once."""
    turns = sorted({turn_number(seen.turn) for seen in mark.evidence if seen.turn is not None})
    places = ["wrap-up"] if any(seen.turn is None for seen in mark.evidence) else []
    if turns:
        places.append(f"{'turn' if len(turns) == 1 else 'turns'} {', '.join(map(str, turns))}")
    return f" ({', '.join(places)})" if places else ""


def _figure(value: float | None) -> str:
    return "no opportunity" if value is None else f"{value:.0f} of 100"
