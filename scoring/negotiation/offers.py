"""The table of offers: who put what on it, in which turn, and what was accepted.

Where a mind was on the line, what it took for an offer and what it decided counts. Of a call from
somewhere else, it is what was read.
"""

from collections.abc import Iterator, Sequence
from datetime import date

from calls.money import Every, Instalment, Money, Offer, Schedule
from calls.moves import Act
from calls.turn import Frozen, Speaker
from scoring.agreed import as_recorded
from scoring.case import Case
from scoring.negotiation.plan import COUNTED_FROM, plan_of
from scoring.negotiation.said import Laid, owed_in, said_offers
from simulator.circumstances import authority

Due = tuple[Money | None, date, int | None]
"""What is due, the day of the call, and for how many months a plan may run."""


class TabledOffer(Frozen):
    """One offer as it lay on the table; `monthly` is what it takes in a month, a single one whole.

    `total` is what it comes to in all, None where neither a count nor what is due is known.
    """

    turn: int
    by: Speaker
    amount: Money
    every: Every
    count: int | None = None
    start: date | None = None
    then: tuple[Instalment, ...] = ()
    total: Money | None = None
    monthly: Money
    accepted: bool = False

    @property
    def offer(self) -> Offer:
        """What was proposed, without what it comes to."""
        schedule = Schedule(every=self.every, count=self.count, start=self.start)
        return Offer(by=self.by, amount=self.amount, schedule=schedule, then=self.then)

    @property
    def terms(self) -> tuple[object, ...]:
        """What makes it another offer than others."""
        return self.amount.cents, self.every, self.count, self.start, self.then

    @property
    def shape(self) -> tuple[int, str]:
        """Amount and rhythm, which make it another choice."""
        return self.amount.cents, str(self.every)


def table_of_offers(case: Case) -> tuple[TabledOffer, ...]:
    """Every offer of both sides in order; what somebody merely repeats is none."""
    laid = list(_decided(case) if case.record.moves else said_offers(case))
    agreed = agreed_at(case)
    due = owed_in(case), case.record.day or COUNTED_FROM, longest_in(case)
    if agreed is not None and not any(offer.same_money(agreed[1]) for _, offer in laid):
        laid = sorted([*laid, agreed], key=lambda one: one[0])
    rows = list(_without_repeats(laid, agreed))
    last = max(
        (n for n, one in enumerate(rows) if agreed and one[1].same_money(agreed[1])), default=-1
    )
    return tuple(
        _tabled(turn, agreed[1] if agreed and n == last else offer, due, n == last)
        for n, (turn, offer) in enumerate(rows)
    )


def agreed_at(case: Case) -> Laid | None:
    """What was agreed in the end, and the turn in which the yes was said."""
    if case.record.moves:
        agreed = case.record.call.accepted if case.record.call else None
        turns = [turn for turn, move in case.record.moves.items() if move.accepted]
        return ((case.agreed_at or turns)[-1], agreed) if agreed and turns else None
    if written := as_recorded(case):
        return written.turns[-1], written.offer
    return next(reversed(list(said_offers(case, accepted=True))), None)


def longest_in(case: Case) -> int | None:
    """For how many months a plan may run, where authority says so."""
    if case.scenario is None:
        return None
    longest = authority(case.scenario).longest_months
    return longest if isinstance(longest, int) else None


def _decided(case: Case) -> Iterator[Laid]:
    ours = [reading.index for reading in case.collector]
    for turn, move in case.record.moves.items():
        heard = move.offer_heard
        if heard is not None and heard.by is Speaker.COLLECTOR:
            yield max((one for one in ours if one < turn), default=turn), heard
        if move.counter is not None and Act.CORRECTS_RECAP not in move.acts:
            yield turn, move.counter


def _without_repeats(laid: Sequence[Laid], agreed: Laid | None) -> Iterator[Laid]:
    """Each side's offers where they differ from its last; a read-back of the agreed is none."""
    last: dict[Speaker, Offer] = {}
    for turn, offer in laid:
        read_back = agreed is not None and turn > agreed[0] and offer.same_money(agreed[1])
        before = last.get(offer.by)
        if read_back or (before is not None and offer.adds_nothing_to(before)):
            continue
        last[offer.by] = offer
        yield turn, offer


def _tabled(turn: int, offer: Offer, due: Due, accepted: bool) -> TabledOffer:
    total = offer.total
    if total is None and due[0] is not None:
        cents = plan_of(offer, *due).total_cents
        total = offer.amount.model_copy(update={"cents": cents})
    return TabledOffer(
        turn=turn,
        by=offer.by,
        amount=offer.amount,
        every=offer.schedule.every,
        count=offer.schedule.count,
        start=offer.schedule.start,
        then=offer.then,
        total=total,
        monthly=offer.amount.model_copy(update={"cents": round(offer.monthly_cents)}),
        accepted=accepted,
    )
