"""Calls written for the marks of empathy, and how they are scored without the rest of a review."""

from functools import cache

from calls.context import CallContext
from calls.notation import parse_transcript
from calls.record import Record
from calls.turn import Transcript
from compliance_rules import shipped_checker
from compliance_rules.assumptions import DEFAULT
from scoring.case import Case
from scoring.contacts import read_and_checked
from scoring.empathy import score_empathy
from scoring.marks import Mark, Score

JOB = "I lost my job three weeks ago and I'm scared."
OPENING = f"collector: Hello, is this Ana Reyes?\nconsumer: Yes. {JOB}\n"


@cache
def empathy(text: str) -> Score:
    """The score of a call in the notation of calls."""
    return empathy_of(parse_transcript(text))


def empathy_of(call: Transcript) -> Score:
    """The score of a call."""
    record = Record(call, CallContext())
    readings, check = read_and_checked(record, shipped_checker(), DEFAULT)
    return score_empathy(Case(record, readings, check, checker=shipped_checker()))


def part(score: Score, name: str) -> Mark:
    """One part of it."""
    return next(mark for mark in score.marks if mark.name == name)


def answered(*turns: str) -> Score:
    """The score of a call in which one cue is answered by these turns."""
    return empathy(OPENING + "\nconsumer: Hm.\n".join(f"collector: {turn}" for turn in turns))


CALLS = {
    "exemplary": """collector: Hello, is this Ana Reyes?
consumer: Yes, that's me.
collector: This is Dana Wells with Harbor Recovery. What has been going on since March?
consumer: I lost my job three weeks ago. I'm really scared about the rent.
collector: Losing a job is hard, and it makes sense that you worry. How are you managing right now?
consumer: Badly. I'm so embarrassed that I never called.
collector: There is nothing to be ashamed of. Thank you for telling me. What has to be paid first?
consumer: Rent. And my son is sick, he was in the hospital.
collector: I'm sorry that your son is sick. That is a lot. There is a hardship program for this.
consumer: Maybe fifty dollars.""",
    "decent": """collector: Hello, may I speak with Ana Reyes?
consumer: Speaking.
collector: This is Dana with Harbor Recovery about your account. Two payments are missing.
consumer: They cut my hours at work and I can't afford it.
collector: I'm sorry to hear that. How much could you pay each month?
consumer: I don't know. My husband is very ill and I can't sleep.
collector: That must be difficult. Do you have any income?
consumer: Only my wages, and they are less now.
collector: Okay. We can offer a smaller payment of forty dollars.""",
    "formula": """collector: Hello, is this Ana Reyes?
consumer: Yes. I lost my job and my savings are gone.
collector: I understand. When can you pay?
consumer: I'm scared that you will take my car.
collector: I understand your concern. We need the payment by Friday.
consumer: I just can't afford it, I'm broke.
collector: I hear you. You should really make a budget.""",
    "poor": """collector: Ana Reyes? You owe eleven hundred dollars.
consumer: I lost my job, I'm so ashamed.
collector: Everybody has problems. You should have thought of that before.
consumer: My mother died in May and I've been in tears.
collector: When my father died I still paid my bills. Let's get back to the payment.""",
}
"""From exemplary to poor; the other side says the same however it is answered."""
