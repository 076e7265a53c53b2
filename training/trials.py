"""Trying a scenario while it is written: a call that is kept nowhere and counts for nothing."""

from datetime import datetime

from calls.events import Voiced
from simulator.scenario import Scenario
from training.beginning import begin
from training.bench import check_writes
from training.errors import TrainingError
from training.models import Attempt, Person, Purpose
from training.people import sign_in_locally
from training.rewinding import begun_before, lines_to_try_again
from training.store import Store


def begin_trial(
    trials: Store,
    person: Person,
    scenario: Scenario,
    seed: int,
    now: datetime,
    voiced: Voiced = Voiced.TEMPLATE,
) -> Attempt:
    """A call in a store of its own, marked as a demonstration, with either voice.

    Progress, queue, search and figures read the store that people's work is kept in, and so never
    meet with it.
    """
    check_writes(person)
    there = sign_in_locally(trials, person.name, person.role, now)
    return begin(trials, there, scenario, Purpose.DEMO, seed, now, voiced)


def go_back(trials: Store, person: Person, attempt: Attempt, said: int, now: datetime) -> Attempt:
    """The trial as it stood before a line of the collector; what came after it is another one."""
    check_writes(person)
    if said not in lines_to_try_again(attempt):
        raise TrainingError("trial", f"nothing was said in event {said}", "one of your lines")
    there = sign_in_locally(trials, person.name, person.role, now)
    begun = begun_before(attempt, said, Purpose.DEMO, now)
    trials.add(begun, trials.scenario_content(there, attempt))
    return trials.attempt(there, begun.id)
