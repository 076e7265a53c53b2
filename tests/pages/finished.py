"""Attempts that were handed in, for pages that show what came of them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from calls.disposition import Disposition
from simulator.scenario import Scenario
from tests.training.floor import NOW
from tests.training.shipped_calls import LAID_OFF, on_a_call
from training.models import Attempt, Person, Purpose, Role
from training.people import sign_in_locally
from training.practice import end_call, take_turn
from training.rewinding import branch, lines_to_try_again
from training.store import Store
from training.wrap_up import hand_in, note, record_disposition

THREAT = "You will be arrested if you do not pay by Friday."
BADLY = (
    "Ana Reyes? You are two months behind on your car, that is $1,140.",
    THREAT,
    "I need all of it today.",
)
KINDER = (
    "That came out wrong, I am sorry. What has been going on since the last payment?",
    "I'm Dana with Harbor Recovery. How are you managing right now?",
)
MARKUP = "<b>$40</b> & <script>alert(1)</script>"


def finished(
    store: Store,
    lines: Sequence[str] = BADLY,
    name: str = "Dana Wells",
    scenario: Scenario = LAID_OFF,
    seed: int = 1,
    now: datetime = NOW,
    purpose: Purpose = Purpose.PRIVATE,
) -> Attempt:
    """Somebody said these lines, ended the call, wrote that they refuse, and handed it in."""
    person = sign_in_locally(store, name, Role.TRAINEE, now)
    attempt = on_a_call(store, person, scenario, seed, purpose, now)
    for line in lines:
        if attempt.state.call is None or attempt.state.call.over:
            break
        attempt = take_turn(store, person, attempt, line, now)
    attempt = end_call(store, person, attempt, now)
    attempt = record_disposition(store, person, attempt, Disposition.REFUSED, now)
    attempt = note(store, person, attempt, "Will not pay, she says.", now)
    return hand_in(store, person, attempt, now)


def tried_again(
    store: Store, person: Person, first: Attempt, lines: Sequence[str], nth: int = 1
) -> Attempt:
    """The same call with other words from one of the collector's lines on, handed in."""
    attempt = branch(store, person, first, lines_to_try_again(first)[nth], first.started_at)
    for line in lines:
        attempt = take_turn(store, person, attempt, line, first.started_at)
    attempt = end_call(store, person, attempt, first.started_at)
    return hand_in(store, person, attempt, first.started_at)
