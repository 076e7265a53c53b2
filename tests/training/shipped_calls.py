"""A practice with a shipped scenario: real mind, real voice, real store."""

from __future__ import annotations

from datetime import datetime, timedelta

from simulator.scenario import Scenario
from tests.shipped import SCENARIOS
from tests.training.floor import NOW, beginner
from training.beginning import begin
from training.models import Attempt, Person, Purpose
from training.store import Store

LAID_OFF = SCENARIOS["laid_off_three_weeks_ago"]
LINES = (
    "Hello, may I speak with Ana Reyes please?",
    "This is Dana with Harbor Recovery on a recorded line. Could you confirm your date of birth?",
    "Fair question, it is only so that I do not discuss your information with the wrong person.",
    "Thank you. This is an attempt to collect a debt, any information will be used for that.",
    "It is about your auto loan.",
    "Sorry to bother you in the evening. What has been going on since the last payment?",
    "I am sorry to hear that, three weeks without pay must be a lot.",
    "How are you managing right now, and when does something come in again?",
    "What could you manage after that without falling behind on the rent?",
    "Would eighty-five dollars every two weeks leave you enough?",
    "If one is going to be late, call me before it is due and we move it once, no fee.",
    "So eighty-five dollars every two weeks, by card on the portal, and I send it in writing.",
    "Thank you, Ms. Reyes. Goodbye.",
)


def at(seconds: int) -> datetime:
    return NOW + timedelta(seconds=seconds)


def on_a_call(
    store: Store,
    person: Person,
    scenario: Scenario = LAID_OFF,
    seed: int = 1,
    purpose: Purpose = Purpose.PRIVATE,
    now: datetime = NOW,
) -> Attempt:
    return begin(store, beginner(person, purpose), scenario, purpose, seed, now)
