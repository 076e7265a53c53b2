"""The collector's questions: one at a time, open ones, and whether both mean the same."""

from itertools import pairwise

from calls.turn import turn_number
from language.reading import Reading, Signal
from scoring.case import SHOWN, Case, evidence_of
from scoring.marks import Mark, no_mark

QUESTIONS = ("open_question", "closed_question", "ask_commitment_date", "ask_method")
TO_UNDERSTAND = ("recap", "explains_terms", "explain_rights", "offer", "counter_offer")
"""What two people can take to mean two things."""


def asked_in(reading: Reading) -> list[Signal]:
    """The questions of a turn that stand apart from each other."""
    found = sorted(
        (s for s in reading.signals if s.name in QUESTIONS and s.asserted), key=lambda s: s.start
    )
    apart = [a for a, b in pairwise(found) if b.start >= a.end]
    return [*apart, found[-1]] if found else []


def one_at_a_time(case: Case) -> Mark:
    """Whether each asking turn asks one thing."""
    asking = [r for r in case.collector if asked_in(r)]
    if not asking:
        return no_mark("one question at a time", "you asked no question")
    stacked = [r for r in asking if len(asked_in(r)) > 1]
    value = 100 * (1 - len(stacked) / len(asking))
    return Mark(
        name="one question at a time",
        value=round(value, 1),
        reason=f"{len(stacked)} of {len(asking)} asking turns held several questions"
        if stacked
        else "you asked one thing at a time",
        evidence=case.evidence(*(r.index for r in (stacked or asking)[:SHOWN])),
        advice=_first_alone(stacked[0]) if stacked else "",
    )


def _first_alone(stacked: Reading) -> str:
    first = asked_in(stacked)[0]
    return f'In turn {turn_number(stacked.index)}, stop after "{first.text}" and wait.'


def open_questions(case: Case) -> Mark:
    """How many of the questions invite more than yes or no."""
    asked = [s for r in case.collector for s in asked_in(r)]
    if not asked or not case.with_consumer:
        return no_mark("open questions", "no questions to the consumer")
    opened = [s for s in asked if s.name == "open_question"]
    closed = next((s for s in asked if s.name != "open_question"), None)
    # Half of all questions open is plenty on a call that must also verify and confirm.
    value = min(100.0, 200 * len(opened) / len(asked))
    return Mark(
        name="open questions",
        value=round(value, 1),
        reason=f"{len(opened)} of {len(asked)} questions invited more than yes or no",
        evidence=evidence_of(iter((opened or asked)[:SHOWN])),
        advice=f'Turn {turn_number(closed.turn)}, "{closed.text}": start with what or how instead.'
        if closed and value < 100
        else "",
    )


def tests_understanding(case: Case) -> Mark:
    """Whether what could be taken in two ways was checked, by asking or by reading it back."""
    name = "tests understanding"
    told = [r for r in case.collector if r.has(*TO_UNDERSTAND)]
    if not told or not case.with_consumer:
        return no_mark(name, "nothing was explained or proposed that could be misunderstood")
    tests = [r for r in case.collector if _tests(r) and r.index >= told[0].index]
    return Mark(
        name=name,
        value=100.0 if tests else 0.0,
        reason="you checked whether you both mean the same"
        if tests
        else "you took it for granted that they understood",
        evidence=case.evidence(*(r.index for r in (tests or told)[:SHOWN])),
        advice=""
        if tests
        else f'After turn {turn_number(told[-1].index)}, ask "Did I get that right?" and wait.',
    )


def _tests(reading: Reading) -> bool:
    return reading.has("checks_understanding", "recap")
