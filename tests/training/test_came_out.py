"""How attempts came out is worked out once for each review with its verdicts, whoever asks."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from scoring.judged import about_finding, subjects
from tests.training.judging import MARK, adjust, reject, submitted
from tests.training.shipped_calls import at
from training import came_out
from training.models import Attempt, Person
from training.progress import progress
from training.reviews import review_attempt
from training.store import Store
from training.submitted import submitted as submitted_calls
from training.verdicts import as_it_stands, give_verdict, take_back_verdict


@pytest.fixture
def attempt(store: Store, ana: Person) -> Attempt:
    return submitted(store, ana)


@pytest.fixture
def worked_out(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[], int]]:
    """How many attempts were worked out since it was asked last."""
    seen: list[str] = []

    def counted(store: Store, person: Person, attempt: Attempt, made: object) -> object:
        seen.append(attempt.id)
        return as_it_stands(store, person, attempt, made)  # type: ignore[arg-type]

    def since() -> int:
        many = len(seen)
        seen.clear()
        return many

    monkeypatch.setattr(came_out, "as_it_stands", counted)
    yield since
    seen.clear()


def test_what_stands_is_worked_out_once_for_everybody_and_anew_after_a_verdict(
    store: Store,
    ana: Person,
    trainer: Person,
    attempt: Attempt,
    worked_out: Callable[[], int],
) -> None:
    machine = review_attempt(store, ana, attempt.id, at(2000))
    fails = {about_finding(one) for one in machine.scorecard.must_change}
    as_kept = progress(store, ana)[0]
    given = [give_verdict(store, trainer, attempt.id, reject(one), at(3000)) for one in fails]

    aside = progress(store, ana)[0]
    again = [progress(store, ana)[0], submitted_calls(store, trainer)[0].step]
    assert worked_out() == 1
    assert {one.grade for one in again} == {aside.grade} != {as_kept.grade}
    assert aside.rules.keys() < as_kept.rules.keys()

    for about, mark in subjects(machine).items():
        if mark.is_mark:
            give_verdict(store, trainer, attempt.id, adjust(about, 100), at(3001))
    higher = progress(store, ana)[0]
    assert worked_out() == 1
    assert (higher.grade or 0) > (aside.grade or 0)

    for nth, one in enumerate(given):
        take_back_verdict(store, trainer, attempt.id, one.id, at(3010 + nth))
    back = progress(store, ana)[0]
    assert (back.must_change, back.rules) == (as_kept.must_change, as_kept.rules)


def test_of_what_was_worked_out_the_latest_stays(
    store: Store,
    ana: Person,
    ben: Person,
    trainer: Person,
    worked_out: Callable[[], int],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(came_out, "_KEPT", 1)
    for seed, person in ((1, ana), (2, ben)):
        made = submitted(store, person, seed)
        give_verdict(store, trainer, made.id, adjust(MARK, 20), at(3000))

    found = [one.step.grade for _ in range(2) for one in submitted_calls(store, trainer)]
    assert worked_out() == 4
    assert found[:2] == found[2:]

    progress(store, ben)
    assert worked_out() == 0
