"""Adherence: the steps of the call in their order, the look-ups, and the time of the wrap-up."""

from collections.abc import Iterator
from datetime import timedelta

from calls.desk import DeskPart
from language.reading import Reading
from scoring.agreed import accepted_offer
from scoring.case import Case
from scoring.marks import Evidence, Mark, no_mark
from scoring.of_this_call import offer_told, our_turn, they_said

_PROPOSES = ("offer", "counter_offer", "demand_payment")
_DEBT = ("debt_mention", "account_detail")
_KNOWN = ("gives_identifier", "confirms_identity")
_NO_LOOK_UP = {DeskPart.ACCOUNT, DeskPart.PLAN, DeskPart.NOTES}
"""What the brief lays open anyhow, and where one works rather than reads."""


def steps_mark(case: Case) -> Mark:
    """Who they are before the debt, why before how much, the read-back after the agreement."""
    call = case.record.call
    if not case.held or not case.with_consumer or (call is not None and call.written):
        return no_mark("steps in order", "no call with the person obliged that has these steps")
    steps = tuple(_steps(case))
    if not steps:
        return no_mark("steps in order", "none of the steps that need an order came up")
    wrong = [told for told, right, _ in steps if not right]
    where = [turn for _, right, turn in steps if right == (not wrong)]
    return Mark(
        name="steps in order",
        value=round(100 * (len(steps) - len(wrong)) / len(steps), 1),
        reason="; ".join(wrong) if wrong else "each step came in its place",
        evidence=case.evidence(*dict.fromkeys(where)),
        advice=_instead(case, wrong[0], where[0]) if wrong else "",
    )


_BEFORE_KNOWN = "the debt came up before you knew who was speaking"
_BEFORE_WHY = "you proposed before you asked what is going on"
_NOT_READ_BACK = "what was agreed was not read back"
_FIRST = {
    _BEFORE_KNOWN: "let them confirm who they are, and only then name the debt.",
    _BEFORE_WHY: "ask what has changed.",
}


def _instead(case: Case, wrong: str, turn: int) -> str:
    """Where in the call it had its place, and what had."""
    agreed = accepted_offer(case)
    if wrong == _NOT_READ_BACK and agreed is not None:
        return f"{they_said(case, case.readings[turn])}read back {offer_told(agreed)}, then close."
    return f"Before {our_turn(case, turn)}, {_FIRST[wrong]}"


def _steps(case: Case) -> Iterator[tuple[str, bool, int]]:
    """What is wrong where a step is out of place, whether it is in place, and the turn for it."""
    debt = _first(case.collector, *_DEBT)
    known = _first(case.other_side, *_KNOWN)
    if debt is not None:
        yield _BEFORE_KNOWN, known is not None and known < debt, debt
    proposed = _first(case.collector, *_PROPOSES)
    asks = (r.index for r in case.collector if _asks(r))
    asked = next(asks, None)
    if proposed is not None:
        yield _BEFORE_WHY, asked is not None and asked <= proposed, proposed
    if accepted_offer(case) is not None and case.agreed_at:
        first = case.agreed_at[0]
        read_back = any(r.has("recap") and r.index >= first - 1 for r in case.collector)
        yield _NOT_READ_BACK, read_back, case.agreed_at[-1]


def _asks(reading: Reading) -> bool:
    """Whether it asks what is going on: openly, or about work, income, costs and the like."""
    return reading.has("open_question") or (
        reading.has("closed_question") and reading.has("topic", kind="reason")
    )


def _first(readings: tuple[Reading, ...], *names: str) -> int | None:
    return next((r.index for r in readings if r.has(*names)), None)


def look_ups_mark(case: Case) -> Mark:
    """The parts of the desk that this account needed, against those that were opened."""
    scenario, opened = case.scenario, case.record.looked_up
    if scenario is None or not case.held or not set(opened) - _NO_LOOK_UP:
        return no_mark("look-ups", "the record holds no look-up beyond the brief")
    needed: list[str] = [DeskPart.ACCOUNT]
    needed += [DeskPart.CONTACTS] if any(one.note for one in scenario.account.contact_log) else []
    needed += [DeskPart.HOUSE] if any(end.flags for end in scenario.end_states) else []
    missed = [one for one in needed if one not in opened]
    names = ", ".join(dict.fromkeys(opened))
    return Mark(
        name="look-ups",
        value=round(100 * (len(needed) - len(missed)) / len(needed), 1),
        reason=f"not opened: {', '.join(missed)}" if missed else "what it needed was looked up",
        evidence=(Evidence(turn=None, quote=f"looked up: {names}"),),
        advice=f"You looked up {names}: open {missed[0]} as well before you propose anything."
        if missed
        else "",
    )


def time_mark(case: Case) -> Mark:
    """How long the wrap-up took: measured and told, never marked."""
    took = case.record.wrap_up_took
    if took is None:
        return no_mark("wrap-up time", "the record does not tell how long the wrap-up took")
    return no_mark("wrap-up time", f"{in_words(took)} after the call; measured, never marked")


def in_words(took: timedelta) -> str:
    """So many minutes and seconds."""
    minutes, seconds = divmod(int(took.total_seconds()), 60)
    parts = [f"{minutes} min"] if minutes else []
    return " ".join([*parts, f"{seconds} s"])
