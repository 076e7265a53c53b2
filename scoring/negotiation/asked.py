"""What was found out before anything was proposed: the reasons, and what would suit them."""

from collections.abc import Iterator

from language.reading import Reading
from scoring.case import SHOWN, Case, evidence_of
from scoring.marks import Evidence, Mark, no_mark
from scoring.negotiation.bargaining import Bargaining
from scoring.of_this_call import our_turn, they_said
from simulator.facts import Reveal, Topic

ENOUGH = 0.75
"""The part of what lies behind the arrears that a plan can be built on."""
BACKGROUND = (Topic.REASON, Topic.JOB, Topic.INCOME, Topic.COSTS, Topic.MEANS, Topic.TIMING)
_EARNED = (Reveal.IF_ASKED, Reveal.IF_ASKED_AND_TRUST)
_WHAT_SUITS = ("ask_amount", "ask_commitment_date", "ask_method")
_THEIR_SIDE = ("means", "timing", "income", "costs")
LATE = 60.0
"""For a question after what suits them that comes behind our own first figure."""

_ASK_FOR = {
    Topic.REASON: "ask what happened, and let them tell it.",
    Topic.JOB: "ask what has changed in their work.",
    Topic.INCOME: "ask what comes in, and when.",
    Topic.COSTS: "ask what has to be paid first every month.",
    Topic.MEANS: "ask what they have at hand until more comes in.",
    Topic.TIMING: "ask when money comes in, and which day suits them.",
}
"""What would have brought out the first thing that was not found, by what it is about."""


def mark_reasons(case: Case) -> Mark:
    """How much of what lies behind the arrears came out; of other calls, whether it was asked."""
    if case.scenario is None or case.record.call is None:
        asked = list(case.collector_signals("open_question"))
        return Mark(
            name="reasons",
            value=100.0 if asked else 0.0,
            reason="you asked openly" if asked else "you asked no open question",
            evidence=evidence_of(iter(asked[:2])) or instead(case),
            advice=""
            if asked
            else they_said(case) + 'ask "what has changed for you?" before you propose anything.',
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
        evidence=tuple(_where_told(case, set(found))) or instead(case),
        advice=they_said(case, _about(case, left[0])) + _ASK_FOR[left[0]] if left else "",
    )


def _about(case: Case, topic: Topic) -> Reading | None:
    """The first of their turns that touches this; there the question has its place."""
    return next((r for r in case.other_side if r.has("topic", kind=topic.value)), None)


def mark_interests(case: Case, made: Bargaining) -> Mark:
    """Whether they were asked what would suit them, before a figure of ours or after it."""
    first = next(iter(_ours_first(case, made)), None)
    if first is None:
        return no_mark("interests", "no figure of yours was on the table")
    asked = [r for r in case.collector if asks_what_suits(r)]
    before = [r for r in asked if r.index <= first]
    value = 100.0 if before else LATE if asked else 0.0
    late = f"you asked what would suit them {'before' if before else 'after'} you named a figure"
    return Mark(
        name="interests",
        value=value,
        reason=late if asked else "you never asked what would suit them",
        evidence=case.evidence(*[r.index for r in before or asked][:SHOWN] or [first]),
        advice=""
        if before
        else f"Before {our_turn(case, first)}, ask what they could manage, and from when.",
    )


def asks_what_suits(reading: Reading) -> bool:
    """Whether it asks how much, when or how, or after their money."""
    if reading.has(*_WHAT_SUITS):
        return True
    asks = reading.has("open_question", "closed_question")
    return asks and any(reading.has("topic", kind=kind) for kind in _THEIR_SIDE)


def _ours_first(case: Case, made: Bargaining) -> Iterator[int]:
    ours = {r.index for r in case.collector}
    yield from (one.turn for one in made.offers if one.turn in ours)
    yield from (r.index for r in case.collector if r.has("demand_payment"))


def instead(case: Case) -> tuple[Evidence, ...]:
    """What was said where a question or an offer had its place: pressing, or our last words."""
    pressing = [r.index for r in case.collector if r.has("demand_payment", "pressure", "threat")]
    return case.evidence(*(pressing or [case.collector[-1].index])[:SHOWN])


def _where_told(case: Case, facts: set[str]) -> Iterator[Evidence]:
    for turn, move in case.record.moves.items():
        if facts & set(move.facts):
            yield from case.evidence(turn)
