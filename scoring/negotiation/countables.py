"""What Rackham counted in skilled and average negotiators, as context; none of it is ever marked.

Rackham & Carlisle (1978) sat in on labour negotiations face to face; some of their figures are by
the hour, some a share of all behaviour. Ours are per 100 collector turns, so they are no yardstick.
"""

from collections.abc import Callable, Sequence
from itertools import pairwise

from calls.turn import Frozen, Speaker
from language.reading import Reading
from scoring.case import Case
from scoring.negotiation.offers import TabledOffer
from scoring.questions import QUESTIONS

_ASKING = (*QUESTIONS, "ask_amount")


class Countable(Frozen):
    """How often something was done, per 100 of the collector's turns; `in_their_study` as told."""

    name: str
    count: int
    per_100_turns: float
    in_their_study: str


def countables(case: Case, offers: Sequence[TabledOffer]) -> tuple[Countable, ...]:
    """Everything that was counted, in one order; nothing where nobody of ours spoke."""
    turns = case.collector
    if not turns:
        return ()
    answered = _counter_proposals(offers)

    def counted(name: str, told: str, does: Callable[[Reading], bool]) -> Countable:
        count = sum(map(does, turns))
        return Countable(
            name=name,
            count=count,
            per_100_turns=round(100 * count / len(turns), 1),
            in_their_study=told,
        )

    return (
        counted("irritators", "2.3 v 10.8 an hour", lambda r: r.has("praises_offer")),
        counted(
            "counter-proposals",
            "1.7 v 3.1 an hour",
            lambda r: r.has("counter_offer") or r.index in answered,
        ),
        counted(
            "defend or attack",
            "1.9 v 6.3 %",
            lambda r: r.has("defends", "blame", "insult", "threat"),
        ),
        counted("testing understanding", "9.7 v 4.1 %", lambda r: r.has("checks_understanding")),
        counted("summarising", "7.5 v 4.2 %", lambda r: r.has("recap")),
        counted("questions", "21.3 v 9.6 %", lambda r: r.has(*_ASKING)),
    )


def _counter_proposals(offers: Sequence[TabledOffer]) -> frozenset[int]:
    """The turns in which an offer of theirs was met with another one at once."""
    return frozenset(
        now.turn
        for before, now in pairwise(offers)
        if now.by is Speaker.COLLECTOR
        and before.by is not Speaker.COLLECTOR
        and now.turn == before.turn + 1
        and now.shape != before.shape
    )
