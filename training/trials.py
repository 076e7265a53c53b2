"""Trying a scenario while it is written: a call that is kept nowhere and counts for nothing."""

from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from calls.events import DialDecided, Voiced
from simulator.scenario import Scenario
from training.beginning import begin
from training.bench import check_writes
from training.connections import blank
from training.errors import TrainingError
from training.models import Attempt, Person, Purpose, Role
from training.people import sign_in_locally
from training.rewinding import begun_before, lines_to_try_again
from training.store import FILE_NAME, Store


class Room:
    """Where trials are held: a store apart from everybody's work, which goes when the room goes.

    Progress, queue, search and figures read the store that people's work is kept in, and so never
    meet with what is in here.
    """

    def __init__(self) -> None:
        self._folder = TemporaryDirectory(ignore_cleanup_errors=True)
        folder = Path(self._folder.name)
        (folder / FILE_NAME).write_bytes(blank())
        self.store = Store(folder, lasting=False)


def begin_trial(
    trials: Store,
    person: Person,
    scenario: Scenario,
    seed: int,
    now: datetime,
    voiced: Voiced = Voiced.TEMPLATE,
) -> Attempt:
    """A call, a list or a conversation in writing, marked as a demonstration, with either voice."""
    there = tries_as(trials, person, now)
    return begin(trials, there, scenario, Purpose.DEMO, seed, now, voiced)


def tries_as(trials: Store, person: Person, now: datetime) -> Person:
    """Whoever writes scenarios, as the room of trials knows them."""
    check_writes(person)
    return sign_in_locally(trials, person.name, person.role, now)


def previews_as(trials: Store, person: Person, now: datetime) -> Person:
    """The same as a trainee: who sees there what trainees see, from the brief to the debrief."""
    check_writes(person)
    return sign_in_locally(trials, person.name, Role.TRAINEE, now)


def steps_to_go_back(attempt: Attempt) -> tuple[int, ...]:
    """The numbers of the events that can be done anew: what was said, written or decided."""
    decided = (one.seq for one in attempt.events if isinstance(one, DialDecided))
    return tuple(sorted({*lines_to_try_again(attempt), *decided}))


def go_back(trials: Store, person: Person, attempt: Attempt, said: int, now: datetime) -> Attempt:
    """The trial as it stood before one of its steps; what came after it is another one."""
    there = tries_as(trials, person, now)
    if said not in steps_to_go_back(attempt):
        raise TrainingError(
            "trial",
            f"nothing was said or decided in event {said}",
            "one of your lines or decisions",
        )
    begun = begun_before(attempt, said, Purpose.DEMO, now)
    trials.add(begun, trials.scenario_content(there, attempt))
    return trials.attempt(there, begun.id)
