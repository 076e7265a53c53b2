"""How the collector moved: by how much, for what, and whether against nobody but themselves."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from calls.money import Every, Money
from calls.turn import Frozen, Speaker
from language.names import HARDSHIPS, words_of
from language.reading import AmountRole, Reading
from scoring.case import SHOWN, Case
from scoring.marks import Mark, no_mark
from scoring.negotiation.offers import TabledOffer
from scoring.negotiation.said import owed_in

_TOLD = HARDSHIPS | words_of("vulnerable insurance_pending condition asks_time")
_BUDGET = (AmountRole.INCOME, AmountRole.COST)


class Concession(Frozen):
    """One step down of the collector, by the month (a single payment whole), and its part of it.

    `returned`: the other side came closer after it, or took it. `against_oneself`: they had neither
    offered nor told anything since the last offer.
    """

    turn: int
    by: Money
    part: float
    returned: bool
    against_oneself: bool


def concessions_in(case: Case, offers: Sequence[TabledOffer]) -> tuple[Concession, ...]:
    """Every step down in the collector's offers, in order."""
    return tuple(_steps(case, offers))


def _steps(case: Case, offers: Sequence[TabledOffer]) -> Iterator[Concession]:
    ours = [one for one in offers if one.by is Speaker.COLLECTOR and not _is_all(case, one)]
    for before, now in pairwise(ours):
        down = before.monthly.cents - now.monthly.cents
        if down <= 0:
            continue
        yield Concession(
            turn=now.turn,
            by=now.monthly.model_copy(update={"cents": down}),
            part=round(down / before.monthly.cents, 4),
            returned=now.accepted or _came_closer(offers, now),
            against_oneself=not _had_reason(case, offers, before.turn, now.turn),
        )


def _is_all(case: Case, one: TabledOffer) -> bool:
    """Whether it is all that is due, at once: where every call begins, and no figure of ours."""
    owed = owed_in(case)
    single = one.every is Every.ONCE and not one.then
    return single and owed is not None and one.amount.cents >= owed.cents


def _had_reason(case: Case, offers: Sequence[TabledOffer], since: int, until: int) -> bool:
    """Whether they offered something, or told of their situation, in between."""
    offered = any(o.by is not Speaker.COLLECTOR and since < o.turn < until for o in offers)
    told = any(since < turn < until for turn in case.facts_told)
    return offered or told or any(_tells(r) for r in case.other_side if since < r.index < until)


def _tells(reading: Reading) -> bool:
    return reading.has(*_TOLD) or any(one.role in _BUDGET for one in reading.money)


def _came_closer(offers: Sequence[TabledOffer], now: TabledOffer) -> bool:
    theirs = [one for one in offers if one.by is not Speaker.COLLECTOR]
    before = [one.monthly.cents for one in theirs if one.turn < now.turn]
    after = next((one for one in theirs if one.turn > now.turn), None)
    if after is None:
        return False
    return after.accepted or not before or after.monthly.cents > before[-1]


def mark_concessions(
    case: Case, offers: Sequence[TabledOffer], steps: Sequence[Concession]
) -> Mark:
    """Whether each step down answered something; the first offer's anchor is told beside it."""
    ours = [one for one in offers if one.by is Speaker.COLLECTOR]
    if len(ours) < 2:
        return no_mark("concessions", "you made fewer than two offers: there was no step to judge")
    alone = [one for one in steps if one.against_oneself]
    shown = [one.turn for one in alone or steps] or [one.turn for one in ours]
    return Mark(
        name="concessions",
        value=max(0.0, 100.0 - 50 * len(alone)),
        reason=f"{_told(steps)}; {_anchor(offers)}",
        evidence=case.evidence(*dict.fromkeys(shown[:SHOWN])),
        advice=f"You came down by {alone[0].by} before they had answered with anything: wait, or "
        "ask what would work."
        if alone
        else "",
    )


def _told(steps: Sequence[Concession]) -> str:
    if not steps:
        return "you never came down"
    one = len(steps) == 1
    sizes = ", ".join(f"{step.by} ({step.part:.0%})" for step in steps[:SHOWN])
    told = f"you came down {'once' if one else f'{len(steps)} times'}, by {sizes}"
    for count, what in (
        (sum(not step.returned for step in steps), "without anything in return"),
        (sum(step.against_oneself for step in steps), "against nobody but yourself"),
    ):
        told += f", {count} of {len(steps)} {what}" if count else ""
    return told


def _anchor(offers: Sequence[TabledOffer]) -> str:
    first = offers[0]
    who = "you" if first.by is Speaker.COLLECTOR else "they"
    return f"{who} named the first figure, {first.amount}"
