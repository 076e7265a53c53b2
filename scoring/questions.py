"""The collector's questions: one at a time, open ones, and whether both mean the same."""

from itertools import pairwise
from statistics import mean

from calls.turn import turn_number
from language.acts import Act, acts_of, said
from language.questions import asks_if_agreed, whole_question
from language.reading import Reading, Signal
from scoring.case import SHOWN, Case, quoted
from scoring.heard import PAST_THEM
from scoring.marks import Mark, no_mark

ONE_OF_SEVERAL = {1: 1.0, 2: 0.5}
"""What asking one thing, or two, is worth; nobody answers three."""
ENOUGH_OPEN = 0.4
"""This share of open ones is plenty on a call that must also settle days and amounts."""
TO_VERIFY = ("ask_right_party", "ask_identifier", "recap", "checks_understanding")
"""Questions that have to be closed."""
QUESTIONS = ("open_question", "closed_question", "ask_commitment_date", "ask_method")
GOES_ON_FROM_IT = ("accepts", "affirms", "promise_to_pay", "offers_payment", "counters")
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
    """Whether each asking turn asks one thing; a second one is half, a third makes a pile."""
    asking = [(r, count) for r in case.collector if (count := _asks(r))]
    if not asking:
        return no_mark("one question at a time", "you asked no question")
    stacked = [r for r, count in asking if count > 1]
    value = mean(ONE_OF_SEVERAL.get(count, 0.0) for _, count in asking)
    return Mark(
        name="one question at a time",
        value=round(100 * value, 1),
        reason=f"{len(stacked)} of {len(asking)} asking turns held several questions"
        if stacked
        else "you asked one thing at a time",
        evidence=case.evidence(*(r.index for r in (stacked or [r for r, _ in asking])[:SHOWN])),
        advice=_first_alone(stacked[0]) if stacked else "",
    )


def _asks(reading: Reading) -> int:
    """How many things it asks; what mocks, blames or threatens asks nothing."""
    if reading.has(*PAST_THEM):
        return 0
    who = reading.has("ask_right_party", "ask_identifier")
    return max(said(reading).questions, 1 if asked_in(reading) or who else 0)


def _first_alone(stacked: Reading) -> str:
    first = next(iter(asked_in(stacked)), None)
    after = f'"{quoted(whole_question(stacked, first))}"' if first else "the first question"
    return f"In turn {turn_number(stacked.index)}, stop after {after} and wait."


def open_questions(case: Case) -> Mark:
    """How many asking turns invite more than yes or no; a demand put as a question is none."""
    name = "open questions"
    asking = [r for r in case.collector if _asks(r) and not _is_closed_for_a_reason(case, r)]
    if not asking or not case.with_consumer:
        return no_mark(name, "no questions to the consumer besides who they are")
    opened = [r for r in asking if _opens(case, r)]
    closed = [r for r in asking if r not in opened]
    value = min(1.0, len(opened) / len(asking) / ENOUGH_OPEN)
    return Mark(
        name=name,
        value=round(100 * value, 1),
        reason=f"{len(opened)} of {len(asking)} asking turns invited more than yes or no",
        evidence=case.evidence(*(r.index for r in (opened or asking)[:SHOWN])),
        advice=f'Turn {turn_number(closed[0].index)}, "{quoted(closed[0].turn.text)}": '
        "ask what or how instead."
        if closed and value < 1
        else "",
    )


def _is_closed_for_a_reason(case: Case, reading: Reading) -> bool:
    """Whether it has to be closed, or asks what is possible, which is neither open nor closed."""
    return not _opens(case, reading) and reading.has(*TO_VERIFY, "ask_amount")


def _opens(case: Case, reading: Reading) -> bool:
    if reading.has("ask_amount", "demand_payment", "pressure"):
        return False
    before = next((r for r in reversed(case.other_side) if r.index < reading.index), None)
    return reading.has("open_question", "invites") or Act.OPEN_QUESTION in acts_of(reading, before)


def tests_understanding(case: Case) -> Mark:
    """Whether what could be taken in two ways was checked, by asking or by reading it back."""
    name = "tests understanding"
    said_once = [r for r in case.collector if r.has(*TO_UNDERSTAND)]
    since = said_once[0].index if said_once else len(case.readings)
    tests = [r for r in case.collector if _tests(r) and r.index >= since]
    told = [r for r in said_once if tests or _matters_to_them(case, r)]
    if not told or not case.with_consumer:
        return no_mark(name, "nothing was asked or agreed that could be misunderstood")
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


def _matters_to_them(case: Case, told: Reading) -> bool:
    """Whether they had asked for it, or went on from it; else who explains would lose by it."""
    before = next((r for r in reversed(case.other_side) if r.index < told.index), None)
    after = next((r for r in case.other_side if r.index > told.index), None)
    asked = before is not None and said(before).questions > 0
    return asked or (after is not None and after.has(*GOES_ON_FROM_IT))


def _tests(reading: Reading) -> bool:
    """Whether it asks if both mean the same; a read-back that waits for no answer does not."""
    asked = any(s.question and s.asserted for s in reading.all("recap"))
    tagged = reading.has("recap") and asks_if_agreed(reading)
    return asked or tagged or reading.has("checks_understanding")
