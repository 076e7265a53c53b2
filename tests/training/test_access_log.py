from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path

import pytest

from tests.shipped import SCENARIOS
from tests.training.floor import NOW, adding, handed_in, kept
from tests.training.judging import THREAT, judged_in_every_way, submitted
from tests.training.stores import new_store
from training.access_log import MACHINE, Deed
from training.accesses import Asked, accesses, who_looked
from training.assignments import assign, withdraw
from training.errors import NoSuchAttempt, TrainingError
from training.models import Person, Purpose, Role
from training.own_data import own_data
from training.people import sign_in_locally
from training.reviews import machine_review
from training.rights import READS_ACCESS_LOG
from training.store import Store
from training.verifying import verify


class Clock:
    """A clock that is set by hand."""

    def __init__(self) -> None:
        self.now = NOW

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def store(tmp_path: Path, clock: Clock) -> Store:
    new_store(tmp_path)
    return Store(tmp_path, clock=clock)


def _deeds(store: Store, **asked: object) -> list[Deed]:
    return [one.deed for one in accesses(store, MACHINE, Asked(**asked))]  # type: ignore[arg-type]


def test_reading_what_is_anothers_is_logged_once_an_hour(
    store: Store, clock: Clock, ana: Person, trainer: Person
) -> None:
    attempt = kept(store, ana, "a1", Purpose.SUBMITTED)
    store.append(ana, attempt, adding(handed_in()))

    store.attempt(trainer, "a1")
    store.attempts(trainer, own=False)
    clock.now += timedelta(minutes=61)
    store.attempt(trainer, "a1")

    first, second = accesses(store, MACHINE, Asked())
    assert (first.by, first.role, first.deed, first.attempt_id, first.of) == (
        "Tom",
        Role.TRAINER,
        Deed.READ,
        "a1",
        "Ana",
    )
    assert (first.at, second.at) == (NOW, clock.now)
    assert verify(store).faults == ()


def test_ones_own_figures_and_what_is_refused_are_no_reading(
    store: Store, ana: Person, ben: Person, trainer: Person
) -> None:
    attempt = submitted(store, ana)
    store.attempt(ana, attempt.id)
    machine_review(store, trainer, attempt.id)
    with pytest.raises(NoSuchAttempt):
        store.attempt(ben, attempt.id)

    assert _deeds(store) == []


def test_what_is_done_to_an_attempt_is_logged_without_a_word_of_it(
    store: Store, ana: Person, trainer: Person
) -> None:
    attempt = judged_in_every_way(store, ana, trainer)

    log = who_looked(store, ana)

    assert [one.deed for one in log] == [Deed.READ, Deed.RATED, Deed.ANSWERED, Deed.VERDICT]
    assert {(one.by, one.attempt_id, one.of) for one in log} == {("Tom", attempt.id, "Ana")}
    assert who_looked(store, trainer) == ()
    with store.reading() as db:
        told = repr(list(db.table("access_log").rows))
    assert not any(words in told for words in ("paused", "So she", "turn 4", THREAT))


def test_taking_ones_own_along_and_deleting_it_is_logged(store: Store, ana: Person) -> None:
    attempt = kept(store, ana)
    own_data(store, ana, NOW)
    store.delete(ana, [attempt.id], NOW)

    log = accesses(store, MACHINE, Asked(by="ana"))

    assert [(one.deed, one.note) for one in log] == [
        (Deed.EXPORTED, ""),
        (Deed.DELETED, "attempts: 1"),
    ]


def test_assigning_and_taking_back_are_logged(store: Store, ana: Person, trainer: Person) -> None:
    scenario = SCENARIOS["laid_off_three_weeks_ago"]
    given = assign(store, trainer, ana, scenario, NOW.date(), NOW, "Budget first.")
    withdraw(store, trainer, given.id, NOW)
    withdraw(store, trainer, given.id, NOW)

    log = who_looked(store, ana)

    assert [one.deed for one in log] == [Deed.ASSIGNED, Deed.WITHDREW]
    assert {one.note for one in log} == {scenario.id}


def test_the_log_is_asked_by_person_deed_attempt_and_day(
    store: Store, clock: Clock, ana: Person, ben: Person, trainer: Person
) -> None:
    for person, name in ((ana, "a1"), (ben, "b1")):
        attempt = kept(store, person, name, Purpose.SUBMITTED)
        store.append(person, attempt, adding(handed_in()))
        store.attempt(trainer, name)
        clock.now += timedelta(days=1)
    store.delete(ana, [kept(store, ana, "a2").id], clock.now)

    assert _deeds(store, by="tom", of="ben") == [Deed.READ]
    assert _deeds(store, attempt_id="a1") == [Deed.READ]
    assert _deeds(store, deed=Deed.DELETED) == _deeds(store, by="Ana") == [Deed.DELETED]
    assert len(_deeds(store, since=NOW + timedelta(hours=1))) == 2
    assert len(_deeds(store, until=NOW + timedelta(hours=1))) == 1


@pytest.mark.parametrize("role", list(Role))
def test_the_whole_log_is_for_those_of_the_table(store: Store, role: Role) -> None:
    person = sign_in_locally(store, "Somebody", role, NOW)
    if role in READS_ACCESS_LOG:
        assert accesses(store, person, Asked()) == ()
    else:
        with pytest.raises(TrainingError, match="administrator, compliance read it"):
            accesses(store, person, Asked())
