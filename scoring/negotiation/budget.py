"""What came out of their budget on the call, and what there is that nobody asked about."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from calls.money import Every, Schedule
from language.reading import AmountRole, Reading
from scoring.case import Case
from simulator.means import Means

_OF_THEIR_MONTH = (AmountRole.INCOME, AmountRole.COST)


@dataclass(frozen=True)
class Budget:
    """What a month leaves by what was told; None where nobody heard what comes in.

    `untold` names what is there and did not come out.
    """

    surplus_cents: float | None
    untold: tuple[str, ...] = ()


def told_budget(case: Case) -> Budget:
    """The budget as the call brought it out, from facts that were told and amounts that were read.

    An amount counts as told where it is one of theirs, whatever words stood beside it; without a
    scenario the part that an amount plays has to be read.
    """
    means = case.scenario.means if case.scenario else None
    return _of_means(case, means) if means else _of_words(case.other_side)


def _of_means(case: Case, means: Means) -> Budget:
    told = frozenset(_amounts_told(case))
    comes, goes = means.told(told)
    untold = (
        *(one.source for one in means.income if one not in comes),
        *(one.name for one in means.costs if one not in goes),
    )
    if not comes:
        return Budget(None, untold)
    out = sum(one.monthly.cents for one in goes)
    return Budget(sum(one.monthly_cents for one in comes) - out, untold)


def _amounts_told(case: Case) -> Iterator[int]:
    facts = {fact.id: fact for fact in case.scenario.facts} if case.scenario else {}
    for move in case.record.moves.values():
        for name in move.facts:
            if name in facts:
                yield from (amount.cents for amount in facts[name].amounts)
    for reading in case.other_side:
        yield from (one.amount.cents for one in reading.money if one.amount)


def _of_words(readings: Sequence[Reading]) -> Budget:
    sums: dict[tuple[AmountRole, int], float] = {}
    for reading in readings:
        named = [s.every for s in reading.schedules if s.every and s.every is not Every.ONCE]
        often = Schedule(every=named[-1]).per_month if named else 1.0
        for one in reading.money:
            if one.amount and one.role in _OF_THEIR_MONTH and not one.negated:
                times = often if one.role is AmountRole.INCOME else 1.0
                sums[one.role, one.amount.cents] = one.amount.cents * times
    comes = [value for (role, _), value in sums.items() if role is AmountRole.INCOME]
    goes = [value for (role, _), value in sums.items() if role is AmountRole.COST]
    return Budget(sum(comes) - sum(goes)) if comes else Budget(None)
