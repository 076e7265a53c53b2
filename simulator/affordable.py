"""Whether they can pay what is proposed: the amount against their means, the day against income."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from calls.money import Every, Offer
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
    """The verdict, and the first day on which it would be possible."""

    verdict: Verdict
    not_before: date | None = None

    @property
    def fits(self) -> bool:
        """Whether they could pay it as it is."""
        return self.verdict in (Verdict.COMFORTABLE, Verdict.TIGHT)


Days = Mapping[str, When]


def judge(offer: Offer, means: Means, days: Days, today: date) -> Judgement:
    """What this offer means to them."""
    if offer.schedule.every is Every.ONCE:
        return _judge_single(offer, means, days, today)
    if _monthly(offer) > _most_monthly(means):
        return Judgement(Verdict.TOO_MUCH)
    first = _on(means.reservation.starts, days, today)
    start = offer.schedule.start
    if start is not None and first is not None and start < first:
        return Judgement(Verdict.TOO_EARLY, first)
    easy = _monthly(offer) <= means.opens_with.monthly_cents
    return Judgement(Verdict.COMFORTABLE if easy else Verdict.TIGHT, first)


def rhythm_of(offer: Offer, means: Means) -> Every:
    """The rhythm in which they would answer: the one proposed, else their own."""
    single = offer.schedule.every is Every.ONCE
    return means.opens_with.every if single else offer.schedule.every


def _judge_single(offer: Offer, means: Means, days: Days, today: date) -> Judgement:
    """One payment: from the cash there is, or from what comes on a day they know."""
    cents, start = offer.amount.cents, offer.schedule.start
    enough = sorted(day for amount, day in _funds(means, days, today) if cents <= amount)
    if not enough:
        return Judgement(Verdict.TOO_MUCH)
    if (start or today) < enough[0]:
        return Judgement(Verdict.TOO_EARLY, enough[0])
    easy = cents <= max(means.opens_with.amount.cents, means.cash_now.cents // 2)
    return Judgement(Verdict.COMFORTABLE if easy else Verdict.TIGHT, enough[0])


def _funds(means: Means, days: Days, today: date) -> Iterator[tuple[int, date]]:
    yield means.cash_now.cents, today
    if means.lump_sum is not None:
        yield means.lump_sum.amount.cents, _on(means.lump_sum.starts, days, today) or today
    yield means.reservation.amount.cents, _on(means.reservation.starts, days, today) or today


def _on(name: str | None, days: Days, today: date) -> date | None:
    return days[name].on(today) if name else None


def _monthly(offer: Offer) -> float:
    return offer.amount.cents * offer.schedule.per_month


def _most_monthly(means: Means) -> float:
    return means.reservation.monthly_cents
