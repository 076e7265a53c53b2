"""Whether they can pay what is proposed: the amount against their means, the day against income."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import accumulate, groupby

from calls.money import Every, Instalment, Money, Offer, Schedule
from simulator.means import Means
from simulator.values import When


class Verdict(StrEnum):
    """What an offer means to the one who would have to pay it."""

    COMFORTABLE = "comfortable"
    TIGHT = "tight"
    TOO_EARLY = "too_early"
    TOO_MUCH = "too_much"


@dataclass(frozen=True)
class Judgement:
    """The verdict, the same money on days on which it is there, and whether it comes easily."""

    verdict: Verdict
    possible: Offer | None = None
    easy: bool = False

    @property
    def fits(self) -> bool:
        """Whether they could pay it as it is."""
        return self.verdict in (Verdict.COMFORTABLE, Verdict.TIGHT)


Days = Mapping[str, When]


def judge(offer: Offer, means: Means, days: Days, today: date, owed: Money) -> Judgement:
    """What this offer means to them; without a count it runs until what is `owed` is paid."""
    possible = _on_possible_days(offer, means, days, today)
    if _is_more_in_all(offer, means, owed):
        possible = None
    if possible is None:
        return Judgement(Verdict.TOO_MUCH)
    easy = _is_easy(possible, means, days, today)
    if possible != offer:
        return Judgement(Verdict.TOO_EARLY, possible, easy)
    return Judgement(Verdict.COMFORTABLE if easy else Verdict.TIGHT, possible, easy)


def rhythm_of(offer: Offer, means: Means) -> Every:
    """The rhythm in which they would answer: the one proposed, else their own."""
    single = Every.ONCE in (offer.schedule.every, means.opens_with.every)
    return means.opens_with.every if single else offer.schedule.every


def _is_easy(offer: Offer, means: Means, days: Days, today: date) -> bool:
    """Whether it is no more than they would like to pay, or half of what is there before that."""
    if offer.schedule.every is not Every.ONCE:
        return offer.monthly_cents <= _liked_monthly(means)
    begins = _on(means.opens_with.starts or means.reservation.starts, days, today) or today
    there = offer.single_payments(today)[-1].due >= begins
    liked = means.opens_with.amount.cents if there else 0
    return offer.monthly_cents <= max(liked, means.cash_now.cents // 2)


def _on_possible_days(offer: Offer, means: Means, days: Days, today: date) -> Offer | None:
    """The same money, each payment as early as it can be there; None where it never is."""
    if offer.schedule.every is Every.ONCE:
        return _singles_on_possible_days(offer, means, days, today)
    if offer.monthly_cents > _most_monthly(means):
        return None
    first = _on(means.reservation.starts, days, today)
    start = offer.schedule.start
    if start is None or first is None or start >= first:
        return offer
    return _starting(offer, first)


def _is_more_in_all(offer: Offer, means: Means, owed: Money) -> bool:
    """Whether instalments come to more than somebody has who would pay once, and be done."""
    if offer.schedule.every is Every.ONCE or not _pays_once(means):
        return False
    return (offer.total or owed).cents > means.reservation.amount.cents


def _pays_once(means: Means) -> bool:
    return means.reservation.every is Every.ONCE


def _most_monthly(means: Means) -> float:
    """The most in a month; who would pay once could keep up what a month leaves, no more."""
    if not _pays_once(means):
        return means.reservation.monthly_cents
    return min(means.reservation.monthly_cents, max(0.0, means.surplus_cents))


def _liked_monthly(means: Means) -> float:
    if means.opens_with.every is not Every.ONCE:
        return means.opens_with.monthly_cents
    return min(means.opens_with.monthly_cents, _most_monthly(means) / 2)


def _singles_on_possible_days(offer: Offer, means: Means, days: Days, today: date) -> Offer | None:
    """One payment, or several on days of their own: what has fallen due by a day must be there."""
    rows = offer.single_payments(today)
    funds = tuple(_funds(means, days, today, len(rows)))
    moved = []
    for row, due in zip(rows, accumulate(row.amount.cents for row in rows), strict=True):
        there = sorted(day for cents, day in funds if due <= cents)
        if not there:
            return None
        moved.append(Instalment(amount=row.amount, due=max(row.due, there[0])))
    return offer if tuple(moved) == rows else _in_rows(offer, moved)


def _in_rows(offer: Offer, rows: list[Instalment]) -> Offer:
    """The offer as these payments; what falls on one day is one payment."""
    first, *then = (_together(list(same)) for _, same in groupby(rows, key=lambda row: row.due))
    later = _starting(offer, first.due)
    return later.model_copy(update={"amount": first.amount, "then": tuple(then)})


def _together(rows: list[Instalment]) -> Instalment:
    cents = sum(row.amount.cents for row in rows)
    amount = rows[0].amount.model_copy(update={"cents": cents})
    return rows[0].model_copy(update={"amount": amount})


def _starting(offer: Offer, day: date) -> Offer:
    schedule = offer.schedule.model_copy(update={"start": day})
    return offer.model_copy(update={"schedule": schedule})


def _funds(means: Means, days: Days, today: date, payments: int) -> Iterator[tuple[int, date]]:
    """How much could have been paid in all, and by when: cash, a lump sum, what they can keep up.

    One payment may take one instalment's worth; who pays several times has saved for each.
    """
    yield means.cash_now.cents, today
    if means.lump_sum is not None:
        yield means.lump_sum.amount.cents, _on(means.lump_sum.starts, days, today) or today
    most = means.reservation
    times = 1 if most.every is Every.ONCE else payments
    due = Schedule(every=most.every).dates(_on(most.starts, days, today) or today, times)
    yield from ((most.amount.cents * n, day) for n, day in enumerate(due, start=1))


def _on(name: str | None, days: Days, today: date) -> date | None:
    return days[name].on(today) if name else None
