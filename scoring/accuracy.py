"""Accuracy: what the collector left behind, against what was said and where it may end."""

from collections.abc import Iterator
from datetime import date

from calls.disposition import AGREED
from calls.fold import WrapUp
from calls.money import Arrangement, Offer
from language.reading import Reading
from language.wording import words_said
from scoring.case import Case
from scoring.dialling import dial_marks
from scoring.end_states import (
    disagreements,
    either,
    flag_faults,
    follow_up_faults,
    nearest,
    other_method,
)
from scoring.grounds import decided, entry, flags_told, untold
from scoring.marks import Dimension, Mark, Score, no_mark, weigh
from simulator.ends import EndState

TAKEN_UP = 2
"""So many words of the other side show that a note is about their call; one may be chance."""
FEWEST_NOTE_WORDS = 6
"""A shorter note tells the next collector nothing."""


def score_accuracy(case: Case) -> Score:
    """Disposition, arrangement rows and method, flags, follow-up and notes, against the call."""
    wrap_up, scenario = case.record.wrap_up, case.scenario
    if wrap_up is None or scenario is None:
        nothing = "no after-call work is recorded for this call"
        return Score(dimension=Dimension.ACCURACY, value=None, reason=nothing)
    on = case.record.day or date.min
    end = nearest(scenario, wrap_up, on, untold(case))
    weighted = (
        *dial_marks(case),
        (_disposition(case, end, wrap_up), 1.0),
        (_rows(case, end, wrap_up), 1.0),
        (_method(case, wrap_up), 0.5),
        (_flags(case, end, wrap_up), 0.5),
        (_follow_up(case, end, wrap_up, on), 0.5),
        (_notes(case, end, wrap_up), 1.0),
    )
    return weigh(Dimension.ACCURACY, weighted, "nothing was to be recorded")


def _disposition(case: Case, end: EndState, wrap_up: WrapUp) -> Mark:
    kept = wrap_up.disposition
    recorded = kept.label if kept else "nothing"
    made_up = kept in AGREED and _accepted(case) is None
    right = kept in end.dispositions and not made_up
    wrong = f"For this end, record {either(end.dispositions)}."
    if made_up:
        wrong = "Record what came of the call: nothing was agreed on it."
    return Mark(
        name="how the call ended",
        value=100.0 if right else 0.0,
        reason=f"recorded: {recorded}" + (", but nothing was agreed" if made_up else ""),
        evidence=(entry("how the call ended", recorded if kept else ""), *decided(case)),
        advice="" if right else wrong,
    )


def _accepted(case: Case) -> Offer | None:
    return case.record.call.accepted if case.record.call else None


def _rows(case: Case, end: EndState, wrap_up: WrapUp) -> Mark:
    accepted = _accepted(case)
    made = wrap_up.arrangement
    if made is None and accepted is None:
        return no_mark("arrangement rows", "nothing was agreed and nothing recorded")
    if made is None:
        return Mark(
            name="arrangement rows",
            value=0.0 if end.arrangement else 50.0,
            reason="something was agreed on the call, but no row is recorded",
            evidence=(entry("arrangement", ""), *decided(case)),
            advice="Enter each payment with its day, as you read it back.",
        )
    return _compared(case, made, accepted)


def _compared(case: Case, made: Arrangement, accepted: Offer | None) -> Mark:
    wrong = disagreements(made, accepted)
    share = 1.0 if accepted is None else len(wrong) / len(made.instalments)
    return Mark(
        name="arrangement rows",
        value=round(100 * max(0.0, 1 - share), 1),
        reason=wrong[0] if wrong else "each row is as agreed",
        evidence=(entry("arrangement", _in_short(made)), *decided(case)),
        advice="Record what was agreed, no more and no less." if wrong else "",
    )


