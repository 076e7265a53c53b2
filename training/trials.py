"""Trying a scenario while it is written: a call that is kept nowhere and counts for nothing."""

from datetime import datetime

from simulator.scenario import Scenario
from training.beginning import begin
from training.bench import check_writes
from training.models import Attempt, Person, Purpose
from training.people import sign_in_locally
from training.store import Store


def begin_trial(
    trials: Store, person: Person, scenario: Scenario, seed: int, now: datetime
) -> Attempt:
    """A call with the written lines in a store of its own, marked as a demonstration.

    Progress, queue, search and figures read the store that people's work is kept in, and so never
    meet with it.
    """
    check_writes(person)
    there = sign_in_locally(trials, person.name, person.role, now)
    return begin(trials, there, scenario, Purpose.DEMO, seed, now)
