"""Candidates who took a work sample, for those who rate it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from tests.training.assessments.candidates import Way, before_the_sample, opened
from tests.training.assessments.samples import SET_UP, assessor, ready
from tests.training.floor import NOW
from tests.training.judging import THREAT, sheet
from training.assessments.models import Candidacy
from training.assessments.places import Stage
from training.assessments.rows import candidacy_in
from training.assessments.taking import begin_part, call, hand_in, leave_message_out, say
from training.models import Attempt, Person
from training.practice import end_call, scenario_of
from training.ratings import agree, rate
from training.store import Store
from training.wrap_up import note

NAME = "Jamal Okoro"
LINES = (
    "Hello, this is Jamal Okoro, may I speak with {them} please?",
    f"Jamal Okoro here again. {THREAT}",
    "jamal again, i am Jamal.",
)
THEN = NOW + timedelta(days=1)
"""When two people rate it."""
NOTE = "Jamal spoke with her, no plan."


def taken(store: Store, name: str = NAME, scenarios: int = 1) -> tuple[Candidacy, list[Attempt]]:
    """Somebody who took a work sample of so many scenarios, from the link to the end."""
    set_up = SET_UP.model_copy(update={"scenarios": SET_UP.scenarios[:scenarios]})
    way = before_the_sample(opened(store, name, made=ready(store, set_up)))
    attempts = [played(way, part, LINES, NOTE) for part in range(1, scenarios + 1)]
    with store.reading() as db:
        return candidacy_in(db, way.id), attempts


def played(way: Way, part: int, lines: Sequence[str], told: str) -> Attempt:
    """One part of a work sample from its first line to the hand-in, with this note."""
    begin_part(*way, part, NOW)
    attempt = call(*way, NOW)
    them = scenario_of(way.store, way.person, attempt).consumer_name
    for line in lines:
        if attempt.state.call is None or attempt.state.call.over:
            break
        attempt = say(*way, attempt, line.format(them=them), NOW)
    attempt = end_call(way.store, way.person, attempt, NOW)
    if way.at().stage is Stage.MESSAGE:
        leave_message_out(*way, NOW)
    note(way.store, way.person, attempt, told, NOW)
    hand_in(*way, NOW)
    return way.store.attempt(way.person, attempt.id)


def raters(store: Store) -> tuple[Person, Person]:
    """Two who rate apart."""
    return assessor(store, "Ines"), assessor(store, "Ugo")


def agreed(store: Store, attempt: Attempt, now: datetime = THEN, level: int = 2) -> None:
    """Both rated it, and agreed."""
    both = raters(store)
    for rater in both:
        rate(store, rater, attempt.id, sheet(level), now)
    agree(store, both[0], attempt.id, sheet(level), "We saw the same.", now)
