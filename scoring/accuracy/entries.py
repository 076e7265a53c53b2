"""The entries of the wrap-up: how it ended, rows, method, flags, follow-up."""

from datetime import date, timedelta

from calls.disposition import AGREED, Disposition
from calls.money import Arrangement, Offer
from calls.state import WrapUp
from calls.turn import Speaker
from language.noting import NoteReading
from scoring.accuracy import escalation
from scoring.agreed import accepted_offer, shown_at
from scoring.case import Case
from scoring.end_states import (
    disagreements,
    either,
    flag_faults,
    follow_up_faults,
    other_method,
)
from scoring.grounds import decided, entry, flags_told, untold
from scoring.marks import Mark, no_mark
from scoring.of_this_call import offer_told, they_said
from simulator.ends import EndState

ENDED, ROWS, METHOD, FLAGS, FOLLOW_UP = (
    "how the call ended",
    "arrangement rows",
    "method",
    "flags",
    "follow-up",
)
HANDING_OVER = escalation.NAME
_AS_IT_WAS = 50.0
"""For a code that tells truly what came of a call that should have ended in another way."""


def entry_marks(
    case: Case, end: EndState, wrap_up: WrapUp, note: NoteReading | None
) -> tuple[tuple[Mark, float], ...]:
    """The mark for each entry and its weight, in the order in which they are shown."""
    on = case.record.day or date.min
    return (
        (disposition_mark(case, end, wrap_up), 1.0),
        (rows_mark(case, end, wrap_up), 1.0),
        (method_mark(case, wrap_up), 0.5),
        (flags_mark(case, end, wrap_up), 1.0),
        (follow_up_mark(case, end, wrap_up, on), 1.0),
        (escalation.escalation_mark(case, end, wrap_up, note), 0.5),
    )


def disposition_mark(case: Case, end: EndState, wrap_up: WrapUp) -> Mark:
    """How the call ended, against the acceptable ends and what was agreed."""
    kept = wrap_up.disposition
    recorded = kept.label if kept else "nothing"
    made_up = kept in AGREED and accepted_offer(case) is None
    right = (kept in end.dispositions and not made_up) or hung_up_on(case, kept)
    as_it_was = kept in AGREED and not made_up
    wrong = f"{they_said(case)}for this end, record {either(end.dispositions)}."
    if made_up:
        wrong = f"{they_said(case)}record what came of the call, nothing was agreed on it."
    return Mark(
        name=ENDED,
        value=100.0 if right else _AS_IT_WAS * as_it_was,
        reason=f"recorded: {recorded}{_what_of_it(right, made_up, as_it_was)}",
        evidence=(entry(ENDED, recorded if kept else ""), *decided(case)),
        advice="" if right else wrong,
    )


def hung_up_on(case: Case, code: Disposition | None) -> bool:
    """Whether it is recorded that they ended the call, and they did."""
    call = case.record.call
    theirs = call is not None and call.ended_by not in (None, Speaker.COLLECTOR)
    return theirs and code is Disposition.HUNG_UP


def _what_of_it(right: bool, made_up: bool, as_it_was: bool) -> str:
    if made_up:
        return ", but nothing was agreed"
    return ", as it was, but the call should have ended in another way" * (as_it_was and not right)


def rows_mark(case: Case, end: EndState, wrap_up: WrapUp) -> Mark:
    """The recorded rows against what was accepted."""
    accepted = accepted_offer(case)
    made = wrap_up.arrangement
    if made is None:
        if accepted is None:
            return no_mark(ROWS, "nothing was agreed and nothing recorded")
        return Mark(
            name=ROWS,
            value=0.0 if end.arrangement else 50.0,
            reason="something was agreed on the call, but no row is recorded",
            evidence=(entry("arrangement", ""), *decided(case)),
            advice=f"Enter {offer_told(accepted)}: each payment with its day.",
        )
    return _compared(case, made, accepted)


def _compared(case: Case, made: Arrangement, accepted: Offer | None) -> Mark:
    wrong = disagreements(made, accepted)
    share = 1.0 if accepted is None else len(wrong) / len(made.instalments)
    return Mark(
        name=ROWS,
        value=round(100 * max(0.0, 1 - share), 1),
        reason=wrong[0].told if wrong else "each row is as agreed",
        evidence=(entry("arrangement", _in_short(made)), *(shown_at(case) or decided(case))),
        advice=_instead(case, accepted) if wrong else "",
    )