def _method(case: Case, wrap_up: WrapUp) -> Mark:
    """The recorded way to pay against the one that was agreed."""
    accepted = _accepted(case)
    made = wrap_up.arrangement
    if made is None or accepted is None:
        return no_mark("method", "nothing was both agreed and recorded that is to be paid")
    if accepted.method is None and made.method is None:
        return no_mark("method", "nobody said how it is paid, and nothing is recorded")
    if accepted.method is None and not _can_be_heard(case, made.method):
        return no_mark("method", f"no turn is known to name {made.method}")
    wrong, advice = _wrong_method(made, accepted)
    return Mark(
        name="method",
        value=0.0 if wrong else 100.0,
        reason=wrong or f"by {made.method}, as agreed",
        evidence=(
            entry("method", made.method or ""),
            *case.evidence(*(case.paid_how_at or case.agreed_at[-1:])),
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
            "Ask how they would like to pay, and record what they say.",
        )
    other = other_method(made, accepted)
    return (other, f"Record that it is paid by {accepted.method}.") if other else ("", "")


def _in_short(made: Arrangement) -> str:
    count = len(made.instalments)
    return f"{count} {'payment' if count == 1 else 'payments'}, {made.total} together"


def _flags(case: Case, end: EndState, wrap_up: WrapUp) -> Mark:
    if case.scenario is None:
        return no_mark("flags", "no scenario says which flags are due")
    house, nobody_said = case.scenario.house, untold(case)
    wrong = flag_faults(end, wrap_up, house, nobody_said)
    due = [flag for flag in end.flags if flag not in nobody_said]
    if not due and not wrong:
        return no_mark("flags", "this call asks for no flag, and none is out of place")
    total = len(due) + len(end.flags_not)
    made_up = nobody_said & wrap_up.flags
    recorded = ", ".join(house.flag_label(flag) for flag in sorted(wrap_up.flags))
    return Mark(
        name="flags",
        value=0.0 if made_up else round(100 * max(0.0, 1 - len(wrong) / total), 1),
        reason="; ".join(wrong) or "the flags are as they should be",
        evidence=(entry("flags", recorded), *(flags_told(case, end.flags) or decided(case))),
        advice=f"Set the account straight: {wrong[0]}." if wrong else "",
    )


def _follow_up(case: Case, end: EndState, wrap_up: WrapUp, on: date) -> Mark:
    if end.follow_up_within_days is None:
        return no_mark("follow-up", "this call asks for no next step")
    wrong = follow_up_faults(end, wrap_up, on)
    return Mark(
        name="follow-up",
        value=0.0 if wrong else 100.0,
        reason=wrong[0] if wrong else "the next step has a day",
        evidence=(entry("follow-up", _written(wrap_up.follow_up)), *decided(case)),
        advice=f"Set a day within {end.follow_up_within_days} days." if wrong else "",
    )


def _written(day: date | None) -> str:
    return f"{day:%B} {day.day}, {day.year}" if day else ""


def _notes(case: Case, end: EndState, wrap_up: WrapUp) -> Mark:
    note = case.note
    evidence = (entry("note", wrap_up.notes), *decided(case))
    if note is None or note.words < FEWEST_NOTE_WORDS:
        return Mark(
            name="notes",
            value=0.0,
            reason="no note that the next collector could work from",
            evidence=evidence,
            advice="Write who you spoke to, what they said, what was agreed and what comes next.",
        )
    if not _is_about_this_call(case, note):
        return Mark(
            name="notes",
            value=0.0,
            reason="the note could stand under any call",
            evidence=evidence,
            advice="Write what was said on this call: their name, their words, amounts and days.",
        )
    accepted = _accepted(case)
    wrong = _contradictions(case, note, accepted)
    missing = [*_missing(note, accepted), *_unmentioned(end, note)]
    value = max(0.0, 100.0 - 50 * len(wrong) - 25 * len(missing))
    said = [*wrong, *(f"{what} is missing" for what in missing)]
    return Mark(
        name="notes",
        value=value,
        reason="; ".join(said) or _held_by_the_note(accepted),
        evidence=evidence,
        advice=f"In the note: {said[0]}." if said else "",
    )


def _is_about_this_call(case: Case, note: Reading) -> bool:
    """Whether it names the consumer, an amount or a day, or takes up what the other side said."""
    said = frozenset[str]().union(*(reading.content for reading in case.other_side))
    name = case.scenario.consumer_name.lower().split() if case.scenario else ()
    named = words_said(note).holds([*name, *(f"{one}'s" for one in name)])
    taken_up = len(note.content & said) >= TAKEN_UP
    return bool(named or note.money or note.dates or note.schedules or taken_up)


def _held_by_the_note(accepted: Offer | None) -> str:
    return "the note holds what was agreed" if accepted else "the note can be worked from"


def _missing(note: Reading, accepted: Offer | None) -> list[str]:
    if accepted is None:
        return []
    amounts = {m.amount.cents for m in note.money if m.amount}
    missing = [] if accepted.amount.cents in amounts else [f"the amount {accepted.amount}"]
    return missing if note.dates or note.schedules else [*missing, "the day"]


def _unmentioned(end: EndState, note: Reading) -> Iterator[str]:
    """What the note has to hold for this end, and does not."""
    said = words_said(note)
    yield from (one.what for one in end.note if not said.holds(one.words))


def _contradictions(case: Case, note: Reading, accepted: Offer | None) -> list[str]:
    """Amounts in the note that nobody named and that the desk does not show; another way to pay."""
    named = {m.amount.cents for r in case.readings for m in r.money if m.amount}
    if case.scenario:
        account = case.scenario.account
        named |= {account.balance.cents, account.past_due.cents}
    if accepted and accepted.total:
        named |= {money.cents for money in (accepted.total, *accepted.amounts)}
    strange = [m.text for m in note.money if m.amount and m.amount.cents not in named]
    wrong = [f"{text} was not named on the call" for text in strange]
    noted = case.scenario.house.method_named(note.method) if case.scenario else None
    if noted and accepted and accepted.method and noted != accepted.method:
        wrong.append(f"payment by {noted} is written, {accepted.method} was agreed")
    return wrong
