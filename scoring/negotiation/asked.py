"""What was found out before anything was proposed: the reasons, and what would suit them."""

from collections.abc import Iterator

from language.questions import has_question_mark
from language.reading import AmountRole, Reading
from scoring.case import SHOWN, Case, evidence_of
from scoring.levels import FULL
from scoring.marks import Evidence, Mark, no_mark
from scoring.negotiation.bargaining import Bargaining
from scoring.of_this_call import our_turn, they_said
from simulator.facts import Reveal, Topic

ENOUGH = 0.75
"""The part of what lies behind the arrears that a plan can be built on."""
BACKGROUND = (Topic.REASON, Topic.JOB, Topic.INCOME, Topic.COSTS, Topic.MEANS, Topic.TIMING)
_EARNED = (Reveal.IF_ASKED, Reveal.IF_ASKED_AND_TRUST)
_WHAT_SUITS = ("ask_amount", "ask_commitment_date", "ask_method")
_THEIR_MONTH = ("income", "costs")
_THEIR_SIDE = ("means", "timing", *_THEIR_MONTH)
ENOUGH_ASKED = 2
ONCE_ASKED, WHAT_SUITS = 60.0, 30.0
"""For one question about what they have, and for one that only asks how much, when or how."""
_PROPOSES = ("offer", "counter_offer", "demand_payment", "pressure", "threat")
_OF_THEIR_MONTH = (AmountRole.INCOME, AmountRole.COST)
_OF_MEANS = (Topic.INCOME, Topic.COSTS, Topic.MEANS, Topic.TIMING)

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


def mark_means(case: Case, made: Bargaining) -> Mark:
    """Whether it was asked what they have, before a yes was taken: twice is enough to plan on.

    For all of it in one payment once is enough: when the money comes.
    """
    name = "means"
    until = made.yes_at if made.yes_at is not None else len(case.readings)
    about = [r for r in case.collector if r.index < until and asks_about_means(case, r)]
    suits = [r for r in case.collector if r.index < until and r.has(*_WHAT_SUITS)]
    first = next(iter(_ours_first(case, made)), None)
    if not about and made.agreed is None and not _is_to_be_asked(case, made):
        return no_mark(name, "no figure was on the table")
    enough = 1 if made.all_at_once else ENOUGH_ASKED
    value = FULL if len(about) >= enough else ONCE_ASKED if about else WHAT_SUITS if suits else 0.0
    shown = [r.index for r in about or suits][:SHOWN] or [until]
    if not about and first is not None:  # what was put to them without asking stands before it
        shown = [first, *(n for n in shown if n != first and n < until)]
    return Mark(
        name=name,
        value=value,
        reason=_asked_told(len(about), bool(suits)),
        evidence=case.evidence(*(n for n in shown if n < len(case.readings))) or instead(case),
        advice="" if value == FULL else _ask_before(case, made, first),
    )


def _is_to_be_asked(case: Case, made: Bargaining) -> bool:
    """Whether a figure of ours was on the table, or something was to be agreed on this call."""
    return case.scenario is not None or made.last_of_ours is not None


def _asked_told(about: int, suits: bool) -> str:
    if about:
        return f"you asked {'once' if about == 1 else f'{about} times'} about what they have"
    if suits:
        return "you asked what would suit them, and not what they have"
    return "you never asked about what they have"


def _ask_before(case: Case, made: Bargaining, first: int | None) -> str:
    turn = first if first is not None else made.yes_at
    where = f"Before {our_turn(case, turn)}" if turn is not None else they_said(case).rstrip(": ")
    return f"{where}, ask what comes in and when, and what has to be paid first."


def asks_about_means(case: Case, ours: Reading) -> bool:
    """Whether a question is about their money, or is answered by what they have.

    "Can you do it today?" is a demand, also where "I get paid on Friday" comes back.
    """
    if not ours.has("open_question", "closed_question") and not has_question_mark(ours):
        return False
    if any(ours.has("topic", kind=kind) for kind in _subjects(ours)):
        return True
    if ours.has(*_PROPOSES):
        return False
    answer = next((r for r in case.people if r.index > ours.index), None)
    return answer is not None and _tells_means(case, answer)


def _subjects(ours: Reading) -> tuple[str, ...]:
    """What of theirs it can be about.

    "What would work for you?" has their means for a subject, and "when will you pay?" a day, and
    both ask for something else.
    """
    if ours.has(*_PROPOSES):
        return _THEIR_MONTH
    return (*_THEIR_MONTH, "timing") if ours.has(*_WHAT_SUITS) else _THEIR_SIDE


def _tells_means(case: Case, theirs: Reading) -> bool:
    """Whether it tells what comes in, what goes out or what there is."""
    if any(m.role in _OF_THEIR_MONTH and not m.negated for m in theirs.money):
        return True
    told = case.facts_told.get(theirs.index, frozenset())
    facts = case.scenario.facts if case.scenario else ()
    return any(fact.id in told and fact.topic in _OF_MEANS for fact in facts)


def _ours_first(case: Case, made: Bargaining) -> Iterator[int]:
    ours = {r.index for r in case.collector}
    yield from (one.turn for one in made.offers if one.turn in ours)
    yield from (r.index for r in case.collector if r.has("demand_payment"))


def instead(case: Case) -> tuple[Evidence, ...]:
    """What was said where a question or an offer had its place: pressing, or our last words."""
    pressing = [r.index for r in case.collector if r.has("demand_payment", "pressure", "threat")]
    return case.evidence(*(pressing or [case.collector[-1].index])[:SHOWN])


def _where_told(case: Case, facts: set[str]) -> Iterator[Evidence]:
    for turn, told in sorted(case.facts_told.items()):
        if facts & told:
            yield from case.evidence(turn)