def _instead(case: Case, accepted: Offer | None) -> str:
    if accepted is None:
        return f"{they_said(case)}nothing was agreed, so record no payment."
    return f"Record what was agreed, no more and no less: {offer_told(accepted)}."


def method_mark(case: Case, wrap_up: WrapUp) -> Mark:
    """The recorded way to pay against the one that was agreed."""
    accepted = accepted_offer(case)
    made = wrap_up.arrangement
    if made is None or accepted is None:
        return no_mark(METHOD, "nothing was both agreed and recorded that is to be paid")
    if accepted.method is None and made.method is None:
        return no_mark(METHOD, "nobody said how it is paid, and nothing is recorded")
    if accepted.method is None and not _can_be_heard(case, made.method):
        return no_mark(METHOD, f"no turn is known to name {made.method}")
    wrong, advice = _wrong_method(made, accepted)
    return Mark(
        name=METHOD,
        value=0.0 if wrong else 100.0,
        reason=wrong or f"by {made.method}, as agreed",
        evidence=(
            entry(METHOD, made.method or ""),
            *shown_at(case, how=True),
        ),
        advice=advice,
    )


def _can_be_heard(case: Case, method: str | None) -> bool:
    return bool(case.scenario and method and case.scenario.house.can_hear(method))


def _wrong_method(made: Arrangement, accepted: Offer) -> tuple[str, str]:
    """What is wrong with the recorded way to pay, and what to do about it."""
    if made.method is None:
        said = f"payment by {accepted.method} was agreed, but no way to pay is recorded"
        return said, f"Record that it is paid by {accepted.method}."
    if accepted.method is None:
        return (
            f"payment by {made.method} is recorded, but nobody said how it is paid",
            f"Ask how they would like to pay the {accepted.amount}, and record what they say.",
        )
    other = other_method(made, accepted)
    return (other, f"Record that it is paid by {accepted.method}.") if other else ("", "")


def _in_short(made: Arrangement) -> str:
    count = len(made.instalments)
    return f"{count} {'payment' if count == 1 else 'payments'}, {made.total} together"


def flags_mark(case: Case, end: EndState, wrap_up: WrapUp) -> Mark:
    """The flags against what they said that makes one due."""
    if case.scenario is None:
        return no_mark(FLAGS, "no scenario says which flags are due")
    house, nobody_said = case.scenario.house, untold(case)
    wrong = flag_faults(end, wrap_up, house, nobody_said)
    due = [flag for flag in end.flags if flag not in nobody_said]
    if not due and not wrong:
        return no_mark(FLAGS, "this call asks for no flag, and none is out of place")
    made_up = nobody_said & wrap_up.flags
    recorded = ", ".join(house.flag_label(flag) for flag in sorted(wrap_up.flags))
    return Mark(
        name=FLAGS,
        value=0.0 if made_up else round(100 * max(0.0, 1 - len(wrong) / max(1, len(due))), 1),
        reason="; ".join(one.told for one in wrong) or "the flags are as they should be",
        evidence=(entry(FLAGS, recorded), *(flags_told(case, end.flags) or decided(case))),
        advice=f"{_why(case, end, wrap_up)}set the account straight, {wrong[0].told}."
        if wrong
        else "",
    )


def _why(case: Case, end: EndState, wrap_up: WrapUp) -> str:
    """What they said that makes the first missing flag due."""
    missing = [one for one in end.flags if one not in wrap_up.flags | untold(case)]
    told = next((one for one in flags_told(case, missing[:1]) if one.turn is not None), None)
    return they_said(case, case.readings[told.turn] if told and told.turn is not None else None)


def follow_up_mark(case: Case, end: EndState, wrap_up: WrapUp, on: date) -> Mark:
    """The day of the next step against the one that is due."""
    if end.follow_up_within_days is None:
        return no_mark(FOLLOW_UP, "this call asks for no next step")
    wrong = follow_up_faults(end, wrap_up, on)
    return Mark(
        name=FOLLOW_UP,
        value=0.0 if wrong else 100.0,
        reason=wrong[0] if wrong else "the next step has a day",
        evidence=(entry(FOLLOW_UP, _written(wrap_up.follow_up)), *decided(case)),
        advice=f"{they_said(case)}set a day {_by(case, end.follow_up_within_days)}."
        if wrong
        else "",
    )


def _by(case: Case, within: int) -> str:
    on = case.record.day
    until = f", by {_written(on + timedelta(days=within))}" if on else ""
    return f"within {within} days{until}"


def _written(day: date | None) -> str:
    return f"{day:%B} {day.day}, {day.year}" if day else ""
