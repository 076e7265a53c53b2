"""Opportunities: where the other side tells of something that weighs on them.

A cue is heard in the words. What the scenario knows to lie behind the arrears, or to be feared, is
one in whatever words it is told; and so is what has a way of its own, a dispute or a wish to be
left alone.
"""

from collections.abc import Iterator
from functools import cache

from calls.turn import Speaker
from language.reading import Reading, Signal
from language.spelling import content_stem
from language.wording import wording_of
from scoring.case import Case
from simulator.facts import Fact, Topic

CUES = (
    "crisis_self_harm",
    "vulnerable",
    "hardship_bereavement",
    "hardship_health",
    "hardship_job",
    "hardship_divorce",
    "crying",
    "fear",
    "shame",
    "hardship_other",
    "anger",
    "driving",
    "bad_time",
    "at_work",
)
"""What calls for empathy, the gravest first."""
CONCERNS = (
    "complaint",
    "identity_theft",
    "wrong_party",
    "already_paid",
    "disputes_debt",
    "disputes_amount",
    "suspects_scam",
    "insurance_pending",
    "cease_all",
    "stop_channel",
)
"""What they have against the call or the bill: no feeling is named, and yet it weighs on them."""
WEIGHS = {Topic.REASON, Topic.FEAR, Topic.FAMILY, Topic.HOUSING, Topic.DISPUTE}
"""What facts of a scenario are about that weigh on somebody."""
TOLD = "told"
"""The name of an opportunity that only the scenario knows; its kind is what it is about."""
OF_THE_BILL = (*CONCERNS, Topic.DISPUTE.value)
"""What is about the bill itself: to ask for what they have on it is the work, and no interest."""
AFTER_US = ("anger", TOLD)
"""What answers nothing where it is the first word of the call."""
ENOUGH = ((2, 0.5), (3, 0.4))
"""So many words of a fact, and at least that share of them, show that it was told."""


def opportunities(case: Case) -> Iterator[tuple[Reading, Signal]]:
    """Every turn that calls for an answer, with what in it does; once we said anything."""
    first = next((r.index for r in case.collector), 0)
    business = case.record.context.consumer_debt is False
    facts = _told(case)
    for reading in case.people:
        signal = opportunity(reading) or facts.get(reading.index)
        if signal is None or reading.has("goodbye") or (business and signal.name not in CUES):
            continue
        if reading.index > first or signal.name not in AFTER_US:
            yield reading, signal


def opportunity(reading: Reading) -> Signal | None:
    """The gravest cue in the words of a turn, or else what they have against it."""
    found = [s for s in reading.signals if s.name in (*CUES, *CONCERNS) and s.asserted]
    return min(found, key=lambda s: (*CUES, *CONCERNS).index(s.name), default=None)


def _told(case: Case) -> dict[int, Signal]:
    """The turn in which each fact of theirs that weighs on them was told."""
    call = case.record.call
    if case.scenario is None or call is None:
        return {}
    person = case.scenario.person(call.who)
    if person.speaker is not Speaker.CONSUMER:
        return {}
    found: dict[int, Signal] = {}
    for fact in person.facts:
        told = _told_in(case, fact) if fact.topic in WEIGHS else None
        if told is not None:
            text = told.turn.text
            signal = Signal(TOLD, fact.topic.value, told.index, 0, len(text), text)
            found.setdefault(told.index, signal)
    return found


def _told_in(case: Case, fact: Fact) -> Reading | None:
    """Where it was told: by the move of who is on the line, else by the words."""
    if case.record.moves:
        turns = {n for n, move in case.record.moves.items() if fact.id in move.facts}
        return next((r for r in case.people if r.index in turns), None)
    forms = [_stems(said) for said in fact.says]
    return next((r for r in case.people if any(_holds(r, form) for form in forms)), None)


def _holds(reading: Reading, form: frozenset[str]) -> bool:
    shared = len(form & reading.content)
    return any(shared >= max(few, share * len(form)) for few, share in ENOUGH)


@cache
def _stems(words: str) -> frozenset[str]:
    return frozenset(filter(None, map(content_stem, wording_of(words).words)))
