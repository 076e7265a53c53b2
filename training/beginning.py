"""Beginning: one way into a practice, for page, command line, rehearsal and test alike."""

import hashlib
from datetime import datetime

from calls.desk import DeskPart
from calls.events import Voiced
from simulator.scenario import Scenario, content_hash
from simulator.turn_taking import versions
from training.care import check_care
from training.forms import check_offered
from training.models import Attempt, Person, Purpose
from training.practice import start_call
from training.practising import check_begins
from training.store import Store
from training.wrap_up import look_up

SHOWN_BY_THE_BRIEF = DeskPart.ACCOUNT
"""The part of the desk that the brief lays open, so that nobody has to look it up again."""


def begin(
    store: Store,
    person: Person,
    scenario: Scenario,
    purpose: Purpose,
    seed: int,
    now: datetime,
    voiced: Voiced = Voiced.TEMPLATE,
) -> Attempt:
    """An attempt with its brief read and somebody on the line; what has begun goes on.

    Where it has to be decided first whom to dial, nobody is on the line yet.

    An assessment has the template's voice whatever was chosen: everybody's conditions are the same.
    A scenario that is played with care has no other voice, and is no assessment.
    """
    check_begins(person, purpose)
    check_care(scenario, purpose, voiced)
    check_offered(store, scenario, purpose)
    attempt = start_attempt(store, person, scenario, purpose, seed, now)
    attempt = look_up(store, person, attempt, SHOWN_BY_THE_BRIEF, now)
    if attempt.state.call is not None or scenario.dial is not None:
        return attempt
    equal = purpose is Purpose.ASSESSMENT
    return start_call(store, person, attempt, now, Voiced.TEMPLATE if equal else voiced)


def start_attempt(
    store: Store, person: Person, scenario: Scenario, purpose: Purpose, seed: int, now: datetime
) -> Attempt:
    """A new attempt; the same person, scenario, purpose, seed and moment give the same one."""
    check_begins(person, purpose)
    fingerprint = content_hash(scenario)
    made_of = (person.id, scenario.id, fingerprint, purpose.value, str(seed), now.isoformat())
    attempt = Attempt(
        id=hashlib.sha256("\n".join(made_of).encode()).hexdigest()[:20],
        person_id=person.id,
        purpose=purpose,
        accounts=scenario.accounts,
        scenario_id=scenario.id,
        scenario_hash=fingerprint,
        versions=versions(),
        seed=seed,
        seen_before=False,
        started_at=now,
        form=scenario.form_number,
    )
    store.add(attempt, scenario.model_dump_json())
    return store.attempt(person, attempt.id)
