"""Where an attempt may end: the scenario's acceptable ends against what was left behind."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from calls.disposition import Disposition
from calls.money import Arrangement, Instalment, Offer
from calls.state import CallState, WrapUp
from compliance_rules.finding import Finding
from simulator.ends import Bounds, EndState
from simulator.house import House
from simulator.memory import Kept, kept
from simulator.positions import about
from simulator.scenario import Scenario
from simulator.values import Amount

NOTHING: frozenset[str] = frozenset()


class Amiss(NamedTuple):
    """What is the matter with one row or flag; `missing` where it is not there at all."""

    told: str
    missing: bool = False


def reached(
    scenario: Scenario,
    wrap_up: WrapUp,
    accepted: Offer | None,
    on: date,
    untold: frozenset[str] = NOTHING,
) -> bool:
    """Whether one of the acceptable ends is there, and true to what was agreed on the call."""
    if wrap_up.arrangement and untrue(wrap_up.arrangement, accepted):
        return False
    return not faults(nearest(scenario, wrap_up, on, untold), scenario, wrap_up, on, untold)


def nearest(
    scenario: Scenario, wrap_up: WrapUp, on: date, untold: frozenset[str] = NOTHING
) -> EndState:
    """The acceptable end that least is missing from."""
    return min(scenario.end_states, key=lambda end: len(faults(end, scenario, wrap_up, on, untold)))


def faults(
    end: EndState,
    scenario: Scenario,
    wrap_up: WrapUp,
    on: date,
    untold: frozenset[str] = NOTHING,
) -> tuple[str, ...]:
    """What keeps the wrap-up from being this end, in words for the person who made it.

    `untold` are the flags for which nothing was said on the call: they are not asked for.
    """
    flags = flag_faults(end, wrap_up, scenario.house, untold)
    found = [*_disposition(end, wrap_up), *(one.told for one in flags)]
    found += follow_up_faults(end, wrap_up, on)
    if end.arrangement:
        found += _arrangement(end.arrangement, scenario, wrap_up.arrangement, on)
    return tuple(found)


def nearest_way(scenario: Scenario, wrap_up: WrapUp, on: date) -> EndState:
    """The acceptable end from whose way least is off."""
    return min(scenario.end_states, key=lambda end: len(off_the_way(end, scenario, wrap_up, on)))


def off_the_way(end: EndState, scenario: Scenario, wrap_up: WrapUp, on: date) -> tuple[str, ...]:
    """What shows that another way was taken: how the call ended, and what was arranged.

    A flag or a follow-up day that is missing is left to the records; the way was taken without it.
    """
    found = _disposition(end, wrap_up)
    if end.arrangement:
        found += _arrangement(end.arrangement, scenario, wrap_up.arrangement, on)
    return tuple(found)


def given_away(end: EndState, call: CallState, fails: Sequence[Finding]) -> tuple[str, ...]:
    """Whether somebody who must not hear of the debt did, outright or by what the rules found."""
    if not end.nobody_told:
        return ()
    if Kept.TOLD_OF_DEBT in call.remembered:
        return ("somebody else learned on the call that there is a debt",)
    return tuple(f"with somebody else on the line: {one.message}" for one in fails[:1])


def missed(end: EndState, call: CallState) -> tuple[str, ...]:
    """What the call itself has to have brought and did not, or brought and should not."""
    paid = end.nothing_agreed and call.accepted is not None
    unknown = (one.what for one in end.learned if one.fact not in call.revealed)
    passed = (k for k in end.respected if kept(Kept.RESPECTED, k) not in call.remembered)
    return (
        *(("a payment was agreed on the call",) if paid else ()),
        *(f"{what} was not found out" for what in unknown),
        *(f"one thing they said was not taken up: {about(kind)}" for kind in passed),
    )


def _disposition(end: EndState, wrap_up: WrapUp) -> list[str]:
    if wrap_up.disposition in end.dispositions:
        return []
    return [f"how the call ended would be {either(end.dispositions)}"]


def either(dispositions: Iterable[Disposition]) -> str:
    """These codes as the wrap-up offers them."""
    return " or ".join(one.label for one in dispositions)


def flag_faults(
    end: EndState, wrap_up: WrapUp, house: House, untold: frozenset[str] = NOTHING
) -> list[Amiss]:
    """Flags that are missing, and flags that should not be there."""
    missing = [f for f in end.flags if f not in wrap_up.flags and f not in untold]
    wrong = sorted((set(end.flags_not) | untold) & wrap_up.flags)
    return [
        *(Amiss(f"the flag {house.flag_label(flag)} is missing", True) for flag in missing),
        *(Amiss(f"the flag {house.flag_label(flag)} does not belong here") for flag in wrong),
    ]


def follow_up_faults(end: EndState, wrap_up: WrapUp, on: date) -> list[str]:
    """Whether the next step has a day, and soon enough."""
    within = end.follow_up_within_days
    if within is None:
        return []
    if wrap_up.follow_up is None:
        return ["no follow-up day is set"]
    if not 0 <= (wrap_up.follow_up - on).days <= within:
        return [f"the follow-up is not within {within} days"]
    return []


def _arrangement(
    bounds: Bounds, scenario: Scenario, made: Arrangement | None, on: date
) -> list[str]:
    if made is None:
        return ["no arrangement is recorded"]
    rows = sorted(made.instalments, key=lambda row: row.due)
    first, last = rows[0].due, rows[-1].due
    amounts = [row.amount.cents for row in rows]
    # What is left for the last row may be less than the others.
    least, most = min(amounts[:-1] or amounts), max(amounts)
    earliest = scenario.day(bounds.first_not_before, on) if bounds.first_not_before else None
    checks = (
        (_below(made.total.cents, bounds.total_at_least), "the total is too low"),
        (_above(made.total.cents, bounds.total_at_most), "the total is more than is owed"),
        (_below(least, bounds.instalment_at_least), "an instalment is below authority"),
        (_above(most, bounds.instalment_at_most), "an instalment is more than they have"),
        (earliest is not None and first < earliest, "the first row is before the money is there"),
        (_later(first, on, bounds.first_within_days), "the first row is too far off"),
        (_later(last, on, _days(bounds.months_at_most)), "it runs longer than allowed"),
    )
    return [text for wrong, text in checks if wrong]


def _below(cents: int, bound: Amount | None) -> bool:
    return bound is not None and cents < bound.cents


def _above(cents: int, bound: Amount | None) -> bool:
    return bound is not None and cents > bound.cents


def _later(day: date, on: date, days: int | None) -> bool:
    return days is not None and (day - on).days > days


def _days(months: int | None) -> int | None:
    return None if months is None else months * 31


def disagreements(made: Arrangement, accepted: Offer | None) -> tuple[Amiss, ...]:
    """Where the recorded rows are not what was accepted on the call."""
    if accepted is None:
        return (Amiss("nothing was agreed on the call, but an arrangement is recorded"),)
    agreed = _agreed_rows(accepted, made)
    wrong = tuple(
        Amiss(
            f"row {n}: {row.amount} on {row.due.isoformat()} is recorded, "
            f"{due.amount} on {due.due.isoformat()} was agreed"
        )
        for n, (row, due) in enumerate(zip(made.instalments, agreed, strict=False), start=1)
        if row != due
    )
    missing = len(agreed) - len(made.instalments)
    if not missing:
        return wrong
    return (*wrong, Amiss(f"payments that were agreed and are not recorded: {missing}", True))


def other_method(made: Arrangement, accepted: Offer | None) -> str | None:
    """Says so where it is recorded to be paid in another way than was agreed on the call."""
    agreed = accepted.method if accepted else None
    if made.method is None or agreed is None or made.method == agreed:
        return None
    return f"payment by {made.method} is recorded, {agreed} was agreed"


def untrue(made: Arrangement, accepted: Offer | None) -> tuple[str, ...]:
    """Where the recorded arrangement is not what was accepted: its rows, then how it is paid."""
    other = other_method(made, accepted)
    rows = (one.told for one in disagreements(made, accepted))
    return (*rows, *((other,) if other else ()))


def _agreed_rows(accepted: Offer, made: Arrangement) -> tuple[Instalment, ...]:
    """The rows that the accepted offer comes to; a last, smaller row may settle the rest."""
    start = accepted.schedule.start or made.instalments[0].due
    if accepted.then:
        singles = accepted.single_payments(start)
        more = len(made.instalments) - len(singles)
        return (*singles, *(singles[-1:] * max(0, more)))
    dates = accepted.schedule.dates(start, len(made.instalments))
    rows = [Instalment(amount=accepted.amount, due=day) for day in dates]
    last = made.instalments[-1]
    if accepted.schedule.count is None and last.amount.cents < accepted.amount.cents:
        rows[-1] = Instalment(amount=last.amount, due=dates[-1])
    return tuple(rows)
