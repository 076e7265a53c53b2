"""Negotiation: what was agreed against what this person could keep up, and how it came about."""

from collections.abc import Iterator

from calls.circumstances import Authority
from calls.knowledge import UNKNOWN
from calls.money import Offer
from calls.turn import Speaker
from scoring.aftermath import said_yes_beyond
from scoring.case import SHOWN, Case, evidence_of
from scoring.dialling import shown
from scoring.ending import ended
from scoring.grounds import decided
from scoring.marks import Dimension, Evidence, Mark, Score, no_mark, weigh
from simulator.circumstances import authority
from simulator.facts import Reveal, Topic
from simulator.means import Means
from simulator.scenario import Aim, Scenario

SUSTAINABLE = 0.8
"""The part of the true monthly surplus that an instalment may take (scoring plan, part 3)."""
RUINOUS = 1.2
"""From here on the outcome is worth nothing: the arrangement breaks."""
ENOUGH = 0.75
"""The part of what lies behind the arrears that a plan can be built on."""
BACKGROUND = (Topic.REASON, Topic.JOB, Topic.INCOME, Topic.COSTS, Topic.MEANS, Topic.TIMING)
COMMITMENT_DAYS = 30
MONEY_AIMS = (Aim.ARRANGEMENT, Aim.SETTLEMENT)


def score_negotiation(case: Case) -> Score:
    """The outcome on its plateau or the right end, the reasons found, options, the commitment."""
    if not case.held:
        return Score(dimension=Dimension.NEGOTIATION, value=None, reason=case.not_held)
    if case.scenario is not None and (case.scenario.aim not in MONEY_AIMS or _somebody_else(case)):
        aim = "the right person" if _somebody_else(case) else case.scenario.aim
        nothing = f"this call's aim is {aim}: there was nothing to negotiate"
        return weigh(Dimension.NEGOTIATION, ((_route(case), 1.0),), nothing)
    weighted = (
        (_outcome(case), 2.0),
        (_reasons_found(case), 1.0),
        (_options(case), 0.5),
        (_commitment(case), 1.0),
    )
    return weigh(Dimension.NEGOTIATION, weighted, "nothing was negotiated")


def _somebody_else(case: Case) -> bool:
    """Whether the call reached nobody with whom anything could be agreed."""
    return case.record.call is not None and case.record.call.speaker is Speaker.THIRD_PARTY


def _route(case: Case) -> Mark:
    """Where nothing is to be agreed, the right end is the result."""
    there, lacks = ended(case)
    if there is None:
        return no_mark("outcome", "no scenario says where this call should end")
    return Mark(
        name="outcome",
        value=100.0 if there else 0.0,
        reason="the call ended where it should" if there else lacks[0],
        evidence=decided(case) or shown(case.record.decisions[:SHOWN]),
        advice="" if there else f"Here the way it ends is the result: {lacks[0]}.",
    )


def _accepted(case: Case) -> Offer | None:
    return case.record.call.accepted if case.record.call else None


def _outcome(case: Case) -> Mark:
    scenario = case.scenario
    if scenario is None or scenario.means is None:
        return no_mark("outcome", "no scenario says what this person could have agreed to")
    if scenario.means.reservation.monthly_cents < _floor(authority(scenario)):
        return no_mark("outcome", "no arrangement was possible within authority")
    agreed = _accepted(case)
    if agreed is None:
        return Mark(
            name="outcome",
            value=0.0,
            reason="nothing was agreed, though an arrangement was possible",
            evidence=decided(case),
            advice="Find out what they can keep up, then propose an amount and a day.",
        )
    return _plateau(case, scenario, scenario.means, agreed)


def _floor(limits: Authority) -> float:
    return 0.0 if limits.smallest_instalment is UNKNOWN else limits.smallest_instalment.cents


def _plateau(case: Case, scenario: Scenario, means: Means, agreed: Offer) -> Mark:
    """Full marks between the floor of authority and what can be kept up; a slope on both sides."""
    floor, call = _floor(authority(scenario)), case.record.call
    if call is not None and said_yes_beyond(call, agreed):
        return _agreed(case, 0.0, "over-squeeze: they said yes to what they do not have")
    used = agreed.monthly_cents / max(_capacity(means, agreed), 1.0)
    limit = SUSTAINABLE if agreed.schedule.per_month else 1.0
    if used > limit:
        value = 100 * max(0.0, (RUINOUS - used) / (RUINOUS - limit))
        return _agreed(case, value, f"it takes {used:.0%} of what there is: it may not be kept")
    if agreed.monthly_cents < floor:
        value = 100 * max(0.0, 2 * agreed.monthly_cents / floor - 1)
        return _agreed(case, value, "it is below what you may accept")
    return _agreed(case, 100.0, "it is within authority and can be kept up")


def _capacity(means: Means, agreed: Offer) -> float:
    """What this person has for it, in cents: each month, or once for a single payment."""
    if agreed.schedule.per_month:
        return means.surplus_cents
    at_once = means.lump_sum.amount if means.lump_sum else means.cash_now
    return float(max(at_once.cents, means.reservation.amount.cents))


def _agreed(case: Case, value: float, reason: str) -> Mark:
    return Mark(
        name="outcome",
        value=round(value, 1),
        reason=reason,
        evidence=case.evidence(*case.agreed_at[:1]),
        advice="" if value == 100 else "Ask what is left after rent and food before you name it.",
    )


