"""What the collector put forward: options to choose from, and no deadline that is made up."""

from calls.money import Every
from calls.turn import Speaker, turn_number
from language.alternatives import are_alternatives
from language.reading import AmountRole
from scoring.case import SHOWN, Case, evidence_of
from scoring.marks import Mark, no_mark
from scoring.negotiation.asked import instead
from scoring.negotiation.bargaining import Bargaining
from scoring.negotiation.said import owed_in
from scoring.of_this_call import they_said

ONE_OPTION = 40.0
_COST_OF_A_DEADLINE = 50.0
_DEMANDS = ("demand_payment", "pressure")
_OFFERS = ("offer", "counter_offer")
Choice = tuple[int, str]
"""An amount in cents and its rhythm."""


def mark_options(case: Case, made: Bargaining) -> Mark:
    """Two different offers let somebody choose; one is better than none."""
    offers = _choices(case, made)
    if not offers:
        if made.agreed is not None or case.scenario is None:
            return no_mark("options", "you made no offer of your own")
        return Mark(
            name="options",
            value=0.0,
            reason="you proposed nothing",
            evidence=instead(case),
            advice=f"{they_said(case)}of the {owed_in(case)} that is due, propose two ways, such "
            "as a part of it now or less each month, and let them choose.",
        )
    several = len(offers) > 1
    if made.all_at_once and not several:
        return no_mark("options", "all of it in one payment: there was nothing to choose")
    return Mark(
        name="options",
        value=100.0 if several else ONE_OPTION,
        reason=f"{len(offers)} different offers" if several else "one offer",
        evidence=case.evidence(*dict.fromkeys(list(offers.values())[:SHOWN])),
        advice="" if several else _another_way(made, *next(iter(offers.items()))),
    )


_OTHERWISE = {
    Every.ONCE: (2, "in two payments, {} each"),
    Every.WEEK: (0.5, "{} every two weeks"),
    Every.TWO_WEEKS: (2, "{} every week"),
    Every.HALF_MONTH: (0.5, "{} every month"),
    Every.MONTH: (2, "{} twice a month"),
    Every.QUARTER: (3, "{} every month"),
    Every.YEAR: (12, "{} every month"),
}
"""The same money in another rhythm: what an amount is divided by, and how it is told then."""


def _another_way(made: Bargaining, shape: Choice, turn: int) -> str:
    """The one offer that was made, and the same money in another rhythm beside it."""
    one = next(one for one in made.offers if (one.shape, one.turn) == (shape, turn))
    divided, told = _OTHERWISE[one.every]
    each = one.amount.model_copy(update={"cents": round(one.amount.cents / divided)})
    least = made.zone.least_a_month if made.zone else None
    other = told.format(each)
    if one.then or (least is not None and each.cents < least.cents):
        other = "the same from a day that they choose"
    offered = f"{one.amount} {one.every.told} (turn {turn_number(turn)})"
    return f"Beside {offered}, have a second option ready, such as {other}: two let people choose."


def _choices(case: Case, made: Bargaining) -> dict[Choice, int]:
    """Each different offer of the collector, with the turn in which it was first made.

    Of two that stand side by side in one turn a listener takes up one; both were offered. A demand
    beside an offer gives nothing more to choose, and a step down against oneself is no second way.
    """
    choices: dict[Choice, int] = {}
    demanded = {r.index for r in case.collector if r.has(*_DEMANDS) and not r.has(*_OFFERS)}
    alone = {step.turn for step in made.concessions if step.against_oneself}
    ours = [one for one in made.offers if one.by is Speaker.COLLECTOR and one.turn not in alone]
    for one in [one for one in ours if one.turn not in demanded] or ours:
        choices.setdefault(one.shape, one.turn)
    turns = set(choices.values())
    for reading in case.collector:
        named = [m for m in reading.money if m.role in _PAYABLE and m.amount and not m.negated]
        if reading.index in turns and len(named) > 1 and are_alternatives(reading, named):
            rhythm = next((str(s.every) for s in reversed(reading.schedules) if s.every), "once")
            for mention in named:
                if mention.amount:
                    choices.setdefault((mention.amount.cents, rhythm), reading.index)
    return choices


_PAYABLE = (AmountRole.PAYMENT, AmountRole.OTHER)


def mark_deadlines(case: Case, made: Bargaining) -> Mark:
    """A deadline that is made up to move somebody; a day that suits them is none."""
    made_up = [s for s in case.collector_signals("false_claim") if s.kind == "urgency"]
    if not made_up:
        ours = [one.turn for one in made.offers if one.by is Speaker.COLLECTOR]
        if not ours:
            return no_mark("deadlines", "you made no offer that could have had one")
        return Mark(
            name="deadlines",
            value=100.0,
            reason="you made up no deadline",
            evidence=case.evidence(*dict.fromkeys(ours[:SHOWN])),
        )
    return Mark(
        name="deadlines",
        value=max(0.0, 100 - _COST_OF_A_DEADLINE * len({s.turn for s in made_up})),
        reason=f"you set a deadline that nobody else set: {len(made_up)}",
        evidence=evidence_of(iter(made_up[:SHOWN])),
        advice=f'Leave out "{made_up[0].text}", and say until when the offer really stands.',
    )