def _reasons_found(case: Case) -> Mark:
    if case.scenario is None or case.record.call is None:
        asked = list(case.collector_signals("open_question"))
        return Mark(
            name="reasons",
            value=100.0 if asked else 0.0,
            reason="you asked openly" if asked else "you asked no open question",
            evidence=evidence_of(iter(asked[:2])) or _instead(case),
            advice="" if asked else 'Ask "what has changed for you?" before you propose anything.',
        )
    hidden = [f for f in case.scenario.facts if f.topic in BACKGROUND and f.reveal in _EARNED]
    if not hidden:
        return no_mark("reasons", "nothing lay hidden behind the arrears")
    found = [f.id for f in hidden if f.id in case.record.call.revealed]
    left = [f.topic for f in hidden if f.id not in found]
    return Mark(
        name="reasons",
        value=round(min(100.0, 100 * len(found) / (ENOUGH * len(hidden))), 1),
        reason=f"{len(found)} of {len(hidden)} things behind the arrears came out",
        evidence=tuple(_where_told(case, set(found))) or _instead(case),
        advice=_ASK_FOR[left[0]] if left else "",
    )


def _instead(case: Case) -> tuple[Evidence, ...]:
    """What was said where a question or an offer had its place: pressing, or our last words."""
    pressing = [r.index for r in case.collector if r.has("demand_payment", "pressure", "threat")]
    return case.evidence(*(pressing or [case.collector[-1].index])[:SHOWN])


_ASK_FOR = {
    Topic.REASON: "Ask what happened, and let them tell it.",
    Topic.JOB: "Ask what has changed in their work.",
    Topic.INCOME: "Ask what comes in, and when.",
    Topic.COSTS: "Ask what has to be paid first every month.",
    Topic.MEANS: "Ask what they have at hand until more comes in.",
    Topic.TIMING: "Ask when money comes in, and which day suits them.",
}
"""What would have brought out the first thing that was not found, by what it is about."""
_EARNED = (Reveal.IF_ASKED, Reveal.IF_ASKED_AND_TRUST)


def _where_told(case: Case, facts: set[str]) -> Iterator[Evidence]:
    for turn, move in case.record.moves.items():
        if facts & set(move.facts):
            yield from case.evidence(turn)


def _options(case: Case) -> Mark:
    offers = _offers_made(case)
    if not offers:
        if _accepted(case) or case.scenario is None:
            return no_mark("options", "you made no offer of your own")
        return Mark(
            name="options",
            value=0.0,
            reason="you proposed nothing",
            evidence=_instead(case),
            advice="Propose two ways, such as a smaller amount more often, and let them choose.",
        )
    return Mark(
        name="options",
        value=100.0 if len(offers) > 1 else 60.0,
        reason=f"{len(offers)} different offers" if len(offers) > 1 else "one offer",
        evidence=case.evidence(*list(offers.values())[:SHOWN]),
        advice="" if len(offers) > 1 else "Have a second option ready: two let people choose.",
    )


def _offers_made(case: Case) -> dict[tuple[int, str], int]:
    """Each different offer of the collector, with the turn in which it was first made.

    Where a mind was on the line, what it took for an offer counts; else what was read.
    """
    made: dict[tuple[int, str], int] = {}
    for turn, move in case.record.moves.items():
        heard = move.offer_heard
        if heard is not None and heard.by is Speaker.COLLECTOR:
            made.setdefault((heard.amount.cents, str(heard.schedule.every)), turn - 1)
    if case.record.moves:
        return made
    for reading in case.collector:
        if reading.has("offer", "counter_offer"):
            amounts = [m.amount.cents for m in reading.money if m.amount and not m.negated]
            rhythm = next((str(s.every) for s in reading.schedules if s.every), "")
            for cents in amounts:
                made.setdefault((cents, rhythm), reading.index)
    return made


def _commitment(case: Case) -> Mark:
    agreed = _accepted(case)
    if agreed is None:
        return no_mark("commitment", "nothing was agreed")
    parts = {
        "an amount": True,
        "a day": agreed.schedule.start is not None,
        "a first payment within 30 days": _soon(case, agreed),
        "a read-back that they confirmed": _confirmed(case),
    }
    if agreed.method is not None or _method_can_be_heard(case):
        parts["a method"] = agreed.method is not None
    missing = [name for name, there in parts.items() if not there]
    return Mark(
        name="commitment",
        value=round(100 * (len(parts) - len(missing)) / len(parts), 1),
        reason=f"missing: {', '.join(missing)}" if missing else "nothing is missing",
        evidence=case.evidence(*dict.fromkeys((*case.agreed_at[:1], *case.paid_how_at))),
        advice=f"Before you close, add {missing[0]}." if missing else "",
    )


def _method_can_be_heard(case: Case) -> bool:
    """Houses of older attempts name their ways to pay, and no turn could tell which."""
    house = case.scenario.house if case.scenario else None
    return house is not None and any(map(house.can_hear, house.method_labels))


def _soon(case: Case, agreed: Offer) -> bool:
    call, start = case.record.call, agreed.schedule.start
    if call is None or start is None:
        return False
    return (start - call.began_at.date()).days <= COMMITMENT_DAYS


def _confirmed(case: Case) -> bool:
    recaps = [r.index for r in case.collector if r.has("recap")]
    return any(
        later.index > recap and later.has("accepts", "affirms")
        for recap in recaps
        for later in case.readings[recap + 1 : recap + 3]
        if later.turn.speaker is not Speaker.COLLECTOR
    )
